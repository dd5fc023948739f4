"""A reading as a tree of plain values, for JSON: `docs/formats/reading.md` is its written form."""

from collections.abc import Sequence

from raport.app.reading import MEASURED_ON, ClockMove, Given, Reading, Refused, ScannedPage
from raport.reading.papers import Abstention, Place, Proposal, Rect, Word

type Tree = dict[str, object]


def write_reading(reading: Reading, files: Sequence[Given]) -> Tree:
    """All of it but the pictures; every key is always there."""
    return {
        "raport": 1,
        "files": [one.name for one in files],
        "pages": [_page(page) for page in reading.scan.pages],
        "refused": [_refused(one) for one in reading.scan.refused],
        "proposals": [_proposal(one) for one in reading.findings.proposals],
        "abstentions": [_abstention(one) for one in reading.findings.abstentions],
        "event": reading.event or None,
        "moves": [_move(move) for move in reading.moves],
        "measured-on": MEASURED_ON,
    }


def _page(page: ScannedPage) -> Tree:
    return {
        "file": page.of,
        "page": page.page,
        "width": page.words.width,
        "height": page.words.height,
        "angle": page.angle,
        "turned": page.turned,
        "words": [_word(word) for word in page.words.words],
    }


def _word(word: Word) -> Tree:
    return {"text": word.text, "line": word.line, "sure": round(word.sure, 2), **_rect(word.rect)}


def _refused(one: Refused) -> Tree:
    return {"file": one.of, "page": one.page, "why": one.why}


def _proposal(one: Proposal) -> Tree:
    return {
        "field": one.field.value,
        "value": one.value,
        "said": one.said,
        "sure": round(one.sure, 2),
        "doubts": [doubt.value for doubt in one.doubts],
        "grounds": [ground.value for ground in one.grounds],
        "places": [_place(place) for place in one.places],
    }


def _abstention(one: Abstention) -> Tree:
    candidates = [_proposal(candidate) for candidate in one.candidates]
    return {"field": one.field.value, "why": one.why.value, "candidates": candidates}


def _place(place: Place) -> Tree:
    return {"page": place.page, **_rect(place.rect)}


def _rect(rect: Rect) -> Tree:
    return {"left": rect.left, "top": rect.top, "width": rect.width, "height": rect.height}


def _move(move: ClockMove) -> Tree:
    due = move.due
    return {
        "filing": move.filing,
        "clock": move.clock,
        "before": move.before.value if move.before else None,
        "after": move.after.value,
        "stops": move.stops,
        "due": None
        if due is None
        else {
            "earliest": None if due.open_start else due.earliest.isoformat(),
            "latest": None if due.open_end else due.latest.isoformat(),
        },
    }
