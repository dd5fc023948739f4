"""Of filings that are alike to a law one is judged for all; in those passed over there is no breach."""

from collections import Counter
from dataclasses import replace
from random import Random

import numpy as np
import pytest

from raport.assess import Law, assess, prepare
from raport.assess.columns import (
    CERTAINTIES,
    EventTable,
    Form,
    alike,
    case_of,
    judged,
    may_be_breached,
    plain_event,
    plain_filing,
    spread,
    table_of,
)
from raport.assess.columns.breaches import ceiling, where_breached
from raport.casefile import Event, Filing
from raport.dates import Span
from raport.law import (
    All,
    Always,
    AnyOf,
    Breached,
    ClockIs,
    Closing,
    Condition,
    Day,
    During,
    GroundIs,
    Has,
    Later,
    Not,
    OtherFiling,
    Selector,
)
from tests.core.assess.column_worlds import BREACHES, PERIODS, random_cases
from tests.core.assess.test_columns_whole import case, may
from tests.core.assess.worlds import ANSWERING, provision, world

CONDITIONS = (
    '{ event = { kind = "weg", to = ["@about"] } }',
    '{ all = [{ filing = { kind = ["zub"] } }, { not = { event = { kind = "buk" } } }] }',
    '{ any = [{ event = { kind = "sag", outcome = "nay" } }, { event = { kind = "geh" } }] }',
    '{ period = "feast", on = { kind = "weg" } }',
    '{ later = { kind = "sag" }, than = { kind = "weg" } }',
    '{ all = [{ breach = ["gone"] }, { event = { kind = "kam" } }] }',
    '{ not = { period = "feast", on = { kind = "lang" } } }',
    '{ period = "fog", on = "filed" }',
    '{ event = { kind = "sag", by = ["@not-competent"] } }',
)


def breach_law(*conditions: str, answer: str = provision("answer", 30)) -> Law:
    text = (
        ANSWERING.replace(provision("answer", 30), answer) + BREACHES + PERIODS.replace('"main"', '"record"')
    )
    for n, when in enumerate(conditions):
        text += f"""
[[breach]]
id = "b{n}"
label = {{ en = "b{n}" }}
says = {{ en = "b{n}" }}
provisions = ["{"sue" if n % 2 else "answer"}", "record"]
when = {when}
"""
    return prepare(world(text))


LATER = provision("answer", 30).replace("version]]\n", "version]]\n    from = 2019-05-10\n")
"""The provision as if it were in force from the tenth of May on."""


def test_a_breach_may_be_where_what_it_asks_for_has_happened_by_today() -> None:
    law = breach_law(CONDITIONS[0], '{ event = { kind = "geh" } }')
    about = Filing("f", "zub", about=("keep",))
    passed = Event("e1", "weg", Span.on(may(9)), "f", fields={"to": "keep"})
    cases = [
        case(0, ("geh", 9)),
        replace(case(1), filings=(about,), events=(passed,)),
        case(2),
        case(3, ("geh", 10)),
    ]
    table, _ = table_of(cases)
    rules = [rule for rule, _ in law.breaches]

    assert may_be_breached(table, law, may(9)).tolist() == [0, 1]
    assert may_be_breached(table, law, may(8)).tolist() == []
    assert [m.tolist() for m in where_breached(table, law, may(9), rules[-2:])] == [
        [False, True, False, False],
        [True, False, False, False],
    ]


@pytest.mark.parametrize("seed", range(24))
def test_filings_that_are_alike_share_their_breaches(seed: int) -> None:
    """Few words and few days, around the turns of the law; all that is said is what is said of each alone."""
    chance = Random(seed)
    answer = LATER if seed % 3 == 0 else provision("answer", 30)
    law = breach_law(*chance.sample(CONDITIONS, chance.choice((1, 2, 4))), answer=answer)
    drawn = random_cases(chance, 60)
    forms = [Form(plain_filing(c.filings[0]), c.facts) for c in drawn[: chance.choice((1, 3))]]
    shapes = [plain_event(e) for c in drawn for e in c.events][: chance.choice((3, 6, 80))]
    near = [may(d).toordinal() for d in chance.sample((0, 1, 2, 9, 10, 11, 19, 20, 21, 25, 26), 3)]
    today = may(chance.choice((2, 10, 21, 40)))
    count = 40
    events = sorted(
        (
            chance.randrange(count),
            chance.randrange(len(shapes)),
            chance.choice(near),
            0 if chance.randrange(20) else 9,
        )
        for _ in range(chance.choice((0, 60, 90, 200)))
    )
    filing, shape, day, more = (np.array([e[n] for e in events], dtype=np.int32) for n in range(4))
    form = np.array([chance.randrange(len(forms)) for _ in range(count)], dtype=np.int32)
    table = EventTable(tuple(forms), tuple(shapes), form, filing, shape, day, day + more * (seed % 2))
    asked = may_be_breached(table, law, today)

    groups = alike(table, law, today, asked)
    unread = np.array([chance.randrange(8) == 0 for _ in range(count)])
    said = Counter(
        (n, b.id, b.provision, b.clock, e, CERTAINTIES[c])
        for b in spread([(g, judged(g, table, today)) for g in groups], unread)
        for n, e, c in zip(b.filing.tolist(), b.event.tolist(), b.certainty.tolist(), strict=True)
    )

    assert said == Counter(
        (n, b.id, b.provisions[0].provision, "", -1, b.certainty.doubtful if unread[n] else b.certainty)
        for n in range(count)
        for b in assess(case_of(table, [n], "ruritania"), law, today).filings[0].breaches
        if not b.clock
    )


