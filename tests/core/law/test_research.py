"""The Russian pack against the research it was made from: nothing lost unsaid, nothing surer than was read.

A rule of the pack names the rows it rests on by its own id or in `research`; what is not in the pack stands
in `left-out.toml` with the reason.
"""

from datetime import date
from pathlib import Path

import pytest

from raport.adapters.packs import SHIPPED, load_documents
from raport.law import Confidence
from tests import russia
from tests.core.law.research import Row, read_research

PACK = russia.pack()


TABLES: list[tuple[str, dict[str, object]]] = [
    (name, table)
    for document in load_documents(SHIPPED / "ru")
    for name, many in document.values.items()
    if isinstance(many, list)
    for table in many
    if isinstance(table, dict)
]
"""Every table of the pack's files with its name."""


def named(table: dict[str, object]) -> list[str]:
    research = table.get("research", [])
    assert isinstance(research, list)
    return [str(r) for r in research]


CARRIED = {str(table["id"]) for name, table in TABLES if name in ("provision", "regime")} | {
    row for name, table in TABLES if name != "left-out" for row in named(table)
}
RESTS_ON = {str(table["id"]): named(table) for name, table in TABLES if name in ("provision", "regime")}


@pytest.fixture(scope="session")
def research(shared: Path) -> list[Row]:
    return read_research(shared / "law")


def test_the_tables_were_read(research: list[Row]) -> None:
    ids = [row.id for row in research]

    assert len(ids) == 239
    assert {row.id for row in research if not row.id[0].isalnum()} == set()
    assert {"ru.59.12.1", "cal.upk", "uk.340H", "pivot 24.09.2022", "change 10", "gap 3: courts"} <= set(ids)


def test_every_row_is_in_the_pack_or_left_out_with_a_reason(research: list[Row]) -> None:
    missing = [row.id for row in research if row.id not in CARRIED and row.id not in PACK.left_out]

    assert missing == []


def test_nothing_is_left_out_that_is_in_or_that_never_was(research: list[Row]) -> None:
    rows = {row.id for row in research}

    assert set(PACK.left_out) & CARRIED == set()
    assert set(PACK.left_out) - rows == set()
    assert all(len(why.split()) > 5 for why in PACK.left_out.values())


def test_no_rule_names_a_row_that_never_was(research: list[Row]) -> None:
    rows = {row.id for row in research}

    assert {row for _, table in TABLES for row in named(table)} - rows == set()


def test_no_contrast_pack_is_shipped() -> None:
    assert [p.name for p in SHIPPED.iterdir() if p.is_dir()] == ["ru"]


# --- confidence -------------------------------------------------------------------------------------------

# A provision, or a version, that carries only the surer part of a row: the words of the row, and why.
PARTS: dict[tuple[str, date], tuple[str, str, Confidence]] = {
    ("ru.kas.22/24", date(2015, 1, 1)): (
        "V (for military courts territorial practice: R)",
        "the article alone is told, no practice of military courts",
        Confidence.TEXT,
    ),
    ("ru.proc.10", date.min): (
        "S shemur.cap.ru (p.1); p. 5 R",
        "p. 5 is a provision of its own, from memory",
        Confidence.SECONDARY,
    ),
    ("ru.76.231-fz", date(2024, 8, 8)): (
        "V (art. 1(1)–(2)): kremlin.ru/acts/bank/51002, cons_doc_LAW_482466; terms 10/15 сутки S",
        "whom it reaches is told, no terms",
        Confidence.TEXT,
    ),
    ("ru.mo.555", date(2014, 8, 18)): (
        "Vx (preamble+p.1–2); body not read; whether replaced after 2020:",
        "the preamble and two points are told; second hand is only that it was in use in 2023",
        Confidence.EXCERPT,
    ),
    ("ru.koap.2.5", date.min): (
        "S moluch.ru 468/103052, lektsii.org. 5.59 sum R",
        "no sum is told",
        Confidence.SECONDARY,
    ),
    ("ru.53.35.7", date(2006, 7, 6)): (
        "Vx government.ru/docs/all/96453/?page=11; the head of the list (page 10) not seen.",
        "the list before December 2025; what it grew by then is a version of its own, second hand",
        Confidence.EXCERPT,
    ),
}

