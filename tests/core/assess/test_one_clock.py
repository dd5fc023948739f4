"""One clock at a time: from which of several events it runs, by which law, how far, by what it was met."""

from datetime import date

from raport.assess import Certainty, Clock, ClockState, Law, assess, prepare
from raport.assess.model import Due, leading_due
from raport.dates import Span
from raport.law import Bearer
from tests.core.assess.worlds import REGIMES, case, day, provision, world

FILING = '[[filing]]\nid = "f1"\nkind = "zub"\nto = "keep"\n'


MET_BY = 'met-by = { kind = "sag" }'


def rule(name: str, by: str, starts: str, more: str = MET_BY, bearer: str = "authority") -> str:
    """A clock of the invented country."""
    return f"""
[[clock]]
id = "{name}"
label = {{ en = "{name}" }}
provision = "{by}"
bearer = "{bearer}"
starts = [{starts}]
{more}
"""


def law_of(rules: str, *clocks: str) -> Law:
    """The law with these clocks, all in one procedure."""
    names = ", ".join(f'"{c}"' for c in clocks)
    plea = f"""
[[procedure]]
id = "plea"
label = {{ en = "plea" }}
when = {{ filing = {{ kind = ["zub"] }} }}
clocks = [{names}]
"""
    return prepare(world(REGIMES + rules + plea))


def event(id_: str, kind: str, on: str, more: str = "") -> str:
    return f'[[event]]\nid = "{id_}"\nkind = "{kind}"\nfiling = "f1"\non = "{on}"\n{more}\n'


def inferred(id_: str, kind: str, on: str) -> str:
    return event(id_, kind, on, 'basis = "inferred"')


def run(law: Law, today: str, *events: str) -> dict[str, Clock]:
    """The clocks of the filing, by their id."""
    file = case(FILING + "".join(events), law.pack)
    return {c.id: c for c in assess(file.case, law, day(today), file.account).filings[0].clocks}


def dues(clock: Clock) -> dict[str, Span | None]:
    return {d.reading: d.due for d in clock.dues}


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


# --- the start and the law of its days --------------------------------------------------------------------

CHANGING = """
[[provision]]
id = "{name}"
cite = {{ en = "art. {name}" }}
says = {{ en = "The term." }}
source = "invented"
confidence = "text"
checked = 2020-01-01
    [[provision.version]]
    to = {to}
    term = {{ count = 20, unit = "calendar-day" }}
    regime = "plain"
    [[provision.version]]
    from = {start}
    term = {{ count = 30, unit = "calendar-day" }}
    regime = "plain"
"""
"""Twenty days to one day, thirty from another."""
EITHER_START = '{ event = { kind = "buk" } }, { event = { kind = "kam" } }'


def test_a_start_on_a_day_without_a_term_is_no_start() -> None:
    law = law_of(
        CHANGING.format(name="gappy", to="2019-11-19", start="2019-11-21")
        + rule("gappy", "gappy", EITHER_START),
        "gappy",
    )
    arrived = event("e2", "kam", "2019-11-25")

    lost = run(law, "2019-11-30", inferred("e1", "buk", "2019-11-20"), arrived)["gappy"]
    kept = run(law, "2019-11-30", inferred("e1", "buk", "2019-11-21"), arrived)["gappy"]

    assert (lost.start, lost.because.events) == (span("2019-11-25", "2019-11-25"), ("e2",))
    assert (kept.start, kept.because.events) == (span("2019-11-21", "2019-11-25"), ("e1", "e2"))
    assert run(law, "2019-11-30", event("e1", "buk", "2019-11-20"), arrived) == {}


def test_where_one_law_follows_the_other_on_some_day_of_several_each_day_has_its_law() -> None:
    """The second law begins on one of four days; until the last of them the first may still be in force."""
    turn = '"2019-11-20/2019-11-23"'
    law = law_of(
        CHANGING.format(name="vague", to="2019-11-22", start=turn)
        + rule("vague", "vague", '{ event = { kind = "buk" } }'),
        "vague",
    )

    found = run(law, "2019-11-30", event("e1", "buk", "2019-11-18/2019-11-25"))["vague"]

    assert found.certainty is Certainty.CERTAIN
    assert dues(found)["strict"] == span("2019-12-08", "2019-12-25")
    assert [d.states for d in found.dues] == [(ClockState.RUNNING,)] * 2


