"""Somebody's spreadsheet as cases: each row one case, each column what its mapping says.

Nothing is guessed and nothing is dropped: a cell that is not understood, and every column without a meaning,
becomes a note on the case, and the dry run lists it. The table waits sealed to the member who brought it.
"""

import base64
import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib import resources

from django.db import transaction

from raport.adapters.keys import open_sealed, seal
from raport.adapters.sayings import load_sayings
from raport.adapters.sheets import Sheet, read_sheet
from raport.adapters.store import duties as kept
from raport.adapters.store import members
from raport.adapters.toml import read_toml
from raport.app.docket import refresh_all
from raport.app.files import Author, add, name_of, new_file, read_tree
from raport.app.laws import pack_of
from raport.app.search_words import terms
from raport.casefile import Piece, join, piece_named, piece_of_row
from raport.errors import BadInput
from raport.law import Pack, Role, Text
from raport.reading.dates import read_date, value_of
from raport.reading.said import SayingError
from raport.reading.telling import tell

NOTE = "note"
LANGUAGE = "ru"
"""In which a dry run tells what was understood; what is typed is understood in the others too."""
IDENTITY = ("name", "phone", "contacts", "unit", "address")
AT_ONCE = 10
"""Rows in one transaction: what was done is known even when the machine stops."""

_WAITING, _MAPPING = "sheet", "mapping"
_SHEET = "sheet-itself"
"""The table apart from how far it has come, which is written anew with each few rows."""
_OF_A_PAPER = (
    Role.BEGINS,
    Role.ARRIVES,
    Role.IS_RECORDED,
    Role.EXTENDS,
    Role.PASSES_ON,
    Role.SENDS_BACK,
    Role.ANSWERS,
)
_FILED = "filed"


@dataclass(frozen=True, slots=True)
class Target:
    """What a column may hold. `group`: identity, fact, filed, event, note."""

    id: str
    group: str
    label: Text


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that was not understood, and why: day, several-days, word, refused."""

    column: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Planned:
    """What becomes of one row. `line`: its number in the file; `made`: column and what was understood."""

    line: int
    pieces: tuple[Piece, ...]
    made: tuple[tuple[str, str], ...]
    noted: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A table that waits or is being taken in. `done`: rows that are cases now; `by_column`: the mapping."""

    id: str
    rows: int
    done: int
    day: date
    mapping: tuple[str, ...]
    begun: bool
    noted: int = 0
    cases: tuple[str, ...] = ()

    @property
    def over(self) -> bool:
        """Whether every row was taken in."""
        return self.begun and self.done >= self.rows


@dataclass(slots=True)
class _Row:
    pieces: list[Piece] = field(default_factory=list)
    made: list[tuple[str, str]] = field(default_factory=list)
    noted: list[Cell] = field(default_factory=list)
    filings: int = 0
    events: int = 0


# --- what a column may hold -------------------------------------------------------------------------------


def targets(pack: Pack) -> list[Target]:
    """Every meaning that a column may have, by groups."""
    found = [Target(NOTE, NOTE, {})]
    found += [Target(f"identity:{name}", "identity", {"en": name}) for name in IDENTITY]
    found += [Target(f"fact:{f.id}", "fact", f.label) for f in pack.facts.values()]
    papers = pack.choices["filing-kind"].options.values() if "filing-kind" in pack.choices else ()
    found += [Target(f"filed:{o.id}", _FILED, o.label) for o in papers]
    asks = pack.choices["asks"].options.values() if "asks" in pack.choices else ()
    for paper in list(papers)[:1]:
        found += [Target(f"filed:{paper.id}:{a.id}", _FILED, _joined(paper.label, a.label)) for a in asks]
    found += [Target(f"event:{k.id}", "event", k.label) for k in pack.kinds.values()]
    return found


