"""Enquiries: taken in without a form, triaged, answered, closed, kept; nothing of them lies open."""

import json
from datetime import timedelta

import pytest

from raport.adapters.keys import new_pair
from raport.adapters.store import files as store
from raport.adapters.store import opened
from raport.adapters.store.members import add_member
from raport.adapters.store.models import Grant, Piece
from raport.app import answers
from raport.app import enquiries as use
from raport.app.answers import RefusedError
from raport.app.exhibits import exhibits
from raport.app.files import Author, NotGrantedError
from raport.app.intake import CALL, MAIL, TELEGRAM, read_drop
from raport.safety import Triage
from tests.app.enquired import MOTHER, came, wrote
from tests.app.filled import author, file_row, joined
from tests.desk import NOW, Desk

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c626001000000ffff03"
    "000006000557bfabd40000000049454e44ae426082"
)
CHAT = {
    "name": "Мария",
    "messages": [
        {"type": "message", "from": "Мария", "date": "2019-10-10T12:33:00", "text": "где он"},
        {"type": "message", "from": "Мария", "photo": "photos/a.png", "text": ""},
    ],
}  # fmt: skip


def test_what_was_pasted_is_an_enquiry_with_its_messages(desk: Desk) -> None:
    row = wrote(desk)
    one = use.enquiry(row.id, desk.boris.member)

    assert (row.kind, row.status, row.sender) == ("enquiry", "new", "mother")
    assert row.colour == "amber"  # nobody knows yet where he is
    (line,) = one.written[0].lines
    assert (line.author, line.at) == ("Мария", "10.10.2019 12:33")
    assert one.begins == "сына Алексея Зарубина забрали из госпиталя, телефон +7 912 345-67-89"


def test_texts_and_names_stand_in_no_open_column(desk: Desk) -> None:
    wrote(desk, about="Алексей Зарубин")

    opened_rows = [(p.table, p.name, p.value) for p in Piece.objects.filter(ring=3)]

    assert {table for table, _, _ in opened_rows} == {"head"}
    assert {p.ring for p in Piece.objects.exclude(sealed=None)} == {1, 2}
    assert all(not p.table and not p.name and p.value is None for p in Piece.objects.exclude(ring=3))


def test_a_call_in_one_line_a_letter_and_an_export_are_kept_with_their_files(desk: Desk) -> None:
    letter = (
        b"From: Maria <maria@example.org>\r\nSubject: help\r\n"
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: text/plain\r\n\r\nhe is held\r\n--b\r\nContent-Type: image/png\r\n"
        b"Content-Disposition: attachment; filename=paper.png\r\n\r\nPNG\r\n--b--\r\n"
    )
    (parcel,) = read_drop("", "звонил отец, просил перезвонить", [came("x.eml", letter)])
    row = use.take_enquiry(parcel, "ru", desk.boris)
    one = use.enquiry(row.id, desk.boris.member)

    assert [w.channel for w in one.written] == [CALL, MAIL]
    assert one.written[1].lines[0].contact == "maria@example.org"
    assert {e.title for e in exhibits(row.id, desk.boris.member)} == {"x.eml", "paper.png"}


def test_a_chat_and_its_photograph_are_one_enquiry(desk: Desk) -> None:
    (parcel,) = read_drop("", "", [came("result.json", json.dumps(CHAT).encode()), came("a.png", PNG)])
    row = use.take_enquiry(parcel, "ru", desk.boris)
    one = use.enquiry(row.id, desk.boris.member)

    assert one.written[0].channel == TELEGRAM
    assert one.written[0].lines[1].files == ("a.png",)
    assert [e.media for e in exhibits(row.id, desk.boris.member)][-1] == "image/png"


def test_each_chat_of_an_account_is_an_enquiry_and_a_photograph_goes_to_its_own(desk: Desk) -> None:
    other = {
        "name": "Пётр",
        "messages": [{"type": "message", "from": "Пётр", "text": "да", "photo": "p/b.png"}],
    }
    account = {"chats": {"list": [CHAT, other]}}
    parcels = read_drop("", "", [came("result.json", json.dumps(account).encode()), came("b.png", PNG)])

    assert [[f.name for f in p.files] for p in parcels] == [["result.json"], ["b.png"]]


