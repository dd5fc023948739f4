"""The laws of this process: each pack is read and prepared once."""

from functools import cache

from raport.adapters.packs import load_pack
from raport.assess import Law, prepare
from raport.law import Pack


@cache
def law_of(jurisdiction: str) -> Law:
    """The law that ships under this id, ready. Raises `BadInput`."""
    return prepare(load_pack(jurisdiction))


def pack_of(jurisdiction: str) -> Pack:
    """The pack behind `law_of`."""
    return law_of(jurisdiction).pack


def pack_stamp(jurisdiction: str) -> str:
    """Which version of the pack it is, in a line."""
    return stamp_of(pack_of(jurisdiction))


def stamp_of(pack: Pack) -> str:
    """Which version of a pack this is, in a line."""
    return f"{pack.id} {pack.checked.isoformat()} r{pack.release}"
