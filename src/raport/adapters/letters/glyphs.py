"""Which letters a font of ours can show: a PDF that is kept for long may not hold one that it cannot."""

import struct
from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).with_name("fonts")
FONTS: Final = (FOLDER / "PTF55F.ttf", FOLDER / "PTF75F.ttf")
_NO_SHAPE: Final = frozenset(
    "\n\t\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}"
    "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{WORD JOINER}\N{ZERO WIDTH NO-BREAK SPACE}"
)
"""What breaks or joins and is not seen. What turns the way of writing round is not let through."""
INSTEAD: Final = "?"


def shown(text: str) -> str:
    """The text; for each letter that one of our fonts lacks a question mark."""
    known = _in_all()
    if known.issuperset(text):
        return text
    return "".join(c if c in known else INSTEAD for c in text)


def letters_of(font: Path) -> frozenset[str]:
    """The letters of the font's table of Unicode (OpenType, `cmap`, format 4)."""
    data = font.read_bytes()
    cmap = _table(data, b"cmap")
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for n in range(count):
        platform, encoding, offset = struct.unpack_from(">HHL", data, cmap + 4 + 8 * n)
        (format_,) = struct.unpack_from(">H", data, cmap + offset)
        if (platform, encoding, format_) == (3, 1, 4):
            return frozenset(map(chr, _format_4(data, cmap + offset)))
    raise ValueError("a font without a table of Unicode")


@cache
def _in_all() -> frozenset[str]:
    return frozenset.intersection(*map(letters_of, FONTS)) | _NO_SHAPE


def _table(data: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", data, 4)
    for n in range(count):
        name, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * n)
        if name == tag:
            return int(offset)
    raise ValueError(f"a font without the table {tag.decode()}")


def _format_4(data: bytes, at: int) -> list[int]:
    """Code points that have a shape: segments of ends, starts, deltas and offsets."""
    (twice,) = struct.unpack_from(">H", data, at + 6)
    ends, starts = at + 14, at + 16 + twice
    deltas, offsets = starts + twice, starts + 2 * twice
    found = []
    for n in range(0, twice, 2):
        (end,), (start,) = (
            struct.unpack_from(">H", data, ends + n),
            struct.unpack_from(">H", data, starts + n),
        )
        (delta,), (offset,) = (
            struct.unpack_from(">H", data, deltas + n),
            struct.unpack_from(">H", data, offsets + n),
        )
        for code in range(start, min(end, 0xFFFE) + 1):
            if offset:
                (glyph,) = struct.unpack_from(">H", data, offsets + n + offset + 2 * (code - start))
            else:
                glyph = (code + delta) % 0x10000
            if glyph:
                found.append(code)
    return found
