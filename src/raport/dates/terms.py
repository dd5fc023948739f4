"""Terms as the law counts them: how many of what, from which day, and what a day off does to the last one.

A term over an uncertain start gives the hull over every day in it; counting is monotone, so the two ends
are enough.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from raport.dates.calendars import Calendar, DayKind, Decreed
from raport.dates.span import Span, plus

_DAY = timedelta(days=1)
_HOURS = 24
_WEEK = 7
_YEAR = 12


class Unit(Enum):
    """What a term counts. `SUTKI`: whole days and nights by the calendar, as Russian procedure has them."""

    HOUR = "hour"
    SUTKI = "sutki"
    CALENDAR_DAY = "calendar-day"
    WORKING_DAY = "working-day"
    WEEK = "week"
    MONTH = "month"


class FirstDay(Enum):
    """Whether the day of the start is counted. `EITHER`: both ways, the end is a span."""

    NEXT = "next"
    SAME = "same"
    EITHER = "either"


class Roll(Enum):
    """What happens when the last day is a day off."""

    NONE = "none"
    NEXT_WORKING = "next-working"
    PREVIOUS_WORKING = "previous-working"


class MonthEnd(Enum):
    """Where a term of months ends in a month that lacks the number: rounded down, or up into the next
    month.
    """

    LAST_DAY = "last-day"
    NEXT_DAY = "next-day"


@dataclass(frozen=True, slots=True)
class Counting:
    """How a body of law counts."""

    first_day: FirstDay = FirstDay.NEXT
    roll: Roll = Roll.NONE
    decreed: Decreed = Decreed.OFF
    month_end: MonthEnd = MonthEnd.LAST_DAY
    calendar: Calendar | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """How long, in which unit."""

    count: int
    unit: Unit

    def __post_init__(self) -> None:
        if self.count < 1:
            raise ValueError(f"a term has at least one {self.unit.value}: {self.count}")

    def extended(self, more: "Term") -> "Term":
        """The term with another of the same unit added. Raises ValueError for another unit."""
        if more.unit is not self.unit:
            raise ValueError(f"a term in {self.unit.value} cannot be extended by {more.unit.value}")
        return Term(self.count + more.count, self.unit)


def due(start: Span, term: Term, counting: Counting, *, paused: int = 0) -> Span:
    """The last day of the term for every start in the span; `paused` whole days are added before rolling.

    Raises `CalendarGap` where a year is needed that the calendar does not cover.
    """
    return moved(unrolled(start, term, counting, paused=paused), counting)


def unrolled(start: Span, term: Term, counting: Counting, *, paused: int = 0) -> Span:
    """The last day before a day off moves it. Working days still need their calendar."""
    if start.is_day and not start.open_start:
        return Span(*_ends(start.earliest, term, counting, paused))
    first = date.min if start.open_start else _ends(start.earliest, term, counting, paused)[0]
    last = date.max if start.open_end else _ends(start.latest, term, counting, paused)[1]
    return Span(first, last)


def due_day(start: date, term: Term, counting: Counting, *, paused: int = 0) -> Span:
    """The last day for one start: a span, since hours and `EITHER` are counted outward to days."""
    first, last = _ends(start, term, counting, paused)
    return Span(rolled(first, counting), rolled(last, counting))


def counted_alike(one: Counting, other: Counting, unit: Unit) -> bool:
    """Whether both come to the same last day, before a day off moves it, for any term of this unit."""
    if one.first_day is not other.first_day or one.month_end is not other.month_end:
        return False
    if unit is not Unit.WORKING_DAY:
        return True
    return one.calendar is other.calendar and one.decreed is other.decreed


def moved(end: Span, counting: Counting) -> Span:
    """Where the last days come to lie by the rule on days off; an open end stays. Raises `CalendarGap`."""
    if counting.roll is Roll.NONE:
        return end
    first = date.min if end.open_start else rolled(end.earliest, counting)
    return Span(first, first if end.is_day else rolled(end.latest, counting))


def rolled(day: date, counting: Counting) -> date:
    """Where a last day comes to lie by the rule on days off. Raises `CalendarGap`."""
    calendar = counting.calendar
    if counting.roll is Roll.NONE:
        return day
    if calendar is None:
        raise ValueError("a term that rolls needs a calendar")
    step = _DAY if counting.roll is Roll.NEXT_WORKING else -_DAY
    while date.min < day < date.max and not calendar.works(day, counting.decreed):
        day += step
    return day


def _ends(start: date, term: Term, counting: Counting, paused: int) -> tuple[date, date]:
    """The earliest and the latest last day for one start, before days off move it."""
    if term.unit is Unit.HOUR:
        # The hour of the start is not known: from its first moment at the earliest, its last at the latest.
        whole = (term.count - 1) // _HOURS + paused, -(-term.count // _HOURS) + paused
        return plus(start, whole[0]), plus(start, whole[1])
    match counting.first_day:
        case FirstDay.NEXT:
            last = plus(_last(start, term, counting), paused)
            return last, last
        case FirstDay.SAME:
            last = plus(_last_with_first(start, term, counting), paused)
            return last, last
        case FirstDay.EITHER:
            first = plus(_last_with_first(start, term, counting), paused)
            return first, plus(_last(start, term, counting), paused)


def _last(start: date, term: Term, counting: Counting) -> date:
    """The last day when counting begins on the day after the start."""
    match term.unit:
        case Unit.CALENDAR_DAY | Unit.SUTKI | Unit.HOUR:
            return plus(start, term.count)
        case Unit.WEEK:
            return plus(start, term.count * _WEEK)
        case Unit.MONTH:
            return _plus_months(start, term.count, counting.month_end)
        case Unit.WORKING_DAY:
            return _plus_working(start, term.count, counting)


def _last_with_first(start: date, term: Term, counting: Counting) -> date:
    """The last day when the day of the start is counted: a day earlier, in months too."""
    if term.unit is Unit.WORKING_DAY:
        return _plus_working(plus(start, -1), term.count, counting)
    last = _last(start, term, counting)
    return last if last == date.max else plus(last, -1)


def _plus_months(day: date, months: int, month_end: MonthEnd) -> date:
    index = day.year * _YEAR + day.month - 1 + months
    year, month = divmod(index, _YEAR)
    if year > date.max.year:
        return date.max
    length = monthrange(year, month + 1)[1]
    if day.day <= length:
        return date(year, month + 1, day.day)
    last = date(year, month + 1, length)
    return last if month_end is MonthEnd.LAST_DAY else plus(last, 1)


def _plus_working(day: date, count: int, counting: Counting) -> date:
    calendar = counting.calendar
    if calendar is None:
        raise ValueError("a term in working days needs a calendar")
    while count:
        day = plus(day, 1)
        if calendar.works(day, counting.decreed):
            count -= 1
        elif day == date.max:
            break
    return day


class Why(Enum):
    """What one day is in a count."""

    START = "start"  # the day of the event, not counted
    COUNTED = "counted"
    OFF = "off"  # not counted: a day off
    DECREED = "decreed"  # not counted: non-working with pay
    PAUSED = "paused"
    END = "end"
    ROLLED_OVER = "rolled-over"  # the last day was a day off: it moved on past this day
    MOVED = "moved"  # where the last day came to lie


@dataclass(frozen=True, slots=True)
class Counted:
    """One day of a count; `number` is the how-manieth it is, 0 where it does not count."""

    day: date
    number: int
    why: Why


def count_days(start: date, term: Term, counting: Counting, *, paused: int = 0) -> tuple[Counted, ...]:
    """The count behind one end, day by day (the latest end where it is a span). Weeks and months count no
    days.

    The last entry is the last day of the term: the latest of `due_day`. Raises `CalendarGap`.
    """
    end = _ends(start, term, counting, paused)[1]
    counts_start = counting.first_day is FirstDay.SAME and term.unit is not Unit.HOUR
    days = [] if counts_start else [Counted(start, 0, Why.START)]
    day = start if counts_start else plus(start, 1)
    number = 0
    while day <= end:
        working = term.unit is not Unit.WORKING_DAY or _works(day, counting)
        if working:
            number += 1
        why = Why.END if day == end else Why.COUNTED if working else _off(day, counting)
        days.append(Counted(day, number if working else 0, why))
        day = plus(day, 1)
    return (*days, *_rolling(end, counting))


def _works(day: date, counting: Counting) -> bool:
    return counting.calendar is None or counting.calendar.works(day, counting.decreed)


def _off(day: date, counting: Counting) -> Why:
    decreed = counting.calendar is not None and counting.calendar.kind(day) is DayKind.DECREED
    return Why.DECREED if decreed else Why.OFF


def _rolling(end: date, counting: Counting) -> list[Counted]:
    last = rolled(end, counting)
    if last == end:
        return []
    step = 1 if counting.roll is Roll.NEXT_WORKING else -1
    between = [Counted(plus(end, n * step), 0, Why.ROLLED_OVER) for n in range(1, abs((last - end).days))]
    return [*between, Counted(last, 0, Why.MOVED)]
