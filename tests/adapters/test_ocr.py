"""Scans and what pretends to be one: clean pages, one PDF of them, and a bad file that can do nothing."""

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageDraw, ImageFont

from raport.adapters.ocr import cleaning, machine, scanning
from raport.adapters.ocr.lines import in_order
from raport.adapters.ocr.machine import NoReaderError, Seen
from raport.adapters.ocr.pdf import write_pdf
from raport.adapters.ocr.scanning import Clean, Source, Unread, look
from raport.reading.papers import PaperPage, Rect, Word
from tests.papers import made
from tests.papers.made import PT_SERIF
from tests.papers.reader import needs_reader


def page(*lines: str, size: tuple[int, int] = (1200, 500), tall: int = 44) -> Image.Image:
    picture = Image.new("L", size, 255)
    pen, font = ImageDraw.Draw(picture), ImageFont.truetype(str(PT_SERIF), tall)
    for n, line in enumerate(lines):
        pen.text((60, 60 + n * tall * 3 // 2), line, fill=10, font=font)
    return picture


def stored(picture: Image.Image, form: str = "PNG", **more: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, dpi=(300, 300), **more)
    return out.getvalue()


TWO = ("Военная прокуратура рассмотрела", "обращение и сообщает об этом", "исх. № 1278 от 14.10.2019")
A5 = (1748, 2480)  # a page: it is read at the size it has


def text(clean: Clean) -> str:
    return " ".join(word.text for word in clean.words.words)


# --- pages -------------------------------------------------------------------------------------------------


@needs_reader
def test_every_page_of_every_file_is_read_in_order_and_the_bad_one_is_told() -> None:
    first, second, third = (
        page(f"Страница {name} письма из части", size=A5) for name in ("первая", "вторая", "третья")
    )
    tiff, pdf = io.BytesIO(), io.BytesIO()
    first.save(tiff, "TIFF", save_all=True, append_images=[second], dpi=(300, 300))
    third.save(pdf, "PDF", resolution=300)
    files = [
        Source("image", tiff.getvalue()),
        Source("image", b"\x89PNG\r\n\x1a\nno picture at all"),
        Source("pdf", pdf.getvalue()),
    ]
    heard: list[int] = []

    clean, unread = look(files, step=heard.append)

    assert [(c.of, c.page, text(c).split()[1]) for c in clean] == [
        (0, 0, "первая"),
        (0, 1, "вторая"),
        (2, 0, "третья"),
    ]
    assert unread == [Unread(1, None, "unreadable")]
    assert heard == [2, 3, 4] or heard[-1] == 4
    for one in clean:
        assert Image.open(io.BytesIO(one.image)).size == (one.words.width, one.words.height)
        for word in one.words.words:
            assert 0 <= word.rect.left < word.rect.right <= one.words.width
            assert 0 <= word.rect.top < word.rect.bottom <= one.words.height


@needs_reader
@pytest.mark.parametrize(("degrees", "turned"), [(180, 2), (90, 1), (270, 3)])
def test_a_page_that_lies_on_its_head_or_side_is_turned(degrees: int, turned: int) -> None:
    over = page(*TWO * 5, size=A5).rotate(degrees, expand=True)

    clean, unread = look([Source("image", stored(over))])

    assert unread == []
    assert clean[0].turned == turned
    assert "прокуратура" in text(clean[0])


@needs_reader
def test_the_pdf_is_the_pages_with_their_words_and_says_nothing_of_its_making() -> None:
    clean, _ = look([Source("image", stored(page(*TWO, size=A5)))])

    made = write_pdf([*clean, *clean])

    assert made == write_pdf([*clean, *clean])
    document = pypdfium2.PdfDocument(made)
    assert len(document) == 2
    assert document.get_metadata_dict(skip_empty=True) == {}
    one = document[1]
    assert one.get_width() == pytest.approx(clean[0].words.width * 72 / 300, abs=0.1)
    words = " ".join(one.get_textpage().get_text_range().split())
    assert words == text(clean[0])
    drawn = np.asarray(one.render(scale=1, grayscale=True).to_pil())
    shown = np.asarray(Image.open(io.BytesIO(clean[0].image)).resize(drawn.shape[::-1]))
    assert np.abs(drawn.astype(int) - shown).mean() < 6  # the words under it leave no ink
    found = one.get_textpage().search("1278").get_next()
    assert found is not None
    left, bottom, right, top = one.get_textpage().get_charbox(found[0])
    word = next(w for w in clean[0].words.words if w.text == "1278")
    assert left == pytest.approx(word.rect.left * 72 / 300, abs=4)
    assert (right, top) > (left, bottom)
    assert bottom == pytest.approx((clean[0].words.height - word.rect.bottom) * 72 / 300, abs=4)


def test_no_page_is_no_pdf() -> None:
    assert write_pdf([]) == b""


def test_any_word_can_stand_under_a_page() -> None:
    odd = ["\U0001f600", "(скобка)\\", "<<>>", "\ud800", "a" * 300]
    words = tuple(Word(w, Rect(10, 10 + 40 * n, 200, 30), 1.0, n) for n, w in enumerate(odd))
    picture = Image.new("L", (400, 400), 255)
    clean = Clean(0, 0, stored(picture, "JPEG"), PaperPage(400, 400, words), 0.0, 0)

    told = pypdfium2.PdfDocument(write_pdf([clean]))[0].get_textpage().get_text_range()

    assert "(скобка)\\" in told
    assert "<<>>" in told


# --- cleaning ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("degrees", [-7.0, -1.3, 0.0, 0.6, 4.0])
def test_the_lean_is_found(degrees: float) -> None:
    leaning = page(*TWO * 5, size=(1500, 1500)).rotate(-degrees, fillcolor=255)

    found = cleaning.lean(leaning)

    assert found == pytest.approx(degrees, abs=0.15)


def test_a_page_on_its_side_is_known_and_a_frame_alone_does_not_make_one() -> None:
    upright = made.draw(made.letter(1), 1, dpi=70).picture
    side = upright.transpose(Image.Transpose.ROTATE_90)
    ImageDraw.Draw(upright).rectangle((5, 5, upright.width - 6, upright.height - 6), outline=0, width=4)

    assert not cleaning.is_sideways(upright)
    assert cleaning.is_sideways(side)


def test_shade_is_taken_off_and_ink_stays() -> None:
    shaded = np.asarray(page(*TWO)).astype(float) * np.linspace(0.4, 1, 1200)[None, :]

    clean = np.asarray(cleaning.without_shade(Image.fromarray(shaded.astype(np.uint8))))

    paper = clean[400:480, :]  # below the lines
    assert paper.min() >= 250
    assert clean.min() < 60


@pytest.mark.parametrize(
    ("size", "dpi", "longer"),
    [
        ((1240, 1754), 150, 3508),  # A4 at 150
        ((2480, 3508), 300, 3508),
        ((4960, 7016), 600, 3508),
        ((3000, 4000), 72, 3508),  # a phone names no true number
        ((3000, 4000), 0, 3508),
        ((300, 400), 0, 1600),  # no more than four times larger
        ((1240, 876), 150, 2480),  # A5, on its side
    ],
)
def test_a_page_comes_to_three_hundred_dots_an_inch(size: tuple[int, int], dpi: float, longer: int) -> None:
    assert max(size) * cleaning.scale_for(size, dpi) == pytest.approx(longer, rel=0.01)


def test_letters_under_a_coloured_stamp_stand_out_of_it() -> None:
    both = Image.new("RGB", (2, 1))
    both.putpixel((0, 0), (45, 60, 160))  # a stamp
    both.putpixel((1, 0), (30, 30, 30))  # a letter

    ink, letter = np.asarray(cleaning.grey_of(both))[0]

    assert ink > letter + 60
    assert ink < 130


# --- lines -------------------------------------------------------------------------------------------------


def test_a_line_over_two_columns_is_two_lines_and_words_stand_in_order() -> None:
    seen = [
        Seen("правый", Rect(900, 10, 100, 30), 0.9, (1, 1, 1)),
        Seen("слева", Rect(120, 10, 80, 30), 0.9, (1, 1, 1)),
        Seen("Стоит", Rect(20, 10, 80, 30), 0.9, (1, 1, 1)),
        Seen("ниже", Rect(20, 60, 80, 30), 0.9, (1, 1, 2)),
    ]

    assert [(w.text, w.line) for w in in_order(seen)] == [
        ("Стоит", 0),
        ("слева", 0),
        ("правый", 1),
        ("ниже", 2),
    ]


# --- what is hostile ---------------------------------------------------------------------------------------


def png_of(width: int, height: int) -> bytes:
    """A picture that says it is so large, of a few bytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    row = zlib.compress(bytes((width + 7) // 8 + 1) * min(height, 50))
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", row) + chunk(b"IEND", b"")


def pdf_of(pages: str, more: str = "") -> bytes:
    return (
        f"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[{pages}]/Count "
        f"{pages.count('R')}>>endobj\n{more}trailer<</Root 1 0 R>>\n%%EOF"
    ).encode()


HUGE_PAGE = "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 1e9 1e9]>>endobj\n"
HOSTILE: dict[str, tuple[str, bytes, set[str]]] = {
    "fifty thousand pixels a side": ("image", png_of(50_000, 50_000), {"too-large"}),
    "fifty thousand pixels in a row": ("image", png_of(50_000, 3), {"too-large"}),
    "a bomb of four thousand million pixels": ("image", png_of(65_535, 65_535), {"too-large"}),
    "cut off": ("image", stored(page(*TWO))[:2000], {"unreadable"}),
    "no picture": ("image", b"GIF89a" + bytes(40), {"unreadable"}),
    "empty": ("image", b"", {"unreadable"}),
    "no pages": ("pdf", pdf_of(""), {"no-page", "unreadable"}),
    "a broken PDF": ("pdf", b"%PDF-1.7\n" + bytes(range(256)) * 40, {"unreadable"}),
    "an empty PDF": ("pdf", b"", {"unreadable"}),
    "pages that hold themselves": ("pdf", pdf_of("2 0 R 2 0 R"), {"no-page", "unreadable"}),
    "a picture said to be a PDF": ("pdf", stored(page(*TWO)), {"unreadable"}),
}


@needs_reader
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_its_reason(name: str) -> None:
    kind, data, why = HOSTILE[name]

    clean, unread = look([Source(kind, data)])

    assert clean == []
    assert {one.why for one in unread} <= why
    assert unread


@needs_reader
def test_a_page_as_large_as_a_town_is_drawn_as_a_page() -> None:
    clean, unread = look([Source("pdf", pdf_of("3 0 R", HUGE_PAGE))])

    assert [max(c.words.width, c.words.height) <= 5200 for c in clean] in ([True], [])
    assert len(clean) + len(unread) == 1


@needs_reader
def test_of_a_file_with_too_many_pages_the_first_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "read", lambda *_: [])
    one = io.BytesIO()
    small = [Image.new("L", (40, 60), 255)] * 62
    small[0].save(one, "TIFF", save_all=True, append_images=small[1:], dpi=(300, 300))

    clean, unread = look([Source("image", one.getvalue())])

    assert len(clean) == 60
    assert unread == [Unread(0, None, "too-many-pages")]


@needs_reader
def test_more_bytes_than_are_taken_are_not_even_poured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "MOST_IN", 100)

    assert look([Source("image", stored(page(*TWO)))]) == ([], [Unread(0, None, "too-large")])


@needs_reader
def test_a_child_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "SECONDS", 0.01)

    assert look([Source("image", stored(page(*TWO)))]) == ([], [Unread(0, None, "too-long")])


@needs_reader
def test_tesseract_that_takes_too_long_costs_one_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "SECONDS", 0)

    assert look([Source("image", stored(page(*TWO)))]) == ([], [Unread(0, 0, "too-long")])


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"no json\n",
        b"[]\n",
        b'{"page": 0, "width": 10, "height": 10, "angle": 0, "turned": 0}\nshort',
        b'{"page": 0, "width": -1, "height": 10}\n',
        b'{"page": 0, "width": 20000, "height": 20000}\n',
        b'{"page": "../../x", "width": 1, "height": 1}\nx',
        b'{"page": 0, "width": 1e308, "height": 1}\nx',
    ],
)
def test_a_child_that_was_taken_over_is_not_believed(said: bytes) -> None:
    with pytest.raises(
        (machine.NotReadError, ValueError, TypeError, KeyError, OverflowError, AttributeError)
    ):
        scanning._message(io.BytesIO(said))


def test_the_child_that_parses_opens_no_file_and_no_socket() -> None:
    code = """
import os, socket, sys
from raport.adapters.ocr import worker
from raport.adapters import sandbox
held = sandbox.enter(worker.MEMORY, worker.SECONDS)
tried = []
for name, act in (("open", lambda: open(sys.executable)), ("socket", socket.socket), ("fork", os.fork)):
    try:
        act()
    except OSError:
        tried.append(name)
print(held, tried)
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    if "calls" in told:  # this kernel filters calls
        assert told.strip().endswith("['open', 'socket', 'fork']")


def test_without_tesseract_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    machine.languages.cache_clear()
    try:
        with pytest.raises(NoReaderError, match="tesseract"):
            look([])
    finally:
        machine.languages.cache_clear()


@needs_reader
def test_without_its_language_it_is_said() -> None:
    with pytest.raises(NoReaderError, match="tesseract-xxx"):
        look([], languages=("xxx",))
