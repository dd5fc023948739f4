"""`raport doctor`: what is installed and how the vault's folder lies. It opens nothing and tells no name."""

import argparse
import os
from pathlib import Path

from raport.cli.options import refuse


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "doctor",
        help="what is installed, what its absence means, how the vault's folder lies",
        description="Looks at libraries, optional tools, the disk, the rights of the vault's folder, the "
        "clock and swap. It opens no vault, and tells no name: what it prints can be shown to who helps. "
        "`!` before a line: look at it; `x`: the desk cannot work like this.",
    )
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="FOLDER",
        help="the folder of the vault (default: raport in your home)",
    )
    parser.add_argument("--lang", choices=("ru", "en"), default="en", help="the language (default: en)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0; 2 where the desk cannot work."""
    try:
        import django
        from django.utils.translation import override
    except ImportError:
        raise refuse("the desk's libraries", "none", "install raport[desk]") from None
    folder = (args.folder or Path.home() / "raport").expanduser()
    os.environ["RAPORT_VAULT"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "raport.web.desk.settings"
    django.setup()
    from raport.app.health import findings
    from raport.app.vault import now

    with override(args.lang):
        found = findings(folder, now())
    for one in found:
        print(f"{'x' if one.wrong else '!' if one.look else ' '} {one.id}: {one.told}")
    return 2 if any(one.wrong for one in found) else 0
