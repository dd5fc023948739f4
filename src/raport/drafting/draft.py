"""One draft: a remedy that is open, in the words of its skeleton, filled with what the record holds.

Pure: the same case, law, day and grammar make the same letter.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache, partial

from raport.assess import Assessment, Certainty, ClockState, Remedy
from raport.casefile import CaseFile, Filing, Proof
from raport.dates import Span
from raport.drafting.fields import Field, Own, filled_lines, values
from raport.drafting.filling import (
    MAN,
    SEX_OF_APPLICANT,
    SEX_OF_AUTHOR,
    WOMAN,
    Filler,
    Word,
    capital,
    plain,
)
from raport.drafting.grammar import Grammar
from raport.drafting.model import Blank, Fact, Known, Letter, Paragraph, Phone, Run, Stop
from raport.drafting.parties import Party, applicant_of, author_of, party_of
from raport.drafting.telling import (
    KnownOf,
    Told,
    authority_word,
    day_words,
    events_of,
    known_place,
    paper_words,
    tell,
    told_kinds,
)
from raport.drafting.wordings import together
from raport.errors import BadInput, Problem
from raport.law import Bearer, Pack, RemedyRule, Role
from raport.law.letters import As, Form, Part, Skeleton, Voice
from raport.prose import Words

_CAPITAL = frozenset((As.TO, As.TITLE, As.TEXT, As.HEADING, As.FACTS))
_MARKS = {As.ASK: "{})", As.FACTS: "{}.", As.ANNEX: "{}."}
APPLICANT = "applicant"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be drafted. What is empty is chosen: the one filing, the first author and addressee.

    `cleared`: wordings that are let through wherever they stand; `let_through`: a wording and the very words.
    `fills`: what people wrote where the record has nothing, by the place of the blank.
    """

    remedy: str
    on: date
    filing: str = ""
    author: str = ""
    to: str = ""
    cleared: frozenset[str] = field(default_factory=frozenset)
    let_through: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    fills: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The remedy, the skeleton and who writes to whom, once all of it is known to be there."""

    remedy: Remedy
    rule: RemedyRule
    skeleton: Skeleton
    voice: Voice
    filing: Filing | None
    to: str
    also_to: tuple[str, ...]


def choose(file: CaseFile, pack: Pack, assessment: Assessment, wish: Wish) -> Chosen:
    """What can be drafted of the wish. Raises `BadInput`: the case is an advocate's, the step is not open,
    has no letter, or cannot be taken by this author or before this authority.
    """
    if assessment.advocate_only:
        raise _refused(
            "an advocate: what is known tells against him, and nothing is written until one takes the case",
            "no `advocate-since` in the case file",
        )
    rule = pack.remedies.get(wish.remedy)
    open_ = [r for r in assessment.remedies if r.id == wish.remedy]
    if rule is None or not open_:
        known = ", ".join(dict.fromkeys(r.id for r in assessment.remedies if pack.remedies[r.id].letter))
        raise _refused("a step that is open on that day", repr(wish.remedy), f"open, with a letter: {known}")
    skeleton = pack.letters.skeletons.get(rule.letter)
    if skeleton is None:
        raise _refused("a step that is taken by a letter", repr(wish.remedy))
    remedy = _of_filing(open_, wish)
    to, also = _addressee(remedy, wish)
    author = wish.author or (APPLICANT if APPLICANT in rule.by else next(iter(rule.by), ""))
    voice = pack.letters.voices.get(author)
    if author not in rule.by or voice is None:
        raise _refused(f"one who may take this step: {', '.join(rule.by)}", repr(author))
    filing = next((f for f in file.case.filings if f.id == remedy.filing), None)
    return Chosen(remedy, rule, skeleton, voice, filing, to, also)


def _of_filing(open_: Sequence[Remedy], wish: Wish) -> Remedy:
    found = [r for r in open_ if not wish.filing or r.filing == wish.filing]
    if len(found) == 1:
        return found[0]
    of = ", ".join(r.filing for r in open_ if r.filing)
    if not found:
        raise _refused(
            f"a filing for which this step is open: {of or 'it concerns the whole case'}", wish.filing
        )
    raise _refused("the filing it goes with", "none named", f"open for: {of}")


def _addressee(remedy: Remedy, wish: Wish) -> tuple[str, tuple[str, ...]]:
    if wish.to and wish.to not in remedy.to:
        raise _refused(f"an addressee of this step: {', '.join(remedy.to) or 'none'}", repr(wish.to))
    to = wish.to or next(iter(remedy.to), "")
    return to, tuple(a for a in remedy.to if a != to)


def _refused(expected: str, found: str, help_: str = "") -> BadInput:
    return BadInput([Problem(expected, found, help_)])


# --- the letter -------------------------------------------------------------------------------------------


def draft(
    file: CaseFile,
    pack: Pack,
    assessment: Assessment,
    wish: Wish,
    grammar: Grammar,
    words: Words,
    own: Own | None = None,
) -> Letter:
    """The letter. `words`: of days, in the language of the letter. Raises `BadInput` as `choose` does.

    `own`: a template of the group's. Then `fields` of the letter has what stands for each of its names, its
    blanks are those of the filled template, and what stops a letter is looked for in the template's text too.
    """
    chosen = choose(file, pack, assessment, wish)
    return _Drafting(file, pack, assessment, wish, chosen, grammar, words).letter(own)


class _Drafting:
    def __init__(
        self,
        file: CaseFile,
        pack: Pack,
        assessment: Assessment,
        wish: Wish,
        chosen: Chosen,
        grammar: Grammar,
        words: Words,
    ) -> None:
        self.file, self.pack, self.assessment, self.wish = file, pack, assessment, wish
        self.chosen, self.words = chosen, words
        self.language = chosen.skeleton.language
        self.applicant = applicant_of(file, pack, self.language)
        person = "" if chosen.voice.is_self else author_of(file, chosen.voice.id)
        self.person = person
        self.author = self.applicant if chosen.voice.is_self else party_of(file, person)
        sex = SEX_OF_APPLICANT if chosen.voice.is_self else SEX_OF_AUTHOR
        feminine = _feminine(self.author, grammar, wish.fills.get(sex, ""))
        self.of_applicant = _feminine(self.applicant, grammar, wish.fills.get(SEX_OF_APPLICANT, ""))
        self.filler = Filler(pack, self.language, wish.on, grammar, feminine, wish.fills, sex)
        self.known = self._known()
        self.events = events_of(file, pack, chosen.skeleton, chosen.filing, wish.on)
        self.kinds = told_kinds(self.events)

    def letter(self, own: Own | None) -> Letter:
        skeleton = self.chosen.skeleton
        told = tell(
            self.events,
            self.file,
            skeleton,
            self.chosen.voice,
            self.filler,
            self._of_event(),
            feminine=self.of_applicant,
        )
        frame = self.pack.letters.frames[skeleton.frame]
        paragraphs = self._paragraphs((*frame.head, *skeleton.parts, *frame.foot), told)
        above = tuple(p for p in frame.head if p.as_ in (As.TO, As.FROM))
        hand = self._paragraphs((*above, *skeleton.hand, *frame.foot), told) if skeleton.hand else ()
        self.filler.acts.clear()
        telegram = self.filler.fill(skeleton.telegram, self.known) or ()
        fields = values(own, self.pack.letters, paragraphs, self._in_line) if own is not None else {}
        filled = filled_lines(own, fields) if own is not None else ()
        bodies = (*paragraphs, *hand, Paragraph(As.TEXT, telegram), *filled)
        return Letter(
            skeleton=skeleton,
            remedy=self.chosen.remedy,
            author=self.chosen.voice.id,
            to=self.chosen.to,
            also_to=self.chosen.also_to,
            on=self.wish.on,
            title=next((p.text for p in paragraphs if p.as_ is As.TITLE), ""),
            paragraphs=paragraphs,
            facts=tuple(fact for fact, _ in told.facts),
            citations=tuple(self.filler.cited.values()),
            annexes=tuple(p.text for p in paragraphs if p.as_ is As.ANNEX),
            exhibits=told.exhibits,
            blanks=_blanks(filled if own is not None else paragraphs),
            stops=_stops(bodies, self.pack, self.wish),
            left_out=(*self.filler.left_out.values(), *told.left_out),
            inflected=tuple(self.filler.inflected.values()),
            hand=hand,
            telegram=telegram,
            phone=self._phone(told),
            fields=fields,
        )

    def _in_line(self, name: str, meant: Field | None) -> tuple[Run, ...]:
        """What stands for a name in a template of the group's; a blank of that name where nobody knows it."""
        text = "{?" + name + "}"
        if meant is not None and meant.forms is not None:
            text = "{" + "|".join(meant.forms) + "}"
        elif meant is not None and meant.place == "law":
            text = "; ".join(dict.fromkeys(c.text for c in self.filler.cited.values())) or text
        elif meant is not None:
            text = f"{{{meant.place}:{meant.case.value}}}"
        return self.filler.fill(text, self.known) or ()

    # --- paragraphs ---------------------------------------------------------------------------------------

    def _paragraphs(self, parts: Iterable[Part], told: Told) -> tuple[Paragraph, ...]:
        self.filler.acts.clear()  # each page cites an act in full once
        out: list[Paragraph] = []
        counts: dict[As, int] = {}

        def add(as_: As, runs: Sequence[Run]) -> None:
            as_, mark = (As.ANNEX if as_ is As.ANNEXES else as_), ""
            if as_ in _MARKS:
                counts[as_] = counts.get(as_, 0) + 1
                mark = _MARKS[as_].format(counts[as_])
            out.append(Paragraph(as_, capital(runs) if as_ in _CAPITAL else tuple(runs), mark))

        for part in parts:
            if not self._stands(part):
                continue
            if part.as_ is As.FACTS:
                for fact, runs in told.facts:
                    add(part.as_, self._with_proof(fact, runs, told))
            elif part.as_ is As.ANNEXES:
                for name in told.exhibits:
                    add(part.as_, (Run(self._exhibit(name, told), given=True),))
            else:
                filled = self.filler.fill(part.text, self.known, part.law)
                if filled is not None and not (part.optional and any(r.blank for r in filled)):
                    add(part.as_, filled)
        return _without_bare_headings(out)

    def _stands(self, part: Part) -> bool:
        filing = self.chosen.filing
        words = (
            (part.grounds, filing.ground if filing else ""),
            (part.asks, filing.asks if filing else ""),
            (part.papers, filing.kind if filing else ""),
            (part.by, self.chosen.voice.id),
        )
        if any(wanted and word not in wanted for wanted, word in words):
            return False
        return not part.events or not part.events.isdisjoint(self.kinds)

    def _with_proof(self, fact: Fact, runs: Sequence[Run], told: Told) -> tuple[Run, ...]:
        """The fact with what shows it: its annexes, a paper, or that it is known from others only."""
        notes = []
        numbers = [str(told.exhibits.index(name) + 1) for name in fact.exhibits]
        if numbers:
            notes.append(Run(self.words("letter-annex", numbers=", ".join(numbers))))
        elif fact.proof is Proof.DOCUMENTED:
            notes.append(Run(self.words("letter-documented")))
        if fact.known is not Known.HIMSELF:
            asked = fact.known is Known.ASK
            place = known_place(fact.event) if asked else ""
            notes.append(Run(self.words(f"letter-{fact.known.value}"), blank=asked, place=place))
        if not notes:
            return tuple(runs)
        between = [run for note in notes for run in (Run("; "), note)][1:]
        last = runs[-1]
        if not last.blank and last.text.endswith("."):
            runs = (*runs[:-1], replace(last, text=last.text[:-1]))
        return (*runs, Run(" ("), *between, Run(")."))

    def _exhibit(self, name: str, told: Told) -> str:
        numbers = [str(n) for n, (fact, _) in enumerate(told.facts, 1) if name in fact.exhibits]
        titled = self.file.account.notes.get(name, {}).get("title", "")
        return titled or self.words("letter-exhibit", facts=", ".join(numbers))

    # --- what is known ------------------------------------------------------------------------------------

    def _known(self) -> dict[str, Callable[[], Sequence[Word]]]:
        own, author = self.applicant, self.author
        to = party_of(self.file, self.chosen.to)
        paper = paper_words(self.pack, self.chosen.filing, self.language)
        return {
            "to": lambda: self._authority(self.chosen.to),
            "to.full": lambda: self._authority(self.chosen.to, full=True),
            "to.name": lambda: _ranked(to),
            "to.address": lambda: _plain(to.address),
            "applicant": lambda: _ranked(own),
            "applicant.name": lambda: (Word(own.name, name=True),) if own.name else (),
            "applicant.short": lambda: self._short(own),
            "rank": lambda: _phrase(own.rank),
            "unit": lambda: _phrase(own.unit),
            "post": lambda: _phrase(own.post),
            "address": lambda: _plain(own.address),
            "phone": lambda: _plain(own.phone),
            "birth": lambda: _plain(own.birth),
            "author": lambda: (Word(author.name, name=True),) if author.name else (),
            "author.short": lambda: self._short(author),
            "author.address": lambda: _plain(author.address),
            "author.phone": lambda: _plain(author.phone),
            "relation": self._relation,
            "who": self._who,
            **{name: partial(tuple, found) for name, found in paper.items()},
            "filed": self._filed,
            "number": self._number,
            "respondent": self._respondent,
            "respondent.full": lambda: self._respondent(full=True),
            "due": self._due,
            "on": lambda: _plain(self._date(self.wish.on)),
        }

    def _of_event(self) -> KnownOf:
        return KnownOf(self.file, self.filler, self.words, self.known)

    def _authority(self, id_: str, *, full: bool = False) -> Sequence[Word]:
        """An authority by its name; `full`: with what its name still needs."""
        if id_ not in self.pack.authorities:
            return ()
        named = party_of(self.file, id_).post
        if named:
            return (Word(named),)
        word = authority_word(self.pack, id_, self.language)
        party = self.pack.letters.parties.get(id_)
        lacks = party.lacks.get(self.language, "") if party is not None and full else ""
        return (replace(word, lacks=lacks, lacks_of=id_),)

    def _short(self, party: Party) -> Sequence[Word]:
        return (Word(self.filler.grammar.short(party.name), fixed=True),) if party.name else ()

    def _who(self) -> Sequence[Word]:
        if self.chosen.voice.is_self:
            return (Word("", cases=self.chosen.voice.who),)
        return (Word(self.applicant.name, name=True),) if self.applicant.name else ()

    def _relation(self) -> Sequence[Word]:
        person = next((p for p in self.file.case.people if p.id == self.person), None)
        roles = self.pack.choices.get("role")
        if person is not None and roles is not None and person.role in roles.options:
            return (Word(roles.options[person.role].label.get(self.language, "")),)
        relation = self.chosen.voice.relation.get(self.language, "")
        return (Word(relation),) if relation else ()

    def _events_of_paper(self, role: Role) -> list[tuple[str, Span]]:
        filing = self.chosen.filing
        if filing is None:
            return []
        return [
            (e.id, e.on)
            for e in self.file.case.events
            if e.filing == filing.id
            and self.pack.kinds[e.kind].role is role
            and e.on.earliest <= self.wish.on
        ]

    def _filed(self) -> Sequence[Word]:
        found = self._events_of_paper(Role.BEGINS) or self._events_of_paper(Role.ARRIVES)
        return day_words(found[0][1], self.wish.on, self.words) if found else ()

    def _number(self) -> Sequence[Word]:
        for event, _ in self._events_of_paper(Role.IS_RECORDED):
            number = self.file.account.notes.get(event, {}).get("number", "")
            if number.strip():
                return _plain(number)
        return ()

    def _respondent(self, *, full: bool = False) -> Sequence[Word]:
        filing = self.chosen.filing
        named = (filing.about or filing.to) if filing is not None else ()
        return self._authority(named[0], full=full) if named else ()

    def _due(self) -> Sequence[Word]:
        """The last day the authority had, on the reading that gives it most; only where it is surely past."""
        ends = [
            clock.leading.due.latest
            for status in self.assessment.filings
            if self.chosen.filing is not None and status.id == self.chosen.filing.id
            for clock in status.clocks
            if clock.bearer is Bearer.AUTHORITY
            and clock.states == (ClockState.OVERDUE,)
            and clock.certainty is Certainty.CERTAIN
            and clock.leading is not None
            and clock.leading.due is not None
        ]
        return _plain(self._date(max(ends))) if ends else ()

    def _date(self, day: date) -> str:
        return self.words("letter-date", d=day.day, m=day.month, y=day.year)

    def _phone(self, told: Told) -> Phone | None:
        skeleton = self.chosen.skeleton
        if Form.PHONE not in skeleton.forms:
            return None
        script = self.pack.letters.scripts[skeleton.script]

        def said(text: str) -> str:
            return plain(self.filler.fill(text, self.known) or ())

        facts = tuple(plain(runs) for fact, runs in told.facts if fact.known is not Known.HEARSAY)
        say: list[str] = []
        for text in script.say:
            say += facts if text == "{facts}" else [said(text)]
        return Phone(said(script.call), tuple(say), tuple(said(t) for t in script.note), script.never)


