"""Sealed objects in a folder: age files under names of chance, sealed and opened as they stream.

An object is durable when `put` returns, and either whole or not there. Nothing is ever written in clear.
"""

import hashlib
import os
import queue
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pyrage

from raport.errors import RaportError

KEPT = 64 * 1024
"""So many bytes of each end of an original are kept while it streams, to tell what it is."""

_NAME = re.compile(r"[0-9a-f]{32}")
_PART, _LEFT = ".part", ".left"
_READ = 256 * 1024


type Owners = Callable[[list[str]], tuple[set[str], set[str]]]
"""Of some names of objects: those that belong to something, and those that were destroyed."""


class NotReadError(RaportError):
    """The object is not there, was changed, or opens with another key."""


class TooLargeError(RaportError):
    """More came than may be taken in; nothing of it was kept."""


class Stream(Protocol):
    """What bytes are read from: a file, an upload."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """What was taken in: the hash and size of the original, and both its ends."""

    sha256: str
    size: int
    head: bytes
    tail: bytes


def put(folder: Path, name: str, stream: Stream, recipient: str, most: int | None = None) -> Sealed:
    """Seal a stream to a key as an object. Raises `TooLargeError`, `OSError` (a full disk), and what the
    stream raises; then nothing is kept.
    """
    source = _Source(stream, most)
    part = _path(folder, name).with_suffix(_PART)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb", buffering=_READ) as file:
            sink = _Sink(file.write)
            try:
                pyrage.encrypt_io(source, sink, [pyrage.x25519.Recipient.from_str(recipient)])
            except (pyrage.EncryptError, OSError):
                raise source.error or sink.error or OSError("the object could not be written") from None
            file.flush()
            os.fsync(file.fileno())
        part.replace(_path(folder, name))
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _sync(folder)
    return source.sealed()


def pour(folder: Path, name: str, secrets: Iterable[str], into: Callable[[bytes], object]) -> None:
    """Open an object, piece by piece. Raises `NotReadError`, perhaps after some pieces, and what `into`
    raises.
    """
    sink = _Sink(into)
    try:
        with _path(folder, name).open("rb") as file:
            pyrage.decrypt_io(file, sink, [pyrage.x25519.Identity.from_str(s) for s in secrets])
    except Exception as error:
        if sink.error is not None:
            raise sink.error from None
        if isinstance(error, OSError | pyrage.DecryptError):
            raise NotReadError("a sealed object is not there, was changed, or has another key") from None
        raise


def read(folder: Path, name: str, secrets: Iterable[str], most: int) -> bytes:
    """A small object whole. Raises `NotReadError`, `TooLargeError`."""
    data = bytearray()

    def take(piece: bytes) -> None:
        data.extend(piece)
        if len(data) > most:
            raise TooLargeError("more than expected in a sealed object")

    pour(folder, name, secrets, take)
    return bytes(data)


def read_part(folder: Path, name: str, secrets: Iterable[str], first: int, count: int) -> bytes:
    """Some bytes of an object, those before them opened and dropped. Raises `NotReadError`."""
    data = bytearray()
    state = {"at": 0}

    def take(piece: bytes) -> None:
        begin = max(first - state["at"], 0)
        data.extend(piece[begin : begin + count - len(data)])
        state["at"] += len(piece)
        if len(data) >= count:
            raise _EnoughError

    with suppress(_EnoughError):
        pour(folder, name, secrets, take)
    return bytes(data)


def pieces(folder: Path, name: str, secrets: Iterable[str]) -> Iterator[bytes]:
    """An object piece by piece, opened by a thread that waits for the reader. Raises `NotReadError`."""
    found: queue.Queue[bytes | Exception | None] = queue.Queue(maxsize=4)
    stop = threading.Event()

    def give(piece: bytes | Exception | None) -> None:
        while not stop.is_set():
            with suppress(queue.Full):
                found.put(piece, timeout=0.5)
                return
        raise _EnoughError

    def run() -> None:
        with suppress(_EnoughError):
            try:
                pour(folder, name, secrets, give)
            except _EnoughError:
                raise
            except Exception as error:  # noqa: BLE001 - handed to the reader
                give(error)
            give(None)

    thread = threading.Thread(target=run, name="object", daemon=True)
    thread.start()
    try:
        while (piece := found.get()) is not None:
            if isinstance(piece, Exception):
                raise piece
            yield piece
    finally:
        stop.set()
        thread.join()


def remove(folder: Path, name: str) -> None:
    """Take an object away, if it is there."""
    _path(folder, name).unlink(missing_ok=True)
    _sync(folder)


def sweep(folder: Path, known: Owners, before: datetime, long_before: datetime) -> int:
    """Clear up what a crash left and is older than `before`. Gives how many were set aside or went.

    Halves go, and what was destroyed. A whole object that nobody knows of is set aside first, and goes when
    it was aside since `long_before`: where an older database was put back, the newer one finds it again.
    """
    if not folder.is_dir():
        return 0
    found = [p for p in folder.iterdir() if _NAME.fullmatch(p.stem) and p.suffix in ("", _PART, _LEFT)]
    owned, destroyed = known([p.stem for p in found if p.suffix != _PART])
    return sum(_clear(p, owned, destroyed, before, long_before) for p in found)


def _clear(path: Path, owned: set[str], destroyed: set[str], before: datetime, long_before: datetime) -> bool:
    since = path.stat().st_mtime
    if path.suffix == _LEFT and path.stem in owned:
        path.replace(path.with_suffix(""))
        return False
    if path.stem in destroyed or (path.suffix == _PART and since < before.timestamp()):
        path.unlink(missing_ok=True)
        return True
    if path.suffix == _LEFT and since < long_before.timestamp():
        path.unlink(missing_ok=True)
        return True
    if not path.suffix and path.stem not in owned and since < before.timestamp():
        os.utime(path)
        path.replace(path.with_suffix(_LEFT))
        return True
    return False


class _EnoughError(Exception):
    """All that was asked for is read."""


@dataclass(slots=True)
class _Source:
    """The original, hashed as it is read."""

    stream: Stream
    most: int | None
    size: int = 0
    head: bytes = b""
    tail: bytes = b""
    error: BaseException | None = None
    ahead: memoryview = field(default_factory=lambda: memoryview(b""))
    hash: "hashlib._Hash" = field(default_factory=hashlib.sha256)

    def read(self, size: int = -1) -> bytes:
        """As age asks for it, read from the stream in larger pieces."""
        try:
            if not self.ahead:
                self.ahead = memoryview(self._next())
        except BaseException as error:
            self.error = error
            raise
        piece, self.ahead = self.ahead[:size], self.ahead[size:]
        return bytes(piece)

    def _next(self) -> bytes:
        piece = self.stream.read(_READ)
        self.size += len(piece)
        if self.most is not None and self.size > self.most:
            raise TooLargeError(f"more than {self.most} bytes")
        self.hash.update(piece)
        if len(self.head) < KEPT:
            self.head += piece[: KEPT - len(self.head)]
        self.tail = (self.tail + piece[-KEPT:])[-KEPT:]
        return piece

    def sealed(self) -> Sealed:
        return Sealed(self.hash.hexdigest(), self.size, self.head, self.tail)


@dataclass(slots=True)
class _Sink:
    """A writer that remembers why it failed: age tells only that it did."""

    to: Callable[[bytes], object]
    error: Exception | None = None

    def write(self, data: bytes) -> int:
        """All of it."""
        try:
            self.to(data)
        except Exception as error:
            self.error = error
            raise
        return len(data)

    def flush(self) -> None:
        """Nothing is kept back here."""


def _path(folder: Path, name: str) -> Path:
    if not _NAME.fullmatch(name):
        raise NotReadError("objects are named by chance")
    return folder / name


def _sync(folder: Path) -> None:
    with suppress(OSError):  # Windows opens no folder; its renames are journalled
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
