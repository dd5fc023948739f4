"""The values of one file with the lines they stand on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from raport.errors import Problem

type Path = tuple[str | int, ...]
"""The way to a value: keys of tables and numbers in arrays, from the top."""


@dataclass(frozen=True, slots=True)
class Document:
    """What one file holds. `name` is how messages name it; `lines` has the line of each key that was
    found.
    """

    name: str
    values: Mapping[str, object]
    lines: Mapping[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """The line of the value, or of the nearest table round it; 0 where nothing is known."""
        for n in range(len(path), -1, -1):
            line = self.lines.get(path[:n])
            if line:
                return line
        return 0

    def problem(self, path: Path, expected: str, found: str, help_: str = "") -> Problem:
        """A mistake at a value of this file."""
        return Problem(expected, found, help_, self.name, self.line(path))
