"""The colour of an enquiry: what is not known is never plain, every colour says why."""

from dataclasses import replace
from itertools import product

import pytest

from raport.safety import ANSWERS, UNKNOWN, Colour, Triage, judge

EVERY = [Triage(*answers) for answers in product(*((*ANSWERS[question], UNKNOWN) for question in ANSWERS))]
_ORDER = [Colour.PLAIN, Colour.AMBER, Colour.RED]


def test_who_is_held_is_red_whatever_else_is_known() -> None:
    assert {judge(replace(t, held="yes")).colour for t in EVERY} == {Colour.RED}


@pytest.mark.parametrize("where", ["zone", "in-transit", "left-unit"])
def test_where_things_end_quickly_is_red(where: str) -> None:
    assert judge(Triage(where=where, held="no")).colour is Colour.RED


def test_not_knowing_where_he_is_or_whether_he_is_held_is_never_plain() -> None:
    unknown = [t for t in EVERY if UNKNOWN in (t.where, t.held)]

    assert unknown
    assert all(judge(t).colour is not Colour.PLAIN for t in unknown)


def test_a_colour_that_is_not_plain_says_why_and_plain_says_nothing() -> None:
    for triage in EVERY:
        judged = judge(triage)
        assert (judged.colour is Colour.PLAIN) == (not judged.because)


def test_learning_that_he_is_held_or_that_a_day_is_near_never_calms() -> None:
    for triage in EVERY:
        before = _ORDER.index(judge(triage).colour)
        assert _ORDER.index(judge(replace(triage, held="yes")).colour) >= before
        assert _ORDER.index(judge(replace(triage, date="near")).colour) >= before


def test_some_enquiry_is_plain() -> None:
    assert judge(Triage("unit", "no", "none", "no", "yes")).colour is Colour.PLAIN


def test_an_answer_that_is_not_of_the_list_is_refused() -> None:
    with pytest.raises(ValueError, match="where"):
        Triage(where="safe")
