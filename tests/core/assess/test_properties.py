"""What holds for every case and every pack."""

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from raport.assess import Certainty, Clock, ClockState, FilingStatus, assess, prepare
from raport.casefile import CaseFile
from raport.dates import Span
from tests.core.assess.worlds import ANSWERING, case, world

LAW = prepare(world(ANSWERING))
FIRST = date(2019, 9, 1)

days = st.integers(0, 150).map(lambda n: FIRST + timedelta(days=n))
spans = st.builds(lambda d, n: Span(d, d + timedelta(days=n)), days, st.integers(0, 6))
small = st.builds(lambda d, n: Span(d, d + timedelta(days=n)), days, st.integers(0, 3))

SHAPES = {
    "kam": "",
    "buk": "",
    "sag": 'form = "written"\noutcome = "nay"',
    "lang": 'notice = "yes"',
}


def told(events: Mapping[str, Span]) -> CaseFile:
    """A case with one event of each kind given."""
    text = '[[filing]]\nid = "f1"\nkind = "zub"\nto = "keep"\n'
    for kind, on in events.items():
        text += f'[[event]]\nid = "e-{kind}"\nkind = "{kind}"\nfiling = "f1"\non = "{on}"\n{SHAPES[kind]}\n'
    return case(text, LAW.pack)


def stands(events: Mapping[str, Span], today: date) -> FilingStatus:
    file = told(events)
    return assess(file.case, LAW, today, file.account).filings[0]


def by_id(status: FilingStatus) -> dict[str, Clock]:
    return {c.id: c for c in status.clocks}


def ends(clock: Clock) -> dict[str, Span]:
    return {d.reading: d.due for d in clock.dues if d.due is not None}


def within(events: Mapping[str, Span]) -> list[dict[str, Span]]:
    """Every way in which each event may have been on one of its days."""
    names = list(events)
    choices = [
        [
            events[n].earliest + timedelta(days=k)
            for k in range((events[n].latest - events[n].earliest).days + 1)
        ]
        for n in names
    ]
    return [{n: Span.on(d) for n, d in zip(names, chosen, strict=True)} for chosen in product(*choices)]


some_events = st.fixed_dictionaries({"kam": small}, optional={"buk": small, "sag": small, "lang": small})


@given(some_events, days)
def test_the_result_for_uncertain_days_is_the_hull_over_every_day_in_them(
    events: dict[str, Span], today: date
) -> None:
    assume(all(s.latest <= today for s in events.values()))
    whole = by_id(stands(events, today))
    each = [by_id(stands(way, today)) for way in within(events)]

    for name, clock in whole.items():
        single = [way[name] for way in each if name in way]
        assert {s for c in single for s in c.states} == set(clock.states)
        for reading, due in ends(clock).items():
            assert due == Span.hull_of([ends(c)[reading] for c in single])


@given(some_events, st.data(), days)
def test_knowing_more_never_contradicts_a_firm_answer(
    events: dict[str, Span], data: st.DataObject, today: date
) -> None:
    known = {}
    for name, span in events.items():
        first = data.draw(st.integers(0, (span.latest - span.earliest).days))
        last = data.draw(st.integers(first, (span.latest - span.earliest).days))
        known[name] = Span(span.earliest + timedelta(days=first), span.earliest + timedelta(days=last))

    before, after = by_id(stands(events, today)), by_id(stands(known, today))

    for name, clock in before.items():
        if name not in after:
            assert clock.certainty is Certainty.POSSIBLE or all(s.latest > today for s in events.values())
            continue
        assert set(after[name].states) <= set(clock.states)
        if clock.certainty is Certainty.CERTAIN:
            assert after[name].certainty is Certainty.CERTAIN


@given(days, days, st.sampled_from(["kam", "buk"]))
def test_a_later_filing_never_gives_an_earlier_due_date(one: date, other: date, kind: str) -> None:
    first, second = sorted((one, other))
    today = FIRST + timedelta(days=200)

    early, late = by_id(stands({kind: Span.on(first)}, today)), by_id(stands({kind: Span.on(second)}, today))

    for name, clock in early.items():
        if name in late:
            for reading, due in ends(clock).items():
                assert ends(late[name])[reading].earliest >= due.earliest


@given(some_events, small, st.sampled_from(list(SHAPES)), days)
def test_an_event_after_today_changes_nothing_said_of_today(
    events: dict[str, Span], later: Span, kind: str, today: date
) -> None:
    assume(later.earliest > today)
    without = {k: s for k, s in events.items() if k != kind}

    assert stands({**without, kind: later}, today) == stands(without, today)


@given(some_events, days)
def test_a_state_is_certain_only_where_there_is_one(events: dict[str, Span], today: date) -> None:
    for clock in stands(events, today).clocks:
        assert (len(clock.states) == 1) or clock.certainty is Certainty.POSSIBLE
        assert clock.state in clock.states
        assert (ClockState.NOT_STARTED in clock.states) or clock.dues
