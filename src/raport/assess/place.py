"""Where a condition is asked, what it is answered with, and what the doubt hung on."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from raport.assess.model import About, Breach, Clock
from raport.assess.view import NO, POSSIBLY, UNKNOWN, YES, CaseView, FilingView, Seen


class Hinge(NamedTuple):
    """What is not known: a fact, a field, a word of a filing, a day, whether something happened."""

    about: About
    of: str
    name: str


class Holding(NamedTuple):
    """The answer to a condition: what it rests on, and what its doubt hangs on."""

    truth: int
    events: tuple[Seen, ...] = ()
    hinges: tuple[Hinge, ...] = ()
    facts: tuple[str, ...] = ()


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


def fact_in(place: Place, fact: str, values: frozenset[str]) -> tuple[int, tuple[Hinge, ...]]:
    """How surely what is told of a fact is one of these words, and what to ask where that is not sure."""
    if place.supposed:
        supposed = place.supposed.get(Hinge(About.FACT, "", fact))
        if supposed is not None:
            return (YES if supposed in values else NO), ()
    claims = place.view.facts.get(fact)
    if not claims:
        return UNKNOWN, (Hinge(About.FACT, "", fact),)
    matching = sum(c.value in values for c in claims)
    if matching == len(claims):
        return YES, ()
    return (POSSIBLY, (Hinge(About.FACT, "", fact),)) if matching else (NO, ())


def day_hinges(*many: Seen) -> tuple[Hinge, ...]:
    """The days of these events, so far as they are not known to the day."""
    return tuple(Hinge(About.DAY, s.event.id, "") for s in many if not s.on.is_day)
