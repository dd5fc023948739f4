"""The first and the last event of each shape in each filing: one pass over the events serves every rule.

Only where every event is of one day; elsewhere each rule selects its events for itself, and finds the same.
"""

from collections.abc import Mapping, Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from raport.assess.columns.days import NEVER_EARLIER, NEVER_LATER, Days, Mask, Small, Spans, chosen
from raport.assess.view import POSSIBLY, YES

MOST = 64
"""Shapes up to which a column for each is kept."""

_APART = 16
"""Days between the columns, lest columns of a power of two meet in the same lines of the cache."""

type ByTruth = Mapping[int, Sequence[int]]
"""Shapes of events by how surely each is meant; those that are not meant are left out."""

type Grid = np.ndarray[tuple[int, int], np.dtype[np.int32]]


class Firsts:
    """The days of the first and of the last event of each shape, by filing."""

    def __init__(
        self, row: Days, shape: NDArray[np.integer], day: Days, size: int, shapes: int, today: int
    ) -> None:
        self._size = size
        self._today = today
        width = size + _APART
        cell = shape.astype(np.int32)
        cell *= np.int32(width)
        cell += row
        self._cell: NDArray[np.intp] = cell.astype(np.intp)
        self._day = day
        self._first = np.full((shapes, width), NEVER_LATER, dtype=np.int32)
        np.minimum.at(self._first.reshape(-1), self._cell, day)
        self._latest: Grid | None = None

    def pick(self, shapes: ByTruth, *, last: bool) -> tuple[Spans, Small]:
        """The span on which the first (or last) event of these shapes lies in each filing, and how surely:
        where it is `NO` there is none, and no day counts.
        """
        matching = [n for many in shapes.values() for n in many]
        near = self._among(matching, last=last)
        there = self._happened(near, last=last)
        if shapes.keys() == {YES}:
            return Spans(near, near), there.view(np.uint8) * np.uint8(YES)
        sure = self._among(shapes.get(YES, ()), last=last)
        certain = self._happened(sure, last=last)
        known = chosen(certain, sure, self._among(matching, last=not last))
        on = Spans(known, near) if last else Spans(near, known)
        return on, np.maximum(there * np.uint8(POSSIBLY), certain * np.uint8(YES))

    def best(self, shapes: ByTruth) -> Small:
        """How surely each filing has an event of these shapes."""
        found = np.zeros(self._size, dtype=np.uint8)
        for truth, alike in shapes.items():
            there = self._happened(self._among(alike, last=False), last=False)
            found = np.maximum(found, there.view(np.uint8) * np.uint8(truth))
        return found

    def _among(self, shapes: Sequence[int], *, last: bool) -> Days:
        """The first (or last) day of any of these shapes; a first day may be after today."""
        if not shapes:
            return np.full(self._size, NEVER_EARLIER if last else NEVER_LATER, dtype=np.int32)
        grid, furthest = (self._last, np.maximum) if last else (self._first, np.minimum)
        days: Days = reduce(furthest, (grid[n, : self._size] for n in shapes))
        return days

    def _happened(self, days: Days, *, last: bool) -> Mask:
        """Where there is such a day, and it is not after today."""
        return days != NEVER_EARLIER if last else days <= self._today

    @property
    def _last(self) -> Grid:
        if self._latest is None:
            self._latest = np.full(self._first.shape, NEVER_EARLIER, dtype=np.int32)
            seen = self._day <= self._today
            np.maximum.at(self._latest.reshape(-1), self._cell[seen], self._day[seen])
        return self._latest


def firsts_of(
    row: Days, shape: NDArray[np.integer], on: Spans, size: int, shapes: int, today: int
) -> Firsts | None:
    """The firsts of a stretch of filings, where they can be had so; what is after today has not happened."""
    if not on.single or shapes > MOST or not len(row):
        return None
    return Firsts(row, shape, on.earliest, size, shapes, today)
