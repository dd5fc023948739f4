"""Papers on the desk that are read by the machine, and what a person accepts of it as an event of a case.

What was read (clean pages, words, one PDF) is kept sealed beside the exhibit, whose bytes are not touched;
its words are found by the search and are a machine's guess. Nothing becomes an event but by `accept`.
"""

import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import transaction

from raport.adapters import blobs
from raport.adapters.media import Kind
from raport.adapters.store import exhibits as store
from raport.adapters.store import files
from raport.adapters.store.exhibits import CopyRow
from raport.adapters.store.vaults import Vault
from raport.app import exhibits
from raport.app.exhibits import Exhibit
from raport.app.files import Author, history, read_tree, secrets_of, tree_of
from raport.app.laws import law_of, pack_of
from raport.app.record import next_id, record_row
from raport.casefile import CaseFile
from raport.casefile.pieces import ACCOUNT
from raport.dates import Span
from raport.errors import RaportError
from raport.reading.papers import Findings, PaperPage, Rect, Word

CLEAN, WORDS, PDF = "clean", "words", "pdf"
MOST_PAPER = 200 * 1024 * 1024
MOST_KEPT = 64 * 1024 * 1024
MOST_FOUND = 60_000
"""Letters of a paper that the search looks through."""
_READ = "read"


class NotAcceptedError(RaportError):
    """What was accepted makes no event. `why`: filing, kind, day, no-case, or stops: not every clock that it
    stops was agreed to.
    """

    def __init__(self, why: str) -> None:
        super().__init__(f"not accepted: {why}")
        self.why = why


@dataclass(frozen=True, slots=True)
class Unread:
    """A page, or a whole file (`page` is None), of which nothing was read."""

    name: str
    page: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as it was read: the exhibits it came in, its pages as words, what was not read of it."""

    exhibit: str
    exhibits: tuple[str, ...]
    pages: tuple[PaperPage, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a person took for what the paper says; each of it by a key press. `day` is in ISO."""

    filing: str
    kind: str
    day: str
    sender: str = ""
    notes: Mapping[str, str] = field(default_factory=dict)


def can_read(one: Exhibit) -> bool:
    """Whether it is a picture or a PDF that this member may open."""
    return one.mine and not one.stopped and one.kind in (Kind.IMAGE, Kind.PDF)


# --- reading ----------------------------------------------------------------------------------------------


def read_in(ids: Sequence[str], author: Author, step: Callable[[int], object] = lambda _: None) -> None:
    """Read these exhibits of one file as the pages of one paper, in this order, and keep what was read beside
    the first. Slow; call it outside a transaction. Raises `NoReaderError`, and what `exhibits.whole` raises.
    """
    from raport.app.reading import Given, scan

    seen = [exhibits.exhibit(id_, author.member) for id_ in ids]
    given = [Given(one.title, exhibits.whole(one.id, author, MOST_PAPER)) for one in seen]
    scanned = scan(given, step=step)
    told = {
        "exhibits": list(ids),
        "pages": [_written(page.words) for page in scanned.pages],
        "unread": [[r.name, r.page, r.why] for r in scanned.refused],
    }
    made = [(CLEAN, n, page.image, "image/jpeg") for n, page in enumerate(scanned.pages)]
    if scanned.pdf:
        made.append((PDF, 0, scanned.pdf, "application/pdf"))
    made.append((WORDS, 0, json.dumps(told, ensure_ascii=False).encode(), "application/json"))
    _keep(ids, made, len(scanned.pages), author)
    text = "\n".join(" ".join(w.text for w in page.words.words) for page in scanned.pages)
    exhibits.tell(ids[0], author, **{_READ: text[:MOST_FOUND]})


def paper_of(id_: str, author: Author) -> Paper | None:
    """What was read of an exhibit; None before that. Raises what `exhibits.told` raises."""
    data = _kept(id_, WORDS, 0, author)
    if data is None:
        return None
    told = json.loads(data)
    return Paper(
        id_,
        tuple(told["exhibits"]),
        tuple(_page(page) for page in told["pages"]),
        tuple(Unread(*one) for one in told["unread"]),
    )


def clean_page(id_: str, page: int, author: Author) -> bytes | None:
    """The clean picture of a page, a JPEG. Raises as `paper_of` does."""
    return _kept(id_, CLEAN, page, author)


