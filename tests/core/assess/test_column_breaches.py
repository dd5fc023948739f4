"""What columns say of breaches, of single filings and of the whole, is what the one-case engine says."""

from collections import Counter
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from raport.assess import Certainty, Clock, ClockState, assess, assess_filings, prepare
from raport.assess.columns import (
    CERTAINTIES,
    Standing,
    breaches_of,
    case_of,
    count_breaches,
    count_states,
    first_to_end,
    may_be_breached,
    run_columns,
    table_of,
)
from raport.casefile import Case
from tests.core.assess.drawn_cases import days, many_cases, rules
from tests.core.assess.worlds import ANSWERING, world
from tests.core.assess.worlds import case as case_file

CONDITIONS = [
    '{ event = { kind = "weg", to = ["@about"] } }',
    '{ event = { kind = "sag", outcome = "nay", by = ["@not-competent"] } }',
    '{ later = { kind = "sag" }, than = { kind = "weg" } }',
    '{ all = [{ filing = { kind = ["zub"] } }, { not = { event = { kind = "buk" } } }] }',
    '{ all = [{ event = { kind = "weg" } }, { not = { clock = ["answer"], state = ["met"] } }] }',
    '{ any = [{ event = { kind = "haw" } }, { event = { kind = "halt", modality = "claimed" } }] }',
    '{ all = [{ breach = ["not-answered"] }, { event = { kind = "kam" } }] }',
    '{ all = [{ fact = "estate", is = ["hussar"] }, { event = { kind = "sag" } }] }',
    '{ not = { event = { kind = "sag", by = ["@not-competent"] } } }',
]


def _rule(number: int) -> str:
    return f"""
[[breach]]
id = "b{number}"
label = {{ en = "b{number}" }}
says = {{ en = "b{number}" }}
provisions = ["answer"]
when = {CONDITIONS[number]}
"""


LAW = prepare(world(ANSWERING + "".join(map(_rule, range(len(CONDITIONS))))))


@given(many_cases(), days)
def test_a_filing_that_columns_pass_over_has_no_breach_but_those_of_its_clocks(
    cases: list[Case], today: date
) -> None:
    table, ids = table_of(cases)
    columns = run_columns(table, LAW, today)
    asked = {ids[n] for n in may_be_breached(table, LAW, today).tolist()}
    asked |= {ids[n] for n in columns.apart.tolist()}

    for case in cases:
        for filing in assess(case, LAW, today).filings:
            if (case.id, filing.id) not in asked:
                assert [b.id for b in filing.breaches if not b.clock] == []


def test_of_two_filings_columns_pass_over_the_one_that_was_not_passed_on() -> None:
    pack = world(ANSWERING + _rule(0))
    told = case_file(
        """
        [[filing]]
        id = "quiet"
        kind = "zub"
        [[filing]]
        id = "passed"
        kind = "zub"
        about = "keep"
        [[event]]
        id = "e1"
        kind = "kam"
        filing = "quiet"
        on = 2019-03-01
        [[event]]
        id = "e2"
        kind = "weg"
        filing = "passed"
        on = 2019-03-01
        to = "keep"
        """,
        pack,
    )
    table, ids = table_of([told.case])

    found = may_be_breached(table, prepare(pack), date(2019, 4, 1))

    assert [ids[n] for n in found.tolist()] == [("c1", "passed")]


@given(rules(), many_cases(), days)
def test_breaches_of_clocks_are_those_of_the_engine(text: str, cases: list[Case], today: date) -> None:
    broken = text.replace("met-by = {", 'overdue = "gone"\nlate = "slow"\nmet-by = {')
    labels = "".join(
        f'\n[[breach]]\nid = "{b}"\nlabel = {{ en = "{b}" }}\nsays = {{ en = "{b}" }}\n'
        for b in ("gone", "slow")
    )
    law = prepare(world(broken + labels))
    table, ids = table_of(cases)
    columns = run_columns(table, law, today)
    apart = {ids[n] for n in columns.apart.tolist()}
    events = [e.id for c in cases for f in c.filings for e in c.events if e.filing == f.id]

    said = Counter(
        (*ids[filing], breach.id, breach.clock if event < 0 else f"{breach.clock}@{events[event]}", certainty)
        for breach in breaches_of(columns, law)
        for filing, event, certainty in zip(
            breach.filing.tolist(), breach.event.tolist(), breach.certainty.tolist(), strict=True
        )
    )

    assert said == Counter(
        (case.id, filing.id, b.id, b.clock, CERTAINTIES.index(b.certainty))
        for case in cases
        for filing in assess(case, law, today).filings
        for b in filing.breaches
        if (case.id, filing.id) not in apart
    )
    assert sum(count_breaches(breaches_of(columns, law)).values()) == said.total()


@given(many_cases(), days)
def test_the_count_of_states_is_the_count_over_the_engine(cases: list[Case], today: date) -> None:
    table, ids = table_of(cases)
    columns = run_columns(table, LAW, today)
    apart = {ids[n] for n in columns.apart.tolist()}
    clocks = [
        (case.id, filing.id, clock)
        for case in cases
        for filing in assess(case, LAW, today).filings
        for clock in filing.clocks
        if (case.id, filing.id) not in apart
    ]

    assert count_states(columns) == Counter(Standing(c.rule, c.state, c.certainty) for _, _, c in clocks)

    ends = sorted(
        (c.leading.due.earliest, c.leading.due.latest, ids.index((case_id, filing)))
        for case_id, filing, c in clocks
        if c.state is ClockState.RUNNING and c.certainty is not Certainty.UNKNOWN
        if c.leading and c.leading.due and not c.leading.due.open_end
    )
    first = [(e.due.earliest, e.due.latest, e.filing) for e in first_to_end(columns, LAW, 3)]
    assert first == ends[:3]


@given(many_cases(), days, st.data())
def test_a_filing_taken_out_of_the_columns_is_the_one_that_went_in(
    cases: list[Case], today: date, data: st.DataObject
) -> None:
    table, ids = table_of(cases)
    if not ids:
        return
    number = data.draw(st.integers(0, len(ids) - 1))
    (case,) = [c for c in cases if c.id == ids[number][0]]
    if table.apart is not None and table.apart[number]:
        return

    (again,) = assess_filings(case_of(table, [number], "ruritania"), LAW, today)

    (whole,) = [f for f in assess(case, LAW, today).filings if f.id == ids[number][1]]
    assert again.id == f"f{number}"
    assert _plain(again.clocks) == _plain(whole.clocks)


def _plain(clocks: tuple[Clock, ...]) -> list[tuple[object, ...]]:
    return [(c.rule, c.start, c.dues, c.state, c.states, c.certainty) for c in clocks]
