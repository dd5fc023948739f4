"""Filings that are alike to a law: of those that differ in nothing it looks at, one is judged for all.

A breach that rests on a condition looks at the words of the filing, at which of the events it knows there
are, and on which side of the law's own days each lies: when a provision took effect, a period began. Filings
that share all this share the breach; most are compared rule by rule, since each rule looks at little. Where
a condition looks further (at clocks, at which of two events came first), or a day is not certain, a filing is
like no other, and all rules are asked of it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from raport.assess.columns.breaches import BreachColumns, where_breached
from raport.assess.columns.cases import case_of
from raport.assess.columns.days import Days, Mask, Rows
from raport.assess.columns.selecting import OF_FILING
from raport.assess.columns.states import CERTAINTIES
from raport.assess.columns.table import EventTable
from raport.assess.engine import assess_breaches
from raport.assess.model import Breach, Certainty
from raport.assess.needs import asks_clocks
from raport.assess.prepared import Law
from raport.dates import Span
from raport.law import (
    All,
    AnyOf,
    BreachRule,
    Condition,
    During,
    GroundIs,
    Has,
    Later,
    Not,
    Role,
    Selector,
)

type Column = NDArray[np.integer]

_BITS = 63
_STARTING = (Role.BEGINS, Role.ARRIVES, Role.IS_RECORDED)


class Alike(NamedTuple):
    """Filings with the same breaches by this law, beside those that clocks come to: the first of them, and
    all. `law`: all of it, or with one only of the rules that breaches rest on.
    """

    law: Law
    one: int
    all: Days


def alike(table: EventTable, law: Law, today: date, filings: Days) -> list[Alike]:
    """These filings (of a table, in its order): each in one group with all of the law, or in one for each
    rule by which a breach may be found in it; none that is `apart` may be among them.
    """
    rules = [rule for rule, _ in law.breaches]
    may_be = where_breached(table, law, today, rules)
    further = [_looks_further(rule.when) for rule in rules]
    alone = np.zeros(table.filings, dtype=np.bool_)
    alone[table.filing[table.earliest != table.latest]] = True
    for some, looks_further in zip(may_be, further, strict=True):
        if looks_further:
            alone |= some
    groups = [Alike(law, n, np.array([n], dtype=np.int32)) for n in filings[alone[filings]].tolist()]
    rest = filings[~alone[filings]]
    near = [rule for rule, looks_further in zip(rules, further, strict=True) if not looks_further]
    by_rule = [
        one
        for n, (rule, some) in enumerate(zip(rules, may_be, strict=True))
        for one in _alike_to([rule], table, _only(law, n), today, rest[some[rest]])
    ]
    # Where few are alike, to ask all rules of each at once is less to ask.
    return groups + min(by_rule, _alike_to(near, table, law, today, rest), key=len)


def _only(law: Law, number: int) -> Law:
    """The law with one of its rules of breaches, which asks for no clocks."""
    return replace(law, breaches=(law.breaches[number],), breaches_ask_clocks=False)


def _alike_to(
    rules: list[BreachRule], table: EventTable, law: Law, today: date, filings: Days
) -> list[Alike]:
    """These filings, those in one group that these rules cannot tell apart."""
    if not len(filings):
        return []
    order, begins = _grouped([seen[filings] for seen in _seen(table, law, today, rules)])
    return [Alike(law, int(many[0]), many) for many in np.split(filings[order], begins)]


def judged(group: Alike, table: EventTable, today: date) -> tuple[Breach, ...]:
    """The breaches that these filings share."""
    case = case_of(table, [group.one], group.law.pack.id)
    (breaches,) = assess_breaches(case, group.law, today)
    return breaches


def spread(found: Iterable[tuple[Alike, tuple[Breach, ...]]], unread: Mask) -> list[BreachColumns]:
    """The breaches of the first of each group as those of all; doubtful where rows are `unread`."""
    rows: dict[tuple[str, str, Certainty], list[Days]] = {}
    for group, breaches in found:
        for breach in breaches:
            key = breach.id, breach.provisions[0].provision, breach.certainty
            rows.setdefault(key, []).append(group.all)
    return [_column(*key, np.sort(np.concatenate(many)), unread) for key, many in rows.items()]


def _column(name: str, provision: str, certainty: Certainty, filing: Days, unread: Mask) -> BreachColumns:
    sure, doubtful = (np.uint8(CERTAINTIES.index(c)) for c in (certainty, certainty.doubtful))
    nothing = np.full(len(filing), -1, dtype=np.int32)
    certainties = np.where(unread[filing], doubtful, sure).astype(np.uint8)
    return BreachColumns(name, "", provision, filing, nothing, certainties)


def _seen(table: EventTable, law: Law, today: date, rules: list[BreachRule]) -> list[Column]:
    """What these rules see of each filing: the number of its form, and which events it has, as sets of bits.

    An event is its shape and the side of the law's days on which it lies, whatever its place in the table.
    """
    sides = np.array(sorted({day for rule in rules for day in _turns(law, rule)}), dtype=np.int32)
    told = _known_shapes(table, law, rules)[table.shape] & (table.earliest <= today.toordinal())
    side = np.searchsorted(sides, table.earliest[told], side="right")
    event = table.shape[told].astype(np.intp) * (len(sides) + 1) + side
    there = np.bincount(event) > 0
    event = (np.cumsum(there) - 1)[event]  # numbered without those that nobody has
    filing = table.filing[told]
    first = np.flatnonzero(np.concatenate(([True], filing[1:] != filing[:-1]))[: len(filing)])
    seen: list[Column] = [table.form]
    for low in range(0, int(np.count_nonzero(there)), _BITS):
        bit = event - low
        bits = np.where((bit >= 0) & (bit < _BITS), np.int64(1) << (bit % _BITS), np.int64(0))
        column = np.zeros(table.filings, dtype=np.int64)
        column[filing[first]] = np.bitwise_or.reduceat(bits, first)
        seen.append(column)
    return seen


def _grouped(seen: list[Column]) -> tuple[Rows, Rows]:
    """The order in which those that are alike stand together, and where each group but the first begins."""
    order = np.lexsort(seen)
    other = np.zeros(len(order) - 1, dtype=np.bool_)
    for column in seen:
        ordered = column[order]
        other |= ordered[1:] != ordered[:-1]
    return order, np.flatnonzero(other) + 1


# --- what a rule looks at ---------------------------------------------------------------------------------


def _looks_further(condition: Condition | None, *, denied: bool = False) -> bool:
    """Whether more counts than which events there are and on which side of the law's days."""
    match condition:
        case All(parts) | AnyOf(parts):
            return any(_looks_further(part, denied=denied) for part in parts)
        case Not(part):
            return _looks_further(part, denied=True)
        case Later():
            return True
        case During(event=event) if event is not None:
            return not denied  # it tells the first event that it finds, unless it is denied
        case _:
            return asks_clocks(condition)