def forget(id_: str, author: Author) -> None:
    """Drop what was read, to read it anew. Raises as `paper_of` does."""
    exhibits.told(id_, author.member)
    with transaction.atomic():
        gone = store.drop_read(id_)
        exhibits.tell(id_, author, **{_READ: ""})
        transaction.on_commit(lambda: _remove(gone))


def carry(file_id: str, to: str, author: Author) -> None:
    """What was read of the exhibits of a file, sealed anew beside the same exhibits in another file. Raises
    `NotGrantedError`.
    """
    there = {e.sha256: e.id for e in exhibits.exhibits(to, author.member) if can_read(e)}
    here = {e.id: there.get(e.sha256, "") for e in exhibits.exhibits(file_id, author.member) if can_read(e)}
    for id_ in here:
        paper = paper_of(id_, author)
        if paper is not None and all(here.get(one) for one in paper.exhibits):
            _carry(paper, [here[one] for one in paper.exhibits], author)


def _carry(paper: Paper, ids: Sequence[str], author: Author) -> None:
    kinds = [(CLEAN, n, "image/jpeg") for n in range(len(paper.pages))]
    made = [
        (kind, n, data, media)
        for kind, n, media in [*kinds, (PDF, 0, "application/pdf")]
        if (data := _kept(paper.exhibit, kind, n, author)) is not None
    ]
    told = {
        "exhibits": list(ids),
        "pages": [_written(page) for page in paper.pages],
        "unread": [[u.name, u.page, u.why] for u in paper.unread],
    }
    made.append((WORDS, 0, json.dumps(told, ensure_ascii=False).encode(), "application/json"))
    _keep(ids, made, len(paper.pages), author)


# --- what it seems to say ---------------------------------------------------------------------------------


def findings_of(paper: Paper, jurisdiction: str, case: CaseFile | None, on: date) -> Findings:
    """What is proposed of it and what is not, for a case where one is known. Raises `BadInput` where nobody
    has written down how letters of this jurisdiction are read.
    """
    from raport.app.reading import propose

    return propose(paper.pages, law_of(jurisdiction), case, on)[0]


# --- accepting --------------------------------------------------------------------------------------------


def event_row(case: CaseFile, accepted: Accepted, exhibit: str) -> dict[str, object]:
    """The event that it comes to, as a row of the case file. Raises `NotAcceptedError`."""
    from raport.adapters.sayings import load_paper_words

    pack = pack_of(case.case.jurisdiction)
    words, answer = load_paper_words(pack.id), pack.answers.get(accepted.kind)
    if words is None or answer is None:
        raise NotAcceptedError("kind")
    if accepted.filing not in {f.id for f in case.case.filings}:
        raise NotAcceptedError("filing")
    try:
        date.fromisoformat(accepted.day)
    except ValueError:
        raise NotAcceptedError("day") from None
    shape = words.event_of(accepted.kind)
    if shape.kind not in pack.kinds:
        raise NotAcceptedError("kind")
    known = pack.kinds[shape.kind].fields
    said = {
        "@outcome": answer.outcome,
        "@sender": accepted.sender if accepted.sender in pack.authorities else "",
    }
    fields = {name: said.get(value, value) for name, value in shape.fields.items() if name in known}
    row = {
        "kind": shape.kind,
        "filing": accepted.filing,
        "on": accepted.day,
        "basis": "seen",
        "proof": "documented",
        **{name: value for name, value in fields.items() if value},
    }
    return row | ({"exhibits": [exhibit]} if exhibit else {})


@dataclass(frozen=True, slots=True)
class Move:
    """A clock that would stand otherwise: `stops` where what is owed would no longer be asked for."""

    filing: str
    clock: str
    before: str
    after: str
    due: Span | None
    stops: bool


def moves(case_id: str, row: Mapping[str, object], author: Author) -> list[Move]:
    """What this event would do to the clocks of the case today; those that it stops first. Raises `BadInput`
    where it makes the case file unreadable, `NotGrantedError`.
    """
    from raport.app.reading import moves_of

    tree = tree_of(history(case_id, author.member))
    law = law_of(str(tree["jurisdiction"]))
    case = read_tree(tree, law.pack)
    rows, id_ = tree.get("event", []), next_id(tree, "event")
    assert isinstance(rows, list)
    then = {**tree, "event": [*rows, {**row, "id": id_, "exhibits": []}]}
    if "as-of" in tree:
        then["as-of"] = max(str(tree["as-of"]), author.on.isoformat())
    with_it = read_tree(then, law.pack)
    event = next(e for e in (*with_it.case.events, *with_it.account.events) if e.id == id_)
    found = moves_of(event, law, case, author.on)
    made = [
        Move(m.filing, m.clock, m.before.value if m.before else "", m.after.value, m.due, m.stops)
        for m in found
    ]
    return sorted(made, key=lambda m: (not m.stops, m.filing, m.clock))


