"""Articles that a letter cites, matched to the provisions of the pack by the pack's own citations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from raport.law import Pack
from raport.reading.papers.text import PaperText, folded
from raport.reading.papers.words import PaperWords

_ACT_WITHIN = 200
"""Letters after an article in which its act is looked for."""
_RUSSIAN = "ru"


@dataclass(frozen=True, slots=True)
class Citation:
    """An article as it is cited: `act` by the words' own key or empty, `parts` before it (1, 6, 1.1)."""

    act: str
    article: str
    parts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in the text, and the provisions of the pack that it may be."""

    citation: Citation
    start: int
    end: int
    provisions: tuple[str, ...]


def articles(paper: PaperText, words: PaperWords, pack: Pack) -> list[Cited]:
    """Every article cited, in order."""
    known = _known(pack, words)
    found = []
    for citation, first, last in _citations(paper.whole, words):
        start, end = paper.from_whole(first), paper.from_whole(last)
        found.append(Cited(citation, start, end, _provisions(citation, known)))
    return found


def _provisions(citation: Citation, known: dict[str, tuple[Citation, ...]]) -> tuple[str, ...]:
    """Of the same act and article: those of the same part, else those of the whole article."""
    same = {
        id_: [c for c in cites if (c.act, c.article) == (citation.act, citation.article)]
        for id_, cites in known.items()
    }
    of_part = [id_ for id_, cites in same.items() if any(c.parts == citation.parts for c in cites)]
    whole = [id_ for id_, cites in same.items() if any(not c.parts for c in cites)]
    return tuple(of_part or whole) if citation.act else ()


def _citations(text: str, words: PaperWords) -> Iterator[tuple[Citation, int, int]]:
    pattern = _pattern(words.articles["article"], words.articles["part"])
    every = list(pattern.finditer(text))
    for n, found in enumerate(every):
        limit = every[n + 1].start() if n + 1 < len(every) else len(text)
        act, end = _act(text, found.end(), min(limit, found.end() + _ACT_WITHIN), words)
        if not act:  # "arts. 10, 12 of the law": the act stands after the last of them
            following = (
                _act(text, f.end(), min(len(text), f.end() + _ACT_WITHIN), words)[0]
                for f in every[n + 1 : n + 2]
            )
            act = next(following, "")
        parts = frozenset(_numbers(found["parts"] or ""))
        for article in _numbers(found["articles"]):
            yield Citation(act, article, parts), found.start(), max(end, found.end())


def _act(text: str, start: int, end: int, words: PaperWords) -> tuple[str, int]:
    """The act named first after an article, and where its name ends."""
    named = [
        (found.start(), found.end(), act)
        for act, patterns in words.acts.items()
        for pattern in patterns
        if (found := pattern.search(text, start, end)) is not None
    ]
    if not named:
        return "", start
    _, stop, act = min(named)
    return act, stop


@lru_cache(maxsize=8)
def _pattern(article: str, part: str) -> re.Pattern[str]:
    number = r"\d+(?:\.\d+)*"
    row = rf"{number}(?:(?:\s*,\s*|\s*-\s*|\s+\u0438\s+){number})*"
    letter = r"(?:\s*\"?[\u0430-\u044f]\"?\s+)"
    before = rf"(?:(?:{part})\s*(?:{row}|{letter})\s*,?\s*)+"
    return re.compile(rf"(?<![^\W_])(?P<parts>{before})?(?<![^\W_])(?:{article})\s*(?P<articles>{row})")


def _numbers(said: str) -> list[str]:
    """Each number of a row; a span of two is all between."""
    found = []
    for first, last in re.findall(r"(\d+(?:\.\d+)*)(?:\s*-\s*(\d+))?", said):
        found.append(first)
        if last and first.isdigit() and int(first) < int(last) <= int(first) + 20:
            found += [str(n) for n in range(int(first) + 1, int(last) + 1)]
    return found


def _known(pack: Pack, words: PaperWords) -> dict[str, tuple[Citation, ...]]:
    """What each provision of the pack is cited as."""
    return {
        provision.id: tuple(
            c for c, _, _ in _citations(folded(provision.cite.get(_RUSSIAN, ""), words.latin), words)
        )
        for provision in pack.provisions.values()
    }
