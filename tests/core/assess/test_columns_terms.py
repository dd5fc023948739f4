"""Tables of ends say of each start what `raport.dates` says of it alone."""

import tracemalloc
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import chain

import numpy as np
import pytest

from raport.assess.columns.days import GAP, Spans
from raport.assess.columns.terms import Paused, Terms
from raport.dates import (
    Calendar,
    CalendarGap,
    Counting,
    DayKind,
    Decreed,
    FirstDay,
    MonthEnd,
    Roll,
    Span,
    Term,
    Unit,
    Year,
    due,
    unrolled,
)


def year(number: int, **days: DayKind) -> Year:
    """A year with days like `d05_01` that are not what their weekday says."""
    told = {date(number, int(d[1:3]), int(d[4:])): kind for d, kind in days.items()}
    return Year(number, told, "invented", "text")


RUR = Calendar(
    "rur",
    {
        2019: year(
            2019,
            d01_01=DayKind.OFF,
            d05_01=DayKind.OFF,
            d05_02=DayKind.DECREED,
            d05_04=DayKind.WORKING_WEEKEND,
            d12_31=DayKind.OFF,
        ),
        2020: year(2020, d01_01=DayKind.OFF, d02_29=DayKind.WORKING_WEEKEND),
        2022: year(2022, d01_03=DayKind.DECREED),  # nothing is known of the year before
    },
)
WHOLE = Calendar("whole", {2019: year(2019), 2020: year(2020)}, weekend=(4, 5))
NONE = Calendar("none", {})


def stretch(first: date, count: int) -> list[date]:
    return [first + timedelta(days=n) for n in range(count)]


DAYS = list(
    chain(
        stretch(date(2018, 12, 20), 40),
        stretch(date(2019, 4, 22), 20),
        stretch(date(2020, 1, 26), 40),
        stretch(date(2020, 12, 1), 45),
        stretch(date(2021, 12, 20), 20),
        stretch(date(2022, 12, 15), 25),
    )
)
TERMS = [
    Term(1, Unit.CALENDAR_DAY),
    Term(10, Unit.SUTKI),
    Term(2, Unit.WEEK),
    Term(1, Unit.MONTH),
    Term(13, Unit.MONTH),
    Term(24, Unit.HOUR),
    Term(25, Unit.HOUR),
    Term(49, Unit.HOUR),
    Term(1, Unit.WORKING_DAY),
    Term(6, Unit.WORKING_DAY),
]
COUNTINGS = [
    Counting(first, roll, decreed, end, calendar)
    for first, roll, decreed, end, calendar in (
        (FirstDay.NEXT, Roll.NONE, Decreed.OFF, MonthEnd.LAST_DAY, RUR),
        (FirstDay.SAME, Roll.NEXT_WORKING, Decreed.WORKING, MonthEnd.NEXT_DAY, RUR),
        (FirstDay.EITHER, Roll.PREVIOUS_WORKING, Decreed.OFF, MonthEnd.LAST_DAY, RUR),
        (FirstDay.NEXT, Roll.NEXT_WORKING, Decreed.OFF, MonthEnd.NEXT_DAY, WHOLE),
        (FirstDay.EITHER, Roll.NEXT_WORKING, Decreed.OFF, MonthEnd.NEXT_DAY, RUR),
        (FirstDay.SAME, Roll.PREVIOUS_WORKING, Decreed.OFF, MonthEnd.LAST_DAY, NONE),
    )
]


def columns(spans: Iterable[Span]) -> Spans:
    many = list(spans)
    earliest = np.array([s.earliest.toordinal() for s in many], dtype=np.int32)
    latest = np.array([s.latest.toordinal() for s in many], dtype=np.int32)
    return Spans(earliest, earliest if bool((earliest == latest).all()) else latest)


def rows(spans: Spans) -> list[tuple[int, int]]:
    return list(zip(spans.earliest.tolist(), spans.latest.tolist(), strict=True))


def alone(start: Span, term: Term, counting: Counting, paused: Iterable[int] = (0,)) -> tuple[int, int]:
    """The ordinals of the last days of one start, over these pauses; two gaps where no calendar reaches."""
    try:
        ends = [due(start, term, counting, paused=n) for n in paused]
    except CalendarGap:
        return GAP, GAP
    return min(e.earliest for e in ends).toordinal(), max(e.latest for e in ends).toordinal()


@pytest.mark.parametrize("term", TERMS, ids=str)
@pytest.mark.parametrize("counting", range(len(COUNTINGS)))
def test_each_day_ends_where_it_ends_alone(counting: int, term: Term) -> None:
    count = COUNTINGS[counting]
    spans = [Span.on(day) for day in DAYS]

    assert rows(Terms().due(columns(spans), term, count)) == [alone(s, term, count) for s in spans]


def some_spans() -> list[Span]:
    spans = [Span(day, day + timedelta(days=n % 7)) for n, day in enumerate(DAYS)]
    return [Span(date.min, DAYS[50]), *spans[40:150:2]]


@pytest.mark.parametrize("term", TERMS, ids=str)
@pytest.mark.parametrize("counting", range(len(COUNTINGS)))
def test_days_that_are_not_sure_end_where_they_end_alone(counting: int, term: Term) -> None:
    count, spans = COUNTINGS[counting], some_spans()

    assert rows(Terms().due(columns(spans), term, count)) == [alone(s, term, count) for s in spans]


