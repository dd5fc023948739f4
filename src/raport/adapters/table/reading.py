"""A table of events read whole, by its map, into columns of filings and events."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from raport.adapters.table.batches import Batches
from raport.adapters.table.coding import Codes, holds_words
from raport.adapters.table.days import Days, wrong_type
from raport.adapters.table.files import OpenTable, lines_in_cells, open_table, refusing
from raport.adapters.table.mapping import JOINED, TableMap
from raport.adapters.table.meaning import LEFT_OUT, Meaning
from raport.adapters.table.unread import Collecting, Done, Unread, said
from raport.assess.columns import GAP, OPEN_END, OPEN_START, EventTable
from raport.errors import BadInput, Problem
from raport.law import Pack

type RowNumbers = NDArray[np.integer]
type Opened = Callable[[int, str], Callable[[int], object]]
"""Told the size of a table and its unit (`B`, `row`), gives what is told of each part that was read."""


@dataclass(frozen=True, slots=True)
class TableRead:
    """What a table holds: the columns, and beside them all that is not in them.

    `names`: what the table calls each filing. `rows`: for each event its row, as the file counts rows.
    `unread_rows`: for each filing, how many of its rows were not wholly read. `challenges`: for each filing
    that challenges others, which; `linked`: the map says where that stands. `seen`: all rows; `blank`: those
    in which nothing stands; `left_out`: those that the map leaves out. `not_taken`: by field, how many cells
    say it of an event that has no such field.
    """

    events: EventTable
    names: list[str]
    rows: RowNumbers
    unread: tuple[Unread, ...]
    unread_rows: NDArray[np.int32]
    challenges: Mapping[int, tuple[int, ...]]
    linked: bool
    seen: int
    blank: int
    left_out: int
    not_taken: Mapping[str, int]


def read_table(path: Path, map_: TableMap, pack: Pack, opened: Opened) -> TableRead:
    """Read it. Raises `BadInput` where it is no table, or not one that the map is for.

    What single rows and cells lack is told in `unread`; the others stand.
    """
    table = open_table(path, map_)
    _check_types(table, map_)
    batches = Batches(map_)
    step = opened(table.size, table.unit)
    with refusing(path, map_):
        for batch, done in table.batches:
            batches.add(batch)
            step(done)
    _check_lines(table, batches.rows, map_)
    return _made(batches, table, map_, pack)


def _check_types(table: OpenTable, map_: TableMap) -> None:
    problems = []
    days = (map_.on.earliest, map_.on.latest)
    for column, key in map_.columns.items():
        if column not in days and not holds_words(table.schema[column]):
            expected, help_ = f"words in the column {column!r}", "texts or whole numbers are words"
            problems.append(map_.document.problem(key, expected, f"the type {table.schema[column]}", help_))
    for column in dict.fromkeys(days):
        kind = table.schema[column]
        help_ = wrong_type(kind, map_.on.form)
        if help_:
            expected = f"{map_.on.form.expected} in the column {column!r}"
            problems.append(map_.document.problem(("event", "on"), expected, f"the type {kind}", help_))
    if problems:
        raise BadInput(problems)


def _check_lines(table: OpenTable, rows: int, map_: TableMap) -> None:
    lines = lines_in_cells(table, rows, map_)
    if lines:
        expected, found = "one row on each line", f"{lines} lines more than rows"
        help_ = (
            "a quotation mark that is not closed makes one cell of many lines; "
            "where cells do hold line breaks, write line-breaks = true in [file] of the map"
        )
        raise BadInput([Problem(expected, found, help_, str(table.path))])


def _made(batches: Batches, table: OpenTable, map_: TableMap, pack: Pack) -> TableRead:
    names = batches.words(map_.filing)[1:]
    filing = batches.codes(map_.filing) - np.int32(1)
    earliest, latest = batches.days()
    blank = (filing < 0) & (earliest == GAP) & (latest == GAP)
    nameless = np.flatnonzero((filing < 0) & ~blank)
    if len(nameless):
        column = JOINED.join(map_.filing)
        batches.unread.add(column, "what names the filing", "", Done.ROW_LEFT_OUT, nameless)
    meaning = Meaning(batches, map_, pack)
    kind, meanings = meaning.kinds(filing)
    kind[filing < 0] = LEFT_OUT
    shape, shapes = meaning.shapes(kind, meanings)
    form, forms = meaning.forms(filing, len(names))
    challenges = meaning.challenges(filing, names)
    rows = _in_order(np.flatnonzero(kind > LEFT_OUT), filing)
    first, last = _days(earliest, latest, rows, map_, batches.unread)
    whole = len(rows) == len(filing) and bool((np.diff(rows) == 1).all())
    return TableRead(
        events=EventTable(
            forms=tuple(forms),
            shapes=tuple(shapes),
            form=form,
            filing=filing if whole else filing[rows],
            shape=shape if whole else shape[rows],
            earliest=first,
            latest=last,
            apart=_apart(challenges, len(names)),
        ),
        names=names,
        rows=_numbers(rows, table),
        unread=(
            *_ragged(table),
            *batches.unread.found(lambda row: int(_numbers(np.array([row]), table)[0])),
        ),
        unread_rows=_unread_rows(batches.unread, filing, names) + _named_in(table, names),
        challenges=challenges,
        linked=bool(map_.challenges),
        seen=batches.rows + len(table.ragged),
        blank=int(blank.sum()),
        left_out=int(((kind == LEFT_OUT) & (filing >= 0)).sum()),
        not_taken=meaning.not_taken,
    )


def _in_order(rows: NDArray[np.intp], filing: Codes) -> NDArray[np.intp]:
    """The rows with those of one filing side by side; else as in the file."""
    of = filing[rows]
    return rows[np.argsort(of, kind="stable")] if bool((of[1:] < of[:-1]).any()) else rows


def _days(
    earliest: Days, latest: Days, rows: NDArray[np.intp], map_: TableMap, unread: Collecting
) -> tuple[Days, Days]:
    """The days of these rows; what is empty or reversed may have been any day, and is told."""
    single = latest is earliest
    first = earliest[rows]
    last = first if single else latest[rows]
    on = map_.on
    empty = {on.earliest: first == GAP, on.latest: last == GAP}
    if not on.form.unknown:
        for column, lacking in empty.items():
            if bool(lacking.any()):
                at = rows[lacking]
                unread.add(column, on.form.expected, "", Done.DAY_NOT_KNOWN, at, _may_be_empty)
    if any(bool(lacking.any()) for lacking in empty.values()):
        last = np.where(last == GAP, OPEN_END, last).astype(np.int32)
        first = np.where(first == GAP, OPEN_START, first).astype(np.int32)
    if last is first:
        return first, first
    turned = last < first
    if bool(turned.any()):
        column, found = JOINED.join((on.earliest, on.latest)), said("a last day before the first")
        unread.add(column, "the first day before the last", found, Done.DAY_NOT_KNOWN, rows[turned])
        first, last = np.where(turned, OPEN_START, first), np.where(turned, OPEN_END, last)
    return first.astype(np.int32), last.astype(np.int32)


def _may_be_empty() -> str:
    return 'where days may be not known, write empty = "unknown" in [event.on]'


def _apart(challenges: Mapping[int, tuple[int, ...]], size: int) -> NDArray[np.bool_] | None:
    """Filings that challenge others, and those challenged: the one-case engine judges them together."""
    if not challenges:
        return None
    apart = np.zeros(size, dtype=np.bool_)
    for one, others in challenges.items():
        apart[[one, *others]] = True
    return apart


def _numbers(rows: NDArray[np.integer], table: OpenTable) -> RowNumbers:
    """Rows as the file counts them, those that were skipped too."""
    numbers = rows + table.first_row
    if not table.ragged:
        return numbers
    skipped = np.array([r.row for r in table.ragged])
    # Of the rows read, those from the n-th gap on stand n rows further down.
    gaps = skipped - np.arange(len(skipped))
    moved: RowNumbers = numbers + np.searchsorted(gaps, numbers, side="right")
    return moved


def _ragged(table: OpenTable) -> list[Unread]:
    """The rows that have more or fewer cells than the head."""
    by_size: dict[tuple[int, int], list[int]] = {}
    for one in table.ragged:
        by_size.setdefault((one.expected, one.found), []).append(one.row)
    help_ = "a cell that holds the delimiter stands in quotation marks"
    return [
        Unread(
            f"{size} cells, as in the head", str(found), help_, "", Done.ROW_LEFT_OUT, len(rows), tuple(rows)
        )
        for (size, found), rows in by_size.items()
    ]


def _named_in(table: OpenTable, names: list[str]) -> NDArray[np.int32]:
    """How many rows that were left out whole name each filing in one of their cells."""
    counts = np.zeros(len(names), dtype=np.int32)
    if table.ragged:
        numbers = {name: n for n, name in enumerate(names)}
        for one in table.ragged:
            counts[[numbers[c] for c in one.cells if c in numbers]] += 1
    return counts


def _unread_rows(unread: Collecting, filing: Codes, names: list[str]) -> NDArray[np.int32]:
    """How many rows of each filing were not wholly read."""
    bad = np.zeros(len(filing), dtype=np.bool_)
    for rows in unread.rows:
        bad[rows] = True
    of = filing[bad]
    return np.bincount(of[of >= 0], minlength=len(names)).astype(np.int32)
