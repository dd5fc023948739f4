"""The clocks of one stretch of filings, each after those it leans on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import numpy as np

from raport.assess.clocks import PreparedClock
from raport.assess.columns.conditions import Asked, Asking, There, Truths
from raport.assess.columns.counting import Began, Counting, Stood, merged
from raport.assess.columns.days import (
    NEVER_EARLIER,
    NEVER_LATER,
    OPEN_END,
    OPEN_START,
    Mask,
    Rows,
    Small,
    Spans,
    chosen,
    hull,
)
from raport.assess.columns.rows import Ran, StartRows, join
from raport.assess.columns.selecting import Chunk, Matches, Origins, Picked, Selecting, pick
from raport.assess.columns.states import NOT_STARTED, Meetings, certainty
from raport.assess.columns.table import EventTable
from raport.assess.columns.terms import Paused, Terms
from raport.assess.prepared import Law
from raport.assess.selecting import Meant
from raport.assess.view import NO, POSSIBLY, YES
from raport.casefile import Modality
from raport.dates import Unit, counted_alike
from raport.law import Provision, Reading, Role, Selector

_STARTING = (Role.BEGINS, Role.ARRIVES, Role.IS_RECORDED)


class Running:
    """One law over one table on one day; asked stretch by stretch."""

    def __init__(self, law: Law, table: EventTable, today: date, clocks: Iterable[str]) -> None:
        self.law = law
        self.today = today.toordinal()
        self._terms = Terms()
        self._selecting = Selecting(law, table, today)
        self._asking = Asking(law, self._selecting)
        wanted = set(clocks)
        self.clocks = [c for name, c in law.clocks.items() if name in wanted]
        self._procedures = [
            (p, self._asking.compile(p.when)) for p, _ in law.procedures if wanted.intersection(p.clocks)
        ]
        self._when: dict[str, Asked] = {
            c.rule.id: self._asking.compile(c.rule.when) for c in self.clocks if c.rule.when is not None
        }
        self._stages = [
            Selector(kinds=frozenset(k.id for k in law.pack.kinds.values() if k.role is role))
            for role in _STARTING
        ]
        self._attempts = Selector(
            kinds=frozenset(k.id for k in law.pack.kinds.values() if k.role is Role.BEGINS),
            modality=frozenset({Modality.ATTEMPTED.value}),
        )

    def run(self, chunk: Chunk) -> dict[str, Ran]:
        """Every clock asked for, in these filings."""
        self._selecting.ready(chunk)
        found: dict[str, Ran] = {}
        there = There(chunk, found, lambda: self._filed(chunk))
        applies: dict[str, Truths] = {}
        for procedure, asked in self._procedures:
            truth = asked(there)
            if isinstance(truth, int) and truth == NO:
                continue
            for name in procedure.clocks:
                applies[name] = truth if name not in applies else _best(applies[name], truth)
        for clock in self.clocks:
            name = clock.rule.id
            if name not in applies:
                continue
            truth = applies[name]
            if name in self._when:
                truth = _least(truth, self._when[name](there))
            if not np.any(truth):
                continue
            one = self._run(clock, chunk, truth, found)
            if one is not None:
                found[name] = one
        return found

    def applies(self, chunk: Chunk, procedures: Iterable[str]) -> Small:
        """How surely one of these procedures applies to each filing, where that asks about no clock."""
        there = There(chunk, {}, lambda: self._filed(chunk))
        best: Small = np.zeros(chunk.size, dtype=np.uint8)
        wanted = set(procedures)
        for procedure, asked in self._procedures:
            if procedure.id in wanted:
                best = np.maximum(best, asked(there)).astype(np.uint8)
        return best

    def _filed(self, chunk: Chunk) -> Spans:
        """The days on which each filing may have begun; unknown where no beginning is seen."""
        earliest = np.full(chunk.size, NEVER_LATER, dtype=np.int32)
        latest = np.full(chunk.size, NEVER_EARLIER, dtype=np.int32)
        waiting = np.ones(chunk.size, dtype=np.bool_)
        for selector in self._stages:
            picked = self._selecting.pick(selector, chunk) if selector.kinds else None
            if picked is None:
                continue
            here = np.flatnonzero(waiting & (picked.sure != NO))
            earliest[here] = np.minimum(earliest[here], picked.on.earliest[here])
            latest[here] = np.maximum(latest[here], picked.on.latest[here])
            waiting &= picked.sure != YES
        tried = self._selecting.pick(self._attempts, chunk) if self._attempts.kinds else None
        if tried is not None:  # what nobody took was never begun, but is judged by the law of its day
            here = np.flatnonzero((earliest == NEVER_LATER) & (tried.sure != NO))
            earliest[here] = tried.on.earliest[here]
            latest[here] = tried.on.latest[here]
        silent = earliest == NEVER_LATER
        return Spans(
            np.where(silent, OPEN_START, earliest).astype(np.int32),
            np.where(silent, OPEN_END, latest).astype(np.int32),
        )

    # --- one clock ----------------------------------------------------------------------------------------

    def _run(self, clock: PreparedClock, chunk: Chunk, applies: Truths, found: dict[str, Ran]) -> Ran | None:
        if clock.each is None:
            return self._one(clock, chunk, applies, found)
        opened = self._selecting.select(clock.each.selector, chunk)
        if opened is None:
            return None
        there = _opened(chunk, opened)
        assert there.origin is not None
        truth = applies if isinstance(applies, int) else applies[there.origin.filing]
        ran = self._one(clock, there, _least(truth, there.origin.truth), found)
        if ran is not None:
            ran.filing, ran.event = there.origin.filing, there.origin.index
            ran.filings = chunk.size
        return ran

    def _one(self, clock: PreparedClock, chunk: Chunk, applies: Truths, found: dict[str, Ran]) -> Ran | None:
        starts, last_sure, on = self._starts(clock, chunk, applies, found)
        asks = chunk.origin is None and any(a.anchor.asks for a in clock.anchors)
        ran: Ran | None = None
        if starts:
            counting = self._counting(clock, chunk, on)
            for began in merged(starts, last_sure != NO):
                counting.add(began)
            unsure = (last_sure == POSSIBLY).view(np.uint8) * NOT_STARTED
            truth = _where_in_force(clock.provision, starts, applies, chunk.size)
            ran = join(counting.start, counting.dues, unsure, truth, us=clock.rule.bearer.is_us)
        return (
            _with_not_started(ran, chunk.size, (last_sure == NO) & np.not_equal(applies, NO), applies)
            if asks
            else ran
        )

    def _starts(
        self, clock: PreparedClock, chunk: Chunk, applies: Truths, found: dict[str, Ran]
    ) -> tuple[list[Began], Small, Spans | None]:
        """The possible starts in the order of the anchors, how sure the last is, and the hull over all."""
        size = chunk.size
        waiting = np.full(size, applies != NO) if isinstance(applies, int) else applies != NO
        last_sure = np.zeros(size, dtype=np.uint8)
        starts: list[Began] = []
        every: Spans | None = None
        for anchor in clock.anchors:
            picked = self._anchored(clock, anchor.event, anchor.anchor.clock, chunk, found)
            if anchor.anchor.origin and chunk.origin is not None:
                picked = Picked(chunk.origin.on, np.full(size, YES, dtype=np.uint8))
            if picked is None:
                continue
            began = waiting & (picked.sure != NO)
            rows = None if bool(began.all()) else np.flatnonzero(began)
            if rows is not None and not len(rows):
                continue
            on = picked.on.at(rows)
            if anchor.plus is not None:
                moved = self._after(on, anchor.plus)
                if moved is None:
                    continue
                counted, on = moved
                if counted is not None:
                    rows = counted if rows is None else rows[counted]
                    began = _only(rows, size)
            starts.append(Began(on, rows, anchor.anchor.deemed and anchor.plus is not None))
            np.maximum(last_sure, picked.sure * began, out=last_sure)
            waiting &= ~(began & (picked.sure == YES))
            if clock.rule.met_after_start:
                every = _hull_in(every, on, slice(None) if rows is None else rows, size)
            if not bool(waiting.any()):
                break
        return starts, last_sure, every

    def _anchored(
        self, clock: PreparedClock, event: Meant | None, before: str, chunk: Chunk, found: dict[str, Ran]
    ) -> Picked | None:
        if before:
            other = found.get(before)
            ends = None if other is None else other.ends(earliest_only=clock.rule.bearer.is_us)
            if ends is None or chunk.origin is None:
                return ends
            return Picked(ends.on.at(chunk.origin.filing), ends.sure[chunk.origin.filing])
        if event is None:
            return None
        return self._picked(event.selector, chunk, last=clock.rule.pick_last)

    def _picked(self, event: Selector, chunk: Chunk, *, last: bool = False) -> Picked | None:
        """The first (or last) event that is not certainly before the one that opened the clock."""
        if chunk.origin is None:
            return self._selecting.pick(event, chunk, last=last)
        return pick(self._since_origin(self._selecting.select(event, chunk), chunk), chunk.size, last=last)

    def _since_origin(self, found: Matches | None, chunk: Chunk) -> Matches | None:
        """What is not certainly before the event that opened the clock."""
        if found is None or chunk.origin is None:
            return found
        found = found.only(found.on.latest >= chunk.origin.on.earliest[found.row])
        if not len(found.row):
            return None
        after = found.on.earliest >= chunk.origin.on.latest[found.row]
        truth = np.where(after, found.truth, np.minimum(found.truth, POSSIBLY)).astype(np.uint8)
        return replace(found, truth=truth)

    def _after(self, on: Spans, plus: Provision) -> tuple[Rows | None, Spans] | None:
        """The starts moved by a provision's term, and which of them could be."""
        moved: Spans | None = None
        size = len(on.earliest)
        done = np.zeros(size, dtype=np.bool_)
        for version in plus.versions:
            first, last = version.in_force.earliest.toordinal(), version.in_force.latest.toordinal()
            inside = (on.latest >= first) & (on.earliest <= last)
            if version.term is None or not version.readings or not bool(inside.any()):
                continue
            part = _within(on, first, last)
            for reading in _unlike(version.readings, version.term.unit):
                end = self._terms.unrolled(part, version.term, reading.counting)
                moved = end if moved is None else _hull_where(moved, end, done, inside)
                done = done | inside
        if moved is None:
            return None
        if bool(done.all()):
            return None, moved
        rows = np.flatnonzero(done)
        return rows, moved.at(rows)

    def _counting(self, clock: PreparedClock, chunk: Chunk, on: Spans | None) -> Counting:
        notice = None
        if clock.extension is not None:
            notice = self._picked(clock.extension.selector, chunk)
        return Counting(
            size=chunk.size,
            terms=self._terms,
            provision=clock.provision,
            meetings=Meetings(self._meeting(clock, chunk, on), self.today),
            extension=clock.extension_provision,
            notice=notice,
            stood=self._stood(clock, chunk),
            start=StartRows(chunk.size),
            dues={},
        )

    def _meeting(self, clock: PreparedClock, chunk: Chunk, start: Spans | None) -> Picked | None:
        """The first event by which the duty was done."""
        if clock.met_by is None:
            return None
        if chunk.origin is None and not clock.rule.met_after_start:
            return self._selecting.pick(clock.met_by.selector, chunk)
        found = self._selecting.select(clock.met_by.selector, chunk)
        if found is None:
            return None
        if chunk.origin is not None:
            found = found.only(found.index != chunk.origin.copies[found.row])
        if start is not None:  # only what comes after it counts
            found = found.only(found.on.latest >= start.earliest[found.row])
            certain = found.on.earliest >= start.latest[found.row]
            truth = np.where(certain, found.truth, POSSIBLY).astype(np.uint8)
            earliest = np.maximum(found.on.earliest, start.earliest[found.row])
            found = replace(found, on=Spans(earliest, found.on.latest), truth=truth)
        return pick(found, chunk.size) if len(found.row) else None

    def _stood(self, clock: PreparedClock, chunk: Chunk) -> Stood | None:
        if clock.pause is None:
            return None
        stops = self._selecting.pick(clock.pause[0].selector, chunk)
        if stops is None:
            return None
        rows = np.flatnonzero(stops.sure != NO)
        stopped, halted = stops.on.at(rows), stops.sure[rows]
        until_now = (self.today - stopped.earliest).astype(np.int32)
        resumed = self._resumed(clock.pause[1].selector, stops, chunk)
        if resumed is None:
            return Stood(rows, Paused(np.zeros(len(rows), dtype=np.int32), until_now), halted)
        again, sure = resumed.on.at(rows), resumed.sure[rows]
        least = np.where((halted == YES) & (sure == YES), np.maximum(0, again.earliest - stopped.latest), 0)
        most = np.where(sure == YES, again.latest - stopped.earliest, until_now)
        still = np.where(sure == NO, halted, np.where(sure == YES, NO, POSSIBLY))
        return Stood(rows, Paused(least.astype(np.int32), most.astype(np.int32)), still.astype(np.uint8))

    def _resumed(self, until: Selector, stops: Picked, chunk: Chunk) -> Picked | None:
        """The first event that ends the pause; what may have come before the pause only possibly does."""
        ends = self._selecting.select(until, chunk)
        if ends is None:
            return None
        ends = ends.only((stops.sure[ends.row] != NO) & (ends.on.latest >= stops.on.earliest[ends.row]))
        if not len(ends.row):
            return None
        after = ends.on.earliest >= stops.on.latest[ends.row]
        truth = np.where(after, ends.truth, np.minimum(ends.truth, POSSIBLY)).astype(np.uint8)
        return pick(replace(ends, truth=truth), chunk.size)


