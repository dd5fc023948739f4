"""Who is on duty when, what one member handed to another, and what a member keeps for himself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef

from raport.adapters.store.models import Duty, File, Grant, HandOver, Kept, Promise


@dataclass(frozen=True, slots=True)
class DutyRow:
    """Someone's days of duty, both counted."""

    id: int
    member: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class HandOverRow:
    """One act of handing over: which cases and promises it moved."""

    id: int
    giver: str
    taker: str
    by: str
    made: datetime
    files: tuple[str, ...]
    promises: tuple[int, ...]
    undone: datetime | None


def add_duty(member: str, first: date, last: date) -> None:
    """New days of duty."""
    Duty.objects.create(member_id=member, first=first, last=last)


def remove_duty(id_: int) -> bool:
    """Take days of duty away; whether there were such."""
    return bool(Duty.objects.filter(id=id_).delete()[0])


def duties(since: date) -> list[DutyRow]:
    """The rota from a day on, in the order of days."""
    found = Duty.objects.filter(last__gte=since).order_by("first", "id")
    return [DutyRow(d.id, d.member_id, d.first, d.last) for d in found]


def on_duty(day: date) -> list[str]:
    """Ids of the members who are on duty on a day."""
    found = Duty.objects.filter(first__lte=day, last__gte=day, member__removed=None)
    return list(found.order_by("first", "id").values_list("member_id", flat=True))


def held_by(member: str, taker: str) -> tuple[list[str], list[int]]:
    """A member's open files (enquiries too) and open promises, as far as the taker was granted their keys."""
    granted = Grant.objects.filter(key__file=OuterRef("pk"), member_id=taker)
    files = File.objects.filter(Exists(granted), member_id=member, closed="").order_by("number")
    of_file = Grant.objects.filter(key__file=OuterRef("file"), member_id=taker)
    promises = Promise.objects.filter(Exists(of_file), member_id=member, kept=None, dropped=None)
    promises = promises.order_by("due", "id")
    return list(files.values_list("id", flat=True)), list(promises.values_list("id", flat=True))


def give_files(ids: Iterable[str], *, of: str, to: str) -> None:
    """Files of one member that are open become another's."""
    File.objects.filter(id__in=list(ids), member_id=of, closed="").update(member_id=to)


def give_promises(ids: Iterable[int], *, of: str, to: str) -> None:
    """Open promises of one member become another's."""
    Promise.objects.filter(id__in=list(ids), member_id=of, kept=None, dropped=None).update(member_id=to)


def add_hand_over(
    giver: str, taker: str, by: str, at: datetime, files: list[str], promises: list[int]
) -> int:
    """Keep what was handed over; its id."""
    made = HandOver.objects.create(
        giver_id=giver, taker_id=taker, by_id=by, made=at, files=files, promises=promises
    )
    return int(made.pk)


def hand_over(id_: int) -> HandOverRow | None:
    """One act of handing over."""
    found = HandOver.objects.filter(id=id_).first()
    return None if found is None else _row(found)


def hand_overs(count: int) -> list[HandOverRow]:
    """The last of them, newest first."""
    return [_row(h) for h in HandOver.objects.order_by("-made", "-id")[:count]]


def mark_undone(id_: int, at: datetime) -> bool:
    """Say that it was taken back; whether it had not been yet."""
    return bool(HandOver.objects.filter(id=id_, undone=None).update(undone=at))


def keep(member: str, kind: str, name: str, value: Mapping[str, object]) -> None:
    """Keep something of a member's under a name, in place of what had it."""
    Kept.objects.update_or_create(member_id=member, kind=kind, name=name, defaults={"value": value})


def kept(member: str, kind: str) -> dict[str, Mapping[str, object]]:
    """What a member keeps of a kind, by name."""
    found = Kept.objects.filter(member_id=member, kind=kind).order_by("name")
    return dict(found.values_list("name", "value"))


def drop_kept(member: str, kind: str, name: str) -> bool:
    """Keep it no longer; whether it was kept."""
    return bool(Kept.objects.filter(member_id=member, kind=kind, name=name).delete()[0])


def _row(h: HandOver) -> HandOverRow:
    return HandOverRow(
        h.id, h.giver_id, h.taker_id, h.by_id, h.made, tuple(h.files), tuple(h.promises), h.undone
    )
