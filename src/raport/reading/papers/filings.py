"""To which filing of a case a letter belongs: by the number and the day it names, and by whom it went to."""

import re
from dataclasses import dataclass
from datetime import date

from raport.casefile import CaseFile, Event, Filing
from raport.law import Pack, Role
from raport.reading.papers.model import Ground

_AUTHORITY = "authority"
_ARRIVING = frozenset({Role.BEGINS, Role.ARRIVES, Role.IS_RECORDED})


@dataclass(frozen=True, slots=True)
class Named:
    """What the letter says: numbers and days of what it answers, its own day, who wrote."""

    numbers: frozenset[str]
    days: frozenset[date]
    on: date | None
    sender: str


def filings(file: CaseFile, pack: Pack, named: Named) -> list[tuple[Filing, tuple[Ground, ...]]]:
    """The filings that fit best, with what they were told by; several where nothing tells them apart.

    One that was made after the letter is none of them. A number or a day outweighs whom it went to.
    """
    found = []
    for filing in file.case.filings:
        events = [e for e in file.case.events if e.filing == filing.id]
        if named.on is not None and _begins_after(events, pack, named.on):
            continue
        grounds = tuple(_grounds(file, filing, events, pack, named))
        if grounds:
            found.append((filing, grounds))
    strong = [(f, g) for f, g in found if set(g) - {Ground.ADDRESSEE}]
    most = max((len(g) for _, g in strong or found), default=0)
    return [(f, g) for f, g in strong or found if len(g) == most]


def _grounds(file: CaseFile, filing: Filing, events: list[Event], pack: Pack, named: Named) -> list[Ground]:
    grounds = []
    if named.numbers & _numbers(file, events):
        grounds.append(Ground.NUMBER)
    arriving = [e for e in events if pack.kinds[e.kind].role in _ARRIVING]
    if any(e.on.is_day and e.on.earliest in named.days for e in arriving):
        grounds.append(Ground.DAY)
    if named.sender and named.sender in _written_to(filing, events, pack):
        grounds.append(Ground.ADDRESSEE)
    return grounds


def _numbers(file: CaseFile, events: list[Event]) -> frozenset[str]:
    """Numbers in the notes of a filing's events, as letters write them."""
    notes = (text for e in events for text in file.account.notes.get(e.id, {}).values())
    return frozenset(
        n.rstrip("./-") for text in notes for n in re.findall(r"[\w/.-]*\d[\w/.-]*", text.upper())
    )


def _written_to(filing: Filing, events: list[Event], pack: Pack) -> set[str]:
    """To whom it went, and to whom it was passed on."""
    passed = {
        value
        for e in events
        if pack.kinds[e.kind].role is Role.PASSES_ON
        for name, value in e.fields.items()
        if pack.kinds[e.kind].fields.get(name) == _AUTHORITY
    }
    return {*filing.to, *passed}


def _begins_after(events: list[Event], pack: Pack, on: date) -> bool:
    """Whether the filing was surely not yet made on that day."""
    begun = [e.on.earliest for e in events if pack.kinds[e.kind].role is Role.BEGINS]
    return bool(begun) and min(begun) > on
