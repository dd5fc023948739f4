"""Templates of a group's own: fields are found wherever Word puts them, and nothing in the file is run."""

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Docx
from hypothesis import given
from hypothesis import strategies as st

from raport.adapters.letters import Taken, Where, fill_template
from raport.app.drafts import Drafted, draft_letter, letter_words, make
from raport.app.template_fields import Report, Template, look_through, report, told
from raport.drafting import Paragraph, Run, Wish
from raport.drafting.fields import meant, names_in
from raport.errors import BadInput
from raport.law.letters import As, Cases, Form, normal
from tests.letters.cases import LAW, PACK, SAMPLE, named, of_sample
from tests.letters.own import W, box, changed, of_lines, smallest, split, template
from tests.letters.reading import docx_paragraphs, docx_parts, pdf_text, plain

WISH = Wish("prosecutor-supplement", date(2025, 3, 20), author="relative")
LETTERS = PACK.letters


FILE = named(of_sample(next(p for p in SAMPLE if p.stem == "x7")))


def drafted(data: bytes | Template) -> Drafted:
    own = data if isinstance(data, Template) else look_through(data, "own.docx")
    return draft_letter(FILE, LAW, WISH, template=own)


def filled(data: bytes) -> list[str]:
    return [plain(p) for p in docx_paragraphs(make(drafted(data), Form.DOCX))]


def reported(data: bytes) -> Report:
    return report(look_through(data, "own.docx"), PACK)


def everywhere(document: Docx) -> None:
    """A template as groups make them."""
    section = document.sections[0]
    section.header.paragraphs[0].text = "Исх. {{номер}}"
    section.footer.paragraphs[0].text = "{{телефон автора}}"
    cell = document.add_table(1, 2).cell(0, 1)
    cell.text = "{{кому}}"
    cell.add_paragraph("от {{от кого}}")
    document.add_paragraph("{{название}}")
    split(document, "Я, {", "{Ф", "ИО", "}}, служу в {{ча", "сть_пр}}, {{звание_тв", "}}.")
    document.add_paragraph("{{факты}}")
    document.add_paragraph("Прошу: {{просьбы}}")
    box(document, "{{дата}}")
    document.add_paragraph("{{подпись}}")


@cache
def usual() -> bytes:
    return template(everywhere)


# --- what is found ----------------------------------------------------------------------------------------


def test_fields_are_found_wherever_they_stand_however_word_split_them() -> None:
    read = look_through(usual(), "own.docx").read

    assert {name: [p.where for p in places] for name, places in read.places.items()} == {
        "номер": [Where.HEADER],
        "телефон автора": [Where.FOOTER],
        "кому": [Where.TABLE],
        "от кого": [Where.TABLE],
        "название": [Where.BODY],
        "ФИО": [Where.BODY],
        "часть_пр": [Where.BODY],
        "звание_тв": [Where.BODY],
        "факты": [Where.BODY],
        "просьбы": [Where.BODY],
        "дата": [Where.BOX],
        "подпись": [Where.BODY],
    }
    assert read.places["ФИО"][0].around == "Я, {{ФИО}}, служу в {{часть_пр}}, {{звание_тв}}."


def test_the_letter_read_back_is_what_was_put_in() -> None:
    letter = drafted(usual()).letter
    data = make(drafted(usual()), Form.DOCX)
    document = Document(io.BytesIO(data))
    facts = [plain(p.text) for p in letter.paragraphs if p.as_.value == "facts"]
    asks = [plain(p.text) for p in letter.paragraphs if p.as_.value == "ask"]
    title = [plain(p.text) for p in letter.paragraphs if p.as_.value in ("title", "subtitle")]
    sign = [plain(p.text) for p in letter.paragraphs if p.as_.value == "sign"]

    paragraphs = [plain(p) for p in docx_paragraphs(data)]
    assert paragraphs == [
        *title,
        "Я, Дей Игорь Петрович, служу в войсковой части 00000, сержантом.",
        *facts,
        "Прошу: " + " ".join(asks),
        "before the box",
        *sign,
    ]
    assert plain(document.tables[0].cell(0, 1).text) == plain(
        "военному прокурору Примерского гарнизона от сержанта Дея Игоря Петровича"
    )
    assert document.sections[0].header.paragraphs[0].text == "Исх. [номер]"
    assert document.sections[0].footer.paragraphs[0].text == "000-00-01"
    both = docx_parts(data)["word/document.xml"].decode()
    assert both.count(">20.03.2025<") == 3  # both forms of the box, and where one signs


