"""After 30 days an enquiry that nobody keeps is gone: from database, index, objects and log."""

from datetime import timedelta

from django.db import connection

from raport.adapters.store.models import File, SearchDoc, SearchTerm
from raport.app import enquiries as use
from raport.app.exhibits import exhibits as exhibits_of
from raport.app.exhibits import look
from raport.app.intake import read_drop
from raport.app.search import search
from raport.app.search_words import terms
from raport.safety import Triage
from tests.app.enquired import came, wrote
from tests.desk import TODAY, Desk

CANARY = "кукарямба"
TERM = terms(CANARY)[0]
"""The canary as the index holds it: without its ending."""
DAY = TODAY + use.KEPT_FOR


def full(desk: Desk) -> str:
    """An enquiry with everything that can hang on one."""
    text = f"[10.10.2019 12:33] Канареев: {CANARY}"
    (parcel,) = read_drop(text, f"звонок {CANARY}", [came(f"{CANARY}.txt", f"{CANARY} в файле".encode())])
    row = use.take_enquiry(parcel, "ru", desk.boris, about=CANARY)
    use.triage(row.id, Triage(held="yes"), desk.boris)
    use.answer(row.id, f"Ответ: {CANARY}.", desk.boris)
    look(exhibits_of(row.id, desk.boris.member)[0].id, desk.boris)  # a working copy too
    return row.id


def everything() -> bytes:
    """All that the open database holds, shadow tables of the index too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = [name for (name,) in cursor.fetchall()]
        held = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - names out of the schema itself
            values = [value for row in cursor.fetchall() for value in row]
            held += [v if isinstance(v, bytes) else repr(v).encode() for v in values]
    return b"\n".join(held)


def test_before_its_day_it_is_there_and_the_canary_can_be_found(desk: Desk) -> None:
    id_ = full(desk)

    assert use.erase_due(DAY - timedelta(days=1)) == 0
    assert search(CANARY, desk.boris.member).files[0].row.id == id_
    assert TERM.encode() in everything()  # the look below would see it


def test_on_its_day_it_is_gone_from_database_index_and_objects(desk: Desk) -> None:
    id_ = full(desk)
    kept = wrote(desk, "другое письмо")
    use.keep(kept.id, desk.boris, kept=True)
    assert list(desk.vault.objects.iterdir())

    assert use.erase_due(DAY) == 1

    held = everything()
    assert TERM.encode() not in held
    assert "канарее".encode() not in held
    assert id_.encode() not in held
    assert not list(desk.vault.objects.iterdir())
    assert search(CANARY, desk.boris.member).files == ()
    assert [f.id for f in File.objects.all()] == [kept.id]
    assert {d.file_id for d in SearchDoc.objects.all()} == {kept.id}
    assert not SearchTerm.objects.filter(term=TERM)


def test_no_page_from_before_stays_in_the_write_ahead_log(desk: Desk) -> None:
    full(desk)

    use.erase_due(DAY)

    log = desk.vault.database.with_name("desk.db-wal")
    assert not log.exists() or log.stat().st_size == 0


def test_pages_that_are_freed_are_overwritten(desk: Desk) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone()[0] == 1


def test_no_file_of_the_vault_holds_it_in_clear_at_any_time(desk: Desk) -> None:
    def clear() -> list[str]:
        found = []
        for path in desk.vault.folder.rglob("*"):
            if path.is_file() and (CANARY.encode() in path.read_bytes() or CANARY in path.name):
                found.append(path.name)
        return found

    full(desk)
    assert clear() == []
    use.erase_due(DAY)
    assert clear() == []


def test_a_case_made_of_it_is_never_erased(desk: Desk) -> None:
    row = wrote(desk)
    use.make_case(row.id, desk.boris)

    assert use.erase_due(DAY + timedelta(days=900)) == 0
    assert File.objects.filter(id=row.id).exists()


def test_what_is_kept_no_longer_is_erased_on_its_day(desk: Desk) -> None:
    row = wrote(desk)
    use.keep(row.id, desk.boris, kept=True)
    assert use.erase_due(DAY) == 0
    use.keep(row.id, desk.boris, kept=False)

    assert use.erase_due(DAY) == 1


def test_one_can_be_erased_at_once(desk: Desk) -> None:
    id_ = full(desk)

    use.erase_now(id_, desk.boris)

    assert not File.objects.filter(id=id_).exists()
    assert not list(desk.vault.objects.iterdir())
