"""Conditions of a pack for many filings at once: which are carried, and how each is answered.

What depends on a filing's words and the person's facts alone is asked of the one-case engine once for each
form; what depends on days and events is answered by columns.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, assert_never

import numpy as np

from raport.assess.columns.days import Small, Spans
from raport.assess.columns.selecting import Chunk, Selecting, best_truth
from raport.assess.holding import compile_condition
from raport.assess.prepared import Law
from raport.assess.selecting import spell
from raport.assess.view import NO, POSSIBLY, YES
from raport.law import (
    All,
    Always,
    AnyOf,
    Breached,
    ClockIs,
    Closing,
    Condition,
    Day,
    Disputed,
    During,
    FactIs,
    FilingIs,
    GroundIs,
    Has,
    Later,
    Not,
    OtherFiling,
    Period,
    Selector,
)

if TYPE_CHECKING:
    from raport.assess.columns.rows import Ran

type Truths = Small | int
"""How surely something holds: in each row, or (a number) alike in all."""

type Asked = Callable[["There"], Truths]

NOT = np.array([NO if t == YES else YES if t == NO else t for t in range(YES + 1)], dtype=np.uint8)


@dataclass(slots=True)
class There:
    """Where a condition is asked: in a stretch of filings, and what their clocks were found to be."""

    chunk: Chunk
    clocks: Mapping[str, "Ran"]
    filed: Callable[[], Spans]


def why_not_selector(selector: Selector) -> str:
    """Why columns do not carry this selector; empty where they do."""
    if any("@not-competent" in words for words in selector.fields.values()):
        return "it asks for @not-competent, which depends on the day and on facts"
    if selector.goes_on:
        return "it asks for what has not ended"
    return ""


def why_not(condition: Condition) -> str:
    """Why columns do not carry this condition; empty where they do."""
    match condition:
        case All(parts) | AnyOf(parts):
            return next((why for why in map(why_not, parts) if why), "")
        case Not(part):
            return why_not(part)
        case Has(event, anywhere):
            return "it asks for events of the whole case" if anywhere else why_not_selector(event)
        case During(event=event) if event is not None:
            return why_not_selector(event)
        case GroundIs(on=Day.FILED):
            return "it asks whether the ground was open on the day of filing"
        case Later():
            return "it asks which of two events came later"
        case OtherFiling(challenges=challenges):
            # Filings that challenge others are set apart; of the rest none is challenged.
            return "" if challenges else "it asks for other filings of the case"
        case Closing():
            return "it asks for terms that are about to end"
        case Breached():
            return "it asks for breaches"
        case FactIs() | Disputed() | FilingIs() | ClockIs() | During() | GroundIs() | Always():
            return ""
        case never:
            assert_never(never)


def clocks_asked(condition: Condition | None) -> frozenset[str]:
    """The clocks that a condition asks about."""
    match condition:
        case All(parts) | AnyOf(parts):
            return frozenset[str]().union(*map(clocks_asked, parts))
        case Not(part):
            return clocks_asked(part)
        case ClockIs(clocks):
            return clocks
        case _:
            return frozenset()


class Asking:
    """Compiles conditions for one law, one table and one day."""

    def __init__(self, law: Law, selecting: Selecting) -> None:
        self._law = law
        self._selecting = selecting

    def compile(self, condition: Condition) -> Asked:
        """The condition as a function of a stretch of filings; `why_not` must be empty for it."""
        match condition:
            case All(parts):
                return _each_of([self.compile(p) for p in parts], YES, np.minimum)
            case AnyOf(parts):
                return _each_of([self.compile(p) for p in parts], NO, np.maximum)
            case Not(part):
                asked = self.compile(part)
                return lambda there: _plain(NOT.take(asked(there)))
            case Has(event):
                return self._has(event)
            case ClockIs(clocks, states):
                return _clock_is(clocks, states)
            case During():
                return self._during(condition)
            case OtherFiling():
                return lambda _there: NO
            case _:
                return self._by_form(condition)

    def _by_form(self, condition: Condition) -> Asked:
        asking = compile_condition(condition, self._law.pack)
        truths = [asking(place).truth for place in self._selecting.places]
        if len(set(truths)) == 1:
            alike = truths[0]
            return lambda _there: alike
        by_form = np.array(truths, dtype=np.uint8)
        return lambda there: by_form.take(there.chunk.form)

    def _has(self, event: Selector) -> Asked:
        selector = spell(event, self._law.found)
        return lambda there: self._selecting.best(selector, there.chunk)

    def _during(self, condition: During) -> Asked:
        period = self._law.pack.periods[condition.period]
        if condition.event is None and condition.on is Day.TODAY:
            return self._by_form(condition)
        if condition.event is None:
            return lambda there: _inside(period, there.filed())
        selector = spell(condition.event, self._law.found)

        def ask(there: There) -> Truths:
            found = self._selecting.select(selector, there.chunk)
            if found is None:
                return NO
            truth = np.minimum(_inside(period, found.on), found.truth).astype(np.uint8)
            return best_truth(replace(found, truth=truth), there.chunk.size)

        return ask


def _inside(period: Period, on: Spans) -> Small:
    """How surely a period holds on these days."""
    meets = _meets(on, period.lasts.earliest, period.lasts.latest)
    truth = np.where(meets, POSSIBLY, NO)
    if period.surely is not None:
        first, last = period.surely.earliest.toordinal(), period.surely.latest.toordinal()
        truth = np.where(meets & (on.earliest >= first) & (on.latest <= last), YES, truth)
    return truth.astype(np.uint8)


def _meets(on: Spans, first: date, last: date) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return (on.latest >= first.toordinal()) & (on.earliest <= last.toordinal())


def _each_of(parts: list[Asked], start: int, join: Callable[[Truths, Truths], Small]) -> Asked:
    """All (`start` is YES, `join` the least) or any (NO, the greatest); stops where nothing can change."""
    settled = NO if start == YES else YES

    def ask(there: There) -> Truths:
        truth: Truths = start
        for part in parts:
            if isinstance(truth, int) and truth == settled:
                return truth
            truth = _plain(join(truth, part(there)))
        return truth

    return ask


def _plain(truth: "Small | np.uint8 | int") -> Truths:
    """One number as a number, a column as a column."""
    return truth.astype(np.uint8, copy=False) if isinstance(truth, np.ndarray) else int(truth)


def _clock_is(ids: frozenset[str], states: frozenset[str]) -> Asked:
    def ask(there: There) -> Truths:
        truth: Truths = NO
        for name in ids:
            ran = there.clocks.get(name)
            if ran is not None:
                truth = _plain(np.maximum(truth, ran.stands_in(states)))
        return truth

    return ask
