"""An assessment told in sentences, for one audience, as a colleague's note: what endangers is said first."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
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
from raport.dates import Span, read_span
from raport.law import Audience, Confidence, Pack, Text
from raport.prose.layout import heading, paragraph, table
from raport.prose.words import Words

_FEW_ANSWERS = 3
_MOST_QUESTIONS = 15

SECTIONS = (
    "head",
    "dangers",
    "chronicle",
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

_OF_ONE_FILING = frozenset({About.RULE, About.FILING, About.START})
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
    everything: bool = False  # every question, not the first fifteen

    @property
    def audience(self) -> Audience:
        """Who is told."""
        return self.words.audience

    def tell(self, assessment: Assessment, sections: Collection[str] = SECTIONS) -> str:
        """The assessment, or some `sections` of it, ready to print; ends with a line feed."""
        lines: list[str] = []
        if "head" in sections:
            lines += self._head(assessment)
        if "dangers" in sections:
            lines += self._dangers(assessment)
        if "chronicle" in sections and self._desk():
            lines += self._chronicle(assessment)
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
        if a.comparison and not a.notice:
            lines += paragraph(w("comparison", case=a.comparison))
        if a.notice:
            lines += paragraph(w.of(a.notice))
        if a.as_of is not None and a.as_of < a.on:
            lines += paragraph(w("as-of", day=w.day(a.as_of)))
        for danger in a.dangers:
            if danger.leads and self.may(danger.audience):
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

    def _chronicle(self, a: Assessment) -> list[str]:
        """What the record holds up to the day, in order of time: the reasons below name these events."""
        w = self.words
        shown = self.chronicle_events(a)
        if not shown:
            return []
        rows = []
        for event in shown:
            told = self.label(event)
            if event.filing:
                told += f", {event.filing}"
            rows.append([event.id, w.short(event.on), told, w(f"proof-{event.proof.value}")])
        head = [w("col-event"), w("col-day"), w("col-what"), w("col-proof")]
        return ["", *heading(w("chronicle"), "-"), *table(head, rows, (5, 12, 39, 14))]

    def chronicle_events(self, a: Assessment) -> list[Event]:
        """What the record and the account hold up to the day, in order of time."""
        shown = [e for e in (*self.file.case.events, *self.file.account.events) if e.on.earliest <= a.on]
        return sorted(shown, key=lambda e: (e.on.earliest, e.on.latest))

    # --- one filing ---------------------------------------------------------------------------------------

    def _filing(self, status: FilingStatus, sections: Collection[str]) -> list[str]:
        filing = next(f for f in self.file.case.filings if f.id == status.id)
        lines = ["", *heading(self.filing_title(filing), "-")]
        if "stands" in sections:
            lines += paragraph(self._stands(status))
        if "ground" in sections and status.ground is not None and self._desk():
            lines += paragraph(self._ground(status.ground))
        clocks = [c for c in status.clocks if self.may(c.audience)]
        if "clocks" in sections and clocks:
            lines += self._clocks(clocks)
        breaches = [b for b in status.breaches if self.may(b.audience)]
        if "breaches" in sections and breaches:
            lines += self._breaches(breaches)
        return lines

    def _breaches(self, breaches: Sequence[Breach]) -> list[str]:
        """One breach told once, with all that shows it: one answer left out may break two laws."""
        w = self.words
        lines = []
        told: dict[str, list[Breach]] = {}
        for breach in breaches:
            if breach.certainty is not Certainty.UNKNOWN:
                told.setdefault(breach.id, []).append(breach)
        if told:
            lines += ["", w("breaches")]
        for many in told.values():
            lines += self._breach(many)
        silent = [self.pack.breaches[b.id].label for b in breaches if b.certainty is Certainty.UNKNOWN]
        return lines + self._silent("breaches-silent", [s for s in silent if s])

    def _silent(self, name: str, labels: Iterable[Text]) -> list[str]:
        """What only a silent record leaves open: named in one line, the questions ask for it."""
        names = dict.fromkeys(self.words.of(label) for label in labels)
        if not names or not self._desk():
            return []
        return ["", *paragraph(self.words(name, names="; ".join(names)))]

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
            title += w("filing-count", count=self._count(filing.count))
        return title

    def short_title(self, filing: Filing) -> str:
        """The filing in few words: kind and what it asks."""
        parts = [self._choice("filing-kind", filing.kind)]
        if filing.asks:
            parts.append(self._choice("asks", filing.asks))
        return self.words("filing-title", id=filing.id, what=": ".join(parts))

    def _count(self, count: str) -> str:
        least = count.removesuffix("..")
        return count if least == count else self.words("count-at-least", count=least)

    def stage(self, status: FilingStatus) -> str:
        """The last stage a filing is known to have reached, in a word or two."""
        return self.words.of(self.pack.kinds[status.state].label) if status.state else self.words("no-stage")

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
        told = [c for c in clocks if c.dues and c.certainty is not Certainty.UNKNOWN]
        lines: list[str] = []
        for n, clock in enumerate(told, 1):
            rows.append(
                [f"{n}. {self.clock_name(clock)}", self._start(clock), self._due(clock), self.state(clock)]
            )
            reasons += paragraph(self._clock_because(clock), indent=2, first=f"{n}. ")
        if told:
            lines += ["", *table(head, rows, (24, 12, 20, 16)), "", w("clock-reasons"), *reasons]
        if any(c.deemed for c in told):
            lines += paragraph(capital(w("because-deemed")) + ".", indent=2, first="* ")
        waiting = [c for c in clocks if not c.dues and c.certainty is not Certainty.UNKNOWN]
        if waiting:
            cited = joined([c.because for c in waiting]).provisions
            names = "; ".join(dict.fromkeys(self.clock_name(c) for c in waiting))
            text = w("clocks-waiting", clocks=names, because=self.because(Because((), cited)))
            lines += ["", *paragraph(text)]
        silent = [self.pack.clocks[c.rule].label for c in clocks if c.certainty is Certainty.UNKNOWN]
        return lines + self._silent("clocks-silent", silent)

    def clock_name(self, clock: Clock) -> str:
        """A clock's own name, and the event that opened it where it runs once per event."""
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
            told.setdefault(self._one_due(due, clock), []).append(due.reading)
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

    def _one_due(self, due: Due, clock: Clock) -> str:
        if due.due is None:
            return self.words("due-calendar-missing", day=self.words.short(due.unrolled))
        if clock.start.open_start and not due.due.open_end:
            return self.words.short(Span(date.min, due.due.latest))
        if due.due.open_end and due.due.earliest == due.due.latest:
            return self.words("due-unlimited")
        return self.words.short(due.due)

    def named(self, what: str, name: str) -> str:
        """A conclusion's own name: `what` is clock, breach, remedy, danger or offence."""
        if what == "danger" and name not in self.pack.dangers:
            return self.words.of(next(x for x in self.pack.ladders if x.id == name).label)
        return self.words.of(self._labels()[what][name].label)

    def sure(self, certainty: Certainty) -> str:
        """How sure a conclusion is; empty where it is certain."""
        return self.words("only-possibly") if certainty is Certainty.POSSIBLE else ""

    def opening(self, status: GroundStatus) -> str:
        """Whether a ground was open on the day of filing and is today."""
        label = self.words.of(self.pack.grounds[status.ground].label)
        return self.words(
            "ground-short", ground=label, then=self._opens(status.filed), now=self._opens(status.today)
        )

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
        if clock.extended:
            parts.append(w("because-extended"))
        if clock.contested:
            parts.append(w("because-contested"))
        parts.append(w("because-proof", proof=w(f"proof-{clock.proof.value}")))
        return ". ".join([parts[0].rstrip("."), *(capital(p.rstrip(".")) for p in parts[1:])]) + "."

    def _breach(self, many: Sequence[Breach]) -> list[str]:
        w = self.words
        rule = self.pack.breaches[many[0].id]
        name = w.of(rule.label)
        if all(b.certainty is Certainty.POSSIBLE for b in many):
            name = w("possibly", what=name)
        because = self.because(joined([b.because for b in many]))
        text = w("breach", breach=capital(name), says=w.of(rule.says), because=because)
        if all(b.proof in (Proof.OWN_WORD, Proof.NONE) for b in many):
            text += " " + w("weak-proof", proof=w(f"proof-{many[0].proof.value}"))
        return paragraph(text, indent=2, first="- ")

    # --- the case -----------------------------------------------------------------------------------------

    def _dangers(self, a: Assessment) -> list[str]:
        dangers = [d for d in a.dangers if not d.leads and self.may(d.audience)]
        if not dangers:
            return []
        lines = ["", *heading(self.words("dangers"), "-")]
        told: dict[tuple[str, Certainty], list[Danger]] = {}
        for danger in dangers:
            if danger.certainty is not Certainty.UNKNOWN:
                told.setdefault((danger.id, danger.certainty), []).append(danger)
        for many in told.values():
            lines += self._danger(many)
        silent = [self.pack.dangers[d.id].label for d in dangers if d.certainty is Certainty.UNKNOWN]
        return lines + self._silent("dangers-silent", silent)

    def _danger(self, many: Sequence[Danger]) -> list[str]:
        """One danger, told once for all the filings that it hangs over."""
        w = self.words
        danger = many[0]
        if danger.steps:
            return self._ladder(danger)
        rule = self.pack.dangers[danger.id]
        name = w.of(rule.label)
        if danger.certainty is Certainty.POSSIBLE:
            name = w("possibly", what=name)
        filings = [d.filing for d in many if d.filing]
        if filings:
            name = w("remedy-of", remedy=name, filings=", ".join(filings))
        if not any(d.because.provisions or (d.because.events and self._desk()) for d in many):
            return paragraph(w("standing", danger=capital(name), says=w.of(rule.says)), indent=2, first="! ")
        because = self.because(joined([d.because for d in many]))
        if rule.standing_text:  # word for word as agreed: the reasons stand apart
            lines = paragraph(w("standing", danger=capital(name), says=w.of(rule.says)), indent=2, first="! ")
            return lines + paragraph(w("remedy-because", value=because), indent=4)
        text = w("danger", danger=capital(name), says=w.of(rule.says), because=because)
        return paragraph(text, indent=2, first="! ")

    def _ladder(self, danger: Danger) -> list[str]:
        w = self.words
        ladder = next(item for item in self.pack.ladders if item.id == danger.id)
        labels = {s.id: s.label for s in ladder.steps}
        text = w(
            "danger",
            danger=capital(w.of(ladder.label)),
            says=w.of(ladder.says),
            because=self.because(danger.because),
        )
        lines = paragraph(text, indent=2, first="! ")
        for step in danger.steps:
            reached = w(f"reached-{step.reached.value}")
            line = w("ladder-step", step=w.of(labels[step.id]), reached=reached, cite=self.cited(step.cited))
            lines += paragraph(line, indent=6, first="- ")
        return lines

    def _remedies(self, a: Assessment) -> list[str]:
        remedies = [r for r in a.remedies if self.may(r.audience)]
        if not remedies:
            return []
        w = self.words
        lines = ["", *heading(w("remedies"), "-"), *paragraph(w("remedies-note"))]
        notes: dict[str, int] = {}
        for (name, _), many in grouped(r for r in remedies if r.certainty is not Certainty.UNKNOWN).items():
            lines += ["", *self._remedy(name, many, notes, a.on)]
        silent = [self.pack.remedies[r.id].label for r in remedies if r.certainty is Certainty.UNKNOWN]
        lines += self._silent("remedies-silent", silent)
        return lines + self._retaliation(notes)

    def _retaliation(self, notes: Mapping[str, int]) -> list[str]:
        """What practice knows as the reaction to the steps above, each told once."""
        if not notes:
            return []
        w = self.words
        practices = {p.id: p for p in self.pack.practices}
        lines = ["", *paragraph(w("retaliation"))]
        for name, number in notes.items():
            known = practices[name]
            text = w(
                "retaliation-note",
                says=w.of(known.says),
                confidence=w(f"confidence-{known.confidence.value}"),
            )
            lines += paragraph(text, indent=2, first=f"[{number}] ")
        return lines

    def _remedy(self, name: str, many: Sequence[Remedy], notes: dict[str, int], today: date) -> list[str]:
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
        lines = paragraph(capital(title), first="> " if first.leads else "- ")
        lines += paragraph(w.of(rule.does), indent=4)
        told = [w(field, value=value) for field, value in self._remedy_fields(many, notes, today)]
        lines += paragraph(" ".join(told), indent=4)
        if self._desk():
            because = w("remedy-because", value=self.because(joined([r.because for r in many])))
            lines += paragraph(because, indent=4)
        return lines

    def _remedy_fields(
        self, many: Sequence[Remedy], notes: dict[str, int], today: date
    ) -> Iterable[tuple[str, str]]:
        w = self.words
        first = many[0]
        rule = self.pack.remedies[first.id]
        if first.decision is not Decision.UNDECIDED:
            yield "remedy-decision", w(f"decision-{first.decision.value}")
        if rule.by:
            yield "remedy-by", ", ".join(self._choice("author", b) for b in rule.by)
        to = list(dict.fromkeys(a for r in many for a in r.to))
        if to:
            yield "remedy-to", ", ".join(self._authority(a) for a in to)
        elif "@forum" in rule.to:
            yield "remedy-to-forum", ""
        until: dict[str, list[str]] = {}
        for remedy in many:
            if remedy.until is not None:
                until.setdefault(self._until(remedy.until, today), []).append(remedy.filing)
        if until:
            yield "remedy-until", "; ".join(self._of_filings(day, f, many) for day, f in until.items())
        if rule.exposes:
            yield "remedy-exposes", ", ".join(self._choice("exposes", e) for e in rule.exposes)
        retaliation = list(dict.fromkeys(p for r in many for p in r.retaliation))
        if retaliation:
            yield (
                "remedy-retaliation",
                ", ".join(f"[{notes.setdefault(p, len(notes) + 1)}]" for p in retaliation),
            )
        if not rule.reversible:
            yield "remedy-reversible", w("no")
        if rule.wait:
            yield "remedy-wait", w.of(rule.wait)

    def _until(self, until: Span, today: date) -> str:
        """The last day as one may reckon with it: never a day that is past."""
        w = self.words
        if until.earliest < today:
            return w("until-may-be-past", day=w.day(until.latest))
        if until.is_day:
            return w("until-surely", day=w.day(until.earliest))
        return w("until-at-the-earliest", day=w.day(until.earliest))

    def _of_filings(self, told: str, filings: Iterable[str], among: Sequence[Remedy]) -> str:
        if len(among) == 1:
            return told
        return self.words("until-of", day=told, filing=", ".join(filings))

    def _offences(self, a: Assessment) -> list[str]:
        offences = [o for o in a.offences if self.may(o.audience)]
        if not offences:
            return []
        lines = ["", *heading(self.words("offences"), "-")]
        for offence in offences:
            if offence.certainty is not Certainty.UNKNOWN:
                lines += self._offence(offence)
        silent = [self.pack.offences[o.id].label for o in offences if o.certainty is Certainty.UNKNOWN]
        return lines + self._silent("offences-silent", silent)

    def _offence(self, offence: Offence) -> list[str]:
        w = self.words
        rule = self.pack.offences[offence.id]
        text = w("offence", offence=capital(w.of(rule.label)), because=self.because(offence.because))
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
        questions = [q for q in a.questions if self.may(q.audience)]
        if not questions:
            return []
        lines = ["", *heading(self.words("questions"), "-")]
        asked: dict[tuple[str, ...], list[Question]] = {}
        for question in questions:
            asked.setdefault(self._asked_alike(question), []).append(question)
        shown = list(asked.values())
        for n, many in enumerate(shown if self.everything else shown[:_MOST_QUESTIONS], 1):
            lines += paragraph(self._asked(many), indent=2, first=f"{n}. ")
            for text in dict.fromkeys(text for question in many for text in self._changes(question)):
                lines += paragraph(text, indent=6, first="- ")
        if not self.everything and len(shown) > _MOST_QUESTIONS:
            lines += [
                "",
                *paragraph(self.words("more-questions", count=len(shown) - _MOST_QUESTIONS), indent=2),
            ]
        return lines

    def _asked_alike(self, question: Question) -> tuple[str, ...]:
        """Questions with the same words are asked once for all the filings."""
        if question.about in (About.RULE, About.FILING):
            return (question.about.value, question.name)
        if question.about is About.START:
            return (question.about.value, self._ask_start(replace(question, of="")))
        return (question.id,)

    def _asked(self, many: Sequence[Question]) -> str:
        filings = ", ".join(dict.fromkeys(q.of for q in many if q.of))
        first = many[0]
        return self.question(replace(first, of=filings) if first.about in _OF_ONE_FILING else first)

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
        return self.words("ask-field", event=self._event(question.of), field=self.field_name(question.name))

    def field_name(self, name: str) -> str:
        """What people call a field of an event; its id where the pack gives no name."""
        label = self.pack.fields.get(name)
        return self.words.of(label) if label else name

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
        if answer in ("yes", "no"):
            return self.words(answer)
        return self._choice(self._type_of(question), answer)

    def _type_of(self, question: Question) -> str:
        """The choice among whose words the answer stands."""
        match question.about:
            case About.FACT:
                return self.pack.facts[question.name].type
            case About.FIELD:
                event = self._find(question.of)
                return self.pack.kinds[event.kind].fields[question.name] if event else ""
            case About.FILING:
                return {"kind": "filing-kind"}.get(question.name, question.name)
            case _:
                return ""

    def _becomes(self, change: Change) -> str:
        w = self.words
        name = self._concluded(change)
        if change.what == "clock" and change.becomes:
            bearer = self.pack.clocks[change.conclusion].bearer.value
            return w("becomes-state", what=name, state=w(f"state-{bearer}-{change.becomes}"))
        return w(f"becomes-{change.becomes}" if change.becomes else "becomes-decided", what=name)

    def _concluded(self, change: Change) -> str:
        """The conclusion a question would decide, by its own name."""
        label = self.words.of(self._labels()[change.what][change.conclusion].label)
        return f"{label} ({change.filing})" if change.filing else label

    def _labels(self) -> Mapping[str, Mapping[str, _Labelled]]:
        return {
            "clock": self.pack.clocks,
            "breach": self.pack.breaches,
            "remedy": self.pack.remedies,
            "danger": self.pack.dangers,
            "offence": self.pack.offences,
        }

    def _practice(self, a: Assessment) -> list[str]:
        notes = [p for p in a.practice if self.may(p.audience)]
        if not notes:
            return []
        w = self.words
        known = {p.id: p for p in self.pack.practices}
        lines = ["", *heading(w("practice"), "-")]
        for note in dict.fromkeys(n.id for n in notes):
            practice = known[note]
            confidence = w(f"confidence-{practice.confidence.value}")
            name = "practice-recalled" if practice.confidence is Confidence.MEMORY else "practice-note"
            if not self._desk():
                name = "practice-outside"  # nobody's name leaves the desk
            text = w(name, says=w.of(practice.says), source=practice.source, confidence=confidence)
            lines += paragraph(text, indent=2, first="- ")
        return lines

    # --- reasons ------------------------------------------------------------------------------------------

    def because(self, because: Because) -> str:
        """The events (at a desk) and provisions of a conclusion, on one line."""
        w = self.words
        events = [self._event_short(e) for e in because.events] if self._desk() else []
        alike: dict[Confidence, list[str]] = {}
        for cited in because.provisions:
            alike.setdefault(cited.confidence, []).append(self._cite(cited))
        provisions = [
            w("cited", cite=", ".join(dict.fromkeys(cites)), confidence=w(f"confidence-{confidence.value}"))
            for confidence, cites in alike.items()
        ]
        return "; ".join([*events, *provisions]) or w("because-nothing")

    def _cite(self, cited: Cited) -> str:
        w = self.words
        provision = self.pack.provisions[cited.provision]
        if len(provision.versions) > 1 and cited.version.year > 1:
            since = next(v.in_force for v in provision.versions if v.in_force.earliest == cited.version)
            return w("cited-version", cite=w.of(provision.cite), day=w.since(since.earliest))
        return w.of(provision.cite)

    def cited(self, cited: Cited) -> str:
        """One provision in its version, and how well its words are known."""
        sure = self.words(f"confidence-{cited.confidence.value}")
        return self.words("cited", cite=self._cite(cited), confidence=sure)

    def _event_short(self, name: str) -> str:
        """An event in a reason: its day where it is one, else the chronicle has it."""
        event = self._find(name)
        if event is None:
            return name
        if event.on.is_day:
            return self._event(name)
        return self.words("event-short", id=event.id, label=self.label(event))

    def _event(self, name: str) -> str:
        event = self._find(name)
        if event is None:
            return name
        return self.words("event", id=event.id, label=self.label(event), day=self.words.span(event.on))

    def label(self, event: Event) -> str:
        """What happened, in the words of the pack: the kind, and its fields."""
        w = self.words
        label = w.of(self.pack.kinds[event.kind].label)
        fields = self.pack.kinds[event.kind].fields
        words = [self._choice(fields[k], v) for k, v in event.fields.items() if self._is_word(event, k)]
        if event.modality is not Modality.DONE:
            words.insert(0, w(f"modality-{event.modality.value}"))
        if words:
            label += f" ({', '.join(words)})"
        return label

    def _is_word(self, event: Event, field: str) -> bool:
        return self.pack.kinds[event.kind].fields.get(field, "") in self.pack.choices

    def _find(self, name: str) -> Event | None:
        for event in (*self.file.case.events, *self.file.account.events):
            if event.id == name:
                return event
        return None

    # --- small things -------------------------------------------------------------------------------------

    def _choice(self, choice: str, word: str) -> str:
        known = self.pack.choices.get(choice)
        return self.words.of(known.options[word].label) if known and word in known.options else word

    def _authority(self, name: str) -> str:
        known = self.pack.authorities.get(name)
        return self.words.of(known.label) if known else name

    def _of_filing(self, filing: str) -> str:
        return f"{filing}: " if filing else ""

    def may(self, audience: frozenset[Audience]) -> bool:
        """Whether this audience is told."""
        return self.audience in audience

    def _desk(self) -> bool:
        return self.audience in (Audience.CASEWORKER, Audience.ADVOCATE)


def capital(text: str) -> str:
    """The sentence with a capital first letter."""
    return text[:1].upper() + text[1:]


def grouped(remedies: Iterable[Remedy]) -> dict[tuple[str, Decision], list[Remedy]]:
    """The same step in several filings, where it was decided alike, is told once."""
    found: dict[tuple[str, Decision], list[Remedy]] = {}
    for remedy in remedies:
        found.setdefault((remedy.id, remedy.decision), []).append(remedy)
    return found


def joined(many: Sequence[Because]) -> Because:
    """The reasons of several, each once."""
    return Because(
        tuple(dict.fromkeys(e for b in many for e in b.events)),
        tuple(dict.fromkeys(c for b in many for c in b.provisions)),
    )
