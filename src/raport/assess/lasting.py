"""Until when an assessment stays what it is if nothing is added: no row of a docket is computed in vain.

The engine holds its day against other days only: ends of events, of terms, of versions, periods and eras.
Between two of them nothing changes but `on`. What grows with each day (an event that may be yet to come and
from which a term runs, a term that stands still, a day that an answer is held against) lasts for the day
alone. A last day that is too early costs a computation; one that is too late would show what is no more.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from raport.assess.clocks import PreparedClock
from raport.assess.model import Assessment, Clock, ClockState
from raport.assess.prepared import Law
from raport.assess.selecting import Meant
from raport.casefile import Account, Case, Event
from raport.dates import CalendarGap, Span, unrolled
from raport.law import Closing, Pack, Role, found_in

_DAY = timedelta(days=1)
_STARTING = (Role.BEGINS, Role.ARRIVES, Role.IS_RECORDED)
_DONE = (ClockState.MET, ClockState.LATE)


@dataclass(frozen=True, slots=True)
class Turning:
    """What of a law the day is held against, whatever the case. `days`: from each of them on all may differ.

    `within`: so many days before the end of a term some rule speaks. `moving`: kinds of event whose day moves
    what is told; None stands for every kind.
    """

    days: tuple[date, ...]
    within: frozenset[int]
    moving: frozenset[str] | None


def turning_of(law: Law) -> Turning:
    """Gone through once for a law; it serves any number of cases."""
    closings = {c.within for c in found_in(law.pack, Closing)}
    turns = {day for span in _spans_of(law.pack) for day in _in(span)}
    turns.update(p.since for p in law.pack.practices)
    return Turning(tuple(sorted(turns)), frozenset(closings), _moving(law))


def lasts(
    a: Assessment,
    case: Case,
    account: Account | None,
    law: Law,
    turning: Turning,
    within: Iterable[int] = (),
) -> date:
    """The last day whose assessment of this case is `a` but for its `on`; `a.on` itself at the earliest.

    `account` as it was given to `assess`. `within`: so many days before the end of a term the caller says
    something else, too.
    """
    events = (*case.events, *(() if account is None else account.events))
    clocks = [c for f in a.filings for c in f.clocks]
    if any(_moves(e, a.on, turning) for e in events) or any(_grows(c, events, a.on) for c in clocks):
        return a.on
    turns = {day for e in events for day in _turns_of_event(e)}
    if case.advocate_since is not None:
        turns.add(case.advocate_since)
    before = turning.within.union(within)
    for clock in clocks:
        turns.update(_turns_of_clock(clock, before))
    if account is not None:
        turns.update(_turns_of_ladders(law, events))
    place = bisect_right(turning.days, a.on)
    turns.update(turning.days[place : place + 1])
    return min((t for t in turns if t > a.on), default=date.max) - _DAY


# --- the law ----------------------------------------------------------------------------------------------


def _spans_of(pack: Pack) -> Iterator[Span]:
    for provision in pack.provisions.values():
        yield from (v.in_force for v in provision.versions)
    for period in pack.periods.values():
        yield period.lasts
        if period.surely is not None:
            yield period.surely
    for ground in pack.grounds.values():
        yield from (e.lasts for e in ground.eras)
    yield from (c.lasts for c in pack.competences)


def _moving(law: Law) -> frozenset[str] | None:
    """Kinds from which a term runs, by which it is met, moved or stopped, that begin a filing, that last."""
    selectors = [s for clock in law.clocks.values() for s in _selectors(clock)]
    selectors += [meant for _, _, meant, _ in law.ladders]
    if not all(s.kinds for s in selectors):
        return None
    starting = {k.id for k in law.pack.kinds.values() if k.role in _STARTING}
    return frozenset(starting.union(*(s.kinds for s in selectors)))


def _selectors(clock: PreparedClock) -> Iterator[Meant]:
    several = (clock.each, clock.met_by, clock.extension, *(a.event for a in clock.anchors))
    yield from (m for m in (*several, *(clock.pause or ())) if m is not None)


# --- the case ---------------------------------------------------------------------------------------------


def _in(span: Span) -> Iterator[date]:
    """From these days on a day is in the span, and no longer in it."""
    if not span.open_start:
        yield span.earliest
    yield from _after(span.latest)


def _over(span: Span) -> Iterator[date]:
    """From these days on the span is possibly past, and past."""
    yield from _after(span.earliest)
    yield from _after(span.latest)


def _after(day: date) -> Iterator[date]:
    if date.min < day < date.max:
        yield day + _DAY


def _turns_of_event(event: Event) -> Iterator[date]:
    """It may have happened; has happened; other days are certainly after it."""
    for span in (event.on, event.until):
        if span is not None:
            yield from (span.earliest, span.latest)
            yield from _over(span)


def _moves(event: Event, today: date, turning: Turning) -> bool:
    """Whether its day is cut at today, and so will be another one tomorrow, in something that is told."""
    if turning.moving is not None and event.kind not in turning.moving:
        return False
    return any(s.earliest <= today < s.latest for s in (event.on, event.until) if s is not None)


def _grows(clock: Clock, events: Sequence[Event], today: date) -> bool:
    """Whether something about this term is another thing each day."""
    if clock.paused is not None and any((today - e.on.earliest).days == clock.paused[1] for e in events):
        return True  # it stands still, or may do so
    if any(d.due is None and ClockState.RUNNING in d.states for d in clock.dues):
        return True  # the ends that could be counted are not told beside those that could not
    return _asked_by_day(clock, events, today)


def _asked_by_day(clock: Clock, events: Sequence[Event], today: date) -> bool:
    """Whether a question may say for which starts the term would be over today (`questions`, its pivot)."""
    leading = clock.leading
    start = clock.start
    if len(clock.states) == 1 or clock.deemed or leading is None or leading.due is None:
        return False
    if start.is_day or start.open_start or start.open_end:
        return False
    ids = set(clock.because.events)
    answered = any(e.on != start for e in events if e.id in ids)
    if answered and any(s in clock.states for s in _DONE):
        return False  # it is held against the day of the answer
    return clock.extended is None and leading.due.earliest < today <= leading.due.latest


def _turns_of_clock(clock: Clock, within: Iterable[int]) -> Iterator[date]:
    for one in clock.dues:
        if one.due is not None:
            yield from _over(one.due)
            for days in within:
                before = one.due.shift(-days)
                yield from (before.earliest, before.latest)


def _turns_of_ladders(law: Law, events: Iterable[Event]) -> Iterator[date]:
    """The ends of every term of a ladder, on every reading of every version, for what may climb it."""
    for ladder, _, meant, _ in law.ladders:
        starts = [e.on for e in events if not meant.kinds or e.kind in meant.kinds]
        versions = [v for step in ladder.steps for v in law.pack.provisions[step.provision].versions]
        for version, start in product(versions, starts):
            if version.term is None:
                continue
            for reading in version.readings:
                with suppress(CalendarGap):  # without a calendar the step is possible on every day
                    yield from _over(unrolled(start, version.term, reading.counting))
