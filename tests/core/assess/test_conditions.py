"""One condition at a time, as the `when` of a breach: whether it holds, on what it rests, what is asked."""

import pytest

from raport.assess import About, Assessment, Breach, Certainty, assess, prepare
from tests.core.assess.worlds import REGIMES, case, day, provision, world

LAW = """
[[period]]
id = "siege"
label = { en = "siege" }
says = { en = "The siege." }
provision = "gone"
from = 2019-11-20
to = 2019-12-20
confidence = "text"
source = "invented"
checked = 2020-01-01
[[kind]]
id = "ruk"
role = "sends-back"
ring = 3
label = { en = "ruk" }
[[kind]]
id = "hok"
role = "harms"
ring = 3
lasts = true
label = { en = "hok" }
fields = { by = "authority" }
[[fact]]
id = "colour"
type = "estate"
ring = 3
label = { en = "colour" }
asks = { en = "Which colour?" }
[[breach]]
id = "wrong"
label = { en = "wrong" }
says = { en = "It is wrong." }
provisions = ["gone"]
"""
ZUB = '[[filing]]\nid = "f1"\nkind = "zub"\nto = "keep"\nasks = "frei"\n'
TROB = '[[filing]]\nid = "f2"\nkind = "trob"\n'


def event(id_: str, kind: str, on: str, more: str = "", *, filing: str = "f1") -> str:
    return f'[[event]]\nid = "{id_}"\nkind = "{kind}"\nfiling = "{filing}"\non = "{on}"\n{more}\n'


def inferred(id_: str, kind: str, on: str, *, filing: str = "f1") -> str:
    return event(id_, kind, on, 'basis = "inferred"', filing=filing)


def told(when: str, *texts: str, rules: str = "") -> Assessment:
    """What is said on the last day of 2019 where the breach is one `when` this holds."""
    law = prepare(world(REGIMES + provision("gone", 1) + LAW + f"when = {when}\n" + rules))
    file = case("".join(texts), law.pack)
    return assess(file.case, law, day("2019-12-31"), file.account)


def wrong(when: str, *texts: str, rules: str = "") -> Breach | None:
    """The breach, where there is one, of the filing `f1`."""
    breaches = told(when, ZUB, *texts, rules=rules).filings[0].breaches
    return breaches[0] if breaches else None


def certainty(when: str, *texts: str, rules: str = "") -> Certainty | None:
    found = wrong(when, *texts, rules=rules)
    return None if found is None else found.certainty


def asked(when: str, *texts: str) -> set[tuple[About, str, str]]:
    """What is asked because of the breach."""
    questions = told(when, ZUB, *texts).questions
    return {(q.about, q.of, q.name) for q in questions if any(c.what == "breach" for c in q.changes)}


# --- one of several ---------------------------------------------------------------------------------------


def test_what_may_rest_on_either_of_two_events_names_both() -> None:
    found = wrong(
        '{ any = [{ event = { kind = "halt" } }, { event = { kind = "geh" } }] }',
        inferred("e1", "halt", "2019-10-14"),
        inferred("e2", "geh", "2019-10-15"),
    )

    assert found is not None
    assert found.certainty is Certainty.POSSIBLE
    assert found.because.events == ("e1", "e2")


# --- the order of two events ------------------------------------------------------------------------------

BACKWARDS = '{ later = { kind = "buk" }, than = { kind = "sag" } }'


def test_one_event_is_certainly_later_where_every_day_of_it_is() -> None:
    answered = event("e1", "sag", "2019-10-14/2019-10-15")
    found = wrong(BACKWARDS, answered, event("e2", "buk", "2019-10-16/2019-10-17"))

    assert found is not None
    assert found.certainty is Certainty.CERTAIN
    assert found.because.events == ("e1", "e2")
    assert certainty(BACKWARDS, answered, event("e2", "buk", "2019-10-15/2019-10-17")) is Certainty.POSSIBLE
    assert certainty(BACKWARDS, answered, event("e2", "buk", "2019-10-13/2019-10-14")) is None


def test_the_days_are_asked_only_where_the_order_hangs_on_them() -> None:
    maybe = inferred("e1", "sag", "2019-10-14/2019-10-15")

    assert asked(BACKWARDS, maybe, event("e2", "buk", "2019-10-16/2019-10-17")) == {
        (About.HAPPENED, "e1", "")
    }
    assert asked(BACKWARDS, maybe, event("e2", "buk", "2019-10-15/2019-10-17")) == {
        (About.HAPPENED, "e1", ""),
        (About.DAY, "e1", ""),
        (About.DAY, "e2", ""),
    }


