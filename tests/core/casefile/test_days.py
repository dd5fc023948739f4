"""Days: as they were told, as they lean on one another, cut at the day of the file."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.casefile import Contradiction, Order
from raport.dates import Span
from tests.core.casefile.invented import HEAD, events, mistakes, read


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


def days(text: str, head: str = HEAD) -> dict[str, Span]:
    return {e.id: e.on for e in read(text, head).case.events}


CUT = HEAD + "as-of = 2019-11-16\n"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"2019-10-10"', span("2019-10-10", "2019-10-10")),
        ("2019-10-10", span("2019-10-10", "2019-10-10")),
        ('"2019-07/2019-09"', span("2019-07-01", "2019-09-30")),
        ('"2019-21"', span("2019-03-01", "2019-05-31")),
        ('".."', Span.unknown()),
        ('"unknown"', Span.unknown()),
    ],
)
def test_a_day_is_a_span(written: str, expected: Span) -> None:
    assert days(events(f"on = {written}")) == {"e1": expected}


def test_a_day_told_by_another_leans_on_it_whatever_the_order_of_the_file() -> None:
    found = days(events('on = { after = "e2", by = "P10D" }', 'on = "2019-10-10"'))

    assert found["e1"] == span("2019-10-20", "2019-10-20")


def test_a_day_is_told_by_a_filing_through_the_event_that_began_it() -> None:
    text = events('filing = "f1"\non = "2019-10-10"', 'on = { after = "f1", by = "P1D" }')
    stamped = '[[event]]\nid = "e0"\nkind = "stamped"\nfiling = "f1"\non = "2019-12-01"\n'

    found = days(f'{stamped}{text}\n[[filing]]\nid = "f1"\nkind = "request"\n')

    assert found["e2"] == span("2019-10-11", "2019-10-11")


def test_a_day_leans_on_what_stands_for_a_corrected_event() -> None:
    text = events(
        'on = "2019-01-01"', 'on = { after = "e1", by = "P1D" }', 'on = "2019-02-01"\ncorrects = "e1"'
    )

    assert days(text) == {"e3": span("2019-02-01", "2019-02-01"), "e2": span("2019-02-02", "2019-02-02")}


def test_a_day_leans_across_the_rings() -> None:
    deed = (
        '[[event]]\nid = "e2"\nkind = "overslept"\non = "2019-10-10"\nuntil = { after = "e2", by = "P2D" }\n'
    )

    file = read(events('on = { before = "e2", by = "P1D" }') + "\n" + deed)

    assert file.case.events[0].on == span("2019-10-09", "2019-10-09")
    assert file.account.events[0].until == span("2019-10-12", "2019-10-12")


def test_as_of_cuts_open_ends_and_late_ends() -> None:
    text = events('on = "2019-07/.."', 'on = "2019"', 'on = ".."', 'on = { after = "e1" }')

    found = days(text, CUT)

    assert {s.latest for s in found.values()} == {date(2019, 11, 16)}
    assert found["e1"].earliest == date(2019, 7, 1)


def test_what_leans_on_a_cut_day_knows_of_the_cut() -> None:
    found = days(events('on = "2019-11/.."', 'on = { before = "e1", by = "P1M" }'), CUT)

    assert found["e2"] == span("2019-10-01", "2019-10-16")


def test_the_day_is_kept_as_it_was_told() -> None:
    file = read(events('on = "2019-07~"', "on = 2019-10-10", 'on = { before = "e1", by = "P6M~" }'))

    assert [e.said for e in file.case.events] == ["2019-07~", "2019-10-10", "P6M~ before e1"]


@pytest.mark.parametrize("row", ['on = "2019-11-17"', 'on = "2020"', 'on = { after = "e1", by = "P1Y" }'])
def test_an_event_wholly_after_the_day_of_the_file_is_a_mistake(row: str) -> None:
    (mistake,) = mistakes(events('on = "2019-11-16"', row), CUT)

    assert mistake.expected == "nothing later than as-of = 2019-11-16"


@pytest.mark.parametrize(
    ("rows", "chain"),
    [
        (['on = { after = "e1" }'], "e1 -> e1"),
        (['on = { after = "e2" }', 'on = { before = "e1" }'], "e1 -> e2 -> e1"),
        (['on = { after = "e2" }', 'on = { after = "e3" }', 'on = { after = "e2" }'], "e2 -> e3 -> e2"),
        (['on = { after = "e3" }', 'on = "2019"', 'on = { after = "e1" }'], "e1 -> e3 -> e1"),
        (['on = { after = "f1" }\nfiling = "f1"'], "e1 -> e1"),
        (['on = "2019"', 'on = { after = "e1" }\ncorrects = "e1"'], "e2 -> e2"),
    ],
)
def test_days_in_a_circle_are_refused_once_with_the_chain(rows: list[str], chain: str) -> None:
    (mistake,) = mistakes(events(*rows) + '\n[[filing]]\nid = "f1"\nkind = "request"\n')

    assert mistake.found.startswith(f"a circle: {chain}")


def test_a_day_cannot_lean_on_a_filing_without_events() -> None:
    (mistake,) = mistakes(events('on = { after = "f1" }') + '\n[[filing]]\nid = "f1"\nkind = "request"\n')

    assert mistake.found.startswith('"f1", which has none')


def test_a_day_that_leans_on_nothing_known_is_told_what_is_near() -> None:
    (mistake,) = mistakes(events('on = "2019"', 'on = { after = "e11" }'))

    assert 'did you mean "e1"?' in str(mistake)


@given(
    st.permutations(range(8)).flatmap(
        lambda order: st.tuples(
            st.just(order),
            st.lists(st.tuples(st.integers(0, 7), st.booleans(), st.integers(0, 40)), min_size=8, max_size=8),
        )
    )
)
def test_the_order_of_the_file_changes_no_day(
    drawn: tuple[list[int], list[tuple[int, bool, int]]],
) -> None:
    """Event n leans on one of those before it, by so many days; the file has them in any order."""
    order, leans = drawn
    rows = {}
    for n, (on, before, by) in enumerate(leans):
        told = (
            f'{{ {"before" if before else "after"} = "e{on % n}", by = "P{by}D" }}' if n else '"2019-10-10"'
        )
        rows[n] = f'[[event]]\nid = "e{n}"\nkind = "asked"\non = {told}\n'

    straight = days("".join(rows[n] for n in range(8)))
    mixed = days("".join(rows[n] for n in order))

    assert mixed == straight
    assert all(s.is_day for s in straight.values())


# ---- corrections


def test_a_corrected_event_stands_apart_and_its_correction_in_its_place() -> None:
    file = read(
        events('on = "2019"', 'on = "2018"', 'on = "2017"\ncorrects = "e1"', 'on = "2016"\ncorrects = "e3"')
    )

    assert [e.id for e in file.case.events] == ["e4", "e2"]
    assert [e.id for e in file.replaced] == ["e1", "e3"]
    assert file.case.corrected == ("e1", "e3")


def test_who_names_a_corrected_event_means_what_stands_for_it() -> None:
    text = """
    [[filing]]
    id = "f1"
    kind = "claim"
    challenges = ["e1"]
    """
    file = read(events('on = "2019"', 'on = "2019"\nfollows = "e1"', 'on = "2018"\ncorrects = "e1"') + text)

    assert file.case.events[1].follows == "e3"
    assert file.case.filings[0].challenges == ("e3",)


def test_corrections_in_a_circle_are_refused_once() -> None:
    (mistake,) = mistakes(events('on = "2019"\ncorrects = "e2"', 'on = "2018"\ncorrects = "e1"'))

    assert mistake.found.startswith("a circle: ")


def test_an_event_is_corrected_by_one_other() -> None:
    (mistake,) = mistakes(
        events('on = "2019"', 'on = "2018"\ncorrects = "e1"', 'on = "2018"\ncorrects = "e1"')
    )

    assert mistake.help == 'let this one correct "e2"'


# ---- an order of days that cannot be


def filed(asked: str, replied: str, more: str = "") -> str:
    return f"""
    [[filing]]
    id = "f1"
    kind = "request"
    [[event]]
    id = "e1"
    kind = "asked"
    filing = "f1"
    on = "{asked}"
    [[event]]
    id = "e2"
    kind = "replied"
    filing = "f1"
    on = "{replied}"
    {more}
    """


def test_an_answer_surely_before_the_request_is_reported_and_not_repaired() -> None:
    file = read(filed("2019-10-10", "2019-09"))

    assert file.contradictions == (Contradiction("e1", "e2", Order.STAGES),)
    assert file.case.events[1].on == span("2019-09-01", "2019-09-30")


@pytest.mark.parametrize("replied", ["2019-10-10", "2019-10", "2019-09/2019-10-10", ".."])
def test_an_answer_perhaps_after_the_request_is_no_contradiction(replied: str) -> None:
    assert read(filed("2019-10-10", replied)).contradictions == ()


def test_a_threat_of_an_answer_contradicts_nothing() -> None:
    assert read(filed("2019-10-10", "2019-09", 'modality = "threatened"')).contradictions == ()


def test_a_second_handing_in_may_follow_the_answer() -> None:
    again = '[[event]]\nid = "e3"\nkind = "asked"\nfiling = "f1"\non = "2020"'

    assert read(filed("2019-10-10", "2019-11", again)).contradictions == ()


def test_a_paper_that_was_passed_on_is_stamped_again_and_answered_after_either() -> None:
    more = '[[event]]\nid = "e3"\nkind = "handed-on"\nfiling = "f1"\non = "2019-10-12"\n'
    more += '[[event]]\nid = "e4"\nkind = "stamped"\nfiling = "f1"\non = "2019-10-20"'

    assert read(filed("2019-10-10", "2019-11", more)).contradictions == ()


def test_an_answer_before_every_stamp_is_reported() -> None:
    more = '[[event]]\nid = "e3"\nkind = "stamped"\nfiling = "f1"\non = "2019-12"'

    assert read(filed("2019-10-10", "2019-11", more)).contradictions == (
        Contradiction("e3", "e2", Order.STAGES),
    )


def test_a_reaction_before_its_cause_is_reported() -> None:
    file = read(events('on = "2019-10-10"', 'on = "2019-10-09"\nfollows = "e1"'))

    assert file.contradictions == (Contradiction("e1", "e2", Order.REACTION_BEFORE_CAUSE),)


def test_a_reaction_to_a_filing_is_after_some_event_of_it() -> None:
    reaction = '[[event]]\nid = "e3"\nkind = "whispered"\nfollows = "f1"\non = "{}"'

    assert read(filed("2019-10-10", "2019-11", reaction.format("2019-10-12"))).contradictions == ()
    assert read(filed("2019-10-10", "2019-11", reaction.format("2019-10-01"))).contradictions == (
        Contradiction("e1", "e3", Order.REACTION_BEFORE_CAUSE),
    )


def test_an_end_before_its_start_is_reported() -> None:
    file = read('[[event]]\nid = "e1"\nkind = "locked-in"\non = "2019-10"\nuntil = "2019-09"\n')

    assert file.contradictions == (Contradiction("e1", "e1", Order.END_BEFORE_START),)
