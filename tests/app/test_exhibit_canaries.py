"""Nothing that was attached is readable on disk: open, locked, or after the power went in the middle.

The canary stands in the bytes, in the file name, in the words beside it and in what the file says of itself.
"""

import io
import os
import signal
import subprocess
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connections
from PIL import Image, PngImagePlugin

from raport.adapters.store import opened
from raport.app import exhibits as use
from raport.app.open_case import open_case
from raport.app.vault import lock
from tests.desk import Desk

CANARY = "kanareika-7f3a-zhivet-zdes"
ROOT = Path(__file__).resolve().parents[2]


def photograph() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", CANARY)
    out = io.BytesIO()
    Image.effect_noise((200, 200), 40).save(out, "PNG", pnginfo=words)
    return out.getvalue()


def readable(*folders: Path) -> list[str]:
    """The files in which the canary can be read, in any of the ways in which programs write letters."""
    forms = [
        CANARY.encode(),
        CANARY.encode("utf-16-le"),
        CANARY.encode("utf-16-be"),
        CANARY.encode().hex().encode(),
    ]
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            if path.is_file() and any(form in path.read_bytes() for form in forms):
                found.append(path.name)
    return found


def test_nothing_is_readable_while_open_nor_when_locked(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    case = open_case("ru", desk.boris).id
    for data, name in ((photograph(), f"{CANARY}.png"), (f"слова {CANARY}".encode(), "a.txt")):
        taken = use.take_in(case, name, io.BytesIO(data), desk.boris, given_by=CANARY, note=f"note {CANARY}")
        use.look(taken.id, desk.boris)
    first, second = use.exhibits(case, desk.boris.member)
    use.stop(second.id, desk.boris)

    assert CANARY in second.note
    assert CANARY in str(use.claims(first.id, desk.boris.member))
    assert (desk.vault.folder / "desk.db-wal").stat().st_size > 0
    assert readable(desk.vault.folder, temporary) == []

    connections.close_all()
    lock()

    assert readable(desk.vault.folder, temporary) == []
    assert list(temporary.iterdir()) == []
    said = capfd.readouterr()
    assert CANARY not in said.out + said.err


def test_the_search_for_the_canary_finds_one_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "leak").write_bytes(b"x" + CANARY.encode("utf-16-le"))

    assert readable(tmp_path) == ["leak"]


# --- the power goes ---------------------------------------------------------------------------------------

CHILD = """
import os, sys, time
from datetime import UTC, datetime
from pathlib import Path
import django
django.setup()
from raport.adapters.store import opened
from raport.app import exhibits as use
from raport.app.files import Author
key, file_id, member, canary = sys.stdin.readline().split()
opened.open_with(bytes.fromhex(key))
now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

class Slow:
    sent = 0
    def read(self, size, /):
        if self.sent > 3 << 20:
            print("half", flush=True)
            time.sleep(60)
        self.sent += size
        return (canary.encode() * (size // len(canary) + 1))[:size]

use.take_in(file_id, canary + ".mp4", Slow(), Author(member, now, now.date()), note=canary)
"""


def child(desk: Desk, temporary: Path, program: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", program],
        env={
            **os.environ,
            "RAPORT_VAULT": str(desk.vault.folder),
            "DJANGO_SETTINGS_MODULE": "raport.web.desk.settings",
            "TMPDIR": str(temporary),
        },
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
    )


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="a process is killed as POSIX kills")
def test_killed_in_the_middle_it_leaves_no_word_and_no_row(desk: Desk, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    case = open_case("ru", desk.boris).id
    with child(desk, temporary, CHILD) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        running.stdin.write(f"{opened.key().hex()} {case} {desk.boris.member} {CANARY}\n")
        running.stdin.flush()
        assert running.stdout.readline() == "half\n"
        os.kill(running.pid, signal.SIGKILL)
        rest = running.stdout.read()

    assert [p.suffix for p in desk.vault.objects.iterdir()] == [".part"]
    assert sum(p.stat().st_size for p in desk.vault.objects.iterdir()) > 1 << 20
    assert readable(desk.vault.folder, temporary) == []
    assert CANARY not in rest
    assert use.exhibits(case, desk.boris.member) == []

    died = datetime.now(UTC)
    assert use.collect_orphans(died + timedelta(hours=23)) == 0
    assert use.collect_orphans(died + timedelta(hours=25)) == 1
    assert list(desk.vault.objects.iterdir()) == []
    assert use.take_in(case, "a", io.BytesIO(b"a"), desk.boris).name == "x1"


# --- much of it -------------------------------------------------------------------------------------------

LARGE = """
import sys
from datetime import UTC, datetime
import django
django.setup()
from raport.adapters.store import opened
from raport.app import exhibits as use
from raport.app.files import Author
import io
def told(name):
    # ru_maxrss is inherited over exec; this is of the new process alone
    return int(open("/proc/self/status").read().partition(name)[2].split()[0])

key, file_id, member, size = sys.stdin.readline().split()
opened.open_with(bytes.fromhex(key))
now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
author = Author(member, now, now.date())

class Stream:
    left = int(size)
    block = bytes(range(256)) * 1024
    def read(self, size, /):
        piece = self.block[: min(size, self.left)]
        self.left -= len(piece)
        return piece

use.take_in(file_id, "small.mp4", io.BytesIO(b"abc"), author)
open("/proc/self/clear_refs", "w").write("5")  # the peak begins anew
before = told("VmRSS:")
taken = use.take_in(file_id, "large.mp4", Stream(), author)
opened_ = sum(len(p) for p in use.original(taken.id, author, "test"))
print(taken.size, opened_, told("VmHWM:") - before)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is counted as Linux counts it")
def test_a_large_recording_takes_little_memory_in_and_out(desk: Desk, tmp_path: Path) -> None:
    case = open_case("ru", desk.boris).id
    size = int(os.environ.get("RAPORT_LARGE", str(200 << 20)))
    with child(desk, tmp_path, LARGE) as running:
        said, _ = running.communicate(
            f"{opened.key().hex()} {case} {desk.boris.member} {size}\n", timeout=120
        )

    taken, back, kilobytes = map(int, said.split())
    assert taken == back == size
    assert kilobytes < 64 * 1024
    print(f"{size >> 20} MiB in and out: {kilobytes} KiB more")
