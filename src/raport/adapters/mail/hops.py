"""The way of a letter by its `Received` lines, the first server first, and what does not fit in it."""

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from raport.adapters.mail.fields import Field
from raport.adapters.mail.results import RECEIVED, receiver_of, without_comments, written_by
from raport.reading.origin import Hop

MOST_HOPS = 60
CLOCKS_DIFFER = timedelta(minutes=5)
LONG = timedelta(hours=24)

_FROM = re.compile(r"^\s*from\s+([^\s;()]+)", re.IGNORECASE)
_ADDRESS = re.compile(r"\[(?:IPv6:)?([0-9A-Fa-f.:]{2,45})\]")

NO_DAY, NO_ZONE, GOES_BACK, LONG_WAIT = "no-day", "no-zone", "goes-back", "long-wait"


def hops_of(fields: Sequence[Field]) -> list[Hop]:
    """Each server that says it passed the letter on, in the order of time."""
    _, end = receiver_of(fields)
    lines = [(place, f.value) for place, f in enumerate(fields) if f.name == RECEIVED][:MOST_HOPS]
    hops: list[Hop] = []
    before: datetime | None = None
    for place, value in reversed(lines):
        at, zoned = day_of(value.rpartition(";")[2] if ";" in value else "")
        hops.append(Hop(written_by(value), _sender(value), at, place < end, _odd(at, before, zoned=zoned)))
        before = at or before
    return hops


def day_of(written: str) -> tuple[datetime | None, bool]:
    """A day as letters write it, in UTC, and whether it said of which zone; else it is taken as UTC."""
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        at = parsedate_to_datetime(without_comments(written).strip())
        return (at.astimezone(UTC), True) if at.tzinfo else (at.replace(tzinfo=UTC), False)
    return None, False


def _sender(value: str) -> str:
    """What the other side called itself, and the address that the server saw."""
    name, seen = _FROM.search(value), _ADDRESS.search(value.rpartition(";")[0] or value)
    return " ".join(filter(None, (name[1] if name else "", f"[{seen[1]}]" if seen else "")))


def _odd(at: datetime | None, before: datetime | None, *, zoned: bool) -> tuple[str, ...]:
    if at is None:
        return (NO_DAY,)
    odd = [] if zoned else [NO_ZONE]
    if before is not None:
        with suppress(OverflowError):
            if at < before - CLOCKS_DIFFER:
                odd.append(GOES_BACK)
            elif at > before + LONG:
                odd.append(LONG_WAIT)
    return tuple(odd)
