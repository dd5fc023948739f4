"""The docket's rows: kept with their case, anew when their day has passed, equal to a fresh assessment."""

from dataclasses import asdict, replace
from datetime import date, timedelta

import pytest
from django.db import connection

from raport.adapters.store import docket as store
from raport.adapters.store import opened
from raport.adapters.store.docket import DocketRow, Wanted
from raport.adapters.store.models import Docket
from raport.app import docket
from raport.app.docket import Fault, check_rows, lines, recompute, refresh, stale_files
from raport.app.docket_rows import ASK, OVERDUE, UNDECIDED, UNREADABLE, URGENT, Row
from raport.app.files import Author, add
from raport.app.open_case import open_case
from raport.app.record import file_paper
from raport.casefile import Piece
from raport.casefile.pieces import RECORD
from tests.app.filled import file_row, joined, sample_case
from tests.desk import NOW, TODAY, Desk


def row_of(id_: str, desk: Desk, today: date = TODAY) -> Row:
    row = docket.line_of(file_row(id_), desk.boris.member, today).row
    assert row is not None
    return row


def faults(desk: Desk, today: date = TODAY) -> list[Fault]:
    return [c.fault for c in check_rows(desk.boris.member, today, lambda _: None) if c.fault is not None]


def kept(id_: str) -> DocketRow:
    return store.rows([id_])[id_]


def complaint(desk: Desk) -> str:
    """A complaint registered in September, to which no answer was seen."""
    row = open_case("ru", desk.boris)
    filing = {"kind": "complaint", "to": ["garrison-prosecutor"], "asks": "discharge"}
    begun = {"kind": "registered", "on": "2026-09-01", "proof": "documented"}
    file_paper(row.id, filing, begun, desk.boris)
    return row.id


def test_the_gravest_reason_puts_a_case_where_it_stands(desk: Desk) -> None:
    stands = {name: row_of(sample_case(desk, name).id, desk) for name in ("s3", "x5", "x9", "s4")}

    assert (stands["s3"].rank, stands["s3"].why) == (URGENT, "threat-of-harm")
    assert (stands["x5"].rank, stands["x5"].why) == (UNDECIDED, "keep-proof")
    assert stands["x9"].rank == OVERDUE
    assert stands["s4"].rank == ASK
    assert stands["s4"].what["en"] != stands["s4"].what["ru"]


def test_the_list_has_what_endangers_first(desk: Desk) -> None:
    for name in ("s4", "x9", "x5", "s3"):
        sample_case(desk, name)

    shown = lines(Wanted(), desk.boris.member, TODAY, 0, 50)

    assert [line.row.rank for line in shown if line.row] == [URGENT, UNDECIDED, OVERDUE, ASK]
    assert not any(line.stale for line in shown)


