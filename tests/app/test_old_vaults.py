"""Vaults of earlier versions as they were made: opened, brought up to date, a sealed copy beside them."""

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from django.db.migrations.loader import MigrationLoader

from raport.adapters.store import opened
from raport.adapters.store.docket import Wanted
from raport.adapters.store.members import members
from raport.adapters.store.models import File
from raport.adapters.store.vaults import Vault
from raport.app import vault as use
from raport.app.docket import check_rows, lines, recompute, stale_files
from raport.app.files import history, tree_of
from raport.app.search import rebuild, search
from tests.desk import point_at
from tests.passphrases import seal_lightly

KEPT = Path(__file__).resolve().parents[1] / "vaults"
KEYS = dict(line.split() for line in (KEPT / "keys.txt").read_text(encoding="ascii").splitlines())
"""The key of each, told: whatever is not about its passphrase need not pay for it."""
PASSPHRASE = "old words of an old vault"  # noqa: S105 - of vaults that are public


@pytest.fixture(params=sorted(KEPT.glob("*.zip")), ids=lambda path: path.stem)
def as_it_lay(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Vault]:
    folder = tmp_path / "vault"
    with zipfile.ZipFile(request.param) as archive:
        archive.extractall(folder)
    (folder / "objects").mkdir(exist_ok=True)
    point_at(folder)
    yield Vault(folder)
    use.lock()


@pytest.fixture
def old(as_it_lay: Vault, request: pytest.FixtureRequest) -> Vault:
    """The same under a passphrase that costs little."""
    key = bytes.fromhex(KEYS[request.node.callspec.params["as_it_lay"].stem])
    as_it_lay.key.write_bytes(seal_lightly(key, PASSPHRASE))
    return as_it_lay


def applied() -> set[str]:
    return {
        name for app, name in MigrationLoader(connections["default"]).applied_migrations if app == "store"
    }


def known() -> set[str]:
    return {name for app, name in MigrationLoader(None).disk_migrations if app == "store"}


def test_it_opens_and_its_case_is_whole(as_it_lay: Vault, request: pytest.FixtureRequest) -> None:
    use.open_vault(as_it_lay.folder, PASSPHRASE)

    assert opened.key().hex() == KEYS[request.node.callspec.params["as_it_lay"].stem]
    (row,) = File.objects.all()
    tree = tree_of(history(row.id, members()[0].id))
    events = tree["event"]
    assert isinstance(events, list)
    assert len(events) == 15
    assert "запереть в подвале" in str(tree["account"])
    assert applied() == known()


def test_its_docket_and_its_search_are_as_of_a_new_one(old: Vault) -> None:
    use.open_vault(old.folder, PASSPHRASE)
    (row,) = File.objects.all()
    me, day = members()[0].id, use.today()

    for _ in recompute(stale_files(day), me, day):
        pass
    [line] = lines(Wanted(), me, day, 0, 9)
    rebuild([me])

    assert (line.file.id, line.stale, line.row is None) == (row.id, False, False)
    assert [c.fault for c in check_rows(me, day, lambda _: None)] == [None]
    assert [f.row.id for f in search("подвал", me).files] == [row.id]


def test_a_copy_of_what_it_was_lies_sealed_beside_it(old: Vault, request: pytest.FixtureRequest) -> None:
    before = old.database.read_bytes()
    use.open_vault(old.folder, PASSPHRASE)
    latest = max(known())
    copies = list(old.folder.glob("desk-before-*.db"))

    if latest in request.node.name:
        assert copies == []
        return
    (copy,) = copies
    assert copy.stat().st_size == len(before)
    assert b"SQLite format" not in copy.read_bytes()[:100]
    assert b"applicant" not in copy.read_bytes()
    key = opened.key()
    use.lock()
    shutil.copyfile(copy, old.database)
    opened.open_with(key)
    assert latest not in applied()
    assert File.objects.count() == 1


def test_another_passphrase_changes_nothing(old: Vault) -> None:
    from raport.adapters.keys import NotOpenedError

    before = old.database.read_bytes()

    with pytest.raises(NotOpenedError):
        use.open_vault(old.folder, "other words of an old vault")

    assert old.database.read_bytes() == before
    assert not list(old.folder.glob("desk-before-*"))


def test_a_vault_with_the_tables_of_each_migration_is_kept() -> None:
    """With a new migration, run tools/old_vault.py once and commit what it makes."""
    assert {path.stem for path in KEPT.glob("*.zip")} == known()
    assert set(KEYS) == known()
