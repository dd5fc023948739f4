"""The Russian calendars against two others, day by day; every difference is listed with its reason."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import holidays
import pytest

from raport.adapters.packs import SHIPPED
from raport.dates import Calendar, DayKind, Decreed, days_of
from raport.law import Confidence
from tests import russia

CALENDAR: Calendar = russia.pack().calendars["ru"]
YEARS = range(2013, 2027)
COMPARED = (*range(2013, 2020), 2022, 2023)  # production calendars lie there for these


def stretch(first: date, last: date) -> set[date]:
    """The working weekdays from one day to another."""
    days = {first + timedelta(n) for n in range((last - first).days + 1)}
    return {d for d in days if d.weekday() < 5}


# Non-working with pay by decree (the research, part 2, section 3). python-holidays has them working; whether
# they move a term is contested, so each is a kind of its own and both readings are counted.
DECREED = (
    stretch(date(2020, 3, 30), date(2020, 4, 30))
    | stretch(date(2020, 5, 6), date(2020, 5, 8))
    | stretch(date(2020, 6, 24), date(2020, 6, 24))
    | stretch(date(2020, 7, 1), date(2020, 7, 1))
    | stretch(date(2021, 5, 4), date(2021, 5, 7))
    | stretch(date(2021, 11, 1), date(2021, 11, 3))
)

# Where a production calendar was read it stands: 8 March 2014 was a Saturday, and its day off was moved here;
# python-holidays does not have it.
OTHERWISE = {date(2014, 3, 10)}


def test_the_years_are_these_and_no_others() -> None:
    assert sorted(CALENDAR.years) == list(YEARS)


@pytest.mark.parametrize("year", YEARS)
def test_a_year_says_whence_it_is_known_and_names_no_decree_that_nobody_read(year: int) -> None:
    known = CALENDAR.years[year]

    assert known.source
    assert Confidence(known.confidence) is Confidence.SECONDARY  # no decree was read
    assert known.decree == ""
    for day in OTHERWISE:
        assert (f"{day} as working" in known.source) == (day.year == year)
    assert all(day.year == year for day in known.days)


@pytest.mark.parametrize("path", sorted((SHIPPED / "ru" / "calendars").iterdir()), ids=lambda p: p.stem)
def test_the_lists_of_a_year_share_no_day(path: Path) -> None:
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    lists = [values[k] for k in ("off", "moved-off", "working-weekend", "shortened", "decreed")]

    assert len({d for many in lists for d in many}) == sum(map(len, lists))


def test_the_days_non_working_with_pay_are_36() -> None:
    found = {d for year in YEARS for d in days_of(year) if CALENDAR.kind(d) is DayKind.DECREED}

    assert len(found) == 36
    assert found == DECREED


@pytest.mark.parametrize("year", YEARS)
def test_every_day_is_as_python_holidays_has_it_but_for_those(year: int) -> None:
    other = holidays.country_holidays("RU", years=year)

    differing = {d for d in days_of(year) if CALENDAR.works(d, Decreed.OFF) != other.is_working_day(d)}

    assert differing == {d for d in DECREED | OTHERWISE if d.year == year}
    assert all(CALENDAR.works(d, Decreed.WORKING) and other.is_working_day(d) for d in differing - OTHERWISE)


# --- the production calendars -----------------------------------------------------------------------------


@pytest.fixture(scope="session")
def production(shared: Path) -> dict[int, dict[date, str]]:
    """By year, the marked days: 1 off, 2 shortened, 3 working though a weekend."""
    found = {}
    for year in COMPARED:
        root = ET.parse(shared / "data" / "calendars" / f"ru-{year}.xml").getroot()  # noqa: S314 - our own folder
        assert root.attrib["year"] == str(year)
        found[year] = {
            date(year, *map(int, day.attrib["d"].split("."))): day.attrib["t"] for day in root.iter("day")
        }
    return found


@pytest.mark.parametrize("year", COMPARED)
def test_every_day_is_as_the_production_calendar_has_it(
    year: int, production: dict[int, dict[date, str]]
) -> None:
    marks = production[year]

    for day in days_of(year):
        mark = marks.get(day, "")
        works = mark in ("2", "3") or (mark == "" and day.weekday() < 5)
        kind = CALENDAR.kind(day)
        assert CALENDAR.works(day, Decreed.OFF) == works, day
        assert (kind is DayKind.WORKING_WEEKEND) == (works and day.weekday() >= 5), day
        assert (kind is DayKind.SHORTENED) == (mark == "2" and day.weekday() < 5), day


@pytest.mark.parametrize("year", sorted(set(YEARS) - set(COMPARED)))
def test_where_no_production_calendar_was_read_no_day_is_called_shortened(year: int) -> None:
    assert DayKind.SHORTENED not in CALENDAR.years[year].days.values()
    assert "shortened days of this year are not known here" in CALENDAR.years[year].source


def test_the_working_weekends_since_2018_are_nine() -> None:
    """The research counts them: a test by weekday and holiday alone is wrong on each."""
    found = [
        d for year in range(2018, 2027) for d in days_of(year) if CALENDAR.kind(d) is DayKind.WORKING_WEEKEND
    ]

    assert len(found) == 9
    assert {date(2024, 4, 27), date(2024, 11, 2), date(2024, 12, 28), date(2025, 11, 1)} <= set(found)
