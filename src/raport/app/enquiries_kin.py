"""Whom an enquiry may be about: files of this desk that share a number, a handle, a name or the words.

The index of search finds the few that may be alike, and only these are opened and compared. Nothing is joined
by itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from raport.adapters.store import files
from raport.adapters.store import search as store
from raport.adapters.store.rows import FileRow
from raport.adapters.store.search import Among
from raport.app.enquiries import Enquiry
from raport.app.files import NotGrantedError, history, opened_pieces, secrets_of
from raport.app.search_words import terms
from raport.casefile import Piece
from raport.casefile.pieces import IDENTITY
from raport.safety import Likeness, Traits, likeness, traits_of

MOST_PLACES, MOST_FILES, OFFERED = 120, 20, 5

_PREFIXES = ("", "7", "8")  # how a number of ten digits is begun in the country, and without it


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that may be about the same man, and why."""

    row: FileRow
    likeness: Likeness


def offers(one: Enquiry, member: str) -> list[Offer]:
    """The likeliest first; none where nothing is alike enough. Empty ones and the enquiry itself are out."""
    own = _traits([a.piece for a in history(one.row.id, member)])
    match = " OR ".join(_wanted(own))
    if not match:
        return []
    places: dict[str, list[int]] = {}
    for place in store.find(match, member, Among(), MOST_PLACES):
        if place.file != one.row.id and (place.file in places or len(places) < MOST_FILES):
            places.setdefault(place.file, []).append(place.seq)
    often = _often(own)
    found = []
    for id_, seqs in places.items():
        row = files.file(id_)
        other = _traits_at(id_, seqs, member)
        if row is None or other is None:
            continue
        alike = likeness(own, other, often)
        if alike.is_enough:
            found.append(Offer(row, alike))
    return sorted(found, key=lambda o: (-o.likeness.score, o.row.number))[:OFFERED]


def _traits(pieces: Sequence[Piece]) -> Traits:
    texts: list[str] = []
    named: list[str] = []
    handles: set[str] = set()
    for piece in pieces:
        value = piece.value
        if piece.table == "sender" and isinstance(value, Mapping):
            named += [str(a["name"]) for a in value["authors"]]
            handles |= {str(a["contact"]).casefold() for a in value["authors"]} - {""}
        elif piece.table == "message" and isinstance(value, Mapping):
            texts += [str(line["text"]) for line in value["lines"]]
        elif piece.ring == IDENTITY:
            named += _strings(value)
        elif piece.table == "account":
            texts += _strings(value)
    found = traits_of(texts, named)
    return replace(found, handles=found.handles | handles)


def _traits_at(file_id: str, seqs: Sequence[int], member: str) -> Traits | None:
    """The traits of a file by its names and by the pieces at these places."""
    try:
        secrets = secrets_of(file_id, member)
    except NotGrantedError:
        return None
    wanted = frozenset(seqs)
    rows = [r for r in files.pieces(file_id) if r.ring == IDENTITY or r.seq in wanted]
    return _traits(opened_pieces([r for r in rows if r.sealed is None or r.ring in secrets], secrets))


def _wanted(own: Traits) -> Iterator[str]:
    """What to look for, in the language of the index."""
    for phone in own.phones:
        for prefix in _PREFIXES:
            yield f'"{prefix}{phone}"'
        yield f'"{phone[:3]} {phone[3:6]} {phone[6:8]} {phone[8:]}"'
    for handle in own.handles:
        if found := terms(handle):
            yield f'"{" ".join(found)}"'
    for name in own.names:
        for term in terms(name):
            yield from (f'"{t}"' for t in (term, *_near(term)))
    rare = sorted(store.known(set(terms(own.text))).items(), key=lambda t: t[1])
    yield from (f'"{t}"' for t, docs in rare[:8] if docs > 1)


def _near(term: str) -> list[str]:
    """Terms one letter away from a name."""
    if len(term) < 5:
        return []
    near = process.extract(term, store.resembling(term, 2000), scorer=OSA.distance, score_cutoff=1, limit=4)
    return [t for t, distance, _ in near if distance]


def _often(own: Traits) -> dict[str, int]:
    """In how many documents each name stands; as many files at most."""
    by_term = {name: terms(name) for name in own.names}
    docs = store.known({t for many in by_term.values() for t in many})
    return {name: max((docs.get(t, 0) for t in many), default=0) for name, many in by_term.items()}


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for inner in value.values():
                yield from _strings(inner)
        case list() | tuple():
            for inner in value:
                yield from _strings(inner)
        case _:
            return
