"""Exhibits as they are kept, their working copies, and what was done with them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from raport.adapters.store.models import Custody, Exhibit, WorkingCopy, new_id

__all__ = ["new_id"]


@dataclass(frozen=True, slots=True)
class ExhibitRow:
    """An exhibit; `about` and `claims` are sealed to ring 2 of its file. Its id is its object's name."""

    id: str
    file: str
    name: str
    sha256: str
    size: int
    media: str
    doubt: str
    about: bytes
    claims: bytes | None
    graphic: bool
    stopped: bool
    trusted: tuple[str, ...]
    taken: datetime
    destroyed: datetime | None


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A working copy of one page; what was read of a paper has a `kind`, and may hold pages of other exhibits
    `also`.
    """

    id: str
    page: int
    pages: int
    media: str
    kind: str = ""
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CustodyRow:
    """One act, the member who did it, and for whom: a member's id or the name of an exporter."""

    act: str
    at: datetime
    by: str | None
    to: str


def add_exhibit(row: ExhibitRow) -> None:
    """A new exhibit."""
    Exhibit.objects.create(
        id=row.id,
        file_id=row.file,
        name=row.name,
        sha256=row.sha256,
        size=row.size,
        media=row.media,
        doubt=row.doubt,
        about=row.about,
        claims=row.claims,
        graphic=row.graphic,
        stopped=row.stopped,
        trusted=list(row.trusted),
        taken=row.taken,
        destroyed=row.destroyed,
    )


def exhibit(id_: str) -> ExhibitRow | None:
    """One exhibit."""
    found = Exhibit.objects.filter(id=id_).first()
    return None if found is None else _row(found)


def exhibits_at(ids: Iterable[str]) -> list[ExhibitRow]:
    """These exhibits, of whatever files."""
    return [_row(e) for e in Exhibit.objects.filter(id__in=list(ids))]


def exhibits(file_id: str) -> list[ExhibitRow]:
    """Those of a file in the order of taking in."""
    rows = [_row(e) for e in Exhibit.objects.filter(file_id=file_id)]
    return sorted(rows, key=lambda e: (e.taken, len(e.name), e.name))  # x9 before x10


def change_exhibit(id_: str, **values: object) -> None:
    """Set columns: stopped, trusted, graphic, claims, destroyed ..."""
    Exhibit.objects.filter(id=id_).update(**values)


def trust_instead(gone: str, here: set[str], heir: str) -> None:
    """Of stopped exhibits that somebody who goes was trusted with, and none of those who are here, another
    becomes the one who may open them.
    """
    for one in Exhibit.objects.filter(stopped=True):
        if gone in one.trusted and not here.intersection(one.trusted):
            Exhibit.objects.filter(id=one.id).update(trusted=[*one.trusted, heir])


def add_custody(exhibit_id: str, act: str, member: str, at: datetime, to: str = "") -> None:
    """One more act."""
    Custody.objects.create(exhibit_id=exhibit_id, act=act, by_id=member, at=at, to=to)


def custody(exhibit_id: str) -> list[CustodyRow]:
    """Every act, in order."""
    rows = Custody.objects.filter(exhibit_id=exhibit_id).order_by("id")
    return [CustodyRow(c.act, c.at, c.by_id, c.to) for c in rows]


def custodies(file_id: str) -> dict[str, list[CustodyRow]]:
    """Every act with each exhibit of a file, in order."""
    found: dict[str, list[CustodyRow]] = {}
    for c in Custody.objects.filter(exhibit__file_id=file_id).order_by("id"):
        found.setdefault(c.exhibit_id, []).append(CustodyRow(c.act, c.at, c.by_id, c.to))
    return found


def carry_custody(old: str, new: str, act: str) -> None:
    """The acts with an exhibit go on in a copy of it, whose own taking in is now called `act`."""
    before, (taken_in, *since) = custody(old), custody(new)
    Custody.objects.filter(exhibit_id=new).delete()
    for one in (*before, replace(taken_in, act=act), *since):
        Custody.objects.create(exhibit_id=new, act=one.act, by_id=one.by, at=one.at, to=one.to)


def last_act(exhibit_id: str, act: str, member: str) -> datetime | None:
    """When this member last did this."""
    rows = Custody.objects.filter(exhibit_id=exhibit_id, act=act, by_id=member).order_by("-id")
    return rows.values_list("at", flat=True).first()


def add_copy(exhibit_id: str, row: CopyRow, at: datetime) -> bool:
    """Keep a working copy; False where another made the same page at the same time."""
    kept = {"id": row.id, "pages": row.pages, "media": row.media, "also": list(row.also), "made": at}
    _, made = WorkingCopy.objects.get_or_create(
        exhibit_id=exhibit_id, kind=row.kind, page=row.page, defaults=kept
    )
    return made


def copies(exhibit_id: str, kind: str = "") -> list[CopyRow]:
    """The working copies of an exhibit of one kind."""
    rows = WorkingCopy.objects.filter(exhibit_id=exhibit_id, kind=kind).order_by("page")
    return [CopyRow(c.id, c.page, c.pages, c.media, c.kind, tuple(c.also)) for c in rows]


def drop_copies(exhibit_id: str) -> list[str]:
    """Forget the working copies, also those of other exhibits that hold its pages; gives the names of their
    objects.
    """
    found = WorkingCopy.objects.filter(exhibit_id=exhibit_id).values_list("id", flat=True)
    read = WorkingCopy.objects.filter(exhibit__file__exhibits=exhibit_id).exclude(kind="")
    return _forget({*found, *(c.id for c in read if exhibit_id in c.also)})


def drop_read(exhibit_id: str) -> list[str]:
    """Forget what was read of an exhibit; gives the names of its objects."""
    found = WorkingCopy.objects.filter(exhibit_id=exhibit_id).exclude(kind="")
    return _forget(found.values_list("id", flat=True))


def _forget(ids: Iterable[str]) -> list[str]:
    gone = sorted(ids)
    WorkingCopy.objects.filter(id__in=gone).delete()
    return gone


def known_objects(names: Iterable[str]) -> tuple[set[str], set[str]]:
    """Which of these objects belong to something, and which to what was destroyed."""
    wanted = list(names)
    owned: set[str] = set()
    destroyed: set[str] = set()
    for n in range(0, len(wanted), 500):
        some = wanted[n : n + 500]
        for id_, gone in Exhibit.objects.filter(id__in=some).values_list("id", "destroyed"):
            (owned if gone is None else destroyed).add(id_)
        owned.update(WorkingCopy.objects.filter(id__in=some).values_list("id", flat=True))
    return owned, destroyed


def _row(e: Exhibit) -> ExhibitRow:
    return ExhibitRow(
        id=e.id,
        file=e.file_id,
        name=e.name,
        sha256=e.sha256,
        size=e.size,
        media=e.media,
        doubt=e.doubt,
        about=bytes(e.about),
        claims=None if e.claims is None else bytes(e.claims),
        graphic=e.graphic,
        stopped=e.stopped,
        trusted=tuple(e.trusted),
        taken=e.taken,
        destroyed=e.destroyed,
    )
