"""`raport assess`: where each request of each case file stands."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from raport.cli.options import add_lang, can_write, complain, day, refuse


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "assess",
        help="where each request stands on a day, why, and what next",
        description="Assess case files, or all case files of a folder. Exit status 0; 2 where some input was "
        "bad (the good files are still assessed).",
    )
    parser.add_argument(
        "files", nargs="*", type=Path, metavar="FILE", help="a case file (TOML, JSON) or a folder"
    )
    parser.add_argument("--on", type=day, metavar="DAY", help="the day to stand on (default: today)")
    parser.add_argument(
        "--json", action="store_true", help="for machines: one JSON object, or a list for several files"
    )
    parser.add_argument(
        "--for",
        dest="audience",
        choices=("applicant", "relative", "caseworker", "advocate", "public"),
        default="caseworker",
        help="tell only what this audience may be told (default: caseworker)",
    )
    parser.add_argument(
        "--known", type=day, metavar="DAY", help="use only what the pack knew of the law on that day"
    )
    parser.add_argument(
        "--pack", metavar="PACK", help="a pack's id or folder instead of the file's jurisdiction"
    )
    parser.add_argument(
        "--table", type=Path, metavar="EVENTS", help="a table of events (CSV, Parquet) instead of files"
    )
    parser.add_argument(
        "--map", type=Path, metavar="MAP.toml", help="how to read the table: docs/formats/table.md"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="with --table: write every row to this file")
    parser.add_argument("--all", action="store_true", help="every question, not only the first fifteen")
    add_lang(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Assess and print."""
    if args.table is not None:
        from raport.cli import table

        return table.run(args)
    if not args.files:
        raise refuse(
            "a case file or a folder", "nothing", "raport assess FILE..., or raport demo for the sample"
        )
    return _assess(args, args.on or date.today())


def _assess(args: argparse.Namespace, on: date) -> int:
    from raport.app.assess_files import Assessed, Laws, assess_files

    laws = Laws(args.known)
    if args.pack is not None:
        laws.law(args.pack)  # a pack that is not there is told once, not for each file
    done: list[Assessed] = []
    bad = 0
    progress = _Progress(args.files)
    for one in assess_files(args.files, laws, lambda _: on, use_pack=args.pack):
        if isinstance(one, Assessed):
            done.append(one)
        else:
            bad += 1
            progress.clear()
            complain(one.problems)
        progress.step()
    progress.end()
    show = _show_json if args.json else _show_prose
    show(done, args)
    return 2 if bad else 0


class _Progress:
    """A bar on stderr for a folder, where somebody is looking; else nothing."""

    def __init__(self, paths: list[Path]) -> None:
        self._bar = None
        if any(p.is_dir() for p in paths) and sys.stderr.isatty():
            from tqdm import tqdm

            from raport.adapters.cases import count_files

            self._bar = tqdm(total=count_files(paths), unit="case", file=sys.stderr, leave=False, ncols=80)

    def step(self) -> None:
        if self._bar is not None:
            self._bar.update()

    def clear(self) -> None:
        """Make room for a line; the bar comes back with the next step."""
        if self._bar is not None:
            self._bar.clear()

    def end(self) -> None:
        if self._bar is not None:
            self._bar.close()


def _show_json(done: list, args: argparse.Namespace) -> None:  # type: ignore[type-arg] # of Assessed, imported late
    from raport.assess import write_assessment
    from raport.assess.audience import for_audience
    from raport.law import Audience

    audience = Audience(args.audience)
    trees = [write_assessment(for_audience(d.assessment, audience), d.law.pack) for d in done]
    one = len(args.files) == 1 and not args.files[0].is_dir()
    if one and not trees:
        return  # it was bad, and told so
    # A terminal without Russian letters gets them as \uXXXX: JSON loses nothing.
    escaped = not can_write(sys.stdout.encoding or "ascii")
    json.dump(trees[0] if one else trees, sys.stdout, ensure_ascii=escaped, indent=2)
    print()


def _show_prose(done: list, args: argparse.Namespace) -> None:  # type: ignore[type-arg] # of Assessed, imported late
    from raport.adapters.sentences import load_words
    from raport.assess.audience import for_audience
    from raport.law import Audience
    from raport.prose import Telling

    audience = Audience(args.audience)
    words = load_words(args.lang, audience)
    for n, one in enumerate(done):
        if n:
            print("\n")
        telling = Telling(one.law.pack, words, one.file, everything=args.all)
        sys.stdout.write(telling.tell(for_audience(one.assessment, audience)))
