"""Whether the person agreed: to this use, for this audience, as that audience stands on this day.

A consent is for one use and one audience. It is asked again when the standing of the audience has become
another one since: what was agreed for a newsroom in one year is not agreed for the same newsroom, now
undesirable.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

APPLICANT = "applicant"


class Agreed(Enum):
    """How it stands with a consent."""

    GIVEN = "given"
    NEVER = "never"
    WITHDRAWN = "withdrawn"
    STANDING_CHANGED = "standing-changed"
    NOT_HIS = "not-his"  # who agreed may not decide


@dataclass(frozen=True, slots=True)
class Given:
    """One consent. `by`: who agreed; `standing`: of the audience, on the day it was given."""

    use: str
    audience: str
    standing: str
    by: str
    given: date
    withdrawn: date | None = None


def agreed(
    history: Iterable[Given], use: str, audience: str, standing: str, deciders: frozenset[str], on: date
) -> Agreed:
    """How it stands on a day: the last one that was given counts, and one withdrawal ends it.

    `standing`: of the audience now. `deciders`: who may decide besides the applicant himself.
    """
    last: Given | None = None
    for one in history:
        if (one.use, one.audience) == (use, audience) and one.given <= on:
            last = one if last is None or one.given >= last.given else last
    if last is None:
        return Agreed.NEVER
    if last.withdrawn is not None and last.withdrawn <= on:
        return Agreed.WITHDRAWN
    if last.standing != standing:
        return Agreed.STANDING_CHANGED
    if last.by != APPLICANT and last.by not in deciders:
        return Agreed.NOT_HIS
    return Agreed.GIVEN
