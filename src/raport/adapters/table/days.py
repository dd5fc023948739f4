"""Columns of days: by the type that the file gives them, or cell by cell, each different cell once."""

from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from raport.adapters.table.coding import rows_with
from raport.adapters.table.forms import EPOCH, WHOLE_NUMBERS, DayForm, reader_of, why
from raport.assess.columns import GAP, OPEN_END, OPEN_START
from raport.dates import DateError

type Days = NDArray[np.int32]

_EPOCH = EPOCH.toordinal()
_DAY_LENGTH = len("2026-01-05")


class Bad(NamedTuple):
    """A cell that could not be read: what stands in it, what helps, and in which rows."""

    cell: str
    help: str
    rows: NDArray[np.intp]


class DayCells(NamedTuple):
    """The days of one batch: `GAP` in both ends where a cell is empty; what is bad may have been any day."""

    earliest: Days
    latest: Days
    bad: list[Bad]


def wrong_type(kind: Any, form: DayForm) -> str:
    """What is wrong with a column of this type read in this form; empty if nothing."""
    types = pa.types
    if types.is_dictionary(kind):
        kind = kind.value_type
    if types.is_string(kind) or types.is_large_string(kind):
        return ""
    if types.is_date(kind):
        return "" if form.name in ("day", "edtf") else 'as = "day"'
    if types.is_timestamp(kind):
        if form.name != "timestamp":
            return 'as = "timestamp"'
        if kind.tz is None:
            return "leave `zone` out: these moments are local already" if form.zone else ""
        return "" if form.zone else 'write whose local days are meant, such as zone = "Europe/Moscow"'
    if types.is_integer(kind):
        return "" if form.name in WHOLE_NUMBERS else f"as = one of {', '.join(sorted(WHOLE_NUMBERS))}"
    return "days are texts, dates, timestamps or whole numbers"


def read_days(cells: Any, form: DayForm) -> DayCells:
    """One column of days, of a type that `wrong_type` has nothing against."""
    if pa.types.is_dictionary(cells.type):
        cells = cells.dictionary_decode()
    if pa.types.is_date(cells.type) or pa.types.is_timestamp(cells.type):
        return _typed(cells, form)
    if pa.types.is_integer(cells.type) and form.name == "unix-seconds":
        return _typed(cells.cast(pa.int64()).cast(pa.timestamp("s", "UTC")), form)
    text = cells if pa.types.is_string(cells.type) else cells.cast(pa.string())
    if form.name == "timestamp" and not form.zone:
        text = _without_hours(text)
    return _by_cell(text, form)


def _typed(cells: Any, form: DayForm) -> DayCells:
    """Days of the file's own type."""
    if pa.types.is_timestamp(cells.type) and cells.type.tz is not None:
        cells = pc.local_timestamp(cells.cast(pa.timestamp(cells.type.unit, form.zone)))
    days = cells.cast(pa.date32(), safe=False).cast(pa.int32())
    numbers = days.fill_null(GAP - _EPOCH).to_numpy(zero_copy_only=False).astype(np.int64) + _EPOCH
    beyond = np.flatnonzero((numbers != GAP) & ((numbers < OPEN_START) | (numbers > OPEN_END)))
    latest = numbers = numbers.astype(np.int32)
    bad = []
    if len(beyond):
        latest = numbers.copy()
        numbers[beyond], latest[beyond] = OPEN_START, OPEN_END
        bad.append(Bad("a day beyond the years 1 to 9999", "", beyond))
    return DayCells(numbers, latest, bad)


def _without_hours(text: Any) -> Any:
    """Moments cut to their days as written, where that is all that is asked: so that few cells differ."""
    sound = pc.match_substring_regex(text, r"^\d{4}-\d\d-\d\d[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?")
    return pc.if_else(sound, pc.utf8_slice_codeunits(text, 0, _DAY_LENGTH), text)


def _by_cell(text: Any, form: DayForm) -> DayCells:
    encoded = text.dictionary_encode()
    cells = [c.strip() for c in encoded.dictionary.to_pylist()]
    codes = encoded.indices.fill_null(len(cells)).to_numpy(zero_copy_only=False)
    earliest = np.full(len(cells) + 1, GAP, dtype=np.int32)
    latest = earliest.copy()
    read = reader_of(form)
    helps: dict[int, str] = {}
    for n, cell in enumerate(cells):
        if not cell:
            continue
        try:
            span = read(cell)
        except (ValueError, DateError) as error:
            earliest[n], latest[n] = OPEN_START, OPEN_END
            helps[n] = why(error)
            continue
        earliest[n], latest[n] = span.earliest.toordinal(), span.latest.toordinal()
    bad = [Bad(cells[n], helps[n], rows) for n, rows in rows_with(codes, list(helps))]
    first = earliest[codes]
    return DayCells(first, first if bool((earliest == latest).all()) else latest[codes], bad)
