"""A case file (TOML or JSON, already parsed) as a record, an account and an identity; or all its mistakes.

The pack's words decide in which ring a thing is kept: an event of a ring-2 kind goes whole to the account.
`docs/formats/case.md` is the written form. Nothing here repeats a value of `[identity]` or `[account]`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from raport.casefile.events import read_event
from raport.casefile.model import Account, Case, CaseFile, Event, Identity
from raport.casefile.order import contradictions
from raport.casefile.parts import (
    named,
    not_later,
    read_exhibit,
    read_facts,
    read_filing,
    read_notice,
    read_person,
    read_sources,
)
from raport.casefile.placing import put_in_time
from raport.casefile.table import Mistakes, Table
from raport.casefile.words import ID, RECORD, Ids, Words, quoted
from raport.documents import Document, Path
from raport.law import Pack

VERSION = 1

_HALF = re.compile("[\ud800-\udfff]")


def read_case(document: Document, pack: Pack) -> CaseFile:
    """The case that the document holds, in the words of the pack. Raises `BadInput` with every mistake."""
    mistakes = Mistakes(document)
    top = _versioned(mistakes)
    _refuse_unwritable(mistakes, (), document.values)
    file = _Reader(top, pack).read()
    mistakes.raise_any()
    return file


def jurisdiction_of(document: Document) -> str:
    """Which law this file asks for. Raises `BadInput` where it is no case file, or does not say."""
    mistakes = Mistakes(document)
    jurisdiction = _versioned(mistakes).name("jurisdiction")
    mistakes.raise_any()
    return jurisdiction


def _versioned(mistakes: Mistakes) -> Table:
    """The top of a file whose version we know; of any other nothing can be said."""
    top = Table(mistakes, (), mistakes.document.values)
    version = top.take("raport")
    if type(version) is not int or version != VERSION:
        later = type(version) is int and version > VERSION
        help_ = "it was written for a later Raport" if later else "is this a case file?"
        top.refuse("raport", f"raport = {VERSION}, the version of this format", help_)
        mistakes.raise_any()
    return top


@dataclass(slots=True)
class _Reader:
    top: Table
    pack: Pack
    ids: Ids = field(default_factory=Ids)

    def read(self) -> CaseFile:
        top, pack = self.top, self.pack
        matter = "matter" in top.values
        id_ = top.name("matter" if matter else "case")
        jurisdiction = top.name("jurisdiction")
        as_of = top.day("as-of")
        advocate_since = not_later(top, "advocate-since", as_of)
        comparison = "" if top.take("comparison") is None else top.name("comparison")
        notice = read_notice(top, pack.languages)
        rows = {name: top.tables(name) for name in ("person", "filing", "event", "exhibit")}
        for name, tables in rows.items():
            self._claim_ids(name, [(t.values.get("id"), t) for t in tables])
        self._claim_ids("source", named(top.table("sources")))

        sources = read_sources(top, pack, as_of)
        holders = self.ids.of("source", "person")
        people = tuple(read_person(t, pack) for t in rows["person"])
        exhibits = {e.id: e for e in (read_exhibit(t, holders) for t in rows["exhibit"])}
        facts, situation = read_facts(top, pack, self._claimants(holders))
        filings = [read_filing(t, pack, self.ids.of("filing", "event")) for t in rows["filing"]]
        drafts = [read_event(t, pack, self.ids) for t in rows["event"]]
        events, replaced, stands_for = put_in_time([d for d in drafts if d], as_of, pack)
        filings = [
            replace(f, challenges=tuple(dict.fromkeys(stands_for.get(c, c) for c in f.challenges)))
            for f in filings
        ]
        notes = self._notes(id_)
        identity = top.table("identity").values
        if matter and "case" in top.values:
            top.asked.add("case")
            top.refuse("case", "either `case` or `matter`")
        top.done("a case file", ("case", "matter"))

        record, account = self._by_ring(events)
        case = Case(
            id=id_,
            jurisdiction=jurisdiction,
            filings=tuple(filings),
            events=record,
            facts=facts,
            sources=sources,
            exhibits=exhibits,
            people=people,
            as_of=as_of,
            advocate_since=advocate_since,
            notice=notice,
            comparison=comparison,
            corrected=tuple(e.id for e in self._by_ring(replaced)[0]),
            matter=matter,
        )
        return CaseFile(
            case=case,
            account=Account(id_, account, situation, notes),
            identity=Identity(id_, dict(identity)),
            contradictions=contradictions(events, filings, pack.kinds),
            replaced=replaced,
        )

    def _by_ring(self, events: Iterable[Event]) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
        record: list[Event] = []
        account: list[Event] = []
        for event in events:
            (record if self.pack.kinds[event.kind].ring == RECORD else account).append(event)
        return tuple(record), tuple(account)

    def _claim_ids(self, what: str, rows: Iterable[tuple[object, Table]]) -> None:
        """Every id of a file names one thing; who gives it again is told which."""
        for id_, table in rows:
            if not isinstance(id_, str) or not ID.fullmatch(id_):
                if what == "source":  # its id is its heading
                    table.mistakes.add(
                        table.path, "an id in [sources.ID] (Latin letters, digits, - and _)", "other signs"
                    )
                continue
            table.id = id_
            if id_ in self.ids.what:
                path: Path = table.path if what == "source" else (*table.path, "id")
                table.mistakes.add(
                    path,
                    "an id that nothing else in this file has",
                    f"{quoted(id_)}, already the id of {_a(self.ids.what[id_])}",
                    "a correction is a new event with an id of its own and `corrects`"
                    if what == "event"
                    else "",
                )
            else:
                self.ids.what[id_] = what

    def _claimants(self, holders: Iterable[str]) -> Words:
        choice = self.pack.choices.get("claimant") or self.pack.choices.get("author")
        options = choice.options if choice else ()
        return Words(
            "who says so: a claimant or authority of the pack, a person or source of this file",
            [*options, *self.pack.authorities, *holders],
        )

    def _notes(self, case: str) -> Mapping[str, Mapping[str, str]]:
        notes: dict[str, Mapping[str, str]] = {}
        possible = Words("the id of an event, filing, exhibit, person or of the case", [*self.ids.what, case])
        for name, table in named(self.top.table("account")):
            if name not in possible.words:
                found = quoted(name) if ID.fullmatch(name) else "other signs"
                table.mistakes.add(table.path, f"{possible.name} in [account.ID]", found, possible.near(name))
            bad = [key for key, value in table.values.items() if not isinstance(value, str)]
            for key in bad:
                table.mistakes.add(
                    (*table.path, key), "a text in [account.ID]", "something else", 'note = "..."'
                )
            notes[name] = {key: value for key, value in table.values.items() if isinstance(value, str)}
        return notes


def _refuse_unwritable(mistakes: Mistakes, path: Path, value: object) -> None:
    """JSON has values that TOML has not: null, and halves of signs."""
    match value:
        case str() if _HALF.search(value):
            mistakes.add(path, "a text", "half of a sign (a lone surrogate)", "write the sign itself")
        case None:
            mistakes.add(path, "a value", "null", 'leave the key out, or write "unknown"')
        case Mapping():
            for key, each in value.items():
                _refuse_unwritable(mistakes, (*path, key), each)
        case list():
            for n, each in enumerate(value):
                _refuse_unwritable(mistakes, (*path, n), each)
        case _:
            pass


def _a(what: str) -> str:
    return f"an {what}" if what[0] in "aeiou" else f"a {what}"
