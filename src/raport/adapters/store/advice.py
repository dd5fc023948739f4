"""The index of advice: on what bases advice was given, and which files hold it. Nothing is opened here."""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from raport.adapters.store.files import row_of
from raport.adapters.store.models import AdviceBasis, Advised, File, Setting
from raport.adapters.store.rows import FileRow

_KEY, _TEXTS = "advice-key", "advice-texts"


@dataclass(frozen=True, slots=True)
class BasisRow:
    """What some advice rested on."""

    token: str
    jurisdiction: str
    answer: str
    version: int
    states: Mapping[str, Mapping[str, object]]
    unsayable: bool


@dataclass(frozen=True, slots=True)
class AdvisedRow:
    """One piece of advice that a file holds."""

    id: str
    file: str
    basis: str
    on: date
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class HolderRow:
    """A file that holds advice on some of the bases asked for: which, and since when."""

    file: FileRow
    bases: frozenset[str]
    since: date


@dataclass(frozen=True, slots=True)
class TextRow:
    """What a text was last found to rest on: in which version, by which states."""

    version: int
    states: Mapping[str, Mapping[str, object]]
    on: str
    by: str


def key() -> bytes:
    """The key of the tokens, made when it is first asked for."""
    made, _ = Setting.objects.get_or_create(name=_KEY, defaults={"value": secrets.token_hex(32)})
    return bytes.fromhex(str(made.value))


def put_basis(row: BasisRow) -> None:
    """Keep a basis; one that is kept already stays."""
    AdviceBasis.objects.get_or_create(
        token=row.token,
        defaults={
            "jurisdiction": row.jurisdiction,
            "answer": row.answer,
            "version": row.version,
            "states": row.states,
            "unsayable": row.unsayable,
        },
    )


def bases() -> list[BasisRow]:
    """Every basis on which somebody was advised."""
    columns = ("token", "jurisdiction", "answer", "version", "states", "unsayable")
    return [BasisRow(*values) for values in AdviceBasis.objects.values_list(*columns)]


def put(row: AdvisedRow) -> None:
    """A file holds one more piece of advice."""
    Advised.objects.create(id=row.id, file_id=row.file, basis=row.basis, on=row.on)


def of_file(file_id: str) -> list[AdvisedRow]:
    """What a file holds, ended or not, the oldest first."""
    columns = ("id", "file_id", "basis", "on", "ended")
    found = Advised.objects.filter(file_id=file_id).order_by("on", "id").values_list(*columns)
    return [AdvisedRow(*values) for values in found]


def end(ids: Iterable[str], on: date) -> None:
    """These are held no more."""
    Advised.objects.filter(id__in=list(ids)).update(ended=on)


def move(file_id: str, to: str) -> None:
    """What one file holds, another holds from now on."""
    Advised.objects.filter(file_id=file_id).update(file_id=to)


def holders(tokens: Sequence[str], member: str, first: int, count: int) -> list[HolderRow]:
    """Those of the files this member may open that hold advice on such a basis, the most endangered first."""
    if not tokens:
        return []
    sql = f"""SELECT f.id, group_concat(DISTINCT a.basis), min(a."on") {_HELD} GROUP BY f.id
        ORDER BY {_URGENCY}, f.due IS NULL, f.due, min(a."on"), f.number LIMIT %s OFFSET %s"""
    with connection.cursor() as cursor:
        cursor.execute(sql.format(marks=_marks(tokens)), [*tokens, member, count, first])
        found: list[tuple[str, str, Any]] = cursor.fetchall()
    files = {f.id: row_of(f) for f in File.objects.filter(id__in=[id_ for id_, _, _ in found])}
    return [HolderRow(files[id_], frozenset(held.split(",")), _day(since)) for id_, held, since in found]


def count_holders(tokens: Sequence[str], member: str) -> int:
    """How many such files there are."""
    if not tokens:
        return 0
    with connection.cursor() as cursor:
        sql = f"SELECT count(DISTINCT a.file_id) {_HELD}"
        cursor.execute(sql.format(marks=_marks(tokens)), [*tokens, member])
        (n,) = cursor.fetchone()
        return int(n)


def texts() -> dict[str, TextRow]:
    """What each text was last found to rest on, by its id."""
    found = Setting.objects.filter(name=_TEXTS).values_list("value", flat=True).first() or {}
    return {id_: TextRow(t["version"], t["states"], t["on"], t["by"]) for id_, t in found.items()}


def set_text(id_: str, row: TextRow) -> None:
    """This in place of what was kept of a text before."""
    kept = Setting.objects.filter(name=_TEXTS).values_list("value", flat=True).first() or {}
    kept[id_] = {"version": row.version, "states": row.states, "on": row.on, "by": row.by}
    Setting.objects.update_or_create(name=_TEXTS, defaults={"value": kept})


# A case by its rank in the docket, one without a row first; an enquiry by its colour; what is closed last
_URGENCY = """CASE
    WHEN f.kind = 'enquiry' THEN CASE f.colour WHEN 'red' THEN 0 WHEN 'amber' THEN 2 ELSE 5 END
    WHEN f.closed <> '' THEN 6
    ELSE coalesce(f.rank, -1) END"""
_HELD = """FROM store_advised a JOIN store_file f ON f.id = a.file_id
    WHERE a.basis IN ({marks}) AND a.ended IS NULL
    AND EXISTS (SELECT 1 FROM store_key k JOIN store_grant g ON g.key_id = k.id
        WHERE k.file_id = f.id AND g.member_id = %s)"""


def _marks(values: Sequence[str]) -> str:
    return ", ".join("%s" for _ in values)


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))
