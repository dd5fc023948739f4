"""Search: word forms, mistakes of typing, numbers in all their shapes; only what the member may open."""

import pytest
from django.db import connection

from raport.adapters.store import files as store
from raport.adapters.store import opened
from raport.adapters.store import search as index
from raport.adapters.store.models import Grant
from raport.adapters.store.search import Among
from raport.app import search as use
from raport.app.files import add, new_file
from raport.app.search import marked, parts_of, search
from raport.app.search_words import terms
from raport.casefile import Piece
from raport.casefile.pieces import ACCOUNT, IDENTITY, RECORD
from tests.desk import Desk


def case(desk: Desk, *notes: str, name: str = "") -> str:
    row = new_file("case", "ru", desk.boris)
    pieces = [Piece("account", f"n{n}", ACCOUNT, {"note": text}) for n, text in enumerate(notes)]
    if name:
        pieces.append(Piece("identity", "name", IDENTITY, name))
    add(row.id, pieces, desk.boris)
    return row.id


def found(desk: Desk, typed: str, **how: object) -> list[str]:
    return [f.row.id for f in search(typed, desk.boris.member, **how).files]  # type: ignore[arg-type] # what a test chooses


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("Командир отказал в увольнении", "отказ увольнение"),
        ("Командир отказал в увольнении", "уволить"),
        ("его зовут Пётр Ёлкин", "елкин петр"),
        ("его зовут Петр Елкин", "Ёлкина"),
        ("звонила мама Алексея", "мать"),
        ("рапорт вх. № 412 от 10.10.2019", "вх. 412"),
        ("рапорт зарегистрирован, входящий номер 412", "вх 412"),
        ("рапорт, вх.№412/17", "вх. 412/17"),
        ("ответ исх. 77/3 дсп", "исх № 77/3"),
        ("ответ от 10.10.2019", "10.10.2019"),
        ("заключение военно-врачебной комиссии", "военно-врачебная комиссия"),
        ("сказал, что рапорт случайно потеряется", '"случайно потеряется"'),
        ("сказал, что рапорт случайно потеряется", "«рапорт случайно»"),
        ("приехал из Приозёрска", "приозерск"),
        ("за́мок с ударением и мя\u00adгкий перенос", "замок мягкий"),
        ("дело к12 у прокурора", "K12"),
    ],
)
def test_it_is_found_as_people_type_it(desk: Desk, said: str, typed: str) -> None:
    id_ = case(desk, said)
    case(desk, "совсем другое: справка о доходах")

    assert found(desk, typed) == [id_]


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ("объяснение начальника", "обьяснение"),
        ("перевод в Кытлым", "Кытлмы"),
        ("писал в прокуратуру", "прокуртауру"),
        ("военная комиссия", "комисия"),
        ("зовут Ковальчук", "Ковольчук"),
        ("дело", "депо"),
    ],
)
def test_a_mistyped_word_is_found_and_it_is_said_what_was_looked_for(
    desk: Desk, said: str, typed: str
) -> None:
    id_ = case(desk, said)

    results = search(typed, desk.boris.member)

    assert [f.row.id for f in results.files] == [id_]
    assert results.instead == (typed,)


def test_a_number_is_never_taken_for_another_number(desk: Desk) -> None:
    case(desk, "вх. 413 и вх. 4120")

    assert found(desk, "вх. 412") == []


def test_a_phrase_wants_its_words_in_a_row(desk: Desk) -> None:
    case(desk, "рапорт не потеряется, но случайно порвётся")

    assert found(desk, '"случайно потеряется"') == []
    assert len(found(desk, "случайно потеряется")) == 1


def test_where_no_place_has_all_words_any_word_counts_and_the_page_knows(desk: Desk) -> None:
    id_ = case(desk, "приехал в госпиталь")

    results = search("госпиталь прокуратура", desk.boris.member)

    assert [f.row.id for f in results.files] == [id_]
    assert results.any_word


def test_the_words_are_marked_in_the_form_in_which_they_stand(desk: Desk) -> None:
    case(desk, "Он сказал: «рапорта не видел», и рапорт исчез")

    [one] = search("рапорт", desk.boris.member).files

    assert [c.text for c in one.found[0].cuts if c.marked] == ["рапорта", "рапорт"]
    assert "".join(c.text for c in one.found[0].cuts) == "Он сказал: «рапорта не видел», и рапорт исчез"


def test_what_is_shown_of_a_long_text_is_round_the_word() -> None:
    text = "начало " * 100 + "рапорт " + "конец " * 100

    cuts = marked(text, frozenset(terms("рапорт")))

    assert sum(len(c.text) for c in cuts) < 300
    assert [c.text for c in cuts if c.marked] == ["рапорт"]
    assert cuts[0].text == "…"


