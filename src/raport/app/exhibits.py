"""Exhibits: papers, photographs and recordings that were attached to a file.

The original is sealed as it streams in and never touched again. What is looked at is a working copy, made
anew from its pixels by a process without rights; what the file says of itself (camera, time, place) is kept
apart from it, sealed. Who did what with an exhibit is written down.
"""

import io
import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import transaction

from raport.access import Action, Actor, Role, Standing, Thing, may
from raport.adapters import blobs
from raport.adapters.blobs import Stream
from raport.adapters.keys import seal
from raport.adapters.media import RIGHTS, Kind, NotRenderedError, Page, kind_of, recognise, render
from raport.adapters.store import exhibits as store
from raport.adapters.store import files, members
from raport.adapters.store.exhibits import CopyRow, ExhibitRow
from raport.adapters.store.vaults import Vault
from raport.app import search_index
from raport.app.custody import DESTROYED, EXPORTED, MOVED, RELEASED, STOPPED, TAKEN_IN, note_opened
from raport.app.docket import assess_file
from raport.app.files import Author, history, open_with_any, secrets_of, tree_of
from raport.app.record import record, record_row
from raport.casefile import Piece
from raport.casefile.pieces import ACCOUNT, RECORD
from raport.errors import RaportError

LONGEST_NAME = 500
_ALWAYS = ("name", "from", "note")
MOST_COPY = 32 * 1024 * 1024
LEAST_PART, MOST_PART = 1024 * 1024, 16 * 1024 * 1024
ORPHANED_AFTER, ASIDE = timedelta(hours=24), timedelta(days=30)


class ClosedError(RaportError):
    """This member may not do this to this exhibit. `why`: the id of the reason, as `access` gives it."""

    def __init__(self, why: str) -> None:
        super().__init__(f"closed: {why}")
        self.why = why


class GoneError(RaportError):
    """There is no such exhibit for this member, or it was destroyed."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """An exhibit as a member sees it. `title`: the name it came with, made safe to show."""

    id: str
    file: str
    name: str
    title: str
    given_by: str
    note: str
    media: str
    kind: Kind
    doubt: str
    size: int
    sha256: str
    graphic: bool
    use_risk: bool
    stopped: bool
    trusted: tuple[str, ...]
    taken: datetime
    destroyed: datetime | None
    mine: bool  # whether this member may open it now

    @property
    def shown(self) -> bool:
        """Whether there is something to look at or to listen to."""
        return self.mine and self.kind is not Kind.OTHER


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of a working copy."""

    data: bytes
    media: str
    pages: int


def take_in(
    file_id: str,
    name: str,
    stream: Stream,
    author: Author,
    *,
    given_by: str = "",
    note: str = "",
    holder: str = "",
    use_risk: bool = False,
    graphic: bool = False,
    most: int | None = None,
) -> Exhibit:
    """Take the bytes of `stream` in under the file name they came with, sealed to ring 2 of the file.

    `given_by` and `note` are free text and are sealed; `holder` is the id of a source or person of the case.
    Call it outside a transaction: the bytes are sealed first, and the rows follow in one of its own. A crash
    between leaves an object that `collect_orphans` takes away. Raises `NotGrantedError`, `TooLargeError`
    (more than `most` bytes), `OSError` (a full disk), `BadInput` (an unknown holder), and what the stream
    raises; then nothing is kept.
    """
    secrets_of(file_id, author.member)  # who may not open the file adds nothing to it
    recipient = _recipient(file_id, author.member)
    id_ = store.new_id()
    sealed = blobs.put(_folder(), id_, stream, recipient, most)
    found = recognise(name, sealed.head, sealed.tail)
    about = {"name": _encodable(name), "from": _encodable(given_by), "note": _encodable(note)}
    row = {"state": "held"} | ({"by": holder} if holder else {}) | ({"use-risk": True} if use_risk else {})
    try:
        with transaction.atomic():
            called = record_row(file_id, "exhibit", row, author)
            kept = ExhibitRow(
                id=id_,
                file=file_id,
                name=called,
                sha256=sealed.sha256,
                size=sealed.size,
                media=found.media,
                doubt=found.doubt.value,
                about=seal(json.dumps(about, ensure_ascii=False).encode(), [recipient]),
                claims=None,
                graphic=graphic,
                stopped=False,
                trusted=(),
                taken=author.at,
                destroyed=None,
            )
            store.add_exhibit(kept)
            store.add_custody(id_, TAKEN_IN, author.member, author.at)
            search_index.put_exhibit(file_id, id_, about)
    except Exception:
        blobs.remove(_folder(), id_)
        raise
    return _seen(kept, author.member, {called} if use_risk else set())


