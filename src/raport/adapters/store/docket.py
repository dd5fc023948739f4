"""The docket's rows as they are kept: put, listed with their files, read for many cases at once.

No query here is made once per case: a page of the docket is four queries whatever it shows.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date
from typing import Any

from django.db import connection
from django.db.models import Count, Max, Q, QuerySet

from raport.adapters.store.files import KeyRow
from raport.adapters.store.models import Docket, File, Grant, Key, Piece
from raport.adapters.store.rows import FileRow, PieceRow

ENQUIRY = "enquiry"

_NO_DAY = date.max
"""The last day of a row that has none: it stands after those that have one."""


@dataclass(frozen=True, slots=True)
class DocketRow:
    """A row as it is kept: sealed but for where it stands in a list."""

    file: str
    on: date
    valid_until: date
    law: str
    seq: int
    sealed: bytes
    rank: int
    due: date | None


@dataclass(frozen=True, slots=True)
class Listed:
    """A case of the list and its row, if one is kept."""

    file: FileRow
    row: DocketRow | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases. Empty words want every one; `member`: an id, or `-` for cases of nobody.

    `closed` wants those that were closed, for this reason or (`*`) for any.
    """

    member: str = ""
    status: str = ""
    closed: str = ""
    rank: int | None = None
    jurisdiction: str = ""
    due_by: date | None = None
    numbers: frozenset[int] = field(default_factory=frozenset)


def put(rows: Iterable[DocketRow]) -> None:
    """Keep rows in place of those before."""
    kept = list(rows)
    Docket.objects.bulk_create(
        [
            Docket(file_id=r.file, on=r.on, valid_until=r.valid_until, law=r.law, seq=r.seq, sealed=r.sealed)
            for r in kept
        ],
        update_conflicts=True,
        unique_fields=["file"],
        update_fields=["on", "valid_until", "law", "seq", "sealed"],
    )
    with connection.cursor() as cursor:
        cursor.executemany(
            "UPDATE store_file SET rank = %s, due = %s WHERE id = %s",
            [(r.rank, r.due or _NO_DAY, r.file) for r in kept],
        )


def page(wanted: Wanted, member: str, first: int, count: int) -> list[Listed]:
    """Some of the cases that this member may open: those without a row first, then by rank and last day."""
    where, values = _where(wanted, member)
    order = "ORDER BY f.rank, f.due, f.number LIMIT %s OFFSET %s"
    with connection.cursor() as cursor:
        cursor.execute(f"{_LISTED} WHERE {where} {order}", [*values, count, first])
        return [_listed(*row) for row in cursor.fetchall()]


def count(wanted: Wanted, member: str) -> Counter[int]:
    """How many cases of each rank; -1 for those that have no row yet."""
    where, values = _where(wanted, member)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT f.rank, count(*) FROM store_file f WHERE {where} GROUP BY f.rank",  # noqa: S608 - our own words; what was chosen is a parameter
            values,
        )
        return Counter({-1 if rank is None else rank: n for rank, n in cursor.fetchall()})


def rows(files: Iterable[str]) -> dict[str, DocketRow]:
    """The rows of these cases, by case."""
    found = Docket.objects.filter(file_id__in=list(files)).select_related("file")
    return {d.file_id: _row(d, d.file) for d in found}


def stale(today: date, laws: Mapping[str, str]) -> list[str]:
    """Open cases without a row that holds today under the law of today, the gravest first."""
    held = Q(docket__on__lte=today, docket__valid_until__gte=today)
    by_law = Q(pk__in=[])
    for jurisdiction, stamp in laws.items():
        by_law |= Q(jurisdiction=jurisdiction, docket__law=stamp)
    return list(_open().exclude(held & by_law).order_by("rank", "number").values_list("id", flat=True))


def open_cases() -> list[str]:
    """Every case and matter that is not closed, by number."""
    return list(_open().order_by("number").values_list("id", flat=True))


def pieces_of(files: Sequence[str]) -> dict[str, list[PieceRow]]:
    """Every piece of several files, in the order of adding."""
    found: dict[str, list[PieceRow]] = {f: [] for f in files}
    columns = ("file_id", "seq", "ring", "table", "name", "value", "sealed", "at", "by_id")
    for file_id, *rest, sealed, at, by in (
        Piece.objects.filter(file_id__in=files).order_by("file_id", "seq").values_list(*columns)
    ):
        seq, ring, table, name, value = rest
        found[file_id].append(
            PieceRow(seq, ring, table, name, value, None if sealed is None else bytes(sealed), at, by)
        )
    return found


