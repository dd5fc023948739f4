"""Filings taken out of columns again: what columns do not judge is put to the one-case engine as a case."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

import numpy as np

from raport.assess.columns.table import EventTable
from raport.casefile import Case, Claim, Event
from raport.dates import Span


def case_of(
    table: EventTable,
    filings: Iterable[int],
    jurisdiction: str,
    challenges: Mapping[int, tuple[int, ...]] | None = None,
) -> Case:
    """These filings of the table as one case; their facts, which are one person's, are the first one's.

    The filing numbered 7 gets the id `f7`, the event numbered 12 the id `e12`. `challenges`: for each filing
    the filings of this case that it challenges.
    """
    told = challenges or {}
    papers, events = [], []
    facts: Mapping[str, tuple[Claim, ...]] = {}
    for number in filings:
        form = table.forms[int(table.form[number])]
        facts = facts or form.facts
        against = tuple(f"f{n}" for n in told.get(number, ()))
        papers.append(replace(form.filing, id=f"f{number}", challenges=against))
        events += _events(table, number)
    return Case("", jurisdiction, tuple(papers), tuple(events), facts=facts)


def _events(table: EventTable, number: int) -> list[Event]:
    # Of the column's own type: for another the whole column would be copied to look up two numbers.
    ends = np.array([number, number + 1], dtype=table.filing.dtype)
    first, after = np.searchsorted(table.filing, ends).tolist()
    return [
        replace(
            table.shapes[int(table.shape[n])],
            id=f"e{n}",
            filing=f"f{number}",
            on=Span(
                date.fromordinal(table.earliest[n].item()),
                date.fromordinal(table.latest[n].item()),
            ),
        )
        for n in range(first, after)
    ]