def _best(one: Truths, other: Truths) -> Truths:
    if isinstance(one, int) and isinstance(other, int):
        return max(one, other)
    return np.maximum(one, other).astype(np.uint8)


def _least(one: Truths, other: Truths) -> Truths:
    if isinstance(one, int) and isinstance(other, int):
        return min(one, other)
    return np.minimum(one, other).astype(np.uint8)


def _unlike(readings: Iterable[Reading], unit: Unit) -> Iterator[Reading]:
    """These readings without those that come to the same last day as the one before them."""
    before: Reading | None = None
    for reading in readings:
        if before is None or not counted_alike(before.counting, reading.counting, unit):
            yield reading
        before = reading


def _within(on: Spans, first: int, last: int) -> Spans:
    """The days inside a version's; where there are none the row is not used, but must be a span."""
    if on.single or (first == OPEN_START and last == OPEN_END):
        return on
    earliest = np.maximum(on.earliest, first)
    return Spans(
        earliest.astype(np.int32), np.maximum(np.minimum(on.latest, last), earliest).astype(np.int32)
    )


def _only(rows: Rows, size: int) -> Mask:
    some = np.zeros(size, dtype=np.bool_)
    some[rows] = True
    return some


def _hull_where(one: Spans, other: Spans, had: Mask, has: Mask) -> Spans:
    twice = had & has
    earliest = chosen(has, other.earliest, one.earliest)
    if one.single and other.single and not bool(twice.any()):
        return Spans(earliest, earliest)
    both = hull(one, other)
    latest = chosen(has, other.latest, one.latest)
    return Spans(chosen(twice, both.earliest, earliest), chosen(twice, both.latest, latest))


