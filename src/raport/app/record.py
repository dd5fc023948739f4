"""Add to a case: what was filed, what came back, what happened, what he decided; a fact, a note, a person.

Nothing is overwritten. What would make the case file unreadable is refused whole, with every mistake, and
nothing
of it is kept.
"""

from collections.abc import Mapping, Sequence

from django.db import transaction

from raport.app.docket import refresh
from raport.app.files import Author, add, history, read_tree, tree_of
from raport.app.laws import pack_of
from raport.casefile import Piece, join, piece_named, piece_of_row
from raport.casefile.pieces import ACCOUNT, RECORD

_LETTER = {"event": "e", "filing": "f", "exhibit": "x", "person": "p"}


@transaction.atomic
def record(file_id: str, pieces: Sequence[Piece], author: Author) -> None:
    """Add the pieces and compute the docket's row anew. Raises `BadInput`; then nothing is added."""
    added = [a.piece for a in history(file_id, author.member)]
    pieces = [*pieces, *as_of_today(join(added), author)]
    tree = join([*added, *pieces])
    read_tree(tree, pack_of(str(tree["jurisdiction"])))
    add(file_id, pieces, author)
    refresh(file_id, author)


@transaction.atomic
def record_row(
    file_id: str,
    table: str,
    row: Mapping[str, object],
    author: Author,
    *,
    notes: Mapping[str, str] | None = None,
) -> str:
    """A new event, filing, exhibit or person under an id of its own, with notes about it. Gives the id."""
    tree = tree_of(history(file_id, author.member))
    pack = pack_of(str(tree["jurisdiction"]))
    id_ = next_id(tree, table)
    pieces = [piece_of_row(table, {"id": id_, **row}, pack)]
    if notes:
        pieces.append(piece_named("account", id_, notes, pack))
    record(file_id, pieces, author)
    return id_


@transaction.atomic
def file_paper(
    file_id: str,
    filing: Mapping[str, object],
    event: Mapping[str, object],
    author: Author,
    *,
    notes: Mapping[str, str] | None = None,
) -> str:
    """A new paper and the event by which it was handed in. Gives the filing's id."""
    tree = tree_of(history(file_id, author.member))
    pack = pack_of(str(tree["jurisdiction"]))
    id_, event_id = next_id(tree, "filing"), next_id(tree, "event")
    pieces = [
        piece_of_row("filing", {"id": id_, **filing}, pack),
        piece_of_row("event", {"id": event_id, "filing": id_, **event}, pack),
    ]
    if notes:
        pieces.append(piece_named("account", event_id, notes, pack))
    record(file_id, pieces, author)
    return id_


def record_facts(file_id: str, facts: Mapping[str, object], author: Author) -> None:
    """Facts of the person as they are known now, None for one that is not; `now` holds those about where he
    is.
    """
    tree = tree_of(history(file_id, author.member))
    pack = pack_of(str(tree["jurisdiction"]))
    pieces = [
        piece_named("now" if pack.facts[name].ring == ACCOUNT else "facts", name, value, pack)
        for name, value in facts.items()
    ]
    record(file_id, pieces, author)


def as_of_today(tree: Mapping[str, object], author: Author) -> list[Piece]:
    """A file that was complete up to some day is now complete up to this one."""
    as_of = tree.get("as-of")
    if not isinstance(as_of, str) or as_of >= author.on.isoformat():
        return []
    return [Piece("head", "as-of", RECORD, author.on.isoformat())]


def record_identity(file_id: str, values: Mapping[str, str], author: Author) -> None:
    """Names and contacts, ring 1: each key as it is known now; an empty one is taken back."""
    tree = tree_of(history(file_id, author.member))
    pack = pack_of(str(tree["jurisdiction"]))
    pieces = [piece_named("identity", name, value or None, pack) for name, value in values.items()]
    record(file_id, pieces, author)


@transaction.atomic
def record_person(
    file_id: str, role: str, may: str, author: Author, *, identity: Mapping[str, str] | None = None
) -> str:
    """Who speaks for him: a role and what he may do; name and contacts are sealed to ring 1. Gives the id."""
    id_ = record_row(file_id, "person", {"role": role, "may": may}, author)
    known = {f"{id_}-{name}": value for name, value in (identity or {}).items() if value}
    if known:
        record_identity(file_id, known, author)
    return id_


def next_id(tree: Mapping[str, object], table: str) -> str:
    """The next free id of a table: e1, e2 ..."""
    letter = _LETTER[table]
    taken = {str(row["id"]) for name in _LETTER for row in _rows(tree, name)}
    n = 1 + len(_rows(tree, table))
    while f"{letter}{n}" in taken:
        n += 1
    return f"{letter}{n}"


def _rows(tree: Mapping[str, object], table: str) -> list[Mapping[str, object]]:
    rows = tree.get(table, [])
    assert isinstance(rows, list)
    return rows