def test_filings_that_nothing_tells_apart_are_one_group() -> None:
    """A day counts by the side of the law's days on which it lies; what no rule asks for does not count."""
    law = breach_law('{ period = "feast", on = { kind = "geh" } }', '{ event = { kind = "geh" } }')
    one = [("geh", 1), ("geh", 9)]
    many = [("geh", 3), ("sag", 5), ("weg", 1)]
    cases = [case(0, *one), case(1, *one[::-1]), case(2, *many), case(3, ("geh", 12)), case(4, ("geh", 0))]
    cases += [case(5, ("geh", 40)), case(6, ("geh", 0), kind="klag"), case(7, ("geh", 2), ("geh", 50))]
    table, _ = table_of(cases)
    denied = breach_law('{ all = [{ not = { event = { kind = "sag" } } }, { event = { kind = "geh" } }] }')
    every = np.arange(8, dtype=np.int32)

    groups = alike(table, denied, may(49), every)
    assert sorted(g.all.tolist() for g in groups) == [[0, 1, 3, 4, 5, 7], [6]]  # a `sag` in the other
    assert all(g.one == g.all[0] for g in groups)
    for group in alike(table, law, may(49), every):
        breaches = {judged(group._replace(one=n), table, may(49)) for n in group.all.tolist()}
        assert len(breaches) == 1


def told_apart(
    table: EventTable, seen: set[int], turns: list[int], today: int, filing: int
) -> tuple[object, ...]:
    """What a rule sees of a filing: its form, and which shapes it has on which side of the law's days."""
    events = zip(table.filing.tolist(), table.shape.tolist(), table.earliest.tolist(), strict=True)
    return table.form[filing].item(), frozenset(
        (shape, sum(turn <= day for turn in turns))
        for of, shape, day in events
        if of == filing and shape in seen and day <= today
    )


ENDED = LATER.replace("from = 2019-05-10\n", "from = 2019-05-10\n    to = 2019-05-22\n")


@pytest.mark.parametrize("words", [1, 4, 31, 62, 63, 64, 122, 126, 127, 140])
def test_filings_are_in_one_group_where_nothing_tells_them_apart(words: int) -> None:
    """Days are told apart by when the feast may begin and end, and the provision does."""
    chance = Random(words)
    outside = '{ not = { period = "feast", on = { kind = ["weg", "gab"] } } }'
    law = breach_law(f'{{ all = [{{ event = {{ kind = "weg" }} }}, {outside}] }}', answer=ENDED)
    rules = ((replace(rule, provisions=("answer",)), asks) for rule, asks in law.breaches)
    law = replace(law, breaches=tuple(rules))
    forms = tuple(Form(Filing("", "zub", count=str(n))) for n in range(2))
    passed = [Event("", "weg", Span.unknown(), fields={"to": f"{n}"}) for n in range(words)]
    others = [Event("", kind, Span.unknown()) for kind in ("sag", "gab")]  # the rule asks for no `sag`
    others += [Event("", "gab", Span.unknown(), fields={"n": f"{n}"}) for n in range(3)]
    count, today = 300, may(25)
    near = [may(n).toordinal() for n in ((20,) if words > 4 else (0, 1, 9, 10, 11, 20, 21, 22, 23, 25, 26))]
    rows = sorted(
        (
            chance.randrange(count - 10),
            chance.choice((chance.randrange(words), n % words, words, words + 1)),
            chance.choice(near),
        )
        for n in range(2 * count)
    )
    some = ((0, words + 2), (0, words + 3), range(words), (62,), (62, words + 4), (63,), (0, 63))
    rows += [(293 + n, e, near[0]) for n, many in enumerate(some) for e in many if e < len(passed + others)]
    filing, shape, day = (np.array([r[n] for r in rows], dtype=np.int32) for n in range(3))
    latest = day + ((filing == 7) | (filing == 8))
    form = np.array([chance.randrange(2) for _ in range(count - 10)] + [0] * 10, dtype=np.int32)
    table = EventTable(forms, (*passed, *others), form, filing, shape, day, latest)
    asked = np.arange(1, count, dtype=np.int32)

    groups = alike(table, law, today, asked)

    turns = [may(n).toordinal() for n in (1, 10, 11, 21, 23)]
    known = set(range(words + 5)) - {words}
    may_be = set(filing[(shape < words) & (day <= today.toordinal())].tolist()) - {0}
    alone = {7, 8} & may_be
    expected: dict[object, list[int]] = {n: [n] for n in {7, 8} & set(filing.tolist())}
    for n in sorted(may_be - alone):
        expected.setdefault(told_apart(table, known, turns, today.toordinal(), n), []).append(n)
    assert sorted(g.all.tolist() for g in groups) == sorted(expected.values())
    one = min(may_be - alone)
    assert [g.all.tolist() for g in alike(table, law, today, np.array([one], dtype=np.int32))] == [[one]]


