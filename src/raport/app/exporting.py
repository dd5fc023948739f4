"""What is made to leave: a case file, the docket as a table, days for a calendar.

Bytes only: whether they may leave, the door asks (`app.leaving`).
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from raport.adapters.ics import Entry, write_ics
from raport.adapters.sheets import write_xlsx
from raport.adapters.store import files as store_files
from raport.adapters.store.rows import FileRow
from raport.app.docket import assess_file, lines_of
from raport.app.exhibits import Exhibit, exhibits
from raport.app.files import Author, NotGrantedError, history, name_of, read_tree, tree_of
from raport.app.laws import pack_of
from raport.app.leaving import Parcel
from raport.app.promises import promises_of
from raport.app.traces import without_traces
from raport.assess import Clock, ClockState
from raport.casefile import write_case

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def case_file(file_id: str, author: Author) -> Parcel:
    """The case file as it stands, under the name it came with; taken in and given out again it is the same.
    Raises `BadInput` where it cannot be read by today's pack.
    """
    added = history(file_id, author.member)
    tree = tree_of(added)
    kind = "matter" if "matter" in tree else "case"
    here = str(tree[kind])
    came = next((a.piece.value for a in reversed(added) if a.piece.name == "taken-from"), None)
    name = str(came["case"]) if isinstance(came, Mapping) else here
    tree[kind] = name
    notes = tree.get("account")
    if isinstance(notes, Mapping) and here in notes:
        tree["account"] = {name if key == here else key: value for key, value in notes.items()}
    tree["account"] = _with_papers(tree.get("account"), exhibits(file_id, author.member))
    text = write_case(read_tree(tree, pack_of(str(tree["jurisdiction"]))))
    return Parcel(f"{name_of(row_of(file_id))}.toml", "application/toml", text.encode())


def _with_papers(account: object, papers: Iterable[Exhibit]) -> dict[str, object]:
    """The account with what the desk keeps of each paper beside its bytes, under the paper's id: the name it
    came with, from whom, the note, the hash by which it is known again. What the account said before stands.
    Nothing of what is under the secrecy stop or was destroyed.
    """
    told: dict[str, object] = dict(account) if isinstance(account, Mapping) else {}
    for one in papers:
        if one.stopped or one.destroyed is not None:
            continue
        found = told.get(one.name)
        before = found if isinstance(found, Mapping) else {}
        note = "note-2" if before.get("note", one.note) != one.note else "note"
        kept = {"file": one.title, "from": one.given_by, note: one.note, "sha256": one.sha256}
        told[one.name] = {**{key: text for key, text in kept.items() if text}, **before}
    return told


def docket_table(head: Sequence[str], rows: Iterable[Sequence[str | date | int]], on: date) -> Parcel:
    """The docket as a spreadsheet; the cells as they are told by the page."""
    return Parcel(f"{on:%Y-%m-%d}.xlsx", XLSX, without_traces(write_xlsx(head, rows, on)))


def calendar(files: Sequence[str], author: Author) -> Parcel:
    """The last days of these cases and what was promised in them; each is titled by the case's number."""
    rows = store_files.files(files)
    entries: list[Entry] = []
    for line in lines_of(rows, author.member, author.on).values():
        if line.row is not None and line.row.due:
            entries.append(_entry(line.file, "due", date.fromisoformat(line.row.due)))
        entries += promised_days(line.file, author)
    return Parcel("days.ics", "text/calendar", write_ics(entries, author.on))


def last_days(file_id: str, author: Author) -> list[Entry]:
    """Every last day of one case, and what was promised."""
    row = row_of(file_id)
    _, assessment = assess_file(file_id, author.member, author.on)
    entries = []
    for filing in assessment.filings:
        for clock in filing.clocks:
            day = last_day(clock)
            if day is not None:
                entries.append(_entry(row, f"{filing.id} {clock.id}", day))
    return entries + promised_days(row, author)


def last_day(clock: Clock) -> date | None:
    """The day of a running term to think of: for one that binds us the earliest it may end, for one that
    binds an authority the latest. None where there is none.
    """
    ends = [d.due for d in clock.dues if d.due is not None and not (d.due.open_start or d.due.open_end)]
    if not ends or clock.state not in (ClockState.RUNNING, ClockState.OVERDUE):
        return None
    if clock.bearer.is_us:
        return min(span.earliest for span in ends)
    return max(span.latest for span in ends)


def promised_days(row: FileRow, author: Author) -> list[Entry]:
    """The days of open promises of a case."""
    return [
        _entry(row, f"promise {p.row.id}", p.row.due) for p in promises_of(row.id, author.member) if p.is_open
    ]


def row_of(file_id: str) -> FileRow:
    """The file's row. Raises `NotGrantedError`."""
    row = store_files.file(file_id)
    if row is None:
        raise NotGrantedError("no such file on this desk")
    return row


def _entry(row: FileRow, what: str, day: date) -> Entry:
    uid = hashlib.sha256(f"{row.id} {what}".encode()).hexdigest()[:32]
    return Entry(uid, day, name_of(row))
