"""The same case when more is known of it, and what may then not be taken back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from raport.assess import Assessment, Certainty, Clock, ClockState, ElementStatus, Met, Reached, Step
from raport.casefile import Basis, Claim, Event, Filing, Modality
from raport.dates import Span
from raport.law import Pack, Role
from tests.core.assess.aimed import Drawn

type Choose = Callable[[Sequence[Any]], Any]


# --- knowing more -----------------------------------------------------------------------------------------


def narrower(on: Span, choose: Choose, today: date) -> Span:
    """Some of these days; an open end may stay open."""
    known = [d for d in (on.earliest, on.latest) if d not in (date.min, date.max)] or [today]
    near = {d + timedelta(days=n) for d in known for n in (-400, -30, -3, -1, 0, 1, 3, 30, 400)}
    some = [d for d in sorted(near) if on.contains(d)]
    first = choose([on.earliest, *some])
    last = choose([d for d in (*some, on.latest) if d >= first])
    if first == last and first in (date.min, date.max):
        return on
    return Span(first, last)


def knowing_more(drawn: Drawn, pack: Pack, choose: Choose, what: Sequence[str]) -> Drawn:
    """The case with more of it told; `what`: some of `days happened fields facts filings`."""
    case, account, today = drawn

    def events(many: tuple[Event, ...]) -> tuple[Event, ...]:
        return tuple(e for one in many if (e := _event(one, pack, choose, what, today)) is not None)

    def facts(ring: int, known: Mapping[str, tuple[Claim, ...]]) -> dict[str, tuple[Claim, ...]]:
        return dict(_facts(ring, known, pack, choose, what))

    filings = tuple(_filing(f, pack, choose) for f in case.filings) if "filings" in what else case.filings
    told = replace(case, filings=filings, events=events(case.events), facts=facts(3, case.facts))
    return Drawn(told, replace(account, events=events(account.events), facts=facts(2, account.facts)), today)


BEGINNING = (Role.BEGINS, Role.ARRIVES, Role.IS_RECORDED)


def _event(event: Event, pack: Pack, choose: Choose, what: Sequence[str], today: date) -> Event | None:
    if "happened" in what and choose(range(2)):
        unsure = event.basis is Basis.INFERRED or event.modality is Modality.CLAIMED
        if unsure and choose(range(2)) and pack.kinds[event.kind].role not in BEGINNING:
            return None
        if unsure:
            modality = Modality.DONE if event.modality is Modality.CLAIMED else event.modality
            basis = Basis.TOLD if event.basis is Basis.INFERRED else event.basis
            event = replace(event, basis=basis, modality=modality)
    if "days" in what and choose(range(2)):
        on = narrower(event.on, choose, today)
        if _still_begun(event, on, pack, today) and (
            event.until is None or on.earliest <= event.until.latest
        ):
            event = replace(event, on=on)
    if "fields" in what:
        fields = dict(event.fields)
        for name, type_ in pack.kinds[event.kind].fields.items():
            words = words_of(type_, pack)
            if name not in fields and words and choose(range(2)):
                fields[name] = choose(words)
        event = replace(event, fields=fields)
    return event


def _still_begun(event: Event, on: Span, pack: Pack, today: date) -> bool:
    """Not: that the filing turns out to have been made after today. Of a filing that was not yet made nothing
    is known of its day, and what is not known may be any day.
    """
    return pack.kinds[event.kind].role not in BEGINNING or event.on.earliest > today or on.earliest <= today


def _facts(
    ring: int, known: Mapping[str, tuple[Claim, ...]], pack: Pack, choose: Choose, what: Sequence[str]
) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    for fact in pack.facts.values():
        if fact.ring != ring:
            continue
        claims = known.get(fact.id, ())
        words = words_of(fact.type, pack)
        if "facts" in what and words and choose(range(2)):
            claims = claims or (Claim(choose(words)),)  # what is disputed stays so: the dispute is a fact
        if claims:
            yield fact.id, claims


def _filing(filing: Filing, pack: Pack, choose: Choose) -> Filing:
    told: dict[str, Any] = {}
    for name in ("asks", "author", "channel", "what", "ground"):
        words = words_of(name, pack)
        if not getattr(filing, name) and words and choose(range(2)):
            told[name] = choose(words)
    for name in ("to", "about"):
        if not getattr(filing, name) and choose(range(2)):
            told[name] = (choose(list(pack.authorities)),)
    return replace(filing, **told)


def words_of(type_: str, pack: Pack) -> list[str]:
    """The words of a closed list; none for a type that is no list."""
    match type_:
        case "flag":
            return ["yes", "no"]
        case "authority":
            return list(pack.authorities)
        case "ground":
            return list(pack.grounds)
        case _:
            pass
    choice = pack.choices.get(type_)
    return [] if choice is None else list(choice.options)


# --- what may not be taken back ---------------------------------------------------------------------------

type Key = tuple[str, ...]


def contradictions(before: Assessment, after: Assessment) -> list[str]:
    """Where the second, in which more is known, says what the first had ruled out; empty where nowhere."""
    found: list[str] = []
    clocks = [*clocks_of(before).values(), *clocks_of(after).values()]
    if any(ClockState.CALENDAR_MISSING in c.states for c in clocks):
        return found  # a day known better may lie in a year that has a calendar, or has none
    found += _clocks(clocks_of(before), clocks_of(after))
    same_door = before.advocate_only == after.advocate_only  # behind it fewer remedies are told
    for what in ("breach", "danger", "offence", *(("remedy", "practice") if same_door else ())):
        found += _certainties(what, certainties(before, what), certainties(after, what))
    steps, later = steps_of(before), steps_of(after)
    for key, step in steps.items():
        then = later.get(key)
        if step.reached is Reached.CERTAINLY and (then is None or then.reached is not Reached.CERTAINLY):
            found.append(f"step {key}: certainly reached, then {then}")
        if step.reached is Reached.NOT_YET and then is not None and then.reached is not Reached.NOT_YET:
            found.append(f"step {key}: not yet reached, then {then}")
    elements, then_elements = elements_of(before), elements_of(after)
    for key, element in elements.items():
        now = then_elements.get(key)
        if element.met is Met.MET and now is not None and now.met is not Met.MET:
            found.append(f"element {key}: met, then {now}")
    for f, g in zip(before.filings, after.filings, strict=True):
        if f.certainty is Certainty.CERTAIN and f.state and (g.state, g.certainty) != (f.state, f.certainty):
            found.append(f"filing {f.id}: certainly at {f.state}, then at {g.state} ({g.certainty})")
    return found


def clocks_of(a: Assessment) -> dict[Key, Clock]:
    """Every clock by filing and id."""
    return {(f.id, c.id): c for f in a.filings for c in f.clocks}


def certainties(a: Assessment, what: str) -> dict[Key, Certainty]:
    """The best certainty of each conclusion of a kind, by filing and id."""
    found: dict[Key, Certainty] = {}
    many: list[tuple[Key, Certainty]] = []
    match what:
        case "breach":
            many = [((f.id, b.id), b.certainty) for f in a.filings for b in f.breaches]
        case "danger":
            many = [((d.filing, d.id), d.certainty) for d in a.dangers if not d.steps]
        case "offence":
            many = [((o.id,), o.certainty) for o in a.offences]
        case "remedy":
            many = [((r.filing, r.id), r.certainty) for r in a.remedies]
        case "practice":
            many = [((p.filing, p.id), p.certainty) for p in a.practice]
        case _:
            raise AssertionError(what)
    order = (Certainty.UNKNOWN, Certainty.POSSIBLE, Certainty.CERTAIN)
    for key, certainty in many:
        found[key] = max(certainty, found.get(key, certainty), key=order.index)
    return found


def steps_of(a: Assessment) -> dict[Key, Step]:
    """Every step of every ladder, by the event that keeps the state."""
    return {(d.id, d.because.events[0], s.id): s for d in a.dangers for s in d.steps}


def elements_of(a: Assessment) -> dict[Key, ElementStatus]:
    """Every element of every offence."""
    return {(o.id, e.id): e for o in a.offences for e in o.elements}


def _clocks(before: Mapping[Key, Clock], after: Mapping[Key, Clock]) -> Iterator[str]:
    for key, clock in before.items():
        then = after.get(key)
        if then is None:
            if clock.certainty is Certainty.CERTAIN:
                yield f"clock {key}: certainly {clock.state}, then there is none"
            continue
        if not set(then.states) <= set(clock.states):
            yield f"clock {key}: {clock.states}, then {then.states}"
        if clock.certainty is Certainty.CERTAIN and then.certainty is not Certainty.CERTAIN:
            yield f"clock {key}: certain, then {then.certainty}"
        if clock.dues and then.dues and not within(then.start, clock.start):
            yield f"clock {key}: started {clock.start}, then {then.start}"
        dues = {d.reading: d.due for d in clock.dues}
        for due in then.dues:
            if clock.dues and due.reading not in dues:
                yield f"clock {key}: no reading {due.reading}, then one"
            had = dues.get(due.reading)
            if had is not None and due.due is not None and not within(due.due, had):
                yield f"clock {key}: due {had} on {due.reading}, then {due.due}"
    for key, clock in after.items():
        if key not in before:
            yield f"clock {key}: none, then {clock.states}"


def _certainties(what: str, before: Mapping[Key, Certainty], after: Mapping[Key, Certainty]) -> Iterator[str]:
    for key, certainty in before.items():
        if certainty is Certainty.CERTAIN and after.get(key) is not Certainty.CERTAIN:
            yield f"{what} {key}: certain, then {after.get(key)}"
    if what == "practice":
        return  # of practice nothing is told where the record is silent
    for key, certainty in after.items():
        if key not in before:
            yield f"{what} {key}: none, then {certainty}"


def within(inner: Span, outer: Span) -> bool:
    """Whether every day of the one is a day of the other."""
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest
