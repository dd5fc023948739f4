"""Long runs that `make test` has no time for; writes docs/soak.md: commit, seed, counts, result.

.venv/bin/python tools/soak.py [PART ...] [--seed N] [--cases N] [--columns N] [--desk N]
    [--letters N] [--minutes N]

Parts: properties, columns, desk, reading, naughty, mutants; left out: all of them. `--minutes`: properties
begin no new round after so long, naughty strings are typed for so long in a drawn order, and mutants stop
after so long; the next run of mutants goes on from there. `--cases`: so many for each property in a round,
each round with the next seed; `--columns`: so many cases through columns; `--desk`: so many cases on a desk;
`--letters`: so many letters read, each in every manner. What a part
said when it was last run stays in the page until it is run again.
"""

import argparse
import os
import random
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
REPORT = ROOT / "docs" / "soak.md"


PARTS = ("properties", "columns", "desk", "reading", "naughty", "mutants")
_HEAD = ("| run | day | commit | result | took | counts |", "|---|---|---|---|---|---|")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a part ended; the last line of its output tells its counts."""

    part: str
    passed: bool
    seconds: float
    counts: str

    def row(self, commit: str, day: date) -> str:
        """Its line in the page."""
        result = "passed" if self.passed else "**failed**"
        return f"| {self.part} | {day} | {commit} | {result} | {self.seconds:.0f} s | {self.counts} |"


def properties(asked: argparse.Namespace) -> Outcome:
    """Rounds of every property, each with the next seed, until the time is over or one fails."""
    began = time.monotonic()
    rounds, passed, last = 0, True, ""
    command = ["-m", "pytest", "tests", "-q", "-n", "2", "-m", "hypothesis", "--hypothesis-profile=soak"]
    while passed and (not rounds or time.monotonic() - began < 60 * asked.minutes):
        passed, last = run([*command, f"--hypothesis-seed={asked.seed + rounds}"], asked.cases)
        rounds += 1
    seconds = time.monotonic() - began
    counts = f"seeds {asked.seed} to {asked.seed + rounds - 1}, {asked.cases} cases a property each: {last}"
    return Outcome("properties", passed, seconds, counts)


def columns(asked: argparse.Namespace) -> Outcome:
    """Cases through columns and through the engine."""
    began = time.monotonic()
    passed, last = run(["tools/soak_columns.py", f"--cases={asked.columns}", f"--seed={asked.seed}"])
    return Outcome("columns", passed, time.monotonic() - began, last)


def desk(asked: argparse.Namespace) -> Outcome:
    """A desk with very many cases: filled, listed, searched, every row checked."""
    began = time.monotonic()
    passed, last = run(["tools/soak_desk.py", f"--cases={asked.desk}", f"--seed={asked.seed}"])
    return Outcome("desk", passed, time.monotonic() - began, last)


def reading(asked: argparse.Namespace) -> Outcome:
    """Letters with a known truth, spoilt and read."""
    began = time.monotonic()
    passed, last = run(["tools/soak_reading.py", f"--letters={asked.letters}", f"--seed={asked.seed}"])
    return Outcome("reading", passed, time.monotonic() - began, last)


def naughty(asked: argparse.Namespace) -> Outcome:
    """The big list of naughty strings through every field of the desk."""
    began = time.monotonic()
    asked_for = {"RAPORT_NAUGHTY_MINUTES": str(asked.minutes), "RAPORT_NAUGHTY_SEED": str(asked.seed)}
    told: list[str] = []
    passed, last = run(
        ["-m", "pytest", "tests/web/test_naughty.py", "-q", "-s", "--show-capture=no", "--tb=short"],
        asked.cases,
        more=asked_for,
        seen=told,
    )
    counts = next((line for line in told if line.startswith("seed ")), last)
    return Outcome("naughty", passed, time.monotonic() - began, counts)


def mutants(asked: argparse.Namespace) -> Outcome:
    """The mutants that were not tried yet with these tests."""
    began = time.monotonic()
    passed, last = run(["tools/mutants.py", f"--minutes={asked.minutes}"])
    return Outcome("mutants", passed, time.monotonic() - began, last)


def run(
    command: Sequence[str],
    cases: int = 0,
    more: Mapping[str, str] | None = None,
    seen: list[str] | None = None,
) -> tuple[bool, str]:
    """Whether it passed, and its last line; what it prints is shown as it comes (and noted in `seen`)."""
    print(f"== {' '.join(command)}", flush=True)
    last = ""
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "RAPORT_SOAK_CASES": str(cases), **(more or {})},
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            last = line.strip() or last
            if seen is not None:
                seen.append(line.strip(". \n"))
    return process.returncode == 0, last.strip("= ")


def report(outcomes: Sequence[Outcome]) -> str:
    """The page docs/soak.md: what ran now, what other parts said when they last ran, mutants by module."""
    rows = _rows()
    rows |= {o.part: o.row(_commit(), datetime.now(UTC).date()) for o in outcomes}
    tried = subprocess.run(
        [sys.executable, "tools/mutants.py", "--table"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return "\n".join(
        [
            "# The last long runs",
            "",
            "Written by `make soak`; not edited by hand. `tools/soak.py PART --seed N` runs a part again.",
            "",
            *_HEAD,
            *(rows[p] for p in PARTS if p in rows),
            "",
            "## Mutants",
            "",
            "What came of each when it was last tried: a test noticed; it makes no difference",
            "(`tools/mutants-survivors.toml` says why); no test noticed; or nobody has tried it yet.",
            "",
            tried.stdout,
        ]
    )


def _rows() -> dict[str, str]:
    """The lines of the page as it is, by part; none where it has another form."""
    lines = REPORT.read_text(encoding="utf-8").splitlines() if REPORT.exists() else []
    if _HEAD[0] not in lines:
        return {}
    return {p: line for line in lines for p in PARTS if line.startswith(f"| {p} |")}


def main() -> int:
    """Run every part asked for, write the page, and fail if one failed."""
    parser = argparse.ArgumentParser(description="long runs; writes docs/soak.md")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS])
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--columns", type=int, default=100_000)
    parser.add_argument("--desk", type=int, default=20_000)
    parser.add_argument("--letters", type=int, default=40)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--page", action="store_true", help="write the page, run nothing")
    asked = parser.parse_args()
    wanted = () if asked.page else asked.parts or PARTS
    every = {
        "properties": properties,
        "columns": columns,
        "desk": desk,
        "reading": reading,
        "naughty": naughty,
        "mutants": mutants,
    }
    outcomes = [every[part](asked) for part in PARTS if part in wanted]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report(outcomes), encoding="utf-8")
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
