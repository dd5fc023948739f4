"""The package `edtf` 5.0.2 as an oracle, over strings of levels 0 and 1 drawn at random.

Where it is wrong, the test says what it does wrong and holds it to exactly that: a new version that behaves
otherwise fails here, and the kind is taken off the list. docs/formats/edtf.md has the differences of opinion.
"""

import re
from dataclasses import dataclass
from enum import Enum
from math import inf
from time import struct_time

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.dates import EdtfDate, EdtfInterval, parse_edtf

type Day = tuple[int, int, int] | float
"""Year, month, day; or minus or plus infinity."""


class Kind(Enum):
    """How the oracle fails on a text."""

    NONE = "it does not"
    OPEN_AND_UNKNOWN = "`/..` and `../`: a TypeError"
    ONE_OPEN = "`..` alone: not read"
    DOUBTED_SEASON = "a season with a doubt, no interval: not read"
    UNKNOWN_END = "a blank end: ten years made up"
    TURNED_ROUND = "XX in a year before 0000: ends before it begins"
    WINTER = "a winter: the December of its year"


@dataclass(frozen=True, slots=True)
class Said:
    """What the oracle said: the first and the last day as written, or the name of the error."""

    days: tuple[Day, Day] | None
    error: str = ""


def oracle(text: str) -> Said:
    try:
        read = edtf.parse_edtf(text)
        return Said((_day(read.lower_strict()), _day(read.upper_strict())))
    except (TypeError, edtf.EDTFParseException) as error:
        return Said(None, type(error).__name__)


def _day(moment: struct_time | float) -> Day:
    if isinstance(moment, float):
        return moment
    return moment.tm_year, moment.tm_mon, moment.tm_mday


def ours(text: str) -> tuple[Day, Day]:
    read = parse_edtf(text)
    match read:
        case EdtfDate():
            return read.bounds()
        case EdtfInterval(start, end):
            return -inf if start is None else start.bounds()[0], inf if end is None else end.bounds()[1]


def kind_of(text: str) -> Kind:
    if text in ("/..", "../"):
        return Kind.OPEN_AND_UNKNOWN
    if text == "..":
        return Kind.ONE_OPEN
    if re.fullmatch(r"-?\d{4}-2[1-4][?~%]", text):
        return Kind.DOUBTED_SEASON
    if re.fullmatch(r"-\d{4}(-\d\d)?(-XX)+", text):
        return Kind.TURNED_ROUND
    if text.startswith("/") or text.endswith("/"):
        return Kind.UNKNOWN_END
    if re.search(r"-24[?~%]?(/|$)", text):
        return Kind.WINTER
    return Kind.NONE


# --- strings of levels 0 and 1 ----------------------------------------------------------------------------

years = st.one_of(
    st.integers(1, 9999).map("{:04}".format),
    st.integers(1990, 2030).map(str),
    st.integers(1, 9999).map("-{:04}".format),
    st.just("0000"),
)
masked_years = st.sampled_from(["201X", "20XX", "000X", "-01XX", "-004X", "198X"])
months = st.integers(1, 12).map("{:02}".format)
doubts = st.sampled_from(["", "", "?", "~", "%"])


@st.composite
def dates(draw: st.DrawFn) -> str:
    year = draw(years)
    written = draw(
        st.sampled_from(
            ["year", "month", "day", "season", "masked year", "masked day", "masked month", "long"]
        )
    )
    match written:
        case "month":
            text = f"{year}-{draw(months)}"
        case "day":
            month = int(draw(months))
            text = f"{year}-{month:02}-{draw(st.integers(1, _length(int(year), month))):02}"
        case "season":
            text = f"{year}-{draw(st.integers(21, 24))}"
        case "masked year":
            text = draw(masked_years)
        case "masked day":
            text = f"{year}-{draw(months)}-XX"
        case "masked month":
            text = f"{year}-{draw(st.sampled_from(['XX', 'XX-XX']))}"
        case "long":
            return f"Y{draw(st.sampled_from(['', '-']))}{draw(st.integers(10_000, 999_999))}"
        case _:
            text = year
    return text if "X" in text else text + draw(doubts)