# --- another filing ---------------------------------------------------------------------------------------

SUED = '{ other-filing = { kind = ["trob"] } }'
BEGUN = event("e9", "gab", "2019-10-20", filing="f2")


def test_another_filing_is_there_whatever_it_challenges() -> None:
    assert certainty(SUED, TROB, BEGUN) is Certainty.CERTAIN
    assert certainty(SUED, TROB, BEGUN.replace("gab", "halt")) is None


def test_no_filing_is_another_than_itself() -> None:
    same = '{ other-filing = { kind = ["zub"] } }'
    begun = event("e8", "gab", "2019-10-20")

    assert certainty(same, begun, TROB, BEGUN) is None
    assert certainty(same, begun, ZUB.replace('"f1"', '"f2"'), BEGUN) is Certainty.CERTAIN


def test_another_filing_of_which_the_word_is_not_told_may_be_the_one() -> None:
    asking = '{ other-filing = { kind = ["trob"], asks = ["frei"] } }'

    assert certainty(asking, TROB, BEGUN) is Certainty.UNKNOWN
    assert asked(asking, TROB, BEGUN) == {(About.FILING, "f2", "asks")}
    assert certainty(asking, TROB + 'asks = "frei"\n', BEGUN) is Certainty.CERTAIN
    assert certainty(asking, TROB + 'asks = "andre"\n', BEGUN) is None


def test_what_may_have_been_sent_back_is_possibly_there() -> None:
    assert (
        certainty(SUED, TROB, BEGUN, inferred("e3", "ruk", "2019-10-25", filing="f2")) is Certainty.POSSIBLE
    )
    assert certainty(SUED, TROB, BEGUN, event("e3", "ruk", "2019-10-25", filing="f2")) is None


CHALLENGED = '{ other-filing = { kind = ["trob"] }, challenges = true }'


def test_a_filing_challenges_what_surely_happened_to_another_as_far_as_it_happened() -> None:
    may_be, sure = inferred("e1", "sag", "2019-10-14"), event("e2", "sag", "2019-10-15")

    def holds(named: str) -> Certainty | None:
        return certainty(CHALLENGED, may_be, sure, TROB + f"challenges = {named}\n", BEGUN)

    assert holds('["e1"]') is Certainty.POSSIBLE
    assert holds('["e1", "e2"]') is holds('["e2", "e1"]') is holds('["f1", "e1"]') is Certainty.CERTAIN


def test_in_a_whole_case_a_filing_that_challenges_anything_surely_does() -> None:
    rules = f"""
[[danger]]
id = "suing"
label = {{ en = "suing" }}
says = {{ en = "He sues." }}
when = {CHALLENGED}
order = 1
"""

    def dangers(more: str) -> list[Certainty]:
        return [d.certainty for d in told("{ always = true }", ZUB, TROB + more, BEGUN, rules=rules).dangers]

    assert dangers('challenges = ["f1"]\n') == [Certainty.CERTAIN]
    assert dangers("") == [Certainty.UNKNOWN]


# --- periods ----------------------------------------------------------------------------------------------

IN_SIEGE = '{ period = "siege", on = { kind = "sag" } }'


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        ("2019-11-19", None),
        ("2019-11-19/2019-11-20", Certainty.POSSIBLE),
        ("2019-11-20/2019-12-20", Certainty.CERTAIN),
        ("2019-12-20/2019-12-21", Certainty.POSSIBLE),
        ("2019-12-21", None),
    ],
)
def test_an_event_falls_in_a_period_as_far_as_its_days_do(on: str, holds: Certainty | None) -> None:
    assert certainty(IN_SIEGE, event("e1", "sag", on)) is holds


def test_what_happened_to_another_filing_in_the_period_is_not_of_this_one() -> None:
    before, inside = event("e1", "sag", "2019-11-01"), event("e2", "sag", "2019-12-01")

    assert certainty(IN_SIEGE, TROB, before, inside) is Certainty.CERTAIN
    assert certainty(IN_SIEGE, TROB, before, inside.replace('"f1"', '"f2"')) is None


def test_the_first_event_in_the_period_is_named() -> None:
    found = wrong(IN_SIEGE, event("e1", "sag", "2019-12-01"), event("e2", "sag", "2019-12-02"))

    assert found is not None
    assert found.because.events == ("e1",)


def test_the_day_is_asked_only_where_the_period_hangs_on_it() -> None:
    inside = inferred("e1", "sag", "2019-12-01/2019-12-02")

    assert asked(IN_SIEGE, inside) == {(About.HAPPENED, "e1", "")}
    assert asked(IN_SIEGE, event("e1", "sag", "2019-12-20/2019-12-21")) == {(About.DAY, "e1", "")}


