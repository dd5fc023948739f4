"""What is asked: how much it weighs, which answers are tried, and from which day on a term would be over."""

from datetime import date, timedelta

import pytest

from raport.assess import About, ClockState, Law, Question, assess, prepare
from raport.dates import Span
from raport.dates.edtf import read_span
from tests.core.assess.worlds import ANSWERING, REGIMES, WORDS, case, day, provision, world

ZUB = '[[filing]]\nid = "f1"\nkind = "zub"\nto = "keep"\n'


def event(id_: str, kind: str, on: str, more: str = "") -> str:
    return f'[[event]]\nid = "{id_}"\nkind = "{kind}"\nfiling = "f1"\non = "{on}"\n{more}\n'


def questions(law: Law, text: str, today: str = "2019-12-01") -> dict[str, Question]:
    file = case(text, law.pack)
    return {q.id: q for q in assess(file.case, law, day(today), file.account).questions}


def answers(question: Question) -> list[tuple[str, str, str, str]]:
    """Each answer that was tried: what it would change, and to what."""
    return [(c.answer, c.what, c.conclusion, c.becomes) for c in question.changes]


# --- words and facts --------------------------------------------------------------------------------------


def choice(id_: str, count: int) -> str:
    options = ", ".join(f'{{ id = "{id_}-{n}", en = "{n}" }}' for n in range(count))
    return f'[[choice]]\nid = "{id_}"\noptions = [{options}]\n'


def fact(id_: str, type_: str) -> str:
    return (
        f'[[fact]]\nid = "{id_}"\ntype = "{type_}"\nring = 3\n'
        f'label = {{ en = "{id_}" }}\nasks = {{ en = "{id_}?" }}\n'
    )


def danger(id_: str, when: str, more: str = "order = 1") -> str:
    return (
        f'[[danger]]\nid = "{id_}"\nlabel = {{ en = "{id_}" }}\nsays = {{ en = "{id_}." }}\n'
        f"when = {when}\n{more}\n"
    )


OF_FACTS = prepare(
    world(
        REGIMES
        + provision("gone", 1)
        + choice("some", 24)
        + choice("many", 25)
        + fact("some", "some")
        + fact("many", "many")
        + fact("which", "ground")
        + fact("ready", "flag")
        + danger("of-estate", '{ fact = "estate", is = ["hussar"] }')
        + danger(
            "of-two", '{ all = [{ fact = "estate", is = ["hussar"] }, { fact = "ready", is = ["yes"] }] }'
        )
        + danger("of-some", '{ fact = "some", is = ["some-3"] }')
        + danger("of-many", '{ fact = "many", is = ["many-3"] }')
        + danger("of-ground", '{ fact = "which", is = ["wish"] }')
        + danger("unless", '{ not = { fact = "ready", is = ["yes"] } }')
        + """
[[ground]]
id = "wish"
label = { en = "wish" }
proves = { en = "He wishes it." }
    [[ground.era]]
    open = "yes"
    provision = "gone"
[[ground]]
id = "want"
label = { en = "want" }
proves = { en = "He wants it." }
    [[ground.era]]
    open = "no"
    provision = "gone"
""",
        WORDS,
    )
)


def test_each_word_is_tried_and_what_becomes_firm_is_told() -> None:
    estate = questions(OF_FACTS, "")["fact:estate"]

    assert (estate.about, estate.of, estate.name) == (About.FACT, "", "estate")
    assert answers(estate) == [
        ("hussar", "danger", "of-estate", "yes"),
        ("uhlan", "danger", "of-estate", "no"),
        ("uhlan", "danger", "of-two", "no"),  # a hussar may be ready or not
    ]


def test_each_word_of_a_list_is_tried_and_of_a_long_list_none() -> None:
    found = questions(OF_FACTS, "")

    assert len(answers(found["fact:some"])) == 24
    assert ("some-3", "danger", "of-some", "yes") in answers(found["fact:some"])
    assert answers(found["fact:many"]) == [("", "danger", "of-many", "")]
    assert answers(found["fact:which"]) == [
        ("wish", "danger", "of-ground", "yes"),
        ("want", "danger", "of-ground", "no"),
    ]
    assert answers(found["fact:ready"]) == [
        ("no", "danger", "of-two", "no"),
        ("yes", "danger", "unless", "no"),
        ("no", "danger", "unless", "yes"),
    ]


def test_what_would_change_more_is_asked_first_and_of_the_like_by_name() -> None:
    found = questions(OF_FACTS, "")

    assert [(q.id, q.weight) for q in found.values()] == [
        ("fact:estate", 60),
        ("fact:ready", 60),
        ("fact:many", 30),
        ("fact:some", 30),
        ("fact:which", 30),
    ]


