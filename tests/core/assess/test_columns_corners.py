"""What falls together seldom: columns say it as the one-case engine, and as it was counted by hand."""

from dataclasses import replace
from datetime import date, timedelta

from raport.assess import Certainty, ClockState, Law, prepare
from raport.casefile import Basis, Case, Event, Filing, Modality
from raport.dates import Span
from tests.core.assess.column_worlds import PAUSE, PERIODS
from tests.core.assess.same import columns_say, engine_says
from tests.core.assess.worlds import ANSWERING, provision, world


def may(day: int) -> date:
    return date(2019, 4, 30) + timedelta(days=day)


def event(number: int, kind: str, first: int, last: int = 0) -> Event:
    """On this day of May, or between these two."""
    return Event(f"e{number}", kind, Span(may(first), may(last or first)), "f")


def told(law: Law, today: date, *cases: tuple[Event, ...], clock: str = "answer") -> list[tuple[object, ...]]:
    """What columns say of this clock in these cases, put into one table; it is what the engine says."""
    many = [Case(f"c{n}", "ruritania", (Filing("f", "zub"),), events) for n, events in enumerate(cases)]
    said, columns, apart = columns_say(many, law, today)

    assert not columns.not_carried
    assert not apart
    assert said == engine_says(many, law, today)
    return [said[f"c{n}", "f", clock] for n in range(len(cases)) if (f"c{n}", "f", clock) in said]


def test_of_readings_that_may_end_as_late_the_one_that_surely_does_leads_wherever_it_stands() -> None:
    """The newer version lists them the other way round."""
    readings = {
        "a": '        [[provision.version.reading]]\n        id = "a"\n        first-day = "either"\n',
        "b": '        [[provision.version.reading]]\n        id = "b"\n        first-day = "next"\n',
    }
    old, new = readings["a"] + readings["b"], readings["b"] + readings["a"]
    versions = provision("answer", 10).rstrip() + "\n" + old
    versions += "    [[provision.version]]\n    from = 2019-05-10\n"
    versions += '    term = { count = 10, unit = "calendar-day" }\n    regime = "plain"\n' + new
    law = prepare(world(ANSWERING.replace(provision("answer", 30), versions)))

    before, after = told(law, may(19), (event(0, "buk", 9),)), told(law, may(22), (event(0, "buk", 12),))
    both = told(law, may(19), (event(0, "buk", 9),), (event(0, "buk", 12),)) + told(
        law, may(22), (event(0, "buk", 9),), (event(0, "buk", 12),)
    )

    assert before[0][3] is ClockState.RUNNING  # by one reading the 18th or 19th, by the other today
    assert after[0][3] is ClockState.RUNNING  # on the 22nd, which is today
    assert [both[0][3], both[3][3]] == [ClockState.RUNNING, ClockState.RUNNING]


def test_a_term_stands_still_no_less_than_no_day() -> None:
    """What may have ended the pause before it began does not shorten the term."""
    law = prepare(world(ANSWERING.replace("extension = ", f"{PAUSE}\nextension = ")))
    events = (event(0, "buk", 2), event(1, "halt", 5, 9), event(2, "geh", 6), event(3, "geh", 12))

    ((_, _, dues, *_),) = told(law, may(20), events)

    standing = (ClockState.RUNNING,)
    assert dues == {
        "strict": (Span(may(32), may(39)), standing),
        "lenient": (Span(may(34), may(41)), standing),  # both are Saturdays
    }


def test_a_clock_that_one_procedure_sets_going_surely_runs_surely() -> None:
    procedure = """
[[procedure]]
id = "hussars"
label = { en = "hussars" }
when = { fact = "estate", is = ["hussar"] }
clocks = ["record", "answer"]
"""
    for order in (ANSWERING + procedure, procedure + ANSWERING):
        (said,) = told(prepare(world(order)), may(3), (event(0, "buk", 2),))
        assert said[-1] is Certainty.CERTAIN


def test_of_several_conditions_the_surest_counts() -> None:
    """That there is fog today is possible; that it was recorded is certain."""
    either = 'when = { any = [{ period = "fog", on = "today" }, { event = { kind = "buk" } }] }'
    text = ANSWERING.replace('when = { filing = { kind = ["zub"] } }', either)
    law = prepare(world(text + PERIODS.replace('"main"', '"record"')))

    sure, maybe = told(
        law, may(12), (event(0, "kam", 2), event(1, "buk", 4)), (event(0, "kam", 2),), clock="record"
    )

    assert (sure[-1], maybe[-1]) == (Certainty.CERTAIN, Certainty.POSSIBLE)


