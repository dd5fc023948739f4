"""Releases of packs: verified, shown before they are taken, and taken into the vault.

Nothing here decides that a newer law is right: two people who hold keys say so, and whoever keeps the vault
takes it after seeing which conclusions and which advice it changes.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from importlib import resources
from itertools import batched

from django.db import transaction

from raport.adapters.packs import read_files
from raport.adapters.releases.archive import Archive, read_archive
from raport.adapters.releases.notes import NoteError, Verifier, check_signatures, read_verifier
from raport.adapters.store import docket as store_docket
from raport.adapters.store import packs as store
from raport.app.answers import remember_texts
from raport.app.files import Author, NotGrantedError, history, name_of, read_tree, tree_of
from raport.app.laws import law_of, look, shipped_release
from raport.assess import Assessment, Law, assess, prepare
from raport.casefile import CaseFile
from raport.errors import BadInput, Problem
from raport.law import Pack

NEEDED = 2
"""So many holders of keys must have signed a release."""

AT_ONCE = 25


@dataclass(frozen=True, slots=True)
class Release:
    """A release that two holders of trusted keys have signed, and that the checker has read."""

    data: bytes
    pack: Pack
    signed_by: tuple[str, ...]

    @property
    def sha256(self) -> str:
        """Of its bytes."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Judged:
    """One open case by the law of now and by the new one; None where it cannot be read by that law."""

    name: str
    before: tuple[CaseFile, Assessment] | None
    after: tuple[CaseFile, Assessment] | None


# --- believing --------------------------------------------------------------------------------------------


def shipped_keys() -> list[str]:
    """The public keys that the program ships with, each as a line."""
    text = resources.files("raport.law").joinpath("keys.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def trusted() -> list[Verifier]:
    """The keys by which this vault believes a release."""
    return [read_verifier(line) for line in dict.fromkeys([*shipped_keys(), *store.trusted_keys()])]


def trust(line: str) -> Verifier:
    """Trust one more key. Raises `BadInput` for what is none, or a key that is trusted under another name."""
    try:
        verifier = read_verifier(line)
    except NoteError as error:
        raise _bad("a public key: name+hash+key", str(error)) from None
    for one in trusted():
        if one.public == verifier.public and one.name != verifier.name:
            raise _bad("a key of another holder", f"the key of {one.name}", help_="each holder has his own")
        if one.name == verifier.name and one.public != verifier.public:
            raise _bad("another name", f"{one.name}, who has a key", help_="take the old key away first")
    store.trust_keys(dict.fromkeys([*store.trusted_keys(), str(verifier)]))
    return verifier


def distrust(name: str) -> bool:
    """Trust the keys under this name no more; whether this vault had one. Those that ship stay."""
    kept = [line for line in store.trusted_keys() if read_verifier(line).name != name]
    known = len(kept) < len(store.trusted_keys())
    store.trust_keys(kept)
    return known


def read_release(data: bytes, known: Sequence[Verifier], file: str = "") -> Release:
    """A release, signed by two holders of known keys and read by the checker. Raises `BadInput`."""
    try:
        archive = read_archive(data)
        signed = check_signatures(archive.note, known)
    except NoteError as error:
        raise _bad("a signed release of a pack", str(error), file) from None
    holders = tuple(dict.fromkeys(v.name for v in signed))
    if len(holders) < NEEDED:
        found = f"{len(archive.note.signatures)} signatures, of such: {', '.join(holders) or 'none'}"
        help_ = "raport law trust lists the keys that are trusted here"
        raise _bad(f"signatures of {NEEDED} holders of trusted keys", found, file, help_)
    return Release(data, _pack(archive, file), holders)


def _pack(archive: Archive, file: str) -> Pack:
    pack = read_files(archive.manifest.pack, archive.files)
    said = (archive.manifest.pack, archive.manifest.release, archive.manifest.checked)
    if said != (pack.id, pack.release, pack.checked):
        raise _bad("a note that says what the pack says of itself", "another id, release or day", file)
    return pack


# --- taking -----------------------------------------------------------------------------------------------


def check_newer(pack: Pack) -> None:
    """Refuse a release that is not newer than what this vault has, or than what ships. Raises `BadInput`."""
    release, _ = store.installed().get(pack.id, (0, ""))
    have = max(release, shipped_release(pack.id))
    if pack.release <= have:
        help_ = "an older pack is never put in place of a newer one"
        raise _bad(f"a release after {have}", f"release {pack.release}", help_=help_)


@contextmanager
def tried(release: Release, author: Author) -> Iterator[None]:
    """While the block runs the release is the law here, as if it had been taken; then nothing was changed."""
    try:
        with transaction.atomic():
            install(release, author)
            look()
            yield
            transaction.set_rollback(True)
    finally:
        look()


@transaction.atomic
def install(release: Release, author: Author) -> None:
    """The release is the law of this vault from now on. Raises `BadInput` for one that is not newer."""
    check_newer(release.pack)
    if shipped_release(release.pack.id) >= 0 or release.pack.id in store.installed():
        remember_texts(release.pack.id)
    store.install(release.pack.id, release.pack.release, release.sha256, release.data, author.at)
    transaction.on_commit(look)


def law_before(jurisdiction: str) -> Law | None:
    """The law that a release would take the place of, if there is one."""
    try:
        return law_of(jurisdiction)
    except BadInput:
        return None


def open_cases_of(jurisdiction: str) -> list[str]:
    """The open cases that are judged by this pack."""
    from raport.adapters.store import files

    rows = [r for many in batched(store_docket.open_cases(), 500) for r in files.files(many)]
    return [row.id for row in rows if row.jurisdiction == jurisdiction]


def judged(
    cases: Sequence[str], pack: Pack, member: str, today: date, step: Callable[[int], object]
) -> Iterator[Judged]:
    """Each of these cases that this member may open, by the law of now and by the pack; `step` is told how
    many were done.
    """
    from raport.adapters.store import files

    before, after = law_before(pack.id), prepare(pack)
    for some in batched(cases, AT_ONCE):
        for row in files.files(some):
            try:
                tree = tree_of(history(row.id, member))
            except NotGrantedError:
                continue
            yield Judged(name_of(row), _by(tree, before, today), _by(tree, after, today))
        step(len(some))


def _by(tree: dict[str, object], law: Law | None, today: date) -> tuple[CaseFile, Assessment] | None:
    if law is None:
        return None
    try:
        file = read_tree(tree, law.pack)
    except BadInput:
        return None
    return file, assess(file.case, law, today, file.account)


def _bad(expected: str, found: str, file: str = "", help_: str = "") -> BadInput:
    return BadInput([Problem(expected, found, help_, file)])
