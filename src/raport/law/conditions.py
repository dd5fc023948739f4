"""The little language in which a pack says when something holds.

A condition is a tree of these values; `raport.assess` answers it for one case with yes, possibly or no.
The written form (TOML tables) is in `docs/formats/pack.md`, section "Conditions".
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from enum import Enum

DONE = frozenset({"done", "claimed"})
"""The modalities that count as having happened; a threat or an attempt counts only where a selector asks
for it.
"""


@dataclass(frozen=True, slots=True)
class Selector:
    """Which events are meant. Empty sets and None mean "any".

    `fields`: the event's own fields, each with the words that match. The words `@about` (one of those
    complained of, or below them), `@not-competent`, `@addressee`, and `@GROUP` (a group of authorities)
    stand for sets that depend on the case. `follows`: the event is said to be a reaction to this filing
    or to an event of it. `via`: it belongs to the branch that the clock's origin opened. `goes_on`: what
    lasts has not ended.
    """

    kinds: frozenset[str] = frozenset()
    fields: Mapping[str, frozenset[str]] = field(default_factory=dict)
    modality: frozenset[str] = DONE
    proof: frozenset[str] = frozenset()
    basis: frozenset[str] = frozenset()
    follows: bool = False
    via: bool = False
    goes_on: bool = False


class Day(Enum):
    """The day on which a period or a ground is asked about."""

    TODAY = "today"
    FILED = "filed"
    EVENT = "event"  # with `event`: the day of that event


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold. An event that is not in the record has, for us, not been seen."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class Has:
    """There is such an event: of this filing, or (`anywhere`) of the whole case."""

    event: Selector
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Later:
    """Some event of the first kind came strictly later than some event of the second."""

    event: Selector
    than: Selector
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class FactIs:
    """A fact of the person has one of these values; disputed or unknown facts may hold."""

    fact: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Disputed:
    """Two sides say different things about this fact."""

    fact: str


@dataclass(frozen=True, slots=True)
class FilingIs:
    """This filing has these words: `kind`, `asks`, `ground`, `to`, `author`, `channel`, `what`, `about`."""

    fields: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class OtherFiling:
    """There is another filing with these words; `challenges`: one that challenges this filing."""

    fields: Mapping[str, frozenset[str]]
    challenges: bool = False


@dataclass(frozen=True, slots=True)
class ClockIs:
    """A clock of this filing (or of any, in a condition on the case) is in one of these states."""

    clocks: frozenset[str]
    states: frozenset[str]


@dataclass(frozen=True, slots=True)
class Breached:
    """One of these breaches was found on this filing (or on any, in a condition on the case)."""

    breaches: frozenset[str]


@dataclass(frozen=True, slots=True)
class During:
    """A period holds on a day: today, the day this was filed, or the day of an event."""

    period: str
    on: Day = Day.TODAY
    event: Selector | None = None


@dataclass(frozen=True, slots=True)
class GroundIs:
    """The ground this filing names is open in one of these ways on a day."""

    open: frozenset[str]
    on: Day = Day.FILED


@dataclass(frozen=True, slots=True)
class Closing:
    """A clock that binds us ends within so many days from today and is still running."""

    within: int


@dataclass(frozen=True, slots=True)
class Always:
    """Holds in every case."""


type Condition = (
    All
    | AnyOf
    | Not
    | Has
    | Later
    | FactIs
    | Disputed
    | FilingIs
    | OtherFiling
    | ClockIs
    | Breached
    | During
    | GroundIs
    | Closing
    | Always
)


def found_in[T](value: object, kind: type[T]) -> Iterator[T]:
    """Every value of this class in a condition, a rule or a whole pack."""
    if isinstance(value, kind):
        yield value
    if is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from found_in(getattr(value, one.name), kind)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from found_in(part, kind)
    elif isinstance(value, (tuple, list, frozenset)):
        for part in value:
            yield from found_in(part, kind)
