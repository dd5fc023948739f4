"""Long runs that `make test` has no time for; writes docs/soak.md: commit, seed, counts, result.

.venv/bin/python tools/soak.py [PART ...] [--seed N] [--cases N] [--columns N] [--minutes N]

Parts: properties, columns, mutants; left out: all three. `--cases`: so many for each property; `--columns`:
so many cases through columns; `--minutes`: mutants stop after so long, and the next run goes on from there.
"""

import argparse
import os
import platform
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "docs" / "soak.md"


@dataclass(frozen=True, slots=True)
class Step:
    """One long run; its last line of output tells its counts."""

    name: str
    command: Sequence[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step ended."""

    step: Step
    passed: bool
    seconds: float
    last_line: str


def steps(asked: argparse.Namespace) -> list[Step]:
    """Every long run there is; add yours here."""
    properties = ["-m", "pytest", "tests", "-q", "-n", "2", "-m", "hypothesis", "--hypothesis-profile=soak"]
    columns = ["tools/soak_columns.py", f"--cases={asked.columns}", f"--seed={asked.seed}"]
    every = [
        Step("properties", [*properties, f"--hypothesis-seed={asked.seed}"]),
        Step("columns", columns),
        Step("mutants", ["tools/mutants.py", f"--minutes={asked.minutes}"]),
    ]
    return [s for s in every if s.name in (asked.parts or [s.name])]


def run(step: Step, cases: int) -> Outcome:
    """Run a step, showing what it prints as it comes."""
    print(f"== {step.name}", flush=True)
    began = time.monotonic()
    last = ""
    with subprocess.Popen(
        [sys.executable, *step.command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "RAPORT_SOAK_CASES": str(cases)},
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last = line.strip() or last
    return Outcome(step, process.returncode == 0, time.monotonic() - began, last.strip("= "))


def report(asked: argparse.Namespace, outcomes: Sequence[Outcome]) -> str:
    """The page docs/soak.md."""
    rows = [
        f"| {o.step.name} | {'passed' if o.passed else '**failed**'} | {o.seconds:.0f} s | {o.last_line} |"
        for o in outcomes
    ]
    return "\n".join(
        [
            "# The last long run",
            "",
            "Written by `make soak`; not edited by hand.",
            "",
            f"- commit: {_commit()}",
            f"- day: {datetime.now(UTC).date()}",
            f"- seed: {asked.seed} (again: `.venv/bin/python tools/soak.py --seed {asked.seed}`)",
            f"- cases a property: {asked.cases}; cases through columns: {asked.columns}",
            f"- Python: {platform.python_version()}",
            "",
            "| run | result | took | counts |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )


def main() -> int:
    """Run every step, write the page, and fail if one failed."""
    parser = argparse.ArgumentParser(description="long runs; writes docs/soak.md")
    parser.add_argument("parts", nargs="*", choices=[[], "properties", "columns", "mutants"])
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    parser.add_argument("--cases", type=int, default=5_000)
    parser.add_argument("--columns", type=int, default=100_000)
    parser.add_argument("--minutes", type=float, default=0)
    asked = parser.parse_args()
    outcomes = [run(step, asked.cases) for step in steps(asked)]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report(asked, outcomes), encoding="utf-8")
    print(f"written: {REPORT.relative_to(ROOT)}")
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def _commit() -> str:
    head = _git("rev-parse", "--short=12", "HEAD")
    changed = _git("status", "--porcelain", "--", "src", "tests", "tools", ":!docs/soak.md")
    return f"{head}, with changes not committed" if changed else head


def _git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
