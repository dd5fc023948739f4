"""Dates as testimony writes them: what is read, what is refused and how, which days are meant.

The vectors are strings of two other implementations. Where Raport differs from either, `docs/formats/edtf.md`
says so and why; the tests hold the list to exactly that.
"""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.dates import DateError, EdtfDate, EdtfInterval, Span, parse_edtf, read_span, write_edtf
from raport.dates.edtf import add_months
from tests.conftest import ROOT

FORMAT = ROOT / "docs" / "formats" / "edtf.md"

# --- the vectors ------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def strings(shared: Path) -> dict[str, list[str]]:
    """By list of edtf-validate: levels 0, 1, 2, and three lists of what is invalid."""
    text = (shared / "vectors/edtf/edtf-validate-strings.json").read_text(encoding="utf-8")
    found: dict[str, list[str]] = json.loads(text)
    return found


@pytest.fixture(scope="session")
def bounds(shared: Path) -> list[tuple[str, list[str]]]:
    """Strings with the days python-edtf gives: first and last as written, then with doubt."""
    text = (shared / "vectors/edtf/python-edtf-bounds.json").read_text(encoding="utf-8")
    return [(written, days) for written, days in json.loads(text)["examples"]]


def is_read(text: str) -> bool:
    try:
        parse_edtf(text)
    except DateError:
        return False
    return True


def decided(section: str) -> set[str]:
    """The strings in the first column of a table of docs/formats/edtf.md."""
    text = FORMAT.read_text(encoding="utf-8")
    _, _, rest = text.partition(f"### {section}\n")
    assert rest, f"{FORMAT} has no section {section!r}"
    rows = rest.partition("\n#")[0].splitlines()
    cells = [row.split("|")[1] for row in rows if row.startswith("| `")]
    return {s for cell in cells for s in re.findall(r"`([^`]+)`", cell)}


def test_all_of_levels_0_and_1_is_read(strings: dict[str, list[str]]) -> None:
    texts = strings["L0_Intervals"] + strings["L1_Intervals"]

    assert len(texts) == 50
    assert [t for t in texts if not is_read(t)] == []


def test_of_level_2_that_much_is_read_and_no_more(strings: dict[str, list[str]]) -> None:
    read = {t for t in strings["L2_Intervals"] if is_read(t)}

    assert read == decided("Read though it is level 2")


def test_of_what_is_invalid_that_much_is_read_and_no_more(strings: dict[str, list[str]]) -> None:
    invalid = [t for name, texts in strings.items() if name.startswith("invalid") for t in texts]

    assert len(invalid) == 56
    assert {t for t in invalid if is_read(t)} == decided("Read though edtf-validate calls it invalid")


@pytest.mark.parametrize("name", ["L2_Intervals", "invalid_edtf_dates", "invalid_edtf_intervals"])
def test_what_is_refused_is_told_what_would_help(name: str, strings: dict[str, list[str]]) -> None:
    for text in strings[name]:
        if is_read(text):
            continue
        with pytest.raises(DateError) as refused:
            parse_edtf(text)
        problem = refused.value.problem
        assert problem.found == repr(text)
        assert problem.help
        if name.startswith("L2"):
            assert any(w in problem.help for w in ("level 2", "digits are left out", "no digit known")), text


def days_as_written(text: str) -> list[str]:
    """As the vectors write them; one day once."""
    read = parse_edtf(text)
    if isinstance(read, EdtfDate):
        first, last = (told(d) for d in read.bounds())
        return [first] if first == last else [first, last]
    return [
        "-inf" if read.start is None else told(read.start.bounds()[0]),
        "inf" if read.end is None else told(read.end.bounds()[1]),
    ]


def told(day: tuple[int, int, int]) -> str:
    year, month, number = day
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{number:02}"


def test_the_days_as_written_are_those_of_the_vectors(bounds: list[tuple[str, list[str]]]) -> None:
    read = [(text, days) for text, days in bounds if is_read(text)]
    # With doubt they give one day written, and then the first and the last day with the doubt.
    other = {
        text for text, days in read if days_as_written(text) != (days[:1] if len(days) == 3 else days[:2])
    }

    assert len(read) == 57
    assert other == decided("Other days than python-edtf, as written")


