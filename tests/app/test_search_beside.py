"""What stands beside the pieces of a file is found too: promises, and what was told of exhibits."""

import io

import pytest
from django.db import connection

from raport.adapters.store import opened
from raport.adapters.store import search as index
from raport.adapters.store.models import Grant, SearchDoc
from raport.adapters.store.search import Among
from raport.app import exhibits, vault
from raport.app import search as use
from raport.app.open_case import open_case
from raport.app.promises import keep_promise, promise
from raport.app.search import Found, search
from raport.casefile.pieces import IDENTITY
from tests.desk import PASSPHRASE, TODAY, Desk


@pytest.fixture
def case(desk: Desk) -> str:
    return open_case("ru", desk.boris).id


def places(desk: Desk, typed: str) -> list[Found]:
    return [place for file in search(typed, desk.boris.member).files for place in file.found]


def said(place: Found) -> str:
    return "".join(cut.text for cut in place.cuts)


def photograph(desk: Desk, case: str, name: str = "Справка из Приозёрска.jpg") -> exhibits.Exhibit:
    stream = io.BytesIO(b"no picture")
    return exhibits.take_in(case, name, stream, desk.boris, given_by="от матери", note="видно печать")


def test_a_promise_is_found_by_its_words_also_when_it_was_kept(desk: Desk, case: str) -> None:
    id_ = promise(case, desk.boris.member, TODAY, "позвоню в комитет солдатских матерей", desk.boris)

    [one] = places(desk, "позвонить комитет")
    keep_promise(id_, case, desk.boris)

    assert (one.promise, said(one)) == (id_, "позвоню в комитет солдатских матерей")
    assert [c.text for c in one.cuts if c.marked] == ["позвоню", "комитет"]
    assert len(places(desk, "позвоню")) == 1


@pytest.mark.parametrize("typed", ["приозерск", "справки", "мать", "печать", "jpg"])
def test_an_exhibit_is_found_by_its_name_its_giver_and_its_note(desk: Desk, case: str, typed: str) -> None:
    taken = photograph(desk, case)

    [one] = places(desk, typed)

    assert (one.exhibit, said(one)) == (taken.id, "Справка из Приозёрска.jpg · от матери · видно печать")


def test_a_name_that_turns_the_line_is_shown_as_elsewhere(desk: Desk, case: str) -> None:
    photograph(desk, case, "приказ\u202egpj.exe")

    [one] = places(desk, "печать")

    assert "\u202e" not in said(one)
    assert "приказ" in said(one)


def test_an_exhibit_under_the_stop_is_not_found_until_it_is_released(desk: Desk, case: str) -> None:
    taken = photograph(desk, case)

    exhibits.stop(taken.id, desk.boris)
    assert places(desk, "приозерск") == []
    assert index.known(["приозерск"]) == {}

    exhibits.release(taken.id, desk.boris)
    assert len(places(desk, "приозерск")) == 1


def test_a_destroyed_exhibit_is_not_found(desk: Desk, case: str) -> None:
    taken = photograph(desk, case)

    exhibits.destroy(taken.id, desk.boris)

    assert places(desk, "приозерск") == []
    assert index.known(["приозерск"]) == {}


def test_whoever_was_not_granted_the_account_does_not_find_it(desk: Desk, case: str) -> None:
    photograph(desk, case)
    promise(case, desk.boris.member, TODAY, "позвоню канарейке", desk.boris)
    Grant.objects.exclude(key__ring=IDENTITY).delete()
    opened.open_with(opened.key())

    assert places(desk, "приозерск") == places(desk, "канарейка") == []


def test_both_are_of_the_second_ring(desk: Desk, case: str) -> None:
    photograph(desk, case)

    assert search("приозерск", desk.boris.member, Among(rings=(2,))).count == 1
    assert search("приозерск", desk.boris.member, Among(rings=(1, 3))).count == 0


def test_a_vault_of_before_is_indexed_when_it_is_opened(desk: Desk, case: str) -> None:
    promise(case, desk.boris.member, TODAY, "позвоню канарейке", desk.boris)
    photograph(desk, case)
    stopped = photograph(desk, case, "тайна.jpg")
    exhibits.stop(stopped.id, desk.boris)
    SearchDoc.objects.exclude(promise=None, exhibit=None).delete()
    assert index.unseen() == [case]
    assert places(desk, "канарейка") == places(desk, "приозерск") == []
    vault.lock()

    vault.open_vault(desk.vault.folder, PASSPHRASE)

    assert index.unseen() == []
    assert len(places(desk, "канарейка")) == len(places(desk, "приозерск")) == 1
    assert places(desk, "тайна") == []


def test_rebuilt_the_index_finds_them_as_before(desk: Desk, case: str) -> None:
    promise(case, desk.boris.member, TODAY, "позвоню канарейке", desk.boris)
    photograph(desk, case)
    before = (index.count(), places(desk, "канарейка"), places(desk, "приозерск"))

    assert use.rebuild([desk.boris.member]) == 0

    assert (index.count(), places(desk, "канарейка"), places(desk, "приозерск")) == before


def test_nothing_of_them_is_readable_when_the_vault_is_locked(desk: Desk, case: str) -> None:
    promise(case, desk.boris.member, TODAY, "canarypromise", desk.boris)
    photograph(desk, case, "canaryname.jpg")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    vault.lock()

    for path in desk.vault.folder.rglob("*"):
        if path.is_file():
            assert b"canary" not in path.read_bytes(), path.name
