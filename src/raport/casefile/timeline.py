"""Days told by other days ("six months before graduation"): put in order, resolved, circles found."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from raport.dates import Relative, Span

type Written = Span | Relative
"""A day as it was told: by itself, or by another event's."""

type Anchor = Callable[[str], str]
"""The event whose day is meant by a name; the name itself where no event has it."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """`days`: every day that could be resolved. `circles`: chains of events that lean on one another."""

    days: Mapping[str, Span]
    circles: tuple[tuple[str, ...], ...]


def resolve(written: Mapping[str, Written], anchor: Anchor, clip: Callable[[Span], Span]) -> Timeline:
    """The days of all events; `clip` is laid on each, so that what leans on it knows what it knows.

    An event whose anchor has no day (unknown, in a circle) is left out.
    """
    days: dict[str, Span] = {}
    circles: dict[frozenset[str], tuple[str, ...]] = {}
    done: set[str] = set()
    for id_ in written:
        chain = list(_chain(id_, written, anchor, done))
        last = chain[-1]
        if chain.index(last) < len(chain) - 1:
            circle = chain[chain.index(last) :]
            circles.setdefault(frozenset(circle), tuple(circle))
        done.update(chain)
        for each in reversed(chain):
            _settle(each, written, anchor, clip, days)
    return Timeline(days, tuple(circles.values()))


def _chain(start: str, written: Mapping[str, Written], anchor: Anchor, done: set[str]) -> Iterator[str]:
    """From an event to what it leans on, and on, until something is settled, unknown or met again."""
    seen: set[str] = set()
    here = start
    while True:
        yield here
        day = written.get(here)
        if here in seen or here in done or not isinstance(day, Relative):
            return
        seen.add(here)
        here = anchor(day.anchor)


def _settle(
    id_: str,
    written: Mapping[str, Written],
    anchor: Anchor,
    clip: Callable[[Span], Span],
    days: dict[str, Span],
) -> None:
    if id_ in days or id_ not in written:
        return
    day = written[id_]
    if isinstance(day, Span):
        days[id_] = clip(day)
        return
    base = days.get(anchor(day.anchor))
    if base is not None:
        days[id_] = clip(day.resolve(base))
