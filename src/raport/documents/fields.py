"""A table taken key by key with its types checked: every mistake is noted, reading goes on."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches

from raport.documents.document import Document, Path
from raport.errors import BadInput, Problem

_SHOWN = 60


class Problems:
    """All mistakes found so far, over many files."""

    def __init__(self) -> None:
        self.found: list[Problem] = []

    def add(self, document: Document, path: Path, expected: str, found: str, help_: str = "") -> None:
        """Note one mistake."""
        self.found.append(document.problem(path, expected, found, help_))

    def raise_any(self) -> None:
        """Refuse the input with every mistake, in the order of the files and lines."""
        if self.found:
            unique = dict.fromkeys(self.found)
            raise BadInput(sorted(unique, key=lambda p: (p.file, p.line)))


class Fields:
    """One table of a document. Keys that nobody asked for are mistakes: `done` says so."""

    def __init__(self, document: Document, path: Path, values: object, problems: Problems) -> None:
        self.document = document
        self.path = path
        self.problems = problems
        self.values: Mapping[str, object] = values if isinstance(values, Mapping) else {}
        self._asked: set[str] = set()
        if not isinstance(values, Mapping):
            self.problems.add(document, path, "a table", shown(values), "write { key = value, ... }")
            self.problems = Problems()  # what is no table is told once, not again for each missing key

    def wrong(self, key: str, expected: str, found: str | None = None, help_: str = "") -> None:
        """Note a mistake at a key."""
        told = shown(self.values.get(key)) if found is None else found
        self.problems.add(self.document, (*self.path, key), expected, told, help_)

    def has(self, key: str) -> bool:
        """Whether the key is there at all."""
        return key in self.values

    def raw(self, key: str) -> object:
        """The value as it came, or None."""
        self._asked.add(key)
        return self.values.get(key)

    def text(self, key: str, default: str | None = None) -> str:
        """A string; needed where no default is given."""
        value = self.raw(key)
        if isinstance(value, str):
            return value
        if value is None and default is not None:
            return default
        self.wrong(key, f"text for `{key}`", help_="write it in quotes" if value is not None else "")
        return default or ""

    def flag(self, key: str, *, default: bool = False) -> bool:
        """True or false."""
        value = self.raw(key)
        if value is None:
            return default
        if isinstance(value, bool):
            return value
        self.wrong(key, f"true or false for `{key}`")
        return default

    def number(self, key: str, default: int | None = None) -> int:
        """A whole number; needed where no default is given."""
        value = self.raw(key)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if value is None and default is not None:
            return default
        self.wrong(key, f"a whole number for `{key}`")
        return default or 0

    def day(self, key: str) -> date | None:
        """A day of the file format's own date type, or None where it is not given."""
        value = self.raw(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        if value is not None:
            self.wrong(key, f"a day for `{key}`, such as 2006-05-02")
        return None

    def word(self, key: str, among: Collection[str], default: str | None = None) -> str:
        """One of a closed list of words."""
        value = self.raw(key)
        if value is None and default is not None:
            return default
        if isinstance(value, str) and value in among:
            return value
        self.wrong(key, f"one of {listed(among)} for `{key}`", help_=near(value, among))
        return default if default is not None else next(iter(among), "")

    def words(self, key: str) -> tuple[str, ...]:
        """A word or a list of words; empty where it is not given."""
        value = self.raw(key)
        if value is None:
            return ()
        if isinstance(value, str):
            return (value,)
        if isinstance(value, list) and all(isinstance(v, str) for v in value):
            return tuple(value)
        self.wrong(key, f"a word or a list of words for `{key}`")
        return ()

    def table(self, key: str) -> "Fields | None":
        """A table inside this one, or None."""
        value = self.raw(key)
        return None if value is None else Fields(self.document, (*self.path, key), value, self.problems)

    def tables(self, key: str) -> "list[Fields]":
        """A list of tables inside this one."""
        value = self.raw(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(
                key, f"a list of tables for `{key}`", help_=f"write [[{'.'.join((*_names(self.path), key))}]]"
            )
            return []
        return [Fields(self.document, (*self.path, key, n), v, self.problems) for n, v in enumerate(value)]

    def done(self) -> None:
        """Every key that nobody asked for is a mistake."""
        for key in self.values:
            if key not in self._asked:
                help_ = near(key, self._asked) or f"known here: {listed(self._asked)}"
                self.problems.add(self.document, (*self.path, key), "only known keys", f"`{key}`", help_)


def _names(path: Iterable[str | int]) -> list[str]:
    return [p for p in path if isinstance(p, str)]


def shown(value: object) -> str:
    """A value for a message, cut short."""
    if value is None:
        return "nothing"
    text = value.isoformat() if isinstance(value, date) else repr(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def listed(words: Iterable[str]) -> str:
    """Words for a message, in order."""
    return ", ".join(sorted(words)) or "nothing"


def near(word: object, among: Iterable[str]) -> str:
    """A suggestion for a word that was nearly right; empty where none is near."""
    close = get_close_matches(word, list(among), n=1) if isinstance(word, str) else []
    return f"did you mean {close[0]!r}?" if close else ""
