"""The inbox: dropped in without a form, worked through by keys or buttons, nothing reassures."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from raport.adapters.packs import load_pack
from raport.adapters.store import opened
from raport.adapters.store.models import File, Grant
from raport.app import answers
from raport.app import enquiries as use
from raport.app.vault import today
from raport.safety import Triage
from tests.app.enquired import wrote
from tests.app.filled import file_row, joined, sample_case
from tests.desk import PASSPHRASE, Desk, client_of

CALM = re.compile(
    r"безопасн|в срок|успе[лв]|не волнуйтесь|всё в порядке|законно\b|\u2713|\u2714", re.IGNORECASE
)


AGREED = next(d.says["ru"] for d in load_pack("ru").dangers.values() if d.standing_text)


def drop(client: Client, **typed: object) -> str:
    moved = client.post("/inbox/new/", {"text": "", "call": "", "sender": "unknown", **typed})
    assert moved.status_code == 302, moved.text
    return str(moved["Location"])


def act(client: Client, id_: str, do: str, **typed: str) -> Any:
    return client.post(f"/inbox/{id_}/act/", {"do": do, **typed})


def test_a_pasted_text_becomes_an_enquiry_that_is_read(boris: Client) -> None:
    address = drop(boris, text="[10.10.2019 12:33] Мария: сына забрали", sender="mother")
    page = boris.get(address).text

    assert "сына забрали" in page
    assert "Мария" in page
    assert page.count("<h1") == 1
    assert "сына забрали" in boris.get("/inbox/").text
    assert re.fullmatch(r"/inbox/[0-9a-f]{32}/", address)


def test_files_are_dropped_in_with_it_and_listed(boris: Client) -> None:
    voice = SimpleUploadedFile("голос.ogg", b"OggS" + bytes(60))
    photo = SimpleUploadedFile("фото.txt", b"x")

    page = boris.get(drop(boris, call="звонил отец", files=[voice, photo])).text

    assert "звонил отец" in page
    assert "голос.ogg" in page
    assert "фото.txt" in page


def test_nothing_dropped_says_what_was_expected_and_keeps_what_was_typed(boris: Client) -> None:
    page = boris.post("/inbox/new/", {"text": " ", "sender": "mother", "about": "Алексей"})

    assert page.status_code == 422
    assert "ничего не пришло" in page.text
    assert 'value="Алексей"' in page.text
    assert '<option value="mother" selected>' in page.text


def test_an_unknown_place_is_never_plain_and_colours_have_their_words(desk: Desk, boris: Client) -> None:
    id_ = wrote(desk).id

    act(boris, id_, "save", where="unknown", held="no", date="none", paper="no")
    assert file_row(id_).colour == "amber"
    act(boris, id_, "save", where="unit", held="yes")
    page = boris.get(f"/inbox/{id_}/").text

    assert file_row(id_).colour == "red"
    assert "горит" in page
    assert "держат" in page


def test_the_urgent_come_first_and_are_counted(desk: Desk, boris: Client) -> None:
    calm, urgent = wrote(desk, "первое письмо"), wrote(desk, "второе письмо")
    use.triage(urgent.id, Triage(held="yes"), desk.boris)
    page = boris.get("/inbox/").text

    assert page.index("второе письмо") < page.index("первое письмо")
    assert "горит 1" in page
    assert "не разобрано 1" in page
    assert calm.id in page


def test_an_act_leads_to_the_next_that_nobody_has_triaged(desk: Desk, boris: Client) -> None:
    first, second = wrote(desk, "первое"), wrote(desk, "второе")

    moved = act(boris, first.id, "close:spam")
    assert moved["Location"] == f"/inbox/{second.id}/"
    assert act(boris, second.id, "close:thanks")["Location"] == "/inbox/"


def test_a_closing_is_told_and_taken_back_with_one_button(desk: Desk, boris: Client) -> None:
    id_ = wrote(desk).id
    act(boris, id_, "close:not-ours")
    page = boris.get("/inbox/").text
    assert f"/inbox/{id_}/back/" in page
    assert "не наше" in page

    boris.post(f"/inbox/{id_}/back/")

    assert file_row(id_).closed == ""


def test_one_of_our_answers_is_said_and_ends_it(desk: Desk, boris: Client) -> None:
    id_ = wrote(desk).id
    boris.post("/inbox/answers/", {"title": "прокурор", "text": "Позвоните дежурному прокурору гарнизона."})
    (answer,) = answers.own_texts("ru")
    assert 'data-answer="1"' in boris.get(f"/inbox/{id_}/").text

    act(boris, id_, f"answer:{answer.id}", held="yes")

    one = use.enquiry(id_, desk.boris.member)
    assert [s.text for s in one.said] == ["Позвоните дежурному прокурору гарнизона."]
    assert one.triage.held == "yes"
    assert one.row.closed == "answered"


def test_an_answer_that_names_a_permitted_absence_is_refused_with_its_words_kept(
    desk: Desk, boris: Client
) -> None:
    id_ = wrote(desk).id
    page = act(boris, id_, "answer", own="Отсутствовать можно 10 дней", about="Алексей")

    assert page.status_code == 422
    assert "Отсутствовать можно 10 дней</textarea>" in page.text
    assert "10 дней»" in page.text
    assert 'value="Алексей"' in page.text
    assert file_row(id_).closed == ""
    saved = boris.post("/inbox/answers/", {"title": "о сроке", "text": "До 48 часов можно"})
    assert saved.status_code == 422
    assert "До 48 часов можно</textarea>" in saved.text


def test_it_becomes_a_case_under_the_same_address(desk: Desk, boris: Client) -> None:
    id_ = wrote(desk).id

    moved = act(boris, id_, "case")

    assert moved["Location"] == f"/case/{id_}/first/"
    assert boris.get(f"/case/{id_}/").status_code == 200
    assert boris.get(f"/inbox/{id_}/").status_code == 404


def test_it_is_joined_by_the_number_of_a_case_and_its_address_leads_there(desk: Desk, boris: Client) -> None:
    id_, case = wrote(desk).id, sample_case(desk, "s3")

    wrong = act(boris, id_, "join", number="к999")
    assert wrong.status_code == 422
    assert 'value="к999"' in wrong.text
    act(boris, id_, "join", number=f"к{case.number}")

    assert file_row(id_).closed == "joined"
    assert boris.get(f"/inbox/{id_}/")["Location"] == f"/case/{case.id}/"


def test_a_relative_who_wrote_before_is_offered_and_nothing_is_joined(desk: Desk, boris: Client) -> None:
    wrote(desk, "[1.1.2026 10:00] Пётр: мой номер 89123456789", sender="father")
    page = boris.get(f"/inbox/{wrote(desk).id}/").text

    assert "9123456789" in page.split("само ничего не переносится")[1]
    assert File.objects.filter(closed="joined").count() == 0


def test_what_passed_its_day_is_erased_at_unlock_and_the_inbox_says_how_many(desk: Desk) -> None:
    old, kept = wrote(desk).id, wrote(desk).id
    use.keep(kept, desk.boris, kept=True)
    File.objects.filter(id=old).update(erase_on=today() - timedelta(days=1))
    visit = Client(SERVER_NAME="127.0.0.1")

    visit.post("/unlock/", {"passphrase": PASSPHRASE})

    assert not File.objects.filter(id=old).exists()
    page = visit.get("/inbox/").text
    assert "Стёрто 1 обращение" in page
    assert kept in page
    assert "Стёрто" not in visit.get("/inbox/").text


def test_erasing_at_once_asks_to_be_sure(desk: Desk, boris: Client) -> None:
    id_ = wrote(desk).id

    assert act(boris, id_, "erase").status_code == 422
    act(boris, id_, "erase", sure="1")
    assert not File.objects.filter(id=id_).exists()


def test_handing_on_names_whose_it_is(desk: Desk, boris: Client) -> None:
    id_ = wrote(desk).id
    eve = joined(desk, "Ева", role="coordinator")

    act(boris, id_, "hand", member=eve.id)

    assert "у кого: Ева" in boris.get("/inbox/").text


def test_an_outsider_gets_the_404_of_what_is_not_there(desk: Desk, boris: Client) -> None:
    id_ = wrote(desk).id
    Grant.objects.all().delete()
    opened._opened.secrets.clear()

    for address in (f"/inbox/{id_}/", f"/inbox/{id_}/more/", "/inbox/nothing/"):
        assert boris.get(address).status_code == 404
    assert act(boris, id_, "close:spam").status_code == 404
    assert boris.post(f"/inbox/{id_}/back/").status_code == 404
    assert "сына" not in boris.get("/inbox/").text


def test_an_editor_sees_no_letters(desk: Desk) -> None:
    id_ = wrote(desk).id
    dan = client_of(joined(desk, "Дан", role="editor").id)

    for address in ("/inbox/", f"/inbox/{id_}/", "/inbox/new/", "/inbox/answers/"):
        assert dan.get(address).status_code == 404


@pytest.mark.parametrize("do", ["nothing", "close:", "close:safe", "answer:gone", "join:gone"])
def test_an_act_that_is_none_is_refused_and_loses_nothing(desk: Desk, boris: Client, do: str) -> None:
    id_ = wrote(desk).id

    page = act(boris, id_, do, own="мои слова")

    assert page.status_code == 422
    assert "мои слова</textarea>" in page.text
    assert file_row(id_).closed == ""


def test_no_page_reassures_and_none_holds_script_or_style(desk: Desk, boris: Client) -> None:
    id_ = wrote(desk, "письмо").id
    use.triage(id_, Triage("unit", "no", "none", "no", "yes"), desk.boris)
    for address in ("/inbox/", f"/inbox/{id_}/", "/inbox/new/", "/inbox/answers/"):
        page = boris.get(address).text
        page = page.replace(AGREED, "")  # the one text that may name what does not exist
        assert not CALM.search(page), CALM.search(page)
        assert not re.search(r" style=| on\w+=|<script(?! src)|<style", page)


def test_every_field_has_its_label(desk: Desk, boris: Client) -> None:
    for address in ("/inbox/new/", f"/inbox/{wrote(desk).id}/", "/inbox/answers/"):
        page = boris.get(address).text
        for found in re.finditer(
            r'<(?:input|select|textarea)\b(?![^>]*type="(?:hidden|radio|checkbox)")[^>]*>', page
        ):
            id_ = re.search(r'\bid="([^"]+)"', found[0])
            assert id_, found[0]
            assert f'for="{id_[1]}"' in page, found[0]


def test_markup_in_a_letter_is_text(desk: Desk, boris: Client) -> None:
    page = boris.get(f"/inbox/{wrote(desk, '<script>x</script> <b>').id}/").text

    assert "&lt;script&gt;x" in page
    assert "<script>x" not in page
