"""States as bits of one byte, from the gravest to the mildest: the lowest bit is the gravest."""

import numpy as np

from raport.assess.clocks import BITS
from raport.assess.columns.days import Mask, Rows, Small, Spans
from raport.assess.columns.selecting import Picked
from raport.assess.model import Certainty, ClockState
from raport.assess.view import NO, UNKNOWN, YES

CERTAINTIES = (Certainty.CERTAIN, Certainty.POSSIBLE, Certainty.UNKNOWN)
"""Certainties by number, as columns have them."""

MET = np.uint8(BITS[ClockState.MET])
LATE = np.uint8(BITS[ClockState.LATE])
OVERDUE = np.uint8(BITS[ClockState.OVERDUE])
RUNNING = np.uint8(BITS[ClockState.RUNNING])
SUSPENDED = np.uint8(BITS[ClockState.SUSPENDED])
CALENDAR_MISSING = np.uint8(BITS[ClockState.CALENDAR_MISSING])
NOT_STARTED = np.uint8(BITS[ClockState.NOT_STARTED])


class Meetings:
    """When the duty was done in each row, to be compared with any end."""

    def __init__(self, met: Picked | None, today: int) -> None:
        self._met = met
        self._today = today
        if met is not None:
            self._maybe: Mask = met.sure != NO
            self._undone: Mask = met.sure != YES  # what was certainly done neither runs nor is overdue

    def at(self, rows: Rows | None) -> "Meetings":
        """Some rows; None is all of them."""
        if rows is None or self._met is None:
            return self
        return Meetings(Picked(self._met.on.at(rows), self._met.sure[rows]), self._today)

    def states(self, end: Spans) -> Small:
        """Every state that some day of the end and some day of the meeting allow."""
        over, runs = end.earliest < self._today, end.latest >= self._today
        if self._met is None:
            return _where(over, OVERDUE) | _where(runs, RUNNING)
        on, maybe, undone = self._met.on, self._maybe, self._undone
        states = _where(over & undone, OVERDUE)
        states |= _where(runs & undone, RUNNING)
        states |= _where((on.earliest <= end.latest) & maybe, MET)
        states |= _where((on.latest > end.earliest) & maybe, LATE)
        return states


def _where(there: Mask, bit: np.uint8) -> Small:
    return there.view(np.uint8) * bit


def bits_of(states: frozenset[str]) -> np.uint8:
    """The bits of states given by their words."""
    return np.uint8(sum(BITS[ClockState(s)] for s in states))


def gravest(states: Small) -> Small:
    """The gravest of several states; 0 where there is none."""
    return states & (~states + np.uint8(1))


def single(states: Small) -> Mask:
    """Where there is no more than one."""
    one: Mask = (states & (states - np.uint8(1))) == 0
    return one


def certainty(states: Small, applies: "Small | int") -> Small:
    """The number (in `CERTAINTIES`) of how certain each clock stands."""
    doubtful = ~(single(states) & np.equal(applies, YES))
    return doubtful * (np.uint8(1) + np.equal(applies, UNKNOWN))
