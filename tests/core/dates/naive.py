"""Terms counted another way: a hand on a paper calendar, day by day, moment by moment.

Nothing here is taken from `raport.dates.terms`: no arithmetic with days but "the next" and "the one before".
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from raport.dates import (
    Calendar,
    CalendarGap,
    Counting,
    DayKind,
    Decreed,
    FirstDay,
    MonthEnd,
    Roll,
    Term,
    Unit,
)


def tomorrow(day: date) -> date:
    return date.fromordinal(day.toordinal() + 1)


def yesterday(day: date) -> date:
    return date.fromordinal(day.toordinal() - 1)


def people_work(day: date, calendar: Calendar | None, decreed: Decreed) -> bool:
    """Read off the kind of the day alone."""
    assert calendar is not None
    match calendar.kind(day):
        case DayKind.WORKING | DayKind.SHORTENED | DayKind.WORKING_WEEKEND:
            return True
        case DayKind.OFF | DayKind.MOVED_OFF:
            return False
        case DayKind.DECREED:
            return decreed is Decreed.WORKING


def last_days(start: date, term: Term, counting: Counting, paused: int = 0) -> set[date]:
    """Every day that may be the last, before a day off moves it."""
    if term.unit is Unit.HOUR:
        return {_later(day, paused) for day in _hours(start, term.count)}
    firsts = {FirstDay.NEXT: [False], FirstDay.SAME: [True], FirstDay.EITHER: [True, False]}[
        counting.first_day
    ]
    return {_later(_counted(start, term, counting, start_counts=counts), paused) for counts in firsts}


def moved(day: date, counting: Counting) -> date:
    """The working day to which a last day moves."""
    if counting.roll is Roll.NONE:
        return day
    step = tomorrow if counting.roll is Roll.NEXT_WORKING else yesterday
    while not people_work(day, counting.calendar, counting.decreed):
        day = step(day)
    return day


def _later(day: date, paused: int) -> date:
    for _ in range(paused):
        day = tomorrow(day)
    return day


def _hours(start: date, count: int) -> Iterator[date]:
    """From every quarter of an hour of the day, the day to which the last moment of the term belongs."""
    moment = datetime(start.year, start.month, start.day)
    while moment.date() == start:
        end = moment + timedelta(hours=count)
        # 24:00 is the end of its day, not the beginning of the next.
        yield (end - timedelta(microseconds=1)).date()
        moment += timedelta(minutes=15)


def _counted(start: date, term: Term, counting: Counting, *, start_counts: bool) -> date:
    if term.unit is Unit.MONTH:
        end = _months(start, term.count, counting.month_end)
        return yesterday(end) if start_counts else end
    wanted = term.count * 7 if term.unit is Unit.WEEK else term.count
    day = start if start_counts else tomorrow(start)
    while True:
        if term.unit is not Unit.WORKING_DAY or people_work(day, counting.calendar, counting.decreed):
            wanted -= 1
        if wanted == 0:
            return day
        day = tomorrow(day)


def _months(start: date, count: int, month_end: MonthEnd) -> date:
    """Turn the leaf `count` times, then look for the number on it."""
    leaf = start
    for _ in range(count):
        month = leaf.month
        while leaf.month == month:
            leaf = tomorrow(leaf)
        leaf = leaf.replace(day=1)
    month = leaf.month
    while leaf.day != start.day:
        leaf = tomorrow(leaf)
        if leaf.month != month:  # the number is not on this leaf
            return leaf if month_end is MonthEnd.NEXT_DAY else yesterday(leaf)
    return leaf


def due_days(start: date, term: Term, counting: Counting, paused: int = 0) -> set[date] | int:
    """Every day that may be the last, or the year that the calendar lacks."""
    try:
        return {moved(day, counting) for day in last_days(start, term, counting, paused)}
    except CalendarGap as gap:
        return gap.year
