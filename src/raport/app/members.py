"""Members of a desk: invited, let in, given cases, removed.

Logins on one desk separate duties, not secrets (DESIGN 8): whoever knows the passphrase of the vault holds
all that is in it. What is refused here is refused by the program, and the pages say so.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from raport.access import Role, Standing
from raport.adapters import logins
from raport.adapters.keys import new_pair, open_sealed, seal
from raport.adapters.store import duties, exhibits, opened
from raport.adapters.store import members as store
from raport.adapters.store.members import InvitationRow
from raport.adapters.store.rows import MemberRow
from raport.app.duties import hand_over
from raport.app.files import Author, NotGrantedError, secrets_of
from raport.app.tries import MOST_LETTERS, failed, forget, is_own_password, wait
from raport.errors import BadInput, Problem, RaportError

if TYPE_CHECKING:
    from raport.app.second import Answer

ENOUGH_LETTERS = 10
LONGEST_NAME = 60
INVITATION = timedelta(days=3)


class NotLetInError(RaportError):
    """Name, password or code: which of them was wrong is not told."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A member as the page of members shows him."""

    row: MemberRow
    has_password: bool
    has_device: bool
    passkeys: int
    spare: int

    @property
    def has_second(self) -> bool:
        """Whether his login asks for anything beside the password."""
        return self.has_device or self.passkeys > 0


@dataclass(frozen=True, slots=True)
class Removed:
    """What removing a member did."""

    handed: int
    nobodys: int
    taken_over: int


def needs_login() -> str:
    """The one member who comes in without a login, as long as he is alone and has none; else empty."""
    known = store.members()
    alone = known[0].id if len(known) == 1 else ""
    return alone if alone and not store.login_of(alone).password else ""


def let_in(id_: str, password: str, code: str, at: datetime, answer: "Answer | None" = None) -> MemberRow:
    """The member, who has shown who he is. Raises `NotLetInError`, `WaitError` or `CopiedError`."""
    wait(id_, at)
    row = store.member(id_)
    held = store.login_of(id_).password if row is not None else ""
    right = logins.is_password(held, password[:MOST_LETTERS])
    if row is None or not right or not _second(id_, code, answer, at):
        failed(id_, at)
        raise NotLetInError("not let in")
    forget(id_)
    return row


def _second(id_: str, code: str, answer: "Answer | None", at: datetime) -> bool:
    """What is asked beside the password; nothing of one who has nothing."""
    from raport.app import second  # its library takes a quarter of a second to load

    return not second.has_second(id_) or second.is_shown(id_, code, answer, at)


# --- one's own login


def set_password(id_: str, old: str, new: str, again: str, at: datetime) -> None:
    """A member's own password; the old one is asked where he has one. Raises `BadInput`, `WaitError`."""
    problems = _problems_of(new, again)
    if store.login_of(id_).password and not is_own_password(id_, old, at):
        problems.append(Problem(_("your password so far"), _("another one")))
    if problems:
        raise BadInput(problems)
    store.change_member(id_, password=logins.hash_password(new))


# --- inviting


def invite(role: str, standing: str, author: Author) -> str:
    """A code, shown once, by which one person joins within three days. Raises `BadInput`."""
    problems = _problems_of_role(role, standing)
    if not store.login_of(author.member).password:
        problems.append(
            Problem(
                _("a password of your own"),
                _("none"),
                _("Set it first: with two members each logs in."),
            )
        )
    if problems:
        raise BadInput(problems)
    code = logins.new_code()
    store.add_invitation(
        logins.hash_code(code),
        role=role,
        standing=standing,
        by=author.member,
        at=author.at,
        ends=author.at + INVITATION,
    )
    return code


def give_way_back(id_: str, by: str | None, at: datetime) -> str:
    """A code by which a member sets a new password, his second device and passkeys forgotten; shown once."""
    row = store.member(id_)
    if row is None:
        raise BadInput([Problem(_("a person of the list"), _("nobody"))])
    code = logins.new_code()
    store.add_invitation(
        logins.hash_code(code),
        role=row.role,
        standing=row.standing,
        by=by,
        at=at,
        ends=at + INVITATION,
        member=id_,
    )
    return code


def way_back_by_sheet(at: datetime) -> str:
    """A code for the first coordinator, for who opened by the recovery sheet; empty where none is needed."""
    if needs_login():
        return ""
    coordinators = [m for m in store.members() if m.role == Role.COORDINATOR.value]
    return give_way_back(coordinators[0].id, None, at)


def invitation_of(code: str, at: datetime) -> InvitationRow | None:
    """What a code is for, while it lasts."""
    return store.invitation(logins.hash_code(code), at)


def end_invitation(id_: int) -> None:
    """A code that was given out opens nothing any more."""
    store.end_invitation(id_)


@transaction.atomic
def join(code: str, name: str, password: str, again: str, at: datetime) -> MemberRow:
    """A new member, to whom nothing is granted yet; or an old one with a new password. Raises `BadInput`."""
    wait("", at)
    problems = _problems_of(password, again)
    found = invitation_of(code, at)
    if found is None:
        failed("", at)
        problems.append(
            Problem(_("the code you were given"), _("another, or one used or ended"), _("Ask for a new one."))
        )
    name = name.strip()
    taken = {m.name.casefold() for m in store.members(removed=True)}
    if found is not None and found.member is None:
        if not name or len(name) > LONGEST_NAME:
            problems.append(Problem(_("a name of up to {n} letters").format(n=LONGEST_NAME), str(len(name))))
        elif name.casefold() in taken:
            problems.append(Problem(_("a name that nobody here has"), name))
    if problems or found is None:
        raise BadInput(problems)
    store.end_invitation(found.id)
    hashed = logins.hash_password(password)
    if found.member is not None:
        store.change_member(found.member, password=hashed, totp="", totp_used=0, spare=[])
        store.remove_passkeys(found.member, at)
        forget(found.member)
        known = store.member(found.member)
        assert known is not None
        return known
    pair = new_pair()
    return store.add_member(
        name,
        role=found.role,
        standing=found.standing,
        recipient=pair.recipient,
        secret=pair.secret,
        at=at,
        password=hashed,
    )


