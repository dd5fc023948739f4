"""Enquiries as the inbox needs them, and the group's own texts of answers: rows, nothing opened or judged."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from raport.adapters.store.files import row_of
from raport.adapters.store.models import (
    Advised,
    Docket,
    Exhibit,
    File,
    Grant,
    Key,
    Piece,
    Promise,
    SearchDoc,
    Setting,
    WorkingCopy,
)
from raport.adapters.store.rows import FileRow

KIND = "enquiry"

_ANSWERS = "answers"


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A text that the group answers with. `id` stays the same when the text is changed."""

    id: str
    title: str
    text: str
    version: int = 1  # grows with each change
    provisions: tuple[str, ...] = ()  # what it rests on
    jurisdiction: str = ""  # whose provisions these are


def waiting(member: str) -> list[FileRow]:
    """The open enquiries that the member may open, the oldest first."""
    return [row_of(f) for f in _granted(member).filter(closed="").order_by("made", "number")]


def closed_last(member: str, most: int) -> list[FileRow]:
    """Enquiries that were closed and are not erased yet, the last touched first."""
    return [row_of(f) for f in _granted(member).exclude(closed="").order_by("-touched", "-number")[:most]]


def to_erase(on: date) -> list[str]:
    """Enquiries whose day of erasing has come and that nobody keeps."""
    rows = File.objects.filter(kind=KIND, keep=False, erase_on__lte=on)
    return list(rows.order_by("number").values_list("id", flat=True))


def joined_to(id_: str) -> str | None:
    """The case that an enquiry was joined to."""
    return File.objects.filter(id=id_).values_list("joined_to", flat=True).first()


def objects_of(file_id: str) -> list[str]:
    """Names of the sealed objects of a file: originals and working copies."""
    originals = Exhibit.objects.filter(file_id=file_id).values_list("id", flat=True)
    copies = WorkingCopy.objects.filter(exhibit__file_id=file_id).values_list("id", flat=True)
    return [*originals, *copies]


def empty(file_id: str) -> None:
    """Take all that is in a file away, its keys too; its number and what became of it stay."""
    for model in (SearchDoc, Advised, Exhibit, Piece, Promise, Docket, Key):
        model.objects.filter(file_id=file_id).delete()
    File.objects.filter(id=file_id).update(rank=None, due=None)


def settle() -> None:
    """Bring the write-ahead log into the database and empty it: pages as they were before are gone."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def answers() -> list[AnswerRow]:
    """The group's texts, in their order."""
    found = Setting.objects.filter(name=_ANSWERS).values_list("value", flat=True).first() or []
    return [AnswerRow(**{**a, "provisions": tuple(a.get("provisions", ()))}) for a in found]


def set_answers(rows: Sequence[AnswerRow]) -> None:
    """These in place of those before."""
    value = [asdict(a) for a in rows]
    Setting.objects.update_or_create(name=_ANSWERS, defaults={"value": value})


def _granted(member: str) -> QuerySet[File]:
    granted = Grant.objects.filter(key__file=OuterRef("pk"), member_id=member)
    return File.objects.filter(Exists(granted), kind=KIND)