def exhibits(file_id: str, member: str) -> list[Exhibit]:
    """Those of a file, in the order of taking in. Raises `NotGrantedError`."""
    risky = _risky(file_id, member)
    return [_seen(row, member, risky) for row in store.exhibits(file_id)]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A paper or recording that the case file names and the desk does not hold. `state`: `held` by somebody
    else, `copy`, `seen-by`, `destroyed`; `by`: the id of who holds it or saw it.
    """

    name: str
    state: str
    by: str
    use_risk: bool


def elsewhere(file_id: str, member: str) -> list[Elsewhere]:
    """What the case file names and nobody attached. Raises `NotGrantedError`."""
    here = {row.name for row in store.exhibits(file_id)}
    return [
        Elsewhere(str(r["id"]), str(r["state"]), str(r.get("by", "")), _is_risky(r))
        for r in _named(file_id, member)
        if r["id"] not in here
    ]


def exhibit(id_: str, member: str) -> Exhibit:
    """One of them. Raises `GoneError`, and `NotGrantedError` where its file is not this member's."""
    row = _row(id_)
    return _seen(row, member, _risky(row.file, member))


def claims(id_: str, member: str) -> Mapping[str, str]:
    """What the file says of itself, as far as it was looked at: no more than a claim. Raises
    `ClosedError`.
    """
    row = _open_to(id_, member)
    if row.claims is None:
        return {}
    found: dict[str, str] = json.loads(open_with_any(row.claims, _secrets(row, member)))
    return found


def look(id_: str, author: Author, page: int = 0) -> Shown:
    """A page of the working copy, made now where it was not made before. Raises `NotRenderedError`,
    `ClosedError`, `GoneError`, `NotGrantedError`.
    """
    row = _open_to(id_, author.member)
    kind = kind_of(row.media)
    if kind not in (Kind.IMAGE, Kind.PDF, Kind.TEXT):
        raise NotRenderedError("no-pages")
    secrets = _secrets(row, author.member)
    kept = next((c for c in store.copies(id_) if c.page == page), None)
    if kept is not None:
        shown = Shown(blobs.read(_folder(), kept.id, secrets, MOST_COPY), kept.media, kept.pages)
    else:
        made = render(kind, page, lambda into: blobs.pour(_folder(), id_, secrets, into))
        _keep_copy(row, page, made, author)
        shown = Shown(made.data, made.media, made.pages)
    note_opened(id_, author)
    return shown