def test_what_is_told_is_asked_no_more() -> None:
    told = questions(OF_FACTS, '[facts]\nestate = "uhlan"\nready = "yes"\n')

    assert list(told) == ["fact:many", "fact:some", "fact:which"]


OF_WORDS = prepare(
    world(
        REGIMES
        + provision("gone", 1)
        + """
[[breach]]
id = "nay-said"
label = { en = "nay" }
says = { en = "Nay." }
provisions = ["gone"]
when = { event = { kind = "sag", outcome = ["nay"] } }
[[breach]]
id = "said-by-keep"
label = { en = "by keep" }
says = { en = "By the keep." }
provisions = ["gone"]
when = { event = { kind = "sag", by = ["keep"] } }
[[breach]]
id = "passed-on"
label = { en = "passed on" }
says = { en = "It was passed on." }
provisions = ["gone"]
when = { event = { kind = "weg" } }
[[offence]]
id = "robbing-an-uhlan"
label = { en = "robbing" }
provisions = ["gone"]
when = { all = [{ event = { kind = "haw" } }, { fact = "estate", is = ["uhlan"] }] }
    [[offence.element]]
    id = "taken"
    label = { en = "taken" }
    when = { event = { kind = "haw" } }
[[remedy]]
id = "court"
label = { en = "court" }
does = { en = "Sue." }
provisions = ["gone"]
when = { filing = { asks = ["frei"] } }
to = ["crown"]
exposes = ["house"]
wait = { en = "Time passes." }
order = 1
[[question]]
id = "first"
asks = { en = "First?" }
changes = { en = "All." }
when = { event = { kind = "weg" } }
scope = "filing"
order = 9
[[question]]
id = "weighed"
asks = { en = "Weighed?" }
changes = { en = "Some." }
when = { event = { kind = "weg" } }
order = 10
audience = ["applicant"]
[[question]]
id = "late"
asks = { en = "Late?" }
changes = { en = "Some." }
when = { always = true }
order = 33
[[question]]
id = "last"
asks = { en = "Last?" }
changes = { en = "Little." }
when = { always = true }
order = 34
[[question]]
id = "never"
asks = { en = "Never?" }
changes = { en = "Nothing." }
when = { event = { kind = "halt" } }
order = 1
"""
    )
)


def test_each_kind_of_conclusion_weighs_what_it_weighs() -> None:
    text = ZUB + event("e1", "sag", "2019-11-01") + event("e2", "haw", "2019-11-01")
    found = questions(OF_WORDS, text)

    weights = {q.id: q.weight for q in found.values() if q.about is not About.RULE}
    assert weights == {"fact:estate": 20, "field:e1:outcome": 10, "field:e1:by": 10, "filing:f1:asks": 4}
    assert answers(found["field:e1:outcome"]) == [
        ("aye", "breach", "nay-said", "no"),
        ("nay", "breach", "nay-said", "yes"),
    ]
    assert answers(found["field:e1:by"]) == [("", "breach", "said-by-keep", "")]
    assert answers(found["filing:f1:asks"]) == [
        ("frei", "remedy", "court", "yes"),
        ("andre", "remedy", "court", "no"),
    ]
    assert {c.filing for c in found["filing:f1:asks"].changes} == {"f1"}
    assert answers(found["fact:estate"]) == [
        ("hussar", "offence", "robbing-an-uhlan", "no"),
        ("uhlan", "offence", "robbing-an-uhlan", "yes"),
    ]


def test_whether_it_happened_is_asked_without_words_to_try() -> None:
    found = questions(OF_WORDS, ZUB + event("e1", "weg", "2019-11-01", 'basis = "inferred"'))

    assert answers(found["happened:e1"]) == [("", "breach", "passed-on", "")]


def test_the_pack_asks_before_all_else_or_among_the_rest() -> None:
    text = ZUB + event("e1", "weg", "2019-11-01") + event("e2", "weg", "2019-11-02")
    found = questions(OF_WORDS, text)

    assert [(q.id, q.weight) for q in found.values()] == [
        ("rule:first", 9_991),
        ("rule:weighed", 70),
        ("filing:f1:asks", 4),
        ("rule:last", 1),
        ("rule:late", 1),
    ]
    first, weighed = found["rule:first"], found["rule:weighed"]
    assert (first.about, first.of, first.name, first.events) == (About.RULE, "f1", "first", ("e1", "e2"))
    assert (weighed.of, weighed.events, weighed.changes) == ("", ("e1", "e2"), ())
    assert weighed.audience == OF_WORDS.pack.questions["weighed"].audience


