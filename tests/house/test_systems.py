"""Calls that only POSIX has, on the desk's path: each stands where another system passes it by, and why."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "raport"

MODULES = {"resource", "pwd", "grp", "fcntl", "termios", "pty", "tty", "syslog", "crypt", "spwd", "posix"}
CALLS = {
    *(
        "os.fork",
        "os.forkpty",
        "os.getuid",
        "os.geteuid",
        "os.getgid",
        "os.getpgid",
        "os.setsid",
        "os.setuid",
    ),
    *("os.killpg", "os.nice", "os.mkfifo", "os.uname", "os.chown", "os.lchown", "os.chroot", "os.getloadavg"),
    *("os.sched_getaffinity", "os.sched_setaffinity", "os.umask", "os.wait", "os.waitpid", "os.pidfd_open"),
    *(
        "signal.SIGKILL",
        "signal.SIGHUP",
        "signal.SIGALRM",
        "signal.alarm",
        "signal.setitimer",
        "signal.pause",
    ),
    *("signal.SIGUSR1", "signal.SIGUSR2", "signal.SIGCHLD", "os.chmod", "os.fchmod", "os.O_DIRECTORY"),
    *("os.posix_fadvise", "os.sync", "os.memfd_create", "os.O_NOFOLLOW", "os.O_CLOEXEC", "socket.AF_UNIX"),
    *("multiprocessing.get_context", "os.register_at_fork"),
}
ARGUMENTS = {"preexec_fn", "start_new_session", "pass_fds", "process_group"}

# Looked at one by one: what another system does there.
KNOWN = {
    "adapters/sandbox/__init__.py: resource": "inside try: without it the page says what is not limited",
    "adapters/ocr/machine.py: resource": "inside try: without it the clock alone ends Tesseract",
}


def posix_only(text: str) -> Iterator[str]:
    """What of a module's text only POSIX has."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Import(names=names):
                yield from (n.name for n in names if n.name.split(".")[0] in MODULES)
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in MODULES:
                yield module
            case ast.ImportFrom(module=str(module), names=names):
                yield from (f"{module}.{n.name}" for n in names if f"{module}.{n.name}" in CALLS)
            case ast.Attribute(value=ast.Name(id=base), attr=attr) if f"{base}.{attr}" in CALLS:
                yield f"{base}.{attr}"
            case ast.keyword(arg=str(arg)) if arg in ARGUMENTS:
                yield arg
            case ast.Attribute(attr="chmod" | "lchmod" | "hardlink_to"):
                yield f"Path.{node.attr}"
            case _:
                pass


def found() -> dict[str, int]:
    """Each place of the sources where such a thing stands, and how often."""
    places: dict[str, int] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        for what in posix_only(path.read_text(encoding="utf-8")):
            place = f"{path.relative_to(SOURCE).as_posix()}: {what}"
            places[place] = places.get(place, 0) + 1
    return places


def test_what_only_posix_has_stands_where_it_was_looked_at() -> None:
    assert set(found()) - set(KNOWN) == set()


def test_what_was_looked_at_is_still_there() -> None:
    assert set(KNOWN) - set(found()) == set()


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("import fcntl", "fcntl"),
        ("from pwd import getpwnam", "pwd"),
        ("from os import fork", "os.fork"),
        ("import os\nos.fork()", "os.fork"),
        ("import signal\nsignal.alarm(3)", "signal.alarm"),
        ("import subprocess\nsubprocess.run([], preexec_fn=print)", "preexec_fn"),
        ("from pathlib import Path\nPath('x').chmod(0o600)", "Path.chmod"),
    ],
)
def test_each_kind_is_found(text: str, what: str) -> None:
    assert what in list(posix_only(text))
