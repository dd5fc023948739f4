"""The law research as data: the rows of its tables, each with an id and the codes of how well it is known."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from raport.law import Confidence

_CODES = {
    "V": Confidence.TEXT,
    "Vx": Confidence.EXCERPT,
    "S": Confidence.SECONDARY,
    "P": Confidence.MEMORY,  # part read, part from memory: its lowest part
    "R": Confidence.MEMORY,
}
_LEGAL = re.compile(r"(?:ru|cal|uk)\.")
_TAGS = {
    ("RESEARCH.md", "3"): "pivot",
    ("RESEARCH.md", "5"): "2019/2025",
    ("RESEARCH.md", "7"): "reply",
    ("RESEARCH-2.md", "1"): "change",
}
_NOT_LAW = {("RESEARCH.md", "0")}  # the codes themselves, and where texts were found


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `part` is 1 or 2; `told` the words that say how well it is known."""

    id: str
    part: int
    cells: tuple[str, ...]
    told: str

    @property
    def codes(self) -> tuple[Confidence, ...]:
        found = re.findall(r"(?<![\w.№])(Vx|V|S|P|R)(?![\w])", self.told)
        return tuple(_CODES[code] for code in found)

    @property
    def lowest(self) -> Confidence:
        """A mixture takes its lowest part."""
        return Confidence.lowest(*self.codes)


def read_research(folder: Path) -> list[Row]:
    """Every row of every table of law in the two files."""
    return [
        row for part, name in ((1, "RESEARCH.md"), (2, "RESEARCH-2.md")) for row in _rows(folder / name, part)
    ]


def _rows(path: Path, part: int) -> Iterator[Row]:
    section, gap, header = "", "", list[str]()
    for line in path.read_text(encoding="utf-8").splitlines():
        heading = re.match(r"## (\d+)\.", line)
        if heading:
            section, gap = heading[1], ""
        elif line.startswith("### "):
            named = re.match(r"### Gaps? ([\d–]+)", line)
            gap = f"gap {named[1]}:" if named else ""
        if not line.startswith("|"):
            header = []
            continue
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if not header:
            header = cells
        elif not set(cells[0]) <= {"-"} and (path.name, section) not in _NOT_LAW:
            tag = _TAGS.get((path.name, section), gap)
            yield _row(cells, header, tag, part)


def _row(cells: Sequence[str], header: Sequence[str], tag: str, part: int) -> Row:
    first = cells[0].strip("*` ")
    id_ = first if _LEGAL.match(first) else f"{tag} {first}"
    columns = [n for n, name in enumerate(header) if name.startswith("conf")]
    return Row(id_, part, tuple(cells), " ".join(cells[columns[0] :]) if columns else "")
