"""Keys and sealed bytes: age files, made by pyrage, opened by the stock `age` too.

Nothing here keeps a key. What is sealed to a passphrase is checked before any work is done on it: a header
that asks for more than `MOST_WORK` is refused, since opening it could take the machine's memory.
"""

import re
import secrets
from collections.abc import Iterable
from dataclasses import dataclass

import pyrage

from raport.errors import RaportError

MOST_WORK = 20
"""2 to this power is the highest scrypt cost that is tried: 1 GiB of memory."""

_TRIES = 5
_TOO_MUCH = "Excessive work"
"""So age begins to say that the work would take this machine too long, which it measures anew at each try."""

_HEADER = re.compile(rb"age-encryption\.org/v1\n-> scrypt [A-Za-z0-9+/]{22} (\d{1,2})\n")
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_GROUPS, _IN_GROUP = 6, 5


class NotOpenedError(RaportError):
    """What was given does not open this; nothing more can be said."""


class TooSlowError(RaportError):
    """This machine is too slow for the work, or too busy now: whether it opens is not known."""


@dataclass(frozen=True, slots=True)
class KeyPair:
    """An age X25519 identity: `recipient` seals, `secret` opens. The secret is never shown by repr."""

    recipient: str
    secret: str

    def __repr__(self) -> str:
        return f"KeyPair({self.recipient})"


def new_pair() -> KeyPair:
    """A fresh pair."""
    identity = pyrage.x25519.Identity.generate()
    return KeyPair(str(identity.to_public()), str(identity))


def new_vault_key() -> bytes:
    """32 random bytes."""
    return secrets.token_bytes(32)


def new_recovery_words() -> str:
    """Six groups of five letters and digits, 150 bits, easy to write down and to read aloud."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_IN_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def plain_recovery_words(typed: str) -> str:
    """What was meant by words typed from paper: small letters, spaces, O for 0, I and L for 1."""
    letters = re.sub(r"[\s-]", "", typed.upper()).translate(str.maketrans("OIL", "011"))
    return "-".join(letters[n : n + _IN_GROUP] for n in range(0, len(letters), _IN_GROUP))


def seal(data: bytes, recipients: Iterable[str]) -> bytes:
    """The bytes as an age file that each of the recipients can open."""
    return pyrage.encrypt(data, [pyrage.x25519.Recipient.from_str(r) for r in recipients])


def open_sealed(sealed: bytes, secret: str) -> bytes:
    """What was sealed to this key. Raises `NotOpenedError`."""
    try:
        return pyrage.decrypt(sealed, [pyrage.x25519.Identity.from_str(secret)])
    except pyrage.DecryptError:
        raise NotOpenedError("this key does not open it, or it was changed") from None


def seal_with_passphrase(data: bytes, passphrase: str) -> bytes:
    """The bytes as an age file under a passphrase (scrypt, the cost chosen for about a second here)."""
    return pyrage.passphrase.encrypt(data, passphrase)


def open_with_passphrase(sealed: bytes, passphrase: str) -> bytes:
    """What was sealed with this passphrase. Raises `NotOpenedError`, also for a header that asks for more
    than `MOST_WORK`; `TooSlowError` where the machine has no time for what it asks for.
    """
    header = _HEADER.match(sealed)
    if header is None or int(header[1]) > MOST_WORK:
        raise NotOpenedError("this is not a passphrase file of ours")
    for _ in range(_TRIES):
        try:
            return pyrage.passphrase.decrypt(sealed, passphrase)
        except pyrage.DecryptError as error:
            if not str(error).startswith(_TOO_MUCH):
                raise NotOpenedError("the passphrase does not open it") from None
    raise TooSlowError("this machine is too slow or too busy to try the passphrase")