@pytest.mark.parametrize("term", TERMS, ids=str)
@pytest.mark.parametrize("counting", range(len(COUNTINGS)))
def test_pauses_are_added_before_days_off_move_the_end(counting: int, term: Term) -> None:
    count, spans = COUNTINGS[counting], some_spans()
    least = np.array([n % 3 for n in range(len(spans))], dtype=np.int32)
    most = np.array([n % 3 + n % 8 for n in range(len(spans))], dtype=np.int32)

    found = Terms().due(columns(spans), term, count, Paused(least, most))

    pauses = zip(least.tolist(), most.tolist(), strict=True)
    assert rows(found) == [alone(s, term, count, p) for s, p in zip(spans, pauses, strict=True)]


@pytest.mark.parametrize("term", TERMS[:8], ids=str)
def test_an_end_that_no_day_off_moves(term: Term) -> None:
    for spans in ([Span.on(day) for day in DAYS], some_spans()):
        for counting in COUNTINGS:
            ends = [unrolled(s, term, counting) for s in spans]
            told = [(e.earliest.toordinal(), e.latest.toordinal()) for e in ends]
            assert rows(Terms().unrolled(columns(spans), term, counting)) == told


def test_one_table_serves_starts_in_any_order() -> None:
    """Later ones, earlier ones, far beyond what the table reached: it is made again, and says the same."""
    terms, term, counting = Terms(), Term(1, Unit.MONTH), COUNTINGS[0]
    some = [Span.on(d) for d in stretch(date(2019, 3, 1), 3)]
    later = [Span.on(d) for d in stretch(date(2035, 3, 1), 3)]
    sooner = [Span.on(d) for d in stretch(date(2012, 1, 30), 3)]
    wide = [Span(date(2001, 1, 31), date(2048, 2, 1)), Span(date.min, date(1999, 3, 31))]
    never: list[Span] = []
    for alike in (
        [wide[0]],
        wide,
        [Span(date.min, date(2019, 5, 1)), Span(date(2019, 1, 1), date(2019, 6, 1))],
    ):
        assert rows(Terms().due(columns(alike), term, counting)) == [alone(s, term, counting) for s in alike]
    for spans in (never, some, later, sooner, some, wide, never, later):
        asked = columns(spans)
        for _ in range(2):
            assert rows(terms.due(asked, term, counting)) == [alone(s, term, counting) for s in spans]
            assert rows(terms.unrolled(asked, term, counting)) == [alone(s, term, counting) for s in spans]


def test_a_table_reaches_little_further_than_its_starts() -> None:
    """One to the end of all days, or from the first, would be of millions."""
    asked = columns([Span.on(day) for day in DAYS])
    tracemalloc.start()
    Terms().due(asked, Term(1, Unit.MONTH), COUNTINGS[0])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert most < 2 << 20


@pytest.mark.parametrize("unit", [Unit.CALENDAR_DAY, Unit.MONTH, Unit.HOUR])
@pytest.mark.parametrize("first", FirstDay)
def test_near_both_ends_of_the_calendar(unit: Unit, first: FirstDay) -> None:
    counting = Counting(first, calendar=RUR)
    one = date.min + timedelta(days=1)
    soon = [Span.on(d) for d in stretch(one, 3)] + [Span(one, date(9, 1, 1)), Span(date.min, one)]
    late = [Span.on(d) for d in stretch(date(9999, 10, 28), 65)]
    wide = [Span(date(9999, 11, 1), date(9999, 12, 30)), Span(date(9999, 11, 1), date.max)]
    for spans in (soon, late, wide):
        for term in (Term(1, unit), Term(2, unit)):
            asked, alike = columns(spans), [alone(s, term, counting) for s in spans]
            assert rows(Terms().due(asked, term, counting)) == alike
            assert rows(Terms().unrolled(asked, term, counting)) == alike


@pytest.mark.parametrize("counting", [COUNTINGS[0], COUNTINGS[4]], ids=["plain", "rolled"])
@pytest.mark.parametrize("unit", [Unit.WEEK, Unit.WORKING_DAY])
def test_open_ends_stay_open_whatever_the_calendar(counting: Counting, unit: Unit) -> None:
    day, term = date(2019, 5, 6), Term(2, unit)
    spans = [Span.unknown(), Span.on(day), Span(day, date.max), Span(date.min, day)]
    asked = columns(spans)
    none = np.zeros(len(spans), dtype=np.int32)

    assert rows(Terms().due(asked, term, counting)) == [alone(s, term, counting) for s in spans]
    assert rows(Terms().due(asked, term, counting, Paused(none, none + 1))) == [
        alone(s, term, counting, (0, 1)) for s in spans
    ]


@pytest.mark.parametrize(
    ("term", "roll"), [(Term(3, Unit.WORKING_DAY), Roll.NONE), (Term(3, Unit.WEEK), Roll.NEXT_WORKING)]
)
def test_days_off_are_known_from_a_calendar_alone(term: Term, roll: Roll) -> None:
    with pytest.raises(ValueError, match="needs a calendar"):
        Terms().due(columns([Span.on(DAYS[0])]), term, Counting(roll=roll))
