"""A letter as a value: its paragraphs, the facts with their exhibits, the citations, what is blank, what
stops it.

What is beside the letter and never in it (`Letter.sheet` matter: confidences, what was left out, misses of
grammar) has fields of its own; a form is made of the paragraphs alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from raport.assess import Remedy
from raport.casefile import Proof
from raport.law import Confidence
from raport.law.letters import As, Cases, Skeleton


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one kind. `blank`: it stands where something is still to be filled in.

    `given`: some of it is of the case; else all of it is the pack's own. `place`: of a blank, by what name it
    is filled (`Wish.fills`).
    """

    text: str
    blank: bool = False
    given: bool = False
    place: str = ""

    @property
    def shown(self) -> str:
        """As it stands on the page: a blank shows its hint in brackets."""
        return f"[{self.text}]" if self.blank else self.text


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as it will stand on the page, its number (`1.`) before its words."""

    as_: As
    runs: tuple[Run, ...]
    number: str = ""

    @property
    def text(self) -> str:
        """The whole of it as read aloud."""
        words = "".join(run.shown for run in self.runs)
        return f"{self.number} {words}" if self.number else words


class Known(Enum):
    """How the author knows what he tells."""

    HIMSELF = "himself"
    HEARSAY = "hearsay"
    ASK = "ask"  # the record has it from another, and he may well know it himself: he is to say


@dataclass(frozen=True, slots=True)
class Fact:
    """One event as the letter tells it."""

    event: str
    text: str
    proof: Proof
    exhibits: tuple[str, ...]
    known: Known


@dataclass(frozen=True, slots=True)
class Citation:
    """A provision as the letter cites it, in the version in force on its day; how surely it is known."""

    provision: str
    text: str
    version: date
    confidence: Confidence
    contested: bool


@dataclass(frozen=True, slots=True)
class Blank:
    """What is still to be filled in: the hint that stands in its place."""

    hint: str
    times: int = 1


@dataclass(frozen=True, slots=True)
class Stop:
    """Words that may not leave until somebody who may has cleared them."""

    wording: str
    words: str
    paragraph: int
    cleared: bool = False


class Why(Enum):
    """Why something stands beside the letter and not in it."""

    NO_PROVISION = "no-provision"  # none of what it cites is in force that day
    NO_TELLING = "no-telling"  # the pack has no words for such an event
    HEARSAY = "hearsay"  # the author does not know it himself, and this letter tells only what he knows
    USE_RISK = "use-risk"  # using the exhibit may harm him
    NOT_HELD = "not-held"  # the exhibit was seen, not held, or is destroyed


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not in the letter: a text, an event or an exhibit, and why.

    `beside`: the provisions, the events of an exhibit, or the place by which he may say that he knows it.
    """

    what: str
    why: Why
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Inflected:
    """Words that were put into a case by rule. `sure`: by a rule that knows them."""

    words: str
    case: Cases
    result: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Letter:
    """One draft for one remedy, addressee and day, with all that its drafter has to know."""

    skeleton: Skeleton
    remedy: Remedy
    author: str
    to: str
    also_to: tuple[str, ...]
    on: date
    title: str
    paragraphs: tuple[Paragraph, ...]
    facts: tuple[Fact, ...]
    citations: tuple[Citation, ...]
    annexes: tuple[str, ...]
    exhibits: tuple[str, ...]
    blanks: tuple[Blank, ...]
    stops: tuple[Stop, ...]
    left_out: tuple[LeftOut, ...]
    inflected: tuple[Inflected, ...]
    hand: tuple[Paragraph, ...] = ()
    telegram: tuple[Run, ...] = ()
    phone: "Phone | None" = None
    fields: Mapping[str, tuple[Paragraph, ...]] = field(default_factory=dict)  # of a group's own template

    @property
    def stopped(self) -> tuple[Stop, ...]:
        """The stops that nobody has cleared."""
        return tuple(s for s in self.stops if not s.cleared)

    @property
    def may_go(self) -> bool:
        """Whether it may be marked as sent: nothing blank, nothing stopped."""
        return not self.blanks and not self.stopped

    @property
    def text(self) -> str:
        """The letter as plain text, a paragraph a line."""
        return "\n".join(p.text for p in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Phone:
    """What a relative says on the telephone and writes down; the facts in a sentence each."""

    call: str
    say: tuple[str, ...]
    note: tuple[str, ...]
    never: tuple[str, ...]
