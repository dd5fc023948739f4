"""Files in a ZIP (DOCX and XLSX are such) that tell nothing of when and where they were made."""

import io
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)


def without_traces(packed: bytes) -> bytes:
    """A ZIP (XLSX and DOCX are such) without the hour of its making and without the system it was made on."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.infolist():
            put(new, one.filename, old.read(one))
    return out.getvalue()


def put(packed: zipfile.ZipFile, name: str, data: bytes, *, stored: bool = False) -> None:
    """One file into a ZIP that tells nothing of when and where."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.create_system = 0
    info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    packed.writestr(info, data)
