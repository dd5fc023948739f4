"""From what was found to what is said: until when, to whom, by the law of which day, how surely."""

from datetime import date

from raport.assess import Assessment, Certainty, Decision, Remedy, assess, prepare
from raport.dates import Span
from tests.core.assess.worlds import REGIMES, case, day, provision, world

TURNED = """
[[provision]]
id = "turned"
cite = { en = "art. turned" }
says = { en = "So or so." }
source = "invented"
confidence = "text"
checked = 2020-01-01
    [[provision.version]]
    to = 2019-11-19
    [[provision.version]]
    from = 2019-11-20
[[provision]]
id = "begins"
cite = { en = "art. begins" }
says = { en = "So." }
source = "invented"
confidence = "text"
checked = 2020-01-01
    [[provision.version]]
    from = 2019-11-20
[[danger]]
id = "sides-differ"
label = { en = "sides differ" }
says = { en = "The sides differ." }
provisions = ["turned", "begins", "gone"]
when = { disputed = "estate" }
order = 1
"""
"""One provision with another version from the twentieth of November on, and one that begins on that day;
a danger so that some rule rests on each."""
FIRST, SECOND = date.min, date(2019, 11, 20)
ZUB = '[[filing]]\nid = "f1"\nkind = "zub"\nto = "keep"\n'
REMEDY = """
[[remedy]]
id = "court"
label = { en = "court" }
does = { en = "Sue." }
provisions = ["gone"]
when = { always = true }
exposes = ["house"]
wait = { en = "Time passes." }
order = 1
"""


def event(id_: str, kind: str, on: str, more: str = "") -> str:
    return f'[[event]]\nid = "{id_}"\nkind = "{kind}"\nfiling = "f1"\non = "{on}"\n{more}\n'


def told(rules: str, *texts: str, today: str = "2019-12-01") -> Assessment:
    law = prepare(world(REGIMES + TURNED + provision("gone", 1) + rules))
    file = case(ZUB + "".join(texts), law.pack)
    return assess(file.case, law, day(today), file.account)


# --- by the law of which day ------------------------------------------------------------------------------


def breach(when: str, by: str = "turned") -> str:
    return f"""
[[breach]]
id = "wrong"
label = {{ en = "wrong" }}
says = {{ en = "It is wrong." }}
provisions = ["{by}"]
when = {when}
"""


ANSWERED = breach('{ event = { kind = "sag" } }')


def versions(rules: str, *texts: str, today: str = "2019-12-01") -> list[date]:
    (found,) = told(rules, *texts, today=today).filings[0].breaches
    return [c.version for c in found.provisions]


def test_what_rests_on_several_events_is_judged_by_the_law_of_the_latest() -> None:
    early, late = event("e1", "sag", "2019-11-10"), event("e2", "sag", "2019-11-25")

    assert versions(ANSWERED, early) == [FIRST]
    assert versions(ANSWERED, early, late) == versions(ANSWERED, late, early) == [SECOND]


def test_the_latest_is_the_one_that_may_end_last_and_of_such_the_one_that_begins_last() -> None:
    wide = event("e1", "sag", "2019-11-18/2019-11-25")

    assert versions(ANSWERED, wide, event("e2", "sag", "2019-11-20/2019-11-21")) == [FIRST, SECOND]
    assert versions(ANSWERED, wide, event("e2", "sag", "2019-11-25")) == [SECOND]


def test_what_rests_on_no_event_is_judged_by_the_law_of_the_filing() -> None:
    always = breach("{ always = true }")

    assert versions(always, event("e1", "gab", "2019-11-19")) == [FIRST]
    assert versions(always, event("e1", "gab", "2019-11-20")) == [SECOND]
    assert versions(always, event("e1", "gab", "../2019-11-19")) == [FIRST]


def test_what_rests_on_no_event_and_no_known_filing_is_judged_by_the_law_of_the_day() -> None:
    always = breach("{ always = true }")

    assert versions(always, today="2019-11-19") == [FIRST]
    assert versions(always, today="2019-11-20") == [SECOND]


def test_an_offence_that_rests_on_no_event_is_judged_by_the_law_of_the_day() -> None:
    offence = """
[[offence]]
id = "crime"
label = { en = "crime" }
provisions = ["turned"]
when = { fact = "estate", is = ["hussar"] }
    [[offence.element]]
    id = "who"
    label = { en = "who" }
    when = { fact = "estate", is = ["hussar"] }
"""
    (found,) = told(offence, '[facts]\nestate = "hussar"\n', today="2019-11-19").offences

    assert [c.version for c in found.because.provisions] == [FIRST]


