"""Promises as they are kept: their words sealed; how much lies on each member."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from raport.adapters.store.models import File, Member, Promise


@dataclass(frozen=True, slots=True)
class PromiseRow:
    """A promise with the number of its case; `words` sealed to ring 2 of the case."""

    id: int
    file: str
    number: int
    member: str
    due: date
    words: bytes
    made: datetime
    kept: datetime | None
    dropped: datetime | None


@dataclass(frozen=True, slots=True)
class Load:
    """What lies on one member (`member` is None: on nobody): open cases, promises, enquiries."""

    member: str | None
    cases: int
    promises: int
    overdue: int
    enquiries: int


def add_promise(file_id: str, member: str, due: date, words: bytes, at: datetime) -> int:
    """A new open promise; its id."""
    return int(Promise.objects.create(file_id=file_id, member_id=member, due=due, words=words, made=at).pk)


def end_promise(id_: int, file_id: str, *, kept: datetime | None, dropped: datetime | None) -> bool:
    """Say that an open promise of this case was kept or dropped; whether there was such a one."""
    open_ = Promise.objects.filter(id=id_, file_id=file_id, kept=None, dropped=None)
    return bool(open_.update(kept=kept, dropped=dropped))


def promises_of(file_id: str) -> list[PromiseRow]:
    """Every promise of a case, the open ones first, by day."""
    rows = _rows(Promise.objects.filter(file_id=file_id))
    return sorted(rows, key=lambda p: (p.kept is not None or p.dropped is not None, p.due, p.id))


def promises(ids: Iterable[int]) -> list[PromiseRow]:
    """These promises, of whatever cases."""
    return _rows(Promise.objects.filter(id__in=list(ids)))


def open_promises(*, member: str = "", by: date | None = None) -> list[PromiseRow]:
    """Open promises by day: of one member, or due by a day, where asked."""
    found = Promise.objects.filter(kept=None, dropped=None)
    if member:
        found = found.filter(member_id=member)
    if by is not None:
        found = found.filter(due__lte=by)
    return _rows(found)


def loads(today: date) -> list[Load]:
    """What lies on each member who was not removed, then on nobody."""
    cases = _count(File.objects.exclude(kind="enquiry").filter(closed=""), "member_id")
    enquiries = _count(File.objects.filter(kind="enquiry", closed=""), "member_id")
    promises = {
        m: (n, late)
        for m, n, late in Promise.objects.filter(kept=None, dropped=None)
        .order_by()
        .values_list("member_id")
        .annotate(n=Count("id"), late=Count("id", filter=Q(due__lt=today)))
    }
    ids: Sequence[str | None] = [
        *Member.objects.filter(removed=None).order_by("made", "id").values_list("id", flat=True),
        None,
    ]
    return [
        Load(
            m,
            cases.get(m, 0),
            promises.get(m, (0, 0))[0] if m else 0,
            promises.get(m, (0, 0))[1] if m else 0,
            enquiries.get(m, 0),
        )
        for m in ids
    ]


def _count(files: QuerySet[File], by: str) -> dict[str | None, int]:
    return dict(files.order_by().values_list(by).annotate(n=Count("id")))


def _rows(found: QuerySet[Promise]) -> list[PromiseRow]:
    columns = ("id", "file_id", "file__number", "member_id", "due", "words", "made", "kept", "dropped")
    return [
        PromiseRow(i, f, n, m, d, bytes(w), made, kept, dropped)
        for i, f, n, m, d, w, made, kept, dropped in found.order_by("due", "id").values_list(*columns)
    ]
