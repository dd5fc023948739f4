"""The chronology as a picture: events as marks as wide as their uncertainty, clocks as bars with a strict
and a
lenient end, the day of the assessment as a line. Values for a template to draw; lengths are in SVG units.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from raport.assess import Assessment, Certainty, Clock
from raport.casefile import Event
from raport.dates import Span
from raport.prose.saying import Saying

WIDTH, ROW, LEFT, TOP = 960, 26, 300, 30
"""The picture's width, a row's height, the room for labels, the room for the scale."""

_LEAST = 5  # a mark of one day is still seen
_MARGIN = timedelta(days=20)
_MOST_YEARS_BACK = 12
_YEARS_OF_MONTHS = 2  # a shorter picture marks months, a longer one years


@dataclass(frozen=True, slots=True)
class Mark:
    """One row: where it begins, how wide it is. `firm`: the part of a clock up to its strict end."""

    label: str
    says: str
    y: int
    x: int
    width: int
    firm: int
    kind: str  # event, lasting, clock
    open_start: bool
    open_end: bool

    @property
    def middle(self) -> int:
        """The height of its middle."""
        return self.y + ROW // 2


@dataclass(frozen=True, slots=True)
class Tick:
    """One mark of the scale."""

    x: int
    label: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn, and the size."""

    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    today: int
    today_label: str
    height: int
    width: int = WIDTH
    left: int = LEFT
    top: int = TOP


def picture(a: Assessment, say: Saying) -> Picture:
    """The chronology of a case up to the day of its assessment, and the terms that run on from there."""
    events = say.chronicle_events(a)
    clocks = [
        (f.id, c)
        for f in a.filings
        for c in f.clocks
        if c.dues and c.certainty is not Certainty.UNKNOWN and say.may(c.audience)
    ]
    scale = _Scale.over(
        [e.on for e in events]
        + [e.until for e in events if e.until is not None]
        + [s for _, c in clocks for s in _ends(c)]
        + [Span.on(a.on)]
    )
    marks = [_event_mark(event, a.on, say, scale, row) for row, event in enumerate(events)]
    for filing, clock in clocks:
        label = f"{filing}: {say.clock_name(clock)}"
        marks.append(_clock_mark(label, say.state(clock), clock, scale, len(marks)))
    return Picture(
        marks=tuple(marks),
        ticks=tuple(scale.ticks()),
        today=scale.x(a.on),
        today_label=say.words.day(a.on),
        height=TOP + ROW * len(marks) + ROW,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    @staticmethod
    def over(spans: Iterable[Span]) -> "_Scale":
        ends = [day for s in spans for day in (s.earliest, s.latest) if day not in (date.min, date.max)]
        first, last = min(ends), max(ends)
        first = max(first, date(max(1, last.year - _MOST_YEARS_BACK), 1, 1))
        return _Scale(first - _MARGIN, last + _MARGIN)

    def x(self, day: date) -> int:
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first).days / max(1, (self.last - self.first).days)
        return LEFT + round(share * (WIDTH - LEFT))

    def ticks(self) -> Iterable[Tick]:
        months = self.last.year - self.first.year < _YEARS_OF_MONTHS
        day = date(self.first.year, self.first.month, 1)
        while day <= self.last:
            if day >= self.first and (months or day.month == 1):
                label = f"{day:%m.%Y}" if months else f"{day.year}"
                yield Tick(self.x(day), label)
            day = date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _event_mark(event: Event, today: date, say: Saying, scale: _Scale, row: int) -> Mark:
    on, lasts = event.on, event.until is not None or say.pack.kinds[event.kind].lasts
    if lasts:
        last = today if event.until is None else min(event.until.latest, today)
        on = Span(on.earliest, max(on.latest, last))
    x = scale.x(on.earliest)
    return Mark(
        label=f"{event.id} {say.label(event)}",
        says=say.words.span(event.on),
        y=TOP + ROW * row,
        x=x,
        width=max(_LEAST, scale.x(on.latest) - x),
        firm=0,
        kind="lasting" if lasts else "event",
        open_start=on.open_start,
        open_end=on.open_end,
    )


def _ends(clock: Clock) -> list[Span]:
    return [clock.start, *(d.due for d in clock.dues if d.due is not None)]


def _clock_mark(label: str, says: str, clock: Clock, scale: _Scale, row: int) -> Mark:
    dues = [d.due for d in clock.dues if d.due is not None]
    x = scale.x(clock.start.earliest)
    strict = min((d.earliest for d in dues), default=clock.start.latest)
    lenient = max((d.latest for d in dues), default=clock.start.latest)
    unlimited = any(d.open_end for d in dues)
    width = max(_LEAST, scale.x(lenient) - x)
    firm = max(_LEAST, scale.x(strict) - x)
    return Mark(label, says, TOP + ROW * row, x, width, firm, "clock", clock.start.open_start, unlimited)
