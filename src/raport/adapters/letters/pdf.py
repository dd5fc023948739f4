"""A letter as PDF/A, and as screens to copy from by hand. The fonts travel with the program."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Final

import typst

from raport.adapters.letters.glyphs import FOLDER, shown
from raport.drafting import Paragraph

_HERE = Path(__file__).parent
STANDARD: Final = "a-1b"
"""The oldest PDF/A: taken everywhere, and a free validator checks it (tests/letters/test_archival.py)."""


def write_letter_pdf(paragraphs: Sequence[Paragraph], on: date, title: str) -> bytes:
    """The letter as PDF/A-1b: the same text, day and title make the same bytes."""
    return _compiled(
        "letter.typ", {"title": shown(title), "paragraphs": [_paragraph(p) for p in paragraphs]}, on
    )


def write_hand_pdf(
    paragraphs: Sequence[Paragraph], on: date, page: tuple[str, str], last: Sequence[str]
) -> bytes:
    """What is to be copied by hand, in large type, a page a screen. `page`: "Screen", "of"; `last`: what the
    last screen says of copies and of the mark.
    """
    told = {"paragraphs": [_paragraph(p) for p in paragraphs], "page": page, "last": list(last)}
    return _compiled("hand.typ", told, on)


def _paragraph(paragraph: Paragraph) -> dict[str, object]:
    return {
        "part": paragraph.as_.value,
        "number": paragraph.number,
        "runs": [{"text": shown(run.shown), "blank": run.blank} for run in paragraph.runs],
    }


def _compiled(name: str, told: Mapping[str, object], on: date) -> bytes:
    day = {"year": on.year, "month": on.month, "day": on.day}
    made = _compiler(name).compile(
        format="pdf",
        sys_inputs={"letter": json.dumps({**told, "on": day}, ensure_ascii=False)},
        pdf_standards=[STANDARD],
        timestamp=datetime(
            on.year, on.month, on.day, tzinfo=UTC
        ),  # the hour and the zone are nobody's business
    )
    assert isinstance(made, bytes), "one PDF, however many pages"
    return made


@cache
def _compiler(name: str) -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
    return typst.Compiler(str(_HERE / name), root=str(_HERE), font_paths=fonts)
