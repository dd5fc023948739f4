"""What the parts of a saying are, before a year is given to them."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from raport.dates import Span
from raport.reading.said import Ours


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a month, season or year: `begin`, `middle`, `end`, or the `nth` half, week ... (-1: last)."""

    name: str
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a year: a day of a month, a month, a season, or (all empty) the year itself; or a piece."""

    month: int = 0
    day: int = 0
    season: str = ""
    piece: Piece | None = None
    around: tuple[int, int] = (0, 0)  # days before and after a feast that are meant by it too


@dataclass(frozen=True, slots=True)
class At:
    """A place with its year if one was said; `which`: last (-1), this (0), next (1) such time instead."""

    place: Place
    year: int | None = None
    which: int | None = None
    weekday: int = 0
    ours: frozenset[Ours] = frozenset()


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days that are known already; `grain` as in `Grain`, `ours` what of it was not said."""

    span: Span
    grain: "Grain"
    ours: frozenset[Ours] = frozenset()


@dataclass(frozen=True, slots=True)
class Weekday:
    """A Friday; of which week, if that was said (0: this week; None: not said); `week`: "of last week"."""

    day: int
    which: int | None = None
    week: bool = False


class Unit(Enum):
    """What lengths of time are counted in here."""

    DAY = "D"
    MONTH = "M"


@dataclass(frozen=True, slots=True)
class Length:
    """From `low` to `high` units, said by counting in `step` of them (a week is 7 days, a year 12 months).

    `about`: said with doubt. `exact`: said to be exact. `within`: any time up to that.
    """

    low: int
    high: int
    unit: Unit
    step: int
    about: bool = False
    exact: bool = False
    within: bool = False


@dataclass(frozen=True, slots=True)
class Ago:
    """So long before today (`sign` -1) or after it (1)."""

    length: Length
    sign: int
    beyond: bool = False  # "more than a year ago"


@dataclass(frozen=True, slots=True)
class Named:
    """An event of the case, by what people call it."""

    words: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Later:
    """So long after something that was not said."""

    length: Length
    future: bool  # it may also be counted from today


@dataclass(frozen=True, slots=True)
class Side:
    """On one side of something; `length`: so far from it."""

    side: str
    of: "Node | Named"
    length: Length | None = None


@dataclass(frozen=True, slots=True)
class About:
    """Said with doubt."""

    of: "Node"


@dataclass(frozen=True, slots=True)
class Night:
    """A night belongs to two days, and nobody says to which."""

    of: "Node"


@dataclass(frozen=True, slots=True)
class Both:
    """From one to the other; `either`: one or the other, in any order."""

    first: "Node"
    last: "Node"
    either: bool = False


type Node = At | Fixed | Weekday | Ago | Later | Side | About | Night | Both


class Grain(Enum):
    """How exactly something is said: that much more on each side is meant by "about" it."""

    DAY = "day"
    WEEK = "week"
    PART = "part"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    OPEN = "open"


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, where the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
