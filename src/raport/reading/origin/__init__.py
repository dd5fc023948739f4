"""Where a letter came from, as its file tells it: who says what, what was recomputed, what stays unknown.

Nothing here is believed. A header is a claim of whoever could write it; a body that equals its hash shows
that it was not changed since the hash was written, and not by whom; a signature holds only by a key that was
given.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

AUTHENTICATED = ("spf", "dkim", "dmarc", "arc")
"""The methods that are explained; others are shown as they were written."""


class Standing(Enum):
    """Who could have written a claim."""

    RECEIVER = "receiver"  # the server that took the letter in, or whoever had the file in his hands
    SECOND = (
        "second"  # by the receiver's name, but not where the receiver writes: it should have been removed
    )
    BELOW = "below"  # under the line that the receiver wrote first: anyone on the way, the sender too
    OTHER = "other"  # among the receiver's lines under a name that is not the receiver's


class Answer(Enum):
    """Whether something is so. Not knowing is an answer."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Result:
    """What a server says it found: `dkim`, `pass`; the properties it names (`header.d`, `mil.example`)."""

    method: str
    result: str
    properties: tuple[tuple[str, str], ...] = ()

    def named(self, *names: str) -> str:
        """The value of the first of these properties that is there."""
        known = dict(self.properties)
        return next((known[n] for n in names if n in known), "")


@dataclass(frozen=True, slots=True)
class Claim:
    """One header of results: `by` is the name its writer gives himself, empty where he gives none. `arc` is
    the number of its set, where it stands in a chain of forwarders.
    """

    by: str
    standing: Standing
    results: tuple[Result, ...]
    written: str
    arc: int = 0


@dataclass(frozen=True, slots=True)
class Hop:
    """One server that says it passed the letter on. `oddities`: what does not fit with the hop before."""

    by: str
    sender: str
    at: datetime | None
    receivers: bool  # whether it stands among the lines of the server that took the letter in
    oddities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature of a domain. `body`: whether the body is the one that was signed, by recomputing its hash;
    `held`: whether the signature holds by the key that was supplied, `UNKNOWN` without one.
    """

    domain: str
    selector: str
    algorithm: str
    signed: datetime | None
    ends: datetime | None
    fields: tuple[str, ...]
    missing: tuple[str, ...]  # of the lines that a reader looks at those that it does not cover
    covers: int | None  # bytes of the body it covers; None: all
    longer: bool  # the body goes on past what it covers
    aligned: bool  # the domain is that of the line From
    body: Answer
    why_body: str
    held: Answer
    why_held: str
    bits: int = 0

    @property
    def key_name(self) -> str:
        """Where the domain publishes the key."""
        return f"{self.selector}._domainkey.{self.domain}"


@dataclass(frozen=True, slots=True)
class Origin:
    """All that a letter's file tells of its way. `oddities` are ids; `left_out` lines were not looked at."""

    sender: str
    domain: str
    envelope: str
    date: str
    receiver: str
    hops: tuple[Hop, ...]
    claims: tuple[Claim, ...]
    signatures: tuple[Signature, ...]
    oddities: tuple[str, ...]
    left_out: int = 0


_COMMON_SECOND = frozenset(("ac", "co", "com", "edu", "gov", "msk", "net", "org", "spb"))


def organisation(domain: str) -> str:
    """The part of a domain that one owner holds, as a guess without the list of public suffixes: its last two
    labels, three where the second is one that registries sell under.
    """
    labels = domain.casefold().strip(".").split(".")
    if len(labels) < 2 or labels[-1].isdigit():
        return domain.casefold()
    size = 3 if len(labels) > 2 and labels[-2] in _COMMON_SECOND and len(labels[-1]) <= 3 else 2
    return ".".join(labels[-size:])


def same_organisation(one: str, other: str) -> bool:
    """Whether two domains look like one owner's."""
    return bool(one) and bool(other) and organisation(one) == organisation(other)
