"""Columns say of many filings what the one-case engine says of each."""

from datetime import date

from hypothesis import given

from raport.assess import Law, prepare
from raport.assess.columns import not_carried
from raport.casefile import Case
from tests.core.assess.drawn_cases import cases_of_days, days, many_cases, rules
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
