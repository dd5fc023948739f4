"""Words as the search sees them: folded, their endings off, numbers in one shape. Russian and English.

A term is letters and digits only. The same text gives the same terms whenever it is read: what stands in the
index and what is typed into the search meet here.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

import snowballstemmer

from raport.adapters.toml import read_toml

LONGEST = 40
"""Letters of a term; the rest of a longer word tells nothing more."""

_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"  # stress marks, soft hyphens, joiners: written, not read
_WORD = re.compile(rf"[^\W_]+(?:[{_INSIDE}]+[^\W_]*)*")
_NOT_READ = re.compile(f"[{_INSIDE}]")
_OPAQUE = re.compile(r"[0-9a-f]{24,}")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_YO, _YE = "\u0451", "\u0435"
# Beside digits a letter is a mark, and nobody sees in which alphabet it was typed: a v e k m n o r s t u kh
_ALIKE = str.maketrans(
    "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445", "abekmhopctyx"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text with its place in it, and its term."""

    start: int
    end: int
    term: str


@dataclass(frozen=True, slots=True)
class _Same:
    same: dict[str, str]
    numbers: frozenset[str]
    before_numbers: frozenset[str]


def plain(text: str) -> str:
    """The text as `words` reads it, letters composed: the places of words are places in this."""
    return unicodedata.normalize("NFC", text)


def words(text: str) -> Iterator[Word]:
    """Every word of a text that `plain` gave, in order."""
    known = _same()
    held: Word | None = None  # what only announces a number, if one comes
    for found in _WORD.finditer(text):
        word = Word(found.start(), found.end(), _term(found[0]))
        if not word.term:
            continue
        if held is not None and not word.term.isdecimal():
            yield held
        held = word if word.term in known.numbers else None
        if held is None:
            yield word
    if held is not None:
        yield held


def terms(text: str) -> list[str]:
    """The terms of a text, in order."""
    return [w.term for w in words(plain(text))]


def before_number(term: str) -> bool:
    """Whether this and the number after it are looked for together."""
    return term in _same().before_numbers


def forget() -> None:
    """Drop the words met so far: the vault is being locked."""
    _stem.cache_clear()


def _term(word: str) -> str:
    folded = _NOT_READ.sub("", unicodedata.normalize("NFKC", word).casefold()).replace(_YO, _YE)
    if _OPAQUE.fullmatch(folded):
        return ""
    folded = "".join(_WORD.findall(folded))[:LONGEST]
    if any(c.isdigit() for c in folded):
        return folded.translate(_ALIKE)
    stem = _stem(folded)
    return _same().same.get(stem, stem)


@lru_cache(maxsize=1 << 15)
def _stem(word: str) -> str:
    """The stem of the stem, until it is its own: a surname and its cases otherwise part."""
    stemmer = snowballstemmer.stemmer("russian" if _CYRILLIC.search(word) else "english")
    for _ in range(4):
        stem: str = stemmer.stemWord(word) or word
        if stem == word or len(stem) < 3:
            break
        word = stem
    return word


@cache
def _same() -> _Same:
    name = "search.toml"
    data = resources.files("raport.app").joinpath(name).read_bytes()
    values = read_toml(name, data).values
    groups: Sequence[Sequence[str]] = values["same"]  # type: ignore[assignment] # our own file
    same: dict[str, str] = {}
    for group in groups:
        first = _stem(_folded(group[0]))
        same.update({_stem(_folded(word)): first for word in group})
    listed = {n: [_stem(_folded(w)) for w in values[n]] for n in ("numbers", "before-numbers")}  # type: ignore[attr-defined] # our own file
    return _Same(
        same,
        frozenset(listed["numbers"]),
        frozenset(same.get(s, s) for s in listed["before-numbers"]),
    )


def _folded(word: str) -> str:
    return "".join(_WORD.findall(word.casefold().replace(_YO, _YE)))
