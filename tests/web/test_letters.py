"""Letters by the browser: from a step of the case to a paper that was sent, what is refused on the way."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document

from raport.app import letters_out as use
from raport.app.docket import assess_file
from raport.app.exhibits import exhibits
from raport.app.files import history
from tests.app.filled import joined, sample_case
from tests.app.lettered import NAME, begun, filled
from tests.desk import TODAY, Desk, client_of
from tests.web.test_sheets import give

DAY = f"{TODAY:%d.%m.%Y}"


@pytest.fixture
def case(desk: Desk) -> str:
    return sample_case(desk, "s3").id


def fields(page: str) -> list[str]:
    return re.findall(r'name="(p:[^"]+)"', page)


def test_each_step_with_a_letter_leads_from_the_case_to_its_draft(boris: Client, case: str) -> None:
    page = boris.get(f"/case/{case}/").text
    links = re.findall(rf'href="(/case/{case}/letters/new/[^"]+)"', page)
    assert f"/case/{case}/letters/new/reminder/?filing=f1" in links
    assert {boris.get(link).status_code for link in links} == {200}

    shown = boris.get(f"/case/{case}/letters/new/reminder/?filing=f1").text
    assert "Командиру войсковой части" in shown
    begun_ = boris.post(
        f"/case/{case}/letters/new/reminder/", {"filing": "f1", "day": DAY, "author": "relative"}
    )

    assert begun_["Location"] == f"/case/{case}/letters/d1/"
    draft = use.drafts_of(history(case, boris.session["member"]))[0]
    assert (draft.author, draft.to, draft.on) == ("relative", "unit-commander", TODAY)
    assert "d1." in boris.get(f"/case/{case}/letters/").text


def test_what_cannot_be_drafted_says_why(desk: Desk, boris: Client, case: str) -> None:
    closed = boris.get(f"/case/{case}/letters/new/cassation/")
    assert (closed.status_code, "шаг сейчас не открыт" in closed.text) == (422, True)
    nobody = boris.post(f"/case/{case}/letters/new/reminder/", {"filing": "f1", "author": "newsroom"})
    assert nobody.status_code == 422
    assert boris.post(f"/case/{case}/letters/new/reminder/", {"day": "вчера"}).status_code == 422

    hidden = sample_case(desk, "x8").id
    assert "Пока дело не взял адвокат" in boris.get(f"/case/{hidden}/letters/").text
    assert boris.get(f"/case/{hidden}/letters/new/ombudsman/").status_code == 422
    assert "/letters/new/" not in boris.get(f"/case/{hidden}/").text


def test_the_sheet_stands_beside_the_letter_and_blanks_are_filled(
    desk: Desk, boris: Client, case: str
) -> None:
    begun(case, desk.boris)
    address = f"/case/{case}/letters/d1/"
    page = boris.get(address).text
    for part in (
        "Ещё не заполнено",
        "На что ссылается",
        "по памяти",
        "Что этот шаг открывает",
        "только слова",
    ):
        assert part in page
    assert 'class="blank"' in page

    names = fields(page)
    name = next(n for n in names if n == "p:applicant")
    answer = boris.post(address, {"do": "fill", name: NAME, "p:of:unit-commander": "00000"})

    assert answer["Location"].endswith("#blanks")
    page = boris.get(address).text
    assert "Зайцева Петра Ильича" in page
    assert "Командиру войсковой части 00000" in page.replace("\N{NO-BREAK SPACE}", " ")
    assert len(fields(page)) < len(names)


def test_stops_tell_what_harms_and_only_a_lawyer_has_the_key(desk: Desk, boris: Client, case: str) -> None:
    begun(case, desk.boris)
    address = f"/case/{case}/letters/d1/"
    place = next(n for n in fields(boris.get(address).text) if n.startswith("p:?"))
    boris.post(address, {"do": "fill", place: "отказываюсь служить"})

    page = boris.get(address).text
    assert "Остановлено: эти слова могут повредить ему" in page
    assert "Вместо этого:" in page
    assert 'value="clear"' not in page
    wording, words = re.findall(r'wording" value="([^"]+)"|«([^»]+)»</strong>', page)[0]
    refused = boris.post(address, {"do": "clear", "wording": wording, "words": words})
    assert (refused.status_code, "только адвокат" in refused.text) == (422, True)
    hand = boris.get(f"{address}hand/")
    assert (hand.status_code, "отказываюсь" in hand.text) == (422, False)

    vera = client_of(joined(desk, "Вера", standing="advocate").id)
    form = re.search(
        r'name="wording" value="([^"]+)"><input type="hidden" name="words" value="([^"]+)"',
        vera.get(address).text,
    )
    assert form is not None
    vera.post(address, {"do": "clear", "wording": form[1], "words": form[2]})

    page = boris.get(address).text
    assert "Вера" in page
    assert "Остановлено" not in page


def test_a_miss_is_put_right_on_the_page(desk: Desk, boris: Client, case: str) -> None:
    begun(case, desk.boris)
    address = f"/case/{case}/letters/d1/"
    boris.post(address, {"do": "fill", "p:applicant": "Глушь Пётр Ильич"})
    assert "w:gen:Глушь Пётр Ильич" in boris.get(address).text

    boris.post(address, {"do": "mend", "w:gen:Глушь Пётр Ильич": "Глуши Петра Ильича", "w:odd": "x"})

    assert "Глуши Петра Ильича" in boris.get(address).text


def test_nothing_is_given_out_without_his_consent_nor_by_a_link(desk: Desk, boris: Client, case: str) -> None:
    filled(case, begun(case, desk.boris), desk.boris)
    address = f"/case/{case}/letters/d1/out/"
    assert boris.get(address).status_code == 405
    refused = boris.post(address, {"form": "pdf"})
    assert (refused.status_code, "не соглашался" in refused.text) == (422, True)

    give(boris, case, "letters", "group")

    for form, start in (
        ("docx", b"PK"),
        ("pdf", b"%PDF"),
        ("hand", b"%PDF"),
        ("telegram", "Командиру".encode()),
    ):
        left = boris.post(address, {"form": form})
        assert left.content.startswith(start)
        assert left["Content-Disposition"].startswith(f'attachment; filename="d1-{form}.')
    assert boris.post(address, {"form": "exe"}).status_code == 404
    assert boris.post(address, {"form": "phone"}).status_code == 422
    assert boris.get(f"/sheets/case/{case}/").text.count("UTC, Борис: письмо") == 4


def test_by_hand_it_is_a_screen_a_page_and_says_where_the_mark_goes(
    desk: Desk, boris: Client, case: str
) -> None:
    filled(case, begun(case, desk.boris), desk.boris)

    page = boris.get(f"/case/{case}/letters/d1/hand/").text

    screens = page.count('class="screen"')
    assert screens > 1
    assert page.count(f"Экран {screens} из {screens}</p>") == 1
    assert "два одинаковых экземпляра" in page
    assert "в канцелярии" in page
    assert "<mark" not in page


def test_sent_from_the_page_the_case_goes_on(desk: Desk, boris: Client, case: str) -> None:
    begun(case, desk.boris, "complaint-superior")
    address = f"/case/{case}/letters/d1/"
    typed = {
        "form": "pdf",
        "on": DAY,
        "begins": "posted",
        "channel": "registered-post",
        "proof": "documented",
    }
    refused = boris.post(f"{address}sent/", typed)
    assert refused.status_code == 422
    assert "в этом тексте не заполнено" in refused.text
    filled(case, use.draft_of(case, "d1", desk.boris.member), desk.boris)

    proof = SimpleUploadedFile("чек.txt", b"80080012345678")
    answer = boris.post(
        f"{address}sent/", {**typed, "told": "РПО 800", "challenges": "f1", "file": proof}, follow=False
    )

    filing = answer["Location"].partition("#")[2].removesuffix("-h")
    file, told = assess_file(case, desk.boris.member, TODAY)
    assert next(f for f in file.case.filings if f.id == filing).challenges == ("f1",)
    assert next(f for f in told.filings if f.id == filing).clocks
    assert [x.title for x in exhibits(case, desk.boris.member)] == ["d1-pdf.pdf", "чек.txt"]
    page = boris.get(address).text
    assert "Отмечено как отправленное" in page
    assert "sha256" in page
    assert "draft d1" in boris.get(f"/case/{case}/history/").text
    assert "РПО 800" in boris.get(f"/case/{case}/history/").text
    assert boris.post(f"{address}sent/", typed).status_code == 422


def test_what_was_edited_in_word_is_shown_beside_the_draft(desk: Desk, boris: Client, case: str) -> None:
    filled(case, begun(case, desk.boris), desk.boris)
    give(boris, case, "letters", "group")
    address = f"/case/{case}/letters/d1/"
    document = Document(io.BytesIO(boris.post(f"{address}out/", {"form": "docx"}).content))
    asked = next(p for p in document.paragraphs if p.text == "Прошу:")
    next(r for r in asked.runs if r.text).text = "Настаиваю:"
    out = io.BytesIO()
    document.save(out)

    answer = boris.post(f"{address}back/", {"file": SimpleUploadedFile("д.docx", out.getvalue())})

    assert answer["Location"].endswith("#edited")
    page = boris.get(address).text
    assert "<del>Прошу:</del>" in page
    assert "<ins>Настаиваю:</ins>" in page
    assert boris.post(f"{address}out/", {"form": "edited"}).content.startswith(b"PK")
    bad = boris.post(f"{address}back/", {"file": SimpleUploadedFile("д.docx", b"PK")})
    assert (bad.status_code, "не читается как письмо" in bad.text) == (422, True)
    assert boris.post(f"{address}back/").status_code == 422
    boris.post(address, {"do": "forget"})
    assert "<ins>" not in boris.get(address).text


def test_a_draft_is_put_aside_or_chosen_anew(desk: Desk, boris: Client, case: str) -> None:
    begun(case, desk.boris)
    address = f"/case/{case}/letters/d1/"

    boris.post(address, {"do": "choose", "filing": "f1", "author": "relative", "day": "25.11.2026"})
    draft = use.draft_of(case, "d1", desk.boris.member)
    assert (draft.author, f"{draft.on:%d.%m}") == ("relative", "25.11")
    assert boris.post(address, {"do": "choose", "day": "?"}).status_code == 422
    assert boris.post(address, {"do": "drop"})["Location"] == f"/case/{case}/letters/"
    assert "отложено" in boris.get(f"/case/{case}/letters/").text
    assert boris.post(address, {"do": "fill", "p:applicant": "x"}).status_code == 422
    assert "Этот черновик отложен" in boris.get(address).text
    boris.post(address, {"do": "take-up"})
    assert "Ещё не заполнено" in boris.get(address).text
    assert boris.post(address, {"do": "nothing"}).status_code == 404
    assert boris.get(f"/case/{case}/letters/d9/").status_code == 404
