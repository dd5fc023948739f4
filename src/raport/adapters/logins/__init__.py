"""What shows who somebody is: passwords (Argon2id), digits of a second device (TOTP), codes used once.

Nothing here keeps anything. Where the vault's passphrase is known all of the vault is, whatever a login says.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import cache

import pyotp
import segno
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

NAME = "localhost"
"""The desk's name for a browser. Passkeys are bound to it, whatever the port; to a bare address none can."""

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_STEP = 30
_STEPS_OFF = 1  # a clock may be half a minute wrong


@dataclass(frozen=True, slots=True)
class Strength:
    """How soon a passphrase is guessed: about ten to the power of `power` tries, with English lists."""

    power: int


def hash_password(password: str) -> str:
    """Argon2id as RFC 9106 asks of machines with little memory: 64 MiB, three passes."""
    return _hasher().hash(password)


def is_password(hashed: str, password: str) -> bool:
    """Whether it is the password. It takes the same time where there is none to compare with."""
    try:
        return _hasher().verify(hashed or _nobodys(), password) and bool(hashed)
    except (VerificationError, InvalidHashError):
        return False


def new_code() -> str:
    """A code of 60 random bits, in groups, easy to read aloud."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(12))
    return "-".join(letters[n : n + 4] for n in (0, 4, 8))


def hash_code(code: str) -> str:
    """Its hash, however it was typed: small letters, spaces, O for 0. Chance needs no slow hash."""
    plain = "".join(c for c in code.upper() if c.isalnum()).translate(str.maketrans("OIL", "011"))
    return hashlib.sha256(b"raport/code/v1\0" + plain.encode()).hexdigest()


def new_totp() -> str:
    """A fresh secret for a second device."""
    return pyotp.random_base32()


def totp_address(secret: str, name: str) -> str:
    """What the second device reads."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name="desk")


def totp_step(secret: str, digits: str, at: datetime, used: int) -> int | None:
    """The step whose digits these are, later than the last one used; None for others and for used ones."""
    plain = "".join(c for c in digits if c.isdigit())
    totp, now = pyotp.TOTP(secret), int(at.timestamp()) // _STEP
    found = None
    for step in range(now - _STEPS_OFF, now + _STEPS_OFF + 1):
        if hmac.compare_digest(totp.generate_otp(step), plain) and step > used:
            found = step
    return found


def square(text: str) -> str:
    """The text as an SVG that a phone's camera reads, without a style of its own."""
    made: str = segno.make(text, error="m").svg_inline(
        scale=5, svgclass="square", lineclass=None, light="#fff"
    )
    return made


def strength(passphrase: str) -> Strength:
    """By zxcvbn: lists of English words, names, keyboard rows, years. It has no Russian words."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists take a third of a second to load

    most = 72
    guesses = zxcvbn(passphrase[:most])["guesses"] if passphrase else 1
    return Strength(len(str(int(guesses))) - 1)


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher(time_cost=3, memory_cost=65536, parallelism=4)


@cache
def _nobodys() -> str:
    return _hasher().hash(secrets.token_urlsafe())
