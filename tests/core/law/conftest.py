"""The invented country, read from its files."""

from pathlib import Path

import pytest

from raport.adapters.packs import load_documents
from raport.documents import Document
from raport.law import Pack, read_pack

PACK_FOLDER = Path(__file__).resolve().parents[2] / "packs" / "invented"


@pytest.fixture(scope="session")
def documents() -> tuple[Document, ...]:
    """Its files as values."""
    return tuple(load_documents(PACK_FOLDER))


@pytest.fixture(scope="session")
def invented(documents: tuple[Document, ...]) -> Pack:
    """The pack of Ruritania."""
    return read_pack(documents)
