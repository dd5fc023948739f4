"""The events of many filings that a rule means, and the first or last of them.

Whether the words of an event match is asked of the one-case engine, once for each shape of event (and form of
filing, where the rule's words depend on it); here only days and rows are handled.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from raport.assess.columns.days import NEVER_EARLIER, NEVER_LATER, Days, Mask, Rows, Small, Spans
from raport.assess.columns.firsts import ByTruth, Firsts, firsts_of
from raport.assess.columns.table import EventTable, Form
from raport.assess.place import Place
from raport.assess.prepared import Law
from raport.assess.selecting import Meant, select
from raport.assess.view import NO, POSSIBLY, UNKNOWN, YES, CaseView, FilingView, Seen, look
from raport.casefile import Case, Event
from raport.dates import Span
from raport.law import Selector

_FEW = 8  # shapes, up to which comparing a column with each is faster than looking each row up
OF_FILING = frozenset({"@about", "@addressee"})
"""Words of a selector that depend on the filing's own words."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Events that match, in the order of their rows: the row of each, its days, how surely it matches.

    `truth` is one number where all match alike.
    """

    row: Days
    index: Rows  # the place of the event among those of the chunk
    on: Spans
    truth: "Small | int"
    once: bool  # no row has two

    def only(self, keep: Mask) -> "Matches":
        """Some of them."""
        if bool(keep.all()):
            return self
        rows = np.flatnonzero(keep)
        truth = self.truth if isinstance(self.truth, int) else self.truth[rows]
        return Matches(self.row[rows], self.index[rows], self.on.at(rows), truth, self.once)


class Picked(NamedTuple):
    """One span a row, with `sure` `YES` or `POSSIBLY`; `NO` where nothing matched, and no day counts."""

    on: Spans
    sure: Small


@dataclass(slots=True)
class Chunk:
    """A stretch of rows with their events: filings, or (with `origin`) events that each opened a clock."""

    size: int
    form: NDArray[np.integer]
    row: Days
    shape: NDArray[np.integer]
    on: Spans
    origin: "Origins | None" = None
    firsts: Firsts | None = None


@dataclass(frozen=True, slots=True)
class Origins:
    """For each row of a chunk the event that opened its clock: its filing, its days, where it stands."""

    filing: Days
    on: Spans
    truth: Small
    shape: NDArray[np.integer]
    index: Rows  # among the events of the chunk of filings
    copies: Rows  # among the events of this chunk: its own copy in its row


class _Told(NamedTuple):
    """What a selector means in a table: how surely each shape of event matches, by form of filing (one row if
    forms do not matter). `shapes`: the same, where neither forms nor other events matter.
    """

    selector: Selector  # kept, so that its id stays its own
    truths: Small
    shapes: ByTruth | None


class Selecting:
    """What the selectors of a law mean in one table on one day."""

    def __init__(self, law: Law, table: EventTable, today: date) -> None:
        self._law = law
        self._table = table
        self._today = today
        self._told: dict[int, _Told] = {}
        self.places = [form_place(law, form, today) for form in table.forms]
        self._alone = [(shape.kind, _seen_alone(law, shape, today)) for shape in table.shapes]
        to = [_word(law, shape, ("to",)) for shape in table.shapes]
        by = [_word(law, shape, ("by", "at")) for shape in table.shapes]
        told = dict.fromkeys(word for word in (*to, *by) if word)
        numbers = {None: _NO_WORD, "": _NOT_TOLD} | {word: n for n, word in enumerate(told, _NOT_TOLD + 1)}
        self._leads = np.array([numbers[w] for w in to], dtype=np.int32)
        self._led = np.array([numbers[w] for w in by], dtype=np.int32)

    def ready(self, chunk: Chunk) -> None:
        """Make a stretch of filings ready to be asked much."""
        today = self._today.toordinal()
        chunk.firsts = firsts_of(chunk.row, chunk.shape, chunk.on, chunk.size, len(self._table.shapes), today)

    def pick(self, selector: Selector, chunk: Chunk, *, last: bool = False) -> "Picked | None":
        """The first (or last) matching event of each row; None where there is none."""
        told = self._told_of(selector)
        if chunk.firsts is None or told.shapes is None:
            return pick(self.select(selector, chunk), chunk.size, last=last)
        return Picked(*chunk.firsts.pick(told.shapes, last=last)) if told.shapes else None

    def best(self, selector: Selector, chunk: Chunk) -> "Small | int":
        """How surely each row has a matching event."""
        told = self._told_of(selector)
        if chunk.firsts is None or told.shapes is None:
            return best_truth(self.select(selector, chunk), chunk.size)
        return chunk.firsts.best(told.shapes) if told.shapes else NO

    def select(self, selector: Selector, chunk: Chunk) -> Matches | None:
        """The events that match; None where there are none."""
        truths = self._told_of(selector).truths
        alike = truths.shape[0] == 1
        best = truths.max(axis=0, initial=NO)
        codes = np.flatnonzero(best)
        if not len(codes) or (selector.via and chunk.origin is None):
            return None
        index = np.flatnonzero(_any_of(chunk.shape, codes, best))
        if not len(index):
            return None
        row, on = chunk.row[index], chunk.on.at(index)
        truth: Small | int
        if alike and bool((best[codes] == best[codes[0]]).all()):
            truth = int(best[codes[0]])
        elif alike:
            truth = best[chunk.shape[index]]
        else:
            truth = truths[chunk.form[row], chunk.shape[index]]
        return self._seen(Matches(row, index, on, truth, once=True), selector, chunk)

    def _seen(self, found: Matches, selector: Selector, chunk: Chunk) -> Matches | None:
        """Those that had happened by the day; what reaches past it is cut there, and only possibly there."""
        today = np.int32(self._today.toordinal())
        keep: Mask | None = None
        if bool((found.on.earliest > today).any()):
            keep = found.on.earliest <= today
        if not isinstance(found.truth, int) and not bool(found.truth.all()):
            keep = (found.truth != NO) if keep is None else keep & (found.truth != NO)
        if selector.via:
            branch = self._in_branch(found, chunk)
            found = replace(found, truth=np.minimum(found.truth, branch).astype(np.uint8))
            keep = branch != NO if keep is None else keep & (branch != NO)
        if keep is not None:
            found = found.only(keep)
            if not len(found.row):
                return None
        on, truth = found.on, found.truth
        if not on.single and bool((on.latest > today).any()):
            beyond = on.latest > today
            truth = np.where(beyond, np.minimum(truth, POSSIBLY), truth).astype(np.uint8)
            on = Spans(on.earliest, np.minimum(on.latest, today))
        once = bool((found.row[1:] != found.row[:-1]).all())
        return Matches(found.row, found.index, on, truth, once)

    def _in_branch(self, found: Matches, chunk: Chunk) -> Small:
        """How surely each belongs to the branch of its row's origin, as `holding` has it."""
        assert chunk.origin is not None
        to = self._leads[chunk.origin.shape[found.row]]
        by = self._led[chunk.shape[found.index]]
        origin = chunk.origin.on.at(found.row)
        told = np.where((to > _NOT_TOLD) & (by > _NOT_TOLD), np.where(to == by, YES, NO), UNKNOWN)
        told = np.where((to == _NO_WORD) | (by == _NO_WORD), NO, told)
        # A day after today makes no difference here: what is cut at today still reaches the origin.
        came = np.where(found.on.earliest >= origin.latest, YES, POSSIBLY)
        came = np.where(found.on.latest < origin.earliest, NO, came)
        return np.minimum(told, came).astype(np.uint8)

    def _told_of(self, selector: Selector) -> "_Told":
        told = self._told.get(id(selector))
        if told is None:
            truths = self._ask(selector)
            alike = len(truths) == 1 and not selector.via
            told = self._told[id(selector)] = _Told(selector, truths, _by_truth(truths[0]) if alike else None)
        return told

    def _ask(self, selector: Selector) -> Small:
        """How surely each shape of event matches, by form of filing (one row if forms do not matter)."""
        words = {w for many in selector.fields.values() for w in many}
        places = self.places if words & OF_FILING else self.places[:1]
        plain = Meant.by(replace(selector, via=False), self._law.found)
        return np.array([self._asked(plain, p) for p in places], dtype=np.uint8).reshape(
            len(places), len(self._table.shapes)
        )

    def _asked(self, meant: Meant, place: Place) -> list[int]:
        truths = []
        for kind, seen in self._alone:
            matched = select(meant, place, {kind: seen})
            truths.append(matched[0][1] if matched else NO)
        return truths


