"""`raport explain`: the count behind one date, as a lawyer would write it down."""

from pathlib import Path

import pytest

from tests.cli.terminal import case_file, raport, refused, told

HANDED_IN = """
[[filing]]
id = "f1"
kind = "raport"
asks = "discharge"
to = "unit-commander"

[[event]]
id = "e1"
kind = "delivered"
filing = "f1"
on = 2019-10-14
"""

EXPECTED = """\
Answer on the substance (59-FZ): how the term was counted for f1, case a1, on 19
Nov 2019
================================================================================
Start: 17 Oct 2019.
  - e1 delivered, 14 Oct 2019; after it a term of 3 calendar days (art. 8(2) of
    59-FZ, as in force from 2006; from memory)
"""

LENIENT = """\
  From 17 Oct 2019, a term of 30 calendar days:
    Thu 17 Oct 2019: the day of the event, not counted
    Fri 18 Oct 2019 – Fri 15 Nov 2019: 1–29
    Sat 16 Nov 2019: 30, here the term ends: weekend
    Sun 17 Nov 2019: weekend, the end moves past it
    Mon 18 Nov 2019: the last day is moved here (no term ends on a weekend)
    Last day: 18 Nov 2019.

The term binds the other side: the latest end leads (reading "lenient").
On 19 Nov 2019: over, we have seen nothing.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return case_file(tmp_path / "a.toml", "a1", HANDED_IN)


def test_the_count_is_written_down_day_by_day(file: Path) -> None:
    text = told(raport("explain", file, "f1", "59.answer", "--on", "2019-11-19", "--lang", "en"))

    assert text.startswith(EXPECTED)
    assert text.endswith(LENIENT)
    assert "30, here the term ends (weekend; on this reading the end is not moved)" in " ".join(text.split())


def test_it_is_told_in_russian_too(file: Path) -> None:
    text = told(raport("explain", file, "f1", "59.answer", "--on", "2019-11-19", "--lang", "ru"))

    assert "18.11.2019" in text


@pytest.mark.parametrize(
    ("filing", "clock", "message"),
    [
        ("f7", "59.answer", 'expected a filing of the case a1; found "f7"; '),
        ("f1", "59.ansver", 'expected a clock that f1 has on 2019-11-19; found "59.ansver"; '),
    ],
)
def test_what_is_not_there_is_told_with_what_is(file: Path, filing: str, clock: str, message: str) -> None:
    (line,) = refused(raport("explain", file, filing, clock, "--on", "2019-11-19"))

    assert line.startswith(message)
    assert "there are " in line
    assert ("59.answer" if filing == "f1" else "f1") in line.partition("there are ")[2]


def test_a_bad_file_is_told_as_by_assess(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("raport = ", encoding="utf-8")

    assert refused(raport("explain", bad, "f1", "x")) == refused(raport("assess", bad))
