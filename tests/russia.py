"""The Russian pack, read and prepared once for all tests of a process."""

from functools import cache

from raport.adapters.packs import load_pack
from raport.assess import Law, prepare
from raport.law import Pack


@cache
def law() -> Law:
    """The law that ships. A test of the core asks for it when it is collected: it reads nothing later."""
    return prepare(load_pack("ru"))


def pack() -> Pack:
    """The pack behind it."""
    return law().pack
