"""Search over what a member may open: word forms, mistakes of typing, numbers as people write them.

What was typed is kept nowhere. Texts are opened only for the places that are shown.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from rapidfuzz import process
from rapidfuzz.distance import OSA

from raport.adapters.store import exhibits as store_exhibits
from raport.adapters.store import files as store_files
from raport.adapters.store import promises as store_promises
from raport.adapters.store import search as store
from raport.adapters.store.docket import keys_of
from raport.adapters.store.files import KeyRow
from raport.adapters.store.rows import FileRow
from raport.adapters.store.search import Among, Doc, Place
from raport.app.exhibits import opened_about, safe_name
from raport.app.files import NotGrantedError, opened_pieces, secrets_from, secrets_of
from raport.app.laws import pack_of
from raport.app.promises import opened_promise
from raport.app.search_index import doc_of_exhibit, doc_of_promise, docs_of, text_of, text_of_exhibit
from raport.app.search_words import before_number, plain, terms, words
from raport.casefile.pieces import ACCOUNT

MOST = 300
"""Places looked at for one search; where there are more, the page says so."""
MANY = 3000
"""From so many documents with the rarest term on, the newest come first: ranking them all costs too long."""
SIMILAR = 6
"""Words taken for a word that is nowhere."""
AROUND = 90
"""Letters shown round what was found."""

_PHRASE = re.compile(
    r"[\"\u00ab\u201e\u201c\u201d]([^\"\u00bb\u00ab\u201c\u201d\u201e]*)[\"\u00bb\u201c\u201d]?"
)
_NUMBER = re.compile(r"\s*(?:[k\u043a\u041a]|\u2116|#)?\s*(\d{1,9})\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cut:
    """A piece of a text; `marked`: what was looked for."""

    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """One place: the cuts of its text in order, from where it is (the ring)."""

    seq: int
    ring: int
    cuts: tuple[Cut, ...]
    promise: int | None = None
    exhibit: str | None = None


@dataclass(frozen=True, slots=True)
class InFile:
    """A file with what was found in it, the best first; `more` places are not shown."""

    row: FileRow
    found: tuple[Found, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Results:
    """What a search gave. `instead`: words that stand nowhere; others like them were looked for."""

    files: tuple[InFile, ...]
    count: int  # files in all
    instead: tuple[str, ...] = ()
    any_word: bool = False  # no place has all the words
    cut_off: bool = False  # there are more places than were looked at
    newest: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """A word, or words in a row, as typed; its terms, and for a single one what may stand for it."""

    typed: str
    terms: tuple[str, ...]
    also: tuple[str, ...] = ()

    def match(self) -> str:
        if len(self.terms) > 1:
            return f'"{" ".join(self.terms)}"'
        many = self.also or self.terms
        return f"({' OR '.join(f'"{t}"' for t in many)})" if len(many) > 1 else f'"{many[0]}"'


def search(
    typed: str,
    member: str,
    among: Among = Among(),  # noqa: B008 - frozen, the same for all
    *,
    first: int = 0,
    files: int = 10,
    each: int = 3,
    language: str = "ru",
) -> Results:
    """The files in which it stands, the best first, with the places.

    `first` and `files`: which of the files; `each`: how many places of one are opened.
    """
    parts = parts_of(typed)
    if not parts:
        return Results((), 0)
    docs = store.known({t for p in parts for t in p.terms})
    parts = [_widened(p, docs, member) for p in parts]
    newest = _rarest(parts, docs) > MANY
    places = store.find(" AND ".join(p.match() for p in parts), member, among, MOST, newest=newest)
    any_word = not places and len(parts) > 1
    if any_word:
        newest = sum(docs.values()) > MANY
        places = store.find(" OR ".join(p.match() for p in parts), member, among, MOST, newest=newest)
    grouped = _by_file(places, _file_named(typed, member))
    wanted = frozenset(t for p in parts for t in (*p.terms, *p.also))
    shown = dict(list(grouped.items())[first : first + files])
    return Results(
        tuple(_opened(shown, member, wanted, each, language)),
        len(grouped),
        tuple(p.typed for p in parts if p.also),
        any_word,
        len(places) == MOST,
        newest and len(places) == MOST,
    )


def parts_of(typed: str) -> list[_Part]:
    """What is looked for: phrases in quotes; what is written without a space, and a number after what
    announces one, are phrases too.
    """
    parts: list[_Part] = []
    rest = 0
    for found in _PHRASE.finditer(typed):
        parts += _loose(typed[rest : found.start()])
        if terms(found[1]):
            parts.append(_Part(found[1].strip(), tuple(terms(found[1]))))
        rest = found.end()
    parts += _loose(typed[rest:])
    return list({p.terms: p for p in parts}.values())


def rebuild(members: Sequence[str], step: Callable[[int], object] = lambda _: None) -> int:
    """Index every file anew, each in a transaction of its own, by the first of the members who may open it;
    how many could not be opened by any.
    """
    unopened = 0
    for id_ in store.every_file():
        unopened += not any(_rebuilt(id_, member) for member in members)
        step(1)
    return unopened


def complete(members: Sequence[str]) -> int:
    """Index anew the files whose index is older than their promises and exhibits; how many."""
    return sum(any(_rebuilt(id_, member) for member in members) for id_ in store.unseen())


@transaction.atomic
def _rebuilt(file_id: str, member: str) -> bool:
    row = store_files.file(file_id)
    if row is None:
        return True
    try:
        secrets = secrets_of(file_id, member)
    except NotGrantedError:
        return False
    rows = [r for r in store_files.pieces(file_id) if r.sealed is None or r.ring in secrets]
    pieces = opened_pieces(rows, secrets)
    last = {(p.table, p.name): p.value for p in pieces}
    held = [(r.seq, p) for r, p in zip(rows, pieces, strict=True) if last[p.table, p.name] is not None]
    store.drop(file_id)
    store.put(file_id, docs_of(held, pack_of(row.jurisdiction)))
    store.put(file_id, _docs_beside(file_id, secrets.get(ACCOUNT, ())))
    return True


def _docs_beside(file_id: str, secrets: Sequence[str]) -> Iterator[Doc]:
    """What of a file stands beside its pieces: promises and exhibits, those under the stop without words."""
    if not secrets:
        return
    for promise in store_promises.promises_of(file_id):
        yield doc_of_promise(promise.id, opened_promise(promise, secrets).words)
    for exhibit in store_exhibits.exhibits(file_id):
        yield doc_of_exhibit(exhibit.id, {} if exhibit.stopped else opened_about(exhibit, secrets))


def marked(text: str, wanted: frozenset[str], around: int = AROUND) -> tuple[Cut, ...]:
    """The text round the first places, what was looked for marked in it."""
    text = plain(text)
    hits = [w for w in words(text) if w.term in wanted]
    start = max(0, (hits[0].start if hits else 0) - around)
    end = min(len(text), start + 3 * around)
    cuts = [Cut("\u2026")] if start else []
    at = start
    for word in hits:
        if word.end > end:
            break
        cuts += [Cut(text[at : word.start]), Cut(text[word.start : word.end], marked=True)]
        at = word.end
    cuts += [Cut(text[at:end] + ("\u2026" if end < len(text) else ""))]
    return tuple(c for c in cuts if c.text)


def _loose(text: str) -> Iterator[_Part]:
    """Words outside quotes."""
    announced = ""
    for chunk in text.split():
        own = tuple(terms(f"{announced} {chunk}".strip()))
        if len(own) == 1 and before_number(own[0]) and not announced:
            announced = chunk
            continue
        if announced and not (len(own) > 1 and own[1][:1].isdecimal()):
            if not own[1:]:  # a sign such as that of numbers: the number comes yet
                continue
            yield _Part(announced, own[:1])
            own = own[1:]
        announced = ""
        if own:
            yield _Part(chunk, own)
    if announced:
        yield _Part(announced, tuple(terms(announced)))


def _widened(part: _Part, docs: dict[str, int], member: str) -> _Part:
    """For a word that stands nowhere: words that begin so, or that it may be a mistyping of.

    Nowhere is where this member may not look, too: what he is told does not depend on it.
    """
    term = part.terms[0]
    if len(part.terms) != 1 or (term in docs and _stands(term, member)):
        return part
    begun = [t for t in store.beginning(term, SIMILAR) if _stands(t, member)] if len(term) >= 3 else []
    also = begun or [t for t in _resembling(term) if _stands(t, member)]
    return _Part(part.typed, part.terms, tuple(also))


def _stands(term: str, member: str) -> bool:
    return bool(store.find(f'"{term}"', member, Among(), 1, newest=True))


def _resembling(term: str) -> list[str]:
    """Terms one letter away, two from a long one, the nearest first; never another number."""
    if len(term) < 3 or any(c.isdecimal() for c in term):
        return []
    most = 1 if len(term) < 6 else 2
    near = process.extract(
        term, store.resembling(term, 20_000), scorer=OSA.distance, score_cutoff=most, limit=SIMILAR * 3
    )
    ranked = sorted(near, key=lambda n: (n[1], n[0][:1] != term[:1], n[0]))
    return [word for word, distance, _ in ranked if distance == ranked[0][1]][:SIMILAR]


def _rarest(parts: Sequence[_Part], docs: dict[str, int]) -> int:
    """In how many documents the rarest part can stand at most."""
    return min(
        (min(docs.get(t, 0) for t in p.terms) if not p.also else sum(store.known(p.also).values()))
        for p in parts
    )


def _file_named(typed: str, member: str) -> str | None:
    """The file whose number was typed: k12, 12."""
    number = _NUMBER.fullmatch(typed)
    return None if number is None else store.numbered(int(number[1]), member)


def _by_file(places: Sequence[Place], named: str | None) -> dict[str, list[Place]]:
    grouped: dict[str, list[Place]] = {} if named is None else {named: []}
    for place in places:
        grouped.setdefault(place.file, []).append(place)
    return grouped


def _opened(
    shown: Mapping[str, Sequence[Place]], member: str, wanted: frozenset[str], each: int, language: str
) -> Iterator[InFile]:
    """The files with their first places opened, read all at once; without what was erased meanwhile."""
    files = {row.id: row for row in store_files.files(shown)}
    keys = keys_of(list(shown), member)
    first = {id_: many[:each] for id_, many in shown.items()}
    pieces = store_files.pieces_at({id_: [p.seq for p in many if p.seq] for id_, many in first.items()})
    beside = _texts_beside([p for many in first.values() for p in many if not p.seq], keys, member)
    for id_, places in shown.items():
        secrets = secrets_from(keys.get(id_, ()), member)
        if id_ not in files or not secrets:
            continue
        pack = pack_of(files[id_].jurisdiction)
        found = []
        for place in first[id_]:
            text = beside.get(place)
            row = pieces.get((id_, place.seq))
            if row is not None:
                [piece] = opened_pieces([row], secrets)
                text = text_of(piece, pack, (language,))
            if text is not None:
                cuts = marked(text, wanted)
                found.append(Found(place.seq, place.ring, cuts, place.promise, place.exhibit))
        yield InFile(files[id_], tuple(found), len(places) - len(found))


def _texts_beside(
    places: Sequence[Place], keys: Mapping[str, Sequence[KeyRow]], member: str
) -> dict[Place, str]:
    """What the promises and exhibits at these places say; nothing of an exhibit that is under the stop."""
    at = {p.promise or p.exhibit: p for p in places}
    texts: dict[Place, str] = {}
    for promise in store_promises.promises(p.promise for p in places if p.promise is not None):
        secrets = secrets_from(keys.get(promise.file, ()), member).get(ACCOUNT, ())
        if secrets:
            texts[at[promise.id]] = opened_promise(promise, secrets).words
    for exhibit in store_exhibits.exhibits_at(p.exhibit for p in places if p.exhibit is not None):
        secrets = secrets_from(keys.get(exhibit.file, ()), member).get(ACCOUNT, ())
        if secrets and not exhibit.stopped:
            about = dict(opened_about(exhibit, secrets))
            texts[at[exhibit.id]] = text_of_exhibit({**about, "name": safe_name(about.get("name", ""))})
    return texts
