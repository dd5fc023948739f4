"""The clocks of a whole table: chunk by chunk, so that what is worked on stays near the processor."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

import numpy as np

from raport.assess.columns.carried import leaned_on, not_carried, procedures_of
from raport.assess.columns.conditions import why_not
from raport.assess.columns.days import GAP, Days, Mask, Rows, Small, Spans
from raport.assess.columns.rows import Ran
from raport.assess.columns.running import Running
from raport.assess.columns.selecting import Chunk
from raport.assess.columns.states import CERTAINTIES
from raport.assess.columns.table import EventTable
from raport.assess.model import Certainty
from raport.assess.prepared import Law

CHUNK = 1 << 15
"""Filings worked on at once."""


class DueColumn(NamedTuple):
    """The last days on one reading: `GAP` where no calendar reaches; not counted where `states` is 0."""

    on: Spans
    states: Small


@dataclass(frozen=True, slots=True)
class ClockColumns:
    """One clock wherever it stands: a row for each filing (or for each event that opened it).

    `states`, `state` and the states of the dues are bits (`states.BITS`), `certainty` a number
    (`states.CERTAINTIES`). `event`: the number of the event that opened it, -1 for clocks that run once.
    """

    filing: Days
    event: Days
    start: Spans
    deemed: Mask
    dues: Mapping[str, DueColumn]
    states: Small
    state: Small
    certainty: Small


@dataclass(frozen=True, slots=True)
class Columns:
    """The clocks of many filings on one day, as the one-case engine would give them.

    `apart`: the filings that columns do not judge, and that stand in none of `clocks`: ask `assess` for them.
    `not_carried`: the clocks for whose sake some do, each with its reason.
    """

    clocks: Mapping[str, ClockColumns]
    apart: Days
    not_carried: Mapping[str, str]


def run_columns(
    table: EventTable,
    law: Law,
    today: date,
    clocks: Iterable[str] | None = None,
    done: Callable[[int], object] = lambda _filings: None,
) -> Columns:
    """Every clock of the law (or these) in every filing of the table, on `today`.

    `done` is told how many filings more are done, stretch by stretch: for a progress bar.
    """
    asked = frozenset(law.clocks if clocks is None else clocks)
    reasons = {c: why for c, why in not_carried(law).items() if c in asked}
    carried = asked - reasons.keys()
    running = Running(law, table, today, leaned_on(law, carried))
    setting_apart = _Apart(law, table, today, reasons)
    found: dict[str, list[ClockColumns]] = {}
    apart: list[Days] = []
    for first, event, chunk in chunks(table):
        away = setting_apart.of(first, chunk)
        apart.append((np.flatnonzero(away) + first).astype(np.int32))
        for name, ran in running.run(chunk).items():
            if name in carried:
                found.setdefault(name, []).append(_kept(ran, away, first, event))
        done(chunk.size)
    return Columns(
        clocks={name: _joined(found[name]) for name in law.clocks if name in found},
        apart=np.concatenate(apart) if apart else np.zeros(0, dtype=np.int32),
        not_carried=reasons,
    )


def chunks(table: EventTable, size: int = CHUNK) -> Iterator[tuple[int, int, Chunk]]:
    """Stretches of the table, each with the number of its first filing and first event."""
    firsts = np.arange(0, table.filings + size, size, dtype=table.filing.dtype)
    events = np.searchsorted(table.filing, firsts)
    for n, first in enumerate(firsts[:-1].tolist()):
        after = min(first + size, table.filings)
        a, b = events[n], events[n + 1]
        earliest = table.earliest[a:b]
        latest = earliest if table.latest is table.earliest else table.latest[a:b]
        yield (
            first,
            int(a),
            Chunk(
                size=after - first,
                form=table.form[first:after],
                row=table.filing[a:b] - np.int32(first),
                shape=table.shape[a:b],
                on=Spans(earliest, latest),
            ),
        )


class _Apart:
    """Which filings are left to the one-case engine: those that lean on others, and those in which a clock
    may run that is not carried.
    """

    def __init__(self, law: Law, table: EventTable, today: date, reasons: Mapping[str, str]) -> None:
        self._table = table
        setting = list(procedures_of(law, reasons)) if reasons else []
        self._all = any(why_not(p.when) for p in setting)
        self._procedures = [p.id for p in setting]
        narrow = replace(
            law,
            procedures=tuple((p, a) for p, a in law.procedures if p.id in set(self._procedures)),
            clocks={},
        )
        self._running = None if self._all or not setting else Running(narrow, table, today, reasons)

    def of(self, first: int, chunk: Chunk) -> Mask:
        """Which of these filings are apart."""
        away = np.zeros(chunk.size, dtype=np.bool_)
        if self._table.apart is not None:
            away |= self._table.apart[first : first + chunk.size]
        if self._all:
            away[:] = True
        elif self._running is not None:
            away |= self._running.applies(chunk, self._procedures) != 0
        return away


def _kept(ran: Ran, away: Mask, first: int, event: int) -> ClockColumns:
    """The rows in which the clock stands, of filings that are not apart; numbered as in the table."""
    there = ran.states != 0
    if bool(away.any()):
        there &= ~(away if ran.filing is None else away[ran.filing])
    rows: Rows = np.flatnonzero(there)
    whole = len(rows) == len(there)
    some = None if whole else rows
    filing = rows if ran.filing is None else ran.filing[rows]
    opened = np.full(len(rows), -1) if ran.event is None else ran.event[rows] + event
    dues = {}
    for name, due in ran.dues.items():
        if due.on is not None:
            dues[name] = DueColumn(due.on.at(some), due.states if whole else due.states[rows])
    return ClockColumns(
        filing=(filing + first).astype(np.int32),
        event=opened.astype(np.int32),
        start=ran.start.at(some),
        deemed=ran.deemed if whole else ran.deemed[rows],
        dues=dues,
        states=ran.states if whole else ran.states[rows],
        state=ran.state if whole else ran.state[rows],
        certainty=ran.certainty if whole else ran.certainty[rows],
    )


def _joined(many: list[ClockColumns]) -> ClockColumns:
    if len(many) == 1:
        return many[0]
    readings = dict.fromkeys(name for one in many for name in one.dues)
    return ClockColumns(
        filing=np.concatenate([c.filing for c in many]),
        event=np.concatenate([c.event for c in many]),
        start=_end_to_end([c.start for c in many]),
        deemed=np.concatenate([c.deemed for c in many]),
        dues={name: _dues([c.dues.get(name) or _none(len(c.filing)) for c in many]) for name in readings},
        states=np.concatenate([c.states for c in many]),
        state=np.concatenate([c.state for c in many]),
        certainty=np.concatenate([c.certainty for c in many]),
    )


def _dues(many: list[DueColumn]) -> DueColumn:
    return DueColumn(_end_to_end([d.on for d in many]), np.concatenate([d.states for d in many]))


def _none(size: int) -> DueColumn:
    empty = np.full(size, GAP, dtype=np.int32)
    return DueColumn(Spans(empty, empty), np.zeros(size, dtype=np.uint8))


def _end_to_end(many: list[Spans]) -> Spans:
    earliest = np.concatenate([s.earliest for s in many])
    if all(s.single for s in many):
        return Spans(earliest, earliest)
    return Spans(earliest, np.concatenate([s.latest for s in many]))


def doubted(columns: Columns, filings: Mask) -> Columns:
    """The same, where of these filings nothing is certain: part of what happened could not be read."""
    if not bool(filings.any()):
        return columns
    doubt = np.uint8(CERTAINTIES.index(Certainty.POSSIBLE))
    least = np.where(filings, doubt, np.uint8(0))
    clocks = {
        name: replace(clock, certainty=np.maximum(clock.certainty, least[clock.filing]))
        for name, clock in columns.clocks.items()
    }
    return replace(columns, clocks=clocks)
