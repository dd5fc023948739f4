"""Records drawn from a seed, the same for every program that is measured: invented lives of invented papers.

A filing has eight raw events: it is handed in, then seven things follow, each of a kind drawn anew, so that
some papers are registered twice and some never. In tables every event is of one day; in single cases every
third day is uncertain, as testimony is.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from raport.assess.columns import EventTable, Form
from raport.casefile import Account, Basis, Case, Claim, Event, Filing, Proof
from raport.dates import Span

TODAY = date(2019, 11, 16)
FIRST, LAST = date(2016, 1, 1), date(2019, 9, 1)  # days of handing in; what follows may reach past TODAY
EVENTS = 8


class Drawn(NamedTuple):
    """What may follow on a filing: its kind and words, and its share among all that follows."""

    kind: str
    fields: dict[str, str]
    share: int


FOLLOWS = (
    Drawn("delivered", {}, 8),
    Drawn("taken", {}, 8),
    Drawn("not-taken", {"by": "unit-officer"}, 2),
    Drawn("registered", {"by": "unit-commander"}, 16),
    Drawn("forwarded", {"to": "formation-command", "by": "unit-commander", "notice": "yes"}, 4),
    Drawn("forwarded", {"to": "unit-commander", "by": "ministry", "notice": "no"}, 4),
    Drawn("notified", {}, 4),
    Drawn("extended", {"notice": "yes"}, 4),
    Drawn("extended", {"notice": "no"}, 2),
    Drawn("answered", {"outcome": "refused", "form": "written", "by": "unit-commander"}, 6),
    Drawn("answered", {"outcome": "granted", "form": "written", "by": "formation-command"}, 2),
    Drawn("answered", {"outcome": "refused", "form": "oral", "by": "unit-commander"}, 6),
    Drawn("loss-threatened", {"by": "company-commander"}, 4),
    Drawn("interviewed", {}, 4),
    Drawn("commission-called", {}, 4),
)
SHAPES = (
    Event("", "filed", Span.unknown(), fields={"to": "unit-commander"}, proof=Proof.DOCUMENTED),
    *(Event("", d.kind, Span.unknown(), fields=d.fields, proof=Proof.DOCUMENTED) for d in FOLLOWS),
)
FACTS = {"service": (Claim("officer"),), "rank": (Claim("captain"),)}
FORMS = tuple(
    Form(Filing("", kind, "discharge", ground, (to,), "applicant", channel), FACTS)
    for kind in ("raport", "appeal", "complaint")
    for ground in ("own-wish", "breach-by-state")
    for to in ("unit-commander", "ministry")
    for channel in ("by-hand", "registered-post")
)


def draw_table(filings: int, seed: int = 2) -> EventTable:
    """So many filings of eight events, as columns."""
    rng = np.random.default_rng(seed)
    first = rng.integers(FIRST.toordinal(), LAST.toordinal(), filings, dtype=np.int32)
    days = np.empty((filings, EVENTS), dtype=np.int32)
    days[:, 0] = first
    # Steps of 0 to 20 days: about half of all ends fall on a day before, half after, what was to be done.
    days[:, 1:] = first[:, None] + np.cumsum(rng.integers(0, 21, (filings, EVENTS - 1)), axis=1)
    share = np.array([d.share for d in FOLLOWS]) / sum(d.share for d in FOLLOWS)
    shape = np.zeros((filings, EVENTS), dtype=np.uint8)
    shape[:, 1:] = rng.choice(np.arange(1, len(SHAPES), dtype=np.uint8), (filings, EVENTS - 1), p=share)
    earliest = days.ravel()
    return EventTable(
        forms=FORMS,
        shapes=SHAPES,
        form=rng.integers(0, len(FORMS), filings, dtype=np.uint8),
        filing=np.repeat(np.arange(filings, dtype=np.int32), EVENTS),
        shape=shape.ravel(),
        earliest=earliest,
        latest=earliest,
    )


def draw_cases(count: int, seed: int = 3) -> Iterator[tuple[Case, Account]]:
    """Cases of one filing and its eight events, no two alike."""
    yield from _cases(count, seed, filings=1)


def draw_cases_of_ten(count: int, seed: int = 4) -> Iterator[tuple[Case, Account]]:
    """Cases of ten events, no two alike: a raport and an appeal with four each; a threat, and what he did."""
    yield from _cases(count, seed, filings=2)


def _cases(count: int, seed: int, filings: int) -> Iterator[tuple[Case, Account]]:
    table = draw_table(count, seed)
    rng = np.random.default_rng(seed + 1000)
    for n in range(count):
        rows = range(n * EVENTS, (n + 1) * EVENTS)
        papers = [_filing(rng.integers(0, len(FORMS)), f"f{k}") for k in range(filings)]
        # A paper's life begins with its being handed in; the second's where the first has had four events.
        half = EVENTS // filings
        events = [_event(table, row, k, half, rng) for k, row in enumerate(rows)]
        if filings == 1:
            yield Case(f"c{n}", "ru", tuple(papers), tuple(events), FACTS), Account(f"c{n}")
            continue
        last = events[-1].on.latest
        threat = Event(
            "e8", "threat", Span.on(last), follows="f0", fields={"of": "family", "by": "company-commander"}
        )
        seen = Event("e9", "situation", Span.on(last + timedelta(days=3)), fields={"phone": "own-inspected"})
        yield (
            Case(f"c{n}", "ru", tuple(papers), (*events, threat), FACTS),
            Account(f"c{n}", (seen,)),
        )


def _filing(form: int, name: str) -> Filing:
    words = FORMS[form].filing
    return Filing(name, words.kind, words.asks, words.ground, words.to, words.author, words.channel)


def _event(table: EventTable, row: int, n: int, half: int, rng: np.random.Generator) -> Event:
    shape = SHAPES[0 if n % half == 0 else table.shape[row]]
    filing = f"f{n // half}"
    day = date.fromordinal(int(table.earliest[row]))
    on = Span(day, day + timedelta(days=int(rng.integers(1, 30)))) if rng.random() < 1 / 3 else Span.on(day)
    basis = Basis.INFERRED if rng.random() < 1 / 10 else Basis.SEEN
    return Event(f"e{n}", shape.kind, on, filing, fields=shape.fields, basis=basis, proof=Proof.OWN_WORD)
