"""A vault for looking: the sample cases and an invented inbox, under a passphrase that everybody knows."""

import io
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime
from importlib import resources
from pathlib import Path
from typing import Any

from raport.adapters.store.members import members
from raport.adapters.store.rows import FileRow
from raport.adapters.toml import read_toml
from raport.app import answers, duties, enquiries
from raport.app.advice import advise
from raport.app.files import Author
from raport.app.intake import Came, read_drop
from raport.app.open_case import take_case_file
from raport.app.promises import promise
from raport.app.record import record_identity
from raport.app.vault import make_vault, now, today
from raport.safety import Triage

PASSPHRASE = "five words for the sample"  # noqa: S105 - everybody knows it
SAMPLE = Path(__file__).resolve().parent.parent / "sample"
INBOX = SAMPLE.with_name("sample_inbox")
JURISDICTION = "ru"

_DAY = re.compile(r"\[\[(\d+)(?:\.(ru|mail))?\]\]")

type _Row = Mapping[str, Any]


def make_demo(folder: Path) -> None:
    """The vault, open, with every case of the sample in it (the twins left out) and with an inbox."""
    name = "demo.toml"
    told = read_toml(name, resources.files("raport.app").joinpath(name).read_bytes()).values
    make_vault(folder, PASSPHRASE, str(told["member"]))
    author = Author(members()[0].id, now(), today())
    cases = {
        path.stem: take_case_file(read_toml(path.name, path.read_bytes()), author)
        for path in sorted(SAMPLE.glob("*.toml"))
    }
    fill_desk(told, cases, author)


def fill_desk(told: _Row, cases: Mapping[str, FileRow], author: Author) -> None:
    """What a desk holds beside cases: who speaks for whom, texts of answers, enquiries, duty, promises."""
    duties.add_duty(author.member, author.on, author.on)
    for one in told["known"]:
        contact = {f"{one['person']}-{key}": one[key] for key in ("name", "contacts")}
        record_identity(cases[one["case"]].id, contact, author)
    for one in told["promise"]:
        due = author.on + timedelta(days=one["due"])
        promise(cases[one["case"]].id, author.member, due, one["words"], author)
    for one in told["answer"]:
        answers.save_answer(one["title"], one["text"], JURISDICTION, author)
    for one in told["told"]:
        case, rests = cases[one["case"]], one["provisions"]
        advise(case.id, one["text"], author, provisions=rests, told_on=one["on"])
    for one in told["came"]:
        _take(one, author)


def _take(one: _Row, author: Author) -> None:
    """One enquiry, as if it had come on its day and been worked on since."""
    on, at = author.on - timedelta(days=one["ago"]), author.at - timedelta(days=one["ago"])
    then = Author(author.member, at, on)
    came = [Came(name, io.BytesIO(_file(name, author.on))) for name in one.get("files", ())]
    (parcel,) = read_drop(dated(one.get("text", ""), author.on), one.get("call", ""), came)
    row = enquiries.take_enquiry(parcel, JURISDICTION, then, sender=one["sender"], about=one["about"])
    if "said" in one:
        enquiries.triage(row.id, Triage(**one["said"]), then)
    if one.get("keep"):
        enquiries.keep(row.id, then, kept=True)
    if "answered" in one:
        found = answers.answer_of(JURISDICTION, one["answered"], on)
        assert found is not None
        enquiries.answer(row.id, found.text, then, taken_from=found.id)
    if "closed" in one:
        enquiries.close(row.id, one["closed"], then)


def _file(name: str, on: date) -> bytes:
    return dated((INBOX / name).read_text(encoding="utf-8"), on).encode()


def dated(text: str, on: date) -> str:
    """The text with `[[3]]` and the like as the day so many days before `on`."""

    def day(found: "re.Match[str]") -> str:
        then = on - timedelta(days=int(found[1]))
        return {"ru": f"{then:%d.%m.%Y}", "mail": _as_mail(then)}.get(found[2], then.isoformat())

    return _DAY.sub(day, text)


def _as_mail(day: date) -> str:
    return format_datetime(datetime(day.year, day.month, day.day, 20, 5, tzinfo=UTC))
