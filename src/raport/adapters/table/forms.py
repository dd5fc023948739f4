"""How days may be written in a table. The map says which form a column has; nothing is guessed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from raport.dates import DateError, Span, read_span

FORMS: Mapping[str, bool] = {
    "day": False,
    "edtf": False,
    "timestamp": True,
    "yyyymmdd": False,
    "excel-days": False,
    "unix-days": False,
    "unix-seconds": True,
}
"""The forms, and whether a time zone makes a difference to them. Beside them: orders such as DD.MM.YYYY."""

WHOLE_NUMBERS = frozenset({"yyyymmdd", "excel-days", "unix-days", "unix-seconds"})
EPOCH = date(1970, 1, 1)
_EXCEL = date(1899, 12, 30)
_EXCEL_SOUND = 61  # before 1 March 1900 Excel counts a day that never was
_PARTS = {"YYYY": r"(?P<year>\d{4})", "MM": r"(?P<month>\d{1,2})", "DD": r"(?P<day>\d{1,2})"}


@dataclass(frozen=True, slots=True)
class DayForm:
    """How the days of a column are written: `name` is one of `FORMS` or an order such as DD.MM.YYYY.

    `zone`: whose local day a moment is; empty: moments are local already. `unknown`: an empty cell is a day
    that is not known, and not a mistake.
    """

    name: str
    zone: str
    unknown: bool

    @property
    def expected(self) -> str:
        """What a cell should be, for messages."""
        return _EXPECTED.get(self.name, f"a day written {self.name}")


_EXPECTED = {
    "day": "a day such as 2026-01-05",
    "edtf": "a day in EDTF, such as 2026-01-05, 2026-01, 2026-01~ or 2026-01/2026-03",
    "timestamp": "a moment such as 2026-01-05T09:30:00",
    "yyyymmdd": "a day such as 20260105",
    "excel-days": "a day as Excel counts it, from 61 on",
    "unix-days": "days since 1970-01-01",
    "unix-seconds": "seconds since 1970-01-01T00:00Z",
}

type Reader = Callable[[str], Span]
"""One cell as the days on which it may have been. Raises `ValueError` or `DateError`."""


def pattern_of(order: str) -> re.Pattern[str] | None:
    """The pattern of an order such as DD.MM.YYYY; None for what is no order of day, month and year."""
    if sorted(re.findall(r"[A-Za-z]+", order)) != ["DD", "MM", "YYYY"]:
        return None
    return re.compile("".join(_PARTS.get(p, re.escape(p)) for p in re.split(r"(YYYY|MM|DD)", order)))


def reader_of(form: DayForm) -> Reader:
    """The reader of single cells of this form."""
    pattern = pattern_of(form.name)
    if pattern is not None:
        return lambda cell: Span.on(_in_order(pattern, cell))
    zone = ZoneInfo(form.zone) if form.zone else None
    readers: Mapping[str, Reader] = {
        "day": lambda cell: Span.on(_iso(cell)),
        "edtf": read_span,
        "timestamp": lambda cell: Span.on(_local(cell, zone)),
        "yyyymmdd": lambda cell: Span.on(_joined(cell)),
        "excel-days": lambda cell: Span.on(_excel(_whole(cell))),
        "unix-days": lambda cell: Span.on(_after(EPOCH, _whole(cell))),
        "unix-seconds": lambda cell: Span.on(_moment(_whole(cell), zone)),
    }
    return readers[form.name]


def why(error: ValueError | DateError) -> str:
    """What helps against a cell that could not be read; empty where nothing more is known."""
    return error.problem.help if isinstance(error, DateError) else ""


_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def _iso(cell: str) -> date:
    if _ISO.fullmatch(cell) is None:
        raise ValueError(cell)
    return date.fromisoformat(cell)


def _in_order(pattern: re.Pattern[str], cell: str) -> date:
    found = pattern.fullmatch(cell)
    if found is None or not cell.isascii():
        raise ValueError(cell)
    return date(int(found["year"]), int(found["month"]), int(found["day"]))


def _local(cell: str, zone: ZoneInfo | None) -> date:
    """The local day of a moment: as written, or in the zone, for which the cell must say its own."""
    if _ISO.match(cell) is None or cell[10:11] not in ("", "T", " "):
        raise ValueError(cell)
    moment = datetime.fromisoformat(cell)
    if zone is None:
        return moment.date()
    if moment.tzinfo is None:
        raise ValueError(cell)
    return moment.astimezone(zone).date()


def _joined(cell: str) -> date:
    if len(cell) != 8 or not (cell.isascii() and cell.isdecimal()):
        raise ValueError(cell)
    return date(int(cell[:4]), int(cell[4:6]), int(cell[6:]))


def _whole(cell: str) -> int:
    if not cell.isascii() or len(cell) > 20:
        raise ValueError(cell)
    return int(cell)


def _excel(count: int) -> date:
    if count < _EXCEL_SOUND:
        raise ValueError(count)
    return _after(_EXCEL, count)


def _after(first: date, days: int) -> date:
    try:
        return first + timedelta(days)
    except OverflowError:
        raise ValueError(days) from None


def _moment(seconds: int, zone: ZoneInfo | None) -> date:
    try:
        return (datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)).astimezone(zone).date()
    except OverflowError:
        raise ValueError(seconds) from None
