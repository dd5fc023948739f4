"""Long runs that `make test` has no time for; writes docs/soak.md: commit, seed, counts, result.

.venv/bin/python tools/soak.py [--seed N]
"""

import argparse
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


def steps(seed: int) -> list[Step]:
    """Every long run there is; add yours here."""
    properties = ["-m", "pytest", "tests", "-q", "-n", "2", "-m", "hypothesis"]
    found = [
        Step("properties", [*properties, "--hypothesis-profile=soak", f"--hypothesis-seed={seed}"]),
    ]
    if (ROOT / "tools" / "mutants.py").exists():
        found.append(Step("mutants", ["tools/mutants.py"]))
    return found


def run(step: Step) -> Outcome:
    """Run a step, showing what it prints as it comes."""
    print(f"== {step.name}", flush=True)
    began = time.monotonic()
    last = ""
    with subprocess.Popen(
        [sys.executable, *step.command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last = line.strip() or last
    return Outcome(step, process.returncode == 0, time.monotonic() - began, last.strip("= "))


def report(seed: int, outcomes: Sequence[Outcome]) -> str:
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
            f"- seed: {seed} (again: `.venv/bin/python tools/soak.py --seed {seed}`)",
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
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    seed = parser.parse_args().seed
    outcomes = [run(step) for step in steps(seed)]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report(seed, outcomes), encoding="utf-8")
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
