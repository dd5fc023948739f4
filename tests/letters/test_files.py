"""The files of letters: DOCX and PDF say the same, facts are read back, nothing names who made them."""

import io
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pypdfium2
import pytest

from raport.adapters.docx import read_docx
from raport.adapters.letters import write_letter_docx
from raport.app.drafts import Drafted, draft_letter, make
from raport.casefile import Account, Identity, Source
from raport.drafting import Paragraph, Run, Wish
from raport.errors import BadInput
from raport.law.letters import As, Form
from tests.letters.cases import LAW, PACK, everything, named, of_sample
from tests.letters.reading import docx_paragraphs, docx_parts, page_texts, pdf_says, pdf_text, plain


@cache
def one_of_each() -> dict[tuple[str, str], Drafted]:
    """The longest letter of each skeleton and author."""
    found: dict[tuple[str, str], Drafted] = {}
    for _, drafted in everything():
        key = (drafted.letter.skeleton.id, drafted.letter.author)
        if key not in found or len(drafted.letter.facts) > len(found[key].letter.facts):
            found[key] = drafted
    return found


EACH = sorted({(rule.letter, by) for rule in PACK.remedies.values() if rule.letter for by in rule.by})


def test_each_letter_is_drafted_for_each_who_may_write_it() -> None:
    assert sorted(one_of_each()) == EACH


@pytest.mark.parametrize("key", EACH, ids="-".join)
def test_the_word_file_and_the_pdf_say_the_same(key: tuple[str, str]) -> None:
    drafted = one_of_each()[key]

    docx, pdf = make(drafted, Form.DOCX), make(drafted, Form.PDF)

    paragraphs = docx_paragraphs(docx)
    assert [plain(p) for p in paragraphs] == [plain(p.text) for p in drafted.letter.paragraphs]
    assert plain(pdf_text(pdf)) == plain(" ".join(paragraphs))


@pytest.mark.parametrize("key", EACH, ids="-".join)
def test_the_facts_read_back_are_those_put_in(key: tuple[str, str]) -> None:
    letter = one_of_each()[key].letter
    paragraphs = [plain(p) for p in docx_paragraphs(make(one_of_each()[key], Form.DOCX))]
    shown = [p for p in letter.paragraphs if p.as_ is As.FACTS]

    read = [p for p in paragraphs if re.match(r"\d+\. ", p)][: len(shown)]

    for fact, text in zip(letter.facts, read, strict=False):
        told = plain(fact.text).rstrip(".")
        assert plain(text).replace("[", "").replace("]", "").split(" ", 1)[1].startswith(told)
    assert len(read) == len(shown)


@pytest.mark.parametrize("key", EACH, ids="-".join)
def test_every_form_it_declares_is_made(key: tuple[str, str]) -> None:
    drafted = one_of_each()[key]
    for form in drafted.letter.skeleton.forms:
        data = make(drafted, form)
        match form:
            case Form.DOCX | Form.SHEET:
                assert docx_paragraphs(data)
            case Form.PDF | Form.HAND:
                assert len(pypdfium2.PdfDocument(data)) >= 1
            case Form.TELEGRAM | Form.PHONE:
                assert len(data.decode().splitlines()) > 2


def test_a_hand_copy_is_screens_of_a_telephone_and_the_last_says_where_the_mark_goes() -> None:
    for drafted in one_of_each().values():
        if Form.HAND not in drafted.letter.skeleton.forms:
            continue
        data = make(drafted, Form.HAND)
        document = pypdfium2.PdfDocument(data)
        assert 2 <= len(document) <= 6
        assert {tuple(map(round, page.get_size())) for page in document} == {(255, 454)}
        last = plain(page_texts(data)[-1])
        assert plain(drafted.letter.skeleton.mark) in last
        assert f"Экран {len(document)} из {len(document)}" in last


def test_the_pdf_is_pdf_a_and_the_same_each_time() -> None:
    drafted = one_of_each()["prosecutor-complaint", "relative"]

    pdf = make(drafted, Form.PDF)

    assert b"<pdfaid:part>1</pdfaid:part>" in pdf
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in pdf
    assert b"PTSerif" in pdf  # its own fonts travel in it
    assert pdf == make(drafted, Form.PDF)
    assert make(drafted, Form.DOCX) == make(drafted, Form.DOCX)


def test_the_sheet_tells_the_same_facts_in_both_languages() -> None:
    drafted = one_of_each()["prosecutor-complaint", "relative"]

    texts = read_docx(make(drafted, Form.SHEET))

    for n in range(1, len(drafted.letter.facts) + 1):
        assert sum(t.startswith(f"{n}. ") for t in texts) == 2
    assert sum(bool(re.search("[а-яё]", t)) for t in texts) >= len(drafted.letter.facts)


def test_nothing_of_another_script_is_lost_and_what_word_cannot_hold_is_replaced() -> None:
    odd = (Paragraph(As.TEXT, (Run("<И&И> {{ x }} {% if %} \x07 \ud800 ₽"), Run("кто", blank=True))),)

    (text,) = docx_paragraphs(write_letter_docx(odd, date(2025, 1, 1)))

    assert text == "<И&И> {{ x }} {% if %} \N{REPLACEMENT CHARACTER} \N{REPLACEMENT CHARACTER} ₽[кто]"


