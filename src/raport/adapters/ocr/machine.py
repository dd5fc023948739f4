"""Tesseract: whether it is here, which languages it has, and what it reads on a clean page.

It is given nothing but pictures that we wrote: the sandbox is around the file's own parser (`worker`). Here
time, memory and what it may write are held.
"""

import os
import shutil
import subprocess
import threading
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from raport.errors import RaportError
from raport.reading.papers import Rect

PROGRAM = "tesseract"
MEMORY = 3 * 1024**3
SECONDS = 60
MOST_OUT = 16 * 1024 * 1024
_SETTINGS = ("-c", "tessedit_create_tsv=1", "-c", "tessedit_do_invert=0")
"""A letter has no white writing on black: it is not looked for."""
_COLUMNS = 12
_WORD = "5"


class NoReaderError(RaportError):
    """This machine cannot read scans. `what` lacks: tesseract, or a language of it."""

    def __init__(self, what: str) -> None:
        super().__init__(f"not here: {what}")
        self.what = what


class NotReadError(RaportError):
    """This page was not read. `why`: too-long, broken."""

    def __init__(self, why: str) -> None:
        super().__init__(f"not read: {why}")
        self.why = why


@dataclass(frozen=True, slots=True)
class Seen:
    """A word as Tesseract saw it: `block`, `paragraph` and `line` are its own numbers; `sure` 0 to 1."""

    text: str
    rect: Rect
    sure: float
    line: tuple[int, int, int]


@cache
def languages() -> frozenset[str]:
    """The languages Tesseract has here. Raises `NoReaderError` where there is no Tesseract."""
    try:
        done = subprocess.run(
            [_program(), "--list-langs"], capture_output=True, text=True, timeout=SECONDS, check=True
        )
    except (OSError, subprocess.SubprocessError):
        raise NoReaderError(PROGRAM) from None
    return frozenset(line.strip() for line in done.stdout.splitlines()[1:])


def check(wanted: tuple[str, ...]) -> None:
    """Raises `NoReaderError` where Tesseract or one of its languages is missing."""
    for language in wanted:
        if language not in languages():
            raise NoReaderError(f"{PROGRAM}-{language}")


def read(picture: bytes, wanted: tuple[str, ...]) -> list[Seen]:
    """The words of a clean page, a picture that we wrote ourselves. Raises `NotReadError`."""
    command = [_program(), "stdin", "stdout", "-l", "+".join(wanted), "--psm", "3"]
    with subprocess.Popen(
        [*command, *_SETTINGS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
    ) as process:
        _limit(process.pid)
        clock = threading.Timer(SECONDS, process.kill)
        clock.start()
        try:
            told = _talk(process, picture)
        finally:
            late = not clock.is_alive()
            clock.cancel()
            process.kill()
    if late or process.returncode != 0:
        raise NotReadError("too-long" if late else "broken")
    return list(_words(told))


def _talk(process: "subprocess.Popen[bytes]", picture: bytes) -> str:
    """It reads all before it writes, so neither waits for the other."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(BrokenPipeError):  # it ended early: its exit status tells
        process.stdin.write(picture)
    with suppress(BrokenPipeError):
        process.stdin.close()
    told = process.stdout.read(MOST_OUT)
    with suppress(subprocess.TimeoutExpired):
        process.wait(5)
    return told.decode("utf-8", "replace")


def _words(told: str) -> list[Seen]:
    seen = []
    for row in told.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != _COLUMNS or cells[0] != _WORD or not cells[11].strip():
            continue
        left, top, width, height = map(int, cells[6:10])
        line = (int(cells[2]), int(cells[3]), int(cells[4]))
        sure = max(0.0, min(1.0, float(cells[10]) / 100))
        seen.append(Seen(cells[11].strip(), Rect(left, top, width, height), sure, line))
    return seen


def _program() -> str:
    found = shutil.which(PROGRAM)
    if found is None:
        raise NoReaderError(PROGRAM)
    return found


def _environment() -> dict[str, str]:
    """One thread each: two pages at a time are faster than two threads for one."""
    names = ("PATH", "SYSTEMROOT", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
    return {**{n: os.environ[n] for n in names if n in os.environ}, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C"}


def _limit(pid: int) -> None:
    """On Linux from outside; elsewhere the clock alone holds it."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    limit = getattr(resource, "prlimit", None)
    if limit is None:
        return
    for which, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(OSError, ValueError):
            limit(pid, which, (most, most))
