"""Where terms end, for whole columns of starts: a table per term, one look-up per day.

Each table says for every start of a stretch of days what `raport.dates.due_day` says; a property test holds
them equal.
"""

from datetime import date
from typing import NamedTuple

import numpy as np

from raport.assess.columns.days import GAP, OPEN_END, OPEN_START, Days, Mask, Spans, hull
from raport.dates import Calendar, Counting, Decreed, FirstDay, MonthEnd, Roll, Term, Unit

_HOURS = 24
_DAYS_OF = {Unit.CALENDAR_DAY: 1, Unit.SUTKI: 1, Unit.WEEK: 7}
_EPOCH = 719_163  # the ordinal of 1970-01-01, from which numpy counts
_MARGIN = 4_000  # days beyond what was asked for, so that tables are seldom made twice


class Paused(NamedTuple):
    """Whole days added to the end of a term before it is rolled, at least and at most."""

    least: Days
    most: Days


class Terms:
    """Tables of ends, made as they are asked for and made again when starts reach further."""

    def __init__(self) -> None:
        self._first, self._last = OPEN_END, OPEN_START  # nothing yet
        self._reached: Spans | None = None  # the last starts asked about, which most are asked about again
        self._ends: dict[tuple[Term, int], Spans] = {}
        self._dues: dict[tuple[Term, int], Spans] = {}
        self._countings: dict[int, Counting] = {}  # kept, so that their ids stay theirs
        self._worked: dict[tuple[int, Decreed], _Worked] = {}

    def unrolled(self, starts: Spans, term: Term, counting: Counting) -> Spans:
        """The last days before days off move them; `GAP` where the calendar does not reach."""
        self._reach(starts)
        return self._look(self._end_table(term, counting), starts)

    def due(self, starts: Spans, term: Term, counting: Counting, paused: Paused | None = None) -> Spans:
        """The last days of the term for these starts; `GAP` where the calendar does not reach."""
        self._reach(starts)
        if paused is None:
            return self._look(self._due_table(term, counting), starts)
        ends = self._look(self._end_table(term, counting), starts)
        least = self._later(ends, paused.least, starts, counting)
        return hull(least, self._later(ends, paused.most, starts, counting))

    # --- looking up ---------------------------------------------------------------------------------------

    def _reach(self, starts: Spans) -> None:
        """Make room for these starts; tables that are too short are forgotten."""
        if starts is self._reached or not len(starts.earliest):
            return
        self._reached = starts
        latest, first = int(starts.latest.max()), int(starts.earliest.min())
        if first == OPEN_START:  # has a slot of its own
            first = int(starts.earliest.min(where=starts.earliest != OPEN_START, initial=latest))
            first = min(first, int(starts.latest.min()))
        if first >= self._first and latest <= self._last:
            return
        self._first = max(OPEN_START + 1, min(first, self._first))  # an open start has the slot before
        self._last = min(OPEN_END, max(latest, self._last) + _MARGIN)
        self._ends.clear()
        self._dues.clear()

    def _look(self, table: Spans, starts: Spans) -> Spans:
        # The slot before the first day is that of the open start: lesser places are clipped to it.
        first = np.subtract(starts.earliest, self._first - 1, dtype=np.intp)
        earliest = table.earliest.take(first, mode="clip")
        if starts.single:
            if table.single:
                return Spans(earliest, earliest)
            return Spans(earliest, _open(table.latest.take(first, mode="clip"), starts))
        last = np.subtract(starts.latest, self._first - 1, dtype=np.intp)
        latest = _open(table.latest.take(last, mode="clip"), starts)
        if not self._gaps(table):
            return Spans(earliest, latest)
        gap = (earliest == GAP) | (latest == GAP)
        return Spans(np.where(gap, GAP, earliest), np.where(gap, GAP, latest))

    def _gaps(self, table: Spans) -> bool:
        return bool((table.earliest == GAP).any())

    def _later(self, ends: Spans, more: Days, starts: Spans, counting: Counting) -> Spans:
        first = self._rolled(_plus(ends.earliest, more), counting)
        last = self._rolled(_plus(ends.latest, more), counting)
        first = np.where(starts.earliest == OPEN_START, OPEN_START, first).astype(np.int32)
        gap = (ends.earliest == GAP) | (first == GAP) | (last == GAP)
        return Spans(np.where(gap, GAP, first), np.where(gap, GAP, last))

    # --- making tables ------------------------------------------------------------------------------------

    def _end_table(self, term: Term, counting: Counting) -> Spans:
        key = self._key(term, counting)
        if key not in self._ends:
            self._ends[key] = _with_open_start(self._end(self._days(), term, counting))
        return self._ends[key]

    def _due_table(self, term: Term, counting: Counting) -> Spans:
        key = self._key(term, counting)
        if key not in self._dues:
            end = self._end(self._days(), term, counting)
            first = self._rolled(end.earliest, counting)
            last = first if end.single else self._rolled(end.latest, counting)
            if last is not first:
                gap = (first == GAP) | (last == GAP)
                first, last = np.where(gap, GAP, first), np.where(gap, GAP, last)
            self._dues[key] = _with_open_start(Spans(first, last))
        return self._dues[key]

    def _days(self) -> Days:
        return np.arange(self._first, self._last + 1, dtype=np.int32)

    def _key(self, term: Term, counting: Counting) -> tuple[Term, int]:
        self._countings[id(counting)] = counting
        return term, id(counting)

    def _end(self, days: Days, term: Term, counting: Counting) -> Spans:
        if term.unit is Unit.HOUR:
            return Spans(_plus(days, (term.count - 1) // _HOURS), _plus(days, -(-term.count // _HOURS)))
        match counting.first_day:
            case FirstDay.NEXT:
                last = self._last_day(days, term, counting)
                return Spans(last, last)
            case FirstDay.SAME:
                same = self._with_first(days, term, counting)
                return Spans(same, same)
            case FirstDay.EITHER:
                first, last = self._with_first(days, term, counting), self._last_day(days, term, counting)
                gap = (first == GAP) | (last == GAP)
                return Spans(np.where(gap, GAP, first), np.where(gap, GAP, last))

    def _last_day(self, days: Days, term: Term, counting: Counting) -> Days:
        match term.unit:
            case Unit.WORKING_DAY:
                return self._working(counting).plus(days, term.count)
            case Unit.MONTH:
                return _plus_months(days, term.count, counting.month_end)
            case Unit.HOUR:
                raise AssertionError("hours are counted before")
            case unit:
                return _plus(days, term.count * _DAYS_OF[unit])

    def _with_first(self, days: Days, term: Term, counting: Counting) -> Days:
        if term.unit is Unit.WORKING_DAY:
            return self._working(counting).plus(_plus(days, -1), term.count)
        last = self._last_day(days, term, counting)
        return np.where(last == OPEN_END, OPEN_END, _plus(last, -1)).astype(np.int32)

    def _rolled(self, days: Days, counting: Counting) -> Days:
        if counting.roll is Roll.NONE:
            return days
        return self._working(counting).rolled(days, forward=counting.roll is Roll.NEXT_WORKING)

    def _working(self, counting: Counting) -> "_Worked":
        calendar = counting.calendar
        if calendar is None:
            raise ValueError("a term that rolls, or in working days, needs a calendar")
        key = (id(calendar), counting.decreed)
        if key not in self._worked:
            self._worked[key] = _Worked(calendar, counting.decreed)
        return self._worked[key]


class _Worked:
    """The days of one calendar: on which people work, which are covered at all."""

    def __init__(self, calendar: Calendar, decreed: Decreed) -> None:
        self.calendar = calendar
        self.first, last = _reach_of(calendar)
        days = np.arange(self.first, last + 1, dtype=np.int32)
        year = (days - _EPOCH).astype("datetime64[D]").astype("datetime64[Y]").astype(np.int64) + 1970
        self._covered = np.isin(year, list(calendar.years))
        works_ = self._covered & ~np.isin((days - 1) % 7, calendar.weekend)
        # What its weekday does not say.
        for day in (day for year in calendar.years.values() for day in year.days):
            works_[day.toordinal() - self.first] = calendar.works(day, decreed)
        # The days on which people work, and one after all of them.
        self._works_on = np.append(np.flatnonzero(works_), len(works_)).astype(np.int32)
        # Before each day (and past the last one): how many were worked, how many are not covered.
        self._worked = np.concatenate(([0], np.cumsum(works_))).astype(np.int32)
        self._missing = np.concatenate(([0], np.cumsum(~self._covered))).astype(np.int32)
        stops = works_ | ~self._covered
        self._next = _stops(stops, self._covered, self.first)
        self._previous = -_stops(stops[::-1], self._covered[::-1], -last)[::-1]

    def rolled(self, days: Days, *, forward: bool) -> Days:
        """Where last days come to lie; an open end stays."""
        table = self._next if forward else self._previous
        at = days - self.first
        inside = (at >= 0) & (at < len(table))
        found = np.where(inside, table.take(at, mode="clip"), GAP)
        return np.where(days == OPEN_END, OPEN_END, found).astype(np.int32)

    def plus(self, days: Days, count: int) -> Days:
        """The count-th working day after each day."""
        at = days - self.first + 1  # the first day that may count
        number = self._worked.take(at, mode="clip") + (count - 1)
        found = self._works_on.take(number, mode="clip")
        known = self._missing.take(found) == self._missing.take(at, mode="clip")
        inside = (at >= 0) & (found < len(self._covered)) & known
        return np.where(inside, found + self.first, GAP).astype(np.int32)


def _reach_of(calendar: Calendar) -> tuple[int, int]:
    """The first and the last day that the calendar may cover; where it has no year some day, not covered."""
    if not calendar.years:
        return OPEN_START, OPEN_START
    return date(min(calendar.years), 1, 1).toordinal(), date(max(calendar.years), 12, 31).toordinal()


def _stops(stops: Mask, covered: Mask, first: int) -> Days:
    """For each day the first stop from it on; `GAP` where that is a day not covered, or none."""
    size = len(stops)
    places = np.where(stops, np.arange(size), size)
    nearest = np.minimum.accumulate(places[::-1])[::-1]
    good = (nearest < size) & covered.take(nearest, mode="clip")
    return np.where(good, nearest + first, GAP).astype(np.int32)


def _with_open_start(table: Spans) -> Spans:
    earliest = np.concatenate((np.array([OPEN_START], dtype=np.int32), table.earliest), dtype=np.int32)
    if table.single:
        return Spans(earliest, earliest)
    latest = np.concatenate((np.array([OPEN_START], dtype=np.int32), table.latest), dtype=np.int32)
    return Spans(earliest, latest)


def _open(latest: Days, starts: Spans) -> Days:
    """The last days, open where the start is."""
    if len(latest) and int(starts.latest.max()) == OPEN_END:
        return np.where(starts.latest == OPEN_END, OPEN_END, latest).astype(np.int32)
    return latest


def _plus(days: Days, more: "int | Days") -> Days:
    moved = np.clip(days.astype(np.int64) + more, OPEN_START, OPEN_END).astype(np.int32)
    return np.where(days == GAP, GAP, moved).astype(np.int32)


def _plus_months(days: Days, count: int, month_end: MonthEnd) -> Days:
    day = (days - _EPOCH).astype("datetime64[D]")
    month = day.astype("datetime64[M]")
    number = (day - month.astype("datetime64[D]")).astype(np.int64)  # from 0
    target = month + np.timedelta64(count, "M")
    first = target.astype("datetime64[D]").astype(np.int64)
    length = (target + np.timedelta64(1, "M")).astype("datetime64[D]").astype(np.int64) - first
    lacking = length - 1 if month_end is MonthEnd.LAST_DAY else length
    found = first + np.where(number < length, number, lacking) + _EPOCH
    return np.minimum(found, OPEN_END).astype(np.int32)
