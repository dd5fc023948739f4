"""Likely duplicates and relatives are offered with reasons, among what this member may open."""

from raport.adapters.store import opened
from raport.adapters.store.models import Grant
from raport.app import enquiries as use
from raport.app.enquiries_kin import offers
from raport.app.files import add
from raport.casefile import Piece
from raport.casefile.pieces import IDENTITY
from tests.app.enquired import MOTHER, wrote
from tests.app.filled import sample_case
from tests.desk import Desk


def case_of(desk: Desk, **identity: str) -> str:
    case = sample_case(desk, "s3")
    add(case.id, [Piece("identity", n, IDENTITY, v) for n, v in identity.items()], desk.boris)
    return case.id


def offered(desk: Desk, id_: str) -> dict[str, set[str]]:
    found = offers(use.enquiry(id_, desk.boris.member), desk.boris.member)
    return {o.row.id: {r.kind for r in o.likeness.because} for o in found}


def test_a_known_man_is_offered_by_his_surname_in_another_case(desk: Desk) -> None:
    case = case_of(desk, name="Зарубин Алексей Петрович")

    assert offered(desk, wrote(desk).id) == {case: {"name"}}


def test_a_number_is_found_however_it_was_written(desk: Desk) -> None:
    for written in ("8 912 345 67 89", "89123456789", "+7 (912) 345-67-89"):
        case = case_of(desk, phone=written)
        assert "phone" in offered(desk, wrote(desk).id)[case], written


def test_two_enquiries_of_one_family_are_offered_to_each_other(desk: Desk) -> None:
    mother = wrote(desk)
    father = wrote(desk, "[11.10.2019 09:00] Пётр: жена вам писала с +79123456789", sender="father")

    assert offered(desk, father.id) == {mother.id: {"phone"}}
    assert "phone" in offered(desk, mother.id)[father.id]


def test_a_surname_with_a_slip_is_offered(desk: Desk) -> None:
    case = case_of(desk, name="Зарубин Алексей")

    assert case in offered(desk, wrote(desk, "ищем такого: Алексей Зарубен").id)


def test_strangers_are_not_offered(desk: Desk) -> None:
    case_of(desk, name="Сидоров Пётр", phone="+7 999 111-22-33")

    assert offered(desk, wrote(desk, MOTHER).id) == {}


def test_what_this_member_may_not_open_is_not_offered(desk: Desk) -> None:
    case = case_of(desk, name="Зарубин Алексей Петрович")
    id_ = wrote(desk).id
    Grant.objects.filter(key__file_id=case).delete()
    opened._opened.secrets.clear()

    assert offered(desk, id_) == {}
