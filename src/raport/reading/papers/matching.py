"""Whether a word as it was read may be a word as it is known; phrases found in a row of words."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from raport.reading.papers.text import Token
from raport.reading.papers.words import ANY, Words

type Alike = Callable[[str, str], int | None]
"""How far a word as read is from one as known: 0 alike, 1 nearly; None for another word."""

_PER_SLIP = 6  # so many letters of a word for one that was misread
_ENDING = 3
_STEM = 4
_MOST_ANY = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in the text: from `start` to `end`, and whether word for word."""

    start: int
    end: int
    exact: bool


@lru_cache(maxsize=65536)
def misread(seen: str, known: str) -> int | None:
    """The same word, or as long with a letter in six misread; no other ending."""
    if seen == known:
        return 0
    if len(seen) != len(known) or len(known) < _PER_SLIP:
        return None
    slips = sum(a != b for a, b in zip(seen, known, strict=True))
    return 1 if slips <= len(known) // _PER_SLIP else None


@lru_cache(maxsize=65536)
def inflected(seen: str, known: str) -> int | None:
    """The same word, one with another ending, or one misread in a letter of six."""
    if seen == known:
        return 0
    if misread(seen, known) is not None:
        return 1
    stem = max(_STEM, len(known) - _ENDING)
    if min(len(seen), len(known)) < stem or abs(len(seen) - len(known)) > _ENDING:
        return None
    return 1 if seen[:stem] == known[:stem] else None


def phrases(
    tokens: Sequence[Token], phrase: Words, alike: Alike, gap: int = 0, barred: frozenset[str] = frozenset()
) -> Iterator[Found]:
    """Where the phrase stands; up to `gap` other words may stand between two of it, none that is barred."""
    for n in range(len(tokens)):
        found = _from(tokens, n, phrase, alike, gap, barred)
        if found is not None:
            last, exact = found
            yield Found(tokens[n].start, tokens[last].end, exact)


def _from(
    tokens: Sequence[Token], n: int, phrase: Words, alike: Alike, gap: int, barred: frozenset[str]
) -> tuple[int, bool] | None:
    """The last word of the phrase that begins at word `n`, and whether all are as they are known."""
    exact, here, room = True, n, 0
    for k, known in enumerate(phrase):
        if known == ANY:
            room = _MOST_ANY
            continue
        step = _next(tokens, here, known, alike, room, barred if k else frozenset())
        if step is None:
            return None
        skipped, far = step
        exact = exact and far == 0 and (skipped == 0 or room == _MOST_ANY)
        here += skipped + 1
        room = gap
    return here - 1, exact


def _next(
    tokens: Sequence[Token], here: int, known: str, alike: Alike, room: int, barred: frozenset[str]
) -> tuple[int, int] | None:
    for skipped in range(room + 1):
        if here + skipped >= len(tokens):
            return None
        seen = tokens[here + skipped].text
        far = alike(seen, known)
        if far is not None:
            return skipped, far
        if seen in barred:
            return None
    return None
