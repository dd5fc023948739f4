"""Dates as testimony has them: EDTF (Library of Congress; ISO 8601-2), levels 0 and 1.

What doubt means in days is ours (docs/formats/edtf.md): `~` and `?` widen by one unit of the written
precision on each side, `%` by two, since a doubtful date must never give a firm answer. The winter of a year
is any day from the December before it to the February after it. Of a date with a time the day is taken as
written.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, time, timedelta

from raport.dates.span import Span
from raport.errors import Problem, RaportError

_EXAMPLES = (
    "a date such as 2019-10-10, 2019-10, 2019~, 2019-21 (spring), 201X, 2019-07/2019-09, ../2019-11-16 or .."
)


class DateError(RaportError):
    """A text that is no date as we write them."""

    def __init__(self, found: str, help_: str, expected: str = _EXAMPLES) -> None:
        self.problem = Problem(expected=expected, found=repr(found), help=help_)
        super().__init__(str(self.problem))


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """One date. `masked_year` counts the digits of the year written as X (0 to 3); `year` is then the first
    of the years it may be. `month` may be a season (21 to 24); months or days written XX are absent. `doubt`
    is "", "?", "~" or "%".
    """

    year: int
    month: int | None = None
    day: int | None = None
    masked_year: int = 0
    doubt: str = ""

    def span(self) -> Span:
        """The days it may be. Raises `DateError` outside the years 1 to 9999."""
        return self._widened(self._plain())

    def bounds(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """First and last day as written, without doubt: (year, month, day), of any year."""
        if self.month is None:
            return (self.year, 1, 1), (self.year + 10**self.masked_year - 1, 12, 31)
        if self.month in _SEASONS:
            return self._season()
        length = month_length(self.year, self.month)
        if self.day is None:
            return (self.year, self.month, 1), (self.year, self.month, length)
        return (self.year, self.month, self.day), (self.year, self.month, self.day)

    def _season(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        assert self.month is not None
        if self.month == _WINTER:
            after = self.year + 1
            return (self.year - 1, 12, 1), (after, 2, month_length(after, 2))
        first = 3 * (self.month - 20)  # 21, spring, begins in March
        return (self.year, first, 1), (self.year, first + 2, month_length(self.year, first + 2))

    def _plain(self) -> Span:
        first, last = self.bounds()
        return Span(_day(first, self), _day(last, self))

    def _widened(self, span: Span) -> Span:
        units = {"": 0, "?": 1, "~": 1, "%": 2}[self.doubt]
        if not units:
            return span
        if self.day is not None:
            return span.shift_ends(-units, units)
        if self.month is None:
            months = 12 * 10**self.masked_year
        else:
            months = 3 if self.month in _SEASONS else 1
        return Span(
            add_months(span.earliest, -units * months),
            add_months(span.latest + timedelta(days=1), units * months, end=True)
            if span.latest < date.max
            else date.max,
        )


@dataclass(frozen=True, slots=True)
class EdtfInterval:
    """From one date to another; None where that end is open (`..`) or not known (blank)."""

    start: EdtfDate | None
    end: EdtfDate | None

    def span(self) -> Span:
        """Every day between the first possible and the last possible."""
        first = date.min if self.start is None else self.start.span().earliest
        last = date.max if self.end is None else self.end.span().latest
        return Span(first, last)


type Edtf = EdtfDate | EdtfInterval

_SEASONS = range(21, 25)
_WINTER = 24


def read_span(text: str) -> Span:
    """The days a text may mean. Raises `DateError`."""
    return parse_edtf(text).span()


def parse_edtf(text: str) -> Edtf:
    """A text of EDTF level 0 or 1. Raises `DateError` that says what helps."""
    if text == "..":
        return EdtfInterval(None, None)
    if text.count("/") == 1:
        left, right = text.split("/")
        if not left and not right:
            raise DateError(text, "for a date that is not known write ..")
        interval = EdtfInterval(_end_of(left, text), _end_of(right, text))
        _in_order(interval, text)
        return interval
    return _parse_date(text, text)


def write_edtf(span: Span) -> str:
    """The span as a text that reads back to it."""
    return str(span)


def _end_of(part: str, whole: str) -> EdtfDate | None:
    if part in ("", ".."):
        return None
    if "T" in part:
        raise DateError(whole, "an interval is of days: leave the time out")
    return _parse_date(part, whole)


def _in_order(interval: EdtfInterval, whole: str) -> None:
    start, end = interval.start, interval.end
    if start is None or end is None:
        return
    same = start.year == end.year
    seasons = [m for m in (start.month, end.month) if m and m in _SEASONS]
    if start.bounds()[0] > end.bounds()[1] or (same and seasons != sorted(seasons)):
        if start.month == _WINTER and same:
            began = f"{start.year:04}-01"
            raise DateError(
                whole,
                f"a winter (24) is the last season of its year: for the one that began it write {began}",
            )
        raise DateError(whole, "the interval ends before it begins: turn it round")


_DATE = re.compile(
    r"(?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX|-?\dXXX|-?XXXX)(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<doubt>[?~%])?"
)
_LONG_YEAR = re.compile(r"Y(?P<year>-?[1-9]\d{4,17})(?P<doubt>[?~%])?")
_TIMED = re.compile(r"(?P<date>-?\d{4}-\d\d-\d\d)T(?P<time>\d\d:\d\d:\d\d)(?P<zone>Z|[+-]\d\d(?::\d\d)?)?")


def _parse_date(text: str, whole: str) -> EdtfDate:
    timed = _TIMED.fullmatch(text)
    if timed:
        _check_time(timed, whole)
        text = timed["date"]
    long = _LONG_YEAR.fullmatch(text)
    if long:
        return EdtfDate(int(long["year"]), doubt=long["doubt"] or "")
    found = _DATE.fullmatch(text)
    if not found:
        raise DateError(whole, _advice(text))
    return _checked(found, whole)


def _checked(found: re.Match[str], whole: str) -> EdtfDate:
    digits = found["year"]
    masked = digits.count("X")
    if masked == 4:
        raise DateError(whole, "a year with no digit known says nothing: write ..")
    if digits == "-0000":
        raise DateError(whole, "there is no year -0000: the year before 0001 is 0000")
    year = int(digits.replace("X", "9" if digits.startswith("-") else "0"))  # the first it may be
    month, day = found["month"], found["day"]
    if masked and month not in (None, "XX"):
        raise DateError(
            whole, "digits are left out from the right: write 201X, or a list of possible dates apart"
        )
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise DateError(
                whole,
                "a day in a month that is not known (level 2) is not read: write the year, or an interval",
            )
        return EdtfDate(year, masked_year=masked, doubt=found["doubt"] or "")
    return EdtfDate(
        year,
        _month(month, day, whole),
        _day_of_month(year, int(month), day, whole),
        doubt=found["doubt"] or "",
    )


def _month(month: str, day: str | None, whole: str) -> int:
    number = int(month)
    if number in _SEASONS:
        if day is not None:
            raise DateError(whole, "a season has no day: leave it out")
        return number
    if not 1 <= number <= 12:
        raise DateError(whole, "months are 01 to 12; seasons 21 spring, 22 summer, 23 autumn, 24 winter")
    return number


def _day_of_month(year: int, month: int, day: str | None, whole: str) -> int | None:
    if day in (None, "XX"):
        return None
    number = int(day)
    length = month_length(year, month)
    if not 1 <= number <= length:
        raise DateError(whole, f"that month has {length} days")
    return number


def _check_time(timed: re.Match[str], whole: str) -> None:
    try:
        time.fromisoformat(timed["time"])
    except ValueError:
        raise DateError(whole, "the time is no time: leave it out, only the day counts") from None
    zone = timed["zone"]
    if zone and zone != "Z":
        hours, _, minutes = zone[1:].partition(":")
        if int(hours) > 14 or int(minutes or 0) > 59:
            raise DateError(whole, "the offset is none: leave time and offset out, only the day counts")


_LOOKALIKE = str.maketrans(
    "\u0425\u0445\u041e\u043e\u0417\u0437", "XXOO33"
)  # Cyrillic letters that look like these


_LEVEL_2 = re.compile(r"[\[{}\]^]|\.\.|[?~%]\d|[?~%]-|X\d|-\dX|\d[ES]\d")
_LEVEL_2_ADVICE = "that is level 2 of EDTF, which is not read: write an interval, or ~ after the whole date"


def _advice(text: str) -> str:
    plain = text.strip()
    if not plain:
        return "for a date that is not known write .."
    if re.search(r"[\[{}\]]", plain):
        return _LEVEL_2_ADVICE
    if (plain != text or " " in plain) and not re.search(r"[^\W\dTXYZ]", plain):
        return f"leave the spaces out: {plain.replace(' ', '')}"
    if "/" in plain and not re.fullmatch(r"[\d/]{8,10}", plain):
        return "an interval has two ends: write the first and the last, with one / between them"
    if re.match(r"-?\d{4}-\d\d-\d\d[Tt]", plain):
        return "that is no time of day: leave it out, only the day counts"
    if re.fullmatch(r"Y-?\d{1,4}", plain):
        return f"Y is for years of more than four digits: {plain[1:].rjust(4, '0')}"
    if re.fullmatch(r"-?\d{5,}[?~%]?", plain):
        return "hyphens between year, month and day; a year of more than four digits begins with Y"
    german = re.fullmatch(r"(\d{1,2})[./](\d{1,2})[./](\d{4})", plain)
    if german:
        day, month, year = german.groups()
        return f"year first: {year}-{int(month):02}-{int(day):02}"
    slashed = re.fullmatch(r"(\d{4})[./](\d{1,2})[./](\d{1,2})", plain)
    if slashed:
        year, month, day = slashed.groups()
        return f"with hyphens: {year}-{int(month):02}-{int(day):02}"
    short = re.fullmatch(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?", plain)
    if short:
        year, month, last = short.groups()
        return f"two digits each: {year}-{int(month):02}" + (f"-{int(last):02}" if last else "")
    if plain.translate(_LOOKALIKE) != plain:
        return (
            f"a Cyrillic letter stands in it: write {plain.translate(_LOOKALIKE)} in Latin letters and digits"
        )
    if _LEVEL_2.search(plain):
        return _LEVEL_2_ADVICE
    return "year first, then month and day; ~ for about, .. for not known"


def _day(parts: tuple[int, int, int], said: EdtfDate) -> date:
    year, month, day = parts
    if not date.min.year <= year <= date.max.year:
        raise DateError(
            str(said.year), "days are counted from 0001 to 9999", expected="a year from 0001 to 9999"
        )
    return date(year, month, day)


def month_length(year: int, month: int) -> int:
    """Days in a month of the proleptic Gregorian calendar, of any year."""
    return monthrange(2000 + year % 400, month)[1]


def add_months(day: date, months: int, *, end: bool = False) -> date:
    """The same number so many months on (a shorter month: its last day); `end`: the day before that.

    Stops at the ends of the calendar.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if year < date.min.year:
        return date.min
    if year > date.max.year:
        return date.max
    moved = date(year, month + 1, min(day.day, month_length(year, month + 1)))
    if end:
        return moved - timedelta(days=1) if moved > date.min else moved
    return moved