def test_of_a_whole_case_the_first_filing_in_the_period_is_named() -> None:
    rule = """
[[danger]]
id = "besieged"
label = { en = "besieged" }
says = { en = "Filed in the siege." }
when = { period = "siege", on = "filed" }
order = 1
leads = true
"""
    texts = (ZUB, TROB, event("e1", "gab", "2019-12-01"), event("e2", "gab", "2019-12-02", filing="f2"))
    (danger,) = told('{ disputed = "estate" }', *texts, rules=rule).dangers

    assert danger.certainty is Certainty.CERTAIN
    assert danger.because.events == ("e1",)


# --- whose act it was -------------------------------------------------------------------------------------


def test_who_stands_two_ranks_below_the_one_complained_of_is_one_of_his() -> None:
    by_them = '{ event = { kind = "sag", by = ["@about"] } }'
    answered = event("e1", "sag", "2019-10-20", 'by = "keep"')

    def about(who: str) -> Certainty | None:
        found = told(by_them, ZUB + f'about = ["{who}"]\n', answered).filings[0].breaches
        return found[0].certainty if found else None

    assert [about(who) for who in ("crown", "castle", "keep")] == [Certainty.CERTAIN] * 3
    above = answered.replace('"keep"', '"crown"')
    assert told(by_them, ZUB + 'about = ["castle"]\n', above).filings[0].breaches == ()


def test_whom_it_is_about_is_asked_where_it_decides() -> None:
    by_them = '{ event = { kind = "sag", by = ["@about"] } }'
    answered = event("e1", "sag", "2019-10-20", 'by = "keep"')

    assert certainty(by_them, answered) is Certainty.UNKNOWN
    assert asked(by_them, answered) == {(About.FILING, "f1", "about")}
    assert certainty('{ event = { kind = "sag", by = ["@addressee"] } }', answered) is Certainty.CERTAIN


def test_who_is_none_of_those_to_whom_it_went_is_not_the_addressee() -> None:
    by_addressee = '{ event = { kind = "sag", by = ["@addressee"] } }'

    assert certainty(by_addressee, event("e1", "sag", "2019-10-20", 'by = "crown"')) is None


def test_in_a_whole_case_it_is_asked_of_the_paper_that_an_event_names() -> None:
    """One that names no paper is nobody's whom it would be about."""
    rules = """
[[danger]]
id = "by-them"
label = { en = "by them" }
says = { en = "By them." }
when = { event = { kind = "sag", by = ["@about"] } }
order = 1
"""

    def dangers(answered: str) -> list[Certainty]:
        file = (ZUB + 'about = ["castle"]\n', TROB + 'about = ["crown"]\n', answered)
        return [d.certainty for d in told("{ always = true }", *file, rules=rules).dangers]

    by_keep = event("e1", "sag", "2019-10-20", 'by = "keep"')
    assert dangers(by_keep) == [Certainty.CERTAIN]
    assert dangers(by_keep.replace('"keep"', '"crown"')) == []
    assert dangers(event("e1", "sag", "2019-10-20", 'by = "crown"', filing="f2")) == [Certainty.CERTAIN]
    assert dangers(by_keep.replace('filing = "f1"\n', "")) == []


def test_of_two_words_that_are_not_told_the_first_that_would_do_is_asked() -> None:
    either = '{ event = { kind = "sag", by = ["@about", "@not-competent"] } }'
    rules = rule_of("castle", 'facts = { estate = ["hussar"] }')

    a = told(either, ZUB, event("e1", "sag", "2019-10-20", 'by = "keep"'), rules=rules)

    assert {(q.about, q.of, q.name) for q in a.questions} == {(About.FILING, "f1", "about")}


RULE = """
[[competence]]
id = "{id}"
asks = ["frei"]
authorities = ["{who}"]
provision = "gone"
{more}
"""
STRANGER = '{ event = { kind = "sag", by = ["@not-competent"] } }'
BY_KEEP = event("e1", "sag", "2019-11-20", 'by = "keep"')


def rule_of(who: str, more: str = "", id_: str = "") -> str:
    return RULE.format(id=id_ or f"of-{who}", who=who, more=more)


