"""The child: reads one file from its input, writes one page of it as new pixels to its output, and ends.

Input: a line of JSON (`kind`, `page`, `size`), then the file to its end. Output: a line of JSON (`held`,
`pages`, `claims`, `media`; or `error`), then the page. It has no keys, and before it reads the first byte it
has given up what rights it can.
"""

import codecs
import io
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from PIL import (
    AvifImagePlugin,
    ExifTags,
    Image,
    ImageOps,
    MpoImagePlugin,  # noqa: F401 - Pillow asks for it when it meets one: then no file can be opened
    PngImagePlugin,
    UnidentifiedImageError,
)

from raport.adapters import sandbox
from raport.adapters.media import word

MOST_PIXELS = 120_000_000
MOST_PAGES = 500
MOST_TEXT = 1_000_000
MOST_CLAIMS = 120
LONGEST_CLAIM = 300
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF", "HEIF")
JPEG = "image/jpeg"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "latin-1", "ascii")
"""Python reads them from files, so they are read while files may be opened."""

TOO_LARGE, LOCKED, UNREADABLE, NO_PAGE = "too-large", "locked", "unreadable", "no-page"


class RefusedError(Exception):
    """One of the errors that the parent knows."""


@dataclass(frozen=True, slots=True)
class Made:
    """A page: new bytes, and what the file says of itself."""

    data: bytes
    media: str
    pages: int = 1
    claims: Mapping[str, str] = field(default_factory=dict)


def main() -> int:
    """One file. What goes wrong in a parser is an answer too."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints does not print into the answer
    if len(sys.argv) > 1 and sys.argv[1] == "pdf":
        import pypdfium2  # noqa: F401, PLC0415 - before the right to open files is given up
    for name in ENCODINGS:
        codecs.lookup(name)
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    _learn_heic()
    Image.init()
    Image.MAX_IMAGE_PIXELS = None  # counted here, after the decoder was told the size that is wanted
    PngImagePlugin.MAX_TEXT_MEMORY = 4 * 1024 * 1024
    held = sandbox.enter()
    answer: dict[str, object]
    asked = json.loads(sys.stdin.buffer.readline())
    try:
        data = sys.stdin.buffer.read()
        made = _MAKERS[asked["kind"]](data, asked["page"], asked["size"])
    except (RefusedError, word.WordRefusedError) as refused:
        answer, page = {"held": held, "error": str(refused)}, b""
    except MemoryError:
        answer, page = {"held": held, "error": TOO_LARGE}, b""
    except Exception:  # noqa: BLE001 - a hostile file finds errors that nobody thought of
        answer, page = {"held": held, "error": UNREADABLE}, b""
    else:
        answer = {"held": held, "pages": made.pages, "claims": dict(made.claims), "media": made.media}
        page = made.data
    out.write(json.dumps(answer).encode() + b"\n" + page)
    out.flush()
    return 0


def _learn_heic() -> None:
    """Photographs of iPhones, where the library is there."""
    try:
        import pillow_heif  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    pillow_heif.options.DECODE_THREADS = 1  # the child starts no threads
    pillow_heif.register_heif_opener()


def image(data: bytes, page: int, size: int) -> Made:
    """A picture turned upright and made anew, no larger than `size` on its longer side."""
    try:
        opened = Image.open(io.BytesIO(data), formats=FORMATS)
    except UnidentifiedImageError:
        raise RefusedError(UNREADABLE) from None
    claims = _image_claims(opened)
    pages = min(getattr(opened, "n_frames", 1), MOST_PAGES) if opened.format == "TIFF" else 1
    if page >= pages:
        raise RefusedError(NO_PAGE)
    if page:
        opened.seek(page)
    opened.draft("RGB", (size, size))
    if opened.width * opened.height > MOST_PIXELS:
        raise RefusedError(TOO_LARGE)
    return Made(_jpeg(ImageOps.exif_transpose(opened), size), JPEG, pages, claims)


def pdf(data: bytes, page: int, size: int) -> Made:
    """One page of a PDF as a picture."""
    import pypdfium2  # noqa: PLC0415 - only where it is asked for

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise RefusedError(LOCKED if "assword" in str(error) else UNREADABLE) from None
    pages = len(document)
    if page >= min(pages, MOST_PAGES):
        raise RefusedError(NO_PAGE)
    one = document[page]
    longest = max(*one.get_size(), 1.0)
    drawn = one.render(scale=size / longest, may_draw_forms=False).to_pil()
    claims = {k: _short(v) for k, v in document.get_metadata_dict(skip_empty=True).items()}
    return Made(_jpeg(drawn, size), JPEG, pages, claims)


def text(data: bytes, page: int, size: int) -> Made:  # noqa: ARG001 - as the others are called
    """A text in UTF-8; signs that turn or hide other signs are shown as such."""
    told = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    shown = "".join(c if c in "\n\t" or c.isprintable() else "\ufffd" for c in told[:MOST_TEXT])
    return Made(shown.encode("utf-8", "replace"), "text/plain")


def letter(data: bytes, page: int, size: int) -> Made:  # noqa: ARG001 - as the others are called
    """A letter that came back from Word: page 0 is its text as JSON, page 1 a copy without traces."""
    return Made(word.cleaned(data), DOCX, 2) if page else Made(word.text_of(data), "application/json", 2)


_MAKERS = {"image": image, "pdf": pdf, "text": text, "word": letter}


def _jpeg(drawn: Image.Image, size: int) -> bytes:
    """New pixels, none of the old file's words with them."""
    drawn.thumbnail((size, size))
    if "A" in drawn.getbands() or "transparency" in drawn.info:
        clear = drawn.convert("RGBA")
        drawn = Image.new("RGB", clear.size, "white")
        drawn.paste(clear, mask=clear.getchannel("A"))
    bare = Image.new("RGB", drawn.size)
    bare.paste(drawn.convert("RGB"))
    out = io.BytesIO()
    bare.save(out, "JPEG", quality=88)
    return out.getvalue()


def _image_claims(opened: Image.Image) -> dict[str, str]:
    """What the file says of itself: camera, time, place. It may say anything."""
    claims: dict[str, str] = {"Size": f"{opened.width} x {opened.height}"}
    try:
        exif = opened.getexif()
        tables: list[tuple[Mapping[int, Any], Mapping[int, str]]] = [
            (exif, ExifTags.TAGS),
            (exif.get_ifd(ExifTags.IFD.Exif), ExifTags.TAGS),
            (exif.get_ifd(ExifTags.IFD.GPSInfo), ExifTags.GPSTAGS),
        ]
        for values, names in tables:
            claims |= {str(names.get(tag, tag)): _short(value) for tag, value in values.items()}
    except Exception:  # noqa: BLE001 - broken words of a picture are no reason not to show it
        claims["EXIF"] = "?"
    claims |= {str(k): _short(v) for k, v in opened.info.items() if isinstance(v, str)}
    return dict(list(claims.items())[:MOST_CLAIMS])


def _short(value: object) -> str:
    if isinstance(value, bytes):
        value = value.rstrip(b"\0").decode("utf-8", "replace") if len(value) < LONGEST_CLAIM else len(value)
    shown = str(value).encode("utf-8", "replace").decode()
    return "".join(c if c.isprintable() else "\ufffd" for c in shown)[:LONGEST_CLAIM]


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1251", "replace")


if __name__ == "__main__":
    sys.exit(main())