def test_a_file_is_found_by_its_number_first(desk: Desk) -> None:
    first = case(desk, "заметка")
    other = case(desk, "вх. 1")

    assert found(desk, "к1") == [first]
    assert found(desk, "1")[0] == first
    assert other in found(desk, "1")


def test_names_are_found_by_whom_the_ring_was_granted(desk: Desk) -> None:
    id_ = case(desk, "заметка про Иванова", name="Зарубин Олег")
    assert found(desk, "зарубину") == [id_]

    Grant.objects.filter(key__ring=IDENTITY).delete()
    opened._opened.secrets.clear()

    assert found(desk, "зарубин") == []
    assert found(desk, "заметка") == [id_]


def test_a_file_that_was_not_granted_is_not_even_counted(desk: Desk) -> None:
    case(desk, "тайный рапорт")
    Grant.objects.all().delete()
    opened._opened.secrets.clear()

    results = search("рапорт", desk.boris.member)

    assert (results.files, results.count) == ((), 0)
    assert search("к1", desk.boris.member).count == 0


def test_kinds_of_papers_and_events_are_found_by_their_names(desk: Desk) -> None:
    id_ = new_file("case", "ru", desk.boris).id
    add(id_, [Piece("filing", "f1", RECORD, {"id": "f1", "kind": "complaint"})], desk.boris)

    assert found(desk, "жалобу") == [id_]
    assert found(desk, "complaints") == [id_]


def test_what_was_taken_back_is_found_no_more(desk: Desk) -> None:
    id_ = case(desk, "ошибочная заметка про Сургут")

    add(id_, [Piece("account", "n0", ACCOUNT, None)], desk.boris)

    assert found(desk, "сургут") == []
    assert index.known(["сургут"]) == {}


def test_what_was_erased_leaves_no_letter_in_the_index(desk: Desk) -> None:
    id_ = case(desk, "Кандибобер", name="Пахомов")
    case(desk, "остаётся")

    store.erase_file(id_)

    assert found(desk, "кандибобер") == []
    with connection.cursor() as cursor:
        blocks = b"".join(
            bytes(row[0])
            for table in ("searchtext", "searchgram")
            for row in cursor.execute(f"SELECT block FROM store_{table}_data").fetchall()  # noqa: S608 - our own names
        )
        words = {row[0] for row in cursor.execute("SELECT term FROM store_searchterm").fetchall()}
    for secret in (*terms("Кандибобер"), *terms("Пахомов")):
        assert secret not in words
        assert secret.encode() not in blocks
        assert secret[2:6].encode() not in blocks


def test_the_index_holds_no_text(desk: Desk) -> None:
    case(desk, "Командирам отказывали")

    with connection.cursor() as cursor:
        held = " ".join(r[0] for r in cursor.execute("SELECT terms FROM store_searchdoc").fetchall())

    assert "омандирам" not in held


def test_rebuilt_the_index_finds_the_same(desk: Desk) -> None:
    id_ = case(desk, "рапорт потеряли", "лишнее", name="Зарубин")
    add(id_, [Piece("account", "n1", ACCOUNT, None)], desk.boris)
    before = (index.count(), found(desk, "зарубин"), found(desk, "лишнее"))
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM store_searchdoc")

    unopened = use.rebuild([desk.boris.member])

    assert unopened == 0
    assert (index.count(), found(desk, "зарубин"), found(desk, "лишнее")) == before


def test_what_is_not_added_is_not_found(desk: Desk) -> None:
    from django.db import transaction

    id_ = case(desk, "есть")
    with transaction.atomic():
        add(id_, [Piece("account", "n9", ACCOUNT, {"note": "откатилось"})], desk.boris)
        transaction.set_rollback(True)

    assert found(desk, "откатилось") == []


def test_kinds_and_rings_can_be_chosen(desk: Desk) -> None:
    id_ = case(desk, "Зарубин звонил", name="Зарубин")

    [one] = search("зарубин", desk.boris.member, Among(rings=(IDENTITY,))).files

    assert [f.ring for f in one.found] == [IDENTITY]
    assert found(desk, "зарубин", among=Among(kinds=("enquiry",))) == []
    assert found(desk, "зарубин", among=Among(kinds=("case",), closed=False)) == [id_]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        '"',
        '""',
        "'; DROP TABLE",
        "NEAR(",
        "a AND",
        "*",
        "(",
        "вх.",
        "-",
        "№",
        "😀",
        "\0",
        '"а',
        "^x:",
    ],
)
def test_whatever_is_typed_is_no_error(desk: Desk, typed: str) -> None:
    case(desk, "рапорт")

    search(typed, desk.boris.member)


def test_parts_are_words_phrases_and_announced_numbers() -> None:
    assert [p.terms for p in parts_of("вх. № 412 «рапорт потерян» 59-ФЗ")] == [
        tuple(terms("вх 412")),
        tuple(terms("рапорт потерян")),
        tuple(terms("59-ФЗ")),
    ]
