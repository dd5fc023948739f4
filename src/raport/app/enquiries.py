"""Enquiries: somebody wrote three lines. Taken in, triaged, answered, joined, made a case, closed, erased.

What was written is sealed to the enquiry's own keys, who wrote it apart from what. After 30 days without a
word an enquiry is erased unless somebody keeps it: then it is gone from database, index and objects.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction

from raport.adapters import blobs
from raport.adapters.chats import Line
from raport.adapters.store import advice as store_advice
from raport.adapters.store import enquiries as store
from raport.adapters.store import exhibits as store_exhibits
from raport.adapters.store import files, members
from raport.adapters.store.rows import FileRow
from raport.adapters.store.vaults import Vault
from raport.app.advice import ADVICE, HELD, advise, events_of
from raport.app.answers import RefusedError
from raport.app.docket import refresh
from raport.app.exhibits import copy_into, take_in
from raport.app.files import Added, Author, NotGrantedError, add, history, new_file, secrets_of
from raport.app.intake import Came, Message, Parcel
from raport.app.papers import carry
from raport.casefile import Piece
from raport.casefile.pieces import ACCOUNT, IDENTITY
from raport.safety import Colour, Judged, Triage, judge, traits_of

KEPT_FOR = timedelta(days=30)
"""From the last word of an enquiry to its erasing (domain 17)."""

SENDERS = ("self", "mother", "father", "spouse", "comrade", "lawyer", "unknown")
NEW, TRIAGED = "new", "triaged"
ANSWERED, JOINED = "answered", "joined"
REASONS = ("not-ours", "duplicate", "thanks", "spam", "handed-on", "unknown")
"""Why an enquiry is closed that was neither answered nor joined. `handed-on`: to somebody outside."""

_MESSAGE, _SENDER, _TRIAGE, _ABOUT = "message", "sender", "triage", "about"
_MOVED = frozenset((_MESSAGE, _SENDER, _TRIAGE, _ABOUT, ADVICE, HELD))
_SENTENCE = re.compile(r"(?<=[.!?\u2026])\s+|\n+")
_RANK = {Colour.RED.value: 0, Colour.AMBER.value: 1, Colour.PLAIN.value: 2}


@dataclass(frozen=True, slots=True)
class Written:
    """Messages that came together, with who took them in and when."""

    channel: str
    lines: tuple[Line, ...]
    at: datetime
    by: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """What we answered."""

    text: str
    on: date
    by: str | None


@dataclass(frozen=True, slots=True)
class Enquiry:
    """An enquiry opened for a member."""

    row: FileRow
    written: tuple[Written, ...]
    said: tuple[Said, ...]
    triage: Triage
    judged: Judged
    about: str

    @property
    def begins(self) -> str:
        """Its first words."""
        texts = (line.text for w in self.written for line in w.lines)
        return next((t for t in texts if t.strip()), "")


# --- taking in --------------------------------------------------------------------------------------------


def take_enquiry(
    parcel: Parcel, jurisdiction: str, author: Author, *, sender: str = "unknown", about: str = ""
) -> FileRow:
    """A new enquiry with all that came. Its files follow its messages, each in a transaction of its own:
    what a full disk refuses is said (`OSError`), what was taken in before stays.
    """
    if parcel.is_empty:
        raise RefusedError("nothing-came")
    if sender not in SENDERS:
        raise RefusedError("sender", (sender,))
    with transaction.atomic():
        row = new_file(store.KIND, jurisdiction, author, sender=sender, status=NEW)
        files.change_file(
            row.id,
            member_id=None,
            colour=judge(Triage()).colour.value,
            erase_on=author.on + KEPT_FOR,
        )
        _add_messages(row.id, parcel.messages, author)
        if about.strip():
            add(row.id, [_about(about)], author)
    _take_files(row.id, parcel.files, author)
    return _row(row.id)


def take_more(file_id: str, parcel: Parcel, author: Author) -> None:
    """More from the same person: what was closed is open again, and its 30 days begin anew."""
    if parcel.is_empty:
        raise RefusedError("nothing-came")
    with transaction.atomic():
        row = _mine(file_id, author.member)
        _add_messages(file_id, parcel.messages, author)
        files.change_file(
            file_id, closed="", status=NEW, status_since=author.on, erase_on=_erased_on(row, author)
        )
    _take_files(file_id, parcel.files, author)


# --- reading ----------------------------------------------------------------------------------------------


def enquiry(file_id: str, member: str) -> Enquiry:
    """One enquiry, opened. Raises `NotGrantedError`, also for what is none."""
    return _opened(_row(file_id), member)


def queue(member: str) -> list[FileRow]:
    """The rows of the inbox in its order; nothing is opened."""
    rows = store.waiting(member)
    return sorted(rows, key=lambda r: (_RANK.get(r.colour, 1), r.made, r.number))


def next_new(member: str, after: str) -> str | None:
    """The next enquiry that nobody has triaged, beginning behind this one."""
    rows = queue(member)
    place = next((n for n, r in enumerate(rows) if r.id == after), -1)
    return next((r.id for r in (*rows[place + 1 :], *rows[: max(place, 0)]) if r.status == NEW), None)


def closed_last(member: str, most: int = 20) -> list[FileRow]:
    """What was closed last and is not erased yet."""
    return store.closed_last(member, most)


# --- acts -------------------------------------------------------------------------------------------------


@transaction.atomic
def triage(
    file_id: str, answers: Triage, author: Author, *, sender: str | None = None, about: str | None = None
) -> Judged:
    """Write down what the five questions were answered with; the colour follows by rule."""
    row, judged = _row(file_id), judge(answers)
    if sender is not None and sender not in SENDERS:
        raise RefusedError("sender", (sender,))
    before = _opened(row, author.member)
    pieces = [Piece(_TRIAGE, _TRIAGE, ACCOUNT, asdict(answers))]
    if about is not None and about.strip() != before.about:
        pieces.append(_about(about))
    add(file_id, pieces, author)
    files.change_file(
        file_id,
        colour=judged.colour.value,
        sender=row.sender if sender is None else sender,
        status=TRIAGED,
        status_since=author.on,
    )
    return judged


@transaction.atomic
def answer(
    file_id: str, text: str, author: Author, *, taken_from: str = "", provisions: Iterable[str] = ()
) -> None:
    """Write down what was said to the person and on what it rested; the enquiry is done with. Nothing is sent
    from here.

    Raises `RefusedError` where the text names a permitted absence, or reassures (DESIGN 0.1, 0.6), or where
    the law has left it behind.
    """
    row = _mine(file_id, author.member)
    advise(file_id, text, author, answer=taken_from, provisions=provisions)
    _close(row, ANSWERED, author)


@transaction.atomic
def close(file_id: str, reason: str, author: Author) -> None:
    """Done with, and why."""
    if reason not in REASONS:
        raise RefusedError("reason", (reason,))
    row = _mine(file_id, author.member)
    _close(row, reason, author)


@transaction.atomic
def reopen(file_id: str, author: Author) -> None:
    """Into the inbox again. What was joined is not taken apart."""
    row = _mine(file_id, author.member)
    files.change_file(
        file_id, closed="", status=TRIAGED, status_since=author.on, erase_on=_erased_on(row, author)
    )


@transaction.atomic
def hand_on(file_id: str, member: str, author: Author) -> None:
    """To another member, or (empty) to nobody in particular; it stays in the inbox."""
    _mine(file_id, author.member)
    if member and members.member(member) is None:
        raise RefusedError("member", (member,))
    files.change_file(file_id, member_id=member or None)


@transaction.atomic
def keep(file_id: str, author: Author, *, kept: bool) -> None:
    """Keep it past its 30 days on purpose, or no longer."""
    row = _mine(file_id, author.member)
    files.change_file(file_id, keep=kept, erase_on=None if kept else row.erase_on or author.on + KEPT_FOR)


@transaction.atomic
def make_case(file_id: str, author: Author) -> FileRow:
    """The same file, with its keys and all that is in it, as a case. It is not erased any more."""
    row, added = _mine(file_id, author.member), history(file_id, author.member)
    add(file_id, events_of((a.piece for a in added), added, row.jurisdiction, author), author)
    files.change_file(
        file_id,
        kind="case",
        status=NEW,
        status_since=author.on,
        closed="",
        colour="",
        keep=False,
        erase_on=None,
        member_id=row.member or author.member,
    )
    refresh(file_id, author)
    made = files.file(file_id)
    assert made is not None
    return made


def join_to(file_id: str, case_id: str, author: Author) -> None:
    """Move messages, answers and files to a case, sealed anew to its keys; what is left is a number that
    says where they went. Raises `RefusedError`, `NotGrantedError`.
    """
    row, case = _row(file_id), files.file(case_id)
    if case is None or case.kind == store.KIND or case_id == file_id:
        raise RefusedError("no-case")
    added = history(file_id, author.member)
    secrets_of(case_id, author.member)
    held = [e for e in store_exhibits.exhibits(file_id) if e.destroyed is None]
    if any(e.stopped for e in held):
        raise RefusedError("secrecy-stop")
    there = {e.sha256 for e in store_exhibits.exhibits(case_id) if e.destroyed is None}
    for exhibit in held:
        if exhibit.sha256 not in there:  # a joining that was broken off is done again
            copy_into(exhibit.id, case_id, author)
    carry(file_id, case_id, author)
    with transaction.atomic():
        moved = [a.piece for a in added if a.piece.table in _MOVED]
        said = events_of(moved, history(case_id, author.member), case.jurisdiction, author)
        add(case_id, [*moved, *said], author)
        if case.kind == "case":
            refresh(case_id, author)
        gone = store.objects_of(file_id)
        store_advice.move(file_id, case_id)
        store.empty(file_id)
        files.change_file(
            row.id,
            closed=JOINED,
            status=JOINED,
            status_since=author.on,
            joined_to_id=case_id,
            colour="",
            keep=False,
            erase_on=author.on + KEPT_FOR,
        )
        transaction.on_commit(lambda: _remove(gone))
    _settle()


# --- erasing ----------------------------------------------------------------------------------------------


def erase_due(on: date) -> int:
    """Erase every enquiry whose day has come; how many."""
    due = store.to_erase(on)
    for file_id in due:
        _erase(file_id)
    if due:
        _settle()
    return len(due)


def erase_now(file_id: str, author: Author) -> None:
    """Erase one at once, as its writer asked."""
    _mine(file_id, author.member)
    _erase(file_id)
    _settle()


@transaction.atomic
def _erase(file_id: str) -> None:
    gone = store.objects_of(file_id)
    files.erase_file(file_id)
    transaction.on_commit(lambda: _remove(gone))


def _remove(objects: Iterable[str]) -> None:
    for name in objects:
        blobs.remove(Vault(Path(settings.FOLDER)).objects, name)


def _settle() -> None:
    if not transaction.get_connection().in_atomic_block:
        store.settle()


# --- helpers ----------------------------------------------------------------------------------------------


def _mine(file_id: str, member: str) -> FileRow:
    """The enquiry, if this member may open it. Raises `NotGrantedError`."""
    row = _row(file_id)
    secrets_of(file_id, member)
    return row


def _row(file_id: str) -> FileRow:
    row = files.file(file_id)
    if row is None or row.kind != store.KIND:
        raise NotGrantedError("no such enquiry on this desk")
    return row


def _close(row: FileRow, reason: str, author: Author) -> None:
    files.change_file(row.id, closed=reason, status=reason, status_since=author.on, touched=author.at)


def _erased_on(row: FileRow, author: Author) -> date | None:
    return None if row.keep else author.on + KEPT_FOR


def _about(text: str) -> Piece:
    return Piece(_ABOUT, _ABOUT, IDENTITY, {"text": text.strip()})


def _add_messages(file_id: str, messages: Sequence[Message], author: Author) -> None:
    pieces = [p for m in messages for p in _pieces(m)]
    if pieces:
        add(file_id, pieces, author)


def _pieces(message: Message) -> list[Piece]:
    """The texts in ring 2; who wrote each, and numbers and handles in one shape for the search, in ring 1."""
    name = store_exhibits.new_id()
    writers = list(dict.fromkeys((line.author, line.contact) for line in message.lines))
    lines = [
        {
            "by": writers.index((line.author, line.contact)),
            "at": line.at,
            "text": line.text,
            "files": list(line.files),
        }
        for line in message.lines
    ]
    traits = traits_of([line.text for line in message.lines])
    who = {
        "authors": [{"name": a, "contact": c} for a, c in writers],
        "marks": [*sorted(traits.phones), *sorted(traits.handles)],
    }
    return [
        Piece(_MESSAGE, name, ACCOUNT, {"channel": message.channel, "lines": lines}),
        Piece(_SENDER, name, IDENTITY, who),
    ]


def _take_files(file_id: str, came: Iterable[Came], author: Author) -> None:
    for one in came:
        take_in(file_id, one.name, one.stream, author)


def _opened(row: FileRow, member: str) -> Enquiry:
    added = history(row.id, member)
    last = {(a.piece.table, a.piece.name): a.piece.value for a in added}
    answers_ = triaged(added)
    about = last.get((_ABOUT, _ABOUT))
    return Enquiry(
        row,
        tuple(written(added)),
        tuple(said(added)),
        answers_,
        judge(answers_),
        str(about["text"]) if isinstance(about, dict) else "",
    )


def written(added: Sequence[Added]) -> list[Written]:
    """The messages among what was added to a file, an enquiry's or a case's."""
    who = {a.piece.name: a.piece.value for a in added if a.piece.table == _SENDER}
    return [_written(a, who.get(a.piece.name)) for a in added if a.piece.table == _MESSAGE]


def said(added: Sequence[Added]) -> list[Said]:
    """What we answered, among what was added to a file, an enquiry's or a case's."""
    return [_said(a) for a in added if a.piece.table == ADVICE]


def triaged(added: Sequence[Added]) -> Triage:
    """The five answers as they stand; all unknown where nobody gave any."""
    told = [a.piece.value for a in added if a.piece.table == _TRIAGE]
    return Triage(**told[-1]) if told and isinstance(told[-1], dict) else Triage()


def sentences(messages: Iterable[Written]) -> list[str]:
    """What was written, sentence by sentence, as it may be quoted; each in its own words."""
    texts = (line.text for message in messages for line in message.lines)
    return [s.strip() for text in texts for s in _SENTENCE.split(text) if s.strip()]


def _written(a: Added, who: object) -> Written:
    value = a.piece.value
    assert isinstance(value, Mapping)
    authors = who.get("authors", []) if isinstance(who, Mapping) else []
    lines = tuple(
        Line(
            str(line["text"]),
            author=str(authors[line["by"]]["name"]) if line["by"] < len(authors) else "",
            contact=str(authors[line["by"]]["contact"]) if line["by"] < len(authors) else "",
            at=str(line["at"]),
            files=tuple(line["files"]),
        )
        for line in value["lines"]
    )
    return Written(str(value["channel"]), lines, a.at, a.by)


def _said(a: Added) -> Said:
    value = a.piece.value
    assert isinstance(value, Mapping)
    return Said(str(value["text"]), date.fromisoformat(str(value["on"])), a.by)