def test_another_template_is_taken_and_a_wrong_one_is_told(tmp_path: Path) -> None:
    paragraphs = (Paragraph(As.TITLE, (Run("Рапорт"),)),)
    wrong = tmp_path / "wrong.docx"
    wrong.write_bytes(b"no ZIP at all")

    with pytest.raises(BadInput, match=r"wrong\.docx"):
        write_letter_docx(paragraphs, date(2025, 1, 1), wrong)


# --- nothing names who made it ----------------------------------------------------------------------------

CANARY = "Канарейкин"
OURS = re.compile(r"(?i)raport|agora|volunteer|волонт|правозащит|docxtpl|python|typst\.app")


def planted() -> Drafted:
    """A letter from a file that holds a canary wherever a letter has no business to look."""
    file = named(of_sample(next(p for p in (at for at in _paths() if at.stem == "x7"))))
    ids = [e.id for e in (*file.case.events, *file.account.events)]
    ids += [*file.case.exhibits, *(f.id for f in file.case.filings), "x7"]
    notes = {id_: {"note": CANARY, "told-by": CANARY, "helper": CANARY} for id_ in ids}
    identity = {**file.identity.values, "group": CANARY, "comrade": {"name": CANARY}, "helper": CANARY}
    sources = {
        id_: Source(id_, f"{CANARY}, {s.title}", s.reliability) for id_, s in file.case.sources.items()
    }
    file = replace(
        file,
        case=replace(file.case, sources=sources, notice={"ru": CANARY, "en": CANARY}),
        account=Account("x7", file.account.events, file.account.facts, notes),
        identity=Identity("x7", identity),
    )
    return draft_letter(file, LAW, Wish("prosecutor-supplement", date(2025, 3, 20), author="relative"))


def _paths() -> list[Path]:
    from tests.letters.cases import SAMPLE

    return SAMPLE


def everything_in(data: bytes) -> str:
    """All text of a file, its parts and what it says of itself."""
    if data.startswith(b"PK"):
        return "\n".join(part.decode("utf-8", "replace") for part in docx_parts(data).values())
    if data.startswith(b"%PDF"):
        xmp = b"\n".join(re.findall(rb"<x:xmpmeta.*?</x:xmpmeta>", data, re.DOTALL)).decode()
        return "\n".join((pdf_text(data), *pdf_says(data).values(), xmp))
    return data.decode()


@pytest.mark.parametrize("form", list(Form))
def test_no_file_names_the_program_the_group_or_a_helper(form: Form) -> None:
    told = everything_in(make(planted(), form))

    assert "Дей" in told or form is Form.SHEET  # it was read at all
    assert CANARY not in told
    assert CANARY.lower() not in told.lower()
    found = OURS.search(told)
    assert found is None or (form is Form.SHEET and found[0] == "raport"), found
    assert not re.search(r"https?://(?!schemas\.|purl\.org|www\.w3\.org|ns\.adobe\.com|www\.aiim\.org)", told)


def test_what_a_word_file_says_of_itself_is_nothing() -> None:
    core = docx_parts(make(planted(), Form.DOCX))["docProps/core.xml"].decode()

    assert re.findall(r"<(?:dc:creator|dc:title|cp:lastModifiedBy|dc:description)>[^<]+<", core) == []
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+", core)) == {"2025-03-20T00:00:00"}


def test_the_canary_would_be_found() -> None:
    drafted = planted()
    letter = drafted.letter
    told = replace(letter, paragraphs=(*letter.paragraphs, Paragraph(As.TEXT, (Run(CANARY),))))

    for form in (Form.DOCX, Form.PDF):
        assert CANARY in everything_in(make(replace(drafted, letter=told), form))


# --- opened by another program ----------------------------------------------------------------------------


@pytest.mark.slow
def test_libreoffice_opens_each_and_shows_the_same_text(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("no LibreOffice on this machine")
    for n, key in enumerate(EACH):
        (tmp_path / f"{n:03}.docx").write_bytes(make(one_of_each()[key], Form.DOCX))
    files = sorted(tmp_path.glob("*.docx"))
    home = (tmp_path / "home").as_uri()

    subprocess.run(
        [office, f"-env:UserInstallation={home}", "--headless", "--convert-to", "pdf", *files],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=300,
    )

    for n, key in enumerate(EACH):
        shown = (tmp_path / f"{n:03}.pdf").read_bytes()
        assert plain(pdf_text(shown)) == plain(one_of_each()[key].letter.text), key
        image = pypdfium2.PdfDocument(io.BytesIO(shown))[0].render(scale=0.5).to_pil()
        assert image.convert("L").getextrema()[0] < 100  # something is printed


def test_the_texts_for_the_applicant_say_nothing_that_is_forbidden_to_him() -> None:
    told = [s.mark for s in PACK.letters.skeletons.values()]
    for script in PACK.letters.scripts.values():
        told += [script.call, *script.say, *script.note, *script.never]
    told += [s.telegram for s in PACK.letters.skeletons.values()]

    found = [
        (rule.id, text)
        for rule in PACK.forbidden
        if rule.lang == "ru"
        for text in told
        if re.search(rule.pattern, text)
    ]

    assert found == []
