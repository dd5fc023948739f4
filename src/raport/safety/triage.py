"""Five questions to an enquiry, and the colour they make.

A colour only orders the inbox: none says that somebody is safe. Not knowing where he is, or whether he is
held, is never plain.
"""

from dataclasses import dataclass, fields
from enum import Enum

UNKNOWN = "unknown"

ANSWERS = {
    "where": ("unit", "zone", "hospital", "in-transit", "home", "abroad", "left-unit"),
    "held": ("yes", "no"),
    "date": ("near", "later", "none"),
    "paper": ("yes", "no"),
    "callback": ("yes", "no"),
}
"""What each question may be answered with, besides `unknown`. `date` is `near` within three days."""


class Colour(Enum):
    """Red is looked at first; plain is what neither of the others is."""

    RED = "red"
    AMBER = "amber"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Triage:
    """Where is he, is he held, is there a date, is there a paper, may we call back. Raises `ValueError` for
    an answer that is not of the list.
    """

    where: str = UNKNOWN
    held: str = UNKNOWN
    date: str = UNKNOWN
    paper: str = UNKNOWN
    callback: str = UNKNOWN

    def __post_init__(self) -> None:
        for field in fields(self):
            answer = getattr(self, field.name)
            if answer != UNKNOWN and answer not in ANSWERS[field.name]:
                raise ValueError(f"{field.name}: {answer!r} is not an answer")


@dataclass(frozen=True, slots=True)
class Judged:
    """A colour and why: `question-answer` of each that made it, the gravest first."""

    colour: Colour
    because: tuple[str, ...]


_RED = ("held-yes", "where-zone", "where-in-transit", "where-left-unit", "date-near")
_AMBER = ("where-unknown", "held-unknown", "where-hospital", "date-later", "date-unknown", "paper-yes")


def judge(triage: Triage) -> Judged:
    """The colour of an enquiry."""
    said = {f"{f.name}-{getattr(triage, f.name)}" for f in fields(triage)}
    red, amber = (tuple(why for why in order if why in said) for order in (_RED, _AMBER))
    if red:
        return Judged(Colour.RED, red + amber)
    return Judged(Colour.AMBER, amber) if amber else Judged(Colour.PLAIN, ())
