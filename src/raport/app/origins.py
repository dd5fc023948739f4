"""Where a letter on the desk came from: its exhibit's bytes as they arrived, and the keys members gave."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from raport.adapters.blobs import TooLargeError
from raport.adapters.media import Kind
from raport.app import exhibits
from raport.app.exhibits import Exhibit
from raport.app.files import Author
from raport.errors import RaportError
from raport.prose import Words
from raport.prose.origin import Part, origin_lead, origin_parts
from raport.reading.origin import Origin

MOST_LETTER = 32 * 1024 * 1024
LONGEST_SOURCE = 500
_KEYS = "keys"


class NoKeyError(RaportError):
    """This text is no public key of a domain."""


@dataclass(frozen=True, slots=True)
class Key:
    """A public key that a member gave: by his word from where, and on which day."""

    name: str
    record: str
    source: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Told:
    """A letter's way in words, the keys it was told by, and the names of those that are missing."""

    origin: Origin
    lead: tuple[str, ...]
    parts: tuple[Part, ...]
    keys: tuple[Key, ...]
    wanted: tuple[str, ...]


def origin_words(language: str) -> Words:
    """The words in which a letter's way is told."""
    from raport.adapters.sentences import load_words

    return load_words(language, packages=("raport.prose", "raport.reading.origin"))


def letter_origin(one: Exhibit, author: Author, words: Words) -> Told | None:
    """The way of an exhibit that is a letter; None for any other. Raises as `exhibits.whole` does."""
    from raport.adapters.mail.origin import looks_like_letter, origin_of

    named = one.title.casefold().endswith(".eml")
    if not named and one.kind is not Kind.TEXT:
        return None
    try:
        data = exhibits.whole(one.id, author, MOST_LETTER)
    except TooLargeError:
        return None
    if not named and not looks_like_letter(data):
        return None
    keys = _keys(exhibits.told(one.id, author.member))
    origin = origin_of(data, {key.name: key.record for key in keys})
    known = {key.name.casefold() for key in keys}
    wanted = dict.fromkeys(s.key_name for s in origin.signatures if s.domain and s.selector)
    return Told(
        origin,
        tuple(origin_lead(origin, words)),
        tuple(origin_parts(origin, words)),
        tuple(keys),
        tuple(name for name in wanted if name.casefold() not in known),
    )


def supply_key(id_: str, name: str, text: str, source: str, author: Author) -> None:
    """Keep a public key beside the letter; an empty text takes it back. Raises `NoKeyError`, and what
    `exhibits.tell` raises.
    """
    from raport.adapters.mail.signatures import read_records

    kept = {key.name: key for key in _keys(exhibits.told(id_, author.member))}
    kept.pop(name, None)
    if text.strip():
        records = {n.casefold(): record for n, record in read_records(text).items()}
        record = records.get(name.casefold()) or records.get("")
        if not record:
            raise NoKeyError("expected the TXT record of a key, with `p=`")
        kept[name] = Key(name, record, source.strip()[:LONGEST_SOURCE], author.member, author.on)
    rows = [
        {"name": k.name, "record": k.record, "source": k.source, "by": k.by, "on": k.on.isoformat()}
        for k in kept.values()
    ]
    exhibits.tell(id_, author, **{_KEYS: json.dumps(rows, ensure_ascii=False) if rows else ""})


def _keys(told: Mapping[str, str]) -> list[Key]:
    rows = json.loads(told.get(_KEYS) or "[]")
    return [Key(r["name"], r["record"], r["source"], r["by"], date.fromisoformat(r["on"])) for r in rows]
