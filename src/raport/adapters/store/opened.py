"""Whether the vault is open in this process, and with which key."""

import threading
from dataclasses import dataclass, field
from hashlib import blake2b

from raport.errors import RaportError

MOST_READ = 30_000
"""So many rows of the docket are kept as they were read: some 30 MB."""


class LockedError(RaportError):
    """The vault is locked: nothing in it can be read until a passphrase opens it."""


@dataclass(slots=True)
class _Opened:
    key: bytes | None = None
    times: int = 0
    secrets: dict[str, str] = field(default_factory=dict)  # recipient -> secret, of keys opened so far
    read: dict[tuple[str, bytes], object] = field(default_factory=dict)  # by member, and what was sealed

    def clear(self) -> None:
        self.secrets.clear()
        self.read.clear()


_opened = _Opened()
_guard = threading.Lock()


def open_with(key: bytes) -> None:
    """From now on connections are opened with this key."""
    with _guard:
        _opened.key = key
        _opened.times += 1
        _opened.clear()


def forget() -> None:
    """Lock: the key and every key opened by it are dropped. A connection already open ends with its
    request.
    """
    with _guard:
        _opened.key = None
        _opened.clear()


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


def known(member: str, sealed: bytes) -> object | None:
    """What this member has read in these sealed bytes since the vault was opened, if it was kept."""
    return _opened.read.get((member, _mark(sealed)))


def know(member: str, sealed: bytes, value: object) -> None:
    """Keep what a member has read in sealed bytes until the vault is locked; of very many the first go."""
    with _guard:
        if _opened.key is None:
            return
        _opened.read[member, _mark(sealed)] = value
        if len(_opened.read) > MOST_READ:
            del _opened.read[next(iter(_opened.read))]


def forget_member(member: str) -> None:
    """Drop what was kept under a member's id."""
    with _guard:
        _opened.secrets.pop(member, None)
        for mark in [m for m in _opened.read if m[0] == member]:
            del _opened.read[mark]


def _mark(sealed: bytes) -> bytes:
    return blake2b(sealed, digest_size=20).digest()
