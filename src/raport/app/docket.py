"""The docket: one row a case, kept as a cache that says until when it holds.

A row is computed in the transaction that adds to the case, and anew when its last day has passed, when the
law or Raport became another. What it says rests on ring 2 and is sealed to the case; `check_rows` proves each
row equal to a fresh assessment.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, timedelta
from enum import Enum
from functools import cache
from itertools import batched
from typing import NamedTuple

from django.db import transaction

from raport import __version__
from raport.adapters.keys import seal
from raport.adapters.sentences import load_words
from raport.adapters.store import docket as store
from raport.adapters.store import files as store_files
from raport.adapters.store.docket import DocketRow, Wanted
from raport.adapters.store.files import KeyRow
from raport.adapters.store.rows import FileRow, PieceRow
from raport.app.files import (
    Author,
    NotGrantedError,
    history,
    open_with_any,
    opened_pieces,
    read_tree,
    secrets_from,
    tree_of,
)
from raport.app.laws import law_of
from raport.app.promises import account_secrets
from raport.assess import (
    Assessment,
    Certainty,
    Clock,
    ClockState,
    Danger,
    Decision,
    FilingStatus,
    Question,
    assess,
)
from raport.assess.lasting import Turning, lasts, turning_of
from raport.casefile import CaseFile, join
from raport.casefile.pieces import ACCOUNT
from raport.errors import BadInput
from raport.law import Pack, Role, Text
from raport.prose import Telling, Words

URGENT, UNDECIDED, OVERDUE, DUE, ASK, REST = range(6)
"""Why a row stands where it does, the gravest first."""

RANKS = (URGENT, UNDECIDED, OVERDUE, DUE, ASK, REST)

SOON = 7
"""Days: what ends within them is due."""

ADVOCATE_ONLY, UNREADABLE = "advocate-only", "unreadable"
"""Reasons that are no id of the pack."""

LANGUAGES = ("ru", "en")
AT_ONCE = 25
"""So many rows are computed between two looks at what changed meanwhile."""


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


@dataclass(frozen=True, slots=True)
class Line:
    """A case in the list: its file, its row opened (None: none yet), and whether the row holds today."""

    file: FileRow
    row: Row | None
    on: date | None
    stale: bool


# --- one case ---------------------------------------------------------------------------------------------


def assess_file(file_id: str, member: str, today: date) -> tuple[CaseFile, Assessment]:
    """The case file as it stands, and what is said of it on a day."""
    tree = tree_of(history(file_id, member))
    law = law_of(str(tree["jurisdiction"]))
    file = read_tree(tree, law.pack)
    return file, assess(file.case, law, today, file.account)


def refresh(file_id: str, author: Author) -> None:
    """Compute the row of a case anew and keep it, in the transaction that added to it.

    Raises `NotGrantedError`, which takes back what was added.
    """
    rows = [row for _, row in _compute([file_id], author.member, author.on)]
    if not rows:
        raise NotGrantedError("no such file on this desk")
    store.put(rows)


def row_of(a: Assessment, file: CaseFile) -> Row:
    """The docket's row of an assessment."""
    pack = law_of(a.jurisdiction).pack
    row = Row(
        rank=REST,
        state=next((f.state for f in a.filings if f.state), ""),
        advocate_only=a.advocate_only,
        conduct=bool(a.advocate_because),
        undecided=sum(r.decision is Decision.UNDECIDED and r.leads for r in a.remedies),
        overdue=sum(b.certainty is Certainty.CERTAIN for f in a.filings for b in f.breaches),
        questions=len(a.questions),
    )
    return _reason(a, file, pack, row)


def law_stamp(jurisdiction: str) -> str:
    """By which law and by which Raport a row was computed."""
    pack = law_of(jurisdiction).pack
    return f"{pack.id} {pack.checked.isoformat()} {__version__}"


# --- the list ---------------------------------------------------------------------------------------------