def last_seqs(files: Sequence[str]) -> dict[str, int]:
    """How far each file has come: the number of its last piece."""
    return dict(
        Piece.objects.filter(file_id__in=files).order_by().values_list("file_id").annotate(n=Max("seq"))
    )


def keys_of(files: Sequence[str], member: str, ring: int | None = None) -> dict[str, list[KeyRow]]:
    """The keys of several files (of one ring, where asked), newest last, with this member's grants."""
    keys = Key.objects.filter(file_id__in=files)
    if ring is not None:
        keys = keys.filter(ring=ring)
    grants = dict(
        Grant.objects.filter(key__in=keys.values("id"), member_id=member).values_list("key_id", "sealed")
    )
    found: dict[str, list[KeyRow]] = {f: [] for f in files}
    for id_, file_id, of_ring, recipient in keys.order_by("made", "id").values_list(
        "id", "file_id", "ring", "recipient"
    ):
        grant = grants.get(id_)
        found[file_id].append(KeyRow(of_ring, recipient, None if grant is None else bytes(grant)))
    return found


def enquiries(urgent: str) -> tuple[int, int]:
    """How many open enquiries there are, and how many of this colour."""
    found = File.objects.filter(kind=ENQUIRY, closed="").aggregate(
        n=Count("id"), urgent=Count("id", filter=Q(colour=urgent))
    )
    return found["n"], found["urgent"]


def _open() -> QuerySet[File]:
    return File.objects.exclude(kind=ENQUIRY).filter(closed="")


# The list is what is looked at most, and making its two queries by the ORM costs more than running them.
_LISTED = """SELECT f.id, f.number, f.kind, f.jurisdiction, f.made, f.touched, f.member_id, f.advocate_id,
    f.status, f.status_since, f.closed, f.sender, f.colour, f.keep, f.erase_on, f.rank, f.due,
    d."on", d.valid_until, d.law, d.seq, d.sealed
    FROM store_file f LEFT JOIN store_docket d ON d.file_id = f.id"""
_GRANTED = """EXISTS (SELECT 1 FROM store_key k JOIN store_grant g ON g.key_id = k.id
    WHERE k.file_id = f.id AND g.member_id = %s)"""


def _where(wanted: Wanted, member: str) -> tuple[str, list[str | int | date]]:
    """The condition that a case is wanted and granted, and the values in it."""
    parts: list[tuple[str, Sequence[str | int | date]]] = [
        ("f.kind <> %s", [ENQUIRY]),
        ("f.closed <> ''", []) if wanted.closed == "*" else ("f.closed = %s", [wanted.closed]),
    ]
    if wanted.member == "-":
        parts.append(("f.member_id IS NULL", []))
    elif wanted.member:
        parts.append(("f.member_id = %s", [wanted.member]))
    if wanted.status:
        parts.append(("f.status = %s", [wanted.status]))
    if wanted.jurisdiction:
        parts.append(("f.jurisdiction = %s", [wanted.jurisdiction]))
    if wanted.rank is not None:
        parts.append(("f.rank = %s", [wanted.rank]))
    if wanted.due_by is not None:
        parts.append(("f.due <= %s", [wanted.due_by]))
    if wanted.numbers:
        numbers = sorted(wanted.numbers)
        parts.append((f"f.number IN ({', '.join('%s' for _ in numbers)})", numbers))
    parts.append((_GRANTED, [member]))
    return " AND ".join(sql for sql, _ in parts), [v for _, values in parts for v in values]


def _listed(*columns: Any) -> Listed:
    """A row of `_LISTED`."""
    id_, number, kind, jurisdiction, made, touched, *rest = columns
    made, touched = made.replace(tzinfo=UTC), touched.replace(tzinfo=UTC)
    file = FileRow(id_, number, kind, jurisdiction, made, touched, *rest[:9])
    rank, due, on, valid_until, law, seq, sealed = rest[9:]
    if on is None:
        return Listed(file, None)
    last = None if due == _NO_DAY else due
    return Listed(file, DocketRow(id_, on, valid_until, law, seq, sealed, rank, last))


def _row(d: Docket, f: File) -> DocketRow:
    assert f.rank is not None
    due = None if f.due == _NO_DAY else f.due
    return DocketRow(f.id, d.on, d.valid_until, d.law, d.seq, bytes(d.sealed), f.rank, due)
