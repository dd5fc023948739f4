"""Several events of one kind, states that last, branches: what is said is what every way in which it may have
been allows. All combinations of some days are gone through, none is drawn.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

import pytest

from raport.assess import Assessment, Certainty, Clock, ClockState, Decision, Reached, assess, prepare
from raport.casefile import Account, Basis, Case, Claim, Event, Filing, Modality
from raport.dates import Span
from tests.core.assess.test_hull import TURN, TURNING
from tests.core.assess.worlds import provision, world

RULES = (
    TURNING
    + provision("branch", 5)
    + provision("working", 30, "working-day")
    + provision("gappy", 5).replace(
        "    [[provision.version]]\n", "    [[provision.version]]\n    to = 2019-11-22\n"
    )
    + """
    [[provision.version]]
    from = 2019-11-23
    to = 2019-11-24
    term = { count = 6, unit = "calendar-day" }
    regime = "plain"
    [[provision.version]]
    from = 2019-11-25
    to = 2019-11-25
    [[provision.version]]
    from = 2019-11-26
    term = { count = 7, unit = "calendar-day" }
    regime = "plain"
"""
    + provision("turned", 10, "sutki").replace(
        "    [[provision.version]]\n", "    [[provision.version]]\n    to = 2019-11-23\n"
    )
    + """
    [[provision.version]]
    from = 2019-11-24
    term = { count = 1, unit = "sutki" }
    regime = "plain"

[[kind]]
id = "ruk"
role = "sends-back"
ring = 3
label = { en = "ruk" }

[[procedure]]
id = "passed-on"
label = { en = "passed on" }
when = { filing = { kind = ["zub"] } }
clocks = ["branch", "last-of-them"]

[[clock]]
id = "branch"
label = { en = "branch" }
provision = "branch"
bearer = "authority"
each = { kind = "weg" }
starts = [{ origin = true }]
met-by = { kind = "sag", via = true }
[[clock]]
id = "last-of-them"
label = { en = "last" }
provision = "branch"
bearer = "authority"
pick = "last"
starts = [{ event = { kind = "halt" } }]
met-by = { kind = "lang" }

[[remedy]]
id = "two-terms"
label = { en = "two terms" }
does = { en = "Do." }
provisions = ["sue"]
when = { always = true }
to = ["@forum"]
what = "silence"
until = ["last-ours", "sue"]
exposes = ["house"]
wait = { en = "The term ends." }
order = 2

[[forum]]
id = "in-the-siege"
to = "castle"
provision = "gone"
when = { period = "siege", on = "filed" }
[[forum]]
id = "at-other-times"
to = "crown"
provision = "gone"
when = { always = true }

[[procedure]]
id = "gaps"
label = { en = "gaps" }
when = { filing = { kind = ["zub"] } }
clocks = ["gappy", "working", "afterwards", "longer"]
[[clock]]
id = "longer"
label = { en = "longer" }
provision = "branch"
bearer = "authority"
starts = [{ event = { kind = "buk" } }]
met-by = { kind = "geh" }
extension = { event = { kind = "lang", notice = "yes" }, provision = "branch" }
[[clock]]
id = "afterwards"
label = { en = "afterwards" }
provision = "branch"
bearer = "authority"
starts = [{ event = { kind = "buk" } }]
met-by = { kind = "sag" }
met-after-start = true
[[clock]]
id = "gappy"
label = { en = "gappy" }
provision = "gappy"
bearer = "authority"
starts = [{ event = { kind = "buk" } }]
met-by = { kind = "lang" }
[[clock]]
id = "working"
label = { en = "working" }
provision = "working"
bearer = "authority"
starts = [{ event = { kind = "buk" } }]
met-by = { kind = "lang" }

[[ladder]]
id = "changed"
label = { en = "changed" }
says = { en = "Away." }
event = { kind = "fort" }
    [[ladder.step]]
    id = "by-the-law-of-its-days"
    label = { en = "by the law of its days" }
    provision = "turned"
    [[ladder.step]]
    id = "hussars"
    label = { en = "hussars" }
    provision = "away"
    when = { fact = "estate", is = ["hussar"] }
