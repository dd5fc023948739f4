"""How the terms of one request run: from what, until when on each reading, and where they stand today.

The result for uncertain days is the hull over every day in them; what differs between readings of the law,
between versions in force, or between events that only possibly happened is kept apart and then joined.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from raport.assess.holding import compile_condition
from raport.assess.model import Because, Certainty, Cited, Clock, ClockState, Due, leading_due
from raport.assess.place import Asking, Hinge, Place
from raport.assess.selecting import Authorities, Meant, select, since_origin
from raport.assess.view import NO, POSSIBLY, UNKNOWN, YES, Seen
from raport.casefile import Proof
from raport.dates import CalendarGap, Counting, Span, Term, counted_alike, due, moved, unrolled
from raport.law import Anchor, ClockRule, Confidence, Pack, Provision, Reading, Selector, Version

GRAVITY = (
    ClockState.OVERDUE,
    ClockState.LATE,
    ClockState.CALENDAR_MISSING,
    ClockState.SUSPENDED,
    ClockState.RUNNING,
    ClockState.MET,
    ClockState.NOT_STARTED,
)
"""From the gravest to the mildest."""

BITS = {state: 1 << n for n, state in enumerate(GRAVITY)}
"""Sets of states are bits while they are worked out, the lowest the gravest."""
_STATES = tuple(tuple(s for s in GRAVITY if bits & BITS[s]) for bits in range(1 << len(GRAVITY)))
_MET, _LATE = BITS[ClockState.MET], BITS[ClockState.LATE]
_RUNNING, _OVERDUE = BITS[ClockState.RUNNING], BITS[ClockState.OVERDUE]


@dataclass(frozen=True, slots=True)
class PreparedClock:
    """A clock's rule with its selectors spelled out and its conditions compiled."""

    rule: ClockRule
    provision: Provision
    anchors: tuple["PreparedAnchor", ...]
    each: Meant | None
    met_by: Meant | None
    met_by_filing: Asking | None
    extension: Meant | None
    extension_provision: Provision | None
    pause: tuple[Meant, Meant] | None
    when: Asking | None
    cites: "Cites"


@dataclass(frozen=True, slots=True)
class PreparedAnchor:
    """One anchor of a clock."""

    anchor: Anchor
    event: Meant | None
    plus: Provision | None


class Start(NamedTuple):
    """One possible start: its days, how surely it is the one, and what it rests on."""

    on: Span
    sure: int
    events: tuple[Seen, ...]
    hinges: tuple[Hinge, ...]
    deemed: Provision | None
    counted: bool = True  # False: it lies some working days later, in a year without calendar
    after: Clock | None = None  # the clock from whose end it runs: what that rests on, this rests on too


class Ran(NamedTuple):
    """A clock, what it hangs on beside the days of its events, and the days on which the duty was or may have
    been done: None where nobody has seen it done.
    """

    clock: Clock
    hinges: tuple[Hinge, ...]
    met: Span | None = None


class Meeting(NamedTuple):
    """When the duty was done, if it was: `sure` is `NO` where nothing has been seen."""

    on: Span
    sure: int
    events: tuple[Seen, ...]


NOT_MET = Meeting(Span.unknown(), NO, ())


def prepare_clocks(pack: Pack, cites: "Cites") -> dict[str, PreparedClock]:
    """The clocks of a pack, each after those it is anchored on."""
    found = Authorities(pack)

    def meant(selector: Selector) -> Meant:
        return Meant.by(selector, found)

    prepared: dict[str, PreparedClock] = {}
    for rule in _in_order(pack.clocks):
        prepared[rule.id] = PreparedClock(
            rule=rule,
            provision=pack.provisions[rule.provision],
            anchors=tuple(
                PreparedAnchor(
                    a, meant(a.event) if a.event else None, pack.provisions[a.plus] if a.plus else None
                )
                for a in rule.starts
            ),
            each=meant(rule.each) if rule.each else None,
            met_by=meant(rule.met_by) if rule.met_by else None,
            met_by_filing=compile_condition(rule.met_by_filing, pack) if rule.met_by_filing else None,
            extension=meant(rule.extension.event) if rule.extension else None,
            extension_provision=pack.provisions[rule.extension.provision] if rule.extension else None,
            pause=(meant(rule.pause.from_), meant(rule.pause.until)) if rule.pause else None,
            when=compile_condition(rule.when, pack) if rule.when else None,
            cites=cites,
        )
    return prepared