def _hull_in(every: Spans | None, on: Spans, rows: "slice | Rows", size: int) -> Spans:
    """The hull of all starts so far; rows without any are never asked."""
    if every is None:
        every = Spans(np.full(size, OPEN_END, dtype=np.int32), np.full(size, OPEN_START, dtype=np.int32))
    every.earliest[rows] = np.minimum(every.earliest[rows], on.earliest)
    every.latest[rows] = np.maximum(every.latest[rows], on.latest)
    return every


def _where_in_force(provision: Provision, starts: list[Began], applies: Truths, size: int) -> Truths:
    """How surely the clock applies: no more than possibly where it may have begun when no version set a
    term.
    """
    stretches: list[tuple[int, int]] = []
    for version in sorted(provision.versions, key=lambda v: v.in_force.earliest):
        if not version.sets_term:
            continue
        first, last = version.in_force.earliest.toordinal(), version.in_force.latest.toordinal()
        if stretches and first <= stretches[-1][1] + 1:
            first, before = stretches.pop()
            last = max(last, before)
        stretches.append((first, last))
    if stretches == [(OPEN_START, OPEN_END)]:
        return applies
    truth: Small | None = None
    for began in starts:
        on = began.on
        inside = np.zeros(len(on.earliest), dtype=np.bool_)
        for first, last in stretches:
            inside |= (on.earliest >= first) & (on.latest <= last)
        if bool(inside.all()):
            continue
        if truth is None:
            truth = np.broadcast_to(np.asarray(applies, dtype=np.uint8), (size,)).copy()
        outside = np.flatnonzero(~inside) if began.rows is None else began.rows[~inside]
        truth[outside] = np.minimum(truth[outside], POSSIBLY)
    return applies if truth is None else truth


