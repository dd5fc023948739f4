"""What only shows when the whole pack is there. Whole refusals are stories: tests/stories/bad/packs."""

import pytest

from raport.errors import BadInput
from raport.law import Audience
from raport.law.check import forbidden_in
from tests import russia
from tests.core.assess.worlds import ANSWERING, provision, world

ORDER = """
[[forbidden]]
id = "promise"
lang = "en"
pattern = "(?i)\\\\bsafe\\\\b"
why = "nothing reassures"
"""


def refused(rules: str) -> list[str]:
    with pytest.raises(BadInput) as bad:
        world(rules)
    return [f"expected {p.expected}; found {p.found}" for p in bad.value.problems]


def clock(name: str, starts: str) -> str:
    return f"""
[[clock]]
id = "{name}"
label = {{ en = "{name}" }}
provision = "answer"
bearer = "authority"
starts = [{starts}]
met-by = {{ role = "answers" }}
"""


def procedure(*clocks: str) -> str:
    listed = ", ".join(f'"{c}"' for c in clocks)
    return f"""
[[procedure]]
id = "more"
label = {{ en = "more" }}
when = {{ always = true }}
clocks = [{listed}]
"""


def test_a_chain_of_clocks_is_no_circle() -> None:
    rules = clock("a", '{ clock = "b" }') + clock("b", '{ clock = "answer" }') + procedure("a", "b")

    assert {"a", "b"} <= world(ANSWERING + rules).clocks.keys()


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_circle_of_any_size_is_told_once_with_the_way_round(size: int) -> None:
    names = [f"c{n}" for n in range(size)]
    rules = "".join(clock(n, f'{{ clock = "{names[(i + 1) % size]}" }}') for i, n in enumerate(names))

    (found,) = refused(ANSWERING + rules + procedure(*names))

    way = " -> ".join([*names, names[0]])
    assert found == f"expected clocks that do not run from each other in a circle; found {way}"


def test_two_circles_are_two_mistakes() -> None:
    rules = (
        clock("a", '{ clock = "a" }') + clock("b", '{ clock = "b" }, { clock = "a" }') + procedure("a", "b")
    )

    assert len(refused(ANSWERING + rules)) == 2


def test_a_provision_must_serve_something() -> None:
    (found,) = refused(ANSWERING + provision("idle", 3))

    assert found == "expected a rule that rests on this provision; found none for 'idle'"


@pytest.mark.parametrize("audience", Audience)
def test_words_are_forbidden_to_all_but_those_at_the_desk(audience: Audience) -> None:
    told = f"""
[[breach]]
id = "told"
label = {{ en = "told" }}
says = {{ en = "You are Safe." }}
audience = ["{audience.value}"]
when = {{ always = true }}
"""
    if audience in (Audience.CASEWORKER, Audience.ADVOCATE):
        assert "told" in world(ANSWERING + ORDER + told).breaches
    else:
        assert refused(ANSWERING + ORDER + told) == [
            "expected no such words for this audience: nothing reassures; found 'Safe'"
        ]


def test_whatever_field_a_sentence_stands_in_it_is_seen() -> None:
    remedy = """
[[remedy]]
id = "r"
label = { en = "safe" }
does = { en = "safe" }
wait = { en = "safe" }
order = 1
when = { always = true }
audience = ["relative"]
"""

    assert len(refused(ANSWERING + ORDER + remedy)) == 3


def test_the_standing_text_alone_may_say_it() -> None:
    danger = """
[[danger]]
id = "d"
label = { en = "Safe" }
says = { en = "Nothing here is safe." }
order = 1
when = { always = true }
standing-text = true
audience = ["applicant"]
"""

    assert world(ANSWERING + ORDER + danger).dangers["d"].standing_text


RUSSIA = russia.pack()


@pytest.mark.parametrize(
    "text",
    [
        {"ru": "Вы успели в срок."},
        {"ru": "Это законно."},
        {"ru": "Так безопасно."},
        {"en": "You are in time."},
        {"en": "This is lawful."},
        {"en": "It is safe."},
    ],
)
def test_the_russian_pack_forbids_what_reassures(text: dict[str, str]) -> None:
    assert forbidden_in(text, RUSSIA)


@pytest.mark.parametrize(
    "text", [{"ru": "Ответа мы не видели.", "en": "We have seen no answer."}, {"ru": "", "en": ""}, {}]
)
def test_what_is_plain_is_not_forbidden(text: dict[str, str]) -> None:
    assert forbidden_in(text, RUSSIA) == []
