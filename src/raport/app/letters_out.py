"""Letters at the desk: a draft that is kept with its case, what people wrote into it, and what stops it.

A draft is a piece of ring 2: what was chosen, what fills its blanks, which words somebody let through. The
letter itself is made anew from the case each time it is looked at. What is known of a person (a name, an
address) is written into the case, once for all its letters; the rest stays with the draft.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime

from django.db import transaction

from raport.access import Standing
from raport.adapters.store import exhibits as store_exhibits
from raport.adapters.store import members
from raport.app.consents import SELF
from raport.app.drafts import SUFFIXES, Drafted, draft_assessed, make
from raport.app.files import Added, Author, add, history, read_tree, tree_of
from raport.app.laws import law_of
from raport.app.leaving import Parcel
from raport.app.mended import LONGEST as LONGEST_FORM
from raport.app.mended import mend, mended
from raport.app.record import record_identity
from raport.app.search_words import plain, terms, words
from raport.app.template_fields import Template
from raport.app.templates import template
from raport.assess import Assessment, Decision, Law, Remedy, assess
from raport.casefile import CaseFile, Piece
from raport.casefile.pieces import ACCOUNT
from raport.drafting import Blank, Letter, Paragraph, Stop, Why, Wish, letters_open
from raport.drafting.parties import author_of
from raport.errors import RaportError
from raport.law.letters import As, Cases, Form

TABLE = "draft"
LONGEST = 4000
"""Letters of what fills one blank."""
HELPER = "helper-named"
"""Not of the pack: a word by which the program, the group or a member could be known."""

_OWN_NAMES = ("raport",)
_OF_APPLICANT = {
    "applicant": "name",
    "applicant.name": "name",
    "applicant.short": "name",
    **{name: name for name in ("post", "unit", "address", "phone", "birth")},
}
_OF_AUTHOR = {
    "author": "name",
    "author.short": "name",
    "author.address": "address",
    "author.phone": "phone",
}
_OF_ADDRESSEE = {"to.name": "name", "to.address": "address"}
MEDIA: Mapping[Form, str] = {
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.SHEET: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.PDF: "application/pdf",
    Form.HAND: "application/pdf",
    Form.TELEGRAM: "text/plain; charset=utf-8",
    Form.PHONE: "text/plain; charset=utf-8",
}


class NoLetterError(RaportError):
    """There is no such letter now. `why`: advocate-only, not-open, no-draft, sent, dropped, no-lawyer,
    declined.
    """

    def __init__(self, why: str) -> None:
        super().__init__(f"no letter: {why}")
        self.why = why


@dataclass(frozen=True, slots=True)
class Edited:
    """The letter as it came back from Word: the exhibit that holds it, and its text."""

    exhibit: str
    name: str  # of the exhibit in the case file
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sent:
    """That it was sent: the exhibit that holds the version, and the event (with its paper) it became."""

    exhibit: str
    name: str
    sha256: str
    filing: str
    form: str
    on: str


@dataclass(frozen=True, slots=True)
class Cleared:
    """Words that somebody who may let through: who, and when."""

    wording: str
    words: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft as it was kept. `template`: of the group's own templates, or empty."""

    id: str
    remedy: str
    filing: str
    author: str
    to: str
    on: date
    fills: Mapping[str, str] = field(default_factory=dict)
    cleared: tuple[Cleared, ...] = ()
    template: str = ""
    edited: Edited | None = None
    sent: Sent | None = None
    dropped: bool = False
    changed: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it may still be changed."""
        return self.sent is None and not self.dropped

    def wish(self, *, filled: bool = True) -> Wish:
        """What is to be drafted. `filled`: with what was written into it."""
        return Wish(
            self.remedy,
            self.on,
            self.filing,
            self.author,
            self.to,
            let_through=frozenset((c.wording, c.words) for c in self.cleared),
            fills=self.fills if filled else {},
        )


@dataclass(frozen=True, slots=True)
class Place:
    """A blank by its name: what it lacks, how often it stands there, what was written into it.

    `times`: 0 where the letter leaves out what only he can say that he knows himself. `known`: the key of the
    identity it goes to; empty where it stays with the draft. `beside`: it is not in the letter itself, only
    in the text that is copied by hand or in the telegram.
    """

    id: str
    hint: str
    times: int
    value: str = ""
    known: str = ""
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A draft and its letter, with all that may stop it."""

    draft: Draft
    drafted: Drafted
    places: tuple[Place, ...]

    @property
    def letter(self) -> Letter:
        """The letter, stops by names of helpers with the others."""
        return self.drafted.letter

    @property
    def blanks(self) -> tuple[Place, ...]:
        """The places that are still blank."""
        still = {r.place for p in _bodies(self.letter) for r in p.runs if r.blank}
        return tuple(p for p in self.places if p.known or p.id in still)

    def blanks_of(self, form: Form) -> tuple[Blank, ...]:
        """What is blank in what leaves in this form."""
        counts: dict[str, int] = {}
        for paragraph in _of_form(self.letter, form):
            for run in paragraph.runs:
                if run.blank:
                    counts[run.text] = counts.get(run.text, 0) + 1
        return tuple(Blank(hint, times) for hint, times in counts.items())


