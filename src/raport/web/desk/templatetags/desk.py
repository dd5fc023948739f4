"""Filters that every template of the desk may use."""

from contextlib import suppress
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from django import template

from raport.dates import Span

register = template.Library()


@register.filter
def day(value: date | None) -> str:
    """A day as Russians and most others write it."""
    return "" if value is None else f"{value:%d.%m.%Y}"


@register.filter
def moment(said: str) -> str:
    """When a message says that it was written: as people write it where its form is known, else as it is."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError):
            return f"{read(said):%d.%m.%Y %H:%M %z}".strip()
    return said


@register.filter
def span(value: Span) -> str:
    """A span of uncertainty in short."""
    if value.open_start and value.open_end:
        return "?"
    if value.is_day:
        return day(value.earliest)
    first = "…" if value.open_start else day(value.earliest)
    last = "…" if value.open_end else day(value.latest)
    return f"{first} – {last}"


@register.filter
def get(values: object, name: str) -> object:
    """One value of a mapping by a name that is only known here; empty where there is none."""
    value = values.get(name) if hasattr(values, "get") else None
    return "" if value is None else value


@register.filter
def getlist(values: object, name: str) -> list[str]:
    """All values of a form's field."""
    return values.getlist(name) if hasattr(values, "getlist") else []


@register.filter
def pair(sentence: str) -> tuple[str, str]:
    """A sentence such as "Who learns of it: the unit." as its label and its value."""
    label, found, value = sentence.partition(": ")
    return (label, value) if found else ("", sentence)
