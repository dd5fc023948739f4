"""What is said of a whole table: which clocks columns carry, which filings stand apart, what ends first."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import numpy as np
import pytest

from raport.assess import Certainty, ClockState, Law, prepare
from raport.assess.columns import (
    BITS,
    CERTAINTIES,
    BreachColumns,
    ClockColumns,
    Columns,
    DueColumn,
    Ending,
    Spans,
    Standing,
    case_of,
    count_breaches,
    count_states,
    doubted,
    first_to_end,
    not_carried,
    run_columns,
    table_of,
)
from raport.assess.columns import columns as stretches
from raport.assess.columns.carried import leaned_on
from raport.casefile import Case, Claim, Event, Filing
from raport.dates import Span
from raport.law import Has, OtherFiling, Selector
from tests.core.assess.column_worlds import PERIODS
from tests.core.assess.same import columns_say, engine_says
from tests.core.assess.worlds import ANSWERING, provision, world

MAY = date(2019, 4, 30)
"""The day before the first of May: `MAY` and two days are the second."""


def may(day: int) -> date:
    return MAY + timedelta(days=day)


def case(number: int, *events: tuple[str, int], kind: str = "zub") -> Case:
    """A case of one filing, with these kinds of events on these days of May."""
    told = tuple(Event(f"e{n}", k, Span.on(may(d)), "f") for n, (k, d) in enumerate(events))
    return Case(f"c{number}", "ruritania", (Filing("f", kind),), told)


# --- what is carried --------------------------------------------------------------------------------------


def more_law(text: str, provisions: str = "", clocks: str = "") -> Law:
    """The small law with another clock or two; the procedure sets them going."""
    words = ANSWERING.replace(
        'clocks = ["record", "answer", "sue"]', f'clocks = ["record", "answer", "sue"{clocks}]'
    )
    return prepare(world(words + provisions + text))


def clock(name: str, more: str, start: str = '{ event = { kind = "kam" } }', met: str = "") -> str:
    return f"""
