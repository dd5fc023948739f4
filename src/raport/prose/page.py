"""An assessment as the parts of a page: values, for a text (`telling`) or a template to lay out."""

from collections.abc import Iterable, Mapping, Sequence
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
from raport.casefile import Event, Proof
from raport.law import Confidence, Text
from raport.prose.saying import Saying, capital


@dataclass(frozen=True, slots=True)
class Said:
    """One conclusion: its name, what it says, and one click below, because of what.

    `more`: a remark on its proof. `items`: steps of a ladder, elements of an offence. `reports`: to whom to
    report it, to whom not. `apart`: what it says is told word for word, its reasons stand apart.
    """

    id: str
    title: str
    says: str
    because: str
    items: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    more: str = ""
    apart: bool = False


@dataclass(frozen=True, slots=True)
class ClockPart:
    """One term that runs, is over or is met."""

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
    """Where one request stands. `waiting`: terms not begun; `..._silent`: what the record is silent on."""

    id: str
    title: str
    stands: str
    ground: str
    clocks: tuple[ClockPart, ...]
    waiting: str
    clocks_silent: str
    breaches: tuple[Said, ...]
    breaches_silent: str


@dataclass(frozen=True, slots=True)
class StepPart:
    """A step that is open, with what it exposes; not the next one until he has chosen it."""

    id: str
    title: str
    does: str
    fields: tuple[str, ...]  # sentences such as "Who learns of it: the unit."
    because: str
    leads: bool
    decision: str