_NO_WORD, _NOT_TOLD = -1, 0
"""Instead of the number of a word: its kind of event has none; it is not told."""


def _seen_alone(law: Law, shape: Event, today: date) -> list[Seen]:
    """An event of this shape as the one-case engine sees it, where it is all that happened."""
    event = replace(shape, id="e", on=Span.on(today), filing="f")
    return look(Case("", law.pack.id, (), (event,)), None, law.pack, today).events


def _by_truth(truths: Small) -> ByTruth:
    shapes: dict[int, list[int]] = {}
    for shape, truth in enumerate(truths.tolist()):
        if truth != NO:
            shapes.setdefault(truth, []).append(shape)
    return shapes


def _word(law: Law, shape: Event, names: tuple[str, ...]) -> str | None:
    """The word of an event under one of these names; empty where not told, None where its kind has none."""
    word = next((w for n in names if (w := shape.fields.get(n, ""))), "")
    known = law.pack.kinds[shape.kind].fields
    return word if word or any(n in known for n in names) else None


def form_place(law: Law, form: Form, today: date) -> Place:
    """Where the one-case engine is asked about the words of a filing."""
    filing = replace(form.filing, id="f")
    view = FilingView(filing, [], {}, Span.unknown(), None)
    case = Case("", law.pack.id, (filing,), (), facts=form.facts)
    return Place(CaseView(case, law.pack, today, [], {}, {"f": view}, form.facts, with_account=False), view)


