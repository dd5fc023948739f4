"""Who is on duty; all of a member's work handed to another in one act, and taken back in one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from raport.adapters.store import duties as store
from raport.adapters.store import members
from raport.adapters.store.duties import DutyRow, HandOverRow
from raport.app.files import Author
from raport.errors import BadInput, Problem

LAST_ACTS = 10
DOCKET = "docket"
LONGEST_NAME = 60


def add_duty(member: str, first: date, last: date) -> None:
    """A member is on duty from a day to a day, both counted. Raises `BadInput`."""
    problems = []
    if members.member(member) is None:
        problems.append(Problem(_("a person of the list"), _("nobody")))
    if last < first:
        problems.append(Problem(_("a last day not before the first"), f"{first:%d.%m.%Y} – {last:%d.%m.%Y}"))
    if problems:
        raise BadInput(problems)
    store.add_duty(member, first, last)


def remove_duty(id_: int) -> bool:
    """Take days of duty away; False where there are none of this id."""
    return store.remove_duty(id_)


def rota(today: date) -> list[DutyRow]:
    """From today on."""
    return store.duties(today)


def on_duty(today: date) -> list[str]:
    """Ids of the members on duty."""
    return store.on_duty(today)


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed over: its id, and how much."""

    id: int
    files: int
    promises: int


@transaction.atomic
def hand_over(giver: str, taker: str, author: Author) -> Handed:
    """Every open case, enquiry and promise of one member becomes another's. Raises `BadInput`."""
    problems = []
    if members.member(taker) is None:
        problems.append(Problem(_("to whom it goes"), _("to nobody")))
    if giver == taker:
        problems.append(Problem(_("another person"), _("the same one")))
    files, promises = store.held_by(giver, taker)
    if not problems and not files and not promises:
        problems.append(Problem(_("open cases or promises"), _("nothing")))
    if problems:
        raise BadInput(problems)
    store.give_files(files, of=giver, to=taker)
    store.give_promises(promises, of=giver, to=taker)
    id_ = store.add_hand_over(giver, taker, author.member, author.at, files, promises)
    return Handed(id_, len(files), len(promises))


@transaction.atomic
def undo_hand_over(id_: int, author: Author) -> bool:
    """What was handed over and is still with the taker goes back; False where it went back already."""
    act = store.hand_over(id_)
    if act is None or not store.mark_undone(id_, author.at):
        return False
    if members.member(act.giver) is None:
        raise BadInput(
            [
                Problem(
                    _("to whom it goes back"), _("he is not at this desk any more"), _("Hand it to another.")
                )
            ]
        )
    store.give_files(act.files, of=act.taker, to=act.giver)
    store.give_promises(act.promises, of=act.taker, to=act.giver)
    return True


def hand_overs() -> list[HandOverRow]:
    """The last acts, newest first."""
    return store.hand_overs(LAST_ACTS)


def hand_over_of(id_: int) -> HandOverRow | None:
    """One act."""
    return store.hand_over(id_)


def keep_filter(member: str, name: str, value: Mapping[str, str]) -> None:
    """Keep a filter of the docket under a name. Raises `BadInput`."""
    name = name.strip()
    if not name or len(name) > LONGEST_NAME:
        raise BadInput(
            [
                Problem(
                    _("a name of up to {n} letters").format(n=LONGEST_NAME),
                    str(len(name)),
                    _("One word is enough."),
                )
            ]
        )
    store.keep(member, DOCKET, name, value)


def filters(member: str) -> dict[str, Mapping[str, object]]:
    """The filters a member keeps, by name."""
    return store.kept(member, DOCKET)


def drop_filter(member: str, name: str) -> bool:
    """Keep it no longer; False where there was none of this name."""
    return store.drop_kept(member, DOCKET, name)
