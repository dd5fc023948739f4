"""Make the release of a pack, and sign one that another has made. No vault is needed for it."""

from pathlib import Path

from raport.adapters.packs import files_of, load_pack, pack_folder
from raport.adapters.releases.archive import manifest_of, read_archive, write_archive
from raport.adapters.releases.notes import Note, NoteError, Signer, sign
from raport.errors import BadInput, Problem


def make_release(folder: Path, out: Path, signer: Signer) -> bytes:
    """The release of a pack's folder with this signature. Where `out` is there, it must be the release of
    the very same files, and gets the signature beside those it has. Raises `BadInput`.
    """
    found = pack_folder(folder.resolve())  # a folder, be it named as a pack that ships
    pack, files = load_pack(found), files_of(found)
    if pack.release < 1:
        raise _bad("`release` in [pack], a number that grows with each release", "none", str(folder))
    try:
        text = str(manifest_of(pack.id, pack.release, pack.checked, files))
        note = read_archive(out.read_bytes()).note if out.exists() else Note(text, ())
    except NoteError as error:
        raise _bad("a release of a pack", str(error), str(out)) from None
    if note.text != text:
        raise _bad("a release of these files", "one of other files", str(out), "sign only what you have made")
    return write_archive(sign(note, signer), files)


def _bad(expected: str, found: str, file: str, help_: str = "") -> BadInput:
    return BadInput([Problem(expected, found, help_, file)])