def test_any_file_alone_is_an_enquiry(desk: Desk) -> None:
    (parcel,) = read_drop("", "", [came("голос.ogg", b"OggS" + bytes(60))])
    row = use.take_enquiry(parcel, "ru", desk.boris)

    assert [e.title for e in exhibits(row.id, desk.boris.member)] == ["голос.ogg"]
    assert use.enquiry(row.id, desk.boris.member).written == ()


def test_nothing_is_no_enquiry(desk: Desk) -> None:
    assert read_drop("  \n", " ", []) == []


def test_the_urgent_comes_first_then_the_oldest(desk: Desk) -> None:
    first, second, third = (wrote(desk, f"письмо {n}") for n in range(3))
    use.triage(third.id, Triage(held="yes"), desk.boris)
    use.triage(first.id, Triage("unit", "no", "none", "no"), desk.boris)

    assert [r.id for r in use.queue(desk.boris.member)] == [third.id, second.id, first.id]


def test_triage_is_sealed_and_only_its_colour_is_open(desk: Desk) -> None:
    row = wrote(desk)

    judged = use.triage(row.id, Triage(where="left-unit", held="no"), desk.boris, sender="spouse", about="он")

    one = use.enquiry(row.id, desk.boris.member)
    assert (one.row.colour, one.row.sender, one.about) == ("red", "spouse", "он")
    assert one.triage.where == "left-unit"
    assert "where-left-unit" in judged.because
    assert "left-unit" not in str(Piece.objects.filter(ring=3).values_list("value", flat=True))


def test_an_answer_is_written_down_and_ends_the_enquiry(desk: Desk) -> None:
    row = wrote(desk)

    use.answer(row.id, "Позвоните дежурному прокурору гарнизона.", desk.boris)

    one = use.enquiry(row.id, desk.boris.member)
    assert one.row.closed == "answered"
    assert [s.text for s in one.said] == ["Позвоните дежурному прокурору гарнизона."]
    assert use.queue(desk.boris.member) == []


@pytest.mark.parametrize(
    "text", ["Отсутствовать можно 10 дней.", "У вас есть двое суток", "48 часов — это не преступление", " "]
)
def test_no_answer_names_a_permitted_absence(desk: Desk, text: str) -> None:
    row = wrote(desk)

    with pytest.raises(RefusedError):
        use.answer(row.id, text, desk.boris)
    with pytest.raises(RefusedError):
        answers.save_answer("ответ", text, "ru", desk.boris)

    assert use.enquiry(row.id, desk.boris.member).said == ()
    assert answers.own_texts("ru") == []


def test_the_agreed_sentence_about_absence_may_be_said(desk: Desk) -> None:
    from raport.app.laws import pack_of

    agreed = next(d.says["ru"] for d in pack_of("ru").dangers.values() if d.standing_text)

    assert answers.save_answer("отсутствие", f"Здравствуйте! {agreed}", "ru", desk.boris).text.endswith(
        agreed
    )


def test_the_groups_answers_are_changed_and_dropped(desk: Desk) -> None:
    first = answers.save_answer("о рапорте", "Подайте рапорт под роспись.", "ru", desk.boris)
    answers.save_answer("", "Позвоните дежурному.", "ru", desk.boris)
    answers.save_answer("о рапорте", "Подайте рапорт в двух экземплярах.", "ru", desk.boris, id_=first.id)

    assert [a.text for a in answers.own_texts("ru")] == [
        "Подайте рапорт в двух экземплярах.",
        "Позвоните дежурному.",
    ]
    answers.drop_answer(first.id)
    assert [a.title for a in answers.own_texts("ru")] == ["Позвоните дежурному."]


