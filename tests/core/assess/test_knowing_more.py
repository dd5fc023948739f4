"""Knowing more never contradicts a firm answer: not a narrower day, not a word, not a fact that is told."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.assess import Assessment, Law, assess
from tests.core.assess.aimed import Drawn, aimed_cases
from tests.core.assess.laws import LAWS
from tests.core.assess.more import contradictions, knowing_more

OPEN = ("days", "happened", "fields", "facts", "filings")


def said(drawn: Drawn, law: Law) -> Assessment:
    return assess(drawn.case, law, drawn.today, drawn.account)


def never_contradicts(law: Law, data: st.DataObject, what: Sequence[str]) -> None:
    def choose(words: Sequence[Any]) -> Any:
        return data.draw(st.sampled_from(list(words)))

    drawn = data.draw(aimed_cases(law))
    told = knowing_more(drawn, law.pack, choose, what)

    assert contradictions(said(drawn, law), said(told, law)) == []


@pytest.mark.parametrize("name", LAWS)
@pytest.mark.parametrize("what", OPEN)
@given(data=st.data())
def test_one_thing_told_contradicts_nothing_firm(name: str, what: str, data: st.DataObject) -> None:
    never_contradicts(LAWS[name], data, (what,))


@pytest.mark.parametrize("name", LAWS)
@given(data=st.data())
def test_many_things_told_contradict_nothing_firm(name: str, data: st.DataObject) -> None:
    never_contradicts(LAWS[name], data, OPEN)
