"""The columns of a table as they come, batch by batch: words as numbers, days as days."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

import numpy as np

from raport.adapters.table.coding import Coder, Codes, Names
from raport.adapters.table.days import Days, read_days
from raport.adapters.table.mapping import JOINED, TableMap
from raport.adapters.table.unread import Collecting, Done
from raport.documents.fields import shown
from raport.errors import BadInput, Problem

MOST_WORDS = 10_000
"""A column of words has no more different ones; a column that has more is another one than was meant."""


class Batches:
    """What was read so far. `unread` is where whoever works on it puts what could not be read."""

    def __init__(self, map_: TableMap) -> None:
        self._map = map_
        names = [columns for columns in (map_.filing, map_.challenges) if columns]
        self._coders: dict[tuple[str, ...], Coder | Names] = {c: Coder() for c in _words(map_).values()}
        self._coders |= {columns: Names() for columns in names}
        self._earliest: list[Days] = []
        self._latest: list[Days] = []
        self.unread = Collecting()
        self.rows = 0

    def add(self, batch: Any) -> None:
        """Take one batch. Raises `BadInput` where it shows that the map is for another table."""
        for columns, coder in self._coders.items():
            coder.add([batch.column(c) for c in columns])
        self._check_words()
        on = self._map.on
        earliest, latest = self._day(batch, on.earliest)
        if on.latest != on.earliest:
            latest = self._day(batch, on.latest)[1]
        self._earliest.append(earliest)
        self._latest.append(latest)
        self.rows += batch.num_rows

    def words(self, columns: tuple[str, ...]) -> list[str]:
        """The different words of these columns; the first is the empty one."""
        return self._coders[columns].words

    def codes(self, columns: tuple[str, ...]) -> Codes:
        """For each row the number of its word."""
        return self._coders[columns].codes()

    def days(self) -> tuple[Days, Days]:
        """The first and last days; one array where all are one day."""
        earliest = _whole(self._earliest)
        if all(one is other for one, other in zip(self._earliest, self._latest, strict=True)):
            return earliest, earliest
        return earliest, _whole(self._latest)

    def _day(self, batch: Any, column: str) -> tuple[Days, Days]:
        form = self._map.on.form
        cells = read_days(batch.column(column), form)
        for bad in cells.bad:
            rows, help_ = bad.rows + self.rows, partial(str, bad.help)
            self.unread.add(column, form.expected, bad.cell, Done.DAY_NOT_KNOWN, rows, help_)
        if not self.rows and batch.num_rows and sum(len(b.rows) for b in cells.bad) == batch.num_rows:
            found = f"none, but {batch.num_rows} such as {shown(cells.bad[0].cell)}"
            says = "`as` says how the days of the table are written"
            raise BadInput([self._problem(("event", "on", "as"), form.expected, column, found, says)])
        return cells.earliest, cells.latest

    def _check_words(self) -> None:
        problems = []
        for key, columns in _words(self._map).items():
            coder = self._coders[columns]
            if isinstance(coder, Coder) and len(coder.words) > MOST_WORDS:
                found = f"more than {MOST_WORDS} different ones"
                help_ = "is it the right column?"
                problems.append(self._problem(key, "words", JOINED.join(columns), found, help_))
        if problems:
            raise BadInput(problems)

    def _problem(self, key: tuple[str, ...], expected: str, column: str, found: str, help_: str) -> Problem:
        return self._map.document.problem(key, f"{expected} in the column {column!r}", found, help_)


def _words(map_: TableMap) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """The columns of words, by the key of the map that asks for them."""
    asked: Iterable[tuple[tuple[str, ...], tuple[str, ...]]] = [
        (("event", "kind"), map_.kind.columns),
        *((("event", name), t.columns) for name, t in map_.fields.items()),
        *((("filing", name), t.columns) for name, t in map_.words.items()),
        *((("facts", name), t.columns) for name, t in map_.facts.items()),
    ]
    return {key: columns for key, columns in asked if columns}


def _whole(parts: list[Days]) -> Days:
    return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int32)
