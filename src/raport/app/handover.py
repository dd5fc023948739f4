"""The folder that an advocate takes over a case with: two pages, the chronology, the letters it began with,
the papers in order, the contacts sealed apart, the days. It needs no program of ours and names neither us
nor whoever made it.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from django.utils.translation import gettext as _

from raport.adapters.chats import Line as Message
from raport.adapters.docx import Block, Grid, Heading, Line, Points, write_docx
from raport.adapters.ics import write_ics
from raport.adapters.keys import seal_with_passphrase
from raport.adapters.media import Kind
from raport.adapters.sentences import load_words
from raport.adapters.store import members
from raport.adapters.toml import read_toml
from raport.app.consents import SELF
from raport.app.docket import assess_file
from raport.app.enquiries import Written, written
from raport.app.exhibits import Exhibit, exhibits, original, safe_name
from raport.app.exporting import last_days, row_of
from raport.app.files import Author, history, name_of
from raport.app.laws import pack_of
from raport.app.leaving import Parcel
from raport.app.promises import Does, Promised, promises_of
from raport.app.search_words import plain, terms, words
from raport.app.traces import put, without_traces
from raport.assess import Assessment
from raport.assess.audience import for_audience
from raport.casefile import CaseFile, Claim
from raport.errors import BadInput, Problem
from raport.law import Audience, Pack
from raport.prose import Saying, page_of
from raport.prose.page import Page
from raport.safety import reached_at

ENOUGH_LETTERS = 12
"""Of the passphrase of the contacts."""
MOST_BYTES = 400 * 2**20
"""Of all the papers of one folder."""
EACH = 6
"""Lines of a part of the summary; what is more stands in the chronology."""
LINE = 240
"""Letters of a line of the summary: two pages are two pages."""

EXPORTER = "hand-over"
UNKNOWN = ".."
"""A day of which nothing is known."""

_ENDINGS = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/webp": "webp",
    "image/gif": "gif",
    "image/tiff": "tif",
    "audio/mpeg": "mp3",
    "audio/ogg": "ogg",
    "audio/mp4": "m4a",
    "video/mp4": "mp4",
    "text/plain": "txt",
}
_MAY_BE_LETTERS = (Kind.TEXT, Kind.OTHER)
"""Of such a file the desk may have read a message; where it is under the stop, no message leaves."""
_OWN_NAMES = ("raport",)  # of the program itself


@dataclass(frozen=True, slots=True)
class _Case:
    name: str
    file: CaseFile
    assessment: Assessment
    pack: Pack
    say: Saying
    page: Page
    ours: frozenset[str]
    hidden: frozenset[str]
    language: str

    def __call__(self, key: str, **filled: object) -> str:
        """A sentence of the folder."""
        return str(_sentences()[key][self.language]).format(**filled)

    def quiet(self, text: str) -> str:
        """The text without the names of those who work here and of those whose names lie sealed."""
        return self.without(text, self.hidden)

    def without(self, text: str, hidden: frozenset[str]) -> str:
        """The text without these terms."""
        text = plain(text)
        return self.cut(text, [(w.start, w.end) for w in words(text) if w.term in hidden])

    def cut(self, text: str, places: Iterable[tuple[int, int]]) -> str:
        """The text without what stands at these places."""
        kept, at = "", 0
        for start, end in places:
            if start >= at:
                kept += text[at:start] + self("left-out")
                at = end
        return kept + text[at:]


@dataclass(frozen=True, slots=True)
class _Letters:
    """The messages that the case began with, and who wrote them, numbered as they first come."""

    messages: Sequence[Written]
    writers: Sequence[tuple[str, str]]


def folder(file_id: str, author: Author, passphrase: str, language: str = "ru") -> Parcel:
    """The folder as a ZIP. Raises `BadInput` for a short passphrase, or where the papers are too many."""
    if len(passphrase) < ENOUGH_LETTERS:
        raise BadInput(
            [
                Problem(
                    _("a passphrase of at least {n} letters").format(n=ENOUGH_LETTERS), str(len(passphrase))
                )
            ]
        )
    case = _case(file_id, author, language)
    known = [x for x in exhibits(file_id, author.member) if x.destroyed is None]
    held = [x for x in known if not x.stopped]
    enclosed = [x for x in held if not x.use_risk]
    size = sum(x.size for x in enclosed)
    if size > MOST_BYTES:
        raise BadInput(
            [
                Problem(
                    _("papers of at most {n} MB in all").format(n=MOST_BYTES // 2**20), f"{size // 2**20} MB"
                )
            ]
        )
    names = {x.id: f"papers/{n:02}.{_ENDINGS.get(x.media, 'bin')}" for n, x in enumerate(enclosed, 1)}
    promises = [p for p in promises_of(file_id, author.member) if p.is_open]
    code = "ru-RU" if language == "ru" else "en-GB"
    risky = len(held) - len(enclosed)
    letters = _letters_of(file_id, author)
    kept = bool(letters.messages) and any(x.stopped and x.kind in _MAY_BE_LETTERS for x in known)
    letters = _Letters((), ()) if kept else letters
    contacts = _contacts(case, enclosed, names) + _word_for_word(case, letters)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, blocks in (
            (
                "1-summary.docx",
                _summary(case, promises, risky, sealed=bool(contacts), kept=kept),
            ),
            ("2-chronology.docx", _chronology(case, promises, enclosed, names)),
            ("3-letters.docx", _letters(case, letters, {x.title: names[x.id] for x in enclosed})),
        ):
            if blocks:
                put(packed, name, without_traces(write_docx(blocks, author.on, code)))
        put(packed, "days.ics", write_ics(last_days(file_id, author), author.on))
        if contacts:
            put(packed, "contacts.txt.age", seal_with_passphrase(contacts.encode(), passphrase), stored=True)
        for one in enclosed:
            data = b"".join(original(one.id, author, EXPORTER))
            put(packed, names[one.id], data, stored=True)
    return Parcel(f"{case.name}.zip", "application/zip", out.getvalue())


def _case(file_id: str, author: Author, language: str) -> _Case:
    row = row_of(file_id)
    file, assessment = assess_file(file_id, author.member, author.on)
    told = for_audience(assessment, Audience.ADVOCATE)
    pack = pack_of(row.jurisdiction)
    say = Saying(pack, load_words(language, Audience.ADVOCATE), file)
    us = [m.name for m in members.members(removed=True)]
    us += [s.name for s in pack.standings if s.id == SELF]
    them = [str(v) for key, v in file.identity.values.items() if key.endswith("name")]
    ours = _terms((*us, *_OWN_NAMES))
    return _Case(name_of(row), file, told, pack, say, page_of(told, say), ours, ours | _terms(them), language)


def _terms(names: Iterable[str]) -> frozenset[str]:
    return frozenset(t for name in names for t in terms(name) if len(t) > 2)


# --- two pages --------------------------------------------------------------------------------------------


def _summary(
    case: _Case, promises: Sequence[Promised], risky: int, *, sealed: bool, kept: bool
) -> list[Block]:
    page = case.page
    return [
        Heading(case("title", name=case.name), 1),
        Line(case("as-of", day=f"{case.assessment.on:%d.%m.%Y}")),
        *(Line(_short(case.quiet(lead)), strong=True) for lead in page.leads[:3]),
        Heading(case("who")),
        *_part(case, _facts(case), ""),
        Line(case("contact" if sealed else "no-contact")),
        *_people(case),
        Heading(case("burning")),
        *_part(case, _dangers(case), "no-burning"),
        Heading(case("days")),
        *_part(case, _clocks(case), "no-days"),
        Heading(case("papers-stand")),
        *_part(case, [f"{f.title}. {f.stands}" for f in page.filings], ""),
        Heading(case("promised")),
        *_part(case, [_promised(case, p) for p in promises], "no-promised"),
        *([Line(case("risky", n=risky))] if risky else []),
        *([Line(case("letters-stay"))] if kept else []),
    ]


def _part(case: _Case, lines: Sequence[str], none: str) -> list[Block]:
    """The first lines, and how many more there are."""
    if not lines:
        return [Line(case(none))] if none else []
    shown = [_short(case.quiet(line)) for line in lines[:EACH]]
    if len(lines) > EACH:
        shown.append(case("more", n=len(lines) - EACH))
    return [Points(shown)]


def _dangers(case: _Case) -> list[str]:
    return [f"{d.title}. {d.says}" if d.title else d.says for d in case.page.dangers]


def _clocks(case: _Case) -> list[str]:
    """Every term, the grave ones of each paper first."""
    return [
        f"{f.id}. {case('till', name=c.name, due=c.due, state=c.state)}"
        for f in case.page.filings
        for c in sorted(f.clocks, key=lambda c: not c.grave)
    ]


def _facts(case: _Case) -> list[str]:
    """What the record says of the person, where it is known."""
    known = {**case.file.case.facts, **case.file.account.facts}
    told = []
    for name, claims in known.items():
        fact = case.pack.facts.get(name)
        said = [c for c in claims if c.value != UNKNOWN]
        if fact is not None and said:
            values = ", ".join(_value(case, fact.type, c) for c in said)
            told.append(f"{case.say.words.of(fact.label)}: {values}")
    return [" \N{MIDDLE DOT} ".join(told)] if told else []


def _value(case: _Case, type_: str, claim: Claim) -> str:
    choice = case.pack.choices.get(type_)
    if choice is None or claim.value not in choice.options:
        return claim.value
    return case.say.words.of(choice.options[claim.value].label)


def _people(case: _Case) -> list[Block]:
    lines = _roles(case)
    return [Heading(case("people"), 3), *_part(case, lines, "")] if lines else []


def _roles(case: _Case) -> list[str]:
    """Who speaks for him, by role, never by name."""
    return [
        case("person", role=_word(case, "role", p.role), may=_word(case, "may", p.may))
        for p in case.file.case.people
    ]


def _word(case: _Case, choice: str, word: str) -> str:
    known = case.pack.choices.get(choice)
    if known is None or word not in known.options:
        return word
    return case.say.words.of(known.options[word].label)


def _promised(case: _Case, promise: Promised) -> str:
    told = promise.words if promise.does is Does.WORDS else case(promise.does.name)
    return case("by-day", day=f"{promise.row.due:%d.%m.%Y}", words=told)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LINE else f"{text[: LINE - 1].rsplit(' ', 1)[0]}\N{HORIZONTAL ELLIPSIS}"


# --- all of it --------------------------------------------------------------------------------------------


def _chronology(
    case: _Case, promises: Sequence[Promised], papers: Sequence[Exhibit], names: Mapping[str, str]
) -> list[Block]:
    notes = case.file.account.notes
    rows = [
        (
            row.day,
            case.quiet(row.told),
            row.proof,
            case.quiet(" ".join(notes.get(row.event.id, {}).values())),
        )
        for row in case.page.chronicle
    ]
    blocks: list[Block] = [
        Heading(case("chronology", name=case.name), 1),
        Line(case("as-of", day=f"{case.assessment.on:%d.%m.%Y}")),
        Grid((case("when"), case("what"), case("proof"), case("note")), rows, (3, 6, 3, 5)),
        *(Line(case.quiet(text)) for text in _whole_notes(case)),
        Heading(case("papers-stand")),
    ]
    for filing in case.page.filings:
        blocks += [Heading(filing.title, 3), Line(filing.stands)]
        blocks += [Points([f"{b.title}. {b.says}" for b in filing.breaches])] if filing.breaches else []
    for key, lines in (
        ("burning", _dangers(case)),
        ("days", _clocks(case)),
        ("promised", [_promised(case, p) for p in promises]),
        ("people", _roles(case)),
    ):
        blocks += [Heading(case(key)), Points([case.quiet(line) for line in lines])] if lines else []
    blocks.append(Heading(case("papers")))
    if not papers:
        return [*blocks, Line(case("no-papers"))]
    listed = [
        (str(n), case.quiet(x.title), case.quiet(x.note), f"{x.taken:%d.%m.%Y}", names[x.id])
        for n, x in enumerate(papers, 1)
    ]
    head = (case("number"), case("paper"), case("note"), case("taken"), case("file"))
    return [*blocks, Grid(head, listed, (1, 5, 5, 2.5, 3.5))]


def _whole_notes(case: _Case) -> Iterable[str]:
    """Notes that belong to no event: of the whole, of papers and persons."""
    events = {row.event.id for row in case.page.chronicle}
    for name, notes in case.file.account.notes.items():
        if name not in events:
            yield from notes.values()


def _contacts(case: _Case, papers: Sequence[Exhibit], names: Mapping[str, str]) -> str:
    """Names and contacts as they were given, a line each, and from whom each paper is."""
    known = [f"{name}: {value}" for name, value in case.file.identity.values.items()]
    given = [case("given", file=names[x.id], who=x.given_by) for x in papers if x.given_by]
    return "".join(f"{line}\n" for line in (*known, *given))


# --- letters ----------------------------------------------------------------------------------------------


def _letters_of(file_id: str, author: Author) -> _Letters:
    messages = written(history(file_id, author.member))
    writers = dict.fromkeys((line.author, line.contact) for m in messages for line in m.lines)
    return _Letters(messages, [w for w in writers if any(w)])


def _letters(case: _Case, letters: _Letters, papers: Mapping[str, str]) -> list[Block]:
    """What was written to us, in the writers' words; none of their names, and nothing by which somebody can
    be reached. `papers`: where each enclosed one lies, by its name.
    """
    if not letters.messages:
        return []
    hidden = case.hidden | _terms(name for name, _contact in letters.writers)
    blocks: list[Block] = [Heading(case("letters", name=case.name), 1), Line(case("letters-how"))]
    for message in letters.messages:
        blocks.append(Heading(_head(case, message), 3))
        for line in message.lines:
            told = case.cut(line.text, reached_at(line.text))
            for _name, contact in letters.writers:
                told = told.replace(contact, case("left-out")) if contact else told
            lie = [papers[name] for name in map(safe_name, line.files) if name in papers]
            blocks += [Line(who, strong=True)] if (who := _who(case, letters, line)) else []
            blocks += [Line(case.without(part, hidden)) for part in told.splitlines() if part.strip()]
            blocks += [Line(case("with-it", files=", ".join(lie)))] if lie else []
    return blocks


def _word_for_word(case: _Case, letters: _Letters) -> str:
    """Who the writers are, and their letters as they came; without us."""
    if not letters.messages:
        return ""
    told = [
        f"{case('writer', n=n)}: {', '.join(filter(None, who))}" for n, who in enumerate(letters.writers, 1)
    ]
    told += ["", case("whole-letters")]
    for message in letters.messages:
        told += ["", _head(case, message)]
        for line in message.lines:
            told += [*filter(None, (_who(case, letters, line),)), case.without(line.text, case.ours)]
    return "".join(f"{line}\n" for line in told)


def _head(case: _Case, message: Written) -> str:
    way = f"way-{message.channel}"
    known = way if way in _sentences() else "way-files"
    return case("letter", way=case(known), day=f"{message.at:%d.%m.%Y}")


def _who(case: _Case, letters: _Letters, line: Message) -> str:
    """Which of the writers, and when by his own account."""
    who = (line.author, line.contact)
    writer = case("writer", n=letters.writers.index(who) + 1) if who in letters.writers else ""
    return ", ".join(filter(None, (writer, line.at)))


@cache
def _sentences() -> Mapping[str, Any]:
    name = "handover.toml"
    return read_toml(name, resources.files("raport.app").joinpath(name).read_bytes()).values
