"""How the terms of one request run."""

from datetime import date

import pytest

from raport.assess import Certainty, Clock, ClockState, FilingStatus, Law, assess, prepare
from raport.casefile import Proof
from raport.dates import Span
from tests.core.assess.worlds import ANSWERING, case, day, world

FILING = '[[filing]]\nid = "f1"\nkind = "zub"\nto = "keep"\n'


@pytest.fixture(scope="module")
def law() -> Law:
    return prepare(world(ANSWERING))


def event(id_: str, kind: str, on: str, more: str = "") -> str:
    return f'[[event]]\nid = "{id_}"\nkind = "{kind}"\nfiling = "f1"\non = "{on}"\n{more}\n'


def status(law: Law, today: str, *events: str, filing: str = FILING) -> FilingStatus:
    file = case(filing + "".join(events), law.pack)
    return assess(file.case, law, day(today), file.account).filings[0]


def clock(found: FilingStatus, name: str) -> Clock:
    return next(c for c in found.clocks if c.id == name)


def breaches(found: FilingStatus) -> dict[str, Certainty]:
    return {b.id: b.certainty for b in found.breaches}


def test_golden_1_without_registration_the_start_is_deemed(law: Law) -> None:
    found = clock(status(law, "2019-11-12", event("e1", "kam", "2019-10-14")), "answer")

    assert found.start == Span.on(date(2019, 10, 17))
    assert found.deemed
    assert {d.reading: d.due for d in found.dues} == {
        "strict": Span.on(date(2019, 11, 16)),
        "lenient": Span.on(date(2019, 11, 18)),
    }
    assert found.state is ClockState.RUNNING
    assert found.certainty is Certainty.CERTAIN


def test_golden_1_an_extension_by_notice_before_the_end_counts(law: Law) -> None:
    noticed = event("e2", "lang", "2019-11-16", 'notice = "yes"')
    found = clock(status(law, "2019-11-20", event("e1", "kam", "2019-10-14"), noticed), "answer")

    assert {d.due for d in found.dues} == {Span.on(date(2019, 12, 16))}
    assert found.extended
    assert [c.provision for c in found.because.provisions] == ["answer", "record", "longer"]


def test_a_notice_after_the_end_extends_nothing(law: Law) -> None:
    noticed = event("e2", "lang", "2019-11-19", 'notice = "yes"')
    found = clock(status(law, "2019-11-20", event("e1", "kam", "2019-10-14"), noticed), "answer")

    assert found.state is ClockState.OVERDUE
    assert not found.extended


def test_a_notice_between_the_readings_extends_on_the_lenient_one_only(law: Law) -> None:
    noticed = event("e2", "lang", "2019-11-17", 'notice = "yes"')
    found = clock(status(law, "2019-11-20", event("e1", "kam", "2019-10-14"), noticed), "answer")

    assert {d.reading: d.due for d in found.dues} == {
        "strict": Span.on(date(2019, 11, 16)),
        "lenient": Span.on(date(2019, 12, 16)),
    }
    assert found.state is ClockState.RUNNING
    assert found.certainty is Certainty.POSSIBLE


def test_an_extension_without_known_notice_possibly_counts(law: Law) -> None:
    found = clock(
        status(law, "2019-11-20", event("e1", "kam", "2019-10-14"), event("e2", "lang", "2019-11-10")),
        "answer",
    )

    assert found.states == (ClockState.OVERDUE, ClockState.RUNNING)


def test_for_an_authority_the_latest_end_leads(law: Law) -> None:
    found = status(law, "2019-11-18", event("e1", "kam", "2019-10-14"))
    assert clock(found, "answer").state is ClockState.RUNNING
    assert clock(found, "answer").states == (ClockState.OVERDUE, ClockState.RUNNING)
    assert breaches(found)["not-answered"] is Certainty.POSSIBLE

    found = status(law, "2019-11-19", event("e1", "kam", "2019-10-14"))
    assert clock(found, "answer").state is ClockState.OVERDUE
    assert breaches(found)["not-answered"] is Certainty.CERTAIN


def test_for_us_the_earliest_end_leads(law: Law) -> None:
    refused = event("e1", "sag", "2019-11-30", 'outcome = "nay"\nform = "oral"')
    found = clock(status(law, "2020-03-01", refused), "sue")

    assert {d.reading: d.due for d in found.dues} == {
        "strict": Span.on(date(2020, 2, 29)),
        "lenient": Span.on(date(2020, 2, 29)),  # the invented calendar works on that Saturday
    }
    assert found.state is ClockState.OVERDUE


