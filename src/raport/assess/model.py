"""What an assessment says. Every conclusion carries its reasons (`because`) and its audience.

Three axes are never mixed: **date** (`states`, `certainty`), **law** (`law`: the confidence of the weakest
provision, `contested`), **proof** (what the weakest event would be worth in court).
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import NamedTuple

from raport.casefile import Proof
from raport.dates import Span
from raport.law import Audience, Bearer, Confidence, Text


class ClockState(Enum):
    """Where a term stands on the day of the assessment."""

    NOT_STARTED = "not-started"
    RUNNING = "running"
    MET = "met"
    LATE = "late"
    OVERDUE = "overdue"
    SUSPENDED = "suspended"
    CALENDAR_MISSING = "calendar-missing"

    __hash__ = object.__hash__  # as good, since there is one of each, and not in Python


class Certainty(Enum):
    """Whether a conclusion holds on every day that the uncertain dates and readings allow, or only on
    some.
    """

    CERTAIN = "certain"
    POSSIBLE = "possible"
    UNKNOWN = (
        "unknown"  # the record is silent on a word that decides it: nothing speaks for it, it is only open
    )

    @property
    def doubtful(self) -> "Certainty":
        """The same, where it is `CERTAIN` no more than `POSSIBLE`."""
        return Certainty.POSSIBLE if self is Certainty.CERTAIN else self


@dataclass(frozen=True, slots=True)
class Cited:
    """A provision as it was applied: in the version that took effect on `version`."""

    provision: str
    version: date
    confidence: Confidence


class Because(NamedTuple):
    """The events, provisions and facts of the person a conclusion rests on."""

    events: tuple[str, ...]
    provisions: tuple[Cited, ...]
    facts: tuple[str, ...] = ()


class Due(NamedTuple):
    """The last day on one reading of the law, and the states it allows. `unrolled`: before days off moved it.

    `due` is None where the pack's calendar does not reach (`unrolled` still stands) and open at the end where
    the term does not end on this reading.
    """

    reading: str
    due: Span | None
    unrolled: Span
    states: tuple[ClockState, ...]


class Clock(NamedTuple):
    """One term running in one request.

    `state` is the gravest that the leading reading allows: the earliest end leads for a term that binds us,
    the latest for one that binds an authority. `states` has all that any reading and any day allows.
    `origin`: the event that opened this clock, for those that run once per event. `paused`: the whole days on
    which it stood still, at least and at most; None where nothing stopped it.
    """

    id: str
    rule: str
    provision: str
    bearer: Bearer
    start: Span
    deemed: bool
    dues: tuple[Due, ...]
    state: ClockState
    states: tuple[ClockState, ...]
    certainty: Certainty
    law: Confidence
    contested: bool
    proof: Proof
    because: Because
    audience: frozenset[Audience]
    origin: str = ""
    extended: Certainty | None = None
    paused: tuple[int, int] | None = None

    @property
    def leading(self) -> Due | None:
        """The reading that leads: None where no reading could be counted."""
        return leading_due(self.dues, self.bearer)


def leading_due(dues: tuple[Due, ...], bearer: Bearer) -> Due | None:
    """The reading that leads: the earliest end for a term that binds us, the latest for an authority's; of
    those that share it the one whose other end is so too.
    """
    counted = [(d.due, d) for d in dues if d.due is not None]
    if not counted:
        return None
    if bearer.is_us:
        return min(counted, key=lambda c: (c[0].earliest, c[0].latest))[1]
    return max(counted, key=lambda c: (c[0].latest, c[0].earliest))[1]


class Breach(NamedTuple):
    """What an authority did or left undone. `clock`: the clock that shows it, or empty."""

    id: str
    provisions: tuple[Cited, ...]
    certainty: Certainty
    law: Confidence
    proof: Proof
    because: Because
    audience: frozenset[Audience]
    clock: str = ""


@dataclass(frozen=True, slots=True)
class GroundStatus:
    """Whether the ground named was open on the day of filing and is open today (words of the pack's eras)."""

    ground: str
    filed: tuple[str, ...]
    today: tuple[str, ...]
    because: Because


@dataclass(frozen=True, slots=True)
class FilingStatus:
    """Where one request stands. `state` is the kind of its last known stage, empty where none is known."""

    id: str
    kind: str
    state: str
    state_event: str
    certainty: Certainty
    procedures: tuple[str, ...]
    clocks: tuple[Clock, ...]
    breaches: tuple[Breach, ...]
    ground: GroundStatus | None
    filed: Span


class Decision(Enum):
    """What the person decided about a step, knowing what it exposes. Nothing is next until then."""

    UNDECIDED = "undecided"
    CHOSEN = "chosen"
    DECLINED = "declined"


class Remedy(NamedTuple):
    """A lawful step that is open. `until`: the last day it may be taken, by the clock named."""

    id: str
    filing: str
    to: tuple[str, ...]
    certainty: Certainty
    leads: bool
    until: Span | None
    until_clock: str
    retaliation: tuple[str, ...]
    decision: Decision
    law: Confidence
    because: Because
    audience: frozenset[Audience]


class Reached(Enum):
    """Whether a step of a ladder has been reached. How much is left is never said."""

    CERTAINLY = "certainly"
    POSSIBLY = "possibly"
    NOT_YET = "not-yet"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a ladder of liability."""

    id: str
    reached: Reached
    cited: Cited


class Danger(NamedTuple):
    """What may hurt the person. `steps` only where it is a ladder."""

    id: str
    filing: str
    leads: bool
    certainty: Certainty
    law: Confidence
    because: Because
    audience: frozenset[Audience]
    steps: tuple[Step, ...] = ()


class Met(Enum):
    """Whether the record speaks to an element of an offence."""

    MET = "met"
    POSSIBLY = "possibly"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class ElementStatus:
    """One element of an offence, and the events that speak to it."""

    id: str
    met: Met
    events: tuple[str, ...]


class Offence(NamedTuple):
    """A possible offence against the person."""

    id: str
    certainty: Certainty
    elements: tuple[ElementStatus, ...]
    law: Confidence
    proof: Proof
    because: Because
    audience: frozenset[Audience]


class About(Enum):
    """What a question asks for."""

    FACT = "fact"  # a fact of the person: `name`
    DAY = "day"  # the day of event `of`
    FIELD = "field"  # field `name` of event `of`
    FILING = "filing"  # word `name` of filing `of`
    HAPPENED = "happened"  # whether event `of` happened
    PAPER = "paper"  # to which filing event `of` belongs
    START = "start"  # the event from which clock `name` of filing `of` would run
    RULE = "rule"  # a question the pack asks in such a case


@dataclass(frozen=True, slots=True)
class Change:
    """What one answer would change: the conclusion, and what it would become.

    `answer` is a word of the pack, a span of days as text, or empty (any answer). `becomes` is `yes` or `no`
    for what holds or not, or a state of a clock.
    """

    answer: str
    what: str
    conclusion: str
    filing: str
    becomes: str


class Question(NamedTuple):
    """A missing fact that would change an answer. `weight` ranks: the most valuable first.

    `events`: those for which the pack asks, where the question is the pack's.
    """

    id: str
    about: About
    of: str
    name: str
    changes: tuple[Change, ...]
    weight: int
    audience: frozenset[Audience]
    events: tuple[str, ...] = ()


class PracticeNote(NamedTuple):
    """What is done, apart from the law, in a case like this."""

    id: str
    filing: str
    certainty: Certainty
    because: Because
    audience: frozenset[Audience]


@dataclass(frozen=True, slots=True)
class Assessment:
    """Where each request of one case stands on one day, and why."""

    case: str
    on: date
    jurisdiction: str
    law_checked: date
    law_known: date | None
    as_of: date | None
    comparison: str
    notice: Text
    with_account: bool
    advocate_only: bool
    advocate_because: tuple[str, ...]
    filings: tuple[FilingStatus, ...]
    remedies: tuple[Remedy, ...]
    dangers: tuple[Danger, ...]
    offences: tuple[Offence, ...]
    questions: tuple[Question, ...]
    practice: tuple[PracticeNote, ...]
