"""What a file is by its bytes, and pages made of it by a child without rights, whatever it is."""

import gzip
import io
import os
import struct
import subprocess
import sys
import threading
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from raport.adapters.media import (
    RIGHTS,
    Doubt,
    Kind,
    NotRenderedError,
    Page,
    kind_of,
    recognise,
    render,
)
from raport.adapters.media.rendering import LONGER_SIDE, MOST_IN


def made(form: str, size: tuple[int, int] = (60, 40)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, form)
    return out.getvalue()


def zipped(names: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in names.items():
            archive.writestr(name, data)
    return out.getvalue()


def known(name: str, data: bytes) -> tuple[str, Doubt]:
    found = recognise(name, data[:65536], data[-65536:])
    return found.media, found.doubt


def drawn(kind: Kind, data: bytes, page: int = 0) -> Page:
    return render(kind, page, lambda into: into(data))


# --- what it is -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "media"),
    [
        ("JPEG", "image/jpeg"),
        ("PNG", "image/png"),
        ("GIF", "image/gif"),
        ("WEBP", "image/webp"),
        ("BMP", "image/bmp"),
        ("TIFF", "image/tiff"),
        ("AVIF", "image/avif"),
        ("PDF", "application/pdf"),
    ],
)
def test_what_a_program_wrote_is_known_whatever_its_name(form: str, media: str) -> None:
    assert known("no ending", made(form)) == (media, Doubt.NONE)


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (b"OggS\0\2", "audio/ogg"),
        (b"ID3\3\0", "audio/mpeg"),
        (b"\xff\xfb\x90\x64" + bytes(100), "audio/mpeg"),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        (b"\0\0\0\x20ftypM4A \0\0\0\0", "audio/mp4"),
        (b"\0\0\0\x20ftypisom\0\0\0\0", "video/mp4"),
        (b"\0\0\0\x20ftypheic\0\0\0\0", "image/heic"),
        ("Слова".encode(), "text/plain"),
        ("Слова".encode("cp1251"), "text/plain"),
        ("Слова".encode("utf-16"), "text/plain"),
        (b"<html><script>alert(1)</script>", "text/html"),
        (b"<?xml version='1.0'?><svg onload='x'>", "image/svg+xml"),
        (b"MZ\x90\0", "application/x-msdownload"),
        (b"\x7fELF\2", "application/x-executable"),
        (b"", "application/octet-stream"),
        (b"\0\1\2\3", "application/octet-stream"),
    ],
)
def test_what_begins_so_is_that(data: bytes, media: str) -> None:
    assert known("", data)[0] == media


@pytest.mark.parametrize(
    "media", ["text/html", "image/svg+xml", "application/zip", "application/x-msdownload"]
)
def test_what_could_run_or_unpack_is_shown_to_nobody(media: str) -> None:
    assert kind_of(media) is Kind.OTHER


@pytest.mark.parametrize(
    "data",
    [
        made("JPEG") + zipped({"a": b"b"}),
        made("PDF") + zipped({"a": b"b"}),
        made("GIF") + b"/*<script>alert(1)</script>",
        made("PNG") + b"<html>",
        b"<html>%PDF-1.4",
        made("JPEG")[:20] + b"%PDF-1.7 " + made("JPEG")[20:],
    ],
)
def test_what_opens_as_two_things_is_doubtful(data: bytes) -> None:
    assert known("a", data)[1] is Doubt.TWO_KINDS


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.jpg", zipped({})), ("order.pdf", b"MZ\x90\0"), ("photo.JPG", b"<svg>"), ("x.docx", made("PNG"))],
)
def test_a_name_that_says_otherwise_is_doubtful(name: str, data: bytes) -> None:
    assert known(name, data)[1] is Doubt.NOT_AS_NAMED


def test_an_archive_named_so_is_no_doubt() -> None:
    assert known("a.zip", zipped({"a": b"<html>"})) == ("application/zip", Doubt.NONE)


# --- pages ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF"])
def test_a_picture_is_made_anew(form: str) -> None:
    page = drawn(Kind.IMAGE, made(form))

    again = Image.open(io.BytesIO(page.data))
    assert (again.format, again.size, page.pages) == ("JPEG", (60, 40), 1)
    red, green, blue = again.convert("RGB").getpixel((30, 20))  # type: ignore[misc] # three bands
    assert red > 200
    assert max(green, blue) < 60


def test_a_photograph_that_holds_a_second_one_is_made_anew() -> None:
    out = io.BytesIO()
    first = Image.new("RGB", (64, 48), "red")
    first.save(out, "MPO", save_all=True, append_images=[Image.new("RGB", (64, 48), "blue")])

    page = drawn(Kind.IMAGE, out.getvalue())

    assert (page.pages, Image.open(io.BytesIO(page.data)).size) == (1, (64, 48))