@pytest.mark.parametrize(
    ("rules", "holds"),
    [
        ("", None),
        (rule_of("castle"), Certainty.CERTAIN),
        (rule_of("castle", "known = false"), Certainty.POSSIBLE),
        (rule_of("keep"), None),
        (rule_of("castle") + rule_of("keep"), None),
        (rule_of("castle") + rule_of("keep", 'facts = { estate = ["hussar"] }'), Certainty.POSSIBLE),
        (rule_of("castle", 'facts = { estate = ["hussar"] }'), Certainty.UNKNOWN),
        (
            rule_of("castle", 'facts = { estate = ["hussar"], colour = ["uhlan"] }'),
            Certainty.UNKNOWN,
        ),
        (rule_of("castle", "from = 2019-11-20"), Certainty.CERTAIN),
        (rule_of("castle", "from = 2019-11-21"), None),
        (rule_of("castle", "to = 2019-11-20"), Certainty.CERTAIN),
        (rule_of("castle", "to = 2019-11-19"), None),
        (rule_of("castle").replace("frei", "andre"), None),
        (rule_of("castle") + rule_of("crown", "known = false"), Certainty.CERTAIN),
        (rule_of("castle", "known = false") + rule_of("crown"), Certainty.CERTAIN),
    ],
)
def test_who_was_not_competent_is_so_as_far_as_others_were_and_he_was_not(
    rules: str, holds: Certainty | None
) -> None:
    assert certainty(STRANGER, BY_KEEP, rules=rules) is holds


def test_a_rule_in_force_on_some_of_the_days_possibly_applies() -> None:
    some = BY_KEEP.replace("2019-11-20", "2019-11-20/2019-11-22")

    assert certainty(STRANGER, some, rules=rule_of("castle", "from = 2019-11-21")) is Certainty.POSSIBLE
    assert (
        certainty(STRANGER, some, rules=rule_of("castle") + rule_of("keep", "from = 2019-11-21"))
        is Certainty.POSSIBLE
    )


def test_what_is_certain_all_the_same_asks_nothing() -> None:
    """He was not competent: whether one more was hangs on a fact and makes no difference."""
    in_siege = '{ period = "siege", on = { kind = "sag", by = ["@not-competent"] } }'
    rules = rule_of("castle") + rule_of("crown", 'facts = { estate = ["hussar"] }')

    a = told(in_siege, ZUB, BY_KEEP, rules=rules)

    assert [b.certainty for b in a.filings[0].breaches] == [Certainty.CERTAIN]
    assert a.questions == ()


def test_competence_asks_for_what_is_asked_and_for_each_fact_it_hangs_on() -> None:
    rules = rule_of("castle", 'facts = { estate = ["hussar"], colour = ["uhlan"] }')
    silent = ZUB.replace('asks = "frei"\n', "")

    a = told(STRANGER, silent, BY_KEEP, rules=rules)

    assert [b.certainty for b in a.filings[0].breaches] == [Certainty.UNKNOWN]
    assert {(q.about, q.of, q.name) for q in a.questions} == {
        (About.FILING, "f1", "asks"),
        (About.FACT, "", "estate"),
        (About.FACT, "", "colour"),
    }


# --- which events -----------------------------------------------------------------------------------------


def test_only_what_was_done_worth_and_known_as_the_rule_says_is_meant() -> None:
    def holds(selector: str, more: str) -> bool:
        return (
            wrong(f"{{ event = {{ kind = 'sag', {selector} }} }}", event("e1", "sag", "2019-10-20", more))
            is not None
        )

    assert holds('proof = ["documented"]', 'proof = "documented"')
    assert not holds('proof = ["documented"]', 'proof = "none"')
    assert holds('basis = ["inferred"]', 'basis = "inferred"')
    assert not holds('basis = ["inferred"]', 'basis = "told"')
    assert holds('modality = ["threatened"]', 'modality = "threatened"')
    assert not holds('modality = ["threatened"]', "")


def test_what_follows_the_filing_or_an_event_of_it_is_meant() -> None:
    reaction = '{ event = { kind = "sag", follows = true } }'
    first = inferred("e1", "kam", "2019-10-14")

    def follows(of: str) -> Certainty | None:
        more = f'follows = "{of}"' if of else ""
        return certainty(reaction, first, TROB, BEGUN, event("e2", "sag", "2019-10-20", more))

    assert follows("") is None
    assert follows("f1") is Certainty.CERTAIN
    assert follows("e1") is Certainty.POSSIBLE
    assert follows("e9") is None


def test_what_follows_nothing_of_this_is_not_meant_whatever_else_is_not_told_of_it() -> None:
    reaction = '{ event = { kind = "sag", follows = true, outcome = ["nay"] } }'
    answered = event("e2", "sag", "2019-10-20")

    assert certainty(reaction, answered) is None
    assert certainty(reaction, answered + 'follows = "f1"\n') is Certainty.UNKNOWN


