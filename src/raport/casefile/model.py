"""The record of one case: what was filed, what came back, what happened, and who says so.

Three rings (DESIGN 5). The record (`Case`) is ring 3: kinds, spans, words of closed lists, no free text.
`Account` is ring 2: what happened to and was done by the applicant, notes, situation. `Identity` is ring 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from raport.dates import Span


class Basis(Enum):
    """How the source knows."""

    SEEN = "seen"
    TOLD = "told"
    INFERRED = "inferred"


class Modality(Enum):
    """Whether it happened. Only `DONE` and `CLAIMED` count as having happened."""

    DONE = "done"
    CLAIMED = "claimed"
    THREATENED = "threatened"
    ATTEMPTED = "attempted"


class Proof(Enum):
    """What would stand in court, from strong to none."""

    DOCUMENTED = "documented"
    WITNESSED = "witnessed"
    OWN_WORD = "own-word"
    NONE = "none"

    __hash__ = object.__hash__  # as good, since there is one of each, and not in Python

    @property
    def rank(self) -> int:
        """0 for `DOCUMENTED` down to 3 for `NONE`."""
        return _PROOFS[self]

    @staticmethod
    def weakest(*many: "Proof") -> "Proof":
        """A conclusion is proved as well as the least proved event it rests on."""
        return max(many, key=_PROOFS.__getitem__)


_PROOFS = {p: n for n, p in enumerate(Proof)}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a piece of the record comes from, and how far it is trusted."""

    id: str
    title: str
    reliability: str
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One side's word on a fact of the person: who says it, and from when it is said to be so."""

    value: str
    by: str = ""
    since: str = ""  # EDTF


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A paper, photograph or recording: `held`, `copy`, `seen-by` (and not held), `destroyed`.

    `by`: the source or person who holds it, or who saw it.
    """

    id: str
    state: str
    use_risk: bool = False
    by: str = ""


@dataclass(frozen=True, slots=True)
class Filing:
    """A paper that asks for something. All words are of the pack's closed lists; empty means not known."""

    id: str
    kind: str
    asks: str = ""
    ground: str = ""
    to: tuple[str, ...] = ()
    author: str = ""
    channel: str = ""
    about: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    what: str = ""
    count: str = "1"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, or was threatened, with the day as a span of uncertainty.

    `on`: the day it happened or began. `until`: the day it ended; None where nothing is known of an end.
    `fields`: the words this kind of event has by the pack's vocabulary. `follows`: a filing or event to
    which this is believed to be the reaction. `via`: the forwarding to whose branch this belongs.
    `corrects`: the event that this one replaced.
    """

    id: str
    kind: str
    on: Span
    filing: str = ""
    until: Span | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    source: str = ""
    basis: Basis = Basis.TOLD
    modality: Modality = Modality.DONE
    proof: Proof = Proof.OWN_WORD
    exhibits: tuple[str, ...] = ()
    follows: str = ""
    corrects: str = ""
    via: str = ""
    said: str = ""  # the date as it was written, for people


@dataclass(frozen=True, slots=True)
class Person:
    """Who speaks in this case, by role, and what they may do. No name: names are `Identity`."""

    id: str
    role: str
    may: str


@dataclass(frozen=True, slots=True)
class Case:
    """The record, ring 3. `as_of`: nothing in it is later than this day. `comparison`: what it is a twin of.
    `advocate_since`: the day an advocate took the case; until then what tells against the person closes it.

    Events that were corrected by later ones are already left out of `events`; `corrected` names them.
    """

    id: str
    jurisdiction: str
    filings: tuple[Filing, ...]
    events: tuple[Event, ...]
    facts: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    exhibits: Mapping[str, Exhibit] = field(default_factory=dict)
    people: tuple[Person, ...] = ()
    as_of: date | None = None
    advocate_since: date | None = None
    notice: Mapping[str, str] = field(default_factory=dict)
    comparison: str = ""
    corrected: tuple[str, ...] = ()
    matter: bool = False


@dataclass(frozen=True, slots=True)
class Account:
    """Ring 2: events of conduct and situation, facts about where he is, notes. Never at a server."""

    case: str
    events: tuple[Event, ...] = ()
    facts: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    notes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Identity:
    """Ring 1: names, contacts, the unit as it is named; kept as given and shown to nobody here."""

    case: str
    values: Mapping[str, object] = field(default_factory=dict)


class Order(Enum):
    """Which order of days cannot be."""

    STAGES = "stages"  # something came of a filing before the filing
    REACTION_BEFORE_CAUSE = "reaction-before-cause"
    END_BEFORE_START = "end-before-start"  # of one event: both ids are its own


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two events whose days contradict each other however uncertain they are; reported, never repaired."""

    first: str  # the id of the event that should have come first
    then: str  # the id of the one that is dated before it
    why: Order


@dataclass(frozen=True, slots=True)
class CaseFile:
    """What one file holds: the record and, apart from it, the two rings that a server never has.

    `replaced`: the events that later ones corrected, kept as they were told.
    """

    case: Case
    account: Account
    identity: Identity
    contradictions: tuple[Contradiction, ...] = ()
    replaced: tuple[Event, ...] = ()
