"""What a clock was found to be in each row of a stretch of filings, and how the parts of it are joined."""

from dataclasses import dataclass

import numpy as np

from raport.assess.columns.days import (
    GAP,
    NEVER_EARLIER,
    NEVER_LATER,
    OPEN_END,
    Days,
    Mask,
    Rows,
    Small,
    Spans,
    chosen,
)
from raport.assess.columns.selecting import Picked
from raport.assess.columns.states import CERTAINTIES, bits_of, certainty, gravest
from raport.assess.model import Certainty
from raport.assess.view import NO, POSSIBLY, UNKNOWN, YES


class DueRows:
    """The last days on one reading: the hull over what was counted; in rows without states nothing was."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.on: Spans | None = None
        self.states: Small = np.zeros(size, dtype=np.uint8)

    def add(self, end: Spans, states: Small, rows: Rows | None) -> None:
        """Join one count: in these rows (None: in all) this end, and the states it allows."""
        if self.on is None and rows is None:
            self.on, self.states = end, states
            return
        if self.on is None:
            earliest = np.full(self._size, NEVER_LATER, dtype=np.int32)
            self.on = Spans(earliest, np.full(self._size, NEVER_EARLIER, dtype=np.int32))
        else:
            self.on = Spans(self.on.earliest.copy(), self.on.latest.copy())
            self.states = self.states.copy()
        here: slice | Rows = slice(None) if rows is None else rows
        self.on.earliest[here] = np.minimum(self.on.earliest[here], end.earliest)
        latest = np.maximum(self.on.latest[here], end.latest)
        self.on.latest[here] = np.where(self.on.earliest[here] == GAP, GAP, latest)
        self.states[here] |= states


class StartRows:
    """The hull of the starts that were used, and whether any was deemed."""

    def __init__(self, size: int) -> None:
        self._size = size
        self.on: Spans | None = None
        self.deemed: Mask = np.zeros(size, dtype=np.bool_)

    def add(self, on: Spans, rows: Rows | None, *, deemed: "Mask | bool") -> None:
        """Join one start that was counted in these rows (None: in all)."""
        self.deemed[slice(None) if rows is None else rows] |= deemed
        if self.on is None and rows is None:
            self.on = on
            return
        if self.on is None:
            earliest = np.full(self._size, NEVER_LATER, dtype=np.int32)
            self.on = Spans(earliest, np.full(self._size, NEVER_EARLIER, dtype=np.int32))
        else:
            self.on = Spans(self.on.earliest.copy(), self.on.latest.copy())
        here: slice | Rows = slice(None) if rows is None else rows
        self.on.earliest[here] = np.minimum(self.on.earliest[here], on.earliest)
        self.on.latest[here] = np.maximum(self.on.latest[here], on.latest)


@dataclass(slots=True)
class Ran:
    """One clock in each row of a chunk: where `states` is 0 there is none.

    Where only the state "not started" stands, `start` and the dues say nothing.
    """

    start: Spans
    deemed: Mask
    dues: dict[str, DueRows]
    states: Small
    state: Small
    certainty: Small
    filing: Days | None = None  # for clocks that run once per event: the filing of each row
    event: Rows | None = None  # and the event that opened it
    filings: int = 0

    def stands_in(self, wanted: frozenset[str]) -> Small:
        """How surely the clock stands in one of these states, for each filing."""
        bits = bits_of(wanted)
        some = (self.states & bits) != 0
        only = (self.states & ~bits) == 0
        certain = self.certainty == CERTAINTIES.index(Certainty.CERTAIN)
        silent = self.certainty == CERTAINTIES.index(Certainty.UNKNOWN)
        doubtful = np.where(silent, UNKNOWN, POSSIBLY)
        truth = np.where(some, np.where(only & certain, YES, doubtful), NO).astype(np.uint8)
        if self.filing is None:
            return truth
        by_filing = np.zeros(self.filings, dtype=np.uint8)
        np.maximum.at(by_filing, self.filing, truth)
        return by_filing

    def ends(self, *, earliest_only: bool) -> Picked | None:
        """What a clock that runs from this one's end starts with; `NO` where no end was counted."""
        found: Spans | None = None
        for due in self.dues.values():
            if due.on is None:
                continue
            good = (due.states != 0) & (due.on.earliest != GAP) & (due.on.latest != OPEN_END)
            earliest = np.where(good, due.on.earliest, NEVER_LATER)
            latest = np.where(good, due.on.latest, NEVER_LATER if earliest_only else NEVER_EARLIER)
            found = _joined(found, Spans(earliest, latest), earliest_only=earliest_only)
        if found is None:
            return None
        known = found.earliest != NEVER_LATER
        on = Spans(np.where(known, found.earliest, GAP), np.where(known, found.latest, GAP))
        return Picked(on, np.where(known, YES, NO).astype(np.uint8))


def _joined(one: Spans | None, other: Spans, *, earliest_only: bool) -> Spans:
    if one is None:
        return other
    if not earliest_only:
        return Spans(np.minimum(one.earliest, other.earliest), np.maximum(one.latest, other.latest))
    alike = other.earliest == one.earliest
    better = (other.earliest < one.earliest) | (alike & (other.latest < one.latest))
    return Spans(np.where(better, other.earliest, one.earliest), np.where(better, other.latest, one.latest))


def join(
    start: StartRows, dues: dict[str, DueRows], more: Small, applies: "Small | int", *, us: bool
) -> Ran | None:
    """The clock from its starts and dues; `more`: states beside those of the dues. None: it is nowhere."""
    states = np.zeros_like(more)
    for due in dues.values():
        states |= due.states
    if start.on is None or not bool(states.any()):
        return None
    states |= more * (states != 0)
    leading = _leading(dues, us=us)
    state = gravest(leading + states * (leading == 0))
    return Ran(start.on, start.deemed, dues, states, state, certainty(states, applies))


def _leading(dues: dict[str, DueRows], *, us: bool) -> Small:
    """The states of the reading that leads: the earliest end for us, the latest for others; 0: none does.

    Of readings that end alike either may lead: states hang on nothing but the two ends.
    """
    counted = [d for d in dues.values() if d.on is not None]
    if len(counted) == 1:
        return counted[0].states
    best: Days | None = None
    beside: Days | None = None
    states: Small = counted[0].states
    for due in counted:
        assert due.on is not None
        good = (due.states != 0) & (due.on.earliest != GAP)
        value = chosen(good, due.on.earliest if us else -due.on.latest, NEVER_LATER)
        other = chosen(good, due.on.latest if us else -due.on.earliest, NEVER_LATER)
        if best is None or beside is None:
            best, beside, states = value, other, due.states * good
            continue
        better = (value < best) | ((value == best) & (other < beside))
        best = np.minimum(best, value)
        beside = np.where(better, other, beside)
        states = due.states * better + states * ~better
    assert best is not None
    return states
