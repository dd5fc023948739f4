"""Reads a pack from its documents and refuses it whole if anything is wrong, naming every mistake."""

from collections.abc import Iterable, Sequence

from raport.documents import Document, Fields, Problems
from raport.documents.fields import near
from raport.law.check import check_pack
from raport.law.model import Pack
from raport.law.read_acts import read_acts, read_calendars, read_checked, read_periods, read_regimes
from raport.law.read_letters import LETTER_TABLES, check_letters, read_letters
from raport.law.read_rules import Rules, read_rules
from raport.law.read_words import (
    read_authorities,
    read_choices,
    read_facts,
    read_field_names,
    read_kinds,
    read_text,
)
from raport.law.words import Names

TABLES = (
    "provision",
    "regime",
    "period",
    "choice",
    "kind",
    "field",
    "fact",
    "authority",
    "competence",
    "forum",
    "procedure",
    "clock",
    "breach",
    "ground",
    "remedy",
    "danger",
    "ladder",
    "offence",
    "practice",
    "question",
    "standing",
    "wording",
    "forbidden",
    "answer",
    "advice",
    "left-out",
    *LETTER_TABLES,
)
"""Tables of which a pack has many; each member has an id of its own."""

_SINGLE = ("pack", "act")


class Tables:
    """The members of every table over all files, each with its file."""

    def __init__(self, documents: Sequence[Document], problems: Problems) -> None:
        self.problems = problems
        self.documents = documents
        self.calendars = [d for d in documents if isinstance(d.values.get("calendar"), str)]
        self.rows: dict[str, list[Fields]] = {name: [] for name in TABLES}
        self.singles: dict[str, list[Fields]] = {name: [] for name in _SINGLE}
        for document in documents:
            if document not in self.calendars:
                self._take(document)

    def _take(self, document: Document) -> None:
        top = Fields(document, (), document.values, self.problems)
        for key in document.values:
            if key in TABLES:
                self.rows[key] += top.tables(key)
            elif key in _SINGLE:
                table = top.table(key)
                if table is not None:
                    self.singles[key].append(table)
            else:
                help_ = near(key, (*TABLES, *_SINGLE)) or "docs/formats/pack.md lists the tables"
                self.problems.add(document, (key,), "a table of a pack", f"`{key}`", help_)

    def ids(self) -> dict[str, frozenset[str]]:
        """The ids of each table; one that is given twice is a mistake."""
        return {name: self._ids(name, rows) for name, rows in self.rows.items()}

    def _ids(self, name: str, rows: Iterable[Fields]) -> frozenset[str]:
        seen: dict[str, Fields] = {}
        for row in rows:
            value = row.values.get("id")
            if not isinstance(value, str):
                continue  # told where the row is read
            if not value:
                row.wrong("id", f"an id for this {name}")
                continue
            if value in seen:
                first = seen[value]
                where = f"{first.document.name}:{first.document.line(first.path)}"
                row.wrong("id", f"each {name} once", f"{value!r} again", f"it is already at {where}")
            seen.setdefault(value, row)
        return frozenset(seen)


def read_pack(documents: Sequence[Document]) -> Pack:
    """The pack in these documents. Raises `BadInput` with every mistake, each with file and line."""
    problems = Problems()
    tables = Tables(documents, problems)
    head = _head(tables, documents)
    languages = _languages(head, problems)
    names = Names(tables.ids())
    names.choices = read_choices(tables.rows["choice"], head, languages)
    names.facts = {str(f.values.get("id")): str(f.values.get("type")) for f in tables.rows["fact"]}
    authorities = read_authorities(tables.rows["authority"], names, languages)
    names.groups = frozenset(g for a in authorities.values() for g in a.groups)
    names.kinds = read_kinds(tables.rows["kind"], names, languages)
    facts = read_facts(tables.rows["fact"], names, languages)
    calendars = read_calendars(tables.calendars, problems)
    regimes = read_regimes(tables.rows["regime"], calendars, languages)
    acts, provisions = read_acts(tables.singles["act"], tables.rows["provision"], regimes, languages)
    periods = read_periods(tables.rows["period"], names, languages)
    rules: Rules = read_rules(tables.rows, names, languages)
    letters = read_letters(tables.rows, names, languages)
    checked = read_checked(head, "the pack was last compared with its sources")
    title = read_text(head, "title", languages)
    identity, release = head.text("id"), _release(head)
    left_out = {f.text("id"): f.text("why") for f in tables.rows["left-out"]}
    for row in (*tables.rows["left-out"], head):
        row.done()
    problems.raise_any()
    pack = Pack(
        id=identity,
        title=title,
        languages=languages,
        checked=checked,
        known=None,
        calendars=calendars,
        regimes=regimes,
        acts=acts,
        provisions=provisions,
        periods=periods,
        choices=names.choices,
        kinds=names.kinds,
        facts=facts,
        fields=read_field_names(tables.rows["field"], names, languages),
        authorities=authorities,
        left_out=left_out,
        letters=letters,
        release=release,
        **rules,
    )
    check_pack(pack, tables.rows, names, problems)
    check_letters(letters, tables.rows, pack.remedies, provisions, {a.id: a.cite for a in acts.values()})
    problems.raise_any()
    return pack


def _release(head: Fields) -> int:
    release = head.number("release", 0)
    if release < 0:
        head.wrong("release", "a whole number that grows with each release")
    return release


def _languages(head: Fields, problems: Problems) -> tuple[str, ...]:
    languages = head.words("languages")
    if not languages:
        head.wrong("languages", 'the languages of the pack, such as ["en"]')
        problems.raise_any()
    return languages


def _head(tables: Tables, documents: Sequence[Document]) -> Fields:
    """The one table [pack]. Where it is not one all stops: without its languages every sentence would look
    wrong.
    """
    heads = tables.singles["pack"]
    if len(heads) != 1:
        where = documents[0] if documents else Document("the pack", {})
        if heads:
            where = heads[1].document
        found = " and ".join(f"{h.document.name}:{h.document.line(h.path)}" for h in heads) or "none"
        path = heads[1].path if heads else ()
        tables.problems.add(where, path, "exactly one table [pack] in the files of a pack", found)
        tables.problems.raise_any()
    return heads[0]
