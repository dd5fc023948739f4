"""From the parts of a saying to days: years that were not said, "about", sides, events of the case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from raport.casefile.relative import relative_text
from raport.dates import Relative, Span, add_months, parse_duration
from raport.reading.lengths import duration, from_today
from raport.reading.names import events_named
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
    Place,
    Side,
    Weekday,
)
from raport.reading.places import days_of, grain_of, said_days, shifted, years_of
from raport.reading.said import Anchor, Ours, SayingError, Understood

_SHORTLY, _AT_ONCE = "P2W%", "P1W~"
_ABOUT_DAYS = {Grain.DAY: 5, Grain.WEEK: 7, Grain.PART: 10}
_ABOUT_MONTHS = {Grain.MONTH: 1, Grain.SEASON: 3, Grain.YEAR: 12, Grain.DECADE: 120}
_FARTHEST = 28
"""Years that are looked through for a day that few years have: weekdays and leap years come back in 28."""


@dataclass(frozen=True, slots=True)
class _Days:
    """Days with how they were said."""

    span: Span
    grain: Grain
    ours: frozenset[Ours] = frozenset()
    day: str = ""  # as a case file has it, where that is not the span alone
    core: Span | None = None  # of a feast, its day
    doubted: bool = False

    def understood(self, more: frozenset[Ours] = frozenset()) -> Understood:
        return Understood(self.day or _text(self.span), self.span, self.ours | more)


class Meaning:
    """Gives days to the readings of one text."""

    def __init__(self, today: date, anchors: Sequence[Anchor]) -> None:
        self.today = today
        self.anchors = anchors

    def understood(self, node: Node) -> list[Understood]:
        """What the reading may mean, the likeliest first; empty where the calendar has no such day."""
        if not _lacks_year(node):
            return [d.understood() for d in self._days(node, None)]
        by_year = {year: days for year in self._years() if (days := self._days(node, year))}
        chosen = [
            d.understood(frozenset({Ours.YEAR})) for y in self._order(node, by_year) for d in by_year[y]
        ]
        return list(dict.fromkeys(chosen))

    # ---- years that were not said

    def _years(self) -> range:
        return range(self.today.year + 1, max(1, self.today.year - _FARTHEST), -1)

    def _order(self, node: Node, by_year: dict[int, list[_Days]]) -> list[int]:
        """The nearest past, the two before it, those in which the case has events, the next to come."""
        past = [y for y in by_year if self._begins(node, y, by_year)]
        coming = [y for y in by_year if y not in past]
        known = {s.year for a in self.anchors for s in (a.span.earliest, a.span.latest)}
        return list(dict.fromkeys([*past[:3], *(y for y in past if y in known), *coming[-1:]]))

    def _begins(self, node: Node, year: int, by_year: dict[int, list[_Days]]) -> bool:
        inner = self._days(_bare(node), year) or by_year[year]
        return inner[0].span.earliest <= self.today

    # ---- nodes

    def _days(self, node: Node, year: int | None) -> list[_Days]:
        match node:
            case Fixed(span=span, grain=grain, ours=ours):
                return [_Days(span, grain, ours)]
            case At():
                return self._at(node, year)
            case Weekday():
                return self._weekday(node)
            case Ago():
                return [self._ago(node)]
            case Later():
                return self._later(node)
            case About(of=of):
                return self._about(of, year)
            case Night(of=of):
                return [_Days(d.span.shift_ends(-1, 1), d.grain, d.ours) for d in self._days(of, year)]
            case Side(of=of):
                if isinstance(of, Named):
                    return self._by_event(node, of)
                return [s for d in self._days(of, year) for s in self._on_side(node, d)]
            case Both():
                return self._both(node, year)

    def _at(self, at: At, year: int | None) -> list[_Days]:
        if at.which is not None:
            return self._which(at.place, at.which)
        grain = grain_of(at.place)
        if at.year is not None:
            spans = [said_days(at.place, y) for y in years_of(at.place, at.year)]
        else:
            assert year is not None
            spans = [days_of(at.place, year)]
        found = [s for s in spans if s is not None]
        if at.weekday:
            right = [s for s in found if s.earliest.isoweekday() == at.weekday]
            if found and not right and at.year is not None:
                raise SayingError("weekday", day=found[0].earliest)
            found = right
        ours = at.ours | ({Ours.SENSE} if len(found) > 1 else set())
        return [_Days(s, grain, ours, core=_core(at.place, s)) for s in reversed(found)]

    def _which(self, place: Place, which: int) -> list[_Days]:
        """Last spring is the one that passed last, or that of last year."""
        by_year = {y: s for y in self._years() if (s := days_of(place, y)) is not None}
        calendar = [self.today.year + which]
        if place.season == "winter":
            calendar.append(self.today.year + which - 1)
        spans = [by_year[y] for y in calendar if y in by_year]
        later = days_of(place, self.today.year + 2)
        if which < 0:
            passed = [s for s in by_year.values() if s.latest < self.today]
            spans = [passed[-which - 1], *spans] if len(passed) >= -which else spans
        elif which > 0:
            coming = [s for s in (*reversed(by_year.values()), later) if s and s.earliest > self.today]
            spans = [*coming[:1], *spans]
        spans = list(dict.fromkeys(spans))
        ours = frozenset({Ours.SENSE} if len(spans) > 1 else ())
        return [_Days(s, grain_of(place), ours) for s in spans]

    def _weekday(self, said: Weekday) -> list[_Days]:
        monday = shifted(self.today, -self.today.weekday())

        def of_week(which: int) -> date:
            return shifted(monday, 7 * which + said.day - 1)

        if said.week:
            assert said.which is not None
            days = [of_week(said.which)]
            if said.day == 7:  # some begin the week by it
                days.append(of_week(said.which - 1))
        elif said.which is None:
            last = of_week(0) if of_week(0) <= self.today else of_week(-1)
            days = [last, shifted(last, -7), shifted(last, 7)]
        elif said.which < 0:
            last = of_week(0) if of_week(0) < self.today else of_week(-1)
            days = [shifted(last, 7 * (said.which + 1)), of_week(said.which)]
        elif said.which > 0:
            following = of_week(0) if of_week(0) > self.today else of_week(1)
            days = [following, of_week(said.which)]
        else:
            days = [of_week(0)]
        days = list(dict.fromkeys(days))
        ours = frozenset({Ours.SENSE} if len(days) > 1 else ())
        return [_Days(Span.on(d), Grain.DAY, ours) for d in days]

    def _ago(self, ago: Ago) -> _Days:
        span = from_today(ago.length, self.today, ago.sign)
        return _Days(Span(date.min, span.latest) if ago.beyond else span, Grain.OPEN)

    def _later(self, later: Later) -> list[_Days]:
        """After which event was not said: each of the case's may be meant."""
        by = duration(later.length)
        days = [self._from_anchor(a, before=False, by=by) for a in self.anchors[-5:][::-1]]
        if later.future:
            days.append(_Days(from_today(later.length, self.today, 1), Grain.OPEN))
        if not days:
            raise SayingError("no-anchor", word="?")
        ours = frozenset({Ours.SENSE} if len(days) > 1 else ())
        return [replace(d, ours=d.ours | ours) for d in days]

    def _about(self, of: Node, year: int | None) -> list[_Days]:
        match of:
            case Ago(length=length):
                return self._days(replace(of, length=_doubted(length)), year)
            case Later(length=length):
                return self._days(replace(of, length=_doubted(length)), year)
            case Side(length=Length() as length):
                return self._days(replace(of, length=_doubted(length)), year)
            case Side(of=inner) if not isinstance(inner, Named):
                return self._days(replace(of, of=About(inner)), year)
            case About() | Side():  # said twice; or an event's name, which is not doubted
                return self._days(of, year)
            case _:
                return [_widened(d) for d in self._days(of, year)]

    # ---- two ends

    def _both(self, both: Both, year: int | None) -> list[_Days]:
        found = []
        for first, last in self._ends(both, year):
            span = first.span.hull(last.span)
            day = (
                f"{_text(first.span)}/{_text(last.span)}"
                if "/" not in _text(first.span) + _text(last.span)
                else ""
            )
            in_order = first.span.earliest <= last.span.earliest and first.span.latest <= last.span.latest
            found.append(
                _Days(
                    span, _coarser(first.grain, last.grain), first.ours | last.ours, day if in_order else ""
                )
            )
        if not found and (year is None or not _lacks_year(both)):
            raise SayingError("reversed", word="?")
        if len(found) > 1:
            found = [replace(d, ours=d.ours | {Ours.SENSE}) for d in found]
        return found

    def _ends(self, both: Both, year: int | None) -> Iterator[tuple[_Days, _Days]]:
        """The pairs of ends that are in order, the year of one given to the other."""
        said_first, said_last = _said_year(both.first), _said_year(both.last)
        firsts, lasts = [year], [year]
        if _lacks_year(both.first):
            known = said_last if said_last is not None else year
            firsts = [None] if known is None else [known, known - 1]
        if _lacks_year(both.last):
            known = said_first if said_first is not None else year
            lasts = [None] if known is None else ([known] if firsts != [year] else [known, known + 1])
        pairs = [
            (first, last)
            for of_last in lasts
            for of_first in firsts
            for first in self._near(both.first, of_first)
            for last in self._near(both.last, of_last)
        ]
        ordered = [p for p in pairs if p[0].span.earliest <= p[1].span.latest]
        if both.either:
            if ordered and ordered[0] == pairs[0]:
                yield ordered[0]
                return
            yield from ((last, first) for first, last in pairs[:1])
        yield from ordered[:1]

    def _near(self, node: Node, year: int | None) -> list[_Days]:
        if _lacks_year(node) and year is None:
            year = self.today.year
        return self._days(node, year)

    # ---- sides

    def _on_side(self, side: Side, days: _Days) -> list[_Days]:
        """Before or after days of the calendar."""
        span, ours = days.span, days.ours
        span = span if days.core is None else days.core
        plain = days.grain not in (Grain.PART, Grain.OPEN) and Ours.SENSE not in ours and not days.doubted
        start = Span.on(span.earliest) if plain else span  # where it begins: "before October"
        end = Span.on(span.latest) if plain else span
        if side.length is not None:
            before = side.side == "before"
            by = duration(side.length)
            relative = Relative("", before, parse_duration(by) if by else None)
            return [_Days(relative.resolve(span), Grain.OPEN, ours)]
        match side.side:
            case "before":
                return [_Days(Span(date.min, start.latest), Grain.OPEN, ours)]
            case "after":
                return [_Days(Span(end.earliest, date.max), Grain.OPEN, ours)]
            case "since":
                return [_Days(Span(span.earliest, date.max), Grain.OPEN, ours)]
            case "not-after":
                return [_Days(Span(date.min, span.latest), Grain.OPEN, ours)]
            case "shortly-before":
                return [_Days(_resolved(start, _SHORTLY, before=True), Grain.OPEN, ours)]
            case "shortly-after":
                return [_Days(_resolved(end, _SHORTLY, before=False), Grain.OPEN, ours)]
            case "at-once-after":
                return [_Days(_resolved(end, _AT_ONCE, before=False), Grain.OPEN, ours)]
            case _:  # "from October": it began then, or it was some day since
                sense = ours | {Ours.SENSE}
                return [replace(days, ours=sense), _Days(Span(span.earliest, date.max), Grain.OPEN, sense)]

    def _by_event(self, side: Side, named: Named) -> list[_Days]:
        events, ours = events_named(named, self.anchors)
        before = side.side in ("before", "shortly-before", "not-after")
        if side.length is not None:
            by = duration(side.length)
        else:
            by = {"shortly-before": _SHORTLY, "shortly-after": _SHORTLY, "at-once-after": _AT_ONCE}.get(
                side.side, ""
            )
        found = [self._from_anchor(a, before=before, by=by) for a in events]
        return [replace(d, ours=d.ours | ours) for d in found]

    def _from_anchor(self, anchor: Anchor, *, before: bool, by: str) -> _Days:
        relative = Relative(anchor.id, before, parse_duration(by) if by else None)
        line = relative_text("before" if before else "after", anchor.id, by)
        return _Days(relative.resolve(anchor.span), Grain.OPEN, frozenset(), line)