# --- the steps that have a letter -------------------------------------------------------------------------


def steps(assessment: Assessment, law: Law) -> Mapping[str, list[Remedy]]:
    """The steps that are open and have a letter, by remedy: one for each paper it may go with."""
    found: dict[str, list[Remedy]] = {}
    for remedy in letters_open(assessment, law.pack).values():
        found.setdefault(remedy.id, []).append(remedy)
    return found


def authors_of(law: Law, remedy: str) -> tuple[str, ...]:
    """Who may write it."""
    voices = law.pack.letters.voices
    return tuple(a for a in law.pack.remedies[remedy].by if a in voices)


def assessed(file_id: str, member: str, on: date) -> tuple[CaseFile, Assessment, Law]:
    """The case as letters see it on a day. Raises `NotGrantedError`, `BadInput`."""
    tree = tree_of(history(file_id, member))
    law = law_of(str(tree["jurisdiction"]))
    file = _without_stopped(read_tree(tree, law.pack), file_id)
    return file, assess(file.case, law, on, file.account), law


def _without_stopped(file: CaseFile, file_id: str) -> CaseFile:
    """What is under the secrecy stop is annexed to nothing."""
    stopped = {row.name for row in store_exhibits.exhibits(file_id) if row.stopped}
    known = {
        name: replace(one, use_risk=True) if name in stopped else one
        for name, one in file.case.exhibits.items()
    }
    return replace(file, case=replace(file.case, exhibits=known))


# --- drafts -----------------------------------------------------------------------------------------------


def drafts_of(added: Iterable[Added]) -> list[Draft]:
    """The drafts of a file, as they stand, in the order they were begun."""
    last: dict[str, Added] = {}
    for one in added:
        if one.piece.table == TABLE and isinstance(one.piece.value, Mapping):
            last[one.piece.name] = one
    return [_read(one) for one in last.values()]


def draft_of(file_id: str, draft_id: str, member: str) -> Draft:
    """One of them. Raises `NoLetterError`, `NotGrantedError`."""
    for one in drafts_of(history(file_id, member)):
        if one.id == draft_id:
            return one
    raise NoLetterError("no-draft")


@transaction.atomic
def begin(file_id: str, wish: Wish, author: Author, template: str = "") -> Draft:
    """A new draft of a step that is open. Raises `NoLetterError`, `BadInput`."""
    drafted = drafted_of(file_id, wish, author.member, template)
    number = 1 + len(drafts_of(history(file_id, author.member)))
    letter = drafted.letter
    draft = Draft(
        f"d{number}",
        wish.remedy,
        letter.remedy.filing,
        letter.author,
        letter.to,
        wish.on,
        template=_template_id(drafted, template),
    )
    return keep(file_id, draft, author)


def choose_again(file_id: str, draft: Draft, wish: Wish, author: Author, template: str = "") -> Draft:
    """Another author, addressee, day or template for the same step. Raises as `begin` does."""
    _must_be_open(draft)
    drafted = drafted_of(file_id, replace(wish, remedy=draft.remedy), author.member, template)
    letter = drafted.letter
    chosen = replace(
        draft,
        filing=letter.remedy.filing,
        author=letter.author,
        to=letter.to,
        on=wish.on,
        template=_template_id(drafted, template),
    )
    return keep(file_id, chosen, author)


def _template_id(drafted: Drafted, template: str) -> str:
    return template if drafted.template is not None else ""


def drop(file_id: str, draft: Draft, author: Author) -> None:
    """It is put aside; what was written stays."""
    _must_be_open(draft)
    keep(file_id, replace(draft, dropped=True), author)


def take_up(file_id: str, draft: Draft, author: Author) -> None:
    """Go on with one that was put aside."""
    if draft.dropped:
        keep(file_id, replace(draft, dropped=False), author)


def keep(file_id: str, draft: Draft, author: Author) -> Draft:
    """Add the draft as it is now. Raises `NotGrantedError`."""
    told = asdict(draft) | {"on": draft.on.isoformat()}
    del told["id"], told["changed"]
    add(file_id, [Piece(TABLE, draft.id, ACCOUNT, told)], author)
    return draft


