"""The peer: one pass over the raw events, written by hand for this one clock and compiled by numba.

About as fast as one processor can do it: single days, one law, no reasons, nothing that could be asked
otherwise. What general code costs is measured against it.
"""

import numba
import numpy as np
from clock import LATE, MET, OVERDUE, RUNNING, Dates, NextWorking, Results

from raport.assess.columns import EventTable

_REGISTERED, _ARRIVED, _FILED, _NOT_TAKEN, _EXTENDED, _ANSWERED = range(1, 1 + len(Dates._fields))


def run(table: EventTable, matters, working: NextWorking, today: int) -> Results:
    """The clock of every filing, in one pass."""
    out = Results(
        np.zeros(table.filings, np.int32),
        np.zeros(table.filings, np.int32),
        np.zeros(table.filings, np.int32),
        np.zeros(table.filings, np.uint8),
        np.zeros(table.filings, np.uint8),
        np.zeros(table.filings, np.bool_),
    )
    _pass(table.filing, table.shape, table.earliest, matters, working.table, working.first, today, *out)
    return out


@numba.njit(cache=False)
def _pass(
    filing, shape, day, matters, working, first_day, today, start, strict, lenient, state, states, deemed
):
    seen = np.zeros(1 + _ANSWERED, np.int32)
    event, events = 0, len(filing)
    for row in range(len(start)):
        seen[:] = 0
        while event < events and filing[event] == row:
            column = matters[shape[event]]
            if day[event] <= today and seen[column] == 0:
                seen[column] = day[event]
            event += 1
        began = seen[_REGISTERED]
        if began == 0:
            if seen[_ARRIVED] != 0:
                began = seen[_ARRIVED] + 3
            elif seen[_FILED] != 0 and seen[_NOT_TAKEN] == 0:
                began = seen[_FILED] + 3
            else:
                continue
            deemed[row] = True
        notice, answered = seen[_EXTENDED], seen[_ANSWERED]
        hard = began + 30
        soft = working[hard - first_day]
        if notice != 0 and notice <= hard:
            hard = began + 60
        if notice != 0 and notice <= soft:
            soft = working[began + 60 - first_day]
        start[row], strict[row], lenient[row] = began, hard, soft
        if answered != 0:
            state[row] = MET if answered <= soft else LATE
            states[row] = state[row] | (MET if answered <= hard else LATE)
        else:
            state[row] = OVERDUE if today > soft else RUNNING
            states[row] = state[row] | (OVERDUE if today > hard else RUNNING)