def test_a_term_whose_start_was_not_seen_is_cited_by_the_law_of_the_day() -> None:
    """Where none is in force on that day, by the last there was."""
    asks = '{ event = { kind = "buk" }, asks = { en = "Which number?" } }'
    ended = CHANGING.format(name="ended", to="2019-10-31", start="2019-11-21").replace(
        "    from = 2019-11-21", "    from = 2019-11-21\n    to = 2019-11-30"
    )
    law = law_of(ended + rule("ended", "ended", asks), "ended")

    def cited(today: str) -> list[date]:
        found = run(law, today)["ended"]
        assert (found.states, found.dues) == ((ClockState.NOT_STARTED,), ())
        return [c.version for c in found.because.provisions]

    assert cited("2019-10-31") == [date.min]
    assert cited("2019-11-21") == cited("2019-11-30") == [date(2019, 11, 21)]
    assert cited("2019-11-20") == cited("2019-12-01") == [date(2019, 11, 21)]


REGIME = """
[[regime]]
id = "{name}"
cite = {{ en = "{name}" }}
says = {{ en = "Counted so or so." }}
source = "invented"
confidence = "text"
    [[regime.reading]]
    id = "one"
    first-day = "{one}"
    [[regime.reading]]
    id = "other"
    first-day = "{other}"
"""


def ours_after_theirs(one: str, other: str) -> Clock:
    """A term of ours that runs from the end of theirs, which is counted in two ways."""
    law = law_of(
        REGIME.format(name="two", one=one, other=other)
        + provision("theirs", 10, "sutki", regime="two")
        + provision("ours", 5)
        + rule("theirs", "theirs", '{ event = { kind = "buk" } }')
        + rule("ours", "ours", '{ clock = "theirs" }', bearer="applicant"),
        "theirs",
        "ours",
    )
    return run(law, "2019-11-03", event("e1", "buk", "2019-11-01"))["ours"]


def test_our_term_runs_from_the_earliest_end_of_theirs_and_of_two_from_the_narrower() -> None:
    assert ours_after_theirs("next", "either").start == span("2019-11-10", "2019-11-11")
    assert ours_after_theirs("either", "next").start == span("2019-11-10", "2019-11-11")
    assert ours_after_theirs("either", "same").start == span("2019-11-10", "2019-11-10")
    assert ours_after_theirs("same", "either").start == span("2019-11-10", "2019-11-10")


def test_what_runs_from_a_clock_of_each_runs_from_the_first_of_them() -> None:
    law = law_of(
        provision("theirs", 10)
        + provision("ours", 5)
        + rule("theirs", "theirs", "{ origin = true }", 'each = { kind = "weg" }\n' + MET_BY)
        + rule("ours", "ours", '{ clock = "theirs" }', bearer="applicant"),
        "theirs",
        "ours",
    )

    found = run(law, "2019-11-03", event("e1", "weg", "2019-11-01"), event("e2", "weg", "2019-11-02"))

    assert found["theirs@e2"].dues[0].due == span("2019-11-12", "2019-11-12")
    assert found["ours"].start == found["theirs@e1"].dues[0].due == span("2019-11-11", "2019-11-11")


def test_the_earliest_end_leads_for_us_and_the_latest_for_them() -> None:
    wide, narrow = span("2019-11-01", "2019-11-09"), span("2019-11-02", "2019-11-05")
    ends = tuple(
        Due(name, end, narrow, (ClockState.RUNNING,))
        for name, end in (
            ("none", None),
            ("narrow", narrow),
            ("wide", wide),
            ("late", span("2019-11-07", "2019-11-08")),
        )
    )

    def leads(dues: tuple[Due, ...], bearer: Bearer) -> str | None:
        leading = leading_due(dues, bearer)
        return None if leading is None else leading.reading

    assert leads(ends, Bearer.APPLICANT) == leads(ends, Bearer.AUTHORITY) == "wide"
    assert leads(ends[:2], Bearer.APPLICANT) == leads(ends[:2], Bearer.COURT) == "narrow"
    assert leads((ends[1], ends[3]), Bearer.APPLICANT) == "narrow"
    assert leads((ends[1], ends[3]), Bearer.COURT) == "late"
    assert leads(ends[:1], Bearer.APPLICANT) is None
    assert leads((), Bearer.AUTHORITY) is None


