"""Each rule of the Russian pack is reached by at least one story, in each way it can end."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from raport.adapters.toml import read_toml
from raport.assess import Assessment, Certainty, ClockState, Law, assess, prepare
from raport.assess.holding import eras_on
from raport.casefile import CaseFile, read_case
from raport.dates import Span
from raport.law import ClockRule, Pack
from tests import russia
from tests.stories.stories import read_story
from tests.stories.test_stories import STORIES

PACK = russia.pack()
ENDS = (ClockState.RUNNING, ClockState.MET, ClockState.LATE, ClockState.OVERDUE)

ONLY_WHEN_DONE = "the clock is told only where the step was seen, so it was done: soon enough or late"
NOT_REACHED: Mapping[str, str] = {
    **{
        f"clock {clock} {state}": ONLY_WHEN_DONE
        for clock in (
            "59.forwarding",
            "59.return-complaint",
            "59.return-judgment",
            "court.return",
            "du.forwarding",
            "penalty.inquiry",
            "pros.forwarding",
            "pros.return",
        )
        for state in ("running", "overdue")
    },
    "clock court.inaction-charter late": "once the term of 59-FZ is over too, the term for a court by it "
    "stands alone, and a late claim is seen there",
    **{
        f"step absence-{who} disciplinary not-yet": "a term of hours is counted outward to days: on its "
        "own day the step may be reached"
        for who in ("conscript", "contract", "mobilised")
    },
}
"""What no story reaches, and why: by the name under which it is looked for."""


@cache
def told() -> tuple[tuple[CaseFile, date], ...]:
    """Every case of a story with each day on which it is asked about."""
    out = []
    for path in STORIES:
        story = read_story(path)
        file = read_case(read_toml(path.name, story.case.encode()), PACK)
        out += [(file, day) for day in story.days]
    return tuple(out)


@cache
def assessed() -> tuple[Assessment, ...]:
    return tuple(_all(prepare(PACK)))


def _all(law: Law) -> Iterator[Assessment]:
    for file, day in told():
        yield assess(file.case, law, day, file.account)


@cache
def reached() -> frozenset[str]:
    return frozenset(name for a in assessed() for name in _reached(a))


def _reached(a: Assessment) -> Iterator[str]:
    """What one assessment says, by name; not what it only asks about."""
    for filing in a.filings:
        yield from (f"procedure {p}" for p in filing.procedures)
        for clock in filing.clocks:
            leading = clock.leading
            firm = (leading is not None and len(leading.states) == 1) or clock.states == (clock.state,)
            if firm and clock.certainty is not Certainty.UNKNOWN:
                yield f"clock {clock.rule} {clock.state.value}"
        yield from (f"breach {b.id}" for b in filing.breaches if b.certainty is not Certainty.UNKNOWN)
        if filing.ground is not None:
            for day in (filing.filed, Span.on(a.on)):
                eras = eras_on(PACK, filing.ground.ground, day)
                if len(eras) == 1:
                    yield f"ground {filing.ground.ground} {eras[0].lasts}"
    for remedy in a.remedies:
        if remedy.certainty is not Certainty.UNKNOWN:
            yield f"remedy {remedy.id}"
            yield from (f"practice {p}" for p in remedy.retaliation)
    for danger in a.dangers:
        if danger.certainty is not Certainty.UNKNOWN:
            yield f"danger {danger.id}"
        yield from (f"step {danger.id} {s.id} {s.reached.value}" for s in danger.steps)
    for offence in a.offences:
        if offence.certainty is not Certainty.UNKNOWN:
            yield f"offence {offence.id}"
            yield from (f"element {offence.id} {e.id} {e.met.value}" for e in offence.elements)
    yield from (f"practice {p.id}" for p in a.practice)
    yield from (f"question {q.name}" for q in a.questions if q.id.startswith("rule:"))


def expected() -> Iterator[str]:
    """All that the pack could say, by the same names."""
    yield from (f"procedure {p.id}" for p in PACK.procedures)
    for clock in PACK.clocks.values():
        yield from (f"clock {clock.id} {s.value}" for s in _ends(clock))
    yield from (f"breach {b}" for b in PACK.breaches)
    yield from (f"ground {g.id} {e.lasts}" for g in PACK.grounds.values() for e in g.eras)
    yield from (f"remedy {r}" for r in PACK.remedies)
    yield from (f"danger {d}" for d in PACK.dangers)
    for ladder in PACK.ladders:
        for step in ladder.steps:
            kinds = ("possibly",) if step.by_aim else ("certainly", "possibly", "not-yet")
            yield from (f"step {ladder.id} {step.id} {k}" for k in kinds)
    for offence in PACK.offences.values():
        yield f"offence {offence.id}"
        yield from (f"element {offence.id} {e.id} met" for e in offence.elements)
    yield from (f"practice {p.id}" for p in PACK.practices)
    yield from (f"question {q}" for q in PACK.questions)


def _ends(clock: ClockRule) -> Iterable[ClockState]:
    yield from ENDS
    if clock.pause is not None:
        yield ClockState.SUSPENDED
    if any(a.asks for a in clock.starts):
        yield ClockState.NOT_STARTED


@pytest.mark.parametrize("name", sorted(expected()))
def test_a_story_reaches_it(name: str) -> None:
    if name in NOT_REACHED:
        assert name not in reached(), "a story reaches it: take it off the list"
    else:
        assert name in reached()


def test_the_list_of_what_is_not_reached_names_nothing_else() -> None:
    assert set(NOT_REACHED) <= set(expected())
    assert all(NOT_REACHED.values()), "each with its reason"


def _without(pack: Pack) -> bool:
    """Whether some story says something else under this pack."""
    law = prepare(pack)
    return any(
        assess(file.case, law, day, file.account) != was
        for (file, day), was in zip(told(), assessed(), strict=True)
    )


@pytest.mark.parametrize("name", [c.id for c in PACK.competences])
def test_without_this_competence_a_story_says_something_else(name: str) -> None:
    assert _without(replace(PACK, competences=tuple(c for c in PACK.competences if c.id != name)))


@pytest.mark.parametrize("name", [f.id for f in PACK.forums])
def test_without_this_forum_a_story_says_something_else(name: str) -> None:
    assert _without(replace(PACK, forums=tuple(f for f in PACK.forums if f.id != name)))


ONLY_TOLD = {"ministry-sanction", "kas-inaction"}
"""Periods that no rule asks about: `raport law diff` tells when they began."""


@pytest.mark.parametrize("name", sorted(set(PACK.periods) - ONLY_TOLD))
def test_were_this_period_not_there_a_story_would_say_something_else(name: str) -> None:
    never = replace(PACK.periods[name], lasts=Span.on(date.max), surely=None)

    assert _without(replace(PACK, periods={**PACK.periods, name: never}))
