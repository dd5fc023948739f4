"""The docket: one row a case, kept as a cache that says until when it holds.

A row is computed anew in the transaction that adds to the case, and when its day has passed. `check` proves
each
row equal to a fresh assessment.
"""

from dataclasses import asdict, dataclass
from datetime import date, timedelta

from raport.adapters.store import docket as store
from raport.adapters.store import files as store_files
from raport.app.files import Author, history, read_tree, tree_of
from raport.app.laws import law_of
from raport.assess import Assessment, Certainty, ClockState, Decision, assess
from raport.casefile import CaseFile

URGENT, UNDECIDED, OVERDUE, DUE, ASK, REST = range(6)
"""Why a row stands where it does, the gravest first."""

SOON = 7
"""Days: what ends within them is due."""


@dataclass(frozen=True, slots=True)
class Row:
    """What the docket shows of one case; words are ids of the pack, to be told in the reader's language."""

    rank: int
    why: str  # id of the danger, remedy, clock or question that puts it there
    of: str  # the filing it concerns, or empty
    due: str  # the day it ends on, ISO, or empty
    state: str  # kind of the last stage of the first filing
    advocate_only: bool
    undecided: int
    overdue: int
    questions: int


def assess_file(file_id: str, member: str, today: date) -> tuple[CaseFile, Assessment]:
    """The case file as it stands, and what is said of it on a day."""
    tree = tree_of(history(file_id, member))
    law = law_of(str(tree["jurisdiction"]))
    file = read_tree(tree, law.pack)
    return file, assess(file.case, law, today, file.account)


def refresh(file_id: str, author: Author) -> None:
    """Compute the row of a case anew and keep it."""
    _, assessment = assess_file(file_id, author.member, author.on)
    row = row_of(assessment)
    store.put(
        file_id,
        on=author.on,
        valid_until=author.on,
        law=law_stamp(assessment.jurisdiction),
        row=asdict(row),
        rank=row.rank,
        due=date.fromisoformat(row.due) if row.due else None,
    )


def law_stamp(jurisdiction: str) -> str:
    """By which law a row was computed: the pack and the day it was last compared with its sources."""
    pack = law_of(jurisdiction).pack
    return f"{pack.id} {pack.checked.isoformat()}"


def row_of(a: Assessment) -> Row:
    """The docket's row of an assessment."""
    rank, why, of, due = _reason(a)
    return Row(
        rank=rank,
        why=why,
        of=of,
        due=due.isoformat() if due else "",
        state=next((f.state for f in a.filings if f.state), ""),
        advocate_only=a.advocate_only,
        undecided=sum(r.decision is Decision.UNDECIDED and r.leads for r in a.remedies),
        overdue=sum(b.certainty is Certainty.CERTAIN for f in a.filings for b in f.breaches),
        questions=len(a.questions),
    )


def _reason(a: Assessment) -> tuple[int, str, str, date | None]:
    """The gravest thing that is to be said of the case: its rank, what it is, of which filing, by when."""
    urgent = [d for d in a.dangers if not d.leads and d.certainty is Certainty.CERTAIN and d.because.events]
    if a.advocate_only or urgent:
        return URGENT, urgent[0].id if urgent else "advocate-only", urgent[0].filing if urgent else "", None
    soon = sorted(
        (clock.leading.due.earliest, f.id, clock.rule)
        for f in a.filings
        for clock in f.clocks
        if clock.bearer.is_us
        and ClockState.RUNNING in clock.states
        and clock.leading is not None
        and clock.leading.due is not None
        and not clock.leading.due.open_end
    )
    closing = [s for s in soon if s[0] <= a.on + timedelta(days=SOON)]
    undecided = [r for r in a.remedies if r.leads and r.decision is Decision.UNDECIDED]
    if undecided:
        return UNDECIDED, undecided[0].id, undecided[0].filing, closing[0][0] if closing else None
    over = [
        (c.rule, f.id)
        for f in a.filings
        for c in f.clocks
        if c.state is ClockState.OVERDUE and c.certainty is Certainty.CERTAIN and not c.bearer.is_us
    ]
    if over:
        return OVERDUE, over[0][0], over[0][1], None
    if closing:
        return DUE, closing[0][2], closing[0][1], closing[0][0]
    if a.questions:
        return ASK, a.questions[0].id, a.questions[0].of, None
    return REST, "", "", soon[0][0] if soon else None


def stale_files(today: date) -> list[str]:
    """The cases whose row does not hold for today."""
    return store.stale(today, {j: law_stamp(j) for j in store_files.jurisdictions()})
