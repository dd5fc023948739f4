"""What of a file can be searched for: each piece, promise and exhibit as a text, the text as terms.

The index is changed in the transaction that adds a piece (`app.files.add`), a promise or an exhibit; what was
taken back, stopped or destroyed is not found any more.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from raport.adapters.store import search as store
from raport.adapters.store.search import Doc
from raport.app.laws import pack_of
from raport.app.search_words import terms
from raport.casefile import Piece
from raport.casefile.pieces import ACCOUNT
from raport.law import Pack, Text

LANGUAGES = ("ru", "en")

_MACHINE = re.compile(
    r"\d{4}-\d\d-\d\dT[\d:.+Z-]+"  # a moment
    r"|[0-9a-f]{24,64}"  # an id
    r"|[a-z]\d{1,4}"  # e1, f2
)
_FILING = {"kind": "filing-kind", "asks": "asks", "what": "what"}
_NAMES = frozenset(("event", "filing", "exhibit", "provision", "remedy", "day"))
_ABOUT = ("name", "from", "note", "read", "heard")
_WITHOUT_TEXT = frozenset(("head", "facts", "now", "person", "sources", "desk"))


def text_of(piece: Piece, pack: Pack, languages: Sequence[str] = LANGUAGES) -> str:
    """What a piece says, in the words it was said in; the kinds of papers and events in these languages."""
    if piece.table in _WITHOUT_TEXT or piece.value is None:
        return ""
    if piece.table in ("event", "filing") and isinstance(piece.value, Mapping):
        parts = _row(piece.table, piece.value, pack, languages)
    else:
        parts = _strings(piece.value)
    return " \N{MIDDLE DOT} ".join(part for part in parts if part)


def put(file_id: str, jurisdiction: str, pieces: Sequence[Piece], first: int) -> None:
    """Index pieces that were added, the first of them at place `first`."""
    pack = pack_of(jurisdiction)
    store.put(file_id, docs_of(enumerate(pieces, first), pack))


def put_promise(file_id: str, id_: int, words: str) -> None:
    """Index a promise that was made."""
    store.put(file_id, [doc_of_promise(id_, words)])


def put_exhibit(file_id: str, id_: str, about: Mapping[str, str]) -> None:
    """Index what was told of an exhibit, in place of what was told before; nothing leaves it unfound."""
    store.drop_exhibit(id_)
    store.put(file_id, [doc_of_exhibit(id_, about)])


def doc_of_promise(id_: int, words: str) -> Doc:
    """A promise as terms."""
    return Doc(0, ACCOUNT, terms(words), promise=id_)


def doc_of_exhibit(id_: str, about: Mapping[str, str]) -> Doc:
    """An exhibit as terms: the name it came with, from whom, the note; what machines read and heard of it."""
    return Doc(0, ACCOUNT, terms(text_of_exhibit(about)), exhibit=id_)


def text_of_exhibit(about: Mapping[str, str]) -> str:
    """What was told of an exhibit."""
    return " \N{MIDDLE DOT} ".join(part for part in (about.get(k, "") for k in _ABOUT) if part)


def take_back(file_id: str, before: Iterable[tuple[int, Piece]], taken: Sequence[Piece]) -> None:
    """What these pieces take back is found no more."""
    names = {(p.table, p.name) for p in taken}
    store.drop(file_id, [seq for seq, p in before if (p.table, p.name) in names])


def docs_of(pieces: Iterable[tuple[int, Piece]], pack: Pack) -> Iterator[Doc]:
    """Each piece that says something, as terms."""
    for seq, piece in pieces:
        found = terms(text_of(piece, pack))
        if found:
            yield Doc(seq, piece.ring, found)


def _row(table: str, row: Mapping[str, object], pack: Pack, languages: Sequence[str]) -> Iterator[str]:
    """A paper or an event: the words of closed lists by their labels, other fields as they are."""
    kind = pack.kinds.get(str(row.get("kind", ""))) if table == "event" else None
    if kind is not None:
        yield from _in(kind.label, languages)
    for name, field in (_FILING if table == "filing" else {} if kind is None else kind.fields).items():
        choice, word = pack.choices.get(field), str(row.get(name, ""))
        if choice is not None and word in choice.options:
            yield from _in(choice.options[word].label, languages)
        elif field == "authority":
            if word in pack.authorities:
                yield from _in(pack.authorities[word].label, languages)
        elif field == "ground":
            if word in pack.grounds:
                yield from _in(pack.grounds[word].label, languages)
        elif choice is None and field not in _NAMES:
            yield from _strings(row.get(name))


def _in(text: Text, languages: Sequence[str]) -> Iterator[str]:
    for language in languages:
        if text.get(language):
            yield text[language]


def _strings(value: object) -> Iterator[str]:
    """Every text inside, but for what only a machine reads."""
    match value:
        case str():
            if not _MACHINE.fullmatch(value):
                yield value
        case Mapping():
            for inner in value.values():
                yield from _strings(inner)
        case list() | tuple():
            for inner in value:
                yield from _strings(inner)
        case int() | float() if not isinstance(value, bool):
            yield str(value)
        case _:
            return
