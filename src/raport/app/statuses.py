"""Statuses that people use, beside the derived state and never instead of it; whose case it is; lost contact.

Each change is kept as a piece of ring 2 (`status`, `try`): why somebody was closed tells of him.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from raport.adapters.store import files as store
from raport.adapters.store import members
from raport.adapters.store.rows import FileRow
from raport.app.docket import refresh
from raport.app.files import Added, Author, NotGrantedError, add, history
from raport.app.promises import Does, drop_promise, keep_promise, promise, promises_of
from raport.casefile import Piece
from raport.casefile.pieces import ACCOUNT
from raport.errors import BadInput, Problem

STATUSES = (
    "new",
    "waiting-for-papers",
    "waiting-for-decision",
    "we-write",
    "sent-waiting",
    "in-court",
    "with-advocate",
    "no-contact",
    "paused",
)
CLOSED = "closed"
REASONS = (
    "released",
    "refused",
    "gave-up",
    "under-pressure",
    "to-the-zone",
    "died",
    "missing",
    "not-ours",
    "duplicate",
    "unknown",
)
NO_CONTACT = "no-contact"

CHANNELS = ("phone", "messenger", "mail", "post", "through-others")
TRIES, BY_CHANNELS = 3, 3
"""So many tries, by so many channels, before the named contact is asked whether he is well (domain 20)."""

BETWEEN = timedelta(days=2)
"""From one try to the next."""

_STATUS, _TRY = "status", "try"


@dataclass(frozen=True, slots=True)
class Changed:
    """One change: a status with its reason and note, or (`member` is not None) whose case it became."""

    status: str
    reason: str
    note: str
    member: str | None
    on: date
    by: str | None


@dataclass(frozen=True, slots=True)
class Tried:
    """One try to reach him."""

    channel: str
    reached: bool
    on: date
    by: str | None


@dataclass(frozen=True, slots=True)
class Contact:
    """How the tries stand since contact was lost. `next`: what is to be done; None where he was reached."""

    tries: tuple[Tried, ...]
    next: Does | None
    channels: tuple[str, ...]  # that were not tried yet


@transaction.atomic
def set_status(file_id: str, status: str, author: Author, *, reason: str = "", note: str = "") -> None:
    """Say where it stands for us. Closing asks for its reason. Raises `BadInput`, `NotGrantedError`."""
    row = _file(file_id)
    _check(status, reason)
    closed = reason if status == CLOSED else ""
    _change(file_id, {"status": status, "reason": reason, "note": note.strip()}, author)
    store.change_file(file_id, status=status, status_since=author.on, closed=closed)
    if status == NO_CONTACT and row.status != NO_CONTACT:
        _promise_next(file_id, Does.TRY, author.on, author)
    elif status != NO_CONTACT:
        _end(file_id, author, drop_promise, Does.TRY, Does.WELFARE)
    refresh(file_id, author)


@transaction.atomic
def assign(file_id: str, member: str, author: Author) -> None:
    """Whose case it is: a member's id, or empty for nobody's. Raises `BadInput`, `NotGrantedError`."""
    _file(file_id)
    if member and members.member(member) is None:
        raise BadInput([Problem(_("a person of the list"), _("nobody"))])
    if member and member not in members.granted(file_id):
        raise BadInput([Problem(_("a person who can open it"), _("another"), _("Open it to him first."))])
    _change(file_id, {"member": member}, author)
    store.change_file(file_id, member_id=member or None)
    refresh(file_id, author)


@transaction.atomic
def record_try(file_id: str, channel: str, author: Author, *, reached: bool) -> None:
    """One try to reach him. When he was not, the next step is promised for a day: another try, or welfare."""
    row = _file(file_id)
    if channel not in CHANNELS:
        raise BadInput([Problem(_("which way was tried"), channel or _("nothing"))])
    value = {"channel": channel, "reached": reached, "on": author.on.isoformat()}
    add(file_id, [Piece(_TRY, author.at.isoformat(), ACCOUNT, value)], author)
    _end(file_id, author, keep_promise, Does.TRY)
    if reached:
        _end(file_id, author, drop_promise, Does.WELFARE)
    elif row.status == NO_CONTACT:
        standing = contact(history(file_id, author.member))
        if standing.next is not None:
            _promise_next(file_id, standing.next, author.on + BETWEEN, author)
    refresh(file_id, author)


def changes(added: Sequence[Added]) -> list[Changed]:
    """Every change of status and of whose case it is, newest first."""
    found = [_changed(a) for a in added if a.piece.table == _STATUS]
    return found[::-1]


def contact(added: Sequence[Added]) -> Contact:
    """The tries since he was last reached, or since the case was last said to be without contact."""
    tries: list[Tried] = []
    reached = False
    for a in added:
        value = a.piece.value
        if a.piece.table == _STATUS and isinstance(value, Mapping) and value.get("status") == NO_CONTACT:
            tries, reached = [], False
        if a.piece.table == _TRY and isinstance(value, Mapping):
            one = Tried(
                str(value["channel"]), bool(value["reached"]), date.fromisoformat(str(value["on"])), a.by
            )
            tries, reached = ([] if one.reached else [*tries, one]), one.reached
    used = {t.channel for t in tries}
    enough = len(tries) >= TRIES and len(used) >= min(BY_CHANNELS, len(CHANNELS))
    step = None if reached else Does.WELFARE if enough else Does.TRY
    return Contact(tuple(tries), step, tuple(c for c in CHANNELS if c not in used))


def _check(status: str, reason: str) -> None:
    problems = []
    if status not in (*STATUSES, CLOSED):
        problems.append(Problem(_("a status of the list"), status or _("nothing")))
    if status == CLOSED and reason not in REASONS:
        problems.append(Problem(_("why it was closed"), reason or _("nothing"), _("Choose a reason.")))
    if status != CLOSED and reason:
        problems.append(
            Problem(
                _("a reason for a closed one only"), reason, _('Choose "closed", or take the reason away.')
            )
        )
    if problems:
        raise BadInput(problems)


def _file(file_id: str) -> FileRow:
    row = store.file(file_id)
    if row is None:
        raise NotGrantedError("no such file on this desk")
    return row


def _change(file_id: str, value: Mapping[str, object], author: Author) -> None:
    piece = Piece(_STATUS, author.at.isoformat(), ACCOUNT, {**value, "on": author.on.isoformat()})
    add(file_id, [piece], author)


def _changed(a: Added) -> Changed:
    value = a.piece.value
    assert isinstance(value, Mapping)
    return Changed(
        str(value.get("status", "")),
        str(value.get("reason", "")),
        str(value.get("note", "")),
        value.get("member"),
        date.fromisoformat(str(value["on"])),
        a.by,
    )


def _promise_next(file_id: str, does: Does, due: date, author: Author) -> None:
    """Promised by the member whose case it is, else by him who says so; once."""
    row = _file(file_id)
    if not any(p.is_open and p.does is does for p in promises_of(file_id, author.member)):
        promise(file_id, row.member or author.member, due, "", author, does=does)


def _end(file_id: str, author: Author, how: Callable[[int, str, Author], bool], *does: Does) -> None:
    """A step that was promised was done, or is not needed any more."""
    for one in promises_of(file_id, author.member):
        if one.is_open and one.does in does:
            how(one.row.id, file_id, author)
