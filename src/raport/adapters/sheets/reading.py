"""A spreadsheet as it came: its columns by their headings, every cell as the text that its reader saw.

Nothing is computed and no link is followed: a formula is read as the value that was saved with it.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl import load_workbook

from raport.errors import BadInput, Problem

MOST_ROWS, MOST_COLUMNS = 20_000, 200
MOST_UNPACKED = 300 * 2**20
MOST_LETTERS = 30_000
_ENCODINGS = ("utf-8-sig", "cp1251")


@dataclass(frozen=True, slots=True)
class Sheet:
    """`columns`: the headings, made different where two are the same; `rows`: as many texts in each.
    `numbers`: the line of each row in the file.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    note: str = ""  # of a workbook with several sheets: which one was read


def read_sheet(name: str, data: bytes) -> Sheet:
    """XLSX, or text with commas, semicolons or tabs, in UTF-8, UTF-16 or cp1251. Raises `BadInput`."""
    if data[:4] == b"PK\x03\x04":
        return _read_xlsx(data)
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" or name.lower().endswith(".xls"):
        raise _refused("XLSX or CSV", "an old XLS or a protected file", "save it as XLSX without a password")
    return _read_csv(data)


def _read_xlsx(data: bytes) -> Sheet:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(one.file_size for one in packed.infolist())
        if unpacked > MOST_UNPACKED:
            raise _refused(f"at most {MOST_UNPACKED // 2**20} MB unpacked", f"{unpacked // 2**20} MB", "")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        try:
            sheets = book.worksheets
            shown = [s for s in sheets if s.sheet_state == "visible"] or sheets
            rows = [
                (n, [_text(value) for value in row[:MOST_COLUMNS]])
                for n, row in zip(
                    range(1, MOST_ROWS + 200), shown[0].iter_rows(values_only=True), strict=False
                )
            ]
            note = shown[0].title if len(sheets) > 1 else ""
        finally:
            book.close()
    except BadInput:
        raise
    except Exception as error:  # noqa: BLE001 - a broken file fails inside openpyxl in many ways, all its own
        raise _refused("an XLSX file", f"one that cannot be read ({type(error).__name__})", "") from None
    return _sheet(rows, note)


def _read_csv(data: bytes) -> Sheet:
    text = _decoded(data)
    if "\0" in text:
        raise _refused("XLSX or CSV", "a file of another kind", "")
    lines = text.splitlines()[:30]
    counts = {mark: sum(line.count(mark) for line in lines) for mark in (";", "\t", ",")}
    mark = max(counts, key=lambda m: counts[m])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    rows: list[tuple[int, list[str]]] = []
    try:
        while len(rows) < MOST_ROWS + 200:
            start = reader.line_num + 1
            row = next(reader, None)
            if row is None:
                break
            rows.append((start, [cell.strip()[:MOST_LETTERS] for cell in row[:MOST_COLUMNS]]))
    except csv.Error as error:
        raise _refused("a CSV file", str(error), "") from None
    return _sheet(rows, "")


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings: Sequence[str] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _refused("text in UTF-8 or cp1251", "another encoding", "save it as XLSX")


def _sheet(rows: Iterable[tuple[int, list[str]]], note: str) -> Sheet:
    full = [(n, row) for n, row in rows if any(row)]
    if len(full) < 2:
        raise _refused("a row of headings and rows under it", f"{len(full)} rows with anything in them", "")
    if len(full) - 1 > MOST_ROWS:
        raise _refused(f"at most {MOST_ROWS} rows", "more", "cut it into several files")
    width = max(len(row) for _, row in full)
    (_, head), *body = full
    return Sheet(
        _headings(head, width),
        tuple(tuple(row + [""] * (width - len(row))) for _, row in body),
        tuple(n for n, _ in body),
        note,
    )


def _headings(head: Sequence[str], width: int) -> tuple[str, ...]:
    found: list[str] = []
    for n in range(width):
        title = " ".join((head[n] if n < len(head) else "").split())[:80] or f"#{n + 1}"
        while title in found:
            title += "'"
        found.append(title)
    return tuple(found)


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case datetime():
            return f"{value:%d.%m.%Y}" if value.time() == time() else f"{value:%d.%m.%Y %H:%M}"
        case date():
            return f"{value:%d.%m.%Y}"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case _:
            return str(value).strip()[:MOST_LETTERS]


def _refused(expected: str, found: str, helps: str) -> BadInput:
    return BadInput([Problem(expected, found, helps)])
