"""The desk for looking: an inbox that shows what an inbox is for, and nobody real in it."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from importlib import resources
from typing import Any

from raport.adapters.store.rows import FileRow
from raport.adapters.toml import read_toml
from raport.app import answers, demo, duties
from raport.app import enquiries as use
from raport.app.enquiries import Enquiry
from raport.app.enquiries_kin import offers
from raport.app.exhibits import exhibits
from raport.app.promises import open_promises
from raport.safety import UNKNOWN
from tests.app.filled import sample_case
from tests.desk import TODAY, Desk

TOLD: Mapping[str, Any] = read_toml(
    "demo.toml", resources.files("raport.app").joinpath("demo.toml").read_bytes()
).values
WHOLE = "\n".join(
    [
        resources.files("raport.app").joinpath("demo.toml").read_text(encoding="utf-8"),
        *(path.read_text(encoding="utf-8") for path in sorted(demo.INBOX.iterdir())),
    ]
)


def filled(desk: Desk) -> dict[str, FileRow]:
    cases = {name: sample_case(desk, name) for name in ("x5", "x7")}
    demo.fill_desk(TOLD, cases, desk.boris)
    return cases


def enquiry(desk: Desk, words: str) -> Enquiry:
    """The one that waits and has these words."""
    me = desk.boris.member
    found = [use.enquiry(row.id, me) for row in use.queue(me)]
    (one,) = [e for e in found if any(words in line.text for w in e.written for line in w.lines)]
    return one


def test_every_kind_of_message_is_there_and_each_stage_of_an_enquiry(desk: Desk) -> None:
    filled(desk)
    rows = use.queue(desk.boris.member)

    written = [w for row in rows for w in use.enquiry(row.id, desk.boris.member).written]
    assert {w.channel for w in written} == {"chat", "call", "telegram", "mail"}
    assert {row.colour for row in rows} == {"red", "amber"}
    assert {row.status for row in rows} == {use.NEW, use.TRIAGED}
    assert {row.sender for row in rows} >= {"mother", "spouse", "comrade", "lawyer", "unknown"}
    assert [row.keep for row in rows].count(True) == 1
    assert {row.closed for row in use.closed_last(desk.boris.member)} == {use.ANSWERED, "thanks", "spam"}
    assert len(answers.own_texts("ru")) == len(TOLD["answer"])


def test_relatives_and_repeats_are_offered(desk: Desk) -> None:
    cases = filled(desk)
    me = desk.boris.member

    repeated, letter = enquiry(desk, "Это снова я"), enquiry(desk, "второй месяц")
    assert [o.row.id for o in offers(repeated, me)] == [letter.row.id]
    assert [o.row.id for o in offers(enquiry(desk, "Небывалова"), me)] == [cases["x7"].id]
    assert [o.row.id for o in offers(enquiry(desk, "Выдумкина"), me)] == [cases["x5"].id]
    assert offers(enquiry(desk, "военный врач"), me) == []


def test_the_lieutenants_wife_waits_to_be_read(desk: Desk) -> None:
    filled(desk)
    one = enquiry(desk, "военный врач")

    assert one.row.status == use.NEW
    assert {getattr(one.triage, name) for name in ("where", "held", "date")} == {UNKNOWN}
    (written,) = one.written
    assert [line.author for line in written.lines] == ["Анна Примерова"] * 5
    assert written.lines[0].at.startswith(f"{TODAY - timedelta(days=1)}T")


def test_a_letter_comes_with_its_paper(desk: Desk) -> None:
    filled(desk)
    one = enquiry(desk, "второй месяц")

    assert [x.title for x in exhibits(one.row.id, desk.boris.member)] == ["letter.eml", "выписка.png"]
    assert "[[" not in str(one.written)


def test_somebody_is_on_duty_and_something_was_promised(desk: Desk) -> None:
    cases = filled(desk)

    assert duties.on_duty(TODAY) == [desk.boris.member]
    assert {p.row.file for p in open_promises(desk.boris.member)} == {c.id for c in cases.values()}


def test_enquiries_are_as_old_as_they_say(desk: Desk) -> None:
    filled(desk)

    for row in use.queue(desk.boris.member):
        assert row.erase_on is None or row.erase_on == row.made.date() + use.KEPT_FOR


def test_days_are_counted_from_the_day_of_the_demo() -> None:
    told = demo.dated("[[0]] [[31.ru]] [[1.mail]] [[x]] [1]", date(2026, 3, 1))

    assert told == "2026-03-01 29.01.2026 Sat, 28 Feb 2026 20:05:00 +0000 [[x]] [1]"


def test_no_number_and_no_address_can_be_anybodys() -> None:
    numbers = re.findall(r"\+?[78][ (]+(\d{3})[ )]+\d{3}[ -]\d{2}[ -]\d{2}", WHOLE)
    assert numbers
    assert set(numbers) == {"000"}
    assert {a.rpartition("@")[2] for a in re.findall(r"[\w.]+@[\w.]+", WHOLE)} == {"example.org"}


def test_no_file_of_the_inbox_lies_unused() -> None:
    used = {name for one in TOLD["came"] for name in one.get("files", ())}

    assert used == {path.name for path in demo.INBOX.iterdir()}
