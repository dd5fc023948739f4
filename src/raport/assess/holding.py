"""Does a condition of the pack hold in a case? Yes, possibly, unknown or no, and what that rests on.

Each condition is compiled once, when the law is prepared, into a function of the place it is asked at.
`hinges` are what the doubt hung on: the missing words, facts and days that become questions.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple, assert_never

from raport.assess.model import About, Breach, Certainty, Clock, ClockState
from raport.assess.view import NO, POSSIBLY, UNKNOWN, YES, CaseView, FilingView, Seen
from raport.casefile import Basis, Filing, Modality, Proof
from raport.dates import Span, Truth
from raport.law import (
    All,
    Always,
    AnyOf,
    Breached,
    ClockIs,
    Closing,
    Competence,
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


class Hinge(NamedTuple):
    """What is not known: a fact, a field, a word of a filing, a day, whether something happened."""

    about: About
    of: str
    name: str


class Holding(NamedTuple):
    """The answer to a condition."""

    truth: int
    events: tuple[Seen, ...] = ()
    hinges: tuple[Hinge, ...] = ()


HOLDS = Holding(YES)
FAILS = Holding(NO)


CLOCK, BREACH = "clock:", "breach:"
"""Before the names of clocks and breaches in what is present."""


@dataclass(slots=True)
class Place:
    """Where a condition is asked: in a case, of one filing or (`filing` is None) of the whole.

    `present`: what is there, by the names that conditions need (`needs`); None where nobody has said.
    """

    view: CaseView
    filing: FilingView | None
    clocks: dict[str, list[Clock]] = field(default_factory=dict)
    breaches: dict[str, list[Breach]] = field(default_factory=dict)
    origin: Seen | None = None
    supposed: Mapping[Hinge, str] = field(default_factory=dict)
    present: set[str] | None = None

    @property
    def filings(self) -> Iterable[FilingView]:
        """The filing asked about, or all of them."""
        return self.view.filings.values() if self.filing is None else (self.filing,)

    def runs(self, rule: str, clocks: list[Clock]) -> None:
        """From here on these clocks of one rule are there to be asked about."""
        self.clocks[rule] = clocks
        if self.present is not None:
            self.present.add(CLOCK + rule)

    def breached(self, breach: Breach) -> None:
        """From here on this breach is there to be asked about."""
        self.breaches.setdefault(breach.id, []).append(breach)
        if self.present is not None:
            self.present.add(BREACH + breach.id)

    def opened_by(self, origin: Seen) -> "Place":
        """The same place, for a clock that this event opened."""
        return Place(self.view, self.filing, self.clocks, self.breaches, origin, self.supposed, self.present)

    def supposing(self, hinge: Hinge, answer: str) -> "Place":
        """The same place, were this the answer to what is not known."""
        supposed = {**self.supposed, hinge: answer}
        return Place(self.view, self.filing, self.clocks, self.breaches, self.origin, supposed, self.present)


type Asking = Callable[[Place], Holding]


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


# --- selecting events -------------------------------------------------------------------------------------


type Match = tuple[Seen, int, tuple[Hinge, ...]]
"""An event that a selector may mean: how surely it does, and what that hangs on."""


class Authorities:
    """Sets of authorities that a rule's words stand for: a group, those complained of and all below them."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._below: dict[str, frozenset[str]] = {}
        self._groups: dict[str, frozenset[str]] = {}
        for authority in pack.authorities.values():
            for group in authority.groups:
                self._groups[group] = self._groups.get(group, frozenset()) | {authority.id}

    def group(self, name: str) -> frozenset[str]:
        """The members of a group."""
        return self._groups.get(name, frozenset())

    def below(self, authority: str) -> frozenset[str]:
        """The authority and everybody under it."""
        if authority not in self._below:
            found = {authority}
            grew = True
            while grew:
                under = {a.id for a in self._pack.authorities.values() if found.intersection(a.above)}
                grew = not under <= found
                found |= under
            self._below[authority] = frozenset(found)
        return self._below[authority]

    def plain(self, words: frozenset[str]) -> frozenset[str]:
        """`words` with the groups spelled out; words that depend on the case stay as they are."""
        out: set[str] = set()
        for word in words:
            if word.startswith("@") and word not in _OF_CASE:
                out |= self.group(word[1:])
            else:
                out.add(word)
        return frozenset(out)

    def matches(
        self, word: str, allowed: frozenset[str], place: Place, seen: Seen
    ) -> tuple[int, tuple[Hinge, ...]]:
        """Whether authority `word` of an event is one of those that `allowed` leaves to the case: `@about`,
        `@addressee`, `@not-competent`. Whether it is itself in `allowed` the caller has seen.
        """
        best: int = NO
        hinges: tuple[Hinge, ...] = ()
        for special in _OF_CASE:
            if special not in allowed:
                continue
            truth, why = self._special(special, word, place, seen)
            if truth > best:
                best, hinges = truth, why
        return best, hinges

    def _special(self, special: str, word: str, place: Place, seen: Seen) -> tuple[int, tuple[Hinge, ...]]:
        view = place.filing
        if view is None:
            view = place.view.filings.get(seen.event.filing)
            if view is None:
                return NO, ()
        filing = view.filing
        if special == "@addressee":
            return (YES if word in filing.to else NO), ()
        if special == "@about":
            if not filing.about:
                return UNKNOWN, (Hinge(About.FILING, filing.id, "about"),)
            return (YES if any(word in self.below(a) for a in filing.about) else NO), ()
        return competent(place, filing, seen.on, word)


