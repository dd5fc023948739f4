"""Days as people say them: "early October", "autumn 2019", "half a year before graduation".

A saying gives days of the case file (docs/formats/case.md), or is refused with what helps; it is never
guessed. How wide each vague word is: docs/formats/sayings.md. What was not said (a year) is marked as our
reading, and the other readings are given with it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from raport.casefile.relative import relative_parts, relative_text
from raport.dates import DateError, Relative, Span, parse_duration, read_span
from raport.reading.grammar import Parser, Unknown
from raport.reading.lexicon import Sayings
from raport.reading.meaning import Meaning
from raport.reading.said import Anchor, Ours, Reading, SayingError, Understood
from raport.reading.scan import Scan

LONGEST = 200
"""Nobody says a day in more letters; what is longer is a story and belongs into a note."""
MOST = 8
"""More readings than this are no choice: the likeliest are offered."""


def read_date(text: str, today: date, words: Sayings, anchors: Sequence[Anchor] = ()) -> Reading:
    """What the text may mean, said on `today` in a case with these events. Raises `SayingError`."""
    text = text.strip()
    if not text:
        raise SayingError("empty")
    if len(text) > LONGEST:
        raise SayingError("long", letters=len(text))
    written = _written(text, anchors)
    if written:
        return Reading(written)
    scan = Scan(text, words)
    readings = Parser(scan, today).readings()
    if not readings:
        raise SayingError("words", word=scan.strange or text)
    found = _understood(readings, Meaning(today, anchors), text)
    if scan.misspelled:
        found = [replace(u, ours=u.ours | {Ours.SPELLING}) for u in found]
    if words.after_month == "year":  # "October 19"
        found.sort(key=lambda u: Ours.YEAR in u.ours)
    return Reading(_apart(found)[:MOST])


def write(understood: Understood) -> str:
    """One line that reads back to the same day."""
    return understood.day


def value_of(understood: Understood) -> str | dict[str, str]:
    """The day as a case file has it: EDTF, or a table such as `{ before = "e0", by = "P6M~" }`."""
    return relative_parts(understood.day) or understood.day


def line_of(value: object) -> str:
    """The same the other way round: what a case file has, as one line for a form."""
    if isinstance(value, Mapping):
        side = "before" if "before" in value else "after"
        return relative_text(side, str(value.get(side, "")), str(value.get("by", "")))
    return "" if value is None else str(value)


def _understood(readings: Sequence[object], meaning: Meaning, text: str) -> list[Understood]:
    """All the days of all the readings; an error only where none has any."""
    found: list[Understood] = []
    refused: SayingError | None = None
    for node in readings:
        if isinstance(node, Unknown):
            found.append(Understood("..", Span.unknown()))
            continue
        try:
            found += meaning.understood(node)  # type: ignore[arg-type]  # what is not Unknown is a node
        except SayingError as error:
            refused = refused or error
    if found:
        return found
    if refused is None:
        raise SayingError("no-day", word=text)
    raise SayingError(
        refused.code, **{**refused.found, **({"word": text} if refused.found.get("word") == "?" else {})}
    )


def _apart(found: Sequence[Understood]) -> tuple[Understood, ...]:
    """Each day once. Where another reading gave the same day with nothing added, nothing was added."""
    by_day: dict[object, Understood] = {}
    for one in found:
        key = one.day if relative_parts(one.day) else one.span
        known = by_day.get(key)
        by_day[key] = one if known is None else replace(known, ours=known.ours & one.ours)
    return tuple(by_day.values())


_SEASON_OR_YEARS = re.compile(r"(\d\d)(\d\d)-(2[1-4])")


def _written(text: str, anchors: Sequence[Anchor]) -> tuple[Understood, ...]:
    """A text that is a day of a case file already; nothing where it is not."""
    parts = relative_parts(text)
    if parts:
        return _written_relative(text, parts, anchors)
    try:
        read = Understood(text, read_span(text))
    except DateError:
        return ()
    years = _SEASON_OR_YEARS.fullmatch(text)  # 2019-21: spring, or two years as people write them
    if years and years[2] < years[3]:
        other = f"{years[1]}{years[2]}/{years[1]}{years[3]}"
        ours = frozenset({Ours.SENSE})
        return replace(read, ours=ours), Understood(other, read_span(other), ours)
    return (read,)


def _written_relative(
    text: str, parts: Mapping[str, str], anchors: Sequence[Anchor]
) -> tuple[Understood, ...]:
    side = "before" if "before" in parts else "after"
    anchor = next((a for a in anchors if a.id == parts[side]), None)
    try:
        by = parse_duration(parts["by"]) if "by" in parts else None
    except DateError:
        return ()
    if anchor is None:
        return ()
    return (Understood(text, Relative(anchor.id, side == "before", by).resolve(anchor.span)),)
