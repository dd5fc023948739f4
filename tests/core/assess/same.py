"""What the one-case engine says of each filing, and what columns say, in one form to be compared."""

from collections.abc import Iterable
from datetime import date

from raport.assess import Clock, ClockState, Law, assess
from raport.assess.columns import BITS, CERTAINTIES, GAP, ClockColumns, Columns, run_columns, table_of
from raport.casefile import Case
from raport.dates import Span

type Said = dict[tuple[str, str, str], tuple[object, ...]]
"""By case, filing and clock: the start, whether deemed, the dues by reading, state, states, certainty."""


def engine_says(cases: Iterable[Case], law: Law, today: date) -> Said:
    """Every clock as the one-case engine gives it."""
    said: Said = {}
    for case in cases:
        for filing in assess(case, law, today).filings:
            for clock in filing.clocks:
                said[case.id, filing.id, clock.id] = _of_clock(clock)
    return said


def _of_clock(clock: Clock) -> tuple[object, ...]:
    dues = {d.reading: (d.due, d.states) for d in clock.dues}
    return clock.start, clock.deemed, dues, clock.state, clock.states, clock.certainty


def columns_say(cases: list[Case], law: Law, today: date) -> tuple[Said, Columns, set[tuple[str, str]]]:
    """Every clock as columns give it; the columns; and the filings that stand apart."""
    table, names = table_of(cases)
    columns = run_columns(table, law, today)
    ids = [e.id for c in cases for f in c.filings for e in c.events if e.filing == f.id]
    said: Said = {}
    for name, clock in columns.clocks.items():
        for row, filing in enumerate(clock.filing.tolist()):
            opened = clock.event[row].item()
            of = name if opened < 0 else f"{name}@{ids[opened]}"
            said[(*names[filing], of)] = _of_row(clock, row)
    return said, columns, {names[n] for n in columns.apart.tolist()}


def _of_row(clock: ClockColumns, row: int) -> tuple[object, ...]:
    dues = {
        name: (_span(due.on.earliest[row].item(), due.on.latest[row].item()), _states(due.states[row].item()))
        for name, due in clock.dues.items()
        if due.states[row]
    }
    (state,) = _states(clock.state[row].item())
    start = _span(clock.start.earliest[row].item(), clock.start.latest[row].item())
    certainty = CERTAINTIES[clock.certainty[row]]
    return start, bool(clock.deemed[row]), dues, state, _states(clock.states[row].item()), certainty


def _span(earliest: int, latest: int) -> Span | None:
    return None if earliest == GAP else Span(date.fromordinal(earliest), date.fromordinal(latest))


def _states(bits: int) -> tuple[ClockState, ...]:
    return tuple(state for state, bit in BITS.items() if bits & bit)
