"""A row of the docket: what is shown of one case, in every language of the desk, sealed to it."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field

from raport.adapters.keys import seal
from raport.adapters.store import opened
from raport.adapters.store.docket import DocketRow
from raport.app.files import NotGrantedError, open_with_any
from raport.app.promises import account_secrets
from raport.law import Text

URGENT, UNDECIDED, OVERDUE, DUE, ASK, REST = range(6)
"""Why a row stands where it does, the gravest first."""

RANKS = (URGENT, UNDECIDED, OVERDUE, DUE, ASK, REST)

ADVOCATE_ONLY, UNREADABLE = "advocate-only", "unreadable"
"""Reasons that are no id of the pack."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the docket shows of one case: ids of the pack, and its words in every language of the desk.

    `what`: the danger, step, term or question that puts it there; `paper`: the filing it concerns; `whom`:
    who may be asked, where it is not he himself. `conduct`: the record holds what tells against the person.
    """

    rank: int
    why: str = ""
    of: str = ""
    due: str = ""  # the last day, ISO, or empty
    maybe_over: bool = False  # by the strict count that day was another one, and is past
    over: str = ""  # the day on which their term ended, at the latest
    state: str = ""  # kind of the last stage of the first filing
    advocate_only: bool = False
    conduct: bool = False
    undecided: int = 0
    overdue: int = 0
    questions: int = 0
    what: Text = field(default_factory=dict)
    paper: Text = field(default_factory=dict)
    whom: Text = field(default_factory=dict)


def seal_row(row: Row, recipient: str) -> bytes:
    """The row as it is kept."""
    return seal(json.dumps(asdict(row), ensure_ascii=False).encode(), [recipient])


def open_row(sealed: bytes, secrets: Sequence[str]) -> Row | None:
    """The row; None where it opens with none of these (newest first)."""
    try:
        return Row(**json.loads(open_with_any(sealed, secrets)))
    except NotGrantedError:
        return None


def opened_rows(kept: Iterable[DocketRow], member: str) -> Mapping[str, Row | None]:
    """These rows by case, None where this member may not open it; what he opened before is not opened
    again.
    """
    found: dict[str, Row | None] = {}
    sealed = {}
    for one in kept:
        row = opened.known(member, one.sealed)
        if isinstance(row, Row):
            found[one.file] = row
        else:
            sealed[one.file] = one.sealed
    if sealed:
        secrets = account_secrets(sealed, member)
        for file, bytes_ in sealed.items():
            found[file] = row = open_row(bytes_, secrets[file])
            if row is not None:
                opened.know(member, bytes_, row)
    return found
