"""What a conclusion rests on, what is asked where it hangs, and what is not told of an earlier day."""

from raport.assess import About, Assessment, Law, Question, assess, prepare
from raport.assess.audience import for_audience
from raport.law import Audience
from tests.core.assess.worlds import ANSWERING, case, day, world

RULES = """
[[danger]]
id = "hussars-fall"
label = { en = "hussars fall" }
says = { en = "Hussars fall." }
when = { any = [{ fact = "estate", is = ["hussar"] }, { event = { kind = "haw" }, anywhere = true }] }
order = 1
audience = ["caseworker", "relative"]

[[danger]]
id = "sides-differ"
label = { en = "sides differ" }
says = { en = "The sides tell different things." }
when = { disputed = "estate" }
order = 2

[[practice]]
id = "seen-late"
topic = "courts"
says = { en = "Courts do so." }
confidence = "memory"
source = "recalled"
since = "2020-03"
"""
LAW = prepare(world(ANSWERING + RULES))
ONE_WAY = ANSWERING.replace('    [[regime.reading]]\n    id = "lenient"\n    roll = "next-working"\n', "")
ZUB = '[[filing]]\nid = "f1"\nkind = "zub"\nto = "keep"\n'


def told(text: str, today: str = "2019-12-01", law: Law = LAW) -> Assessment:
    file = case(text, law.pack)
    return assess(file.case, law, day(today), file.account)


def event(id_: str, kind: str, more: str = "", *, filing: str = "f1") -> str:
    of = f'filing = "{filing}"\n' if filing else ""
    return f'[[event]]\nid = "{id_}"\nkind = "{kind}"\n{of}on = "2019-10-14"\n{more}\n'


def asked(a: Assessment, about: About) -> list[Question]:
    return [q for q in a.questions if q.about is about]


def test_a_conclusion_names_the_fact_it_rests_on() -> None:
    (danger,) = told('[facts]\nestate = "hussar"\n').dangers

    assert danger.because.facts == ("estate",)
    assert danger.because.events == ()


def test_a_conclusion_names_the_fact_on_which_the_sides_differ() -> None:
    both = '[facts]\nestate = [{ value = "hussar", by = "self" }, { value = "uhlan", by = "keep" }]\n'
    found = {d.id: d.because.facts for d in told(both).dangers}

    assert found == {"hussars-fall": ("estate",), "sides-differ": ("estate",)}


def test_what_rests_on_an_event_names_no_fact() -> None:
    (danger,) = told(event("e1", "haw", filing="")).dangers

    assert danger.because.events == ("e1",)
    assert danger.because.facts == ()


def test_outside_the_desk_no_fact_is_named() -> None:
    outside = for_audience(told('[facts]\nestate = "hussar"\n'), Audience.RELATIVE)

    assert [d.because.facts for d in outside.dangers] == [()]


def test_what_happened_to_no_paper_that_is_named_asks_to_which_it_belongs() -> None:
    text = ZUB + event("e1", "kam") + event("e2", "sag", 'outcome = "nay"', filing="")
    (question,) = asked(told(text), About.PAPER)

    assert question.of == "e2"
    assert question.weight > 0


def test_what_names_its_paper_or_happens_to_none_asks_nothing_of_it() -> None:
    text = ZUB + event("e1", "kam") + event("e2", "sag", 'outcome = "nay"') + event("e3", "haw", filing="")

    assert asked(told(text), About.PAPER) == []


def test_a_start_that_hangs_on_a_missing_word_asks_for_the_word() -> None:
    questions = asked(told(ZUB + event("e1", "sag", 'form = "written"')), About.FIELD)
    (outcome,) = (q for q in questions if q.name == "outcome")

    assert outcome.of == "e1"
    assert ("clock", "sue") in {(c.what, c.conclusion) for c in outcome.changes}


def test_a_start_of_which_all_is_known_asks_for_no_word() -> None:
    assert asked(told(ZUB + event("e1", "sag", 'form = "written"\noutcome = "nay"')), About.FIELD) == []


def test_practice_is_not_told_of_a_day_before_it_was_seen() -> None:
    assert told("", "2020-02-29").practice == ()
    assert [p.id for p in told("", "2020-03-01").practice] == ["seen-late"]


def test_a_term_that_runs_by_our_reading_only_is_contested() -> None:
    ours = ONE_WAY.replace('id = "record"\nlabel', 'id = "record"\ncontested = true\nlabel')
    arrived = ZUB + event("e1", "kam")

    def contested(rules: str) -> bool:
        clocks = told(arrived, law=prepare(world(rules))).filings[0].clocks
        return next(c.contested for c in clocks if c.id == "record")

    assert ours != ONE_WAY
    assert not contested(ONE_WAY)
    assert contested(ours)
