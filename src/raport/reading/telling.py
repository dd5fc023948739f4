"""A reading told back, "1 to 10 October 2019", and what helps where nothing was understood."""

import re
from collections.abc import Iterable
from datetime import date

from raport.casefile.relative import relative_parts
from raport.dates import Span, parse_duration
from raport.errors import Problem
from raport.reading.lexicon import Sayings
from raport.reading.said import Anchor, SayingError, Understood


def tell(understood: Understood, words: Sayings, anchors: Iterable[Anchor] = ()) -> str:
    """The days as people say them, first to last; of a relative day also from which event."""
    parts = relative_parts(understood.day)
    if not parts:
        return tell_span(understood.span, words)
    side = "before" if "before" in parts else "after"
    anchor = next((a for a in anchors if a.id == parts[side]), None)
    name = anchor.names[0] if anchor and anchor.names else parts[side]
    if parts.get("by") == "P0D":
        told = words("on-event-day", name=name)
    else:
        told = words(f"{side}-event", by=_by(parts.get("by", ""), words), name=name)
    if understood.span == Span.unknown():
        return told
    return words("that-is", told=told, span=tell_span(understood.span, words))


def tell_span(span: Span, words: Sayings) -> str:
    """From which day to which, both counted."""
    if span.open_start and span.open_end:
        return words("not-known")
    if span.open_start:
        return words("not-after", day=_day(span.latest, words))
    if span.open_end:
        return words("not-before", day=_day(span.earliest, words))
    first, last = span.earliest, span.latest
    if first == last:
        return _day(first, words)
    if (first.year, first.month) == (last.year, last.month):
        return words("within-month", first=first.day, last=_day(last, words))
    if first.year == last.year:
        return words("from-to", first=_day(first, words, year=False), last=_day(last, words))
    return words("from-to", first=_day(first, words), last=_day(last, words))


def tell_ours(understood: Understood, words: Sayings) -> list[str]:
    """What in it is our reading, a sentence each."""
    return [words(f"ours-{ours.value}") for ours in sorted(understood.ours, key=lambda o: o.value)]


def tell_refusal(error: SayingError, words: Sayings) -> Problem:
    """What was expected, what came, what helps."""
    code = error.code
    return Problem(
        words(f"expected-{code}", **error.found),
        words(f"found-{code}", **error.found),
        words(f"help-{code}", **error.found),
    )


def _day(day: date, words: Sayings, *, year: bool = True) -> str:
    month = words("month-names").split()[day.month - 1]
    return words("day" if year else "day-of-year", d=day.day, month=month, y=day.year)


_PARTS = re.compile(r"(\d+)([YMWD])")


def _by(by: str, words: Sayings) -> str:
    """How long, as a range: "5 to 7 months"."""
    if not by:
        return words("any-time")
    if by[-1] not in "?~%":
        told = " ".join(words(f"length-{unit}", n=int(n)) for n, unit in _PARTS.findall(by))
        return words("exactly", told=told)
    units = _PARTS.findall(by)
    count, unit = int(units[-1][0]), units[-1][1]
    if len(units) > 1:  # a year and six months: told in months
        duration = parse_duration(by)
        count, unit = (duration.months, "M") if unit == "M" else (duration.days, "D")
        if duration.months and duration.days:
            return words("about", told=" ".join(words(f"length-{u}", n=int(n)) for n, u in units))
    doubt = 2 if by[-1] == "%" else 1
    last = count + doubt
    one = "-one" if last % 10 == 1 and last % 100 != 11 else ""
    return words(f"range-{unit}{one}", first=max(0, count - doubt), last=last)