def part(id_: str, author: Author, first: int, count: int) -> bytes:
    """Some bytes of a recording, at most `MOST_PART`, as they are. Raises as `look` does."""
    row = _open_to(id_, author.member)
    if kind_of(row.media) not in (Kind.SOUND, Kind.VIDEO):
        raise NotRenderedError("no-recording")
    most = min(MOST_PART, max(LEAST_PART, row.size // 64))  # each part is opened from the beginning
    data = blobs.read_part(_folder(), id_, _secrets(row, author.member), first, min(count, most))
    note_opened(id_, author)
    return data


def recording(id_: str, author: Author) -> Iterator[bytes]:
    """The whole of a recording, piece by piece. Raises as `look` does."""
    row = _open_to(id_, author.member)
    if kind_of(row.media) not in (Kind.SOUND, Kind.VIDEO):
        raise NotRenderedError("no-recording")
    note_opened(id_, author)
    return blobs.pieces(_folder(), id_, _secrets(row, author.member))


def whole(id_: str, author: Author, most: int) -> bytes:
    """All bytes of the original, to be looked into by the program itself. Raises `TooLargeError` past `most`,
    and what `look` raises.
    """
    row = _open_to(id_, author.member)
    data = blobs.read(_folder(), id_, _secrets(row, author.member), most)
    note_opened(id_, author)
    return data


def told(id_: str, member: str) -> Mapping[str, str]:
    """What was told of it, the members' own words and what the program put beside them. Raises `ClosedError`,
    `GoneError`, `NotGrantedError`.
    """
    row = _open_to(id_, member)
    return opened_about(row, _secrets(row, member))


@transaction.atomic
def tell(id_: str, author: Author, **words: str) -> None:
    """Put words beside it, sealed as its name is, in place of those of the same kind; empty ones go. They are
    destroyed with it. Raises as `told` does.
    """
    row = _open_to(id_, author.member)
    about = {
        **opened_about(row, _secrets(row, author.member)),
        **{k: _encodable(v) for k, v in words.items()},
    }
    about = {k: v for k, v in about.items() if v or k in _ALWAYS}
    sealed = seal(json.dumps(about, ensure_ascii=False).encode(), [_recipient(row.file, author.member)])
    store.change_exhibit(id_, about=sealed)
    search_index.put_exhibit(row.file, id_, {} if row.stopped else about)


def original(id_: str, author: Author, to: str) -> Iterator[bytes]:
    """The original, piece by piece, for an exporter (`to` is its name): the custody says so before a byte
    leaves. Raises `ClosedError` (for everybody: nothing under the stop is exported), `NotGrantedError`.
    """
    row = _row(id_)
    secrets = _secrets(row, author.member)
    if row.destroyed is not None:
        raise GoneError("it was destroyed")
    if row.stopped:
        raise ClosedError("secrecy-stop")
    case = files.file(row.file)
    _, told = assess_file(row.file, author.member, author.on)
    sealed = told.advocate_only or bool(told.advocate_because)  # as the door asks
    thing = Thing(advocate_only=sealed, advocate=(case.advocate or "") if case else "")
    _check(author.member, Action.EXPORT, thing)
    store.add_custody(id_, EXPORTED, author.member, author.at, to)
    return blobs.pieces(_folder(), id_, secrets)


def copy_into(id_: str, file_id: str, author: Author) -> Exhibit:
    """The same original in another file, sealed to that file's key, its custody going on: for an enquiry that
    is joined to a case.
    Raises as `original` and `take_in` do.
    """
    row = _open_to(id_, author.member)
    if row.stopped:
        raise ClosedError("secrecy-stop")
    seen = exhibit(id_, author.member)
    about = opened_about(row, _secrets(row, author.member))
    stream = _Pieces(blobs.pieces(_folder(), id_, _secrets(row, author.member)))
    copy = take_in(
        file_id,
        about.get("name", ""),
        stream,
        author,
        given_by=seen.given_by,
        note=seen.note,
        use_risk=seen.use_risk,
        graphic=seen.graphic,
    )
    store.carry_custody(id_, copy.id, MOVED)
    beside = {k: v for k, v in about.items() if k not in _ALWAYS}
    if beside:
        tell(copy.id, author, **beside)
    return copy


@transaction.atomic
def stop(id_: str, author: Author, second: str = "") -> None:
    """Mark it as one that may hold a secret: open to the one who says so and to one more, of no preview, no
    search, no export. Whoever stops it names the second; else it is the advocate of the case, or a
    coordinator.
    """
    row = _open_to(id_, author.member)
    if row.stopped:
        return
    others = [m.id for m in members.members() if m.id != author.member]
    named = second if second in others else _second(row.file, others)
    trusted = [author.member, *([named] if named else [])]
    store.change_exhibit(id_, stopped=True, trusted=trusted, claims=None)
    dropped = store.drop_copies(id_)
    store.add_custody(id_, STOPPED, author.member, author.at, named)
    search_index.put_exhibit(row.file, id_, {})
    _remove_after(dropped)


@transaction.atomic
def release(id_: str, author: Author) -> None:
    """Lift the stop. Raises `ClosedError` for any but the two."""
    row = _row(id_)
    secrets = _secrets(row, author.member)
    if not row.stopped:
        return
    _check(author.member, Action.OPEN_STOPPED, Thing(trusted=frozenset(row.trusted)))
    store.change_exhibit(id_, stopped=False, trusted=[])
    store.add_custody(id_, RELEASED, author.member, author.at)
    search_index.put_exhibit(row.file, id_, opened_about(row, secrets))


def cover(id_: str, author: Author, *, graphic: bool) -> None:
    """Say whether it is covered (a recording: muted) until somebody chooses to look."""
    _open_to(id_, author.member)
    store.change_exhibit(id_, graphic=graphic)


@transaction.atomic
def mark_use_risk(id_: str, author: Author, *, risky: bool) -> None:
    """Say whether using it may harm him."""
    row = _open_to(id_, author.member)
    if risky != (row.name in _risky(row.file, author.member)):
        _restate(row, author, lambda old: {**old, "use-risk": risky})


@transaction.atomic
def destroy(id_: str, author: Author) -> None:
    """Destroy its bytes and all that was told of it here; its hash, and that it was destroyed, stay. Copies
    that left the desk stay where they are.
    """
    row = _open_to(id_, author.member)
    nothing = seal(b"{}", [_recipient(row.file, author.member)])
    store.change_exhibit(
        id_, destroyed=author.at, about=nothing, claims=None, stopped=False, trusted=[], graphic=False
    )
    store.add_custody(id_, DESTROYED, author.member, author.at)
    search_index.put_exhibit(row.file, id_, {})
    _restate(row, author, lambda old: {**old, "state": "destroyed"})
    _remove_after([id_, *store.drop_copies(id_)])


@cache
def not_held() -> tuple[str, ...]:
    """Which rights the child that parses files keeps on this system: of `media.RIGHTS` those that could not
    be taken from it.
    """
    try:
        held = render(Kind.TEXT, 0, lambda into: into(b"?")).held
    except NotRenderedError:
        held = ()
    return tuple(right for right in RIGHTS if right not in held)


def collect_orphans(now: datetime, vault: Vault | None = None) -> int:
    """Clear up objects that a crash left and are older than a day. Gives how many.

    A whole one that belongs to nothing is set aside for a month first: the database may be an older one, put
    back from a copy.
    """
    folder = vault.objects if vault is not None else _folder()
    return blobs.sweep(folder, store.known_objects, now - ORPHANED_AFTER, now - ASIDE)


def safe_name(name: str) -> str:
    """A file name as it may be shown: signs that turn, hide or end other signs are seen as such."""
    last = _encodable(name).replace("\\", "/").rpartition("/")[2] or "?"
    shown = "".join(c if unicodedata.category(c)[0] not in "CZ" or c == " " else "\ufffd" for c in last)
    return shown if len(shown) <= LONGEST_NAME else f"{shown[: LONGEST_NAME - 1]}…"


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _seen(row: ExhibitRow, member: str, risky: set[str]) -> Exhibit:
    about = opened_about(row, _secrets(row, member))
    mine = row.destroyed is None and (not row.stopped or member in row.trusted)
    return Exhibit(
        id=row.id,
        file=row.file,
        name=row.name,
        title=safe_name(about.get("name", "")) if about else "",
        given_by=about.get("from", ""),
        note=about.get("note", "") if mine else "",
        media=row.media,
        kind=kind_of(row.media),
        doubt=row.doubt,
        size=row.size,
        sha256=row.sha256,
        graphic=row.graphic,
        use_risk=row.name in risky,
        stopped=row.stopped,
        trusted=row.trusted,
        taken=row.taken,
        destroyed=row.destroyed,
        mine=mine,
    )


def opened_about(row: ExhibitRow, secrets: Sequence[str]) -> Mapping[str, str]:
    """What was told of it: `name`, `from`, `note`. Raises `NotGrantedError`."""
    about: dict[str, str] = json.loads(open_with_any(row.about, secrets))
    return about


def _row(id_: str) -> ExhibitRow:
    row = store.exhibit(id_)
    if row is None:
        raise GoneError("no such exhibit on this desk")
    return row


def _open_to(id_: str, member: str) -> ExhibitRow:
    """The exhibit, if this member may open it now."""
    row = _row(id_)
    _secrets(row, member)
    if row.destroyed is not None:
        raise GoneError("it was destroyed")
    if row.stopped:
        _check(member, Action.OPEN_STOPPED, Thing(trusted=frozenset(row.trusted)))
    return row


def _secrets(row: ExhibitRow, member: str) -> list[str]:
    return secrets_of(row.file, member)[ACCOUNT]


def _recipient(file_id: str, member: str) -> str:
    """The newest key of ring 2."""
    return [k.recipient for k in files.keys(file_id, member) if k.ring == ACCOUNT][-1]


def _check(member: str, action: Action, thing: Thing) -> None:
    row = members.member(member)
    if row is None:
        raise ClosedError("no-member")
    decision = may(Actor(row.id, Role(row.role), Standing(row.standing)), action, thing)
    if not decision.allowed:
        raise ClosedError(decision.why)


def _second(file_id: str, others: list[str]) -> str:
    case = files.file(file_id)
    if case is not None and case.advocate in others:
        return case.advocate or ""
    return next((m.id for m in members.members() if m.id in others and m.role == "coordinator"), "")


def _risky(file_id: str, member: str) -> set[str]:
    """The exhibits of a file whose use may harm him. Raises `NotGrantedError`."""
    return {str(r["id"]) for r in _named(file_id, member) if _is_risky(r)}


def _is_risky(row: Mapping[str, object]) -> bool:
    return row.get("use-risk") in (True, "yes")


def _named(file_id: str, member: str) -> list[dict[str, object]]:
    """The rows of exhibits in the case file."""
    rows = tree_of(history(file_id, member)).get("exhibit", [])
    assert isinstance(rows, list)
    return rows


def _restate(
    row: ExhibitRow, author: Author, change: Callable[[dict[str, object]], dict[str, object]]
) -> None:
    """Put a changed row in the place of the old one in the case file."""
    old = next(dict(r) for r in _named(row.file, author.member) if r["id"] == row.name)
    record(row.file, [Piece("exhibit", row.name, RECORD, change(old))], author)


def _remove_after(objects: Iterable[str]) -> None:
    """Take objects away once the rows are gone for good; a crash before it leaves orphans."""
    gone = list(objects)

    def remove() -> None:
        for name in gone:
            blobs.remove(_folder(), name)

    transaction.on_commit(remove)


def _keep_copy(row: ExhibitRow, page: int, made: Page, author: Author) -> None:
    """Keep the page, sealed. Of two who made the same page the first stands; of what was stopped or
    destroyed meanwhile nothing is kept.
    """
    if row.stopped:
        return  # for the two it is made anew each time
    recipient = _recipient(row.file, author.member)
    copy = CopyRow(store.new_id(), page, made.pages, made.media)
    blobs.put(_folder(), copy.id, io.BytesIO(made.data), recipient)
    said = json.dumps(dict(made.claims), ensure_ascii=False).encode("utf-8", "replace")
    with transaction.atomic():
        now = _row(row.id)
        kept = not now.stopped and now.destroyed is None and store.add_copy(row.id, copy, author.at)
        if kept and now.claims is None:
            store.change_exhibit(row.id, claims=seal(said, [recipient]))
    if not kept:
        blobs.remove(_folder(), copy.id)


class _Pieces:
    """A stream over pieces: each reading gives the rest of one."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._rest = b""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""
        while not self._rest:
            self._rest = next(self._pieces, b"")
            if not self._rest:
                return b""
        piece, self._rest = self._rest[:size], self._rest[size:]
        return piece


def _folder() -> Path:
    return Vault(Path(settings.FOLDER)).objects