def test_what_the_pack_asks_where_it_only_may_hold_is_asked_too() -> None:
    maybe = questions(OF_WORDS, ZUB + event("e1", "weg", "2019-11-01", 'basis = "inferred"'))

    assert "rule:first" in maybe
    assert "rule:first" not in questions(OF_WORDS, ZUB)


# --- days -------------------------------------------------------------------------------------------------

# Theirs ends on the thirtieth day after, which the later reading says; ours on the nineteenth, by the other.
LENGTHS = {"answer": 30, "sue": 19}
TERMS = prepare(
    world(
        provision("answer", 30, regime="two")
        + provision("sue", 20, regime="two")
        + """
[[regime]]
id = "two"
cite = { en = "two ways" }
says = { en = "From that day or from the next." }
source = "invented"
confidence = "text"
    [[regime.reading]]
    id = "same"
    first-day = "same"
    [[regime.reading]]
    id = "next"
    first-day = "next"
[[procedure]]
id = "plea"
label = { en = "plea" }
when = { filing = { kind = ["zub"] } }
clocks = ["answer", "sue"]
[[clock]]
id = "answer"
label = { en = "answer" }
provision = "answer"
bearer = "authority"
starts = [{ event = { kind = "buk" }, asks = { en = "Which number?" } }]
met-by = { kind = "sag" }
[[clock]]
id = "sue"
label = { en = "suing" }
provision = "sue"
bearer = "applicant"
starts = [{ event = { kind = "weg" } }]
met-by = { kind = "geh" }
"""
    )
)
FIRST = date(2019, 10, 10)


def days_of(span: Span) -> list[date]:
    return [span.earliest + timedelta(n) for n in range((span.latest - span.earliest).days + 1)]


def state(text: str, today: date, clock: str) -> ClockState:
    file = case(ZUB + text, TERMS.pack)
    (filing,) = assess(file.case, TERMS, today, file.account).filings
    return next(c.state for c in filing.clocks if c.id == clock)


def tried(text: str, today: date, about: str, clock: str) -> list[tuple[str, str, str, str]]:
    found = questions(TERMS, ZUB + text, today.isoformat()).get(about)
    return [] if found is None else [c for c in answers(found) if c[1:3] == ("clock", clock)]


@pytest.mark.parametrize("wide", [1, 4])
@pytest.mark.parametrize(
    ("start", "clock", "met"),
    [("buk", "answer", ""), ("weg", "sue", ""), ("buk", "answer", "sag"), ("weg", "sue", "geh")],
)
def test_the_last_start_by_which_a_term_is_over_is_told_to_the_day(
    start: str, clock: str, met: str, wide: int
) -> None:
    """By brute force: on each start, by the reading that leads, today or on the day on which it was met."""
    on = Span(FIRST, FIRST + timedelta(wide))
    length = LENGTHS[clock]
    some = 0
    for n in range(-2, wide + 6):
        limit = FIRST + timedelta(length + n)
        done = event("e2", met, limit.isoformat()) if met else ""
        today = limit + timedelta(60) if met else limit

        changes = tried(event("e1", start, str(on)) + done, today, "day:e1", clock)

        each = {d: state(event("e1", start, d.isoformat()) + done, today, clock) for d in days_of(on)}
        if len(set(each.values())) == 1:
            assert [c for c in changes if c[0]] == []
            continue
        some += 1
        assert {d: c[3] for c in changes for d in days_of(read_span(c[0]))} == {
            d: s.value for d, s in each.items()
        }
        assert len(changes) == 2
    assert some >= wide


@pytest.mark.parametrize(("clock", "start", "met"), [("answer", "buk", "sag"), ("sue", "weg", "geh")])
@pytest.mark.parametrize("wide", [1, 3])
def test_the_last_day_on_which_it_was_met_in_time_is_told(
    clock: str, start: str, met: str, wide: int
) -> None:
    begun = event("e1", start, "2019-10-10")
    length = LENGTHS[clock]
    some = 0
    for n in range(-3 - wide, 6):
        on = Span(FIRST + timedelta(length + n), FIRST + timedelta(length + n + wide))

        changes = tried(begun + event("e2", met, str(on)), date(2020, 1, 10), "day:e2", clock)

        each = {
            d: state(begun + event("e2", met, d.isoformat()), date(2020, 1, 10), clock) for d in days_of(on)
        }
        if len(set(each.values())) == 1:
            assert [c for c in changes if c[0]] == []
            continue
        some += 1
        assert {d: c[3] for c in changes for d in days_of(read_span(c[0]))} == {
            d: s.value for d, s in each.items()
        }
        assert sum(len(days_of(read_span(c[0]))) for c in changes) == len(each)
    assert some == wide


