"""States as bits of one byte, from the gravest to the mildest: the lowest bit is the gravest."""

import numpy as np

from raport.assess.clocks import BITS
from raport.assess.columns.days import NEVER_EARLIER, NEVER_LATER, Days, Mask, Rows, Small, Spans, chosen
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
    """When the duty was done in each row, made ready to be compared with any end."""

    def __init__(self, met: Picked | None, today: int) -> None:
        self._any = met is not None
        self._today = today
        self._on: Spans | None = None
        self._over: Days | None = None
        self._runs: Days | None = None
        if met is not None:
            # What was not done is done neither before nor after any end.
            unmet = met.sure == NO
            self._on = Spans(
                chosen(unmet, NEVER_LATER, met.on.earliest), chosen(unmet, NEVER_EARLIER, met.on.latest)
            )
            # What was certainly done neither runs nor is overdue.
            done = met.sure == YES
            self._over = chosen(done, NEVER_EARLIER, today)
            self._runs = chosen(done, NEVER_LATER, today)

    def at(self, rows: Rows | None) -> "Meetings":
        """Some rows; None is all of them."""
        if rows is None or self._on is None or self._over is None or self._runs is None:
            return self
        some = Meetings(None, self._today)
        some._any = True
        some._on, some._over, some._runs = self._on.at(rows), self._over[rows], self._runs[rows]
        return some

    def states(self, end: Spans) -> Small:
        """Every state that some day of the end and some day of the meeting allow."""
        over = self._today if self._over is None else self._over
        runs = self._today if self._runs is None else self._runs
        states = (end.earliest < over).view(np.uint8) * OVERDUE
        states |= (end.latest >= runs).view(np.uint8) * RUNNING
        if self._on is not None:
            states |= (self._on.earliest <= end.latest).view(np.uint8) * MET
            states |= (self._on.latest > end.earliest).view(np.uint8) * LATE
        return states


def bits_of(states: frozenset[str]) -> np.uint8:
    """The bits of states given by their words."""
    return np.uint8(sum(BITS[ClockState(s)] for s in states))


def gravest(states: Small) -> Small:
    """The gravest of several states; 0 where there is none."""
    return states & (~states + np.uint8(1))


def single(states: Small) -> Mask:
    """Where there is exactly one."""
    one: Mask = (states != 0) & ((states & (states - np.uint8(1))) == 0)
    return one


def certainty(states: Small, applies: "Small | int") -> Small:
    """The number (in `CERTAINTIES`) of how certain each clock stands."""
    doubtful = ~(single(states) & np.equal(applies, YES))
    return doubtful * (np.uint8(1) + np.equal(applies, UNKNOWN))
