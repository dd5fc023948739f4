"""The laws over which properties are held: a small one, one that uses every table, and the real ones."""

from pathlib import Path

from raport.adapters.packs import load_documents
from raport.assess import Law, prepare
from raport.law import read_pack
from tests import russia
from tests.core.assess.worlds import ANSWERING, world

_PACKS = Path(__file__).resolve().parents[2] / "packs"

LAWS: dict[str, Law] = {
    "answering": prepare(world(ANSWERING)),
    "invented": prepare(read_pack(load_documents(_PACKS / "invented"))),
    "eu-access": prepare(read_pack(load_documents(_PACKS / "eu-access"))),
    "ru": russia.law(),
}
"""By name; read when the tests are collected, since the core reads nothing while it runs."""