def test_of_two_that_share_the_leading_end_the_other_end_decides() -> None:
    def leads(first: Span, second: Span, bearer: Bearer) -> Span | None:
        dues = tuple(
            Due(name, end, end, (ClockState.RUNNING,)) for name, end in (("a", first), ("b", second))
        )
        leading = leading_due(dues, bearer)
        return None if leading is None else leading.due

    long, short = span("2019-11-01", "2019-11-09"), span("2019-11-05", "2019-11-09")
    assert leads(long, short, Bearer.AUTHORITY) == leads(short, long, Bearer.AUTHORITY) == short

    long, short = span("2019-11-01", "2019-11-09"), span("2019-11-01", "2019-11-05")
    assert leads(long, short, Bearer.APPLICANT) == leads(short, long, Bearer.APPLICANT) == short


# --- years without a calendar -----------------------------------------------------------------------------

WORKING, ANSWER = provision("working", 10, "working-day"), provision("answer", 30)


def test_a_start_that_cannot_be_counted_has_no_end_that_can() -> None:
    """The start is some working days on, in a year of which there is no calendar; the term itself needs none
    on the strict reading.
    """
    law = law_of(
        WORKING
        + ANSWER
        + rule("answer", "answer", '{ event = { kind = "kam" }, plus = "working", deemed = true }'),
        "answer",
    )

    missing = run(law, "2020-12-30", event("e1", "kam", "2020-12-28"))["answer"]
    counted = run(law, "2019-11-30", event("e1", "kam", "2019-11-01"))["answer"]

    assert dues(missing) == {"strict": None, "lenient": None}
    assert missing.states == (ClockState.CALENDAR_MISSING,)
    assert counted.start == span("2019-11-18", "2019-11-18")  # one of the ten is non-working by decree
    assert dues(counted)["strict"] == span("2019-12-18", "2019-12-18")


def test_where_no_end_can_be_counted_the_gravest_state_leads() -> None:
    law = law_of(WORKING + rule("working", "working", '{ event = { kind = "buk" } }'), "working")

    found = run(law, "2020-12-30", inferred("e1", "buk", "2020-12-28"))["working"]

    assert found.states == (ClockState.CALENDAR_MISSING, ClockState.NOT_STARTED)
    assert found.state is ClockState.CALENDAR_MISSING


def test_the_day_before_a_day_off_moves_it_is_told_with_the_end() -> None:
    law = law_of(ANSWER + rule("answer", "answer", '{ event = { kind = "buk" } }'), "answer")

    strict, lenient = run(law, "2019-11-01", event("e1", "buk", "2019-10-17"))["answer"].dues

    assert (strict.unrolled, strict.due) == (span("2019-11-16", "2019-11-16"),) * 2
    assert lenient.unrolled == span("2019-11-16", "2019-11-16")
    assert lenient.due == span("2019-11-18", "2019-11-18")


# --- extended, and standing still -------------------------------------------------------------------------

LONGER = law_of(
    provision("answer", 30)
    + provision("longer", 30)
    + rule(
        "answer",
        "answer",
        '{ event = { kind = "buk" } }',
        """
extension = { event = { kind = "lang", notice = "yes" }, provision = "longer" }
pause = { from = { kind = "halt" }, until = { kind = "geh" } }
met-by = { kind = "sag" }
""",
    ),
    "answer",
)
BEGUN = event("e1", "buk", "2019-10-02")  # thirty days end on the first of November


def notice(id_: str, on: str) -> str:
    return event(id_, "lang", on, 'notice = "yes"')


def test_of_two_notices_the_first_counts() -> None:
    found = run(LONGER, "2019-11-20", BEGUN, notice("e2", "2019-10-20"), notice("e3", "2019-11-10"))["answer"]

    assert found.extended
    assert dues(found)["strict"] == span("2019-12-01", "2019-12-01")
    assert found.because.events == ("e1", "e2")


def test_a_notice_that_extends_nothing_is_no_ground_of_what_is_said() -> None:
    found = run(LONGER, "2019-11-20", BEGUN, notice("e2", "2019-11-10"))["answer"]

    assert not found.extended
    assert found.because.events == ("e1",)


def test_a_term_that_went_on_stands_still_no_more_and_one_that_is_done_never_did() -> None:
    stopped, went_on = event("e2", "halt", "2019-10-10"), event("e3", "geh", "2019-10-15")

    def states(*events: str) -> tuple[ClockState, ...]:
        return run(LONGER, "2019-10-20", BEGUN, *events)["answer"].states

    assert states(stopped) == (ClockState.SUSPENDED,)
    assert states(stopped, went_on) == (ClockState.RUNNING,)
    assert states(stopped, event("e4", "sag", "2019-10-12")) == (ClockState.MET,)
    assert states(inferred("e2", "halt", "2019-10-10")) == (ClockState.SUSPENDED, ClockState.RUNNING)


