"""Files in a ZIP (DOCX and XLSX are such) that tell nothing of when and where they were made."""

import io
import struct
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST_DAY = struct.pack("<2H", 0, (1 << 5) | 1)
"""The same as a ZIP writes it: no hour, the first day of the first month of 1980."""
_RIGHTS = struct.pack("<L", 0o600 << 16)
_ENTRY = 46
"""Bytes of an entry of the list at the end, before its name."""


def without_traces(packed: bytes) -> bytes:
    """A ZIP (XLSX and DOCX are such) without the hour of its making and without the system it was made on.

    What is packed stays as it is: only the heads of its parts are written over (APPNOTE 4.3.7, 4.3.12).
    """
    out = bytearray(packed)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        entry = archive.start_dir
        for info in archive.infolist():
            out[entry + 5] = 0  # the system
            out[entry + 12 : entry + 16] = _FIRST_DAY
            out[entry + 38 : entry + 42] = _RIGHTS
            out[info.header_offset + 10 : info.header_offset + 14] = _FIRST_DAY
            lengths = struct.unpack_from("<3H", out, entry + 28)
            entry += _ENTRY + sum(lengths)
    return bytes(out)


def put(packed: zipfile.ZipFile, name: str, data: bytes, *, stored: bool = False) -> None:
    """One file into a ZIP that tells nothing of when and where."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.create_system = 0
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    packed.writestr(info, data)
