"""`raport demo`: the sample cases, where each stood in 2019 and where the same would stand in 2025."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from raport.cli.options import add_lang

if TYPE_CHECKING:
    from raport.casefile import CaseFile


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "demo",
        help="the sample cases, assessed",
        description="Four cases modelled on a published report on 16 November 2019, the same with every date "
        "moved by five years and eight months, and five invented ones, each on its own day.",
    )
    add_lang(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print every sample assessment."""
    from raport.adapters.sentences import load_words
    from raport.app.assess_files import Assessed, Laws, assess_files
    from raport.prose import Telling

    words = load_words(args.lang)
    for n, one in enumerate(assess_files([sample_folder()], Laws(), its_day)):
        if not isinstance(one, Assessed):
            raise one
        if n:
            print("\n")
        print(Telling(one.law.pack, words, one.file).tell(one.assessment), end="")
    return 0


def its_day(file: "CaseFile") -> date:
    """The day on which a sample file is looked at: its own `as-of`."""
    assert file.case.as_of is not None, "every sample file has its day"
    return file.case.as_of


def sample_folder() -> Path:
    """The folder of sample case files that ships with the program."""
    return Path(__file__).resolve().parent.parent / "sample"
