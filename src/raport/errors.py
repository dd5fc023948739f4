"""What a caller is expected to handle."""

from collections.abc import Iterable
from dataclasses import dataclass


class RaportError(Exception):
    """The world is wrong (a file, a pack, an answer), not the program; the shell shows it and goes on."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in what came in: what was expected, what came, what helps, and where it stands."""

    expected: str
    found: str
    help: str = ""
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        where = (
            f"{self.file}:{self.line}: " if self.file and self.line else f"{self.file}: " if self.file else ""
        )
        helped = f"; {self.help}" if self.help else ""
        return f"{where}expected {self.expected}; found {self.found}{helped}"


class BadInput(RaportError):  # noqa: N818 - it is what the user calls it
    """Everything that is wrong with one input, at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))
