"""Lengths of time as people say them: how far on each side of the said one the true one may lie."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from raport.dates import Duration, Relative, Span
from raport.reading.nodes import Length, Unit

_DAYS_OF_MONTH = 31


def bounds(length: Length) -> tuple[Fraction, Fraction]:
    """The shortest and the longest it may be, in its unit.

    Plain, so much more on each side as `_slack`, or a tenth of the whole where that is more; said with doubt,
    a step more or a quarter; exact, nothing.
    """
    if length.exact:
        margin = Fraction(0)
    elif length.about:
        margin = max(Fraction(length.step), _slack(length), Fraction(length.high, 4))
    else:
        margin = max(_slack(length), Fraction(length.high, 10))
    if length.unit is Unit.DAY:
        margin = Fraction(-(-margin // 1))
    low = Fraction(0) if length.within else max(Fraction(0), length.low - margin)
    return low, length.high + margin


def _slack(length: Length) -> Fraction:
    """Two weeks ago is any day of that week, two months ago of that month; of years, half a one."""
    if length.unit is Unit.DAY:
        return Fraction(max(1, length.step - 1))
    return Fraction(max(2, length.step), 2)


def from_today(length: Length, today: date, sign: int) -> Span:
    """The days so long before (-1) or after (1) today."""
    low, high = bounds(length)
    near, far = _moved(today, low, length.unit, sign), _moved(today, high, length.unit, sign, far=True)
    if sign < 0:
        return Span(far.earliest, max(far.earliest, near.latest))
    return Span(near.earliest, max(near.earliest, far.latest))


def duration(length: Length) -> str:
    """The narrowest duration of a case file that holds it ("P6M~"); empty where none is wide enough."""
    low, high = bounds(length)
    fitting = [
        (doubt * size, size != length.step, f"P{count}{letter}{mark}")
        for letter, size in _LETTERS[length.unit]
        for doubt, mark in enumerate(("", "~", "%"))
        for count in _counts(low, high, size)
        if max(0, (count - doubt)) * size <= low and (count + doubt) * size >= high
    ]
    return min(fitting)[2] if fitting else ""


_LETTERS = {Unit.DAY: (("D", 1), ("W", 7)), Unit.MONTH: (("M", 1), ("Y", 12))}


def _counts(low: Fraction, high: Fraction, size: int) -> Iterator[int]:
    middle = int((low + high) / 2 / size)
    yield from (n for n in range(middle - 2, middle + 4) if 0 <= n < 10**6)


def _moved(today: date, amount: Fraction, unit: Unit, sign: int, *, far: bool = False) -> Span:
    """Half a month is counted in days, outward; a number that a month lacks is either of its neighbours."""
    whole = int(amount)
    days = (amount - whole) * _DAYS_OF_MONTH
    rest = -(-days // 1) if far else days // 1
    by = Duration(0, whole, "D") if unit is Unit.DAY else Duration(whole, int(rest), "D")
    return Relative("", sign < 0, by).resolve(Span.on(today))
