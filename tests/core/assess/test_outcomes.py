"""Each outcome that a rule can come to is come to: what cannot be is named here with the reason.

For every rule of four packs it is said from the rule alone what it can come to; random cases (the same ones
every time) must come to just that: an outcome that is never reached fails, and so does one that is reached
although it should be out of reach.
"""

import random
from collections.abc import Iterator
from functools import cache
from itertools import count

import pytest

from raport.assess import About, Assessment, Certainty, ClockState, Decision, Law, Met, Reached, assess
from raport.assess.clocks import PreparedClock
from raport.dates import Roll, Unit
from raport.law import Bearer
from tests.core.assess.aimed import Drawn, case_for_clock, random_cases
from tests.core.assess.laws import LAWS

pytestmark = pytest.mark.slow  # `make check` leaves them out: half a minute of the processor

FIRST, AGAIN = 6_000, 150
"""So many cases of a law are looked at, and so many of each clock, if need be."""

type Outcome = tuple[str, str, str]
"""What kind of rule, which one, what it came to."""


def reached(name: str) -> set[Outcome]:
    """All that cases of this law came to, until all was reached that can be."""
    law = LAWS[name]
    waited_for = expected(law) - out_of_reach(name)
    found: set[Outcome] = set()
    for number, (came_to, _) in enumerate(looked_at(name)):
        found.update(came_to)
        if number % 100 == 0 and waited_for <= found:
            break
    return found


class Cases:
    """The cases of one law in their order, each assessed once however often they are gone through: what its
    rules came to, and the words that were used.
    """

    def __init__(self, law: Law) -> None:
        self._law, self._drawn = law, many_cases(law)
        self._known: list[tuple[frozenset[Outcome], frozenset[object]]] = []

    def __iter__(self) -> Iterator[tuple[frozenset[Outcome], frozenset[object]]]:
        for number in count():
            if number == len(self._known) and not self._look():
                return
            yield self._known[number]

    def _look(self) -> bool:
        drawn = next(self._drawn, None)
        if drawn is not None:
            a = assess(drawn.case, self._law, drawn.today, drawn.account)
            self._known.append((frozenset(outcomes(a)), frozenset(words_of(a))))
        return drawn is not None


@cache
def looked_at(name: str) -> Cases:
    return Cases(LAWS[name])


def many_cases(law: Law) -> Iterator[Drawn]:
    """Cases for all rules, by chance; then for each clock again and again."""
    yield from random_cases(law, 2019, FIRST)
    chance = random.Random(2019)
    for _ in range(AGAIN):
        for clock in law.pack.clocks.values():
            yield case_for_clock(law, clock, chance)


def out_of_reach(name: str) -> set[Outcome]:
    """What is listed for this law."""
    return {outcome for law, outcome in OUT_OF_REACH if law == name}


def outcomes(a: Assessment) -> Iterator[Outcome]:
    """What one assessment came to, rule by rule."""
    for filing in a.filings:
        for clock in filing.clocks:
            for state in clock.states:
                yield "clock", clock.rule, state.value
        for breach in filing.breaches:
            yield "breach", breach.id, breach.certainty.value
        if filing.ground is not None:
            for when, words in (("filed", filing.ground.filed), ("today", filing.ground.today)):
                for word in words:
                    yield "ground", filing.ground.ground, f"{when}: {word}"
    for remedy in a.remedies:
        yield "remedy", remedy.id, remedy.certainty.value
    for danger in a.dangers:
        yield "danger", danger.id, "told"
        for step in danger.steps:
            yield "step", f"{danger.id}.{step.id}", step.reached.value
    for offence in a.offences:
        for element in offence.elements:
            yield "element", f"{offence.id}.{element.id}", element.met.value
    for note in a.practice:
        yield "practice", note.id, "told"
    for question in a.questions:
        if question.about is About.RULE:
            yield "question", question.name, "asked"


# --- what a rule can come to ------------------------------------------------------------------------------