def test_what_stands_for_a_field_looks_as_the_field_did_and_a_blank_is_shaded() -> None:
    document = Document(io.BytesIO(make(drafted(usual()), Form.DOCX)))
    line = next(p for p in document.paragraphs if p.text.startswith("Я, "))
    name = next(r for r in line.runs if "Дей" in r.text)

    assert name.bold
    header = document.sections[0].header.paragraphs[0]
    assert [r.text for r in header.runs if r._r.xpath("w:rPr/w:shd")] == ["[номер]"]


NAMES = ("{{фио}}", "{{ФИО заявителя}}", "{{Звание-Дат}}", "{{факты}}", "{{нет такого}}", "слова", " и ")


def of_runs(pieces: list[str]) -> Template:
    """A template of one paragraph in these runs, and of nothing else."""
    runs = "".join(f'<w:r><w:t xml:space="preserve">{p}</w:t></w:r><w:proofErr/>' for p in pieces)
    xml = f'<w:document xmlns:w="{W}"><w:body><w:p>{runs}</w:p></w:body></w:document>'
    return look_through(smallest(xml), "own.docx")


@given(parts=st.lists(st.sampled_from(NAMES), min_size=1, max_size=5), data=st.data())
def test_however_runs_are_split_the_text_is_the_same(parts: list[str], data: st.DataObject) -> None:
    text = "".join(parts)
    cuts = sorted(data.draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=8)))
    own = of_runs([text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)])

    stands = {name: (Paragraph(As.TEXT, (Run(f"<{name}>"),)),) for name in names_in([text])}
    made = docx_paragraphs(fill_template(own.read, stands, own.name))

    assert set(own.read.places) == set(stands)
    assert made == [re.sub(r"\{\{(.*?)\}\}", r"<\1>", text)] or not text.strip()


def test_the_whole_letter_stands_where_one_field_asks_for_it() -> None:
    data = of_lines("{{письмо}}")

    assert filled(data) == [plain(p.text) for p in drafted(data).letter.paragraphs]
    assert reported(data).lacking == ()


def test_numbers_are_not_doubled_where_the_template_numbers_itself() -> None:
    data = of_lines("{{факты}}")
    numbered = changed(
        data,
        {
            "word/document.xml": lambda xml: xml.replace(
                b"<w:p>", b'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>', 1
            )
        },
    )

    facts = drafted(numbered).letter.facts
    assert [re.match(r"\d+\. ", p) for p in filled(numbered)] == [None] * len(facts)


# --- what it means ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "place", "case"),
    [
        ("фио", "applicant.name", "nom"),
        (" ФИО_дат ", "applicant.name", "dat"),
        ("Фио Заявителя род", "applicant.name", "gen"),
        ("звание-тв", "rank", "ins"),
        ("кому", "to.full", "dat"),
        ("от кого", "applicant", "gen"),
        ("name_dat", "applicant.name", "dat"),
        ("срок ответа", "due", "nom"),
        ("факты", "facts", "nom"),
    ],
)
def test_names_as_people_type_them(name: str, place: str, case: str) -> None:
    means = meant(name, LETTERS, {})

    assert means is not None
    assert (means.place, means.case) == (place, Cases(case))


@pytest.mark.parametrize("name", ["факты_дат", "фиоо", "дата контракта", "to.full", "applicant", ""])
def test_a_part_has_no_case_and_an_unknown_name_is_none(name: str) -> None:
    means = meant(name, LETTERS, {})

    assert means is None or (name, means.place) == ("applicant", "applicant")


def test_yo_is_often_typed_as_ye_and_short_i_is_another_letter() -> None:
    assert normal("Отчёт  за-год") == "отчет_за_год"
    assert normal("й") != normal("и")


