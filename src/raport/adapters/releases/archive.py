"""The file of a release: a ZIP, stored without compression, that the same pack always makes to the byte.

release.note     what is in it, hash by hash; signed
pack/...         the files of the pack

It is read as bytes that anybody may have made: what is not exactly what writing it anew would give is
refused, so nothing can hide in it, and no name leads out of it.
"""

import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from raport.adapters.releases.notes import Note, NoteError, read_note

FORMAT = "raport/pack/v1"
MOST_BYTES = 64 * 1024 * 1024
MOST_FILES = 2000

_NOTE = "release.note"
_FOLDER = "pack/"
_PATH = re.compile(r"(?:[a-z0-9][a-z0-9_-]*/)*[a-z0-9][a-z0-9._-]*\.toml")
_LISTED = re.compile(r"([0-9a-f]{64}) (\d{1,9}) (\S+)")
_THEN = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a release says of itself: which pack, its release, the day it was checked, its files."""

    pack: str
    release: int
    checked: date
    files: Mapping[str, tuple[str, int]]  # path -> SHA-256, size

    def __str__(self) -> str:
        lines = [FORMAT, self.pack, str(self.release), self.checked.isoformat()]
        lines += [f"{digest} {size} {path}" for path, (digest, size) in sorted(self.files.items())]
        return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Archive:
    """A release that was read: its note, not verified yet, and files that are what the note says."""

    note: Note
    manifest: Manifest
    files: Mapping[str, bytes]


def manifest_of(pack: str, release: int, checked: date, files: Mapping[str, bytes]) -> Manifest:
    """The manifest of these files. Raises `NoteError` for a name that no release can carry."""
    for path in files:
        if not _PATH.fullmatch(path):
            raise NoteError(
                f"a file of a pack is named in small Latin letters, digits, - and _: not {path!r}"
            )
    listed = {path: (hashlib.sha256(data).hexdigest(), len(data)) for path, data in files.items()}
    return Manifest(pack, release, checked, listed)


def write_archive(note: Note, files: Mapping[str, bytes]) -> bytes:
    """The bytes of a release: always the same for the same note and files."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as archive:
        _put(archive, _NOTE, bytes(note))
        for path in sorted(files):
            _put(archive, _FOLDER + path, files[path])
    return whole.getvalue()


def read_archive(data: bytes) -> Archive:
    """A release from its bytes, every file compared with the note. Raises `NoteError`."""
    if len(data) > MOST_BYTES:
        raise NoteError(f"it is larger than {MOST_BYTES // 2**20} MB")
    found = _members(data)
    note = read_note(found.pop(_NOTE, b""))
    manifest = read_manifest(note.text)
    files = {name.removeprefix(_FOLDER): content for name, content in found.items()}
    for path, (digest, size) in manifest.files.items():
        content = files.get(path)
        if content is None:
            raise NoteError(f"{path} is named in the note and is not there")
        if len(content) != size or hashlib.sha256(content).hexdigest() != digest:
            raise NoteError(f"{path} is not what was signed")
    if files.keys() != manifest.files.keys() or write_archive(note, files) != data:
        raise NoteError("there is something in it that was not signed")
    return Archive(note, manifest, files)


def read_manifest(text: str) -> Manifest:
    """The manifest in the text of a note. Raises `NoteError`."""
    head, lines = text.split("\n")[:4], text.split("\n")[4:-1]
    if len(head) < 4 or head[0] != FORMAT:
        raise NoteError(f"its note does not begin with {FORMAT}")
    try:
        release, checked = int(head[2]), date.fromisoformat(head[3])
    except ValueError:
        raise NoteError("its note has no number of the release, or no day") from None
    if release < 1 or not lines or len(lines) > MOST_FILES:
        raise NoteError("its note has no number of the release, or no files")
    files = {}
    for line in lines:
        found = _LISTED.fullmatch(line)
        if found is None or not _PATH.fullmatch(found[3]):
            raise NoteError("a line of its note is no file of a pack")
        files[found[3]] = (found[1], int(found[2]))
    manifest = Manifest(head[1], release, checked, files)
    if str(manifest) != text:
        raise NoteError("its note is not written as notes of releases are")
    return manifest


def _members(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MOST_FILES + 1:
                raise NoteError("it has too many files")
            if any(m.compress_type != zipfile.ZIP_STORED or m.flag_bits & 1 for m in members):
                raise NoteError("it is compressed or encrypted, and releases are not")
            if sum(m.file_size for m in members) > len(data):
                raise NoteError("its files overlap")
            return {m.filename: archive.read(m) for m in members}
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        raise NoteError("it is no release, or only a part of one") from None


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, date_time=_THEN)
    info.create_system = 3  # the same on every system
    info.external_attr = 0o100644 << 16
    archive.writestr(info, content)