def test_an_oral_answer_does_not_meet_their_duty_but_starts_our_term(law: Law) -> None:
    refused = event("e2", "sag", "2019-10-20", 'outcome = "nay"\nform = "oral"')
    found = status(law, "2019-12-01", event("e1", "buk", "2019-10-10"), refused)

    assert clock(found, "answer").state is ClockState.OVERDUE
    assert clock(found, "sue").start == Span.on(date(2019, 10, 20))


def test_an_answer_of_unknown_form_possibly_meets_it(law: Law) -> None:
    answered = event("e2", "sag", "2019-10-20", 'outcome = "nay"')
    found = clock(status(law, "2019-12-01", event("e1", "buk", "2019-10-10"), answered), "answer")

    assert set(found.states) == {ClockState.MET, ClockState.OVERDUE}


@pytest.mark.parametrize(
    ("answered", "state"),
    [("2019-11-09", ClockState.MET), ("2019-11-11", ClockState.MET), ("2019-11-12", ClockState.LATE)],
)
def test_the_last_day_is_still_met_and_the_next_is_late(law: Law, answered: str, state: ClockState) -> None:
    answer = event("e2", "sag", answered, 'outcome = "nay"\nform = "written"')
    found = clock(status(law, "2019-12-01", event("e1", "buk", "2019-10-10"), answer), "answer")

    assert found.state is state


def test_a_registration_that_only_possibly_happened_leaves_the_deemed_start_possible(law: Law) -> None:
    maybe = event("e2", "buk", "2019-10-25", 'basis = "inferred"')
    found = clock(status(law, "2019-11-20", event("e1", "kam", "2019-10-14"), maybe), "answer")

    assert found.start == Span(date(2019, 10, 17), date(2019, 10, 25))
    assert set(found.states) == {ClockState.OVERDUE, ClockState.RUNNING}


def test_without_any_start_the_pack_says_what_to_ask(law: Law) -> None:
    found = status(law, "2019-11-20", event("e1", "gab", "2019-10-10"))

    assert clock(found, "answer").state is ClockState.NOT_STARTED
    assert [c.id for c in found.clocks] == ["answer"]


def test_an_event_after_the_day_is_not_there(law: Law) -> None:
    answer = event("e2", "sag", "2019-11-12", 'outcome = "nay"\nform = "written"')
    with_it = status(law, "2019-11-11", event("e1", "buk", "2019-10-10"), answer)
    without = status(law, "2019-11-11", event("e1", "buk", "2019-10-10"))

    assert with_it == without


def test_an_event_that_may_lie_after_the_day_is_only_possibly_there(law: Law) -> None:
    answer = event("e2", "sag", "2019-11-05/2019-11-30", 'outcome = "nay"\nform = "written"')
    found = clock(status(law, "2019-11-20", event("e1", "buk", "2019-10-10"), answer), "answer")

    assert set(found.states) == {ClockState.MET, ClockState.LATE, ClockState.OVERDUE}


def test_proof_is_the_weakest_of_the_events(law: Law) -> None:
    found = status(
        law,
        "2019-11-20",
        event("e1", "buk", "2019-10-10", 'proof = "documented"'),
        event("e2", "sag", "2019-11-10", 'form = "written"\noutcome = "nay"\nproof = "witnessed"'),
    )

    assert clock(found, "answer").proof is Proof.WITNESSED


def test_a_year_without_calendar_is_said_and_not_guessed(law: Law) -> None:
    found = clock(status(law, "2020-12-30", event("e1", "buk", "2020-12-20")), "answer")

    assert found.states == (ClockState.CALENDAR_MISSING, ClockState.RUNNING)
    lenient = next(d for d in found.dues if d.reading == "lenient")
    assert lenient.due is None
    assert lenient.unrolled == Span.on(date(2021, 1, 19))


def test_a_notice_on_one_of_two_readings_extends_possibly_and_before_both_surely(law: Law) -> None:
    arrived = event("e1", "kam", "2019-10-14")
    before = clock(
        status(law, "2019-11-20", arrived, event("e2", "lang", "2019-11-16", 'notice = "yes"')), "answer"
    )
    between = clock(
        status(law, "2019-11-20", arrived, event("e2", "lang", "2019-11-17", 'notice = "yes"')), "answer"
    )
    perhaps = clock(
        status(law, "2019-11-20", arrived, event("e2", "lang", "2019-11-10/2019-11-18", 'notice = "yes"')),
        "answer",
    )

    assert before.extended is Certainty.CERTAIN
    assert between.extended is Certainty.POSSIBLE
    assert perhaps.extended is Certainty.POSSIBLE