def test_a_term_stands_still_from_the_first_stop_to_the_first_going_on_and_not_at_all_within_a_day() -> None:
    def paused(*events: str) -> tuple[int, int] | None:
        return run(LONGER, "2019-10-20", BEGUN, *events)["answer"].paused

    stopped, again = event("e2", "halt", "2019-10-10"), event("e3", "halt", "2019-10-12")
    assert paused() is None
    assert paused(stopped, again) == (0, 10)
    assert paused(stopped, again, event("e4", "geh", "2019-10-15")) == (5, 5)
    assert paused(stopped, event("e4", "geh", "2019-10-15"), event("e5", "geh", "2019-10-18")) == (5, 5)
    assert paused(stopped, event("e4", "geh", "2019-10-10")) == (0, 0)
    assert paused(stopped, event("e4", "geh", "2019-10-13/2019-10-15")) == (3, 5)
    assert paused(stopped, event("e4", "geh", "2019-10-09")) == (0, 10)
    assert paused(inferred("e2", "halt", "2019-10-10"), event("e4", "geh", "2019-10-15")) == (0, 5)
    vague = event("e2", "halt", "2019-10-10/2019-10-14")
    twice = event("e4", "geh", "2019-10-12"), event("e5", "geh", "2019-10-16")
    assert paused(vague, *twice) == (0, 6)


def test_what_may_have_come_before_the_stop_did_not_certainly_end_it() -> None:
    def found(stop: str, went_on: str) -> tuple[tuple[int, int] | None, set[ClockState]]:
        clock = run(LONGER, "2019-10-20", BEGUN, event("e2", "halt", stop), event("e3", "geh", went_on))
        return clock["answer"].paused, set(clock["answer"].states)

    maybe = ((0, 10), {ClockState.SUSPENDED, ClockState.RUNNING})
    assert found("2019-10-10", "2019-10-09/2019-10-12") == maybe
    assert found("2019-10-10/2019-10-14", "2019-10-12") == maybe
    assert found("2019-10-10/2019-10-14", "2019-10-14") == ((0, 4), {ClockState.RUNNING})


# --- met --------------------------------------------------------------------------------------------------

MET = law_of(
    provision("answer", 10)
    + rule(
        "since",
        "answer",
        '{ event = { kind = "buk" } }',
        'met-by = { kind = "sag" }\nmet-after-start = true',
    )
    + rule("onward", "answer", "{ origin = true }", 'each = { kind = "weg" }\nmet-by = { kind = "weg" }'),
    "since",
    "onward",
)
RECORDED = event("e1", "buk", "2019-11-10")  # ten days end on the twentieth


def met(*events: str) -> Clock:
    return run(MET, "2019-12-01", RECORDED, *events)["since"]


def test_done_on_the_last_day_is_in_time() -> None:
    assert met(event("e2", "sag", "2019-11-20")).states == (ClockState.MET,)
    assert met(event("e2", "sag", "2019-11-20/2019-11-21")).states == (ClockState.LATE, ClockState.MET)
    assert met(event("e2", "sag", "2019-11-21")).states == (ClockState.LATE,)


def test_what_is_to_be_passed_on_is_not_passed_on_by_having_come() -> None:
    first, second = event("e2", "weg", "2019-11-10"), event("e3", "weg", "2019-11-15")

    assert run(MET, "2019-12-01", RECORDED, first)["onward@e2"].states == (ClockState.OVERDUE,)
    both = run(MET, "2019-12-01", RECORDED, first, second)
    assert (both["onward@e2"].states, both["onward@e3"].states) == (
        (ClockState.MET,),
        (ClockState.OVERDUE,),
    )


def test_of_two_doubtful_answers_either_may_be_the_one() -> None:
    early, late = inferred("e2", "sag", "2019-11-15"), inferred("e3", "sag", "2019-11-25")

    assert met(early, late).states == (ClockState.OVERDUE, ClockState.LATE, ClockState.MET)
    assert met(early).states == (ClockState.OVERDUE, ClockState.MET)


def test_every_answer_that_may_have_been_the_first_is_named() -> None:
    sure, wide = event("e2", "sag", "2019-11-15/2019-11-17"), event("e3", "sag", "2019-11-16/2019-11-28")

    assert met(sure, wide).because.events == ("e1", "e2", "e3")
    assert met(sure, event("e3", "sag", "2019-11-17")).because.events == ("e1", "e2", "e3")
    assert met(sure, event("e3", "sag", "2019-11-18")).because.events == ("e1", "e2")
    assert met(sure, wide).states == (ClockState.MET,)


