"""Files (enquiries, cases, matters), their keys and their pieces: rows in and out, nothing opened or
judged.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import batched

from django.db.models import Max, Q

from raport.adapters.store.models import File, Grant, Key, Piece
from raport.adapters.store.rows import FileRow, PieceRow


@dataclass(frozen=True, slots=True)
class KeyRow:
    """The newest key of one ring of a file, and the caller's grant of it (None where he has none)."""

    ring: int
    recipient: str
    grant: bytes | None


def add_file(
    kind: str, jurisdiction: str, *, status: str, member: str | None, at: datetime, on: date, sender: str = ""
) -> FileRow:
    """A new file with the next number."""
    number = (File.objects.aggregate(n=Max("number"))["n"] or 0) + 1
    return row_of(
        File.objects.create(
            number=number,
            kind=kind,
            jurisdiction=jurisdiction,
            made=at,
            touched=at,
            member_id=member,
            status=status,
            status_since=on,
            sender=sender,
        )
    )


def file(id_: str) -> FileRow | None:
    """One file."""
    found = File.objects.filter(id=id_).first()
    return None if found is None else row_of(found)


def files(ids: Iterable[str]) -> list[FileRow]:
    """Those of the files that there are, by their numbers."""
    return [
        row_of(f) for many in batched(ids, 5000) for f in File.objects.filter(id__in=many).order_by("number")
    ]


def change_file(id_: str, **values: object) -> None:
    """Set columns of a file: status, member, closed, colour, keep ..."""
    File.objects.filter(id=id_).update(**values)


def add_key(
    file_id: str, ring: int, recipient: str, grants: Iterable[tuple[str | None, bytes]], at: datetime
) -> None:
    """A new key of a ring, with its grants: (member, or None for the recovery sheet; the sealed secret)."""
    key = Key.objects.create(file_id=file_id, ring=ring, recipient=recipient, made=at)
    Grant.objects.bulk_create(Grant(key=key, member_id=m, sealed=s, made=at) for m, s in grants)


def keys(file_id: str, member: str) -> list[KeyRow]:
    """Every key of the file, newest last, with the member's grants."""
    found = list(Key.objects.filter(file_id=file_id).order_by("made", "id"))
    # By the ids of the keys: joined, SQLite goes through every grant that the member has
    of_these = Grant.objects.filter(key_id__in=[k.id for k in found], member_id=member)
    grants = {id_: bytes(sealed) for id_, sealed in of_these.values_list("key_id", "sealed")}
    return [KeyRow(k.ring, k.recipient, grants.get(k.id)) for k in found]


def append(file_id: str, rows: Sequence[PieceRow], at: datetime) -> int:
    """Add pieces at the end; their `seq` is given here, the first of them returned."""
    last = Piece.objects.filter(file_id=file_id).aggregate(n=Max("seq"))["n"] or 0
    Piece.objects.bulk_create(
        Piece(
            file_id=file_id,
            seq=last + n,
            ring=r.ring,
            table=r.table,
            name=r.name,
            value=r.value,
            sealed=r.sealed,
            at=r.at,
            by_id=r.by,
        )
        for n, r in enumerate(rows, 1)
    )
    File.objects.filter(id=file_id).update(touched=at)
    return int(last) + 1


def pieces(file_id: str) -> list[PieceRow]:
    """Every piece of a file in the order of adding."""
    return [_piece(p) for p in Piece.objects.filter(file_id=file_id).order_by("seq")]


def pieces_at(places: Mapping[str, Sequence[int]]) -> dict[tuple[str, int], PieceRow]:
    """The pieces at these places of these files, by file and place."""
    wanted = Q()
    for file_id, seqs in places.items():
        wanted |= Q(file_id=file_id, seq__in=list(seqs))
    if not wanted:
        return {}
    return {(p.file_id, p.seq): _piece(p) for p in Piece.objects.filter(wanted)}


def erase_file(id_: str) -> None:
    """The file with all that hangs on it, its keys and grants too: what was sealed to them opens no more."""
    File.objects.filter(id=id_).delete()


def _piece(p: Piece) -> PieceRow:
    sealed = None if p.sealed is None else bytes(p.sealed)
    return PieceRow(p.seq, p.ring, p.table, p.name, p.value, sealed, p.at, p.by_id)


def row_of(f: File) -> FileRow:
    """A file's row."""
    return FileRow(
        id=f.id,
        number=f.number,
        kind=f.kind,
        jurisdiction=f.jurisdiction,
        made=f.made,
        touched=f.touched,
        member=f.member_id,
        advocate=f.advocate_id,
        status=f.status,
        status_since=f.status_since,
        closed=f.closed,
        sender=f.sender,
        colour=f.colour,
        keep=f.keep,
        erase_on=f.erase_on,
    )


def jurisdictions() -> list[str]:
    """The jurisdictions of the files of this vault."""
    return list(File.objects.values_list("jurisdiction", flat=True).distinct())
