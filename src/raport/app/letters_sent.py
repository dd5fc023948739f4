"""What became of a letter: taken back from Word, given out again without traces, marked as sent.

The version that was sent is kept as an exhibit of the case, with its hash; sending it is an event, by which
the clocks of the case move.
"""

import difflib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import transaction

from raport.adapters.blobs import Stream
from raport.adapters.media import Kind, render
from raport.app import exhibits
from raport.app.drafts import make
from raport.app.exhibits import Exhibit
from raport.app.files import Author, history, read_tree, tree_of
from raport.app.laws import law_of, pack_of
from raport.app.leaving import Parcel
from raport.app.letters_out import (
    MEDIA,
    Draft,
    Edited,
    Made,
    NoLetterError,
    Sent,
    draft_of,
    helpers_in,
    keep,
    made,
    must_not_be_declined,
)
from raport.app.record import file_paper, next_id, record, record_row
from raport.casefile import Filing, Piece, join, piece_of_row
from raport.casefile.pieces import RECORD
from raport.drafting import Paragraph, Stop, stops_in
from raport.drafting.fields import filled_lines
from raport.law import Role
from raport.law.letters import Becomes, Form

EXPORTER = "letter"
EDITED = "edited"
"""Beside the forms of a letter: as it came back from Word."""

MOST_BYTES = 8 * 1024 * 1024
"""Of a letter that comes back."""