# --- the others


def everybody() -> list[Seen]:
    """Every member who was not removed."""
    rows = [(m, store.login_of(m.id)) for m in store.members()]
    return [
        Seen(m, bool(x.password), bool(x.totp), store.count_passkeys(m.id), len(x.spare)) for m, x in rows
    ]


@transaction.atomic
def change_role(id_: str, role: str, standing: str) -> None:
    """What a member is here for, and whether the law protects what he is told. Raises `BadInput`."""
    problems = _problems_of_role(role, standing)
    if store.member(id_) is None:
        problems.append(Problem(_("a person of the list"), _("nobody")))
    if role != Role.COORDINATOR.value:
        problems += _problems_of_last(id_)
    if problems:
        raise BadInput(problems)
    store.change_member(id_, role=role, standing=standing)


@transaction.atomic
def remove(id_: str, author: Author) -> Removed:
    """A member is here no more: his work goes to the author, his grants, codes and login are deleted.

    A case that only he could open is opened to the author first, and so is a stopped exhibit whose trusted
    ones are all gone: they would be lost. What he has seen or copied is not undone, nor the passphrase he
    knows. Raises `BadInput`.
    """
    problems = _problems_of_last(id_)
    if store.member(id_) is None:
        problems.append(Problem(_("a person of the list"), _("nobody")))
    if id_ == author.member:
        problems.append(Problem(_("another person"), _("yourself"), _("Ask another coordinator.")))
    if problems:
        raise BadInput(problems)
    only_his = store.grants_only_his(id_)
    _grant(only_his, id_, author)
    files, promises = duties.held_by(id_, author.member)
    if files or promises:
        hand_over(id_, author.member, author)
    nobodys = store.leave_work(id_, author.on)
    exhibits.trust_instead(id_, {m.id for m in store.members()} - {id_}, author.member)
    store.take_grants(id_)
    store.end_invitations_of(id_)
    store.remove_passkeys(id_, author.at)
    store.change_member(id_, removed=author.at, password="", totp="", totp_used=0, spare=[], secret="")
    opened.forget_member(id_)
    return Removed(len(files), nobodys, store.count_files_of([k for k, _sealed in only_his]))


# --- grants


def who_opens(file_id: str, author: Author) -> set[str]:
    """Ids of the members who can open a file. Raises `NotGrantedError`."""
    secrets_of(file_id, author.member)
    return store.granted(file_id)


@transaction.atomic
def grant_file(file_id: str, to: str, author: Author) -> None:
    """Another member can open this file too, as far as the author. Raises `BadInput`, `NotGrantedError`."""
    secrets_of(file_id, author.member)
    if store.member(to) is None:
        raise BadInput([Problem(_("a person of the list"), _("nobody"))])
    own = store.secret_of_member(author.member)
    recipient = _recipient(to)
    grants = [(k, seal(open_sealed(s, own), [recipient])) for k, s in store.grants_of(file_id, author.member)]
    store.add_grants(to, grants, author.at)


@transaction.atomic
def take_grant(file_id: str, of: str, author: Author) -> None:
    """Another member can open this file no more. Raises `BadInput`, `NotGrantedError`."""
    secrets_of(file_id, author.member)
    if of == author.member:
        raise BadInput([Problem(_("another person"), _("yourself"), _("Ask whoever can open it too."))])
    if not store.take_grants(of, file_id):
        raise NotGrantedError("he had none")


def _grant(grants: list[tuple[int, bytes]], of: str, author: Author) -> None:
    own, recipient = store.secret_of_member(of), _recipient(author.member)
    store.add_grants(
        author.member, [(k, seal(open_sealed(s, own), [recipient])) for k, s in grants], author.at
    )


def _recipient(id_: str) -> str:
    row = store.member(id_)
    assert row is not None
    return row.recipient


def _problems_of(password: str, again: str) -> list[Problem]:
    problems = []
    if not ENOUGH_LETTERS <= len(password) <= MOST_LETTERS:
        problems.append(
            Problem(_("a password of at least {n} letters").format(n=ENOUGH_LETTERS), str(len(password)))
        )
    if password != again:
        problems.append(Problem(_("the same password twice"), _("two that differ")))
    return problems


def _problems_of_role(role: str, standing: str) -> list[Problem]:
    problems = []
    if role not in {r.value for r in Role}:
        problems.append(Problem(_("a role of the list"), role or _("nothing")))
    if standing not in {s.value for s in Standing}:
        problems.append(Problem(_("a standing of the list"), standing or _("nothing")))
    return problems


def _problems_of_last(id_: str) -> list[Problem]:
    left = [m for m in store.members() if m.role == Role.COORDINATOR.value and m.id != id_]
    if left:
        return []
    return [
        Problem(
            _("one coordinator at least"), _("none would be left"), _("Make somebody a coordinator first.")
        )
    ]
