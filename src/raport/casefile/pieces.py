"""A case file in pieces, each of one ring, as a vault keeps it: what is added later comes after, nothing is
undone.

The tree is the JSON form of `docs/formats/case.md` (days as strings); `join(split(tree, pack))` is the tree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from raport.law import Pack

IDENTITY, ACCOUNT, RECORD = 1, 2, 3
"""The rings, as numbers."""

ROWS = ("person", "filing", "event", "exhibit")
"""Tables whose rows have an id."""

_NAMED = {"facts": RECORD, "now": ACCOUNT, "sources": RECORD, "account": ACCOUNT, "identity": IDENTITY}
_HEAD = "head"


@dataclass(frozen=True, slots=True)
class Piece:
    """One row, fact, source, note or key of the head. `value` is of JSON's types; None takes it back."""

    table: str
    name: str
    ring: int
    value: object


def split(tree: Mapping[str, object], pack: Pack) -> list[Piece]:
    """The pieces of a case file that `read_case` has accepted, in the order of the file."""
    pieces = []
    for key, value in tree.items():
        if key in ROWS:
            assert isinstance(value, list)
            pieces += [Piece(key, str(row["id"]), _ring_of(key, row, pack), _plain(row)) for row in value]
        elif key in _NAMED:
            assert isinstance(value, Mapping)
            pieces += [Piece(key, n, _ring_named(key, n, pack), _plain(v)) for n, v in value.items()]
        else:
            pieces.append(Piece(_HEAD, key, RECORD, _plain(value)))
    return pieces


def piece_of_row(table: str, row: Mapping[str, object], pack: Pack) -> Piece:
    """One new row of a table with ids."""
    return Piece(table, str(row["id"]), _ring_of(table, row, pack), _plain(row))


def piece_named(table: str, name: str, value: object, pack: Pack) -> Piece:
    """One fact, source, note or key of the identity."""
    return Piece(table, name, _ring_named(table, name, pack), _plain(value))


def join(pieces: Iterable[Piece]) -> dict[str, object]:
    """The case file that the pieces make. Of two with the same table and name the later one stands."""
    last: dict[tuple[str, str], object] = {}
    for piece in pieces:
        last[piece.table, piece.name] = piece.value
    tree: dict[str, object] = {}
    for (table, name), value in last.items():
        if value is None:
            continue
        if table == _HEAD:
            tree[name] = value
        elif table in ROWS:
            tree.setdefault(table, []).append(value)  # type: ignore[attr-defined] # just made a list
        elif table in _NAMED:
            tree.setdefault(table, {})[name] = value  # type: ignore[index] # just made a mapping
    return tree


def _ring_of(table: str, row: Mapping[str, object], pack: Pack) -> int:
    return pack.kinds[str(row["kind"])].ring if table == "event" else RECORD


def _ring_named(table: str, name: str, pack: Pack) -> int:
    if table == "facts" and name in pack.facts:
        return pack.facts[name].ring
    return _NAMED[table]


def _plain(value: object) -> object:
    """The value in JSON's types."""
    match value:
        case date():
            return value.isoformat()
        case Mapping():
            return {str(k): _plain(v) for k, v in value.items()}
        case list() | tuple():
            return [_plain(v) for v in value]
        case _:
            return value
