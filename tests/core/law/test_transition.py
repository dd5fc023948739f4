"""An old case is judged by the law of its day, a step taken today by the law of today."""

from datetime import date

import pytest

from raport.assess import Clock, Law, assess, prepare
from raport.dates import Span
from raport.law import Confidence
from tests.core.assess.worlds import ANSWERING, REGIMES, case, day, provision, world

CHANGED = ANSWERING.replace(
    provision("answer", 30),
    provision("answer", 30).replace(
        "    [[provision.version]]\n", "    [[provision.version]]\n    to = 2019-09-30\n"
    )
    + """
    [[provision.version]]
    from = 2019-10-01
    from-confidence = "memory"
    term = { count = 10, unit = "working-day" }
    regime = "plain"
""",
)


@pytest.fixture(scope="module")
def law() -> Law:
    assert CHANGED != ANSWERING
    return prepare(world(CHANGED))


def answer(law: Law, recorded: str, today: str) -> Clock:
    text = f"""[[filing]]
id = "f1"
kind = "zub"
to = "keep"
[[event]]
id = "e1"
kind = "buk"
filing = "f1"
on = "{recorded}"
"""
    file = case(text, law.pack)
    found = assess(file.case, law, day(today), file.account).filings[0]
    return next(c for c in found.clocks if c.id == "answer")


def dues(clock: Clock) -> dict[str, Span | None]:
    return {d.reading: d.due for d in clock.dues}


@pytest.mark.parametrize("today", ["2019-10-02", "2020-06-01"])
def test_the_term_is_that_of_the_day_on_which_it_began_whatever_today_is(law: Law, today: str) -> None:
    before, after = answer(law, "2019-09-30", today), answer(law, "2019-10-01", today)

    assert dues(before) == {"strict": Span.on(date(2019, 10, 30)), "lenient": Span.on(date(2019, 10, 30))}
    assert dues(after) == {"strict": Span.on(date(2019, 10, 15)), "lenient": Span.on(date(2019, 10, 15))}


def test_a_start_that_may_lie_on_either_side_is_counted_by_both_laws(law: Law) -> None:
    found = answer(law, "2019-09-30/2019-10-01", "2020-06-01")

    assert dues(found)["strict"] == Span(date(2019, 10, 15), date(2019, 10, 30))
    assert [(c.provision, c.version) for c in found.because.provisions] == [
        ("answer", date.min),
        ("answer", date(2019, 10, 1)),
    ]


def test_a_day_of_effect_that_is_recalled_makes_the_version_no_surer(law: Law) -> None:
    before, after = law.pack.provisions["answer"].versions

    assert (before.confidence, after.confidence) == (Confidence.TEXT, Confidence.MEMORY)


def test_a_version_is_no_surer_than_the_way_it_is_counted() -> None:
    regimes = REGIMES.replace('confidence = "text"', 'confidence = "secondary"')
    pack = world(ANSWERING.replace(REGIMES, regimes))

    assert {v.confidence for p in pack.provisions.values() for v in p.versions} == {Confidence.SECONDARY}
