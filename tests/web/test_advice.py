"""Pages of advice: the list of those to be told anew, the words in its place, texts that are red."""

import re
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from raport.adapters.store.models import Advised, Grant, Piece
from raport.app import advice as use
from raport.app import answers
from raport.app.advice import advise
from raport.app.files import Author, name_of
from tests.app.enquired import wrote
from tests.app.filled import joined, sample_case
from tests.desk import Desk, client_of

AUGUST = date(2022, 8, 15)
OLD = "Об отсутствии: ч. 3 ст. 337 УК."
NEW = "С сентября отвечают строже. Позвоните нам сегодня."


def tell(desk: Desk, file_id: str, words: str = OLD, *, provision: str = "ru.uk.337.3") -> None:
    advise(file_id, words, desk.boris, provisions=[provision], told_on=AUGUST)


def names(page: str) -> list[str]:
    return re.findall(r'class="case" href="/advice/\w+/">(k\d+)<', page)


def test_the_home_and_the_docket_say_that_somebody_must_be_told_anew(desk: Desk, boris: Client) -> None:
    case = sample_case(desk, "s3")
    for address in ("/", "/docket/"):
        assert "/advice/" not in re.sub(r"/advice/\w+/", "", boris.get(address).text)

    tell(desk, case.id)

    for address in ("/", "/docket/"):
        assert 'href="/advice/"' in boris.get(address).text
    editor = client_of(joined(desk, "Дан", role="editor").id)
    assert 'href="/advice/"' not in editor.get("/").text
    assert editor.get("/advice/").status_code == 404
    assert editor.get(f"/advice/{case.id}/").status_code == 404


def test_the_list_names_the_most_endangered_first_and_what_has_changed(desk: Desk, boris: Client) -> None:
    calm, urgent = sample_case(desk, "s4"), sample_case(desk, "s3")
    for case in (calm, urgent):
        tell(desk, case.id)

    page = boris.get("/advice/").text

    assert names(page) == [name_of(urgent), name_of(calm)]
    assert "ч. 3 ст. 337 УК" in page
    assert "15.08.2022" in page
    assert OLD not in page  # what he was told is opened on his own page


def test_the_correction_is_ready_and_takes_him_off_the_list(desk: Desk, boris: Client) -> None:
    case = sample_case(desk, "s3")
    tell(desk, case.id)
    page = boris.get(f"/advice/{case.id}/").text
    assert OLD in page
    assert "Было:" not in page  # its own words are as they were: what stands beside it is another
    assert "ч. 3.1 ст. 337 УК. То же в период мобилизации" in page  # what decides beside it now
    assert "Безопасного срока отсутствия не существует" in page.split('id="text"')[1]  # the nearest text
    (old,) = set(re.findall(r'name="old" value="(\w+)"', page))

    typed = {"do": "say", "text": NEW, "provisions": ["ru.uk.337.3"], "old": [old]}
    assert boris.post(f"/advice/{case.id}/", typed)["Location"] == "/advice/"

    assert names(boris.get("/advice/").text) == []
    page = boris.get(f"/advice/{case.id}/").text
    assert page.index(NEW) < page.index(OLD)
    assert "сказано заново" in page


def test_the_words_said_before_are_prefilled_where_they_may_be_said_now(desk: Desk, boris: Client) -> None:
    row = wrote(desk)
    own = answers.save_answer("по желанию", "Первое.", "ru", desk.boris, provisions=["ru.53.51.6"])
    advise(row.id, "Первое.", desk.boris, answer=own.id)
    Advised.objects.all().delete()
    tell(desk, row.id, provision="ru.53.51.6")

    page = boris.get(f"/advice/{row.id}/?text=own-wish-closed").text

    assert "Пока идёт период частичной мобилизации" in page.split('id="text"')[1]
    assert 'value="ru.647.5" selected' in page


