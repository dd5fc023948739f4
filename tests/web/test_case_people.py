"""Who he is and who speaks for him: names in ring 1 alone, rights in the record."""

from django.db import connection
from django.test import Client

from raport.app.files import history, tree_of
from tests.desk import Desk
from tests.web.test_case_page import take


def test_a_name_is_sealed_to_ring_1_and_read_back(desk: Desk, boris: Client) -> None:
    id_ = take(desk, "s3")

    boris.post(f"/case/{id_}/people/", {"name": "Канарейкин", "phone": "+7 900 000-00-00"})

    assert "Канарейкин" in boris.get(f"/case/{id_}/people/").text
    assert "Канарейкин" not in boris.get(f"/case/{id_}/").text
    with connection.cursor() as cursor:
        rows = repr(cursor.execute("SELECT ring, value FROM store_piece").fetchall())
    assert "Канарейкин" not in rows


def test_a_mother_may_speak_and_her_contact_is_no_part_of_the_record(desk: Desk, boris: Client) -> None:
    id_ = take(desk, "s3")

    boris.post(
        f"/case/{id_}/people/",
        {
            "role": "mother",
            "may": "speak",
            "person-contacts": "номер-канарейка",
            "person-call-back": "сирень",
        },
    )

    tree = tree_of(history(id_, desk.boris.member))
    assert tree["person"] == [{"id": "p1", "role": "mother", "may": "speak"}]
    page = boris.get(f"/case/{id_}/people/").text
    assert "номер-канарейка" in page
    assert "сирень" in page


def test_a_role_that_is_none_is_told_and_nothing_is_added(desk: Desk, boris: Client) -> None:
    id_ = take(desk, "s3")

    page = boris.post(f"/case/{id_}/people/", {"role": "генерал", "may": "speak"})

    assert page.status_code == 422
    assert "person" not in tree_of(history(id_, desk.boris.member))