def _core(place: Place, span: Span) -> Span | None:
    """The day itself of a feast, from which "before" and "after" it are said."""
    return Span.on(shifted(span.earliest, place.around[0])) if any(place.around) else None


def _widened(days: _Days) -> _Days:
    """Said with doubt: so much more on each side as one is wrong by in what one remembers so exactly."""
    span = days.span
    if days.grain in _ABOUT_DAYS:
        wide = span.shift_ends(-_ABOUT_DAYS[days.grain], _ABOUT_DAYS[days.grain])
    elif days.grain in _ABOUT_MONTHS:
        months = _ABOUT_MONTHS[days.grain]
        wide = Span(
            date.min if span.open_start else add_months(span.earliest, -months),
            date.max if span.open_end else add_months(shifted(span.latest, 1), months, end=True),
        )
    else:
        return days
    return _Days(wide, days.grain, days.ours, doubted=True)


def _doubted(length: Length) -> Length:
    """About exactly is about; what was said with doubt twice is no wider."""
    return replace(length, about=True, exact=False)


def _lacks_year(node: Node | Named) -> bool:
    match node:
        case At(year=None, which=None):
            return True
        case Side(of=of) | About(of=of) | Night(of=of):
            return _lacks_year(of)
        case Both(first=first, last=last):
            if _said_year(first) is not None or _said_year(last) is not None:
                return False
            return _lacks_year(first) or _lacks_year(last)
        case _:
            return False


