"""Promises: what a member said he would do for somebody, by a day; made, kept or dropped, never forgotten.

The words are sealed to ring 2 of the case. Some promises the desk makes for a member itself (`Does.TRY`,
`Does.WELFARE`): they have no words, the page says them.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.db import transaction
from django.utils.translation import gettext as _

from raport.adapters.keys import seal
from raport.adapters.store import docket as store_docket
from raport.adapters.store import members
from raport.adapters.store import promises as store
from raport.adapters.store.promises import Load, PromiseRow
from raport.app import search_index
from raport.app.files import Author, NotGrantedError, open_with_any, secrets_from
from raport.casefile.pieces import ACCOUNT
from raport.errors import BadInput, Problem

LONGEST = 2000
"""Letters."""


class Does(Enum):
    """What was promised: what the words say, another try to reach him, a question after his welfare."""

    WORDS = "words"
    TRY = "try"
    WELFARE = "welfare"


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise with its words opened."""

    row: PromiseRow
    does: Does
    words: str

    @property
    def is_open(self) -> bool:
        """Whether it is still to be kept."""
        return self.row.kept is None and self.row.dropped is None


@transaction.atomic
def promise(
    file_id: str, member: str, due: date, words: str, author: Author, *, does: Does = Does.WORDS
) -> int:
    """A new promise of a member's, by a day. Raises `BadInput`, `NotGrantedError`."""
    problems = []
    if does is Does.WORDS and not words.strip():
        problems.append(Problem(_("what was promised"), _("nothing"), _("A few words are enough.")))
    if len(words) > LONGEST:
        problems.append(
            Problem(
                _("no more than {n} letters").format(n=LONGEST),
                str(len(words)),
                _("Write what is long into the case."),
            )
        )
    if due < author.on:
        problems.append(Problem(_("today or later"), f"{due:%d.%m.%Y}"))
    if members.member(member) is None:
        problems.append(Problem(_("a person of the list"), _("nobody")))
    if problems:
        raise BadInput(problems)
    _check_granted(file_id, author)
    recipients = [k.recipient for k in store_docket.keys_of([file_id], author.member, ACCOUNT)[file_id]]
    sealed = seal(json.dumps({"does": does.value, "words": words.strip()}).encode(), recipients[-1:])
    id_ = store.add_promise(file_id, member, due, sealed, author.at)
    search_index.put_promise(file_id, id_, words.strip())
    return id_


def keep_promise(id_: int, file_id: str, author: Author) -> bool:
    """It was done; False where there is no such open promise. Raises `NotGrantedError`."""
    _check_granted(file_id, author)
    return store.end_promise(id_, file_id, kept=author.at, dropped=None)


def drop_promise(id_: int, file_id: str, author: Author) -> bool:
    """It will not be done; False where there is no such open promise. Raises `NotGrantedError`."""
    _check_granted(file_id, author)
    return store.end_promise(id_, file_id, kept=None, dropped=author.at)


def promises_of(file_id: str, member: str) -> list[Promised]:
    """Every promise of a case, the open ones first."""
    return opened_promises(store.promises_of(file_id), member)


def open_promises(member: str, *, of: str = "", by: date | None = None) -> list[Promised]:
    """Open promises this member may read, by day: of one member, or due by a day, where asked."""
    return opened_promises(store.open_promises(member=of, by=by), member)


def opened_promises(rows: Sequence[PromiseRow], member: str) -> list[Promised]:
    """The same with their words, without those whose case this member was not granted."""
    secrets = account_secrets(dict.fromkeys(r.file for r in rows), member)
    return [opened_promise(r, secrets[r.file]) for r in rows if secrets[r.file]]


def account_secrets(files: Iterable[str], member: str) -> dict[str, list[str]]:
    """The secret halves of the keys of ring 2 of these files, newest first; none where it was not granted."""
    keys = store_docket.keys_of(list(files), member, ACCOUNT)
    return {f: secrets_from(many, member).get(ACCOUNT, []) for f, many in keys.items()}


def loads(today: date) -> list[Load]:
    """What lies on each member, and on nobody."""
    return store.loads(today)


def _check_granted(file_id: str, author: Author) -> None:
    if not account_secrets([file_id], author.member).get(file_id):
        raise NotGrantedError("no such file on this desk")


def opened_promise(row: PromiseRow, secrets: Sequence[str]) -> Promised:
    """A promise with its words. Raises `NotGrantedError`."""
    told = json.loads(open_with_any(row.words, secrets))
    return Promised(row, Does(told["does"]), told["words"])
