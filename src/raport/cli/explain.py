"""`raport explain`: the day-by-day count behind one date."""

import argparse
import sys
from datetime import date
from pathlib import Path

from raport.cli.options import add_lang, day


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "explain",
        help="the day-by-day count behind one date, as a lawyer would write it",
        description="How one clock of one filing was counted: its start and why, each day off that was "
        "skipped, the end on each reading of the law. A wrong FILING or CLOCK lists those there are.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a case file")
    parser.add_argument("filing", metavar="FILING", help="the id of a filing, such as f1")
    parser.add_argument(
        "clock",
        metavar="CLOCK",
        help="the id of a clock, such as 59.answer; a wrong one lists those there are",
    )
    parser.add_argument("--on", type=day, metavar="DAY", help="the day to stand on (default: today)")
    parser.add_argument(
        "--pack", metavar="PACK", help="a pack's id or folder instead of the file's jurisdiction"
    )
    add_lang(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Count and print."""
    from raport.adapters.sentences import load_words
    from raport.app.assess_files import Laws, read_case_file
    from raport.prose.explaining import explain

    laws = Laws()
    if args.pack is not None:
        laws.law(args.pack)
    file = read_case_file(args.file, laws, use_pack=args.pack)
    law = laws.law(args.pack or file.case.jurisdiction)
    sys.stdout.write(
        explain(file, law, args.filing, args.clock, args.on or date.today(), load_words(args.lang))
    )
    return 0
