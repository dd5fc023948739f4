"""The parts of columns, each held against a plain count over the rows one by one."""

from datetime import date
from random import Random

import numpy as np
import pytest
from numpy.typing import NDArray

from raport.assess import Certainty, ClockState
from raport.assess.columns import BITS, CERTAINTIES, EventTable
from raport.assess.columns.conditions import _inside
from raport.assess.columns.counting import _put, _standing_still, _with_notice
from raport.assess.columns.days import (
    GAP,
    NEVER_EARLIER,
    NEVER_LATER,
    OPEN_END,
    Days,
    Small,
    Spans,
    day_of,
    hull,
)
from raport.assess.columns.firsts import MOST, Firsts, firsts_of
from raport.assess.columns.kept import KeptClock
from raport.assess.columns.rows import DueRows, Ran, StartRows, join
from raport.assess.columns.selecting import Matches, best_truth, pick
from raport.assess.columns.states import NOT_STARTED
from raport.assess.columns.table import Form
from raport.assess.view import NO, POSSIBLY, UNKNOWN, YES
from raport.casefile import Event, Filing
from raport.dates import Span
from tests.core.assess.worlds import ANSWERING, world

RUNNING, OVERDUE, SUSPENDED, MISSING, MET = (
    BITS[s]
    for s in (
        ClockState.RUNNING,
        ClockState.OVERDUE,
        ClockState.SUSPENDED,
        ClockState.CALENDAR_MISSING,
        ClockState.MET,
    )
)


def days(*many: int) -> Days:
    return np.array(many, dtype=np.int32)


def small(*many: int) -> Small:
    return np.array(many, dtype=np.uint8)


def spans(*many: tuple[int, int]) -> Spans:
    return Spans(days(*(a for a, _ in many)), days(*(b for _, b in many)))


def one_day(*many: int) -> Spans:
    on = days(*many)
    return Spans(on, on)


def rows(on: Spans) -> list[tuple[int, int]]:
    return list(zip(on.earliest.tolist(), on.latest.tolist(), strict=True))


# --- days -------------------------------------------------------------------------------------------------


def test_the_hull_of_two_spans_is_from_the_first_of_their_days_to_the_last() -> None:
    one = spans((3, 5), (3, 9), (7, 8), (GAP, GAP), (3, 4))
    other = spans((4, 9), (4, 5), (3, 5), (3, 4), (GAP, GAP))

    assert rows(hull(one, other)) == [(3, 9), (3, 9), (3, 8), (GAP, GAP), (GAP, GAP)]


def test_a_number_is_the_day_it_stands_for() -> None:
    assert day_of(date(2019, 5, 6).toordinal()) == date(2019, 5, 6)


# --- firsts -----------------------------------------------------------------------------------------------

TODAY = 20


def drawn_events(chance: Random, size: int, shapes: int) -> tuple[Days, Days, Days]:
    row = sorted(chance.randrange(size) for _ in range(4 * size))
    return (
        days(*row),
        days(*(chance.randrange(shapes) for _ in row)),
        days(*(chance.randrange(TODAY - 6, TODAY + 3) for _ in row)),
    )


def plain_pick(events: list[tuple[int, int, int]], *, last: bool) -> tuple[int, int, int] | None:
    """On which days the first (or last) of these events lies, and how surely; each is first day, last day,
    how sure.
    """
    if not events:
        return None
    sure = [e for e in events if e[2] == YES]
    truth = YES if sure else POSSIBLY
    if last:
        return (
            max(e[0] for e in sure) if sure else min(e[0] for e in events),
            max(e[1] for e in events),
            truth,
        )
    return min(e[0] for e in events), min(e[1] for e in sure) if sure else max(e[1] for e in events), truth


@pytest.mark.parametrize("seed", range(6))
def test_the_first_and_the_last_of_some_shapes(seed: int) -> None:
    chance = Random(seed)
    row, shape, day = drawn_events(chance, 9, 5)
    firsts = Firsts(row, shape, day, 9, 5, TODAY)
    for by_truth in ({YES: [1]}, {YES: [0, 3], POSSIBLY: [1]}, {POSSIBLY: [2, 4]}, {UNKNOWN: [0], YES: [4]}):
        truth = {n: t for t, many in by_truth.items() for n in many}
        for last in (False, True):
            on, sure = firsts.pick(by_truth, last=last)
            best = firsts.best(by_truth)
            for r in range(9):
                events = [
                    (d, d, truth[s])
                    for a, s, d in zip(row.tolist(), shape.tolist(), day.tolist(), strict=True)
                    if a == r and s in truth and d <= TODAY
                ]
                expected = plain_pick(events, last=last)
                assert best[r] == max((e[2] for e in events), default=NO)
                if expected is None:
                    assert sure[r] == NO
                else:
                    assert (on.earliest[r], on.latest[r], sure[r]) == expected