def test_the_days_with_doubt_are_those_of_the_vectors(bounds: list[tuple[str, list[str]]]) -> None:
    doubted = {text: days[-2:] for text, days in bounds if len(days) > 2 and is_read(text)}

    assert len(doubted) == 21
    other = {text for text, days in doubted.items() if days_counted(text) != days}
    assert other == decided("Other days than python-edtf, with doubt")


def days_counted(text: str) -> list[str]:
    """With doubt; nothing where they lie before the year 1."""
    try:
        span = read_span(text)
    except DateError:
        return []
    return [span.earliest.isoformat(), span.latest.isoformat()]


def test_what_of_the_bounds_is_refused_is_level_2(bounds: list[tuple[str, list[str]]]) -> None:
    refused = {text for text, _ in bounds if not is_read(text)}

    assert refused == decided("Level 2, refused")


# --- which days are meant ---------------------------------------------------------------------------------


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2019-10-10", "2019-10-10", "2019-10-10"),
        ("2019-10", "2019-10-01", "2019-10-31"),
        ("2019-02", "2019-02-01", "2019-02-28"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2019", "2019-01-01", "2019-12-31"),
        ("201X", "2010-01-01", "2019-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2019-XX", "2019-01-01", "2019-12-31"),
        ("2019-02-XX", "2019-02-01", "2019-02-28"),
        ("2019-XX-XX", "2019-01-01", "2019-12-31"),
        ("2019-21", "2019-03-01", "2019-05-31"),
        ("2019-22", "2019-06-01", "2019-08-31"),
        ("2019-23", "2019-09-01", "2019-11-30"),
        ("2019-24", "2018-12-01", "2020-02-29"),  # either winter of the year
        ("2018-24", "2017-12-01", "2019-02-28"),
        ("2019-10-10~", "2019-10-09", "2019-10-11"),
        ("2019-10-10?", "2019-10-09", "2019-10-11"),
        ("2019-10-10%", "2019-10-08", "2019-10-12"),
        ("2019-10~", "2019-09-01", "2019-11-30"),
        ("2019-10%", "2019-08-01", "2019-12-31"),
        ("2019~", "2018-01-01", "2020-12-31"),
        ("2019%", "2017-01-01", "2021-12-31"),
        ("201X~", "2000-01-01", "2029-12-31"),
        ("2019-02-XX~", "2019-01-01", "2019-03-31"),
        ("2019-21~", "2018-12-01", "2019-08-31"),
        ("2019-24~", "2018-09-01", "2020-05-31"),
        ("2019-07~/2019-11-16", "2019-06-01", "2019-11-16"),
        ("2019/2019-11-16~", "2019-01-01", "2019-11-17"),
        ("../2019-11-16", "0001-01-01", "2019-11-16"),
        ("/2019-11-16", "0001-01-01", "2019-11-16"),
        ("2019-11-16/..", "2019-11-16", "9999-12-31"),
        ("2019-11-16/", "2019-11-16", "9999-12-31"),
        ("..", "0001-01-01", "9999-12-31"),
        ("../..", "0001-01-01", "9999-12-31"),
        ("/..", "0001-01-01", "9999-12-31"),
        ("2019-10-10T23:59:59Z", "2019-10-10", "2019-10-10"),
        ("2019-10-10T00:00:01+14:00", "2019-10-10", "2019-10-10"),
        ("2019-10-10T00:00:01+03:59", "2019-10-10", "2019-10-10"),
        ("0001~", "0001-01-01", "0002-12-31"),
        ("0001-05~", "0001-04-01", "0001-06-30"),
        ("9999~", "9998-01-01", "9999-12-31"),
        ("9998?", "9997-01-01", "9999-12-31"),
        ("0001-01-01%", "0001-01-01", "0001-01-03"),
        ("9999-12-30%", "9999-12-28", "9999-12-31"),
        ("9999-12~", "9999-11-01", "9999-12-31"),
        ("9998-24", "9997-12-01", "9999-02-28"),
    ],
)
def test_a_text_means_these_days(text: str, first: str, last: str) -> None:
    assert read_span(text) == span(first, last)


@pytest.mark.parametrize("text", ["0000", "-0044", "Y12345", "9999-24", "0001-24", "-0044/2019", "0XXX"])
def test_days_are_counted_in_the_years_1_to_9999_alone(text: str) -> None:
    parse_edtf(text)

    with pytest.raises(DateError, match="expected a year from 0001 to 9999"):
        read_span(text)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("-01XX", -199, -100),
        ("-004X", -49, -40),
        ("-000X", -9, 0),
        ("-0XXX", -999, 0),
        ("0XXX", 0, 999),
        ("Y-12345", -12345, -12345),
    ],
)
def test_years_before_the_first_are_read_though_not_counted(text: str, first: int, last: int) -> None:
    read = parse_edtf(text)

    assert isinstance(read, EdtfDate)
    assert read.bounds() == ((first, 1, 1), (last, 12, 31))


