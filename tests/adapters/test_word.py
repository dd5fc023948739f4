"""A letter that comes back from Word: read and cleaned by a child without rights, or refused, and why."""

import io
import json
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image

from raport.adapters.media import Kind, NotRenderedError, Page, render


def letter(change: Callable[[object], None] = lambda document: None) -> bytes:
    document = Document()
    document.add_paragraph("Прошу дать\tответ.")
    document.sections[0].header.paragraphs[0].text = "Бланк"
    document.core_properties.author = "Борис"
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read(data: bytes, page: int = 0) -> Page:
    return render(Kind.WORD, page, lambda into: into(data))


def repacked(data: bytes, changed: Callable[[str, bytes], bytes], **more: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, changed(info.filename, old.read(info)))
        for name, part in more.items():
            new.writestr(name.replace("__", "/").replace("_dot_", "."), part)
    return out.getvalue()


def as_it_is(name: str, part: bytes) -> bytes:
    return part


def linked(name: str, part: bytes) -> bytes:
    link = b'<Relationship Id="x" Type="http://x/hyperlink" Target="http://x" TargetMode="External"/>'
    end = b"</Relationships>"
    return part.replace(end, link + end) if name == "word/_rels/document.xml.rels" else part


def with_entities(name: str, part: bytes) -> bytes:
    declared = b'<!DOCTYPE a [<!ENTITY b "c">]><w:document'
    return part.replace(b"<w:document", declared, 1) if name == "word/document.xml" else part


def inserted(document: object) -> None:
    document.paragraphs[0]._p.append(OxmlElement("w:ins"))  # type: ignore[attr-defined] # a document of python-docx


def test_the_text_is_the_letters_then_that_of_its_head() -> None:
    page = read(letter())

    assert json.loads(page.data) == ["Прошу дать ответ.", "Бланк"]
    assert page.held


def test_hidden_text_codes_of_fields_and_words_of_pictures_are_read_too() -> None:
    def hide(document: object) -> None:
        run = document.paragraphs[0].add_run(" скрыто")  # type: ignore[attr-defined] # a document of python-docx
        run.font.hidden = True
        code = OxmlElement("w:instrText")
        code.text = " AUTHOR Борис "
        run._r.append(code)

    assert json.loads(read(letter(hide)).data)[0] == "Прошу дать ответ. скрыто AUTHOR Борис"


def test_the_copy_has_the_same_words_and_no_properties_nor_ids_of_editing() -> None:
    def edited(name: str, part: bytes) -> bytes:
        return part.replace(b"<w:p>", b'<w:p w:rsidR="00AB12CD">', 1) if name == "word/document.xml" else part

    clean = read(repacked(letter(), edited), 1).data

    with zipfile.ZipFile(io.BytesIO(clean)) as packed:
        whole = b"".join(packed.read(i) for i in packed.infolist())
        assert {i.date_time for i in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [n for n in packed.namelist() if n.startswith(("docProps", "customXml"))]
    assert [p.text for p in Document(io.BytesIO(clean)).paragraphs] == ["Прошу дать\tответ."]
    assert Document(io.BytesIO(clean)).sections[0].header.paragraphs[0].text == "Бланк"
    assert "Борис".encode() not in whole
    assert b"rsid" not in whole


def test_a_picture_keeps_its_pixels_and_loses_what_a_camera_wrote() -> None:
    picture = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "place of the unit"
    Image.new("RGB", (40, 20), "navy").save(picture, "JPEG", exif=exif)

    def add(document: object) -> None:
        picture.seek(0)
        document.add_picture(picture)  # type: ignore[attr-defined] # a document of python-docx

    clean = read(letter(add), 1).data

    with zipfile.ZipFile(io.BytesIO(clean)) as packed:
        kept = next(packed.read(n) for n in packed.namelist() if n.startswith("word/media/"))
    assert b"place of the unit" not in kept
    assert Image.open(io.BytesIO(kept)).size == (40, 20)


def test_tags_of_other_kinds_are_no_tracked_change() -> None:
    def bold(document: object) -> None:
        run = document.paragraphs[0].add_run("!")  # type: ignore[attr-defined] # a document of python-docx
        run.bold = True
        run._r.get_or_add_rPr().append(OxmlElement("w:noProof"))
        assert run._r.find(qn("w:rPr")) is not None

    assert json.loads(read(letter(bold)).data)[0] == "Прошу дать ответ.!"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (letter(inserted), "word-changes"),
        (repacked(letter(), linked), "word-links"),
        (repacked(letter(), as_it_is, word__vbaProject_dot_bin=b"\0"), "word-embedded"),
        (repacked(letter(), as_it_is, word__media__a_dot_emf=b"\0"), "word-picture"),
        (repacked(letter(), as_it_is, word__media__a_dot_png=b"\0" * (70 * 1024 * 1024)), "too-large"),
        (repacked(letter(), with_entities), "unreadable"),
        (b"PK\3\4 no letter", "unreadable"),
        (b"", "unreadable"),
    ],
    ids=["changes", "links", "macros", "picture", "bomb", "entities", "text", "empty"],
)
def test_what_is_no_letter_or_shows_who_wrote_it_is_refused(data: bytes, why: str) -> None:
    for page in (0, 1):
        with pytest.raises(NotRenderedError) as refused:
            read(data, page)
        assert refused.value.why == why
