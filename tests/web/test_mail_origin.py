"""Where a letter came from, on the page of its exhibit: hashed as it arrived, a key given, tampering told."""

import hashlib
import re

import dkim
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from raport.app import exhibits as use
from raport.app.open_case import open_case
from tests.adapters.test_mail_origin import LETTER, NAME, TAKEN_IN, Pair, pair
from tests.desk import Desk


@pytest.fixture(scope="module")
def key() -> Pair:
    return pair()


@pytest.fixture(scope="module")
def letter(key: Pair) -> bytes:
    line: bytes = dkim.DKIM(LETTER).sign(b"s1", b"prosecutor.example", key.secret)
    return TAKEN_IN + line + LETTER


def dropped(client: Client, data: bytes, name: str = "answer.eml") -> str:
    """Drop a letter into the inbox; the page of its exhibit."""
    answer = client.post("/inbox/new/", {"files": SimpleUploadedFile(name, data)}, follow=True)
    found = re.search(r'href="(/exhibit/[0-9a-f]{32}/)"', answer.text)
    assert found is not None, answer.text
    return found[1]


def give(client: Client, page: str, text: str, **more: str) -> str:
    typed = {"name": NAME, "record": text, "source": "dig, Clara", **more}
    return client.post(f"{page}key/", typed, follow=True).text


def test_a_letter_dropped_in_is_hashed_as_it_arrived_and_its_way_is_told(
    boris: Client, letter: bytes
) -> None:
    shown = boris.get(dropped(boris, letter)).text

    assert hashlib.sha256(letter).hexdigest() in shown
    assert "Подпись домена prosecutor.example не проверена." in shown
    assert "хеш сошёлся" in shown
    assert "Пишет mx1.mail.example" in shown
    assert f"Дать ключ {NAME}" in shown


def test_a_key_that_is_given_lets_the_signature_be_checked_and_can_be_taken_back(
    boris: Client, letter: bytes, key: Pair
) -> None:
    page = dropped(boris, letter)

    shown = give(boris, page, key.record)
    assert "сходится с ключом, который здесь дали (2048 бит)" in shown
    assert "dig, Clara" in shown
    assert f"Дать ключ {NAME}" not in shown
    assert "не проверена" in give(boris, page, "", drop="yes")


def test_a_changed_letter_does_not_agree(boris: Client, letter: bytes, key: Pair) -> None:
    page = dropped(boris, letter.replace("отказано".encode(), "оказано".encode()))

    shown = give(boris, page, f'{NAME}. IN TXT "{key.record}"')
    assert "текст уже не тот" in shown
    assert "хеш НЕ сошёлся" in shown


def test_what_is_no_key_is_refused_and_nothing_is_kept(boris: Client, letter: bytes) -> None:
    page = dropped(boris, letter)

    for text in ("", "v=DKIM1", "привет"):
        shown = give(boris, page, text)
        assert "Это не ключ домена" in shown
        assert 'value="dig, Clara"' in shown  # what was typed is there to be mended
        assert f"Дать ключ {NAME}" in shown


def test_in_english_the_page_says_the_same(boris: Client, letter: bytes) -> None:
    page = dropped(boris, letter)
    boris.post("/i18n/setlang/", {"language": "en"})

    assert "The signature of the domain prosecutor.example is not checked." in boris.get(page).text


def test_a_text_that_is_no_letter_has_no_origin(boris: Client, desk: Desk) -> None:
    case = open_case("ru", desk.boris).id
    answer = boris.post(f"/exhibit/of/{case}/", {"file": SimpleUploadedFile("a.txt", b"From: me\n\nhello")})

    assert "Откуда это письмо" not in boris.get(answer.headers["Location"]).text


def test_a_key_goes_with_the_letter_to_its_case_and_is_destroyed_with_it(
    boris: Client, desk: Desk, letter: bytes, key: Pair
) -> None:
    page = dropped(boris, letter)
    give(boris, page, key.record)
    id_ = page.split("/")[2]
    case = open_case("ru", desk.boris).id

    copy = use.copy_into(id_, case, desk.boris)
    assert "сходится с ключом" in boris.get(f"/exhibit/{copy.id}/").text
    use.destroy(copy.id, desk.boris)
    assert "сходится с ключом" not in boris.get(f"/exhibit/{copy.id}/").text


def test_headers_that_are_markup_stay_text(boris: Client) -> None:
    hostile = b"Authentication-Results: <script>alert(1)</script>; spf=pass\r\n" + LETTER.replace(
        b"<duty@prosecutor.example>", b"<img src=x> <duty@prosecutor.example>"
    )

    shown = boris.get(dropped(boris, hostile)).text
    assert "<script>alert" not in shown
    assert "<img src=x>" not in shown


def test_a_stopped_letter_tells_nothing_until_it_is_chosen(boris: Client, desk: Desk, letter: bytes) -> None:
    page = dropped(boris, letter)
    use.stop(page.split("/")[2], desk.boris)

    assert "Откуда это письмо" not in boris.get(page).text
    assert "Откуда это письмо" in boris.get(f"{page}?show=1").text