def test_firsts_are_only_of_events_of_one_day_and_of_few_shapes() -> None:
    row, shape = days(0), days(0)
    assert firsts_of(row, shape, one_day(5), 1, MOST, TODAY) is not None
    assert firsts_of(row, shape, one_day(5), 1, MOST + 1, TODAY) is None
    assert firsts_of(row, shape, spans((5, 6)), 1, 1, TODAY) is None
    assert firsts_of(days(), days(), one_day(), 1, 1, TODAY) is None


# --- selecting --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("last", [False, True])
def test_the_event_that_is_picked_lies_on_the_days_on_which_the_first_or_last_may(
    seed: int, *, last: bool
) -> None:
    chance = Random(seed)
    row = (
        sorted(chance.sample(range(8), 6))
        if seed % 3 == 0
        else sorted(chance.randrange(8) for _ in range(20))
    )
    earliest = [chance.randrange(1, 12) for _ in row]
    latest = [d + (chance.randrange(4) if seed % 2 else 0) for d in earliest]
    truth: Small | int = small(*(chance.choice((POSSIBLY, UNKNOWN, YES)) for _ in row))
    if seed % 4 == 1:
        truth = chance.choice((POSSIBLY, YES))
    on = spans(*zip(earliest, latest, strict=True)) if seed % 2 else one_day(*earliest)
    once = len(set(row)) == len(row)
    found = Matches(days(*row), np.arange(len(row)), on, truth, once)
    truths = [truth] * len(row) if isinstance(truth, int) else truth.tolist()

    picked = pick(found, 8, last=last)
    best = np.broadcast_to(best_truth(found, 8), 8)

    assert picked is not None
    for r in range(8):
        events = [e[1:] for e in zip(row, earliest, latest, truths, strict=True) if e[0] == r]
        expected = plain_pick(events, last=last)
        assert best[r] == max((e[2] for e in events), default=NO)
        if expected is None:
            assert picked.sure[r] == NO
        else:
            assert (picked.on.earliest[r], picked.on.latest[r], picked.sure[r]) == expected


def test_every_row_with_one_event_is_picked_as_it_stands() -> None:
    found = Matches(days(0, 1), np.arange(2), one_day(5, 6), UNKNOWN, once=True)

    picked = pick(found, 2)

    assert picked is not None
    assert picked.on is found.on
    assert picked.sure.tolist() == [POSSIBLY, POSSIBLY]
    assert best_truth(found, 2) == UNKNOWN


# --- a period of the law ------------------------------------------------------------------------------------


def test_a_period_holds_surely_possibly_or_not() -> None:
    text = """
[[period]]
id = "fog"
label = { en = "fog" }
says = { en = "Fog." }
provision = "answer"
from = "2019-05-02/2019-05-04"
to = "2019-05-07/2019-05-09"
confidence = "text"
source = "invented"
[[period]]
id = "mist"
label = { en = "mist" }
says = { en = "Mist." }
provision = "answer"
from = "2019-05-02/2019-05-08"
to = "2019-05-05/2019-05-09"
confidence = "text"
source = "invented"
"""
    periods = world(ANSWERING + text).periods
    may = date(2019, 4, 30).toordinal()
    on = spans(
        *(
            (may + a, may + b)
            for a, b in (
                (1, 1),
                (1, 2),
                (2, 2),
                (4, 4),
                (3, 5),
                (4, 7),
                (7, 8),
                (9, 9),
                (9, 12),
                (10, 11),
                (1, 20),
            )
        )
    )

    fog, mist = (_inside(periods[p], on).tolist() for p in ("fog", "mist"))

    assert fog == [NO, POSSIBLY, POSSIBLY, YES, POSSIBLY, YES, POSSIBLY, POSSIBLY, POSSIBLY, NO, POSSIBLY]
    assert mist == [NO, *[POSSIBLY] * 8, NO, POSSIBLY]


# --- counting ---------------------------------------------------------------------------------------------


