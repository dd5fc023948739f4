"""The day-by-day count behind one date, and which ways of counting come to the same."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from raport.dates import (
    Calendar,
    Counted,
    Counting,
    Decreed,
    FirstDay,
    MonthEnd,
    Roll,
    Span,
    Term,
    Unit,
    Why,
    count_days,
    read_calendar,
)
from raport.dates.terms import counted_alike


def calendar() -> Calendar:
    weekends = [
        date(2020, 1, 1) + timedelta(n) for n in range(366) if (date(2020, 1, 1) + timedelta(n)).weekday() > 4
    ]
    return read_calendar(
        [
            {
                "calendar": "x",
                "year": 2020,
                "off": weekends,
                "moved-off": [],
                "working-weekend": [],
                "shortened": [],
                "decreed": [date(2020, 3, 31)],
            }
        ]
    )


WORKS = Counting(roll=Roll.NEXT_WORKING, calendar=calendar())


def day(text: str, number: int, why: Why) -> Counted:
    return Counted(date.fromisoformat(text), number, why)


def test_days_off_and_decreed_days_have_no_number_in_a_count_of_working_days() -> None:
    counted = count_days(date(2020, 3, 27), Term(2, Unit.WORKING_DAY), WORKS)  # a Friday

    assert counted == (
        day("2020-03-27", 0, Why.START),
        day("2020-03-28", 0, Why.OFF),
        day("2020-03-29", 0, Why.OFF),
        day("2020-03-30", 1, Why.COUNTED),
        day("2020-03-31", 0, Why.DECREED),
        day("2020-04-01", 2, Why.END),
    )


def test_an_end_on_a_saturday_rolls_over_the_sunday_to_the_monday() -> None:
    counted = count_days(date(2020, 3, 5), Term(2, Unit.CALENDAR_DAY), WORKS)  # a Thursday

    assert counted[2:] == (
        day("2020-03-07", 2, Why.END),
        day("2020-03-08", 0, Why.ROLLED_OVER),
        day("2020-03-09", 0, Why.MOVED),
    )


def test_an_end_on_a_sunday_rolls_back_over_the_saturday_to_the_friday() -> None:
    counted = count_days(
        date(2020, 3, 6), Term(2, Unit.CALENDAR_DAY), replace(WORKS, roll=Roll.PREVIOUS_WORKING)
    )

    assert counted[2:] == (
        day("2020-03-08", 2, Why.END),
        day("2020-03-07", 0, Why.ROLLED_OVER),
        day("2020-03-06", 0, Why.MOVED),
    )


@pytest.mark.parametrize(
    ("other", "unit", "alike"),
    [
        ({}, Unit.CALENDAR_DAY, True),
        ({}, Unit.WORKING_DAY, True),
        ({"roll": Roll.NONE}, Unit.WORKING_DAY, True),
        ({"first_day": FirstDay.SAME}, Unit.CALENDAR_DAY, False),
        ({"month_end": MonthEnd.NEXT_DAY}, Unit.MONTH, False),
        ({"decreed": Decreed.WORKING}, Unit.CALENDAR_DAY, True),
        ({"decreed": Decreed.WORKING}, Unit.WORKING_DAY, False),
        ({"calendar": None}, Unit.CALENDAR_DAY, True),
        ({"calendar": None}, Unit.WORKING_DAY, False),
    ],
)
def test_two_ways_of_counting_come_to_the_same_where_what_differs_does_not_count(
    other: dict[str, Any], unit: Unit, alike: bool
) -> None:
    assert counted_alike(WORKS, replace(WORKS, **other), unit) is alike


def test_a_span_that_ends_before_it_begins_says_both_its_ends() -> None:
    with pytest.raises(ValueError, match=r"2020-03-02\.\.2020-03-01"):
        Span(date(2020, 3, 2), date(2020, 3, 1))
