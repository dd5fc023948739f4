"""What queries return: frozen values, no models."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A member, without his secret."""

    id: str
    name: str
    role: str
    standing: str
    recipient: str
    removed: datetime | None


@dataclass(frozen=True, slots=True)
class FileRow:
    """An enquiry, a case or a matter, as lists need it."""

    id: str
    number: int
    kind: str
    jurisdiction: str
    made: datetime
    touched: datetime
    member: str | None
    advocate: str | None
    status: str
    status_since: date
    closed: str
    sender: str
    colour: str
    keep: bool
    erase_on: date | None


@dataclass(frozen=True, slots=True)
class PieceRow:
    """One addition to a file as it is stored: open (`value`) in ring 3, sealed in the others."""

    seq: int
    ring: int
    table: str
    name: str
    value: object
    sealed: bytes | None
    at: datetime
    by: str | None