def _in_order(rules: Mapping[str, ClockRule]) -> list[ClockRule]:
    """Each clock after the clocks it runs from or asks about; the pack's reader has refused circles."""
    done: dict[str, ClockRule] = {}

    def take(rule: ClockRule) -> None:
        if rule.id in done:
            return
        for anchor in rule.starts:
            if anchor.clock:
                take(rules[anchor.clock])
        done[rule.id] = rule

    for rule in rules.values():
        take(rule)
    return list(done.values())


def run_clock(clock: PreparedClock, place: Place, applies: int) -> list[Ran]:
    """The instances of this clock in one filing: none where it does not apply, one, or one per origin
    event.
    """
    hinges: tuple[Hinge, ...] = ()
    if clock.when is not None:
        held = clock.when(place)
        if held.truth < applies:
            applies, hinges = held.truth, held.hinges
    if applies == NO:
        return []
    if clock.each is None:
        one = _run(clock, place, applies, hinges)
        return [] if one is None else [one]
    assert place.filing is not None
    clocks = []
    for seen, sure, why in select(clock.each, place, place.filing.by_kind):
        there = place.opened_by(seen)
        one = _run(clock, there, min(applies, sure), hinges + why)
        if one is not None:
            clocks.append(one)
    return clocks


def _run(clock: PreparedClock, place: Place, applies: int, hinges: tuple[Hinge, ...]) -> Ran | None:
    starts = _starts(clock, place)
    if not starts:
        waiting = _not_started(clock, place, applies)
        return None if waiting is None else Ran(waiting, hinges)
    count = _Count(
        clock=clock,
        meeting=_meeting(clock, place, Span.hull_of([s.on for s in starts])),
        notice=_notice(clock, place),
        paused=_paused(clock, place),
        today=place.view.today,
    )
    counted = [c for start in starts for c in _counts(count, start)]
    if not counted:
        return None  # No version of the provision was in force when this would have started.
    if not all(_always_in_force(clock.provision, s.on) for s in starts):
        applies = min(applies, POSSIBLY)
    for start in starts:
        hinges += start.hinges
    met = None if count.meeting.sure == NO else count.meeting.on
    return Ran(_join(count, place, starts, counted, applies), hinges, met)


# --- the start --------------------------------------------------------------------------------------------


def _starts(clock: PreparedClock, place: Place) -> list[Start]:
    """The possible starts, in the order of the anchors, up to the first that is certain."""
    starts: list[Start] = []
    for anchor in clock.anchors:
        start = _start(anchor, clock.rule, place)
        if start is None:
            continue
        if anchor.plus is not None:
            moved = _after_term(start, anchor.plus, deemed=anchor.anchor.deemed)
            if moved is None:
                continue
            start = moved
        starts.append(start)
        if start.sure == YES:
            break
    return starts


def _start(anchor: PreparedAnchor, rule: ClockRule, place: Place) -> Start | None:
    if anchor.anchor.origin:
        origin = place.origin
        return None if origin is None else Start(origin.on, YES, (origin,), (), None)
    if anchor.anchor.clock:
        return _start_from_clock(anchor.anchor.clock, rule, place)
    assert anchor.event is not None
    assert place.filing is not None
    matches = since_origin(select(anchor.event, place, place.filing.by_kind), place)
    if not matches:
        return None
    return _pick(matches, last=rule.pick_last)


