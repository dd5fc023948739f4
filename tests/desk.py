"""A desk for tests: a real vault on SQLCipher in a folder of its own, made once and copied for each test.

The cast is always the same: Boris (caseworker, here the first member), Eve (coordinator), Dan (editor),
Foma (removed).
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "raport.web.desk.settings")

import django
import pytest

django.setup()

from django.conf import settings
from django.db import connections
from django.test import Client

from raport.adapters.store import opened
from raport.adapters.store.members import members
from raport.adapters.store.vaults import Vault
from raport.app.files import Author
from raport.app.vault import make_vault
from raport.web.desk import fresh
from tests.passphrases import light

PASSPHRASE = "слон синий катится вверх"  # noqa: S105 - of vaults thrown away
TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Desk:
    """A vault that is open, and its first member."""

    vault: Vault
    boris: Author

    def client(self) -> Client:
        """A browser of Boris's, signed in."""
        return client_of(self.boris.member)


def client_of(member: str) -> Client:
    """A browser of this member's, signed in."""
    client = Client(SERVER_NAME="127.0.0.1")
    session = client.session
    session["member"] = member
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key or ""
    return client


@dataclass(frozen=True, slots=True)
class Template:
    """A fresh vault to be copied, with its key."""

    folder: Path
    key: bytes
    recovery: str


def make_template(folder: Path) -> Template:
    """One vault, made as a user makes it, but that its passphrase costs little."""
    point_at(folder)
    with pytest.MonkeyPatch.context() as monkeypatch:
        light(monkeypatch)
        made = make_vault(folder, PASSPHRASE, "Борис")
    key = opened.key()
    connections.close_all()
    opened.forget()
    return Template(folder, key, made.recovery)


@contextmanager
def desk_from(template: Template, folder: Path) -> Iterator[Desk]:
    """A copy of the template, open while the block runs."""
    shutil.copytree(template.folder, folder)
    point_at(folder)
    opened.open_with(template.key)
    try:
        yield Desk(Vault(folder), Author(members()[0].id, NOW, TODAY))
    finally:
        fresh.wait()
        connections.close_all()
        opened.forget()


def point_at(folder: Path) -> None:
    """Django's settings and connections use this folder from now on."""
    connections.close_all()
    settings.FOLDER = folder
    settings.DATABASES["default"]["NAME"] = folder / "desk.db"
    connections["default"].settings_dict["NAME"] = folder / "desk.db"
