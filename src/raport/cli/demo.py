"""`raport demo`: the sample cases, where each stood in 2019 and where the same would stand in 2025."""

import argparse
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from raport.cli.options import add_lang

if TYPE_CHECKING:
    from raport.app.assess_files import Assessed
    from raport.casefile import CaseFile
    from raport.prose import Telling
    from raport.prose.words import Words

_WIDTHS = (11, 22, 19, 20)


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
    """Print a table of contents, then every assessment; a twin after its original, with what differs."""
    from raport.adapters.sentences import load_words
    from raport.app.assess_files import Assessed, Laws, assess_files

    words = load_words(args.lang)
    cases: dict[str, Assessed] = {}
    for one in assess_files([sample_folder()], Laws(), its_day):
        if not isinstance(one, Assessed):
            raise one
        cases[one.file.case.id] = one
    shown = in_order(cases)
    parts = [_head(shown, words), *(_part(one, cases, words) for one in shown)]
    sys.stdout.write("\n\n".join(parts))
    return 0


def in_order(cases: "Mapping[str, Assessed]") -> "list[Assessed]":
    """Each case in the order of its id, its twin right after it."""
    return sorted(cases.values(), key=lambda c: (c.file.case.comparison or c.file.case.id, c.file.case.id))


def its_day(file: "CaseFile") -> date:
    """The day on which a sample file is looked at: its own `as-of`."""
    assert file.case.as_of is not None, "every sample file has its day"
    return file.case.as_of


def sample_folder() -> Path:
    """The folder of sample case files that ships with the program."""
    return Path(__file__).resolve().parent.parent / "sample"


def _part(one: "Assessed", cases: "Mapping[str, Assessed]", words: "Words") -> str:
    from raport.prose.comparing import Compared, compare

    telling = _telling(one, words)
    told = telling.tell(one.assessment)
    original = cases.get(one.file.case.comparison)
    if original is None:
        return told
    first = Compared(_telling(original, words), original.assessment)
    return compare(first, Compared(telling, one.assessment)) + "\n" + told


def _head(shown: "Iterable[Assessed]", words: "Words") -> str:
    from raport.prose.layout import heading, paragraph, table

    rows = [row for one in shown for row in _rows(one, words)]
    columns = [words(name) for name in ("demo-case", "demo-filing", "demo-stands", "demo-leads")]
    lines = [
        *heading(words("demo-title")),
        *paragraph(words("demo-what")),
        "",
        *heading(words("demo-contents"), "-"),
        *table(columns, rows, _WIDTHS),
    ]
    return "\n".join(lines) + "\n"


def _rows(one: "Assessed", words: "Words") -> list[list[str]]:
    """A line for each filing; case, day and what leads stand in the first."""
    telling = _telling(one, words)
    filings = {f.id: f for f in one.file.case.filings}
    rows = [
        ["", telling.short_title(filings[status.id]), telling.stage(status), ""]
        for status in one.assessment.filings
    ] or [["", words("no-filing"), "", ""]]
    leads = [telling.named("remedy", r.id) for r in one.assessment.remedies if r.leads]
    rows[0][0] = f"{one.assessment.case} {words.day(one.assessment.on)}"
    rows[0][3] = "; ".join(dict.fromkeys(leads)) or words("nothing-leads")
    return rows


def _telling(one: "Assessed", words: "Words") -> "Telling":
    from raport.prose import Telling

    return Telling(one.law.pack, words, one.file)