@dataclass(frozen=True, slots=True)
class QuestionPart:
    """A question, and what each answer would change."""

    asks: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One event of the chronicle."""

    event: Event
    day: str
    told: str
    proof: str


@dataclass(frozen=True, slots=True)
class Page:
    """All that is said of a case on one day, to one audience, in one language."""

    leads: tuple[str, ...]
    contradictions: tuple[str, ...]
    has_dangers: bool
    dangers: tuple[Said, ...]
    dangers_silent: str
    chronicle: tuple[Row, ...]
    filings: tuple[FilingPart, ...]
    has_steps: bool
    steps: tuple[StepPart, ...]
    steps_silent: str
    retaliation: tuple[tuple[int, str], ...]
    has_offences: bool
    offences: tuple[Said, ...]
    offences_silent: str
    questions: tuple[QuestionPart, ...]
    practice: tuple[str, ...]


def page_of(a: Assessment, say: Saying) -> Page:
    """The page of an assessment."""
    dangers = [d for d in a.dangers if not d.leads and say.may(d.audience)]
    remedies = [r for r in a.remedies if say.may(r.audience)]
    offences = [o for o in a.offences if say.may(o.audience)]
    notes: dict[str, int] = {}
    steps = tuple(_step(say, name, many, notes, a) for (name, _), many in _grouped(_told(remedies)).items())
    return Page(
        leads=tuple(_leads(say, a)),
        contradictions=tuple(
            say.words("contradiction", one=say.event(c.first), other=say.event(c.then))
            for c in say.file.contradictions
        ),
        has_dangers=bool(dangers),
        dangers=tuple(_dangers(say, _told(dangers))),
        dangers_silent=_silent(say, "dangers-silent", [say.pack.dangers[d.id].label for d in _open(dangers)]),
        chronicle=tuple(_chronicle(say, a)) if say.at_desk() else (),
        filings=tuple(_filing(say, f) for f in a.filings),
        has_steps=bool(remedies),
        steps=steps,
        steps_silent=_silent(
            say, "remedies-silent", [say.pack.remedies[r.id].label for r in _open(remedies)]
        ),
        retaliation=tuple(_retaliation(say, notes)),
        has_offences=bool(offences),
        offences=tuple(_offence(say, o) for o in _told(offences)),
        offences_silent=_silent(
            say, "offences-silent", [say.pack.offences[o.id].label for o in _open(offences)]
        ),
        questions=tuple(_questions(say, a)),
        practice=tuple(_practice(say, a)),
    )


def _leads(say: Saying, a: Assessment) -> Iterable[str]:
    for danger in a.dangers:
        if danger.leads and say.may(danger.audience):
            yield say.words.of(say.pack.dangers[danger.id].says)
    if a.advocate_only and say.at_desk():
        yield say.words("advocate-only")


def _chronicle(say: Saying, a: Assessment) -> Iterable[Row]:
    for event in say.chronicle_events(a):
        told = f"{say.label(event)}, {event.filing}" if event.filing else say.label(event)
        yield Row(event, say.words.short(event.on), told, say.words(f"proof-{event.proof.value}"))


# --- dangers ----------------------------------------------------------------------------------------------


def _dangers(say: Saying, dangers: Iterable[Danger]) -> Iterable[Said]:
    """Each danger once, for all the filings that it hangs over."""
    told: dict[tuple[str, Certainty], list[Danger]] = {}
    for danger in dangers:
        told.setdefault((danger.id, danger.certainty), []).append(danger)
    for many in told.values():
        yield _ladder(say, many[0]) if many[0].steps else _danger(say, many)


def _danger(say: Saying, many: Sequence[Danger]) -> Said:
    rule = say.pack.dangers[many[0].id]
    name = _maybe(say, say.words.of(rule.label), possible=many[0].certainty is Certainty.POSSIBLE)
    title = capital(_of(say, name, [d.filing for d in many]))
    grounded = any(d.because.provisions or (d.because.events and say.at_desk()) for d in many)
    because = say.because(_joined([d.because for d in many])) if grounded else ""
    return Said(rule.id, title, say.words.of(rule.says), because, apart=rule.standing_text)


def _ladder(say: Saying, danger: Danger) -> Said:
    w = say.words
    ladder = next(item for item in say.pack.ladders if item.id == danger.id)
    labels = {s.id: s.label for s in ladder.steps}
    steps = tuple(
        w(
            "ladder-step",
            step=w.of(labels[s.id]),
            reached=w(f"reached-{s.reached.value}"),
            cite=say.cited(s.cited),
        )
        for s in danger.steps
    )
    return Said(ladder.id, capital(w.of(ladder.label)), w.of(ladder.says), say.because(danger.because), steps)


# --- one filing -------------------------------------------------------------------------------------------


def _filing(say: Saying, status: FilingStatus) -> FilingPart:
    filing = next(f for f in say.file.case.filings if f.id == status.id)
    clocks = [c for c in status.clocks if say.may(c.audience)]
    breaches = [b for b in status.breaches if say.may(b.audience)]
    return FilingPart(
        id=status.id,
        title=say.filing_title(filing),
        stands=say.stands(status),
        ground=say.ground(status.ground) if status.ground is not None and say.at_desk() else "",
        clocks=tuple(_clock(say, c) for c in _told(clocks) if c.dues),
        waiting=_waiting(say, [c for c in _told(clocks) if not c.dues]),
        clocks_silent=_silent(say, "clocks-silent", [say.pack.clocks[c.rule].label for c in _open(clocks)]),
        breaches=tuple(_breaches(say, _told(breaches))),
        breaches_silent=_silent(
            say, "breaches-silent", [say.pack.breaches[b.id].label for b in _open(breaches)]
        ),
    )


def _clock(say: Saying, clock: Clock) -> ClockPart:
    return ClockPart(
        id=clock.id,
        name=say.clock_name(clock),
        start=say.start(clock),
        due=say.due(clock),
        state=say.state(clock),
        because=say.clock_because(clock),
        deemed=clock.deemed,
        grave=clock.state in (ClockState.OVERDUE, ClockState.LATE),
    )


def _waiting(say: Saying, waiting: Sequence[Clock]) -> str:
    if not waiting:
        return ""
    cited = _joined([c.because for c in waiting]).provisions
    names = "; ".join(dict.fromkeys(say.clock_name(c) for c in waiting))
    return say.words("clocks-waiting", clocks=names, because=say.because(Because((), cited)))


def _breaches(say: Saying, breaches: Iterable[Breach]) -> Iterable[Said]:
    """One breach told once, with all that shows it: one answer left out may break two laws."""
    w = say.words
    told: dict[str, list[Breach]] = {}
    for breach in breaches:
        told.setdefault(breach.id, []).append(breach)
    for name, many in told.items():
        rule = say.pack.breaches[name]
        possible = all(b.certainty is Certainty.POSSIBLE for b in many)
        weak = all(b.proof in (Proof.OWN_WORD, Proof.NONE) for b in many)
        yield Said(
            id=name,
            title=capital(_maybe(say, w.of(rule.label), possible=possible)),
            says=w.of(rule.says),
            because=say.because(_joined([b.because for b in many])),
            more=w("weak-proof", proof=w(f"proof-{many[0].proof.value}")) if weak else "",
        )


# --- steps, offences, questions, practice -----------------------------------------------------------------


def _step(say: Saying, name: str, many: Sequence[Remedy], notes: dict[str, int], a: Assessment) -> StepPart:
    """One step, told once for all the filings to which it is open in the same way."""
    w = say.words
    rule, first = say.pack.remedies[name], many[0]
    title = _maybe(say, w.of(rule.label), possible=all(r.certainty is Certainty.POSSIBLE for r in many))
    decided = first.decision is not Decision.UNDECIDED
    return StepPart(
        id=name,
        title=capital(_of(say, title, [r.filing for r in many])),
        does=w.of(rule.does),
        fields=tuple(w(field, value=value) for field, value in say.step_fields(many, notes, a.on)),
        because=say.because(_joined([r.because for r in many])) if say.at_desk() else "",
        leads=first.leads,
        decision=w(f"decision-{first.decision.value}") if decided else "",
    )


def _retaliation(say: Saying, notes: Mapping[str, int]) -> Iterable[tuple[int, str]]:
    """What practice knows as the reaction to the steps, each told once."""
    practices = {p.id: p for p in say.pack.practices}
    for name, number in notes.items():
        known = practices[name]
        sure = say.words(f"confidence-{known.confidence.value}")
        yield number, say.words("retaliation-note", says=say.words.of(known.says), confidence=sure)


def _offence(say: Saying, offence: Offence) -> Said:
    w = say.words
    rule = say.pack.offences[offence.id]
    labels = {e.id: e.label for e in rule.elements}
    return Said(
        id=rule.id,
        title=capital(w.of(rule.label)),
        says="",
        because=say.because(offence.because),
        items=tuple(
            w(
                "element",
                element=w.of(labels[e.id]),
                met=w(f"element-{e.met.value}") + (f" ({', '.join(e.events)})" if e.events else ""),
            )
            for e in offence.elements
        ),
        reports=tuple(
            w(name, to=", ".join(say.authority(x) for x in whom))
            for name, whom in (("report-to", rule.report_to), ("report-not-to", rule.not_to))
            if whom
        ),
    )


def _questions(say: Saying, a: Assessment) -> Iterable[QuestionPart]:
    asked: dict[tuple[str, ...], list[Question]] = {}
    for question in a.questions:
        if say.may(question.audience):
            asked.setdefault(say.asked_alike(question), []).append(question)
    for many in asked.values():
        changes = dict.fromkeys(text for question in many for text in say.changes(question))
        yield QuestionPart(say.asked(many), tuple(changes))


def _practice(say: Saying, a: Assessment) -> Iterable[str]:
    w = say.words
    known = {p.id: p for p in say.pack.practices}
    for note in dict.fromkeys(n.id for n in a.practice if say.may(n.audience)):
        practice = known[note]
        name = "practice-recalled" if practice.confidence is Confidence.MEMORY else "practice-note"
        if not say.at_desk():
            name = "practice-outside"  # nobody's name leaves the desk
        sure = w(f"confidence-{practice.confidence.value}")
        yield w(name, says=w.of(practice.says), source=practice.source, confidence=sure)


# --- small things -----------------------------------------------------------------------------------------


def _told[T: (Danger, Remedy, Offence, Clock, Breach)](many: Iterable[T]) -> list[T]:
    """Those for which something speaks."""
    return [one for one in many if one.certainty is not Certainty.UNKNOWN]


def _open[T: (Danger, Remedy, Offence, Clock, Breach)](many: Iterable[T]) -> list[T]:
    """Those on which the record is silent."""
    return [one for one in many if one.certainty is Certainty.UNKNOWN]


def _silent(say: Saying, name: str, labels: Iterable[Text]) -> str:
    """What only a silent record leaves open: named in one line, the questions ask for it."""
    names = dict.fromkeys(say.words.of(label) for label in labels if label)
    return say.words(name, names="; ".join(names)) if names and say.at_desk() else ""


def _maybe(say: Saying, name: str, *, possible: bool) -> str:
    return say.words("possibly", what=name) if possible else name


def _of(say: Saying, name: str, filings: Iterable[str]) -> str:
    named = [f for f in filings if f]
    return say.words("remedy-of", remedy=name, filings=", ".join(named)) if named else name


def _grouped(remedies: Iterable[Remedy]) -> dict[tuple[str, Decision], list[Remedy]]:
    """The same step in several filings, where it was decided alike, is told once."""
    found: dict[tuple[str, Decision], list[Remedy]] = {}
    for remedy in remedies:
        found.setdefault((remedy.id, remedy.decision), []).append(remedy)
    return found


def _joined(many: Sequence[Because]) -> Because:
    """The reasons of several, each once."""
    return Because(
        tuple(dict.fromkeys(e for b in many for e in b.events)),
        tuple(dict.fromkeys(c for b in many for c in b.provisions)),
        tuple(dict.fromkeys(f for b in many for f in b.facts)),
    )
