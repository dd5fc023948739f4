"""An enquiry that is joined to a case: what came moves, sealed anew; a number stays."""

import pytest

from raport.adapters.store import enquiries as store
from raport.adapters.store.models import Exhibit, Key, Piece
from raport.app import enquiries as use
from raport.app.answers import RefusedError
from raport.app.exhibits import exhibits, stop
from raport.app.files import NotGrantedError, history
from raport.app.intake import read_drop
from raport.app.search import search
from tests.app.enquired import MOTHER, came, wrote
from tests.app.filled import file_row, sample_case
from tests.desk import Desk

SCAN = b"%PDF-1.4 canary-of-the-scan"


def with_scan(desk: Desk) -> str:
    (parcel,) = read_drop(MOTHER, "", [came("скан.pdf", SCAN)])
    return use.take_enquiry(parcel, "ru", desk.boris, sender="mother").id


def test_messages_and_files_move_to_the_case(desk: Desk) -> None:
    id_, case = with_scan(desk), sample_case(desk, "s3")

    use.join_to(id_, case.id, desk.boris)

    moved = use.written(history(case.id, desk.boris.member))
    assert [line.author for w in moved for line in w.lines] == ["Мария"]
    assert [e.title for e in exhibits(case.id, desk.boris.member)][-1] == "скан.pdf"
    assert [f.row.id for f in search("Зарубина", desk.boris.member).files] == [case.id]


def test_what_is_left_is_a_number_that_says_where_it_went(desk: Desk) -> None:
    id_, case = with_scan(desk), sample_case(desk, "s3")
    objects = set(desk.vault.objects.iterdir())

    use.join_to(id_, case.id, desk.boris)

    row = file_row(id_)
    assert (row.closed, row.colour) == ("joined", "")
    assert store.joined_to(id_) == case.id
    assert not Piece.objects.filter(file_id=id_)
    assert not Key.objects.filter(file_id=id_)
    assert not Exhibit.objects.filter(file_id=id_)
    assert not objects & set(desk.vault.objects.iterdir())
    assert use.queue(desk.boris.member) == []


def test_what_is_under_the_secrecy_stop_is_not_joined(desk: Desk) -> None:
    id_, case = with_scan(desk), sample_case(desk, "s3")
    stop(exhibits(id_, desk.boris.member)[0].id, desk.boris)
    before = history(case.id, desk.boris.member)

    with pytest.raises(RefusedError):
        use.join_to(id_, case.id, desk.boris)

    assert history(case.id, desk.boris.member) == before
    assert file_row(id_).closed == ""


def test_an_enquiry_is_joined_to_a_case_only(desk: Desk) -> None:
    one, other = wrote(desk), wrote(desk)

    for to in (other.id, one.id, "nothing"):
        with pytest.raises(RefusedError):
            use.join_to(one.id, to, desk.boris)


def test_a_joined_enquiry_is_none_any_more(desk: Desk) -> None:
    id_, case = with_scan(desk), sample_case(desk, "s3")
    use.join_to(id_, case.id, desk.boris)

    with pytest.raises(NotGrantedError):
        use.enquiry(id_, desk.boris.member)
