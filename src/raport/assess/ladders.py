"""Ladders of liability: which steps a lasting state has certainly, possibly or not yet reached.

Never how much time is left, never "up to": DESIGN 0.1. An unknown aim makes a step by aim possible from the
first hour, whatever the duration.
"""

from raport.assess.clocks import versions_on
from raport.assess.model import Because, Certainty, Danger, Reached, Step
from raport.assess.place import Asking, Place
from raport.assess.prepared import Law
from raport.assess.selecting import select
from raport.assess.view import NO, YES, Seen
from raport.dates import CalendarGap, Span, Term, Truth, unrolled
from raport.law import Confidence, Ladder, LadderStep, Provision, Reading


def climb(law: Law, place: Place) -> list[Danger]:
    """The ladders that apply, one danger each for every event that keeps the state."""
    dangers = []
    for ladder, when, meant, conditions in law.ladders:
        applies = YES if when is None else when(place).truth
        if applies == NO:
            continue
        for seen, sure, _ in select(meant, place, place.view.by_kind):
            steps = tuple(
                step
                for rule, condition in zip(ladder.steps, conditions, strict=True)
                if (step := _step(rule, condition, law, place, seen, min(applies, sure))) is not None
            )
            if steps:
                dangers.append(_danger(ladder, seen, steps, certain=applies == YES == sure))
    return dangers


def _danger(ladder: Ladder, seen: Seen, steps: tuple[Step, ...], *, certain: bool) -> Danger:
    cited = tuple(dict.fromkeys(s.cited for s in steps))
    return Danger(
        id=ladder.id,
        filing="",
        leads=False,
        certainty=Certainty.CERTAIN if certain else Certainty.POSSIBLE,
        law=Confidence.lowest(*(c.confidence for c in cited)),
        because=Because((seen.event.id,), cited),
        audience=ladder.audience,
        steps=steps,
    )


def _step(
    rule: LadderStep, condition: Asking | None, law: Law, place: Place, seen: Seen, sure: int
) -> Step | None:
    holds = YES if condition is None else condition(place).truth
    if holds == NO:
        return None
    provision = law.pack.provisions[rule.provision]
    end = _end(seen, place)
    lasting = Span(seen.on.earliest, end.latest)
    versions = versions_on(provision, lasting)
    if not versions:
        return None
    cited = law.cites[id(versions[-1][0])]
    if rule.by_aim:
        return Step(rule.id, Reached.POSSIBLY, cited)
    reached = _reached(provision, seen.on, end, lasting)
    if reached is Reached.CERTAINLY and min(holds, sure) != YES:
        reached = Reached.POSSIBLY
    return Step(rule.id, reached, cited)


def _end(seen: Seen, place: Place) -> Span:
    """The day on which the state ended; while it lasts, the day of the assessment."""
    until = seen.event.until
    today = place.view.today
    if until is None:  # or none that was seen by today
        return Span.on(today)
    first, last = max(until.earliest, seen.on.earliest), min(until.latest, today)
    # An end that is dated before the start (reported with the file) says nothing.
    return Span(first, last) if first <= last else Span(seen.on.earliest, today)


def _reached(provision: Provision, start: Span, end: Span, lasting: Span) -> Reached:
    """Over every version that was in force while the state lasted, and every reading: hull."""
    answers = set()
    for version, _ in versions_on(provision, lasting):
        if version.term is None:
            return Reached.POSSIBLY
        for reading in version.readings:
            answers.add(_longer(start, version.term, reading, end))
    if answers == {Truth.YES}:
        return Reached.CERTAINLY
    return Reached.NOT_YET if answers == {Truth.NO} else Reached.POSSIBLY


def _longer(start: Span, term: Term, reading: Reading, end: Span) -> Truth:
    """Whether the term had passed by the end; possibly, where its working days have no calendar."""
    try:
        return unrolled(start, term, reading.counting).before(end)
    except CalendarGap:
        return Truth.POSSIBLY
