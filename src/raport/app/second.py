"""What a login asks beside the password: digits of a second device, a passkey, or a spare code.

A member may have the first two together; either is enough, so that one lost thing locks nobody out. Each
answer is taken once: the step of the digits, the spare code, the challenge of a passkey, which is one
session's, for one member, for a few minutes.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from raport.adapters import logins
from raport.adapters.logins import passkeys
from raport.adapters.logins.passkeys import Passkey, RefusedError
from raport.adapters.store import members as store
from raport.adapters.store.members import PasskeyRow
from raport.app.tries import is_own_password
from raport.errors import BadInput, Problem, RaportError

SPARE_CODES = 10
MOST_PASSKEYS = 5
LONGEST_NAME = 60
CHALLENGE = timedelta(minutes=5)


class CopiedError(RaportError):
    """The passkey signed, but its counter did not grow: there may be a copy of it. It is taken no more."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a browser was asked; kept in its session and taken out by the first answer."""

    words: str
    member: str
    ends: datetime
    name: str = ""  # of the passkey to be made; empty where one is to be shown


@dataclass(frozen=True, slots=True)
class Answer:
    """What a browser answered, to which challenge, at which of our addresses."""

    text: str
    challenge: Challenge | None
    origin: str


def has_second(id_: str) -> bool:
    """Whether his login asks for anything beside the password."""
    return bool(store.login_of(id_).totp) or store.count_passkeys(id_) > 0


def is_shown(id_: str, code: str, answer: Answer | None, at: datetime) -> bool:
    """Whether a passkey, digits or a spare code show that it is he. Raises `CopiedError`."""
    if answer is not None and answer.text:
        return _is_shown_passkey(id_, answer, at)
    login = store.login_of(id_)
    step = logins.totp_step(login.totp, code, at, login.totp_used) if login.totp else None
    if step is not None:
        return store.use_step(id_, step)
    hashed = logins.hash_code(code)
    if hashed not in login.spare:
        return False
    store.change_member(id_, spare=[s for s in login.spare if s != hashed])
    return True


# --- digits


def new_device(id_: str, name: str, password: str, at: datetime) -> tuple[str, str]:
    """A fresh secret for a second device, and the square it is read from. It counts after `keep_device`.
    Raises `BadInput`, `WaitError`.
    """
    _check_own_password(id_, password, at)
    secret = logins.new_totp()
    return secret, square_of(secret, name)


def square_of(secret: str, name: str) -> str:
    """The same square again."""
    return logins.square(logins.totp_address(secret, name))


@transaction.atomic
def keep_device(id_: str, secret: str, digits: str, at: datetime) -> list[str]:
    """From now on his login asks the device's digits. Spare codes, shown once, where he had nothing yet.
    Raises `BadInput`.
    """
    step = logins.totp_step(secret, digits, at, 0)
    if step is None:
        raise BadInput(
            [
                Problem(
                    _("the six digits that the device shows now"),
                    digits or _("nothing"),
                    _("If they are right, one of the two clocks is wrong."),
                )
            ]
        )
    codes = _first_codes(id_)
    store.change_member(id_, totp=secret, totp_used=step)
    return codes


@transaction.atomic
def drop_device(id_: str, password: str, at: datetime) -> None:
    """His login asks for no digits any more. Raises `BadInput`, `WaitError`."""
    _check_own_password(id_, password, at)
    store.change_member(id_, totp="", totp_used=0)
    _forget_codes_of_nothing(id_)


# --- passkeys


def ask_new_passkey(id_: str, name: str, password: str, at: datetime) -> tuple[dict[str, Any], Challenge]:
    """What a browser is asked, to make a passkey of this name. Raises `BadInput`, `WaitError`."""
    _check_own_password(id_, password, at)
    his = _his(id_)
    name = " ".join(name.split())
    problems = []
    if not name or len(name) > LONGEST_NAME:
        problems.append(Problem(_("a name of up to {n} letters").format(n=LONGEST_NAME), str(len(name))))
    elif name.casefold() in {k.name.casefold() for k in his}:
        problems.append(Problem(_("a name that none of your passkeys has"), name))
    if len(his) >= MOST_PASSKEYS:
        problems.append(
            Problem(_("{n} passkeys at most").format(n=MOST_PASSKEYS), _("one more"), _("Remove one first."))
        )
    if problems:
        raise BadInput(problems)
    asked = passkeys.ask_to_make(id_, [k.credential for k in his])
    return asked.options, Challenge(asked.challenge, id_, at + CHALLENGE, name)


