"""The library of answers: the pack's texts and the group's own, what each rests on, and whether it still may
be said.

A text is red while a provision it rests on is not as it was when somebody last compared the two; a red text
is not sent until that is done again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from raport.adapters.store import advice as store
from raport.adapters.store import enquiries as store_enquiries
from raport.adapters.store import exhibits as store_exhibits
from raport.adapters.store.advice import TextRow
from raport.adapters.store.enquiries import AnswerRow
from raport.app.files import Author
from raport.app.laws import look, pack_of
from raport.errors import RaportError
from raport.law import Pack, Text
from raport.law.check import forbidden_said
from raport.law.resting import Changed, State, changes, states

LONGEST_ANSWER = 20_000
MOST_PROVISIONS = 20

type Why = Mapping[str, tuple[Changed, ...]]
"""Provisions that are not as they were, and how."""


class RefusedError(RaportError):
    """What was asked cannot be done. `why`: the id of the sentence that says so; `what`: what it is about."""

    def __init__(self, why: str, what: tuple[str, ...] = ()) -> None:
        super().__init__(f"refused: {why}")
        self.why = why
        self.what = what


@dataclass(frozen=True, slots=True)
class Answer:
    """A text that may be answered with. `own`: the group's; then `title` and `says` have one language.

    `why`: it is red, and for what; empty: it may be said.
    """

    id: str
    version: int
    own: bool
    title: Text
    says: Text
    provisions: tuple[str, ...]
    why: Why

    @property
    def text(self) -> str:
        """The words, in the first language of the pack: that of the people who are answered."""
        return next(iter(self.says.values()))


def library(jurisdiction: str, day: date) -> list[Answer]:
    """The group's own texts in the order of their keys, then the pack's, by the law as it is now."""
    look()
    pack, kept = pack_of(jurisdiction), store.texts()
    own = [_own(row, pack, kept, day) for row in own_texts(jurisdiction)]
    return [*own, *(_of_pack(id_, pack, kept, day) for id_ in pack.advice)]


def answer_of(jurisdiction: str, id_: str, day: date) -> Answer | None:
    """One text of the library."""
    return next((a for a in library(jurisdiction, day) if a.id == id_), None)


def own_texts(jurisdiction: str) -> list[AnswerRow]:
    """The group's own texts, in the order of their keys."""
    return [row for row in store_enquiries.answers() if row.jurisdiction in ("", jurisdiction)]


@transaction.atomic
def save_answer(
    title: str,
    text: str,
    jurisdiction: str,
    author: Author,
    *,
    id_: str = "",
    provisions: Iterable[str] = (),
) -> AnswerRow:
    """A new text of the group's, or another wording of one, compared today with what it rests on.

    Raises `RefusedError`.
    """
    text, rests = check_answer(text, jurisdiction), check_provisions(provisions, jurisdiction, author.on)
    rows = store_enquiries.answers()
    before = next((r for r in rows if r.id == id_), None)
    row = AnswerRow(
        id=id_ or store_exhibits.new_id(),
        title=title.strip() or text.split("\n")[0][:60],
        text=text,
        version=_next(before, text, tuple(rests)),
        provisions=tuple(rests),
        jurisdiction=jurisdiction,
    )
    store_enquiries.set_answers([row if r is before else r for r in rows] + ([] if before else [row]))
    store.set_text(row.id, TextRow(row.version, rests, author.on.isoformat(), author.member))
    return row


def drop_answer(id_: str) -> None:
    """Answer with this text no more. What was said with it stays written."""
    store_enquiries.set_answers([r for r in store_enquiries.answers() if r.id != id_])


@transaction.atomic
def review(id_: str, jurisdiction: str, author: Author) -> None:
    """Somebody compared a text with the law of today and its words still hold. Raises `RefusedError`."""
    answer = answer_of(jurisdiction, id_, author.on)
    if answer is None:
        raise RefusedError("act")
    rests = check_provisions(answer.provisions, jurisdiction, author.on)
    store.set_text(id_, TextRow(answer.version, rests, author.on.isoformat(), author.member))


def remember_texts(jurisdiction: str) -> None:
    """Keep what the pack's texts rest on now, before another pack takes its place."""
    pack, kept = pack_of(jurisdiction), store.texts()
    for one in pack.advice.values():
        if one.id not in kept or kept[one.id].version < one.version:
            rests = states(pack, one.provisions, one.checked)
            store.set_text(one.id, TextRow(one.version, rests, one.checked.isoformat(), ""))


def still_holds(
    answer: str, version: int, pack: Pack, kept: Mapping[str, TextRow], day: date, before: Mapping[str, State]
) -> bool:
    """Whether somebody found that this version of the text holds by the law of today: what was said with it
    need not be said anew. `before`: what it rested on when it was said.
    """
    found = kept.get(answer)
    if found is None or found.version != version or set(found.states) != set(before):
        return False
    return bool(found.by) and not changes(found.states, pack, day)


def check_answer(text: str, jurisdiction: str) -> str:
    """The text, if it may be said. Raises `RefusedError` with the words that may not."""
    text = check_length(text)
    found = unsayable_in(text, jurisdiction)
    if found:
        raise RefusedError("forbidden", found)
    return text


def check_length(text: str) -> str:
    """The text, if there is one and it is not too long to be read."""
    text = text.strip()
    if not text:
        raise RefusedError("empty-answer")
    if len(text) > LONGEST_ANSWER:
        raise RefusedError("long-answer", (str(len(text)),))
    return text


def unsayable_in(text: str, jurisdiction: str) -> tuple[str, ...]:
    """The words of a text that nobody may be told (DESIGN 0.1, 0.6)."""
    found = forbidden_said({"ru": text, "en": text}, pack_of(jurisdiction))
    return tuple(dict.fromkeys(words for _, words, _ in found))


def check_provisions(names: Iterable[str], jurisdiction: str, day: date) -> dict[str, State]:
    """The provisions as they stand on a day. Raises `RefusedError` for one that the pack does not have, or
    that is not in force.
    """
    pack, wanted = pack_of(jurisdiction), list(dict.fromkeys(names))
    unknown = tuple(n for n in wanted if n not in pack.provisions)
    if unknown:
        raise RefusedError("unknown-provision", unknown)
    if len(wanted) > MOST_PROVISIONS:
        raise RefusedError("many-provisions", (str(MOST_PROVISIONS),))
    rests = states(pack, wanted, day)
    idle = tuple(n for n, state in rests.items() if not state)
    if idle:
        raise RefusedError("not-in-force", idle)
    return rests


def _own(row: AnswerRow, pack: Pack, kept: Mapping[str, TextRow], day: date) -> Answer:
    rests = kept[row.id].states if row.id in kept else {}
    lang = pack.languages[0]
    title, says = {lang: row.title}, {lang: row.text}
    return Answer(row.id, row.version, True, title, says, row.provisions, changes(rests, pack, day))


def _of_pack(id_: str, pack: Pack, kept: Mapping[str, TextRow], day: date) -> Answer:
    one = pack.advice[id_]
    found = kept.get(id_)
    if found is None or found.version < one.version:
        rests: Mapping[str, State] = states(pack, one.provisions, one.checked)
    else:
        rests = found.states
    return Answer(id_, one.version, False, one.label, one.says, one.provisions, changes(rests, pack, day))


def _next(before: AnswerRow | None, text: str, provisions: tuple[str, ...]) -> int:
    if before is None:
        return 1
    same = (before.text, before.provisions) == (text, provisions)
    return before.version if same else before.version + 1
