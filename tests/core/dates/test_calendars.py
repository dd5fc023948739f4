"""Calendars of working days: read whole or refused; kinds of day; no year by guess."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from raport.dates import Calendar, CalendarError, CalendarGap, DayKind, Decreed, Year, days_of, read_calendar

TABLE: dict[str, object] = {
    "calendar": "xx",
    "year": 2020,
    "source": "invented",
    "confidence": "text",
    "decree": "17",
    "off": [date(2020, 1, 1), date(2020, 2, 23)],  # the second is a Sunday anyway
    "moved-off": [date(2020, 2, 24)],
    "working-weekend": [date(2020, 2, 22)],
    "shortened": [date(2020, 12, 31)],
    "decreed": [date(2020, 3, 30)],
}


def test_a_day_is_of_the_kind_that_was_said_and_else_of_its_weekday() -> None:
    calendar = read_calendar([TABLE])

    kinds = {day: calendar.kind(day) for day in days_of(2020)}

    assert len(kinds) == 366
    assert {d: k for d, k in kinds.items() if k not in (DayKind.WORKING, DayKind.OFF)} == {
        date(2020, 2, 22): DayKind.WORKING_WEEKEND,
        date(2020, 2, 24): DayKind.MOVED_OFF,
        date(2020, 3, 30): DayKind.DECREED,
        date(2020, 12, 31): DayKind.SHORTENED,
    }
    off = {d for d, k in kinds.items() if k is DayKind.OFF}
    weekends = {d for d in days_of(2020) if d.weekday() in (5, 6)}
    assert off == weekends - {date(2020, 2, 22)} | {date(2020, 1, 1)}


@pytest.mark.parametrize("decreed", Decreed)
@pytest.mark.parametrize("kind", DayKind)
@pytest.mark.parametrize("day", [date(2020, 2, 21), date(2020, 2, 22)])
def test_people_work_or_not_by_the_kind_of_the_day(kind: DayKind, decreed: Decreed, day: date) -> None:
    calendar = Calendar("xx", {2020: Year(2020, {day: kind}, "invented", "text")})
    working = {DayKind.WORKING, DayKind.SHORTENED, DayKind.WORKING_WEEKEND}

    assert calendar.kind(day) is kind
    if kind is DayKind.DECREED:
        assert calendar.works(day, decreed) == (decreed is Decreed.WORKING)
    else:
        assert calendar.works(day, decreed) == (kind in working)


@pytest.mark.parametrize("weekend", [(5, 6), (4, 5), (6,), ()])
def test_a_weekend_is_what_the_country_says(weekend: tuple[int, ...]) -> None:
    calendar = Calendar("xx", {2020: Year(2020, {}, "invented", "text")}, weekend)

    off = {d for d in days_of(2020) if not calendar.works(d, Decreed.OFF)}

    assert off == {d for d in days_of(2020) if d.weekday() in weekend}
    assert off == {d for d in days_of(2020) if calendar.kind(d) is DayKind.OFF}


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2021, 1, 1), date.min, date.max])
def test_of_a_year_that_is_not_there_nothing_is_said(day: date) -> None:
    calendar = read_calendar([TABLE])

    with pytest.raises(CalendarGap) as asked:
        calendar.kind(day)
    with pytest.raises(CalendarGap) as counted:
        calendar.works(day, Decreed.OFF)

    assert asked.value.year == counted.value.year == day.year


def test_a_year_keeps_whence_it_is_known() -> None:
    year = read_calendar([TABLE]).years[2020]

    assert (year.source, year.confidence, year.decree) == ("invented", "text", "17")


def test_a_calendar_is_shown_by_what_it_was_made_of() -> None:
    years = {2020: Year(2020, {date(2020, 1, 1): DayKind.OFF}, "invented", "text")}

    assert repr(Calendar("xx", years)) == f"Calendar(id='xx', years={years!r}, weekend=(5, 6))"


@pytest.mark.parametrize("year", [1, 1900, 2019, 2020, 2100, 9999])
def test_every_day_of_a_year(year: int) -> None:
    days = days_of(year)

    assert (days[0], days[-1]) == (date(year, 1, 1), date(year, 12, 31))
    assert all(b - a == timedelta(1) for a, b in pairwise(days))


# --- what is refused --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "key", "expected", "found"),
    [
        ({"year": "2020"}, "year", "`year`, such as 2019", "'2020'"),
        ({"year": True}, "year", "`year`, such as 2019", "True"),
        ({"off": "2020-01-01"}, "off", "a list of days for `off`", "'2020-01-01'"),
        ({"off": ["2020-01-01"]}, "off", "days of 2020 in `off`", "'2020-01-01'"),
        ({"off": [date(2021, 1, 1)]}, "off", "days of 2020 in `off`", "2021-01-01"),
        ({"off": [datetime(2020, 1, 1)]}, "off", "days of 2020 in `off`", "2020-01-01T00:00:00"),
        (
            {"off": [date(2020, 1, 1), date(2020, 1, 1)]},
            "off",
            "each day once in the calendar of 2020",
            "2020-01-01 as off and off",
        ),
        (
            {"decreed": [date(2020, 1, 1)]},
            "decreed",
            "each day once in the calendar of 2020",
            "2020-01-01 as off and decreed",
        ),
        (
            {"working-weekend": [date(2020, 2, 21)]},
            "working-weekend",
            "days of 2020 that can be `working-weekend`",
            "2020-02-21, a Friday",
        ),
        (
            {"moved-off": [date(2020, 2, 22)], "working-weekend": []},
            "moved-off",
            "days of 2020 that can be `moved-off`",
            "2020-02-22, a Saturday",
        ),
        (
            {"shortened": [date(2020, 2, 29)]},
            "shortened",
            "days of 2020 that can be `shortened`",
            "2020-02-29, a Saturday",
        ),
        (
            {"decreed": [date(2020, 2, 29)]},
            "decreed",
            "days of 2020 that can be `decreed`",
            "2020-02-29, a Saturday",
        ),
        (
            {"moved-off": [date(2020, 2, 23)], "off": []},
            "moved-off",
            "days of 2020 that can be `moved-off`",
            "2020-02-23, a Sunday",
        ),
        ({"calendar": ""}, "calendar", "`calendar`, its name", "nothing"),
    ],
)
def test_a_mistake_is_told_with_its_key(
    change: dict[str, object], key: str, expected: str, found: str
) -> None:
    with pytest.raises(CalendarError) as refused:
        read_calendar([TABLE | change])

    problem = refused.value.problem
    assert (refused.value.key, problem.expected, problem.found) == (key, expected, found)
    assert refused.value.table == 0


@pytest.mark.parametrize(
    ("change", "help_"),
    [
        ({"off": [datetime(2020, 1, 1)]}, "a day has no time of day"),
        ({"off": [date(2021, 1, 1)]}, "a day stands in the file of its year"),
        ({"off": [20200101]}, "such as 2019-05-09"),
        ({"off": [date(2020, 1, 1)] * 2}, "take one of them out"),
        ({"shortened": [date(2020, 2, 29)]}, "a weekend that is off need not be said"),
        ({"working-weekend": [date(2020, 2, 21)]}, ""),
    ],
)
def test_the_refusal_says_what_helps(change: dict[str, object], help_: str) -> None:
    with pytest.raises(CalendarError) as refused:
        read_calendar([TABLE | change])

    assert refused.value.problem.help == help_


def test_a_sunday_may_be_worked() -> None:
    calendar = read_calendar([TABLE | {"off": [], "working-weekend": [date(2020, 2, 23)]}])

    assert calendar.works(date(2020, 2, 23), Decreed.OFF)


def test_a_year_given_twice_is_told_at_the_second() -> None:
    with pytest.raises(
        CalendarError, match="expected one table for each year; found the year 2020 twice"
    ) as twice:
        read_calendar([TABLE, TABLE])

    assert twice.value.table == 1