def _read(one: Added) -> Draft:
    told = one.piece.value
    assert isinstance(told, Mapping)
    edited, sent = told.get("edited"), told.get("sent")
    return Draft(
        **{
            **told,
            "id": one.piece.name,
            "on": date.fromisoformat(str(told["on"])),
            "cleared": tuple(Cleared(**c) for c in told.get("cleared", ())),
            "edited": None if not edited else Edited(**{**edited, "paragraphs": tuple(edited["paragraphs"])}),
            "sent": None if not sent else Sent(**sent),
            "changed": one.at,
        }
    )


# --- the letter -------------------------------------------------------------------------------------------


def drafted_of(file_id: str, wish: Wish, member: str, template_id: str = "") -> Drafted:
    """The letter of a wish. Raises `NoLetterError` where the case yields none or the step is not open.

    `template_id`: of the group's own Word files; one that is there no more is left out.
    """
    return _desk_of(file_id, wish, member, template_id).drafted(wish)


def made(file_id: str, draft: Draft, member: str) -> Made:
    """The letter of a draft, what is blank in it and what stops it. Raises as `drafted_of` does."""
    desk = _desk_of(file_id, draft.wish(), member, draft.template)
    drafted, bare = desk.drafted(draft.wish()), desk.drafted(draft.wish(filled=False)).letter
    return Made(draft, drafted, places_of(bare, draft, drafted))


@dataclass(frozen=True, slots=True)
class _Desk:
    """All that a letter is made from, read once."""

    file: CaseFile
    assessment: Assessment
    law: Law
    mended: Mapping[tuple[str, Cases], str]
    template: Template | None

    def drafted(self, wish: Wish) -> Drafted:
        """The letter, stopped by names of helpers too."""
        drafted = draft_assessed(self.file, self.law.pack, self.assessment, wish, self.mended, self.template)
        letter = drafted.letter
        given = [
            "".join(r.text for r in p.runs if r.given) if any(r.given for r in p.runs) else ""
            for p in _bodies(letter)
        ]
        stops = (*letter.stops, *helpers_in(given, self.file, self.law, wish))
        return replace(drafted, letter=replace(letter, stops=stops))


def _desk_of(file_id: str, wish: Wish, member: str, template_id: str) -> _Desk:
    file, assessment, law = assessed(file_id, member, wish.on)
    if assessment.advocate_only:
        raise NoLetterError("advocate-only")
    if wish.remedy not in steps(assessment, law):
        raise NoLetterError("not-open")
    own = template(template_id) if template_id else None
    return _Desk(file, assessment, law, mended(member), own)


def helpers_in(texts: Sequence[str], file: CaseFile, law: Law, wish: Wish) -> tuple[Stop, ...]:
    """Words by which the program, the group or a member would be known; not those of people of the case."""
    names = [m.name for m in members.members(removed=True)]
    names += [s.name for s in law.pack.standings if s.id == SELF]
    own = {t for name in _own_names(file.identity.values) for t in terms(name)}
    hidden = {t for name in (*names, *_OWN_NAMES) for t in terms(name) if len(t) > 2} - own
    found: dict[str, Stop] = {}
    for number, text in enumerate(map(plain, texts)):
        for word in words(text):
            if word.term in hidden:
                said = text[word.start : word.end]
                through = (HELPER, said) in wish.let_through
                found.setdefault(said, Stop(HELPER, said, number, through))
    return tuple(found.values())


def _own_names(identity: Mapping[str, object]) -> Iterable[str]:
    """The names of people of the case, whichever way they are written down."""
    for key, value in identity.items():
        if isinstance(value, Mapping):
            yield str(value.get("name", ""))
        elif key.endswith("name"):
            yield str(value)


def places_of(letter: Letter, draft: Draft, drafted: Drafted) -> tuple[Place, ...]:
    """The blanks of a letter into which nothing was written, each with what was written since."""
    counts: dict[str, Place] = {}
    is_self = drafted.pack.letters.voices[letter.author].is_self
    inside = {r.place for p in _written(letter) for r in p.runs if r.blank}
    for paragraph in _bodies(letter):
        for run in paragraph.runs:
            if not run.blank or not run.place:
                continue
            known = _known(run.place, drafted.file, letter, is_self=is_self)
            old = counts.get(known or run.place)
            value, beside = draft.fills.get(run.place, ""), run.place not in inside
            counts[known or run.place] = (
                Place(run.place, run.text, 1, value, known, beside)
                if old is None
                else replace(old, times=old.times + 1, beside=old.beside and beside)
            )
    asked = [place for out in letter.left_out if out.why is Why.HEARSAY for place in out.beside]
    hint = drafted.words("letter-ask")
    return (*counts.values(), *(Place(p, hint, 0, draft.fills.get(p, "")) for p in asked))


