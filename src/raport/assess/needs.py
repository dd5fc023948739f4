"""What must be there before a condition can hold: most rules of a pack speak of what a case has nothing of.

They are passed over without being asked. That changes no answer: where what a condition needs is not there
its answer is no, and a no carries neither events nor hinges.
"""

from collections.abc import Iterable

from raport.assess.holding import compile_condition
from raport.assess.place import BREACH, CLOCK, FAILS, Asking, Holding, Place
from raport.assess.selecting import Authorities
from raport.assess.view import CaseView, FilingView
from raport.law import (
    All,
    AnyOf,
    Breached,
    ClockIs,
    Closing,
    Condition,
    During,
    FilingIs,
    Has,
    Later,
    Not,
    Pack,
    Selector,
)

type Needs = tuple[frozenset[str], ...]
"""Of each of these sets something must be there; none: the condition may hold whatever there is."""

_ANYWHERE = "anywhere:"
_NOT_KNOWN = "?"  # a word of a filing that may be any


def asked_where_possible(condition: Condition, pack: Pack) -> Asking:
    """The condition as a function that does not ask where what it needs is known not to be there."""
    asking, needs = compile_condition(condition, pack), needs_of(condition, Authorities(pack))
    if not needs:
        return asking

    def ask(place: Place) -> Holding:
        present = place.present
        if present is not None:
            for names in needs:
                if names.isdisjoint(present):
                    return FAILS
        return asking(place)

    return ask


def needs_of(condition: Condition, found: Authorities) -> Needs:
    """What the condition cannot hold without, as far as its form tells."""
    match condition:
        case All(parts):
            return tuple(dict.fromkeys(names for part in parts for names in needs_of(part, found)))
        case AnyOf(parts):
            each = [needs_of(part, found) for part in parts]
            return (frozenset[str]().union(*(needs[0] for needs in each)),) if all(each) else ()
        case Has(event, anywhere):
            return _of_event(event, anywhere=anywhere)
        case Later(event, than, anywhere):
            return _of_event(event, anywhere=anywhere) + _of_event(than, anywhere=anywhere)
        case During(event=event) if event is not None:
            return _of_event(event, anywhere=False)
        case ClockIs(clocks):
            return (frozenset(CLOCK + name for name in clocks),)
        case Breached(breaches):
            return (frozenset(BREACH + name for name in breaches),)
        case FilingIs(fields):
            return tuple(_words(name, (*found.plain(words), _NOT_KNOWN)) for name, words in fields.items())
        case _:
            return ()


def asks_clocks(condition: Condition | None) -> bool:
    """Whether the answer depends on the clocks of a filing, or on the breaches that they come to."""
    match condition:
        case All(parts) | AnyOf(parts):
            return any(map(asks_clocks, parts))
        case Not(part):
            return asks_clocks(part)
        case ClockIs() | Breached() | Closing():
            return True
        case _:
            return False


def _of_event(event: Selector, *, anywhere: bool) -> Needs:
    if not event.kinds:
        return ()
    return (frozenset(_ANYWHERE + kind for kind in event.kinds) if anywhere else event.kinds,)


def _words(name: str, words: Iterable[str]) -> frozenset[str]:
    return frozenset(f"filing:{name}={word}" for word in words)


# --- what is there ----------------------------------------------------------------------------------------


def record_there(view: CaseView, filing: FilingView | None) -> set[str]:
    """The words and events of one filing (or of all), and the events of its case, by the names that
    conditions need.
    """
    here = view.by_kind if filing is None else filing.by_kind
    there = {_ANYWHERE + kind for kind in view.by_kind}.union(here)
    for one in view.filings.values() if filing is None else (filing,):
        for name, words in one.words.items():
            there.update(_words(name, words or (_NOT_KNOWN,)))
    return there
