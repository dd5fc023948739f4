"""Many filings as columns: what is said often is said once, the days stand apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from raport.assess.columns.days import Days, Mask
from raport.casefile import Case, Claim, Event, Filing
from raport.dates import Span

type Codes = NDArray[np.uint8] | NDArray[np.uint16] | NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Form:
    """What filings may have in common: their words, and the facts of the person. The id says nothing."""

    filing: Filing
    facts: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class EventTable:
    """Filings, numbered from 0, and their events, those of one filing side by side.

    `forms[form[f]]` are the words of filing `f`; `shapes[shape[e]]` is all of event `e` but its id, its
    filing and its day. `latest` may be the same array as `earliest`: then every event is of one day, which
    is counted faster. `apart`: filings that lean on others of their case: the one-case engine judges them.
    """

    forms: tuple[Form, ...]
    shapes: tuple[Event, ...]
    form: Codes  # one a filing
    filing: Days  # from here one an event; never descending
    shape: Codes
    earliest: Days
    latest: Days
    apart: Mask | None = None

    def __post_init__(self) -> None:
        sizes = {len(self.filing), len(self.shape), len(self.earliest), len(self.latest)}
        if len(sizes) != 1:
            raise ValueError(f"columns of events of one length: {sorted(sizes)}")
        if len(self.filing) and bool((self.filing[1:] < self.filing[:-1]).any()):
            raise ValueError("the events of one filing must stand side by side, in the order of the filings")

    @property
    def filings(self) -> int:
        """How many filings there are."""
        return len(self.form)


def table_of(cases: Iterable[Case]) -> tuple[EventTable, list[tuple[str, str]]]:
    """The record of these cases as columns, and the case and filing behind each number."""
    making = _Making()
    for case in cases:
        making.add(case)
    return making.table(), making.names


class _Making:
    """Columns in the making."""

    def __init__(self) -> None:
        self.names: list[tuple[str, str]] = []
        self._forms: dict[str, int] = {}
        self._shapes: dict[str, int] = {}
        self._form_of: list[Form] = []
        self._shape_of: list[Event] = []
        self._form: list[int] = []
        self._apart: list[bool] = []
        self._events: list[tuple[int, int, int, int]] = []

    def add(self, case: Case) -> None:
        """The filings of one case with the events that concern them."""
        number = {f.id: len(self.names) + n for n, f in enumerate(case.filings)}
        # With another filing beside it, which may challenge it, the one-case engine looks at the whole case.
        leans = len(case.filings) > 1 or any(e.follows or e.via for e in case.events)
        for filing in case.filings:
            self.names.append((case.id, filing.id))
            self._apart.append(leans)
            self._form.append(self._form_code(Form(plain_filing(filing), case.facts)))
        for event in sorted((e for e in case.events if e.filing in number), key=lambda e: number[e.filing]):
            on = event.on
            row = (
                number[event.filing],
                self._shape_code(plain_event(event)),
                on.earliest.toordinal(),
                on.latest.toordinal(),
            )
            self._events.append(row)

    def _form_code(self, form: Form) -> int:
        key = repr((form.filing, sorted(form.facts.items())))
        if key not in self._forms:
            self._forms[key] = len(self._form_of)
            self._form_of.append(form)
        return self._forms[key]

    def _shape_code(self, shape: Event) -> int:
        key = repr((shape, sorted(shape.fields.items())))
        if key not in self._shapes:
            self._shapes[key] = len(self._shape_of)
            self._shape_of.append(shape)
        return self._shapes[key]

    def table(self) -> EventTable:
        """All that was added."""
        rows = np.array(self._events, dtype=np.int32).reshape(-1, 4)
        filing, shape, earliest, latest = (np.ascontiguousarray(rows[:, n]) for n in range(4))
        return EventTable(
            forms=tuple(self._form_of),
            shapes=tuple(self._shape_of),
            form=np.array(self._form, dtype=np.int32),
            filing=filing,
            shape=shape,
            earliest=earliest,
            latest=earliest if bool((earliest == latest).all()) else latest,
            apart=np.array(self._apart, dtype=np.bool_) if any(self._apart) else None,
        )


def plain_filing(filing: Filing) -> Filing:
    """The words of a filing without its id: what it can share with others."""
    return Filing(
        "",
        filing.kind,
        filing.asks,
        filing.ground,
        filing.to,
        filing.author,
        filing.channel,
        filing.about,
        (),
        filing.what,
        filing.count,
    )


def plain_event(event: Event) -> Event:
    """An event without id, filing and day: what it can share with others."""
    return Event(
        id="",
        kind=event.kind,
        on=Span.unknown(),
        fields=event.fields,
        basis=event.basis,
        modality=event.modality,
        proof=event.proof,
    )
