"""The words of all pages as one text that can be searched, and the way back from a piece of it to places."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from raport.reading.papers.model import PaperPage, Place, Word

_SAME = {
    "\u0451": "\u0435",  # io as ie
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ac", "-"),
    **dict.fromkeys("\u00ab\u00bb\u201c\u201d\u201e\u2039\u203a<>", '"'),
    "\u2019": "'",
    "\u2018": "'",
}
_BREAK = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words by number, and where they stand in the text."""

    page: int
    first: int
    after: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """A word without its marks; one that was broken at the end of a line is whole. `start` to `end`: in the
    text.
    """

    text: str
    start: int
    end: int


class PaperText:
    """The text of a paper, in small letters with marks that look alike made one; letter by letter as read.

    `whole`: the same without breaks inside words (`from_whole` leads back).
    """

    def __init__(self, pages: Sequence[PaperPage], latin: Mapping[str, str]) -> None:
        self.pages = pages
        self.words: list[Word] = []
        self.page_of: list[int] = []
        self.lines: list[Line] = []
        self._starts: list[int] = []
        parts: list[str] = []
        at = 0
        for n, page in enumerate(pages):
            for word in page.words:
                new = not self.lines or self.lines[-1].page != n or self.words[-1].line != word.line
                if self.words:
                    parts.append("\n" if new else " ")
                    at += 1
                self.words.append(word)
                self.page_of.append(n)
                self._starts.append(at)
                parts.append(folded(word.text, latin))
                at += len(word.text)
                first, start = (
                    (len(self.words) - 1, self._starts[-1])
                    if new
                    else (self.lines[-1].first, self.lines[-1].start)
                )
                line = Line(n, first, len(self.words), start, at)
                if new:
                    self.lines.append(line)
                else:
                    self.lines[-1] = line
        self.text = "".join(parts)
        self.tokens = self._tokens()
        self.whole, self._whole_at = self._joined()

    def _tokens(self) -> list[Token]:
        tokens: list[Token] = []
        broken = False
        for found in _TOKEN.finditer(self.text):
            if broken:
                before = tokens.pop()
                tokens.append(Token(before.text + found[0], before.start, found.end()))
            else:
                tokens.append(Token(found[0], found.start(), found.end()))
            rest = self.text[found.end() : found.end() + 2]
            broken = rest == "-\n" and found[0][-1].isalpha()
        return tokens

    def _joined(self) -> tuple[str, list[int]]:
        """The text without the breaks inside words, and where each of its letters stands in the text."""
        parts: list[str] = []
        at: list[int] = []
        here = 0
        for found in [*_BREAK.finditer(self.text), None]:
            end = found.start() if found else len(self.text)
            parts.append(self.text[here:end])
            at += range(here, end)
            here = found.end() if found else end
        return "".join(parts), [*at, len(self.text)]

    def from_whole(self, at: int) -> int:
        """The place in the text of a place in `whole`."""
        return self._whole_at[at]

    def word_at(self, at: int) -> int:
        """The number of the word in which a place of the text lies, or which stands before it."""
        return max(0, bisect_right(self._starts, at) - 1)

    def said(self, start: int, end: int) -> str:
        """The words of a piece of the text as they were read."""
        return " ".join(w.text for w in self._of(start, end))

    def sure(self, start: int, end: int) -> float:
        """How sure the machine was of the weakest of them."""
        return min((w.sure for w in self._of(start, end)), default=0.0)

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Their rectangles, one a line."""
        places: list[Place] = []
        last = None
        for n in range(self.word_at(start), self.word_at(max(start, end - 1)) + 1):
            word, page = self.words[n], self.page_of[n]
            if (page, word.line) == last:
                places[-1] = Place(page, places[-1].rect.around(word.rect))
            else:
                places.append(Place(page, word.rect))
            last = (page, word.line)
        return tuple(places)

    def _of(self, start: int, end: int) -> list[Word]:
        return self.words[self.word_at(start) : self.word_at(max(start, end - 1)) + 1] if self.words else []


def folded(text: str, latin: Mapping[str, str]) -> str:
    """As long as it was: small letters, one kind of dash and quotation mark; a Latin letter in a Russian word
    as the Russian one that looks so.
    """
    small = "".join(c if len(c) == 1 else text[n] for n, c in enumerate(map(str.lower, text)))
    plain = "".join(_SAME.get(c, c) for c in small)
    if any("\u0400" <= c <= "\u04ff" for c in plain):
        plain = "".join(latin.get(c, c) for c in plain)
    return plain
