"""An assessment as the parts of a page: the same sentences as `Telling`, as values for a template to lay
out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from raport.assess import (
    Assessment,
    Because,
    Breach,
    Certainty,
    Clock,
    ClockState,
    Danger,
    Decision,
    FilingStatus,
    Offence,
    Question,
    Remedy,
)
from raport.prose.telling import Telling, capital, grouped, joined


@dataclass(frozen=True, slots=True)
class Said:
    """One conclusion: its name, what it says, and one click below, because of what."""

    id: str
    title: str
    says: str
    because: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClockPart:
    """One term: `notes` are marks such as a deemed start or a contested count."""

    id: str
    name: str
    start: str
    due: str
    state: str
    because: str
    deemed: bool
    grave: bool


@dataclass(frozen=True, slots=True)
class FilingPart:
    """Where one request stands."""

    id: str
    title: str
    stands: str
    ground: str
    clocks: tuple[ClockPart, ...]
    waiting: str
    breaches: tuple[Said, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepPart:
    """A step that is open, with what it exposes; not the next one until he has chosen it."""

    id: str
    title: str
    does: str
    fields: tuple[tuple[str, str], ...]
    because: str
    leads: bool
    decision: str


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """A question, and what each answer would change."""

    asks: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that is said of a case on one day, to one audience, in one language."""

    leads: tuple[str, ...]
    contradictions: tuple[str, ...]
    dangers: tuple[Said, ...]
    filings: tuple[FilingPart, ...]
    steps: tuple[StepPart, ...]
    retaliation: tuple[tuple[int, str], ...]
    offences: tuple[Said, ...]
    questions: tuple[QuestionPart, ...]
    practice: tuple[str, ...]
    silent: tuple[str, ...]  # what the record is silent on, a line each


