"""The JSON of an assessment has the form its schema says; what lacks a key or has a wrong word is refused."""

import copy
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from raport.adapters.cases import load_case
from raport.adapters.toml import read_toml
from raport.assess import (
    About,
    Certainty,
    ClockState,
    Decision,
    Met,
    Reached,
    assess,
    write_assessment,
)
from raport.assess.audience import for_audience
from raport.casefile import CaseFile, Proof, read_case
from raport.law import DESK, Audience, Bearer, Confidence
from raport.law.read_conditions import OPEN, STATES
from raport.law.read_rules import TOPICS
from tests.russia import law
from tests.stories.stories import ROOT, read_story
from tests.stories.test_stories import STORIES

SCHEMA = json.loads((ROOT / "src/raport/schemas/assessment.schema.json").read_text(encoding="utf-8"))
SAMPLES = sorted((ROOT / "src/raport/sample").rglob("*.toml"))
VALIDATOR = Draft202012Validator(SCHEMA)
OUTSIDE = [a for a in Audience if a not in DESK]


def read(path: Path) -> tuple[CaseFile, list[date]]:
    """The case of a story or a sample, and days to ask on."""
    if path.suffix == ".story":
        story = read_story(path)
        return read_case(read_toml(path.name, story.case.encode()), law().pack), story.days
    file = load_case(path, lambda _: law().pack)
    last = file.case.as_of or max(e.on.earliest for e in file.case.events)
    return file, [date(2017, 1, 1), last, last + timedelta(days=400)]


def written(file: CaseFile, on: date, audience: Audience = Audience.CASEWORKER) -> Any:
    """What `raport assess --json` prints, read back."""
    assessment = for_audience(assess(file.case, law(), on, file.account), audience)
    return json.loads(json.dumps(write_assessment(assessment, law().pack)))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", [*SAMPLES, *STORIES], ids=lambda p: p.stem)
def test_every_assessment_has_the_form(path: Path) -> None:
    file, days = read(path)
    for on in days:
        VALIDATOR.validate(written(file, on))
    for audience in Audience:
        VALIDATOR.validate(written(file, days[-1], audience))


def says_nothing(one: dict[str, Any]) -> bool:
    """A request of which nothing is known, what only a silent record leaves open, what is done in any case, a
    danger that a fact of the person alone shows, and the pack's own question name no event and no provision.
    """
    silent = one.get("certainty") == "unknown" or one.get("state", "") is None
    danger = law().pack.dangers.get(one["id"]) if "steps" in one else None
    return silent or "topic" in one or "about" in one or (danger is not None and not danger.provisions)


