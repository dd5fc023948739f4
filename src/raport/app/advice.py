"""The ledger of advice: what we told whom, on which provisions it rested, and who must be told anew.

Every answer is written down in the transaction that says it, sealed to ring 2 of the file. Beside it stands
in which list the file is, by a token of what the answer rested on: so all who hold advice that the law has
left behind are found without opening one file.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from raport.adapters.store import advice as store
from raport.adapters.store import exhibits as store_exhibits
from raport.adapters.store import files
from raport.adapters.store.advice import AdvisedRow, BasisRow
from raport.adapters.store.rows import FileRow
from raport.app.answers import (
    Answer,
    RefusedError,
    Why,
    answer_of,
    check_answer,
    check_length,
    check_provisions,
    library,
    still_holds,
    unsayable_in,
)
from raport.app.files import Added, Author, NotGrantedError, add, history, secrets_of, tree_of
from raport.app.laws import look, pack_of, pack_stamp
from raport.app.record import as_of_today, next_id, record
from raport.casefile import Piece, piece_named, piece_of_row
from raport.casefile.pieces import ACCOUNT
from raport.law import Pack, Role
from raport.law.resting import State, beside, changes

ADVICE, HELD = "answer", "answer-held"
"""Tables of pieces: what was said; that what was said was found still to hold."""

_SHORT = 80


@dataclass(frozen=True, slots=True)
class Told:
    """One piece of advice of a file, opened. `why`: what it rests on that is not as it was; `unsayable`: it
    held words that nobody may be told. Both empty, or `ended`: he need not be told anew. `id` is what it is
    held by now, `said` the piece in which it was written.
    """

    id: str
    said: str
    text: str
    on: date
    by: str | None
    answer: str
    version: int
    provisions: tuple[str, ...]
    pack: str
    why: Why
    before: Mapping[str, State]
    unsayable: bool
    ended: date | None

    @property
    def is_old(self) -> bool:
        """Whether he must be told anew."""
        return self.ended is None and (self.unsayable or bool(self.why))


@dataclass(frozen=True, slots=True)
class Holder:
    """A file whose person holds old advice: what of it is old, and since when he has it."""

    file: FileRow
    since: date
    why: Why
    unsayable: bool


# --- saying -----------------------------------------------------------------------------------------------


@transaction.atomic
def advise(
    file_id: str,
    text: str,
    author: Author,
    *,
    answer: str = "",
    provisions: Iterable[str] = (),
    corrects: Sequence[str] = (),
    told_on: date | None = None,
) -> str:
    """Write down what a person was told, and what it rested on. Nothing is sent from here. Gives its id.

    `answer`: the text of the library, where these are its words; it names its own provisions. `corrects`: the
    older advice of this file that it takes the place of. `told_on`: it was said on an earlier day, perhaps
    elsewhere: then it is written as it was said, and words that nobody may be told are to be corrected.

    Raises `RefusedError`, `NotGrantedError`; then nothing is written.
    """
    row = _file(file_id, author.member)
    earlier = told_on is not None and told_on < author.on
    on = told_on if told_on is not None and earlier else author.on
    if told_on is not None and told_on > author.on:
        raise RefusedError("day-to-come")
    text = check_length(text) if earlier else check_answer(text, row.jurisdiction)
    used = None if earlier else _used(row.jurisdiction, answer, text, author.on)
    rests = check_provisions((*provisions, *(used.provisions if used else ())), row.jurisdiction, on)
    _check_corrected(file_id, corrects)
    id_ = store_exhibits.new_id()
    value = {
        "text": text,
        "on": on.isoformat(),
        "answer": used.id if used else "",
        "version": used.version if used else 0,
        "provisions": list(rests),
        "pack": pack_stamp(row.jurisdiction),
        "corrects": list(corrects),
    }
    _write(row, Piece(ADVICE, id_, ACCOUNT, value), _title(used, text), author)
    unsayable = earlier and bool(unsayable_in(text, row.jurisdiction))
    if rests or unsayable:
        basis = _basis(row.jurisdiction, used, rests, unsayable=unsayable)
        store.put(AdvisedRow(id_, file_id, basis, on))
    store.end(corrects, author.on)
    return id_


@transaction.atomic
def confirm(file_id: str, ids: Sequence[str], author: Author) -> None:
    """What a person was told still holds by the law of today: somebody has compared the two. From now on it
    rests on the law as it stands. Raises `RefusedError` for words that nobody may be told.
    """
    row = _file(file_id, author.member)
    _check_corrected(file_id, ids)
    told = {t.id: t for t in told_of(file_id, author.member, author.on)}
    for old in (told[id_] for id_ in ids):
        if old.unsayable:
            raise RefusedError("forbidden", unsayable_in(old.text, row.jurisdiction))
        rests = check_provisions(old.provisions, row.jurisdiction, author.on)
        new = store_exhibits.new_id()
        value = {"advice": old.said, "on": author.on.isoformat(), "pack": pack_stamp(row.jurisdiction)}
        add(file_id, [Piece(HELD, new, ACCOUNT, value)], author)
        store.end([old.id], author.on)
        used = answer_of(row.jurisdiction, old.answer, author.on) if old.answer else None
        same = used if used is not None and used.version == old.version else None
        basis = _basis(row.jurisdiction, same, rests, unsayable=False)
        store.put(AdvisedRow(new, file_id, basis, old.on))


# --- who holds what ---------------------------------------------------------------------------------------


def told_of(file_id: str, member: str, day: date) -> list[Told]:
    """All that the person of a file was told, the oldest first. Raises `NotGrantedError`."""
    row = files.file(file_id)
    added = history(file_id, member)
    assert row is not None
    return told_in(added, row, day)


def told_in(added: Sequence[Added], row: FileRow, day: date) -> list[Told]:
    """The same of a file that was read already."""
    spoken = {a.piece.name: a for a in added if a.piece.table == ADVICE}
    named = {name: name for name in spoken}  # under which name each is held now
    for a in added:
        if a.piece.table == HELD and isinstance(a.piece.value, Mapping):
            named[str(a.piece.value["advice"])] = a.piece.name
    held = {h.id: h for h in store.of_file(row.id)}
    bases = {b.token: b for b in store.bases()} if held else {}
    old = _old(bases.values(), day)
    return [_told(a, named[said], held.get(named[said]), bases, old) for said, a in spoken.items()]


def holders(member: str, day: date, first: int = 0, count: int = 50) -> list[Holder]:
    """Those who hold old advice, the most endangered first; of the files this member may open."""
    bases = {b.token: b for b in store.bases()}
    old = _old(bases.values(), day)
    return [
        Holder(
            file=one.file,
            since=one.since,
            why={name: how for token in one.bases for name, how in old[token].items()},
            unsayable=any(bases[token].unsayable for token in one.bases),
        )
        for one in store.holders(list(old), member, first, count)
    ]


def count_holders(member: str, day: date) -> int:
    """How many there are, by the law as it is now."""
    look()
    return store.count_holders(list(_old(store.bases(), day)), member)


def red_texts(jurisdiction: str, day: date) -> list[Answer]:
    """The texts that may not be said until somebody has compared them with the law."""
    return [a for a in library(jurisdiction, day) if a.why]


def nearest(old: Sequence[Told], texts: Sequence[Answer], pack: Pack) -> str:
    """The text that rests on most of what the old advice rested on, or on what decides in its place; empty
    where none does.
    """
    own = {name for t in old for name in t.provisions}
    wider = own | {other for name in own if name in pack.provisions for other in beside(pack, name)}
    ranked = [(len(wider.intersection(a.provisions)), -n, a.id) for n, a in enumerate(texts)]
    best = max(ranked, default=(0, 0, ""))
    return best[2] if best[0] else ""


def _old(bases: Iterable[BasisRow], day: date) -> dict[str, Why]:
    """Of these bases those that the law has left behind, each with what has changed; or that never stood."""
    kept = store.texts()
    found: dict[str, Why] = {}
    for basis in bases:
        pack = pack_of(basis.jurisdiction)
        why = changes(basis.states, pack, day)
        if basis.answer and still_holds(basis.answer, basis.version, pack, kept, day, basis.states):
            why = {}
        if why or basis.unsayable:
            found[basis.token] = why
    return found


def _told(
    a: Added, name: str, held: AdvisedRow | None, bases: Mapping[str, BasisRow], old: Mapping[str, Why]
) -> Told:
    value = a.piece.value
    assert isinstance(value, Mapping)
    basis = bases.get(held.basis) if held is not None else None
    return Told(
        id=name,
        said=a.piece.name,
        text=str(value["text"]),
        on=date.fromisoformat(str(value["on"])),
        by=a.by,
        answer=str(value.get("answer", "")),
        version=int(value.get("version", 0)),
        provisions=tuple(value.get("provisions", ())),
        pack=str(value.get("pack", "")),
        why=old.get(basis.token, {}) if basis is not None else {},
        before=basis.states if basis is not None else {},
        unsayable=basis is not None and basis.unsayable,
        ended=held.ended if held is not None else None,
    )


# --- helpers ----------------------------------------------------------------------------------------------


def _file(file_id: str, member: str) -> FileRow:
    """The file, if this member may open it. Raises `NotGrantedError`."""
    row = files.file(file_id)
    if row is None:
        raise NotGrantedError("no such file on this desk")
    secrets_of(file_id, member)
    return row


def _used(jurisdiction: str, answer: str, text: str, day: date) -> Answer | None:
    """The text of the library whose words are said; None for words of one's own.

    Raises `RefusedError` where these are the words of a red text, chosen or typed.
    """
    texts = library(jurisdiction, day)
    if answer and answer not in {a.id for a in texts}:
        raise RefusedError("act")
    said = [a for a in texts if text in {words.strip() for words in a.says.values()}]
    for one in said:
        if one.why:
            pack = pack_of(jurisdiction)
            raise RefusedError("red-answer", cites(one.why, pack))
    return next((a for a in said if a.id == answer), None)


def cites(provisions: Iterable[str], pack: Pack) -> tuple[str, ...]:
    """How provisions are cited, in the first language of the pack; one it does not have by its id."""
    lang = pack.languages[0]
    return tuple(pack.provisions[n].cite[lang] if n in pack.provisions else n for n in provisions)


def _check_corrected(file_id: str, ids: Sequence[str]) -> None:
    open_ = {h.id for h in store.of_file(file_id) if h.ended is None}
    if not open_.issuperset(ids):
        raise RefusedError("nothing-to-correct")


def _write(row: FileRow, piece: Piece, title: str, author: Author) -> None:
    """The words to an enquiry; to a case also the event, so that it stands in the chronicle."""
    if row.kind == "enquiry":
        add(row.id, [piece], author)
    else:
        tree = tree_of(history(row.id, author.member))
        record(row.id, [*_events([(piece, title)], tree, pack_of(row.jurisdiction)), piece], author)


def events_of(
    pieces: Iterable[Piece], added: Iterable[Added], jurisdiction: str, author: Author
) -> list[Piece]:
    """The events by which answers that were said to an enquiry stand in the chronicle of the case that it
    becomes, or comes to; `added`: what that case holds.
    """
    said = [
        (p, _title(None, str(p.value["text"])))
        for p in pieces
        if p.table == ADVICE and isinstance(p.value, Mapping)
    ]
    tree = tree_of(added)
    events = _events(said, tree, pack_of(jurisdiction))
    return [*events, *as_of_today(tree, author)] if events else []


def _events(said: Sequence[tuple[Piece, str]], tree: Mapping[str, object], pack: Pack) -> list[Piece]:
    """One event an answer: its day, and in ring 2 what it was called."""
    kind = next((k.id for k in pack.kinds.values() if k.role is Role.ADVISES), "")
    if not kind:
        return []
    found: list[Piece] = []
    rows = list(_rows(tree))
    for piece, title in said:
        assert isinstance(piece.value, Mapping)
        id_ = next_id({**tree, "event": rows}, "event")
        event = {"id": id_, "kind": kind, "on": str(piece.value["on"]), "basis": "seen"}
        rows.append(event)
        found += [
            piece_of_row("event", event, pack),
            piece_named("account", id_, {"note": title}, pack),
        ]
    return found


def _rows(tree: Mapping[str, object]) -> list[Mapping[str, object]]:
    rows = tree.get("event", [])
    assert isinstance(rows, list)
    return rows


def _title(used: Answer | None, text: str) -> str:
    if used is not None:
        return next(iter(used.title.values()))
    line = text.partition("\n")[0]
    return line if len(line) <= _SHORT else line[: _SHORT - 1].rstrip() + "\u2026"


def _basis(jurisdiction: str, used: Answer | None, rests: Mapping[str, State], *, unsayable: bool) -> str:
    """Keep what advice rests on; gives its token."""
    answer, version = (used.id, used.version) if used is not None else ("", 0)
    whole = json.dumps([jurisdiction, answer, version, rests, unsayable], ensure_ascii=False, sort_keys=True)
    token = hmac.new(store.key(), whole.encode(), hashlib.sha256).hexdigest()
    store.put_basis(BasisRow(token, jurisdiction, answer, version, rests, unsayable))
    return token
