"""Uploads stay in memory: nothing that comes in is written to disk in clear."""

from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload

MOST_BYTES = 64 * 1024 * 1024
"""One file; larger evidence is taken in from a folder, sealed as it streams."""


class InMemory(MemoryFileUploadHandler):
    """Django's handler for small files, for all files up to `MOST_BYTES`."""

    def handle_raw_input(  # type: ignore[no-untyped-def] # Django's own signature
        self,
        input_data,  # noqa: ANN001, ARG002 - Django's own name
        META,  # noqa: ANN001, ARG002, N803 - Django's own name
        content_length,  # noqa: ANN001 - Django's own name
        boundary,  # noqa: ANN001, ARG002 - Django's own name
        encoding=None,  # noqa: ANN001, ARG002 - Django's own name
    ) -> None:
        """Always in memory; more than the limit is refused before it is read."""
        self.activated = True
        if content_length > MOST_BYTES:
            raise StopUpload(connection_reset=True)
