"""A paper of the inbox that answers something of a case: its enquiry joins the case, it is recorded there."""

from collections.abc import Sequence

from raport.app import exhibits
from raport.app.answers import RefusedError
from raport.app.enquiries import join_to
from raport.app.files import Author
from raport.app.papers import (
    Accepted,
    NotAcceptedError,
    Paper,
    accept,
    can_read,
    case_of,
    event_row,
    moves,
    paper_of,
)


def accept_and_join(
    paper: Paper, case_id: str, accepted: Accepted, author: Author, stopping: Sequence[str] = ()
) -> str:
    """`accept` for a paper of an enquiry: what could be recorded is looked at first, then the whole enquiry
    joins the case, and what was read goes with it. Raises as `accept` and `enquiries.join_to` do.
    """
    one = exhibits.exhibit(paper.exhibit, author.member)
    row = event_row(case_of(case_id, author.member), accepted, "")
    if {f"{m.filing} {m.clock}" for m in moves(case_id, row, author) if m.stops} - set(stopping):
        raise NotAcceptedError("stops")
    if any(e.sha256 == one.sha256 and not can_read(e) for e in exhibits.exhibits(case_id, author.member)):
        raise RefusedError("secrecy-stop")  # it lies in the case already, and is closed there
    join_to(one.file, case_id, author)
    lead = next(e for e in exhibits.exhibits(case_id, author.member) if e.sha256 == one.sha256)
    there = paper_of(lead.id, author)
    assert there is not None  # it was carried when the enquiry joined
    return accept(there, case_id, accepted, author, stopping)
