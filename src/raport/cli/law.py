"""`raport law`: the law itself, as the pack has it; releases of packs, made and taken."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from raport.cli import law_release
from raport.cli.options import add_lang, day, refuse

if TYPE_CHECKING:
    from raport.prose.describing import Describing

DEFAULT = "ru"


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command and its own commands."""
    parser = commands.add_parser(
        "law", help="the law as the pack has it: check, show, diff, calendar; releases of packs"
    )
    own = parser.add_subparsers(
        dest="law", required=True, metavar="check|show|diff|calendar|keygen|release|trust|update"
    )

    check = own.add_parser("check", help="read a pack and tell every mistake, or what it holds")
    check.add_argument(
        "pack", nargs="?", default=DEFAULT, metavar="DIR", help="a pack's folder or id (default: ru)"
    )
    add_lang(check)
    check.set_defaults(run=run_check)

    show = own.add_parser("show", help="one provision or rule, its versions and what rests on it")
    show.add_argument("id", metavar="ID", help="a provision or a rule: clock, breach, remedy, danger ...")
    show.add_argument("--on", type=day, metavar="DAY", help="only the version in force on that day")
    _with_pack(show)
    show.set_defaults(run=run_show)

    diff = own.add_parser("diff", help="what changed in the law between two days")
    diff.add_argument("one", type=day, metavar="DAY", help="the earlier day, such as 2022-09-20")
    diff.add_argument("other", type=day, metavar="DAY", help="the later day")
    _with_pack(diff)
    diff.set_defaults(run=run_diff)

    calendar = own.add_parser("calendar", help="the working days of a year")
    calendar.add_argument("pack", metavar="PACK", help="a pack's id or folder, such as ru")
    calendar.add_argument("year", type=_year, metavar="YEAR", help="such as 2026")
    add_lang(calendar)
    calendar.set_defaults(run=run_calendar)
    law_release.add_parsers(own)


def _with_pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pack", default=DEFAULT, metavar="PACK", help="a pack's id or folder (default: ru)")
    parser.add_argument("--known", type=day, metavar="DAY", help="only what the pack knew on that day")
    add_lang(parser)


def _year(text: str) -> int:
    if len(text) == 4 and text.isdecimal():
        return int(text)
    message = f"expected a year such as 2026; found {text!r}"
    raise argparse.ArgumentTypeError(message)


def run_check(args: argparse.Namespace) -> int:
    """Read the pack whole; every mistake is told by `BadInput`."""
    return _print(args, lambda telling: telling.summary())


def run_show(args: argparse.Namespace) -> int:
    """One provision or rule."""
    return _print(args, lambda telling: telling.show(args.id, args.on))


def run_diff(args: argparse.Namespace) -> int:
    """What changed between two days."""
    if args.one > args.other:
        raise refuse(
            "the earlier day first",
            f"{args.one} before {args.other}",
            f"raport law diff {args.other} {args.one}",
        )
    return _print(args, lambda telling: telling.diff(args.one, args.other))


def run_calendar(args: argparse.Namespace) -> int:
    """The working days of a year."""
    return _print(args, lambda telling: telling.calendar(args.year))


def _print(args: argparse.Namespace, tell: "Callable[[Describing], str]") -> int:
    from raport.adapters.packs import load_pack
    from raport.adapters.sentences import load_words
    from raport.prose.describing import Describing

    pack = load_pack(args.pack)
    known: date | None = getattr(args, "known", None)
    if known is not None:
        pack = pack.as_known(known)
    sys.stdout.write(tell(Describing(pack, load_words(args.lang))))
    return 0