_HELD_SPACES = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " "})


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph that only one of the two has."""

    gone: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Back:
    """A letter that came back: how it differs from the draft, what is blank in it still, what stops it."""

    differences: tuple[Difference, ...]
    blanks: tuple[str, ...]
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Sending:
    """How it was sent: the version, the day, the way, what proves it."""

    form: str
    on: object  # a day of the case file
    begins: str = ""
    channel: str = ""
    proof: str = ""
    told: str = ""  # the number of the registered letter, who put the stamp: sealed
    challenges: str = ""


class NotReadyError(NoLetterError):
    """It may not be marked as sent: what is blank, and the words that stop it."""

    def __init__(self, blanks: Sequence[str], stops: Sequence[Stop]) -> None:
        super().__init__("not-ready")
        self.blanks, self.stops = tuple(blanks), tuple(stops)


# --- back from Word ---------------------------------------------------------------------------------------


def take_back(file_id: str, draft: Draft, name: str, data: bytes, author: Author) -> Draft:
    """Take a letter in as it was edited in Word, in place of one that came before. Call it outside a
    transaction. Raises `NotRenderedError` where it is no letter that may be taken, and as `take_in` does.
    """
    draft = _open_now(file_id, draft, author)
    made(file_id, draft, author.member)  # an advocate-only case takes none
    text = render(Kind.WORD, 0, lambda into: into(data)).data
    paragraphs = tuple(str(line) for line in json.loads(text))
    taken = exhibits.take_in(file_id, name, io.BytesIO(data), author)
    kept = keep(file_id, replace(draft, edited=Edited(taken.id, taken.name, paragraphs)), author)
    _destroy_edited(draft, author)
    return kept


def forget_edited(file_id: str, draft: Draft, author: Author) -> Draft:
    """Go back to the draft: what came from Word is destroyed."""
    if draft.edited is None or not draft.is_open:
        return draft
    kept = keep(file_id, replace(draft, edited=None), author)
    _destroy_edited(draft, author)
    return kept


def _destroy_edited(draft: Draft, author: Author) -> None:
    if draft.edited is not None:
        exhibits.destroy(draft.edited.exhibit, author)


def back(one: Made) -> Back:
    """How what came back stands to the draft."""
    edited, drafted = one.draft.edited, one.drafted
    assert edited is not None, "asked only where something came back"
    law = law_of(drafted.file.case.jurisdiction)
    wish = one.draft.wish()
    ours = [_plain(p.text) for p in _in_word(one)]
    theirs = [_plain(text) for text in edited.paragraphs]
    hints = [p.hint for p in one.places]
    standing = [hint for hint in dict.fromkeys(hints) if any(f"[{_plain(hint)}]" in text for text in theirs)]
    own = frozenset(ours)
    changed = [text if text not in own else "" for text in theirs]
    stops = (*stops_in(theirs, law.pack, wish), *helpers_in(changed, drafted.file, law, wish))
    return Back(tuple(_differences(ours, theirs)), tuple(standing), stops)


def _in_word(one: Made) -> Sequence[Paragraph]:
    """The paragraphs as the Word file has them."""
    template, letter = one.drafted.template, one.letter
    return filled_lines(template.own, letter.fields) if template is not None else letter.paragraphs


def _differences(ours: Sequence[str], theirs: Sequence[str]) -> list[Difference]:
    found: list[Difference] = []
    for what, a, b, c, d in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        gone, new = list(ours[a:b]), list(theirs[c:d])
        for n in range(max(len(gone), len(new))):
            found.append(Difference(gone[n] if n < len(gone) else "", new[n] if n < len(new) else ""))
    return found


def _plain(text: str) -> str:
    return " ".join(text.translate(_HELD_SPACES).split())


def edited_parcel(file_id: str, draft: Draft, author: Author) -> Parcel:
    """What came back, as it leaves: without properties and traces of editing. Raises `NotReadyError` while
    words in it stop it.
    """
    assert draft.edited is not None, "asked only where something came back"
    one = made(file_id, draft, author.member)
    must_not_be_declined(one)
    stopped = [s for s in back(one).stops if not s.cleared]
    if stopped:
        raise NotReadyError((), stopped)
    data = b"".join(exhibits.original(draft.edited.exhibit, author, EXPORTER))
    clean = render(Kind.WORD, 1, lambda into: into(data)).data
    return Parcel(f"{draft.id}-{EDITED}.docx", MEDIA[Form.DOCX], clean)


# --- sent -------------------------------------------------------------------------------------------------


def forms_to_send(one: Made) -> tuple[str, ...]:
    """What may be said to have been sent: the sheet for counsel and the telephone script are not letters."""
    forms = [f.value for f in Form if f in one.letter.skeleton.forms and f not in (Form.SHEET, Form.PHONE)]
    return (EDITED, *forms) if one.draft.edited is not None else tuple(forms)


def in_the_way(one: Made, form: str) -> tuple[list[str], list[Stop]]:
    """What keeps this version from being marked as sent: hints of blanks, words that stop it."""
    if form == EDITED:
        came = back(one)
        return list(came.blanks), [s for s in came.stops if not s.cleared]
    return [b.hint for b in one.blanks_of(Form(form))], list(one.letter.stopped)


def mark_sent(
    file_id: str,
    draft: Draft,
    sending: Sending,
    author: Author,
    proofs: Sequence[tuple[str, Stream]] = (),
) -> Draft:
    """Say that it was sent: the version and what proves it are kept, the case goes on from there. Call it
    outside a transaction. Raises `NotReadyError`, `NoLetterError`, `BadInput`; then nothing is recorded.
    """
    draft = _open_now(file_id, draft, author)
    one = made(file_id, draft, author.member)
    must_not_be_declined(one)
    if not is_sent_to_anybody(one):
        raise NoLetterError("nobody")
    if sending.form not in forms_to_send(one):
        raise NoLetterError("no-form")
    blanks, stops = in_the_way(one, sending.form)
    if blanks or stops:
        raise NotReadyError(blanks, stops)
    _check(file_id, one, sending, author)
    version = _version(file_id, one, sending.form, author)
    attached = [exhibits.take_in(file_id, name, stream, author) for name, stream in proofs]
    return _record(file_id, one, sending, version, attached, author)


def _open_now(file_id: str, draft: Draft, author: Author) -> Draft:
    """The draft as it stands, if it may still be changed: another window may have sent it."""
    found = draft_of(file_id, draft.id, author.member)
    if not found.is_open:
        raise NoLetterError("sent" if found.sent else "dropped")
    return found


def is_sent_to_anybody(one: Made) -> bool:
    """Whether the paper goes to an authority: a record of what was refused is kept, not sent."""
    return bool(one.letter.to) or one.letter.skeleton.becomes is not None


def begins_of(one: Made) -> tuple[str, ...]:
    """The kinds of event that sending it may be: the pack's, where it says one."""
    becomes = one.letter.skeleton.becomes
    if becomes is not None and becomes.begins:
        return (becomes.begins,)
    kinds = one.drafted.pack.kinds.values()
    return tuple(k.id for k in kinds if k.role is Role.BEGINS and k.stage)


def challenged(one: Made) -> str:
    """What the paper goes against, if the pack says that it goes against something."""
    becomes = one.letter.skeleton.becomes
    return one.letter.remedy.filing if becomes is not None and becomes.challenges else ""


