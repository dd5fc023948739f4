"""What stands beside a letter and never in it: the sheet of its drafter; and what is read from a screen or
aloud, as plain text.
"""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from raport.assess import Certainty, Decision
from raport.casefile import Proof
from raport.drafting.filling import plain
from raport.drafting.model import Known, LeftOut, Letter, Paragraph, Phone, Why
from raport.law import Confidence, Pack
from raport.law.letters import As
from raport.prose import Words

WIDTH = 80
LINE_BY_HAND = 45
"""Letters that a hand writes in a line of A4."""
MOST_BY_HAND = 25
"""Lines: more of them nobody copies without a mistake."""

_TABLED = frozenset((Why.USE_RISK, Why.NOT_HELD))
_NAMES = {Why.HEARSAY: "sheet-hearsay-out"}


def sheet(letter: Letter, pack: Pack, words: Words) -> str:
    """The drafter's sheet: what the step exposes, what stops and lacks, how surely the law is known."""
    lines: list[str] = []
    for text, indent in _Sheet(letter, pack, words).lines():
        wrapped = textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent))
        lines += wrapped or [""]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class Beside:
    """The same, part by part: what is told of each thing in a sentence."""

    decided: str
    exposes: tuple[str, ...]
    possible: str
    facts: tuple[str, ...]
    left_out: tuple[str, ...]
    citations: tuple[str, ...]
    memory: str
    prints: str


def beside(letter: Letter, pack: Pack, words: Words) -> Beside:
    """The drafter's sheet without its blanks, stops and forms: a desk has places of their own for them."""
    made = _Sheet(letter, pack, words)
    certain = letter.remedy.certainty is Certainty.CERTAIN
    from_memory = any(c.confidence is Confidence.MEMORY for c in letter.citations)
    return Beside(
        decided=words(f"sheet-{letter.remedy.decision.value}"),
        exposes=tuple(made.exposes()),
        possible="" if certain else words("sheet-possible"),
        facts=tuple(made.fact(n) for n in range(len(letter.facts))),
        left_out=tuple(made.left_out(x) for x in letter.left_out),
        citations=tuple(made.cited()),
        memory=words("sheet-memory") if from_memory else "",
        prints=words("sheet-prints", prints=words.of(letter.skeleton.prints))
        if letter.skeleton.prints
        else "",
    )


