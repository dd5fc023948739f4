"""One table of a case file, read key by key; every mistake is noted and reading goes on."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from raport.casefile.words import COUNT, ID, UNKNOWN, WORD, Words, quoted, shown
from raport.documents import Document, Path
from raport.errors import BadInput, Problem

_DECLARED = {
    "a source": "say who that is under [sources.ID]",
    "an exhibit": "describe it in an [[exhibit]] of that id",
    "a filing": "describe it in a [[filing]] of that id",
}
SEALED = ("identity", "account")
"""Of what stands there a message repeats nothing."""
TO_ACCOUNT = "free text belongs to [account.{id}], which never leaves the desk"


@dataclass(slots=True)
class Mistakes:
    """All that is wrong with one file, with the line it stands on."""

    document: Document
    found: list[Problem] = field(default_factory=list)

    def add(self, path: Path, expected: str, found: str, help_: str = "") -> None:
        """Note one mistake at a key of the file."""
        problem = self.document.problem(path, expected, found, help_)
        if not problem.line:  # JSON: the way to the place stands for its line
            problem = replace(problem, found=f"{found} at {_way(path)}")
        self.found.append(problem)

    def raise_any(self) -> None:
        """Refuse the file if anything was noted."""
        if self.found:
            raise BadInput(sorted(dict.fromkeys(self.found), key=lambda p: p.line))


@dataclass(slots=True)
class Table:
    """A table and where it stands. What no one asked for is a mistake: `done` says so."""

    mistakes: Mistakes
    path: Path
    values: Mapping[str, object]
    id: str = ""
    asked: set[str] = field(default_factory=set)

    def wrong(self, key: str, expected: str, found: str, help_: str = "") -> None:
        """Note a mistake in the value of a key, and what was found there in our words."""
        self.mistakes.add((*self.path, key), expected, found, help_)

    def refuse(self, key: str, expected: str, help_: str = "") -> None:
        """Note that the value of a key is not what was expected."""
        self.mistakes.add((*self.path, key), expected, shown(self.values.get(key)), help_)

    def take(self, key: str) -> object:
        """The raw value, or None."""
        self.asked.add(key)
        return self.values.get(key)

    def text(self, key: str) -> str:
        """Some text; needed."""
        value = self.take(key)
        if isinstance(value, str) and value.strip():
            return value
        self.refuse(key, f"for `{key}` a text")
        return ""

    def name(self, key: str = "id") -> str:
        """An id; needed."""
        value = self.take(key)
        if isinstance(value, str) and ID.fullmatch(value):
            return value
        self.refuse(key, f"for `{key}` an id (up to 64 Latin letters, digits, - and _)")
        return ""

    def name_or_none(self, key: str, known: Collection[str], what: str) -> str:
        """The id of something in this file, "" where the key is left out."""
        if self.take(key) is None:
            return ""
        return self._known(key, self.values[key], known, what)

    def other_name(self, key: str, known: Collection[str], what: str) -> str:
        """The id of something else in this file, "" where the key is left out."""
        if self.take(key) is None:
            return ""
        return self._known(key, self.values[key], known, what, but=self.id)

    def names(self, key: str, known: Collection[str], what: str) -> tuple[str, ...]:
        """One id or a list of them, of other things than this; () where it is left out or "unknown"."""
        value = self.take(key)
        if value is None or value == UNKNOWN:
            return ()
        many = value if isinstance(value, list) else [value]
        return self._once(key, [self._known(key, each, known, what, but=self.id) for each in many])

    def word(self, key: str, words: Words, *, needed: bool = False) -> str:
        """A word of a closed list; "" where it is left out or "unknown"."""
        value = self.take(key)
        if value is None:
            if needed:
                self.refuse(key, f"for `{key}` {words.expected()}", "it is needed")
            return ""
        return self.one_of(key, value, words, needed=needed)

    def open_word(self, key: str, words: Words) -> str:
        """A word of a closed list, or any word where the pack keeps no such list; needed."""
        return self.word(key, words, needed=True) if words.words else self.name(key)

    def words(self, key: str, words: Words) -> tuple[str, ...]:
        """One word of a closed list or several; () where it is left out or "unknown"."""
        value = self.take(key)
        if not isinstance(value, list):
            one = self.word(key, words)
            return (one,) if one else ()
        if not value:
            self.refuse(key, f"for `{key}` {words.expected()}", 'not known: write "unknown" or leave it out')
        if UNKNOWN in value and UNKNOWN not in words.words:
            self.wrong(
                key,
                words.expected(),
                '"unknown" among others',
                'a list has what is known; or write "unknown" alone',
            )
            return ()
        return self._once(key, [self.one_of(key, each, words) for each in value])

    def one_of(self, key: str, value: object, words: Words, *, needed: bool = False) -> str:
        """A value that must be a word of the list."""
        if isinstance(value, bool) and {"yes", "no"} <= set(words.words):
            value = "yes" if value else "no"
        if isinstance(value, str):
            if value in words.words:
                return value
            if value == UNKNOWN and not needed:
                return ""
        self.refuse_value(key, value, words.expected(), words.near(value))
        return ""

    def refuse_value(self, key: str, value: object, expected: str, help_: str = "") -> None:
        """Note a wrong value; text in sentences is told where it belongs, and not repeated."""
        if isinstance(value, str) and not WORD.fullmatch(value) and not ID.fullmatch(value):
            help_ = TO_ACCOUNT.format(id=self.id) if self.id else help_
        self.mistakes.add((*self.path, key), f"for `{key}` {expected}", shown(value), help_)

    def day(self, key: str) -> date | None:
        """One day, without uncertainty; None where it is left out."""
        value = self.take(key)
        if value is None:
            return None
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if isinstance(value, str) and len(value) == len("2019-11-16"):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        self.refuse(key, f"for `{key}` one day, such as 2019-11-16")
        return None

    def count(self, key: str) -> str:
        """How many alike: "1", "3", "2.." ; "" where it is left out or "unknown"."""
        value = self.take(key)
        if value is None or value == UNKNOWN:
            return ""
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and COUNT.fullmatch(value):
            return value
        self.refuse(key, f'for `{key}` a number ("1", "3"), or "2.." (several, how many is not known)')
        return ""

    def flag(self, key: str) -> str:
        """One of "yes" and "no"; "" where it is left out or "unknown"."""
        value = self.take(key)
        if value is None or value == UNKNOWN:
            return ""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if value in ("yes", "no"):
            return str(value)
        self.refuse(key, f"for `{key}` true or false")
        return ""

    def table(self, key: str) -> "Table":
        """A table of this table; an empty one where it is left out or is none."""
        value = self.take(key)
        if value is not None and not isinstance(value, Mapping):
            found = "something else" if (*self.path, key)[0] in SEALED else shown(value)
            self.mistakes.add((*self.path, key), f"for `{key}` a table", found)
        return Table(self.mistakes, (*self.path, key), value if isinstance(value, Mapping) else {})

    def tables(self, key: str) -> list["Table"]:
        """A list of tables."""
        value = self.take(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.refuse(key, f"for `{key}` a list of tables", f"write [[{key}]] before each")
            return []
        out = []
        for n, each in enumerate(value):
            if isinstance(each, Mapping):
                out.append(Table(self.mistakes, (*self.path, key, n), each))
            else:
                self.mistakes.add((*self.path, key, n), f"in the list `{key}` tables", shown(each))
        return out

    def done(self, what: str, more: Collection[str] = ()) -> None:
        """Note every key that nobody asked for; `more`: keys that could have stood here too."""
        if self.asked.issuperset(self.values):
            return
        possible = Words(f"a key of {what}", sorted({*self.asked, *more}))
        for key, value in self.values.items():
            if key in self.asked:
                continue
            text = isinstance(value, str) and " " in value
            help_ = TO_ACCOUNT.format(id=self.id) if text and self.id else possible.near(key)
            name = f"the key `{key}`" if ID.fullmatch(key) else "a key with other signs"
            self.mistakes.add((*self.path, key), possible.expected(), name, help_)

    def _known(self, key: str, value: object, known: Collection[str], what: str, but: str = "") -> str:
        if isinstance(value, str) and value in known and value != but:
            return value
        words = Words(f"the id of {what} in this file", sorted(k for k in known if k != but))
        help_ = words.near(value) or _DECLARED.get(what, "")
        self.mistakes.add((*self.path, key), f"for `{key}` {words.expected()}", shown(value), help_)
        return ""

    def _once(self, key: str, many: list[str]) -> tuple[str, ...]:
        found = tuple(m for m in many if m)
        for each in sorted({m for m in found if found.count(m) > 1}):
            self.wrong(key, f"each word of `{key}` once", f"{quoted(each)} twice")
        return found


def _way(path: Path) -> str:
    """A place in a file: event[2].on. What stands in [identity] and [account] keeps its names to itself."""
    shown_ = path[:1] if path and path[0] in SEALED else path
    way = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in shown_).lstrip(".")
    return way or "the top"
