"""The day of an event as the case file gets it: what happened is not to come."""

from datetime import date

import pytest
from django.http import QueryDict

from raport.dates import Span
from raport.reading.said import Anchor
from raport.web.desk.when import WhenForm

ANCHORS = (Anchor("e1", ("выпуск",), Span(date(2026, 11, 20), date(2026, 12, 10))),)


def told(name: str, text: str, today: date) -> object:
    data = QueryDict(mutable=True)
    data[name] = text
    form = WhenForm(data, today, ANCHORS, {})
    assert form.is_valid(), form.errors
    return form.day(name)


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("осенью 2026", date(2026, 11, 25), "2026-09-01/2026-11-25"),
        ("осенью 2026", date(2026, 9, 1), "2026-09-01"),
        ("осенью 2026", date(2026, 11, 30), "2026-09/2026-11"),
        ("осенью 2026", date(2026, 8, 31), "2026-09/2026-11"),
        ("в этом году", date(2026, 11, 25), "2026-01-01/2026-11-25"),
        ("10 октября 2026", date(2026, 11, 25), "2026-10-10"),
        ("осенью 2025", date(2026, 11, 25), "2025-09/2025-11"),
    ],
)
def test_what_happened_ended_by_today(text: str, today: date, day: str) -> None:
    assert told("on", text, today) == day


def test_a_day_that_leans_on_an_event_stays_as_it_was_said() -> None:
    assert told("on", "после выпуска", date(2026, 11, 25)) == {"after": "e1"}


def test_when_it_ends_may_be_to_come() -> None:
    assert told("until", "осенью 2026", date(2026, 11, 25)) == "2026-09/2026-11"


def test_nothing_said_is_no_day() -> None:
    assert told("on", "", date(2026, 11, 25)) is None
