"""The shapes a saying can have. Every way to read the whole text is found; none reads a part of it only."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import wraps
from typing import Any

from raport.dates import Span
from raport.reading.lexicon import Kind
from raport.reading.nodes import (
    About,
    Ago,
    At,
    Both,
    Fixed,
    Grain,
    Later,
    Length,
    Named,
    Night,
    Node,
    Piece,
    Place,
    Side,
    Unit,
    Weekday,
)
from raport.reading.places import days_of, shifted
from raport.reading.said import Ours
from raport.reading.scan import Scan

type Found[T] = list[tuple[T, int]]

FIRST_YEAR, LAST_YEAR = 1900, 2100
_AHEAD = 20
"""A year of two digits is at most so many years ahead: contracts end there, nobody was born there."""

_UNITS = {
    "day": (1, Unit.DAY),
    "week": (7, Unit.DAY),
    "month": (1, Unit.MONTH),
    "half-year": (6, Unit.MONTH),
    "year": (12, Unit.MONTH),
    "decade": (120, Unit.MONTH),
}
_STEPS = {"half-year": 1}  # half a year is said by people who count in months


@dataclass(frozen=True, slots=True)
class Number:
    """A number, spoken or in digits (how many)."""

    value: int
    ordinal: bool = False
    digits: int = 0
    many: bool = False  # in the plural: "20s"


@dataclass(frozen=True, slots=True)
class Unknown:
    """Said not to be known."""


@dataclass(frozen=True, slots=True)
class _Loose:
    """One end of a range that takes what it lacks from the other: "the 10th to the 12th of October"."""

    day: int = 0
    piece: Piece | None = None


def _once[T](rule: Callable[["Parser", int], Iterator[tuple[T, int]]]) -> Callable[["Parser", int], Found[T]]:
    """A rule as a list without repeats, found once for each place."""

    @wraps(rule)
    def found(self: "Parser", i: int) -> Found[T]:
        key = (rule.__name__, i)
        if key not in self.memo:
            self.memo[key] = []  # a rule that comes back to itself finds nothing there
            self.memo[key] = list(dict.fromkeys(rule(self, i)))
        kept: Found[T] = self.memo[key]
        return kept

    return found


class Parser:
    """Reads one text, said on one day."""

    def __init__(self, scan: Scan, today: date) -> None:
        self.scan = scan
        self.today = today
        self.memo: dict[tuple[str, int], Any] = {}

    def readings(self) -> list[Node | Unknown]:
        """Every reading of the whole text; those by the calendar before those by an event's name."""
        whole = [node for node, end in self.saying(0) if self._ends(end)]
        plain = [node for node in whole if not _is_named(node)]
        return list(dict.fromkeys(plain or whole))

    # ---- the smallest

    @_once
    def skips(self, i: int) -> Iterator[tuple[None, int]]:
        """Here, and behind what says nothing about the day."""
        seen, waiting = {i}, [i]
        while waiting:
            here = waiting.pop(0)
            yield None, here
            for end in self._fillers(here):
                if end not in seen:
                    seen.add(end)
                    waiting.append(end)

    def _fillers(self, i: int) -> Iterator[int]:
        if i >= len(self.scan):
            return
        text = self.scan.atoms[i].text
        if ":" in text and len(text) > 1:
            yield i + 1
        if text in ",;()" or (text == "." and not self._between_numbers(i)):
            yield i + 1
        for meaning, end in self.scan.at(i):
            if meaning.kind is Kind.WORD and meaning.key in ("filler", "hours"):
                yield end
        if self.scan.atoms[i].is_number and i + 1 < len(self.scan):
            for meaning, end in self.scan.at(i + 1):
                if (meaning.kind, meaning.key) in ((Kind.UNIT, "hour"), (Kind.WORD, "hours")):
                    yield end

    def _between_numbers(self, i: int) -> bool:
        atoms = self.scan.atoms
        return (
            0 < i < len(atoms) - 1
            and atoms[i - 1].is_number
            and atoms[i + 1].is_number
            and atoms[i + 1].glued
        )

    def _ends(self, i: int) -> bool:
        return any(end == len(self.scan) for _, end in self.skips(i))

    def tokens(self, i: int, kind: Kind, key: str = "") -> Found[str]:
        """Words of a kind, behind fillers."""
        return [
            (meaning.key, end)
            for _, here in self.skips(i)
            if here < len(self.scan)
            for meaning, end in self.scan.at(here)
            if meaning.kind is kind and (not key or meaning.key == key)
        ]

    def word(self, i: int, *keys: str) -> list[int]:
        """Where one of the little words ends, behind fillers."""
        return [end for key in keys for _, end in self.tokens(i, Kind.WORD, key)]

    def mark(self, i: int, marks: str) -> list[int]:
        """Where a sign ends, behind fillers."""
        return [
            here + 1
            for _, here in self.skips(i)
            if here < len(self.scan) and self.scan.atoms[here].text in marks
        ]

    def _optional(self, i: int, ends: list[int]) -> list[int]:
        return [*ends, i]

    # ---- numbers and years

    @_once
    def number(self, i: int) -> Iterator[tuple[Number, int]]:
        for _, here in self.skips(i):
            if (
                here < len(self.scan)
                and self.scan.atoms[here].is_number
                and len(self.scan.atoms[here].text) <= 4
            ):
                text = self.scan.atoms[here].text
                decade = set(self._suffixes(here + 1, "decade-suffix") if text[3:] == "0" else ())
                for end in self._suffixes(here + 1, "suffix"):
                    if end in decade:  # the 2010s, not 2010
                        continue
                    many = end in self._suffixes(here + 1, "decade-suffix")
                    yield Number(int(text), ordinal=True, digits=len(text), many=many), end
                yield Number(int(text), digits=len(text)), here + 1
        yield from self._spoken(i)

    def _suffixes(self, i: int, key: str) -> Iterator[int]:
        atoms = self.scan.atoms
        if i < len(atoms) and atoms[i].glued and atoms[i].text in "-'":
            i += 1
        if i < len(atoms) and atoms[i].glued:
            for meaning, end in self.scan.at(i):
                if meaning.kind is Kind.WORD and meaning.key == key:
                    yield end

    def _spoken(self, i: int) -> Iterator[tuple[Number, int]]:
        yield from self._below_thousand(i)
        for end in self.word(i, "thousand"):
            yield from self._thousands(1, end)
        for first, middle in self.tokens(i, Kind.NUMBER):
            for end in self.word(middle, "thousand"):
                yield from self._thousands(int(first), end)
            if int(first) in (19, 20):
                for rest, end in self._below_hundred(middle):
                    if rest.value >= 10:
                        yield replace(rest, value=int(first) * 100 + rest.value), end
        for key, end in self.tokens(i, Kind.ORDINAL):
            if int(key) >= 1000:
                yield Number(int(key), ordinal=True), end

    def _thousands(self, count: int, i: int) -> Iterator[tuple[Number, int]]:
        for rest, end in self._below_thousand(i):
            yield replace(rest, value=count * 1000 + rest.value), end
        yield Number(count * 1000), i

    def _below_thousand(self, i: int) -> Iterator[tuple[Number, int]]:
        for key, middle in self.tokens(i, Kind.NUMBER):
            if int(key) >= 100:
                for rest, end in self._below_hundred(middle):
                    yield replace(rest, value=int(key) + rest.value), end
        yield from self._below_hundred(i)

    def _below_hundred(self, i: int) -> Iterator[tuple[Number, int]]:
        for key, end in self.tokens(i, Kind.ORDINAL):
            if 0 < int(key) < 100:
                yield Number(int(key), ordinal=True), end
        for key, middle in self.tokens(i, Kind.NUMBER):
            if int(key) >= 100:
                continue
            if int(key) >= 20:
                for hyphen in self._optional(middle, self.mark(middle, "-")):
                    for kind in (Kind.NUMBER, Kind.ORDINAL):
                        for one, end in self.tokens(hyphen, kind):
                            if 0 < int(one) < 10:
                                yield Number(int(key) + int(one), ordinal=kind is Kind.ORDINAL), end
            yield Number(int(key)), middle

    @_once
    def year(self, i: int) -> Iterator[tuple[int, int]]:
        """A year that can be nothing else."""
        for number, end in self.number(i):
            if FIRST_YEAR <= number.value <= LAST_YEAR:
                for last in self._optional(end, self.word(end, "year")):
                    yield number.value, last
            elif number.value < 100 and number.digits != 1:
                for last in self.word(end, "year"):
                    yield self._full(number.value), last
        for before in self.word(i, "year"):
            for number, end in self.number(before):
                if FIRST_YEAR <= number.value <= LAST_YEAR:
                    yield number.value, end
        for after in self.mark(i, "'"):
            for number, end in self.number(after):
                if number.digits == 2:
                    yield self._full(number.value), end
        for which, end in self.tokens(i, Kind.WHICH):
            for last in (*self.word(end, "year"), *(e for _, e in self.tokens(end, Kind.UNIT, "year"))):
                yield self.today.year + int(which), last
        for unit, end in self.tokens(i, Kind.UNIT, "year"):  # "the year before last"
            del unit
            for which, last in self.tokens(end, Kind.WHICH, "-2"):
                yield self.today.year + int(which), last

    def _full(self, short: int) -> int:
        year = self.today.year // 100 * 100 + short
        return year if year <= self.today.year + _AHEAD else year - 100

    # ---- places in a year

    @_once
    def month(self, i: int) -> Iterator[tuple[int, int]]:
        for key, end in self.tokens(i, Kind.MONTH):
            yield int(key), end
            for _, last in self.tokens(end, Kind.UNIT, "month"):  # "the month of May", the other way round
                yield int(key), last

    @_once
    def piece(self, i: int) -> Iterator[tuple[Piece, int]]:
        for key, end in self.tokens(i, Kind.PART):
            name, _, nth = key.partition("/")
            for last in self._optional(end, self.mark(end, "-")):
                yield Piece(name, int(nth or 0)), last
        for nth, middle in self.tokens(i, Kind.ORDINAL, "-1"):
            for key, end in self.tokens(middle, Kind.PIECE):
                yield Piece(key, int(nth)), end
        for number, middle in self.number(i):
            if number.ordinal or number.digits:
                for key, end in self.tokens(middle, Kind.PIECE):
                    if number.many if key == "numbers" else number.ordinal or key == "quarter":
                        yield Piece(key, number.value), end

    @_once
    def at(self, i: int) -> Iterator[tuple[At, int]]:
        for at, end in self._undated(i):
            for day, last in self.tokens(end, Kind.WEEKDAY):
                if at.place.day:
                    yield replace(at, weekday=int(day)), last
            yield at, end
        for day, middle in self.tokens(i, Kind.WEEKDAY):
            for at, end in self._undated(middle):
                if at.place.day:
                    yield replace(at, weekday=int(day)), end

    @_once
    def _undated(self, i: int) -> Iterator[tuple[At, int]]:
        yield from self._numeric(i)
        yield from self._day_of_month(i)
        yield from self._container(i)
        for year, middle in self.year(i):  # "in 2019, in October"
            for at, end in self._undated(middle):
                if at.year is None and at.which is None and not at.ours:
                    yield replace(at, year=year), end
        for piece, middle in self.piece(i):
            if piece.name in ("quarter", "half-year"):
                yield At(Place(piece=piece)), middle
            for at, end in self._container(middle):
                if at.place.day == 0:
                    yield replace(at, place=replace(at.place, piece=piece)), end
        for key, middle in self.tokens(i, Kind.HOLIDAY):
            yield from self._with_year(_holiday(key), middle)
        for which, middle in self.tokens(i, Kind.WHICH):
            for key, end in self.tokens(middle, Kind.HOLIDAY):
                yield At(_holiday(key), which=int(which)), end
        for key, middle in self.tokens(i, Kind.EVE):  # "the new 2020 year"
            for year, end in self.year(middle):
                yield At(_holiday(key), year), end

    @_once
    def _container(self, i: int) -> Iterator[tuple[At, int]]:
        """A month, a season or a year."""
        for month, end in self.month(i):
            yield from self._with_year(Place(month), end)
        for season, end in self.tokens(i, Kind.SEASON):
            yield from self._with_year(Place(season=season), end)
            for which, last in self.tokens(end, Kind.WHICH, "-2"):
                yield At(Place(season=season), which=int(which)), last
        for which, middle in self.tokens(i, Kind.WHICH):
            for month, end in self.month(middle):
                yield At(Place(month), which=int(which)), end
            for season, end in self.tokens(middle, Kind.SEASON):
                yield At(Place(season=season), which=int(which)), end
            for _, end in self.tokens(middle, Kind.UNIT, "month"):
                yield self._month_of(int(which)), end
        for year, end in self.year(i):
            yield At(Place(), year), end

    def _month_of(self, which: int) -> At:
        year, month = divmod(self.today.year * 12 + self.today.month - 1 + which, 12)
        return At(Place(month + 1), year)

    def _with_year(self, place: Place, i: int) -> Iterator[tuple[At, int]]:
        for year, end in self.year(i):
            yield At(place, year), end
        yield At(place), i
        if place.month and not place.day:
            yield from self._number_after_month(place.month, i)
        if place.season:
            for number, end in self.number(i):  # "the spring of the 22nd": a season has no days
                if number.ordinal and number.digits != 1 and number.value < 100:
                    yield At(place, self._full(number.value)), end

    def _number_after_month(self, month: int, i: int) -> Iterator[tuple[At, int]]:
        """A short number after a month is its day or the year."""
        for number, end in self.number(i):
            if number.value >= 100 or number.digits == 1:
                continue
            year = At(Place(month), self._full(number.value), ours=frozenset({Ours.ORDER}))
            if number.value > 31:
                yield replace(year, ours=frozenset()), end
            elif self.scan.words.after_month == "year" or not number.ordinal:
                yield year, end

    @_once
    def day(self, i: int) -> Iterator[tuple[Number, int]]:
        for number, end in self.number(i):
            if 1 <= number.value <= 31 and number.digits <= 2:
                yield number, end
                days = [] if number.many else [last for _, last in self.tokens(end, Kind.PIECE, "numbers")]
                for last in (*days, *self.word(end, "of-month")):
                    yield number, last

    def _day_of_month(self, i: int) -> Iterator[tuple[At, int]]:
        for number, middle in self.day(i):
            for month, end in self.month(middle):
                place = Place(month, number.value)
                for year, last in self.year(end):
                    yield At(place, year), last
                for short, last in self.number(end):  # "10 October 19"
                    if short.digits == 2:
                        yield At(place, self._full(short.value)), last
                yield At(place), end
            for which, start in self.tokens(middle, Kind.WHICH):
                for _, end in self.tokens(start, Kind.UNIT, "month"):
                    whole = self._month_of(int(which))
                    yield replace(whole, place=replace(whole.place, day=number.value)), end
        for month, middle in self.month(i):
            for number, end in self.day(middle):
                place = Place(month, number.value)
                for year, last in self.year(end):
                    yield At(place, year), last
                yield At(place, ours=frozenset({Ours.ORDER})), end

    def _numeric(self, i: int) -> Iterator[tuple[At, int]]:
        """Numbers with dots, slashes or hyphens between."""
        for _, here in self.skips(i):
            parts, end = self._joined_numbers(here)
            for at in self._by_numbers(parts):
                for last in self._optional(end, self.word(end, "year") if at.year else []):
                    yield at, last

    def _joined_numbers(self, i: int) -> tuple[list[str], int]:
        """Numbers and the one sign between them, as they stand together."""
        atoms, parts, sign = self.scan.atoms, [], ""
        while i < len(atoms) and atoms[i].is_number:
            parts.append(atoms[i].text)
            joined = (
                i + 2 < len(atoms)
                and atoms[i + 1].text in "./-"
                and atoms[i + 1].glued
                and atoms[i + 2].glued
                and atoms[i + 2].is_number
                and sign in ("", atoms[i + 1].text)
            )
            if not joined:
                return [sign, *parts], i + 1
            sign = atoms[i + 1].text
            i += 2
        return [sign, *parts], i

    def _by_numbers(self, parts: list[str]) -> Iterator[At]:
        sign, *numbers = parts
        lengths = [len(n) for n in numbers]
        match lengths:
            case [4, 1 | 2, 1 | 2]:
                yield At(Place(int(numbers[1]), int(numbers[2])), int(numbers[0]))
            case [1 | 2, 1 | 2, 2 | 4]:
                yield from self._ordered(sign, numbers[0], numbers[1], self._year_of(numbers[2]))
            case [4, 1 | 2]:
                yield from self._month_year(numbers[1], int(numbers[0]))
            case [1 | 2, 4]:
                yield from self._month_year(numbers[0], int(numbers[1]))
            case [1 | 2, 2] | [1 | 2, 1] if sign in ("./" if lengths[1] == 2 else "/"):
                yield from self._ordered(sign, numbers[0], numbers[1], None)
                if int(numbers[1]) > 12:
                    for at in self._month_year(numbers[0], self._year_of(numbers[1])):
                        yield replace(at, ours=frozenset({Ours.ORDER}))

    def _year_of(self, number: str) -> int:
        return int(number) if len(number) == 4 else self._full(int(number))

    def _month_year(self, month: str, year: int) -> Iterator[At]:
        if 1 <= int(month) <= 12 and FIRST_YEAR <= year <= LAST_YEAR:
            yield At(Place(int(month)), year)

    def _ordered(self, sign: str, one: str, other: str, year: int | None) -> Iterator[At]:
        """Day and month in each order that the language has and the numbers allow; the day before a dot."""
        orders = {"dmy": (int(one), int(other)), "mdy": (int(other), int(one))}
        known = self.scan.words.orders if sign == "/" else ("dmy",)
        possible = [orders[o] for o in known if o in orders and 1 <= orders[o][1] <= 12]
        possible = [p for p in dict.fromkeys(possible) if 1 <= p[0] <= 31]
        for day, month in possible:
            yield At(Place(month, day), year, ours=frozenset({Ours.ORDER} if len(possible) > 1 else ()))

    # ---- lengths of time

    @_once
    def length(self, i: int) -> Iterator[tuple[Length, int]]:
        for exact in self.word(i, "exactly"):
            for length, end in self._length(exact):
                yield replace(length, exact=True), end
        for about in self._about(i):
            for length, end in self.length(about):
                yield replace(length, about=True), end
        for length, end in self._length(i):
            yield length, end
            for last in self._about(end):
                yield replace(length, about=True), last

    def _length(self, i: int) -> Iterator[tuple[Length, int]]:
        for (low, high), middle in self._counts(i):
            for half in self.word(middle, "and-half"):
                for unit, end in self.tokens(half, Kind.UNIT):
                    yield from _one(_length_of(2 * low + 1, 2 * high + 1, unit, halves=True), end)
            for unit, end in self.tokens(middle, Kind.UNIT):
                length = _length_of(low, high, unit)
                yield from _one(length, end)
                if unit == "year" and length:
                    yield from self._and_months(length, end)
                for last in self.word(end, "and-half"):
                    yield from _one(_length_of(2 * low + 1, 2 * high + 1, unit, halves=True), last)
        for half in self.word(i, "half-of"):
            for unit, end in self.tokens(half, Kind.UNIT):
                yield from _one(_length_of(3, 3, unit, halves=True), end)
        for unit, middle in self.tokens(i, Kind.UNIT):
            yield from _one(_length_of(1, 1, unit), middle)
            if unit == "year":
                yield from self._and_months(Length(12, 12, Unit.MONTH, 12), middle)
            for last in self.word(middle, "and-half"):
                yield from _one(_length_of(3, 3, unit, halves=True), last)
            for about in self._optional(middle, self._about(middle)):  # "weeks two": with doubt
                for (low, high), end in self._counts(about):
                    length = _length_of(low, high, unit)
                    yield from _one(replace(length, about=True) if length else None, end)
                for end in self.word(about, "half-of"):
                    length = _length_of(3, 3, unit, halves=True)
                    yield from _one(replace(length, about=True) if length else None, end)

    def _and_months(self, years: Length, i: int) -> Iterator[tuple[Length, int]]:
        for joined in self._optional(i, self.word(i, "and")):
            for (low, high), middle in self._counts(joined):
                for _, end in self.tokens(middle, Kind.UNIT, "month"):
                    yield Length(years.low + low, years.high + high, Unit.MONTH, 1), end

    @_once
    def _counts(self, i: int) -> Iterator[tuple[tuple[int, int], int]]:
        """How many, perhaps from so many to so many."""
        for key, end in self.tokens(i, Kind.AMOUNT):
            low, high = map(int, key.split(".."))
            yield (low, high), end
        for number, middle in self.number(i):
            if number.ordinal or number.value > 999:
                continue
            yield (number.value, number.value), middle
            for between in (*self.mark(middle, "-"), *self.word(middle, "or", "to")):
                for other, end in self.number(between):
                    if not other.ordinal and number.value < other.value <= 999:
                        yield (number.value, other.value), end

    # ---- one time

    @_once
    def item(self, i: int) -> Iterator[tuple[Node, int]]:
        for about in self._about(i):
            for node, end in self.item(about):
                yield About(node), end
        for exact in self.word(i, "exactly"):
            for node, end in self.item(exact):
                yield _exact(node), end
        yield from self.at(i)
        yield from self._by_day(i)
        yield from self._by_week(i)
        yield from self._by_years(i)
        yield from self._counted(i)
        yield from self._sided(i)
        for night in self.word(i, "night"):
            for node, end in self.item(night):
                yield Night(node), end
        for at, end in self.at(i):
            for night in self.word(end, "night"):
                yield Night(at), night

    def _about(self, i: int) -> list[int]:
        return [*self.word(i, "about"), *self.mark(i, "~")]

    def _by_day(self, i: int) -> Iterator[tuple[Node, int]]:
        for key, end in self.tokens(i, Kind.DAY):
            day: Node = Fixed(Span.on(shifted(self.today, int(key))), Grain.DAY)
            yield day, end
            for night in self.word(end, "night"):
                yield Night(day), night

    def _by_week(self, i: int) -> Iterator[tuple[Node, int]]:
        for which, middle in self.tokens(i, Kind.WHICH):
            for _, end in self.tokens(middle, Kind.UNIT, "week"):
                yield Fixed(self._week(int(which)), Grain.WEEK), end
                for day, last in self.tokens(end, Kind.WEEKDAY):
                    yield Weekday(int(day), int(which), week=True), last
            for day, end in self.tokens(middle, Kind.WEEKDAY):
                yield Weekday(int(day), int(which)), end
        for part, start in self.tokens(i, Kind.PART):
            for which, middle in self.tokens(start, Kind.WHICH):
                for _, end in self.tokens(middle, Kind.UNIT, "week"):
                    days = self._part_of_week(part, int(which))
                    if days is not None:
                        yield Fixed(days, Grain.DAY), end
        for _, middle in self.tokens(i, Kind.UNIT, "week"):
            for which, end in self.tokens(middle, Kind.WHICH, "-2"):
                yield Fixed(self._week(int(which)), Grain.WEEK), end
        for day, middle in self.tokens(i, Kind.WEEKDAY):
            yield Weekday(int(day)), middle
            for which, start in self.tokens(middle, Kind.WHICH):
                for _, end in self.tokens(start, Kind.UNIT, "week"):
                    yield Weekday(int(day), int(which), week=True), end
        yield from self._lately(i)

    def _lately(self, i: int) -> Iterator[tuple[Node, int]]:
        """In the last two weeks: up to today. "Last week" is another thing, where one word says both."""
        which = {end for _, end in self.tokens(i, Kind.WHICH, "-1")}
        ordinal = {end for _, end in self.tokens(i, Kind.ORDINAL, "-1")}
        for start in sorted(which | ordinal):
            for length, end in self.length(start):
                if length.high > length.step or start not in which:
                    yield Ago(replace(length, low=0, within=True), -1), end

    def _week(self, which: int) -> Span:
        """Monday to Sunday, and the Sunday before: some begin the week by it."""
        monday = shifted(self.today, 7 * which - self.today.weekday())
        return Span(shifted(monday, -1), shifted(monday, 6))

    def _part_of_week(self, part: str, which: int) -> Span | None:
        monday = shifted(self.today, 7 * which - self.today.weekday())
        first, last = {"begin": (-1, 2), "middle": (1, 4), "end": (3, 6)}.get(part, (0, -1))
        return None if first > last else Span(shifted(monday, first), shifted(monday, last))

    def _by_years(self, i: int) -> Iterator[tuple[Node, int]]:
        for number, end in self.number(i):
            if number.value % 10 == 0 and number.digits in (2, 4) and not number.ordinal:
                for last in self._suffixes(end, "decade-suffix"):
                    year = number.value if number.digits == 4 else self._full(number.value)
                    if FIRST_YEAR <= year <= LAST_YEAR:
                        for word in self._optional(last, self.word(last, "year")):
                            yield Fixed(Span(date(year, 1, 1), date(year + 9, 12, 31)), Grain.DECADE), word
        for (first, last_year), end in self._pairs(i, self.mark_between):
            one, other = days_of(Place(), first), days_of(Place(), last_year)
            if one and other:
                yield Fixed(one.hull(other), Grain.YEAR), end
        for season, middle in self.tokens(i, Kind.SEASON):
            for start in self._optional(middle, self.word(middle, "from")):
                for (first, last_year), end in self._pairs(start, self.any_between):
                    days = days_of(Place(season=season), first)
                    if season == "winter" and days and last_year == first + 1:
                        yield Fixed(days, Grain.SEASON), end

    def mark_between(self, i: int) -> list[int]:
        """Between two years that stand as one: 2018-19."""
        return self.mark(i, "-/")

    def any_between(self, i: int) -> list[int]:
        """Between the two years of a winter: from 2018 to 2019."""
        return [*self.mark(i, "-/"), *self.word(i, "to", "onto")]

    def _pairs(self, i: int, between: Callable[[int], list[int]]) -> Iterator[tuple[tuple[int, int], int]]:
        """Two years, the second perhaps of two digits: 2018-19."""
        for number, middle in self.number(i):
            if number.digits != 4 or not FIRST_YEAR <= number.value <= LAST_YEAR:
                continue
            for start in between(middle):
                for other, end in self.number(start):
                    year = number.value // 100 * 100 + other.value if other.digits == 2 else other.value
                    if other.digits in (2, 4) and number.value < year <= LAST_YEAR:
                        for last in self._optional(end, self.word(end, "year")):
                            yield (number.value, year), last

    def _counted(self, i: int) -> Iterator[tuple[Node, int]]:
        for start in self._optional(i, self.word(i, "more")):
            for length, middle in self.length(start):
                for end in self.word(middle, "ago"):
                    yield Ago(length, -1, beyond=start != i), end
        for within in self.word(i, "within"):
            for length, end in self.length(within):
                yield Later(length, future=True), end
        for length, middle in self.length(i):
            for end in self.word(middle, "later"):
                yield Later(length, future=False), end
        for later in self.word(i, "later"):
            for length, end in self.length(later):
                yield Later(length, future=False), end

    def _sided(self, i: int) -> Iterator[tuple[Node, int]]:
        for side, middle in self.tokens(i, Kind.SIDE):
            for of, end in self._named_or_dated(middle):
                yield Side(side, of), end
        for start in self._optional(i, self.word(i, "from")):
            if start != i:
                for of, end in self._named_or_dated(start):
                    yield Side("from", of), end
        starts = [
            (i, False),
            *((e, False) for e in self.word(i, "within", "later")),
            *((e, True) for e in self.word(i, "during")),
        ]
        for start, during in starts:
            for length, middle in self.length(start):
                far = replace(length, within=True) if during else length
                for side, end in self.tokens(middle, Kind.SIDE):
                    if side in ("before", "after"):
                        for of, last in self._named_or_dated(end):
                            yield Side(side, of, far), last
        for start in self.word(i, "same-day"):
            for of, last in self._named_or_dated(start):
                yield Side("after", of, Length(0, 0, Unit.DAY, 1, exact=True)), last
        for start in self.word(i, "next-day"):
            for side, end in self.tokens(start, Kind.SIDE):
                if side in ("before", "after"):
                    for of, last in self._named_or_dated(end):
                        yield Side(side, of, Length(1, 1, Unit.DAY, 1)), last

    def _named_or_dated(self, i: int) -> Iterator[tuple[Node | Named, int]]:
        yield from self.item(i)
        for _, here in self.skips(i):
            words = [a.text for a in self.scan.atoms[here:] if a.text.isalnum()]
            if any(w.isalpha() for w in words):
                text = "".join(("" if a.glued else " ") + a.text for a in self.scan.atoms[here:]).strip()
                yield Named(tuple(words), text), len(self.scan)
            break

    # ---- the whole

    @_once
    def saying(self, i: int) -> Iterator[tuple[Node | Unknown, int]]:
        for end in (*self.word(i, "unknown"), *self.mark(i, "?-")):
            for last in self._doubts(end):
                yield Unknown(), last
            for node, last in self.saying(end):  # "I do not remember, autumn I think"
                yield (node if isinstance(node, Unknown) else About(node)), last
        for about in self._about(i):
            for node, end in self.saying(about):
                yield (node if isinstance(node, Unknown) else About(node)), end
        nights = [found for night in self.word(i, "night") for found in self._ranges(night, "onto")]
        for node, end in (*self.item(i), *self.range(i), *nights):  # of a night both days are named
            for last in self._doubts(end):
                yield (node if last == end else About(node)), last

    def _doubts(self, i: int) -> list[int]:
        """Here, and behind words of doubt."""
        ends, waiting = [i], [i]
        while waiting:
            here = waiting.pop()
            fresh = [e for e in (*self._about(here), *self.mark(here, "?")) if e not in ends]
            ends += fresh
            waiting += fresh
        return ends

    @_once
    def range(self, i: int) -> Iterator[tuple[Node, int]]:
        yield from self._ranges(i)

    def _ranges(self, i: int, *more: str) -> Iterator[tuple[Node, int]]:
        for start in (*self.word(i, "from"), *self.word(i, "between"), i):
            for first, middle in self._end(start):
                for between, either in self._betweens(middle, more, spoken=start != i):
                    for last, end in self._end(between):
                        if self._between_numbers(between - 1) and not _alike(first, last):
                            continue
                        yield from ((node, end) for node in _joined(first, last, either=either))

    def _betweens(self, i: int, more: tuple[str, ...], *, spoken: bool) -> Iterator[tuple[int, bool]]:
        yield from ((end, False) for end in self.mark(i, "-"))
        yield from ((end, True) for end in self.word(i, "or"))
        yield from ((end, True) for end in self.mark(i, "/"))
        keys = ("to", "and", *more) if spoken else ("to", *more)
        yield from ((end, False) for end in self.word(i, *keys))

    @_once
    def _end(self, i: int) -> Iterator[tuple[Node | _Loose, int]]:
        for node, end in self.item(i):
            if not _is_named(node) and not isinstance(node, Later | Side):
                yield node, end
        for number, end in self.day(i):
            yield _Loose(day=number.value), end
        for piece, end in self.piece(i):
            yield _Loose(piece=piece), end