def test_a_photograph_of_an_iphone_is_made_anew_too() -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    out = io.BytesIO()
    pillow_heif.from_pillow(Image.new("RGB", (64, 48), "red")).save(out)

    page = drawn(Kind.IMAGE, out.getvalue())

    assert known("IMG_0001.HEIC", out.getvalue()) == ("image/heic", Doubt.NONE)
    assert Image.open(io.BytesIO(page.data)).size == (64, 48)


def test_a_large_picture_is_made_smaller_and_turned_upright() -> None:
    picture = Image.new("RGB", (4000, 1000), "white")
    exif = picture.getexif()
    exif[0x0112] = 6  # the camera was held upright
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)

    page = drawn(Kind.IMAGE, out.getvalue())

    assert Image.open(io.BytesIO(page.data)).size == (LONGER_SIDE // 4, LONGER_SIDE)


def test_what_is_clear_in_a_picture_becomes_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")

    page = Image.open(io.BytesIO(drawn(Kind.IMAGE, out.getvalue()).data))

    assert page.getpixel((5, 5)) == (255, 255, 255)


def test_pages_of_a_pdf_are_pictures_and_its_words_of_itself_are_apart() -> None:
    out = io.BytesIO()
    Image.new("RGB", (200, 300), "red").save(
        out, "PDF", save_all=True, append_images=[Image.new("RGB", (300, 200))], author="Алексей"
    )

    first, second = drawn(Kind.PDF, out.getvalue()), drawn(Kind.PDF, out.getvalue(), 1)

    assert first.pages == 2
    assert first.claims["Author"] == "Алексей"
    assert "Алексей".encode() not in first.data
    assert Image.open(io.BytesIO(second.data)).size[0] == LONGER_SIDE


def test_signs_that_turn_a_text_are_seen() -> None:
    assert drawn(Kind.TEXT, "a\u202eb\0c\r\n".encode()).data.decode() == "a\ufffdb\ufffdc\n"


# --- rights -----------------------------------------------------------------------------------------------

TRIES = """
import os, socket, subprocess, sys
from raport.adapters import sandbox
held = sandbox.enter()
def tried(what):
    try:
        what()
    except (OSError, MemoryError, ValueError, RuntimeError):
        return "no"
    return "yes"
print(",".join(held))
import threading
print(tried(lambda: threading.Thread(target=list).start()))
print(tried(lambda: open("/etc/passwd")))
print(tried(lambda: open(sys.argv[1], "w")))
print(tried(lambda: socket.socket()))
print(tried(os.fork))
print(tried(lambda: subprocess.Popen(["true"])))
print(tried(lambda: os.execv("/bin/true", ["true"])))
print(tried(lambda: os.kill(os.getppid(), 0)))
print(tried(lambda: bytearray(2 * 1024 ** 3)))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="rights are taken where the system can")
def test_the_child_can_open_nothing_call_nobody_and_start_nothing(tmp_path: Path) -> None:
    written = tmp_path / "written"
    run = subprocess.run(
        [sys.executable, "-c", TRIES, str(written)], capture_output=True, text=True, timeout=30
    )

    held, *tries = run.stdout.split()
    assert set(held.split(",")) == set(RIGHTS)
    assert tries == ["yes", *["no"] * 8], run.stderr
    assert not written.exists()


# --- hostile files ----------------------------------------------------------------------------------------


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, pixels: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def zeros(size: int) -> bytes:
    squeeze = zlib.compressobj(9)
    return b"".join(squeeze.compress(bytes(1 << 20)) for _ in range(size >> 20)) + squeeze.flush()


def pdf(*objects: bytes, root: int = 1) -> bytes:
    out = b"%PDF-1.7\n"
    at = []
    for n, body in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    table = b"".join(b"%010d 00000 n \n" % a for a in at)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, len(out))
    return out + head + table + tail


def stream(data: bytes, filters: bytes) -> bytes:
    return b"<</Length %d/Filter%s>>stream\n%s\nendstream" % (len(data), filters, data)


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>"

HOSTILE: dict[str, tuple[Kind, Callable[[], bytes]]] = {
    "giant dimensions": (Kind.IMAGE, lambda: png(2**31 - 1, 2**31 - 1, zlib.compress(b"\0" * 100))),
    "a flood of pixels": (Kind.IMAGE, lambda: png(60_000, 60_000, zeros(64 << 20))),
    "pixels for another size": (Kind.IMAGE, lambda: png(10, 10, zeros(512 << 20))),
    "words of a picture that unpack": (
        Kind.IMAGE,
        lambda: made("PNG")[:33] + chunk(b"zTXt", b"a\0\0" + zeros(256 << 20)) + made("PNG")[33:],
    ),
    "a GIF of giant dimensions": (
        Kind.IMAGE,
        lambda: b"GIF89a\xff\xff\xff\xff\x80\0\0" + bytes(6) + b",\0\0\0\0\xff\xff\xff\xff\0\2\2L\1\0;",
    ),
    "a TIFF whose directories go in a circle": (
        Kind.IMAGE,
        lambda: b"II*\0\x08\0\0\0\1\0\0\1\3\0\1\0\0\0\1\0\0\0\x08\0\0\0",
    ),
    "cut short": (Kind.IMAGE, lambda: made("JPEG", (500, 500))[:900]),
    "a picture that is a page": (Kind.IMAGE, lambda: b"GIF89a/*<script>alert(1)</script>*/=1;"),
    "a page that unpacks": (
        Kind.PDF,
        lambda: pdf(CATALOG, PAGES, PAGE, stream(zeros(1 << 30), b"/FlateDecode")),
    ),
    "a page that unpacks twice": (
        Kind.PDF,
        lambda: pdf(
            CATALOG, PAGES, PAGE, stream(zlib.compress(zeros(1 << 30), 9), b"[/FlateDecode/FlateDecode]")
        ),
    ),
    "pages that are their own parents": (
        Kind.PDF,
        lambda: pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 9>>"),
    ),
    "a million pages": (
        Kind.PDF,
        lambda: pdf(
            CATALOG, b"<</Type/Pages/Count 1000000/Kids[" + b"3 0 R " * 10**6 + b"]>>", PAGE, b"null"
        ),
    ),
    "deep nesting": (Kind.PDF, lambda: pdf(CATALOG, PAGES, b"[" * 200_000 + b"]" * 200_000)),
    "a page larger than a house": (
        Kind.PDF,
        lambda: pdf(
            CATALOG, PAGES, PAGE.replace(b"600 800", b"999999999 1"), b"<</Length 0>>stream\n\nendstream"
        ),
    ),
    "a PDF cut short": (Kind.PDF, lambda: made("PDF")[:400]),
    "an archive in place of a picture": (Kind.IMAGE, lambda: zipped({"../../etc/passwd": zeros(64 << 20)})),
    "a squeezed file in place of a PDF": (Kind.PDF, lambda: gzip.compress(bytes(64 << 20))),
    "nothing": (Kind.IMAGE, lambda: b""),
    "chance": (Kind.PDF, lambda: b"%PDF-" + os.urandom(100_000)),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_or_harmless_and_in_time(name: str) -> None:
    kind, make = HOSTILE[name]
    data = make()
    began = time.monotonic()

    page, why = answered(kind, data)

    assert time.monotonic() - began < 30
    if page is None:
        assert why in {"too-large", "too-long", "unreadable", "no-page", "broken", "locked"}
    else:
        assert max(Image.open(io.BytesIO(page.data)).size) <= LONGER_SIDE
        assert all(len(v) < 1000 for v in page.claims.values())
    assert drawn(Kind.IMAGE, made("PNG")).pages == 1, "the next file is not harmed"


def answered(kind: Kind, data: bytes) -> tuple[Page | None, str]:
    try:
        return drawn(kind, data), ""
    except NotRenderedError as refused:
        return None, refused.why


def test_a_file_too_large_to_parse_is_not_fed_to_its_end() -> None:
    fed = {"bytes": 0}

    def feed(into: Callable[[bytes], object]) -> None:
        for _ in range(2 * MOST_IN >> 20):
            into(bytes(1 << 20))
            fed["bytes"] += 1 << 20

    with pytest.raises(NotRenderedError, match="too-large"):
        render(Kind.TEXT, 0, feed)
    assert fed["bytes"] <= MOST_IN


def test_a_child_that_does_not_end_is_ended() -> None:
    stopped = threading.Event()

    def feed(into: Callable[[bytes], object]) -> None:
        while True:
            into(b"a")
            stopped.wait(0.05)

    began = time.monotonic()
    with pytest.raises(NotRenderedError, match="too-long"):
        render(Kind.TEXT, 0, feed, seconds=1.0)
    assert time.monotonic() - began < 10


def test_what_the_feeder_raises_is_not_swallowed() -> None:
    def feed(into: Callable[[bytes], object]) -> None:
        into(b"a")
        raise KeyError("sealed bytes were changed")

    with pytest.raises(KeyError):
        render(Kind.TEXT, 0, feed)
