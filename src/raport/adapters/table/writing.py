"""What is said of each filing as a table: CSV or Parquet by the name of the file, stretch by stretch."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet
from numpy.typing import NDArray

from raport.adapters.table.files import PARQUET_SUFFIXES
from raport.adapters.table.forms import EPOCH
from raport.adapters.table.reading import TableRead
from raport.assess import Breach, Clock, FilingStatus, Law
from raport.assess.columns import (
    BITS,
    CERTAINTIES,
    GAP,
    OPEN_END,
    OPEN_START,
    BreachColumns,
    Columns,
)
from raport.dates import Span
from raport.errors import BadInput, Problem

SUFFIXES = (".csv", *PARQUET_SUFFIXES)
STRETCH = 1 << 17
"""Filings written at once."""

BY_COLUMNS, BY_ENGINE = "columns", "engine"

SCHEMA = pa.schema(
    [
        ("filing", pa.string()),
        ("what", pa.string()),
        ("id", pa.string()),
        ("clock", pa.string()),
        ("opened-by", pa.int64()),
        ("provision", pa.string()),
        ("bearer", pa.string()),
        ("start-earliest", pa.date32()),
        ("start-latest", pa.date32()),
        ("deemed", pa.bool_()),
        ("reading", pa.string()),
        ("due-earliest", pa.date32()),
        ("due-latest", pa.date32()),
        ("due-states", pa.string()),
        ("state", pa.string()),
        ("states", pa.string()),
        ("certainty", pa.string()),
        ("by", pa.string()),
        ("unread-rows", pa.int32()),
    ]
)
_STATES = [" ".join(s.value for s, bit in BITS.items() if n & bit) for n in range(1 << len(BITS))]
_CERTAINTIES = [c.value for c in CERTAINTIES]
_NUMBER, _ORDER = "number", "order"  # of the filing, and of the row in it: only to sort by

type Piece = dict[str, Any]
"""Columns of some rows; those that are not there are empty."""


@dataclass(frozen=True, slots=True)
class Said:
    """All that is said of a table. `engine`: filings judged whole by the one-case engine; `breached`: the
    breaches that no clock comes to, which it found in `examples` filings that stand for all.
    """

    read: TableRead
    law: Law
    columns: Columns
    breaches: Sequence[BreachColumns]
    engine: Mapping[int, FilingStatus]
    breached: Sequence[BreachColumns]
    examples: int


def check_name(path: Path) -> None:
    """Raises `BadInput` where the name does not say in which form to write."""
    if path.suffix.lower() not in SUFFIXES:
        help_ = "the name says how it is written"
        raise BadInput(
            [Problem(f"for --out a name that ends in {', '.join(SUFFIXES)}", repr(path.name), help_)]
        )


def write_rows(path: Path, said: Said, done: Callable[[int], object]) -> int:
    """Write a row for each clock and reading, and for each breach; how many there are. Filings stand in the
    order of the table. Raises `BadInput` where the file cannot be written.
    """
    rows = 0
    try:
        with _writer(path) as write:
            for first in range(0, max(1, len(said.read.names)), STRETCH):
                table = _stretch(said, first, min(first + STRETCH, len(said.read.names)))
                write(table)
                rows += table.num_rows
                done(min(STRETCH, len(said.read.names) - first))
    except OSError as error:
        problem = Problem("a file that can be written", error.strerror or str(error), "", str(path))
        raise BadInput([problem]) from None
    return rows


@contextmanager
def _writer(path: Path) -> Iterator[Callable[[Any], None]]:
    if path.suffix.lower() in PARQUET_SUFFIXES:
        with pyarrow.parquet.ParquetWriter(path, SCHEMA) as writer:
            yield writer.write_table
    else:
        with pyarrow.csv.CSVWriter(path, SCHEMA) as writer:
            yield writer.write_table


def _stretch(said: Said, first: int, after: int) -> Any:
    """The rows of these filings, those of one filing together."""
    pieces = [p for p in _pieces(said, first, after) if len(p[_NUMBER])]
    if not pieces:
        return SCHEMA.empty_table()
    number = np.concatenate([p[_NUMBER] for p in pieces])
    order = np.lexsort((np.concatenate([p[_ORDER] for p in pieces]), number))
    taken = pa.array(order)
    columns = {
        field.name: pa.chunked_array([_column(p, field) for p in pieces], field.type).take(taken)
        for field in SCHEMA
        if field.name not in ("filing", "unread-rows")
    }
    number = number[order]
    names = pa.array(said.read.names[first:after], pa.string())
    columns["filing"] = names.take(pa.array(number - first))
    columns["unread-rows"] = pa.array(said.read.unread_rows[number])
    return pa.table([columns[field.name] for field in SCHEMA], schema=SCHEMA)


def _column(piece: Piece, field: Any) -> Any:
    value = piece.get(field.name)
    size = len(piece[_NUMBER])
    if value is None:
        return pa.nulls(size, field.type)
    if isinstance(value, str):
        return pa.repeat(pa.scalar(value, field.type), size)
    return value


def _pieces(said: Said, first: int, after: int) -> Iterable[Piece]:
    place = 0
    for name, clock in said.columns.clocks.items():
        some = slice(*np.searchsorted(clock.filing, [first, after]).tolist())
        rule = said.law.pack.clocks[name]
        whole: Piece = {
            _NUMBER: clock.filing[some],
            "what": "clock",
            "id": name,
            "opened-by": _rows(said.read, clock.event[some]),
            "provision": rule.provision,
            "bearer": rule.bearer.value,
            "start-earliest": _days(clock.start.earliest[some]),
            "start-latest": _days(clock.start.latest[some]),
            "deemed": pa.array(clock.deemed[some]),
            "state": _words(_STATES, clock.state[some]),
            "states": _words(_STATES, clock.states[some]),
            "certainty": _words(_CERTAINTIES, clock.certainty[some]),
            "by": BY_COLUMNS,
        }
        counted = np.zeros(len(whole[_NUMBER]), dtype=np.bool_)
        for reading, due in clock.dues.items():
            states = due.states[some]
            counted |= states != 0
            dues = {
                "reading": reading,
                "due-earliest": _days(due.on.earliest[some]),
                "due-latest": _days(due.on.latest[some]),
                "due-states": _words(_STATES, states),
            }
            yield _only(whole | dues, states != 0, place)
            place += 1
        yield _only(whole, ~counted, place)
        place += 1
    for breaches, by in ((said.breaches, BY_COLUMNS), (said.breached, BY_ENGINE)):
        yield from _breaches(said, breaches, by, first, after, place)
        place += 1
    yield from _by_engine(said, first, after, place)


def _breaches(
    said: Said, breaches: Iterable[BreachColumns], by: str, first: int, after: int, place: int
) -> Iterable[Piece]:
    for breach in breaches:
        some = slice(*np.searchsorted(breach.filing, [first, after]).tolist())
        yield {
            _NUMBER: breach.filing[some],
            _ORDER: np.full(len(breach.filing[some]), place),
            "what": "breach",
            "id": breach.id,
            "clock": breach.clock or None,
            "opened-by": _rows(said.read, breach.event[some]),
            "provision": breach.provision,
            "certainty": _words(_CERTAINTIES, breach.certainty[some]),
            "by": by,
        }


def _only(piece: Piece, keep: NDArray[np.bool_], place: int) -> Piece:
    """Some of the rows, with their place among those of one filing."""
    rows = np.flatnonzero(keep)
    taken = pa.array(rows)
    some = {
        key: value if isinstance(value, str) else value[rows] if key == _NUMBER else value.take(taken)
        for key, value in piece.items()
    }
    return some | {_ORDER: np.full(len(rows), place)}


def _rows(read: TableRead, events: NDArray[np.integer]) -> Any:
    """The rows of events, as the file counts them; none where no event opened the clock."""
    if not len(read.rows):
        return pa.nulls(len(events), pa.int64())
    return pa.array(read.rows[np.maximum(events, 0)].astype(np.int64), mask=events < 0)


def _days(days: NDArray[np.int32]) -> Any:
    """Days; empty where that end is open or was not counted."""
    numbers = (days - np.int32(EPOCH.toordinal())).astype(np.int32)
    mask = (days == OPEN_START) | (days == OPEN_END) | (days == GAP)
    return pa.array(numbers, mask=mask).cast(pa.date32())


def _words(words: Sequence[str], numbers: NDArray[np.integer]) -> Any:
    return pa.array(words, pa.string()).take(pa.array(numbers))


# --- what the one-case engine said ------------------------------------------------------------------------


def _by_engine(said: Said, first: int, after: int, place: int) -> Iterable[Piece]:
    rows: list[dict[str, Any]] = []
    for number, status in said.engine.items():
        if first <= number < after:
            for clock in status.clocks:
                rows += [r | {_NUMBER: number} for r in _clock_rows(said.read, clock)]
            rows += [_breach_row(said.read, b) | {_NUMBER: number} for b in status.breaches]
    piece: Piece = {_NUMBER: np.array([r[_NUMBER] for r in rows], dtype=np.int32), "by": BY_ENGINE}
    piece[_ORDER] = np.arange(len(rows)) + place
    for field in SCHEMA:
        if field.name not in ("filing", "by", "unread-rows"):
            piece[field.name] = pa.array([r.get(field.name) for r in rows], field.type)
    yield piece


def _clock_rows(read: TableRead, clock: Clock) -> list[dict[str, Any]]:
    row = {
        "what": "clock",
        "id": clock.rule,
        "opened-by": _row(read, clock.origin),
        "provision": clock.provision,
        "bearer": clock.bearer.value,
        **_ends("start", clock.start),
        "deemed": clock.deemed,
        "state": clock.state.value,
        "states": " ".join(s.value for s in clock.states),
        "certainty": clock.certainty.value,
    }
    if not clock.dues:
        return [row]
    return [
        row
        | {
            "reading": due.reading,
            **({} if due.due is None else _ends("due", due.due)),
            "due-states": " ".join(s.value for s in due.states),
        }
        for due in clock.dues
    ]


def _row(read: TableRead, event: str) -> int | None:
    """The row of the event that opened a clock; its id is the one `case_of` gave it."""
    return int(read.rows[int(event[1:])]) if event else None


def _ends(name: str, span: Span) -> dict[str, Any]:
    open_ = (date.min, date.max)
    return {
        f"{name}-earliest": None if span.earliest in open_ else span.earliest,
        f"{name}-latest": None if span.latest in open_ else span.latest,
    }


def _breach_row(read: TableRead, breach: Breach) -> dict[str, Any]:
    clock, _, origin = breach.clock.partition("@")
    return {
        "what": "breach",
        "id": breach.id,
        "clock": clock or None,
        "opened-by": _row(read, origin),
        "provision": breach.provisions[0].provision,
        "certainty": breach.certainty.value,
    }