def _pick(matches: list[tuple[Seen, int, tuple[Hinge, ...]]], *, last: bool) -> Start:
    """The first (or last) of several events, as the hull of the days on which it may have been."""
    if len(matches) == 1:
        ((seen, truth, why),) = matches
        return Start(seen.on, YES if truth == YES else POSSIBLY, (seen,), why, None)
    sure = [s for s, truth, _ in matches if truth == YES]
    every = [s for s, _, _ in matches]
    if last:
        latest = max(s.on.latest for s in every)
        earliest = max((s.on.earliest for s in sure), default=min(s.on.earliest for s in every))
        used = [s for s in every if s.on.latest >= earliest]
    else:
        earliest = min(s.on.earliest for s in every)
        latest = min((s.on.latest for s in sure), default=max(s.on.latest for s in every))
        used = [s for s in every if s.on.earliest <= latest]
    hinges = tuple(h for s, _, why in matches if s in used for h in why)
    return Start(Span(earliest, latest), YES if sure else POSSIBLY, tuple(used), hinges, None)


def _start_from_clock(name: str, rule: ClockRule, place: Place) -> Start | None:
    before = place.clocks.get(name)
    if not before:
        return None
    other = before[0]
    ends = [d.due for d in other.dues if d.due is not None and not d.due.open_end]
    if not ends:
        return None
    # What binds us runs from the earliest end of their term: the day that is named against us.
    on = min(ends, key=lambda s: (s.earliest, s.latest)) if rule.bearer.is_us else Span.hull_of(ends)
    events = tuple(s for s in place.view.events if s.event.id in other.because.events)
    return Start(on, YES, events, (), None, after=other)


def _after_term(start: Start, plus: Provision, *, deemed: bool) -> Start | None:
    """The start moved by a provision's term, counted without rolling: the day of deemed registration."""
    ends = []
    counted = True
    for version, part in versions_on(plus, start.on):
        if version.term is None:
            continue
        for reading in version.readings:
            end = _plain(part, version.term, reading)
            counted = counted and end is not None
            ends.append(end or _some_day_from(part))
    if not ends:
        return None
    return start._replace(on=Span.hull_of(ends), deemed=plus if deemed else None, counted=counted)


def _plain(start: Span, term: Term, reading: Reading) -> Span | None:
    """The end of a term before days off move it; None where working days have no calendar."""
    try:
        return unrolled(start, term, reading.counting)
    except CalendarGap:
        return None


def _some_day_from(start: Span) -> Span:
    """All that is known of an end that cannot be counted: it does not come before the start."""
    return Span(start.earliest, date.max)


def versions_on(provision: Provision, on: Span) -> list[tuple[Version, Span]]:
    """The versions in force on some of these days, each with the days."""
    found = []
    for version in provision.versions:
        part = version.in_force.meet(on)
        if part is not None:
            found.append((version, part))
    return found


def _always_in_force(provision: Provision, on: Span) -> bool:
    """Whether on each of these days some version set a term."""
    day = on.earliest
    for version, part in versions_on(provision, on):
        if version.sets_term and part.earliest <= day <= part.latest:
            if part.latest == on.latest:
                return True
            day = part.latest + timedelta(days=1)
    return False


# --- the duty done ----------------------------------------------------------------------------------------


def _meeting(clock: PreparedClock, place: Place, start: Span) -> Meeting:
    """The first event by which the duty was done.

    Where the rule says so, what came before the start does not count, and what may have come before it
    possibly does. Else it counts whatever its day: an answer dated before the registration is still an answer
    (that the days contradict each other is reported with the file).
    """
    matches: list[tuple[Span, int, Seen]] = []
    if clock.met_by is not None:
        assert place.filing is not None
        matches += [(s.on, truth, s) for s, truth, _ in select(clock.met_by, place, place.filing.by_kind)]
    if clock.met_by_filing is not None:
        held = clock.met_by_filing(place)
        matches += [(s.on, min(held.truth, s.sure), s) for s in held.events]
    matches = [m for m in matches if m[2] is not place.origin]
    if clock.rule.met_after_start:
        matches = [_after(start, *m) for m in matches if m[0].latest >= start.earliest]
    if not matches:
        return NOT_MET
    sure = [on for on, truth, _ in matches if truth == YES]
    earliest = min(on.earliest for on, _, _ in matches)
    latest = min((on.latest for on in sure), default=max(on.latest for on, _, _ in matches))
    used = tuple(s for on, _, s in matches if on.earliest <= latest)
    return Meeting(Span(earliest, latest), YES if sure else POSSIBLY, used)


