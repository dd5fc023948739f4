"""Whether the vault is open in this process, and with which key."""

import threading
from dataclasses import dataclass, field

from raport.errors import RaportError


class LockedError(RaportError):
    """The vault is locked: nothing in it can be read until a passphrase opens it."""


@dataclass(slots=True)
class _Opened:
    key: bytes | None = None
    times: int = 0
    secrets: dict[str, str] = field(default_factory=dict)  # recipient -> secret, of keys opened so far


_opened = _Opened()
_guard = threading.Lock()


def open_with(key: bytes) -> None:
    """From now on connections are opened with this key."""
    with _guard:
        _opened.key = key
        _opened.times += 1
        _opened.secrets.clear()


def forget() -> None:
    """Lock: the key and every key opened by it are dropped. A connection already open ends with its
    request.
    """
    with _guard:
        _opened.key = None
        _opened.secrets.clear()


def is_open() -> bool:
    """Whether a key is held."""
    return _opened.key is not None


def key() -> bytes:
    """The vault key. Raises `LockedError`."""
    held = _opened.key
    if held is None:
        raise LockedError("the vault is locked")
    return held


def opening() -> int:
    """Which opening of this process this is: a login holds for one."""
    return _opened.times


def remembered(recipient: str) -> str | None:
    """The secret half of a key, if it was opened since the vault was."""
    return _opened.secrets.get(recipient)


def remember(recipient: str, secret: str) -> None:
    """Keep the secret half of a key until the vault is locked."""
    with _guard:
        if _opened.key is not None:
            _opened.secrets[recipient] = secret


def forget_member(member: str) -> None:
    """Drop what was kept under a member's id."""
    with _guard:
        _opened.secrets.pop(member, None)
