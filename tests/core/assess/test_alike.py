"""Filings that are alike to the law share their breaches: one that is judged for all is judged rightly."""

import random
from collections import Counter
from datetime import date, timedelta

import numpy as np
import pytest

from raport.assess import Certainty, Law, assess_breaches, assess_filings, prepare
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
)
from tests.core.assess.aimed import case_for_breach, random_cases
from tests.core.assess.laws import LAWS
from tests.core.assess.test_column_breaches import LAW as LAW_OF_CONDITIONS
from tests.core.assess.worlds import ANSWERING, case, world

FILINGS, EVENTS = 400, 3
WIDE = 0.05


def aimed_table(law: Law, seed: int) -> tuple[EventTable, date]:
    """Filings made of the words and events of cases aimed at breaches: few words, so that many are alike."""
    chance = random.Random(seed)
    breaches = list(law.pack.breaches)
    if seed % 2:  # those for which the day of filing counts are few
        breaches = [b.id for b in law.pack.breaches.values() if "Day.FILED" in repr(b.when)] or breaches
    cases = [case_for_breach(law, breaches, chance) for _ in range(2)]
    forms = [Form(plain_filing(f), d.case.facts) for d in cases for f in d.case.filings]
    shapes = [plain_event(e) for d in cases for e in d.case.events if e.filing][:8]
    turns = _turns(law) or [chance.choice(cases).today]
    near = [chance.choice(turns) for _ in range(2)]
    day = max(near).toordinal() + 30
    shape, earliest, latest = [], [], []
    for _ in range(FILINGS):
        for _ in range(EVENTS):
            shape.append(chance.randrange(len(shapes)))
            earliest.append(chance.choice(near).toordinal() + chance.choice([-2, -1, 0, 1, 30, 31]))
            latest.append(earliest[-1] + (30 if chance.random() < WIDE else 0))
    table = EventTable(
        forms=tuple(forms),
        shapes=tuple(shapes),
        form=np.array([chance.randrange(len(forms)) for _ in range(FILINGS)], dtype=np.int32),
        filing=np.repeat(np.arange(FILINGS, dtype=np.int32), EVENTS),
        shape=np.array(shape, dtype=np.int32),
        earliest=np.array(earliest, dtype=np.int32),
        latest=np.array(latest, dtype=np.int32),
    )
    return table, date.fromordinal(day)


def _turns(law: Law) -> list[date]:
    """The first days of what breaches rest on: versions, eras of grounds, competences."""
    pack = law.pack
    spans = [
        v.in_force
        for rule in pack.breaches.values()
        for p in rule.provisions
        for v in pack.provisions[p].versions
    ]
    spans += [era.lasts for ground in pack.grounds.values() for era in ground.eras]
    spans += [competence.lasts for competence in pack.competences]
    return sorted({s.earliest for s in spans if not s.open_start})


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("name", ["ru", "invented", "eu-access", "conditions"])
def test_what_is_said_of_all_that_are_alike_is_what_is_said_of_each(name: str, seed: int) -> None:
    law = LAW_OF_CONDITIONS if name == "conditions" else LAWS[name]
    table, today = aimed_table(law, seed)
    asked = may_be_breached(table, law, today)

    groups = alike(table, law, today, asked)
    found = [(g, judged(g, table, today)) for g in groups]
    said = Counter(
        (filing, column.id, column.provision, CERTAINTIES[certainty])
        for column in spread(found, np.zeros(FILINGS, dtype=np.bool_))
        for filing, certainty in zip(column.filing.tolist(), column.certainty.tolist(), strict=True)
    )

    assert np.unique(np.concatenate([g.all for g in groups] or [asked])).tolist() == asked.tolist()
    assert said == Counter(
        (n, breach.id, breach.provisions[0].provision, breach.certainty)
        for n in range(FILINGS)
        for filing in assess_filings(case_of(table, [n], law.pack.id), law, today)
        for breach in filing.breaches
        if not breach.clock
    )


def test_filings_that_are_alike_are_judged_once() -> None:
    law = LAWS["ru"]
    table, today = aimed_table(law, 2)
    asked = may_be_breached(table, law, today)

    groups = alike(table, law, today, asked)

    assert len(groups) < len(asked)


@pytest.mark.parametrize("name", LAWS)
def test_breaches_alone_are_those_of_the_whole_assessment(name: str) -> None:
    law = LAWS[name]
    for case_, _, today in random_cases(law, seed=5, count=150):
        alone = assess_breaches(case_, law, today)

        whole = assess_filings(case_, law, today)
        assert alone == tuple(tuple(b for b in f.breaches if not b.clock) for f in whole)


PASSED_ON = """
[[breach]]
id = "passed"
label = { en = "passed" }
says = { en = "passed" }
provisions = ["answer"]
when = { event = { kind = "weg" } }
"""


def test_a_row_that_could_not_be_read_leaves_its_own_filing_in_doubt_and_no_other() -> None:
    law = prepare(world(ANSWERING + PASSED_ON))
    told = case(
        """
        [[filing]]
        id = "f1"
        kind = "zub"
        [[event]]
        id = "e1"
        kind = "weg"
        filing = "f1"
        on = 2019-03-01
        """,
        law.pack,
    ).case
    table = EventTable(
        forms=(Form(plain_filing(told.filings[0])),),
        shapes=(plain_event(told.events[0]),),
        form=np.zeros(2, dtype=np.int32),
        filing=np.arange(2, dtype=np.int32),
        shape=np.zeros(2, dtype=np.int32),
        earliest=np.full(2, told.events[0].on.earliest.toordinal(), dtype=np.int32),
        latest=np.full(2, told.events[0].on.latest.toordinal(), dtype=np.int32),
    )
    today = told.events[0].on.latest + timedelta(days=1)

    (group,) = alike(table, law, today, np.arange(2, dtype=np.int32))
    (column,) = spread([(group, judged(group, table, today))], np.array([False, True]))

    assert [CERTAINTIES[c] for c in column.certainty.tolist()] == [Certainty.CERTAIN, Certainty.POSSIBLE]
