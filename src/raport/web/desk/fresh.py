"""Rows whose day has passed are computed anew beside the pages, once a day and after each start.

No page waits for it: until a row is new it is shown with the day it was computed on.
"""

import logging
import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.db import connections

from raport.adapters.store import opened
from raport.app.docket import recompute, stale_files
from raport.app.laws import look

_log = logging.getLogger("raport.desk.fresh")


@dataclass(slots=True)
class _State:
    done: tuple[Path, date, str] | None = None  # for which vault, day and law no row is left to compute
    left: int = 0
    thread: threading.Thread | None = None


_state = _State()
_guard = threading.Lock()


def keep_fresh(member: str, today: date) -> int:
    """Start computing what does not hold for today, if nobody has; how many rows are left to compute."""
    with _guard:
        if _state.thread is not None and _state.thread.is_alive():
            return _state.left
        vault = Path(settings.FOLDER)
        law = look()
        if _state.done == (vault, today, law):
            return 0
        stale = stale_files(today)
        _state.left = len(stale)
        if not stale:
            _state.done = (vault, today, law)
            return 0
        _state.thread = threading.Thread(
            target=_run, args=(stale, member, (vault, today, law)), name="fresh", daemon=True
        )
        _state.thread.start()
        return _state.left


def wait() -> None:
    """Until nothing is being computed."""
    thread = _state.thread
    if thread is not None:
        thread.join()


def _run(stale: list[str], member: str, of: tuple[Path, date, str]) -> None:
    try:
        for done in recompute(stale, member, of[1]):
            _state.left -= done
            if not opened.is_open():
                return
        _state.done = of
    except opened.LockedError:
        return
    except Exception:  # noqa: BLE001 - a thread has no caller: the place and the kind are logged, pages go on
        _log.exception("rows were not computed")  # only the place and the kind are written: see logs
    finally:
        connections.close_all()
