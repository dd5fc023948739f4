"""`raport schema`: the JSON Schemas of what Raport reads and writes."""

import argparse
import sys
from importlib import resources

NAMES = ("case", "assessment", "pack", "reading")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "schema",
        help="the JSON Schema of a format",
        description="The JSON Schema (2020-12) of a case file, of an assessment (raport assess --json), of "
        "one file of a law pack, or of a paper that was read (raport read --json); days are strings.",
    )
    parser.add_argument("name", choices=NAMES, help="which format")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the schema."""
    path = resources.files("raport").joinpath("schemas", f"{args.name}.schema.json")
    sys.stdout.write(path.read_text(encoding="utf-8"))
    return 0
