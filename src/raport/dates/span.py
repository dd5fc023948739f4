"""Days known roughly: spans of local calendar days, and answers that may be "possibly"."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum


class Truth(Enum):
    """Kleene's strong three-valued truth."""

    YES = "yes"
    POSSIBLY = "possibly"
    NO = "no"

    @staticmethod
    def of(value: bool) -> "Truth":  # noqa: FBT001 - a truth value is what it turns into another
        return Truth.YES if value else Truth.NO

    def __and__(self, other: "Truth") -> "Truth":
        return min(self, other, key=_ORDER.__getitem__)

    def __or__(self, other: "Truth") -> "Truth":
        return max(self, other, key=_ORDER.__getitem__)

    def __invert__(self) -> "Truth":
        return {Truth.YES: Truth.NO, Truth.NO: Truth.YES}.get(self, self)


_ORDER = {Truth.NO: 0, Truth.POSSIBLY: 1, Truth.YES: 2}


@dataclass(frozen=True, slots=True)
class Span:
    """Inclusive local days; `date.min` and `date.max` are open ends."""

    earliest: date
    latest: date

    def __post_init__(self) -> None:
        if self.latest < self.earliest:
            raise ValueError(f"a span ends before it begins: {self.earliest}..{self.latest}")

    @staticmethod
    def on(day: date) -> "Span":
        return Span(day, day)

    @staticmethod
    def unknown() -> "Span":
        return Span(date.min, date.max)

    @property
    def open_start(self) -> bool:
        return self.earliest == date.min

    @property
    def open_end(self) -> bool:
        return self.latest == date.max

    @property
    def is_day(self) -> bool:
        return self.earliest == self.latest

    def hull(self, other: "Span") -> "Span":
        return Span(min(self.earliest, other.earliest), max(self.latest, other.latest))

    @staticmethod
    def hull_of(many: Iterable["Span"]) -> "Span":
        spans = list(many)
        if len(spans) == 1:
            return spans[0]
        return Span(min(s.earliest for s in spans), max(s.latest for s in spans))

    def meet(self, other: "Span") -> "Span | None":
        if self.earliest <= other.earliest and other.latest <= self.latest:
            return other
        a, b = max(self.earliest, other.earliest), min(self.latest, other.latest)
        return Span(a, b) if a <= b else None

    def contains(self, day: date) -> bool:
        return self.earliest <= day <= self.latest

    def before(self, other: "Span") -> Truth:
        if self.latest < other.earliest:
            return Truth.YES
        return Truth.POSSIBLY if self.earliest < other.latest else Truth.NO

    def not_after(self, other: "Span") -> Truth:
        return ~other.before(self)

    def passed(self, today: date) -> Truth:
        return self.before(Span.on(today))

    def shift(self, days: int) -> "Span":
        """Every day of the span moved; open ends stay open."""
        return self.shift_ends(days, days)

    def shift_ends(self, first: int, last: int) -> "Span":
        """The span with its ends moved apart, or together, by whole days; open ends stay open."""
        return Span(
            self.earliest if self.open_start else plus(self.earliest, first),
            self.latest if self.open_end else plus(self.latest, last),
        )

    def __str__(self) -> str:
        if self.open_start and self.open_end:
            return ".."
        if self.is_day:
            return self.earliest.isoformat()
        a = ".." if self.open_start else self.earliest.isoformat()
        b = ".." if self.open_end else self.latest.isoformat()
        return f"{a}/{b}"


def plus(day: date, days: int) -> date:
    """So many days on; beyond the calendar lies its end."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def all_of(many: Iterable[Truth]) -> Truth:
    """Whether every one holds."""
    return min(many, key=_ORDER.__getitem__, default=Truth.YES)


def any_of(many: Iterable[Truth]) -> Truth:
    """Whether at least one holds."""
    return max(many, key=_ORDER.__getitem__, default=Truth.NO)
