"""Spans: what holds of a span holds of every day in it, by trying all days."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.dates import Span, Truth, all_of, any_of

FIRST = date(2020, 2, 26)
DAYS = [FIRST + timedelta(n) for n in range(5)]
SPANS = [Span(a, b) for a, b in product(DAYS, DAYS) if a <= b]
PAIRS = list(product(SPANS, SPANS))


def days(span: Span) -> list[date]:
    return [span.earliest + timedelta(n) for n in range((span.latest - span.earliest).days + 1)]


def truth(answers: Iterable[bool]) -> Truth:
    """Yes if it holds however the days fell, no if it does not however they fell."""
    seen = set(answers)
    return Truth.POSSIBLY if len(seen) == 2 else Truth.of(seen.pop())


def ask(one: Span, other: Span, holds: Callable[[date, date], bool]) -> Truth:
    return truth(holds(a, b) for a in days(one) for b in days(other))


def test_questions_of_two_spans() -> None:
    for one, other in PAIRS:
        assert one.before(other) is ask(one, other, lambda a, b: a < b)
        assert one.not_after(other) is ask(one, other, lambda a, b: a <= b)
        if other.is_day:
            assert one.passed(other.earliest) is ask(one, other, lambda a, today: a < today)


def test_spans_of_two_spans() -> None:
    for one, other in PAIRS:
        either, both = {*days(one), *days(other)}, {*days(one)} & {*days(other)}
        met = one.meet(other)

        assert one.hull(other) == Span(min(either), max(either))
        assert Span.hull_of([one, other, one]) == one.hull(other)
        assert (set() if met is None else {*days(met)}) == both


@pytest.mark.parametrize("span", SPANS)
def test_a_span_has_its_days_and_no_others(span: Span) -> None:
    assert [d for d in DAYS if span.contains(d)] == days(span)
    assert span.is_day == (len(days(span)) == 1)
    assert not span.open_start
    assert not span.open_end
    for by in (-400, -1, 0, 1, 400):
        assert days(span.shift(by)) == [d + timedelta(by) for d in days(span)]
    assert span.shift_ends(-3, 2) == Span(span.earliest - timedelta(3), span.latest + timedelta(2))


def test_one_day_is_a_span_of_itself() -> None:
    assert Span.on(FIRST) == Span(FIRST, FIRST)


def test_a_span_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="a span ends before it begins"):
        Span(DAYS[1], DAYS[0])
    with pytest.raises(ValueError, match="a span ends before it begins"):
        Span(DAYS[0], DAYS[1]).shift_ends(2, 0)


# --- open ends --------------------------------------------------------------------------------------------

SINCE, UNTIL = Span(FIRST, date.max), Span(date.min, FIRST)


def test_open_ends_stay_open() -> None:
    assert Span.unknown().shift(7) == Span.unknown()
    assert SINCE.shift(7) == Span(FIRST + timedelta(7), date.max)
    assert UNTIL.shift(-7) == Span(date.min, FIRST - timedelta(7))
    assert (SINCE.open_start, SINCE.open_end, UNTIL.open_start, UNTIL.open_end) == (False, True, True, False)


def test_what_is_not_known_is_possibly_before_anything() -> None:
    assert Span.unknown().before(Span.on(FIRST)) is Truth.POSSIBLY
    assert Span.on(FIRST).before(Span.unknown()) is Truth.POSSIBLY
    assert Span.unknown().before(Span.unknown()) is Truth.POSSIBLY
    assert SINCE.before(Span.on(FIRST)) is Truth.NO
    assert UNTIL.before(Span.on(FIRST + timedelta(1))) is Truth.YES
    assert UNTIL.passed(FIRST) is Truth.POSSIBLY


def test_days_past_the_calendar_are_its_ends() -> None:
    eve = date.max - timedelta(1)
    assert Span.on(eve).shift(5) == Span.on(date.max)
    assert Span(FIRST, eve).shift(5) == Span(FIRST + timedelta(5), date.max)
    assert Span.on(date.min + timedelta(1)).shift(-5) == Span.on(date.min)
    assert Span(date.min, date.min + timedelta(1)).shift(-5) == Span.on(date.min)
    assert Span.on(date.max).shift(1) == Span.on(date.max)
    assert Span.on(date.min).shift(-1) == Span.on(date.min)


def test_the_first_and_the_last_day_move_inward_and_leave_the_open_end() -> None:
    """0001-01-01 as a day cannot be told from an open start: the result is as open as that."""
    assert Span.on(date.min).shift(3) == Span(date.min, date(1, 1, 4))
    assert Span.on(date.max).shift(-3) == Span(date(9999, 12, 28), date.max)


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (Span.on(FIRST), "2020-02-26"),
        (Span(DAYS[0], DAYS[1]), "2020-02-26/2020-02-27"),
        (SINCE, "2020-02-26/.."),
        (UNTIL, "../2020-02-26"),
        (Span.unknown(), ".."),
        (Span.on(date(33, 4, 3)), "0033-04-03"),
    ],
)
def test_a_span_is_written_as_edtf(span: Span, text: str) -> None:
    assert str(span) == text


# --- three-valued truth -----------------------------------------------------------------------------------

POSSIBLE = {Truth.YES: {True}, Truth.NO: {False}, Truth.POSSIBLY: {True, False}}


@pytest.mark.parametrize(("a", "b"), list(product(Truth, Truth)))
def test_and_or_not_by_every_way_it_may_be(a: Truth, b: Truth) -> None:
    assert a & b is truth(x and y for x in POSSIBLE[a] for y in POSSIBLE[b])
    assert a | b is truth(x or y for x in POSSIBLE[a] for y in POSSIBLE[b])
    assert ~a is truth(not x for x in POSSIBLE[a])


@given(st.lists(st.sampled_from(Truth), max_size=5))
def test_all_and_any_by_every_way_it_may_be(many: list[Truth]) -> None:
    ways = list(product(*(POSSIBLE[t] for t in many)))

    assert all_of(many) is truth(all(way) for way in ways)
    assert any_of(many) is truth(any(way) for way in ways)
