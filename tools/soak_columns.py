"""Random cases, made for the rules of four packs, through columns and through the one-case engine: they must
agree clock by clock.

.venv/bin/python tools/soak_columns.py [--cases N] [--seed N]
"""

import argparse
import random
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from raport.assess import Law
from raport.casefile import Case
from raport.dates import Span
from tests.core.assess.aimed import random_case
from tests.core.assess.laws import LAWS
from tests.core.assess.same import columns_say, engine_says

_TABLE = 50
"""Cases in one table."""
_SINGLE = 1 / 3
"""The share of tables in which each event is of one day."""


def main() -> int:
    """Compare; 1 where any clock differs."""
    parser = argparse.ArgumentParser(description="columns against the one-case engine")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=2019)
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    counts: Counter[str] = Counter()
    for number in range(0, asked.cases, _TABLE):
        law = list(LAWS.values())[number // _TABLE % len(LAWS)]
        compare(*table_of(law, chance), law, counts)
        if counts["differ"]:
            print(f"seed {asked.seed}, table {number // _TABLE} of {law.pack.id}")
            break
    alike, differ, apart = (counts[c] for c in ("alike", "differ", "apart"))
    print(f"seed {asked.seed}: {counts['cases']} cases, {alike} clocks alike, {differ} differ; {apart} apart")
    return 1 if counts["differ"] else 0


def table_of(law: Law, chance: random.Random) -> tuple[list[Case], date]:
    """Some cases, and one day for all: every second one is moved so that this is the day it was aimed at.

    In a third of all tables each event is of one day: there columns count in another way.
    """
    single = chance.random() < _SINGLE
    drawn = [random_case(law, chance, f"c{n}") for n in range(_TABLE)]
    today = drawn[0].today
    cases = []
    for n, one in enumerate(drawn):
        days = (today - one.today).days if n % 2 else 0
        events = tuple(replace(e, on=e.on.shift(days)) for e in one.case.events)
        if single:
            events = tuple(replace(e, on=_one_day(e.on, today)) for e in events)
        cases.append(replace(one.case, events=events) if days or single else one.case)
    return cases, today


def _one_day(on: Span, today: date) -> Span:
    known = [day for day, is_open in ((on.earliest, on.open_start), (on.latest, on.open_end)) if not is_open]
    return Span.on(known[0] if known else today)


def compare(cases: list[Case], today: date, law: Law, counts: Counter[str]) -> None:
    """Count the clocks that are said alike and those that are not, and show the latter."""
    said, _, apart = columns_say(cases, law, today)
    counts["cases"] += len(cases)
    expected = engine_says(cases, law, today)
    for key, clock in expected.items():
        if key[:2] in apart:
            counts["apart"] += 1
        elif said.get(key) == clock:
            counts["alike"] += 1
        else:
            counts["differ"] += 1
            print(f"{law.pack.id} on {today}: {key}\n  engine:  {clock}\n  columns: {said.get(key)}")
    for key in said.keys() - expected.keys():
        counts["differ"] += 1
        print(f"{law.pack.id} on {today}: {key} in columns only")


if __name__ == "__main__":
    sys.exit(main())