def test_what_met_a_clock_was_done_after_the_last_of_its_possible_starts() -> None:
    """The first of the starts may not have been at all, and is the later of the two."""
    law = prepare(world(ANSWERING.replace("extension = ", "met-after-start = true\nextension = ")))
    maybe = replace(event(0, "buk", 10), basis=Basis.INFERRED)
    answered = Event("e2", "sag", Span.on(may(8)), "f", fields={"form": "written"})

    (said,) = told(law, may(12), (maybe, event(1, "kam", 2), answered))

    assert said[4] == (ClockState.RUNNING, ClockState.MET)


def test_what_nobody_took_was_filed_when_it_was_tried() -> None:
    """On one of some days: all of them in the feast, or some."""
    when = 'when = { all = [{ filing = { kind = ["zub"] } }, { period = "feast", on = "filed" }] }'
    law = prepare(
        world(
            ANSWERING.replace('when = { filing = { kind = ["zub"] } }', when)
            + PERIODS.replace('"main"', '"record"')
        )
    )
    tries = [
        (replace(event(0, "gab", first, last), modality=Modality.ATTEMPTED),)
        for first, last in ((1, 10), (1, 11), (0, 1), (-3, 0), (20, 22), (21, 22), (5, 5))
    ]
    said = told(law, may(30), *tries)

    certain, possible = Certainty.CERTAIN, Certainty.POSSIBLE
    assert [s[-1] for s in said] == [certain, possible, possible, possible, certain]


def versions(*stretches: str) -> Law:
    """The term of the answer in several versions."""
    text = provision("answer", 10)
    (term,) = [line for line in text.splitlines() if "term = " in line]
    head, _, _ = text.partition("    [[provision.version]]")
    for stretch in stretches:
        head += f'    [[provision.version]]\n    {stretch}\n{term}\n    regime = "plain"\n'
    return prepare(world(ANSWERING.replace(provision("answer", 30), head)))


def test_a_start_is_in_force_where_one_version_follows_the_other_without_a_gap() -> None:
    """Both set a term: whichever it was, one was in force. Not where a day lies between."""
    starts = [(event(0, "buk", first, last),) for first, last in ((2, 5), (3, 4), (2, 3), (5, 6))]
    certain, possible = Certainty.CERTAIN, Certainty.POSSIBLE

    for law, sure in (
        (versions("", "from = 2019-05-04"), [certain] * 4),
        (versions("to = 2019-05-03", "from = 2019-05-05"), [possible, possible, certain, certain]),
        (versions("to = 2019-05-02", "from = 2019-05-06"), [possible, possible, possible]),
    ):
        assert [said[-1] for said in told(law, may(9), *starts)][: len(sure)] == sure

    law = versions("to = 2019-05-02", "from = 2019-05-04", "from = 2019-05-07")
    assert [said[-1] for said in told(law, may(9), (event(0, "buk", 6, 7),))] == [certain]


def test_a_version_that_may_begin_late_reaches_beyond_the_next() -> None:
    """The first holds until the second surely began; that lasts until the third, which began before."""
    law = versions("", 'from = "2019-05-01/2019-06-30"', "from = 2019-05-10")

    ((*_, sure),) = told(law, may(-12), (event(0, "buk", -20),))

    assert sure is Certainty.CERTAIN


def test_a_pause_ends_only_with_what_comes_after_it() -> None:
    law = prepare(world(ANSWERING.replace("extension = ", f"{PAUSE}\nextension = ")))
    running, suspended = ClockState.RUNNING, ClockState.SUSPENDED
    begun = event(0, "buk", 2)

    said = told(
        law,
        may(12),
        (begun, event(1, "halt", 5, 9), event(2, "geh", 6)),  # maybe before it
        (begun, event(1, "halt", 5), event(2, "geh", 4, 6)),
        (begun, event(1, "halt", 5), event(2, "geh", 4)),
        (begun, event(1, "halt", 5), event(2, "geh", 5)),
        (begun, event(1, "halt", 5, 9), event(2, "geh", 9, 11)),
    )

    assert [s[4] for s in said] == [
        (suspended, running),
        (suspended, running),
        (suspended,),
        (running,),
        (running,),
    ]