@pytest.mark.parametrize("doubt", ["", "?", "~", "%"])
def test_a_long_year_keeps_its_doubt(doubt: str) -> None:
    assert parse_edtf(f"Y12345{doubt}") == EdtfDate(12345, doubt=doubt)


def test_every_day_has_its_month_and_its_year() -> None:
    """By brute force over four centuries' worth of leap years."""
    for year in (1600, 1700, 1896, 1900, 2000, 2019, 2020, 2100):
        day = date(year, 1, 1)
        months: dict[int, list[date]] = {}
        while day.year == year:
            months.setdefault(day.month, []).append(day)
            assert read_span(day.isoformat()) == Span.on(day)
            day += timedelta(1)
        for month, days in months.items():
            assert read_span(f"{year}-{month:02}") == Span(days[0], days[-1])
        assert read_span(f"{year}") == Span(months[1][0], months[12][-1])


# --- what helps -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("", "for a date that is not known write .."),
        (" ", "for a date that is not known write .."),
        ("/", "for a date that is not known write .."),
        ("2019 -10-10", "leave the spaces out: 2019-10-10"),
        ("10.10.2019", "year first: 2019-10-10"),
        ("1/2/2019", "year first: 2019-02-01"),
        ("2019.10.1", "with hyphens: 2019-10-01"),
        ("2019/1/2", "with hyphens: 2019-01-02"),
        ("2019-1", "two digits each: 2019-01"),
        ("2019-1-2", "two digits each: 2019-01-02"),
        ("201Х", "a Cyrillic letter stands in it: write 201X in Latin letters and digits"),
        ("2019-02-30", "that month has 28 days"),
        ("2020-02-30", "that month has 29 days"),
        ("1900-02-29", "that month has 28 days"),
        ("2019-10-00", "that month has 31 days"),
        ("2019-13", "months are 01 to 12; seasons 21 spring, 22 summer, 23 autumn, 24 winter"),
        ("2019-20", "months are 01 to 12; seasons 21 spring, 22 summer, 23 autumn, 24 winter"),
        ("2019-25", "months are 01 to 12; seasons 21 spring, 22 summer, 23 autumn, 24 winter"),
        ("2019-00", "months are 01 to 12; seasons 21 spring, 22 summer, 23 autumn, 24 winter"),
        ("2019-21-10", "a season has no day: leave it out"),
        ("-0000", "there is no year -0000: the year before 0001 is 0000"),
        ("XXXX", "a year with no digit known says nothing: write .."),
        ("201X-10", "digits are left out from the right: write 201X, or a list of possible dates apart"),
        (
            "2019-XX-10",
            "a day in a month that is not known (level 2) is not read: write the year, or an interval",
        ),
        ("2019-11-16/2019-11-15", "the interval ends before it begins: turn it round"),
        ("2019-23/2019-22", "the interval ends before it begins: turn it round"),
        (
            "2019-24/2019-22",
            "a winter (24) is the last season of its year: for the one that began it write 2019-01",
        ),
        ("2019-10-10T10:00:00/2019", "an interval is of days: leave the time out"),
        ("2019-10-10T25:00:00", "the time is no time: leave it out, only the day counts"),
        ("2019-10-10T10:00", "that is no time of day: leave it out, only the day counts"),
        ("2019-10-10T10:00:00+15", "the offset is none: leave time and offset out, only the day counts"),
        ("2019-10-10T10:00:00-15:00", "the offset is none: leave time and offset out, only the day counts"),
        ("2019-10-10T10:00:00+03:60", "the offset is none: leave time and offset out, only the day counts"),
        ("2018/2019/2020", "an interval has two ends: write the first and the last, with one / between them"),
        ("Y44", "Y is for years of more than four digits: 0044"),
        ("Y2019", "Y is for years of more than four digits: 2019"),
        ("20191010", "hyphens between year, month and day; a year of more than four digits begins with Y"),
        (
            "2019-1X",
            "that is level 2 of EDTF, which is not read: write an interval, or ~ after the whole date",
        ),
        (
            "{2018, 2019}",
            "that is level 2 of EDTF, which is not read: write an interval, or ~ after the whole date",
        ),
        (
            "1950S2",
            "that is level 2 of EDTF, which is not read: write an interval, or ~ after the whole date",
        ),
        ("autumn", "year first, then month and day; ~ for about, .. for not known"),
    ],
)
def test_the_refusal_says_what_helps(text: str, help_: str) -> None:
    with pytest.raises(DateError) as refused:
        parse_edtf(text)

    assert refused.value.problem.help == help_


