"""Texts with places, filled: what is known stands in its case, what is not is a blank with its hint."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from raport.drafting.grammar import Grammar
from raport.drafting.model import Citation, Inflected, LeftOut, Run, Why
from raport.law import Confidence, Pack
from raport.law.letters import PLACES, Cases

_BRACES = re.compile(r"\{([^{}]*)\}")
_HOLDS = re.compile(r"(\N{NUMERO SIGN}|\b\w{1,2}\.) (?=\d)")
"""A short word and the number after it stay on one line."""
_NOM = Cases.NOM
_OF_EVENT = frozenset(("day", "by", "said", "number", "paper", "paper.to"))
"""Places that a telling fills from its event; so it does those that are fields of the event's kind."""
_PEOPLE = frozenset(("applicant", "author", "who", "to.name"))
SEX_OF_AUTHOR, SEX_OF_APPLICANT = "sex:author", "sex:applicant"
MAN, WOMAN = "man", "woman"
"""What fills such a place: whoever writes is a man, or a woman."""


@dataclass(frozen=True, slots=True)
class Word:
    """What fills a place. `name`: of a person. `cases`: the forms themselves, where they are given. `lacks`:
    what is still to be written after it, and `lacks_of` whose it is.
    """

    text: str
    name: bool = False
    cases: Sequence[str] = ()
    fixed: bool = False  # the same in every case
    lacks: str = ""
    lacks_of: str = ""


type Places = Mapping[str, Callable[[], Sequence[Word]]]
"""What can fill each place; no words where it is not known."""


@dataclass(slots=True)
class Filler:
    """Fills the texts of one letter and remembers what it met on the way."""

    pack: Pack
    language: str
    on: date
    grammar: Grammar
    feminine: bool | None  # of whoever writes
    fills: Mapping[str, str] = field(default_factory=dict)  # what people wrote into places, by their names
    sex: str = SEX_OF_APPLICANT  # the place that says whether whoever writes is a woman
    event: str = ""  # the event that is being told
    inflected: dict[tuple[str, Cases], Inflected] = field(default_factory=dict)
    cited: dict[str, Citation] = field(default_factory=dict)
    left_out: dict[tuple[str, Why], LeftOut] = field(default_factory=dict)
    acts: set[str] = field(default_factory=set)  # those cited so far on this page

    def fill(
        self, text: str, known: Places, law: Sequence[str] = (), *, feminine: bool | None = None
    ) -> tuple[Run, ...] | None:
        """The text as runs; None where it cites provisions and none of them is in force that day.

        `feminine`: of whom it speaks, where that is not the one who writes.
        """
        if "{" not in text:
            return _as_it_is(text)
        feminine = self.feminine if feminine is None else feminine
        cited = [c for c in map(self.cite, law) if c is not None]
        if law and not cited:
            self.left_out.setdefault((text, Why.NO_PROVISION), LeftOut(text, Why.NO_PROVISION, tuple(law)))
            return None
        self.cited = {**{c.provision: c for c in cited}, **self.cited}
        runs: list[Run] = []
        for n, piece in enumerate(_pieces(text)):
            runs += self._place(piece, known, cited, feminine=feminine) if n % 2 else [Run(piece)]
        return _joined(runs)

    def cite(self, provision: str) -> Citation | None:
        """The provision in its version of that day; None where none was in force."""
        known = self.pack.provisions[provision]
        version = known.on(self.on)
        if version is None:
            return None
        named = self.pack.letters.citations.get(provision)
        text = known.cite if named is None else (named.again if known.act in self.acts else {}) or named.text
        self.acts.add(known.act)
        cite = text.get(self.language, "")
        return Citation(provision, cite, version.in_force.earliest, version.confidence, version.contested)

    def _place(
        self, inside: str, known: Places, cited: Iterable[Citation], *, feminine: bool | None
    ) -> list[Run]:
        if inside.startswith("?"):
            return [self._written(f"?{inside[1:].strip()}", inside[1:].strip())]
        if "|" in inside:
            return [_by_gender(inside, SEX_OF_APPLICANT if self.event else self.sex, feminine=feminine)]
        if inside == "law":
            return [Run("; ".join(dict.fromkeys(c.text for c in cited)))]
        name, _, case = inside.partition(":")
        words = known[name]() if name in known else ()
        place = self._named(name)
        if not words and self.fills.get(place):
            words = (Word(self.fills[place], name=name in _PEOPLE),)
        if not words:
            return [Run(self._hint(name), blank=True, place=place)]
        told = [Run(" ".join(self.inflect(w, Cases(case or _NOM)) for w in words), given=True)]
        if words[-1].lacks:
            told += [Run(" "), self._written(f"of:{words[-1].lacks_of}", words[-1].lacks)]
        return told

    def _named(self, name: str) -> str:
        """By what name a place is filled: what only one event lacks, by that event too."""
        return f"{self.event}:{name}" if self.event and (name in _OF_EVENT or name not in PLACES) else name

    def _written(self, place: str, hint: str) -> Run:
        """What somebody wrote there, or a blank."""
        text = self.fills.get(place, "")
        return Run(text, given=True) if text else Run(hint, blank=True, place=place)

    def _hint(self, place: str) -> str:
        blank = self.pack.letters.blanks.get(place)
        named = blank.hint if blank is not None else self.pack.fields.get(place, {})
        return named.get(self.language, place)

    def inflect(self, word: Word, case: Cases) -> str:
        """A word in a case; what was put there by rule is remembered for the drafter."""
        if word.cases:
            return word.cases[list(Cases).index(case)]
        if case is _NOM or word.fixed:
            return word.text
        done = self.inflected.get((word.text, case))
        if done is None:
            rule = self.grammar.name if word.name else self.grammar.phrase
            result, sure = rule(word.text, case)
            done = Inflected(word.text, case, result, sure)
            self.inflected[word.text, case] = done
        return done.result

    @property
    def weakest(self) -> Confidence | None:
        """How surely the least sure citation is known."""
        if not self.cited:
            return None
        return Confidence.lowest(*(c.confidence for c in self.cited.values()))


def _by_gender(inside: str, place: str, *, feminine: bool | None) -> Run:
    he, she = inside.split("|")
    if feminine is None:
        return Run(f"{he}/{she}", blank=True, place=place)
    return Run(she if feminine else he)


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbours of one kind as one run; empty ones left out."""
    out: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if out and out[-1].blank == run.blank and not run.blank:
            out[-1] = Run(out[-1].text + run.text, given=out[-1].given or run.given)
        else:
            out.append(run)
    return tuple(map(_held, out))


@lru_cache(maxsize=2048)
def _pieces(text: str) -> tuple[str, ...]:
    """A text of the pack's: what stands between its places, and what stands in them."""
    return tuple(_BRACES.split(text))


@lru_cache(maxsize=2048)
def _as_it_is(text: str) -> tuple[Run, ...]:
    """A text of the pack's without places."""
    return _joined((Run(text),))


def _held(run: Run) -> Run:
    if ". " not in run.text and "\N{NUMERO SIGN} " not in run.text:
        return run
    return replace(run, text=_HOLDS.sub("\\1\N{NO-BREAK SPACE}", run.text))


def capital(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs with a capital first letter, if the first is no blank."""
    if not runs or runs[0].blank:
        return tuple(runs)
    first = runs[0]
    return (Run(first.text[:1].upper() + first.text[1:], given=first.given), *runs[1:])


def plain(runs: Iterable[Run]) -> str:
    """The runs as one text; blanks show their hints in brackets."""
    return "".join(run.shown for run in runs)
