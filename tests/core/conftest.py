"""The core does no I/O, and here that is seen: imports cannot tell, since `open` is a builtin.

CPython announces files, sockets, processes, databases, threads and foreign libraries. It does not announce a
look at the clock, at chance, at the environment, whether a file exists, or a write to an open stream: those
modules the core may not even import (import-linter), and ruff bans the day of `datetime` and `print`.
"""

import sys
from collections.abc import Generator
from types import FrameType

import pytest

OUTSIDE = frozenset(
    """
    _thread ctypes fcntl ftplib glob http mmap open os pathlib shutil smtplib socket sqlite3 subprocess
    tempfile urllib
    """.split()  # noqa: SIM905 - a list of words reads as a list of words
)
"""The first parts of the names of the audit events that mean a file, socket, process, thread or database."""


class CoreDidIoError(AssertionError):
    """A module of the core reached outside while a core test ran."""


class Watch:
    """The audit hook: on while a core test runs, deaf otherwise (a hook cannot be taken off again)."""

    def __init__(self) -> None:
        self.on = False
        self.seen: list[str] = []

    def __call__(self, event: str, args: tuple[object, ...]) -> None:
        if not self.on or event.partition(".")[0] not in OUTSIDE:
            return
        culprit = _core_frame(sys._getframe(1))
        if culprit is not None:
            self.on = False  # telling it must not be heard as another
            module, line = culprit.f_globals["__name__"], culprit.f_lineno
            what = f"{event} {args[0]!r}" if args else event
            told = f"{module}, line {line}: {what}; the core takes values and gives values"
            self.seen.append(told)
            self.on = True
            raise CoreDidIoError(told)


def _core_frame(frame: FrameType | None) -> FrameType | None:
    """The nearest frame of raport, unless an import stands between: what an import reads is not ours."""
    while frame is not None:
        if frame.f_code.co_name == "_find_and_load" and frame.f_code.co_filename.startswith(
            "<frozen importlib"
        ):
            return None
        module = frame.f_globals.get("__name__", "")
        if module == "raport" or module.startswith("raport."):
            return frame
        frame = frame.f_back
    return None


_WATCH = Watch()
sys.addaudithook(_WATCH)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Watch the test itself, not its fixtures; one that swallowed the error fails all the same."""
    _WATCH.seen.clear()
    _WATCH.on = True
    try:
        yield
    finally:
        _WATCH.on = False
    if _WATCH.seen:
        raise CoreDidIoError(_WATCH.seen[0])


@pytest.fixture
def watch() -> Watch:
    """The hook, for the test that proves that it hears."""
    return _WATCH