def lines(wanted: Wanted, member: str, today: date, first: int, count: int) -> list[Line]:
    """Some of the cases this member may open, the gravest first, their rows opened."""
    listed = store.page(wanted, member, first, count)
    secrets = account_secrets([one.file.id for one in listed], member)
    stamps = _stamps({one.file.jurisdiction for one in listed})
    return [_line(one, secrets[one.file.id], today, stamps) for one in listed]


def count_ranks(wanted: Wanted, member: str) -> Mapping[int, int]:
    """How many such cases stand in each rank; -1: not computed yet."""
    return store.count(wanted, member)


def line_of(file: FileRow, member: str, today: date) -> Line:
    """One case as the list has it. Raises `NotGrantedError`."""
    secrets = account_secrets([file.id], member)[file.id]
    if not secrets:
        raise NotGrantedError("no such file on this desk")
    one = store.Listed(file, store.rows([file.id]).get(file.id))
    return _line(one, secrets, today, _stamps([file.jurisdiction]))


def lines_of(files: Sequence[FileRow], member: str, today: date) -> dict[str, Line]:
    """Those of the files that this member may open, as the list has them."""
    ids = [f.id for f in files]
    rows, secrets = store.rows(ids), account_secrets(ids, member)
    stamps = _stamps({f.jurisdiction for f in files})
    return {
        f.id: _line(store.Listed(f, rows.get(f.id)), secrets[f.id], today, stamps)
        for f in files
        if secrets.get(f.id)
    }


def _line(one: store.Listed, secrets: Sequence[str], today: date, stamps: Mapping[str, str]) -> Line:
    row = one.row
    if row is None:
        return Line(one.file, None, None, stale=True)
    return Line(one.file, _open_row(row.sealed, secrets), row.on, not _holds(row, one.file, today, stamps))


def _holds(row: DocketRow, file: FileRow, today: date, stamps: Mapping[str, str]) -> bool:
    return row.on <= today <= row.valid_until and row.law == stamps.get(file.jurisdiction)


def _open_row(sealed: bytes, secrets: Sequence[str]) -> Row | None:
    """The row; None where it opens with none of these (newest first)."""
    try:
        return Row(**json.loads(open_with_any(sealed, secrets)))
    except NotGrantedError:
        return None


def _stamps(jurisdictions: Iterable[str]) -> dict[str, str]:
    return {j: law_stamp(j) for j in jurisdictions}


# --- many cases -------------------------------------------------------------------------------------------


def stale_files(today: date) -> list[str]:
    """The open cases whose row does not hold for today, the gravest first."""
    return store.stale(today, _stamps(store_files.jurisdictions()))


def recompute(files: Iterable[str], member: str, today: date) -> Iterator[int]:
    """Compute these rows anew, some at a time; gives how many were done each time.

    Nothing is locked while it counts: a case that was added to meanwhile has a newer row, which stays.
    """
    for some in batched(files, AT_ONCE):
        fresh = [row for _, row in _compute(some, member, today)]
        with transaction.atomic():
            last = store.last_seqs(some)
            store.put(r for r in fresh if last.get(r.file) == r.seq)
        yield len(some)


class Fault(Enum):
    """What is wrong with a row that was kept, or not wrong."""

    DIFFERS = "differs"  # it holds for today, and a fresh assessment says something else
    MISSING = "missing"
    STALE = "stale"  # its day has passed: it is computed anew when the desk is next opened, and shown as old
    UNREADABLE = "unreadable"  # the case is not a case file by the law of today

    @property
    def told(self) -> str:
        """The same for a terminal."""
        return _FAULTS[self]

    @property
    def grave(self) -> bool:
        """Whether the desk showed, or would show, what is not so."""
        return self is not Fault.STALE


_FAULTS = {
    Fault.DIFFERS: "its row differs from a fresh assessment",
    Fault.MISSING: "it has no row",
    Fault.STALE: "its row is of another day or law, and is computed anew when the desk is opened",
    Fault.UNREADABLE: "it is not a case file by the law of today",
}


@dataclass(frozen=True, slots=True)
class Checked:
    """One case and what is wrong with its row: None where it is equal to a fresh assessment."""

    file: str
    fault: Fault | None


def count_open() -> int:
    """How many open cases and matters there are."""
    return len(store.open_cases())


