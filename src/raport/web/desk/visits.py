"""Who is at this desk just now, from which browser: kept in memory only, for the list of one's visits."""

import secrets
import threading
from dataclasses import dataclass, replace
from datetime import datetime

from django.contrib.sessions.backends.cache import SessionStore

_BROWSERS = ("Firefox", "Edg", "OPR", "Chrome", "Safari")  # each of the later ones is named by some before it


@dataclass(frozen=True, slots=True)
class Visit:
    """One session."""

    id: str
    key: str
    member: str
    began: datetime
    seen: datetime
    browser: str

    def __repr__(self) -> str:
        return f"Visit({self.id})"


_visits: dict[str, Visit] = {}
_guard = threading.Lock()


def begin(key: str, member: str, agent: str, at: datetime) -> None:
    """A member has come in."""
    browser = next((b for b in _BROWSERS if b in agent), "?")
    with _guard:
        _visits[key] = Visit(secrets.token_hex(8), key, member, at, at, browser)


def seen(key: str, at: datetime) -> None:
    """He is still here."""
    with _guard:
        if key in _visits:
            _visits[key] = replace(_visits[key], seen=at)


def of(member: str) -> list[Visit]:
    """His visits, the last one seen first. What ended by itself is not among them."""
    with _guard:
        for key in [k for k in _visits if not SessionStore().exists(k)]:
            del _visits[key]
        return sorted((v for v in _visits.values() if v.member == member), key=lambda v: v.seen, reverse=True)


def end(member: str, *, id_: str = "", but: str = "") -> int:
    """End one visit of his, or all but the one of this key; how many there were."""
    ended = [v for v in of(member) if v.key != but and (not id_ or v.id == id_)]
    for visit in ended:
        SessionStore(session_key=visit.key).delete()
        with _guard:
            _visits.pop(visit.key, None)
    return len(ended)
