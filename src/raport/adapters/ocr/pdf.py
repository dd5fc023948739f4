"""One PDF of clean pages: each page's picture, and its words under it where they stand, to be searched.

Written by hand, since all of it is five kinds of object: nothing in it tells when, by whom or by what it was
made, and the same pages give the same bytes. The words are set in a font without ink (`unseen.ttf`).
"""

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from importlib import resources

from raport.adapters.ocr.scanning import Clean
from raport.reading.papers import PaperPage, Word

_POINTS = 72 / 300
_EM = 0.5  # how wide every sign of the font is
_UNICODE = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    b"1 beginbfrange <0000> <FFFF> <0000> endbfrange\n"
    b"endcmap CMapName currentdict /CMap defineresource pop end end\n"
)
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_FIXED = 8
"""Objects before the pages: catalog, tree, the font in six."""
_PER_PAGE = 3


def write_pdf(pages: Sequence[Clean]) -> bytes:
    """The pages in order; empty where there are none."""
    if not pages:
        return b""
    return _file([*_font(len(pages)), *(body for n, page in enumerate(pages) for body in _page(n, page))])


def _font(count: int) -> Iterable[bytes]:
    """Objects 1 to 8: the catalog, the pages, a font of which every sign is empty and means itself."""
    kids = b" ".join(b"%d 0 R" % (_FIXED + 1 + n * _PER_PAGE) for n in range(count))
    program = resources.files("raport.adapters.ocr").joinpath("unseen.ttf").read_bytes()
    yield b"<< /Type /Catalog /Pages 2 0 R >>"
    yield b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    yield (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Unseen /Encoding /Identity-H"
        b" /DescendantFonts [4 0 R] /ToUnicode 7 0 R >>"
    )
    yield (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Unseen /CIDToGIDMap 6 0 R /DW 500"
        b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R >>"
    )
    yield (
        b"<< /Type /FontDescriptor /FontName /Unseen /Flags 5 /FontBBox [0 -1 500 1000] /ItalicAngle 0"
        b" /Ascent 1000 /Descent -1 /CapHeight 1000 /StemV 80 /FontFile2 8 0 R >>"
    )
    yield _stream(b"", bytes(2 * 65536))
    yield _stream(b"", _UNICODE)
    yield _stream(b" /Length1 %d" % len(program), program)


def _page(n: int, page: Clean) -> Iterable[bytes]:
    """A page's three objects: itself, its picture, what is drawn."""
    first = _FIXED + 1 + n * _PER_PAGE
    width, height = page.words.width, page.words.height
    yield (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %s %s] /Contents %d 0 R"
        b" /Resources << /XObject << /Im %d 0 R >> /Font << /F 3 0 R >> >> >>"
    ) % (_number(width * _POINTS), _number(height * _POINTS), first + 2, first + 1)
    yield (
        b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
        b" /Filter /DCTDecode /Length %d >>\nstream\n%s\nendstream"
    ) % (width, height, len(page.image), page.image)
    yield _stream(b"", _drawn(page.words))


def _drawn(page: PaperPage) -> bytes:
    size = _number(page.width * _POINTS), _number(page.height * _POINTS)
    lines = [b"q %s 0 0 %s 0 0 cm /Im Do Q" % size, b"BT 3 Tr"]
    lines += [_word(word, page.height) for word in page.words if word.rect.width and word.rect.height]
    return b"\n".join([*lines, b"ET"])


def _word(word: Word, height: int) -> bytes:
    """The word as wide as it was seen, from the foot of its rectangle."""
    signs = "".join(c if ord(c) < 0x10000 else "\ufffd" for c in word.text)
    tall = word.rect.height * _POINTS
    wide = 100 * word.rect.width * _POINTS / (_EM * len(signs) * tall)
    left, foot = word.rect.left * _POINTS, (height - word.rect.bottom) * _POINTS
    code = f"{signs} ".encode("utf-16-be", "replace").hex().encode()
    return b"/F %s Tf %s Tz 1 0 0 1 %s %s Tm <%s> Tj" % (*map(_number, (tall, wide, left, foot)), code)


def _number(value: float) -> bytes:
    return f"{value:.2f}".rstrip("0").rstrip(".").encode()


def _stream(more: bytes, data: bytes) -> bytes:
    packed = zlib.compress(data, 9)
    return b"<< /Length %d /Filter /FlateDecode%s >>\nstream\n%s\nendstream" % (len(packed), more, packed)


def _file(objects: Sequence[bytes]) -> bytes:
    out = bytearray(_HEAD)
    starts = []
    for n, body in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % at for at in starts)
    name = hashlib.sha256(out).hexdigest()[:32].encode()
    out += b"trailer\n<< /Size %d /Root 1 0 R /ID [<%s> <%s>] >>\n" % (len(objects) + 1, name, name)
    out += b"startxref\n%d\n%%%%EOF\n" % table
    return bytes(out)
