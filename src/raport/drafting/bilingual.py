"""The facts of a letter and what it cites, in two languages side by side, for counsel abroad."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from raport.casefile import CaseFile, Event, Filing
from raport.drafting.filling import Filler, Places, Word, capital, plain
from raport.drafting.grammar import Grammar
from raport.drafting.model import Letter
from raport.drafting.parties import applicant_of
from raport.drafting.telling import KnownOf, paper_words, telling_of
from raport.law import Pack
from raport.prose import Words


@dataclass(frozen=True, slots=True)
class Table:
    """The sheet: each row is one thing said in each language."""

    title: str
    head: tuple[str, ...]
    languages: tuple[str, ...]
    facts_title: str
    facts: tuple[tuple[str, ...], ...]
    law_title: str
    law: tuple[tuple[str, ...], ...]


def both(
    letter: Letter,
    pack: Pack,
    file: CaseFile,
    words_of: Callable[[str], Words],
    grammar_of: Callable[[str], Grammar],
) -> Table:
    """The sheet of a letter in the languages of its pack, the letter's own first."""
    order = dict.fromkeys((letter.skeleton.language, *pack.languages))
    columns = [_Column(letter, pack, file, words_of(lang), grammar_of(lang)) for lang in order]
    events = {e.id: e for e in file.case.events}
    return Table(
        title=" / ".join(c.words.of(letter.skeleton.label) for c in columns),
        head=tuple(
            c.words("letter-date", d=letter.on.day, m=letter.on.month, y=letter.on.year) for c in columns[:1]
        ),
        languages=tuple(c.words("two-language") for c in columns),
        facts_title=" / ".join(c.words("two-facts") for c in columns),
        facts=tuple(
            tuple(f"{n}. {c.fact(events[fact.event])}" for c in columns)
            for n, fact in enumerate(letter.facts, 1)
        ),
        law_title=" / ".join(c.words("two-law") for c in columns),
        law=tuple(tuple(c.cite(x.provision) for c in columns) for x in letter.citations),
    )


class _Column:
    """One language of the sheet."""

    def __init__(self, letter: Letter, pack: Pack, file: CaseFile, words: Words, grammar: Grammar) -> None:
        self.words, self._letter, self._pack, self._file = words, letter, pack, file
        applicant = applicant_of(file, pack, words.lang)
        feminine = grammar.feminine(applicant.name) if applicant.name else None
        self._filler = Filler(pack, words.lang, letter.on, grammar, feminine)
        filing = next((f for f in file.case.filings if f.id == letter.remedy.filing), None)
        self._known = self._of_letter(filing)

    def fact(self, event: Event) -> str:
        """The event, told of the applicant in the third person, and what proves it."""
        telling = telling_of(event, self._pack, self._letter.skeleton)
        assert telling is not None, "a fact of the letter was told"
        known = KnownOf(self._file, self._filler, self.words, self._known)(event)
        runs = self._filler.fill(telling.text[self.words.lang], known) or ()
        proof = self.words(f"proof-{event.proof.value}")
        return f"{plain(capital(runs))} [{self.words('two-proof')}: {proof}]"

    def cite(self, provision: str) -> str:
        """The provision and what it provides in that version."""
        known = self._pack.provisions[provision]
        version = known.on(self._letter.on)
        says = self.words.of(version.says) if version is not None else ""
        return f"{self.words.of(known.cite)}: {says}"

    def _of_letter(self, filing: Filing | None) -> Places:
        paper = paper_words(self._pack, filing, self.words.lang)
        who = Word(self.words("two-applicant"))
        return {"who": lambda: (who,), **{name: partial(tuple, found) for name, found in paper.items()}}
