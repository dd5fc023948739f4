"""The laws of this process: each pack is read and prepared once.

A pack that was brought into the vault as a signed release is the law while the vault is open, where it is
newer than the one that ships.
"""

from dataclasses import dataclass, field
from functools import cache, lru_cache

from raport.adapters.packs import load_pack, read_files
from raport.adapters.store import opened
from raport.assess import Law, prepare
from raport.errors import BadInput
from raport.law import Pack

_NEWEST_KEPT = 8


@dataclass(slots=True)
class _Seen:
    """What was installed when this opening of the vault was last looked at."""

    opening: int = 0
    installed: dict[str, tuple[int, str]] = field(default_factory=dict)


_seen = _Seen()


def law_of(jurisdiction: str) -> Law:
    """The law of a pack, ready: that of the vault, or the one that ships. Raises `BadInput`."""
    release, sha256 = _installed().get(jurisdiction, (0, ""))
    if sha256 and release > shipped_release(jurisdiction):
        return _law_installed(sha256)
    return _law_shipped(jurisdiction)


def pack_of(jurisdiction: str) -> Pack:
    """The pack behind `law_of`."""
    return law_of(jurisdiction).pack


def pack_stamp(jurisdiction: str) -> str:
    """Which version of the pack is the law, in a line."""
    return stamp_of(pack_of(jurisdiction))


def stamp_of(pack: Pack) -> str:
    """Which version of a pack this is, in a line."""
    return f"{pack.id} {pack.checked.isoformat()} r{pack.release}"


def shipped_release(jurisdiction: str) -> int:
    """The release of the pack that ships under this id; -1 where none does."""
    try:
        return _law_shipped(jurisdiction).pack.release
    except BadInput:
        return -1


def look() -> str:
    """See what is installed in the vault now: another process may have brought in a pack. Gives a word that
    is the same as long as the law is.
    """
    from raport.adapters.store.packs import installed

    _seen.installed, _seen.opening = installed(), opened.opening()
    return " ".join(sha256 for _, (_, sha256) in sorted(_seen.installed.items()))


def _installed() -> dict[str, tuple[int, str]]:
    if not opened.is_open():
        return {}
    if _seen.opening != opened.opening():
        look()
    return _seen.installed


@cache
def _law_shipped(jurisdiction: str) -> Law:
    return prepare(load_pack(jurisdiction))


@lru_cache(maxsize=_NEWEST_KEPT)
def _law_installed(sha256: str) -> Law:
    from raport.adapters.releases.archive import read_archive
    from raport.adapters.store.packs import data_of

    archive = read_archive(data_of(sha256))
    return prepare(read_files(archive.manifest.pack, archive.files))
