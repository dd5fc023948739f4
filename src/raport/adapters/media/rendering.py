"""The parent of the child that parses: feeds it, keeps its time, takes no more of it than agreed."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from raport.adapters.media.signatures import Kind
from raport.errors import RaportError

MOST_IN = 200 * 1024 * 1024
MOST_OUT = 32 * 1024 * 1024
SECONDS = 25.0
LONGER_SIDE = 2000
"""Pixels of a page, at most."""

RIGHTS = ("rlimits", "network", "calls")
"""What a child may give up: memory and time, the network, most of the system's calls."""

TOO_LONG, TOO_LARGE, BROKEN = "too-long", "too-large", "broken"

_busy = threading.BoundedSemaphore(2)  # so many children at a time, whoever asks

type Feed = Callable[[Callable[[bytes], object]], object]


class NotRenderedError(RaportError):
    """No page of this file can be shown. `why`: too-large, too-long, locked, unreadable, no-page, broken."""

    def __init__(self, why: str) -> None:
        super().__init__(f"not shown: {why}")
        self.why = why


@dataclass(frozen=True, slots=True)
class Page:
    """One page as new bytes, what the file says of itself, and which rights the child had given up."""

    data: bytes
    media: str
    pages: int
    claims: Mapping[str, str]
    held: tuple[str, ...]


def render(kind: Kind, page: int, feed: Feed, *, seconds: float = SECONDS) -> Page:
    """A page of what `feed` pours. Raises `NotRenderedError`, and what `feed` raises."""
    with _busy, _child(kind) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        clock = threading.Timer(seconds, child.kill)
        feeding = _Feeding(child, feed, {"kind": kind.value, "page": page, "size": LONGER_SIDE})
        clock.start()
        feeding.start()
        try:
            answer = child.stdout.read(MOST_OUT + 1)
        finally:
            late = not clock.is_alive()
            clock.cancel()
            feeding.over.set()
            child.kill()
            child.stdout.close()
            child.wait()
            feeding.join()
    if feeding.error is not None:
        raise feeding.error
    return _read(answer, late=late)


def _child(kind: Kind) -> subprocess.Popen[bytes]:
    """A Python of its own, with nothing of our environment, that finds no file of ours by accident."""
    command = [sys.executable, "-I", "-B", "-m", "raport.adapters.media.worker", kind.value]
    keep = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=keep,
        cwd=Path(sys.executable).anchor,
    )


class _Feeding(threading.Thread):
    """Pours the file into the child. A child that ended early is no error here: its answer tells."""

    def __init__(self, child: subprocess.Popen[bytes], feed: Feed, asked: Mapping[str, object]) -> None:
        super().__init__(name="feeding", daemon=True)
        self.child, self.feed, self.asked = child, feed, asked
        self.error: Exception | None = None
        self.poured = 0
        self.over = threading.Event()  # the answer is there, or will never be

    def run(self) -> None:
        assert self.child.stdin is not None
        try:
            self.child.stdin.write(json.dumps(self.asked).encode() + b"\n")
            self.feed(self._pour)
        except (BrokenPipeError, ConnectionError, ValueError):
            pass
        except Exception as error:  # noqa: BLE001 - raised by the one who asked
            self.error = error
            self.child.kill()
        with suppress(OSError, ValueError):
            self.child.stdin.close()

    def _pour(self, piece: bytes) -> None:
        if self.over.is_set():
            raise BrokenPipeError
        self.poured += len(piece)
        if self.poured > MOST_IN:
            raise NotRenderedError(TOO_LARGE)
        assert self.child.stdin is not None
        self.child.stdin.write(piece)


def _read(answer: bytes, *, late: bool) -> Page:
    if len(answer) > MOST_OUT:
        raise NotRenderedError(TOO_LARGE)
    line, _, data = answer.partition(b"\n")
    try:
        told = json.loads(line)
        if error := told.get("error"):
            raise NotRenderedError(str(error))
        claims = {str(k): str(v) for k, v in told["claims"].items()}
        return Page(data, str(told["media"]), int(told["pages"]), claims, tuple(told["held"]))
    except (ValueError, KeyError, TypeError, AttributeError):  # it was killed, or is no longer our child
        raise NotRenderedError(TOO_LONG if late else BROKEN) from None
