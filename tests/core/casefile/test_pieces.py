"""A case file in pieces: each of one ring, and joined the same file again."""

import json
from datetime import date

from hypothesis import given

from raport.casefile import join, split
from raport.casefile.pieces import ACCOUNT, IDENTITY, RECORD, Piece
from tests.core.casefile.drawn import Tree, trees
from tests.core.casefile.invented import PACK, read_values
from tests.core.casefile.test_write import good


def as_json(tree: Tree) -> Tree:
    return json.loads(json.dumps(tree, default=date.isoformat))  # type: ignore[no-any-return] # a tree again


@given(trees())
def test_pieces_join_to_the_same_case(tree: Tree) -> None:
    tree["identity"] = {"name": "…"}
    before = good(as_json(tree))

    assert read_values(join(split(as_json(tree), PACK))) == before


@given(trees())
def test_what_is_of_the_record_holds_nothing_of_the_account(tree: Tree) -> None:
    tree["identity"] = {"name": "…"}

    record = join(p for p in split(tree, PACK) if p.ring == RECORD)

    assert "account" not in record
    assert "identity" not in record
    assert "now" not in record
    for event in record.get("event", []):  # type: ignore[attr-defined] # a list of rows
        assert PACK.kinds[event["kind"]].ring == RECORD


def test_the_later_piece_stands_and_nothing_takes_one_back() -> None:
    pieces = [
        Piece("facts", "rank", RECORD, "lieutenant"),
        Piece("now", "where", ACCOUNT, "held"),
        Piece("facts", "rank", RECORD, "captain"),
        Piece("now", "where", ACCOUNT, None),
        Piece("identity", "name", IDENTITY, "…"),
    ]

    assert join(pieces) == {"facts": {"rank": "captain"}, "identity": {"name": "…"}}


def test_what_is_not_of_a_case_file_is_left_out() -> None:
    assert join([Piece("promise", "p1", ACCOUNT, {"text": "…"})]) == {}
