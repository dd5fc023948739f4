"""Dates told by another: "about six months before graduation"."""

import re
from dataclasses import dataclass
from datetime import date

from raport.dates.edtf import DateError, month_length
from raport.dates.span import Span, plus

_DURATION = re.compile(
    r"P(?=\d)(?:(?P<years>\d{1,6})Y)?(?:(?P<months>\d{1,6})M)?(?:(?P<weeks>\d{1,6})W)?(?:(?P<days>\d{1,6})D)?"
    r"(?P<doubt>[?~%])?"
)
_DOUBT = {"": 0, "?": 1, "~": 1, "%": 2}


@dataclass(frozen=True, slots=True)
class Duration:
    """An ISO 8601 duration in years, months, weeks and days; `doubt` widens its smallest part by one or
    two.
    """

    months: int
    days: int
    unit: str
    doubt: str = ""

    def ends(self) -> tuple["tuple[int, int]", "tuple[int, int]"]:
        """The shortest and the longest it may be, each as (months, days)."""
        units = _DOUBT[self.doubt]
        months = units * {"Y": 12, "M": 1}.get(self.unit, 0)
        days = units * {"W": 7, "D": 1}.get(self.unit, 0)
        shortest = (max(0, self.months - months), max(0, self.days - days))
        return shortest, (self.months + months, self.days + days)


def parse_duration(text: str) -> Duration:
    """A text such as `P6M~`, `P1Y6M`, `P10D`, `P2W`. Raises `DateError`."""
    found = _DURATION.fullmatch(text)
    if not found:
        raise DateError(
            text,
            "P, then years Y, months M, weeks W, days D",
            expected="a duration such as P6M~, P10D or P1Y6M",
        )
    parts = {
        name: int(found[name]) for name in ("years", "months", "weeks", "days") if found[name] is not None
    }
    unit = {"years": "Y", "months": "M", "weeks": "W", "days": "D"}[list(parts)[-1]]
    months = parts.get("years", 0) * 12 + parts.get("months", 0)
    days = parts.get("weeks", 0) * 7 + parts.get("days", 0)
    return Duration(months, days, unit, found["doubt"] or "")


@dataclass(frozen=True, slots=True)
class Relative:
    """So long before or after an anchor; without `by`, any day on that side of it."""

    anchor: str
    before: bool
    by: Duration | None

    def resolve(self, anchor: Span) -> Span:
        """The days it may be, given the anchor's days; month arithmetic rounds outward."""
        if self.by is None:
            return Span(date.min, anchor.latest) if self.before else Span(anchor.earliest, date.max)
        shortest, longest = self.by.ends()
        sign = -1 if self.before else 1
        first, last = (longest, shortest) if self.before else (shortest, longest)
        return Span(
            date.min if anchor.open_start else _moved(anchor.earliest, first, sign, up=False),
            date.max if anchor.open_end else _moved(anchor.latest, last, sign, up=True),
        )


def _moved(day: date, by: tuple[int, int], sign: int, *, up: bool) -> date:
    """The day moved, within the calendar; a number the month lacks is rounded down, or `up`."""
    months, days = by
    year, month = divmod(day.year * 12 + day.month - 1 + sign * months, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    length = month_length(year, month + 1)
    moved = date(year, month + 1, min(day.day, length))
    return plus(moved, sign * days + (1 if up and day.day > length else 0))
