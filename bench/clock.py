"""The 30-day clock of the bench (`59.answer` of the Russian pack), told once for all peers.

On single days and with every word known it comes to this. It starts on the day of the first registration;
where none was seen, three days after the first arrival, else three days after the paper was handed in (both
deemed); not at all where the paper was refused at the door and neither arrived nor was registered. It ends
thirty days later, or sixty where a notice of extension came before the end; by the strict reading there, by
the lenient one on the next working day. A written answer meets it. Nothing after today has happened.
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from raport.assess import ClockState
from raport.assess.columns import BITS, ClockColumns, EventTable
from raport.dates import Calendar, Decreed
from raport.law import Pack, Role

NAME = "59.answer"
MET, LATE = BITS[ClockState.MET], BITS[ClockState.LATE]
OVERDUE, RUNNING = BITS[ClockState.OVERDUE], BITS[ClockState.RUNNING]
STRETCH = 1 << 15  # filings gathered at once: what is worked on stays near the processor
APART = 16  # days between the columns, lest columns of a power of two meet in the same lines of the cache


class Dates(NamedTuple):
    """The first day of each kind that matters, for every filing; 0 where there is none."""

    registered: NDArray[np.int32]
    arrived: NDArray[np.int32]
    filed: NDArray[np.int32]
    not_taken: NDArray[np.int32]
    extended: NDArray[np.int32]
    answered: NDArray[np.int32]


class Results(NamedTuple):
    """What each peer must say of every filing; `state` is 0 where the clock does not stand."""

    start: NDArray[np.int32]
    strict: NDArray[np.int32]
    lenient: NDArray[np.int32]
    state: NDArray[np.uint8]  # by the reading that leads: the latest end, since it binds an authority
    states: NDArray[np.uint8]
    deemed: NDArray[np.bool_]


class NextWorking:
    """For each day of the years covered, that day if people work on it, else the next on which they do."""

    def __init__(self, calendar: Calendar) -> None:
        years = sorted(calendar.years)
        self.first = np.datetime64(f"{years[0]}-01-01").item().toordinal()
        last = np.datetime64(f"{years[-1]}-12-31").item()
        table, after = [], 0
        for day in range(last.toordinal(), self.first - 1, -1):
            after = day if calendar.works(last.fromordinal(day), Decreed.OFF) else after
            table.append(after)
        self.table = np.array(table[::-1], dtype=np.int32)

    def roll(self, days: NDArray[np.int32]) -> NDArray[np.int32]:
        """Where these days come to lie; only in rows that have a day does it matter."""
        return self.table[np.maximum(days - self.first, 0)]


def columns_that_matter(table: EventTable, pack: Pack) -> NDArray[np.uint8]:
    """For each shape of event which of `Dates` it is, from 1; 0 where it does not matter."""
    return np.array([_column(s.kind, s.fields, pack) for s in table.shapes], dtype=np.uint8)


def _column(kind, fields, pack):
    role = pack.kinds[kind].role
    if kind == "not-taken":
        return 1 + Dates._fields.index("not_taken")
    if role is Role.IS_RECORDED:
        return 1 + Dates._fields.index("registered")
    if role is Role.ARRIVES:
        return 1 + Dates._fields.index("arrived")
    if kind == "filed":
        return 1 + Dates._fields.index("filed")
    if kind == "extended" and fields.get("notice") == "yes":
        return 1 + Dates._fields.index("extended")
    if role is Role.ANSWERS and fields.get("form") == "written":
        return 1 + Dates._fields.index("answered")
    return 0


def dates_of(table: EventTable, matters: NDArray[np.uint8], today: int) -> Dates:
    """Raw events gathered into one column a kind: the cheapest way found in numpy, stretch by stretch."""
    found = np.empty((len(Dates._fields), table.filings), dtype=np.int32)
    ends = np.searchsorted(table.filing, np.arange(0, table.filings + STRETCH, STRETCH, dtype=np.int32))
    for n, (a, b) in enumerate(pairwise(ends.tolist())):
        first = n * STRETCH
        size = min(STRETCH, table.filings - first)
        day = table.earliest[a:b]
        column = matters.take(table.shape[a:b]) * (day <= today)
        cell = column.astype(np.int32)
        cell *= np.int32(size + APART)
        cell += table.filing[a:b] - np.int32(first)
        wide = np.zeros((1 + len(Dates._fields), size + APART), dtype=np.int32)
        # Of a filing's events the earliest stands first: written backwards, it is written last and stays.
        wide.reshape(-1)[cell.astype(np.intp)[::-1]] = day[::-1]
        found[:, first : first + size] = wide[1:, :size]
    return Dates(*found)


def results_of(clock: ClockColumns, filings: int) -> Results:
    """What raport's columns say, in the form in which the peers say it."""

    def spread(values, kind):
        out = np.zeros(filings, dtype=kind)
        out[clock.filing] = values
        return out

    for span in (clock.start, *(due.on for due in clock.dues.values())):
        if not np.array_equal(span.earliest, span.latest):
            raise AssertionError("on single days every start and every end is one day")
    return Results(
        spread(clock.start.earliest, np.int32),
        spread(clock.dues["strict"].on.earliest, np.int32),
        spread(clock.dues["lenient"].on.earliest, np.int32),
        spread(clock.state, np.uint8),
        spread(clock.states, np.uint8),
        spread(clock.deemed, np.bool_),
    )


def check_equal(one: Results, other: Results, names: str) -> None:
    """Raise unless both say the same of every filing; where no clock stands its days say nothing."""
    stands = (one.state != 0) | (other.state != 0)
    for field in Results._fields:
        a, b = getattr(one, field), getattr(other, field)
        there = np.flatnonzero(np.not_equal(a, b) & stands)
        if len(there):
            row = there[0]
            raise AssertionError(
                f"{names}: {field} of filing {row}: {a[row]} and {b[row]}; {len(there)} differ"
            )
