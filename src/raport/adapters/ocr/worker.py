"""The child: reads one file from its input, writes its pages clean and grey to its output, and ends.

Argument: `image`, `heic` or `pdf`. Input: the file to its end. Output: for each page a line of JSON (`page`,
`width`, `height`, `angle`, `turned`; or `error`), then its pixels, a byte each; at last a line with `end`. It
has no keys, and before it reads the first byte it has given up what rights it can.
"""

import io
import json
import os
import sys
from typing import BinaryIO

from PIL import (
    AvifImagePlugin,
    BmpImagePlugin,  # noqa: F401 - each is asked for by its format, and none is looked for on the disk
    GifImagePlugin,  # noqa: F401 - likewise, by its format
    Image,
    ImageOps,
    JpegImagePlugin,  # noqa: F401 - likewise, by its format
    MpoImagePlugin,  # noqa: F401 - Pillow asks for it when it meets one: then no file can be opened
    PngImagePlugin,
    TiffImagePlugin,  # noqa: F401 - likewise, by its format
    UnidentifiedImageError,
    WebPImagePlugin,  # noqa: F401 - likewise, by its format
)

from raport.adapters import sandbox
from raport.adapters.ocr import cleaning

MEMORY = 2 * 1024**3
SECONDS = 900
MOST_PIXELS = 120_000_000
LONGEST_SIDE = 20_000
MOST_PAGES = 60
MOST_POINTS = 1200
"""Of a PDF's page: a little more than A3. A larger one names its pixels, not its paper."""
FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF")
HEIF = "HEIF"

TOO_LARGE, LOCKED, UNREADABLE, NO_PAGE, TOO_MANY = (
    "too-large",
    "locked",
    "unreadable",
    "no-page",
    "too-many-pages",
)


class RefusedError(Exception):
    """One of the errors that the parent knows."""


type Raw = tuple[Image.Image, float]
"""A page as it is, and by how much to enlarge it."""


def main() -> int:
    """One file. What goes wrong in a parser is an answer too, and the next page is tried."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints does not print into the answer
    kind = sys.argv[1] if len(sys.argv) > 1 else ""
    if kind == "pdf":
        import pypdfium2  # noqa: F401, PLC0415 - before the right to open files is given up
    formats = (*FORMATS, HEIF) if kind == "heic" and _learn_heic() else FORMATS
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    Image.MAX_IMAGE_PIXELS = None  # counted here, after the decoder was told the size that is wanted
    PngImagePlugin.MAX_TEXT_MEMORY = 4 * 1024 * 1024
    sandbox.enter(MEMORY, SECONDS)
    data = sys.stdin.buffer.read()
    try:
        count = _write_all(Pdf(data) if kind == "pdf" else Pictures(data, formats), out)
    except Exception as error:  # noqa: BLE001 - a hostile file finds errors that nobody thought of
        _say(out, {"error": _why(error)})
        count = 0
    _say(out, {"end": count})
    return 0


def _write_all(pages: "Pdf | Pictures", out: BinaryIO) -> int:
    if not len(pages):
        raise RefusedError(NO_PAGE)
    for n in range(min(len(pages), MOST_PAGES)):
        try:
            _write(out, n, pages.page(n))
        except Exception as error:  # noqa: BLE001 - as above; the other pages may be sound
            _say(out, {"page": n, "error": _why(error)})
    if len(pages) > MOST_PAGES:
        _say(out, {"error": TOO_MANY})
    return len(pages)


def _write(out: BinaryIO, n: int, raw: Raw) -> None:
    made = cleaning.clean(*raw)
    picture = made.picture
    told = {"page": n, "width": picture.width, "height": picture.height}
    pixels = picture.tobytes()
    _say(out, {**told, "angle": made.angle, "turned": made.turned})
    out.write(pixels)
    out.flush()


def _say(out: BinaryIO, told: dict[str, object]) -> None:
    out.write(json.dumps(told).encode() + b"\n")
    out.flush()


def _why(error: Exception) -> str:
    if isinstance(error, RefusedError):
        return str(error)
    return TOO_LARGE if isinstance(error, MemoryError) else UNREADABLE


def _learn_heic() -> bool:
    """Photographs of iPhones, where the library is there."""
    try:
        import pillow_heif  # noqa: PLC0415 - not on every system
    except ImportError:
        return False
    pillow_heif.options.DECODE_THREADS = 1  # the child starts no threads
    pillow_heif.register_heif_opener()
    return True


class Pictures:
    """A photograph, or the frames of a TIFF file."""

    def __init__(self, data: bytes, formats: tuple[str, ...] = FORMATS) -> None:
        try:
            self._opened = Image.open(io.BytesIO(data), formats=formats)
        except UnidentifiedImageError:
            raise RefusedError(UNREADABLE) from None

    def __len__(self) -> int:
        return getattr(self._opened, "n_frames", 1) if self._opened.format == "TIFF" else 1

    def page(self, n: int) -> Raw:
        """Frame `n`, upright."""
        opened = self._opened
        if n:
            opened.seek(n)
        dpi, whole = _dpi(opened), opened.size
        opened.draft("RGB", (cleaning.LONGER_SIDE, cleaning.LONGER_SIDE))
        _check_size(opened.size)
        shrunk = opened.width / whole[0]
        return ImageOps.exif_transpose(opened), cleaning.scale_for(opened.size, dpi * shrunk)


class Pdf:
    """The pages of a PDF, drawn: what is seen counts, and no text that stands behind it."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2  # noqa: PLC0415 - only where it is asked for

        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise RefusedError(LOCKED if "assword" in str(error) else UNREADABLE) from None

    def __len__(self) -> int:
        return len(self._document)

    def page(self, n: int) -> Raw:
        """Page `n` at 300 dots an inch."""
        one = self._document[n]
        longest = max(*one.get_size(), 1.0)
        scale = cleaning.DPI / 72 if longest <= MOST_POINTS else cleaning.LONGER_SIDE / longest
        return one.render(scale=scale, may_draw_forms=False, rev_byteorder=True).to_pil(), 1.0


def _dpi(opened: Image.Image) -> float:
    """The dots an inch that the file names; 0 where it names none, or two that differ."""
    try:
        across, down = opened.info.get("dpi", (0, 0))
        return float(across) if abs(float(across) - float(down)) < 1 else 0.0
    except (TypeError, ValueError, ZeroDivisionError):
        return 0.0


def _check_size(size: tuple[int, int]) -> None:
    if size[0] * size[1] > MOST_PIXELS or max(size) > LONGEST_SIDE or min(size) < 1:
        raise RefusedError(TOO_LARGE)


if __name__ == "__main__":
    sys.exit(main())