[[ladder]]
id = "at-home"
label = { en = "at home" }
says = { en = "Away." }
event = { kind = "fort" }
when = { fact = "where", is = ["yes"] }
    [[ladder.step]]
    id = "home"
    label = { en = "home" }
    provision = "away"

[[danger]]
id = "still-harmed"
label = { en = "harmed" }
says = { en = "He is harmed." }
provisions = ["gone"]
when = { event = { kind = "haw", goes-on = true }, anywhere = true }
order = 3

[[procedure]]
id = "ours"
label = { en = "ours" }
when = { filing = { kind = ["zub"] } }
clocks = ["last-ours"]
[[clock]]
id = "last-ours"
label = { en = "ours" }
provision = "branch"
bearer = "applicant"
starts = [{ event = { kind = "sag" } }]
met-by-filing = { kind = ["trob"], challenges = true }
"""
)
LAW = prepare(world(RULES))
ZUB = Filing("f1", "zub", to=("keep",), ground="wish")


type Words = dict[str, str]


def on(first: int, last: int | None = None) -> Span:
    """Days counted from the day on which the law turns."""
    return Span(TURN + timedelta(first), TURN + timedelta(first if last is None else last))


def event(id_: str, kind: str, days: Span, *, sure: bool = True, words: Words | None = None) -> Event:
    return Event(id_, kind, days, "f1", fields=words or {}, basis=Basis.TOLD if sure else Basis.INFERRED)


def said(events: Iterable[Event], today: int, *, filing: Filing = ZUB) -> Assessment:
    every = tuple(events)
    deeds = tuple(e for e in every if e.kind == "fort")
    case = Case("c", "ruritania", (filing,), tuple(e for e in every if e.kind != "fort"))
    return assess(case, LAW, TURN + timedelta(today), Account("c", deeds))


def clock(a: Assessment, name: str) -> Clock:
    return next(c for c in a.filings[0].clocks if c.id == name)


# --- the first and the last of several --------------------------------------------------------------------


class May(NamedTuple):
    """An event that may have been on some days, and perhaps not at all."""

    days: Span
    sure: bool

    @property
    def ways(self) -> list[date | None]:
        each: list[date | None] = [
            self.days.earliest + timedelta(n) for n in range((self.days.latest - self.days.earliest).days + 1)
        ]
        return each if self.sure else [*each, None]


MANY = [May(on(a, a + wide), sure) for a in (0, 1, 2) for wide in (0, 1, 3) for sure in (True, False)]
PAIRS = list(product(MANY, MANY))
THREES = [(a, b, May(on(1, 2), sure)) for a, b in PAIRS[::5] for sure in (True, False)]


def each_way(many: Sequence[May]) -> Iterator[list[date]]:
    """The days of those that happened, in every way in which any did."""
    for way in product(*(m.ways for m in many)):
        there = [day for day in way if day is not None]
        if there:
            yield there


def hull(days: Iterable[date]) -> Span:
    every = list(days)
    return Span(min(every), max(every))


@pytest.mark.parametrize(("name", "kind", "which"), [("answer", "buk", min), ("last-of-them", "halt", max)])
def test_a_term_runs_from_the_first_or_the_last_of_several(name: str, kind: str, which: type) -> None:
    """The days are those of whichever comes first (last) in some way, and it is named as the reason."""
    for many in [*PAIRS, *THREES]:
        found = clock(said([event(f"e{n}", kind, m.days, sure=m.sure) for n, m in enumerate(many)], 40), name)

        assert found.start == hull(which(way) for way in each_way(many)), many
        assert (ClockState.NOT_STARTED in found.states) == (not any(m.sure for m in many))
        assert set(found.because.events) == {f"e{n}" for n in range(len(many)) if may_be(which, n, many)}, (
            many
        )


def may_be(which: type, n: int, many: Sequence[May]) -> bool:
    """Whether in some way this one is the first (last)."""
    return any(
        way[n] is not None and way[n] == which(day for day in way if day is not None)
        for way in product(*(m.ways for m in many))
    )


def test_a_term_is_certain_where_on_each_day_of_its_start_the_law_set_one() -> None:
    """The law of these days changes twice without a gap, then for one day there is none."""
    certain = {}
    for first, wide in product(range(8), range(8)):
        if first + wide < 8:
            found = said([event("e1", "buk", on(first, first + wide))], 60).filings[0].clocks
            certain[first, wide] = [c.certainty for c in found if c.id == "gappy"] == [Certainty.CERTAIN]

    days = {n: certain[n, 0] for n in range(8)}
    assert [n for n in days if not days[n]] == [5]
    for (first, wide), one in certain.items():
        assert one == all(days[n] for n in range(first, first + wide + 1)), (first, wide)


def test_what_must_be_done_after_the_start_counts_as_far_as_it_was() -> None:
    """Over every pair of days: done on the day of the start it was done since."""

    def states(start: Span, done: Span) -> set[ClockState]:
        return set(
            clock(said([event("e1", "buk", start), event("e2", "sag", done)], 60), "afterwards").states
        )

    for a, wide, b, wider in product((0, 1), (0, 1, 2), (0, 1, 2, 6, 7, 9), (0, 1, 2)):
        ways = [
            states(on(first), on(last))
            for first in range(a, a + wide + 1)
            for last in range(b, b + wider + 1)
        ]
        assert states(on(a, a + wide), on(b, b + wider)) == set().union(*ways), (a, wide, b, wider)


def test_a_notice_makes_a_term_longer_as_far_as_it_came_before_the_end() -> None:
    """Over every pair of days, on every reading: a notice on the last day still counts."""

    def dues(start: Span, notice: Span | None) -> dict[str, Span]:
        events = [event("e1", "buk", start)]
        if notice is not None:
            events.append(event("e2", "lang", notice, words={"notice": "yes"}))
        return {d.reading: d.due for d in clock(said(events, 60), "longer").dues if d.due is not None}

    for a, wide, b, wider in product((0, 1), (0, 1, 2), range(3, 10), (0, 1, 2)):
        ways = [
            dues(on(first), on(last)) for first in range(a, a + wide + 1) for last in range(b, b + wider + 1)
        ]
        expected = {name: Span.hull_of([way[name] for way in ways]) for name in ways[0]}
        assert dues(on(a, a + wide), on(b, b + wider)) == expected, (a, wide, b, wider)
    assert dues(on(0), on(5)) == dues(on(5), None)
    assert dues(on(0), on(6))["strict"] == dues(on(0), None)["strict"]


def test_where_working_days_have_no_calendar_no_more_is_said_than_that_it_ends_after_its_start() -> None:
    start = Span(date(2020, 12, 20), date(2020, 12, 22))

    (due, *others) = clock(said([event("e1", "buk", start)], 500), "working").dues

    assert due.due is None
    assert due.unrolled == Span(date(2020, 12, 20), date.max)
    assert all(other.unrolled == due.unrolled for other in others)


def test_a_request_began_on_the_first_of_the_days_on_which_it_was_handed_in() -> None:
    """Handed in, else arrived, else recorded: what is certain ends the search for what may have been."""
    for handed, arrived in product(PAIRS[::3], MANY[::2]):
        given = [event(f"e{n}", "gab", m.days, sure=m.sure) for n, m in enumerate(handed)]
        given.append(event("e9", "kam", arrived.days, sure=arrived.sure))

        firsts = []
        for way in product(*(m.ways for m in (*handed, arrived))):
            first = [d for d in way[:-1] if d is not None]
            last = way[-1]
            if first or last is not None:
                firsts.append(min(first) if first else last)

        assert said(given, 40).filings[0].filed == hull(d for d in firsts if d is not None)


def test_it_began_with_the_first_of_several_whatever_their_order_in_the_file() -> None:
    for late, early in [(on(3), on(1)), (on(1, 4), on(1, 3)), (on(2, 3), on(1, 5))]:
        ground = said([event("e1", "gab", late), event("e2", "gab", early)], 40).filings[0].ground

        assert ground is not None
        assert ground.because.events == ("e2",)


def test_what_was_refused_at_the_door_is_judged_by_the_day_on_which_it_was_tried() -> None:
    def tried(kind: str, modality: Modality) -> Span:
        return said([replace(event("e1", kind, on(1, 2)), modality=modality)], 40).filings[0].filed

    assert tried("gab", Modality.ATTEMPTED) == on(1, 2)
    assert tried("gab", Modality.THREATENED) == Span.unknown()
    assert tried("buk", Modality.ATTEMPTED) == Span.unknown()


# --- what lasts -------------------------------------------------------------------------------------------


def steps(start: Span, until: Span | None, today: int) -> dict[str, Reached]:
    deed = replace(event("e1", "fort", start), until=until)
    return {s.id: s.reached for d in said([deed], today).dangers for s in d.steps}


def test_the_steps_of_a_state_that_lasts_are_reached_day_by_day() -> None:
    """Two full days from some hour of a day end at that hour: after it on the second day, or not yet."""
    reached = [steps(on(0), None, today)["soon"] for today in (0, 1, 2, 3, 4)]

    assert reached == [
        Reached.NOT_YET,
        Reached.NOT_YET,
        Reached.NOT_YET,
        Reached.CERTAINLY,
        Reached.CERTAINLY,
    ]


def test_how_long_it_lasted_is_the_hull_over_every_beginning_and_every_end() -> None:
    """Where it may have ended before it began, more is left possible than that; never less. What ends after
    the day still lasts on it.
    """
    for a, wide, b, wider, today in product((0, 1), (0, 2), (-1, 0, 1, 3, 4), (0, 1, 3), (0, 2, 3, 5, 6)):
        start, until = on(a, a + wide), on(b, b + wider)
        ways = [
            steps(on(first), on(last), today)
            for first in range(a, min(a + wide, today) + 1)
            for last in range(b, b + wider + 1)
            if last >= first
        ]
        if not ways:
            continue
        whole = steps(start, until, today)
        for name in ("soon", "later"):
            answers = {way.get(name, Reached.NOT_YET) for way in ways}
            if a + wide > today:
                answers.add(Reached.NOT_YET)  # it may begin after the day
            exact = answers.pop() if len(answers) == 1 else Reached.POSSIBLY
            doubtful = exact is Reached.CERTAINLY and b < a + wide
            got = whole.get(name, Reached.NOT_YET)
            assert got in ((exact, Reached.POSSIBLY) if doubtful else (exact,)), (start, until, today)


def test_a_step_is_judged_by_every_law_in_force_while_it_lasted_and_by_none_that_came_later() -> None:
    """Ten full days by the law until the third day, one from the fourth on."""

    def reached(until: Span) -> Reached:
        return steps(on(0), until, 20)["by-the-law-of-its-days"]

    assert reached(on(2, 3)) is Reached.NOT_YET
    assert reached(on(2, 4)) is Reached.POSSIBLY
    assert reached(on(4)) is Reached.POSSIBLY
    assert steps(on(4), on(9), 20)["by-the-law-of-its-days"] is Reached.CERTAINLY
    assert steps(on(3), on(14), 20)["by-the-law-of-its-days"] is Reached.CERTAINLY


def test_nothing_is_certainly_reached_where_the_state_or_who_it_speaks_of_is_in_doubt() -> None:
    long, maybe = event("e1", "fort", on(0)), event("e1", "fort", on(0), sure=False)

    def dangers(deed: Event, **facts: str) -> dict[str, tuple[Certainty, dict[str, Reached]]]:
        case = Case("c", "ruritania", (ZUB,), ())
        claims = {name: (Claim(word),) for name, word in facts.items()}
        record = {n: c for n, c in claims.items() if n == "estate"}
        account = Account("c", (deed,), {n: c for n, c in claims.items() if n == "where"})
        found = assess(replace(case, facts=record), LAW, TURN + timedelta(60), account).dangers
        return {d.id: (d.certainty, {s.id: s.reached for s in d.steps}) for d in found if d.steps}

    sure = dangers(long, estate="hussar", where="yes")
    assert {certainty for certainty, _ in sure.values()} == {Certainty.CERTAIN}
    assert {r for _, many in sure.values() for r in many.values()} == {Reached.CERTAINLY}

    doubtful = dangers(maybe, estate="hussar", where="yes")
    assert {certainty for certainty, _ in doubtful.values()} == {Certainty.POSSIBLE}
    assert {r for _, many in doubtful.values() for r in many.values()} == {Reached.POSSIBLY}

    silent = dangers(long)
    assert silent["changed"][1]["hussars"] is Reached.POSSIBLY
    assert silent["at-home"] == (Certainty.POSSIBLE, {"home": Reached.POSSIBLY})
    assert "hussars" not in dangers(long, estate="uhlan")["changed"][1]
    assert "at-home" not in dangers(long, where="no")


def test_an_end_dated_before_the_beginning_says_nothing() -> None:
    """It may have ended on any day since, or not yet."""
    for first, wide, today in product((0, 1), (0, 1), (1, 3, 4, 5)):
        start, nonsense = on(first, first + wide), on(-5, -2)
        any_day = Span(start.earliest, TURN + timedelta(today))

        assert steps(start, nonsense, today) == steps(start, any_day, today)


def test_what_ends_today_has_ended_and_what_may_end_later_may_go_on() -> None:
    def harmed(until: Span | None) -> Certainty | None:
        a = said([replace(event("e1", "haw", on(0)), until=until)], 10)
        return next((d.certainty for d in a.dangers if d.id == "still-harmed"), None)

    assert harmed(None) is Certainty.CERTAIN
    assert harmed(on(11, 12)) is Certainty.CERTAIN
    assert harmed(on(9, 11)) is Certainty.POSSIBLE
    assert harmed(on(10, 11)) is Certainty.POSSIBLE
    assert harmed(on(10)) is None
    assert harmed(on(3, 9)) is None


# --- branches ---------------------------------------------------------------------------------------------


def branch(*answers: Event, passed: Span | None = None, today: int = 30) -> Assessment:
    return said([event("e1", "weg", passed or on(0), words={"to": "castle"}), *answers], today)


def test_who_was_passed_the_request_answers_for_himself_alone() -> None:
    def states(words: Words) -> tuple[ClockState, ...]:
        return clock(branch(event("e2", "sag", on(2), words=words)), "branch@e1").states

    assert states({"by": "castle"}) == (ClockState.MET,)
    assert states({"by": "keep"}) == (ClockState.OVERDUE,)
    assert states({}) == (ClockState.OVERDUE, ClockState.MET)


def test_an_answer_belongs_to_the_branch_as_far_as_it_came_since() -> None:
    """Over every pair of days: on the same day it came since."""
    for a, wide, b, wider in product((0, 1, 2), (0, 1, 2), (0, 1, 2), (0, 1, 2)):
        passed, answered = on(a, a + wide), on(b, b + wider)
        found = clock(
            branch(event("e2", "sag", answered, words={"by": "castle"}), passed=passed), "branch@e1"
        )
        ways = {
            ClockState.MET if second >= first else ClockState.OVERDUE
            for first in range(a, a + wide + 1)
            for second in range(b, b + wider + 1)
        }
        assert set(found.states) == ways, (passed, answered)


def test_an_answer_said_to_come_of_another_branch_is_not_of_this_one() -> None:
    answer = event("e3", "sag", on(3), words={"by": "castle"})
    again = event("e2", "weg", on(1), words={"to": "castle"})

    a = branch(again, replace(answer, via="e2"))

    assert clock(a, "branch@e1").state is ClockState.OVERDUE
    assert clock(a, "branch@e2").state is ClockState.MET


def test_a_suit_counts_as_far_as_it_was_not_sent_back_or_was_taken_up_all_the_same() -> None:
    """Over every way: so no doubt about a return that ends contradicts what was firm."""
    suit = Filing("f2", "trob", challenges=("f1",))
    refused = event("e1", "sag", on(0))
    filed = replace(event("e2", "gab", on(3)), filing="f2")

    def states(*, back: bool | None, taken_up: bool | None) -> set[ClockState]:
        """True: it was so; None: it may have been."""
        more = [
            replace(event(f"e-{kind}", kind, on(5), sure=was is True), filing="f2")
            for kind, was in (("ruk", back), ("sag", taken_up))
            if was is not False
        ]
        case = Case("c", "ruritania", (ZUB, suit), (refused, filed, *more))
        (found,) = (c for c in assess(case, LAW, TURN + timedelta(300)).filings[0].clocks if c.id == "sue")
        return set(found.states)

    assert states(back=False, taken_up=False) == {ClockState.MET}
    assert states(back=True, taken_up=False) == {ClockState.OVERDUE}
    assert states(back=True, taken_up=True) == {ClockState.MET}
    for back, taken_up in product((True, False, None), repeat=2):
        ways = [
            states(back=b, taken_up=t)
            for b in ((True, False) if back is None else (back,))
            for t in ((True, False) if taken_up is None else (taken_up,))
        ]
        assert states(back=back, taken_up=taken_up) == set().union(*ways), (back, taken_up)


# --- steps and courts -------------------------------------------------------------------------------------


def remedy(a: Assessment, name: str) -> Decision:
    return next(r.decision for r in a.remedies if r.id == name)


def chooses(id_: str, days: Span, choice: str, told: str = "yes") -> Event:
    return event(id_, "wahl", days, words={"step": "two-terms", "choice": choice, "told": told})


def test_the_last_decision_counts_whatever_the_order_in_the_file() -> None:
    does, waits = (chooses("e1", on(2), "does"), chooses("e2", on(4), "waits"))
    assert remedy(said([waits, does], 9), "two-terms") is Decision.DECLINED

    later = (chooses("e1", on(4), "does"), chooses("e2", on(1, 4), "waits"))
    assert remedy(said(later, 9), "two-terms") is Decision.CHOSEN
    assert remedy(said(later[::-1], 9), "two-terms") is Decision.CHOSEN


def test_a_decision_made_without_being_told_what_it_exposes_is_none() -> None:
    assert remedy(said([chooses("e1", on(2), "does", "no")], 9), "two-terms") is Decision.UNDECIDED
    assert remedy(said([chooses("e1", on(2), "does")], 9), "two-terms") is Decision.CHOSEN


def test_a_step_may_be_taken_until_the_earliest_of_its_terms_that_still_runs() -> None:
    """After the five days are over, until the end of the three months."""
    refused = event("e1", "sag", on(0))

    def until(today: int) -> tuple[Span | None, str]:
        return next((r.until, r.until_clock) for r in said([refused], today).remedies if r.id == "two-terms")

    assert until(5)[1] == "last-ours"
    assert until(5)[0] == clock(said([refused], 5), "last-ours").dues[0].due
    assert until(7)[1] == "sue"
    assert until(7)[0] == clock(said([refused], 7), "sue").dues[0].due


def test_the_court_that_would_hear_it_is_that_of_the_day_on_which_it_would_be_asked() -> None:
    """The siege lasts from the day on which the law turns to the twentieth of December."""
    last = (date(2019, 12, 20) - TURN).days

    def court(today: int) -> tuple[str, ...]:
        return next(r.to for r in said([], today).remedies if r.id == "two-terms")

    assert [court(n) for n in (-1, 0, last, last + 1)] == [("crown",), ("castle",), ("castle",), ("crown",)]