def test_a_start_that_was_not_seen_is_asked_for_and_ours_weighs_more() -> None:
    unseen = questions(TERMS, ZUB, "2019-12-01")["start:f1:answer"]
    ours = questions(TERMS, ZUB + event("e1", "weg", "2019-10-10/2019-10-12"), "2019-10-30")["day:e1"]
    theirs = questions(TERMS, ZUB + event("e1", "buk", "2019-10-10/2019-10-12"), "2019-11-10")["day:e1"]

    assert (unseen.about, unseen.weight) == (About.START, 8)
    assert answers(unseen) == [("", "clock", "answer", "")]
    assert (ours.weight, theirs.weight) == (28, 8)


def test_of_a_start_with_an_open_end_no_day_can_be_told_unless_today_is_its_end() -> None:
    def changes(on: str) -> list[tuple[str, str]]:
        found = tried(event("e1", "buk", on), date(2019, 11, 9), "day:e1", "answer")
        return [(answer, becomes) for answer, _, _, becomes in found]

    assert changes("../2019-10-12") == changes("..") == [("", "")]
    assert changes("2019-10-08/..") == [
        ("2019-10-08/2019-10-09", "overdue"),
        ("2019-10-10/2019-11-09", "running"),
    ]


def test_a_day_that_is_known_is_not_asked_for() -> None:
    assert "day:e1" not in questions(TERMS, ZUB + event("e1", "buk", "2019-10-17"), "2019-11-17")
    assert "day:e1" not in questions(TERMS, ZUB + event("e1", "buk", "2019-10-10/2019-10-12"), "2019-10-20")


def test_of_a_term_in_one_state_no_day_is_asked_and_of_others_the_days_of_its_own_events() -> None:
    """Deemed to run from some day on, whichever day that is, it runs today."""
    law = prepare(world(ANSWERING))
    deemed = questions(law, ZUB + event("e1", "kam", "2019-10-10/2019-10-12"), "2019-10-20")
    assert [q for q in deemed if q.startswith(("day:", "start:"))] == ["start:f1:answer"]

    vague = event("e1", "buk", "2019-10-10/2019-10-12")
    perhaps = event("e2", "sag", "2019-10-20", 'basis = "inferred"')
    beside = event("e3", "haw", "2019-10-10/2019-10-12")
    found = questions(TERMS, ZUB + vague + perhaps + beside, "2019-11-10")
    assert [q for q in found if q.startswith("day:")] == ["day:e1"]


def test_to_which_paper_an_event_belongs_is_asked_as_much_as_a_day() -> None:
    stray = '[[event]]\nid = "e1"\nkind = "kam"\non = "2019-10-10"\n'

    paper = questions(TERMS, ZUB + stray)["paper:e1"]

    assert (paper.about, paper.of, paper.weight) == (About.PAPER, "e1", 8)


def test_where_it_was_met_by_another_the_day_of_a_second_answer_makes_it_late_on_no_day() -> None:
    begun = event("e1", "buk", "2019-10-10", 'basis = "inferred"')
    answered = event("e2", "sag", "2019-11-05") + event("e3", "sag", "2019-11-04/2019-11-20")

    assert tried(begun + answered, date(2019, 12, 1), "day:e3", "answer") == [("", "clock", "answer", "")]


def test_a_start_is_held_against_the_day_of_the_answer_where_there_may_have_been_one() -> None:
    """In time whichever start it was: that it would be over today says nothing of that."""
    vague = event("e1", "buk", "2019-10-10/2019-10-12")
    perhaps = event("e2", "sag", "2019-10-20", 'basis = "inferred"')

    assert tried(vague + perhaps, date(2019, 11, 11), "day:e1", "answer") == [("", "clock", "answer", "")]
    assert len(tried(vague, date(2019, 11, 11), "day:e1", "answer")) == 2


def test_where_the_last_day_is_not_one_day_no_day_of_the_answer_is_told() -> None:
    vague = event("e1", "buk", "2019-10-10/2019-10-12") + event("e2", "sag", "2019-11-08/2019-11-15")

    assert tried(vague, date(2019, 12, 1), "day:e2", "answer") == [("", "clock", "answer", "")]