def test_what_is_refused_stays_typed_and_nothing_is_written(desk: Desk, boris: Client) -> None:
    case = sample_case(desk, "s3")
    tell(desk, case.id)
    (old,) = set(re.findall(r'name="old" value="(\w+)"', boris.get(f"/advice/{case.id}/").text))
    before = Piece.objects.count()

    answer = boris.post(
        f"/advice/{case.id}/",
        {"do": "say", "text": "Отсутствовать можно 10 дней", "provisions": ["ru.uk.337.3"], "old": [old]},
    )

    assert answer.status_code == 422
    assert "Отсутствовать можно 10 дней</textarea>" in answer.text
    assert 'role="alert"' in answer.text
    assert Piece.objects.count() == before
    assert names(boris.get("/advice/").text) == [name_of(case)]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"text": NEW, "provisions": ["ru.none"]}, "такой в нём нет"),
        ({"text": NEW, "told_on": "вчера"}, "15.08.2022"),
        ({"text": NEW, "told_on": "2999-01-01"}, "ещё не говорили"),
        ({"text": " "}, "ничего не написано"),
        ({"text": NEW, "answer": "none"}, "сделать нельзя"),
    ],
)
def test_each_mistake_is_told(desk: Desk, boris: Client, typed: dict[str, object], told: str) -> None:
    row = wrote(desk)

    answer = boris.post(f"/advice/{row.id}/", typed)

    assert answer.status_code == 422
    assert told in answer.text


def test_what_was_said_elsewhere_is_written_with_its_day(desk: Desk, boris: Client) -> None:
    case = sample_case(desk, "s4")

    boris.post(
        f"/advice/{case.id}/",
        {"do": "say", "text": "Отсутствовать можно десять дней.", "told_on": "2022-08-15"},
    )

    (told,) = use.told_of(case.id, desk.boris.member, desk.boris.on)
    assert (told.on, told.unsayable) == (AUGUST, True)
    page = boris.get("/advice/").text
    assert "сказаны слова, которых говорить нельзя" in page
    assert 'value="confirm"' not in boris.get(f"/advice/{case.id}/").text


def test_what_still_holds_is_confirmed(desk: Desk, boris: Client) -> None:
    case = sample_case(desk, "s3")
    tell(desk, case.id)
    page = boris.get(f"/advice/{case.id}/").text
    (old,) = set(re.findall(r'name="old" value="(\w+)"', page))

    assert boris.post(f"/advice/{case.id}/", {"do": "confirm", "old": [old]})["Location"] == "/advice/"

    assert names(boris.get("/advice/").text) == []


def test_a_red_text_has_no_button_and_its_reason_and_is_reviewed(desk: Desk, boris: Client) -> None:
    row = wrote(desk)
    then = use_author(desk)
    own = answers.save_answer("по желанию", "Просите.", "ru", then, provisions=["ru.53.51.6"])

    page = boris.get(f"/inbox/{row.id}/").text
    assert f'value="answer:{own.id}"' not in page
    assert "закон изменился" in page
    answer = boris.post(f"/inbox/{row.id}/act/", {"do": f"answer:{own.id}"})
    assert answer.status_code == 422
    assert "п. 6 ст. 51 53-ФЗ" in answer.text

    assert "Говорить нельзя" in boris.get("/inbox/answers/").text
    assert own.id in boris.get("/advice/").text
    boris.post("/inbox/answers/", {"review": own.id})
    assert "Говорить нельзя" not in boris.get("/inbox/answers/").text
    assert f'value="answer:{own.id}"' in boris.get(f"/inbox/{row.id}/").text


def test_words_of_ones_own_may_name_what_they_rest_on(desk: Desk, boris: Client) -> None:
    row = wrote(desk)

    boris.post(
        f"/inbox/{row.id}/act/",
        {"do": "answer", "own": "Ждите письма.", "provisions": ["ru.59.5", "ru.59.12.1"]},
    )

    (told,) = use.told_of(row.id, desk.boris.member, desk.boris.on)
    assert told.provisions == ("ru.59.5", "ru.59.12.1")


def test_a_file_that_is_not_there_or_not_granted_is_the_same(desk: Desk, boris: Client) -> None:
    case = sample_case(desk, "s3")
    tell(desk, case.id)
    foma = joined(desk, "Фома")
    other = sample_case(desk, "s4")

    Grant.objects.filter(member_id=foma.id).delete()
    for id_ in (case.id, other.id, "0" * 32):
        assert client_of(foma.id).get(f"/advice/{id_}/").status_code == 404
        assert client_of(foma.id).post(f"/advice/{id_}/", {"text": NEW}).status_code == 404
    assert names(client_of(foma.id).get("/advice/").text) == []


def use_author(desk: Desk) -> Author:
    """Boris as he was in August."""
    return replace(desk.boris, on=AUGUST)