def test_an_offence_is_certain_where_every_element_is_met() -> None:
    offence = """
[[offence]]
id = "crime"
label = { en = "crime" }
provisions = ["gone"]
when = { event = { kind = "gab" } }
    [[offence.element]]
    id = "first"
    label = { en = "first" }
    when = { event = { kind = "sag" } }
    [[offence.element]]
    id = "second"
    label = { en = "second" }
    when = { event = { kind = "haw" } }
"""
    done = event("e1", "gab", "2019-11-20")
    first, second = event("e2", "sag", "2019-11-21"), event("e3", "haw", "2019-11-22")

    def certainty(*events: str) -> Certainty:
        (found,) = told(offence, done, *events).offences
        return found.certainty

    assert certainty(first, second) is Certainty.CERTAIN
    assert certainty(first) is Certainty.POSSIBLE
    assert certainty() is Certainty.POSSIBLE
    assert certainty(first, event("e3", "haw", "2019-11-22", 'basis = "inferred"')) is Certainty.POSSIBLE


def test_a_provision_in_force_on_some_of_the_days_is_possibly_broken() -> None:
    rule = breach('{ event = { kind = "sag" } }', by="begins")

    def certainty(on: str) -> list[Certainty]:
        return [b.certainty for b in told(rule, event("e1", "sag", on)).filings[0].breaches]

    assert certainty("2019-11-20") == [Certainty.CERTAIN]
    assert certainty("2019-11-19/2019-11-20") == [Certainty.POSSIBLE]
    assert certainty("2019-11-19") == []


# --- stages -----------------------------------------------------------------------------------------------


ALSO_SAID = '[[kind]]\nid = "nay"\nrole = "answers"\nring = 3\nstage = 50\nlabel = { en = "nay" }\n'
"""An answer of another kind: of the same stage."""


def stage(*events: str) -> tuple[str, str, Certainty]:
    filing = told(ALSO_SAID, *events).filings[0]
    return filing.state, filing.state_event, filing.certainty


def test_where_no_stage_was_seen_none_is_told() -> None:
    assert stage() == ("", "", Certainty.CERTAIN)


def test_of_two_events_of_one_stage_the_one_that_may_be_the_later_is_told() -> None:
    wide, narrow = event("e1", "sag", "2019-10-20/2019-11-20"), event("e2", "sag", "2019-11-10/2019-11-15")

    assert stage(wide, narrow) == stage(narrow, wide) == ("sag", "e1", Certainty.CERTAIN)


def test_of_two_kinds_of_one_stage_on_one_day_neither_is_certainly_the_last() -> None:
    sag, nay = event("e1", "sag", "2019-11-20"), event("e2", "nay", "2019-11-20")

    assert stage(sag, nay)[2] is stage(nay, sag)[2] is Certainty.POSSIBLE
    assert stage(sag, event("e2", "nay", "2019-11-19")) == ("sag", "e1", Certainty.CERTAIN)
    assert stage(sag, event("e2", "weg", "2019-11-20")) == ("sag", "e1", Certainty.CERTAIN)


# --- steps ------------------------------------------------------------------------------------------------


def remedy(rules: str, *texts: str, today: str = "2019-12-01") -> Remedy:
    (found,) = told(rules, *texts, today=today).remedies
    return found


def test_a_step_goes_to_every_member_of_the_group_it_names() -> None:
    assert remedy(REMEDY + 'to = ["@low"]\n').to == ("keep",)
    assert remedy(REMEDY + 'to = ["@above", "@low", "@addressee"]\n').to == ("castle", "keep")


def test_the_decision_that_may_be_the_later_one_counts() -> None:
    def chooses(id_: str, on: str, choice: str) -> str:
        return event(id_, "wahl", on, f'step = "court"\nchoice = "{choice}"\ntold = "yes"')

    long, short = (
        chooses("e1", "2019-11-01/2019-11-04", "waits"),
        chooses("e2", "2019-11-02/2019-11-03", "does"),
    )
    for both in ((long, short), (short, long)):
        assert remedy(REMEDY + 'to = ["crown"]\n', *both).decision is Decision.DECLINED


TERMS = (
    "".join(
        provision(name, count)
        + f"""
[[clock]]
id = "{name}"
label = {{ en = "{name}" }}
provision = "{name}"
bearer = "applicant"
starts = [{{ event = {{ kind = "{kind}" }} }}]
met-by = {{ kind = "geh" }}
"""
        for name, kind, count in (("of-buk", "buk", 30), ("of-kam", "kam", 30), ("same", "kam", 30))
    )
    + """
[[procedure]]
id = "plea"
label = { en = "plea" }
when = { filing = { kind = ["zub"] } }
clocks = ["of-buk", "of-kam", "same"]
"""
)


