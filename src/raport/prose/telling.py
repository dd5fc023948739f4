"""An assessment told in sentences, for one audience, as a colleague's note: what endangers is said first."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from raport.assess import (
    About,
    Assessment,
    Because,
    Breach,
    Certainty,
    Change,
    Cited,
    Clock,
    ClockState,
    Danger,
    Decision,
    Due,
    FilingStatus,
    GroundStatus,
    Offence,
    Question,
    Remedy,
)
from raport.casefile import CaseFile, Event, Filing, Modality, Proof
from raport.dates import read_span
from raport.law import Audience, Pack, Text
from raport.prose.layout import heading, paragraph, table
from raport.prose.words import Words

_FEW_ANSWERS = 3

SECTIONS = (
    "head",
    "dangers",
    "stands",
    "ground",
    "clocks",
    "breaches",
    "remedies",
    "offences",
    "questions",
    "practice",
    "foot",
)
"""The parts of a telling, in their order."""

_OF_FILINGS = frozenset({"stands", "ground", "clocks", "breaches"})


class _Labelled(Protocol):
    @property
    def label(self) -> Text: ...


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells assessments of one case file in one language to one audience."""

    pack: Pack
    words: Words
    file: CaseFile
    audience: Audience = Audience.CASEWORKER

    def tell(self, assessment: Assessment, sections: Collection[str] = SECTIONS) -> str:
        """The assessment, or some `sections` of it, ready to print; ends with a line feed."""
        lines: list[str] = []
        if "head" in sections:
            lines += self._head(assessment)
        if "dangers" in sections:
            lines += self._dangers(assessment)
        if not _OF_FILINGS.isdisjoint(sections):
            for filing in assessment.filings:
                lines += self._filing(filing, sections)
        for section, told in (
            ("remedies", self._remedies),
            ("offences", self._offences),
            ("questions", self._questions),
            ("practice", self._practice),
            ("foot", self._foot),
        ):
            if section in sections:
                lines += told(assessment)
        return "\n".join(lines).strip("\n") + "\n"

    # --- head and foot ------------------------------------------------------------------------------------

    def _head(self, a: Assessment) -> list[str]:
        w = self.words
        title = w("head-matter" if self.file.case.matter else "head-case", case=a.case, day=w.day(a.on))
        lines = heading(title)
        if a.comparison:
            lines += paragraph(w("comparison", case=a.comparison))
        if a.notice:
            lines += paragraph(w.of(a.notice))
        if a.as_of is not None and a.as_of < a.on:
            lines += paragraph(w("as-of", day=w.day(a.as_of)))
        for danger in a.dangers:
            if danger.leads and self._may(danger.audience):
                lines += ["", *paragraph(w.of(self.pack.dangers[danger.id].says), first="! ")]
        if a.advocate_only and self._desk():
            lines += ["", *paragraph(w("advocate-only"), first="! ")]
        for one in self.file.contradictions:
            text = w("contradiction", one=self._event(one.first), other=self._event(one.then))
            lines += paragraph(text, first="? ")
        return lines

    def _foot(self, a: Assessment) -> list[str]:
        w = self.words
        lines = ["", *paragraph(w("foot-law", law=w.of(self.pack.title), day=w.day(a.law_checked)))]
        if self._desk():
            lines += paragraph(w("foot-confidence"))
        return lines

    # --- one filing ---------------------------------------------------------------------------------------

    def _filing(self, status: FilingStatus, sections: Collection[str]) -> list[str]:
        w = self.words
        filing = next(f for f in self.file.case.filings if f.id == status.id)
        lines = ["", *heading(self.filing_title(filing), "-")]
        if "stands" in sections:
            lines += paragraph(self._stands(status))
        if "ground" in sections and status.ground is not None and self._desk():
            lines += paragraph(self._ground(status.ground))
        clocks = [c for c in status.clocks if self._may(c.audience)]
        if "clocks" in sections and clocks:
            lines += ["", *self._clocks(clocks)]
        breaches = [b for b in status.breaches if self._may(b.audience)]
        if "breaches" in sections and breaches:
            lines += ["", w("breaches")]
            for breach in breaches:
                lines += self._breach(breach)
        return lines

    def filing_title(self, filing: Filing) -> str:
        """The filing as people name it: kind, what it asks, on what ground, to whom."""
        w = self.words
        parts = [self._choice("filing-kind", filing.kind)]
        if filing.asks:
            parts.append(self._choice("asks", filing.asks))
        if filing.ground:
            parts.append(w("on-ground", ground=w.of(self.pack.grounds[filing.ground].label)))
        title = w(
            "filing-title", id=filing.id, what=": ".join(parts[:2]) + "".join(f", {p}" for p in parts[2:])
        )
        if filing.to:
            title += w("filing-to", to=", ".join(self._authority(a) for a in filing.to))
        if filing.count != "1":
            title += w("filing-count", count=filing.count)
        return title

    def _stands(self, status: FilingStatus) -> str:
        w = self.words
        if not status.state:
            return w("stands-nothing")
        event = self._find(status.state_event)
        label = w.of(self.pack.kinds[status.state].label)
        on = w.span(event.on) if event else ""
        name = "stands-certain" if status.certainty is Certainty.CERTAIN else "stands-possible"
        return w(name, state=label, day=on)

    def _ground(self, status: GroundStatus) -> str:
        ground = self.pack.grounds[status.ground]
        return self.words(
            "ground",
            ground=self.words.of(ground.label),
            then=self._opens(status.filed),
            now=self._opens(status.today),
            because=self.because(status.because),
        )

    def _opens(self, words: tuple[str, ...]) -> str:
        return " / ".join(self.words(f"open-{o}") for o in words) or self.words("open-unknown")

    def _clocks(self, clocks: Sequence[Clock]) -> list[str]:
        w = self.words
        head = [w("col-clock"), w("col-start"), w("col-due"), w("col-state")]
        rows, reasons = [], []
        for n, clock in enumerate(clocks, 1):
            rows.append(
                [f"{n}. {self._clock_name(clock)}", self._start(clock), self._due(clock), self.state(clock)]
            )
            reasons += paragraph(self._clock_because(clock), indent=2, first=f"{n}. ")
        return [*table(head, rows, (24, 12, 20, 16)), "", w("clock-reasons"), *reasons]

    def _clock_name(self, clock: Clock) -> str:
        label = self.words.of(self.pack.clocks[clock.rule].label)
        if clock.origin:
            return self.words("clock-origin", clock=label, event=clock.origin)
        return label

    def _start(self, clock: Clock) -> str:
        if clock.state is ClockState.NOT_STARTED and not clock.dues:
            return self.words("short-unknown")
        text = self.words.short(clock.start)
        return f"{text} *" if clock.deemed else text

    def _due(self, clock: Clock) -> str:
        w = self.words
        told: dict[str, list[str]] = {}
        for due in clock.dues:
            told.setdefault(self._one_due(due), []).append(due.reading)
        if len(told) <= 1:
            return next(iter(told), "")
        return "; ".join(
            w("due-reading", day=day, reading=self._readings(names)) for day, names in told.items()
        )

    def _readings(self, names: Iterable[str]) -> str:
        return ", ".join(self.reading(n) for n in names)

    def reading(self, name: str) -> str:
        """A reading's own name: the engine has words for the usual ones, else the pack's id."""
        try:
            return self.words(f"reading-{name}")
        except KeyError:
            return name

    def _one_due(self, due: Due) -> str:
        if due.due is None:
            return self.words("due-calendar-missing", day=self.words.short(due.unrolled))
        if due.due.open_end and due.due.earliest == due.due.latest:
            return self.words("due-unlimited")
        return self.words.short(due.due)

    def state(self, clock: Clock) -> str:
        """Where a clock stands, in words."""
        w = self.words
        name = w(f"state-{clock.bearer.value}-{clock.state.value}")
        if clock.certainty is Certainty.CERTAIN:
            return name
        others = [w(f"state-{clock.bearer.value}-{s.value}") for s in clock.states if s is not clock.state]
        if not others:
            return w("state-maybe", state=name)
        return w("state-possible", state=name, others=", ".join(others))

    def _clock_because(self, clock: Clock) -> str:
        w = self.words
        parts = [self.because(clock.because)]
        if clock.deemed:
            parts.append(w("because-deemed"))
        if clock.extended:
            parts.append(w("because-extended"))
        if clock.contested:
            parts.append(w("because-contested"))
        parts.append(w("because-proof", proof=w(f"proof-{clock.proof.value}")))
        return ". ".join(p.rstrip(".") for p in parts) + "."

    def _breach(self, breach: Breach) -> list[str]:
        w = self.words
        rule = self.pack.breaches[breach.id]
        name = w.of(rule.label)
        if breach.certainty is Certainty.POSSIBLE:
            name = w("possibly", what=name)
        text = w("breach", breach=name, says=w.of(rule.says), because=self.because(breach.because))
        weak = breach.proof in (Proof.OWN_WORD, Proof.NONE)
        if weak:
            text += " " + w("weak-proof", proof=w(f"proof-{breach.proof.value}"))
        return paragraph(text, indent=2, first="- ")

    # --- the case -----------------------------------------------------------------------------------------

    def _dangers(self, a: Assessment) -> list[str]:
        dangers = [d for d in a.dangers if not d.leads and self._may(d.audience)]
        if not dangers:
            return []
        lines = ["", *heading(self.words("dangers"), "-")]
        for danger in dangers:
            lines += self._danger(danger)
        return lines

    def _danger(self, danger: Danger) -> list[str]:
        w = self.words
        if danger.steps:
            return self._ladder(danger)
        rule = self.pack.dangers[danger.id]
        name = w.of(rule.label)
        if danger.certainty is Certainty.POSSIBLE:
            name = w("possibly", what=name)
        text = w("danger", danger=name, says=w.of(rule.says), because=self.because(danger.because))
        return paragraph(self._of_filing(danger.filing) + text, indent=2, first="! ")

    def _ladder(self, danger: Danger) -> list[str]:
        w = self.words
        ladder = next(item for item in self.pack.ladders if item.id == danger.id)
        labels = {s.id: s.label for s in ladder.steps}
        text = w(
            "danger", danger=w.of(ladder.label), says=w.of(ladder.says), because=self.because(danger.because)
        )
        lines = paragraph(text, indent=2, first="! ")
        for step in danger.steps:
            reached = w(f"reached-{step.reached.value}")
            line = w("ladder-step", step=w.of(labels[step.id]), reached=reached, cite=self._cited(step.cited))
            lines += paragraph(line, indent=6, first="- ")
        return lines

    def _remedies(self, a: Assessment) -> list[str]:
        remedies = [r for r in a.remedies if self._may(r.audience)]
        if not remedies:
            return []
        w = self.words
        lines = ["", *heading(w("remedies"), "-"), *paragraph(w("remedies-note"))]
        for (name, _), many in _grouped(remedies).items():
            lines += ["", *self._remedy(name, many)]
        return lines

    def _remedy(self, name: str, many: Sequence[Remedy]) -> list[str]:
        """One step, told once for all the filings to which it is open in the same way."""
        w = self.words
        rule = self.pack.remedies[name]
        first = many[0]
        title = w.of(rule.label)
        if all(r.certainty is Certainty.POSSIBLE for r in many):
            title = w("possibly", what=title)
        filings = [r.filing for r in many if r.filing]
        if filings:
            title = w("remedy-of", remedy=title, filings=", ".join(filings))
        lines = paragraph(title, first="> " if first.leads else "- ")
        lines += paragraph(w.of(rule.does), indent=4)
        for field, value in self._remedy_fields(many):
            lines += paragraph(w(field, value=value), indent=4)
        return lines

    def _remedy_fields(self, many: Sequence[Remedy]) -> Iterable[tuple[str, str]]:
        w = self.words
        first = many[0]
        rule = self.pack.remedies[first.id]
        yield "remedy-decision", w(f"decision-{first.decision.value}")
        if rule.by:
            yield "remedy-by", ", ".join(self._choice("author", b) for b in rule.by)
        to = list(dict.fromkeys(a for r in many for a in r.to))
        if to:
            yield "remedy-to", ", ".join(self._authority(a) for a in to)
        for remedy in many:
            if remedy.until is not None:
                of = f" ({remedy.filing})" if len(many) > 1 else ""
                yield "remedy-until", w.day(remedy.until.earliest) + of
        if rule.exposes:
            yield "remedy-exposes", ", ".join(self._choice("exposes", e) for e in rule.exposes)
        retaliation = list(dict.fromkeys(p for r in many for p in r.retaliation))
        practices = {p.id: p for p in self.pack.practices}
        for name in retaliation:
            known = practices[name]
            yield "remedy-retaliation", f"{w.of(known.says)} ({w(f'confidence-{known.confidence.value}')})"
        yield "remedy-reversible", w("yes" if rule.reversible else "no")
        if rule.wait:
            yield "remedy-wait", w.of(rule.wait)
        if self._desk():
            yield "remedy-because", self.because(_joined([r.because for r in many]))

    def _offences(self, a: Assessment) -> list[str]:
        offences = [o for o in a.offences if self._may(o.audience)]
        if not offences:
            return []
        lines = ["", *heading(self.words("offences"), "-")]
        for offence in offences:
            lines += self._offence(offence)
        return lines

    def _offence(self, offence: Offence) -> list[str]:
        w = self.words
        rule = self.pack.offences[offence.id]
        text = w("offence", offence=w.of(rule.label), because=self.because(offence.because))
        lines = paragraph(text, indent=2, first="- ")
        labels = {e.id: e.label for e in rule.elements}
        for element in offence.elements:
            events = f" ({', '.join(element.events)})" if element.events else ""
            line = w(
                "element", element=w.of(labels[element.id]), met=w(f"element-{element.met.value}") + events
            )
            lines += paragraph(line, indent=6, first="- ")
        if rule.report_to:
            lines += paragraph(
                w("report-to", to=", ".join(self._authority(x) for x in rule.report_to)), indent=6
            )
        if rule.not_to:
            lines += paragraph(
                w("report-not-to", to=", ".join(self._authority(x) for x in rule.not_to)), indent=6
            )
        return lines

    def _questions(self, a: Assessment) -> list[str]:
        questions = [q for q in a.questions if self._may(q.audience)]
        if not questions:
            return []
        lines = ["", *heading(self.words("questions"), "-")]
        for n, question in enumerate(questions, 1):
            lines += paragraph(self.question(question), indent=2, first=f"{n}. ")
            for text in self._changes(question):
                lines += paragraph(text, indent=6, first="- ")
        return lines

    def question(self, question: Question) -> str:
        """The question as one would ask it."""
        w = self.words
        match question.about:
            case About.RULE:
                return self._of_filing(question.of) + w.of(self.pack.questions[question.name].asks)
            case About.FACT:
                fact = self.pack.facts.get(question.name)
                return w.of(fact.asks) if fact else question.name
            case About.DAY:
                return w("ask-day", event=self._event(question.of))
            case About.HAPPENED:
                return w("ask-happened", event=self._event(question.of))
            case About.FIELD:
                return self._ask_field(question)
            case About.FILING:
                return w("ask-filing", filing=question.of, word=w(f"word-{question.name}"))
            case About.START:
                return self._ask_start(question)

    def _ask_field(self, question: Question) -> str:
        event = self._find(question.of)
        kind = self.pack.kinds[event.kind] if event else None
        asked = kind.asks.get(question.name) if kind else None
        if asked:
            return f"{self._event(question.of)}: {self.words.of(asked)}"
        return self.words("ask-field", event=self._event(question.of), field=question.name)

    def _ask_start(self, question: Question) -> str:
        w = self.words
        rule = self.pack.clocks[question.name]
        for anchor in rule.starts:
            if anchor.asks:
                return w("ask-start", filing=question.of, asks=w.of(anchor.asks))
        return w("ask-start-day", filing=question.of, clock=w.of(rule.label))

    def _changes(self, question: Question) -> Iterable[str]:
        w = self.words
        if question.about is About.RULE:
            changes = self.pack.questions[question.name].changes
            return [w.of(changes)] if changes else []
        by_answer: dict[str, list[Change]] = {}
        for change in question.changes:
            by_answer.setdefault(change.answer, []).append(change)
        if len(by_answer) > _FEW_ANSWERS or set(by_answer) == {""}:
            names = dict.fromkeys(self._concluded(c) for c in question.changes)
            return [w("decides", what="; ".join(names))]
        return [
            w(
                "if-answer",
                answer=self._answer(question, answer),
                then="; ".join(self._becomes(c) for c in changes),
            )
            for answer, changes in by_answer.items()
        ]

    def _answer(self, question: Question, answer: str) -> str:
        if not answer:
            return self.words("any-answer")
        if question.about is About.DAY:
            return self.words.span(read_span(answer))
        return self._word(answer)

    def _word(self, word: str) -> str:
        for choice in self.pack.choices.values():
            if word in choice.options:
                return self.words.of(choice.options[word].label)
        return self.words(word) if word in ("yes", "no") else word

    def _becomes(self, change: Change) -> str:
        w = self.words
        name = self._concluded(change)
        if change.what == "clock" and change.becomes:
            bearer = self.pack.clocks[change.conclusion].bearer.value
            return w("becomes-state", what=name, state=w(f"state-{bearer}-{change.becomes}"))
        return w(f"becomes-{change.becomes}" if change.becomes else "becomes-decided", what=name)

    def _concluded(self, change: Change) -> str:
        """The conclusion a question would decide, by its own name."""
        labels: dict[str, Mapping[str, _Labelled]] = {
            "clock": self.pack.clocks,
            "breach": self.pack.breaches,
            "remedy": self.pack.remedies,
            "danger": self.pack.dangers,
            "offence": self.pack.offences,
        }
        label = self.words.of(labels[change.what][change.conclusion].label)
        return f"{label} ({change.filing})" if change.filing else label

    def _practice(self, a: Assessment) -> list[str]:
        notes = [p for p in a.practice if self._may(p.audience)]
        if not notes:
            return []
        w = self.words
        known = {p.id: p for p in self.pack.practices}
        lines = ["", *heading(w("practice"), "-")]
        for name in dict.fromkeys(n.id for n in notes):
            practice = known[name]
            confidence = w(f"confidence-{practice.confidence.value}")
            text = w("practice-note", says=w.of(practice.says), source=practice.source, confidence=confidence)
            lines += paragraph(text, indent=2, first="- ")
        return lines

    # --- reasons ------------------------------------------------------------------------------------------

    def because(self, because: Because) -> str:
        """The events and provisions of a conclusion, on one line."""
        events = [self._event(e) for e in because.events]
        provisions = [self._cited(c) for c in because.provisions]
        return "; ".join([*events, *provisions]) or self.words("because-nothing")

    def _cited(self, cited: Cited) -> str:
        w = self.words
        provision = self.pack.provisions[cited.provision]
        sure = w(f"confidence-{cited.confidence.value}")
        if len(provision.versions) > 1 and cited.version.year > 1:
            return w("cited-version", cite=w.of(provision.cite), day=w.day(cited.version), confidence=sure)
        return w("cited", cite=w.of(provision.cite), confidence=sure)

    def _event(self, name: str) -> str:
        event = self._find(name)
        if event is None:
            return name
        w = self.words
        label = w.of(self.pack.kinds[event.kind].label)
        words = [self._word(v) for k, v in event.fields.items() if self._is_word(event, k)]
        if event.modality is not Modality.DONE:
            words.insert(0, w(f"modality-{event.modality.value}"))
        if words:
            label += f" ({', '.join(words)})"
        return w("event", id=event.id, label=label, day=w.span(event.on))

    def _is_word(self, event: Event, field: str) -> bool:
        return self.pack.kinds[event.kind].fields.get(field, "") in self.pack.choices

    def _find(self, name: str) -> Event | None:
        for event in (*self.file.case.events, *self.file.account.events):
            if event.id == name:
                return event
        return None

    # --- small things -------------------------------------------------------------------------------------

    def _choice(self, choice: str, word: str) -> str:
        options = self.pack.choices[choice].options
        return self.words.of(options[word].label) if word in options else word

    def _authority(self, name: str) -> str:
        known = self.pack.authorities.get(name)
        return self.words.of(known.label) if known else name

    def _of_filing(self, filing: str) -> str:
        return f"{filing}: " if filing else ""

    def _may(self, audience: frozenset[Audience]) -> bool:
        return self.audience in audience

    def _desk(self) -> bool:
        return self.audience in (Audience.CASEWORKER, Audience.ADVOCATE)


def _grouped(remedies: Iterable[Remedy]) -> dict[tuple[str, Decision], list[Remedy]]:
    grouped: dict[tuple[str, Decision], list[Remedy]] = {}
    for remedy in remedies:
        grouped.setdefault((remedy.id, remedy.decision), []).append(remedy)
    return grouped


def _joined(many: Sequence[Because]) -> Because:
    return Because(
        tuple(dict.fromkeys(e for b in many for e in b.events)),
        tuple(dict.fromkeys(c for b in many for c in b.provisions)),
    )
