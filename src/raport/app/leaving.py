"""The one door: every byte that leaves the desk goes through `leave`.

It asks `access` (role, advocate-only, consent as the audience stands today) for each file; only of those that
may leave are the bytes made, and what left is written down in the same transaction. An exhibit under the
secrecy stop keeps no file back: whoever makes the bytes leaves it out, and its original is given to nobody.
Only here is a `Left` made, and only a `Left` can be handed to a browser (a house test looks).
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from raport.access import EXPORTERS, Actor, Decision, Exporter, Role, Standing, Thing, may_leave
from raport.adapters.keys import seal
from raport.adapters.store import consents as store
from raport.adapters.store import files as store_files
from raport.adapters.store import members
from raport.adapters.store.consents import LeavingRow
from raport.adapters.store.rows import FileRow
from raport.app.consents import consents_of, standing_of
from raport.app.docket import Line, assess_file, lines_of
from raport.app.docket_rows import UNREADABLE
from raport.app.files import Author, NotGrantedError, open_with_any, secrets_of
from raport.app.laws import pack_of
from raport.casefile.pieces import ACCOUNT
from raport.errors import BadInput, RaportError


class StaysError(RaportError):
    """It may not leave. `why`: the id of the reason, as `access` gives it; `nothing-may` for a list none of
    whose files may.
    """

    def __init__(self, why: str) -> None:
        super().__init__(f"stays: {why}")
        self.why = why


@dataclass(frozen=True, slots=True)
class Parcel:
    """Bytes that were made to leave: under which name, of what kind."""

    name: str
    media: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Left:
    """A parcel that went through the door, and the files that had to stay, each with the reason."""

    parcel: Parcel
    stayed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class WentOut:
    """What was written down of one leaving."""

    row: LeavingRow
    to: str


type Make = Callable[[Sequence[str]], Parcel]
"""Makes the bytes of these files and of no other."""


@transaction.atomic
def leave(
    exporter: str, files: Sequence[str], author: Author, make: Make, *, to: str = "", partly: bool = False
) -> Left:
    """Let files leave by an exporter of the registry. Raises `StaysError`.

    `partly`: those that may not leave stay, the others go; else one that may not keeps all. A file that was
    not granted is as if it were not there: `NotGrantedError`, and left out of a list in silence.
    """
    stayed: dict[str, str] = {}
    go: list[str] = []
    for id_, decision in decide(exporter, files, author, partly=partly).items():
        if decision.allowed:
            go.append(id_)
        elif not partly:
            raise StaysError(decision.why)
        else:
            stayed[id_] = decision.why
    if not go:
        raise StaysError("nothing-may")
    parcel = make(tuple(go))
    digest, size = hashlib.sha256(parcel.data).hexdigest(), len(parcel.data)
    store.note(
        LeavingRow(id_, exporter, author.at, author.member, _sealed(id_, to, author.member), digest, size)
        for id_ in go
    )
    return Left(parcel, stayed)


def decide(
    exporter: str, files: Sequence[str], author: Author, *, partly: bool = False
) -> dict[str, Decision]:
    """For each file whether it may leave by this exporter now. Raises KeyError for one that is not in the
    registry, `NotGrantedError` (where `partly`, a file that was not granted is left out).
    """
    by, actor = EXPORTERS[exporter], _actor(author.member)
    found: dict[str, Decision] = {}
    for standing, rows in _by_standing(by, files, author).items():
        consents = consents_of([r.id for r in rows], by.audience, standing)
        for id_, line in lines_of(rows, author.member, author.on).items():
            thing = _thing(line, author)
            found[id_] = (
                Decision(allowed=False, why=UNREADABLE)
                if thing is None
                else may_leave(by, actor, thing, consents[id_], standing, author.on)
            )
    if not partly and len(found) < len(set(files)):
        raise NotGrantedError("no such file on this desk")
    return {f: found[f] for f in dict.fromkeys(files) if f in found}


def went_out(file_id: str, member: str) -> list[WentOut]:
    """What of a file has left, the last first. Raises `NotGrantedError`."""
    secrets = secrets_of(file_id, member).get(ACCOUNT, [])
    return [
        WentOut(row, "" if row.to is None else open_with_any(row.to, secrets).decode())
        for row in store.leavings(file_id)
    ]


def _by_standing(by: Exporter, files: Sequence[str], author: Author) -> dict[str, list[FileRow]]:
    """The files by how the audience stands today, by the pack of each."""
    standings: dict[str, str] = {}
    found: dict[str, list[FileRow]] = {}
    for row in store_files.files(files):
        if row.jurisdiction not in standings:
            standings[row.jurisdiction] = standing_of(pack_of(row.jurisdiction), by.audience, author.on)
        found.setdefault(standings[row.jurisdiction], []).append(row)
    return found


def _thing(line: Line, author: Author) -> Thing | None:
    """Whether the record holds what only an advocate may let out: by the docket's row where it holds, else
    assessed now. None where the case cannot be read: nobody knows what is in it.
    """
    if line.row is not None and not line.stale:
        if line.row.why == UNREADABLE:
            return None
        sealed = line.row.conduct or line.row.advocate_only
    else:
        try:
            _, told = assess_file(line.file.id, author.member, author.on)
        except BadInput:
            return None
        sealed = told.advocate_only or bool(told.advocate_because)
    return Thing(advocate_only=sealed, advocate=line.file.advocate or "")


def _actor(member: str) -> Actor:
    row = members.member(member)
    if row is None:
        raise StaysError("no-member")
    return Actor(row.id, Role(row.role), Standing(row.standing))


def _sealed(file_id: str, to: str, member: str) -> bytes | None:
    if not to:
        return None
    recipients = [k.recipient for k in store_files.keys(file_id, member) if k.ring == ACCOUNT]
    return seal(to.encode(), recipients[-1:])