ONE_OF_TWO = prepare(
    world(
        """
[[regime]]
id = "either"
cite = { en = "either way" }
says = { en = "From that day or the next." }
source = "invented"
confidence = "text"
    [[regime.reading]]
    id = "only"
    first-day = "either"
"""
        + provision("either", 30, regime="either")
        + provision("gappy", 30, regime="either").replace(
            "    [[provision.version]]\n", "    [[provision.version]]\n    from = 2019-10-11\n"
        )
        + """
[[procedure]]
id = "plea"
label = { en = "plea" }
when = { filing = { kind = ["zub"] } }
clocks = ["either", "gappy"]
[[clock]]
id = "either"
label = { en = "either" }
provision = "either"
bearer = "authority"
starts = [{ event = { kind = "buk" } }, { event = { kind = "kam" } }]
met-by = { kind = "sag" }
[[clock]]
id = "gappy"
label = { en = "gappy" }
provision = "gappy"
bearer = "authority"
starts = [{ event = { kind = "weg" } }]
met-by = { kind = "sag" }
"""
    )
)


def pivot(text: str, today: str, clock: str) -> list[tuple[str, str]]:
    found = questions(ONE_OF_TWO, ZUB + text, today)["day:e1"]
    return [(c.answer, c.becomes) for c in found.changes if c.conclusion == clock]


def test_over_is_a_term_that_is_over_whichever_day_is_counted_first() -> None:
    """Begun on the tenth it ends on 8 or 9 November."""
    vague = event("e1", "buk", "2019-10-10/2019-10-12")

    assert pivot(vague, "2019-11-09", "either") == [("", "")]
    assert pivot(vague, "2019-11-10", "either")[0] == ("2019-10-10", "overdue")
    assert pivot(vague, "2019-11-11", "either")[0] == ("2019-10-10/2019-10-11", "overdue")


def test_another_start_is_no_answer_to_hold_it_against() -> None:
    both = event("e1", "buk", "2019-10-10/2019-10-12", 'basis = "inferred"') + event(
        "e2", "kam", "2019-10-11"
    )

    assert pivot(both, "2019-11-11", "either")[0] == ("2019-10-10/2019-10-11", "overdue")
    assert pivot(both + event("e3", "sag", "2019-11-10"), "2019-12-01", "either")[0] == ("2019-10-10", "late")


def test_of_several_answers_the_first_that_is_sure_decides() -> None:
    vague = event("e1", "buk", "2019-10-10/2019-10-12")
    answered = event("e2", "sag", "2019-11-20") + event("e3", "sag", "2019-11-10")

    assert pivot(vague + answered, "2019-12-01", "either")[0] == ("2019-10-10", "late")


def test_a_start_before_the_law_began_makes_nothing_overdue() -> None:
    assert pivot(event("e1", "weg", "2019-10-10/2019-10-20"), "2019-11-15", "gappy") == [("", "")]
    assert pivot(event("e1", "weg", "2019-10-11/2019-10-20"), "2019-11-15", "gappy")[0][1] == "overdue"


def test_of_a_term_that_was_made_longer_no_start_is_said_to_be_over() -> None:
    """On the plain term a start on the tenth would be over; the notice may have moved the end to December."""
    law = prepare(world(ANSWERING))
    vague = ZUB + event("e1", "buk", "2019-10-10/2019-10-14")
    longer = event("e2", "lang", "2019-10-20/2019-11-15", 'notice = "yes"')

    def told(text: str) -> list[str]:
        found = questions(law, text, "2019-11-12")["day:e1"]
        return [c.becomes for c in found.changes if c.conclusion == "answer"]

    assert told(vague) == ["overdue", "running"]
    assert told(vague + longer) == [""]


def test_against_an_answer_whose_day_is_not_known_no_start_is_said_to_be_in_time() -> None:
    vague = event("e1", "buk", "2019-10-10/2019-10-12") + event("e2", "sag", "2019-11-10/2019-11-12")

    assert tried(vague, date(2019, 12, 1), "day:e1", "answer") == [("", "clock", "answer", "")]


def test_a_start_whose_end_no_calendar_covers_on_one_reading_is_not_said_to_be_over() -> None:
    """From 2 December on it ends in 2021, of which there is no calendar; from the first on it is over."""
    law = prepare(world(ANSWERING))

    def becomes(on: str, today: str) -> list[str]:
        found = questions(law, ZUB + event("e1", "buk", on), today)["day:e1"]
        return [c.becomes for c in found.changes if c.conclusion == "answer"]

    assert becomes("2020-12-01/2020-12-05", "2021-01-02") == [""]
    assert becomes("2020-11-27/2020-12-01", "2020-12-30") == ["overdue", "running"]
