"""A few mutants of dates and of the engine, the same every time, and the tool that makes them."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "mutants.py"
PARTS = [
    "dates",
    "assess.clocks",
    "assess.holding",
    "assess.selecting",
    "assess.engine",
    "assess.ladders",
    "assess.view",
]


def mutants(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, str(TOOL), *arguments], capture_output=True, text=True, cwd=ROOT)


@pytest.mark.slow
def test_twenty_changes_of_the_code_are_noticed() -> None:
    """Who survives is told by name: kill it by a test, or list it in tools/mutants-survivors.toml."""
    tried = mutants("--sample=20", "--fresh", "--processes=1", *(f"raport.{p}" for p in PARTS))

    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert "20 of 20 mutants tried: 20 noticed" in tried.stdout


def test_a_comparison_a_day_and_an_end_are_changed() -> None:
    listed = mutants("--list", "raport.assess.ladders").stdout

    assert "_step: lasting = Span(seen.on.earliest, end.latest)  [end.latest -> end.earliest]" in listed
    assert "_step: lasting = Span(seen.on.earliest, end.latest)  [end.latest -> end.latest + a day]" in listed
    assert "_step: if holds == NO:  [holds == NO -> holds != NO]" in listed


def test_who_is_listed_is_a_mutant() -> None:
    """A reason for a line that is no more is taken off the list."""
    listed = mutants("--list").stdout
    text = (ROOT / "tools" / "mutants-survivors.toml").read_text(encoding="utf-8")
    survivors = tomllib.loads(text)["survivor"]

    for one in survivors:
        assert f"{one['where']}: {one['line']}  [{one['change']}" in listed
        assert one["why"]
