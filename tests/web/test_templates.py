"""The group's Word templates by the browser: brought in, reported, mapped, named, thrown out."""

import hashlib
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from raport.adapters.store.models import LetterTemplate
from raport.app import templates as use
from raport.app.drafts import draft_letter, make
from raport.app.laws import pack_of
from raport.drafting import Wish
from raport.law.letters import Form
from tests.app.filled import joined
from tests.desk import Desk, client_of
from tests.letters.cases import LAW, SAMPLE, named, of_sample
from tests.letters.own import changed, of_lines
from tests.letters.reading import docx_paragraphs

OWN = of_lines("{{кому}}", "{{адресс}}", "{{нечто_дат}}", "{{факты}}")


def bring(client: Client, data: bytes, name: str = "Наша жалоба.docx") -> str:
    """The address of the page of a template that was brought in."""
    answer = client.post("/house/templates/bring/", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 302, answer.text
    return answer["Location"]


def test_a_template_is_brought_in_and_its_report_says_what_is_what(desk: Desk, boris: Client) -> None:
    page = boris.get(bring(boris, OWN)).text

    assert "<h1>Наша жалоба</h1>" in page
    assert "Письму нужно, а в шаблоне нет" in page
    assert "подпись" in page.split("Непонятные поля")[0]
    unknown = page.split("Непонятные поля")[1].split("Понятные поля")[0]
    assert re.findall(r"<code>\{\{(.*?)\}\}</code></h3>", unknown) == ["адресс", "нечто_дат"]
    assert "Похоже на: <code>адрес</code>, <code>адресат</code>, <code>адресату</code>" in unknown
    assert '<option value="адрес" selected>' in unknown
    assert "орган или должность, кому письмо, в дательном падеже" in page
    assert "свойства файла" in page
    assert hashlib.sha256(OWN).hexdigest() in page
    (row,) = use.templates()
    assert row.sha256 == hashlib.sha256(OWN).hexdigest()
    assert use.template_bytes(row.id) == bytes(LetterTemplate.objects.get().data)
    assert "Наша жалоба" in boris.get("/house/templates/").text
    assert "/house/templates/" in boris.get("/house/").text


def test_a_field_is_said_to_mean_another_and_the_letter_is_made_so(desk: Desk, boris: Client) -> None:
    at = bring(boris, OWN)
    said = {"do": "map", "field": "нечто_дат", "means": "фио", "case": "dat"}

    assert boris.post(f"{at}change/", said).status_code == 302
    boris.post(f"{at}change/", {"do": "map", "field": "адресс", "means": "факты", "case": "dat"})

    page = boris.get(at).text
    assert "Непонятные поля" not in page
    assert page.count("так сказали здесь") == 2
    (row,) = use.templates()
    own = use.template(row.id)
    assert own is not None
    file = named(of_sample(next(p for p in SAMPLE if p.stem == "x7")))
    wish = Wish("prosecutor-supplement", date(2025, 3, 20), author="relative")
    drafted = draft_letter(file, LAW, wish, template=own)
    lines = docx_paragraphs(make(drafted, Form.DOCX))
    assert lines[len(drafted.letter.facts) + 1] == "Дею Игорю Петровичу"

    boris.post(f"{at}change/", {"do": "unmap", "field": "адресс"})
    assert "Непонятные поля" in boris.get(at).text


def test_it_is_named_and_taken_away(desk: Desk, boris: Client) -> None:
    at = bring(boris, OWN)

    boris.post(f"{at}change/", {"do": "name", "name": "  Жалоба \x07 прокурору "})
    assert "<h1>Жалоба прокурору</h1>" in boris.get(at).text
    long = boris.post(f"{at}change/", {"do": "name", "name": "ж" * 101})
    assert long.status_code == 422
    assert "ж" * 101 in long.text
    assert boris.post(f"{at}change/", {"do": "remove"}).status_code == 302

    assert use.templates() == []
    assert boris.get(at).status_code == 404
    assert boris.post(f"{at}change/", {"do": "name", "name": "x"}).status_code == 404


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (of_lines("{% for x in y %}"), "{% for x in y %}"),
        (of_lines("{{ config.items() }}"), "{{ config.items() }}"),
        (changed(OWN, {"word/vbaProject.bin": b"x"}), "макросы"),
        (b"no Word file", "Это не файл Word"),
    ],
)
def test_what_is_no_plain_template_is_not_taken_and_says_why(
    data: bytes, told: str, desk: Desk, boris: Client
) -> None:
    answer = boris.post(
        "/house/templates/bring/",
        {"file": SimpleUploadedFile("a.docx", data)},
    )

    assert answer.status_code == 422
    assert told in answer.text
    assert use.templates() == []


def test_the_same_file_is_not_taken_twice_and_nothing_is_nothing(desk: Desk, boris: Client) -> None:
    bring(boris, OWN)

    again = boris.post("/house/templates/bring/", {"file": SimpleUploadedFile("b.docx", OWN)})
    assert again.status_code == 422
    assert "Наша жалоба" in again.text
    assert boris.post("/house/templates/bring/", {}).status_code == 422
    assert len(use.templates()) == 1


def test_an_editor_sees_no_templates_and_no_way_to_them(desk: Desk, boris: Client) -> None:
    at = bring(boris, OWN)
    dan = client_of(joined(desk, "Дан", role="editor").id)

    assert dan.get("/house/templates/").status_code == 404
    assert dan.get(at).status_code == 404
    assert "/house/templates/" not in dan.get("/house/").text


def test_a_name_that_is_mapped_must_be_known(desk: Desk, boris: Client) -> None:
    at = bring(boris, OWN)

    wrong = boris.post(f"{at}change/", {"do": "map", "field": "адресс", "means": "нет такого"})

    assert wrong.status_code == 422
    assert use.templates()[0].mapped == {}
    assert use.map_field("0" * 32, "адресс", "фио", pack_of("ru")) is False