def _length_of(low: int, high: int, unit: str, *, halves: bool = False) -> Length | None:
    """So many of a unit; `halves`: of half units."""
    if unit == "hour":  # outward to days
        return None if halves else Length(low // 24, -(-high // 24), Unit.DAY, 1)
    size, counted = _UNITS[unit]
    step = _STEPS.get(unit, size)
    if not halves:
        return Length(low * size, high * size, counted, step)
    if unit == "month":
        return Length(low * 15, -(-high * 61 // 4), Unit.DAY, 15)
    return Length(low * size // 2, -(-high * size // 2), counted, -(-step // 2))


def _exact(node: Node) -> Node:
    """Said to be exact."""
    match node:
        case Ago(length=length) | Later(length=length) | Side(length=Length() as length):
            return replace(node, length=replace(length, exact=True))
        case _:
            return node


def _holiday(key: str) -> Place:
    day, before, after = key.split("/")
    month, _, number = day.partition("-")
    return Place(int(month), int(number), around=(int(before), int(after)))


def _one(length: Length | None, end: int) -> Iterator[tuple[Length, int]]:
    if length is not None:
        yield length, end


def _joined(first: Node | _Loose, last: Node | _Loose, *, either: bool) -> Iterator[Node]:
    if isinstance(first, _Loose):
        if isinstance(last, At):
            whole = _filled(first, last)
            if whole is not None:
                yield Both(whole, last, either)
    elif isinstance(last, _Loose):
        if isinstance(first, At) and first.place.day and last.day:
            yield Both(first, replace(first, place=replace(first.place, day=last.day), weekday=0), either)
    else:
        yield Both(first, last, either)


def _alike(first: Node | _Loose, last: Node | _Loose) -> bool:
    """Whether a sign between numbers can stand between these two, and not inside one date."""
    if isinstance(first, _Loose):
        return True
    if not isinstance(first, At) or not isinstance(last, At):
        return False
    both_days = bool(first.place.day and last.place.day)
    return both_days or (first.place == Place() and last.place == Place())


def _filled(loose: _Loose, by: At) -> At | None:
    """The loose end with month and year of the other."""
    if loose.day:
        if not by.place.day:
            return None
        return replace(by, place=replace(by.place, day=loose.day), weekday=0)
    if by.place.piece is None:
        return None
    return replace(by, place=replace(by.place, piece=loose.piece))


def _is_named(node: Node | Unknown | Named) -> bool:
    match node:
        case Named():
            return True
        case Side(of=of) | About(of=of) | Night(of=of):
            return _is_named(of)
        case Both(first=first, last=last):
            return _is_named(first) or _is_named(last)
        case _:
            return False