def check_rows(member: str, today: date, step: Callable[[int], object]) -> Iterator[Checked]:
    """Compare every kept row of an open case with a fresh assessment; `step` is told how many were done."""
    stamps = _stamps(store_files.jurisdictions())
    for some in batched(store.open_cases(), AT_ONCE):
        kept, secrets = store.rows(some), account_secrets(some, member)
        for file, fresh in _compute(some, member, today):
            fault = _fault(kept.get(file), fresh, secrets[file], today, stamps)
            yield Checked(file, fault)
        step(len(some))


def _fault(
    kept: DocketRow | None, fresh: DocketRow, secrets: Sequence[str], today: date, stamps: Mapping[str, str]
) -> Fault | None:
    fresh_row = _open_row(fresh.sealed, secrets)
    if fresh_row is not None and fresh_row.why == UNREADABLE:
        return Fault.UNREADABLE
    if kept is None:
        return Fault.MISSING
    if not kept.on <= today <= kept.valid_until or kept.law not in stamps.values():
        return Fault.STALE
    shown = (kept.rank, kept.due, _open_row(kept.sealed, secrets))
    return None if shown == (fresh.rank, fresh.due, fresh_row) else Fault.DIFFERS


def _compute(files: Sequence[str], member: str, today: date) -> Iterator[tuple[str, DocketRow]]:
    """Fresh rows of these cases, of those that this member may open."""
    pieces, keys = store.pieces_of(files), store.keys_of(files, member)
    for id_ in files:
        try:
            yield id_, _fresh(id_, pieces[id_], keys[id_], member, today)
        except NotGrantedError:
            continue


def _fresh(
    id_: str, pieces: Sequence[PieceRow], keys: Sequence[KeyRow], member: str, today: date
) -> DocketRow:
    secrets = secrets_from(keys, member)
    if not secrets:
        raise NotGrantedError("no such file on this desk")
    tree = join(opened_pieces(pieces, secrets))
    jurisdiction = str(tree["jurisdiction"])
    law = law_of(jurisdiction)
    try:
        file = read_tree(tree, law.pack)
    except BadInput:  # the law of today has other words: a person must look at it
        row, last = Row(rank=URGENT, why=UNREADABLE), today
    else:
        a = assess(file.case, law, today, file.account)
        row = row_of(a, file)
        last = lasts(a, file.case, file.account, law, _turning(jurisdiction), within=(SOON,))
    recipient = next(k.recipient for k in reversed(keys) if k.ring == ACCOUNT)
    return DocketRow(
        file=id_,
        on=today,
        valid_until=last,
        law=law_stamp(jurisdiction),
        seq=pieces[-1].seq,
        sealed=seal(json.dumps(asdict(row), ensure_ascii=False).encode(), [recipient]),
        rank=row.rank,
        due=date.fromisoformat(row.due) if row.due else None,
    )


@cache
def _turning(jurisdiction: str) -> Turning:
    return turning_of(law_of(jurisdiction))


# --- why a row stands where it does -----------------------------------------------------------------------