def competent(place: Place, filing: Filing, on: Span, word: str) -> tuple[int, tuple[Hinge, ...]]:
    """How sure it is that authority `word` was NOT competent for such a request on these days.

    It is so far as a rule that names others applies, and no rule that names it may.
    """
    others: int = NO
    named: int = NO
    hinges: tuple[Hinge, ...] = ()
    for rule in place.view.pack.competences:
        truth, why = _rules_over(rule, place, filing, on)
        if truth == NO:
            continue
        hinges += why
        if word in rule.authorities:
            named = max(named, truth)
        else:
            others = max(others, truth if rule.known else min(truth, POSSIBLY))
    if named == YES or others == NO:
        return NO, ()
    return (others if named == NO else min(others, POSSIBLY)), hinges


def _rules_over(rule: Competence, place: Place, filing: Filing, on: Span) -> tuple[int, tuple[Hinge, ...]]:
    """How surely this rule says who decides such a request on these days."""
    lasting = rule.lasts.meet(on)
    if lasting is None:
        return NO, ()
    truth: int = YES if lasting == on else POSSIBLY
    hinges: tuple[Hinge, ...] = ()
    hinge = Hinge(About.FILING, filing.id, "asks")
    asks = filing.asks or place.supposed.get(hinge, "")
    if not asks:
        truth, hinges = UNKNOWN, (hinge,)
    elif asks not in rule.asks:
        return NO, ()
    for fact, values in rule.facts.items():
        held = _fact(place, fact, values)
        truth, hinges = min(truth, held.truth), hinges + held.hinges
    return truth, hinges


_OF_CASE = ("@about", "@addressee", "@not-competent")


@dataclass(frozen=True, slots=True)
class Meant:
    """A selector made ready: its groups of authorities spelled out, its words as the values of events."""

    selector: Selector
    kinds: frozenset[str]
    found: Authorities
    modality: tuple[Modality, ...]
    proof: tuple[Proof, ...]
    basis: tuple[Basis, ...]
    fields: tuple[tuple[str, frozenset[str]], ...]

    @staticmethod
    def by(selector: Selector, found: Authorities) -> "Meant":
        """What a rule's selector means in a pack with these authorities."""
        spelled = spell(selector, found)
        return Meant(
            selector=spelled,
            kinds=spelled.kinds,
            found=found,
            modality=tuple(m for m in Modality if m.value in spelled.modality),
            proof=tuple(p for p in Proof if p.value in spelled.proof),
            basis=tuple(b for b in Basis if b.value in spelled.basis),
            fields=tuple(spelled.fields.items()),
        )


def select(meant: Meant, place: Place, by_kind: Mapping[str, list[Seen]]) -> list[Match]:
    """The events that match, each with how surely it does and what that hangs on; by kind, as in the file."""
    kinds = meant.kinds
    if kinds and kinds.isdisjoint(by_kind):
        return []
    out = []
    for kind, many in by_kind.items():
        if kinds and kind not in kinds:
            continue
        for seen in many:
            truth, hinges = _matches(meant, seen, place)
            if truth:
                out.append((seen, truth, hinges))
    return out