def test_what_has_ended_does_not_go_on_whatever_else_is_not_told_of_it() -> None:
    goes_on = '{ event = { kind = "hok", by = ["keep"], goes-on = true } }'

    def lasts(until: str) -> Certainty | None:
        return certainty(goes_on, event("e1", "hok", "2019-10-20", until))

    assert lasts("") is Certainty.UNKNOWN
    assert lasts('by = "keep"') is Certainty.CERTAIN
    assert lasts('until = "2019-12-30"') is None
    assert lasts('until = "2019-12-30/2020-01-01"\nby = "keep"') is Certainty.POSSIBLE


# --- grounds ----------------------------------------------------------------------------------------------

GROUND = """
[[ground]]
id = "wish"
label = { en = "wish" }
proves = { en = "He wishes it." }
    [[ground.era]]
    to = 2019-11-19
    open = "yes"
    provision = "gone"
    [[ground.era]]
    from = 2019-11-20
    open = "no"
    provision = "gone"
"""
WISHED = ZUB + 'ground = "wish"\n'


def closed(on: str, filed: str, is_: str = '"no"') -> Certainty | None:
    """How surely the ground was closed to what was filed on these days; today is the last day of 2019."""
    when = f'{{ ground-open = [{is_}], on = "{on}" }}'
    breaches = told(when, WISHED, event("e1", "gab", filed), rules=GROUND).filings[0].breaches
    return breaches[0].certainty if breaches else None


def test_a_ground_is_open_by_the_law_of_the_day_of_filing_or_of_today() -> None:
    assert closed("filed", "2019-11-19") is None
    assert closed("filed", "2019-11-20") is Certainty.CERTAIN
    assert closed("filed", "2019-11-19/2019-11-20") is Certainty.POSSIBLE
    assert closed("today", "2019-11-19") is Certainty.CERTAIN


def test_a_ground_that_is_surely_one_of_several_is_surely_so() -> None:
    assert closed("filed", "2019-11-19/2019-11-20", is_='"yes", "no"') is Certainty.CERTAIN
    assert closed("filed", "2019-11-19", is_='"yes", "no"') is Certainty.CERTAIN


# --- what closes soon -------------------------------------------------------------------------------------

CLOSING = """
[[clock]]
id = "suing"
label = { en = "suing" }
provision = "short"
bearer = "applicant"
starts = [{ event = { kind = "sag" } }]
met-by = { kind = "geh" }
[[procedure]]
id = "plea"
label = { en = "plea" }
when = { filing = { kind = ["zub"] } }
clocks = ["suing"]
[[danger]]
id = "soon"
label = { en = "soon" }
says = { en = "Soon." }
when = { closing = 7 }
order = 1
""" + provision("short", 10)


def soon(on: str, today: str, *more: str) -> list[Certainty]:
    """How surely a term of ten days from this event ends within seven days."""
    law = prepare(world(REGIMES + provision("gone", 1) + LAW + "when = { always = true }\n" + CLOSING))
    file = case(ZUB + event("e1", "sag", on) + "".join(more), law.pack)
    return [d.certainty for d in assess(file.case, law, day(today), file.account).dangers]


def test_a_term_closes_from_the_first_of_the_days_before_its_end_to_its_last_day() -> None:
    """From Monday 9 December it ends on Thursday the 19th."""
    assert soon("2019-12-09", "2019-12-11") == []
    assert soon("2019-12-09", "2019-12-12") == [Certainty.CERTAIN]
    assert soon("2019-12-09", "2019-12-19") == [Certainty.CERTAIN]
    assert soon("2019-12-09", "2019-12-20") == []
    assert soon("2019-12-09", "2019-12-12", event("e2", "geh", "2019-12-11")) == []


def test_a_term_whose_end_is_not_known_to_the_day_closes_possibly() -> None:
    """It ends on some day from Tuesday 17 to Thursday 19 December."""
    assert soon("2019-12-07/2019-12-09", "2019-12-09") == []
    assert soon("2019-12-07/2019-12-09", "2019-12-10") == [Certainty.POSSIBLE]
    assert soon("2019-12-07/2019-12-09", "2019-12-11") == [Certainty.POSSIBLE]
    assert soon("2019-12-07/2019-12-09", "2019-12-12") == [Certainty.CERTAIN]
    assert soon("2019-12-07/2019-12-09", "2019-12-19") == [Certainty.POSSIBLE]
    assert soon("2019-12-07/2019-12-09", "2019-12-20") == []
    assert soon("2019-12-09", "2019-12-12", inferred("e2", "geh", "2019-12-11")) == [Certainty.POSSIBLE]
