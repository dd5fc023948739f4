"""The search page: marked words by file, an address that tells nothing, silence on what was not granted."""

import re

from django.test import Client

from raport.adapters.store import opened
from raport.adapters.store.models import Grant
from raport.app.files import add, new_file
from raport.casefile import Piece
from raport.casefile.pieces import ACCOUNT
from tests.desk import Desk


def case(desk: Desk, text: str) -> str:
    row = new_file("case", "ru", desk.boris)
    add(row.id, [Piece("account", "n", ACCOUNT, {"note": text})], desk.boris)
    return row.id


def test_what_was_typed_stands_in_the_page_and_not_in_its_address(desk: Desk, boris: Client) -> None:
    id_ = case(desk, "Зарубину отказали в увольнении")

    moved = boris.post("/search/", {"q": "Зарубин"})
    page = boris.get(moved["Location"])

    assert "%D0" not in moved["Location"]
    assert "<mark>Зарубину</mark>" in page.text
    assert f'href="/case/{id_}/"' in page.text
    assert 'value="Зарубин"' in page.text
    assert page.text.count("<h1") == 1


def test_one_can_go_back_to_an_earlier_search(desk: Desk, boris: Client) -> None:
    case(desk, "рапорт потеряли")

    first = boris.post("/search/", {"q": "рапорт"})["Location"]
    boris.post("/search/", {"q": "другое"})

    assert "<mark>рапорт</mark>" in boris.get(first).text


def test_a_search_of_somebody_else_is_not_there(desk: Desk, boris: Client) -> None:
    address = boris.post("/search/", {"q": "рапорт"})["Location"]

    assert desk.client().get(address).status_code == 404


def test_what_was_mistyped_is_said_with_what_was_looked_for(desk: Desk, boris: Client) -> None:
    case(desk, "писал в прокуратуру")

    page = boris.post("/search/", {"q": "прокуртаура"}, follow=True).text

    assert "Слова «прокуртаура» не нашлось, искали похожие" in page
    assert "<mark>прокуратуру</mark>" in page


def test_what_was_not_granted_is_told_as_nothing(desk: Desk, boris: Client) -> None:
    case(desk, "Зарубин")
    Grant.objects.all().delete()
    opened._opened.secrets.clear()

    pages = [
        boris.post("/search/", {"q": word}, follow=True).text.split("</h1>")[1].replace(word, "?")
        for word in ("зарубин", "ЗАРУБИНА", "зурабин", "кукуруза")
    ]

    assert "такого не нашлось" in pages[0]
    assert len({re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page) for page in pages}) == 1


def test_markup_in_a_text_is_text(desk: Desk, boris: Client) -> None:
    case(desk, "рапорт <script>alert(1)</script> <b>рапорт</b>")

    page = boris.post("/search/", {"q": "рапорт"}, follow=True).text

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_many_files_are_given_by_pages(desk: Desk, boris: Client) -> None:
    for n in range(13):
        case(desk, f"рапорт потеряли {n}")

    address = boris.post("/search/", {"q": "рапорт"})["Location"]
    first, second = boris.get(address).text, boris.get(f"{address}?page=2").text

    assert (first.count("<h2>"), second.count("<h2>")) == (10, 3)
    assert boris.get(f"{address}?page=99").status_code == 200


def test_an_editor_does_not_search(desk: Desk) -> None:
    from tests.app.filled import joined
    from tests.desk import client_of

    dan = joined(desk, "Дан", role="editor")

    assert client_of(dan.id).get("/search/").status_code == 404


def test_an_index_that_is_empty_can_be_built(desk: Desk, boris: Client) -> None:
    from django.db import connection

    case(desk, "рапорт потеряли")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM store_searchdoc")

    assert "Построить указатель" in boris.get("/search/").text
    boris.post("/search/again/")

    assert "<mark>рапорт</mark>" in boris.post("/search/", {"q": "рапорта"}, follow=True).text