[[clock]]
id = "{name}"
label = {{ en = "{name}" }}
provision = "record"
bearer = "authority"
starts = [{start}]
{met or 'met-by = { kind = "sag" }'}
{more}
"""


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ("", ""),
        (
            'when = { event = { kind = "sag", by = ["@not-competent"] } }',
            "it asks for @not-competent, which depends on the day and on facts",
        ),
        ('when = { not = { event = { kind = "haw", goes-on = true } } }', "it asks for what has not ended"),
        ('when = { event = { kind = "sag" }, anywhere = true }', "it asks for events of the whole case"),
        (
            'when = { later = { kind = "sag" }, than = { kind = "weg" } }',
            "it asks which of two events came later",
        ),
        ('when = { other-filing = { kind = ["trob"] } }', "it asks for other filings of the case"),
        ('when = { other-filing = { kind = ["trob"] }, challenges = true }', ""),
        ("when = { closing = 3 }", "it asks for terms that are about to end"),
        ('when = { breach = ["not-answered"] }', "it asks for breaches"),
        ('when = { ground-open = "yes" }', "it asks whether the ground was open on the day of filing"),
        ('when = { ground-open = "yes", on = "today" }', ""),
        (
            'when = { any = [{ fact = "estate", is = ["hussar"] }, { breach = ["not-answered"] }] }',
            "it asks for breaches",
        ),
        (
            'when = { period = "feast", on = { kind = "haw", goes-on = true } }',
            "it asks for what has not ended",
        ),
        ('when = { period = "feast", on = "filed" }', ""),
        ('each = { kind = "haw", goes-on = true }', "it asks for what has not ended"),
        (
            'pause = { from = { kind = "haw", goes-on = true }, until = { kind = "geh" } }',
            "it asks for what has not ended",
        ),
        (
            'pause = { from = { kind = "halt" }, until = { kind = "haw", goes-on = true } }',
            "it asks for what has not ended",
        ),
        (
            'extension = { event = { kind = "haw", goes-on = true }, provision = "record" }',
            "it asks for what has not ended",
        ),
    ],
)
def test_a_clock_that_asks_too_much_is_not_carried(more: str, why: str) -> None:
    law = more_law(clock("more", more) + PERIODS.replace('"main"', '"record"'), clocks=', "more"')

    assert not_carried(law) == ({"more": why} if why else {})
    assert not_carried(law, ["answer"]) == {}


def test_what_meets_a_clock_counts_too() -> None:
    meets = {
        'met-by = { kind = "haw", goes-on = true }': "it asks for what has not ended",
        'met-by-filing = { kind = ["trob"], challenges = true }': "",
    }
    for text, why in meets.items():
        law = more_law(clock("more", "", met=text), clocks=', "more"')
        assert not_carried(law) == ({"more": why} if why else {})
    law = more_law("")
    sue = law.clocks["sue"]
    for condition, why in (
        (OtherFiling({}, challenges=False), "it asks for other filings of the case"),
        (
            Has(Selector(frozenset({"geh"}))),
            "it is met by something other than a filing that challenges this one",
        ),
    ):
        other = replace(sue, rule=replace(sue.rule, met_by_filing=condition))
        assert not_carried(replace(law, clocks={**law.clocks, "sue": other})) == {"sue": why}


def test_a_clock_that_leans_on_one_that_is_not_carried_is_not_carried() -> None:
    text = clock("asks", 'when = { later = { kind = "sag" }, than = { kind = "weg" } }')
    text += clock("runs-on", "", '{ clock = "asks" }') + clock("again", "", '{ clock = "runs-on" }')
    text += clock("looks", 'when = { clock = "asks", state = ["met"] }')
    text += clock("often", 'each = { kind = "weg" }') + clock("from-often", "", '{ clock = "often" }')
    text += clock("looks-at-answer", 'when = { clock = "answer", state = ["met"] }')
    names = ["asks", "runs-on", "again", "looks", "often", "from-often", "looks-at-answer"]
    law = more_law(text, clocks="".join(f', "{n}"' for n in names))

    assert not_carried(law) == {
        "asks": "it asks which of two events came later",
        "runs-on": "it runs from asks, which is not carried",
        "again": "it runs from runs-on, which is not carried",
        "looks": "it asks about asks, which is not carried",
        "from-often": "it runs from often, which may run more than once",
    }
    assert set(not_carried(law, ["again"])) == {"again"}
    assert leaned_on(law, ["again"]) == {"again", "runs-on", "asks"}
    assert leaned_on(law, ["looks-at-answer"]) == {"looks-at-answer", "answer"}


def test_a_procedure_that_asks_too_much_takes_its_clocks_with_it() -> None:
    procedure = """
[[procedure]]
id = "late"
label = { en = "late" }
when = { all = [{ clock = "record", state = "met" }, { later = { kind = "sag" }, than = { kind = "weg" } }] }
clocks = ["sue"]
"""
    law = more_law(procedure)

    assert not_carried(law) == {"sue": "of procedure late: it asks which of two events came later"}
    assert leaned_on(law, ["sue"]) == {"sue", "record"}
    assert leaned_on(law, ["answer"]) == {"answer"}


def test_a_start_moved_by_working_days_is_not_carried() -> None:
    law = prepare(world(ANSWERING.replace(provision("record", 3), provision("record", 3, "working-day"))))

    assert not_carried(law) == {"answer": "its start is moved by working days"}


def test_an_extension_by_another_unit_is_not_carried() -> None:
    """A term that was once counted in months: the days that lengthen it now cannot be added to those."""
    months = (
        provision("answer", 1, "month").rstrip()
        + """
    [[provision.version]]
    from = 2019-05-10
    term = { count = 30, unit = "calendar-day" }
    regime = "plain"
"""
    )
    law = prepare(world(ANSWERING.replace(provision("answer", 30), months)))

    assert not_carried(law) == {"answer": "it is extended by a term of another unit"}
    assert not not_carried(prepare(world(ANSWERING)))


# --- which filings stand apart ------------------------------------------------------------------------------


def test_filings_in_which_a_clock_may_run_that_is_not_carried_stand_apart() -> None:
    """Where its procedure applies today; all of them where columns cannot tell that."""
    procedure = """