@dataclass(frozen=True, slots=True)
class Paging(Telling):
    """Makes pages of assessments of one case file."""

    def page(self, a: Assessment) -> Page:
        """The page."""
        notes: dict[str, int] = {}
        remedies = [r for r in a.remedies if self.may(r.audience)]
        surely = [r for r in remedies if r.certainty is not Certainty.UNKNOWN]
        dangers = [d for d in a.dangers if not d.leads and self.may(d.audience)]
        offences = [o for o in a.offences if self.may(o.audience)]
        steps = tuple(self._step(n, many, notes, a) for (n, _), many in grouped(surely).items())
        return Page(
            leads=tuple(self._leads(a)),
            contradictions=tuple(
                self.words("contradiction", one=self._event(c.first), other=self._event(c.then))
                for c in self.file.contradictions
            ),
            dangers=tuple(self._danger_parts(dangers)),
            filings=tuple(self._filing_part(f) for f in a.filings),
            steps=steps,
            retaliation=tuple(self._retaliation_parts(notes)),
            offences=tuple(self._offence_part(o) for o in offences if o.certainty is not Certainty.UNKNOWN),
            questions=tuple(self._question_parts(a)),
            practice=tuple(self._practice_parts(a)),
            silent=tuple(
                line
                for line in (
                    self._line("dangers-silent", [self.pack.dangers[d.id].label for d in _open(dangers)]),
                    self._line("remedies-silent", [self.pack.remedies[r.id].label for r in _open(remedies)]),
                    self._line("offences-silent", [self.pack.offences[o.id].label for o in _open(offences)]),
                )
                if line
            ),
        )

    def _leads(self, a: Assessment) -> Iterable[str]:
        for danger in a.dangers:
            if danger.leads and self.may(danger.audience):
                yield self.words.of(self.pack.dangers[danger.id].says)
        if a.advocate_only and self._desk():
            yield self.words("advocate-only")

    def _line(self, name: str, labels: Sequence[object]) -> str:
        names = dict.fromkeys(self.words.of(label) for label in labels)  # type: ignore[arg-type] # each is a text of the pack
        return self.words(name, names="; ".join(names)) if names and self._desk() else ""

    def _danger_parts(self, dangers: Sequence[Danger]) -> Iterable[Said]:
        told: dict[tuple[str, Certainty], list[Danger]] = {}
        for danger in dangers:
            if danger.certainty is not Certainty.UNKNOWN:
                told.setdefault((danger.id, danger.certainty), []).append(danger)
        for (name, certainty), many in told.items():
            if many[0].steps:
                yield self._ladder_part(many[0])
                continue
            rule = self.pack.dangers[name]
            title = capital(self._maybe(self.words.of(rule.label), possible=certainty is Certainty.POSSIBLE))
            filings = [d.filing for d in many if d.filing]
            if filings:
                title = self.words("remedy-of", remedy=title, filings=", ".join(filings))
            yield Said(name, title, self.words.of(rule.says), self.because(joined([d.because for d in many])))

    def _ladder_part(self, danger: Danger) -> Said:
        ladder = next(item for item in self.pack.ladders if item.id == danger.id)
        labels = {s.id: s.label for s in ladder.steps}
        steps = tuple(
            self.words(
                "ladder-step",
                step=self.words.of(labels[s.id]),
                reached=self.words(f"reached-{s.reached.value}"),
                cite=self.cited(s.cited),
            )
            for s in danger.steps
        )
        title = capital(self.words.of(ladder.label))
        return Said(danger.id, title, self.words.of(ladder.says), self.because(danger.because), steps)

    def _filing_part(self, status: FilingStatus) -> FilingPart:
        filing = next(f for f in self.file.case.filings if f.id == status.id)
        clocks = [c for c in status.clocks if self.may(c.audience)]
        breaches = [b for b in status.breaches if self.may(b.audience)]
        told = [c for c in clocks if c.dues and c.certainty is not Certainty.UNKNOWN]
        waiting = [c for c in clocks if not c.dues and c.certainty is not Certainty.UNKNOWN]
        return FilingPart(
            id=status.id,
            title=self.filing_title(filing),
            stands=self._stands(status),
            ground=self._ground(status.ground) if status.ground is not None and self._desk() else "",
            clocks=tuple(self._clock_part(c) for c in told),
            waiting=self.words(
                "clocks-waiting",
                clocks="; ".join(dict.fromkeys(self.clock_name(c) for c in waiting)),
                because=self.because(Because((), joined([c.because for c in waiting]).provisions)),
            )
            if waiting
            else "",
            breaches=tuple(self._breach_parts(breaches)),
            silent=tuple(
                line
                for line in (
                    self._line("clocks-silent", [self.pack.clocks[c.rule].label for c in _open(clocks)]),
                    self._line("breaches-silent", [self.pack.breaches[b.id].label for b in _open(breaches)]),
                )
                if line
            ),
        )

    def _clock_part(self, clock: Clock) -> ClockPart:
        return ClockPart(
            id=clock.id,
            name=self.clock_name(clock),
            start=self._start(clock),
            due=self._due(clock),
            state=self.state(clock),
            because=self._clock_because(clock),
            deemed=clock.deemed,
            grave=clock.state in (ClockState.OVERDUE, ClockState.LATE),
        )

    def _breach_parts(self, breaches: Sequence[Breach]) -> Iterable[Said]:
        told: dict[str, list[Breach]] = {}
        for breach in breaches:
            if breach.certainty is not Certainty.UNKNOWN:
                told.setdefault(breach.id, []).append(breach)
        for name, many in told.items():
            rule = self.pack.breaches[name]
            possible = all(b.certainty is Certainty.POSSIBLE for b in many)
            title = capital(self._maybe(self.words.of(rule.label), possible=possible))
            because = self.because(joined([b.because for b in many]))
            proof = self.words("because-proof", proof=self.words(f"proof-{many[0].proof.value}"))
            yield Said(name, title, self.words.of(rule.says), f"{because}. {capital(proof)}.")

    def _step(self, name: str, many: Sequence[Remedy], notes: dict[str, int], a: Assessment) -> StepPart:
        rule = self.pack.remedies[name]
        possible = all(r.certainty is Certainty.POSSIBLE for r in many)
        title = self._maybe(self.words.of(rule.label), possible=possible)
        filings = [r.filing for r in many if r.filing]
        if filings:
            title = self.words("remedy-of", remedy=title, filings=", ".join(filings))
        first = many[0]
        decided = first.decision is not Decision.UNDECIDED
        return StepPart(
            id=name,
            title=capital(title),
            does=self.words.of(rule.does),
            fields=tuple(
                _labelled(self.words(f, value=v)) for f, v in self._remedy_fields(many, notes, a.on)
            ),
            because=self.because(joined([r.because for r in many])) if self._desk() else "",
            leads=first.leads,
            decision=self.words(f"decision-{first.decision.value}") if decided else "",
        )

    def _retaliation_parts(self, notes: dict[str, int]) -> Iterable[tuple[int, str]]:
        practices = {p.id: p for p in self.pack.practices}
        for name, number in notes.items():
            known = practices[name]
            sure = self.words(f"confidence-{known.confidence.value}")
            yield number, self.words("retaliation-note", says=self.words.of(known.says), confidence=sure)

    def _offence_part(self, offence: Offence) -> Said:
        rule = self.pack.offences[offence.id]
        labels = {e.id: e.label for e in rule.elements}
        items = [
            self.words(
                "element",
                element=self.words.of(labels[e.id]),
                met=self.words(f"element-{e.met.value}") + (f" ({', '.join(e.events)})" if e.events else ""),
            )
            for e in offence.elements
        ]
        for name, whom in (("report-to", rule.report_to), ("report-not-to", rule.not_to)):
            if whom:
                items.append(self.words(name, to=", ".join(self._authority(x) for x in whom)))
        title = capital(self.words.of(rule.label))
        return Said(offence.id, title, "", self.because(offence.because), tuple(items))

    def _question_parts(self, a: Assessment) -> Iterable[QuestionPart]:
        asked: dict[tuple[str, ...], list[Question]] = {}
        for question in a.questions:
            if self.may(question.audience):
                asked.setdefault(self._asked_alike(question), []).append(question)
        for many in asked.values():
            changes = dict.fromkeys(text for q in many for text in self._changes(q))
            yield QuestionPart(self._asked(many), tuple(changes))

    def _practice_parts(self, a: Assessment) -> Iterable[str]:
        known = {p.id: p for p in self.pack.practices}
        for id_ in dict.fromkeys(n.id for n in a.practice if self.may(n.audience)):
            note = known[id_]
            sure = self.words(f"confidence-{note.confidence.value}")
            yield self.words(
                "practice-note", says=self.words.of(note.says), source=note.source, confidence=sure
            )

    def _maybe(self, name: str, *, possible: bool) -> str:
        return self.words("possibly", what=name) if possible else name


def _open[T: (Danger, Remedy, Offence, Clock, Breach)](many: Iterable[T]) -> list[T]:
    """Those on which the record is silent."""
    return [one for one in many if one.certainty is Certainty.UNKNOWN]


def _labelled(sentence: str) -> tuple[str, str]:
    """A sentence such as "Who learns of it: the unit." as its label and its value."""
    label, found, value = sentence.partition(": ")
    return (label, value.rstrip()) if found else ("", sentence)
