"""Tables are taken in beside the pages, some rows at a time. A lock or a stop ends it between two; it can go
on from there.
"""

import logging
import threading
import time
from dataclasses import dataclass, field

from django.db import connections

from raport.adapters.store import opened
from raport.app.files import Author
from raport.app.importing import take_in

PAUSE = 0.15
"""Seconds between two lots of rows: whoever waits to write asks again about ten times a second, and must find
the vault free once.
"""

_log = logging.getLogger("raport.desk.taking")


@dataclass(slots=True)
class _State:
    threads: dict[str, threading.Thread] = field(default_factory=dict)
    failed: set[str] = field(default_factory=set)


_state = _State()
_guard = threading.Lock()


def start(id_: str, author: Author) -> None:
    """Take a table in, unless that is being done."""
    with _guard:
        if runs(id_):
            return
        _state.failed.discard(id_)
        thread = threading.Thread(target=_run, args=(id_, author), name="taking", daemon=True)
        _state.threads[id_] = thread
        thread.start()


def runs(id_: str) -> bool:
    """Whether a table is being taken in now."""
    thread = _state.threads.get(id_)
    return thread is not None and thread.is_alive()


def failed(id_: str) -> bool:
    """Whether the last try ended by a mistake of ours."""
    return id_ in _state.failed


def wait() -> None:
    """Until no table is being taken in."""
    for thread in list(_state.threads.values()):
        thread.join()


def _run(id_: str, author: Author) -> None:
    try:
        for _ in take_in(id_, author):
            if not opened.is_open():
                return
            time.sleep(PAUSE)
    except opened.LockedError:
        return
    except Exception:  # noqa: BLE001 - a thread has no caller: the place and the kind are logged, pages go on
        _state.failed.add(id_)
        _log.exception("a table was not taken in")  # only the place and the kind are written: see logs
    finally:
        connections.close_all()