def test_a_notice_in_time_lengthens_the_term() -> None:
    end = spans((10, 10), (10, 14), (10, 14), (10, 14), (10, 14), (GAP, GAP), (10, 10), (10, 10), (10, 10))
    more = spans((20, 20), (20, 24), (20, 24), (20, 24), (20, 24), (20, 20), (GAP, GAP), (GAP, GAP), (20, 20))
    notice = spans((10, 10), (9, 10), (9, 11), (15, 16), (14, 14), (5, 5), (5, 5), (11, 11), (9, 9))
    sure = small(YES, YES, YES, YES, YES, YES, YES, YES, POSSIBLY)

    found = _with_notice(end, more, notice, sure)

    assert rows(found) == [
        (20, 20),
        (20, 24),
        (10, 24),
        (10, 14),
        (10, 24),
        (GAP, GAP),
        (GAP, GAP),
        (10, 10),
        (10, 20),
    ]


def test_days_that_are_known_stay_known_where_every_notice_is_in_time_or_too_late() -> None:
    found = _with_notice(one_day(10, 10), one_day(20, 20), one_day(9, 11), small(YES, YES))

    assert found.single
    assert rows(found) == [(20, 20), (10, 10)]
    assert not _with_notice(one_day(10), one_day(20), one_day(9), small(POSSIBLY)).single


def test_ends_put_in_some_rows_leave_the_others() -> None:
    end, some = one_day(1, 2, 3), np.array([1])

    assert rows(_put(end, some, one_day(7))) == [(1, 1), (7, 7), (3, 3)]
    assert rows(_put(end, some, spans((7, 9)))) == [(1, 1), (7, 9), (3, 3)]
    assert rows(_put(spans((1, 4), (2, 2)), some, one_day(7))) == [(1, 4), (7, 7)]
    assert rows(end) == [(1, 1), (2, 2), (3, 3)]


def test_what_stands_still_neither_runs_nor_is_overdue() -> None:
    states = small(RUNNING, RUNNING | OVERDUE, RUNNING | MET, MET, RUNNING, OVERDUE)
    still = small(YES, YES, YES, YES, POSSIBLY, NO)

    assert _standing_still(states, still).tolist() == [
        SUSPENDED,
        SUSPENDED,
        SUSPENDED | MET,
        MET,
        SUSPENDED | RUNNING,
        OVERDUE,
    ]


# --- rows -------------------------------------------------------------------------------------------------


def test_counts_of_one_reading_are_joined_row_by_row() -> None:
    due = DueRows(3)
    due.add(spans((5, 6), (7, 8)), small(RUNNING, RUNNING), np.array([0, 2]))
    assert due.on is not None
    assert rows(due.on) == [(5, 6), (NEVER_LATER, NEVER_EARLIER), (7, 8)]
    due.add(spans((4, 5), (GAP, GAP)), small(MET, MISSING), np.array([0, 2]))
    due.add(one_day(9, 9, 9), small(OVERDUE, OVERDUE, OVERDUE), None)

    assert rows(due.on) == [(4, 9), (9, 9), (GAP, GAP)]
    assert due.states.tolist() == [RUNNING | MET | OVERDUE, OVERDUE, RUNNING | MISSING | OVERDUE]


def test_what_was_counted_in_all_rows_at_first_is_not_changed_by_what_comes_after() -> None:
    end, states = one_day(5, 5), small(RUNNING, RUNNING)
    due, start = DueRows(2), StartRows(2)
    due.add(end, states, None)
    start.add(end, None, deemed=False)
    due.add(one_day(9), small(OVERDUE), np.array([1]))
    start.add(one_day(3), np.array([0]), deemed=True)

    assert due.on is not None
    assert start.on is not None
    assert rows(due.on) == [(5, 5), (5, 9)]
    assert rows(start.on) == [(3, 5), (5, 5)]
    assert start.deemed.tolist() == [True, False]
    assert rows(end) == [(5, 5), (5, 5)]
    assert states.tolist() == [RUNNING, RUNNING]


def due_rows(on: Spans, *states: int) -> DueRows:
    due = DueRows(len(states))
    due.add(on, small(*states), None)
    return due


def joined(dues: dict[str, DueRows], *, us: bool = True) -> Ran:
    size = len(next(iter(dues.values())).states)
    start = StartRows(size)
    start.add(one_day(*[1] * size), None, deemed=False)
    ran = join(start, dues, small(*[0] * size), YES, us=us)
    assert ran is not None
    return ran


