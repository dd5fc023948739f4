"""The clocks of a whole table: chunk by chunk, so that what is worked on stays near the processor."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from raport.assess.columns.carried import leaned_on, not_carried, procedures_of
from raport.assess.columns.conditions import why_not
from raport.assess.columns.days import Days, Mask, Spans
from raport.assess.columns.kept import ClockColumns, KeptClock
from raport.assess.columns.running import Running
from raport.assess.columns.selecting import Chunk
from raport.assess.columns.states import CERTAINTIES
from raport.assess.columns.table import EventTable
from raport.assess.model import Certainty
from raport.assess.prepared import Law

CHUNK = 1 << 15
"""Filings worked on at once."""


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
    reasons = not_carried(law, asked)
    carried = asked - reasons.keys()
    running = Running(law, table, today, leaned_on(law, carried))
    setting_apart = _Apart(law, table, today, reasons)
    found: dict[str, KeptClock] = {}
    apart: list[Days] = []
    for first, event, chunk in chunks(table):
        away = setting_apart.of(first, chunk)
        apart.append((np.flatnonzero(away) + first).astype(np.int32))
        for name, ran in running.run(chunk).items():
            if name in carried:
                if name not in found:
                    found[name] = KeptClock(table.filings)
                found[name].add(ran, away, first, event)
        done(chunk.size)
    return Columns(
        clocks={name: found[name].columns() for name in law.clocks if name in found},
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
