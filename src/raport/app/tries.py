"""How often somebody may be wrong about who he is: five times, then he waits, longer each time.

Kept in memory: a restart asks for the passphrase of the vault again.
"""

from datetime import datetime, timedelta

from raport.adapters import logins
from raport.adapters.store import members as store
from raport.errors import RaportError

FREE_TRIES = 5
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)
MOST_LETTERS = 1000

_tried: dict[str, tuple[int, datetime]] = {}  # tries that failed, by member; by "" those with codes


class WaitError(RaportError):
    """Too many tries: `until` says when the next one is taken."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        super().__init__("too many tries")


def wait(who: str, at: datetime) -> None:
    """Check that the next try is taken. Raises `WaitError`."""
    count, last = _tried.get(who, (0, at))
    if count < FREE_TRIES:
        return
    until = last + min(FIRST_WAIT * 2 ** min(count - FREE_TRIES, 10), LONGEST_WAIT)
    if at < until:
        raise WaitError(until)


def failed(who: str, at: datetime) -> None:
    """He was wrong once more."""
    _tried[who] = (_tried.get(who, (0, at))[0] + 1, at)


def forget(who: str) -> None:
    """He has shown who he is."""
    _tried.pop(who, None)


def is_own_password(member: str, password: str, at: datetime) -> bool:
    """Whether it is the password of the member who works; wrong ones count as at the login. Raises
    `WaitError`.

    Who sits down in a borrowed chair guesses no more often than at the door.
    """
    wait(member, at)
    if logins.is_password(store.login_of(member).password, password[:MOST_LETTERS]):
        forget(member)
        return True
    failed(member, at)
    return False