def _reason(a: Assessment, file: CaseFile, pack: Pack, row: Row) -> Row:
    """The row with the gravest thing that is to be said of the case: its rank, what it is, by when."""
    closing = _closing(a)
    soon = [c for c in closing if c.day <= a.on + timedelta(days=SOON)]
    day = soon[0].day.isoformat() if soon else ""
    urgent = _urgent(a, file, pack)
    if urgent:
        first = urgent[0]
        what = _label_of_danger(first.id, pack)
        return replace(row, rank=URGENT, why=first.id, of=first.filing, due=day, what=what)
    if a.advocate_only:
        return replace(row, rank=URGENT, why=ADVOCATE_ONLY, due=day)
    undecided = [r for r in a.remedies if r.leads and r.decision is Decision.UNDECIDED]
    if undecided:
        step = undecided[0]
        what = dict(pack.remedies[step.id].label)
        return replace(
            row,
            rank=UNDECIDED,
            why=step.id,
            of=step.filing,
            due=day,
            what=what,
            paper=_paper(a, step.filing, pack),
        )
    over = [(c, f) for f in a.filings for c in f.clocks if _is_over(c)]
    if over:
        clock, filing = min(over, key=lambda o: _end_of(o[0]))
        end = _end_of(clock)
        return replace(
            row,
            rank=OVERDUE,
            why=clock.rule,
            of=filing.id,
            over=end.isoformat(),
            due=day,
            what=dict(pack.clocks[clock.rule].label),
            paper=_paper(a, filing.id, pack),
        )
    if soon:
        ours = soon[0]
        return replace(
            row,
            rank=DUE,
            why=ours.rule,
            of=ours.filing,
            due=day,
            maybe_over=ours.maybe,
            what=dict(pack.clocks[ours.rule].label),
            paper=_paper(a, ours.filing, pack),
        )
    later = closing[0].day.isoformat() if closing else ""
    if a.questions:
        first_asked = a.questions[0]
        return replace(
            row,
            rank=ASK,
            why=first_asked.id,
            of=first_asked.of,
            due=later,
            what=_asked(first_asked, file, pack),
            whom=_whom(file, pack),
        )
    return replace(row, due=later)


_HARM = (Role.HARMS, Role.ENDANGERS)


def _urgent(a: Assessment, file: CaseFile, pack: Pack) -> list[Danger]:
    """The dangers that are certain and rest on something that harms or endangers him, the gravest first."""
    events = (*file.case.events, *file.account.events)
    harmful = {e.id for e in events if pack.kinds[e.kind].role in _HARM}
    return [
        d
        for d in a.dangers
        if not d.leads and d.certainty is Certainty.CERTAIN and harmful.intersection(d.because.events)
    ]


class _Ours(NamedTuple):
    """One of our own terms that runs: its last day, the filing, the rule; `maybe`: it may be over already."""

    day: date
    filing: str
    rule: str
    maybe: bool


def _closing(a: Assessment) -> list[_Ours]:
    """Our own terms that run, or may still run, by the last day to come: the strictest that is not past."""
    found = []
    for filing, clock in ((f, c) for f in a.filings for c in f.clocks):
        leading = clock.leading
        if not clock.bearer.is_us or ClockState.RUNNING not in clock.states or leading is None:
            continue
        due = leading.due
        if due is None or due.open_end or due.latest < a.on:
            continue
        maybe = due.earliest < a.on
        found.append(_Ours(due.latest if maybe else due.earliest, filing.id, clock.rule, maybe))
    return sorted(found)


def _is_over(clock: Clock) -> bool:
    """A term of theirs that certainly ended, and in which we have seen nothing."""
    over = clock.state is ClockState.OVERDUE and clock.certainty is Certainty.CERTAIN
    return over and not clock.bearer.is_us


def _end_of(clock: Clock) -> date:
    leading = clock.leading
    return date.max if leading is None or leading.due is None else leading.due.latest


def _paper(a: Assessment, filing: str, pack: Pack) -> Text:
    found: FilingStatus | None = next((f for f in a.filings if f.id == filing), None)
    option = None if found is None else pack.choices["filing-kind"].options.get(found.kind)
    return {} if option is None else dict(option.label)


def _label_of_danger(id_: str, pack: Pack) -> Text:
    if id_ in pack.dangers:
        return dict(pack.dangers[id_].label)
    return next((dict(ladder.label) for ladder in pack.ladders if ladder.id == id_), {})


def _asked(question: Question, file: CaseFile, pack: Pack) -> Text:
    return {lang: Telling(pack, _words(lang), file).question(question) for lang in LANGUAGES}


@cache
def _words(lang: str) -> Words:
    return load_words(lang)


_SPEAKS = ("decide", "speak")


def _whom(file: CaseFile, pack: Pack) -> Text:
    """Who may speak for him by the record, where somebody else may; by the pack's words."""
    roles = pack.choices.get("role")
    speaks = [p for p in file.case.people if p.may in _SPEAKS]
    if roles is None or not speaks or speaks[0].role not in roles.options:
        return {}
    return dict(roles.options[speaks[0].role].label)
