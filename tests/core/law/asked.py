"""Which keys the reader of packs asks for, found by listening to it, not from a list."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

import pytest

from raport.documents import Document, Fields
from raport.law import read_pack

type Key = tuple[str, str]
"""A kind of table ("clock.starts", "condition") and a key of it."""

_OF_EVENTS = frozenset({"event", "none", "later", "than", "on", "each", "met-by"})
_OF_FILINGS = frozenset({"filing", "other-filing", "met-by-filing"})
_OF_CONDITIONS = frozenset({"when", "leads"})
_ANYWHERE = frozenset({"note", "research"})


@dataclass(slots=True)
class Asked:
    """What was asked for, and what of it was there."""

    keys: set[Key] = field(default_factory=set)
    present: set[Key] = field(default_factory=set)
    words: dict[Key, frozenset[str]] = field(default_factory=dict)
    """The closed lists, by the key where one is asked for."""

    def hear(self, fields: Fields, key: str) -> None:
        """One key of one table was asked for."""
        asked = (_kind_of_table(fields), key) if key not in _ANYWHERE else ("any", key)
        self.keys.add(asked)
        if key in fields.values:
            self.present.add(asked)


def listen(documents: Sequence[Document], monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Read a pack and note every key its reader asks for."""
    asked = Asked()
    with monkeypatch.context() as patch:
        _listen_to(patch, asked)
        read_pack(documents)
    return asked


def _listen_to(patch: pytest.MonkeyPatch, asked: Asked) -> None:
    raw, has, word = Fields.raw, Fields.has, Fields.word

    def hearing[T](method: Callable[[Fields, str], T]) -> Callable[[Fields, str], T]:
        def heard(fields: Fields, key: str) -> T:
            asked.hear(fields, key)
            return method(fields, key)

        return heard

    def heard_word(fields: Fields, key: str, among: Collection[str], default: str | None = None) -> str:
        asked.words[_kind_of_table(fields), key] = frozenset(among)
        return word(fields, key, among, default)

    patch.setattr(Fields, "raw", hearing(raw))
    patch.setattr(Fields, "has", hearing(has))
    patch.setattr(Fields, "word", heard_word)


def _kind_of_table(fields: Fields) -> str:
    """Conditions, selectors and readings are the same wherever they stand."""
    names = [p for p in fields.path if isinstance(p, str)]
    if not names:
        return "file"
    last = names[-1]
    if last in _OF_EVENTS or names[-2:] in (["pause", "from"], ["pause", "until"]):
        return "selector"
    if last in _OF_FILINGS:
        return "condition" if "other-filing" in fields.values else "filing"
    if not _OF_CONDITIONS.isdisjoint(names):
        return "condition"
    return "reading" if last == "reading" else ".".join(names)