def conclusions(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the tree that says of itself who may be told."""
    if isinstance(tree, dict):
        if "audience" in tree:
            yield tree
        for value in tree.values():
            yield from conclusions(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from conclusions(value)


@pytest.mark.parametrize("path", [*SAMPLES, *STORIES], ids=lambda p: p.stem)
def test_every_conclusion_is_for_somebody_and_rests_on_something(path: Path) -> None:
    file, days = read(path)
    for on in days:
        tree = written(file, on)
        told = list(conclusions(tree))
        assert len(told) >= len(tree["filings"])
        for one in told:
            assert one["because"] or says_nothing(one), one
            assert "caseworker" in one["audience"]
    for audience in OUTSIDE:
        for one in conclusions(written(file, days[-1], audience)):
            assert audience.value in one["audience"]


@pytest.mark.parametrize("path", [*SAMPLES, *STORIES], ids=lambda p: p.stem)
def test_outside_the_desk_no_event_of_ring_2_is_named(path: Path) -> None:
    file, days = read(path)
    sealed = {e.id for e in file.account.events}
    for audience in OUTSIDE:
        tree = written(file, days[-1], audience)
        named = {value for key, value in leaves(tree) if key in ("event", "events", "of", "state-event")}
        assert not named & sealed
        assert not tree["advocate-only"]
        assert not tree["with-account"]
        assert tree["offences"] == []
        assert all(danger["steps"] == [] for danger in tree["dangers"])


def leaves(tree: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from leaves(value, name)
    elif isinstance(tree, list):
        for value in tree:
            yield from leaves(value, key)
    else:
        yield key, tree


# --- the words ----------------------------------------------------------------------------------------------


def words(closed: type[Enum]) -> set[str]:
    return {member.value for member in closed}


DEFS = SCHEMA["$defs"]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (DEFS["certainty"], words(Certainty)),
        (DEFS["filing"]["properties"]["certainty"], words(Certainty) - {Certainty.UNKNOWN.value}),
        (DEFS["confidence"], words(Confidence)),
        (DEFS["proof"], words(Proof)),
        (DEFS["state"], words(ClockState)),
        (DEFS["state"], set(STATES)),
        (DEFS["audience"]["items"], words(Audience)),
        (DEFS["open"]["items"], set(OPEN)),
        (DEFS["clock"]["properties"]["bearer"], words(Bearer)),
        (
            DEFS["clock"]["properties"]["extended"],
            {Certainty.CERTAIN.value, Certainty.POSSIBLE.value, None},
        ),
        (DEFS["remedy"]["properties"]["decided"], words(Decision)),
        (DEFS["danger"]["properties"]["steps"]["items"]["properties"]["reached"], words(Reached)),
        (DEFS["offence"]["properties"]["elements"]["items"]["properties"]["met"], words(Met)),
        (DEFS["question"]["properties"]["about"], words(About)),
        (DEFS["practice"]["properties"]["topic"], set(TOPICS)),
        (
            DEFS["question"]["properties"]["changes"]["items"]["properties"]["becomes"],
            {"yes", "no", None} | words(ClockState),
        ),
    ],
)
def test_a_closed_list_has_the_words_of_the_engine(listed: dict[str, Any], expected: set[str]) -> None:
    assert set(listed["enum"]) == expected
    assert len(listed["enum"]) == len(expected)


def test_the_schema_has_no_other_closed_list() -> None:
    """A list that is added is added to the test above."""
    found = {json.dumps(one["enum"]) for one in objects(SCHEMA) if "enum" in one}

    assert len(found) == 16


def objects(tree: Any) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        yield tree
        for value in tree.values():
            yield from objects(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from objects(value)


def test_nothing_but_what_is_named_may_stand_anywhere() -> None:
    for one in objects(SCHEMA):
        if one.get("type") == "object":
            closed = one["additionalProperties"] is False
            assert not closed or one["required"] == list(one["properties"]), "every key is always there"
            assert closed or "propertyNames" in one


# --- what is refused ----------------------------------------------------------------------------------------

type Way = tuple[str | int, ...]


@cache
def rich() -> str:
    """Assessments that between them have every kind of object of the schema."""
    trees = []
    names = ("golden/5-absence-2025", "law/torture", "golden/1-extended", "research/ladder-emergency")
    for name in (*names, "sample/x9"):
        file, days = read(ROOT / "tests/stories/good" / f"{name}.story")
        trees += [written(file, on) for on in days]
    trees.append(written(*read_at(SAMPLES[0], date(2019, 11, 16))))
    return json.dumps(trees)


def read_at(path: Path, on: date) -> tuple[CaseFile, date]:
    return read(path)[0], on


def ways(tree: Any, way: Way = ()) -> Iterator[tuple[Way, Any]]:
    yield way, tree
    parts: Iterable[tuple[str | int, Any]] = ()
    if isinstance(tree, dict):
        parts = tree.items()
    elif isinstance(tree, list):
        parts = enumerate(tree)
    for key, value in parts:
        yield from ways(value, (*way, key))


def shapes() -> dict[tuple[str, ...], tuple[int, Way]]:
    """Of each kind of object in the rich assessments one, by the keys that lead to it and those it has."""
    found: dict[tuple[str, ...], tuple[int, Way]] = {}
    for n, tree in enumerate(json.loads(rich())):
        for way, value in ways(tree):
            if isinstance(value, dict) and way[-1:] not in (("notice",), ("wait",)):
                names = tuple(str(k) for k in way if isinstance(k, str))
                found.setdefault((*names, "|", *value), (n, way))
    return found


def at(tree: Any, way: Way) -> Any:
    for key in way:
        tree = tree[key]
    return tree


KEYS = [(shape, key) for shape in shapes() for key in shape[shape.index("|") + 1 :]]


def test_the_rich_assessments_have_every_kind_of_object() -> None:
    expected = {tuple(one["properties"]) for one in objects(SCHEMA) if one.get("properties")}

    met = {tuple(shape[shape.index("|") + 1 :]) for shape in shapes()}

    assert met == expected


@pytest.mark.parametrize(("shape", "key"), KEYS, ids=lambda v: v if isinstance(v, str) else ".".join(v[:3]))
def test_a_key_that_is_missing_or_renamed_is_refused(shape: tuple[str, ...], key: str) -> None:
    n, way = shapes_once()[shape]
    whole = json.loads(rich())[n]

    lacking = copy.deepcopy(whole)
    value = at(lacking, way).pop(key)
    with pytest.raises(ValidationError):
        VALIDATOR.validate(lacking)

    at(lacking, way)[f"{key}s"] = value
    with pytest.raises(ValidationError):
        VALIDATOR.validate(lacking)


@cache
def shapes_once() -> dict[tuple[str, ...], tuple[int, Way]]:
    return shapes()


CLOSED = """
    certainty confidence proof state states audience filed today bearer decided reached met about topic what
    """.split()  # noqa: SIM905 - a list of words reads as a list of words


@pytest.mark.parametrize("key", CLOSED)
def test_a_wrong_word_is_refused(key: str) -> None:
    tried = 0
    for tree in json.loads(rich()):
        for way, value in ways(tree):
            words = [value] if isinstance(value, str) else value if isinstance(value, list) else []
            if way[-1:] != (key,) or not words or not isinstance(words[0], str):
                continue
            wrong = copy.deepcopy(tree)
            at(wrong, way[:-1])[key] = "sure" if isinstance(value, str) else ["sure", *value[1:]]
            if way[:1] == ("filings",) and key == "state" and len(way) == 3:
                continue  # where a filing stands is a word of the pack
            with pytest.raises(ValidationError):
                VALIDATOR.validate(wrong)
            tried += 1
            break
    assert tried


@pytest.mark.parametrize(
    ("way", "value"),
    [
        (("on",), "16.11.2019"),
        (("raport",), 2),
        (("filings", 0, "clocks", 0, "start", "earliest"), "2019"),
        (("filings", 0, "clocks", 0, "deemed"), "yes"),
        (("filings", 0, "audience"), []),
        (("remedies", 0, "wait"), {}),
        (("remedies", 0, "until"), "2019-11-16"),
        (("questions", 0, "weight"), -1),
        (("questions", 0, "because"), [{"event": "e 1"}]),
        (("law", "checked"), None),
    ],
)
def test_what_has_not_the_form_is_refused(way: Way, value: Any) -> None:
    file, on = read_at(SAMPLES[0], date(2019, 11, 16))
    tree = written(file, on)
    VALIDATOR.validate(tree)

    at(tree, way[:-1])[way[-1]] = value

    with pytest.raises(ValidationError):
        VALIDATOR.validate(tree)


# --- the page --


def test_the_example_of_the_page_has_the_form_and_the_page_names_every_key() -> None:
    page = (ROOT / "docs/formats/assessment.md").read_text(encoding="utf-8")
    example, _, rest = page.partition("```json\n")[2].partition("\n```")
    VALIDATOR.validate(json.loads(example))

    keys = {key for one in objects(SCHEMA) for key in one.get("properties", {})}
    reasons = {"raport", "event", "jurisdiction", "checked", "earliest", "latest"}
    lacking = [k for k in sorted(keys - reasons) if not re.search(rf"[`*.]{k}(`|\[\]|\*)", rest)]

    assert not lacking
