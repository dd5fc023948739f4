"""The whole of a paper: which marks are whose, what is proposed, and why the rest is not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from raport.casefile import CaseFile
from raport.law import Pack
from raport.reading.papers.articles import articles
from raport.reading.papers.filings import Named, filings
from raport.reading.papers.kinds import kinds
from raport.reading.papers.marks import Mark, Of, days, numbers
from raport.reading.papers.matching import misread, phrases
from raport.reading.papers.model import (
    Abstention,
    Doubt,
    Field,
    Findings,
    Ground,
    PaperPage,
    Proposal,
    Why,
)
from raport.reading.papers.senders import SenderFound, senders
from raport.reading.papers.text import PaperText, Token
from raport.reading.papers.words import PaperWords

FAINT, UNREADABLE = 0.75, 0.35
"""How sure the machine must be of a word that is proposed without doubt, and that is proposed at all."""
_HEAD = 0.45  # of the first page, where nothing says that the letter begins
_AROUND = " ,;:."
_FOOT = 25  # words that may be the signature


@dataclass(frozen=True, slots=True)
class _Parts:
    """Which words are the head of a letter, which the letter, which the signature; where the head ends."""

    head: list[Token]
    body: list[Token]
    foot: list[Token]


def read_pages(
    pages: Sequence[PaperPage], words: PaperWords, pack: Pack, file: CaseFile | None = None
) -> Findings:
    """What the paper seems to say. Every field is proposed, or abstained from with the reason."""
    paper = PaperText(pages, words.latin)
    parts = _parts(paper, words)
    of_numbers = numbers(paper, words)
    of_days = days(paper, words, of_numbers)
    taken = _Taken(paper)
    sender = taken.one(Field.SENDER, _sender(paper, senders(paper, words, pack, parts.head, parts.foot)))
    taken.one(Field.NUMBER, _own(paper, Field.NUMBER, of_numbers, parts))
    on = taken.one(Field.DATE, _own(paper, Field.DATE, of_days, parts))
    for field, marks, of in (
        (Field.INCOMING, of_numbers, Of.ARRIVAL),
        (Field.INCOMING_DATE, of_days, Of.ARRIVAL),
        (Field.ANSWERS_TO, of_numbers, Of.ANSWERED),
        (Field.ANSWERS_TO_DATE, of_days, Of.ANSWERED),
    ):
        taken.one(field, [_of_mark(paper, field, m) for m in marks if m.of is of])
    named = Named(
        frozenset(m.value for m in of_numbers if m.of in (Of.ARRIVAL, Of.ANSWERED)),
        frozenset(date.fromisoformat(m.value) for m in of_days if m.of in (Of.ARRIVAL, Of.ANSWERED)),
        date.fromisoformat(on.value) if on else None,
        sender.value if sender else "",
    )
    _of_case(taken, paper, pack, file, named, [*of_numbers, *of_days], sender)
    _kind(taken, paper, words, pack, parts.body)
    _articles(taken, paper, words, pack)
    return Findings(tuple(taken.proposals), tuple(taken.abstentions))


class _Taken:
    """What was decided so far."""

    def __init__(self, paper: PaperText) -> None:
        self.paper = paper
        self.proposals: list[Proposal] = []
        self.abstentions: list[Abstention] = []

    def one(self, field: Field, candidates: Iterable[Proposal]) -> Proposal | None:
        """The one value that all candidates have, by the surest of them; else none is proposed."""
        found = list(candidates)
        values = {c.value for c in found}
        if not values:
            self.none(field, Why.NOTHING)
        elif len(values) > 1:
            self.none(field, Why.SEVERAL, found)
        else:
            best = max(found, key=lambda c: (c.sure >= UNREADABLE, -len(c.doubts), c.sure))
            if best.sure < UNREADABLE:
                self.none(field, Why.UNREADABLE, found)
            else:
                self.proposals.append(best)
                return best
        return None

    def none(self, field: Field, why: Why, candidates: Sequence[Proposal] = ()) -> None:
        """Nothing is proposed."""
        self.abstentions.append(Abstention(field, why, tuple(candidates)))


def proposal(
    paper: PaperText, field: Field, value: str, start: int, end: int, *doubts: Doubt | None
) -> Proposal:
    """A proposal that rests on a piece of the text."""
    sure = paper.sure(start, end)
    all_ = [d for d in (*doubts, Doubt.FAINT if sure < FAINT else None) if d is not None]
    return Proposal(
        field, value, paper.said(start, end).strip(_AROUND), paper.places(start, end), sure, tuple(all_)
    )


# --- the parts of a letter ----------------------------------------------------------------------------------


def _parts(paper: PaperText, words: PaperWords) -> _Parts:
    """The head is what stands on the first page above the first line that begins the letter."""
    if not paper.words:
        return _Parts([], [], [])
    limit = _begins(paper, words)
    head: list[Token] = []
    body: list[Token] = []
    for token in paper.tokens:
        n = paper.word_at(token.start)
        above = paper.page_of[n] == 0 and paper.words[n].rect.bottom <= limit
        (head if above else body).append(token)
    return _Parts(head, body, body[-_FOOT:])


def _begins(paper: PaperText, words: PaperWords) -> float:
    tops = [
        paper.words[n].rect.top
        for form in words.body
        for found in phrases(paper.tokens, form, misread)
        if paper.page_of[n := paper.word_at(found.start)] == 0
    ]
    return min(tops, default=_HEAD * paper.pages[0].height)


def _in(tokens: Sequence[Token], mark: Mark) -> bool:
    return any(t.start < mark.end and mark.start < t.end for t in tokens)


# --- what is proposed ---------------------------------------------------------------------------------------


def _sender(paper: PaperText, found: Sequence[SenderFound]) -> list[Proposal]:
    return [
        proposal(
            paper,
            Field.SENDER,
            one.authority,
            one.found.start,
            one.found.end,
            None if one.head else Doubt.UNLABELLED,
            None if one.found.exact else Doubt.REPAIRED,
        )
        for one in found
    ]


def _of_mark(paper: PaperText, field: Field, mark: Mark, *doubts: Doubt | None) -> Proposal:
    repaired = Doubt.REPAIRED if mark.repaired else None
    return proposal(paper, field, mark.value, mark.start, mark.end, *doubts, repaired)


def _own(paper: PaperText, field: Field, marks: Sequence[Mark], parts: _Parts) -> list[Proposal]:
    """Its own number or day: what a label says; else what stands in the head, a day beside a number first;
    else the one day that stands at the end.
    """
    labelled = [m for m in marks if m.of is Of.OWN]
    if labelled:
        return [_of_mark(paper, field, m) for m in labelled]
    plain = [m for m in marks if m.of is Of.PLAIN]
    head = [m for m in plain if _in(parts.head, m)]
    beside = [m for m in head if m.beside >= 0]
    if beside or head:
        unlabelled = Doubt.UNLABELLED if field is Field.DATE and not beside else None
        return [_of_mark(paper, field, m, unlabelled) for m in beside or head]
    last = [m for m in plain if _in(parts.foot, m)] if field is Field.DATE else []
    return [_of_mark(paper, field, m, Doubt.UNLABELLED) for m in last]


def _of_case(
    taken: _Taken,
    paper: PaperText,
    pack: Pack,
    file: CaseFile | None,
    named: Named,
    marks: Sequence[Mark],
    sender: Proposal | None,
) -> None:
    """The filing rests on the numbers and days that the letter names, or on who wrote it."""
    if file is None or not file.case.filings:
        taken.none(Field.FILING, Why.NO_CASE)
        return
    rests = [m for m in marks if m.of in (Of.ARRIVAL, Of.ANSWERED)]
    found = []
    for filing, grounds in filings(file, pack, named):
        only = Doubt.ONLY_ADDRESSEE if set(grounds) == {Ground.ADDRESSEE} else None
        if only or not rests:
            assert sender is not None, "an addressee is told by the sender"
            places, said, sure = sender.places, sender.said, sender.sure
        else:
            places = tuple(p for m in rests for p in paper.places(m.start, m.end))
            said = " ".join(paper.said(m.start, m.end) for m in rests)
            sure = min(paper.sure(m.start, m.end) for m in rests)
        doubts = tuple(d for d in (only, Doubt.FAINT if sure < FAINT else None) if d)
        found.append(Proposal(Field.FILING, filing.id, said, places, sure, doubts, grounds))
    taken.one(Field.FILING, found)


def _kind(taken: _Taken, paper: PaperText, words: PaperWords, pack: Pack, body: Sequence[Token]) -> None:
    """One class, or several that come to the same; a letter that says two things is for a person to read."""
    found = kinds(words, pack, body)
    comes_to = {(one.answer.outcome, words.event_of(one.answer.id).kind) for one in found}
    proposals = [
        proposal(
            paper,
            Field.KIND,
            one.answer.id,
            one.found.start,
            one.found.end,
            None if one.found.exact else Doubt.NEAR,
        )
        for one in found
    ]
    if len(comes_to) == 1:
        proposals = [min(proposals, key=lambda p: (len(p.doubts), -p.sure))]
    taken.one(Field.KIND, proposals)


def _articles(taken: _Taken, paper: PaperText, words: PaperWords, pack: Pack) -> None:
    """Each article once. One that may be two provisions of the pack is proposed as neither."""
    seen: set[tuple[str, frozenset[str], str]] = set()
    for cited in articles(paper, words, pack):
        one = cited.citation
        if (one.article, one.parts, one.act) in seen:
            continue
        seen.add((one.article, one.parts, one.act))
        of = [
            proposal(paper, Field.ARTICLE, id_, cited.start, cited.end) for id_ in cited.provisions or ("",)
        ]
        if len(of) > 1:
            taken.none(Field.ARTICLE, Why.SEVERAL, of)
        elif cited.provisions:
            taken.proposals += of
        else:
            unknown = proposal(paper, Field.ARTICLE, "", cited.start, cited.end, Doubt.UNKNOWN_ACT)
            taken.proposals.append(unknown)