def _paper(one: Made, sending: Sending) -> dict[str, object] | None:
    """The row of the new paper; None where it is an event of the one it was drafted for."""
    letter, becomes = one.letter, one.letter.skeleton.becomes
    if becomes is None or not becomes.kind:
        return None
    of = _filing(one)
    row: dict[str, object] = {"kind": becomes.kind, "author": letter.author, "channel": sending.channel}
    row |= {"asks": becomes.asks or _asks(becomes, of)}
    row |= {"to": [letter.to] if letter.to else []}
    against = sending.challenges or challenged(one)
    row |= {"challenges": [against] if against else []}
    row |= {"what": one.drafted.pack.remedies[letter.remedy.id].what}
    row |= {"about": [a for a in (of.about or of.to) if a != letter.to] if of is not None and against else []}
    return {key: value for key, value in row.items() if value}


def _asks(becomes: Becomes, of: Filing | None) -> str:
    """What it asks where the pack does not say: what a paper of its kind asked before it."""
    return of.asks if of is not None and of.kind == becomes.kind else ""


def _filing(one: Made) -> Filing | None:
    return next((f for f in one.drafted.file.case.filings if f.id == one.letter.remedy.filing), None)


def _event(one: Made, sending: Sending, exhibits_: Sequence[str]) -> dict[str, object]:
    known = begins_of(one)
    kind = sending.begins if sending.begins in known else known[0]
    row: dict[str, object] = {"kind": kind, "on": sending.on or "..", "proof": sending.proof}
    row |= {"exhibits": list(exhibits_)}
    return {key: value for key, value in row.items() if value}


def _check(file_id: str, one: Made, sending: Sending, author: Author) -> None:
    """That the case can be read with it, before anything is kept. Raises `BadInput`."""
    added = [a.piece for a in history(file_id, author.member)]
    tree = join(added)
    pack = pack_of(str(tree["jurisdiction"]))
    event = _event(one, sending, ()) | {"id": next_id(tree, "event")}
    paper = _paper(one, sending)
    pieces = []
    if paper is not None:
        event["filing"] = next_id(tree, "filing")
        pieces.append(piece_of_row("filing", {"id": event["filing"], **paper}, pack))
    elif one.letter.remedy.filing:
        event["filing"] = one.letter.remedy.filing
    pieces.append(piece_of_row("event", event, pack))
    if isinstance(tree.get("as-of"), str):
        pieces.append(Piece("head", "as-of", RECORD, max(str(tree["as-of"]), author.on.isoformat())))
    read_tree(join([*added, *pieces]), pack)


def _version(file_id: str, one: Made, form: str, author: Author) -> Exhibit:
    """The exhibit that holds the very version."""
    if form == EDITED:
        assert one.draft.edited is not None, "asked only where something came back"
        return exhibits.exhibit(one.draft.edited.exhibit, author.member)
    from raport.app.drafts import SUFFIXES

    name = f"{one.draft.id}-{form}{SUFFIXES[Form(form)]}"
    return exhibits.take_in(file_id, name, io.BytesIO(make(one.drafted, Form(form))), author)


@transaction.atomic
def _record(
    file_id: str, one: Made, sending: Sending, version: Exhibit, attached: Sequence[Exhibit], author: Author
) -> Draft:
    draft = _open_now(file_id, one.draft, author)
    event = _event(one, sending, [version.name, *(x.name for x in attached)])
    notes = {"sent": sending.told} if sending.told else None
    paper = _paper(one, sending)
    filing = one.letter.remedy.filing
    if paper is not None:
        filing = file_paper(file_id, paper, event, author, notes=notes)
    else:
        if filing:
            event["filing"] = filing
            _say_channel(file_id, filing, sending.channel, author)
        record_row(file_id, "event", event, author, notes=notes)
    sent = Sent(version.id, version.name, version.sha256, filing, sending.form, str(sending.on or ""))
    return keep(file_id, replace(draft, sent=sent), author)


def _say_channel(file_id: str, filing: str, channel: str, author: Author) -> None:
    """By which way a paper went that was written down before it went."""
    rows = tree_of(history(file_id, author.member)).get("filing", [])
    assert isinstance(rows, list)
    row: Mapping[str, object] = next(r for r in rows if r["id"] == filing)
    if channel and not row.get("channel"):
        record(file_id, [Piece("filing", filing, RECORD, {**row, "channel": channel})], author)
