"""Signed notes (C2SP signed-note) with Ed25519 by `cryptography`: text, an empty line, signatures.

Keys are written as Go's `sumdb/note` writes them, so that its tools read ours.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from raport.errors import RaportError

MOST_SIGNATURES = 100
_ED25519 = b"\x01"
_NAME = re.compile(r"[^\s+]{1,100}")
_SECRET = "PRIVATE+KEY+"  # noqa: S105 - how the line of any such key begins
_LINE = re.compile("\u2014 ([^\\s+]+) ([A-Za-z0-9+/]+={0,2})")


class NoteError(RaportError):
    """It is no signed note, no key of one, or a signature is bad. `why` in plain words."""


@dataclass(frozen=True, slots=True)
class Verifier:
    """A public key under the name of who holds it."""

    name: str
    public: bytes

    @property
    def id(self) -> bytes:
        """Four bytes by which a signature says whose it is."""
        return _id(self.name, self.public)

    def __str__(self) -> str:
        data = base64.b64encode(_ED25519 + self.public).decode()
        return f"{self.name}+{self.id.hex()}+{data}"


@dataclass(frozen=True, slots=True)
class Signer:
    """A secret key under the name of who holds it; never shown by repr."""

    name: str
    seed: bytes

    def __repr__(self) -> str:
        return f"Signer({self.name})"

    @property
    def verifier(self) -> Verifier:
        """Its public half."""
        key = Ed25519PrivateKey.from_private_bytes(self.seed)
        return Verifier(self.name, key.public_key().public_bytes_raw())

    def secret(self) -> str:
        """The line that is kept in the holder's key file."""
        data = base64.b64encode(_ED25519 + self.seed).decode()
        return f"{_SECRET}{self.name}+{self.verifier.id.hex()}+{data}"


@dataclass(frozen=True, slots=True)
class Signature:
    """One line below a note."""

    name: str
    id: bytes
    bytes: bytes

    def __str__(self) -> str:
        return f"\u2014 {self.name} {base64.b64encode(self.id + self.bytes).decode()}"


@dataclass(frozen=True, slots=True)
class Note:
    """A text, which ends with a line feed, and its signatures; nothing is verified yet."""

    text: str
    signatures: tuple[Signature, ...]

    def __bytes__(self) -> bytes:
        lines = "".join(f"{one}\n" for one in self.signatures)
        return f"{self.text}\n{lines}".encode()


def new_signer(name: str) -> Signer:
    """A fresh key. Raises `NoteError` for a name that no note can carry."""
    if not _NAME.fullmatch(name):
        raise NoteError("a name of a key has no spaces and no +")
    return Signer(name, Ed25519PrivateKey.generate().private_bytes_raw())


def read_signer(line: str) -> Signer:
    """The key in a holder's file. Raises `NoteError`."""
    if not line.startswith(_SECRET):
        raise NoteError("this is no secret key of signed notes")
    name, id_, seed = _key(line.strip().removeprefix(_SECRET))
    signer = Signer(name, seed)
    if signer.verifier.id != id_:
        raise NoteError("the id of this key is not its own")
    return signer


def read_verifier(line: str) -> Verifier:
    """A public key as it is given to others. Raises `NoteError`."""
    name, id_, public = _key(line.strip())
    verifier = Verifier(name, public)
    if verifier.id != id_:
        raise NoteError("the id of this key is not its own")
    return verifier


def read_note(data: bytes) -> Note:
    """A note, not verified. Raises `NoteError`."""
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError:
        raise NoteError("the note is not UTF-8") from None
    if any(ord(c) < 0x20 and c != "\n" for c in whole):
        raise NoteError("the note has control characters")
    text, _, below = whole.rpartition("\n\n")
    if not text or not below.endswith("\n"):
        raise NoteError("the note has no signatures below an empty line")
    lines = below[:-1].split("\n")
    if len(lines) > MOST_SIGNATURES:
        raise NoteError("the note has too many signatures")
    return Note(text + "\n", tuple(_signature(line) for line in lines))


def sign(note: Note, signer: Signer) -> Note:
    """The note with this signature too; one by the same key that is there already stays."""
    verifier = signer.verifier
    if any((s.name, s.id) == (verifier.name, verifier.id) for s in note.signatures):
        return note
    made = Ed25519PrivateKey.from_private_bytes(signer.seed).sign(note.text.encode())
    return Note(note.text, (*note.signatures, Signature(signer.name, verifier.id, made)))


def check_signatures(note: Note, known: Iterable[Verifier]) -> tuple[Verifier, ...]:
    """Those of the known keys by which the note is signed. Raises `NoteError` where a signature that names a
    known key is not by it; signatures by others say nothing.
    """
    by = {(v.name, v.id): v for v in known}
    found: dict[bytes, Verifier] = {}
    for one in note.signatures:
        verifier = by.get((one.name, one.id))
        if verifier is None:
            continue
        try:
            Ed25519PublicKey.from_public_bytes(verifier.public).verify(one.bytes, note.text.encode())
        except InvalidSignature:
            raise NoteError(f"the signature of {one.name} is not by its key") from None
        found.setdefault(verifier.public, verifier)
    return tuple(found.values())


def _signature(line: str) -> Signature:
    found = _LINE.fullmatch(line)
    data = _decoded(found[2]) if found else b""
    if found is None or len(data) <= 4:
        raise NoteError("a line below the note is no signature")
    return Signature(found[1], data[:4], data[4:])


def _key(text: str) -> tuple[str, bytes, bytes]:
    name, _, rest = text.partition("+")
    id_, _, encoded = rest.partition("+")
    data = _decoded(encoded)
    if not _NAME.fullmatch(name) or not re.fullmatch("[0-9a-f]{8}", id_) or len(data) != 33:
        raise NoteError("this is no key of signed notes: name+hash+key")
    if data[:1] != _ED25519:
        raise NoteError("this key is not Ed25519")
    return name, bytes.fromhex(id_), data[1:]


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return b""


def _id(name: str, public: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + _ED25519 + public).digest()[:4]
