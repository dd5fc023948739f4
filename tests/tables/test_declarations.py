"""Ten thousand real requests (a process log with moments and roles) through a small pack, counted twice."""

import csv
import gzip
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from raport.app.assess_files import Laws
from raport.app.assess_table import assess_table
from raport.assess import assess_filings
from raport.assess.columns import BITS, CERTAINTIES, case_of

HERE = Path(__file__).resolve().parent / "declarations"
MAP, PACK = HERE / "map.toml", str(HERE / "pack")
ON = date(2018, 6, 1)
"""A day in the midst of them: some are decided, some run, some have not begun."""
HEADS = ("declaration", "step", "moment", "role")
REFUSING = ("ADMINISTRATION", "BUDGET OWNER", "PRE_APPROVER", "SUPERVISOR", "MISSING")
type Log = dict[str, list[tuple[str, str, str]]]


@pytest.fixture(scope="module")
def log(shared: Path) -> Log:
    """Each request with its steps: what, when, by whom."""
    found: Log = {}
    with gzip.open(shared / "data" / "processes" / "DomesticDeclarations.xes.gz") as file:
        for _, element in ET.iterparse(file):  # noqa: S314 - a file of the shared material
            if element.tag.endswith("}trace"):
                name = next(c.attrib["value"] for c in element if c.attrib.get("key") == "concept:name")
                found[name] = list(steps(element))
                element.clear()
    return found


def steps(trace: ET.Element) -> Iterator[tuple[str, str, str]]:
    for event in trace:
        if event.tag.endswith("}event"):
            told = {c.attrib["key"]: c.attrib["value"] for c in event}
            yield told["concept:name"], told["time:timestamp"], told["org:role"]


@pytest.fixture(scope="module")
def table(log: Log, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("declarations") / "events.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADS)
        writer.writerows((name, *step) for name, many in log.items() for step in many)
    return path


def state(start: date, days: int, done: list[date]) -> str:
    """Where a term stands, counted by hand: no pack, no engine."""
    due = start + timedelta(days=days)
    if done:
        return "met" if min(done) <= due else "late"
    return "overdue" if due < ON else "running"


def by_hand(log: Log) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for many in log.values():
        seen: dict[str, list[date]] = defaultdict(list)
        for step, moment, _ in many:
            day = datetime.fromisoformat(moment).date()
            if day <= ON:
                seen[step].append(day)
        granted = seen["Declaration FINAL_APPROVED by SUPERVISOR"]
        decided = granted + [d for who in REFUSING for d in seen[f"Declaration REJECTED by {who}"]]
        if seen["Declaration SUBMITTED by EMPLOYEE"]:
            counts["decision", state(min(seen["Declaration SUBMITTED by EMPLOYEE"]), 7, decided)] += 1
        for who in REFUSING[:3]:
            for day in seen[f"Declaration APPROVED by {who}"]:
                counts["after-pass", state(day, 3, [d for d in decided if d >= day])] += 1
        if granted:
            counts["payment", state(min(granted), 10, seen["Payment Handled"])] += 1
    return counts


def test_ten_thousand_real_requests_stand_where_a_count_by_hand_puts_them(log: Log, table: Path) -> None:
    found = assess_table(table, MAP, Laws(), ON, lambda *_: lambda _: None, use_pack=PACK)

    assert found.unread == ()
    assert found.summary.filings == len(log) == 10_357
    assert found.summary.seen == sum(map(len, log.values()))
    assert found.summary.by_engine == 0
    counted: Counter[tuple[str, str]] = Counter()
    for standing, count in found.summary.states.items():
        counted[standing.clock, standing.state.value] += count
    expected = by_hand(log)
    assert counted == expected
    assert {("decision", s) for s in ("met", "late", "overdue", "running")} <= expected.keys()


def test_a_hundred_of_them_one_by_one_say_the_same(table: Path) -> None:
    found = assess_table(table, MAP, Laws(), ON, lambda *_: lambda _: None, use_pack=PACK)
    said: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
    for name, clock in found.said.columns.clocks.items():
        for filing, states, certainty in zip(
            clock.filing.tolist(), clock.states.tolist(), clock.certainty.tolist(), strict=True
        ):
            words = " ".join(s.value for s, bit in BITS.items() if states & bit)
            said[filing].append((name, words, CERTAINTIES[certainty].value))

    for number in range(0, found.summary.filings, found.summary.filings // 100):
        (status,) = assess_filings(case_of(found.said.read.events, [number], "declarations"), found.law, ON)
        assert sorted(said[number]) == sorted(
            (c.rule, " ".join(s.value for s in c.states), c.certainty.value) for c in status.clocks
        )
