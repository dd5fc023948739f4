"""A case as it could be seen on one day: what had happened, possibly happened, or not yet.

An event after the day is not there at all; one whose uncertainty reaches past the day is cut at the day and
only possibly there. What was inferred or is merely claimed by a side is possibly there too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from raport.casefile import Account, Basis, Case, Claim, Event, Filing, Modality
from raport.dates import Span
from raport.law import Pack, Role

NO, UNKNOWN, POSSIBLY, YES = 0, 1, 2, 3
"""Truth as small numbers: `and` is min, `or` is max. `POSSIBLY`: something speaks for it, but its day or the
law leaves doubt. `UNKNOWN`: the record is silent on a word or a fact that decides it: nothing speaks for it.
"""


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """An event as seen on the day: `sure` is `YES` or `POSSIBLY`; `on` never reaches past the day.

    Each is itself and no other: compared by identity.
    """

    event: Event
    on: Span
    sure: int


type ByKind = Mapping[str, list[Seen]]


@dataclass(slots=True)
class FilingView:
    """One filing with the events that concern it, by kind, in the order of the file."""

    filing: Filing
    events: list[Seen]
    by_kind: dict[str, list[Seen]]
    filed: Span
    begun: Seen | None
    words: Mapping[str, tuple[str, ...]] = field(init=False)
    """What conditions ask about the filing itself; what is not known is left out."""

    def __post_init__(self) -> None:
        filing = self.filing
        self.words = {
            "kind": (filing.kind,),
            "asks": (filing.asks,) if filing.asks else (),
            "ground": (filing.ground,) if filing.ground else (),
            "to": filing.to,
            "author": (filing.author,) if filing.author else (),
            "channel": (filing.channel,) if filing.channel else (),
            "about": filing.about,
            "what": (filing.what,) if filing.what else (),
            "count": (filing.count,) if filing.count else (),
        }


@dataclass(slots=True)
class CaseView:
    """The whole case on one day."""

    case: Case
    pack: Pack
    today: date
    events: list[Seen]
    by_kind: dict[str, list[Seen]]
    filings: dict[str, FilingView]
    facts: Mapping[str, tuple[Claim, ...]]
    with_account: bool
    now: Span = field(init=False)
    """`today`, as a span."""

    def __post_init__(self) -> None:
        self.now = Span.on(self.today)


def look(case: Case, account: Account | None, pack: Pack, today: date) -> CaseView:
    """The case as seen on `today`; with `account`, ring 2 is seen too."""
    events: list[Seen] = []
    by_kind: dict[str, list[Seen]] = {}
    views = {f.id: FilingView(f, [], {}, Span.unknown(), None) for f in case.filings}
    for event in _all_events(case, account):
        seen = _see(event, today)
        if seen is None:
            continue
        events.append(seen)
        by_kind.setdefault(event.kind, []).append(seen)
        view = views.get(event.filing)
        if view is not None:
            view.events.append(seen)
            view.by_kind.setdefault(event.kind, []).append(seen)
    for view in views.values():
        view.begun = _first_stage(view, pack)
        view.filed = _refused_at_the_door(view, pack) if view.begun is None else _filed(view, pack)
    facts = case.facts if account is None else {**case.facts, **account.facts}
    return CaseView(case, pack, today, events, by_kind, views, facts, account is not None)


def _all_events(case: Case, account: Account | None) -> Iterable[Event]:
    yield from case.events
    if account is not None:
        yield from account.events


def _see(event: Event, today: date) -> Seen | None:
    on = event.on
    if on.earliest > today:
        return None
    sure = YES
    if on.latest > today:
        on = Span(on.earliest, today)
        sure = POSSIBLY
    if event.basis is Basis.INFERRED or event.modality is Modality.CLAIMED:
        sure = POSSIBLY
    if event.until is not None and event.until.earliest > today:
        # An end that lies after the day has not been seen: the state still lasts.
        event = replace(event, until=None)
    return Seen(event, on, sure)


def _refused_at_the_door(view: FilingView, pack: Pack) -> Span:
    """The days on which somebody tried to hand in what nobody took: it began nothing, but by the law of its
    day it is judged. Any day where there was no such attempt.
    """
    tried = [
        s
        for s in view.events
        if pack.kinds[s.event.kind].role is Role.BEGINS and s.event.modality is Modality.ATTEMPTED
    ]
    return _first_of(tried) if tried else Span.unknown()


_STARTING = (Role.BEGINS, Role.ARRIVES, Role.IS_RECORDED)


def _first_stage(view: FilingView, pack: Pack) -> Seen | None:
    """The event with which this filing began: handed in, else its arrival, else its registration."""
    done = next(_beginnings(view, pack), None)
    return None if done is None else min(done, key=lambda s: (s.on.earliest, s.on.latest))


def _beginnings(view: FilingView, pack: Pack) -> Iterator[list[Seen]]:
    """What began this filing, role by role, where there was any."""
    for role in _STARTING:
        done = [
            s
            for s in view.events
            if pack.kinds[s.event.kind].role is role and s.event.modality in (Modality.DONE, Modality.CLAIMED)
        ]
        if done:
            yield done


def _filed(view: FilingView, pack: Pack) -> Span:
    """The days on which it may have begun: of the first that is certain, and of what may have come before."""
    spans = []
    for done in _beginnings(view, pack):
        spans.append(_first_of(done))
        if any(s.sure == YES for s in done):
            break
    return Span.hull_of(spans)


def _first_of(many: list[Seen]) -> Span:
    """The days on which the first of them may have been."""
    sure = [s.on.latest for s in many if s.sure == YES]
    latest = min(sure, default=max(s.on.latest for s in many))
    return Span(min(s.on.earliest for s in many), latest)
