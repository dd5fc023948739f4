"""Who may decide what for whom, and when: by rank and date, or only candidates where nobody has said."""

import pytest

from raport.assess import Certainty, assess, prepare
from raport.dates import Span
from raport.law import Pack
from tests import russia
from tests.core.assess.worlds import ANSWERING, case, day, world

RUSSIA = russia.pack()

RULES = """
[[competence]]
id = "hussars-before"
asks = ["frei"]
facts = { estate = ["hussar"] }
to = 2019-09-30
authorities = ["keep"]
provision = "answer"

[[competence]]
id = "hussars-since"
asks = ["frei"]
facts = { estate = ["hussar"] }
from = 2019-10-01
authorities = ["crown", "castle"]
provision = "answer"

[[competence]]
id = "uhlans"
asks = ["frei"]
facts = { estate = ["uhlan"] }
authorities = ["crown"]
known = false
provision = "answer"

[[breach]]
id = "not-his-to-say"
label = { en = "answered by one who may not" }
says = { en = "It was not his to say." }
provisions = ["answer"]
when = { event = { kind = "sag", by = ["@not-competent"] } }
"""


@pytest.fixture(scope="module")
def pack() -> Pack:
    return world(ANSWERING + RULES)


def answered(pack: Pack, by: str, on: str, estate: str = "hussar", asks: str = "frei") -> Certainty | None:
    """How sure it is that the one who answered might not."""
    facts = f'[facts]\nestate = "{estate}"\n' if estate else ""
    told = f'asks = "{asks}"\n' if asks else ""
    text = f"""{facts}[[filing]]
id = "f1"
kind = "zub"
to = "keep"
{told}
[[event]]
id = "e1"
kind = "sag"
filing = "f1"
on = "{on}"
by = "{by}"
outcome = "nay"
form = "written"
"""
    file = case(text, pack)
    found = assess(file.case, prepare(pack), day("2019-12-31"), file.account).filings[0].breaches
    return next((b.certainty for b in found if b.id == "not-his-to-say"), None)


@pytest.mark.parametrize(
    ("by", "on", "certainty"),
    [
        ("keep", "2019-09-30", None),
        ("keep", "2019-10-01", Certainty.CERTAIN),
        ("crown", "2019-09-30", Certainty.CERTAIN),
        ("crown", "2019-10-01", None),
        ("castle", "2019-10-01", None),
        ("keep", "2019-09-30/2019-10-01", Certainty.POSSIBLE),
        ("crown", "2019-09-30/2019-10-01", Certainty.POSSIBLE),
    ],
)
def test_it_is_the_day_of_the_answer_that_decides(
    pack: Pack, by: str, on: str, certainty: Certainty | None
) -> None:
    assert answered(pack, by, on) is certainty


def test_where_only_candidates_are_known_nobody_is_certainly_not_competent(pack: Pack) -> None:
    assert answered(pack, "keep", "2019-10-01", estate="uhlan") is Certainty.POSSIBLE
    assert answered(pack, "crown", "2019-10-01", estate="uhlan") is None


def test_of_another_request_the_rules_say_nothing(pack: Pack) -> None:
    assert answered(pack, "keep", "2019-10-01", asks="andre") is None


def test_while_his_estate_is_not_known_it_is_possible_at_most(pack: Pack) -> None:
    assert answered(pack, "keep", "2019-10-01", estate="") is not Certainty.CERTAIN


def test_who_dismissed_lieutenants_is_not_known_for_any_day() -> None:
    """The research has candidates alone: an order of 2011, two newspapers of 2019."""
    rules = [c for c in RUSSIA.competences if "lieutenant" in c.facts.get("rank", ())]

    assert rules
    assert not any(c.known for c in rules)
    assert all(len(c.authorities) > 1 or not c.known for c in rules)
    assert Span.hull_of(c.lasts for c in rules).open_end
