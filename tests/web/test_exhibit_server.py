"""The real server, a real process: what is sent and what is asked for lies nowhere on disk in clear."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from django.db import connections

from raport.app.open_case import open_case
from tests.desk import PASSPHRASE, Desk

CANARY = b"kanareika-7f3a-zhivet-zdes "
SIZE = 24 << 20
START = "import sys; from raport.cli import main; sys.exit(main())"

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the files a process holds are listed as Linux lists them"
)


@dataclass
class Server:
    """The desk as it is served, and one who is signed in."""

    process: subprocess.Popen[str]
    host: str
    vault: Path
    temporary: Path
    log: Path
    cookies: dict[str, str]

    def send(self, method: str, path: str, typed: dict[str, str] | None = None) -> tuple[int, str]:
        connection = http.client.HTTPConnection(self.host, timeout=60)
        form = urlencode(typed) if typed is not None else None
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if form is not None else {}
        connection.request(method, path, form, {"Cookie": self.cookie, **kind})
        answer = connection.getresponse()
        for set_ in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = set_.partition(";")[0].partition("=")
            self.cookies[name] = value
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    @property
    def cookie(self) -> str:
        return "; ".join(f"{k}={v}" for k, v in self.cookies.items())

    def token(self, path: str) -> str:
        found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', self.send("GET", path)[1])
        assert found is not None
        return found[1]

    def leaks(self) -> list[str]:
        """Files with the canary in them: named ones, and those that only the process still holds."""
        held = Path(f"/proc/{self.process.pid}/fd")
        found = []
        for path in [
            *(held.iterdir() if held.exists() else ()),
            *self.vault.rglob("*"),
            *self.temporary.rglob("*"),
            self.log,
        ]:
            with suppress(OSError):
                if path.is_file() and CANARY in path.read_bytes():
                    found.append(str(path.readlink() if path.is_symlink() else path))
        return found


@pytest.fixture
def server(desk: Desk, tmp_path: Path) -> Iterator[Server]:
    temporary, log = tmp_path / "temporary", tmp_path / "log"
    temporary.mkdir()
    with log.open("w") as said:
        process = subprocess.Popen(
            [sys.executable, "-c", START, "desk", str(desk.vault.folder), "--no-browser"],
            env={**os.environ, "TMPDIR": str(temporary)},
            stdout=subprocess.PIPE,
            stderr=said,
            text=True,
        )
        try:
            assert process.stdout is not None
            host = urlsplit(process.stdout.readline().split()[-1]).netloc
            one = Server(process, host, desk.vault.folder, temporary, log, {})
            token = one.token("/unlock/")
            status, _ = one.send("POST", "/unlock/", {"csrfmiddlewaretoken": token, "passphrase": PASSPHRASE})
            assert status == 302
            yield one
        finally:
            process.kill()
            process.communicate()


def upload(server: Server, file_id: str, size: int) -> tuple[bytes, bytes]:
    """The head and the body of a request that attaches a recording full of canaries."""
    path = f"/exhibit/of/{file_id}/"
    edge = "----edge"
    part = f"--{edge}\r\nContent-Disposition: form-data; name="
    token = f'{part}"csrfmiddlewaretoken"\r\n\r\n{server.token(path)}\r\n'
    begin = f'{part}"file"; filename="v.ogg"\r\n\r\n'
    recording = b"OggS" + CANARY * (size // len(CANARY))
    body = token.encode() + begin.encode() + recording + f"\r\n--{edge}--\r\n".encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {server.host}\r\nCookie: {server.cookie}\r\n"
        f"Content-Type: multipart/form-data; boundary={edge}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode(), body


def connected(server: Server) -> socket.socket:
    host, _, port = server.host.partition(":")
    return socket.create_connection((host, int(port)), timeout=60)


@pytest.fixture
def case(desk: Desk) -> str:
    made = open_case("ru", desk.boris).id
    connections.close_all()
    return made


def test_killed_in_the_middle_of_an_upload_nothing_of_it_is_on_disk(server: Server, case: str) -> None:
    head, body = upload(server, case, SIZE)
    with connected(server) as wire:
        wire.sendall(head + body[: SIZE // 2])
        time.sleep(1)
        leaks = server.leaks()
        os.kill(server.process.pid, signal.SIGKILL)
        server.process.wait()

    assert leaks == []
    assert server.leaks() == []


def test_a_recording_on_its_way_to_a_slow_reader_is_not_spooled(server: Server, case: str) -> None:
    head, body = upload(server, case, SIZE)
    with connected(server) as wire:
        wire.sendall(head + body)
        answer = wire.recv(65536).decode()
    found = re.search(r"Location: (/exhibit/\w+/)", answer)
    assert found is not None, answer
    assert server.leaks() == []

    with connected(server) as wire:
        wire.sendall(
            f"GET {found[1]}view HTTP/1.1\r\nHost: {server.host}\r\nCookie: {server.cookie}\r\n\r\n".encode()
        )
        assert wire.recv(1000).startswith(b"HTTP/1.1 200")
        time.sleep(1)
        leaks = server.leaks()

    assert leaks == []