def _known_shapes(table: EventTable, law: Law, rules: list[BreachRule]) -> Mask:
    """For each shape of event whether some rule may look at it, or it begins a filing."""
    selectors = [s for rule in rules for c in _parts(rule.when) for s in _selectors(c)]
    known = {k.id for k in law.pack.kinds.values() if k.role in _STARTING}
    known.update(*(s.kinds for s in selectors))
    every = not all(s.kinds for s in selectors)
    return np.array([every or s.kind in known for s in table.shapes], dtype=np.bool_)


def _turns(law: Law, rule: BreachRule) -> Iterable[int]:
    """The days from which on the rule may see a day otherwise than the day before."""
    pack = law.pack
    spans: list[Span] = [v.in_force for name in rule.provisions for v in pack.provisions[name].versions]
    for condition in _parts(rule.when):
        if isinstance(condition, During):
            period = pack.periods[condition.period]
            spans += [period.lasts] if period.surely is None else [period.lasts, period.surely]
        if isinstance(condition, GroundIs):
            spans += [era.lasts for ground in pack.grounds.values() for era in ground.eras]
        if any(_asks_competence(selector) for selector in _selectors(condition)):
            spans += [competence.lasts for competence in pack.competences]
    for span in spans:
        yield span.earliest.toordinal()
        yield span.latest.toordinal() + 1


def _asks_competence(selector: Selector) -> bool:
    words = frozenset[str]().union(*selector.fields.values()) - OF_FILING
    return any(word.startswith("@") for word in words)


def _parts(condition: Condition | None) -> Iterator[Condition]:
    match condition:
        case None:
            return
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from _parts(part)
        case Not(part):
            yield from _parts(part)
        case _:
            yield condition


def _selectors(condition: Condition) -> Iterable[Selector]:
    match condition:
        case Has(event):
            return (event,)
        case During(event=event) if event is not None:
            return (event,)
        case _:
            return ()
