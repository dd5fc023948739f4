"""What is said of a whole table: how many clocks stand where, how surely, and which end first."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np

from raport.assess.clocks import BITS
from raport.assess.columns.breaches import BreachColumns
from raport.assess.columns.columns import Columns
from raport.assess.columns.days import GAP, NEVER_EARLIER, NEVER_LATER, OPEN_END, Rows, Spans, day_of
from raport.assess.columns.kept import ClockColumns
from raport.assess.columns.states import CERTAINTIES
from raport.assess.model import Certainty, ClockState
from raport.assess.prepared import Law
from raport.dates import Span

_WORDS = 1 << len(BITS)


class Standing(NamedTuple):
    """One clock in one state, held with one certainty."""

    clock: str
    state: ClockState
    certainty: Certainty


class Ending(NamedTuple):
    """A clock that runs in one filing (its number), and its last day on the reading that leads."""

    due: Span
    filing: int
    clock: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Summary:
    """A whole table on one day, counted. `names`: what the table calls the filings of `first`.

    `seen`: all rows; of these `blank` have nothing in them, `left_out` are left out by the map. `unread`: how
    many rows could not be wholly read, by what was done with them; `in_doubt`: the filings they belong to.
    `by_engine`: how many filings the one-case engine was asked of; `not_carried`: for which clocks' sake.
    `unlinked`: clocks that another filing may have met, where the table does not say which challenges which.
    """

    table: str
    on: date
    filings: int
    events: int
    seen: int
    blank: int
    left_out: int
    not_taken: Mapping[str, int]
    unread: Mapping[str, int]
    in_doubt: int
    by_engine: int
    not_carried: Mapping[str, str]
    unlinked: Sequence[str]
    states: Counter[Standing]
    breaches: Counter[tuple[str, Certainty]]
    first: Sequence[Ending]
    names: Mapping[int, str]


def count_states(columns: Columns) -> Counter[Standing]:
    """How many clocks stand where, and how surely."""
    counts: Counter[Standing] = Counter()
    for name, clock in columns.clocks.items():
        both = clock.state.astype(np.intp) * len(CERTAINTIES) + clock.certainty
        many = np.bincount(both, minlength=_WORDS * len(CERTAINTIES)).reshape(_WORDS, len(CERTAINTIES))
        for state, bit in BITS.items():
            for certainty, count in zip(CERTAINTIES, many[bit].tolist(), strict=True):
                if count:
                    counts[Standing(name, state, certainty)] = count
    return counts


def count_breaches(breaches: Iterable[BreachColumns]) -> Counter[tuple[str, Certainty]]:
    """How many breaches of each kind there are, and how sure."""
    counts: Counter[tuple[str, Certainty]] = Counter()
    for breach in breaches:
        many = np.bincount(breach.certainty, minlength=len(CERTAINTIES)).tolist()
        for certainty, count in zip(CERTAINTIES, many, strict=True):
            if count:
                counts[breach.id, certainty] += count
    return counts


def first_to_end(columns: Columns, law: Law, most: int) -> list[Ending]:
    """The running clocks whose leading last days come first; not those for which nothing speaks."""
    found: list[Ending] = []
    for name, clock in columns.clocks.items():
        spoken_for = clock.certainty != CERTAINTIES.index(Certainty.UNKNOWN)
        rows = np.flatnonzero((clock.state == BITS[ClockState.RUNNING]) & spoken_for)
        if not len(rows):
            continue
        due = leading(clock, rows, us=law.clocks[name].rule.bearer.is_us)
        known = np.flatnonzero((due.earliest != GAP) & (due.latest != OPEN_END))
        order = np.lexsort((clock.filing[rows[known]], due.latest[known], due.earliest[known]))
        for n in known[order[:most]].tolist():
            span = Span(day_of(due.earliest[n].item()), day_of(due.latest[n].item()))
            row = rows[n]
            found.append(Ending(span, clock.filing[row].item(), name, CERTAINTIES[clock.certainty[row]]))
    found.sort(key=lambda e: (e.due.earliest, e.due.latest, e.filing))
    return found[:most]


def leading(clock: ClockColumns, rows: Rows, *, us: bool) -> Spans:
    """The last days on the reading that leads: the earliest for us, the latest for others; else `GAP`."""
    best = np.full(len(rows), NEVER_LATER if us else NEVER_EARLIER, dtype=np.int32)
    found = Spans(np.full(len(rows), GAP, dtype=np.int32), np.full(len(rows), GAP, dtype=np.int32))
    for due in clock.dues.values():
        on = due.on.at(rows)
        counted = (due.states[rows] != 0) & (on.earliest != GAP)
        if us:
            ahead, other = on.earliest < best, (on.earliest == best) & (on.latest < found.latest)
        else:
            ahead, other = on.latest > best, (on.latest == best) & (on.earliest > found.earliest)
        better = counted & (ahead | other)
        best[better] = (on.earliest if us else on.latest)[better]
        found.earliest[better], found.latest[better] = on.earliest[better], on.latest[better]
    return found
