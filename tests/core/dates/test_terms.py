"""Terms, against a count by hand: every unit, first day, roll, end of month, reading of decreed days."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.dates import (
    Calendar,
    CalendarGap,
    Counted,
    Counting,
    DayKind,
    Decreed,
    FirstDay,
    MonthEnd,
    Roll,
    Span,
    Term,
    Unit,
    Why,
    Year,
    count_days,
    due,
    due_day,
    rolled,
    unrolled,
)
from tests.core.dates.naive import due_days, last_days, moved, people_work

WEEKDAYS = [date(2019, 12, 30) + timedelta(n) for n in range(5)]


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Two winters of two years, each day of its own kind; what else there is follows the week."""
    years = {}
    for year in (2019, 2020):
        days = {}
        for n in draw(st.sets(st.integers(0, 364), max_size=60)):
            day = date(year, 1, 1) + timedelta(n)
            days[day] = draw(st.sampled_from(DayKind))
        for month in draw(st.sets(st.integers(1, 12), max_size=2)):  # weeks at a stretch
            first = date(year, month, draw(st.integers(1, 20)))
            days |= {
                first + timedelta(n): draw(st.sampled_from([DayKind.OFF, DayKind.DECREED])) for n in range(9)
            }
        years[year] = Year(year, days, "drawn", "memory")
    return Calendar("xx", years, draw(st.sampled_from([(5, 6), (4, 5), (6,)])))


countings = st.builds(
    Counting,
    st.sampled_from(FirstDay),
    st.sampled_from(Roll),
    st.sampled_from(Decreed),
    st.sampled_from(MonthEnd),
    calendars(),
)
terms = st.one_of(
    st.builds(Term, st.integers(1, 40), st.sampled_from(Unit)),
    st.builds(Term, st.integers(1, 100), st.just(Unit.HOUR)),
    st.builds(Term, st.integers(1, 5), st.just(Unit.MONTH)),
)
starts = st.dates(date(2019, 1, 3), date(2020, 12, 28))
pauses = st.sampled_from([0, 0, 1, 20])


def said(start: Span, term: Term, counting: Counting, paused: int) -> Span | int:
    """What Raport counts, or the year that the calendar lacks."""
    try:
        return due(start, term, counting, paused=paused)
    except CalendarGap as gap:
        return gap.year


def hull(days: set[date] | int) -> Span | int:
    return days if isinstance(days, int) else Span(min(days), max(days))


# --- against the hand -------------------------------------------------------------------------------------


@given(starts, terms, countings, pauses)
def test_a_term_ends_where_the_hand_on_the_calendar_stops(
    start: date, term: Term, counting: Counting, paused: int
) -> None:
    assert said(Span.on(start), term, counting, paused) == hull(due_days(start, term, counting, paused))


@given(starts, terms, countings, pauses)
def test_before_days_off_move_it_too(start: date, term: Term, counting: Counting, paused: int) -> None:
    try:
        expected = hull(last_days(start, term, counting, paused))
    except CalendarGap:
        with pytest.raises(CalendarGap):
            unrolled(Span.on(start), term, counting, paused=paused)
        return
    assert unrolled(Span.on(start), term, counting, paused=paused) == expected


@pytest.mark.parametrize(
    ("unit", "first_day", "roll", "month_end", "decreed"),
    list(product(Unit, FirstDay, Roll, MonthEnd, Decreed)),
)
def test_no_combination_is_left_to_chance(
    unit: Unit, first_day: FirstDay, roll: Roll, month_end: MonthEnd, decreed: Decreed
) -> None:
    """Every start round the ends of short months, in a calendar with each kind of day near each end."""
    counting = Counting(first_day, roll, decreed, month_end, RURITANIA)
    for count in (1, 2, 13, 24, 25, 30):
        for n in range(-5, 40):
            start = date(2020, 1, 31) + timedelta(n)
            term = Term(count if unit is not Unit.MONTH else min(count, 13), unit)
            assert said(Span.on(start), term, counting, 0) == hull(due_days(start, term, counting))


RURITANIA = Calendar(
    "xx",
    {
        year: Year(
            year,
            {
                date(year, month, number): kind
                for month in range(1, 13)
                for number, kind in (
                    (1, DayKind.OFF),
                    (2, DayKind.DECREED),
                    (3, DayKind.MOVED_OFF),
                    (9, DayKind.SHORTENED),
                    (15, DayKind.WORKING_WEEKEND),
                    (28, DayKind.DECREED),
                )
            },
            "invented",
            "text",
        )
        for year in (2020, 2021)
    },
)


