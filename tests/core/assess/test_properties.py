"""What holds for every case and every pack."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.assess import (
    Assessment,
    Certainty,
    Cited,
    Clock,
    ClockState,
    Law,
    assess,
    prepare,
    write_assessment,
)
from raport.casefile import Account, Case, CaseFile, Event, Identity, read_case, write_case
from raport.dates import Span
from raport.documents import Document
from raport.law import Role
from tests.core.assess.aimed import Drawn, aimed_cases
from tests.core.assess.drawn_cases import cases, rules
from tests.core.assess.laws import LAWS
from tests.core.assess.more import Key, certainties, clocks_of, elements_of, steps_of
from tests.core.assess.worlds import world

names = st.sampled_from(list(LAWS))


def said(drawn: Drawn, law: Law) -> Assessment:
    return assess(drawn.case, law, drawn.today, drawn.account)


# --- what lies after today --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LAWS)
@given(data=st.data())
def test_an_event_after_today_changes_nothing_said_of_today(name: str, data: st.DataObject) -> None:
    law = LAWS[name]
    now, other = data.draw(aimed_cases(law)), data.draw(aimed_cases(law))
    first = now.today + timedelta(days=data.draw(st.sampled_from([1, 2, 30])))
    later = [replace(e, id=f"x{e.id}", filing="f1", on=Span(first, date.max)) for e in other.case.events]
    deeds = [replace(e, id=f"x{e.id}", filing="f1", on=Span.on(first)) for e in other.account.events]

    case = replace(now.case, events=(*later, *now.case.events, *later[:1]))
    account = replace(now.account, events=(*now.account.events, *deeds))

    assert assess(case, law, now.today, account) == said(now, law)


@pytest.mark.parametrize("name", LAWS)
@given(data=st.data())
def test_an_end_after_today_has_not_been_seen(name: str, data: st.DataObject) -> None:
    law = LAWS[name]
    now = data.draw(aimed_cases(law))
    after = now.today + timedelta(days=1)

    def ends(events: tuple[Event, ...], end: Span | None) -> list[Event]:
        return [e if e.until is None else replace(e, until=end) for e in events]

    def told(end: Span | None) -> Drawn:
        case, account = now.case, now.account
        return Drawn(
            _with_events(case, ends(case.events, end)),
            _with_events(account, ends(account.events, end)),
            now.today,
        )

    assert said(told(None), law) == said(told(Span.on(after)), law)


def _with_events[T: (Case, Account)](part: T, events: list[Event]) -> T:
    return replace(part, events=tuple(events))


# --- rings ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LAWS)
@given(data=st.data())
def test_the_account_changes_nothing_that_the_record_alone_says(name: str, data: st.DataObject) -> None:
    law = LAWS[name]
    drawn = data.draw(aimed_cases(law))

    alone = assess(drawn.case, law, drawn.today)

    assert alone.filings == said(drawn, law).filings
    assert not alone.offences
    assert all(d.leads for d in alone.dangers)


# --- order ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LAWS)
@given(data=st.data())
def test_the_order_of_the_file_says_nothing(name: str, data: st.DataObject) -> None:
    law = LAWS[name]
    drawn = data.draw(aimed_cases(law))
    events = data.draw(st.permutations(drawn.case.events))
    deeds = data.draw(st.permutations(drawn.account.events))

    there = said(drawn, law)
    mixed = said(
        Drawn(_with_events(drawn.case, events), _with_events(drawn.account, deeds), drawn.today), law
    )

    assert conclusions(mixed) == conclusions(there)


def conclusions(a: Assessment) -> dict[str, object]:
    """All that is concluded, without the order in which reasons are named."""
    clocks = {
        k: (c.start, c.deemed, set(c.dues), c.state, c.states, c.certainty, c.proof, set(c.because.events))
        for k, c in clocks_of(a).items()
    }
    found: dict[str, object] = {"clocks": clocks, "steps": steps_of(a)}
    found["elements"] = {k: (e.met, set(e.events)) for k, e in elements_of(a).items()}
    for what in ("breach", "danger", "offence", "remedy", "practice"):
        found[what] = certainties(a, what)
    found["remedies"] = {(r.id, r.filing, r.to, r.leads, r.until, r.retaliation) for r in a.remedies}
    found["filings"] = {(f.id, f.state, f.certainty, f.procedures, f.filed, f.ground) for f in a.filings}
    found["questions"] = {(q.id, q.weight, frozenset(q.changes)) for q in a.questions}
    found["door"] = (a.advocate_only, set(a.advocate_because))
    return found


# --- later filings ----------------------------------------------------------------------------------------

STARTING = (Role.BEGINS, Role.ARRIVES, Role.IS_RECORDED)


@pytest.mark.parametrize("name", LAWS)
@given(data=st.data())
def test_the_same_case_later_is_due_no_earlier_while_the_law_stays(name: str, data: st.DataObject) -> None:
    """The exception, exactly: where a version of a provision that set the term (or moved its start, or made
    it longer, here or for the clock it runs from) took effect between the two, the later may be due earlier.
    """
    law = LAWS[name]
    drawn = data.draw(aimed_cases(law))
    days_later = data.draw(st.sampled_from([1, 2, 7, 30, 365]))
    far = date(2099, 1, 1)

    def later(event: Event) -> Event:
        return replace(event, on=event.on.shift(days_later))

    case = _with_events(drawn.case, [later(e) for e in drawn.case.events])
    first = clocks_of(assess(drawn.case, law, far))
    second = clocks_of(assess(case, law, far))

    for key, clock in first.items():
        then = second.get(key)
        if then is None or _cited_with_base(key, first, law) != _cited_with_base(key, second, law):
            continue
        dues = {d.reading: d.due for d in then.dues}
        for due in clock.dues:
            after = dues.get(due.reading)
            if due.due is not None and after is not None:
                assert after.earliest >= due.due.earliest
                assert after.latest >= due.due.latest


def _cited_with_base(key: Key, clocks: Mapping[Key, Clock], law: Law) -> set[Cited]:
    """The versions a clock was counted by, and those of the clocks from whose end it runs."""
    clock = clocks.get(key)
    if clock is None:
        return set()
    cited = set(clock.because.provisions)
    for anchor in law.pack.clocks[clock.rule].starts:
        if anchor.clock:
            cited |= _cited_with_base((key[0], anchor.clock), clocks, law)
    return cited


@given(rules(), cases(0), st.sampled_from([1, 2, 30]))
def test_a_later_start_is_due_no_earlier_in_any_pack(text: str, case: Case, days_later: int) -> None:
    """Here only what starts the terms comes later; the notice, the pause and the answer stay."""
    law = prepare(world(text))

    def later(event: Event) -> Event:
        starts = law.pack.kinds[event.kind].role in STARTING
        return replace(event, on=event.on.shift(days_later)) if starts else event

    far = date(2099, 1, 1)
    first = clocks_of(assess(case, law, far))
    second = clocks_of(assess(_with_events(case, [later(e) for e in case.events]), law, far))

    for key, clock in first.items():
        then = second.get(key)
        if (
            then is None
            or clock.origin
            or _cited_with_base(key, first, law) != _cited_with_base(key, second, law)
        ):
            continue
        dues = {d.reading: d.due for d in then.dues}
        for due in clock.dues:
            after = dues.get(due.reading)
            if due.due is not None and after is not None:
                assert after.earliest >= due.due.earliest
                assert after.latest >= due.due.latest


# --- what is said is whole --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", LAWS)
@given(data=st.data())
def test_a_clock_is_certain_only_where_it_stands_in_one_state(name: str, data: st.DataObject) -> None:
    drawn = data.draw(aimed_cases(LAWS[name]))

    for clock in clocks_of(said(drawn, LAWS[name])).values():
        assert len(clock.states) == 1 or clock.certainty is not Certainty.CERTAIN
        assert clock.state in clock.states
        assert ClockState.NOT_STARTED in clock.states or clock.dues
        assert {s for d in clock.dues for s in d.states} >= set(clock.states) - {ClockState.NOT_STARTED}


@pytest.mark.parametrize("name", LAWS)
@given(data=st.data())
def test_every_conclusion_names_what_it_rests_on(name: str, data: st.DataObject) -> None:
    drawn = data.draw(aimed_cases(LAWS[name]))
    known = {e.id for e in (*drawn.case.events, *drawn.account.events)}

    a = said(drawn, LAWS[name])

    breaches = [b for f in a.filings for b in f.breaches]
    clocks = list(clocks_of(a).values())
    judged = [(c.audience, c.because) for c in clocks]
    judged += [(b.audience, b.because) for b in breaches] + [(o.audience, o.because) for o in a.offences]
    beside = [(r.audience, r.because) for r in a.remedies] + [(d.audience, d.because) for d in a.dangers]
    beside += [(p.audience, p.because) for p in a.practice]
    for audience, because in judged + beside:
        assert audience
        assert set(because.events) <= known
    assert all(because.provisions for _, because in judged)
    for started in clocks:
        assert (
            started.because.events
            or ClockState.NOT_STARTED in started.states
            or _runs_from_clock(started, drawn)
        )


def _runs_from_clock(clock: Clock, drawn: Drawn) -> bool:
    return any(
        a.clock
        for law in LAWS.values()
        for c in law.pack.clocks.values()
        if c.id == clock.rule
        for a in c.starts
    )


@pytest.mark.parametrize("name", LAWS)
@given(data=st.data())
def test_what_is_written_as_json_reads_back(name: str, data: st.DataObject) -> None:
    law = LAWS[name]
    written = write_assessment(said(data.draw(aimed_cases(law)), law), law.pack)

    assert json.loads(json.dumps(written, allow_nan=False)) == written


@pytest.mark.parametrize("name", LAWS)
@given(data=st.data())
def test_a_case_says_the_same_when_it_was_written_and_read(name: str, data: st.DataObject) -> None:
    law = LAWS[name]
    drawn = data.draw(aimed_cases(law))
    written = write_case(CaseFile(drawn.case, drawn.account, Identity(drawn.case.id)))

    read = read_case(Document("c1.toml", tomllib.loads(written)), law.pack)

    assert assess(read.case, law, drawn.today, read.account) == said(drawn, law)
