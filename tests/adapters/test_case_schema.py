"""The JSON Schema of case files takes what the reader takes, and refuses what has not even the form."""

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from tests.core.casefile.drawn import Tree, trees
from tests.core.casefile.invented import HEAD

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "raport"
SCHEMA = json.loads((PACKAGE / "schemas" / "case.schema.json").read_text(encoding="utf-8"))
SAMPLES = sorted((PACKAGE / "sample").rglob("*.toml"))


def validate(tree: Any) -> None:
    """The tree in its JSON form: days are strings."""
    Draft202012Validator(SCHEMA).validate(json.loads(json.dumps(tree, default=date.isoformat)))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.stem)
def test_every_sample_is_valid(path: Path) -> None:
    validate(tomllib.loads(path.read_text(encoding="utf-8")))


@given(trees())
def test_whatever_may_be_written_is_valid(tree: Tree) -> None:
    tree["identity"] = {}  # anything TOML has; its times have no JSON form

    validate(tree)


EVENT = '[[event]]\nid = "e1"\nkind = "asked"\non = "2019"\n'


@pytest.mark.parametrize(
    "text",
    [
        "x = 1",
        'matter = "b1"',
        'as-of = "2019"',
        "notice = { ru = 5 }",
        "event = 1",
        '[[event]]\nid = "e1"\nkind = "asked"',
        '[[event]]\nid = "e 1"\nkind = "asked"\non = "2019"',
        '[[event]]\nid = "e1"\nkind = "asked"\non = "in spring"',
        '[[event]]\nid = "e1"\nkind = "asked"\non = { before = "e2", after = "e3" }',
        '[[event]]\nid = "e1"\nkind = "asked"\non = { by = "P1D" }',
        '[[event]]\nid = "e1"\nkind = "asked"\non = { after = "e2", by = "a day" }',
        EVENT + 'basis = "guessed"',
        EVENT + 'note = "free text"',
        EVENT + 'exhibits = ["x1", "x1"]',
        '[[filing]]\nid = "f1"\nkind = "request"\ncount = "many"',
        '[[filing]]\nid = "f1"\nkind = "request"\ntitle = "x"',
        '[[exhibit]]\nid = "x1"\nstate = "lost"',
        '[[person]]\nid = "p1"\nrole = "mother"\nmay = "speak"\nname = "x"',
        '[facts]\ncard = [{ value = "adult" }]',
        "[facts]\ncard = []",
        '[account."a b"]\nnote = "x"',
        "identity = 1",
    ],
)
def test_what_has_not_the_form_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        validate(tomllib.loads(HEAD + text))


@given(st.sampled_from(["raport", "case", "jurisdiction"]))
def test_what_is_needed_is_needed(key: str) -> None:
    tree = tomllib.loads(HEAD)
    del tree[key]

    with pytest.raises(ValidationError):
        validate(tree)
