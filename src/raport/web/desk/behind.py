"""Slow work beside the pages: papers that are read, recordings that are heard. Two at a time; a page asks how
far one is.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connections

from raport.adapters.store import opened

type Step = Callable[[int], object]

_log = logging.getLogger("raport.desk.behind")
_room = threading.BoundedSemaphore(2)


@dataclass(slots=True)
class Job:
    """One piece of work: how many parts are done, and why it ended without a result (empty: it did not)."""

    thread: threading.Thread
    done: int = 0
    why: str = ""

    @property
    def runs(self) -> bool:
        """Whether it is not over."""
        return self.thread.is_alive()


_jobs: dict[str, Job] = {}
_guard = threading.Lock()


class StoppedWorkError(Exception):
    """Work that ended for a reason that a page tells by this word."""


def start(name: str, work: Callable[[Step], object]) -> None:
    """Do it, unless it is being done. `work` may raise `StoppedWorkError`; any other error is one of ours."""
    with _guard:
        if (job := _jobs.get(name)) is not None and job.runs:
            return
        thread = threading.Thread(target=_run, args=(name, work), name="behind", daemon=True)
        _jobs[name] = Job(thread)
        thread.start()


def job(name: str) -> Job | None:
    """How far it is; None where nothing of the name was begun since this desk was started."""
    return _jobs.get(name)


def wait() -> None:
    """Until nothing is being done."""
    for one in list(_jobs.values()):
        one.thread.join()


def _run(name: str, work: Callable[[Step], object]) -> None:
    def step(done: int) -> None:
        if not opened.is_open():
            raise opened.LockedError("the vault was locked")
        _jobs[name].done = done

    try:
        with _room:
            work(step)
    except opened.LockedError:
        _jobs[name].why = "locked-meanwhile"
    except StoppedWorkError as stopped:
        _jobs[name].why = str(stopped)
    except Exception:  # noqa: BLE001 - a thread has no caller: the place and the kind are logged, pages go on
        _jobs[name].why = "failed"
        _log.exception("work beside the pages failed")  # only the place and the kind are written: see logs
    finally:
        connections.close_all()
