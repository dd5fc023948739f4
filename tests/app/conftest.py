"""Use cases, each test on a vault of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

from tests.desk import Desk, Template, desk_from, make_template
from tests.passphrases import light


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    return make_template(tmp_path_factory.mktemp("template") / "vault")


@pytest.fixture(autouse=True)
def light_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    light(monkeypatch)


@pytest.fixture
def desk(template: Template, tmp_path: Path) -> Iterator[Desk]:
    with desk_from(template, tmp_path / "vault") as made:
        yield made


@pytest.fixture
def boris(desk: Desk) -> Client:
    return desk.client()
