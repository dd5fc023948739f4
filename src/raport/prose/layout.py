"""Plain text for a terminal of 80 columns, without colour: headings, paragraphs, tables."""

import textwrap
from collections.abc import Sequence

WIDTH = 80


def heading(text: str, rule: str = "=") -> list[str]:
    """A line and its underline."""
    return [
        *textwrap.wrap(text, WIDTH),
        rule * min(WIDTH, max(len(line) for line in textwrap.wrap(text, WIDTH) or [""])),
    ]


def paragraph(text: str, indent: int = 0, first: str = "") -> list[str]:
    """A paragraph, wrapped; `first` (a bullet, a number) stands before its first line."""
    lead = " " * indent + first
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=True,
        break_on_hyphens=False,
    ) or [lead.rstrip()]


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], indent: int = 2
) -> list[str]:
    """Rows of wrapped cells under a head; the widths and the gaps of two must fit into 80 columns."""
    lines = _row(head, widths, indent)
    lines.append(" " * indent + "  ".join("-" * w for w in widths))
    for row in rows:
        lines += _row(row, widths, indent)
    return lines


def _row(cells: Sequence[str], widths: Sequence[int], indent: int) -> list[str]:
    wrapped = [
        textwrap.wrap(c, w, break_on_hyphens=False) or [""] for c, w in zip(cells, widths, strict=True)
    ]
    lines = []
    for n in range(max(len(w) for w in wrapped)):
        parts = [(w[n] if n < len(w) else "").ljust(width) for w, width in zip(wrapped, widths, strict=True)]
        lines.append((" " * indent + "  ".join(parts)).rstrip())
    return lines