[[procedure]]
id = "passed"
label = { en = "passed" }
when = { event = { kind = "weg" } }
clocks = ["more"]
"""
    asks = 'when = { later = { kind = "sag" }, than = { kind = "weg" } }'
    law = prepare(world(ANSWERING + procedure + clock("more", asks)))
    cases = [
        case(0, ("kam", 2)),
        case(1, ("weg", 9)),
        case(2, ("weg", 10)),
        case(3),
        case(4, ("weg", 2), ("kam", 1)),
    ]
    table, _ = table_of(cases)

    assert run_columns(table, law, may(9)).apart.tolist() == [1, 4]
    assert run_columns(table, law, may(9), ["answer"]).apart.tolist() == []
    blind = prepare(
        world(
            ANSWERING
            + procedure.replace("when = ", 'when = { all = [{ breach = ["not-answered"] }, ').replace(
                ' }\nclocks = ["more"]', ' }] }\nclocks = ["more"]'
            )
            + clock("more", "")
        )
    )
    assert run_columns(table, blind, may(9)).apart.tolist() == [0, 1, 2, 3, 4]
    assert not run_columns(table, blind, may(9)).clocks["record"].filing.size


def test_a_table_in_stretches_is_numbered_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    law = prepare(world(ANSWERING))
    cases = [case(n, ("kam", n), *[("buk", n + 1)] * (n % 2)) for n in range(1, 8)]
    cases[4] = replace(cases[4], filings=(*cases[4].filings, Filing("g", "trob", challenges=("f",))))
    table, _ = table_of(cases)
    assert table.apart is not None
    done: list[int] = []
    whole = run_columns(table, law, may(30))
    monkeypatch.setattr(stretches, "chunks", partial(stretches.chunks, size=3))

    found = run_columns(table, law, may(30), done=done.append)

    assert done == [3, 3, 2]
    assert found.apart.tolist() == whole.apart.tolist() == [4, 5]
    for name, clock_ in whole.clocks.items():
        assert found.clocks[name].filing.tolist() == clock_.filing.tolist()
        assert found.clocks[name].start.earliest.tolist() == clock_.start.earliest.tolist()
    said, _, apart = columns_say(cases, law, may(30))
    assert said == {k: v for k, v in engine_says(cases, law, may(30)).items() if k[:2] not in apart}
    empty, _ = table_of([])
    assert run_columns(empty, law, may(1)).apart.tolist() == []


@pytest.mark.parametrize("size", [1, 2, 3, 4, 9])
def test_stretches_are_the_table_in_order(size: int) -> None:
    table, _ = table_of([case(n, *[("kam", n + 1)] * n) for n in range(4)])

    found = list(stretches.chunks(table, size))

    assert [first for first, _, _ in found] == list(range(0, 4, size))
    assert sum(c.size for *_, c in found) == 4
    seen = []
    for first, event, chunk in found:
        assert len(chunk.form) == chunk.size
        seen += [(first + r, d) for r, d in zip(chunk.row.tolist(), chunk.on.earliest.tolist(), strict=True)]
        assert event + len(chunk.row) == len(seen)
        assert not len(chunk.row) or 0 <= chunk.row.min() <= chunk.row.max() < chunk.size
    assert seen == [(n, may(n + 1).toordinal()) for n in range(4) for _ in range(n)]


# --- one filing taken out, a table put together -------------------------------------------------------------


def test_a_filing_taken_out_has_its_own_events_and_the_facts_of_the_first() -> None:
    span = Span(may(3), may(7))
    facts = {"estate": (Claim("hussar"),)}
    middle = replace(case(1, ("kam", 2), ("buk", 3)), facts=facts)
    middle = replace(middle, events=(*middle.events, replace(middle.events[0], id="e9", on=span)))
    table, _ = table_of([case(0, ("kam", 1)), middle, case(2, ("weg", 9), ("geh", 9))])

    one = case_of(table, [1], "ruritania")
    assert [(e.id, e.kind, e.filing, e.on) for e in one.events] == [
        ("e1", "kam", "f1", Span.on(may(2))),
        ("e2", "buk", "f1", Span.on(may(3))),
        ("e3", "kam", "f1", span),
    ]
    assert one.facts == facts
    both = case_of(table, [0, 1], "ruritania", {1: (0,)})
    assert [(f.id, f.challenges) for f in both.filings] == [("f0", ()), ("f1", ("f0",))]
    assert both.facts == facts
    assert [e.id for e in both.events] == ["e0", "e1", "e2", "e3"]
    assert case_of(table, [2], "ruritania").facts == {}
    assert [e.id for e in case_of(table, [2], "ruritania").events] == ["e4", "e5"]


def test_filings_that_lean_on_others_stand_apart() -> None:
    two = replace(case(1, ("kam", 2)), filings=(Filing("f", "zub"), Filing("g", "klag")))
    told = Event("e1", "sag", Span.on(may(3)), "f")
    follows = replace(case(2), events=(replace(told, follows="f"),))
    via = replace(case(3), events=(replace(told, via="e0"),))
    table, names = table_of([case(0, ("kam", 1)), two, follows, via])

    assert table.apart is not None
    apart = [names[n] for n in np.flatnonzero(table.apart).tolist()]
    assert apart == [("c1", "f"), ("c1", "g"), ("c2", "f"), ("c3", "f")]
    assert len(table.shapes) == 2
    assert len(table.forms) == 2


def test_days_that_are_known_share_one_column() -> None:
    known, _ = table_of([case(0, ("kam", 1)), case(1, ("kam", 2))])
    wide = replace(case(0), events=(Event("e", "kam", Span(may(1), may(2)), "f"),))
    unsure, _ = table_of([wide, case(1, ("kam", 2))])

    assert known.latest is known.earliest
    assert (unsure.earliest.tolist(), unsure.latest.tolist()) == (
        [may(1).toordinal(), may(2).toordinal()],
        [may(2).toordinal()] * 2,
    )


# --- counts -----------------------------------------------------------------------------------------------


def clock_columns(
    *rows: tuple[ClockState, Certainty], filing: tuple[int, ...] = (), **dues: list[tuple[int, int, bool]]
) -> ClockColumns:
    """Rows of a state and a certainty; dues by reading: first day, last day, whether anything was counted."""
    states = np.array([BITS[s] for s, _ in rows], dtype=np.uint8)
    size = len(rows)
    day = np.ones(size, dtype=np.int32)
    return ClockColumns(
        filing=np.array(filing or range(size), dtype=np.int32),
        event=np.full(size, -1, dtype=np.int32),
        start=Spans(day, day),
        deemed=np.zeros(size, dtype=np.bool_),
        dues={
            name: DueColumn(
                Spans(
                    np.array([d[0] for d in due], dtype=np.int32),
                    np.array([d[1] for d in due], dtype=np.int32),
                ),
                states * np.array([d[2] for d in due], dtype=np.uint8),
            )
            for name, due in dues.items()
        },
        states=states,
        state=states,
        certainty=np.array([CERTAINTIES.index(c) for _, c in rows], dtype=np.uint8),
    )


RUNS = ClockState.RUNNING
SURE, MAYBE, SILENT = Certainty.CERTAIN, Certainty.POSSIBLE, Certainty.UNKNOWN


def test_states_and_breaches_are_counted() -> None:
    every = [(s, c) for s in ClockState for c in Certainty]
    one = Columns(
        {"a": clock_columns(*every, (RUNS, MAYBE)), "b": clock_columns((RUNS, SURE))},
        np.zeros(0, dtype=np.int32),
        {},
    )

    expected = Counter(Standing("a", s, c) for s, c in every)
    expected[Standing("a", RUNS, MAYBE)] += 1
    expected[Standing("b", RUNS, SURE)] += 1
    assert count_states(one) == expected

    none = np.zeros(3, dtype=np.int32)
    columns = [
        BreachColumns("late", "a", "p", none, none, np.array([0, 1, 1], dtype=np.uint8)),
        BreachColumns("late", "b", "p", none, none, np.array([2, 1, 1], dtype=np.uint8)),
    ]
    assert count_breaches(columns) == Counter({("late", SURE): 1, ("late", MAYBE): 4, ("late", SILENT): 1})


def test_what_could_not_be_read_leaves_nothing_certain() -> None:
    columns = Columns(
        {"a": clock_columns((RUNS, SURE), (RUNS, SURE), (RUNS, SILENT), (RUNS, MAYBE))},
        np.zeros(0, dtype=np.int32),
        {},
    )

    assert doubted(columns, np.zeros(4, dtype=np.bool_)) is columns
    found = doubted(columns, np.array([True, False, True, True])).clocks["a"].certainty.tolist()
    assert [CERTAINTIES[c] for c in found] == [MAYBE, SURE, SILENT, MAYBE]


def ending(first: int, last: int, filing: int, name: str = "record", sure: Certainty = SURE) -> Ending:
    return Ending(Span(date.fromordinal(first), date.fromordinal(last)), filing, name, sure)


def test_the_clocks_that_end_first_come_first() -> None:
    """Those that run, and for which something speaks: by first day, last day, filing."""
    law = prepare(world(ANSWERING))
    never = date.max.toordinal()
    rows = [(RUNS, SURE)] * 5 + [
        (RUNS, SILENT),
        (ClockState.MET, SURE),
        (RUNS, MAYBE),
        (RUNS, SURE),
        (RUNS, SURE),
    ]
    due = [(9, 9), (7, 12), (7, 9), (7, 9), (8, 8), (1, 1), (1, 1), (3, 30), (2, never), (0, 0)]
    record = clock_columns(*rows, filing=(4, 5, 9, 6, 8, 0, 1, 2, 3, 7), a=[(*d, True) for d in due])
    sue = clock_columns((RUNS, SURE), filing=(11,), a=[(7, 10, True)])
    columns = Columns(
        {"record": record, "answer": clock_columns(), "sue": sue}, np.zeros(0, dtype=np.int32), {}
    )

    expected = [
        ending(3, 30, 2, sure=MAYBE),
        ending(7, 9, 6),
        ending(7, 9, 9),
        ending(7, 10, 11, "sue"),
        ending(7, 12, 5),
        ending(8, 8, 8),
        ending(9, 9, 4),
    ]
    for most in (1, 2, 3, 4, 9):
        assert first_to_end(columns, law, most) == expected[:most]


def test_of_several_readings_the_one_that_leads_says_when_a_clock_ends() -> None:
    law = prepare(world(ANSWERING))
    a = [(5, 9, True), (5, 9, True), (0, 0, True), (5, 9, False), (5, 9, True), (6, 8, True), (1, 3, True)]
    b = [(6, 7, True), (4, 7, True), (6, 7, True), (6, 7, True), (5, 7, True), (4, 8, True), (2, 4, True)]
    a += [(5, 7, True), (5, 9, True), (5, 9, True), (7, 9, True)]
    b += [(5, 9, True), (5, 7, True), (7, 9, True), (5, 9, True)]
    rows = [(RUNS, SURE)] * 11
    for name, led in {
        "sue": {(1, 3): [6], (4, 7): [1], (4, 8): [5], (5, 7): [4, 7, 8], (5, 9): [0, 9, 10], (6, 7): [2, 3]},
        "record": {(2, 4): [6], (5, 9): [0, 1, 4, 7, 8], (6, 7): [2, 3], (6, 8): [5], (7, 9): [9, 10]},
    }.items():
        columns = Columns({name: clock_columns(*rows, a=a, b=b)}, np.zeros(0, dtype=np.int32), {})
        expected = [ending(*due, n, name) for due, many in led.items() for n in many]
        assert first_to_end(columns, law, 99) == expected
