"""Does a condition of the pack hold in a case? Yes, possibly, unknown or no, and what that rests on.

Each condition is compiled once, when the law is prepared, into a function of the place it is asked at.
`hinges` are what the doubt hung on: the missing words, facts and days that become questions.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import assert_never

from raport.assess.model import About, Certainty, Clock, ClockState
from raport.assess.place import FAILS, HOLDS, Asking, Hinge, Holding, Place, day_hinges, fact_in
from raport.assess.selecting import Authorities, Meant, events_of, select
from raport.assess.view import NO, POSSIBLY, UNKNOWN, YES, FilingView, Seen
from raport.casefile import Modality
from raport.dates import Span, Truth
from raport.law import (
    All,
    Always,
    AnyOf,
    Breached,
    ClockIs,
    Closing,
    Condition,
    Day,
    Disputed,
    During,
    FactIs,
    FilingIs,
    GroundEra,
    GroundIs,
    Has,
    Later,
    Not,
    OtherFiling,
    Pack,
    Role,
    Selector,
)


def compile_condition(condition: Condition, pack: Pack) -> Asking:
    """The condition as a function; `pack` gives the groups, ranks and periods it speaks of."""
    match condition:
        case All(parts):
            return _all([compile_condition(p, pack) for p in parts])
        case AnyOf(parts):
            return _any([compile_condition(p, pack) for p in parts])
        case Not(part):
            return _not(compile_condition(part, pack))
        case Has(event, anywhere):
            return _has(event, Authorities(pack), anywhere=anywhere)
        case Later():
            return _later(condition, pack)
        case FactIs(fact, values):
            return _fact_is(fact, values)
        case Disputed(fact):
            return _disputed(fact)
        case FilingIs(fields):
            return _filing_is(fields, Authorities(pack))
        case OtherFiling():
            return _other_filing(condition, pack)
        case ClockIs(clocks, states):
            return _clock_is(clocks, states)
        case Breached(breaches):
            return _breached(breaches)
        case During():
            return _during(condition, pack)
        case GroundIs(open_, on):
            return _ground_is(open_, on, pack)
        case Closing(within):
            return _closing(within)
        case Always():
            return lambda _place: HOLDS
        case never:
            assert_never(never)


# --- the forms of a condition -----------------------------------------------------------------------------


def _all(parts: list[Asking]) -> Asking:
    def ask(place: Place) -> Holding:
        truth: int = YES
        events: tuple[Seen, ...] = ()
        hinges: tuple[Hinge, ...] = ()
        facts: tuple[str, ...] = ()
        for part in parts:
            held = part(place)
            if held.truth == NO:
                return FAILS
            if held.truth < truth:
                truth = held.truth
            events += held.events
            hinges += held.hinges
            facts += held.facts
        return Holding(truth, events, hinges, facts)

    return ask


def _any(parts: list[Asking]) -> Asking:
    def ask(place: Place) -> Holding:
        best = FAILS
        for part in parts:
            held = part(place)
            if held.truth == YES:
                return held
            if held.truth != NO:
                hinges = best.hinges + held.hinges
                if held.truth > best.truth:
                    best = held._replace(hinges=hinges)
                elif held.truth == best.truth:
                    best = Holding(held.truth, best.events + held.events, hinges, best.facts + held.facts)
                else:
                    best = best._replace(hinges=hinges)
        return best

    return ask


def _not(part: Asking) -> Asking:
    def ask(place: Place) -> Holding:
        held = part(place)
        if held.truth == YES:
            return FAILS
        if held.truth == NO:
            return HOLDS
        return Holding(held.truth, (), held.hinges)

    return ask


def _has(selector: Selector, found: Authorities, *, anywhere: bool) -> Asking:
    meant = Meant.by(selector, found)

    def ask(place: Place) -> Holding:
        by_kind = events_of(place, anywhere=anywhere)
        if meant.kinds and meant.kinds.isdisjoint(by_kind):
            return FAILS
        matches = select(meant, place, by_kind)
        if not matches:
            return FAILS
        sure = [seen for seen, truth, _ in matches if truth == YES]
        if sure:
            return Holding(YES, tuple(sure))
        best = max(truth for _, truth, _ in matches)
        events = tuple(seen for seen, truth, _ in matches if truth == best)
        return Holding(best, events, tuple(h for m in matches for h in m[2]))

    return ask


def _later(condition: Later, pack: Pack) -> Asking:
    found = Authorities(pack)
    one, other = Meant.by(condition.event, found), Meant.by(condition.than, found)

    def ask(place: Place) -> Holding:
        by_kind = events_of(place, anywhere=condition.anywhere)
        best = FAILS
        for first, t1, h1 in select(one, place, by_kind):
            for second, t2, h2 in select(other, place, by_kind):
                order = second.on.before(first.on)
                if order is Truth.NO:
                    continue
                truth = min(t1, t2, YES if order is Truth.YES else POSSIBLY)
                if truth == YES:
                    return Holding(YES, (second, first))
                days = () if order is Truth.YES else day_hinges(first, second)
                best = Holding(
                    max(best.truth, truth), (*best.events, second, first), best.hinges + h1 + h2 + days
                )
        return best

    return ask


def _fact_is(fact: str, values: frozenset[str]) -> Asking:
    rests_on = (fact,)
    holds, may_hold = Holding(YES, facts=rests_on), Holding(POSSIBLY, facts=rests_on)

    def ask(place: Place) -> Holding:
        truth, hinges = fact_in(place, fact, values)
        if truth == YES:
            return holds
        if truth == NO:
            return FAILS
        return may_hold._replace(hinges=hinges) if truth == POSSIBLY else Holding(UNKNOWN, (), hinges)

    return ask


def _disputed(fact: str) -> Asking:
    disputed = Holding(YES, facts=(fact,))

    def ask(place: Place) -> Holding:
        claims = place.view.facts.get(fact, ())
        return disputed if len({c.value for c in claims}) > 1 else FAILS

    return ask


def _filing_matches(view: FilingView, fields: Mapping[str, frozenset[str]], place: Place) -> Holding:
    hinges: tuple[Hinge, ...] = ()
    for name, allowed in fields.items():
        words = view.words.get(name)
        if not words:
            hinge = Hinge(About.FILING, view.filing.id, name)
            supposed = place.supposed.get(hinge)
            if supposed is None:
                hinges += (hinge,)
                continue
            words = (supposed,)
        if allowed.isdisjoint(words):
            return FAILS
    return Holding(UNKNOWN, (), hinges) if hinges else HOLDS


def _filing_is(fields: Mapping[str, frozenset[str]], found: Authorities) -> Asking:
    spelled = {name: found.plain(words) for name, words in fields.items()}

    def ask(place: Place) -> Holding:
        best = FAILS
        for view in place.filings:
            held = _filing_matches(view, spelled, place)
            if held.truth == YES:
                return held
            if held.truth > best.truth:
                best = held
        return best

    return ask


def _other_filing(condition: OtherFiling, pack: Pack) -> Asking:
    spelled = {name: Authorities(pack).plain(words) for name, words in condition.fields.items()}

    def ask(place: Place) -> Holding:
        best = FAILS
        for view in place.view.filings.values():
            named = challenges(view, place) if condition.challenges else YES
            if view is place.filing or named == NO:
                continue
            held = _filing_matches(view, spelled, place)
            if held.truth == NO or view.begun is None:
                continue
            truth = min(held.truth, named, view.begun.sure, _still_before_them(view, pack))
            if truth > best.truth:
                untold = (Hinge(About.FILING, view.filing.id, "challenges"),) if named == UNKNOWN else ()
                best = Holding(truth, (view.begun,), held.hinges + untold)
        return best

    return ask


def _still_before_them(view: FilingView, pack: Pack) -> int:
    """How surely a filing lies where it was filed: what was sent back, and not taken up since, does not."""
    back = taken_up = NO
    for seen in view.events:
        role = pack.kinds[seen.event.kind].role
        if seen.event.modality not in (Modality.DONE, Modality.CLAIMED):
            continue
        if role is Role.SENDS_BACK:
            back = max(back, seen.sure)
        elif role in (Role.DECIDES, Role.ANSWERS, Role.IS_CARRIED_OUT):
            taken_up = max(taken_up, seen.sure)
    if back == NO or taken_up == YES:
        return YES
    return NO if (back, taken_up) == (YES, NO) else POSSIBLY


def challenges(view: FilingView, place: Place) -> int:
    """How surely that filing challenges this one, or something that happened to it; what it does not say is
    not known.
    """
    named = set(view.filing.challenges)
    if not named:
        return UNKNOWN
    if place.filing is None:
        return YES
    if place.filing.filing.id in named:
        return YES
    return max((s.sure for s in place.filing.events if s.event.id in named), default=NO)


def _clock_is(ids: frozenset[str], states: frozenset[str]) -> Asking:
    wanted = frozenset(ClockState(s) for s in states)

    def ask(place: Place) -> Holding:
        best = FAILS
        for rule, clocks in place.clocks.items():
            if rule not in ids:
                continue
            for clock in clocks:
                if not wanted.intersection(clock.states):
                    continue
                events = _seen(place, clock.because.events)
                if clock.certainty is Certainty.CERTAIN and wanted.issuperset(clock.states):
                    return Holding(YES, events)
                truth = UNKNOWN if clock.certainty is Certainty.UNKNOWN else POSSIBLY
                hinges = best.hinges + clock_hinges(place, clock)
                best = Holding(max(best.truth, truth), best.events + events, hinges)
        return best

    return ask


def clock_hinges(place: Place, clock: Clock) -> tuple[Hinge, ...]:
    """The days that decide a clock which may stand in more than one state."""
    return day_hinges(*_seen(place, clock.because.events))


def _seen(place: Place, ids: Iterable[str]) -> tuple[Seen, ...]:
    wanted = set(ids)
    return tuple(s for s in place.view.events if s.event.id in wanted) if wanted else ()


def _breached(ids: frozenset[str]) -> Asking:
    def ask(place: Place) -> Holding:
        best = FAILS
        for rule, breaches in place.breaches.items():
            if rule not in ids:
                continue
            for breach in breaches:
                events = _seen(place, breach.because.events)
                if breach.certainty is Certainty.CERTAIN:
                    return Holding(YES, events)
                truth = UNKNOWN if breach.certainty is Certainty.UNKNOWN else POSSIBLY
                best = Holding(
                    max(best.truth, truth), best.events + events, best.hinges + day_hinges(*events)
                )
        return best

    return ask


def _during(condition: During, pack: Pack) -> Asking:
    period = pack.periods[condition.period]
    found = Authorities(pack)
    meant = Meant.by(condition.event, found) if condition.event is not None else None

    def holds(on: Span) -> int:
        if period.lasts.meet(on) is None:
            return NO
        sure = period.surely
        inside = sure is not None and sure.earliest <= on.earliest and on.latest <= sure.latest
        return YES if inside else POSSIBLY

    def ask(place: Place) -> Holding:
        if meant is not None:
            return _best_of_events(select(meant, place, events_of(place, anywhere=False)), holds)
        if condition.on is Day.TODAY:
            return Holding(holds(place.view.now))
        best = FAILS
        for view in place.filings:
            truth = holds(view.filed)
            if truth > best.truth:
                begun = () if view.begun is None else (view.begun,)
                best = Holding(truth, begun, () if truth == YES else day_hinges(*begun))
        return best

    return ask


def _best_of_events(
    matches: list[tuple[Seen, int, tuple[Hinge, ...]]], holds: Callable[[Span], int]
) -> Holding:
    best = FAILS
    for seen, truth, hinges in matches:
        inside = holds(seen.on)
        both = min(truth, inside)
        if both > best.truth:
            best = Holding(both, (seen,), hinges if inside == YES else hinges + day_hinges(seen))
    return best


def eras_on(pack: Pack, ground: str, on: Span) -> list[GroundEra]:
    """The eras of a ground that touch these days."""
    known = pack.grounds.get(ground)
    return [] if known is None else [e for e in known.eras if e.lasts.meet(on) is not None]


def _ground_is(open_: frozenset[str], on: Day, pack: Pack) -> Asking:
    def ask(place: Place) -> Holding:
        best = FAILS
        for view in place.filings:
            ground = view.filing.ground
            if not ground:
                if best.truth == NO:
                    best = Holding(UNKNOWN, (), (Hinge(About.FILING, view.filing.id, "ground"),))
                continue
            day = place.view.now if on is Day.TODAY else view.filed
            words = {e.open for e in eras_on(pack, ground, day)}
            if words and words <= open_:
                return HOLDS
            if words & open_:
                begun = () if view.begun is None else (view.begun,)
                best = Holding(POSSIBLY, begun, day_hinges(*begun))
        return best

    return ask


def _closing(within: int) -> Asking:
    def ask(place: Place) -> Holding:
        last = place.view.today + timedelta(days=within)
        best = FAILS
        for clock in (c for many in place.clocks.values() for c in many):
            leading = clock.leading
            if not clock.bearer.is_us or ClockState.RUNNING not in clock.states or leading is None:
                continue
            due = leading.due
            if due is None or due.earliest > last or due.latest < place.view.today:
                continue
            events = _seen(place, clock.because.events)
            sure = clock.certainty is Certainty.CERTAIN and due.latest <= last
            if sure:
                return Holding(YES, events)
            best = Holding(POSSIBLY, events, day_hinges(*events))
        return best

    return ask
