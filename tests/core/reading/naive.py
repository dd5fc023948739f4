"""What the common shapes can mean, read off a paper calendar day by day.

Nothing here is taken from `raport.reading`: each function leafs through the days and keeps those that a
person may mean by the words, with every habit there is of counting weeks and months.
"""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta

RU_MONTHS = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
]
RU_OF = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
EN_MONTHS = list(calendar.month_name)[1:]


def leaf(year: int, month: int) -> list[date]:
    """The days on one leaf of the calendar."""
    day = date(year, month, 1)
    days = []
    while day.month == month:
        days.append(day)
        day += timedelta(1)
    return days


def monday_of(day: date) -> date:
    while day.weekday():
        day -= timedelta(1)
    return day


def parts(year: int, month: int) -> Iterator[tuple[str, str, set[date]]]:
    """Parts of a month, in both languages."""
    ru, en, days = RU_OF[month - 1], EN_MONTHS[month - 1], leaf(year, month)
    last = len(days)

    def of(first: int, end: int) -> set[date]:
        return {d for d in days if first <= d.day <= end}

    yield f"в начале {ru} {year}", f"early {en} {year}", of(1, 10)
    yield f"в середине {ru} {year}", f"in the middle of {en} {year}", of(10, 20)
    yield f"в конце {ru} {year}", f"late {en} {year}", of(21, last)
    yield f"в первых числах {ru} {year}", f"in the first days of {en} {year}", of(1, 9)
    yield f"в первой половине {ru} {year}", f"in the first half of {en} {year}", of(1, (last + 1) // 2)
    yield f"во второй половине {ru} {year}", f"in the second half of {en} {year}", of(last // 2 + 1, last)
    yield f"в первой декаде {ru} {year}", f"in the first ten days of {en} {year}", of(1, 10)
    yield f"в последний день {ru} {year}", f"on the last day of {en} {year}", of(last, last)
    weeks = zip(
        ["первую", "вторую", "третью", "четвертую"],
        ["first", "second", "third", "fourth"],
        range(1, 5),
        strict=True,
    )
    for spoken, english, n in weeks:
        yield f"в {spoken} неделю {ru} {year}", f"the {english} week of {en} {year}", nth_week(days, n)
    yield f"в последнюю неделю {ru} {year}", f"the last week of {en} {year}", last_week(days)


def nth_week(days: list[date], n: int) -> set[date]:
    """By sevens from the first; by the rows of the calendar, counting the first or only full ones; the rows
    begin with a Monday or with a Sunday.
    """
    found = set(days[7 * (n - 1) : 7 * n])
    for begins in (0, 6):
        rows = rows_of(days, begins)
        full = [r for r in rows if len(r) == 7]
        found |= set(rows[n - 1]) | set(full[n - 1] if n <= len(full) else [])
    return found


def last_week(days: list[date]) -> set[date]:
    found = set(days[-7:])
    for begins in (0, 6):
        rows = rows_of(days, begins)
        found |= set(rows[-1]) | set([r for r in rows if len(r) == 7][-1])
    return found


def rows_of(days: list[date], begins: int) -> list[list[date]]:
    rows: list[list[date]] = [[]]
    for day in days:
        if day.weekday() == begins and rows[-1]:
            rows.append([])
        rows[-1].append(day)
    return rows


def seasons(year: int) -> Iterator[tuple[str, str, set[date]]]:
    for ru, en, months in (
        ("весной", "spring", (3, 4, 5)),
        ("летом", "summer", (6, 7, 8)),
        ("осенью", "autumn", (9, 10, 11)),
    ):
        yield f"{ru} {year}", f"{en} {year}", {d for m in months for d in leaf(year, m)}
    either = [(year - 1, 12), (year, 1), (year, 2), (year, 12), (year + 1, 1), (year + 1, 2)]
    yield f"зимой {year}", f"winter {year}", {d for y, m in either for d in leaf(y, m)}


def ago(today: date) -> Iterator[tuple[str, str, set[date]]]:
    """So long ago: the day found by counting back, and any day of the week or month that lies so far back."""
    for n, ru, en in (
        (1, "неделю", "a week"),
        (2, "две недели", "two weeks"),
        (3, "три недели", "three weeks"),
    ):
        monday = monday_of(today) - timedelta(7 * n)
        week = {monday + timedelta(k) for k in range(7)}
        yield f"{ru} назад", f"{en} ago", {d for d in week if d < today} | {today - timedelta(7 * n)}
    for n, ru, en in (
        (1, "месяц", "a month"),
        (2, "два месяца", "two months"),
        (5, "пять месяцев", "five months"),
    ):
        month, year = today.month, today.year
        for _ in range(n):
            month, year = (12, year - 1) if month == 1 else (month - 1, year)
        days = leaf(year, month)
        yield f"{ru} назад", f"{en} ago", set(days)
    for n, ru, en in (
        (2, "два дня", "two days"),
        (3, "три дня", "three days"),
        (6, "шесть дней", "six days"),
    ):
        # whole days between, or days counted with today
        yield f"{ru} назад", f"{en} ago", {today - timedelta(n), today - timedelta(n - 1)}


def weeks(today: date) -> Iterator[tuple[str, str, set[date]]]:
    """Last, this and next week, by weeks that begin with a Monday; of those that begin with a Sunday, that
    Sunday.
    """
    for step, ru, en in (
        (-1, "на прошлой неделе", "last week"),
        (0, "на этой неделе", "this week"),
        (1, "на следующей неделе", "next week"),
    ):
        monday = monday_of(today) + timedelta(7 * step)
        yield ru, en, {monday + timedelta(k) for k in range(-1, 7)}


def lengths_before(days: list[date]) -> Iterator[tuple[str, str, set[date]]]:
    """So long before an event that was on one of these days."""
    yield "за три дня до", "three days before", {d - timedelta(k) for d in days for k in (2, 3)}
    yield "за неделю до", "a week before", {d - timedelta(k) for d in days for k in range(4, 11)}
    yield "за месяц до", "a month before", {d - timedelta(k) for d in days for k in range(21, 41)}
    yield "за полгода до", "half a year before", {d - timedelta(k) for d in days for k in range(160, 206)}
    yield "за год до", "a year before", {d - timedelta(k) for d in days for k in range(270, 460)}
