"""Help, version and schemas: what a newcomer asks first."""

import json

import pytest
from jsonschema import Draft202012Validator

import raport as package
from tests.cli.terminal import raport, told

COMMANDS = [
    [],
    ["assess"],
    ["explain"],
    ["read"],
    ["law"],
    ["law", "check"],
    ["law", "show"],
    ["law", "diff"],
    ["law", "calendar"],
    ["schema"],
    ["demo"],
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_its_help(words: list[str]) -> None:
    text = told(raport(*words, "--help"))

    assert text.startswith(" ".join(["usage: raport", *words]))


def test_the_help_names_every_command_and_promises_no_advice() -> None:
    text = told(raport("--help"))

    for words in COMMANDS[1:]:
        if len(words) == 1:
            assert f"\n    {words[0]} " in text
    assert "Not legal advice" in text


def test_the_version() -> None:
    assert told(raport("--version")) == f"raport {package.__version__}\n"


@pytest.mark.parametrize("name", ["case", "assessment", "pack", "reading"])
def test_a_schema_is_printed_whole(name: str) -> None:
    done = raport("schema", name)

    assert done.returncode == 0
    Draft202012Validator.check_schema(json.loads(done.stdout))
    assert json.loads(done.stdout)["$id"].endswith(f"/{name}.schema.json")
