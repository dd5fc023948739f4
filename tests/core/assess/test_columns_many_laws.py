"""Columns say what the one-case engine says, in many small laws and tables, cut into stretches or not."""

from datetime import date, timedelta
from functools import partial
from random import Random

import pytest

from raport.assess import ClockState, prepare
from raport.assess.columns import columns as stretches
from raport.casefile import Case, Event, Filing
from raport.dates import Span
from tests.core.assess.column_worlds import PAUSE, random_cases, random_day, random_law
from tests.core.assess.same import columns_say, engine_says
from tests.core.assess.worlds import ANSWERING, provision, world


@pytest.mark.parametrize("seed", range(60))
def test_columns_say_what_the_engine_says(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(seed)
    law = random_law(chance)
    if seed % 2:  # a table in several stretches
        monkeypatch.setattr(stretches, "chunks", partial(stretches.chunks, size=5))
    for _ in range(2):
        cases, today = (
            random_cases(chance, 12),
            random_day(chance) + timedelta(days=chance.choice((3, 8, 14))),
        )

        said, columns, apart = columns_say(cases, law, today)

        assert not columns.not_carried
        assert not apart
        assert said == engine_says(cases, law, today)


UNLIMITED = """        [[provision.version.reading]]
        id = "r1"
        [[provision.version.reading]]
        id = "endless"
        unlimited = true
"""


def test_a_term_without_end_stands_still_as_any_other() -> None:
    ends = provision("answer", 30)
    paused = ANSWERING.replace(ends, ends.rstrip() + "\n" + UNLIMITED).replace(
        "extension = ", f"{PAUSE}\nextension = "
    )
    law = prepare(world(paused))
    begun = Event("e1", "buk", Span.on(date(2019, 5, 6)), "f")
    halted = Event("e2", "halt", Span.on(date(2019, 5, 8)), "f")
    told = Case("c1", "ruritania", (Filing("f", "zub"),), (begun, halted))

    said, _, _ = columns_say([told], law, date(2019, 5, 10))

    standing = (ClockState.SUSPENDED,)
    _, _, dues, *_ = said["c1", "f", "answer"]
    assert dues == {
        "r1": (Span(date(2019, 6, 5), date(2019, 6, 7)), standing),
        "endless": (Span.on(date.max), standing),
    }
