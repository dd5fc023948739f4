"""How urgent an enquiry is, and whom it may be about. Pure; what it says is shown with its reasons."""

from raport.safety.kin import Likeness, Reason, Traits, likeness, reached_at, traits_of
from raport.safety.triage import ANSWERS, UNKNOWN, Colour, Judged, Triage, judge

__all__ = [
    "ANSWERS",
    "UNKNOWN",
    "Colour",
    "Judged",
    "Likeness",
    "Reason",
    "Traits",
    "Triage",
    "judge",
    "likeness",
    "reached_at",
    "traits_of",
]
