"""Consents, what was turned on, and what has left: rows in and out."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import batched

from raport.adapters.store.models import Consent, Leaving, Piece, TurnedOn

_AT_ONCE = 5000  # ids in one query


@dataclass(frozen=True, slots=True)
class ConsentRow:
    """One consent, as it was given."""

    id: int
    file: str
    use: str
    audience: str
    standing: str
    words: str
    by: str
    given: date
    withdrawn: date | None


@dataclass(frozen=True, slots=True)
class LeavingRow:
    """One thing that left; `to` sealed to ring 2 of its file."""

    file: str
    exporter: str
    at: datetime
    by: str
    to: bytes | None
    sha256: str
    size: int


def add_consent(
    file_id: str, *, use: str, audience: str, standing: str, words: str, by: str, given: date
) -> None:
    """A consent that was given."""
    Consent.objects.create(
        file_id=file_id, use=use, audience=audience, standing=standing, words=words, by=by, given=given
    )


def withdraw(file_id: str, use: str, audience: str, on: date) -> int:
    """End every open consent to this use by this audience; how many there were."""
    rows = Consent.objects.filter(file_id=file_id, use=use, audience=audience, withdrawn=None)
    return rows.update(withdrawn=on)


def consents(files: Sequence[str]) -> dict[str, list[ConsentRow]]:
    """The consents of files, in the order of giving."""
    found: defaultdict[str, list[ConsentRow]] = defaultdict(list)
    for ids in batched(files, _AT_ONCE):
        for c in Consent.objects.filter(file_id__in=ids).order_by("given", "id"):
            found[c.file_id].append(
                ConsentRow(
                    c.pk, c.file_id, c.use, c.audience, c.standing, c.words, c.by, c.given, c.withdrawn
                )
            )
    return dict(found)


def turn_on(file_id: str, audience: str, standing: str, member: str, at: datetime) -> None:
    """This member lets the file go there."""
    TurnedOn.objects.get_or_create(
        file_id=file_id, audience=audience, standing=standing, member_id=member, defaults={"at": at}
    )


def turn_off(file_id: str, audience: str) -> None:
    """Nobody lets it any more."""
    TurnedOn.objects.filter(file_id=file_id, audience=audience).delete()


def turned_on(files: Sequence[str], audience: str, standing: str) -> dict[str, frozenset[str]]:
    """Who lets each of the files go to an audience of this standing."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for ids in batched(files, _AT_ONCE):
        rows = TurnedOn.objects.filter(
            file_id__in=ids, audience=audience, standing=standing, member__removed=None
        )
        for file_id, member in rows.values_list("file_id", "member_id"):
            found[file_id].add(member)
    return {f: frozenset(m) for f, m in found.items()}


def deciders(files: Sequence[str], word: str) -> dict[str, frozenset[str]]:
    """Persons of each file who may do `word` for the applicant; rows of persons stand open in ring 3."""
    last: defaultdict[str, dict[str, object]] = defaultdict(dict)
    for ids in batched(files, _AT_ONCE):
        rows = Piece.objects.filter(file_id__in=ids, ring=3, table="person").order_by("seq")
        for file_id, name, value in rows.values_list("file_id", "name", "value"):
            last[file_id][name] = value
    return {
        f: frozenset(n for n, v in people.items() if isinstance(v, dict) and v.get("may") == word)
        for f, people in last.items()
    }


def note(rows: Iterable[LeavingRow]) -> None:
    """Write down what left."""
    Leaving.objects.bulk_create(
        Leaving(
            file_id=r.file,
            exporter=r.exporter,
            at=r.at,
            by_id=r.by,
            to=r.to,
            sha256=r.sha256,
            size=r.size,
        )
        for r in rows
    )


def leavings(file_id: str) -> list[LeavingRow]:
    """What of a file has left, the last first."""
    return [
        LeavingRow(
            file_id, r.exporter, r.at, r.by_id, None if r.to is None else bytes(r.to), r.sha256, r.size
        )
        for r in Leaving.objects.filter(file_id=file_id).order_by("-at", "-id")
    ]