def states_of(clock: PreparedClock) -> set[ClockState]:
    """The states a clock can stand in, by its rule.

    - met, late: only where something meets it
    - overdue, running: not where nothing but readings without end is left
    - not started: only where an event starts it; not where at last the event that opened it does
    - suspended: only where something can stop it
    - calendar missing: only where days off or working days count
    """
    rule = clock.rule
    states = {ClockState.RUNNING, ClockState.OVERDUE}
    if rule.met_by is not None or rule.met_by_filing is not None:
        states |= {ClockState.MET, ClockState.LATE}
    if rule.pause is not None:
        states.add(ClockState.SUSPENDED)
    if any(a.event is not None for a in rule.starts) and not any(a.origin for a in rule.starts):
        states.add(ClockState.NOT_STARTED)
    versions = [v for v in clock.provision.versions if v.term is not None]
    if any(
        (v.term is not None and v.term.unit is Unit.WORKING_DAY) or r.counting.roll is not Roll.NONE
        for v in versions
        for r in v.readings
    ):
        states.add(ClockState.CALENDAR_MISSING)
    return states


def expected(law: Law) -> set[Outcome]:
    """All that the rules of this law can come to, one by one."""
    pack = law.pack
    found = {("clock", name, s.value) for name, clock in law.clocks.items() for s in states_of(clock)}
    found |= {
        ("breach", name, c.value) for name in pack.breaches for c in (Certainty.CERTAIN, Certainty.POSSIBLE)
    }
    found |= {("remedy", name, Certainty.CERTAIN.value) for name in pack.remedies}
    found |= {("danger", name, "told") for name, rule in pack.dangers.items() if rule.when is not None}
    found |= {("danger", ladder.id, "told") for ladder in pack.ladders}
    for ladder in pack.ladders:
        for step in ladder.steps:
            steps = [Reached.POSSIBLY] if step.by_aim else list(Reached)
            found |= {("step", f"{ladder.id}.{step.id}", way.value) for way in steps}
    for offence in pack.offences.values():
        for element in offence.elements:
            # Where it is what the offence itself is told for, it cannot be missing.
            ways = [m for m in Met if m is not Met.MISSING or element.when != offence.when]
            found |= {("element", f"{offence.id}.{element.id}", met.value) for met in ways}
    for ground in pack.grounds.values():
        for era in ground.eras:
            found.add(("ground", ground.id, f"filed: {era.open}"))
    found |= {
        ("practice", p.id, "told") for p in law.pack.practices if not (p.remedies and p.topic == "reprisal")
    }
    found |= {("question", name, "asked") for name in pack.questions}
    return found


OUT_OF_REACH: dict[tuple[str, Outcome], str] = {}
"""What no case comes to although its rule by itself could, and why."""


@pytest.mark.parametrize("name", LAWS)
def test_each_rule_comes_to_all_that_it_can_and_no_clock_to_more(name: str) -> None:
    came_to = reached(name)

    assert expected(LAWS[name]) - came_to == out_of_reach(name)
    assert {o for o in came_to if o[0] == "clock"} <= expected(LAWS[name])


def test_every_word_of_an_assessment_is_said_of_some_case() -> None:
    """States by whom they bind, decisions, what questions ask for: over all the laws together."""
    waited_for = {*Decision, *About, *Certainty, *Met, *Reached}
    waited_for |= {
        (clock.rule.bearer, state)
        for law in LAWS.values()
        for clock in law.clocks.values()
        for state in states_of(clock)
    }
    said: set[object] = set()
    for name in LAWS:
        for number, (_, words) in enumerate(looked_at(name)):
            said.update(words)
            if number > FIRST or waited_for <= said:
                break

    assert waited_for - said == set()
    assert {(b, s) for b in Bearer for s in ClockState} - waited_for == NEVER_STOPPED


def words_of(a: Assessment) -> Iterator[object]:
    """The words one assessment uses."""
    yield from ((c.bearer, s) for f in a.filings for c in f.clocks for s in c.states)
    for remedy in a.remedies:
        yield remedy.decision
        yield remedy.certainty
    for offence in a.offences:
        yield offence.certainty
        yield from (e.met for e in offence.elements)
    yield from (q.about for q in a.questions)
    yield from (s.reached for d in a.dangers for s in d.steps)


NEVER_STOPPED = {(b, ClockState.SUSPENDED) for b in (Bearer.APPLICANT,)}
"""No pack lets a term that binds the applicant stand still."""
