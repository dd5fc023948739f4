"""Tables on disk, CSV and Parquet: the columns that are asked for, batch by batch."""

import codecs
import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet

from raport.adapters.table.mapping import PAGE, TableMap
from raport.documents.fields import listed, near, shown
from raport.errors import BadInput, Problem

type Array = Any  # pyarrow ships no types
type Batch = Any
type Schema = Mapping[str, Any]
"""The type of each column."""

CSV_SUFFIXES = (".csv", ".tsv", ".txt")
PARQUET_SUFFIXES = (".parquet", ".pq")
BLOCK = 1 << 24
BATCH = 1 << 20
HEAD = 1  # the head of a CSV file is row 1, as spreadsheets show it


class Ragged(NamedTuple):
    """A row of a CSV file that has more or fewer cells than the head."""

    row: int
    expected: int
    found: int
    cells: frozenset[str]


class OpenTable(NamedTuple):
    """A table that can be read once: batches, each with its part of `size`. `ragged` grows with them."""

    path: Path
    schema: Schema
    size: int
    unit: str  # of `size`: "B" or "row"
    batches: Iterator[tuple[Batch, int]]
    ragged: list[Ragged]
    first_row: int


def open_table(path: Path, map_: TableMap) -> OpenTable:
    """The columns of the map in the table, batch by batch. Raises `BadInput` where they are not there."""
    if not path.exists():
        raise BadInput(
            [Problem("a table of events", "nothing of this name", "is the path right?", str(path))]
        )
    if not path.is_file():
        raise BadInput([Problem("a table of events", "something else than a file", "", str(path))])
    suffix = path.suffix.lower()
    with refusing(path, map_):
        if suffix in CSV_SUFFIXES:
            return _open_csv(path, map_)
        if suffix in PARQUET_SUFFIXES:
            return _open_parquet(path, map_)
    raise BadInput(
        [
            Problem(
                f"a name that ends in {', '.join((*CSV_SUFFIXES, *PARQUET_SUFFIXES))}",
                repr(path.name),
                "the name says how the table is to be read",
                str(path),
            )
        ]
    )


@contextmanager
def refusing(path: Path, map_: TableMap) -> Iterator[None]:
    """Whatever the reader of tables throws, said as a mistake of the file."""
    try:
        yield
    except UnicodeError:
        raise BadInput([_wrong_encoding(path, map_)]) from None
    except pa.ArrowInvalid as error:
        if "invalid UTF8" in str(error):
            raise BadInput([_wrong_encoding(path, map_)]) from None
        raise BadInput([_unreadable(path, str(error))]) from None
    except (pa.ArrowException, OSError) as error:
        raise BadInput([_unreadable(path, str(error))]) from None


def _open_csv(path: Path, map_: TableMap) -> OpenTable:
    _check_mark(path, map_)
    heads = _heads(path, map_)
    _check_columns(path, map_, heads)
    ragged: list[Ragged] = []

    def note(row: Any) -> str:
        cells = next(csv.reader([row.text or ""], delimiter=map_.file.delimiter), [])
        told = frozenset(c.strip() for c in cells)
        ragged.append(Ragged(row.number, row.expected_columns, row.actual_columns, told))
        return "skip"

    columns = list(map_.columns)
    source = pa.OSFile(str(path))
    reader = pyarrow.csv.open_csv(
        source,
        read_options=pyarrow.csv.ReadOptions(
            use_threads=False, block_size=BLOCK, encoding=map_.file.encoding
        ),
        parse_options=pyarrow.csv.ParseOptions(
            delimiter=map_.file.delimiter,
            newlines_in_values=True,
            ignore_empty_lines=False,
            invalid_row_handler=note,
        ),
        convert_options=pyarrow.csv.ConvertOptions(
            include_columns=columns,
            column_types=dict.fromkeys(columns, pa.string()),
            strings_can_be_null=False,
        ),
    )
    schema = dict.fromkeys(columns, pa.string())
    return OpenTable(path, schema, path.stat().st_size, "B", _with_bytes(reader, source), ragged, HEAD + 1)


def _with_bytes(reader: Iterable[Batch], source: Any) -> Iterator[tuple[Batch, int]]:
    """Each batch with the bytes that were taken from the file for it, those read ahead too."""
    before = 0
    for batch in reader:
        now = source.tell()
        yield batch, now - before
        before = now


