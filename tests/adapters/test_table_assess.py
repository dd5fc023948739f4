"""A table says of each filing what the one-case engine says of it, whatever way it went through."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.app.assess_files import Laws
from raport.app.assess_table import TableAssessed, assess_table, write_summary, write_table
from raport.assess import FilingStatus, Law, assess, prepare
from raport.casefile import Case, Event, Filing
from raport.dates import Span, write_edtf
from tests.core.assess.drawn_cases import FIELDS, days, many_cases, rules
from tests.core.assess.test_column_breaches import LAW
from tests.core.assess.worlds import world

MAP = """
raport = 1
jurisdiction = "ruritania"
[filing]
kind = { column = "kind-of-paper" }
to = { column = "to-whom" }
about = { column = "about" }
challenges = { column = "challenges" }
[event]
filing = { column = ["case", "paper"] }
on = { column = "day", as = "edtf" }
kind = { column = "what" }
notice = { column = "notice" }
to = { column = "to" }
outcome = { column = "outcome" }
form = { column = "form" }
by = { column = "by" }
basis = { column = "basis" }
modality = { column = "modality" }
"""
WORDS = sorted({name for fields in FIELDS.values() for name in fields})
type Row = dict[str, str]


def laws_of(law: Law) -> Laws:
    laws = Laws()
    laws._laws[law.pack.id] = law
    return laws


def rows_of(case: Case) -> Iterator[Row]:
    papers = {f.id: f for f in case.filings}
    for event in case.events:
        yield row_of(case.id, papers[event.filing], event)


def row_of(case: str, paper: Filing, event: Event) -> Row:
    return {
        "case": case,
        "paper": paper.id,
        "day": write_edtf(event.on),
        "what": event.kind,
        "basis": event.basis.value,
        "modality": event.modality.value,
        "kind-of-paper": paper.kind,
        "to-whom": "".join(paper.to),
        "about": "".join(paper.about),
        "challenges": f"{case} / {paper.challenges[0]}" if paper.challenges else "",
        "event": event.id,
        **{name: event.fields.get(name, "") for name in WORDS},
    }


def as_a_table_can_say(case: Case) -> Case:
    """Filings of which something happened, each to one authority."""
    there = {e.filing for e in case.events}
    papers = [replace(f, to=f.to[:1]) for f in case.filings if f.id in there]
    return replace(
        case,
        filings=tuple(replace(f, challenges=tuple(c for c in f.challenges if c in there)) for f in papers),
    )


def apart(case: Case) -> Iterator[Case]:
    """A table knows by what they challenge which filings belong together; each other is a case of its own."""
    left = list(case.filings)
    while left:
        together = {left[0].id}
        while more := [f for f in left if f.id not in together and _linked(f, together, left)]:
            together |= {f.id for f in more}
        yield replace(
            case,
            filings=tuple(f for f in left if f.id in together),
            events=tuple(e for e in case.events if e.filing in together),
        )
        left = [f for f in left if f.id not in together]


def _linked(one: Filing, together: set[str], many: list[Filing]) -> bool:
    named = {c for f in many if f.id in together for c in f.challenges}
    return one.id in named or not together.isdisjoint(one.challenges)


def assessed(
    folder: Path, suffix: str, rows: list[Row], law: Law, on: date, map_: str = MAP
) -> TableAssessed:
    path = folder / f"events{suffix}"
    heads = [*("case", "paper", "day", "what", "basis", "modality"), *WORDS]
    heads += ["kind-of-paper", "to-whom", "about", "challenges"]
    table = pa.table({h: pa.array([r[h] for r in rows], pa.string()) for h in heads})
    write = pyarrow.csv.write_csv if suffix == ".csv" else pyarrow.parquet.write_table
    write(table, path)
    (folder / "map.toml").write_text(MAP)
    return assess_table(path, folder / "map.toml", laws_of(law), on, lambda *_: lambda _: None)


def written(path: Path, found: TableAssessed) -> list[dict[str, Any]]:
    count = write_table(path, found, lambda *_: lambda _: None)
    rows: list[dict[str, Any]] = pyarrow.parquet.read_table(path).to_pylist()
    assert len(rows) == count
    return rows


BESIDE = ("by", "unread-rows")
"""Which way it went, and what could not be read: the engine knows neither."""
NOTHING = (None,) * 10
type Said = Counter[tuple[object, ...]]


def said_by_table(rows: list[dict[str, Any]]) -> Said:
    return Counter(tuple(value for key, value in row.items() if key not in BESIDE) for row in rows)


def said_by_engine(case: Case, filing: FilingStatus, rows: dict[str, int]) -> Iterator[tuple[object, ...]]:
    """What stands in the table of results, column by column."""
    name = f"{case.id} / {filing.id}"
    for clock in filing.clocks:
        of = name, "clock", clock.rule, None, rows.get(clock.origin), clock.provision, clock.bearer.value
        stands = clock.state.value, spoken(clock.states), clock.certainty.value
        for due in clock.dues:
            end = due.reading, *ends(due.due), spoken(due.states)
            yield *of, *ends(clock.start), clock.deemed, *end, *stands
        if not clock.dues:
            yield *of, *ends(clock.start), clock.deemed, *NOTHING[:4], *stands
    for breach in filing.breaches:
        rule, _, origin = breach.clock.partition("@")
        provision = breach.provisions[0].provision
        yield (
            name,
            "breach",
            breach.id,
            rule or None,
            rows.get(origin),
            provision,
            *NOTHING,
            breach.certainty.value,
        )


def spoken(states: Iterable[Any]) -> str:
    return " ".join(s.value for s in states)


def ends(span: Span | None) -> tuple[date | None, date | None]:
    if span is None:
        return None, None
    return None if span.open_start else span.earliest, None if span.open_end else span.latest


@given(many_cases(), days, st.data(), st.sampled_from([".csv", ".parquet"]))
def test_a_table_equals_the_one_case_engine(
    tmp_path_factory: pytest.TempPathFactory, cases: list[Case], today: date, data: st.DataObject, suffix: str
) -> None:
    check(tmp_path_factory.mktemp("table"), cases, LAW, today, data, suffix)


@given(rules(), many_cases(), days, st.data())
def test_a_table_equals_the_one_case_engine_in_any_pack(
    tmp_path_factory: pytest.TempPathFactory, text: str, cases: list[Case], today: date, data: st.DataObject
) -> None:
    law = prepare(world(text.replace("met-by = {", 'overdue = "gone"\nlate = "slow"\nmet-by = {') + GONE))
    check(tmp_path_factory.mktemp("table"), cases, law, today, data, ".csv")


GONE = "".join(
    f'\n[[breach]]\nid = "{name}"\nlabel = {{ en = "{name}" }}\nsays = {{ en = "{name}" }}\n'
    for name in ("gone", "slow")
)


def check(folder: Path, cases: list[Case], law: Law, today: date, data: st.DataObject, suffix: str) -> None:
    told = [c for case in cases for c in apart(as_a_table_can_say(case))]
    rows = data.draw(st.permutations([r for c in told for r in rows_of(c)]))
    if not rows:
        return

    found = assessed(folder, suffix, rows, law, today)
    out = written(folder / "out.parquet", found)

    first = 2 if suffix == ".csv" else 1
    numbers = {(r["case"], r["event"]): n for n, r in enumerate(rows, first)}
    expected: Said = Counter()
    for case in told:
        places = {e.id: numbers[case.id, e.id] for e in case.events}
        for filing in assess(case, law, today).filings:
            expected.update(said_by_engine(case, filing, places))
    assert found.unread == ()
    assert said_by_table(out) == expected
    assert [r["filing"] for r in out] == sorted((r["filing"] for r in out), key=found.said.read.names.index)
    check_summary(found, out)


def check_summary(found: TableAssessed, out: list[dict[str, Any]]) -> None:
    """The counts of the summary are those of the rows that are written."""
    clocks = {
        (r["filing"], r["id"], r["opened-by"]): (r["id"], r["state"], r["certainty"])
        for r in out
        if r["what"] == "clock"
    }
    breaches = Counter((r["id"], r["certainty"]) for r in out if r["what"] == "breach")
    tree = json.loads(json.dumps(write_summary(found)))

    stands = {(c["id"], s["state"], s["certainty"]): s["count"] for c in tree["clocks"] for s in c["stands"]}
    assert stands == Counter(clocks.values())
    assert {(b["id"], b["certainty"]): b["count"] for b in tree["breaches"]} == breaches
    assert tree["filings"] == len(found.said.read.names)


@given(many_cases(), days, st.data())
def test_what_could_not_be_read_makes_nothing_certain(
    tmp_path_factory: pytest.TempPathFactory, cases: list[Case], today: date, data: st.DataObject
) -> None:
    told = [c for c in map(as_a_table_can_say, cases) if c.filings]
    rows = [r for c in told for r in rows_of(c)]
    if len(rows) < 2:
        return
    spoilt = data.draw(st.integers(1, len(rows) - 1))
    name = f"{rows[spoilt]['case']} / {rows[spoilt]['paper']}"
    rows[spoilt] = rows[spoilt] | data.draw(
        st.sampled_from([{"day": "soon"}, {"what": "wow"}, {"basis": "sure"}])
    )
    folder = tmp_path_factory.mktemp("table")

    found = assessed(folder, ".csv", rows, LAW, today)
    out = written(folder / "out.parquet", found)

    assert [u.rows for u in found.unread] == [(spoilt + 2,)]
    assert {r["filing"] for r in out if r["unread-rows"]} <= {name}
    assert all(r["certainty"] != "certain" for r in out if r["filing"] == name)


def test_a_clock_not_carried_is_named_and_its_filings_go_through_the_engine(
    tmp_path: Path,
) -> None:
    pack = Path(__file__).resolve().parents[1] / "packs" / "invented"
    law = Laws().law(str(pack))
    kinds = [k for k in law.pack.kinds.values() if k.ring == 3]
    paper = next(iter(law.pack.choices["filing-kind"].options))
    (tmp_path / "events.csv").write_text(
        "paper,what,day\n" + "".join(f"p{n},{k.id},2019-03-0{n + 1}\n" for n, k in enumerate(kinds[:5]))
    )
    (tmp_path / "map.toml").write_text(
        f"""raport = 1
        [filing]
        kind = "{paper}"
        [event]
        filing = {{ column = "paper" }}
        on = {{ column = "day", as = "day" }}
        kind = {{ column = "what" }}
        """
    )

    found = assess_table(
        tmp_path / "events.csv",
        tmp_path / "map.toml",
        laws_of(law),
        date(2019, 12, 1),
        lambda *_: lambda _: None,
        use_pack=law.pack.id,
    )

    tree: Any = write_summary(found)
    assert [c["clock"] for c in tree["not-carried"]] == ["answer", "suit-after-silence"]
    assert tree["not-carried"][0]["why"] == "its start is moved by working days"
    assert tree["one-by-one"] == 5
    assert {r["by"] for r in written(tmp_path / "out.parquet", found)} == {"engine"}
