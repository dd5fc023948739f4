"""Columns say of many filings what the one-case engine says of each."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.assess import Law, prepare
from raport.assess.columns import not_carried
from raport.casefile import Case
from tests.core.assess.aimed import aimed_cases, random_cases
from tests.core.assess.drawn_cases import cases_of_days, days, many_cases, rules
from tests.core.assess.laws import LAWS
from tests.core.assess.same import columns_say, engine_says
from tests.core.assess.worlds import ANSWERING, world

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
