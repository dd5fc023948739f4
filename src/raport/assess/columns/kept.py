"""What is kept of each clock: columns that grow stretch by stretch, each value written where it stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from raport.assess.columns.days import GAP, Days, Mask, Rows, Small, Spans
from raport.assess.columns.rows import Ran


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


class KeptClock:
    """One clock in the making; `room`: for how many rows there is room at first."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._size = 0
        self._filing = _Column(np.int32, room)
        self._event: _Column[np.int32] | None = None
        self._start = _SpanColumn(room)
        self._deemed = _Column(np.bool_, room)
        self._dues: dict[str, tuple[_SpanColumn, _Column[np.uint8]]] = {}
        self._states, self._state, self._certainty = (_Column(np.uint8, room) for _ in range(3))

    def add(self, ran: Ran, away: Mask, first: int, event: int) -> None:
        """Keep the rows in which the clock stands, of filings that are not apart; numbered as in the table,
        in which `first` and `event` are the numbers of the first filing and the first event of this stretch.
        """
        there = ran.states != 0
        if bool(away.any()):
            there &= ~(away if ran.filing is None else away[ran.filing])
        rows: Rows = np.flatnonzero(there)
        filing = rows if ran.filing is None else ran.filing[rows]
        self._filing.add((filing + first).astype(np.int32))
        if ran.event is not None:
            self._event = self._event or _Column(np.int32, self._room)
            self._event.add((ran.event[rows] + event).astype(np.int32))
        some = None if len(rows) == len(there) else rows
        self._start.add(ran.start, some)
        self._deemed.add(ran.deemed, some)
        self._add_dues(ran, some, len(rows))
        self._states.add(ran.states, some)
        self._state.add(ran.state, some)
        self._certainty.add(ran.certainty, some)
        self._size += len(rows)

    def _add_dues(self, ran: Ran, rows: Rows | None, count: int) -> None:
        counted = {name: due for name, due in ran.dues.items() if due.on is not None}
        for name in counted.keys() - self._dues.keys():
            on, states = self._dues[name] = _SpanColumn(self._room), _Column(np.uint8, self._room)
            _add_none(on, states, self._size)
        for name, (on, states) in self._dues.items():
            due = counted.get(name)
            if due is None or due.on is None:
                _add_none(on, states, count)
            else:
                on.add(due.on, rows)
                states.add(due.states, rows)

    def columns(self) -> ClockColumns:
        """All that was kept; nothing can be added after."""
        return ClockColumns(
            filing=self._filing.values(),
            event=_unopened(self._size) if self._event is None else self._event.values(),
            start=self._start.values(),
            deemed=self._deemed.values(),
            dues={name: DueColumn(on.values(), states.values()) for name, (on, states) in self._dues.items()},
            states=self._states.values(),
            state=self._state.values(),
            certainty=self._certainty.values(),
        )


class _Column[Kind: np.generic]:
    """Values that grow at their end."""

    def __init__(self, kind: type[Kind], room: int) -> None:
        self._kind = kind
        self._values: NDArray[Kind] = np.empty(room, dtype=kind)
        self._size = 0

    def add(self, values: NDArray[Kind], rows: Rows | None = None) -> None:
        """More of them: in these rows, or (None) all."""
        here = self._more(len(values) if rows is None else len(rows))
        if rows is None:
            here[:] = values
        else:
            # No row is out of bounds; but where numpy is to raise if one were, it writes elsewhere first.
            values.take(rows, out=here, mode="clip")

    def add_one(self, value: Kind, count: int) -> None:
        """One value, so many times."""
        self._more(count)[:] = value

    def copy(self) -> "_Column[Kind]":
        """Another with the same values, and as much room."""
        other = _Column(self._kind, len(self._values))
        other.add(self._values[: self._size])
        return other

    def values(self) -> NDArray[Kind]:
        """All of them; the room that is left is given back."""
        self._values.resize(self._size, refcheck=False)
        return self._values

    def _more(self, count: int) -> NDArray[Kind]:
        before, self._size = self._size, self._size + count
        if self._size > len(self._values):
            self._values.resize(2 * self._size, refcheck=False)
        return self._values[before : self._size]


class _SpanColumn:
    """Spans that grow at their end; one array as long as every one is a day."""

    def __init__(self, room: int) -> None:
        self._earliest = _Column(np.int32, room)
        self._latest = self._earliest

    def add(self, on: Spans, rows: Rows | None = None) -> None:
        """More of them: in these rows, or (None) all."""
        if not on.single and self._latest is self._earliest:
            self._latest = self._earliest.copy()
        self._earliest.add(on.earliest, rows)
        if self._latest is not self._earliest:
            self._latest.add(on.latest, rows)

    def values(self) -> Spans:
        """All of them; nothing can be added after."""
        earliest = self._earliest.values()
        return Spans(earliest, earliest if self._latest is self._earliest else self._latest.values())


def _add_none(on: _SpanColumn, states: _Column[np.uint8], count: int) -> None:
    """So many rows in which nothing was counted."""
    gap = np.full(count, GAP, dtype=np.int32)
    on.add(Spans(gap, gap))
    states.add_one(np.uint8(0), count)


def _unopened(size: int) -> Days:
    """The events that opened a clock that none did: -1 for every row, held once."""
    return np.broadcast_to(np.int32(-1), size)