def _heads(path: Path, map_: TableMap) -> list[str]:
    """The first line's cells."""
    with path.open("r", encoding=_signed(map_.file.encoding), newline="") as file:
        try:
            heads = next(csv.reader(file, delimiter=map_.file.delimiter), [])
        except csv.Error as error:
            raise BadInput([_unreadable(path, str(error))]) from None
    if not any(heads):
        raise BadInput(
            [Problem("a head with the names of the columns", "nothing", f"see {PAGE}", str(path), HEAD)]
        )
    return heads


def _of_two_bytes(encoding: str) -> bool:
    return codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))


def _signed(encoding: str) -> str:
    """UTF-8 may begin with a mark."""
    return "utf-8-sig" if codecs.lookup(encoding).name == "utf-8" else encoding


def _check_mark(path: Path, map_: TableMap) -> None:
    with path.open("rb") as file:
        start = file.read(4)
    if start == b"PAR1":
        raise BadInput([Problem("a CSV table", "a Parquet file", "let its name end in .parquet", str(path))])
    marked = start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if marked and not _of_two_bytes(map_.file.encoding):
        raise BadInput(
            [_wrong_encoding(path, map_, "what looks like UTF-16", 'write encoding = "utf-16" in [file]')]
        )


def _open_parquet(path: Path, map_: TableMap) -> OpenTable:
    file = pyarrow.parquet.ParquetFile(path)
    schema = {field.name: field.type for field in file.schema_arrow}
    _check_columns(path, map_, list(schema))
    columns = list(map_.columns)
    taken = file.iter_batches(batch_size=BATCH, columns=columns, use_threads=False)
    batches = ((batch, batch.num_rows) for batch in taken)
    return OpenTable(path, {c: schema[c] for c in columns}, file.metadata.num_rows, "row", batches, [], 1)


def _check_columns(path: Path, map_: TableMap, heads: Sequence[str]) -> None:
    """Every column of the map is in the table, once."""
    problems = []
    for column, key in map_.columns.items():
        count = heads.count(column)
        if count == 1:
            continue
        found = f"{count} of this name" if count else f"the columns {listed(map(shown, heads))}"
        help_ = "" if count else near(column, heads)
        if not help_ and len(heads) == 1 and path.suffix.lower() in CSV_SUFFIXES:
            help_ = f"is the delimiter {map_.file.delimiter!r}? write it in [file]"
        expected = f"a column {column!r} in {path.name}"
        problems.append(map_.document.problem(key, expected, found, help_))
    if problems:
        raise BadInput(problems)


def lines_in_cells(table: OpenTable, rows: int, map_: TableMap) -> int:
    """How many lines of a CSV file are no rows of their own: line breaks inside quoted cells.

    One quotation mark too many makes a single cell of many rows. Asked after all rows were read.
    """
    if table.unit != "B" or map_.file.line_breaks or _of_two_bytes(map_.file.encoding):
        return 0
    feeds = returns = 0
    last = b""
    with table.path.open("rb") as file:
        while part := file.read(BLOCK):
            feeds += part.count(b"\n")
            returns += part.count(b"\r")
            last = part[-1:]
    lines = (feeds or returns) + (last not in (b"\n", b"\r"))
    return lines - HEAD - rows - len(table.ragged)


def _wrong_encoding(path: Path, map_: TableMap, found: str = "", help_: str = "") -> Problem:
    line = _first_bad_line(path, map_.file.encoding)
    return Problem(
        f"text in {map_.file.encoding}",
        found or "bytes of another encoding",
        help_ or 'write the encoding of the table in [file] of the map, such as encoding = "cp1251"',
        str(path),
        line,
    )


def _first_bad_line(path: Path, encoding: str) -> int:
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    with path.open("rb") as file:
        for part in file:
            try:
                decoder.decode(part)
            except UnicodeError:
                return line
            line += 1
    return 0


def _unreadable(path: Path, told: str) -> Problem:
    kind = "a Parquet file" if path.suffix.lower() in PARQUET_SUFFIXES else "a CSV table"
    first = told.splitlines()[0] if told else "something else"
    return Problem(kind, first, "was it written whole?", str(path))
