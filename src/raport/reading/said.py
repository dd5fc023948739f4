"""What a saying is read to: days of the case file, with the span they stand for and why it was read so."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from raport.dates import Span
from raport.errors import RaportError


@dataclass(frozen=True, slots=True)
class Anchor:
    """An event or filing that other days are told by: its id, what people call it, its days if known."""

    id: str
    names: tuple[str, ...]
    span: Span = Span.unknown()  # noqa: RUF009 - a frozen value


class Ours(Enum):
    """What in a reading was not said but added by us: it is asked about, never taken silently."""

    YEAR = "year"  # no year was said, or not clearly which
    ORDER = "order"  # day and month in numbers, or a number that may be day or year
    SPELLING = "spelling"  # a month or season with a typing mistake
    ANCHOR = "anchor"  # not all words of the event were found in its name
    SENSE = "sense"  # a word that is used in two ways


@dataclass(frozen=True, slots=True)
class Understood:
    """One reading. `day` is one line: EDTF, or "P6M~ before e0" (as `casefile.relative` writes it)."""

    day: str
    span: Span
    ours: frozenset[Ours] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text may mean, the likeliest first; never empty."""

    candidates: tuple[Understood, ...]

    @property
    def settled(self) -> bool:
        """Whether nothing is left to ask: one reading, and all of it was said."""
        return len(self.candidates) == 1 and not self.candidates[0].ours

    def chosen(self, day: str) -> Understood | None:
        """The candidate written so."""
        return next((c for c in self.candidates if c.day == day), None)


class SayingError(RaportError):
    """What was typed is not understood, and not guessed. `telling.tell_refusal` says it in a language."""

    def __init__(self, code: str, **found: object) -> None:
        self.code = code
        self.found: Mapping[str, object] = found
        super().__init__(code)
