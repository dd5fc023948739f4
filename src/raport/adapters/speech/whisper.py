"""faster-whisper with a model that lies in a folder of the operator's: refused unless it has the hash that
was written down. A child process without rights parses the recording.
"""

import hashlib
import json
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from os import environ
from pathlib import Path

from raport.adapters.speech.transcriber import Feed, Heard, NotHeardError

MOST_IN = 200 * 1024 * 1024
MOST_OUT = 8 * 1024 * 1024
SECONDS = 3600.0

_one = threading.BoundedSemaphore(1)  # a model fills memory: one at a time


@dataclass(frozen=True, slots=True)
class FasterWhisper:
    """The model in `folder`, of which `sha256` was written down. `language`: of the speech, such as `ru`;
    empty: the model guesses.
    """

    folder: Path
    sha256: str
    language: str = "ru"

    def hear(self, feed: Feed) -> Heard:
        """As `Transcriber` says. Raises `NotHeardError`: `other-model` before a byte of the model is used."""
        try:
            engine = version("faster-whisper")
        except PackageNotFoundError:
            raise NotHeardError("no-engine") from None
        if hash_of_model(self.folder) != self.sha256.casefold():
            raise NotHeardError("other-model")
        told = _child(self.folder, self.language, feed)
        return Heard(
            str(told["text"]),
            str(told["language"]),
            f"faster-whisper {engine}, {self.sha256[:16].casefold()}",
        )


def hash_of_model(folder: Path) -> str:
    """SHA-256 of what `LC_ALL=C sha256sum *` prints in the folder: every file, by its name. Raises
    `NotHeardError` where there is no folder with files.
    """
    try:
        files = sorted((p for p in folder.iterdir() if p.is_file()), key=lambda p: p.name.encode())
        lines = []
        for file in files:
            with file.open("rb") as stream:
                lines.append(f"{hashlib.file_digest(stream, 'sha256').hexdigest()}  {file.name}\n")
    except (OSError, ValueError):
        raise NotHeardError("no-model") from None
    if not lines:
        raise NotHeardError("no-model")
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _child(folder: Path, language: str, feed: Feed) -> dict[str, object]:
    command = [sys.executable, "-I", "-B", "-m", "raport.adapters.speech.worker", str(folder), language]
    keep = {name: environ[name] for name in ("SYSTEMROOT",) if name in environ}
    keep |= {"HF_HUB_OFFLINE": "1", "OMP_NUM_THREADS": "1"}
    with (
        _one,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=keep
        ) as child,
    ):
        clock = threading.Timer(SECONDS, child.kill)
        clock.start()
        try:
            _pour(child, feed)
            assert child.stdout is not None
            answer = child.stdout.read(MOST_OUT + 1)
        finally:
            late = not clock.is_alive()
            clock.cancel()
            child.kill()
    try:
        told = json.loads(answer)
        if error := told.get("error"):
            raise NotHeardError(str(error))
        return {"text": told["text"], "language": told["language"]}
    except (ValueError, KeyError, AttributeError):
        raise NotHeardError("too-long" if late else "broken") from None


def _pour(child: "subprocess.Popen[bytes]", feed: Feed) -> None:
    """All of the recording. The child reads it to its end before it answers."""
    stdin, poured = child.stdin, 0
    assert stdin is not None

    def pour(piece: bytes) -> None:
        nonlocal poured
        poured += len(piece)
        if poured > MOST_IN:
            raise NotHeardError("too-large")
        stdin.write(piece)

    with suppress(BrokenPipeError):
        feed(pour)
    with suppress(OSError):
        stdin.close()