# Provisions that stand in no table: the words of the research or of the domain notes they rest on.
ELSEWHERE: dict[str, tuple[str, Confidence]] = {
    "ru.647.2": ("law treats him as a contract man (647 p. 2)", Confidence.SECONDARY),
    "ru.const.59.3": (
        "Constitution 59(3): the Supreme Court upheld a mobilised man, S prizyv.net",
        Confidence.SECONDARY,
    ),
    "ru.kas.cass.military": (
        "Cassation lies with the Cassation Military Court (S base.garant.ru/328308658; since 01.10.2019 R)",
        Confidence.MEMORY,
    ),
    "ru.uk.275": ("UK 207.3, 280.3 (inserted 04.03.2022, V), 275;", Confidence.MEMORY),
    "ru.fsb.list": (
        (
            "The FSB list of non-secret military facts that make the collector or sender a foreign agent "
            "(order 379/2021 → 547 of 04.11.2022)"
        ),
        Confidence.SECONDARY,
    ),
    "ru.upk.56.3": ("(УПК 56(3), 450.1; 63-ФЗ 8: S advgazeta.ru", Confidence.SECONDARY),
    "ru.upk.144.2": (
        "UPK 144(2) (V) lets investigator/prosecutor demand the newsroom's materials",
        Confidence.TEXT,
    ),
    "ru.upk.148.3": (
        "UPK 148(3) (V): result of refusal after a media report must be published",
        Confidence.TEXT,
    ),
}


def ceiling(name: str, research: list[Row]) -> Confidence | None:
    """The most that the research allows; where its two parts differ the second stands."""
    ids = {name, *RESTS_ON[name]}
    rows = [row for row in research if row.id in ids and row.codes]
    later = [row for row in rows if row.part == 2 and not row.id.startswith("change ")]
    own = [
        row for row in rows if row.id == name or not row.id.startswith(("pivot ", "change ", "2019/2025 "))
    ]
    deciding = later or own or rows
    return Confidence.lowest(*(row.lowest for row in deciding)) if deciding else None


@pytest.mark.parametrize("name", PACK.provisions)
def test_no_provision_is_surer_than_the_research(name: str, research: list[Row], shared: Path) -> None:
    allowed = ceiling(name, research)
    if allowed is None:
        words, allowed = ELSEWHERE[name]
        text = "".join((shared / f).read_text(encoding="utf-8") for f in ("law/RESEARCH.md", "domain.md"))
        assert words in text
    for version in PACK.provisions[name].versions:
        part = PARTS.get((name, version.in_force.earliest))
        most = allowed if part is None else part[2]
        assert version.confidence.rank >= most.rank, (
            f"{version.in_force}: {version.confidence}, allowed {most}"
        )


def test_a_part_is_named_by_words_that_stand_there(research: list[Row]) -> None:
    for (name, day), (words, why, most) in PARTS.items():
        ids = {name, *RESTS_ON[name]}
        assert any(words in " | ".join(row.cells).replace("**", "") for row in research if row.id in ids), (
            name
        )
        assert any(v.in_force.earliest == day for v in PACK.provisions[name].versions), (name, day)
        assert why
        allowed = ceiling(name, research)
        assert allowed is not None
        assert allowed.rank > most.rank, f"{name} needs no exception"


@pytest.mark.parametrize("name", PACK.regimes)
def test_no_way_of_counting_is_surer_than_the_research(name: str, research: list[Row]) -> None:
    allowed = ceiling(name, research)

    assert allowed is not None
    assert PACK.regimes[name].confidence.rank >= allowed.rank
    assert all(r.confidence.rank >= allowed.rank for r in PACK.regimes[name].readings)


PIVOTS = [
    (table, row)
    for _, table in TABLES
    for row in named(table)
    if row.startswith("pivot ") and row[6].isdigit()
]


@pytest.mark.parametrize(("table", "row"), PIVOTS, ids=lambda x: x if isinstance(x, str) else str(x["id"]))
def test_a_pivot_day_is_the_day_of_a_version_and_no_surer(
    table: dict[str, object], row: str, research: list[Row]
) -> None:
    day = date(*reversed([int(n) for n in row.removeprefix("pivot ").split(".")]))
    known = next(r for r in research if r.id == row)
    provision = PACK.provisions.get(str(table["id"]))
    if provision is None:
        period = PACK.periods[str(table["id"])]
        assert period.lasts.earliest == day
        assert period.confidence.rank >= known.lowest.rank
        return
    begin = [
        v
        for v in provision.versions
        if v.in_force.contains(day) and v.in_force.earliest >= day.replace(month=1, day=1)
    ]
    assert begin, f"no version of {provision.id} begins on {day}"


def test_no_lawyer_has_reviewed_any_of_it() -> None:
    assert {p.reviewer for p in PACK.provisions.values()} == {""}