def _after(start: Span, on: Span, truth: int, seen: Seen) -> tuple[Span, int, Seen]:
    """The days of an event that are not before the start, and whether it certainly came then."""
    certain = on.earliest >= start.latest
    return Span(max(on.earliest, start.earliest), on.latest), truth if certain else POSSIBLY, seen


# --- counting ---------------------------------------------------------------------------------------------


class Counted(NamedTuple):
    """The end of one possible start on one reading of one version, and the states it allows."""

    reading: Reading
    version: Version
    start: Start
    due: Span | None
    unrolled: Span
    states: int
    extension: "Extended | None" = None


class Extended(NamedTuple):
    """A term that was, or may have been, extended: by which notice, under which version of the rule."""

    notice: Start
    version: Version
    sure: int


class _Count(NamedTuple):
    """What every start of one clock is counted with."""

    clock: PreparedClock
    meeting: Meeting
    notice: Start | None
    paused: "Paused | None"
    today: date


def _counts(count: _Count, start: Start) -> Iterable[Counted]:
    for version, part in versions_on(count.clock.provision, start.on):
        plain: Span | None = None
        before: Counting | None = None
        for reading in version.readings:
            if reading.unlimited:
                never = Span(date.max, date.max)
                yield Counted(reading, version, start, never, never, _states(never, count))
                continue
            if version.term is None:
                continue
            if before is None or not counted_alike(before, reading.counting, version.term.unit):
                plain = _plain(part, version.term, reading)
            before = reading.counting
            ended = _end(count, part, plain, version.term, reading) if start.counted else None
            if ended is None:
                missing = BITS[ClockState.CALENDAR_MISSING]
                yield Counted(reading, version, start, None, plain or _some_day_from(part), missing)
                continue
            end, extension = ended
            yield Counted(reading, version, start, end, plain or end, _states(end, count), extension)


def _states(end: Span, count: _Count) -> int:
    """Every state that some day of the end and some day of the meeting allow."""
    meeting, today = count.meeting, count.today
    states = 0
    if meeting.sure != NO:
        if meeting.on.earliest <= end.latest:
            states |= _MET
        if meeting.on.latest > end.earliest:
            states |= _LATE
    if meeting.sure != YES:
        if today > end.earliest:
            states |= _OVERDUE
        if today <= end.latest:
            states |= _RUNNING
    return states if count.paused is None else _standing_still(states, count.paused.still)


def _standing_still(states: int, still: int) -> int:
    """What has not been done is neither running nor overdue while its term stands still."""
    undone = states & (_RUNNING | _OVERDUE)
    if still == NO or not undone:
        return states
    return (states & ~undone if still == YES else states) | BITS[ClockState.SUSPENDED]


class Paused(NamedTuple):
    """Whole days for which a term stood still, at least and at most; `still`: how surely it does so today."""

    least: int
    most: int
    still: int


