"""Uploads stay in memory: nothing that comes in is written to disk in clear."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import MemoryFileUploadHandler

MOST_BYTES = 64 * 1024 * 1024
"""One file; larger evidence is taken in by its place on this machine, sealed as it streams."""

MOST_BODY = MOST_BYTES + 24 * 1024 * 1024

SERVER_LIMITS = {
    # A server that runs out of these writes what it holds to a temporary file, in clear
    "inbuf_overflow": 2 * MOST_BODY,
    "outbuf_overflow": 2 * MOST_BODY,
    "max_request_body_size": MOST_BODY,
}
"""For waitress: what comes and what goes is held in memory, never spooled."""


class InMemory(MemoryFileUploadHandler):
    """Django's handler for small files, for all files up to `MOST_BYTES`. Of a larger one nothing is kept,
    and it says so (`was_too_large`): what was typed beside it is not lost.
    """

    size = 0

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002 - as Django calls it
        """Always in memory."""
        self.activated = True

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins."""
        self.size = 0
        super().new_file(*args, **kwargs)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """A piece of it: kept, or dropped with all the rest once it is too much."""
        self.size += len(raw_data)
        if self.size > MOST_BYTES:
            self.file.truncate(0)
            return None
        return super().receive_data_chunk(raw_data, start)

    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:
        """The file, or the shell of one that was too large."""
        done = super().file_complete(min(file_size, MOST_BYTES))
        if done is not None and self.size > MOST_BYTES:
            self.file.truncate(0)
            done.size = 0
            done.was_too_large = True  # type: ignore[attr-defined] # for `too_large`
        return done


def too_large(file: UploadedFile[bytes]) -> bool:
    """Whether more came than is taken in this way."""
    return getattr(file, "was_too_large", False)