def accept(
    paper: Paper, case_id: str, accepted: Accepted, author: Author, stopping: Sequence[str] = ()
) -> str:
    """Record what was accepted as an event of the case, its exhibit linked; gives the event's id.

    `stopping` names every clock that it stops, as `FILING CLOCK`: each was agreed to apart. The paper must
    lie in the case. Raises `NotAcceptedError`, `BadInput`, `NotGrantedError`; then nothing is recorded.
    """
    one = exhibits.exhibit(paper.exhibit, author.member)
    if one.file != case_id:
        raise NotAcceptedError("no-case")
    case = case_of(case_id, author.member)
    row = event_row(case, accepted, one.name)
    others = [exhibits.exhibit(id_, author.member).name for id_ in paper.exhibits if id_ != paper.exhibit]
    row["exhibits"] = [one.name, *others]
    stops = {f"{m.filing} {m.clock}" for m in moves(case_id, row, author) if m.stops}
    if stops - set(stopping):
        raise NotAcceptedError("stops")
    notes = {name: text for name, text in accepted.notes.items() if text}
    return record_row(case_id, "event", row, author, notes=notes or None)


def case_of(file_id: str, member: str) -> CaseFile:
    """The case file as it stands. Raises `NotGrantedError`."""
    tree = tree_of(history(file_id, member))
    return read_tree(tree, pack_of(str(tree["jurisdiction"])))


def events_with(case: CaseFile, name: str) -> list[str]:
    """The events of a case that an exhibit belongs to."""
    return [e.id for e in (*case.case.events, *case.account.events) if name in e.exhibits]


# --- helpers ----------------------------------------------------------------------------------------------


def _keep(
    ids: Sequence[str], made: Sequence[tuple[str, int, bytes, str]], pages: int, author: Author
) -> None:
    """Seal each of it in an object; the rows follow in one transaction, in the place of what was read before.
    Of what was stopped or destroyed meanwhile nothing is kept.
    """
    lead = exhibits.exhibit(ids[0], author.member)
    recipient = [k.recipient for k in files.keys(lead.file, author.member) if k.ring == ACCOUNT][-1]
    rows = []
    for kind, page, data, media in made:
        row = CopyRow(store.new_id(), page, pages, media, kind, tuple(ids[1:]))
        blobs.put(_folder(), row.id, io.BytesIO(data), recipient)
        rows.append(row)
    with transaction.atomic():
        gone = store.drop_read(lead.id)
        now = [exhibits.exhibit(id_, author.member) for id_ in ids]
        held = all(can_read(one) for one in now) and len({one.file for one in now}) == 1
        kept = held and all(store.add_copy(lead.id, row, author.at) for row in rows)
        if not kept:
            transaction.set_rollback(True)
    _remove(gone if kept else [row.id for row in rows])


def _kept(id_: str, kind: str, page: int, author: Author) -> bytes | None:
    one = exhibits.exhibit(id_, author.member)
    if not can_read(one):
        return None
    row = next((c for c in store.copies(id_, kind) if c.page == page), None)
    if row is None:
        return None
    return blobs.read(_folder(), row.id, secrets_of(one.file, author.member)[ACCOUNT], MOST_KEPT)


def _written(page: PaperPage) -> dict[str, object]:
    words = [
        [w.text, w.rect.left, w.rect.top, w.rect.width, w.rect.height, round(w.sure, 3), w.line]
        for w in page.words
    ]
    return {"width": page.width, "height": page.height, "words": words}


def _page(told: Mapping[str, list[list[object]]]) -> PaperPage:
    words = tuple(Word(w[0], Rect(*w[1:5]), w[5], w[6]) for w in told["words"])  # type: ignore[arg-type] # our own JSON
    return PaperPage(told["width"], told["height"], words)  # type: ignore[arg-type] # as it was written here


def _remove(names: Sequence[str]) -> None:
    for name in names:
        blobs.remove(_folder(), name)


def _folder() -> Path:
    return Vault(Path(settings.FOLDER)).objects
