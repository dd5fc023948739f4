"""The group's own Word templates as they are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from raport.adapters.store.models import LetterTemplate


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template without its bytes. `sha256`: of the file as it came; `taken`: what was taken out of it."""

    id: str
    name: str
    sha256: str
    size: int
    mapped: Mapping[str, str]
    taken: tuple[str, ...]
    made: datetime
    by: str | None


_COLUMNS = ("id", "name", "sha256", "size", "mapped", "taken", "made", "by_id")


def templates() -> list[TemplateRow]:
    """All of them, by name."""
    return [
        _row(*values) for values in LetterTemplate.objects.order_by("name", "made").values_list(*_COLUMNS)
    ]


def template(id_: str) -> TemplateRow | None:
    """One of them."""
    values = LetterTemplate.objects.filter(id=id_).values_list(*_COLUMNS).first()
    return None if values is None else _row(*values)


def template_data(id_: str) -> bytes | None:
    """Its bytes: what of the file is kept."""
    data = LetterTemplate.objects.filter(id=id_).values_list("data", flat=True).first()
    return None if data is None else bytes(data)


def add_template(name: str, data: bytes, sha256: str, taken: tuple[str, ...], by: str, at: datetime) -> str:
    """A new one; its id."""
    row = LetterTemplate.objects.create(
        name=name, data=data, size=len(data), sha256=sha256, taken=list(taken), by_id=by, made=at
    )
    return row.id


def name_template(id_: str, name: str) -> bool:
    """Another name for it; whether it is there."""
    return bool(LetterTemplate.objects.filter(id=id_).update(name=name))


def map_fields(id_: str, mapped: Mapping[str, str]) -> bool:
    """What unknown names in it mean; whether it is there."""
    return bool(LetterTemplate.objects.filter(id=id_).update(mapped=dict(mapped)))


def remove_template(id_: str) -> bool:
    """Take it away; whether it was there."""
    return bool(LetterTemplate.objects.filter(id=id_).delete()[0])


def _row(
    id_: str,
    name: str,
    sha256: str,
    size: int,
    mapped: Mapping[str, str],
    taken: list[str],
    made: datetime,
    by: str | None,
) -> TemplateRow:
    return TemplateRow(id_, name, sha256, size, mapped, tuple(taken), made, by)
