"""What advice rests on: a provision as it stood on a day, and what of it is another today.

Told apart: its value (what it provides, how a term is counted), its standing (whether it is in force, is
contested, which grounds and periods hold by it, which other provisions changed what it means) and how well it
is known. The states are of JSON's types, so that what was advised can be kept and compared for ever.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum

from raport.law.model import Pack, Period, Provision, Reading, Version

type State = Mapping[str, object]
"""One provision as it stands on a day; empty: it is not in force, or the pack does not have it."""


class Changed(Enum):
    """What of a provision is not as it was."""

    ENDED = "ended"
    VALUE = "value"
    STANDING = "standing"
    CONFIDENCE = "confidence"


_VALUE, _CONFIDENCE = ("says", "term", "readings"), "confidence"


def states(pack: Pack, provisions: Iterable[str], day: date) -> dict[str, State]:
    """Each of the provisions as it stands on `day`."""
    return {name: _state(pack, name, day) for name in provisions}


def changed(before: State, now: State) -> tuple[Changed, ...]:
    """What is another, the gravest first; nothing where all is as it was."""
    if before == now:
        return ()
    if not now:
        return (Changed.ENDED,)
    found = []
    if any(before.get(key) != now.get(key) for key in _VALUE):
        found.append(Changed.VALUE)
    rest = {*before, *now} - {*_VALUE, _CONFIDENCE}
    if any(before.get(key) != now.get(key) for key in rest):
        found.append(Changed.STANDING)
    if before.get(_CONFIDENCE) != now.get(_CONFIDENCE):
        found.append(Changed.CONFIDENCE)
    return tuple(found)


def changes(before: Mapping[str, State], pack: Pack, day: date) -> dict[str, tuple[Changed, ...]]:
    """Of what something rests on, the provisions that are not as they were, and how."""
    now = states(pack, before, day)
    found = {name: changed(state, now[name]) for name, state in before.items()}
    return {name: how for name, how in found.items() if how}


def beside(pack: Pack, name: str) -> tuple[str, ...]:
    """Provisions that decide with this one, or in its place in another era of a ground."""
    grounds = [g for g in pack.grounds.values() if any(e.provision == name for e in g.eras)]
    found = [*(p.id for p in _touching(pack, name)), *(e.provision for g in grounds for e in g.eras)]
    return tuple(dict.fromkeys(n for n in found if n != name))


def _state(pack: Pack, name: str, day: date) -> State:
    provision = pack.provisions.get(name)
    version = provision.on(day) if provision is not None else None
    if version is None:
        return {}
    term = version.term
    return {
        "says": dict(version.says),
        "term": [term.count, term.unit.value] if term is not None else [],
        "readings": [_reading(r) for r in version.readings] if term is not None else [],
        "confidence": version.confidence.value,
        "contested": version.contested,
        "grounds": _grounds(pack, name, day),
        "periods": {p.id: _held(p, day) for p in pack.periods.values() if p.provision == name},
        "touched": {other.id: _told(other.on(day)) for other in _touching(pack, name)},
    }


def _reading(reading: Reading) -> list[object]:
    counting = reading.counting
    calendar = counting.calendar.id if counting.calendar is not None else ""
    ways = (counting.first_day, counting.roll, counting.month_end, counting.decreed)
    return [reading.id, reading.unlimited, calendar, *(way.value for way in ways)]


def _grounds(pack: Pack, name: str, day: date) -> dict[str, list[str]]:
    """The grounds that rest on it in some era, each with how it is open by it on this day."""
    return {
        ground.id: [e.open for e in ground.eras if e.provision == name and e.lasts.contains(day)]
        for ground in pack.grounds.values()
        if any(e.provision == name for e in ground.eras)
    }


def _held(period: Period, day: date) -> str:
    if period.surely is not None and period.surely.contains(day):
        return "yes"
    return "possibly" if period.lasts.contains(day) else "no"


def _told(version: Version | None) -> object:
    return None if version is None else dict(version.says)


def _touching(pack: Pack, name: str) -> list[Provision]:
    return [p for p in pack.provisions.values() if name in p.touches]
