"""Which class of reply a letter is, by the phrases of the pack; more than one, and none is told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from raport.law import AnswerClass, Pack
from raport.reading.papers.matching import Found, inflected, phrases
from raport.reading.papers.text import Token
from raport.reading.papers.words import PaperWords

_BETWEEN = 2
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class KindFound:
    """A class of reply and where one of its phrases stands."""

    answer: AnswerClass
    found: Found


def kinds(words: PaperWords, pack: Pack, body: Sequence[Token]) -> list[KindFound]:
    """Every class with a phrase in the body of the letter, each once, by the phrase that fits best."""
    best = []
    nots = frozenset(form[0] for form in words.contexts["not"])
    for answer in pack.answers.values():
        found = [one for phrase in answer.phrases for one in _places(body, phrase, nots)]
        if found:
            best.append(KindFound(answer, min(found, key=lambda f: (not f.exact, f.start))))
    return best


def _places(body: Sequence[Token], phrase: str, nots: frozenset[str]) -> Iterator[Found]:
    """Where it stands; a comma in a phrase means that its parts may stand apart, in this order."""
    parts = [tuple(_WORD.findall(_plain(part))) for part in phrase.split(",")]
    parts = [part for part in parts if part]
    rows = [list(_part(body, part, nots)) for part in parts]
    for first in rows[0]:
        last, exact = first, first.exact
        for row in rows[1:]:
            after = next((one for one in row if one.start >= last.end), None)
            if after is None:
                break
            last, exact = after, exact and after.exact
        else:
            yield Found(first.start, last.end, exact)


def _part(body: Sequence[Token], part: tuple[str, ...], nots: frozenset[str]) -> Iterator[Found]:
    """A "not" between its words, or before them, says the contrary."""
    barred = nots - set(part)
    for one in phrases(body, part, inflected, gap=_BETWEEN, barred=barred):
        before = next((t for t in reversed(body) if t.end <= one.start), None)
        if part[0] in nots or before is None or before.text not in nots:
            yield one


def _plain(phrase: str) -> str:
    return phrase.lower().replace("\u0451", "\u0435")
