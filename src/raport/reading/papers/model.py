"""A paper as its words and where they stand, and what is proposed of it. Nothing is accepted here."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Rect:
    """A part of a page, in pixels of its clean picture, from the top left corner."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first pixel to the right of it."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first pixel below it."""
        return self.top + self.height

    def around(self, other: "Rect") -> "Rect":
        """The smallest that holds both."""
        left, top = min(self.left, other.left), min(self.top, other.top)
        return Rect(left, top, max(self.right, other.right) - left, max(self.bottom, other.bottom) - top)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the machine read it. `sure`: 0 to 1, the machine's own word. `line`: words of one number
    stand on one line, and lines are numbered from above.
    """

    text: str
    rect: Rect
    sure: float
    line: int


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One page: the size of its clean picture and its words in the order of reading."""

    width: int
    height: int
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a page; pages are counted from 0."""

    page: int
    rect: Rect


class Field(Enum):
    """What can be proposed of a paper."""

    SENDER = "sender"  # an authority of the pack
    NUMBER = "number"  # under which its sender sent it
    DATE = "date"  # of the paper, ISO
    INCOMING = "incoming"  # a number under which something was registered on arrival
    INCOMING_DATE = "incoming-date"
    ANSWERS_TO = "answers-to"  # the number of ours that it names as the one it answers
    ANSWERS_TO_DATE = "answers-to-date"
    FILING = "filing"  # a filing of the case
    KIND = "kind"  # a class of reply of the pack
    ARTICLE = "article"  # a provision of the pack


class Doubt(Enum):
    """Why a proposal is to be looked at twice."""

    FAINT = "faint"  # the machine was not sure of a word of it
    REPAIRED = "repaired"  # letters and digits that look alike were taken for each other
    UNLABELLED = "unlabelled"  # no label says what it is: its place does
    ONLY_ADDRESSEE = "only-addressee"  # a filing told by whom it went to alone
    NEAR = "near"  # a phrase of the pack, not word for word
    UNKNOWN_ACT = "unknown-act"  # the act is not one of the pack, or is not named


class Why(Enum):
    """Why nothing is proposed."""

    NOTHING = "nothing"  # nothing of the kind was found
    SEVERAL = "several"  # more than one, and nothing to choose by
    UNREADABLE = "unreadable"  # found, and not read surely enough to say what it is
    NO_CASE = "no-case"  # no case was given, or it has no filing


class Ground(Enum):
    """By what a filing was told."""

    NUMBER = "number"
    DAY = "day"
    ADDRESSEE = "addressee"


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that the paper seems to say.

    `value`: as the record would have it (a day in ISO, an id of the pack or the case, a number).
    `said`: the words it rests on, as they were read. `places`: where they stand, one rectangle a line.
    `sure`: 0 to 1, how sure the machine was of the weakest word. `doubts`: why to look twice; empty where
    nothing is known against it. A person accepts it or does not: no code may.
    """

    field: Field
    value: str
    said: str
    places: tuple[Place, ...]
    sure: float
    doubts: tuple[Doubt, ...] = ()
    grounds: tuple[Ground, ...] = ()  # of a filing

    @property
    def doubtful(self) -> bool:
        """Whether there is a reason to look twice."""
        return bool(self.doubts)


@dataclass(frozen=True, slots=True)
class Abstention:
    """Why nothing is proposed for a field, and what it could have been, each with its place."""

    field: Field
    why: Why
    candidates: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """All that is said of one paper: every field is proposed or abstained from; articles may be many."""

    proposals: tuple[Proposal, ...]
    abstentions: tuple[Abstention, ...]

    def proposed(self, field: Field) -> Proposal | None:
        """What is proposed for a field that has at most one value."""
        return next((p for p in self.proposals if p.field is field), None)

    def abstained(self, field: Field) -> Abstention | None:
        """Why nothing is, if so."""
        return next((a for a in self.abstentions if a.field is field), None)
