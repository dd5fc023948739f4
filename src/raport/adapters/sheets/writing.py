"""A table as XLSX."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
MOST_LETTERS = 32_000
"""A cell of a spreadsheet holds 32,767."""


def safe(text: str) -> str:
    """The text so that no program takes it for a formula, even when it is saved as CSV and read again."""
    text = _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)[:MOST_LETTERS]
    return f"'{text}" if text.startswith(_BEGINS) else text


def write_xlsx(head: Sequence[str], rows: Iterable[Sequence[str | date | int]], on: date) -> bytes:
    """One sheet with a row of headings. Who made it and when is left out."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("1")
    sheet.freeze_panes = "A2"
    for n, title in enumerate(head):
        sheet.column_dimensions["ABCDEFGHIJKLMNOPQRSTUVWXYZ"[n]].width = max(12, min(60, len(title) + 4))
    titles = [WriteOnlyCell(sheet, value=safe(title)) for title in head]
    for cell in titles:
        cell.font = Font(bold=True)
    sheet.append(titles)
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    own = book.properties
    own.creator = ""
    own.lastModifiedBy = None
    own.created = own.modified = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - the format has no zone, and the hour is nobody's business
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: str | date | int) -> Any:
    cell: Any = WriteOnlyCell(sheet, value=None)
    cell.value = safe(value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    elif isinstance(value, date):
        cell.number_format = "DD.MM.YYYY"
    return cell