def _known(place: str, file: CaseFile, letter: Letter, *, is_self: bool) -> str:
    """The key of the identity that fills a place; empty where none does."""
    if place in _OF_APPLICANT:
        return _OF_APPLICANT[place]
    if place in _OF_AUTHOR:
        if is_self:
            return _OF_AUTHOR[place]
        person = author_of(file, letter.author)
        return f"{person}-{_OF_AUTHOR[place]}" if person else ""
    if place in _OF_ADDRESSEE and letter.to:
        return f"{letter.to}-{_OF_ADDRESSEE[place]}"
    if place == "who" and not is_self:
        return "name"
    return ""


def _written(letter: Letter) -> tuple[Paragraph, ...]:
    """What the letter itself says, by a template of the group's too."""
    own = (p for many in letter.fields.values() for p in many)
    return (*letter.paragraphs, *own)


def _bodies(letter: Letter) -> tuple[Paragraph, ...]:
    return (*_written(letter), *letter.hand, Paragraph(As.TEXT, letter.telegram))


def _of_form(letter: Letter, form: Form) -> tuple[Paragraph, ...]:
    if form is Form.HAND:
        return letter.hand
    if form is Form.TELEGRAM:
        above = tuple(p for p in letter.paragraphs if p.as_ is As.TO)
        return (*above, Paragraph(As.TEXT, letter.telegram))
    if form is Form.DOCX and letter.fields:
        return tuple(p for many in letter.fields.values() for p in many)
    return letter.paragraphs


# --- what people write into it ----------------------------------------------------------------------------


@transaction.atomic
def fill(file_id: str, draft: Draft, typed: Mapping[str, str], author: Author) -> Draft:
    """Write into blanks by their names; an empty text takes back. Raises as `drafted_of` does."""
    _must_be_open(draft)
    places = {p.id: p for p in made(file_id, draft, author.member).places}
    said = {id_: " ".join(text.split())[:LONGEST] for id_, text in typed.items() if id_ in places}
    of_people = {places[i].known: text for i, text in said.items() if places[i].known and text}
    if of_people:
        record_identity(file_id, of_people, author)
    kept = {i: text for i, text in said.items() if not places[i].known}
    fills = {i: text for i, text in {**draft.fills, **kept}.items() if text}
    return draft if fills == draft.fills else keep(file_id, replace(draft, fills=fills), author)


def may_clear(member: str) -> bool:
    """Whether this member's standing lets him let words through: an advocate, or one with a law degree."""
    row = members.member(member)
    return row is not None and Standing(row.standing) in (Standing.ADVOCATE, Standing.LAW_DEGREE)


def clear(file_id: str, draft: Draft, wording: str, said: str, author: Author) -> Draft:
    """Let these very words through in this draft. Raises `NoLetterError` for whom it is not given to."""
    _must_be_open(draft)
    if not may_clear(author.member):
        raise NoLetterError("no-lawyer")
    if any((c.wording, c.words) == (wording, said) for c in draft.cleared):
        return draft
    cleared = (*draft.cleared, Cleared(wording, said, author.member, author.at.isoformat()))
    return keep(file_id, replace(draft, cleared=cleared), author)


def stop_again(file_id: str, draft: Draft, wording: str, said: str, author: Author) -> Draft:
    """Take that back: anybody may."""
    _must_be_open(draft)
    kept = tuple(c for c in draft.cleared if (c.wording, c.words) != (wording, said))
    return draft if kept == draft.cleared else keep(file_id, replace(draft, cleared=kept), author)


def put_right(file_id: str, draft: Draft, typed: Mapping[tuple[str, Cases], str], author: Author) -> None:
    """Forms that the rules got wrong or were not sure of, remembered for all letters."""
    letter = made(file_id, draft, author.member).letter
    for one in letter.inflected:
        form = " ".join(typed.get((one.words, one.case), "").split())[:LONGEST_FORM]
        if form and (form != one.result or not one.sure):
            mend(file_id, one.words, one.case, form, author)


def must_not_be_declined(one: Made) -> None:
    """A step that he declined is not taken: until he decides otherwise no letter of it leaves. Raises
    `NoLetterError`.
    """
    if one.letter.remedy.decision is Decision.DECLINED:
        raise NoLetterError("declined")


def _must_be_open(draft: Draft) -> None:
    if draft.sent is not None:
        raise NoLetterError("sent")
    if draft.dropped:
        raise NoLetterError("dropped")


# --- given out --------------------------------------------------------------------------------------------


def parcel(file_id: str, draft: Draft, form: Form, author: Author) -> Parcel:
    """The letter in one of its forms. Raises `BadInput` while something stops it; else as `drafted_of`."""
    one = made(file_id, draft, author.member)
    must_not_be_declined(one)
    return Parcel(f"{draft.id}-{form.value}{SUFFIXES[form]}", MEDIA[form], make(one.drafted, form))