def suggest(columns: Sequence[str], pack: Pack) -> list[str]:
    """What each column seems to hold by its heading; a note where nothing is recognised."""
    known = {t.id for t in targets(pack)}
    taken: set[str] = set()
    found = []
    for column in columns:
        said = set(terms(column))
        target = next((t for t, words in _headings() if words & said and t in known and t not in taken), NOTE)
        found.append(target)
        taken.add(target)
    return found


# --- a row ------------------------------------------------------------------------------------------------


def plan(
    sheet: Sheet, mapping: Sequence[str], pack: Pack, day: date, first: int = 0, count: int | None = None
) -> Iterator[Planned]:
    """What becomes of the rows, in order: the dry run and the taking in are the same."""
    last = len(sheet.rows) if count is None else min(len(sheet.rows), first + count)
    known = {t.id for t in targets(pack)}
    mapping = [m if m in known else NOTE for m in mapping]
    for n in range(first, last):
        yield _plan_row(sheet.numbers[n], sheet.columns, sheet.rows[n], mapping, pack, day)


def _plan_row(
    line: int, columns: Sequence[str], cells: Sequence[str], mapping: Sequence[str], pack: Pack, day: date
) -> Planned:
    row = _Row()
    notes: list[str] = []
    for column, text, target in zip(columns, cells, mapping, strict=True):
        if not text:
            continue
        why = _take(row, target, column, text, pack, day) if target != NOTE else None
        if why is None and target != NOTE:
            continue
        notes.append(f"{column}: {text}")
        if why is not None:
            row.noted.append(Cell(column, text, why))
    if notes:
        row.pieces.append(piece_named("account", f"row-{line}", {"note": "\n".join(notes)}, pack))
    return Planned(line, tuple(row.pieces), tuple(row.made), tuple(row.noted))


def _take(row: _Row, target: str, column: str, text: str, pack: Pack, day: date) -> str | None:
    """Take a cell by its column's meaning; the reason where it cannot be, and then nothing is taken."""
    group, _, rest = target.partition(":")
    if group == "identity":
        row.pieces.append(piece_named("identity", rest, text, pack))
        row.made.append((column, text))
        return None
    if group == "fact":
        return _fact(row, rest, column, text, pack, day)
    when, told = _day(text, day)
    if when is None:
        return told
    before = len(row.pieces), row.filings, row.events
    if group == _FILED:
        kind, _, asks = rest.partition(":")
        row.filings += 1
        filing = {"id": f"f{row.filings}", "kind": kind, **({"asks": asks} if asks else {})}
        row.pieces.append(piece_of_row("filing", filing, pack))
        _event(row, _FILED if _FILED in pack.kinds else _begins(pack), when, text, pack)
    else:
        _event(row, rest, when, text, pack)
    if not _readable(row.pieces, pack):
        row.filings, row.events = before[1:]
        del row.pieces[before[0] :]
        return "refused"
    row.made.append((column, told))
    return None


def _fact(row: _Row, name: str, column: str, text: str, pack: Pack, day: date) -> str | None:
    fact = pack.facts[name]
    value: object = text
    told = text
    choice = pack.choices.get(fact.type)
    if choice is not None:
        word = _word(text, {o.id: o.label for o in choice.options.values()})
        if word is None:
            return "word"
        value, told = word, choice.options[word].label.get(LANGUAGE, word)
    elif fact.type == "day":
        value, told = _day(text, day)
        if value is None:
            return told
    table = "now" if fact.ring == 2 else "facts"
    piece = piece_named(table, name, value, pack)
    if not _readable([*row.pieces, piece], pack):
        return "refused"
    row.pieces.append(piece)
    row.made.append((column, told))
    return None


def _event(row: _Row, kind: str, when: object, said: str, pack: Pack) -> None:
    row.events += 1
    id_ = f"e{row.events}"
    event: dict[str, object] = {"id": id_, "kind": kind, "on": when, "basis": "told"}
    if row.filings and pack.kinds[kind].role in _OF_A_PAPER:
        event["filing"] = f"f{row.filings}"
    row.pieces.append(piece_of_row("event", event, pack))
    row.pieces.append(piece_named("account", id_, {"day": said}, pack))


