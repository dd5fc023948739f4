"""Days as people say them: "early October", "autumn 2019", "half a year before graduation".

A saying gives days of the case file (docs/formats/case.md), or is refused with what helps; it is never
guessed. How wide each vague word is: docs/formats/sayings.md. What was not said (a year) is marked as our
reading, and the other readings are given with it.
"""

from collections.abc import Sequence
from datetime import date

from raport.casefile.relative import relative_parts
from raport.dates import DateError, Relative, Span, parse_duration, read_span
from raport.reading.lexicon import Sayings
from raport.reading.said import Anchor, Reading, SayingError, Understood

LONGEST = 200
"""Nobody says a day in more letters; what is longer is a story and belongs into a note."""


def read_date(text: str, today: date, words: Sayings, anchors: Sequence[Anchor] = ()) -> Reading:
    """What the text may mean, said on `today` in a case with these events. Raises `SayingError`."""
    text = text.strip()
    if not text:
        raise SayingError("empty")
    if len(text) > LONGEST:
        raise SayingError("long", letters=len(text))
    written = _written(text, anchors)
    if written is not None:
        return Reading((written,))
    raise SayingError("words", word=text)


def write(understood: Understood) -> str:
    """One line that reads back to it."""
    return understood.day


def value_of(understood: Understood) -> str | dict[str, str]:
    """The day as a case file has it: EDTF, or a table such as `{ before = "e0", by = "P6M~" }`."""
    return relative_parts(understood.day) or understood.day


def line_of(value: object) -> str:
    """The same the other way round: what a case file has, as one line for a form."""
    if isinstance(value, dict):
        side = "before" if "before" in value else "after"
        return f"{value.get('by', '')} {side} {value.get(side, '')}".strip()
    return str(value)


def _written(text: str, anchors: Sequence[Anchor]) -> Understood | None:
    """A text that is a day of a case file already; None where it is not."""
    parts = relative_parts(text)
    if parts:
        side = "before" if "before" in parts else "after"
        anchor = next((a for a in anchors if a.id == parts[side]), None)
        if anchor is None:
            return None
        try:
            by = parse_duration(parts["by"]) if "by" in parts else None
        except DateError:
            return None
        return Understood(text, Relative(anchor.id, side == "before", by).resolve(anchor.span))
    try:
        return Understood(text, read_span(text))
    except DateError:
        return None
