"""The JSON Schema of packs takes what the reader takes, and knows its keys and words, all of them."""

import copy
import json
import tomllib
from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from raport.adapters.packs import load_documents
from raport.dates import Decreed, FirstDay, MonthEnd, Roll, Unit
from raport.documents import Document, Fields
from raport.errors import BadInput
from raport.law import Audience, Bearer, Confidence, Role, read_pack
from raport.law.letters import As, Form
from raport.law.read import TABLES
from raport.law.read_conditions import MAIN, OPEN, STATES
from raport.law.read_rules import SCOPES, STATUSES, TOPICS
from raport.law.words import BASES, FILING_FIELDS, MODALITIES, PROOFS

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "src/raport/schemas/pack.schema.json").read_text(encoding="utf-8"))
DEFS = SCHEMA["$defs"]
VALIDATOR = Draft202012Validator(SCHEMA)
FOLDERS = [
    *sorted(p for p in (ROOT / "src/raport/law/packs").iterdir() if p.is_dir()),
    *sorted(p for p in (ROOT / "tests/packs").iterdir() if p.is_dir()),
]
FILES = [path for folder in FOLDERS for path in sorted(folder.rglob("*.toml"))]
INVENTED = ROOT / "tests/packs/invented"


def as_json(tree: Any) -> Any:
    """The tree in its JSON form: days are strings."""
    return json.loads(json.dumps(tree, default=date.isoformat))


def read(path: Path) -> Any:
    return as_json(tomllib.loads(path.read_text(encoding="utf-8")))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_every_file_of_every_pack_is_valid(path: Path) -> None:
    VALIDATOR.validate(read(path))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_the_tables_of_all_files_are_one_valid_document(folder: Path) -> None:
    whole: dict[str, Any] = {}
    for path in sorted(folder.rglob("*.toml")):
        tree = read(path)
        for key, value in tree.items():
            if "calendar" not in tree and isinstance(value, list):
                whole.setdefault(key, []).extend(value)
            elif key == "pack":
                whole[key] = value

    VALIDATOR.validate(whole)


# --- the same words as the reader's -----


def words(closed: type[Enum]) -> set[str]:
    return {member.value for member in closed}


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (DEFS["confidence"], words(Confidence)),
        (DEFS["oneAudience"], words(Audience)),
        (DEFS["role"], words(Role)),
        (DEFS["version"]["properties"]["term"]["properties"]["unit"], words(Unit)),
        (DEFS["firstDay"], words(FirstDay)),
        (DEFS["roll"], words(Roll)),
        (DEFS["decreed"], words(Decreed)),
        (DEFS["monthEnd"], words(MonthEnd)),
        (DEFS["clock"]["properties"]["bearer"], words(Bearer)),
        (DEFS["open"], set(OPEN)),
        (DEFS["state"], set(STATES)),
        (DEFS["modality"], set(MODALITIES)),
        (DEFS["proof"], set(PROOFS)),
        (DEFS["basis"], set(BASES)),
        (DEFS["scope"], set(SCOPES)),
        (DEFS["standing"]["properties"]["status"], set(STATUSES)),
        (DEFS["practice"]["properties"]["topic"], set(TOPICS)),
        (DEFS["letter"]["properties"]["forms"]["items"], words(Form)),
        (DEFS["part"]["properties"]["as"], words(As)),
    ],
)
def test_a_closed_list_has_the_words_of_the_reader(listed: dict[str, Any], expected: set[str]) -> None:
    assert set(listed["enum"]) == expected


def test_the_tables_are_those_of_the_reader() -> None:
    assert set(DEFS["tables"]["properties"]) == {*TABLES, "pack", "act"}


def test_the_conditions_and_the_words_of_a_filing_are_those_of_the_reader() -> None:
    forms = [form["required"][0] for form in DEFS["condition"]["oneOf"]]

    assert forms == list(MAIN)
    assert set(DEFS["filingWords"]["properties"]) == set(FILING_FIELDS)
    by_filing = DEFS["clock"]["properties"]["met-by-filing"]["properties"]
    assert set(by_filing) == {*FILING_FIELDS, "challenges"}


INNER = {
    "provision.version": DEFS["version"],
    "provision.version.term": DEFS["version"]["properties"]["term"],
    "provision.version.reading": DEFS["reading"],
    "regime.reading": DEFS["reading"],
    "clock.starts": DEFS["anchor"],
    "clock.extension": DEFS["clock"]["properties"]["extension"],
    "clock.pause": DEFS["clock"]["properties"]["pause"],
    "ground.era": DEFS["ground"]["properties"]["era"]["items"],
    "ladder.step": DEFS["ladder"]["properties"]["step"]["items"],
    "offence.element": DEFS["offence"]["properties"]["element"]["items"],
    "letter.part": DEFS["part"],
    "letter.hand": DEFS["part"],
    "frame.head": DEFS["part"],
    "frame.foot": DEFS["part"],
}


def test_the_keys_of_each_table_are_those_that_the_reader_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, set[str]] = {}
    done = Fields.done

    def listen(fields: Fields) -> None:
        way = ".".join(part for part in fields.path if isinstance(part, str))
        asked.setdefault(way, set()).update(fields._asked)
        done(fields)

    monkeypatch.setattr(Fields, "done", listen)
    read_pack(load_documents(INVENTED))
    expected = {name: set(DEFS[name]["properties"]) for name in (*TABLES, "pack", "act")}
    expected |= {way: set(table["properties"]) for way, table in INNER.items()}
    expected[""] = set(DEFS["calendar"]["properties"])

    assert {way: keys for way, keys in asked.items() if way in expected} == expected


