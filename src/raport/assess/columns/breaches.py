"""Breaches of many filings: those that clocks come to, in columns; and where others may be found.

A breach that rests on a condition cites provisions by the days of the events that met it: that is the work of
the one-case engine. Columns only say in which filings it could find one, so that it looks at no others.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import NoReturn

import numpy as np

from raport.assess.clocks import BITS
from raport.assess.columns.columns import Columns, chunks
from raport.assess.columns.conditions import Asked, Asking, There, why_not, why_not_selector
from raport.assess.columns.days import Days, Mask, Small
from raport.assess.columns.kept import ClockColumns
from raport.assess.columns.selecting import Selecting
from raport.assess.columns.states import CERTAINTIES
from raport.assess.columns.table import EventTable
from raport.assess.model import Certainty, ClockState
from raport.assess.prepared import Law
from raport.assess.view import NO
from raport.law import (
    All,
    Always,
    AnyOf,
    Breached,
    BreachRule,
    ClockIs,
    ClockRule,
    Closing,
    Condition,
    Day,
    During,
    GroundIs,
    Has,
    Later,
    Not,
    OtherFiling,
    Selector,
)

_CERTAIN = np.uint8(CERTAINTIES.index(Certainty.CERTAIN))
_POSSIBLE = np.uint8(CERTAINTIES.index(Certainty.POSSIBLE))


@dataclass(frozen=True, slots=True)
class BreachColumns:
    """One breach that one clock comes to: a row for each filing (or event that opened the clock).

    Where `clock` is empty no clock came to it. `provision`: the first that is cited.
    """

    id: str
    clock: str
    provision: str
    filing: Days
    event: Days
    certainty: Small


def breaches_of(columns: Columns, law: Law) -> Iterator[BreachColumns]:
    """What the clocks come to, clock by clock; only where there is some."""
    for name, clock in columns.clocks.items():
        rule = law.pack.clocks[name]
        for breach, state in ((rule.overdue, ClockState.OVERDUE), (rule.late, ClockState.LATE)):
            if breach:
                found = _breach(breach, rule, clock, np.uint8(BITS[state]))
                if len(found.filing):
                    yield found


def _breach(breach: str, rule: ClockRule, clock: ClockColumns, bit: np.uint8) -> BreachColumns:
    rows = np.flatnonzero(clock.states & bit)
    certainty = clock.certainty[rows]
    doubtful = (certainty == _CERTAIN) & (clock.states[rows] != bit)
    return BreachColumns(
        id=breach,
        clock=rule.id,
        provision=rule.provision,
        filing=clock.filing[rows],
        event=clock.event[rows],
        certainty=np.where(doubtful, _POSSIBLE, certainty).astype(np.uint8),
    )


def may_be_breached(table: EventTable, law: Law, today: date) -> Days:
    """The filings in which a breach that no clock comes to may be found. In all others there is none, but for
    those that are `apart`.
    """
    some = np.zeros(table.filings, dtype=np.bool_)
    for mask in where_breached(table, law, today, [rule for rule, _ in law.breaches]):
        some |= mask
    return np.flatnonzero(some).astype(np.int32)


def where_breached(table: EventTable, law: Law, today: date, rules: Iterable[BreachRule]) -> list[Mask]:
    """For each of these rules in which filings it may find a breach."""
    selecting = Selecting(law, table, today)
    asking = Asking(law, selecting)
    asked: list[Asked | None] = [asking.compile(ceiling(r.when)) if r.when else None for r in rules]
    found = [np.zeros(table.filings, dtype=np.bool_) for _ in asked]
    for first, _, chunk in chunks(table):
        there = There(chunk, {}, _no_day)
        for ask, some in zip(asked, found, strict=True):
            if ask is not None:
                some[first : first + chunk.size] = np.not_equal(ask(there), NO)
    return found


def without(filings: Days, others: Iterable[int]) -> Days:
    """These filings but for the others, in order."""
    return np.setdiff1d(filings, np.array(list(others), dtype=np.int32))


def _no_day() -> NoReturn:
    raise AssertionError("a ceiling asks for no day of filing")


def ceiling(condition: Condition) -> Condition:
    """A condition that columns can answer, and that holds wherever the given one does or may.

    What columns cannot answer, or only with clocks, is taken to hold.
    """
    match condition:
        case All(parts):
            return All(tuple(map(ceiling, parts)))
        case AnyOf(parts):
            return AnyOf(tuple(map(ceiling, parts)))
        case Has(event, anywhere):
            # What is a reaction leans on others of its case: such filings stand apart.
            return Always() if anywhere and not event.follows else Has(_wider(event))
        case Later(event, than, anywhere):
            return Always() if anywhere else All((Has(_wider(event)), Has(_wider(than))))
        case ClockIs() | Breached() | Closing() | OtherFiling():
            return Always()
        case During(on=Day.FILED, event=None):
            return Always()
        case During(event=event) if event is not None:
            return Has(_wider(event))
        case Not(part):
            return Always() if ceiling(part) != part or why_not(part) else condition
        case GroundIs() if why_not(condition):
            return Always()
        case _:
            return condition


def _wider(event: Selector) -> Selector:
    """Without the words that columns cannot look up."""
    if not why_not_selector(event):
        return event
    kept = {name: words for name, words in event.fields.items() if not _beyond(name, words)}
    return replace(event, fields=kept)


def _beyond(name: str, words: frozenset[str]) -> bool:
    return bool(why_not_selector(Selector(fields={name: words})))