@transaction.atomic
def keep_passkey(id_: str, answer: Answer, at: datetime) -> list[str]:
    """From now on his login takes the passkey that was made. Spare codes, shown once, where he had nothing
    yet. Raises `BadInput`.
    """
    try:
        challenge = _challenge_of(id_, answer, at, makes=True)
        made = passkeys.made(answer.text, challenge.words, answer.origin)
        if store.is_passkey(made.credential):
            raise RefusedError("somebody here has it")
    except RefusedError:
        raise BadInput(
            [
                Problem(
                    _("a new passkey, made here within the last minutes"),
                    _("something else"),
                    _("Nothing was changed; try again."),
                )
            ]
        ) from None
    codes = _first_codes(id_)
    store.add_passkey(
        id_, challenge.name, made.credential, made.public, made.counter, at, verified=made.verified
    )
    return codes


def ask_passkey(id_: str, at: datetime) -> tuple[dict[str, Any], Challenge] | None:
    """What a browser is asked at the login; None where he has no passkey, or is not of this desk."""
    his = _his(id_) if store.member(id_) is not None else []
    if not his:
        return None
    asked = passkeys.ask_to_show([k.credential for k in his])
    return asked.options, Challenge(asked.challenge, id_, at + CHALLENGE)


@transaction.atomic
def drop_passkey(id_: str, passkey: int, password: str, at: datetime) -> None:
    """The passkey is taken no more; its name and days stay. Raises `BadInput`, `WaitError`."""
    _check_own_password(id_, password, at)
    if not store.remove_passkeys(id_, at, passkey):
        raise BadInput([Problem(_("a passkey of yours"), _("none"))])
    _forget_codes_of_nothing(id_)


def _is_shown_passkey(id_: str, answer: Answer, at: datetime) -> bool:
    his = {k.credential: k for k in _his(id_) if k.went_back is None}
    try:
        challenge = _challenge_of(id_, answer, at, makes=False)
        known = [Passkey(k.credential, k.public, k.counter, k.verified) for k in his.values()]
        shown = passkeys.shown(answer.text, challenge.words, answer.origin, known)
    except RefusedError:
        return False
    if not store.use_passkey(his[shown.credential].id, shown.counter, at):
        raise CopiedError("its counter did not grow")
    return True


def _challenge_of(id_: str, answer: Answer, at: datetime, *, makes: bool) -> Challenge:
    challenge = answer.challenge
    if challenge is None or challenge.member != id_ or bool(challenge.name) != makes or at >= challenge.ends:
        raise RefusedError("no challenge, another one's, or one that ended")
    return challenge


def _his(id_: str) -> list[PasskeyRow]:
    return [k for k in store.passkeys(id_) if k.removed is None]


# --- spare codes


@transaction.atomic
def new_codes(id_: str, password: str, at: datetime) -> list[str]:
    """Ten fresh spare codes, shown once, in place of those before. Raises `BadInput`, `WaitError`."""
    _check_own_password(id_, password, at)
    if not has_second(id_):
        raise BadInput([Problem(_("a second device or a passkey first"), _("none"))])
    return _fresh_codes(id_)


def _first_codes(id_: str) -> list[str]:
    """Ten codes with the first thing that his login asks for; none with the next."""
    if not store.login_of(id_).password:
        raise BadInput([Problem(_("a password first"), _("none"))])
    return [] if has_second(id_) else _fresh_codes(id_)


def _fresh_codes(id_: str) -> list[str]:
    codes = [logins.new_code() for _n in range(SPARE_CODES)]
    store.change_member(id_, spare=[logins.hash_code(c) for c in codes])
    return codes


def _forget_codes_of_nothing(id_: str) -> None:
    if not has_second(id_):
        store.change_member(id_, spare=[])


def _check_own_password(id_: str, password: str, at: datetime) -> None:
    if not store.login_of(id_).password:
        raise BadInput([Problem(_("a password first"), _("none"))])
    if not is_own_password(id_, password, at):
        raise BadInput([Problem(_("your password so far"), _("another one"))])
