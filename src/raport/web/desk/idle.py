"""After ten idle minutes the vault locks by itself, whether or not anybody asks for a page."""

import threading
import time

from raport.adapters.store import opened
from raport.app.vault import lock

MOST_IDLE = 600.0
"""Seconds."""

_EVERY = 5.0
_state = {"seen": time.monotonic()}


def seen() -> None:
    """Somebody is working."""
    _state["seen"] = time.monotonic()


def watch(most: float = MOST_IDLE) -> threading.Thread:
    """Start the watch of this process: it locks the vault when nobody was seen for `most` seconds."""

    def run() -> None:
        while True:
            time.sleep(min(_EVERY, most / 2))
            if opened.is_open() and time.monotonic() - _state["seen"] > most:
                lock()

    thread = threading.Thread(target=run, name="idle", daemon=True)
    thread.start()
    return thread
