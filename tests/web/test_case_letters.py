"""A case that began as an enquiry: its letters stand on its page and may be quoted, its triage is kept."""

import pytest
from django.test import Client

from raport.app import enquiries as use
from raport.app.files import history, tree_of
from raport.safety import Triage
from tests.app.enquired import wrote
from tests.app.filled import sample_case
from tests.desk import Desk

LETTER = "[10.10.2026 12:33] Анна Примерова: Мужа держат в санчасти. У двери патруль!\nНужна <b>помощь</b>"


def case_of(desk: Desk, triage: Triage | None = None) -> str:
    row = wrote(desk, LETTER, sender="spouse")
    if triage is not None:
        use.triage(row.id, triage, desk.boris)
    return use.make_case(row.id, desk.boris).id


def notes(desk: Desk, id_: str) -> dict[str, str]:
    """What was told about the last event."""
    account = tree_of(history(id_, desk.boris.member)).get("account", {})
    assert isinstance(account, dict)
    return dict(list(account.values())[-1]) if account else {}


def test_the_letters_stand_on_the_page_before_what_happened(desk: Desk, boris: Client) -> None:
    id_ = case_of(desk)
    boris.post(f"/case/{id_}/add/confinement/", {"on": "две недели назад"})

    page = boris.get(f"/case/{id_}/").text

    assert page.index("У двери патруль!") < page.index('id="chronicle"')
    assert "10.10.2026 12:33" in page
    assert "Анна Примерова" in page
    assert "<b>помощь" not in page


def test_what_we_answered_stands_there_too(desk: Desk, boris: Client) -> None:
    row = wrote(desk, LETTER)
    use.answer(row.id, "Сохраните квитанцию.", desk.boris)
    use.reopen(row.id, desk.boris)

    page = boris.get(f"/case/{use.make_case(row.id, desk.boris).id}/").text

    assert "Сохраните квитанцию." in page


def test_letters_of_an_enquiry_that_was_joined_stand_there(desk: Desk, boris: Client) -> None:
    case = sample_case(desk, "s3").id
    assert "Что написали" not in boris.get(f"/case/{case}/").text
    use.join_to(wrote(desk, LETTER).id, case, desk.boris)

    assert "У двери патруль!" in boris.get(f"/case/{case}/").text


def test_a_sentence_of_a_letter_is_quoted_and_one_s_own_words_follow(desk: Desk, boris: Client) -> None:
    id_ = case_of(desk)
    form = boris.get(f"/case/{id_}/add/surveillance/").text
    assert '<option value="1">У двери патруль!</option>' in form

    boris.post(f"/case/{id_}/add/surveillance/", {"quote": "1", "note": "днём и ночью"})

    assert notes(desk, id_) == {"note": "У двери патруль!\nднём и ночью"}


@pytest.mark.parametrize("number", ["", "99", "-1", "x", "²"])
def test_a_quote_of_nothing_is_none(desk: Desk, boris: Client, number: str) -> None:
    id_ = case_of(desk)

    moved = boris.post(f"/case/{id_}/add/surveillance/", {"quote": number})

    assert moved.status_code == 302
    assert notes(desk, id_) == {}


def test_a_form_that_comes_back_keeps_the_quote(desk: Desk, boris: Client) -> None:
    id_ = case_of(desk)

    page = boris.post(f"/case/{id_}/add/surveillance/", {"quote": "1", "on": "абракадабра"})

    assert page.status_code == 422
    assert '<option value="1" selected>' in page.text


@pytest.mark.parametrize(
    ("triage", "where"),
    [
        (Triage(held="yes", where="unit"), "held"),
        (Triage(where="hospital"), "hospital"),
        (Triage(where="left-unit"), ""),
        (None, ""),
    ],
)
def test_the_first_questions_hold_what_the_inbox_knew_and_write_nothing_by_themselves(
    desk: Desk, boris: Client, triage: Triage | None, where: str
) -> None:
    id_ = case_of(desk, triage)

    page = boris.get(f"/case/{id_}/first/").text

    assert page.count(f'<option value="{where}" selected>') == bool(where)
    assert 'left-unit" selected' not in page
    assert "now" not in tree_of(history(id_, desk.boris.member))


def test_the_first_answers_are_written_and_lead_to_the_paper(desk: Desk, boris: Client) -> None:
    id_ = case_of(desk)

    on = boris.post(f"/case/{id_}/first/", {"service": "officer", "where": "held", "paper": "1"})
    back = boris.post(f"/case/{id_}/first/", {"service": ""})

    assert (on["Location"], back["Location"]) == (f"/case/{id_}/paper/", f"/case/{id_}/")
    tree = tree_of(history(id_, desk.boris.member))
    assert tree["facts"] == {"service": "officer"}
    assert tree["now"] == {"where": "held"}


def test_a_day_that_leans_on_an_event_is_said_in_words(desk: Desk, boris: Client) -> None:
    page = boris.get(f"/case/{sample_case(desk, 's3').id}/").text

    assert "after e1" not in page
    assert "2019-07~" not in page
    assert "после события" in page or "после «" in page