def test_the_earliest_end_leads_for_us_and_the_latest_for_others() -> None:
    dues = {
        "a": due_rows(
            spans((5, 9), (5, 9), (GAP, GAP), (5, 6), (GAP, GAP)), RUNNING, RUNNING, MISSING, 0, MISSING
        ),
        "b": due_rows(
            spans((6, 7), (4, 7), (6, 7), (6, 7), (GAP, GAP)), OVERDUE, OVERDUE, OVERDUE, OVERDUE, MISSING
        ),
    }

    assert joined(dues).state.tolist() == [RUNNING, OVERDUE, OVERDUE, OVERDUE, MISSING]
    assert joined(dues, us=False).state.tolist() == [RUNNING, RUNNING, OVERDUE, OVERDUE, MISSING]
    assert joined(dues).states.tolist() == [
        RUNNING | OVERDUE,
        RUNNING | OVERDUE,
        MISSING | OVERDUE,
        OVERDUE,
        MISSING,
    ]


def test_a_reading_by_which_nothing_was_counted_does_not_lead() -> None:
    dues = {
        "a": due_rows(one_day(3, 9), 0, 0),
        "b": due_rows(one_day(5, 8), RUNNING, RUNNING),
        "c": due_rows(one_day(6, 7), OVERDUE, OVERDUE),
    }

    assert joined(dues).state.tolist() == [RUNNING, OVERDUE]
    assert joined(dues, us=False).state.tolist() == [OVERDUE, RUNNING]


def test_of_two_that_share_their_leading_end_the_other_end_decides() -> None:
    """The strictest for us, the surest for others."""
    a = due_rows(spans((5, 9), (5, 7), (5, 9), (6, 9)), RUNNING, RUNNING, RUNNING, RUNNING)
    b = due_rows(spans((5, 7), (5, 9), (6, 9), (5, 9)), OVERDUE, OVERDUE, OVERDUE, OVERDUE)

    assert joined({"a": a, "b": b}).state.tolist() == [OVERDUE, RUNNING, RUNNING, OVERDUE]
    assert joined({"a": a, "b": b}, us=False).state.tolist() == [RUNNING, OVERDUE, OVERDUE, RUNNING]


def test_a_reading_that_never_ends_leads_before_one_that_cannot_be_counted() -> None:
    dues = {
        "none": due_rows(one_day(1), 0),
        "never": due_rows(one_day(OPEN_END), RUNNING),
        "gap": due_rows(one_day(GAP), MISSING),
    }

    assert joined(dues).state.tolist() == [RUNNING]
    assert joined(dues, us=False).state.tolist() == [RUNNING]


def test_a_clock_without_any_state_is_nowhere() -> None:
    start = StartRows(2)
    nothing = {"a": due_rows(one_day(5, 5), 0, 0)}
    assert join(start, nothing, small(0, 0), YES, us=True) is None
    start.add(one_day(1, 1), None, deemed=False)
    assert join(start, nothing, small(0, 0), YES, us=True) is None
    assert join(StartRows(1), {"a": due_rows(one_day(5), RUNNING)}, small(0), YES, us=True) is None


def test_more_states_stand_only_beside_those_of_a_last_day() -> None:
    start = StartRows(2)
    start.add(one_day(1, 1), None, deemed=False)

    ran = join(
        start, {"a": due_rows(one_day(5, 5), RUNNING, 0)}, small(*[int(NOT_STARTED)] * 2), YES, us=True
    )

    assert ran is not None
    assert ran.states.tolist() == [RUNNING | NOT_STARTED, 0]
    assert ran.state.tolist() == [RUNNING, 0]
    assert CERTAINTIES[ran.certainty[0]] is Certainty.POSSIBLE


@pytest.mark.parametrize("earliest_only", [False, True])
def test_a_clock_runs_from_the_ends_of_the_one_before(*, earliest_only: bool) -> None:
    """From the reading that ends first, or from all of them; what never ends starts nothing."""
    on = spans((5, 9), (5, 9), (5, 5), (5, OPEN_END), (GAP, GAP), (5, 7))
    dues = {
        "never": DueRows(6),
        "a": due_rows(on, *[RUNNING] * 5, 0),
        "b": due_rows(spans((6, 7), (5, 7), (4, 8), (6, 7), (6, 7), (6, 7)), *[RUNNING] * 6),
    }
    dues["a"].states[4] = MISSING

    found = joined({n: d for n, d in dues.items() if d.on is not None}).ends(earliest_only=earliest_only)
    assert found is not None
    first = [(5, 9), (5, 7), (4, 8), (6, 7), (6, 7), (6, 7)]
    every = [(5, 9), (5, 9), (4, 8), (6, 7), (6, 7), (6, 7)]
    assert rows(found.on) == (first if earliest_only else every)
    assert found.sure.tolist() == [YES] * 6
    nowhere = joined({"never": DueRows(1), "a": due_rows(spans((5, OPEN_END)), RUNNING)})
    ends = nowhere.ends(earliest_only=earliest_only)
    assert ends is not None
    assert ends.sure.tolist() == [NO]
    assert rows(ends.on) == [(GAP, GAP)]


