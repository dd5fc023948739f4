"""`raport assess --table`: many requests at once, from a table of events."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING

from raport.cli.options import refuse

if TYPE_CHECKING:
    from raport.app.assess_table import TableAssessed

DESK = ("caseworker", "advocate")
EXTRA = ("numpy", "pyarrow")
DELAY = 1
"""Seconds after which a bar is shown."""
MOST_TOLD = 20
"""So many things that could not be read are told on the terminal; `--json` has all."""


def run(args: argparse.Namespace) -> int:
    """Assess the table; print the summary, and write every filing where `--out` says."""
    _check(args)
    from raport.app.assess_files import Laws
    from raport.app.assess_table import assess_table, check_out, write_table

    if args.out is not None:
        check_out(args.out)
    on = args.on or date.today()
    assessed = assess_table(args.table, args.map, Laws(args.known), on, _bar, use_pack=args.pack)
    _tell_unread(assessed, str(args.table))
    written = write_table(args.out, assessed, _bar) if args.out is not None else None
    if args.json:
        _show_json(assessed, written, args)
    else:
        _show_prose(assessed, args)
    return 2 if assessed.unread else 0


def _check(args: argparse.Namespace) -> None:
    """Raises `BadInput` where the options do not fit together, or the extra is not installed."""
    if args.files:
        raise refuse("a table or case files", "both", "raport assess --table EVENTS --map MAP.toml")
    if args.map is None:
        raise refuse("--map MAP.toml, which says how to read the table", "none", "see docs/formats/table.md")
    if args.audience not in DESK:
        help_ = "what others may be told is told case by case"
        raise refuse(f"a table for {' or '.join(DESK)}", f"--for {args.audience}", help_)
    missing = [name for name in EXTRA if find_spec(name) is None]
    if missing:
        found = f"no {' and no '.join(missing)}"
        raise refuse("the extra `table` of raport installed", found, "pip install 'raport[table]'")


def _bar(what: str, size: int, unit: str) -> Callable[[int], object]:
    """A bar on stderr for what takes more than a second, where somebody is looking."""
    if not size or not sys.stderr.isatty():
        return lambda _: None
    from tqdm import tqdm

    bar = tqdm(total=size, desc=what, unit=unit, unit_scale=True, file=sys.stderr, leave=False, delay=DELAY)

    def step(count: int) -> None:
        bar.update(count)
        if bar.n >= size:
            bar.close()

    return step


def _tell_unread(assessed: "TableAssessed", file: str) -> None:
    for one in assessed.unread[:MOST_TOLD]:
        print(one.problem(file), file=sys.stderr)
    more = len(assessed.unread) - MOST_TOLD
    if more > 0:
        print(f"{file}: {more} more such mistakes; --json has all", file=sys.stderr)


def _show_prose(assessed: "TableAssessed", args: argparse.Namespace) -> None:
    from raport.adapters.sentences import load_words
    from raport.law import Audience
    from raport.prose.tabling import Tabling

    words = load_words(args.lang, Audience(args.audience))
    sys.stdout.write(Tabling(assessed.law.pack, words).tell(assessed.summary))


def _show_json(assessed: "TableAssessed", written: int | None, args: argparse.Namespace) -> None:
    from raport.app.assess_table import write_summary

    tree = write_summary(assessed) | {
        "out": None if written is None else {"file": str(args.out), "rows": written}
    }
    json.dump(tree, sys.stdout, ensure_ascii=False, indent=2)
    print()