class _Sheet:
    def __init__(self, letter: Letter, pack: Pack, words: Words) -> None:
        self.letter, self.pack, self.words = letter, pack, words
        self.rule = pack.remedies[letter.remedy.id]

    def lines(self) -> Iterator[tuple[str, str]]:
        """Each line with its indent."""
        w, letter = self.words, self.letter
        to = w.of(self.pack.authorities[letter.to].label) if letter.to else "?"
        title = w("sheet-title", label=w.of(letter.skeleton.label), to=to)
        yield title, ""
        yield "=" * min(len(title), WIDTH), ""
        yield w("sheet-for", day=w.day(letter.on), author=self._author()), ""
        yield w("sheet-beside"), ""
        yield from self._part(w(f"sheet-{letter.remedy.decision.value}"), self.exposes())
        if letter.remedy.certainty is not Certainty.CERTAIN:
            yield from self._part("", [w("sheet-possible")])
        yield from self._stops()
        yield from self._blanks()
        yield from self._part(w("sheet-facts"), [self.fact(n) for n in range(len(letter.facts))])
        yield from self._part(w("sheet-left-out"), [self.left_out(x) for x in letter.left_out])
        yield from self._citations()
        yield from self._part(w("sheet-words"), [self._word(n) for n in range(len(letter.inflected))])
        if letter.also_to:
            known = (w.of(self.pack.authorities[a].label) + f" ({a})" for a in letter.also_to)
            yield from self._part("", [w("sheet-also-to", who=", ".join(known))])
        if letter.skeleton.prints:
            yield from self._part("", [w("sheet-prints", prints=w.of(letter.skeleton.prints))])
        forms = ", ".join(sorted(f.value for f in letter.skeleton.forms))
        yield from self._part("", [w("sheet-forms", forms=forms)])

    def _part(self, head: str, points: Iterable[str]) -> Iterator[tuple[str, str]]:
        points = list(points)
        if not points:
            return
        yield "", ""
        if head:
            yield head, ""
            yield from ((point, "  * ") for point in points)
        else:
            yield from ((point, "") for point in points)

    def _author(self) -> str:
        return self.words.of(self.pack.choices["author"].options[self.letter.author].label)

    def exposes(self) -> Iterator[str]:
        w, rule = self.words, self.rule
        exposes = self.pack.choices["exposes"].options
        told = [w("sheet-exposes", who=", ".join(w.of(exposes[e].label) for e in rule.exposes))]
        practices = {p.id: p for p in self.pack.practices}
        told += [w("sheet-retaliation", says=w.of(practices[p].says)) for p in self.letter.remedy.retaliation]
        if not rule.reversible:
            told.append(w("sheet-irreversible"))
        told.append(w("sheet-wait", wait=w.of(rule.wait)))
        yield from told

    def _stops(self) -> Iterator[tuple[str, str]]:
        w = self.words
        wordings = {x.id: x for x in self.pack.wordings}
        stopped = self.letter.stopped
        if stopped:
            told = [
                w(
                    "sheet-stop",
                    words=s.words,
                    id=s.wording,
                    why=w.of(wordings[s.wording].why),
                    instead=w.of(wordings[s.wording].instead),
                )
                for s in stopped
            ]
            ids = ",".join(dict.fromkeys(s.wording for s in stopped))
            yield from self._part(w("sheet-stops"), [*told, w("sheet-clear", ids=ids)])
        cleared = [s for s in self.letter.stops if s.cleared]
        yield from self._part("", [w("sheet-cleared", words=s.words, id=s.wording) for s in cleared])

    def _blanks(self) -> Iterator[tuple[str, str]]:
        w, blanks = self.words, self.letter.blanks
        if not blanks:
            yield from self._part("", [w("sheet-no-blanks")])
            return
        told = [b.hint if b.times == 1 else f"{b.hint} ({b.times})" for b in blanks]
        yield from self._part(w("sheet-blanks", count=sum(b.times for b in blanks)), told)

    def fact(self, n: int) -> str:
        fact, w = self.letter.facts[n], self.words
        hearsay = "" if fact.known is Known.HIMSELF else w(f"sheet-{fact.known.value}")
        proof = Proof.NONE.value if fact.proof is Proof.NONE else fact.proof.value
        return w("sheet-fact", event=f"{n + 1} ({fact.event})", proof=w(f"proof-{proof}"), hearsay=hearsay)

    def left_out(self, out: LeftOut) -> str:
        name = _NAMES.get(out.why, f"sheet-{out.why.value}")
        cites = ", ".join(
            self.words.of(self.pack.provisions[p].cite) for p in out.beside if p in self.pack.provisions
        )
        beside = ", ".join(out.beside) if out.why in _TABLED else ""
        return self.words(name, what=out.what, law=cites, beside=beside)

    def _citations(self) -> Iterator[tuple[str, str]]:
        yield from self._part(self.words("sheet-citations"), self.cited())
        if any(c.confidence is Confidence.MEMORY for c in self.letter.citations):
            yield self.words("sheet-memory"), ""

    def cited(self) -> Iterator[str]:
        w = self.words
        for c in self.letter.citations:
            yield w(
                "sheet-citation",
                cite=w.of(self.pack.provisions[c.provision].cite),
                confidence=w(f"confidence-{c.confidence.value}"),
                contested=w("sheet-contested") if c.contested else "",
            )

    def _word(self, n: int) -> str:
        one, w = self.letter.inflected[n], self.words
        miss = "" if one.sure else w("sheet-miss")
        return w(
            "sheet-word", words=one.words, result=one.result, case=w(f"case-{one.case.value}"), miss=miss
        )


# --- read from a screen, or aloud -------------------------------------------------------------------------


def lines_by_hand(paragraphs: Sequence[Paragraph]) -> int:
    """How many lines a hand needs for it."""
    return sum(max(1, len(textwrap.wrap(p.text, LINE_BY_HAND))) for p in paragraphs)


def telegram_text(letter: Letter) -> str:
    """The telegram: whom it goes to, and its words."""
    to = "\n".join(p.text for p in letter.paragraphs if p.as_ is As.TO)
    return f"{to}\n\n{plain(letter.telegram)}\n"


def phone_text(phone: Phone, words: Words) -> str:
    """The telephone script, part by part."""
    blocks = [[words("phone-call"), phone.call]]
    for name, many in (("phone-say", phone.say), ("phone-note", phone.note), ("phone-never", phone.never)):
        if many:
            blocks.append([words(name), *(f"{n}. {text}" for n, text in enumerate(many, 1))])
    return "\n\n".join("\n".join(_wrapped(block)) for block in blocks) + "\n"


def _wrapped(block: Iterable[str]) -> Iterator[str]:
    for line in block:
        yield from textwrap.wrap(line, WIDTH, subsequent_indent="   " if line[:1].isdigit() else "")


DECISIONS = tuple(d.value for d in Decision)
"""Each has its sentence."""