def _said_year(node: Node | Named) -> int | None:
    """The year that stands in it and goes for its neighbour too."""
    match node:
        case At(year=int() as year):
            return year
        case About(of=of) | Night(of=of):
            return _said_year(of)
        case _:
            return None


def _bare(node: Node) -> Node:
    """What of it lies in the year: without sides and doubts."""
    match node:
        case Side(of=of) if not isinstance(of, Named):
            return _bare(of)
        case About(of=of) | Night(of=of):
            return _bare(of)
        case _:
            return node


def _resolved(anchor: Span, by: str, *, before: bool) -> Span:
    return Relative("", before, parse_duration(by)).resolve(anchor)


def _coarser(one: Grain, other: Grain) -> Grain:
    order = list(Grain)
    return max(one, other, key=order.index)


def _text(span: Span) -> str:
    """The span as a case file writes it: a whole month or year by its name."""
    first, last = span.earliest, span.latest
    if first.day == 1 and not span.open_start and not span.open_end:
        if (first.year, first.month, 12) == (last.year, 1, last.month) and last.day == 31:
            return f"{first.year:04}"
        if (first.month, last.month, last.day) == (1, 12, 31):
            return f"{first.year:04}/{last.year:04}"
        if (first.year, first.month) == (last.year, last.month) and shifted(last, 1).day == 1:
            return f"{first.year:04}-{first.month:02}"
        if shifted(last, 1).day == 1:
            return f"{first.year:04}-{first.month:02}/{last.year:04}-{last.month:02}"
    return str(span)
