"""`raport template`: the fields of a group's own Word file, or all that there are."""

import argparse
import sys
from pathlib import Path

from raport.cli.options import add_lang, printable, refuse


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "template",
        help="what the {{fields}} of your own Word template mean, and what it lacks",
        description="Look through a Word file (.docx) of your own: which of its {{fields}} a letter fills, "
        "which nobody knows and where they stand, what a letter needs and the file lacks, what was taken out "
        "of it. Without FILE: all fields there are. `raport draft ... --template FILE` makes a letter with "
        "it. Needs the extra `letters`.",
    )
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE", help="a Word file (.docx)")
    parser.add_argument("--pack", default="ru", metavar="PACK", help="a pack's id or folder (default: ru)")
    add_lang(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what is found, or what may be named."""
    try:
        from raport.app import template_fields
        from raport.app.drafts import letter_words
    except ModuleNotFoundError as missing:
        raise refuse("the extra `letters`", f"no module {missing.name}", "install raport[letters]") from None
    from raport.app.assess_files import Laws

    pack, words = Laws().law(args.pack).pack, letter_words(args.lang)
    if args.file is None:
        sys.stdout.write(template_fields.offers_told(pack, words))
        return 0
    template = template_fields.look_through(read(args.file), args.file.name)
    text = template_fields.told(template_fields.report(template, pack), pack, words)
    sys.stdout.write("\n".join(map(printable, text.split("\n"))))
    return 0


def read(path: Path) -> bytes:
    """The bytes of a template. Raises `BadInput` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise refuse("a Word file (.docx)", f"{path.name}: {error.strerror}", "") from None