def _paused(clock: PreparedClock, place: Place) -> Paused | None:
    """The first pause, to the first event that ends it and does not come before it."""
    if clock.pause is None or place.filing is None:
        return None
    stops = select(clock.pause[0], place, place.filing.by_kind)
    if not stops:
        return None
    stopped = _pick(stops, last=False)
    until_now = (place.view.today - stopped.on.earliest).days
    resumes = [
        (seen, truth if seen.on.earliest >= stopped.on.latest else POSSIBLY, why)
        for seen, truth, why in select(clock.pause[1], place, place.filing.by_kind)
        if seen.on.latest >= stopped.on.earliest
    ]
    if not resumes:
        return Paused(0, until_now, still=stopped.sure)
    resumed = _pick(resumes, last=False)
    if resumed.sure != YES:
        return Paused(0, until_now, still=POSSIBLY)
    least = (resumed.on.earliest - stopped.on.latest).days if stopped.sure == YES else 0
    return Paused(max(0, least), (resumed.on.latest - stopped.on.earliest).days, still=NO)


def _end(
    count: _Count, start: Span, plain: Span | None, term: Term, reading: Reading
) -> tuple[Span, Extended | None] | None:
    """The last day, and by what it was extended; None where a year has no calendar."""
    if plain is None:
        return None
    try:
        return _extended(count, start, plain, term, reading)
    except CalendarGap:
        return None


def _extended(
    count: _Count, start: Span, plain: Span, term: Term, reading: Reading
) -> tuple[Span, Extended | None]:
    paused, notice, extension = count.paused, count.notice, count.clock.extension_provision
    end = moved(plain, reading.counting) if paused is None else _due(start, term, reading, paused)
    if notice is None or extension is None:
        return end, None
    for version, _ in versions_on(extension, notice.on):
        if version.term is None:
            continue
        # The notice counts only if it came before the end of the first term; over every pair of days.
        if notice.on.earliest > end.latest:
            return end, None
        longer = _due(start, term.extended(version.term), reading, paused)
        if notice.on.latest <= end.earliest and notice.sure == YES:
            return longer, Extended(notice, version, YES)
        return _maybe_longer(end, longer, notice), Extended(notice, version, POSSIBLY)
    return end, None


def _maybe_longer(end: Span, longer: Span, notice: Start) -> Span:
    """The hull where the notice came before the end of the first term on some of the days only."""
    stays = notice.sure != YES or notice.on.latest > end.earliest
    return Span(end.earliest if stays else longer.earliest, longer.latest)


def _due(start: Span, term: Term, reading: Reading, paused: Paused | None) -> Span:
    if paused is None:
        return due(start, term, reading.counting)
    least = due(start, term, reading.counting, paused=paused.least)
    most = due(start, term, reading.counting, paused=paused.most)
    return least.hull(most)


def _notice(clock: PreparedClock, place: Place) -> Start | None:
    if clock.extension is None or place.filing is None:
        return None
    matches = since_origin(select(clock.extension, place, place.filing.by_kind), place)
    return _pick(matches, last=False) if matches else None


# --- joining ----------------------------------------------------------------------------------------------


def _join(count: _Count, place: Place, starts: list[Start], counted: list[Counted], applies: int) -> Clock:
    rule = count.clock.rule
    dues = _join_readings(counted)
    states = 0
    for one in counted:
        states |= one.states
    used = starts if len(starts) == 1 else [s for s in starts if any(c.start is s for c in counted)]
    events = [s for start in used for s in start.events]
    if states & (_MET | _LATE):
        events += count.meeting.events
    if starts[-1].sure != YES:
        states |= BITS[ClockState.NOT_STARTED]
    extended = _extension(counted)
    if extended is not None and count.notice is not None:
        events += count.notice.events
    events = list(dict.fromkeys(events))
    cited = _cited(count.clock, counted, used)
    leading = leading_due(dues, rule.bearer)
    certain = applies == YES and len(_STATES[states]) == 1
    return Clock(
        id=rule.id if place.origin is None else f"{rule.id}@{place.origin.event.id}",
        rule=rule.id,
        provision=rule.provision,
        bearer=rule.bearer,
        start=Span.hull_of([s.on for s in used]),
        deemed=any(s.deemed is not None for s in used),
        dues=dues,
        state=_STATES[states][0] if leading is None else leading.states[0],
        states=_STATES[states],
        certainty=_certainty(certain=certain, applies=applies),
        law=Confidence.lowest(*(c.confidence for c in cited)),
        contested=rule.contested
        or len(dues) > 1
        or any(c.version.contested for c in counted)
        or any(s.deemed is not None or (s.after is not None and s.after.contested) for s in used),
        proof=Proof.weakest(*(s.event.proof for s in events)) if events else Proof.NONE,
        because=Because(tuple(s.event.id for s in events), cited),
        audience=rule.audience,
        origin="" if place.origin is None else place.origin.event.id,
        extended=extended,
        paused=None if count.paused is None else (count.paused.least, count.paused.most),
    )


