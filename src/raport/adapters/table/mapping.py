"""How a table of events is to be read: the map (`docs/formats/table.md`), in the words of a pack."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from raport.adapters.table.forms import FORMS, DayForm, pattern_of
from raport.adapters.table.words import AXES, RECORD, field_words, filing_words, fits, value_words
from raport.adapters.toml import MOST_BYTES, read_toml, too_large
from raport.casefile.words import Words
from raport.documents import Document, Fields, Problems
from raport.documents.fields import listed, near, shown
from raport.errors import BadInput, Problem
from raport.law import Kind, Pack

PAGE = "docs/formats/table.md"
JOINED = " / "
"""Between the cells of several columns that make one word."""

FILING_WORDS = ("kind", "asks", "ground", "to", "author", "channel", "about", "what", "count")
OWN = ("filing", "kind", "on")
SEVERAL = ("to", "about")


@dataclass(frozen=True, slots=True)
class Meant:
    """What a word of the table means: a kind of event, and the fields that the word already says."""

    kind: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Taken[T]:
    """Where something is taken from: from columns by a list of words, or (no columns) always the same.

    `words` None: the columns have the pack's own words.
    """

    columns: tuple[str, ...] = ()
    words: Mapping[str, T] | None = None
    always: T | None = None
    left_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DayColumns:
    """The column of the day, or those of the first and last day on which it may have been."""

    earliest: str
    latest: str
    form: DayForm


@dataclass(frozen=True, slots=True)
class FileForm:
    """How a CSV file is written. `line_breaks`: cells may hold some."""

    delimiter: str = ","
    encoding: str = "utf-8"
    line_breaks: bool = False


@dataclass(frozen=True, slots=True)
class TableMap:
    """A map, in words of the pack it was read with. `several`: lists of words that all filings have."""

    document: Document
    file: FileForm
    filing: tuple[str, ...]
    on: DayColumns
    kind: Taken[Meant]
    fields: Mapping[str, Taken[str]]
    words: Mapping[str, Taken[str]]
    several: Mapping[str, tuple[str, ...]]
    facts: Mapping[str, Taken[str]]
    challenges: tuple[str, ...]

    @property
    def columns(self) -> dict[str, tuple[str | int, ...]]:
        """Every column that is asked for, and the key of the map that first asks for it."""
        asked: dict[str, tuple[str | int, ...]] = {}
        for path, columns in self._asking():
            for column in columns:
                asked.setdefault(column, path)
        return asked

    def _asking(self) -> Iterable[tuple[tuple[str | int, ...], tuple[str, ...]]]:
        yield ("event", "filing"), self.filing
        yield ("event", "on"), (self.on.earliest, self.on.latest)
        yield ("event", "kind"), self.kind.columns
        for name, field in self.fields.items():
            yield ("event", name), field.columns
        for name, word in self.words.items():
            yield ("filing", name), word.columns
        yield ("filing", "challenges"), self.challenges
        for name, fact in self.facts.items():
            yield ("facts", name), fact.columns


def load_map(path: Path) -> Document:
    """The file of a map. Raises `BadInput`."""
    name = str(path)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise BadInput([too_large(name, size)])
        if not path.is_file():
            raise BadInput([Problem("a map (TOML)", "something else than a file", f"see {PAGE}", name)])
        return read_toml(name, path.read_bytes())
    except FileNotFoundError:
        raise BadInput(
            [Problem("a map (TOML)", "nothing of this name", "is the path right?", name)]
        ) from None
    except OSError as error:
        raise BadInput([Problem("a file that can be read", error.strerror or str(error), "", name)]) from None


def jurisdiction_of(document: Document) -> str:
    """The pack that the map itself names; empty where it names none."""
    named = document.values.get("jurisdiction")
    return named if isinstance(named, str) else ""


def read_map(document: Document, pack: Pack) -> TableMap:
    """The map in words of this pack. Raises `BadInput` with every mistake."""
    problems = Problems()
    top = Fields(document, (), document.values, problems)
    reading = _Reading(pack, top)
    found = reading.map()
    top.done()
    problems.raise_any()
    assert found is not None
    return found


def _trimmed(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(w.strip() for w in words)


class _Papers(NamedTuple):
    """What the map says of filings."""

    words: dict[str, Taken[str]]
    several: dict[str, tuple[str, ...]]
    challenges: tuple[str, ...]


class _Reading:
    """One map being read."""

    def __init__(self, pack: Pack, top: Fields) -> None:
        self.pack = pack
        self.top = top
        self.kinds = {k.id: k for k in pack.kinds.values() if k.ring == RECORD}

    def map(self) -> TableMap | None:
        top = self.top
        if top.number("raport", 0) != 1:
            top.wrong("raport", "raport = 1, the version of this format", help_=f"see {PAGE}")
        top.text("jurisdiction", "")
        file = self._file()
        event = self._needed("event")
        papers = self._filing()
        facts = self._facts()
        if event is None:
            return None
        filing = self._column(event, "filing")
        on = self._days(event)
        kind = self._kind(event)
        fields = self._fields(event)
        event.done()
        if on is None or not filing:
            return None  # their mistakes are noted
        return TableMap(
            document=top.document,
            file=file,
            filing=filing,
            on=on,
            kind=kind,
            fields=fields,
            words=papers.words,
            several=papers.several,
            facts=facts,
            challenges=papers.challenges,
        )

    def _needed(self, name: str) -> Fields | None:
        table = self.top.table(name)
        if table is None:
            self.top.wrong(name, f"a table [{name}]", help_=f"see the example in {PAGE}")
        return table

    def _file(self) -> FileForm:
        file = self.top.table("file")
        if file is None:
            return FileForm()
        delimiter, encoding = file.text("delimiter", ","), file.text("encoding", "utf-8")
        if len(delimiter) != 1 or delimiter in '"\r\n' or not delimiter.isascii():
            file.wrong("delimiter", 'one sign for `delimiter`, such as "," ";" or "\\t"')
        try:
            "".encode(encoding)
        except (LookupError, ValueError):
            file.wrong("encoding", 'an encoding that is known, such as "utf-8" or "cp1251"')
        line_breaks = file.flag("line-breaks")
        file.done()
        return FileForm(delimiter, encoding, line_breaks)

    # --- columns and words --------------------------------------------------------------------------------

    def _column(self, table: Fields, key: str) -> tuple[str, ...]:
        """`{ column = "..." }` alone: something for which no word can stand."""
        value = table.raw(key)
        if not isinstance(value, Mapping):
            table.wrong(key, f'for `{key}` a column: {{ column = "..." }}', help_=f"see {PAGE}")
            return ()
        inner = Fields(table.document, (*table.path, key), value, table.problems)
        columns = self._columns(inner)
        inner.done()
        return columns

    def _columns(self, table: Fields) -> tuple[str, ...]:
        columns = table.words("column")
        if not columns or not all(columns):
            table.wrong("column", "for `column` the head of a column, or a list of them")
        return columns

    def _taken(self, table: Fields, key: str, known: Words) -> Taken[str]:
        """One word for all, or a column of words."""
        value = table.raw(key)
        if isinstance(value, bool):
            value = "yes" if value else "no"
        if isinstance(value, str):
            return Taken(always=self._word(table, key, value, known))
        if not isinstance(value, Mapping):
            table.wrong(key, f'for `{key}` a word or a column: {{ column = "..." }}', help_=f"see {PAGE}")
            return Taken()
        inner = Fields(table.document, (*table.path, key), value, table.problems)
        columns, left_out = self._columns(inner), _trimmed(inner.words("leave-out"))
        words = inner.table("words")
        inner.done()
        if words is None:
            return Taken(columns, None, None, left_out)
        meanings = {}
        for said in words.values:
            meant = words.text(said)
            meanings[said.strip()] = self._word(words, said, meant, known)
        return Taken(columns, meanings, None, left_out)

    def _word(self, table: Fields, key: str, word: str, known: Words) -> str:
        if not fits(word, known):
            table.wrong(key, known.expected(), shown(word), known.near(word))
        return word

    # --- events -------------------------------------------------------------------------------------------

    def _kind(self, event: Fields) -> Taken[Meant]:
        value = event.raw("kind")
        if isinstance(value, str):
            return Taken(always=self._meant(event, "kind", value))
        if not isinstance(value, Mapping):
            event.wrong("kind", 'for `kind` a word or a column: { column = "..." }', help_=f"see {PAGE}")
            return Taken()
        inner = Fields(event.document, (*event.path, "kind"), value, event.problems)
        columns, left_out = self._columns(inner), _trimmed(inner.words("leave-out"))
        words = inner.table("words")
        inner.done()
        if words is None:
            return Taken(columns, None, None, left_out)
        return Taken(
            columns,
            {said.strip(): self._meant(words, said, words.raw(said)) for said in words.values},
            None,
            left_out,
        )

    def _meant(self, table: Fields, key: str, value: object) -> Meant:
        """A kind's word, or a table with the kind and fields of it."""
        if isinstance(value, str):
            self._known_kind(table, key, value)
            return Meant(value, {})
        inner = Fields(table.document, (*table.path, key), value, table.problems)
        kind = inner.text("kind")
        known = self._known_kind(inner, "kind", kind)
        fields = {}
        if known is not None:
            for name in [*known.fields, *AXES]:
                if inner.has(name):
                    said = inner.raw(name)
                    word = ("yes" if said else "no") if isinstance(said, bool) else inner.text(name)
                    fields[name] = self._word(inner, name, word, self.words_of(known, name))
            inner.done()
        return Meant(kind, fields)

    def _known_kind(self, table: Fields, key: str, word: str) -> Kind | None:
        kind = self.kinds.get(word)
        if kind is not None:
            return kind
        if word in self.pack.kinds:
            table.wrong(
                key,
                "a kind of event of ring 3",
                f"{word!r}, of ring 2",
                "what a person did or suffered stands in his case file, never in a table",
            )
        else:
            table.wrong(key, "a kind of event of the pack", repr(word), near(word, self.kinds))
        return None

    def _fields(self, event: Fields) -> dict[str, Taken[str]]:
        """The fields of any kind, and the axes."""
        known = dict.fromkeys([*AXES, *(name for k in self.kinds.values() for name in k.fields)])
        found = {}
        for name in known:
            if name in OWN:
                continue  # what an event of a table is told by
            if event.has(name):
                found[name] = self._taken(event, name, self.words_of(None, name))
            event.raw(name)  # known, whether it is there or not
        return found

    def words_of(self, kind: Kind | None, name: str) -> Words:
        """The words a field may have: in one kind, or in any."""
        return field_words(self.pack, self.kinds.values() if kind is None else (kind,), name)

    # --- days ---------------------------------------------------------------------------------------------

    def _days(self, event: Fields) -> DayColumns | None:
        on = event.table("on")
        if on is None:
            event.wrong("on", 'for `on` a column: { column = "...", as = "day" }', help_=f"see {PAGE}")
            return None
        form = self._form(on)
        if on.has("column"):
            earliest = latest = on.text("column")
        else:
            earliest, latest = on.text("earliest", ""), on.text("latest", "")
        if not earliest or not latest:
            on.wrong("column", "one `column`, or both `earliest` and `latest`")
        on.done()
        return DayColumns(earliest, latest, form) if form is not None and earliest and latest else None

    def _form(self, on: Fields) -> DayForm | None:
        name, zone, empty = (
            on.text("as", ""),
            on.text("zone", ""),
            on.word("empty", ("refused", "unknown"), "refused"),
        )
        if name not in FORMS and pattern_of(name) is None:
            expected = f"for `as` how the days are written: {', '.join(FORMS)} or an order such as DD.MM.YYYY"
            on.wrong("as", expected, help_=near(name, FORMS))
            return None
        if zone and not FORMS.get(name, False):
            on.wrong("zone", f"no `zone`: {name!r} has no hour of day")
        elif zone:
            try:
                ZoneInfo(zone)
            except (ZoneInfoNotFoundError, ValueError, OSError):
                on.wrong("zone", "for `zone` a time zone, such as Europe/Moscow")
        if name == "unix-seconds" and not zone:
            on.wrong("zone", "for `zone` whose local days are meant, such as Europe/Moscow")
        return DayForm(name, zone, unknown=empty == "unknown")

    # --- filings and facts --------------------------------------------------------------------------------

    def _filing(self) -> "_Papers":
        filing = self._needed("filing")
        if filing is None:
            return _Papers({}, {}, ())
        if not filing.has("kind"):
            filing.wrong("kind", "for `kind` which kind of paper all are, or a column that says it")
        words: dict[str, Taken[str]] = {}
        several: dict[str, tuple[str, ...]] = {}
        for name in FILING_WORDS:
            known = filing_words(self.pack, name)
            if name in SEVERAL and isinstance(filing.raw(name), list):
                several[name] = tuple(self._word(filing, name, w, known) for w in filing.words(name))
            elif filing.has(name):
                words[name] = self._taken(filing, name, known)
            filing.raw(name)  # known, whether it is there or not
        challenges = self._column(filing, "challenges") if filing.has("challenges") else ()
        filing.done()
        return _Papers(words, several, challenges)

    def _facts(self) -> dict[str, Taken[str]]:
        facts = self.top.table("facts")
        if facts is None:
            return {}
        found = {}
        for name in facts.values:
            fact = self.pack.facts.get(name)
            if fact is not None and fact.ring == RECORD:
                found[name] = self._taken(facts, name, value_words(self.pack, fact.type))
            else:
                known = [f.id for f in self.pack.facts.values() if f.ring == RECORD]
                facts.wrong(name, f"a fact of ring 3: {listed(known)}", f"`{name}`", near(name, known))
                facts.raw(name)
        facts.done()
        return found
