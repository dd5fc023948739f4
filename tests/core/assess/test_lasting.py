"""Until when an assessment stays what it is: a stored row may be computed anew too early, never too late."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raport.assess import Assessment, ClockState, Law, assess, prepare
from raport.assess.lasting import Turning, lasts, turning_of
from raport.casefile import Account, Case
from tests.core.assess.aimed import Drawn, aimed_cases, random_cases
from tests.core.assess.laws import LAWS
from tests.core.assess.test_hull import TURNING
from tests.core.assess.worlds import ANSWERING, REGIMES, case, provision, world

TURNINGS = {name: turning_of(law) for name, law in LAWS.items()}
type Choose = Callable[[Sequence[Any]], Any]

FILED = '[[filing]]\nid = "f1"\nkind = "zub"\nto = "keep"\n'


def last_day(name: str, told: Case, account: Account | None, today: date) -> tuple[Assessment, date]:
    """The assessment of a day and the last one that is the same."""
    law = LAWS[name]
    a = assess(told, law, today, account)
    return a, lasts(a, told, account, law, TURNINGS[name])


def the_same_until_it_ends(name: str, drawn: Drawn, seen: Account | None, choose: Choose) -> None:
    told, _, today = drawn
    a, last = last_day(name, told, seen, today)
    near = min((last - today).days, 4000)
    some = [choose(range(1, near + 1)) for _ in range(3)] if near else []
    for day in sorted(today + timedelta(days=n) for n in {1, near - 1, near, *some} if 0 < n <= near):
        assert replace(assess(told, LAWS[name], day, seen), on=today) == a, day


@pytest.mark.parametrize("name", LAWS)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_until_that_day_nothing_but_the_day_changes(name: str, data: st.DataObject) -> None:
    drawn = data.draw(aimed_cases(LAWS[name]))
    seen = data.draw(st.sampled_from([drawn.account, drawn.account, None]))

    the_same_until_it_ends(name, drawn, seen, lambda some: data.draw(st.sampled_from(list(some))))


@pytest.mark.parametrize("name", ["ru", "invented"])
def test_nor_in_many_more_cases_that_are_faster_to_draw(name: str) -> None:
    chance = random.Random(20261124)
    for drawn in random_cases(LAWS[name], seed=7, count=250):
        the_same_until_it_ends(name, drawn, drawn.account, chance.choice)


def standing(text: str, today: date) -> date:
    file = case(FILED + text, LAWS["answering"].pack)
    return last_day("answering", file.case, file.account, today)[1]


def test_a_term_that_runs_lasts_to_its_last_day() -> None:
    arrived = '[[event]]\nid = "e1"\nkind = "buk"\nfiling = "f1"\non = "2019-10-10"\n'
    file = case(FILED + arrived, world(ANSWERING))
    law = LAWS["answering"]
    a = assess(file.case, law, date(2019, 10, 20), file.account)
    ends = {d.due.earliest for f in a.filings for c in f.clocks for d in c.dues if d.due is not None}

    last = standing(arrived, date(2019, 10, 20))

    assert last == min(ends)
    assert assess(file.case, law, last + timedelta(days=1), file.account).filings != a.filings


def test_what_can_change_no_more_lasts_for_good() -> None:
    assert standing(
        '[[event]]\nid = "e1"\nkind = "buk"\nfiling = "f1"\non = "2019-10-10"\n', date(2026, 1, 1)
    ) > date(9000, 1, 1)


def test_what_is_still_to_come_is_waited_for() -> None:
    ahead = '[[event]]\nid = "e1"\nkind = "sag"\nfiling = "f1"\non = "2020-02-05"\n'

    assert standing(ahead, date(2020, 2, 1)) == date(2020, 2, 4)


def test_a_filing_of_which_one_does_not_know_whether_it_is_yet_to_come_lasts_for_the_day() -> None:
    open_end = '[[event]]\nid = "e1"\nkind = "buk"\nfiling = "f1"\non = "2019-10-10/.."\n'

    assert standing(open_end, date(2020, 2, 1)) == date(2020, 2, 1)


def test_whoever_speaks_some_days_before_a_term_ends_is_told_so() -> None:
    arrived = '[[event]]\nid = "e1"\nkind = "buk"\nfiling = "f1"\non = "2019-10-10"\n'
    file = case(FILED + arrived, LAWS["answering"].pack)
    law, today = LAWS["answering"], date(2019, 10, 11)
    a = assess(file.case, law, today, file.account)
    plain = lasts(a, file.case, file.account, law, TURNINGS["answering"])

    seven = lasts(a, file.case, file.account, law, TURNINGS["answering"], within=(7,))

    assert plain == date(2019, 11, 9)  # its last day
    assert seven == date(2019, 11, 1)  # from the second on it ends within seven days


# --- every last day, one after the other ------------------------------------------------------------------


def told(id_: str, kind: str, on: str, more: str = "") -> str:
    return f'[[event]]\nid = "{id_}"\nkind = "{kind}"\nfiling = "f1"\non = "{on}"\n{more}\n'


def away(on: str, until: str = "") -> str:
    """What is told of the man himself, to the desk alone."""
    end = f'until = "{until}"\n' if until else ""
    return f'[[event]]\nid = "e9"\nkind = "fort"\non = "{on}"\n{end}'


TURNING_LAW = prepare(world(TURNING))
TURNING_OF = turning_of(TURNING_LAW)
BEGUN = told("e1", "buk", "2019-10-20")
OF_THE_LAW = "11-19 12-20"  # its eve and the end of the siege


def last_days(
    text: str,
    law: Law,
    turning: Turning,
    since: str = "2019-10-15",
    days: int = 150,
    within: tuple[int, ...] = (),
) -> str:
    """Every last day that is told from day to day, as month and day; the end of time is `for good`."""
    file = case(FILED + text, law.pack)
    found: dict[str, None] = {}
    for n in range(days):
        today = date.fromisoformat(since) + timedelta(n)
        a = assess(file.case, law, today, file.account)
        last = lasts(a, file.case, file.account, law, turning, within)
        assert last >= today
        found[f"{last:%m-%d}" if last < date(9000, 1, 1) else "for good"] = None
    return " ".join(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "for good"),
        # The eve, the day itself (from the next on it is past), the last day of the term.
        (BEGUN, "10-19 10-20 11-19 for good"),
        # Each day on which it may have been; the term may be over from one day on, and is from another.
        (
            told("e1", "buk", "2019-10-20/2019-10-23"),
            "10-19 10-20 10-21 10-22 10-23 11-19 11-20 11-21 11-22 for good",
        ),
        (told("e1", "kam", "2019-10-20"), "10-19 10-20 10-23 11-22 for good"),
        (
            BEGUN + told("e2", "lang", "2019-10-25", 'notice = "yes"'),
            "10-19 10-20 10-24 10-25 12-19 for good",
        ),
        # What moves no term lasts from one turn to the next: it may have happened, may be past, has happened.
        (told("e1", "haw", "2019-10-20/2019-10-23"), "10-19 10-20 10-22 10-23 for good"),
        (
            told("e1", "haw", "2019-10-20", 'until = "2019-10-25/2019-10-27"'),
            "10-19 10-20 10-24 10-25 10-26 10-27 for good",
        ),
    ],
)
def test_the_last_days_where_the_law_stays(text: str, expected: str) -> None:
    assert last_days(text, LAWS["answering"], TURNINGS["answering"]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", f"{OF_THE_LAW} for good"),
        # Within fourteen days of an end a danger is told: from 26 October on, on the other reading from 28th.
        (BEGUN, f"10-19 10-20 10-25 10-27 11-09 11-11 {OF_THE_LAW} for good"),
        # A ladder: two days and nights, then ten.
        (away("2019-10-20"), f"10-19 10-20 10-22 10-30 {OF_THE_LAW} for good"),
        (away("2019-10-20", "2019-10-27"), f"10-19 10-20 10-22 10-26 10-27 10-30 {OF_THE_LAW} for good"),
        (
            away("2019-10-20/2019-10-22"),
            f"10-19 10-20 10-21 10-22 10-24 10-30 11-01 {OF_THE_LAW} for good",
        ),
    ],
)
def test_the_last_days_where_the_law_turns(text: str, expected: str) -> None:
    assert last_days(text, TURNING_LAW, TURNING_OF) == expected


def test_what_stands_still_or_may_do_so_lasts_for_the_day() -> None:
    stopped = told("e2", "halt", "2019-10-25")
    went_on = told("e3", "geh", "2019-10-28")

    def each(text: str, since: str, days: int) -> str:
        return last_days(BEGUN + text, TURNING_LAW, TURNING_OF, since, days)

    assert each(stopped, "2019-10-23", 7) == "10-24 10-25 10-26 10-27 10-28 10-29"
    assert each(stopped + went_on, "2019-10-25", 6) == "10-25 10-26 10-27 10-28 11-12"
    maybe = stopped + told("e3", "geh", "2019-10-28", 'basis = "inferred"')
    assert each(maybe, "2019-10-25", 6) == "10-25 10-26 10-27 10-28 10-29 10-30"


def from_either(term: str, by: str) -> Law:
    """One term, from the recording or else from the arrival."""
    return prepare(
        world(
            REGIMES
            + term
            + f"""
