"""What is not known and would change an answer, the most valuable first, with what each answer would change.

Every "possibly" remembers what it hung on (its hinges). A question gathers all conclusions that hang on the
same unknown; each allowed answer is tried, and what becomes firm is told.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from raport.assess.clocks import PreparedClock, Ran, versions_on
from raport.assess.model import About, Change, Clock, ClockState, Question
from raport.assess.place import Asking, Hinge, Place
from raport.assess.prepared import Law
from raport.assess.view import NO, POSSIBLY, YES, CaseView
from raport.dates import Span, due
from raport.law import DESK, Audience, Role

_WEIGHTS = {"danger": 30, "offence": 20, "breach": 10, "clock": 8, "paper": 8, "remedy": 4}
_FIRST_ORDERS, _BEFORE_ALL = 10, 10_000  # questions of the pack with `order` below 10 come before all else
_HIGHEST_RULE, _STEP = 100, 3  # the others among those that the engine weighs by what they change
_OURS = 20  # a term that binds us and may be running out
_MOST_ANSWERS = 24  # longer lists are asked without trying each answer


@dataclass(frozen=True, slots=True)
class Open:
    """A conclusion that is only possible, what it hangs on, and how to ask again."""

    what: str
    id: str
    filing: str
    hinges: tuple[Hinge, ...]
    asking: Asking | None
    place: Place
    clock: Clock | None = None
    prepared: PreparedClock | None = None
    met: Span | None = None


def hangs(ran: Ran) -> bool:
    """Whether a clock hangs on something that is not known."""
    clock = ran.clock
    return bool(ran.hinges) or clock.state is ClockState.NOT_STARTED or clock.deemed or len(clock.states) > 1


def open_clock(ran: Ran, prepared: PreparedClock, place: Place) -> Open:
    """The open end of a clock: what it hangs on, the uncertain days of its events, or the start that was not
    seen.
    """
    assert place.filing is not None
    clock = ran.clock
    hinges = list(ran.hinges)
    if clock.state is ClockState.NOT_STARTED or clock.deemed:
        hinges.append(Hinge(About.START, place.filing.filing.id, clock.rule))
    if len(clock.states) > 1:
        wanted = set(clock.because.events)
        hinges += [
            Hinge(About.DAY, s.event.id, "")
            for s in place.filing.events
            if s.event.id in wanted and not s.on.is_day
        ]
    return Open(
        "clock", clock.rule, place.filing.filing.id, tuple(hinges), None, place, clock, prepared, ran.met
    )


_OF_A_PAPER = frozenset(
    {Role.ARRIVES, Role.IS_RECORDED, Role.EXTENDS, Role.PASSES_ON, Role.SENDS_BACK, Role.ANSWERS}
)
"""What happens to a paper: of which paper, each such event must say before it moves a clock."""


def strays(view: CaseView) -> list[Open]:
    """What happened to some paper, and to which the record does not say."""
    kinds = view.pack.kinds
    whole = Place(view, None)
    return [
        Open("paper", s.event.kind, "", (Hinge(About.PAPER, s.event.id, ""),), None, whole)
        for s in view.events
        if not s.event.filing and kinds[s.event.kind].role in _OF_A_PAPER
    ]


@dataclass(slots=True)
class _Gathered:
    weight: int = 0
    changes: dict[Change, None] = field(default_factory=dict)
    audience: frozenset[Audience] = DESK


def rank_questions(opens: Iterable[Open], law: Law, whole: Place) -> tuple[Question, ...]:
    """The questions of this case, the most valuable first."""
    gathered: dict[Hinge, _Gathered] = {}
    for one in opens:
        for hinge in dict.fromkeys(one.hinges):
            question = gathered.setdefault(hinge, _Gathered())
            question.weight += _weight(one)
            question.changes.update(dict.fromkeys(_changes(one, hinge, law)))
    questions = [
        Question(_name(h), h.about, h.of, h.name, tuple(g.changes), g.weight, g.audience)
        for h, g in gathered.items()
    ]
    questions += _asked_by_pack(law, whole)
    questions.sort(key=lambda q: (-q.weight, q.id))
    return tuple(questions)


def _asked_by_pack(law: Law, whole: Place) -> list[Question]:
    asked = []
    filings = [replace(whole, filing=v) for v in whole.view.filings.values()]
    for rule, asking in law.questions:
        for place in [whole] if rule.scope == "case" else filings:
            held = asking(place)
            if held.truth >= POSSIBLY:
                of = "" if place.filing is None else place.filing.filing.id
                asked.append(
                    Question(
                        f"rule:{rule.id}",
                        About.RULE,
                        of,
                        rule.id,
                        (),
                        _weight_of_rule(rule.order),
                        rule.audience,
                        tuple(dict.fromkeys(s.event.id for s in held.events)),
                    )
                )
    return asked


def _weight_of_rule(order: int) -> int:
    return _BEFORE_ALL - order if order < _FIRST_ORDERS else max(1, _HIGHEST_RULE - _STEP * order)


def _name(hinge: Hinge) -> str:
    return ":".join(part for part in (hinge.about.value, hinge.of, hinge.name) if part)


def _weight(one: Open) -> int:
    weight = _WEIGHTS[one.what]
    if one.clock is not None and one.clock.bearer.is_us:
        weight += _OURS
    return weight


def _changes(one: Open, hinge: Hinge, law: Law) -> list[Change]:
    if one.clock is not None:
        return _clock_changes(one, hinge)
    if one.asking is None:
        return []
    answers = _answers(hinge, law, one.place)
    if not answers or len(answers) > _MOST_ANSWERS:
        return [Change("", one.what, one.id, one.filing, "")]
    changes = []
    for answer in answers:
        truth = one.asking(one.place.supposing(hinge, answer)).truth
        if truth in (NO, YES):
            changes.append(Change(answer, one.what, one.id, one.filing, "yes" if truth == YES else "no"))
    return changes


def _answers(hinge: Hinge, law: Law, place: Place) -> tuple[str, ...]:
    """The words among which the answer must be; empty where it is not a closed list."""
    pack = law.pack
    match hinge.about:
        case About.FACT:
            fact = pack.facts.get(hinge.name)
            type_ = "" if fact is None else fact.type
        case About.FIELD:
            kind = next((pack.kinds[s.event.kind] for s in place.view.events if s.event.id == hinge.of), None)
            type_ = "" if kind is None else kind.fields.get(hinge.name, "")
        case About.FILING:
            type_ = {"kind": "filing-kind", "to": "authority", "about": "authority"}.get(
                hinge.name, hinge.name
            )
        case _:
            return ()
    if type_ == "flag":
        return ("yes", "no")
    if type_ == "ground":
        return tuple(pack.grounds)
    choice = pack.choices.get(type_)
    return () if choice is None else tuple(choice.options)


def _clock_changes(one: Open, hinge: Hinge) -> list[Change]:
    clock, prepared = one.clock, one.prepared
    assert clock is not None
    assert prepared is not None
    if hinge.about is not About.DAY:
        return [Change("", "clock", one.id, one.filing, "")]
    seen = next(s for s in one.place.view.events if s.event.id == hinge.of)
    if _is_start(clock, seen.on):
        return _pivot_on_start(one, clock, prepared, seen.on)
    if ClockState.MET in clock.states and ClockState.LATE in clock.states:
        return _pivot_on_meeting(one, clock, seen.on)
    return [Change("", "clock", one.id, one.filing, "")]


def _is_start(clock: Clock, on: Span) -> bool:
    return clock.start == on and not clock.deemed


def _pivot_on_start(one: Open, clock: Clock, prepared: PreparedClock, on: Span) -> list[Change]:
    """The last start day on which the term would already be over, found by halving.

    Only of a term that nothing moved, that could be counted and is held against a day that is known: else no
    start decides it alone.
    """
    limit = one.place.view.today if one.met is None else one.met.earliest
    known = (one.met is None or one.met.is_day) and all(d.due is not None for d in clock.dues)
    moved = clock.extended is not None or clock.paused is not None
    if on.open_start or on.open_end or moved or not known:
        return [Change("", "clock", one.id, one.filing, "")]
    over, still = (
        (ClockState.LATE, ClockState.MET)
        if ClockState.MET in clock.states
        else (ClockState.OVERDUE, ClockState.RUNNING)
    )
    low, high = on.earliest, on.latest  # over on `low`, not over on `high`
    if not _over(prepared, clock, low, limit) or _over(prepared, clock, high, limit):
        return [Change("", "clock", one.id, one.filing, "")]
    while (high - low).days > 1:
        middle = low + timedelta(days=(high - low).days // 2)
        if _over(prepared, clock, middle, limit):
            low = middle
        else:
            high = middle
    return [
        Change(str(Span(on.earliest, low)), "clock", one.id, one.filing, over.value),
        Change(str(Span(high, on.latest)), "clock", one.id, one.filing, still.value),
    ]


def _over(prepared: PreparedClock, clock: Clock, start: date, limit: date) -> bool:
    """Whether the term of this start would be over before that day, on the reading that leads for it."""
    ends = []
    for version, part in versions_on(prepared.provision, Span.on(start)):
        for reading in version.readings:
            if reading.unlimited:
                ends.append(date.max)
            elif version.term is not None:
                ends.append(due(part, version.term, reading.counting).latest)
    leads = min if clock.bearer.is_us else max
    return bool(ends) and leads(ends) < limit


def _pivot_on_meeting(one: Open, clock: Clock, on: Span) -> list[Change]:
    leading = clock.leading
    if leading is None or leading.due is None or not leading.due.is_day:
        return [Change("", "clock", one.id, one.filing, "")]
    last = leading.due.latest
    if not on.earliest <= last < on.latest:
        return [Change("", "clock", one.id, one.filing, "")]
    return [
        Change(str(Span(on.earliest, last)), "clock", one.id, one.filing, ClockState.MET.value),
        Change(
            str(Span(last + timedelta(days=1), on.latest)), "clock", one.id, one.filing, ClockState.LATE.value
        ),
    ]
