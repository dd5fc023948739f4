"""Calendars of working days, as values: each year with its source, and no year by guess."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum

from raport.errors import Problem, RaportError


class DayKind(Enum):
    """What kind of day it is in the calendar of working days."""

    WORKING = "working"
    OFF = "off"
    MOVED_OFF = "moved-off"  # a day off moved here from elsewhere
    WORKING_WEEKEND = "working-weekend"  # a Saturday or Sunday on which people work
    SHORTENED = "shortened"
    DECREED = "decreed"  # non-working with pay, by decree


class Decreed(Enum):
    """How a rule treats days that are non-working with pay by decree."""

    OFF = "off"
    WORKING = "working"


class CalendarGap(RaportError):  # noqa: N818 - it names a gap, and the word is in the glossary
    """The calendar does not cover a year that the count needs."""

    def __init__(self, calendar: str, year: int) -> None:
        super().__init__(
            f"the calendar {calendar!r} does not cover the year {year}: add that year's calendar to the pack"
        )
        self.calendar = calendar
        self.year = year


@dataclass(frozen=True, slots=True)
class Year:
    """One year: the days that are not what their weekday says. `decree` is empty unless its number was
    read.
    """

    year: int
    days: Mapping[date, DayKind]
    source: str
    confidence: str
    decree: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of one country in the years it covers. `weekend`: weekday numbers, Monday is 0."""

    id: str
    years: Mapping[int, Year]
    weekend: tuple[int, ...] = (5, 6)
    _off: frozenset[date] = field(init=False, repr=False)
    _decreed: frozenset[date] = field(init=False, repr=False)
    _works: frozenset[date] = field(init=False, repr=False)  # said to, be it a weekend

    def __post_init__(self) -> None:
        every = [(d, k) for y in self.years.values() for d, k in y.days.items()]
        off = frozenset(d for d, k in every if k in (DayKind.OFF, DayKind.MOVED_OFF))
        object.__setattr__(self, "_off", off)
        object.__setattr__(self, "_decreed", frozenset(d for d, k in every if k is DayKind.DECREED))
        works = (DayKind.WORKING, DayKind.SHORTENED, DayKind.WORKING_WEEKEND)
        object.__setattr__(self, "_works", frozenset(d for d, k in every if k in works))

    def kind(self, day: date) -> DayKind:
        """The kind of a day. Raises `CalendarGap` for a year that is not covered."""
        year = self.years.get(day.year)
        if year is None:
            raise CalendarGap(self.id, day.year)
        special = year.days.get(day)
        if special is not None:
            return special
        return DayKind.OFF if day.weekday() in self.weekend else DayKind.WORKING

    def works(self, day: date, decreed: Decreed) -> bool:
        """Whether people work on this day. Raises `CalendarGap` for a year that is not covered."""
        if day.year not in self.years:
            raise CalendarGap(self.id, day.year)
        if day in self._decreed:
            return decreed is Decreed.WORKING
        if day in self._off:
            return False
        return day.weekday() not in self.weekend or day in self._works


_LISTS = {
    "off": DayKind.OFF,
    "moved-off": DayKind.MOVED_OFF,
    "working-weekend": DayKind.WORKING_WEEKEND,
    "shortened": DayKind.SHORTENED,
    "decreed": DayKind.DECREED,
}


class CalendarError(RaportError):
    """A calendar's table is not what it should be: which table (from 0), and at which of its keys."""

    def __init__(self, problem: Problem, key: str) -> None:
        super().__init__(str(problem))
        self.problem = problem
        self.key = key
        self.table = 0


def read_calendar(tables: Iterable[Mapping[str, object]]) -> Calendar:
    """One calendar from its years' tables (`docs/formats/pack.md`). Raises `CalendarError`."""
    years: dict[int, Year] = {}
    name = ""
    for number, table in enumerate(tables):
        name = str(table.get("calendar", ""))
        try:
            year = _year(table)
            if year.year in years:
                found = f"the year {year.year} twice"
                raise _wrong("year", "one table for each year", found, "put its days in one file")
        except CalendarError as error:
            error.table = number
            raise
        years[year.year] = year
    if not name:
        raise _wrong("calendar", "`calendar`, its name", "nothing")
    return Calendar(name, years)


def _year(table: Mapping[str, object]) -> Year:
    number = table.get("year")
    if not isinstance(number, int) or isinstance(number, bool):
        raise _wrong("year", "`year`, such as 2019", repr(number))
    days: dict[date, DayKind] = {}
    for key, kind in _LISTS.items():
        listed = table.get(key, [])
        if not isinstance(listed, list):
            raise _wrong(key, f"a list of days for `{key}`", repr(listed))
        for day in listed:
            if not isinstance(day, date) or isinstance(day, datetime) or day.year != number:
                help_ = "a day has no time of day" if isinstance(day, datetime) else "such as 2019-05-09"
                if isinstance(day, date) and day.year != number:
                    help_ = "a day stands in the file of its year"
                raise _wrong(key, f"days of {number} in `{key}`", _told(day), help_)
            if day in days:
                found = f"{day} as {days[day].value} and {key}"
                raise _wrong(key, f"each day once in the calendar of {number}", found, "take one of them out")
            if (kind is DayKind.WORKING_WEEKEND) != (day.weekday() in (5, 6)) and kind in (
                DayKind.WORKING_WEEKEND,
                DayKind.MOVED_OFF,
                DayKind.DECREED,
                DayKind.SHORTENED,
            ):
                help_ = (
                    "a weekend that is off need not be said" if kind is not DayKind.WORKING_WEEKEND else ""
                )
                raise _wrong(key, f"days of {number} that can be `{key}`", f"{day}, a {day:%A}", help_)
            days[day] = kind
    return Year(
        number,
        days,
        str(table.get("source", "")),
        str(table.get("confidence", "")),
        str(table.get("decree", "")),
    )


def _told(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else repr(value)


def _wrong(key: str, expected: str, found: str, help_: str = "") -> CalendarError:
    return CalendarError(Problem(expected=expected, found=found, help=help_), key)


def days_of(year: int) -> list[date]:
    """Every day of a year."""
    first = date(year, 1, 1)
    return [first + timedelta(n) for n in range((date(year, 12, 31) - first).days + 1)]