def _extension(counted: list[Counted]) -> Certainty | None:
    """How surely the term was extended, over every start and reading; None where no notice did it."""
    sure = [NO if c.extension is None else c.extension.sure for c in counted]
    if max(sure) == NO:
        return None
    return Certainty.CERTAIN if min(sure) == YES else Certainty.POSSIBLE


def _join_readings(counted: list[Counted]) -> tuple[Due, ...]:
    by_reading: dict[str, list[Counted]] = {}
    for one in counted:
        by_reading.setdefault(one.reading.id, []).append(one)
    return tuple(_join_reading(reading, many) for reading, many in by_reading.items())


def _join_reading(reading: str, many: list[Counted]) -> Due:
    if len(many) == 1:
        (one,) = many
        return Due(reading, one.due, one.unrolled, _STATES[one.states])
    states = 0
    for one in many:
        states |= one.states
    known = [c.due for c in many if c.due is not None]
    end = Span.hull_of(known) if len(known) == len(many) else None
    return Due(reading, end, Span.hull_of([c.unrolled for c in many]), _STATES[states])


def _cited(clock: PreparedClock, counted: list[Counted], used: list[Start]) -> tuple[Cited, ...]:
    versions = [c.version for c in counted]
    for start in used:
        if start.deemed is not None:
            versions += [v for v, _ in versions_on(start.deemed, start.on)]
    versions += [c.extension.version for c in counted if c.extension is not None]
    # Most were counted by many readings of one version: each is cited once.
    cited = [clock.cites[number] for number in dict.fromkeys(map(id, versions))]
    before = [c for s in used if s.after is not None for c in s.after.because.provisions]
    return tuple(dict.fromkeys([*cited, *before])) if before else tuple(cited)


type Cites = Mapping[int, Cited]
"""By the id of each version of the pack: its provision in this version, with the pack's confidence in it."""


def cites_of(pack: Pack) -> Cites:
    """Every version of every provision as it is cited, made once for a law."""
    return {
        id(v): Cited(p.id, v.in_force.earliest, v.confidence)
        for p in pack.provisions.values()
        for v in p.versions
    }


def _not_started(clock: PreparedClock, place: Place, applies: int) -> Clock | None:
    """A clock whose start has not been seen: told only where the pack says how to ask for the start."""
    if not any(a.anchor.asks for a in clock.anchors) or place.origin is not None:
        return None
    if not clock.provision.versions:  # nothing was known of it yet
        return None
    rule = clock.rule
    version = clock.provision.on(place.view.today) or clock.provision.versions[-1]
    cited = clock.cites[id(version)]
    return Clock(
        id=rule.id,
        rule=rule.id,
        provision=rule.provision,
        bearer=rule.bearer,
        start=Span.unknown(),
        deemed=False,
        dues=(),
        state=ClockState.NOT_STARTED,
        states=(ClockState.NOT_STARTED,),
        certainty=_certainty(certain=applies == YES, applies=applies),
        law=cited.confidence,
        contested=rule.contested or version.contested,
        proof=Proof.NONE,
        because=Because((), (cited,)),
        audience=rule.audience,
    )


def _certainty(*, certain: bool, applies: int) -> Certainty:
    if certain:
        return Certainty.CERTAIN
    return Certainty.UNKNOWN if applies == UNKNOWN else Certainty.POSSIBLE
