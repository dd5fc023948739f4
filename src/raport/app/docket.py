"""The docket: one row a case, kept as a cache that says until when it holds.

A row is computed in the transaction that adds to the case, and anew when its last day has passed, when the
law or Raport became another. What it says rests on ring 2 and is sealed to the case; `check_rows` proves each
row equal to a fresh assessment.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from itertools import batched

from django.db import transaction

from raport import __version__
from raport.adapters.store import docket as store
from raport.adapters.store import files as store_files
from raport.adapters.store.docket import DocketRow, Wanted
from raport.adapters.store.files import KeyRow
from raport.adapters.store.rows import FileRow, PieceRow
from raport.app.docket_reasons import SOON, row_of
from raport.app.docket_rows import UNREADABLE, URGENT, Row, open_row, opened_rows, seal_row
from raport.app.files import (
    Author,
    NotGrantedError,
    history,
    opened_pieces,
    read_tree,
    secrets_from,
    tree_of,
)
from raport.app.laws import law_of, pack_stamp
from raport.app.promises import account_secrets
from raport.assess import Assessment, assess
from raport.assess.lasting import Turning, lasts, turning_of
from raport.casefile import CaseFile, join
from raport.casefile.pieces import ACCOUNT, IDENTITY
from raport.errors import BadInput

AT_ONCE = 25
"""So many rows are computed between two looks at what changed meanwhile."""


@dataclass(frozen=True, slots=True)
class Line:
    """A case in the list: its file, its row opened (None: none yet), and whether the row holds today."""

    file: FileRow
    row: Row | None
    on: date | None
    stale: bool


# --- one case ---------------------------------------------------------------------------------------------


def assess_file(file_id: str, member: str, today: date) -> tuple[CaseFile, Assessment]:
    """The case file as it stands, and what is said of it on a day."""
    tree = tree_of(history(file_id, member))
    law = law_of(str(tree["jurisdiction"]))
    file = read_tree(tree, law.pack)
    return file, assess(file.case, law, today, file.account)


def refresh(file_id: str, author: Author) -> None:
    """Compute the row of a case anew and keep it, in the transaction that added to it.

    Raises `NotGrantedError`, which takes back what was added.
    """
    refresh_all([file_id], author)


def refresh_all(file_ids: Sequence[str], author: Author) -> None:
    """The same for several cases, which is quicker than one by one."""
    rows = [row for _, row in _compute(file_ids, author.member, author.on)]
    if len(rows) < len(file_ids):
        raise NotGrantedError("no such file on this desk")
    store.put(rows)


def law_stamp(jurisdiction: str) -> str:
    """By which law and by which Raport a row was computed."""
    return f"{pack_stamp(jurisdiction)} {__version__}"


# --- the list ---------------------------------------------------------------------------------------------


def lines(wanted: Wanted, member: str, today: date, first: int, count: int) -> list[Line]:
    """Some of the cases this member may open, the gravest first, their rows opened."""
    listed = store.page(wanted, member, first, count)
    rows = opened_rows((one.row for one in listed if one.row is not None), member)
    stamps = _stamps({one.file.jurisdiction for one in listed})
    return [_line(one, rows, today, stamps) for one in listed]


def count_ranks(wanted: Wanted, member: str) -> Mapping[int, int]:
    """How many such cases stand in each rank; -1: not computed yet."""
    return store.count(wanted, member)


def line_of(file: FileRow, member: str, today: date) -> Line:
    """One case as the list has it. Raises `NotGrantedError`."""
    line = lines_of([file], member, today).get(file.id)
    if line is None:
        raise NotGrantedError("no such file on this desk")
    return line


def lines_of(files: Sequence[FileRow], member: str, today: date) -> dict[str, Line]:
    """Those of the files that this member may open, as the list has them."""
    secrets = account_secrets([f.id for f in files], member)
    granted = [f for f in files if secrets.get(f.id)]
    kept = store.rows(f.id for f in granted)
    rows, stamps = opened_rows(kept.values(), member), _stamps({f.jurisdiction for f in granted})
    return {f.id: _line(store.Listed(f, kept.get(f.id)), rows, today, stamps) for f in granted}


def _line(one: store.Listed, rows: Mapping[str, Row | None], today: date, stamps: Mapping[str, str]) -> Line:
    row = one.row
    if row is None:
        return Line(one.file, None, None, stale=True)
    return Line(one.file, rows[row.file], row.on, not _holds(row, one.file, today, stamps))


def _holds(row: DocketRow, file: FileRow, today: date, stamps: Mapping[str, str]) -> bool:
    return row.on <= today <= row.valid_until and row.law == stamps.get(file.jurisdiction)


def _stamps(jurisdictions: Iterable[str]) -> dict[str, str]:
    return {j: law_stamp(j) for j in jurisdictions}


# --- many cases -------------------------------------------------------------------------------------------


def stale_files(today: date) -> list[str]:
    """The open cases whose row does not hold for today, the gravest first."""
    return store.stale(today, _stamps(store_files.jurisdictions()))


def recompute(files: Iterable[str], member: str, today: date) -> Iterator[int]:
    """Compute these rows anew, some at a time; gives how many were done each time.

    Nothing is locked while it counts: a case that was added to meanwhile has a newer row, which stays.
    """
    for some in batched(files, AT_ONCE):
        fresh = [row for _, row in _compute(some, member, today)]
        with transaction.atomic():
            last = store.last_seqs(some)
            store.put(r for r in fresh if last.get(r.file) == r.seq)
        yield len(some)


class Fault(Enum):
    """What is wrong with a row that was kept, or not wrong."""

    DIFFERS = "differs"  # it holds for today, and a fresh assessment says something else
    MISSING = "missing"
    STALE = "stale"  # its day has passed: it is computed anew when the desk is next opened, and shown as old
    UNREADABLE = "unreadable"  # the case is not a case file by the law of today

    @property
    def told(self) -> str:
        """The same for a terminal."""
        return _FAULTS[self]

    @property
    def grave(self) -> bool:
        """Whether the desk showed, or would show, what is not so."""
        return self is not Fault.STALE


_FAULTS = {
    Fault.DIFFERS: "its row differs from a fresh assessment",
    Fault.MISSING: "it has no row",
    Fault.STALE: "its row is of another day or law, and is computed anew when the desk is opened",
    Fault.UNREADABLE: "it is not a case file by the law of today",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """One case and what is wrong with its row: None where it is equal to a fresh assessment."""

    file: str
    fault: Fault | None


def count_open() -> int:
    """How many open cases and matters there are."""
    return len(store.open_cases())


def check_rows(member: str, today: date, step: Callable[[int], object]) -> Iterator[Checked]:
    """Compare every kept row of an open case with a fresh assessment; `step` is told how many were done."""
    stamps = _stamps(store_files.jurisdictions())
    for some in batched(store.open_cases(), AT_ONCE):
        kept, secrets = store.rows(some), account_secrets(some, member)
        for file, fresh in _compute(some, member, today):
            fault = _fault(kept.get(file), fresh, secrets[file], today, stamps)
            yield Checked(file, fault)
        step(len(some))


def _fault(
    kept: DocketRow | None, fresh: DocketRow, secrets: Sequence[str], today: date, stamps: Mapping[str, str]
) -> Fault | None:
    fresh_row = open_row(fresh.sealed, secrets)
    if fresh_row is not None and fresh_row.why == UNREADABLE:
        return Fault.UNREADABLE
    if kept is None:
        return Fault.MISSING
    if not kept.on <= today <= kept.valid_until or kept.law not in stamps.values():
        return Fault.STALE
    shown = (kept.rank, kept.due, open_row(kept.sealed, secrets))
    return None if shown == (fresh.rank, fresh.due, fresh_row) else Fault.DIFFERS


def _compute(files: Sequence[str], member: str, today: date) -> Iterator[tuple[str, DocketRow]]:
    """Fresh rows of these cases, of those that this member may open. Names are not opened for it."""
    pieces, keys = store.pieces_of(files), store.keys_of(files, member, ACCOUNT)
    for id_ in files:
        try:
            yield id_, _fresh(id_, pieces[id_], keys[id_], member, today)
        except NotGrantedError:
            continue


def _fresh(
    id_: str, pieces: Sequence[PieceRow], keys: Sequence[KeyRow], member: str, today: date
) -> DocketRow:
    secrets = secrets_from(keys, member)
    if not secrets:
        raise NotGrantedError("no such file on this desk")
    tree = join(opened_pieces((p for p in pieces if p.ring != IDENTITY), secrets))
    jurisdiction = str(tree["jurisdiction"])
    law = law_of(jurisdiction)
    try:
        file = read_tree(tree, law.pack)
    except BadInput:  # the law of today has other words: a person must look at it
        row, last = Row(rank=URGENT, why=UNREADABLE), today
    else:
        a = assess(file.case, law, today, file.account)
        row = row_of(a, file)
        last = lasts(a, file.case, file.account, law, _turning(jurisdiction), within=(SOON,))
    return DocketRow(
        file=id_,
        on=today,
        valid_until=last,
        law=law_stamp(jurisdiction),
        seq=pieces[-1].seq,
        sealed=seal_row(row, keys[-1].recipient),
        rank=row.rank,
        due=date.fromisoformat(row.due) if row.due else None,
    )


def _turning(jurisdiction: str) -> Turning:
    return _turning_of(jurisdiction, pack_stamp(jurisdiction))


@lru_cache(maxsize=8)
def _turning_of(jurisdiction: str, _stamp: str) -> Turning:
    return turning_of(law_of(jurisdiction))
