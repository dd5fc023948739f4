"""What a condition cannot hold without, by its form; and that passing it over changes no answer."""

from dataclasses import dataclass
from typing import Any

import pytest

from raport.assess import assess, prepare
from raport.assess.needs import asked_where_possible, asks_clocks, needs_of
from raport.assess.view import NO
from raport.law import Condition
from tests.core.assess.worlds import ANSWERING, case, day, world

BREACH = """
[[period]]
id = "siege"
label = {{ en = "siege" }}
says = {{ en = "The siege." }}
provision = "record"
from = 2019-11-20
to = 2019-12-20
confidence = "text"
source = "invented"
checked = 2020-01-01
[[breach]]
id = "asked"
label = {{ en = "asked" }}
says = {{ en = "Asked." }}
provisions = ["record"]
when = {when}
"""


def condition(when: str) -> Condition:
    read = world(ANSWERING + BREACH.format(when=when)).breaches["asked"].when
    assert read is not None
    return read


LAW = prepare(world(ANSWERING))


def needs(when: str) -> list[set[str]]:
    return [set(names) for names in needs_of(condition(when), LAW.found)]


SAG, WEG = '{ event = { kind = "sag" } }', '{ event = { kind = "weg" } }'


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (SAG, [{"sag"}]),
        ('{ event = { role = "states" } }', [{"halt", "geh"}]),
        ('{ event = { kind = "haw" }, anywhere = true }', [{"anywhere:haw"}]),
        (f"{{ all = [{SAG}, {WEG}, {SAG}] }}", [{"sag"}, {"weg"}]),
        (f"{{ any = [{SAG}, {WEG}] }}", [{"sag", "weg"}]),
        (f"{{ any = [{SAG}, {{ always = true }}] }}", []),
        (f"{{ not = {SAG} }}", []),
        ("{ always = true }", []),
        ('{ fact = "estate", is = ["hussar"] }', []),
        ('{ later = { kind = "sag" }, than = { kind = "weg" } }', [{"sag"}, {"weg"}]),
        ('{ clock = ["answer", "sue"], state = ["overdue"] }', [{"clock:answer", "clock:sue"}]),
        (
            '{ later = { kind = "sag" }, than = { kind = "weg" }, anywhere = true }',
            [{"anywhere:sag"}, {"anywhere:weg"}],
        ),
        ('{ period = "siege", on = { kind = "sag" } }', [{"sag"}]),
        ('{ period = "siege", on = "filed" }', []),
        ("{ closing = 7 }", []),
        ('{ breach = "not-answered" }', [{"breach:not-answered"}]),
        ('{ filing = { kind = ["zub"] } }', [{"filing:kind=zub", "filing:kind=?"}]),
        (
            '{ filing = { asks = ["frei"], to = ["@low"] } }',
            [{"filing:asks=frei", "filing:asks=?"}, {"filing:to=keep", "filing:to=?"}],
        ),
    ],
)
def test_what_a_condition_cannot_hold_without(when: str, expected: list[set[str]]) -> None:
    assert needs(when) == expected


@pytest.mark.parametrize(
    ("when", "clocks"),
    [
        ('{ clock = ["answer"], state = ["overdue"] }', True),
        ('{ breach = "not-answered" }', True),
        ("{ closing = 7 }", True),
        ("{ all = [{ always = true }, { closing = 7 }] }", True),
        ("{ any = [{ closing = 7 }, { always = true }] }", True),
        ('{ not = { breach = "not-answered" } }', True),
        (SAG, False),
        (f"{{ all = [{SAG}, {WEG}] }}", False),
        (f"{{ not = {SAG} }}", False),
    ],
)
def test_which_conditions_ask_about_terms(when: str, clocks: bool) -> None:
    assert asks_clocks(condition(when)) is clocks


class _LookedError(Exception):
    """A condition looked at the case."""


@dataclass(frozen=True, slots=True)
class _Unseen:
    """A place of which one may know what is there, and at which one may not look."""

    present: frozenset[str] | None

    def __getattr__(self, name: str) -> object:
        raise _LookedError(name)


def test_where_what_it_needs_is_not_there_a_condition_is_not_even_asked() -> None:
    def ask(when: str, present: frozenset[str] | None) -> int:
        place: Any = _Unseen(present)
        return asked_where_possible(condition(when), LAW.pack)(place).truth

    both = f"{{ all = [{SAG}, {WEG}] }}"
    assert ask(SAG, frozenset({"weg"})) == ask(both, frozenset({"weg"})) == NO
    for when, present in [(SAG, {"sag"}), (both, {"sag", "weg"}), (SAG, None), (f"{{ not = {SAG} }}", set())]:
        with pytest.raises(_LookedError):
            ask(when, None if present is None else frozenset(present))


FILED = '[[filing]]\nid = "f1"\nkind = "zub"\n'
OTHER = '[[filing]]\nid = "f2"\nkind = "klag"\nto = "castle"\n'


def event(kind: str, filing: str = "f1") -> str:
    return f'[[event]]\nid = "e-{kind}"\nkind = "{kind}"\nfiling = "{filing}"\non = "2019-10-10"\n'


@pytest.mark.parametrize(
    ("when", "text", "filings"),
    [
        (SAG, FILED + event("sag"), ["f1"]),
        (SAG, FILED + OTHER + event("sag", "f2"), ["f2"]),
        ('{ event = { kind = "sag" }, anywhere = true }', FILED + OTHER + event("sag", "f2"), ["f1", "f2"]),
        (f"{{ any = [{SAG}, {WEG}] }}", FILED + event("weg"), ["f1"]),
        (f"{{ not = {SAG} }}", FILED + OTHER + event("sag"), ["f2"]),
        ('{ event = { role = "states" } }', FILED + event("geh"), ["f1"]),
        ('{ filing = { kind = ["klag"] } }', FILED + OTHER, ["f2"]),
        ('{ filing = { to = ["@low"] } }', FILED + OTHER, ["f1"]),  # to whom is not known: possibly
        ('{ filing = { kind = ["klag"] } }', FILED, []),
        ('{ clock = ["answer"], state = ["overdue"] }', FILED + event("buk"), ["f1"]),
        ('{ breach = "not-answered" }', FILED + event("buk"), ["f1"]),
        ('{ breach = "not-answered" }', FILED, []),
    ],
)
def test_what_is_there_is_not_passed_over(when: str, text: str, filings: list[str]) -> None:
    law = prepare(world(ANSWERING + BREACH.format(when=when)))
    file = case(text, law.pack)

    a = assess(file.case, law, day("2019-12-01"), file.account)

    assert [f.id for f in a.filings for b in f.breaches if b.id == "asked"] == filings