def _length(year: int, month: int) -> int:
    return {2: 28 + _is_leap(year), 4: 30, 6: 30, 9: 30, 11: 30}.get(month, 31)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A date; an interval of level 1 whose ends are in order; an open one."""
    if draw(st.booleans()):
        return draw(dates())
    plain = dates().filter(lambda text: "X" not in text and not text.startswith("Y"))
    ends = [draw(plain), draw(plain)]
    ends.sort(key=lambda text: ours(text)[0])
    shape = draw(
        st.sampled_from(["both", "both", "blank start", "blank end", "open start", "open end", "none"])
    )
    match shape:
        case "blank start":
            return f"/{ends[1]}"
        case "blank end":
            return f"{ends[0]}/"
        case "open start":
            return f"../{ends[1]}"
        case "open end":
            return f"{ends[0]}/.."
        case "none":
            return draw(st.sampled_from(["..", "../..", "/..", "../"]))
        case _:
            return "/".join(ends)


def backwards(text: str) -> bool:
    """Two seasons of one year whose numbers are not in order: neither reads it."""
    first, _, last = text.partition("/")
    seasons = re.fullmatch(r"(-?\d{4})-(2[1-4])\W?/(-?\d{4})-(2[1-4])\W?", f"{first}/{last}")
    return bool(seasons and seasons[1] == seasons[3] and seasons[2] > seasons[4])


@given(texts().filter(lambda text: not backwards(text)))
def test_the_oracle_agrees_or_fails_as_it_is_known_to(text: str) -> None:
    check(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2019-07~/2019-11-16", Kind.NONE),
        ("201X", Kind.NONE),
        ("-000X", Kind.NONE),
        ("2019-21~/2020", Kind.NONE),
        ("/..", Kind.OPEN_AND_UNKNOWN),
        ("../", Kind.OPEN_AND_UNKNOWN),
        ("..", Kind.ONE_OPEN),
        ("2019-21~", Kind.DOUBTED_SEASON),
        ("/2019-09-01", Kind.UNKNOWN_END),
        ("2020-02-29/", Kind.UNKNOWN_END),
        ("-0044-02-XX", Kind.TURNED_ROUND),
        ("-0044-XX", Kind.TURNED_ROUND),
        ("2019-24", Kind.WINTER),
        ("../2019-24", Kind.WINTER),
        ("2019-24?/2020-24", Kind.WINTER),
    ],
)
def test_each_kind_of_failure_is_seen(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind
    check(text)


def check(text: str) -> None:
    said, days = oracle(text), ours(text)
    match kind_of(text):
        case Kind.OPEN_AND_UNKNOWN:
            assert said.error == "TypeError"
        case Kind.ONE_OPEN | Kind.DOUBTED_SEASON:
            assert said.error == "EDTFParseException"
        case Kind.UNKNOWN_END:
            assert said.days is not None
            first, last = _finite(said.days)
            assert last[0] - first[0] == 10  # from the end that is known
            assert inf in (days[1], -days[0] if isinstance(days[0], float) else 0)
        case Kind.TURNED_ROUND:
            assert said.days is not None
            first, last = _finite(said.days)
            assert first > last
        case Kind.WINTER:
            assert said.days is not None
            _check_winters(text, said.days, days)
        case Kind.NONE:
            assert said == Said(days)


def _finite(days: tuple[Day, Day]) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    first, last = days
    assert isinstance(first, tuple)
    assert isinstance(last, tuple)
    return first, last


def _check_winters(text: str, said: tuple[Day, Day], days: tuple[Day, Day]) -> None:
    """An end that is no winter is the same in both; a winter has its December in both."""
    for number, end in enumerate((text, text) if "/" not in text else text.split("/")):
        winter = re.fullmatch(r"(-?\d{4})-24\W?", end)
        if winter:
            year = int(winter[1])
            assert said[number] == (year, 12, 1 if number == 0 else 31)
            assert days[number] == (
                (year - 1, 12, 1) if number == 0 else (year + 1, 2, 28 + _is_leap(year + 1))
            )
        else:
            assert said[number] == days[number]


def test_the_one_that_was_told_of_first() -> None:
    """`/2019-09-01` as 2009: an end that nobody knows turned into a day."""
    assert oracle("/2019-09-01").days == ((2009, 9, 1), (2019, 9, 1))
    assert ours("/2019-09-01") == (-inf, (2019, 9, 1))
