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
from raport.assess.columns.breaches import where_breached
from raport.casefile import Event, Filing
from raport.dates import Span
from tests.core.assess.column_worlds import BREACHES, PERIODS, random_cases
from tests.core.assess.test_columns_whole import case, may
from tests.core.assess.worlds import ANSWERING, world

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


def breach_law(*conditions: str) -> Law:
    text = ANSWERING + BREACHES + PERIODS.replace('"main"', '"record"')
    for n, when in enumerate(conditions):
        text += f"""
[[breach]]
id = "b{n}"
label = {{ en = "b{n}" }}
says = {{ en = "b{n}" }}
provisions = ["{"sue" if n % 2 else "answer"}"]
when = {when}
"""
    return prepare(world(text))


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
    law = breach_law(*chance.sample(CONDITIONS, chance.choice((1, 2, 4))))
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
    if not (day + more * (seed % 2) != day).any() and "later" not in repr(law.breaches):
        assert len(groups) <= len(asked) * len(law.breaches)


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