def _without_bare_headings(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs without headings that have nothing under them."""
    following = [*(p.as_ for p in paragraphs[1:]), As.SIGN]
    return tuple(
        p
        for p, after in zip(paragraphs, following, strict=True)
        if not (p.as_ is As.HEADING and after in (As.HEADING, As.SIGN))
    )


def _plain(text: str) -> Sequence[Word]:
    return (Word(text, fixed=True),) if text else ()


def _phrase(text: str) -> Sequence[Word]:
    return (Word(text),) if text else ()


def _feminine(party: Party, grammar: Grammar, said: str) -> bool | None:
    """Whether it is a woman: by the name, else as somebody said."""
    by_name = grammar.feminine(party.name) if party.name else None
    return by_name if by_name is not None or said not in (MAN, WOMAN) else said == WOMAN


def _ranked(party: Party) -> Sequence[Word]:
    """Rank and name; nothing where the name is not known."""
    if not party.name:
        return ()
    return (*_phrase(party.rank), Word(party.name, name=True))


# --- guards -----------------------------------------------------------------------------------------------


def _blanks(paragraphs: Iterable[Paragraph]) -> tuple[Blank, ...]:
    counts: dict[str, int] = {}
    for paragraph in paragraphs:
        for run in paragraph.runs:
            if run.blank:
                counts[run.text] = counts.get(run.text, 0) + 1
    return tuple(Blank(hint, times) for hint, times in counts.items())


def stops_in(texts: Sequence[str], pack: Pack, wish: Wish) -> tuple[Stop, ...]:
    """The same guard for paragraphs that somebody wrote himself."""
    paragraphs = [Paragraph(As.TEXT, (Run(text, given=True),)) for text in texts]
    return _stops(paragraphs, pack, wish)


def _stops(paragraphs: Sequence[Paragraph], pack: Pack, wish: Wish) -> tuple[Stop, ...]:
    """Each wording that a paragraph contains; what stands in a blank is our own hint and is not looked at."""
    patterns = tuple(w.pattern for w in pack.wordings)
    texts = ["".join(" " if run.blank else run.text for run in p.runs) for p in paragraphs]
    given = [any(run.given for run in p.runs) for p in paragraphs]
    # Where nothing is found in all that is of the case, as nearly always, no paragraph need be looked at.
    whole = "\n".join(dict.fromkeys(text for text, of_case in zip(texts, given, strict=True) if of_case))
    likely = patterns if any(one.search(whole) for one in together(patterns)) else ()
    found: dict[tuple[str, str], Stop] = {}
    for number, (text, of_case) in enumerate(zip(texts, given, strict=True)):
        for pattern, words in _found(likely, text) if of_case else _found_in_own(patterns, text):
            wording = pack.wordings[patterns.index(pattern)].id
            cleared = wording in wish.cleared or (wording, words) in wish.let_through
            found.setdefault((wording, words), Stop(wording, words, number, cleared))
    return tuple(found.values())


def _found(patterns: tuple[str, ...], text: str) -> tuple[tuple[str, str], ...]:
    """The patterns that a text holds, each with the words."""
    matches = ((pattern, re.search(pattern, text)) for pattern in patterns)
    return tuple((pattern, match[0].strip()) for pattern, match in matches if match is not None)


@lru_cache(maxsize=2048)
def _found_in_own(patterns: tuple[str, ...], text: str) -> tuple[tuple[str, str], ...]:
    """The same for a text that is the pack's own, looked at once: nothing of a case is remembered."""
    return _found(patterns, text)


def letters_open(assessment: Assessment, pack: Pack) -> Mapping[tuple[str, str], Remedy]:
    """Every step that is open and has a letter, by remedy and filing."""
    if assessment.advocate_only:
        return {}
    return {(r.id, r.filing): r for r in assessment.remedies if pack.remedies[r.id].letter}
