"""Columns say of many filings what the one-case engine says of each."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.assess import Certainty, Law, assess, prepare
from raport.assess.columns import not_carried
from raport.casefile import Basis, Case, Event, Filing
from raport.dates import Span
from tests.core.assess.aimed import aimed_cases, random_cases
from tests.core.assess.drawn_cases import cases_of_days, days, many_cases, rules
from tests.core.assess.laws import LAWS
from tests.core.assess.same import columns_say, engine_says
from tests.core.assess.worlds import ANSWERING, provision, world

LAW = prepare(world(ANSWERING))


def check(cases: list[Case], law: Law, today: date) -> None:
    said, columns, apart = columns_say(cases, law, today)
    expected = engine_says(cases, law, today)

    assert not columns.not_carried
    assert said == {key: clock for key, clock in expected.items() if key[:2] not in apart}


@given(many_cases(), days)
def test_columns_equal_the_one_case_engine(cases: list[Case], today: date) -> None:
    check(cases, LAW, today)


@given(rules(), many_cases(), days)
def test_columns_equal_the_one_case_engine_in_any_pack(text: str, cases: list[Case], today: date) -> None:
    check(cases, prepare(world(text)), today)


@given(cases_of_days(), days)
def test_columns_equal_the_one_case_engine_where_every_day_is_known(cases: list[Case], today: date) -> None:
    check(cases, LAW, today)


@given(rules(), cases_of_days(), days)
def test_columns_equal_it_in_any_pack_where_every_day_is_known(
    text: str, cases: list[Case], today: date
) -> None:
    check(cases, prepare(world(text)), today)


def test_what_may_have_begun_before_the_law_was_in_force_is_certain_of_nothing() -> None:
    """Whichever of the starts it was, and on whichever day: the law is in force from March on."""
    dated = provision("answer", 30).replace(
        "    [[provision.version]]\n", "    [[provision.version]]\n    from = 2019-03-01\n"
    )
    law = prepare(world(ANSWERING.replace(provision("answer", 30), dated)))
    maybe = Event("e1", "buk", Span.on(date(2019, 2, 1)), "f1", basis=Basis.INFERRED)
    across = Event("e1", "buk", Span(date(2019, 2, 28), date(2019, 3, 1)), "f1")
    after = Event("e2", "kam", Span.on(date(2019, 10, 14)), "f1")
    answered = Event("e3", "sag", Span.on(date(2019, 10, 20)), "f1", fields={"form": "written"})
    filing = Filing("f1", "zub", to=("keep",))
    cases = [
        Case(f"c{n}", "ruritania", (filing,), events)
        for n, events in enumerate([(maybe, after, answered), (across, answered), (after, answered)])
    ]
    today = date(2019, 12, 1)

    check(cases, law, today)
    clocks = [c for case in cases for c in assess(case, law, today).filings[0].clocks if c.id == "answer"]
    assert [c.certainty for c in clocks] == [Certainty.POSSIBLE, Certainty.POSSIBLE, Certainty.CERTAIN]


def test_all_clocks_of_the_invented_country_are_carried() -> None:
    assert not not_carried(LAW)


def check_but_apart(cases: list[Case], law: Law, today: date) -> int:
    """As `check`, for laws of which some clocks are not carried; how many clocks were compared."""
    said, columns, apart = columns_say(cases, law, today)
    expected = {key: c for key, c in engine_says(cases, law, today).items() if key[:2] not in apart}

    assert said == expected
    assert not {clock.partition("@")[0] for *_, clock in said} & set(columns.not_carried)
    return len(expected)


@pytest.mark.parametrize("name", LAWS)
@given(data=st.data())
def test_columns_equal_the_one_case_engine_in_cases_made_for_the_rules(
    name: str, data: st.DataObject
) -> None:
    law = LAWS[name]
    drawn = [data.draw(aimed_cases(law, f"c{n}")) for n in range(data.draw(st.integers(1, 3)))]

    check_but_apart([d.case for d in drawn], law, drawn[0].today)


@pytest.mark.parametrize("name", LAWS)
def test_columns_equal_the_one_case_engine_in_hundreds_of_cases(name: str) -> None:
    law = LAWS[name]
    drawn = list(random_cases(law, 11, 300))
    compared = sum(check_but_apart([d.case for d in drawn], law, d.today) for d in drawn[:3])

    assert compared > 100


NOT_CARRIED = {
    "answering": {},
    "invented": {
        "answer": "its start is moved by working days",
        "suit-after-silence": "it runs from answer, which is not carried",
    },
    "eu-access": {},
    "ru": {},
}


@pytest.mark.parametrize("name", LAWS)
def test_what_is_not_carried_is_named(name: str) -> None:
    assert not_carried(LAWS[name]) == NOT_CARRIED[name]
