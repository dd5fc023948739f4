"""A small invented pack and cases in its words: a library of a country that is not on the map."""

import dataclasses
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

from raport.casefile import CaseFile, read_case
from raport.documents import Document
from raport.errors import BadInput, Problem
from raport.law import Authority, Choice, Fact, Kind, Option, Pack, Role

NAMED: Mapping[str, str] = {"ru": "-", "en": "-"}


def choice(id_: str, *words: str) -> Choice:
    return Choice(id_, {w: Option(w, NAMED) for w in words})


def kind(id_: str, role: Role, *, stage: int = 0, ring: int = 3, lasts: bool = False, **fields: str) -> Kind:
    return Kind(id_, role, ring, NAMED, fields, lasts, ring == 2, stage, {})


CHOICES = (
    choice("filing-kind", "request", "appeal", "claim"),
    choice("asks", "book", "map"),
    choice("author", "reader", "mother", "advocate"),
    choice("channel", "counter", "post", "pigeon"),
    choice("what", "silence", "refusal"),
    choice("role", "reader", "mother"),
    choice("may", "decide", "speak", "nothing"),
    choice("reliability", "published", "heard"),
    choice("outcome", "granted", "refused", "measures-taken"),
    choice("form", "written", "oral"),
    choice("card", "adult", "child"),
    choice("where", "home", "reading-room", "unknown"),
)
KINDS = (
    kind("asked", Role.BEGINS, stage=10),
    kind("arrived", Role.ARRIVES, stage=20),
    kind("stamped", Role.IS_RECORDED, stage=30, number="count", by="authority"),
    kind("handed-on", Role.PASSES_ON, stage=40, to="authority", notice="flag"),
    kind("replied", Role.ANSWERS, stage=60, outcome="outcome", form="form", by="authority", about="event"),
    kind("threatened", Role.ENDANGERS, of="event", paper="filing", until_day="day"),
    kind("locked-in", Role.HARMS, lasts=True),
    kind("whispered", Role.STATES, ring=2, to="authority"),
    kind("overslept", Role.HARMS, ring=2, lasts=True),
    kind("chose", Role.CHOOSES, step="remedy", ground="ground"),
)
FACTS = (
    Fact("card", "card", 3, NAMED, NAMED),
    Fact("card-until", "day", 3, NAMED, NAMED),
    Fact("lends", "flag", 3, NAMED, NAMED),
    Fact("where", "where", 2, NAMED, NAMED),
    Fact("debts", "flag", 2, NAMED, NAMED),
)


def pack() -> Pack:
    words: dict[str, Any] = {f.name: {} for f in dataclasses.fields(Pack)}
    words |= {
        "id": "xx",
        "title": NAMED,
        "languages": ("ru", "en"),
        "checked": date(2026, 11, 22),
        "known": None,
        "choices": {c.id: c for c in CHOICES},
        "kinds": {k.id: k for k in KINDS},
        "facts": {f.id: f for f in FACTS},
        "authorities": {a: Authority(a, NAMED, (), frozenset()) for a in ("librarian", "keeper", "ministry")},
        "grounds": {"thirst": None},
        "remedies": {"wait": None},
    }
    return Pack(**words)


PACK = pack()

HEAD = """raport = 1
case = "b1"
jurisdiction = "xx"
"""


def read(text: str, head: str = HEAD) -> CaseFile:
    """The case that a text holds; `head` goes before it."""
    return read_values(tomllib.loads(head + text))


def read_values(values: Mapping[str, object]) -> CaseFile:
    return read_case(Document("b1.toml", values), PACK)


def mistakes(text: str, head: str = HEAD) -> list[Problem]:
    """All that is wrong with a text."""
    try:
        read(text, head)
    except BadInput as bad:
        return list(bad.problems)
    return []


def events(*rows: str) -> str:
    """Events e1, e2, ... of the kind `asked` with these keys, each row one event."""
    return "\n".join(f'[[event]]\nid = "e{n}"\nkind = "asked"\n{row}' for n, row in enumerate(rows, 1))
