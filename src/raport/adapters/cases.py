"""Case files from disk: files and folders, each read or refused by itself."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from raport.adapters.toml import MOST_BYTES, read_json, read_toml, too_large
from raport.casefile import CaseFile, jurisdiction_of, read_case
from raport.documents import Document
from raport.errors import BadInput, Problem
from raport.law import Pack

SUFFIXES = (".toml", ".json")

type PackFor = Callable[[str], Pack]
"""The pack of a jurisdiction; raises `BadInput` where there is none or it is wrong."""


def load_cases(paths: Iterable[Path], pack_for: PackFor) -> Iterator[tuple[Path, CaseFile | BadInput]]:
    """Each case file under the paths, in order, with what it holds or all that is wrong with it.

    One bad file never stops the others. A file that is named twice is read once. Of two files with the same
    case the second is refused, and both are named.
    """
    first: dict[str, Path] = {}
    seen: set[Path] = set()
    for path in find_files(paths):
        real = path.resolve()
        if real in seen:
            continue
        seen.add(real)
        try:
            if path.is_dir():
                raise BadInput([_nothing_in(path)])
            file = load_case(path, pack_for)
            _once(first, path, file)
        except BadInput as bad:
            yield path, bad
        else:
            yield path, file


def load_case(path: Path, pack_for: PackFor) -> CaseFile:
    """One case file. Raises `BadInput`."""
    document = read_document(path)
    jurisdiction = jurisdiction_of(document)
    try:
        pack = pack_for(jurisdiction)
    except BadInput as bad:
        raise _without_pack(document, jurisdiction, bad) from bad
    return read_case(document, pack)


def read_document(path: Path) -> Document:
    """A file's values, TOML or (by its name) JSON. Raises `BadInput`; too large a file is not even opened."""
    name = str(path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise BadInput([Problem("a case file", "a folder", "name one file in it", name)])
        if size > MOST_BYTES:
            raise BadInput([too_large(name, size)])
        if not path.is_file():
            raise BadInput([Problem("a file or a folder", "something else", "", name)])
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        raise BadInput([_unreadable(name, error)]) from None
    return (read_json if path.suffix.lower() == ".json" else read_toml)(name, data)


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files themselves, and all *.toml and *.json below each folder, in the order of their names.

    A folder in which there is none, or which may not be looked into, is given itself: it has something to be
    told.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        yield from _below(path) or [path]


def _below(folder: Path) -> list[Path]:
    """The case files below a folder, and the folders there that may not be looked into."""
    found: list[Path] = []

    def closed(error: OSError) -> None:
        found.append(Path(error.filename))

    for inner, _, names in folder.walk(on_error=closed):
        found += [inner / name for name in names if Path(name).suffix.lower() in SUFFIXES]
    return sorted(path for path in found if not _hidden(path, folder))


def count_files(paths: Iterable[Path]) -> int:
    """How many files `load_cases` will look at, about: for a progress bar."""
    return sum(1 for _ in find_files(paths))


def _without_pack(document: Document, jurisdiction: str, bad: BadInput) -> BadInput:
    """The pack's mistakes, and where this file asks for it; a pack that is nowhere is this file's mistake."""
    here = ("jurisdiction",)
    if all(not p.file for p in bad.problems):
        return BadInput([document.problem(here, p.expected, p.found, p.help) for p in bad.problems])
    asked = document.problem(
        here, "a jurisdiction with a sound pack", f'"{jurisdiction}"', "its mistakes follow"
    )
    return BadInput([asked, *bad.problems])


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _once(first: dict[str, Path], path: Path, file: CaseFile) -> None:
    id_ = file.case.id
    if id_ in first:
        raise BadInput(
            [
                Problem(
                    "each case in one file",
                    f'"{id_}", which {first[id_]} holds too',
                    "one case has one file: join them, or give one of them another id",
                    str(path),
                )
            ]
        )
    first[id_] = path


def _nothing_in(folder: Path) -> Problem:
    """Why a folder gave no file: it may not be looked into, or there is none."""
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        return _unreadable(str(folder), error)
    return Problem("case files (*.toml, *.json) in the folder", "none", "is it the right one?", str(folder))


def _unreadable(name: str, error: OSError | ValueError) -> Problem:
    if isinstance(error, ValueError):
        return Problem("a file or a folder", "a name that no file can have", "", name)
    if isinstance(error, FileNotFoundError):
        return Problem("a file or a folder", "nothing of this name", "is the path right?", name)
    if isinstance(error, PermissionError):
        return Problem("a file that may be read", "no permission to read it", "ask its owner", name)
    return Problem("a readable file", error.strerror or "an error of the disk", "", name)
