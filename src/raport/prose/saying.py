"""What is said of a case, sentence by sentence: the pack's words and the engine's, for one audience.

No layout: `page` puts the sentences together as values, `telling` lays them out as text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from raport.assess import (
    About,
    Assessment,
    Because,
    Certainty,
    Change,
    Cited,
    Clock,
    ClockState,
    Decision,
    Due,
    FilingStatus,
    GroundStatus,
    Question,
    Remedy,
)
from raport.casefile import CaseFile, Event, Filing, Modality
from raport.dates import Span, read_span
from raport.law import Audience, Confidence, Pack, Text
from raport.prose.words import Words

_FEW_ANSWERS = 3
_OF_ONE_FILING = frozenset({About.RULE, About.FILING, About.START})


class _Labelled(Protocol):
    @property
    def label(self) -> Text: ...


@dataclass(frozen=True, slots=True)
class Saying:
    """Says what an assessment of one case file comes to, in one language, to one audience."""

    pack: Pack
    words: Words
    file: CaseFile

    @property
    def audience(self) -> Audience:
        """Who is told."""
        return self.words.audience

    def chronicle_events(self, a: Assessment) -> list[Event]:
        """What the record and the account hold up to the day, in order of time."""
        shown = [e for e in (*self.file.case.events, *self.file.account.events) if e.on.earliest <= a.on]
        return sorted(shown, key=lambda e: (e.on.earliest, e.on.latest))

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
            title += w("filing-to", to=", ".join(self.authority(a) for a in filing.to))
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

    def stands(self, status: FilingStatus) -> str:
        """The last stage a filing is known to have reached, as a sentence."""
        w = self.words
        if not status.state:
            return w("stands-nothing")
        event = self._find(status.state_event)
        label = w.of(self.pack.kinds[status.state].label)
        on = w.span(event.on) if event else ""
        name = "stands-certain" if status.certainty is Certainty.CERTAIN else "stands-possible"
        return w(name, state=label, day=on)

    def ground(self, status: GroundStatus) -> str:
        """Whether its ground was open on the day of filing and is today, and why."""
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

    def clock_name(self, clock: Clock) -> str:
        """A clock's own name, and the event that opened it where it runs once per event."""
        label = self.words.of(self.pack.clocks[clock.rule].label)
        if clock.origin:
            return self.words("clock-origin", clock=label, event=clock.origin)
        return label

    def start(self, clock: Clock) -> str:
        """From when a clock runs; a deemed start has a star."""
        if clock.state is ClockState.NOT_STARTED and not clock.dues:
            return self.words("short-unknown")
        text = self.words.short(clock.start)
        return f"{text} *" if clock.deemed else text

    def due(self, clock: Clock) -> str:
        """The last day, reading by reading where they differ."""
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
        return w("state-possible", state=name, others="; ".join(others))

    def clock_because(self, clock: Clock) -> str:
        """The reasons of a clock, and what of it is contested or hard to prove."""
        w = self.words
        parts = [self.because(clock.because)]
        if clock.extended is not None:
            parts.append(w(f"because-extended-{clock.extended.value}"))
        if clock.contested:
            parts.append(w("because-contested"))
        parts.append(w("because-proof", proof=w(f"proof-{clock.proof.value}")))
        return ". ".join([parts[0].rstrip("."), *(capital(p.rstrip(".")) for p in parts[1:])]) + "."

    def step_fields(
        self, many: Sequence[Remedy], notes: dict[str, int], today: date
    ) -> Iterable[tuple[str, str]]:
        """What a step exposes, field by field: the name of a sentence, and what fills it."""
        w = self.words
        first = many[0]
        rule = self.pack.remedies[first.id]
        if first.decision is not Decision.UNDECIDED:
            yield "remedy-decision", w(f"decision-{first.decision.value}")
        if rule.by:
            yield "remedy-by", ", ".join(self._choice("author", b) for b in rule.by)
        to = list(dict.fromkeys(a for r in many for a in r.to))
        if to:
            yield "remedy-to", ", ".join(self.authority(a) for a in to)
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

    def asked_alike(self, question: Question) -> tuple[str, ...]:
        """Questions with the same words are asked once for all the filings."""
        if question.about in (About.RULE, About.FILING):
            return (question.about.value, question.name)
        if question.about is About.START:
            return (question.about.value, self._ask_start(question._replace(of="")))
        return (question.id,)

    def asked(self, many: Sequence[Question]) -> str:
        """One question for all the filings it is asked of."""
        filings = ", ".join(dict.fromkeys(q.of for q in many if q.of))
        first = many[0]
        return self.question(first._replace(of=filings) if first.about in _OF_ONE_FILING else first)

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
                return w("ask-day", event=self.event(question.of))
            case About.HAPPENED:
                return w("ask-happened", event=self.event(question.of))
            case About.PAPER:
                return w("ask-paper", event=self.event(question.of))
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
            return f"{self.event(question.of)}: {self.words.of(asked)}"
        return self.words("ask-field", event=self.event(question.of), field=self.field_name(question.name))

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

    def changes(self, question: Question) -> Iterable[str]:
        """What each answer would change."""
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
                then="; ".join(self._becomes(changes)),
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

    def _becomes(self, changes: Iterable[Change]) -> list[str]:
        """What an answer would change: the conclusions of which it says the same, in one saying."""
        w = self.words
        alike: dict[tuple[str, str], list[str]] = {}
        for change in changes:
            key = (f"becomes-{change.becomes}" if change.becomes else "becomes-decided", "")
            if change.what == "clock" and change.becomes:
                bearer = self.pack.clocks[change.conclusion].bearer.value
                key = ("becomes-state", w(f"state-{bearer}-{change.becomes}"))
            alike.setdefault(key, []).append(self._concluded(change))
        return [w(name, what=", ".join(names), state=state) for (name, state), names in alike.items()]

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

    def because(self, because: Because) -> str:
        """The events and facts (at a desk) and provisions of a conclusion, on one line."""
        w = self.words
        events = [self._event_short(e) for e in because.events] if self.at_desk() else []
        facts = [self._fact_short(f) for f in because.facts] if self.at_desk() else []
        alike: dict[Confidence, list[str]] = {}
        for cited in because.provisions:
            alike.setdefault(cited.confidence, []).append(self._cite(cited))
        provisions = [
            w("cited", cite=", ".join(dict.fromkeys(cites)), confidence=w(f"confidence-{confidence.value}"))
            for confidence, cites in alike.items()
        ]
        return "; ".join([*events, *facts, *provisions]) or w("because-nothing")

    def _cite(self, cited: Cited) -> str:
        w = self.words
        provision = self.pack.provisions[cited.provision]
        if len(provision.versions) > 1 and cited.version.year > 1:
            starts = next(v.starts for v in provision.versions if v.in_force.earliest == cited.version)
            return w("cited-version", cite=w.of(provision.cite), day=w.since(starts))
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
            return self.event(name)
        return self.words("event-short", id=event.id, label=self.label(event))

    def _fact_short(self, name: str) -> str:
        """A fact of the person in a reason: what each side says of it."""
        fact = self.pack.facts[name]
        claims = self.file.account.facts.get(name) or self.file.case.facts.get(name, ())
        values = dict.fromkeys(self._value(fact.type, c.value) for c in claims)
        return self.words("fact-short", label=self.words.of(fact.label), values=", ".join(values))

    def _value(self, type_: str, value: str) -> str:
        return self.words(value) if type_ == "flag" else self._choice(type_, value)

    def event(self, name: str) -> str:
        """An event in a sentence: its id, what happened, when."""
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

    def _choice(self, choice: str, word: str) -> str:
        known = self.pack.choices.get(choice)
        return self.words.of(known.options[word].label) if known and word in known.options else word

    def authority(self, name: str) -> str:
        """An authority as people name it."""
        known = self.pack.authorities.get(name)
        return self.words.of(known.label) if known else name

    def _of_filing(self, filing: str) -> str:
        return f"{filing}: " if filing else ""

    def may(self, audience: frozenset[Audience]) -> bool:
        """Whether this audience is told."""
        return self.audience in audience

    def at_desk(self) -> bool:
        """Whether those who work on the case are told."""
        return self.audience in (Audience.CASEWORKER, Audience.ADVOCATE)


def capital(text: str) -> str:
    """The sentence with a capital first letter."""
    return text[:1].upper() + text[1:]