def _day(text: str, day: date) -> tuple[object, str]:
    """The day as a case file has it and as it was understood; None and why where it is none, or may be one of
    several.
    """
    sayings = load_sayings(LANGUAGE)
    try:
        reading = read_date(text, day, sayings)
    except SayingError:
        return None, "day"
    if not reading.settled:
        return None, "several-days"
    return value_of(reading.candidates[0]), tell(reading.candidates[0], sayings)


def _word(text: str, options: Mapping[str, Text]) -> str | None:
    """The word of a closed list that was meant: by its id or by a label, whatever the ending."""
    said = terms(text)
    for id_, label in options.items():
        if text.strip().casefold() == id_ or any(said == terms(told) for told in label.values()):
            return id_
    return None


def _readable(pieces: Sequence[Piece], pack: Pack) -> bool:
    tree = {"raport": 1, "case": "k0", "jurisdiction": pack.id, **join(pieces)}
    try:
        read_tree(tree, pack)
    except BadInput:
        return False
    return True


def _begins(pack: Pack) -> str:
    return next(k.id for k in pack.kinds.values() if k.role is Role.BEGINS)


def _joined(one: Text, other: Text) -> Text:
    return {lang: f"{told}: {other[lang]}" for lang, told in one.items() if lang in other}


# --- the table waits, and is taken in ---------------------------------------------------------------------


def bring(name: str, data: bytes, author: Author, jurisdiction: str) -> str:
    """Keep a table, sealed to the member, until it is taken in or thrown away; its id. Raises `BadInput`."""
    sheet = read_sheet(name, data)
    id_ = secrets.token_urlsafe(9)
    whole = {"columns": sheet.columns, "rows": sheet.rows, "numbers": sheet.numbers, "note": sheet.note}
    sealed = _seal(json.dumps(whole, ensure_ascii=False), author.member)
    kept.keep(author.member, _SHEET, id_, {"sealed": sealed})
    _put(
        author.member,
        id_,
        {
            "rows": len(sheet.rows),
            "day": author.on.isoformat(),
            "mapping": suggest(sheet.columns, pack_of(jurisdiction)),
            "jurisdiction": jurisdiction,
            "begun": False,
            "done": 0,
            "noted": 0,
            "cases": [],
        },
    )
    return id_


def waiting(member: str) -> list[Waiting]:
    """The member's tables that are not taken in yet, or not looked at since."""
    return [_waiting(id_, value) for id_, value in kept.kept(member, _WAITING).items()]


def one_waiting(id_: str, member: str) -> Waiting | None:
    """One of them."""
    value = kept.kept(member, _WAITING).get(id_)
    return None if value is None else _waiting(id_, value)


def sheet_of(id_: str, member: str) -> Sheet:
    """The table itself. Raises KeyError."""
    value = kept.kept(member, _SHEET).get(id_) or kept.kept(member, _WAITING)[id_]  # there in older vaults
    whole = json.loads(_open(str(value["sealed"]), member))
    return Sheet(
        tuple(whole["columns"]),
        tuple(tuple(row) for row in whole["rows"]),
        tuple(whole["numbers"]),
        whole["note"],
    )


def set_mapping(id_: str, mapping: Sequence[str], member: str) -> None:
    """What each column holds."""
    value = dict(kept.kept(member, _WAITING)[id_])
    _put(member, id_, {**value, "mapping": list(mapping)})


def begin(id_: str, member: str) -> None:
    """From now on it may be taken in."""
    _put(member, id_, {**kept.kept(member, _WAITING)[id_], "begun": True})


def throw_away(id_: str, member: str) -> None:
    """The table waits no longer; what was taken in stays."""
    kept.drop_kept(member, _WAITING, id_)
    kept.drop_kept(member, _SHEET, id_)