def _opened(chunk: Chunk, opened: Matches) -> Chunk:
    """A chunk with a row for each event that opened a clock, and in it all events of that event's filing."""
    first = np.searchsorted(chunk.row, opened.row, side="left")
    after = np.searchsorted(chunk.row, opened.row, side="right")
    counts = after - first
    size = len(opened.row)
    offsets = np.cumsum(counts) - counts
    row = np.repeat(np.arange(size, dtype=np.int32), counts)
    taken = np.arange(int(counts.sum())) - np.repeat(offsets, counts) + np.repeat(first, counts)
    origin = Origins(
        filing=opened.row,
        on=opened.on,
        truth=np.full(size, opened.truth, dtype=np.uint8) if isinstance(opened.truth, int) else opened.truth,
        shape=chunk.shape[opened.index],
        index=opened.index,
        copies=opened.index - first + offsets,
    )
    return Chunk(size, chunk.form[opened.row], row, chunk.shape[taken], chunk.on.at(taken), origin)


def _with_not_started(ran: Ran | None, size: int, silent: Mask, applies: "Small | int") -> Ran | None:
    """The clock also where no start was seen: told there as not started."""
    if not bool(silent.any()):
        return ran
    if ran is None:
        empty = np.zeros(size, dtype=np.int32)
        zero = np.zeros(size, dtype=np.uint8)
        ran = Ran(Spans(empty, empty), np.zeros(size, dtype=np.bool_), {}, zero, zero, zero)
    ran.start = Spans(
        np.where(silent, OPEN_START, ran.start.earliest).astype(np.int32),
        np.where(silent, OPEN_END, ran.start.latest).astype(np.int32),
    )
    ran.states = np.where(silent, NOT_STARTED, ran.states).astype(np.uint8)
    ran.state = np.where(silent, NOT_STARTED, ran.state).astype(np.uint8)
    sure = certainty(np.full(size, NOT_STARTED), applies)
    ran.certainty = np.where(silent, sure, ran.certainty).astype(np.uint8)
    return ran