def test_a_term_that_may_end_before_it_began_may_be_met_before() -> None:
    """Friday or Saturday, by the same day's end, moved back to Friday."""
    same = """
    [[provision.version.reading]]
    id = "same"
    first-day = "same"
    roll = "previous-working"
"""
    law = prepare(
        world(
            ANSWERING.replace(provision("record", 3), provision("record", 1).rstrip() + same).replace(
                'met-by = { role = "is-recorded" }',
                'met-by = { role = "is-recorded" }\nmet-after-start = true',
            )
        )
    )

    (said,) = told(law, may(20), (event(0, "kam", 3, 4), event(1, "buk", 3)), clock="record")

    assert said[4] == (ClockState.OVERDUE, ClockState.MET)


BRANCH = """
[[clock]]
id = "branch"
label = { en = "branch" }
provision = "answer"
bearer = "authority"
each = { kind = "weg" }
starts = [{ event = { kind = "buk" } }]
met-by = { kind = "sag" }
"""


def test_what_opens_a_clock_comes_before_what_it_runs_from() -> None:
    """Only possibly, where the one may have been before the other."""
    text = ANSWERING.replace(
        'clocks = ["record", "answer", "sue"]', 'clocks = ["record", "answer", "sue", "branch"]'
    )
    law = prepare(world(text + BRANCH))
    opened = event(0, "weg", 10)

    said = told(
        law,
        may(14),
        (opened, event(1, "buk", 8, 12)),
        (opened, event(1, "buk", 10, 12)),
        (opened, event(1, "buk", 7, 9)),
        (event(0, "weg", 9, 10), event(1, "buk", 9, 12)),
        clock="branch@e0",
    )

    running, unsure = (ClockState.RUNNING,), (ClockState.RUNNING, ClockState.NOT_STARTED)
    assert [s[4] for s in said] == [unsure, running, unsure]


def test_whose_answer_it_must_be_depends_on_the_filing() -> None:
    """The addressee's answer meets the term, and no other; so on days that are known and on others."""
    law = prepare(world(ANSWERING.replace('form = ["written"] }', 'by = ["@addressee"] }')))
    by_keep = Event("e1", "sag", Span.on(may(9)), "f", fields={"by": "keep"})
    by_nobody = replace(by_keep, fields={})
    met, running = (ClockState.MET,), (ClockState.RUNNING,)
    either = (ClockState.RUNNING, ClockState.MET)
    for begun in (event(0, "buk", 2), event(0, "buk", 2, 3)):
        cases = [
            Case(f"c{n}", "ruritania", (Filing("f", "zub", to=(to,)),), (begun, answer))
            for n, (to, answer) in enumerate([("keep", by_keep), ("castle", by_keep), ("castle", by_nobody)])
        ]

        said, _, _ = columns_say(cases, law, may(12))

        assert said == engine_says(cases, law, may(12))
        assert [said[f"c{n}", "f", "answer"][4] for n in range(3)] == [met, running, either]


def test_an_answer_belongs_to_the_branch_that_was_opened_before_it() -> None:
    text = ANSWERING.replace(
        'clocks = ["record", "answer", "sue"]', 'clocks = ["record", "answer", "sue", "branch"]'
    )
    text += BRANCH.replace('{ event = { kind = "buk" } }', "{ origin = true }")
    law = prepare(
        world(
            text.replace(
                'met-by = { kind = "sag" }', 'met-by = { kind = "sag", via = true }\nmet-after-start = false'
            )
        )
    )

    def case_of_branch(opened: Event, answered: Event) -> tuple[Event, ...]:
        to, by = replace(opened, fields={"to": "keep"}), replace(answered, fields={"by": "keep"})
        return to, by, replace(event(2, "sag", 10), fields={"by": "castle"})

    said = told(
        law,
        may(20),
        case_of_branch(event(0, "weg", 10), event(1, "sag", 10)),
        case_of_branch(event(0, "weg", 10), event(1, "sag", 8, 12)),
        case_of_branch(event(0, "weg", 8, 10), event(1, "sag", 9)),
        case_of_branch(event(0, "weg", 8, 10), event(1, "sag", 10)),
        case_of_branch(event(0, "weg", 10), event(1, "sag", 9)),
        clock="branch@e0",
    )

    running, met = ClockState.RUNNING, ClockState.MET
    assert [s[4] for s in said] == [(met,), (running, met), (running, met), (met,), (running,)]


def test_outside_a_branch_nothing_belongs_to_one() -> None:
    asks = 'when = { not = { event = { kind = "sag", via = true } } }\nextension = '
    law = prepare(world(ANSWERING.replace("extension = ", asks)))

    oral = replace(event(1, "sag", 3), fields={"form": "oral"})

    ((*_, sure),) = told(law, may(9), (event(0, "buk", 2), oral))

    assert sure is Certainty.CERTAIN
