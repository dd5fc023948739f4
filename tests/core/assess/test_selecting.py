"""Which events are of the branch that a clock's origin opened, and who stands below whom."""

from raport.assess import About, Assessment, Certainty, Clock, ClockState, assess, prepare
from tests.core.assess.worlds import REGIMES, case, day, provision, world

ZUB = '[[filing]]\nid = "f1"\nkind = "zub"\nto = "keep"\n'
BRANCH = """
[[procedure]]
id = "plea"
label = { en = "plea" }
when = { filing = { kind = ["zub"] } }
clocks = ["branch"]
[[clock]]
id = "branch"
label = { en = "branch" }
provision = "branch"
bearer = "authority"
each = { kind = "weg" }
starts = [{ origin = true }]
"""
ANSWERED = BRANCH + 'met-by = { kind = "sag", via = true }\n'
STARTED = (
    BRANCH.replace("{ origin = true }", '{ event = { kind = "sag", via = true } }')
    + 'met-by = { kind = "buk" }\n'
)


def event(id_: str, kind: str, on: str, more: str = "") -> str:
    return f'[[event]]\nid = "{id_}"\nkind = "{kind}"\nfiling = "f1"\non = "{on}"\n{more}\n'


def told(rules: str, *events: str, today: str = "2019-12-31") -> Assessment:
    law = prepare(world(REGIMES + provision("branch", 30) + rules))
    file = case(ZUB + "".join(events), law.pack)
    return assess(file.case, law, day(today), file.account)


def branch(a: Assessment, origin: str = "e1") -> Clock:
    return next(c for c in a.filings[0].clocks if c.origin == origin)


def asked(a: Assessment) -> set[tuple[About, str, str]]:
    return {(q.about, q.of, q.name) for q in a.questions}


PASSED = event("e1", "weg", "2019-11-10", 'to = "castle"')
AGAIN = event("e2", "weg", "2019-11-11", 'to = "castle"')


def test_what_names_its_branch_is_of_no_other() -> None:
    a = told(ANSWERED, PASSED, AGAIN, event("e3", "sag", "2019-11-14", 'by = "castle"\nvia = "e2"'))

    assert branch(a, "e1").states == (ClockState.OVERDUE,)
    assert branch(a, "e2").states == (ClockState.MET,)


def test_what_names_no_branch_is_of_that_of_its_author_if_it_came_since() -> None:
    def states(on: str, more: str) -> set[ClockState]:
        return set(branch(told(ANSWERED, PASSED, event("e3", "sag", on, more))).states)

    assert states("2019-11-10", 'by = "castle"') == {ClockState.MET}
    assert states("2019-11-09", 'by = "castle"') == {ClockState.OVERDUE}
    assert states("2019-11-14", 'by = "crown"') == {ClockState.OVERDUE}
    assert states("2019-11-14", "") == {ClockState.OVERDUE, ClockState.MET}
    assert states("2019-11-09", "") == {ClockState.OVERDUE}


def test_who_answered_or_to_whom_it_went_is_asked_where_a_term_starts_from_it() -> None:
    answered = event("e3", "sag", "2019-11-14", 'by = "castle"')

    assert (About.FIELD, "e3", "by") in asked(told(STARTED, PASSED, event("e3", "sag", "2019-11-14")))
    assert (About.FIELD, "e1", "to") in asked(told(STARTED, event("e1", "weg", "2019-11-10"), answered))
    assert {about for about, _, _ in asked(told(STARTED, PASSED, answered))} <= {About.START}


def test_the_day_on_which_it_was_passed_on_is_asked_only_where_the_order_hangs_on_it() -> None:
    passed = event("e1", "weg", "2019-11-10/2019-11-12", 'to = "castle"')

    def days(on: str) -> set[str]:
        a = told(STARTED, passed, event("e3", "sag", on), today="2019-11-20")
        return {q.of for q in a.questions if q.about is About.DAY}

    assert days("2019-11-12/2019-11-13") == {"e3"}
    assert days("2019-11-11/2019-11-13") == {"e1", "e3"}


def test_a_term_of_a_branch_starts_from_nothing_that_came_before_it() -> None:
    rules = STARTED.replace(", via = true", "")

    def states(passed: str, on: str) -> set[ClockState]:
        found = told(rules, event("e1", "weg", passed, 'to = "castle"'), event("e3", "sag", on)).filings
        return {state for c in found[0].clocks for state in c.states}

    assert states("2019-11-10", "2019-11-09") == set()
    assert states("2019-11-10", "2019-11-10") == {ClockState.OVERDUE}
    assert states("2019-11-10/2019-11-12", "2019-11-12") == {ClockState.OVERDUE}
    assert states("2019-11-10/2019-11-12", "2019-11-11") == {ClockState.OVERDUE, ClockState.NOT_STARTED}
    assert states("2019-11-10", "2019-11-09/2019-11-10") == {ClockState.OVERDUE, ClockState.NOT_STARTED}


def test_outside_a_clock_nothing_is_of_a_branch() -> None:
    rule = """
[[breach]]
id = "wrong"
label = { en = "wrong" }
says = { en = "It is wrong." }
provisions = ["branch"]
when = { event = { kind = "sag", via = true } }
"""
    assert told(rule, PASSED, event("e3", "sag", "2019-11-14", 'by = "castle"')).filings[0].breaches == ()


def test_who_stand_above_each_other_are_each_others_own() -> None:
    rule = """
[[authority]]
id = "bailiff"
label = { en = "bailiff" }
above = ["reeve"]
[[authority]]
id = "reeve"
label = { en = "reeve" }
above = ["bailiff"]
[[breach]]
id = "wrong"
label = { en = "wrong" }
says = { en = "It is wrong." }
provisions = ["branch"]
when = { event = { kind = "sag", by = ["@about"] } }
"""
    law = prepare(world(REGIMES + provision("branch", 30) + rule))
    answered = event("e3", "sag", "2019-11-14", 'by = "reeve"')
    file = case(ZUB + 'about = ["bailiff"]\n' + answered, law.pack)

    (found,) = assess(file.case, law, day("2019-12-31"), file.account).filings[0].breaches

    assert found.certainty is Certainty.CERTAIN