def test_where_few_are_alike_to_each_rule_all_rules_are_asked_at_once() -> None:
    """What happens tomorrow tells nobody apart today."""
    law = breach_law('{ event = { kind = "geh" } }', '{ event = { kind = ["geh", "sag"] } }')
    table, _ = table_of([case(0, ("geh", 1)), case(1, ("geh", 1), ("sag", 3))])

    (group,) = alike(table, law, may(2), np.arange(2, dtype=np.int32))

    assert group.all.tolist() == [0, 1]
    assert group.law is law


def test_of_two_events_the_order_may_tell_filings_apart() -> None:
    """Where a rule asks which came later; not where it denies that one lies in a period."""
    cases = [case(0, ("sag", 3), ("weg", 2)), case(1, ("sag", 2), ("weg", 3)), case(2, ("lang", 3))]
    table, _ = table_of(cases)
    every, law = np.arange(3, dtype=np.int32), breach_law(CONDITIONS[4])

    groups = alike(table, law, may(9), every)

    found = {n: [b.id for b in judged(g, table, may(9))] for g in groups for n in g.all.tolist()}
    assert found == {0: ["b0"], 1: []}
    denied = breach_law(CONDITIONS[6])
    table, _ = table_of([case(n, ("lang", 22 + n)) for n in range(3)])
    assert [g.all.tolist() for g in alike(table, denied, may(40), every)] == [[0, 1, 2]]


# --- what columns can answer --------------------------------------------------------------------------------

WEG = Selector(frozenset({"weg"}), {"to": frozenset({"keep"})})
ORAL = Selector(frozenset({"sag"}), {"form": frozenset({"oral"})})
INCOMPETENT = replace(ORAL, fields={**ORAL.fields, "by": frozenset({"@not-competent"})})
FOLLOWS = replace(WEG, follows=True)
MET = ClockIs(frozenset({"answer"}), frozenset({"met"}))
OPEN = frozenset({"yes"})


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (Has(WEG), Has(WEG)),
        (Has(INCOMPETENT), Has(ORAL)),
        (Has(WEG, anywhere=True), Always()),
        (Has(FOLLOWS, anywhere=True), Has(FOLLOWS)),
        (Later(WEG, INCOMPETENT), All((Has(WEG), Has(ORAL)))),
        (Later(WEG, WEG, anywhere=True), Always()),
        (Breached(frozenset({"gone"})), Always()),
        (MET, Always()),
        (Closing(3), Always()),
        (OtherFiling({}), Always()),
        (During("feast", Day.FILED), Always()),
        (During("feast", Day.TODAY), During("feast", Day.TODAY)),
        (During("feast", Day.EVENT, INCOMPETENT), Has(ORAL)),
        (GroundIs(OPEN), Always()),
        (GroundIs(OPEN, Day.TODAY), GroundIs(OPEN, Day.TODAY)),
        (Not(Has(WEG)), Not(Has(WEG))),
        (Not(Has(INCOMPETENT)), Always()),
        (Not(MET), Always()),
        (Not(During("feast", Day.EVENT, WEG)), Always()),
        (Not(Has(replace(WEG, goes_on=True))), Always()),
        (All((Has(INCOMPETENT), Closing(3))), All((Has(ORAL), Always()))),
        (AnyOf((Has(INCOMPETENT), Closing(3))), AnyOf((Has(ORAL), Always()))),
    ],
)
def test_what_columns_cannot_answer_is_taken_to_hold(condition: Condition, expected: Condition) -> None:
    assert ceiling(condition) == expected