# --- what is refused -----

type Way = tuple[str | int, ...]


def tables(tree: Any, way: Way = ()) -> Iterator[tuple[Way, dict[str, Any]]]:
    if isinstance(tree, dict):
        yield way, tree
        for key, value in tree.items():
            yield from tables(value, (*way, key))
    elif isinstance(tree, list):
        for number, value in enumerate(tree):
            yield from tables(value, (*way, number))


def at(tree: Any, way: Way) -> Any:
    for key in way:
        tree = tree[key]
    return tree


@cache
def invented() -> dict[str, Any]:
    """The pack that uses every table of the format, by file."""
    return {d.name: dict(d.values) for d in load_documents(INVENTED)}


def shapes() -> list[tuple[str, Way, str]]:
    """Each key of each kind of table once: the file, the way to a table, the key."""
    found: dict[tuple[str, ...], tuple[str, Way, str]] = {}
    for name, tree in invented().items():
        for way, table in tables(tree):
            kind = tuple(part for part in way if isinstance(part, str))
            for key in table:
                found.setdefault((*kind, key), (name, way, key))
    return list(found.values())


OF_THE_PACK = ("facts", "fields", "asks", "words")
"""Tables whose keys are words of the pack: another key may be another word."""


def told(name: str, tree: Any) -> list[str]:
    """What the reader says of the invented pack with this file in the place of its own."""
    documents = [Document(n, tree if n == name else t) for n, t in invented().items()]
    try:
        read_pack(documents)
    except BadInput as bad:
        return [str(problem) for problem in bad.problems]
    return []


def refused(tree: Any) -> bool:
    try:
        VALIDATOR.validate(as_json(tree))
    except ValidationError:
        return True
    return False


def test_the_invented_pack_is_sound_to_begin_with() -> None:
    assert told("", {}) == []


@pytest.mark.parametrize(("name", "way", "key"), shapes(), ids=lambda v: str(v) if isinstance(v, str) else "")
def test_a_key_with_another_name_is_refused(name: str, way: Way, key: str) -> None:
    tree = copy.deepcopy(invented()[name])
    table = at(tree, way)
    table[f"{key}-x"] = table.pop(key)
    words_of_the_pack = way[-1:] in [(w,) for w in OF_THE_PACK] or is_selector(way, table)

    assert refused(tree) or words_of_the_pack


def is_selector(way: Way, table: dict[str, Any]) -> bool:
    selecting = ("event", "none", "later", "than", "each", "met-by", "from", "until", "on")
    return way[-1:] in [(w,) for w in selecting]


@pytest.mark.parametrize(("name", "way", "key"), shapes(), ids=lambda v: str(v) if isinstance(v, str) else "")
def test_the_schema_needs_no_key_that_the_reader_does_not_need(name: str, way: Way, key: str) -> None:
    tree = copy.deepcopy(invented()[name])
    del at(tree, way)[key]

    if refused(tree):
        assert told(name, tree)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("provision", {"confidence": "sure"}),
        ("provision", {"version": []}),
        ("provision", {"checked": "22.11.2026"}),
        (
            "provision",
            {"version": [{"from": "2019-10-01", "term": {"count": 30, "unit": "days"}, "regime": "x"}]},
        ),
        (
            "provision",
            {"version": [{"from": "2019-10-01", "term": {"count": 0, "unit": "month"}, "regime": "x"}]},
        ),
        ("provision", {"version": [{"term": {"count": 30, "unit": "month"}}]}),
        ("provision", {"says": {}}),
        ("provision", {"says": {"en": " "}}),
        ("provision", {"audience": ["everybody"]}),
        ("clock", {"bearer": "us"}),
        ("clock", {"starts": []}),
        ("clock", {"starts": [{"event": {"kind": "x"}, "clock": "y"}]}),
        ("clock", {"starts": [{"deemed": True}]}),
        ("clock", {"met-by": "answered"}),
        ("kind", {"role": "hears"}),
        ("kind", {"ring": 1}),
        ("procedure", {"when": {"event": {"kind": "x"}, "fact": "y", "is": "z"}}),
        ("procedure", {"when": {"clock": "x", "state": ["late", "gone"]}}),
        ("procedure", {"when": {"all": [{"not": {"event": {"role": "hears"}}}]}}),
        ("procedure", {"when": {}}),
        ("remedy", {"order": "first"}),
        ("ground", {"era": []}),
        ("standing", {"status": "banned"}),
    ],
)
def test_what_has_not_the_form_is_refused(table: str, row: dict[str, Any]) -> None:
    sound = next(r for tree in invented().values() for r in tree.get(table, []) if "met-by-filing" not in r)
    assert not refused({table: [sound]})

    assert refused({table: [{**sound, **row}]})


@pytest.mark.parametrize(
    "tree",
    [
        {"calendar": "xx"},
        {"calendar": "xx", "year": "2019", "source": "x", "confidence": "text"},
        {"calendar": "xx", "year": 2019, "source": "x", "confidence": "text", "off": ["1 May"]},
        {"calendar": "xx", "year": 2019, "source": "x", "confidence": "text", "holidays": []},
        {"provisions": []},
        {"provision": {}},
        [],
    ],
)
def test_what_is_no_file_of_a_pack_is_refused(tree: Any) -> None:
    assert refused(tree)