def test_how_surely_a_clock_stands_in_some_states() -> None:
    ran = joined({"a": due_rows(one_day(5, 5, 5, 5), RUNNING, RUNNING | MET, MET, RUNNING)})
    ran.certainty[3] = CERTAINTIES.index(Certainty.UNKNOWN)
    assert ran.stands_in(frozenset({"running"})).tolist() == [YES, POSSIBLY, NO, UNKNOWN]

    ran.filing, ran.filings = days(2, 0, 0, 0), 3
    assert ran.stands_in(frozenset({"running"})).tolist() == [POSSIBLY, NO, YES]


# --- kept -------------------------------------------------------------------------------------------------


def test_columns_grow_stretch_by_stretch() -> None:
    """A reading that is counted in one stretch only, rows that are apart, clocks that events opened."""
    kept = KeptClock(room=1)
    one = joined({"a": due_rows(one_day(5, 6, 7), RUNNING, 0, MET)})
    kept.add(one, np.array([False, False, False]), first=10, event=100)
    two = joined({"b": due_rows(spans((8, 9), (8, 8), (8, 8)), RUNNING, MET, OVERDUE)})
    kept.add(two, np.array([False, True, False]), first=20, event=200)
    kept.add(joined({"a": due_rows(one_day(3), RUNNING), "b": DueRows(1)}), np.array([False]), 30, 300)

    found = kept.columns()

    assert found.filing.tolist() == [10, 12, 20, 22, 30]
    assert found.event.tolist() == [-1] * 5
    assert found.states.tolist() == [RUNNING, MET, RUNNING, OVERDUE, RUNNING]
    assert found.state.tolist() == found.states.tolist()
    assert rows(found.start) == [(1, 1)] * 5
    assert rows(found.dues["a"].on) == [(5, 5), (7, 7), (GAP, GAP), (GAP, GAP), (3, 3)]
    assert found.dues["a"].states.tolist() == [RUNNING, MET, 0, 0, RUNNING]
    assert rows(found.dues["b"].on) == [(GAP, GAP), (GAP, GAP), (8, 9), (8, 8), (GAP, GAP)]
    assert found.dues["b"].states.tolist() == [0, 0, RUNNING, OVERDUE, 0]


def test_a_clock_that_events_opened_keeps_their_numbers() -> None:
    kept = KeptClock(room=8)
    ran = joined({"a": due_rows(one_day(5, 6, 7), RUNNING, 0, MET)})
    ran.filing, ran.event = days(0, 0, 1), np.array([1, 2, 4])
    kept.add(ran, np.array([False, True]), first=10, event=100)
    kept.add(ran, np.array([False, False]), first=20, event=200)

    found = kept.columns()

    assert found.filing.tolist() == [10, 20, 21]
    assert found.event.tolist() == [101, 201, 204]


# --- the table --------------------------------------------------------------------------------------------


def table(*columns: Days) -> EventTable:
    """Of filings, shapes, first and last days."""
    event = Event("", "buk", Span.unknown())
    forms: NDArray[np.int32] = np.zeros(4, dtype=np.int32)
    filing, shape, earliest, latest = columns
    return EventTable((Form(Filing("", "zub")),), (event,), forms, filing, shape, earliest, latest)


def test_columns_of_events_are_of_one_length() -> None:
    good = [days(0, 0, 3), days(0, 0, 0), days(5, 6, 7), days(5, 6, 7)]
    for n in range(4):
        with pytest.raises(ValueError, match="one length"):
            table(*good[:n], days(0, 0), *good[n + 1 :])
    assert table(*good).filings == 4
    assert table(days(), days(), days(), days()).filings == 4


@pytest.mark.parametrize("filing", [(1, 0, 2), (0, 2, 1), (2, 1, 0)])
def test_events_of_one_filing_stand_side_by_side(filing: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="side by side"):
        table(days(*filing), days(0, 0, 0), days(5, 6, 7), days(5, 6, 7))