def pick(found: Matches | None, size: int, *, last: bool = False) -> Picked | None:
    """The first (or last) event of each row, as the hull of the days on which it may have been."""
    if found is None:
        return None
    if found.once:
        return _spread(found.row, found.on, _held(found.truth), size)
    starts = np.flatnonzero(np.concatenate(([True], found.row[1:] != found.row[:-1])))
    sure = np.equal(found.truth, YES)
    if last:
        latest = np.maximum.reduceat(found.on.latest, starts)
        of_sure = np.where(sure, found.on.earliest, NEVER_EARLIER)
        known = np.maximum.reduceat(of_sure, starts)
        certain = known != NEVER_EARLIER
        earliest = np.where(certain, known, np.minimum.reduceat(found.on.earliest, starts))
    else:
        earliest = np.minimum.reduceat(found.on.earliest, starts)
        of_sure = np.where(sure, found.on.latest, NEVER_LATER)
        known = np.minimum.reduceat(of_sure, starts)
        certain = known != NEVER_LATER
        latest = np.where(certain, known, np.maximum.reduceat(found.on.latest, starts))
    on = Spans(earliest.astype(np.int32), latest.astype(np.int32))
    return _spread(found.row[starts], on, np.where(certain, YES, POSSIBLY).astype(np.uint8), size)


def best_truth(found: Matches | None, size: int) -> "Small | int":
    """How surely each row has such an event."""
    if found is None:
        return NO
    if isinstance(found.truth, int) and found.once and len(found.row) == size:
        return found.truth
    out = np.zeros(size, dtype=np.uint8)
    if found.once:
        out[found.row] = found.truth
    else:
        np.maximum.at(out, found.row, np.asarray(found.truth, dtype=np.uint8))
    return out


def _held(truth: "Small | int") -> "Small | int":
    if isinstance(truth, int):
        return YES if truth == YES else POSSIBLY
    return np.where(truth == YES, YES, POSSIBLY).astype(np.uint8)


def _spread(row: Days, on: Spans, sure: "Small | int", size: int) -> Picked:
    """One value for each row of the chunk."""
    if len(row) == size:  # every row, each once
        many = np.full(size, sure, dtype=np.uint8) if isinstance(sure, int) else sure
        return Picked(on, many)
    earliest = np.zeros(size, dtype=np.int32)
    earliest[row] = on.earliest
    latest = earliest
    if not on.single:
        latest = np.zeros(size, dtype=np.int32)
        latest[row] = on.latest
    known = np.zeros(size, dtype=np.uint8)
    known[row] = sure
    return Picked(Spans(earliest, latest), known)


def _any_of(shape: NDArray[np.integer], codes: Rows, best: Small) -> Mask:
    some: Mask
    if len(codes) > _FEW:
        some = best[shape] != NO
    else:
        some = np.logical_or.reduce([shape == code for code in codes])
    return some
