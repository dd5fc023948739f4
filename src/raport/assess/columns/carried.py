"""Which clocks of a law columns carry, and why not the others."""

from collections.abc import Collection, Iterable, Mapping

from raport.assess.clocks import PreparedClock
from raport.assess.columns.conditions import clocks_asked, why_not, why_not_selector
from raport.assess.prepared import Law
from raport.dates import Unit
from raport.law import OtherFiling, Procedure, Provision


def not_carried(law: Law, clocks: Iterable[str] | None = None) -> Mapping[str, str]:
    """For each of these clocks (None: of the law's) that columns do not carry, why."""
    asked = law.clocks.keys() if clocks is None else set(clocks)
    needed = leaned_on(law, asked)
    reasons: dict[str, str] = {}
    for name, clock in law.clocks.items():
        if name not in needed:
            continue
        why = why_not_clock(clock) or _by_procedure(law, name) or _by_clocks(law, clock, reasons)
        if why:
            reasons[name] = why
    return {name: why for name, why in reasons.items() if name in asked}


def why_not_clock(clock: PreparedClock) -> str:
    """Why columns do not carry this clock, whatever the clocks before it; empty where they do."""
    rule = clock.rule
    selectors = [rule.each, rule.met_by, *(a.event for a in rule.starts)]
    if rule.extension is not None:
        selectors.append(rule.extension.event)
    if rule.pause is not None:
        selectors += [rule.pause.from_, rule.pause.until]
    conditions = [c for c in (rule.when, rule.met_by_filing) if c is not None]
    whys = [
        *(why_not_selector(s) for s in selectors if s is not None),
        *(why_not(c) for c in conditions),
        _met_by_filing(clock),
        *(_moved(a.plus) for a in clock.anchors if a.plus is not None),
        _longer(clock),
    ]
    return next((why for why in whys if why), "")


def _met_by_filing(clock: PreparedClock) -> str:
    rule = clock.rule
    if rule.met_by_filing is None or _only_others(rule.met_by_filing):
        return ""
    return "it is met by something other than a filing that challenges this one"


def _only_others(condition: object) -> bool:
    return isinstance(condition, OtherFiling) and condition.challenges


def _moved(plus: Provision) -> str:
    if any(v.term is not None and v.term.unit is Unit.WORKING_DAY for v in plus.versions):
        return "its start is moved by working days"
    return ""


def _longer(clock: PreparedClock) -> str:
    if clock.extension_provision is None:
        return ""
    units = {v.term.unit for v in clock.provision.versions if v.term is not None}
    more = {v.term.unit for v in clock.extension_provision.versions if v.term is not None}
    return "it is extended by a term of another unit" if len(units | more) > 1 else ""


def _by_procedure(law: Law, clock: str) -> str:
    for procedure in procedures_of(law, (clock,)):
        why = why_not(procedure.when)
        if why:
            return f"of procedure {procedure.id}: {why}"
    return ""


def procedures_of(law: Law, clocks: Collection[str]) -> Iterable[Procedure]:
    """The procedures that set one of these clocks going."""
    return (p for p, _ in law.procedures if any(c in clocks for c in p.clocks))


def _by_clocks(law: Law, clock: PreparedClock, reasons: Mapping[str, str]) -> str:
    for anchor in clock.rule.starts:
        if anchor.clock and law.clocks[anchor.clock].each is not None:
            return f"it runs from {anchor.clock}, which may run more than once"
        if anchor.clock in reasons:
            return f"it runs from {anchor.clock}, which is not carried"
    for name in sorted(clocks_asked(clock.rule.when)):
        if name in reasons:
            return f"it asks about {name}, which is not carried"
    return ""


def leaned_on(law: Law, clocks: Iterable[str]) -> frozenset[str]:
    """These clocks and all that must be known before them."""
    found: set[str] = set()
    waiting = list(clocks)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        rule = law.clocks[name].rule
        waiting += [a.clock for a in rule.starts if a.clock]
        waiting += [c for c in clocks_asked(rule.when) if c in law.clocks]
        for procedure in procedures_of(law, (name,)):
            waiting += [c for c in clocks_asked(procedure.when) if c in law.clocks]
    return frozenset(found)