# --- uncertain starts -------------------------------------------------------------------------------------


@st.composite
def uncertain(draw: st.DrawFn) -> Span:
    first = draw(starts)
    return Span(first, first + timedelta(draw(st.integers(0, 45))))


@given(uncertain(), terms, countings, pauses)
def test_an_uncertain_start_gives_the_hull_over_every_day_in_it(
    start: Span, term: Term, counting: Counting, paused: int
) -> None:
    days = [start.earliest + timedelta(n) for n in range((start.latest - start.earliest).days + 1)]
    each = [said(Span.on(day), term, counting, paused) for day in days]

    if any(isinstance(end, int) for end in each):
        assert isinstance(said(start, term, counting, paused), int) or isinstance(each[-1], Span)
        return
    assert said(start, term, counting, paused) == Span.hull_of(e for e in each if isinstance(e, Span))


@given(uncertain(), terms, countings)
def test_a_longer_term_and_a_longer_pause_end_no_earlier(start: Span, term: Term, counting: Counting) -> None:
    try:
        end = due(start, term, counting)
        longer = due(start, Term(term.count + 1, term.unit), counting)
        later = due(start, term, counting, paused=1)
    except CalendarGap:
        return
    assert end.earliest <= longer.earliest
    assert end.latest <= longer.latest
    assert end.earliest <= later.earliest
    assert end.latest <= later.latest


@given(terms, countings, starts)
def test_an_open_start_gives_an_open_end(term: Term, counting: Counting, day: date) -> None:
    try:
        end = due(Span.on(day), term, counting)
    except CalendarGap:
        return
    assert due(Span.unknown(), term, counting) == Span.unknown()
    assert due(Span(date.min, day), term, counting) == Span(date.min, end.latest)
    assert due(Span(day, date.max), term, counting) == Span(end.earliest, date.max)
    assert unrolled(Span(date.min, day), term, counting).open_start
    assert unrolled(Span(day, date.max), term, counting).open_end


# --- hours and сутки --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hours", "first", "last"),
    [(1, 0, 1), (23, 0, 1), (24, 0, 1), (25, 1, 2), (48, 1, 2), (49, 2, 3), (72, 2, 3), (240, 9, 10)],
)
def test_hours_are_counted_outward_to_days(hours: int, first: int, last: int) -> None:
    start = date(2019, 11, 5)

    end = due_day(start, Term(hours, Unit.HOUR), Counting())

    assert end == Span(start + timedelta(first), start + timedelta(last))


@pytest.mark.parametrize("first_day", FirstDay)
def test_hours_run_from_the_hour_whatever_the_first_day(first_day: FirstDay) -> None:
    day = date(2019, 11, 5)

    assert due_day(day, Term(24, Unit.HOUR), Counting(first_day)) == Span(day, day + timedelta(1))


def test_sutki_of_which_it_is_not_said_whether_the_first_counts() -> None:
    """Golden test 4: a crime report of 5 November 2019, 3 сутки, then 10, then 30."""
    day = date(2019, 11, 5)
    counting = Counting(FirstDay.EITHER)

    ends = [due_day(day, Term(n, Unit.SUTKI), counting) for n in (3, 10, 30)]

    assert ends == [
        Span(date(2019, 11, 7), date(2019, 11, 8)),
        Span(date(2019, 11, 14), date(2019, 11, 15)),
        Span(date(2019, 12, 4), date(2019, 12, 5)),
    ]


# --- months -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "months", "last_day", "next_day"),
    [
        (date(2019, 1, 31), 1, date(2019, 2, 28), date(2019, 3, 1)),
        (date(2020, 1, 31), 1, date(2020, 2, 29), date(2020, 3, 1)),
        (date(2020, 1, 29), 1, date(2020, 2, 29), date(2020, 2, 29)),
        (date(2019, 1, 29), 1, date(2019, 2, 28), date(2019, 3, 1)),
        (date(2019, 11, 30), 3, date(2020, 2, 29), date(2020, 3, 1)),
        (date(2020, 2, 29), 12, date(2021, 2, 28), date(2021, 3, 1)),
        (date(2020, 2, 29), 48, date(2024, 2, 29), date(2024, 2, 29)),
        (date(2019, 8, 31), 1, date(2019, 9, 30), date(2019, 10, 1)),
        (date(2019, 12, 31), 1, date(2020, 1, 31), date(2020, 1, 31)),
        (date(2099, 11, 30), 3, date(2100, 2, 28), date(2100, 3, 1)),
    ],
)
def test_a_month_without_the_number(start: date, months: int, last_day: date, next_day: date) -> None:
    term = Term(months, Unit.MONTH)

    assert due_day(start, term, Counting(month_end=MonthEnd.LAST_DAY)) == Span.on(last_day)
    assert due_day(start, term, Counting(month_end=MonthEnd.NEXT_DAY)) == Span.on(next_day)


