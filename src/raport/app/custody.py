"""Custody: who took an exhibit in, when, and what was done with it since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from raport.adapters.store import exhibits as store
from raport.adapters.store.exhibits import CustodyRow
from raport.app.files import Author, secrets_of

TAKEN_IN, MOVED, OPENED, EXPORTED = "taken-in", "moved", "opened", "exported"
STOPPED, RELEASED, DESTROYED = "stopped", "released", "destroyed"

OPENED_AGAIN_AFTER = timedelta(hours=1)
"""Looking twice within an hour is one act of the custody: a recording is asked for in many parts."""


@dataclass(frozen=True, slots=True)
class InShort:
    """Who took it in (a member's id) and when, how often it was opened, how often it left."""

    by: str | None
    at: datetime
    opened: int
    exported: int


def custody(exhibit_id: str) -> list[CustodyRow]:
    """What was done with it, in order."""
    return store.custody(exhibit_id)


def in_short(file_id: str, member: str) -> dict[str, InShort]:
    """The custody of each exhibit of a file, by exhibit. Raises `NotGrantedError`."""
    secrets_of(file_id, member)
    return {id_: _in_short(acts) for id_, acts in store.custodies(file_id).items()}


def note_opened(exhibit_id: str, author: Author) -> None:
    """He has looked at it, or listened to it."""
    last = store.last_act(exhibit_id, OPENED, author.member)
    if last is None or author.at - last >= OPENED_AGAIN_AFTER:
        store.add_custody(exhibit_id, OPENED, author.member, author.at)


def _in_short(acts: Sequence[CustodyRow]) -> InShort:
    every = [one.act for one in acts]
    return InShort(acts[0].by, acts[0].at, every.count(OPENED), every.count(EXPORTED))
