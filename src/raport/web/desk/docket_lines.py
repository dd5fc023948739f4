"""Lines of the docket, and promises, as a member may read them: what the templates show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from raport.access import Action, may
from raport.adapters.store.members import members
from raport.app.docket import Line
from raport.app.docket_rows import Row
from raport.app.files import name_of
from raport.app.promises import Does, Promised
from raport.web.desk.docket_words import language, rank_label, sentence, status_label
from raport.web.desk.guard import actor


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the docket in the reader's language."""

    id: str
    name: str
    rank: int
    why: str
    due: date | None
    due_label: str
    status: str
    since: date
    beside: str  # since when, whose
    advocate_only: bool
    old: str  # of which day the row is, where it does not hold today


def tell_lines(request: HttpRequest, lines: Sequence[Line], day: date) -> list[Told]:
    """The lines as this member may read them."""
    who = actor(request)
    teller = _Teller(
        who=who.id,
        reads=may(who, Action.READ).allowed,
        names={m.id: m.name for m in members(removed=True)},
        day=day,
        language=language(),
        nobody=_("nobody has it"),
        beside=_("since {day} · {whose}"),
    )
    return [teller.tell(line) for line in lines]


def by_rank(told: Sequence[Told]) -> list[tuple[int, str, list[Told]]]:
    """The lines under the reason for which they are to be looked at."""
    groups: dict[int, list[Told]] = {}
    for one in told:
        groups.setdefault(one.rank, []).append(one)
    return [(rank, rank_label(rank), many) for rank, many in groups.items()]


def tell_promise(one: Promised, names: Mapping[str, str], day: date) -> dict[str, Any]:
    """A promise as a row of a list."""
    words = {
        Does.TRY: _("Try to reach him again, another way."),
        Does.WELFARE: _("Ask the person he named whether he is well. Not about the case."),
    }.get(one.does, one.words)
    ended = one.row.kept or one.row.dropped
    return {
        "id": one.row.id,
        "file": one.row.file,
        "name": f"k{one.row.number}",
        "words": words,
        "due": one.row.due,
        "late": one.is_open and one.row.due < day,
        "today": one.is_open and one.row.due == day,
        "open": one.is_open,
        "ended": ended,
        "kept": one.row.kept is not None,
        "whose": names.get(one.row.member, ""),
    }


@dataclass(frozen=True, slots=True)
class _Teller:
    """Who reads, and what is the same in every line."""

    who: str
    reads: bool
    names: Mapping[str, str]
    day: date
    language: str
    nobody: str
    beside: str

    def tell(self, line: Line) -> Told:
        """One line."""
        file, row = line.file, line.row
        shown = row is not None and self._may_see(line, row)
        due = date.fromisoformat(row.due) if row is not None and shown and row.due else None
        return Told(
            id=file.id,
            name=name_of(file),
            rank=-1 if row is None else row.rank,
            why=self._why(row, shown=shown),
            due=due,
            due_label=_("the last day has passed") if due is not None and due < self.day else _("last day"),
            status=status_label(file.status, file.closed),
            since=file.status_since,
            beside=self.beside.format(
                day=f"{file.status_since:%d.%m.%Y}",
                whose=self.names.get(file.member or "") or self.nobody,
            ),
            advocate_only=row is not None and row.conduct and shown,
            old=_old(line),
        )

    def _may_see(self, line: Line, row: Row) -> bool:
        """Whether he reads why: of what tells against the person only his advocate does."""
        return self.reads and (not row.conduct or line.file.advocate == self.who)

    def _why(self, row: Row | None, *, shown: bool) -> str:
        if row is None:
            return _("Not computed yet.")
        if shown:
            return sentence(row, self.language)
        return _("For an advocate only.") if row.conduct else ""


def _old(line: Line) -> str:
    """Of which day the row is, where it does not hold today."""
    if not line.stale:
        return ""
    if line.on is None:
        return _("still being computed")
    return _("computed on %(day)s, may have changed since") % {"day": f"{line.on:%d.%m.%Y}"}
