"""Packs from folders: those that ship with the program, and any other."""

from collections.abc import Mapping
from pathlib import Path

from raport.adapters.toml import MOST_BYTES, read_toml, too_large
from raport.documents import Document
from raport.errors import BadInput, Problem
from raport.law import Pack, read_pack

SHIPPED = Path(__file__).resolve().parents[1] / "law" / "packs"
"""Where the packs that ship with the program lie."""


def load_pack(name: str | Path) -> Pack:
    """A pack by its id, if it ships with the program, or by its folder. Raises `BadInput` with every
    mistake.
    """
    return read_pack(load_documents(pack_folder(name)))


def pack_folder(name: str | Path) -> Path:
    """The folder of a pack. Raises `BadInput` where there is none."""
    shipped = {p.name: p for p in SHIPPED.iterdir() if p.is_dir()}
    if str(name) in shipped:
        return shipped[str(name)]
    if str(name) and Path(name).is_dir():
        return Path(name)
    expected = f"a pack ({', '.join(sorted(shipped))}) or the folder of one"
    raise BadInput([Problem(expected, repr(str(name)), "see docs/formats/pack.md")])


def read_files(name: str, files: Mapping[str, bytes]) -> Pack:
    """A pack from the bytes of its files. Raises `BadInput` with every mistake."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for path, data in sorted(files.items()):
        try:
            documents.append(read_toml(f"{name}/{path}", data))
        except BadInput as bad:
            problems += bad.problems
    if problems:
        raise BadInput(problems)
    return read_pack(documents)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a pack's folder, by its path inside it."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*.toml"))}


def load_documents(folder: Path) -> list[Document]:
    """Every TOML file below a folder, in the order of their names. Raises `BadInput` with the mistakes of
    all files.
    """
    documents: list[Document] = []
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder.parent).as_posix()
        try:
            if path.stat().st_size > MOST_BYTES:
                raise BadInput([too_large(name, path.stat().st_size)])
            documents.append(read_toml(name, path.read_bytes()))
        except BadInput as bad:
            problems += bad.problems
        except OSError as error:
            problems.append(Problem("a file that can be read", error.strerror or str(error), "", name))
    if problems:
        raise BadInput(problems)
    if not documents:
        raise BadInput([Problem("TOML files of a pack", "none", "see docs/formats/pack.md", str(folder))])
    return documents
