"""The settings of ruff that carry a rule of the house, shown a planted fault."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

ASKS_THE_DAY = '"""A module."""\n\nimport datetime as dt\n\nTODAY = dt.date.today()\n'
ASKS_THE_TIME = '"""A module."""\n\nfrom datetime import UTC, datetime\n\nNOW = datetime.now(UTC)\n'
COUNTS_TO_THIRTY = (
    '"""A module."""\n\n\ndef late(days: int) -> bool:\n    """Late?"""\n    return days > 30\n'
)
SPEAKS_RUSSIAN = '"""A module."""\n\nTITLE = "\u0440\u0430\u043f\u043e\u0440\u0442"\n'


def faults(where: str, text: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--output-format=concise", "--stdin-filename", where, "-"],
        input=text,
        capture_output=True,
        text=True,
        cwd=ROOT,
    ).stdout


@pytest.mark.parametrize("package", ["assess", "law", "dates", "casefile", "prose", "adapters"])
@pytest.mark.parametrize("text", [ASKS_THE_DAY, ASKS_THE_TIME])
def test_nothing_below_app_asks_what_day_it_is(package: str, text: str) -> None:
    assert "TID251" in faults(f"src/raport/{package}/planted.py", text)


@pytest.mark.parametrize("package", ["app", "cli"])
@pytest.mark.parametrize("text", [ASKS_THE_DAY, ASKS_THE_TIME])
def test_the_shell_may_ask_it(package: str, text: str) -> None:
    assert "All checks passed" in faults(f"src/raport/{package}/planted.py", text)


def test_a_number_of_days_in_the_engine_is_a_suspect() -> None:
    assert "PLR2004" in faults("src/raport/assess/planted.py", COUNTS_TO_THIRTY)


def test_russian_letters_that_look_latin_are_no_fault() -> None:
    assert "All checks passed" in faults("tests/planted.py", SPEAKS_RUSSIAN)