def test_what_is_unknown_is_a_blank_and_says_where_it_stands_and_what_it_looks_like() -> None:
    data = of_lines("Мой {{адресс}} и {{дата контракта}}.", "{{кому}} {{факты}} {{подпись}}")
    found = reported(data)

    assert [(u.name, u.alike) for u in found.unknown] == [
        ("адресс", ("адрес", "адресат", "адресату")),
        ("дата контракта", ()),
    ]
    assert filled(data)[0] == "Мой [адресс] и [дата контракта]."
    blanks = {b.hint for b in drafted(data).letter.blanks}
    assert {"адресс", "дата контракта"} < blanks
    assert not drafted(data).letter.may_go
    text = told(found, PACK, letter_words("ru"))
    assert "в тексте: Мой {{адресс}} и {{дата контракта}}." in text
    assert "Похожие: {{адрес}}, {{адресат}}, {{адресату}}." in text


def test_an_unknown_name_can_be_said_to_mean_a_known_one() -> None:
    read = look_through(of_lines("{{Адресс!}}".replace("!", ""), "{{кому}}"), "own.docx")
    own = replace(read, mapped={"адресс": "адрес автора"})

    assert report(own, PACK).unknown == ()
    assert [k.by_hand for k in report(own, PACK).known] == [True, False]
    first = docx_paragraphs(make(drafted(own), Form.DOCX))[0]
    assert first == "000000, г. Примерск, ул. Первая, 1"


def test_what_a_letter_needs_and_the_template_lacks_is_told() -> None:
    assert reported(of_lines("{{фио}}")).lacking == ("to", "facts", "sign")
    assert reported(of_lines("{{адресат}} {{текст}} {{фамилия и инициалы}}")).lacking == ()
    text = told(reported(of_lines("{{фио}}")), PACK, letter_words("en"))
    assert "the facts: {{facts}} or {{body}}" in text


def test_only_blanks_that_stand_in_the_file_hold_the_letter() -> None:
    assert drafted(of_lines("{{фио}}, {{дата}}")).letter.may_go


def test_words_of_the_template_itself_stop_the_letter_also_across_a_field() -> None:
    own = of_lines("Отказываюсь служить, {{фио}}.")
    assert [s.wording for s in reported(own).stops] == ["refuse-to-serve"]

    for text in ("Отказываюсь служить, {{фио}}.", "Я {{отказываюсь/отказываюсь}} служить"):
        with pytest.raises(BadInput, match="refuse-to-serve"):
            make(drafted(of_lines(text)), Form.DOCX)


def test_the_word_of_a_man_or_a_woman() -> None:
    assert filled(of_lines("{{подал/подала}} {{ обратился/обратилась }}")) == ["подала обратилась"]


# --- what is refused --------------------------------------------------------------------------------------

CODE = (
    "{% if x %}да{% endif %}",
    "{%p for p in letter %}",
    "{# note #}",
    "{{ to.full }}",
    "{{ фио.upper() }}",
    "{{ фио|upper }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ фио() }}",
    "{{ 7*7 }}",
    "{{ a[0] }}",
    "{{ }}",
    "{{ {{фио}} }}",
    "{{фио",
    "фио}}",
    "{{ фио %}",
    "{{" + "ф" * 200 + "}}",
)


@pytest.mark.parametrize("text", CODE)
def test_code_is_refused_and_never_run(text: str) -> None:
    for data in (of_lines("{{фио}}", text), template(lambda d: split(d, *text))):
        with pytest.raises(BadInput, match="plain fields"):
            look_through(data, "own.docx")


def with_main(xml: bytes) -> bytes:
    return changed(
        of_lines("{{фио}}"), {"word/document.xml": lambda old: old.replace(b"<w:body>", b"<w:body>" + xml)}
    )


def retyped(data: bytes, type_: bytes) -> bytes:
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return changed(data, {"[Content_Types].xml": lambda old: old.replace(main, type_)})


def bomb() -> bytes:
    return changed(of_lines("{{фио}}"), {"word/media/x.png": b"\0" * (70 * 1024 * 1024)})


