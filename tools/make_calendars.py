"""Makes the Russian working calendars of the pack: src/raport/law/packs/ru/calendars/ru-<year>.toml.

.venv/bin/python tools/make_calendars.py ../shared/data/calendars

Holidays, moved days and working weekends are those of python-holidays 0.109; moved and shortened days of
the years
that a production calendar (xmlcalendar) lies there for are that calendar's; the days "non-working with
pay" of 2020
and 2021 are those measured in the research (36). No number of a decree was read: `decree` stays empty.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import holidays

OUT = Path(__file__).resolve().parents[1] / "src" / "raport" / "law" / "packs" / "ru" / "calendars"
YEARS = range(2013, 2027)

DECREED = [
    (date(2020, 3, 30), date(2020, 4, 30)),
    (date(2020, 5, 6), date(2020, 5, 8)),
    (date(2020, 6, 24), date(2020, 6, 24)),
    (date(2020, 7, 1), date(2020, 7, 1)),
    (date(2021, 5, 4), date(2021, 5, 7)),
    (date(2021, 11, 1), date(2021, 11, 3)),
]


@dataclass(slots=True)
class Lists:
    """The days of one year that are not what their weekday says."""

    off: list[date] = field(default_factory=list)
    moved_off: list[date] = field(default_factory=list)
    working_weekend: list[date] = field(default_factory=list)
    shortened: list[date] = field(default_factory=list)
    decreed: list[date] = field(default_factory=list)
    source: str = ""


def days_of(first: date, last: date) -> Iterator[date]:
    """Each day from the first to the last."""
    for n in range((last - first).days + 1):
        yield first + timedelta(days=n)


def from_library(year: int) -> Lists:
    """The year as python-holidays has it; shortened days are not in it."""
    russia = holidays.country_holidays("RU", years=year, language="en_US")
    lists = Lists(source="python-holidays 0.109; shortened days of this year are not known here")
    decreed = {d for first, last in DECREED for d in days_of(first, last)}
    for day in days_of(date(year, 1, 1), date(year, 12, 31)):
        works = russia.is_working_day(day)
        weekend = day.weekday() >= 5
        if works and weekend:
            lists.working_weekend.append(day)
        elif works and day in decreed:
            lists.decreed.append(day)
        elif not works and not weekend:
            moved = any(word in russia.get(day, "").lower() for word in ("substituted", "observed"))
            (lists.moved_off if moved else lists.off).append(day)
    return lists


def from_xml(path: Path, year: int) -> Lists:
    """The year as the production calendar has it: t=1 off (with `h` a holiday), t=2 shortened, t=3 working
    weekend.
    """
    lists = Lists(source="xmlcalendar, compared day by day with python-holidays 0.109")
    for node in ET.parse(path).getroot().iter("day"):  # noqa: S314 - a file of our own shared folder
        month, number = node.attrib["d"].split(".")
        day = date(year, int(month), int(number))
        weekend = day.weekday() >= 5
        match node.attrib["t"]:
            case "1" if not weekend:
                (lists.off if "h" in node.attrib and "f" not in node.attrib else lists.moved_off).append(day)
            case "2" if weekend:
                lists.working_weekend.append(day)
            case "2":
                lists.shortened.append(day)
            case "3":
                lists.working_weekend.append(day)
            case _:
                pass  # a day off that falls on a weekend says nothing new
    library = from_library(year)
    for told, day in [
        *(("working", d) for d in {*lists.off, *lists.moved_off} - {*library.off, *library.moved_off}),
        *(("off", d) for d in {*library.off, *library.moved_off} - {*lists.off, *lists.moved_off}),
    ]:
        lists.source += f", which has {day} as {told}"
    return lists


def write(year: int, lists: Lists) -> None:
    """One file."""
    text = f"""# Working days of Russia in {year}: the days that are not what their weekday says.
calendar = "ru"
year = {year}
source = "{lists.source}"
confidence = "secondary"
decree = ""
checked = 2026-11-23
off = {told(lists.off)}
moved-off = {told(lists.moved_off)}
working-weekend = {told(lists.working_weekend)}
shortened = {told(lists.shortened)}
decreed = {told(lists.decreed)}
"""
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f"ru-{year}.toml").write_text(text, encoding="utf-8")


def told(days: list[date]) -> str:
    """A TOML list of days, a few on each line."""
    if not days:
        return "[]"
    rows = [", ".join(d.isoformat() for d in days[n : n + 8]) for n in range(0, len(days), 8)]
    return "[\n" + "".join(f"  {row},\n" for row in rows) + "]"


def main() -> None:
    """Make every year."""
    folder = Path(sys.argv[1])
    for year in YEARS:
        path = folder / f"ru-{year}.xml"
        write(year, from_xml(path, year) if path.exists() else from_library(year))


if __name__ == "__main__":
    main()
