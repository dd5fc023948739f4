"""Forms of names, ranks and posts that people put right by hand, remembered for all letters of the vault.

They may hold a name, so they lie sealed to the members, and each stands by the file it was put right in: when
that file is erased its words are forgotten.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from raport.adapters.keys import NotOpenedError, open_sealed, seal
from raport.adapters.store import files as store_files
from raport.adapters.store import letters as store
from raport.adapters.store import members
from raport.app.files import Author
from raport.law.letters import Cases

LONGEST = 300
"""Letters of one form."""


@dataclass(frozen=True, slots=True)
class Word:
    """Words in a case as somebody wrote them; `file`: in whose letter."""

    file: str
    words: str
    case: Cases
    form: str


def mended(member: str) -> dict[tuple[str, Cases], str]:
    """Every form that this member may read; of two the later one stands."""
    opened, _ = _opened(member)
    return {(w.words, w.case): w.form for w in _of_files(opened)}


@transaction.atomic
def mend(file_id: str, words: str, case: Cases, form: str, author: Author) -> None:
    """Remember a form; an empty one is forgotten."""
    opened, closed = _opened(author.member)
    kept = [w for w in _of_files(opened) if (w.words, w.case) != (words, case)]
    if form:
        kept.append(Word(file_id, words, case, form))
    whole = json.dumps([[w.file, w.words, w.case.value, w.form] for w in kept], ensure_ascii=False)
    sealed = seal(whole.encode(), [m.recipient for m in members.members()])
    store.keep_mended([*closed, b64encode(sealed).decode()])


def _opened(member: str) -> tuple[list[Word], list[str]]:
    """What this member may read, in order, and what is sealed to others only: of before he came."""
    secret = members.secret_of_member(member)
    opened: list[Word] = []
    closed: list[str] = []
    for one in store.mended():
        try:
            rows = json.loads(open_sealed(b64decode(one), secret))
        except NotOpenedError:
            closed.append(one)
            continue
        opened += [Word(file, words, Cases(case), form) for file, words, case, form in rows]
    return opened, closed


def _of_files(words: Sequence[Word]) -> list[Word]:
    """Without those of files that were erased."""
    known = {row.id for row in store_files.files({w.file for w in words})}
    return [w for w in words if w.file in known]
