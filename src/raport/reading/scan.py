"""A text cut into its smallest parts, each with what it may mean by the words of a language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from raport.reading.lexicon import ATOM, Kind, Meaning, Sayings, plain

_TYPO_KINDS = (Kind.MONTH, Kind.SEASON)
_WHOLE = (Kind.DAY, Kind.PART, Kind.HOLIDAY, Kind.SIDE)
_TYPO_LETTERS = 5
"""A shorter word with a letter wrong is too often another word."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A number, a word or a mark; `glued`: no space before it."""

    text: str
    glued: bool

    @property
    def is_number(self) -> bool:
        return self.text.isdecimal() and self.text.isascii()


class Scan:
    """The atoms of a text and the phrases that begin at each."""

    def __init__(self, text: str, words: Sayings) -> None:
        self.words = words
        self._seen: dict[int, list[tuple[Meaning, int]]] = {}
        self.atoms = tuple(_atoms(plain(text)))
        self.misspelled = {
            n: meaning
            for n, atom in enumerate(self.atoms)
            if (meaning := _misspelled(atom.text, words)) is not None
        }

    def __len__(self) -> int:
        return len(self.atoms)

    def at(self, start: int) -> list[tuple[Meaning, int]]:
        """Every meaning of every phrase that begins here, with where it ends; the longest first."""
        if start not in self._seen:
            self._seen[start] = list(self._at(start))
        return self._seen[start]

    def _at(self, start: int) -> Iterator[tuple[Meaning, int]]:
        for length in range(min(self.words.longest, len(self.atoms) - start), 0, -1):
            phrase = tuple(a.text for a in self.atoms[start : start + length])
            meanings = sorted(self.words.phrases.get(phrase, ()), key=_order)
            for meaning in meanings:
                yield meaning, start + length
            if length > 1 and any(m.kind in _WHOLE for m in meanings):
                return  # "the day before yesterday" is not a day before something
        if start in self.misspelled:
            yield self.misspelled[start], start + 1

    @cached_property
    def strange(self) -> str:
        """The first word without any meaning; empty where each has one."""
        covered: set[int] = set()
        for start in range(len(self.atoms)):
            for _, end in self.at(start):
                covered.update(range(start, end))
        return next(
            (a.text for n, a in enumerate(self.atoms) if n not in covered and a.text[0].isalpha()), ""
        )


def near(one: str, other: str) -> bool:
    """Whether one slip of the hand (a letter left out, added, changed, or two exchanged) lies between."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    rest, rest_other = one[start:], other[start:]
    swapped = rest[1:2] + rest[:1] + rest[2:] == rest_other and len(rest) > 1
    return swapped or rest[1:] in (rest_other, rest_other[1:]) or rest == rest_other[1:]


def _atoms(text: str) -> Iterator[Atom]:
    end = 0
    for found in re.finditer(ATOM, text):
        yield Atom(found[0], found.start() == end and end > 0)
        end = found.end()


def _misspelled(word: str, words: Sayings) -> Meaning | None:
    """The one month or season that a word without meaning is near to."""
    if len(word) < _TYPO_LETTERS or not word.isalpha() or (word,) in words.phrases:
        return None
    close = {
        meaning
        for phrase, meanings in words.phrases.items()
        if len(phrase) == 1 and len(phrase[0]) >= _TYPO_LETTERS - 1 and near(word, phrase[0])
        for meaning in meanings
    }
    found = close.pop() if len(close) == 1 else None
    return found if found is not None and found.kind in _TYPO_KINDS else None


def _order(meaning: Meaning) -> tuple[str, str]:
    return meaning.kind.value, meaning.key
