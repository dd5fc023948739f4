"""The vault: what it takes to open it, and that nothing in it can be read without."""

import re
import shutil
import subprocess
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pyrage
import pytest
from django.db import connection, connections
from django.utils.translation import override

from raport.adapters.keys import (
    MOST_WORK,
    NotOpenedError,
    new_pair,
    open_sealed,
    open_with_passphrase,
    seal,
    seal_with_passphrase,
)
from raport.adapters.store import opened
from raport.adapters.store.members import members
from raport.app.files import add, history, new_file, tree_of
from raport.app.vault import change_passphrase, lock, make_vault, open_vault, recover_vault
from raport.casefile import Piece
from raport.casefile.pieces import ACCOUNT, IDENTITY, RECORD
from raport.errors import BadInput
from tests.desk import PASSPHRASE, Desk, Template, point_at
from tests.passphrases import seal_lightly

LEAST_WORK = 15
"""2 to this power: a busy machine takes itself for slower than it is, and asks for less than a second."""
CANARIES = ("Канарейкин", "канарейка-в-рапорте", "otkaz-v-zapisi")


def fill(desk: Desk) -> str:
    row = new_file("case", "ru", desk.boris)
    pieces = [
        Piece("identity", "name", IDENTITY, CANARIES[0]),
        Piece("account", row.id, ACCOUNT, {"note": CANARIES[1]}),
        Piece("facts", "rank", RECORD, CANARIES[2]),
    ]
    add(row.id, pieces, desk.boris)
    return row.id


def bytes_on_disk(folder: Path) -> bytes:
    return b"".join(p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())


def test_what_was_added_is_read_back(desk: Desk) -> None:
    id_ = fill(desk)

    tree = tree_of(history(id_, desk.boris.member))

    assert tree["identity"] == {"name": CANARIES[0]}
    assert tree["facts"] == {"rank": CANARIES[2]}


def test_nothing_can_be_read_in_the_folder(desk: Desk) -> None:
    fill(desk)

    lying = bytes_on_disk(desk.vault.folder)  # while the vault is open, write-ahead log and all

    for canary in CANARIES:
        assert canary.encode() not in lying
        assert canary.encode("utf-16-le") not in lying
    assert b"SQLite format 3" not in lying
    assert "Борис".encode() not in lying


def test_rings_1_and_2_are_sealed_inside_the_database_too(desk: Desk) -> None:
    id_ = fill(desk)

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM store_piece WHERE file_id = %s", [id_])
        rows = repr(cursor.fetchall())

    assert CANARIES[0] not in rows
    assert CANARIES[1] not in rows
    assert CANARIES[2] in rows


def test_a_locked_vault_opens_with_its_passphrase_only(template: Template, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(template.folder, folder)
    point_at(folder)

    with pytest.raises(NotOpenedError):
        open_vault(folder, PASSPHRASE + "?")
    assert not opened.is_open()

    open_vault(folder, PASSPHRASE)
    assert [m.name for m in members()] == ["Борис"]
    lock()
    with pytest.raises(opened.LockedError):
        members()


def test_the_passphrase_of_a_vault_as_users_make_it_costs_whoever_guesses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("raport.app.vault.seal_with_passphrase", seal_with_passphrase)
    folder = tmp_path / "vault"
    point_at(folder)
    made = make_vault(folder, PASSPHRASE, "Борис")
    lock()

    asked = [
        re.search(rb"-> scrypt \S+ (\d+)\n", p.read_bytes()) for p in (made.vault.key, made.vault.recovery)
    ]
    assert all(found and LEAST_WORK <= int(found[1]) <= MOST_WORK for found in asked)
    open_vault(folder, PASSPHRASE)
    assert [m.name for m in members()] == ["Борис"]
    lock()


def test_a_lost_passphrase_is_replaced_by_the_recovery_sheet(template: Template, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(template.folder, folder)
    point_at(folder)

    recover_vault(folder, template.recovery.lower().replace("-", " "), "другая фраза совсем")
    lock()

    with pytest.raises(NotOpenedError):
        open_vault(folder, PASSPHRASE)
    open_vault(folder, "другая фраза совсем")
    lock()


def test_the_passphrase_can_be_changed(template: Template, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(template.folder, folder)
    point_at(folder)

    change_passphrase(folder, PASSPHRASE, "новая длинная фраза")

    with pytest.raises(NotOpenedError):
        open_vault(folder, PASSPHRASE)
    open_vault(folder, "новая длинная фраза")
    lock()


def test_a_vault_is_not_made_over_other_files(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("…", encoding="utf-8")

    with pytest.raises(BadInput, match="an empty folder for a new vault"):
        make_vault(tmp_path, PASSPHRASE, "Борис")

    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_a_newer_vault_is_refused_and_left_as_it_is(template: Template, tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(template.folder, folder)
    point_at(folder)
    opened.open_with(template.key)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('store', '9999_later', '2030-01-01')"
        )
    connections.close_all()
    opened.forget()
    before = (folder / "desk.db").read_bytes()

    with pytest.raises(BadInput, match="a newer Raport made it"):
        open_vault(folder, PASSPHRASE)

    assert not opened.is_open()
    connections.close_all()
    assert (folder / "desk.db").read_bytes() == before


def test_the_key_file_opens_with_the_stock_age_program_too(template: Template, tmp_path: Path) -> None:
    age = shutil.which("age")
    if age is None:
        pytest.skip("no age on this machine: install the package age")
    pair = new_pair()
    (tmp_path / "key").write_text(pair.secret, encoding="utf-8")
    (tmp_path / "sealed").write_bytes(seal("рапорт".encode(), [pair.recipient]))

    told = subprocess.run([age, "-d", "-i", "key", "sealed"], cwd=tmp_path, capture_output=True, check=True)

    assert told.stdout.decode() == "рапорт"


def test_a_passphrase_file_that_asks_for_too_much_work_is_refused_unread() -> None:
    hostile = b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 23\n" + b"A" * 43 + b"\n--- x\n"

    with pytest.raises(NotOpenedError, match="not a passphrase file of ours"):
        open_with_passphrase(hostile, "x")


def too_busy(monkeypatch: pytest.MonkeyPatch, times: int) -> None:
    """A machine that finds no time for a passphrase so many times: age itself refuses two to the fortieth."""
    real: Callable[[bytes, str], bytes] = pyrage.passphrase.decrypt
    tries = count()

    def decrypt(sealed: bytes, passphrase: str) -> bytes:
        if next(tries) < times:
            sealed = re.sub(rb"(-> scrypt \S+) \d+", rb"\1 40", sealed)
        return real(sealed, passphrase)

    monkeypatch.setattr(pyrage, "passphrase", SimpleNamespace(decrypt=decrypt))


def test_a_machine_that_is_busy_for_a_moment_opens_it_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    sealed = seal_lightly(b"key", PASSPHRASE)
    too_busy(monkeypatch, times=2)

    assert open_with_passphrase(sealed, PASSPHRASE) == b"key"


def test_a_machine_without_time_for_a_passphrase_does_not_say_that_it_is_wrong(
    template: Template, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "vault"
    shutil.copytree(template.folder, folder)
    point_at(folder)
    too_busy(monkeypatch, times=1_000)

    with override("en"), pytest.raises(BadInput, match="try again"):
        open_vault(folder, PASSPHRASE)


def test_another_key_opens_nothing() -> None:
    sealed = seal(b"x", [new_pair().recipient])

    with pytest.raises(NotOpenedError):
        open_sealed(sealed, new_pair().secret)
