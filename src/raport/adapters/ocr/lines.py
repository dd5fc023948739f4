"""Words as Tesseract saw them -> words in lines, in the order of reading, columns one after the other."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from raport.adapters.ocr.machine import Seen
from raport.reading.papers import Word

_GAP = 3.5
"""So many heights of a line between two words of it: they are of two columns."""


def in_order(seen: Sequence[Seen]) -> tuple[Word, ...]:
    """The words with the number of their line. A line that runs over a wide gap is two."""
    lines: list[list[Seen]] = []
    for _, row in groupby(seen, key=lambda one: one.line):
        words = sorted(row, key=lambda one: one.rect.left)
        tall = sorted(one.rect.height for one in words)[len(words) // 2]
        lines.append([words[0]])
        for before, after in pairwise(words):
            if after.rect.left - before.rect.right > _GAP * tall:
                lines.append([])
            lines[-1].append(after)
    return tuple(Word(one.text, one.rect, one.sure, n) for n, line in enumerate(lines) for one in line)