TRACKED = b'<w:p><w:ins w:id="1" w:author="Canary"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'
REFUSED: dict[str, Callable[[], bytes]] = {
    "macros": lambda: retyped(of_lines("x"), b"application/vnd.ms-word.document.macroEnabled.main+xml"),
    "a program inside": lambda: changed(of_lines("x"), {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"}),
    "ms-excel": lambda: retyped(of_lines("x"), b"application/vnd.ms-excel.sheet"),
    "tracked changes": lambda: with_main(TRACKED),
    "a definition of its own": lambda: changed(
        of_lines("x"),
        {
            "word/document.xml": lambda old: (
                b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + old[55:]
            )
        },
    ),
    "damaged part": lambda: changed(of_lines("x"), {"word/document.xml": b"<w:document"}),
    "unpacks to far more": bomb,
    "more of them": lambda: of_lines("{{фио}}" * 201),
    "more in word/document.xml": lambda: of_lines("x" * (5 * 1024 * 1024)),
    "old Word file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "something else": lambda: b"{\\rtf1 text}",
    "ZIP of something else": lambda: changed(of_lines("x"), {"[Content_Types].xml": None}),
}


@pytest.mark.parametrize("why", REFUSED)
def test_a_file_that_is_no_plain_word_file_is_refused(why: str) -> None:
    with pytest.raises(BadInput) as refused:
        look_through(REFUSED[why](), "own.docx")

    (problem,) = refused.value.problems
    assert problem.file == "own.docx"
    assert why in f"{problem.found}"


@given(data=st.data())
def test_a_damaged_file_is_refused_or_filled_and_never_an_error_of_ours(data: st.DataObject) -> None:
    whole = data.draw(st.sampled_from(lean()))
    if data.draw(st.booleans()):
        broken = damaged(whole, data)
    else:
        part = data.draw(st.sampled_from([n for n in docx_parts(whole) if n.endswith((".xml", ".rels"))]))
        broken = changed(whole, {part: lambda old: damaged(old, data)})
    stands = (Paragraph(As.FACTS, (Run("x"),), "1."), Paragraph(As.TO, (Run("y", blank=True),)))

    with suppress(BadInput):
        own = look_through(broken, "own.docx")
        fill_template(own.read, dict.fromkeys(own.read.places, stands), own.name)


@cache
def lean() -> list[bytes]:
    """Templates of every kind without the parts that only cost time."""
    parts = ("styles.xml", "stylesWithEffects.xml", "theme/theme1.xml", "numbering.xml", "fontTable.xml")
    drop = {f"word/{part}": None for part in parts}
    return [changed(made, drop) for made in (usual(), *(made for made, _, _ in STRIPPED.values()))]


def damaged(whole: bytes, data: st.DataObject) -> bytes:
    """A few bytes changed, or some left out."""
    out = bytearray(whole)
    at = data.draw(st.integers(0, len(out) - 1))
    if data.draw(st.booleans()):
        del out[at : at + data.draw(st.integers(1, 200))]
    else:
        out[at] ^= data.draw(st.integers(1, 255))
    return bytes(out)


# --- what is taken out ------------------------------------------------------------------------------------

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OUTSIDE = "https://canary.example/"


def related(kind: str, target: str, *, outside: bool = False) -> bytes:
    mode = ' TargetMode="External"' if outside else ""
    one = f'<Relationship Id="rId77" Type="{RELATION}/{kind}" Target="{target}"{mode}/>'
    return f"{one}</Relationships>".encode()


def holding(xml: str, kind: str, target: str, *, outside: bool = False, **parts: bytes) -> bytes:
    """A template whose text has this, with a relation to something."""
    inside = f'<w:p xmlns:r="{RELATION}">{xml}</w:p>'.encode()
    return changed(
        of_lines("{{фио}}"),
        {
            "word/document.xml": lambda old: old.replace(b"<w:body>", b"<w:body>" + inside),
            "word/_rels/document.xml.rels": lambda old: old.replace(
                b"</Relationships>", related(kind, target, outside=outside)
            ),
            **{name.replace("__", "/").replace("_dot_", "."): data for name, data in parts.items()},
        },
    )


def computed(code: str) -> str:
    half = code[: len(code) // 2], code[len(code) // 2 :]
    codes = "".join(f"<w:r><w:instrText>{c}</w:instrText></w:r>" for c in half)
    marks = [f'<w:r><w:fldChar w:fldCharType="{t}"/></w:r>' for t in ("begin", "separate", "end")]
    return f"{marks[0]}{codes}{marks[1]}<w:r><w:t>kept</w:t></w:r>{marks[2]}"


COMMENTS = f'<w:comments xmlns:w="{W}"><w:comment w:author="canary"/></w:comments>'.encode()
OFFICE, DRAWN = (
    "urn:schemas-microsoft-com:office:office",
    "http://schemas.openxmlformats.org/drawingml/2006/main",
)
OLE = f'<w:r><w:object><o:OLEObject xmlns:o="{OFFICE}" r:id="rId77"/></w:object></w:r>'


def blip(leads: str) -> str:
    return f'<w:r><w:drawing><a:blip xmlns:a="{DRAWN}" r:{leads}="rId77"/></w:drawing></w:r>'


STRIPPED = {
    "link": (
        holding(
            '<w:hyperlink r:id="rId77"><w:r><w:t>kept</w:t></w:r></w:hyperlink>',
            "hyperlink",
            OUTSIDE,
            outside=True,
        ),
        Taken.LINK,
        "kept",
    ),
    "remote template": (
        changed(
            of_lines("{{фио}}"),
            {
                "word/settings.xml": lambda old: old.replace(
                    b"</w:settings>",
                    f'<w:attachedTemplate xmlns:r="{RELATION}" r:id="rId1"/></w:settings>'.encode(),
                ),
                "word/_rels/settings.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
                b'relationships">' + related("attachedTemplate", f"{OUTSIDE}t.dotm", outside=True),
            },
        ),
        Taken.ELSEWHERE,
        "",
    ),
    "picture elsewhere": (
        holding(
            blip("link"),
            "image",
            f"{OUTSIDE}p.png",
            outside=True,
        ),
        Taken.ELSEWHERE,
        "",
    ),
    "file inside": (
        holding(OLE, "oleObject", "embeddings/x.bin", word__embeddings__x_dot_bin=b"\xd0\xcf\x11\xe0canary"),
        Taken.EMBEDDED,
        "",
    ),
    "text elsewhere": (
        changed(
            holding("<w:r><w:t>kept</w:t></w:r>", "aFChunk", f"{OUTSIDE}x.html", outside=True),
            {
                "word/document.xml": lambda old: old.replace(
                    b"<w:body>", f'<w:body><w:altChunk xmlns:r="{RELATION}" r:id="rId77"/>'.encode()
                )
            },
        ),
        Taken.ELSEWHERE,
        "kept",
    ),
    "DDE": (with_main(f"<w:p>{computed(' DDEAUTO cmd canary ')}</w:p>".encode()), Taken.COMPUTED, "kept"),
    "simple field": (
        with_main(
            b'<w:p><w:fldSimple w:instr="USERNAME canary"><w:r><w:t>kept</w:t></w:r></w:fldSimple></w:p>'
        ),
        Taken.COMPUTED,
        "kept",
    ),
    "drawn picture": (
        holding(
            blip("embed"),
            "image",
            "media/x.wmf",
            word__media__x_dot_wmf=b"\xd7\xcd\xc6\x9acanary",
        ),
        Taken.PICTURE,
        "",
    ),
    "comments": (
        holding(
            '<w:commentRangeStart w:id="0"/><w:r><w:t>kept</w:t></w:r><w:commentRangeEnd w:id="0"/>'
            '<w:r><w:commentReference w:id="0"/></w:r>',
            "comments",
            "comments.xml",
            word__comments_dot_xml=COMMENTS,
        ),
        Taken.COMMENTS,
        "kept",
    ),
}


@pytest.mark.parametrize("what", STRIPPED)
def test_what_acts_reaches_out_or_names_its_maker_is_taken_out_and_told(what: str) -> None:
    data, taken, kept = STRIPPED[what]
    own = look_through(data, "own.docx")
    out = make(drafted(own), Form.DOCX)
    everything = b"\n".join(docx_parts(out).values()).lower()

    assert taken in own.read.taken
    assert b"canary" not in everything
    assert not re.search(rb"targetmode|ddeauto|altchunk|oleobject|attachedtemplate", everything)
    assert "Дей Игорь Петрович" in docx_paragraphs(out)
    assert (kept in docx_paragraphs(out)) or not kept


def test_the_number_of_the_page_is_still_counted() -> None:
    own = look_through(with_main(f"<w:p>{computed(' PAGE ')}</w:p>".encode()), "own.docx")

    assert b"instrText" in docx_parts(make(drafted(own), Form.DOCX))["word/document.xml"]
    assert Taken.COMPUTED not in own.read.taken


PICTURED = (
    '<w:p xmlns:p="urn:p"><w:r><w:pict><p:cNvPr id="1" name="C:/Users/Canary/logo.png" descr="canary"/>'
    '<p:shape alt="canary" href="http://canary.example/" p:title="canary"/></w:pict></w:r></w:p>'
)


def test_neither_hours_nor_names_of_the_maker_stay() -> None:
    def fill(document: Docx) -> None:
        document.add_paragraph("{{фио}}")
        own = document.core_properties
        own.author = own.last_modified_by = own.comments = own.title = "canary"
        document.paragraphs[0]._p.set(f"{{{W}}}rsidR", "00CANARY")

    named = changed(
        template(fill),
        {
            "word/document.xml": lambda old: old.replace(b"<w:body>", b"<w:body>" + PICTURED.encode()),
            "word/settings.xml": lambda old: old.replace(
                b"</w:settings>", b'<x:docId xmlns:x="urn:x" x:val="{CANARY}"/></w:settings>'
            ),
        },
    )
    out = make(drafted(named), Form.DOCX)

    assert b"pict" in docx_parts(out)["word/document.xml"]
    assert b"canary" not in b"\n".join(docx_parts(out).values()).lower()
    assert not [name for name in docx_parts(out) if name.startswith("docProps")]
    with zipfile.ZipFile(io.BytesIO(out)) as packed:
        assert {i.date_time for i in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert out == make(drafted(named), Form.DOCX)


def test_a_picture_keeps_its_dots_where_its_lines_are_taken_out() -> None:
    both = (
        f'<w:r><w:drawing><a:blip xmlns:a="{DRAWN}"><a:extLst><a:ext>'
        '<s:svgBlip xmlns:s="urn:svg" r:embed="rId77"/>'
        "</a:ext></a:extLst></a:blip></w:drawing></w:r>"
    )
    data = holding(both, "image", "media/x.svg", word__media__x_dot_svg=b"<svg>canary</svg>")

    made = docx_parts(make(drafted(data), Form.DOCX))["word/document.xml"]

    assert b"drawing" in made
    assert b"svgBlip" not in made


def test_a_picture_of_the_letterhead_stays_and_a_template_of_word_is_taken() -> None:
    from PIL import Image

    image = io.BytesIO()
    Image.new("RGB", (20, 20), "navy").save(image, "PNG")
    image.seek(0)

    def fill(document: Docx) -> None:
        document.add_picture(image)
        document.add_paragraph("{{фио}}")

    data = retyped(
        template(fill), b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    )
    out = make(drafted(data), Form.DOCX)

    assert len(Document(io.BytesIO(out)).inline_shapes) == 1
    assert any(name.endswith(".png") for name in docx_parts(out))


# --- by another program -----------------------------------------------------------------------------------


def office(tmp_path: Path, kind: str, *files: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("no LibreOffice on this machine")
    home = (tmp_path / "home").as_uri()
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={home}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            tmp_path / "out",
            *files,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )


@pytest.mark.slow
def test_libreoffice_saves_a_template_that_fills_the_same_and_opens_what_was_made(tmp_path: Path) -> None:
    own, made = tmp_path / "own.docx", tmp_path / "made.docx"
    own.write_bytes(usual())
    made.write_bytes(make(drafted(usual()), Form.DOCX))

    office(tmp_path, "docx", own)
    office(tmp_path, "pdf", made)

    saved = (tmp_path / "out/own.docx").read_bytes()
    assert set(look_through(saved, "own.docx").read.places) == set(
        look_through(usual(), "own.docx").read.places
    )
    assert filled(saved) == filled(usual())
    shown = plain(pdf_text((tmp_path / "out/made.pdf").read_bytes()))
    assert all(text in shown for text in filled(usual()))
    assert "военному прокурору Примерского гарнизона" in shown