def _matches(meant: Meant, seen: Seen, place: Place) -> tuple[int, tuple[Hinge, ...]]:
    event, selector = seen.event, meant.selector
    if event.modality not in meant.modality:
        return NO, ()
    if meant.proof and event.proof not in meant.proof:
        return NO, ()
    if meant.basis and event.basis not in meant.basis:
        return NO, ()
    truth = seen.sure
    if selector.follows:
        truth = min(truth, _follows(seen, place))
        if truth == NO:
            return NO, ()
    hinges: tuple[Hinge, ...] = ()
    if truth == POSSIBLY:
        hinges = (Hinge(About.HAPPENED, event.id, ""),)
    if selector.via:
        branch, hung = _in_branch(seen, place)
        if branch == NO:
            return NO, ()
        truth, hinges = min(truth, branch), hinges + hung
    if selector.goes_on:
        lasting = _goes_on(seen, place.view.today)
        if lasting == NO:
            return NO, ()
        truth = min(truth, lasting)
    for name, allowed in meant.fields:
        word = event.fields.get(name)
        if word is None:
            hinge = Hinge(About.FIELD, event.id, name)
            word = place.supposed.get(hinge)
            if word is None:
                truth, hinges = UNKNOWN, (*hinges, hinge)
                continue
        if word in allowed:
            continue
        matched, why = meant.found.matches(word, allowed, place, seen)
        if matched == NO:
            return NO, ()
        truth, hinges = min(truth, matched), hinges + why
    return truth, hinges


def _follows(seen: Seen, place: Place) -> int:
    """How surely it is said to be a reaction to this filing, or to something that happened to it."""
    named = seen.event.follows
    if not named:
        return NO
    if place.filing is None or named == place.filing.filing.id:
        return YES
    return max((s.sure for s in place.filing.events if s.event.id == named), default=NO)


def _goes_on(seen: Seen, today: date) -> int:
    """How surely what lasts has not ended: no end is known, or its day may be to come."""
    until = seen.event.until
    if until is None:
        return YES
    return POSSIBLY if until.latest > today else NO


def _in_branch(seen: Seen, place: Place) -> tuple[int, tuple[Hinge, ...]]:
    """How surely it belongs to the branch that the clock's origin opened: named so, or done since by the
    authority to which the origin led; where one of the two is not told, that is what it hangs on.
    """
    origin = place.origin
    if origin is None:
        return NO, ()
    if seen.event.via:
        return (YES if seen.event.via == origin.event.id else NO), ()
    since = _since(seen, origin)
    to, led = _told(origin, ("to",), place)
    by, did = _told(seen, ("by", "at"), place)
    if since == NO or to is None or by is None or (to and by and to != by):
        return NO, ()
    return min(since, YES if to and by else UNKNOWN), led + did + (
        _day_hinges(origin, seen) if since != YES else ()
    )


def _told(seen: Seen, names: tuple[str, ...], place: Place) -> tuple[str | None, tuple[Hinge, ...]]:
    """The word under one of these names; empty and to be asked where it is not told, None where its kind has
    no such word.
    """
    word = next((w for n in names if (w := seen.event.fields.get(n, ""))), "")
    if word:
        return word, ()
    known = place.view.pack.kinds[seen.event.kind].fields
    hinges = tuple(Hinge(About.FIELD, seen.event.id, n) for n in names if n in known)[:1]
    if not hinges:
        return None, ()
    return place.supposed.get(hinges[0], ""), hinges


def _since(seen: Seen, origin: Seen) -> int:
    """How surely it did not come before the event that opened the clock."""
    if seen.on.latest < origin.on.earliest:
        return NO
    return YES if seen.on.earliest >= origin.on.latest else POSSIBLY


def since_origin(matches: list[Match], place: Place) -> list[Match]:
    """These events, without what certainly came before the event that opened the clock (if one did)."""
    if place.origin is None:
        return matches
    there = ((seen, min(truth, _since(seen, place.origin)), why) for seen, truth, why in matches)
    return [m for m in there if m[1] != NO]


def _events(place: Place, *, anywhere: bool) -> Mapping[str, list[Seen]]:
    if anywhere or place.filing is None:
        return place.view.by_kind
    return place.filing.by_kind


# --- the forms of a condition -----------------------------------------------------------------------------


def _all(parts: list[Asking]) -> Asking:
    def ask(place: Place) -> Holding:
        truth: int = YES
        events: tuple[Seen, ...] = ()
        hinges: tuple[Hinge, ...] = ()
        for part in parts:
            held = part(place)
            if held.truth == NO:
                return FAILS
            if held.truth < truth:
                truth = held.truth
            events += held.events
            hinges += held.hinges
        return Holding(truth, events, hinges)

    return ask