@given(st.text(alphabet="0123456789-/.TXYZ~?%+: []{}", max_size=30))
def test_whatever_is_written_is_read_or_refused(text: str) -> None:
    try:
        span = parse_edtf(text).span()
    except DateError:
        return
    assert read_span(write_edtf(span)) == span


@pytest.mark.parametrize("text", ["Y" + "9" * 5000, "9" * 5000, "2019-10-10/" * 2000])
def test_a_text_without_end_is_refused_too(text: str) -> None:
    with pytest.raises(DateError):
        read_span(text)


# --- round trip -------------------------------------------------------------------------------------------

any_day = st.dates()


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first, last = sorted((draw(any_day | st.just(date.min)), draw(any_day | st.just(date.max))))
    return Span(first, last)


@given(spans())
def test_what_is_written_reads_back_the_same(given_span: Span) -> None:
    assert read_span(write_edtf(given_span)) == given_span


@pytest.mark.parametrize(
    "extreme",
    [
        Span.on(date.min),
        Span.on(date.max),
        Span(date.min, date(1, 1, 2)),
        Span(date(9999, 12, 30), date.max),
        Span.unknown(),
    ],
)
def test_the_ends_of_the_calendar_read_back_the_same(extreme: Span) -> None:
    assert read_span(write_edtf(extreme)) == extreme


# --- months -----------------------------------------------------------------------------------------------


def naive_add_months(day: date, months: int) -> date:
    """Month by month to the same number; a shorter month gives its last day."""
    year, month = day.year, day.month
    for _ in range(abs(months)):
        month += 1 if months > 0 else -1
        if month in (0, 13):
            year, month = (year + 1, 1) if month == 13 else (year - 1, 12)
    if year < 1:
        return date.min
    if year > 9999:
        return date.max
    for number in range(day.day, 27, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return date(year, month, day.day)


@given(any_day, st.integers(-40, 40))
def test_months_are_added_month_by_month(day: date, months: int) -> None:
    moved = naive_add_months(day, months)

    assert add_months(day, months) == moved
    if date.min < moved < date.max:
        assert add_months(day, months, end=True) == moved - timedelta(1)


def test_months_stop_at_the_first_and_the_last_day_of_the_calendar() -> None:
    second = date(1, 2, 1)

    assert add_months(second, -1, end=True) == add_months(second, -2, end=True) == date.min
    assert add_months(second, 0, end=True) == date(1, 1, 31)
    assert add_months(date(9999, 12, 1), 1, end=True) == date.max


def pieces() -> Iterator[str]:
    for year in ("2019", "2020"):
        yield year
        for month in ("01", "02", "12"):
            yield f"{year}-{month}"
            yield f"{year}-{month}-28"
        for season in (21, 22, 23, 24):
            yield f"{year}-{season}"


@pytest.mark.parametrize("text", list(pieces()))
def test_more_doubt_never_means_fewer_days(text: str) -> None:
    sure, about, twice = (read_span(text + doubt) for doubt in ("", "~", "%"))

    assert twice.earliest < about.earliest < sure.earliest <= sure.latest < about.latest < twice.latest
    assert read_span(text + "?") == about


@pytest.mark.parametrize("first", list(pieces()))
def test_an_interval_is_from_the_first_day_of_one_to_the_last_of_the_other(first: str) -> None:
    for last in pieces():
        try:
            read = parse_edtf(f"{first}/{last}")
        except DateError:
            assert read_span(last).latest < read_span(first).earliest or both_seasons(first, last)
        else:
            assert isinstance(read, EdtfInterval)
            assert read.span() == Span(read_span(first).earliest, read_span(last).latest)


def both_seasons(first: str, last: str) -> bool:
    """Of two seasons of one year the earlier number comes first."""
    return first[:5] == last[:5] and "21" <= last[5:7] < first[5:7] and len(first) == len(last) == 7