def test_with_the_day_of_the_start_counted_a_month_ends_a_day_earlier() -> None:
    """In short months too: for the one whom the term binds, the earlier day is the careful one."""
    counting = Counting(FirstDay.SAME)

    assert due_day(date(2019, 1, 1), Term(1, Unit.MONTH), counting) == Span.on(date(2019, 1, 31))
    assert due_day(date(2019, 3, 1), Term(1, Unit.MONTH), counting) == Span.on(date(2019, 3, 31))
    assert due_day(date(2019, 1, 31), Term(1, Unit.MONTH), counting) == Span.on(date(2019, 2, 27))


# --- days off ---------------------------------------------------------------------------------------------


@given(calendars(), st.sampled_from(Roll), st.sampled_from(Decreed), starts)
def test_a_last_day_moves_to_the_nearest_working_day_on_its_side(
    calendar: Calendar, roll: Roll, decreed: Decreed, day: date
) -> None:
    counting = Counting(roll=roll, decreed=decreed, calendar=calendar)
    try:
        expected = moved(day, counting)
    except CalendarGap:
        with pytest.raises(CalendarGap):
            rolled(day, counting)
        return
    assert rolled(day, counting) == expected


@pytest.mark.parametrize(("roll", "year"), [(Roll.NEXT_WORKING, 2021), (Roll.PREVIOUS_WORKING, 2019)])
def test_a_day_off_at_the_end_of_what_is_known_is_no_guess(roll: Roll, year: int) -> None:
    holidays = {date(2020, 12, 31): DayKind.OFF, date(2020, 1, 1): DayKind.OFF}
    calendar = Calendar("xx", {2020: Year(2020, holidays, "invented", "text")})
    end = date(2020, 12, 31) if roll is Roll.NEXT_WORKING else date(2020, 1, 1)

    with pytest.raises(CalendarGap) as gap:
        rolled(end, Counting(roll=roll, calendar=calendar))

    assert (gap.value.calendar, gap.value.year) == ("xx", year)
    assert str(gap.value) == (
        f"the calendar 'xx' does not cover the year {year}: add that year's calendar to the pack"
    )


def test_working_days_across_a_year_that_is_missing_are_no_guess() -> None:
    known = {year: Year(year, {}, "invented", "text") for year in (2018, 2020)}
    counting = Counting(calendar=Calendar("xx", known))

    with pytest.raises(CalendarGap) as gap:
        due_day(date(2018, 12, 28), Term(3, Unit.WORKING_DAY), counting)

    assert gap.value.year == 2019


def test_a_count_that_needs_no_calendar_asks_for_none() -> None:
    assert due_day(date(2019, 1, 1), Term(30, Unit.CALENDAR_DAY), Counting()) == Span.on(date(2019, 1, 31))


@pytest.mark.parametrize(
    ("term", "counting"),
    [
        (Term(1, Unit.WORKING_DAY), Counting()),
        (Term(1, Unit.CALENDAR_DAY), Counting(roll=Roll.NEXT_WORKING)),
    ],
)
def test_a_count_that_needs_a_calendar_is_refused_without(term: Term, counting: Counting) -> None:
    with pytest.raises(ValueError, match="needs a calendar"):
        due_day(date(2019, 1, 1), term, counting)


# --- the ends of the calendar -----------------------------------------------------------------------------


@pytest.mark.parametrize("unit", [u for u in Unit if u is not Unit.WORKING_DAY])
@pytest.mark.parametrize("first_day", FirstDay)
def test_a_term_that_runs_off_the_calendar_ends_with_it(unit: Unit, first_day: FirstDay) -> None:
    day = date(9999, 12, 25)

    end = due_day(day, Term(1000, unit), Counting(first_day))

    assert end.latest == date.max
    assert end.earliest == date.max or unit is Unit.HOUR
    assert due_day(date.max, Term(1, unit), Counting(first_day)).latest == date.max


