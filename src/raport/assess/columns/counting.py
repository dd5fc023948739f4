"""How terms run from the starts of many filings: versions in force, readings, extensions, pauses."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from raport.assess.columns.days import GAP, OPEN_END, OPEN_START, Mask, Rows, Small, Spans, chosen
from raport.assess.columns.rows import DueRows, StartRows
from raport.assess.columns.selecting import Picked
from raport.assess.columns.states import CALENDAR_MISSING, OVERDUE, RUNNING, SUSPENDED, Meetings
from raport.assess.columns.terms import Paused, Terms
from raport.assess.view import NO, YES
from raport.dates import Term
from raport.law import Provision, Reading, Version


class Began(NamedTuple):
    """One possible start: its days in some rows (None: in all), whether it was deemed.

    `there`: where it stands in all rows although nothing began in some, those in which it did.
    """

    on: Spans
    rows: Rows | None
    deemed: "Mask | bool"
    there: Mask | None = None


def merged(starts: list[Began], began: Mask) -> list[Began]:
    """The same starts as one, to be counted once, where no row has two. `began`: the rows that have one."""
    size, count = len(began), int(np.count_nonzero(began))
    if sum(size if s.rows is None else len(s.rows) for s in starts) != count:
        return starts
    # Rows in which nothing began are given some day and blanked later: cheaper than picking out the others.
    some_day = starts[0].on.earliest[0]
    earliest = np.full(size, some_day, dtype=np.int32)
    latest = earliest if all(s.on.single for s in starts) else earliest.copy()
    deemed = np.zeros(size, dtype=np.bool_)
    for start in starts:
        here: slice | Rows = slice(None) if start.rows is None else start.rows
        earliest[here] = start.on.earliest
        if latest is not earliest:
            latest[here] = start.on.latest
        if start.deemed is not False:
            deemed[here] = start.deemed
    return [Began(Spans(earliest, latest), None, deemed, None if count == size else began)]


class Stood(NamedTuple):
    """Rows whose term stood still, and for how long; `still`: how surely it does so today."""

    rows: Rows
    paused: Paused
    still: Small


class Longer(NamedTuple):
    """Rows in which a notice of extension came, or may have: their starts, and the term with it."""

    rows: Rows
    starts: Spans
    term: Term
    notice: Spans
    sure: Small
    stood: Stood | None


class Governed(NamedTuple):
    """The starts that one version governs, and in which rows they stand (None: in all).

    `there`: as in `Began`. What is asked alike for every reading is made ready here once.
    """

    version: Version
    starts: Spans
    rows: Rows | None
    there: Mask | None
    meetings: Meetings
    stood: Stood | None
    longer: tuple[Longer, ...]


@dataclass(slots=True)
class Counting:
    """What the starts of one clock are counted with, over one stretch of rows."""

    size: int
    terms: Terms
    provision: Provision
    meetings: Meetings
    extension: Provision | None
    notice: Picked | None
    stood: Stood | None
    start: StartRows
    dues: dict[str, DueRows]

    def add(self, began: Began) -> None:
        """Count one start under every version in force on some of its days."""
        used: list[Rows | None] = []
        for version in self.provision.versions:
            if version.term is None and not any(r.unlimited for r in version.readings):
                continue
            governed = self._governed(began, version)
            if governed is None:
                continue
            used.append(governed.rows)
            for reading in version.readings:
                self._count(governed, reading)
        if any(u is None for u in used):
            self.start.add(began.on, None, deemed=began.deemed)
        elif len(used) == 1 and used[0] is not None:
            self._used(began, used[0])
        elif used:
            self._used(began, np.unique(np.concatenate([u for u in used if u is not None])))

    def _governed(self, began: Began, version: Version) -> Governed | None:
        here = _part(began.on, version)
        if here is None:
            return None
        inside, starts = here
        rows = _rows_of(began.rows, inside)
        stood = _among(self.stood, rows)
        return Governed(
            version=version,
            starts=starts,
            rows=rows,
            there=began.there if rows is None or began.there is None else began.there[rows],
            meetings=self.meetings.at(rows),
            stood=stood,
            longer=tuple(self._longer(starts, rows, version, stood)),
        )

    def _longer(
        self, starts: Spans, rows: Rows | None, version: Version, stood: Stood | None
    ) -> Iterator[Longer]:
        """The rows in which each version of the extension lengthens the term, if the notice was in time."""
        if self.extension is None or self.notice is None or version.term is None:
            return
        sure = self.notice.sure if rows is None else self.notice.sure[rows]
        on = self.notice.on.at(rows)
        waiting = sure != NO
        for longer in self.extension.versions:
            if longer.term is None or not bool(waiting.any()):
                continue
            first, last = longer.in_force.earliest.toordinal(), longer.in_force.latest.toordinal()
            here = np.flatnonzero(waiting & (on.latest >= first) & (on.earliest <= last))
            if not len(here):
                continue
            waiting[here] = False
            term = version.term.extended(longer.term)
            yield Longer(here, starts.at(here), term, on.at(here), sure[here], _among(stood, here))

    def _used(self, began: Began, rows: Rows) -> None:
        """Only starts that were counted are told."""
        places = rows if began.rows is None else np.searchsorted(began.rows, rows)
        deemed = began.deemed if isinstance(began.deemed, bool) else began.deemed[places]
        self.start.add(began.on.at(places), rows, deemed=deemed)

    def _count(self, governed: Governed, reading: Reading) -> None:
        if reading.unlimited:
            never = np.full(len(governed.starts.earliest), OPEN_END, dtype=np.int32)
            end = Spans(never, never)
        elif governed.version.term is None:
            return
        else:
            end = self._end(governed, governed.version.term, reading)
        states = _states(governed, end)
        if governed.there is not None:
            states *= governed.there
        self.dues.setdefault(reading.id, DueRows(self.size)).add(end, states, governed.rows)

    def _end(self, governed: Governed, term: Term, reading: Reading) -> Spans:
        """The last days, with pauses and extensions."""
        end = self._due(governed.starts, term, reading, governed.stood)
        for longer in governed.longer:
            more = self._due(longer.starts, longer.term, reading, longer.stood)
            end = _put(end, longer.rows, _with_notice(end.at(longer.rows), more, longer.notice, longer.sure))
        return end

    def _due(self, starts: Spans, term: Term, reading: Reading, stood: Stood | None) -> Spans:
        """The last days, with pauses."""
        end = self.terms.due(starts, term, reading.counting)
        if stood is None:
            return end
        paused = self.terms.due(starts.at(stood.rows), term, reading.counting, stood.paused)
        return _put(end, stood.rows, paused)


def _states(governed: Governed, end: Spans) -> Small:
    """The states that these last days allow."""
    states = governed.meetings.states(end)
    stood = governed.stood
    if stood is not None:
        states[stood.rows] = _standing_still(states[stood.rows], stood.still)
    gap = end.earliest == GAP
    if bool(gap.any()):
        states = np.where(gap, CALENDAR_MISSING, states).astype(np.uint8)
    return states


def _with_notice(end: Spans, longer: Spans, notice: Spans, sure: Small) -> Spans:
    """The longer end where the notice came before the first; the hull where that is not certain."""
    never = notice.earliest > end.latest
    always = (notice.latest <= end.earliest) & (sure == YES)
    gap = (end.earliest == GAP) | (~never & (longer.earliest == GAP))
    earliest = chosen(always, longer.earliest, end.earliest) * ~gap
    if end.single and longer.single and bool((never | always).all()):
        return Spans(earliest, earliest)
    return Spans(earliest, chosen(never, end.latest, longer.latest) * ~gap)


def _part(on: Spans, version: Version) -> tuple[Rows | None, Spans] | None:
    """The days on which this version was in force, and in which rows there are any."""
    first, last = version.in_force.earliest.toordinal(), version.in_force.latest.toordinal()
    if first == OPEN_START and last == OPEN_END:
        return None, on
    rows: Rows | None = None
    inside = (on.latest >= first) & (on.earliest <= last)
    if not bool(inside.all()):
        rows = np.flatnonzero(inside)
        if not len(rows):
            return None
        on = on.at(rows)
    if on.single:
        return rows, on
    earliest, latest = np.maximum(on.earliest, first), np.minimum(on.latest, last)
    return rows, Spans(earliest.astype(np.int32), latest.astype(np.int32))


def _rows_of(rows: Rows | None, inside: Rows | None) -> Rows | None:
    if inside is None:
        return rows
    return inside if rows is None else rows[inside]


def _among(stood: Stood | None, rows: Rows | None) -> Stood | None:
    """The pauses in some rows, with the places of the rows among these."""
    if stood is None or rows is None:
        return stood
    places = np.searchsorted(rows, stood.rows)
    there = rows.take(places, mode="clip") == stood.rows
    if not bool(there.any()):
        return None
    paused = Paused(stood.paused.least[there], stood.paused.most[there])
    return Stood(places[there], paused, stood.still[there])


def _put(end: Spans, rows: Rows, other: Spans) -> Spans:
    """The ends with others in some rows."""
    earliest = end.earliest.copy()
    earliest[rows] = other.earliest
    if end.single and other.single:
        return Spans(earliest, earliest)
    latest = end.latest.copy()
    latest[rows] = other.latest
    return Spans(earliest, latest)


def _standing_still(states: Small, still: Small) -> Small:
    """What has not been done is neither running nor overdue while its term stands still."""
    undone = states & (RUNNING | OVERDUE)
    kept = np.where(still == YES, states - undone, states)
    return np.where((still == NO) | (undone == 0), states, kept | SUSPENDED).astype(np.uint8)
