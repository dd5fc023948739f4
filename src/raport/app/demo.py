"""A vault for looking: the sample cases, under a passphrase that everybody knows."""

from pathlib import Path

from raport.adapters.store.members import members
from raport.adapters.toml import read_toml
from raport.app.files import Author
from raport.app.open_case import take_case_file
from raport.app.vault import make_vault, now, today

PASSPHRASE = "five words for the sample"  # noqa: S105 - everybody knows it
SAMPLE = Path(__file__).resolve().parent.parent / "sample"


def make_demo(folder: Path) -> None:
    """The vault, open, with every case of the sample in it (the twins left out)."""
    make_vault(folder, PASSPHRASE, "Boris")
    author = Author(members()[0].id, now(), today())
    for path in sorted(SAMPLE.glob("*.toml")):
        take_case_file(read_toml(path.name, path.read_bytes()), author)
