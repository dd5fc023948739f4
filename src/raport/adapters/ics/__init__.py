"""Calendars (ICS): whole days with titles that tell nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event


@dataclass(frozen=True, slots=True)
class Entry:
    """A day. `uid`: the same for the same thing, so that a new calendar takes the place of the old."""

    uid: str
    day: date
    title: str


def write_ics(entries: Iterable[Entry], on: date) -> bytes:
    """The calendar as bytes; it names no program, no place, no person."""
    calendar = Calendar()
    calendar.add("prodid", "-//days//EN")
    calendar.add("version", "2.0")
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", datetime(on.year, on.month, on.day, tzinfo=UTC))
        event.add("dtstart", entry.day)
        event.add("dtend", entry.day + timedelta(days=1))
        event.add("summary", entry.title)
        event.add("class", "PRIVATE")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def read_ics(data: bytes) -> list[Entry]:
    """The days of a calendar."""
    return [
        Entry(str(event["uid"]), event.decoded("dtstart"), str(event["summary"]))
        for event in Calendar.from_ical(data.decode()).walk("VEVENT")
    ]