def take_in(id_: str, author: Author) -> Iterator[Waiting]:
    """Take the rows in from where it stopped, some in each transaction; how it stands after each."""
    sheet = sheet_of(id_, author.member)
    while True:
        with transaction.atomic():
            value = kept.kept(author.member, _WAITING).get(id_)
            if value is None or not value["begun"]:
                return
            now = _waiting(id_, value)
            if now.over:
                return
            value = {**value, **_take_some(sheet, now, str(value["jurisdiction"]), author)}
            _put(author.member, id_, value)
        yield _waiting(id_, value)


def _take_some(sheet: Sheet, now: Waiting, jurisdiction: str, author: Author) -> dict[str, object]:
    pack = pack_of(jurisdiction)
    cases, noted, done = list(now.cases), now.noted, now.done
    opened: list[str] = []
    for planned in plan(sheet, now.mapping, pack, now.day, now.done, AT_ONCE):
        row = new_file("case", jurisdiction, author)
        add(row.id, _under_its_name(planned.pieces, name_of(row), planned.line), author)
        opened.append(row.id)
        done += 1
        noted += len(planned.noted)
        if planned.noted:
            cases.append(f"{row.id} {planned.line} {len(planned.noted)}")
    refresh_all(opened, author)
    return {"done": done, "noted": noted, "cases": cases}


def _under_its_name(pieces: Sequence[Piece], name: str, line: int) -> list[Piece]:
    """A note about the whole stands under the case's own name."""
    return [
        Piece(p.table, name, p.ring, p.value) if (p.table, p.name) == ("account", f"row-{line}") else p
        for p in pieces
    ]


# --- mappings by name -------------------------------------------------------------------------------------


def keep_mapping(name: str, columns: Sequence[str], mapping: Sequence[str], member: str) -> None:
    """Keep what columns hold under a name, for the next table with such headings; the headings are sealed."""
    sealed = _seal(json.dumps(dict(zip(columns, mapping, strict=True)), ensure_ascii=False), member)
    kept.keep(member, _MAPPING, name, {"sealed": sealed})


def mappings(member: str) -> list[str]:
    """Names of mappings that the member has kept."""
    return list(kept.kept(member, _MAPPING))


def kept_mapping(name: str, columns: Sequence[str], member: str) -> list[str] | None:
    """What these columns hold by a kept mapping; a note where it does not know the heading."""
    value = kept.kept(member, _MAPPING).get(name)
    if value is None:
        return None
    known: dict[str, str] = json.loads(_open(str(value["sealed"]), member))
    return [known.get(column, NOTE) for column in columns]


def _put(member: str, id_: str, value: Mapping[str, object]) -> None:
    kept.keep(member, _WAITING, id_, value)


def _waiting(id_: str, value: Mapping[str, object]) -> Waiting:
    mapping, cases = value["mapping"], value["cases"]
    assert isinstance(mapping, list)
    assert isinstance(cases, list)
    return Waiting(
        id_,
        int(str(value["rows"])),
        int(str(value["done"])),
        date.fromisoformat(str(value["day"])),
        tuple(mapping),
        bool(value["begun"]),
        int(str(value["noted"])),
        tuple(cases),
    )


def _seal(text: str, member: str) -> str:
    row = members.member(member)
    assert row is not None
    return base64.b64encode(seal(text.encode(), [row.recipient])).decode()


def _open(sealed: str, member: str) -> str:
    return open_sealed(base64.b64decode(sealed), members.secret_of_member(member)).decode()


@cache
def _headings() -> list[tuple[str, frozenset[str]]]:
    name = "importing.toml"
    values = read_toml(name, resources.files("raport.app").joinpath(name).read_bytes()).values
    columns = values["column"]
    assert isinstance(columns, list)
    return [(str(c["target"]), frozenset(t for w in c["words"] for t in terms(w))) for c in columns]
