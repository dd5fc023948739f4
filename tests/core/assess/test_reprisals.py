"""How a step was answered elsewhere stands beside the step itself, and beside no other."""

from raport.assess import assess, prepare
from tests.core.assess.worlds import REGIMES, case, day, provision, world

REMEDY = """
[[remedy]]
id = "{id}"
label = {{ en = "{id}" }}
does = {{ en = "Do." }}
provisions = ["gone"]
when = {{ always = true }}
to = ["crown"]
exposes = ["house"]
wait = {{ en = "Time passes." }}
order = 1
"""
PRACTICE = """
[[practice]]
id = "{id}"
topic = "{topic}"
says = {{ en = "It is so." }}
remedies = {remedies}
confidence = "secondary"
source = "a diary"
"""
LAW = prepare(
    world(
        REGIMES
        + provision("gone", 1)
        + REMEDY.format(id="court")
        + REMEDY.format(id="letter")
        + PRACTICE.format(id="dungeon", topic="reprisal", remedies='["court"]')
        + PRACTICE.format(id="stocks", topic="reprisal", remedies='["letter", "court"]')
        + PRACTICE.format(id="slow", topic="courts", remedies='["court", "letter"]')
    )
)


def test_a_remedy_is_told_with_what_it_was_answered_by() -> None:
    file = case('[[filing]]\nid = "f1"\nkind = "zub"\n', LAW.pack)

    remedies = assess(file.case, LAW, day("2019-12-01"), file.account).remedies

    assert {r.id: r.retaliation for r in remedies} == {"court": ("dungeon", "stocks"), "letter": ("stocks",)}
