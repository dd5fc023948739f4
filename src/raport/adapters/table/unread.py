"""What of a table could not be read, where it stands, and what was done with it: nothing is lost unsaid."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

import numpy as np
from numpy.typing import NDArray

from raport.documents.fields import shown
from raport.errors import Problem

type RowNumbers = NDArray[np.integer]

MOST_VALUES = 100
"""So many different values of a column are told one by one; the rest together."""
MOST_ROWS = 1000
_FEW = 3


class Done(Enum):
    """What was done with what could not be read."""

    DAY_NOT_KNOWN = "day-not-known"
    WORD_NOT_KNOWN = "word-not-known"
    FIRST_WORD_TAKEN = "first-word-taken"
    ROW_LEFT_OUT = "row-left-out"


_HELD: Mapping[Done, str] = {
    Done.DAY_NOT_KNOWN: "the event was taken, its day as not known",
    Done.WORD_NOT_KNOWN: "it was taken as not known",
    Done.FIRST_WORD_TAKEN: "the first was taken",
    Done.ROW_LEFT_OUT: "the row was left out",
}


@dataclass(frozen=True, slots=True)
class Unread:
    """One thing that could not be read, wherever it stands. `rows`: the first of them, as the file counts."""

    expected: str
    found: str
    help: str
    column: str
    done: Done
    count: int
    rows: tuple[int, ...]

    def problem(self, file: str) -> Problem:
        """The same as a mistake of the file."""
        where = f" in the column {self.column!r}" if self.column else ""
        rows = ""
        if self.count > 1:
            few = ", ".join(map(str, self.rows[:_FEW]))
            more = ", ..." if self.count > _FEW else ""
            rows = f", in {self.count} rows ({few}{more})"
        help_ = "; ".join(h for h in (self.help, _HELD[self.done]) if h)
        return Problem(
            self.expected, f"{self.found}{where}{rows}", help_, file, self.rows[0] if self.rows else 0
        )


@dataclass(slots=True)
class _Group:
    expected: str
    found: str
    help: str
    count: int = 0
    rows: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Collecting:
    """Everything unread so far, each thing once."""

    _groups: dict[tuple[str, Done, str], _Group] = field(default_factory=dict)
    _values: dict[tuple[str, Done], int] = field(default_factory=dict)
    rows: list[RowNumbers] = field(default_factory=list)

    def add(
        self,
        column: str,
        expected: str,
        value: object,
        done: Done,
        rows: RowNumbers,
        help_: Callable[[], str] = lambda: "",
    ) -> None:
        """Note one thing in these rows (counted from 0)."""
        self.rows.append(rows)
        found = value if isinstance(value, _Said) else shown(value) if value != "" else "an empty cell"
        key = column, done, str(found)
        if key not in self._groups:
            many = self._values.get((column, done), 0)
            self._values[column, done] = many + 1
            if many >= MOST_VALUES:
                key = column, done, ""
                self._groups.setdefault(key, _Group(expected, "other values", ""))
            else:
                self._groups[key] = _Group(expected, str(found), help_())
        group = self._groups[key]
        group.count += len(rows)
        group.rows += rows[: MOST_ROWS - len(group.rows)].tolist()

    def found(self, number: Callable[[int], int]) -> tuple[Unread, ...]:
        """All of it, in the order of the file; `number`: a row as the file counts."""
        unread = [
            Unread(
                g.expected, g.found, g.help, column, done, g.count, tuple(number(r) for r in sorted(g.rows))
            )
            for (column, done, _), g in self._groups.items()
        ]
        return tuple(sorted(unread, key=lambda u: u.rows))


class _Said(str):
    """Found, in our own words."""

    __slots__ = ()


def said(text: str) -> str:
    """What was found, in our words: it is not quoted."""
    return _Said(text)
