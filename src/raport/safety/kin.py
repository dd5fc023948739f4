"""May two files be about one man, or about people who know each other?

Only offered, with what is alike; nothing is ever joined by itself. A common name alone is not enough.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

ENOUGH = 30
"""From this score on a likeness is offered."""

PHONE, HANDLE, NAME, WORDS = "phone", "handle", "name", "words"

_WEIGHT = {PHONE: 60, HANDLE: 60, WORDS: 50}
_RARE_NAME, _COMMON_NAME = 35, 15
_RARE = 3  # a name that stands in more files than that is common
_NAME_ALIKE, _WORDS_ALIKE = 85, 92
_LEAST_NAME, _LEAST_WORDS = 4, 8
_NATIONAL = 10  # digits of a number without the country's
_MOST_DIGITS = 15  # of a telephone number: ITU-T E.164

_PHONE = re.compile(r"(?<![\w.])\+?\d(?:[ \u00a0().\u2010-\u2013-]{0,2}\d){9,18}(?!\w)")
_DATED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{2,4}")
_HANDLE = re.compile(r"(?:(?<![\w.])@|\b(?:t|telegram)\.me/)([A-Za-z]\w{3,31})\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDS = ".!?\u2026:\n"
_YO, _YE = "\u0451", "\u0435"


@dataclass(frozen=True, slots=True)
class Traits:
    """What somebody may be known by: numbers without country and signs, handles, names, and a text."""

    phones: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that is alike, as it stands in the first of the two."""

    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much (0 to 100) and why."""

    score: int
    because: tuple[Reason, ...]

    @property
    def is_enough(self) -> bool:
        """Whether it is worth a look."""
        return self.score >= ENOUGH


def traits_of(texts: Iterable[str], named: Iterable[str] = ()) -> Traits:
    """The traits of some texts; `named` are texts that hold only names."""
    text = "\n".join(texts)
    given = " ".join(named)
    both = f"{text}\n{given}"
    return Traits(
        frozenset(_phones(both)),
        frozenset(h.casefold() for h in _HANDLE.findall(both)),
        frozenset(_names(text)) | {_fold(w) for w in _WORD.findall(given) if len(w) >= _LEAST_NAME},
        " ".join(_fold(w) for w in _WORD.findall(text)),
    )


def likeness(one: Traits, other: Traits, often: Mapping[str, int] | None = None) -> Likeness:
    """How alike two are. `often`: in how many files each of the first one's names stands."""
    because = [Reason(PHONE, p) for p in sorted(one.phones & other.phones)]
    because += [Reason(HANDLE, h) for h in sorted(one.handles & other.handles)]
    score = sum(_WEIGHT[r.kind] for r in because)
    for name in sorted(one.names):
        if any(fuzz.ratio(name, n) >= _NAME_ALIKE for n in other.names):
            score += _RARE_NAME if (often or {}).get(name, 0) <= _RARE else _COMMON_NAME
            because.append(Reason(NAME, name))
    if _same_words(one.text, other.text):
        score += _WEIGHT[WORDS]
        because.append(Reason(WORDS))
    return Likeness(min(score, 100), tuple(because))


def _same_words(one: str, other: str) -> bool:
    if min(one.count(" "), other.count(" ")) + 1 < _LEAST_WORDS:
        return False
    return fuzz.token_sort_ratio(one, other) >= _WORDS_ALIKE


def reached_at(text: str) -> list[tuple[int, int]]:
    """Where in a text the numbers and handles stand by which somebody can be reached, in order."""
    phones = (found.span() for found in _PHONE.finditer(text) if _is_phone(found[0]))
    return sorted((*phones, *(found.span() for found in _HANDLE.finditer(text))))


def _phones(text: str) -> Iterator[str]:
    for found in _PHONE.findall(text):
        if _is_phone(found):
            yield re.sub(r"\D", "", found)[-_NATIONAL:]


def _is_phone(found: str) -> bool:
    return _NATIONAL <= sum(c.isdigit() for c in found) <= _MOST_DIGITS and not _DATED.match(found)


def _names(text: str) -> Iterator[str]:
    """Words with a capital; the first of a sentence only where the next has one too."""
    found = list(_WORD.finditer(text))
    for n, word in enumerate(found):
        if len(word[0]) < _LEAST_NAME or not _is_capital(word[0]):
            continue
        before = text[: word.start()].rstrip(" \t\"'\u00ab\u201e(-\u2013\u2014")
        next_ = found[n + 1] if n + 1 < len(found) else None
        inside = bool(before) and before[-1] not in _ENDS
        followed = (
            next_ is not None and _is_capital(next_[0]) and not text[word.end() : next_.start()].strip()
        )
        if inside or followed:
            yield _fold(word[0])


def _is_capital(word: str) -> bool:
    return word[0].isupper() and word[1:2].islower()


def _fold(word: str) -> str:
    return word.casefold().replace(_YO, _YE)