def _any(parts: list[Asking]) -> Asking:
    def ask(place: Place) -> Holding:
        best = FAILS
        for part in parts:
            held = part(place)
            if held.truth == YES:
                return held
            if held.truth != NO:
                events = held.events if held.truth > best.truth else best.events
                if held.truth == best.truth:
                    events += held.events
                best = Holding(max(held.truth, best.truth), events, best.hinges + held.hinges)
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
        by_kind = _events(place, anywhere=anywhere)
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


def spell(selector: Selector, found: Authorities) -> Selector:
    """The selector with its groups of authorities spelled out once."""
    if not any(w.startswith("@") for words in selector.fields.values() for w in words):
        return selector
    fields = {name: found.plain(words) for name, words in selector.fields.items()}
    return Selector(
        selector.kinds,
        fields,
        selector.modality,
        selector.proof,
        selector.basis,
        selector.follows,
        selector.via,
        selector.goes_on,
    )


def _later(condition: Later, pack: Pack) -> Asking:
    found = Authorities(pack)
    one, other = Meant.by(condition.event, found), Meant.by(condition.than, found)

    def ask(place: Place) -> Holding:
        by_kind = _events(place, anywhere=condition.anywhere)
        best = FAILS
        for first, t1, h1 in select(one, place, by_kind):
            for second, t2, h2 in select(other, place, by_kind):
                order = second.on.before(first.on)
                if order is Truth.NO:
                    continue
                truth = min(t1, t2, YES if order is Truth.YES else POSSIBLY)
                if truth == YES:
                    return Holding(YES, (second, first))
                days = () if order is Truth.YES else _day_hinges(first, second)
                best = Holding(
                    max(best.truth, truth), (*best.events, second, first), best.hinges + h1 + h2 + days
                )
        return best

    return ask


def _day_hinges(*many: Seen) -> tuple[Hinge, ...]:
    return tuple(Hinge(About.DAY, s.event.id, "") for s in many if not s.on.is_day)


def _fact(place: Place, fact: str, values: frozenset[str]) -> Holding:
    if place.supposed:
        supposed = place.supposed.get(Hinge(About.FACT, "", fact))
        if supposed is not None:
            return HOLDS if supposed in values else FAILS
    claims = place.view.facts.get(fact)
    if not claims:
        return Holding(UNKNOWN, (), (Hinge(About.FACT, "", fact),))
    matching = [c for c in claims if c.value in values]
    if len(matching) == len(claims):
        return HOLDS
    return Holding(POSSIBLY, (), (Hinge(About.FACT, "", fact),)) if matching else FAILS


def _fact_is(fact: str, values: frozenset[str]) -> Asking:
    return lambda place: _fact(place, fact, values)


def _disputed(fact: str) -> Asking:
    def ask(place: Place) -> Holding:
        claims = place.view.facts.get(fact, ())
        return HOLDS if len({c.value for c in claims}) > 1 else FAILS

    return ask


def _filing_matches(view: FilingView, fields: Mapping[str, frozenset[str]], place: Place) -> Holding:
    truth: int = YES
    hinges: tuple[Hinge, ...] = ()
    for name, allowed in fields.items():
        words = view.words.get(name)
        if not words:
            hinge = Hinge(About.FILING, view.filing.id, name)
            supposed = place.supposed.get(hinge)
            if supposed is None:
                truth, hinges = UNKNOWN, (*hinges, hinge)
                continue
            words = (supposed,)
        if allowed.isdisjoint(words):
            return FAILS
    return HOLDS if truth == YES else Holding(truth, (), hinges)


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
    return _day_hinges(*_seen(place, clock.because.events))


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
                    max(best.truth, truth), best.events + events, best.hinges + _day_hinges(*events)
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
            return _best_of_events(select(meant, place, _events(place, anywhere=False)), holds)
        if condition.on is Day.TODAY:
            return Holding(holds(place.view.now))
        best = FAILS
        for view in place.filings:
            truth = holds(view.filed)
            if truth > best.truth:
                begun = () if view.begun is None else (view.begun,)
                best = Holding(truth, begun, () if truth == YES else _day_hinges(*begun))
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
            best = Holding(both, (seen,), hinges if inside == YES else hinges + _day_hinges(seen))
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
                best = Holding(POSSIBLY, begun, _day_hinges(*begun))
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
            best = Holding(POSSIBLY, events, _day_hinges(*events))
        return best

    return ask


def days_until(today: date, day: date) -> int:
    """Whole days from `today` to `day`; negative when it is past."""
    return (day - today).days