def test_who_writes_again_is_in_the_inbox_again(desk: Desk) -> None:
    row = wrote(desk)
    use.close(row.id, "thanks", desk.boris)
    later = Author(desk.boris.member, NOW + timedelta(days=9), desk.boris.on + timedelta(days=9))

    use.take_more(row.id, read_drop("он снова пропал", "", [])[0], later)

    one = use.enquiry(row.id, desk.boris.member)
    assert (one.row.closed, one.row.status) == ("", "new")
    assert one.row.erase_on == later.on + use.KEPT_FOR
    assert len(one.written) == 2


def test_closing_asks_why_and_can_be_taken_back(desk: Desk) -> None:
    row = wrote(desk)

    with pytest.raises(RefusedError):
        use.close(row.id, "", desk.boris)
    use.close(row.id, "spam", desk.boris)
    assert [r.id for r in use.closed_last(desk.boris.member)] == [row.id]
    use.reopen(row.id, desk.boris)
    assert [r.id for r in use.queue(desk.boris.member)] == [row.id]


def test_an_enquiry_is_handed_on_and_stays_in_the_inbox(desk: Desk) -> None:
    row = wrote(desk)
    eve = joined(desk, "Ева", role="coordinator")

    use.hand_on(row.id, eve.id, desk.boris)

    assert [r.member for r in use.queue(desk.boris.member)] == [eve.id]
    with pytest.raises(RefusedError):
        use.hand_on(row.id, "nobody", desk.boris)


def test_a_case_is_the_same_file_with_all_that_was_written(desk: Desk) -> None:
    row = wrote(desk)
    use.triage(row.id, Triage(held="yes"), desk.boris)

    case = use.make_case(row.id, desk.boris)

    assert (case.id, case.kind, case.status, case.erase_on) == (row.id, "case", "new", None)
    from raport.app.docket import assess_file
    from raport.app.files import history

    assert assess_file(case.id, desk.boris.member, desk.boris.on)
    assert use.written(history(case.id, desk.boris.member))[0].lines[0].author == "Мария"
    with pytest.raises(NotGrantedError):
        use.enquiry(case.id, desk.boris.member)


def test_next_is_the_next_that_nobody_has_triaged(desk: Desk) -> None:
    first, second, third = (wrote(desk, f"письмо {n}") for n in range(3))
    use.triage(second.id, Triage(where="unit"), desk.boris)

    assert use.next_new(desk.boris.member, first.id) == third.id
    assert use.next_new(desk.boris.member, third.id) == first.id
    assert use.next_new(desk.boris.member, "gone") == first.id


def test_an_outsider_sees_nothing_and_does_nothing(desk: Desk) -> None:
    row = wrote(desk)
    pair = new_pair()
    keys = {"recipient": pair.recipient, "secret": pair.secret}
    clara = add_member("Клара", role="caseworker", standing="none", at=NOW, **keys)
    outsider = author(clara, desk)
    opened._opened.secrets.clear()

    assert use.queue(clara.id) == []
    for act in (
        lambda: use.enquiry(row.id, clara.id),
        lambda: use.triage(row.id, Triage(), outsider),
        lambda: use.close(row.id, "spam", outsider),
        lambda: use.hand_on(row.id, clara.id, outsider),
        lambda: use.keep(row.id, outsider, kept=True),
        lambda: use.make_case(row.id, outsider),
        lambda: use.answer(row.id, "Позвоните.", outsider),
        lambda: use.reopen(row.id, outsider),
        lambda: use.erase_now(row.id, outsider),
        lambda: use.take_more(row.id, read_drop("x", "", [])[0], outsider),
    ):
        with pytest.raises(NotGrantedError):
            act()
    assert file_row(row.id) == store.file(row.id)
    assert file_row(row.id).closed == ""
    assert Grant.objects.filter(member_id=clara.id).count() == 0


def test_a_long_chat_is_kept_whole_and_in_order(desk: Desk) -> None:
    text = "\n".join(f"[10.10.2019 12:33] Мария: слово {n}" for n in range(120))

    one = use.enquiry(wrote(desk, text).id, desk.boris.member)

    assert [line.text for w in one.written for line in w.lines] == [f"слово {n}" for n in range(120)]
    assert MOTHER not in text