def test_a_month_within_the_last_year_is_counted() -> None:
    start = date(9999, 11, 15)

    assert due_day(start, Term(1, Unit.MONTH), Counting()) == Span.on(date(9999, 12, 15))
    assert due_day(start, Term(2, Unit.MONTH), Counting()) == Span.on(date.max)


@pytest.mark.parametrize("unit", [u for u in Unit if u is not Unit.WORKING_DAY])
def test_a_term_from_the_first_of_all_days(unit: Unit) -> None:
    """It cannot be told from an open start, and is as open as that."""
    end = due(Span.on(date.min), Term(1, unit), Counting())

    assert end == Span(date.min, due_day(date.min, Term(1, unit), Counting()).latest)


@pytest.mark.parametrize("year", [1, 9999])
@pytest.mark.parametrize("roll", Roll)
def test_a_calendar_without_a_working_day_ends_with_the_calendar(year: int, roll: Roll) -> None:
    never = Calendar("xx", {year: Year(year, {}, "invented", "text")}, tuple(range(7)))
    counting = Counting(roll=roll, calendar=never)

    if year == 9999:
        assert due_day(date(9999, 12, 1), Term(1, Unit.WORKING_DAY), counting) == Span.on(date.max) or (
            roll is Roll.PREVIOUS_WORKING
        )
    if roll is not Roll.NONE:
        toward_the_end = (roll is Roll.NEXT_WORKING) == (year == 9999)
        if toward_the_end:
            assert rolled(date(year, 6, 1), counting) in (date.min, date.max)
        else:
            with pytest.raises(CalendarGap):
                rolled(date(year, 6, 1), counting)


# --- the count behind a date ------------------------------------------------------------------------------


@given(starts, terms, countings, pauses)
def test_the_count_behind_a_date_leads_to_it(
    start: date, term: Term, counting: Counting, paused: int
) -> None:
    try:
        end = due_day(start, term, counting, paused=paused)
        days = count_days(start, term, counting, paused=paused)
    except CalendarGap:
        return
    assert days[-1].day == end.latest
    assert [d.day for d in days if d.why is Why.END] == [
        unrolled(Span.on(start), term, counting, paused=paused).latest
    ]
    _check_each_day_once(days)
    _check_numbers(days, term, counting, paused)


def _check_each_day_once(days: tuple[Counted, ...]) -> None:
    """Day after day to the end, and from there day after day to where it moved."""
    end = next(n for n, d in enumerate(days) if d.why is Why.END)
    for part, step in ((days[: end + 1], 1), (days[end:], 1 if days[-1].day > days[end].day else -1)):
        ordinals = [d.day.toordinal() for d in part]
        assert ordinals == list(range(ordinals[0], ordinals[-1] + step, step))


def _check_numbers(days: tuple[Counted, ...], term: Term, counting: Counting, paused: int) -> None:
    numbered = [d for d in days if d.number]
    assert [d.number for d in numbered] == list(range(1, len(numbered) + 1))
    assert all(d.why in (Why.COUNTED, Why.END) for d in numbered)
    if term.unit is Unit.WORKING_DAY and not paused:
        assert all(people_work(d.day, counting.calendar, counting.decreed) for d in numbered)
        assert numbered[-1].number == term.count
    for d in days:
        if d.why in (Why.OFF, Why.DECREED):
            assert not people_work(d.day, counting.calendar, counting.decreed)
            assert counting.calendar is not None
            assert (d.why is Why.DECREED) == (counting.calendar.kind(d.day) is DayKind.DECREED)
        if d.why is Why.ROLLED_OVER:
            assert not people_work(d.day, counting.calendar, counting.decreed)
        if d.why is Why.MOVED:
            assert people_work(d.day, counting.calendar, counting.decreed)


# --- terms ------------------------------------------------------------------------------------------------


def test_a_term_is_extended_in_its_own_unit() -> None:
    assert Term(30, Unit.SUTKI).extended(Term(30, Unit.SUTKI)) == Term(60, Unit.SUTKI)
    with pytest.raises(ValueError, match="a term in sutki cannot be extended by month"):
        Term(30, Unit.SUTKI).extended(Term(1, Unit.MONTH))


@pytest.mark.parametrize("count", [0, -1])
def test_a_term_has_at_least_one(count: int) -> None:
    with pytest.raises(ValueError, match=f"a term has at least one month: {count}"):
        Term(count, Unit.MONTH)