[[procedure]]
id = "plea"
label = {{ en = "plea" }}
when = {{ filing = {{ kind = ["zub"] }} }}
clocks = ["one"]
[[clock]]
id = "one"
label = {{ en = "one" }}
provision = "{by}"
bearer = "authority"
starts = [{{ event = {{ kind = "buk" }} }}, {{ event = {{ kind = "kam" }} }}]
met-by = {{ kind = "sag" }}
"""
        )
    )


def test_an_end_that_is_not_told_beside_one_that_cannot_be_counted_is_looked_for_each_day() -> None:
    """Ten working days from the seventeenth end with the year; from the twenty-eighth they end in a year that
    has no calendar.
    """
    law = from_either(provision("working", 10, "working-day"), "working")
    text = told("e1", "buk", "2020-12-17", 'basis = "inferred"') + told("e2", "kam", "2020-12-28")
    file = case(FILED + text, law.pack)

    def states(today: date) -> list[ClockState]:
        (clock,) = assess(file.case, law, today, file.account).filings[0].clocks
        return [s for d in clock.dues for s in d.states]

    year_end = date(2020, 12, 31)
    assert ClockState.OVERDUE not in states(year_end)
    assert ClockState.OVERDUE in states(year_end + timedelta(1))
    assert last_days(text, law, turning_of(law), "2020-12-29", 4) == "12-29 12-30 12-31 for good"


VAGUE = told("e1", "buk", "2019-10-20/2019-10-23")
MAYBE = told("e1", "buk", "2019-10-20/2019-10-23", 'basis = "inferred"')
NOTICE = told("e2", "lang", "2019-10-25", 'notice = "yes"')
PERHAPS = told("e2", "sag", "2019-11-05", 'form = "written"\noutcome = "aye"\nbasis = "inferred"')


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # From which start on it would be over, is told each day while some start says so and some not.
        (MAYBE, "11-19 11-20 11-21 11-22 for good"),
        # Longer by a notice, and in one state all along, it lasts until it may end.
        (VAGUE + NOTICE, "10-24 10-25 12-19 12-22 12-23 for good"),
        # Held against the day of the answer no day counts but that, though it may have ended.
        (VAGUE + PERHAPS, "11-04 11-05 11-19 11-22 for good"),
    ],
)
def test_the_last_days_of_a_term_of_which_the_start_is_not_known(text: str, expected: str) -> None:
    assert last_days(text, LAWS["answering"], TURNINGS["answering"], "2019-10-24", 70) == expected


@pytest.mark.parametrize(
    "text", [MAYBE, VAGUE, MAYBE + NOTICE, VAGUE + NOTICE, VAGUE + PERHAPS, MAYBE + PERHAPS]
)
def test_of_such_a_term_nothing_changes_until_then(text: str) -> None:
    """Day by day, to the next in which something is said to be other than the day before."""
    law = LAWS["answering"]
    file = case(FILED + text, law.pack)
    days = [date(2019, 10, 24) + timedelta(n) for n in range(70)]
    a = [replace(assess(file.case, law, day, file.account), on=days[0]) for day in days]

    for n, (one, then) in enumerate(pairwise(a)):
        last = lasts(replace(one, on=days[n]), file.case, file.account, law, TURNINGS["answering"])
        assert last == days[n] or one == then


def test_so_many_days_before_each_day_on_which_a_term_may_end_it_is_told_so() -> None:
    plain = last_days(VAGUE, LAWS["answering"], TURNINGS["answering"], "2019-11-01", 30)
    seven = last_days(VAGUE, LAWS["answering"], TURNINGS["answering"], "2019-11-01", 30, (7,))

    assert plain == "11-19 11-20 11-21 11-22 for good"
    assert seven == f"11-11 11-14 {plain}"


def test_held_against_the_day_of_the_answer_it_lasts_whichever_of_two_starts_it_had() -> None:
    """It may end from 19 to 23 November, a Saturday, and on the other reading until the 25th."""
    law = from_either(provision("answer", 30), "answer")
    starts = told("e1", "buk", "2019-10-20", 'basis = "inferred"') + told("e3", "kam", "2019-10-24")

    found = last_days(starts + PERHAPS, law, turning_of(law), "2019-10-25", 40)

    assert found == "11-04 11-05 11-19 11-23 11-25 for good"