# --- whether it applies, and what it hangs on -------------------------------------------------------------

NAY = 'outcome = "nay"'
CONDITIONAL = law_of(
    provision("answer", 30)
    + provision("sue", 10)
    + provision("one-way", 10, regime="one")
    + """
[[regime]]
id = "one"
cite = { en = "one way" }
says = { en = "From the day after." }
source = "invented"
confidence = "text"
    [[regime.reading]]
    id = "only"
"""
    + rule(
        "answer",
        "answer",
        '{ event = { kind = "buk" } }',
        MET_BY + '\nwhen = { fact = "estate", is = ["uhlan"] }',
    )
    + rule("onward", "one-way", "{ origin = true }", 'each = { kind = "weg" }\n' + MET_BY)
    + rule(
        "sue",
        "sue",
        '{ event = { kind = "sag", outcome = ["nay"] } }',
        'met-by = { kind = "geh" }',
        "applicant",
    ),
    "answer",
    "onward",
    "sue",
)


def certainties(facts: str, *events: str) -> dict[str, Certainty]:
    file = case(facts + FILING + "".join(events), CONDITIONAL.pack)
    (filing,) = assess(file.case, CONDITIONAL, day("2019-10-20"), file.account).filings
    return {c.id: c.certainty for c in filing.clocks}


def test_a_clock_applies_as_surely_as_its_condition_holds() -> None:
    def found(facts: str) -> Certainty | None:
        return certainties(facts, event("e1", "buk", "2019-10-10")).get("answer")

    both = '[{ value = "uhlan", by = "self" }, { value = "hussar", by = "keep" }]'
    assert found('[facts]\nestate = "uhlan"\n') is Certainty.CERTAIN
    assert found('[facts]\nestate = "hussar"\n') is None
    assert found(f"[facts]\nestate = {both}\n") is Certainty.POSSIBLE
    assert found("") is Certainty.UNKNOWN


def test_a_clock_for_each_event_is_as_sure_as_the_event() -> None:
    assert certainties("", event("e1", "weg", "2019-10-10"), inferred("e2", "weg", "2019-10-11")) == {
        "onward@e1": Certainty.CERTAIN,
        "onward@e2": Certainty.POSSIBLE,
    }


def test_what_is_read_in_two_ways_is_contested() -> None:
    found = run(
        CONDITIONAL, "2019-10-20", event("e1", "weg", "2019-10-10"), event("e2", "sag", "2019-10-10", NAY)
    )

    assert (len(found["onward@e1"].dues), found["onward@e1"].contested) == (1, False)
    assert (len(found["sue"].dues), found["sue"].contested) == (2, True)


def test_only_the_events_from_which_it_may_have_run_are_asked_for_a_word() -> None:
    def asked(*events: str) -> list[str]:
        file = case(FILING + "".join(events), CONDITIONAL.pack)
        a = assess(file.case, CONDITIONAL, day("2019-10-20"), file.account)
        return [q.id for q in a.questions if any(c.conclusion == "sue" for c in q.changes)]

    sure = event("e1", "sag", "2019-10-10", NAY)
    assert asked(sure) == []
    assert asked(sure, event("e2", "sag", "2019-10-15")) == []
    assert asked(sure, event("e2", "sag", "2019-10-05")) == ["field:e2:outcome"]
    assert asked(event("e2", "sag", "2019-10-05")) == ["field:e2:outcome"]


def test_a_term_that_has_not_begun_is_as_sure_and_as_contested_as_its_rule_and_its_law() -> None:
    def waiting(facts: str = "", version: str = "", more: str = "") -> Clock:
        asks = '{ event = { kind = "buk" }, asks = { en = "Which number?" } }'
        when = '\nwhen = { fact = "estate", is = ["uhlan"] }' if facts else ""
        law = law_of(
            provision("answer", 30, more=version) + rule("answer", "answer", asks, MET_BY + when + more),
            "answer",
        )
        file = case(facts + FILING, law.pack)
        (filing,) = assess(file.case, law, day("2019-10-20"), file.account).filings
        return filing.clocks[0]

    both = '[facts]\nestate = [{ value = "uhlan", by = "self" }, { value = "hussar", by = "keep" }]\n'
    assert waiting().certainty is waiting('[facts]\nestate = "uhlan"\n').certainty is Certainty.CERTAIN
    assert waiting(both).certainty is Certainty.POSSIBLE
    assert not waiting().contested
    assert not waiting().deemed
    assert waiting(version="    contested = true").contested
    assert waiting(more="\ncontested = true").contested
