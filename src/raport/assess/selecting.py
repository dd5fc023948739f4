"""Which events a rule's selector means: each with how surely it does, and what that hangs on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from raport.assess.model import About
from raport.assess.place import Hinge, Place, day_hinges, fact_in
from raport.assess.view import NO, POSSIBLY, UNKNOWN, YES, Seen
from raport.casefile import Basis, Filing, Modality, Proof
from raport.dates import Span
from raport.law import Competence, Pack, Selector

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
        held, hung = fact_in(place, fact, values)
        truth, hinges = min(truth, held), hinges + hung
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
    return next((s.sure for s in place.filing.events if s.event.id == named), NO)


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
    if to is None or by is None or (to and by and to != by):
        return NO, ()
    return min(since, YES if to and by else UNKNOWN), led + did + (
        day_hinges(origin, seen) if since != YES else ()
    )


def _told(seen: Seen, names: tuple[str, ...], place: Place) -> tuple[str | None, tuple[Hinge, ...]]:
    """The word under one of these names; empty and to be asked where it is not told, None where its kind has
    no such word.
    """
    word = next((w for n in names if (w := seen.event.fields.get(n, ""))), "")
    if word:
        return word, ()
    known = place.view.pack.kinds[seen.event.kind].fields
    untold = next((n for n in names if n in known), None)
    if untold is None:
        return None, ()
    hinge = Hinge(About.FIELD, seen.event.id, untold)
    return place.supposed.get(hinge, ""), (hinge,)


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


def events_of(place: Place, *, anywhere: bool) -> Mapping[str, list[Seen]]:
    """The events by kind: of the filing asked about, or of the whole case."""
    if anywhere or place.filing is None:
        return place.view.by_kind
    return place.filing.by_kind


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
