"""The pack's words as a case file may use them, and what a mistake may repeat of what was written.

An error is read aloud, mailed and pasted into chats: it repeats words and days, never free text, which may
hold a name.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from raport.law import Pack

ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
WORD = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
COUNT = re.compile(r"[1-9][0-9]{0,5}(\.\.)?")
UNKNOWN = "unknown"
RECORD, ACCOUNT = 3, 2  # rings

_FEW = 12  # a list that still reads as a list


@dataclass(frozen=True, slots=True)
class Words:
    """A closed list: how it is called in a message, and its words."""

    name: str
    words: Collection[str]

    def expected(self) -> str:
        """The list itself where it is short; else what it is called and how long it is."""
        if not self.words:
            return f"{self.name} (there is none)"
        if len(self.words) <= _FEW:
            return f"{self.name}: {', '.join(self.words)}"
        return f"{self.name} (one of {len(self.words)})"

    def near(self, found: object) -> str:
        """Which of the words was perhaps meant."""
        close = (
            get_close_matches(found.lower(), self.words, n=3, cutoff=0.6) if isinstance(found, str) else []
        )
        if not close:
            return ""
        return f"did you mean {' or '.join(quoted(c) for c in close)}?"


@dataclass(slots=True)
class Ids:
    """Everything that a file names, each once: an event, a filing, an exhibit, a person, a source."""

    what: dict[str, str] = field(default_factory=dict)
    _of: dict[tuple[str, ...], Collection[str]] = field(default_factory=dict)

    def of(self, *what: str) -> Collection[str]:
        """The ids of these sorts; asked for only when all are known."""
        if what not in self._of:
            self._of[what] = {id_: None for id_, is_ in self.what.items() if is_ in what}
        return self._of[what]


def choice(pack: Pack, name: str) -> Words:
    """A choice list of the pack by its name; empty where the pack has none."""
    found = pack.choices.get(name)
    return Words(f"a word of `{name}`", found.options if found else ())


def kinds(pack: Pack) -> Words:
    """The kinds of event."""
    return Words("a kind of event", pack.kinds)


def facts(pack: Pack, ring: int | None = None) -> Words:
    """The facts of the person, of one ring or of all."""
    return Words("a fact of the person", [f.id for f in pack.facts.values() if ring in (None, f.ring)])


def of_type(pack: Pack, type_: str) -> Words:
    """The words that a field or fact of this type may have."""
    lists: Mapping[str, tuple[str, Collection[str]]] = {
        "authority": ("an authority of the pack", pack.authorities),
        "ground": ("a ground of the pack", pack.grounds),
        "remedy": ("a remedy of the pack", pack.remedies),
    }
    return Words(*lists[type_]) if type_ in lists else choice(pack, type_)


def quoted(text: str) -> str:
    """Text as it stands in a file."""
    return f'"{text}"'


def shown(value: object) -> str:
    """What came, as far as an error may repeat it: a word or a day; of a text its length alone."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case date():
            return value.isoformat()
        case str() if not value:
            return "an empty text"
        case str() if ID.fullmatch(value) or WORD.fullmatch(value) or _DAY.fullmatch(value):
            return quoted(value)
        case str():
            return f"a text of {len(value)} characters"
        case list() | tuple():
            return "an empty list" if not value else "a list"
        case Mapping():
            return "a table"
        case _:
            return f"a {type(value).__name__}"


# Digits, signs and letters of EDTF, and the Cyrillic letters that are taken for X, O and 3.
_DAY = re.compile(r"(?=.*\d)[0-9XxOoTZPYMWD~?%./:+ \u0425\u0445\u041e\u043e\u0417\u0437-]{1,40}")