def test_of_several_terms_the_one_that_may_end_first_is_named_and_of_equal_ones_the_first() -> None:
    """From ten days of November the one, from the middle of them the other."""
    events = event("e1", "buk", "2019-11-10/2019-11-20"), event("e2", "kam", "2019-11-14/2019-11-15")

    def until(*names: str) -> tuple[Span | None, str]:
        listed = ", ".join(f'"{n}"' for n in names)
        found = remedy(TERMS + REMEDY + f'to = ["crown"]\nuntil = [{listed}]\n', *events)
        return found.until, found.until_clock

    first = Span(date(2019, 12, 10), date(2019, 12, 20)), "of-buk"
    assert until("of-buk", "of-kam") == until("of-kam", "of-buk") == first
    assert until("of-kam", "same")[1] == "of-kam"
    assert until("same", "of-kam")[1] == "same"


def test_of_two_steps_that_close_the_one_that_may_close_first_is_told_first() -> None:
    """The one closes on some day from 10 to 20 December, the other on 14 or 15."""
    early = TERMS + REMEDY + 'to = ["crown"]\nuntil = ["of-buk"]\n'
    late = (
        REMEDY.replace('"court"', '"other"').replace("order = 1", "order = 0")
        + 'until = ["of-kam"]\nto = ["crown"]\n'
    )
    events = event("e1", "buk", "2019-11-10/2019-11-20"), event("e2", "kam", "2019-11-14/2019-11-15")

    assert [r.id for r in told(early + late, *events).remedies] == ["court", "other"]


# --- practice ---------------------------------------------------------------------------------------------

PRACTICE = """
[[practice]]
id = "dungeon"
topic = "{topic}"
says = {{ en = "It is so." }}
remedies = ["court"]
confidence = "secondary"
source = "a diary"
since = "2019-12"
{more}
"""
HARMED = 'when = { event = { kind = "haw" }, anywhere = true }'


def test_how_a_step_was_answered_is_told_from_the_day_on_which_it_was_seen() -> None:
    rules = REMEDY + 'to = ["crown"]\n' + PRACTICE.format(topic="reprisal", more="")

    assert remedy(rules, today="2019-11-30").retaliation == ()
    assert remedy(rules, today="2019-12-01").retaliation == ("dungeon",)


def test_how_a_step_was_answered_is_told_where_it_may_be_so_here() -> None:
    rules = REMEDY + 'to = ["crown"]\n' + PRACTICE.format(topic="reprisal", more=HARMED)

    assert remedy(rules).retaliation == ()
    assert remedy(rules, event("e1", "haw", "2019-10-01", 'basis = "inferred"')).retaliation == ("dungeon",)


def test_practice_is_as_certain_as_what_it_speaks_of() -> None:
    def practice(more: str, *texts: str) -> list[Certainty]:
        rules = REMEDY + 'to = ["crown"]\n' + PRACTICE.format(topic="courts", more=more)
        return [p.certainty for p in told(rules, *texts).practice]

    assert practice("") == [Certainty.CERTAIN]
    assert practice(HARMED) == []
    assert practice(HARMED, event("e1", "haw", "2019-10-01", 'basis = "inferred"')) == [Certainty.POSSIBLE]
    assert practice(HARMED, event("e1", "haw", "2019-10-01")) == [Certainty.CERTAIN]


def test_a_case_is_the_advocates_alone_until_the_day_on_which_one_comes() -> None:
    law = prepare(world(REGIMES + provision("gone", 1) + REMEDY))
    file = case(
        'advocate-since = 2019-11-20\n[[event]]\nid = "e9"\nkind = "fort"\non = "2019-11-01"\n', law.pack
    )

    def sealed(today: str) -> bool:
        return assess(file.case, law, day(today), file.account).advocate_only

    assert [sealed(f"2019-11-{n}") for n in (19, 20, 21)] == [True, False, False]


# --- dangers ----------------------------------------------------------------------------------------------


def test_what_leads_is_told_first_then_by_order_how_far_a_ladder_was_climbed_at_nought() -> None:
    rules = """
[[ladder]]
id = "away"
label = { en = "away" }
says = { en = "Away." }
event = { kind = "fort" }
    [[ladder.step]]
    id = "gone"
    label = { en = "gone" }
    provision = "gone"
""" + "".join(
        f"""
[[danger]]
id = "of-order-{order}"
label = {{ en = "danger" }}
says = {{ en = "It is dangerous." }}
provisions = ["gone"]
when = {{ always = true }}
order = {order}
{more}
"""
        for order, more in ((1, ""), (0, ""), (2, "leads = true"))
    )

    found = told(rules, event("e1", "fort", "2019-11-01").replace('filing = "f1"\n', "")).dangers

    assert [d.id for d in found] == ["of-order-2", "of-order-0", "away", "of-order-1"]
