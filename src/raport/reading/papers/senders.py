"""Who wrote: a letterhead on the left or in the middle of the head, or the post of who signed."""

from collections.abc import Sequence
from dataclasses import dataclass

from raport.law import Pack
from raport.reading.papers.matching import Found, misread, phrases
from raport.reading.papers.text import PaperText, Token
from raport.reading.papers.words import PaperWords

_TO_WHOM = 0.55
"""Whoever stands farther to the right of the head than this part of the page is written to."""


@dataclass(frozen=True, slots=True)
class SenderFound:
    """An authority of the pack and where it is named; `head`: in the letterhead, not in the signature."""

    authority: str
    found: Found
    head: bool


def senders(
    paper: PaperText, words: PaperWords, pack: Pack, head: Sequence[Token], foot: Sequence[Token]
) -> list[SenderFound]:
    """Whom the head names, else whom the signature does; of those who stand over each other the lowest."""
    left = [t for t in head if _is_left(paper, t)]
    for tokens, in_head in ((left, True), (foot, False)):
        found = {
            authority: min(places, key=lambda f: (not f.exact, f.start))
            for authority, forms in words.senders.items()
            if authority in pack.authorities
            and (places := [f for form in forms for f in phrases(tokens, form, misread)])
        }
        if found:
            lowest = [a for a in found if not any(b != a and _is_above(a, b, pack) for b in found)]
            return [SenderFound(a, found[a], in_head) for a in lowest]
    return []


def _is_left(paper: PaperText, token: Token) -> bool:
    n = paper.word_at(token.start)
    rect, width = paper.words[n].rect, paper.pages[paper.page_of[n]].width
    return rect.left < _TO_WHOM * width


def _is_above(one: str, other: str, pack: Pack) -> bool:
    """Whether `one` stands over `other`, however far."""
    seen: set[str] = set()
    row = [other]
    while row:
        here = row.pop()
        if here in seen or here not in pack.authorities:
            continue
        seen.add(here)
        row += pack.authorities[here].above
    return one in seen - {other}
