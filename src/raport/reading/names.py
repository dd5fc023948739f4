"""Which events of the case are meant by a few words: forms of one word begin alike."""

from collections.abc import Sequence

from raport.reading.lexicon import plain
from raport.reading.nodes import Named
from raport.reading.said import Anchor, Ours, SayingError
from raport.reading.scan import near

_STEM, _ENDING = 4, 3
_TOLD = 8
_SLIP = 6
"""A word of fewer letters with one wrong is too often another."""


def events_named(named: Named, anchors: Sequence[Anchor]) -> tuple[list[Anchor], frozenset[Ours]]:
    """The events whose names share the most words with these. Raises `SayingError` where none does.

    What was not said of them, or not found, is marked as our reading.
    """
    by_id = [a for a in anchors if plain(a.id) == "".join(named.text.split()).lower()]
    if by_id:
        return by_id, frozenset()
    if not anchors:
        raise SayingError("no-anchor", word=named.text)
    scores = [(max((_score(named, name) for name in a.names), default=0), a) for a in anchors]
    best = max(score for score, _ in scores)
    if best == 0:
        names = [a.names[0] for a in anchors if a.names]
        told = ", ".join(names[:_TOLD]) + (", ..." if len(names) > _TOLD else "")
        raise SayingError("anchor", word=named.text, names=told)
    found = [a for score, a in scores if score == best]
    return found, frozenset({Ours.ANCHOR} if best < len(_telling(named)) or len(found) > 1 else ())


def same_word(one: str, other: str) -> bool:
    """Two forms of one word, as far as that is seen without its grammar."""
    if one == other:
        return True
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    if shared >= _STEM and len(one) - shared <= _ENDING and len(other) - shared <= _ENDING:
        return True
    return min(len(one), len(other)) >= _SLIP and near(one, other)


def _score(named: Named, name: str) -> int:
    words = [w.strip(".,;:()") for w in plain(name).split()]
    return sum(any(same_word(said, word) for word in words) for said in _telling(named))


def _telling(named: Named) -> list[str]:
    """The words that tell something: short ones bind the others."""
    long = [w for w in named.words if len(w) > 2]
    return long or list(named.words)
