"""The days of a place in a year. Each width is decided, with its reason, in docs/formats/sayings.md."""

from collections.abc import Iterator
from datetime import date, timedelta

from raport.dates import Span
from raport.dates.edtf import month_length
from raport.reading.nodes import Grain, Piece, Place, day_or_none

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}


def days_of(place: Place, year: int) -> Span | None:
    """The days of the place that begins in this year; None where the calendar has no such day."""
    if not 1 < year < date.max.year - 1:
        return None
    if place.season:
        whole = _months(year, _SEASONS[place.season], 3)
        return whole if place.piece is None else _of_season(place.piece, year, _SEASONS[place.season])
    if place.month:
        if place.day:
            day = day_or_none(year, place.month, place.day)
            return (
                None if day is None else Span(shifted(day, -place.around[0]), shifted(day, place.around[1]))
            )
        whole = _months(year, place.month, 1)
        return whole if place.piece is None else _of_month(place.piece, whole)
    return _months(year, 1, 12) if place.piece is None else _of_year(place.piece, year)


def years_of(place: Place, year: int) -> Iterator[int]:
    """In which years the place may have begun, where this year was said: a winter belongs to two."""
    if place.season == "winter" and place.piece is not None:
        yield year - 1
    yield year


def said_days(place: Place, year: int) -> Span | None:
    """The days meant where this year was said: the winter of 2019 may be either of its two."""
    if place.season == "winter" and place.piece is None:
        before, after = days_of(place, year - 1), days_of(place, year)
        return before.hull(after) if before and after else None
    return days_of(place, year)


def grain_of(place: Place) -> Grain:
    """How exactly the place is said."""
    if place.piece is not None:
        return Grain.PART if place.month else Grain.MONTH
    if place.season:
        return Grain.SEASON
    if place.month:
        return Grain.DAY if place.day else Grain.MONTH
    return Grain.YEAR


def _of_month(piece: Piece, whole: Span) -> Span | None:
    length = whole.latest.day
    nth = piece.nth
    match piece.name:
        case "begin":
            first, last = 1, 10
        case "middle":
            first, last = 9, 22
        case "end":
            first, last = 20, length
        case "half":
            first, last = {1: (1, 16), 2: (15, length), -1: (15, length)}.get(nth, (0, 0))
        case "third" | "ten-days":
            first, last = {1: (1, 10), 2: (11, 20), 3: (21, length), -1: (21, length)}.get(nth, (0, 0))
        case "week":
            first, last = _week(nth, length)
        case "day":
            first, last = {-1: (length, length)}.get(nth, (nth, nth))
        case "numbers":
            first, last = {1: (1, 9), 10: (10, 20), 20: (20, length), -1: (length - 9, length)}.get(
                nth, (0, 0)
            )
        case _:
            return None
    if not 1 <= first <= last <= length:
        return None
    return Span(whole.earliest.replace(day=first), whole.earliest.replace(day=last))


def _week(nth: int, length: int) -> tuple[int, int]:
    """By sevens from the first, by weeks that touch the month, or by weeks that lie in it whole."""
    if nth == -1:
        return length - 12, length
    if not 1 <= nth <= 5:
        return 0, 0
    return max(1, 7 * nth - 12), min(length, 7 * nth + 6)


def _of_season(piece: Piece, year: int, month: int) -> Span | None:
    first, second, third = (_months(year, month + n, 1) for n in range(3))
    match piece.name, piece.nth:
        case ("begin", _) | ("half", 1):
            return Span(first.earliest, second.earliest.replace(day=16))
        case "middle", _:
            return Span(first.earliest.replace(day=15), third.earliest.replace(day=16))
        case ("end", _) | ("half", 2 | -1):
            return Span(second.earliest.replace(day=15), third.latest)
        case "third", 1 | 2 | 3 | -1 as nth:
            return (first, second, third)[nth - 1 if nth > 0 else 2]
        case _:
            return None


def _of_year(piece: Piece, year: int) -> Span | None:
    nth = piece.nth
    match piece.name:
        case "begin":
            return _months(year, 1, 4)
        case "middle":
            return _months(year, 4, 6)
        case "end":
            return _months(year, 9, 4)
        case "day":
            day = {1: (1, 1), -1: (12, 31)}.get(nth)
            return Span.on(date(year, *day)) if day else None
        case _:
            pass
    length = {"half": 6, "half-year": 6, "third": 4, "quarter": 3}.get(piece.name)
    if length is None:
        return None
    count = 12 // length
    number = count if nth == -1 else nth
    return _months(year, (number - 1) * length + 1, length) if 1 <= number <= count else None


def _months(year: int, month: int, count: int) -> Span:
    """So many whole months from this one (13 is the next January)."""
    start = year * 12 + month - 1
    end_year, end_month = divmod(start + count - 1, 12)
    return Span(
        date(start // 12, start % 12 + 1, 1),
        date(end_year, end_month + 1, month_length(end_year, end_month + 1)),
    )


def shifted(day: date, days: int) -> date:
    """A day so many days on, within the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min
