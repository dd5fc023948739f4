"""Files of the vault: made with their keys, added to, read back as case files.

Ring 3 stands open in the (sealed) database; rings 1 and 2 are sealed to the file's own keys before they are
stored. A key is granted to each member who may open the file, and to the recovery of the vault by way of the
members' own keys, which lie in it.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from raport.access import Action, Actor, Role, Standing, may
from raport.adapters.keys import new_pair, open_sealed, seal
from raport.adapters.store import files as store
from raport.adapters.store import members, opened
from raport.adapters.store.files import KeyRow
from raport.adapters.store.rows import FileRow, MemberRow, PieceRow
from raport.app import search_index
from raport.casefile import CaseFile, Piece, join, read_case
from raport.casefile.pieces import ACCOUNT, IDENTITY, RECORD
from raport.documents import Document
from raport.errors import RaportError
from raport.law import Pack

NEW = "new"


class NotGrantedError(RaportError):
    """This member was not given the key of this file: as if the file were not there."""


@dataclass(frozen=True, slots=True)
class Added:
    """A piece with when it was added and by whom."""

    piece: Piece
    seq: int
    at: datetime
    by: str | None


@dataclass(frozen=True, slots=True)
class Author:
    """Who does something, and when: a member's id, the moment (UTC), the local day."""

    member: str
    at: datetime
    on: date


@transaction.atomic
def new_file(kind: str, jurisdiction: str, author: Author, *, sender: str = "", status: str = NEW) -> FileRow:
    """A file with fresh keys for rings 1 and 2, granted to each member whose role reads files."""
    row = store.add_file(
        kind, jurisdiction, status=status, member=author.member, at=author.at, on=author.on, sender=sender
    )
    for ring in (IDENTITY, ACCOUNT):
        pair = new_pair()
        secret = pair.secret.encode()
        grants = [(m.id, seal(secret, [m.recipient])) for m in members.members() if _reads(m)]
        store.add_key(row.id, ring, pair.recipient, grants, author.at)
        if any(member == author.member for member, _ in grants):
            opened.remember(pair.recipient, pair.secret)  # he was granted it: it need not be opened first
    head = {"raport": 1, "matter" if kind == "matter" else "case": name_of(row), "jurisdiction": jurisdiction}
    add(row.id, [Piece("head", key, RECORD, value) for key, value in head.items()], author)
    return row


def name_of(row: FileRow) -> str:
    """What a file is called on the desk and in its case file: its number, nothing of the person."""
    return f"k{row.number}"


@transaction.atomic
def add(file_id: str, pieces: Iterable[Piece], author: Author) -> None:
    """Add pieces as they are. Whoever adds to a case file uses `record_case.record`, which reads it first."""
    pieces = list(pieces)
    keys = store.keys(file_id, author.member)
    recipients = {k.ring: k.recipient for k in keys}
    rows = [_sealed(p, recipients, author) for p in pieces]
    first = store.append(file_id, rows, author.at)
    row = store.file(file_id)
    assert row is not None
    search_index.put(file_id, row.jurisdiction, pieces, first)
    taken = [p for p in pieces if p.value is None]
    if taken:
        _take_back(file_id, taken, secrets_from(keys, author.member))


def history(file_id: str, member: str) -> list[Added]:
    """All that was ever added, in order, opened. Raises `NotGrantedError`."""
    rows = store.pieces(file_id)
    opened_ = opened_pieces(rows, secrets_of(file_id, member))
    return [Added(piece, r.seq, r.at, r.by) for r, piece in zip(rows, opened_, strict=True)]


def tree_of(added: Iterable[Added]) -> dict[str, object]:
    """The case file's tree as it stands."""
    return join(a.piece for a in added)


def read_tree(tree: dict[str, object], pack: Pack) -> CaseFile:
    """The tree as a case file, by the pack's words. Raises `BadInput` with every mistake."""
    return read_case(Document("case", tree), pack)


def secrets_of(file_id: str, member: str) -> dict[int, list[str]]:
    """The secret halves of a file's keys by ring, newest first. Raises `NotGrantedError`."""
    secrets = secrets_from(store.keys(file_id, member), member)
    if not secrets:
        raise NotGrantedError("no such file on this desk")
    return secrets


def secrets_from(keys: Iterable[KeyRow], member: str) -> dict[int, list[str]]:
    """The same from keys that were read already; empty where none of them was granted."""
    secrets: dict[int, list[str]] = {}
    for key in keys:
        if key.grant is None:
            continue  # also where another member of this desk has opened it
        secret = opened.remembered(key.recipient)
        if secret is None:
            secret = open_sealed(key.grant, _own(member)).decode()
            opened.remember(key.recipient, secret)
        secrets.setdefault(key.ring, []).insert(0, secret)
    return secrets


def _own(member: str) -> str:
    """A member's own key, asked of the database once while the vault is open."""
    secret = opened.remembered(member)
    if secret is None:
        secret = members.secret_of_member(member)
        opened.remember(member, secret)
    return secret


def opened_pieces(rows: Iterable[PieceRow], secrets: dict[int, list[str]]) -> list[Piece]:
    """Pieces as they were before they were sealed."""
    return [_opened(r, secrets) for r in rows]


def _take_back(file_id: str, taken: list[Piece], secrets: dict[int, list[str]]) -> None:
    """What is taken back leaves the index; a ring that was not granted cannot be looked into."""
    rows = [r for r in store.pieces(file_id) if r.ring == RECORD or r.ring in secrets]
    before = zip((r.seq for r in rows), opened_pieces(rows, secrets), strict=True)
    search_index.take_back(file_id, before, taken)


def me(member_id: str) -> MemberRow | None:
    """The member of a session, unless he was removed."""
    return members.member(member_id)


def _sealed(piece: Piece, recipients: dict[int, str], author: Author) -> PieceRow:
    if piece.ring == RECORD:
        return PieceRow(0, RECORD, piece.table, piece.name, piece.value, None, author.at, author.member)
    whole = json.dumps([piece.table, piece.name, piece.value], ensure_ascii=False).encode()
    return PieceRow(
        0, piece.ring, "", "", None, seal(whole, [recipients[piece.ring]]), author.at, author.member
    )


def _opened(row: PieceRow, secrets: dict[int, list[str]]) -> Piece:
    if row.ring == RECORD:
        return Piece(row.table, row.name, RECORD, row.value)
    assert row.sealed is not None
    table, name, value = json.loads(open_with_any(row.sealed, secrets.get(row.ring, ())))
    return Piece(table, name, row.ring, value)


def open_with_any(sealed: bytes, secrets: Sequence[str]) -> bytes:
    """What was sealed to one of these: an older piece to an older key. Raises `NotGrantedError`."""
    from raport.adapters.keys import NotOpenedError

    for secret in secrets:
        try:
            return open_sealed(sealed, secret)
        except NotOpenedError:
            continue
    raise NotGrantedError("this part of the file was not granted")


def _reads(row: MemberRow) -> bool:
    return may(Actor(row.id, Role(row.role), Standing(row.standing)), Action.READ).allowed
