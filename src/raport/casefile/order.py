"""Dates that contradict one another: found and told, never repaired."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from raport.casefile.model import Contradiction, Event, Filing, Modality, Order
from raport.law import Kind, Role

_HAPPENED = (Modality.DONE, Modality.CLAIMED)
_BEGINNINGS = (Role.BEGINS, Role.CHALLENGES)
_STARTS = (_BEGINNINGS, (Role.ARRIVES,), (Role.IS_RECORDED,))


def contradictions(
    events: Sequence[Event], filings: Iterable[Filing], kinds: Mapping[str, Kind]
) -> tuple[Contradiction, ...]:
    """Every pair of events whose days stand in an order that cannot be, however their uncertainty is read."""
    happened = [e for e in events if e.modality in _HAPPENED]
    found = [*_ends(happened), *_reactions(happened)]
    for filing in filings:
        found += _stages([e for e in happened if e.filing == filing.id], kinds)
    return tuple(found)


def surely_before(event: Event, other: Event) -> bool:
    """Whether the first came before the other on every day that both spans allow."""
    return event.on.latest < other.on.earliest


def _ends(events: Iterable[Event]) -> Iterator[Contradiction]:
    for event in events:
        if event.until is not None and event.until.latest < event.on.earliest:
            yield Contradiction(event.id, event.id, Order.END_BEFORE_START)


def _reactions(events: Sequence[Event]) -> Iterator[Contradiction]:
    for event in events:
        if not event.follows:
            continue
        causes = [e for e in events if event.follows in (e.id, e.filing) and e is not event]
        if causes and all(surely_before(event, cause) for cause in causes):
            yield Contradiction(causes[0].id, event.id, Order.REACTION_BEFORE_CAUSE)


def _stages(events: Sequence[Event], kinds: Mapping[str, Kind]) -> Iterator[Contradiction]:
    """What comes of a filing before any of the events that must have come first.

    A paper may be handed in, arrive and be registered more than once: the earliest of each counts. Only what
    begins is before everything; arrival and registration are before the answer alone (a paper that was passed
    on arrives and is registered again).
    """
    for roles in _STARTS:
        starts = [e for e in events if kinds[e.kind].role in roles and kinds[e.kind].stage]
        if not starts:
            continue
        first = min(starts, key=lambda e: (e.on.latest, e.on.earliest))
        stage = kinds[first.kind].stage
        for event in events:
            kind = kinds[event.kind]
            later = kind.stage > stage and (roles is _BEGINNINGS or kind.role is Role.ANSWERS)
            if later and all(surely_before(event, start) for start in starts):
                yield Contradiction(first.id, event.id, Order.STAGES)
