"""Open a case: from a case file, or empty to be filled by forms."""

from collections.abc import Mapping

from django.db import transaction

from raport.adapters.store.rows import FileRow
from raport.app.docket import refresh
from raport.app.files import Author, add, name_of, new_file
from raport.app.laws import pack_of
from raport.app.record import record_facts
from raport.casefile import Piece, jurisdiction_of, read_case, split
from raport.casefile.pieces import RECORD
from raport.documents import Document


@transaction.atomic
def take_case_file(document: Document, author: Author) -> FileRow:
    """A case file as a case of this desk, under a number of its own. Raises `BadInput` with every mistake."""
    jurisdiction = jurisdiction_of(document)
    pack = pack_of(jurisdiction)
    kind = "matter" if read_case(document, pack).case.matter else "case"
    row = new_file(kind, jurisdiction, author)
    add(row.id, _without_id(document.values, row, kind, pack.id), author)
    refresh(row.id, author)
    return row


@transaction.atomic
def open_case(jurisdiction: str, author: Author, facts: Mapping[str, object] | None = None) -> FileRow:
    """A case with these facts, or empty. Raises `BadInput`; then none is opened."""
    row = new_file("case", jurisdiction, author)
    if facts:
        record_facts(row.id, facts, author)
    else:
        refresh(row.id, author)
    return row


def _without_id(tree: Mapping[str, object], row: FileRow, kind: str, jurisdiction: str) -> list[Piece]:
    """The pieces; notes about the whole stand under the case's new name, and the old one is kept as a key."""
    old = str(tree[kind])
    pieces = split(tree, pack_of(jurisdiction))
    new = name_of(row)
    return [
        Piece(p.table, new if p.table == "account" and p.name == old else p.name, p.ring, p.value)
        for p in pieces
        if not (p.table == "head" and p.name == kind)
    ] + [Piece("desk", "taken-from", RECORD, {"case": old})]
