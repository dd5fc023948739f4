"""Days told by another: "about six months before graduation"."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.dates import DateError, Duration, Relative, Span, parse_duration


def resolve(side: str, by: str, anchor: Span) -> Span:
    return Relative("e0", side == "before", parse_duration(by)).resolve(anchor)


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("by", "side", "anchor", "expected"),
    [
        ("P10D", "after", "2019-10-10", span("2019-10-20", "2019-10-20")),
        ("P10D", "before", "2019-10-10", span("2019-09-30", "2019-09-30")),
        ("P10D~", "after", "2019-10-10", span("2019-10-19", "2019-10-21")),
        ("P10D?", "after", "2019-10-10", span("2019-10-19", "2019-10-21")),
        ("P10D%", "before", "2019-10-10", span("2019-09-28", "2019-10-02")),
        ("P2W", "after", "2019-10-10", span("2019-10-24", "2019-10-24")),
        ("P2W~", "before", "2019-10-10", span("2019-09-19", "2019-10-03")),
        ("P6M", "before", "2019-07-10", span("2019-01-10", "2019-01-10")),
        ("P6M~", "before", "2019-07-10", span("2018-12-10", "2019-02-10")),
        ("P6M%", "before", "2019-07-10", span("2018-11-10", "2019-03-10")),
        ("P1Y", "after", "2019-10-10", span("2020-10-10", "2020-10-10")),
        ("P1Y~", "after", "2019-10-10", span("2019-10-10", "2021-10-10")),
        ("P1Y6M", "before", "2019-10-10", span("2018-04-10", "2018-04-10")),
        ("P1Y6M~", "before", "2019-10-10", span("2018-03-10", "2018-05-10")),
        ("P1M10D~", "after", "2019-10-10", span("2019-11-19", "2019-11-21")),
        ("P1M", "after", "2019-01-31", span("2019-02-28", "2019-03-01")),
        ("P1M", "after", "2020-01-31", span("2020-02-29", "2020-03-01")),
        ("P1M", "after", "2020-01-29", span("2020-02-29", "2020-02-29")),
        ("P1M", "before", "2019-03-31", span("2019-02-28", "2019-03-01")),
        ("P1Y", "before", "2020-02-29", span("2019-02-28", "2019-03-01")),
        ("P0D~", "after", "2019-10-10", span("2019-10-10", "2019-10-11")),
        ("P1M%", "before", "2019-10-10", span("2019-07-10", "2019-10-10")),
    ],
)
def test_so_long_before_or_after_a_day(by: str, side: str, anchor: str, expected: Span) -> None:
    assert resolve(side, by, Span.on(date.fromisoformat(anchor))) == expected


# --- by brute force ---------------------------------------------------------------------------------------


def months_away(day: date, months: int) -> list[date]:
    """The day of the same number; where the month lacks it, the days round the gap."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month in (0, 13):
            year, month = (year + 1, 1) if month == 13 else (year - 1, 12)
    try:
        return [date(year, month, day.day)]
    except ValueError:
        after = date(year + month // 12, month % 12 + 1, 1)
        return [after - timedelta(1), after]


def every_day(duration: Duration, *, before: bool, anchor: Span) -> Iterator[date]:
    """Every day it may be, for every day of the anchor and every length between shortest and longest."""
    sign = -1 if before else 1
    doubt = {"": 0, "?": 1, "~": 1, "%": 2}[duration.doubt]
    unit = {"Y": (12, 0), "M": (1, 0), "W": (0, 7), "D": (0, 1)}[duration.unit]
    day = anchor.earliest
    while day <= anchor.latest:
        for n in range(-doubt, doubt + 1):
            months = max(0, duration.months + n * unit[0])
            more = max(0, duration.days + n * unit[1])
            for moved in months_away(day, sign * months):
                yield moved + timedelta(sign * more)
        day += timedelta(1)


@st.composite
def durations(draw: st.DrawFn) -> str:
    parts = [
        (draw(st.integers(0, 2)), "Y"),
        (draw(st.integers(0, 14)), "M"),
        (draw(st.integers(0, 5)), "W"),
        (draw(st.integers(0, 40)), "D"),
    ]
    kept = draw(st.lists(st.sampled_from(range(4)), min_size=1, unique=True))
    written = "".join(f"{n}{unit}" for i, (n, unit) in enumerate(parts) if i in kept)
    return f"P{written}{draw(st.sampled_from(['', '?', '~', '%']))}"


@st.composite
def anchors(draw: st.DrawFn) -> Span:
    first = draw(st.dates(date(2018, 11, 1), date(2020, 4, 1)))
    return Span(first, first + timedelta(draw(st.integers(0, 40))))


@given(durations(), st.booleans(), anchors())
def test_it_is_the_hull_of_every_day_it_may_be(by: str, before: bool, anchor: Span) -> None:
    duration = parse_duration(by)
    days = list(every_day(duration, before=before, anchor=anchor))

    assert Relative("e0", before, duration).resolve(anchor) == Span(min(days), max(days))


@given(durations(), st.booleans(), anchors(), st.data())
def test_knowing_the_anchor_better_keeps_within_what_was_said(
    by: str, before: bool, anchor: Span, data: st.DataObject
) -> None:
    relative = Relative("e0", before, parse_duration(by))
    day = data.draw(st.dates(anchor.earliest, anchor.latest))

    known, said = relative.resolve(Span.on(day)), relative.resolve(anchor)

    assert known.meet(said) == known


# --- without a length, open anchors, the ends of the calendar ---------------------------------------------


def test_without_a_length_it_is_any_day_on_that_side() -> None:
    anchor = span("2019-10-10", "2019-10-12")

    assert Relative("e0", before=True, by=None).resolve(anchor) == Span(date.min, date(2019, 10, 12))
    assert Relative("e0", before=False, by=None).resolve(anchor) == Span(date(2019, 10, 10), date.max)


@pytest.mark.parametrize("side", ["before", "after"])
def test_open_ends_of_the_anchor_stay_open(side: str) -> None:
    sign = -1 if side == "before" else 1
    moved = date(2019, 10, 10) + timedelta(sign * 10)

    assert resolve(side, "P10D", Span.unknown()) == Span.unknown()
    assert resolve(side, "P10D", Span(date(2019, 10, 10), date.max)) == Span(moved, date.max)
    assert resolve(side, "P10D", Span(date.min, date(2019, 10, 10))) == Span(date.min, moved)


@pytest.mark.parametrize("by", ["P10D", "P1M", "P1Y", "P999999D", "P999999Y999999M999999W999999D~"])
def test_beyond_the_calendar_lies_its_end(by: str) -> None:
    assert resolve("before", by, Span.on(date(1, 1, 2))) == Span.on(date.min)
    assert resolve("after", by, Span.on(date(9999, 12, 30))) == Span.on(date.max)


def test_the_first_and_the_last_year_of_the_calendar_are_still_counted() -> None:
    assert resolve("before", "P1M", Span.on(date(1, 3, 10))) == Span.on(date(1, 2, 10))
    assert resolve("after", "P1M", Span.on(date(9999, 11, 10))) == Span.on(date(9999, 12, 10))


# --- durations --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shortest", "longest"),
    [
        ("P6M", (6, 0), (6, 0)),
        ("P6M~", (5, 0), (7, 0)),
        ("P6M%", (4, 0), (8, 0)),
        ("P1Y~", (0, 0), (24, 0)),
        ("P1Y%", (0, 0), (36, 0)),
        ("P2W?", (0, 7), (0, 21)),
        ("P1Y2M3W4D~", (14, 24), (14, 26)),
    ],
)
def test_a_doubt_widens_the_last_part(text: str, shortest: tuple[int, int], longest: tuple[int, int]) -> None:
    assert parse_duration(text).ends() == (shortest, longest)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "P",
        "P~",
        "6M",
        "P6",
        "PT6H",
        "P6M6Y",
        "P-6M",
        "P1.5Y",
        "p6m",
        "P6M ",
        "P6М",
        "P" + "9" * 5000 + "D",
    ],
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_duration(text)

    assert refused.value.problem.expected == "a duration such as P6M~, P10D or P1Y6M"
    assert refused.value.problem.help == "P, then years Y, months M, weeks W, days D"