def test_what_a_row_says_is_not_readable_in_the_database(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id

    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM store_docket WHERE file_id = %s", [id_])
        rows = repr(cursor.fetchall())

    assert row_of(id_, desk).why == "threat-of-harm"
    assert "threat" not in rows


def test_a_row_is_computed_in_the_transaction_that_adds_to_its_case(desk: Desk) -> None:
    row = open_case("ru", desk.boris)
    before = kept(row.id)

    id_ = complaint(desk)

    assert kept(id_).seq > before.seq
    assert row_of(id_, desk).state == "registered"


def test_a_row_lasts_until_something_changes_and_no_day_longer(desk: Desk) -> None:
    row = open_case("ru", desk.boris)
    filing = {"kind": "complaint", "to": ["garrison-prosecutor"], "asks": "discharge"}
    file_paper(row.id, filing, {"kind": "registered", "on": "2026-11-20"}, desk.boris)
    last = kept(row.id).valid_until
    assert TODAY < last < date(2027, 6, 1)

    assert row.id not in stale_files(last)
    assert row.id in stale_files(last + timedelta(days=1))


def test_on_every_day_until_then_the_kept_row_is_equal_to_a_fresh_one(desk: Desk) -> None:
    for name in ("s1", "s2", "s3", "s4", "x5", "x6", "x7", "x8", "x9"):
        sample_case(desk, name)
    complaint(desk)
    lasting = [d for d in Docket.objects.all() if d.valid_until > TODAY]
    assert len(lasting) > 5

    for days in (0, 1, 9, 40, 400):
        today = TODAY + timedelta(days=days)
        assert set(faults(desk, today)) <= {Fault.STALE}
    assert faults(desk) == []


def test_a_row_that_was_changed_is_found(desk: Desk) -> None:
    right, wrong = sample_case(desk, "s3").id, sample_case(desk, "s4").id
    other = kept(wrong)
    store.put([replace(other, rank=URGENT)])

    found = {c.file: c.fault for c in check_rows(desk.boris.member, TODAY, lambda _: None)}

    assert found == {right: None, wrong: Fault.DIFFERS}


def test_a_row_whose_words_were_put_in_place_of_another_is_found(desk: Desk) -> None:
    id_ = sample_case(desk, "s4").id
    row = replace(row_of(id_, desk), questions=77)
    Docket.objects.filter(file_id=id_).update(sealed=_sealed_like(id_, row, desk))

    assert faults(desk) == [Fault.DIFFERS]


def _sealed_like(id_: str, row: Row, desk: Desk) -> bytes:
    import json

    from raport.adapters.keys import seal

    key = store.keys_of([id_], desk.boris.member, 2)[id_][-1]
    return seal(json.dumps(asdict(row)).encode(), [key.recipient])


def test_a_case_without_a_row_is_found_and_gets_one(desk: Desk) -> None:
    id_ = sample_case(desk, "s4").id
    Docket.objects.all().delete()
    assert faults(desk) == [Fault.MISSING]
    assert lines(Wanted(), desk.boris.member, TODAY, 0, 9)[0].row is None

    assert list(recompute(stale_files(TODAY), desk.boris.member, TODAY)) == [1]

    assert faults(desk) == []
    assert row_of(id_, desk).rank == ASK


def test_a_row_of_another_law_is_computed_anew(desk: Desk) -> None:
    id_ = sample_case(desk, "s4").id
    assert stale_files(TODAY) == []
    Docket.objects.filter(file_id=id_).update(law="ru 2020-01-01 0.0.1")

    assert stale_files(TODAY) == [id_]
    assert lines(Wanted(), desk.boris.member, TODAY, 0, 9)[0].stale


def test_what_is_added_while_rows_are_computed_is_not_overwritten(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    id_ = sample_case(desk, "s4").id
    fresh = docket._compute
    later = Author(desk.boris.member, NOW + timedelta(minutes=1), TODAY + timedelta(days=400))

    def meanwhile(files: tuple[str, ...], member: str, today: date) -> object:
        rows = list(fresh(files, member, today))
        if today == TODAY:
            add(id_, [Piece("desk", "meanwhile", RECORD, 1)], later)
            refresh(id_, later)
        return rows

    monkeypatch.setattr(docket, "_compute", meanwhile)
    list(recompute([id_], desk.boris.member, TODAY))

    assert kept(id_).on == later.on


def test_a_case_that_the_law_of_today_cannot_read_is_shown_first_and_stops_nobody_else(desk: Desk) -> None:
    good, bad = sample_case(desk, "s4").id, open_case("ru", desk.boris).id
    add(bad, [Piece("facts", "no-such-fact", RECORD, "x")], desk.boris)
    Docket.objects.all().delete()

    list(recompute(stale_files(TODAY), desk.boris.member, TODAY))

    shown = lines(Wanted(), desk.boris.member, TODAY, 0, 9)
    assert [line.file.id for line in shown] == [bad, good]
    assert shown[0].row is not None
    assert shown[0].row.why == UNREADABLE
    assert faults(desk) == [Fault.UNREADABLE]


def test_a_case_whose_key_was_not_granted_is_not_in_the_list(desk: Desk) -> None:
    sample_case(desk, "s4")
    clara = joined(desk, "Клара")
    later = sample_case(desk, "s3").id  # granted to every member there is
    from raport.adapters.store.models import Grant

    Grant.objects.filter(key__file_id=later, member_id=clara.id).delete()

    assert len(lines(Wanted(), desk.boris.member, TODAY, 0, 9)) == 2
    assert [line.file.id for line in lines(Wanted(), clara.id, TODAY, 0, 9)] != [later]
    assert sum(docket.count_ranks(Wanted(), clara.id).values()) == 1


def test_a_list_of_many_asks_no_more_queries_than_one_of_few(desk: Desk) -> None:
    from django.test.utils import CaptureQueriesContext

    def queries(count: int) -> int:
        opened.open_with(opened.key())  # nothing is remembered: every row is opened anew
        with CaptureQueriesContext(connection) as seen:
            assert len(lines(Wanted(), desk.boris.member, TODAY, 0, count)) == count
        return len(seen)

    for _ in range(8):
        open_case("ru", desk.boris)

    assert queries(8) == queries(2)


def test_a_row_read_once_is_read_from_memory_until_it_changes_or_the_vault_is_locked(desk: Desk) -> None:
    id_ = sample_case(desk, "s4").id
    sealed = kept(id_).sealed
    assert opened.known(desk.boris.member, sealed) is None
    before = row_of(id_, desk)
    assert opened.known(desk.boris.member, sealed) == before
    assert opened.known("another", sealed) is None

    add(id_, [Piece("head", "advocate-since", RECORD, "2026-01-10")], desk.boris)
    refresh(id_, desk.boris)
    assert row_of(id_, desk) == line_anew(id_, desk)

    opened.forget()
    assert opened.known(desk.boris.member, sealed) is None


def line_anew(id_: str, desk: Desk) -> Row | None:
    opened.open_with(opened.key())
    return docket.line_of(file_row(id_), desk.boris.member, TODAY).row


def test_opening_a_file_looks_at_its_own_grants_and_not_at_all_of_a_members(desk: Desk) -> None:
    from django.test.utils import CaptureQueriesContext

    from raport.adapters.store import files

    id_ = sample_case(desk, "s4").id
    with CaptureQueriesContext(connection) as seen:
        files.keys(id_, desk.boris.member)
        store.keys_of([id_], desk.boris.member)
        store.page(Wanted(), desk.boris.member, 0, 9)

    plans = []
    with connection.cursor() as cursor:
        for query in seen.captured_queries:
            cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
            plans += [str(row[3]) for row in cursor.fetchall()]
    of_grants = [plan for plan in plans if "store_grant" in plan or "SEARCH g " in plan]
    assert len(of_grants) == 3
    assert all("key_id=? AND member_id=?" in plan for plan in of_grants)
