"""The line of every key of a TOML text that tomllib has accepted.

Only headers, keys and the shape of values are looked at; what a value means is tomllib's affair. Keys of
inline tables are found too, so that a mistake in a long list of them is told with its own line.
"""

import re

from raport.documents import Path

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SKIP = re.compile(r"[ \t]*")


def find_lines(text: str) -> dict[Path, int]:
    """The line, from 1, of each key, table and array member."""
    return _Scanner(text).scan()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.line = 1
        self.lines: dict[Path, int] = {(): 1}
        self.members: dict[Path, int] = {}

    def scan(self) -> dict[Path, int]:
        table: Path = ()
        while True:
            self._blank()
            if self.at >= len(self.text):
                return self.lines
            if self.text.startswith("[[", self.at):
                self.at += 2
                table = self._array_table(self._key())
                self.at += 2
            elif self.text[self.at] == "[":
                self.at += 1
                table = self._resolve(self._key())
                self.lines[table] = self.line
                self.at += 1
            else:
                self._pair(table)

    def _array_table(self, key: Path) -> Path:
        name = (*self._resolve(key[:-1]), key[-1])
        number = self.members.get(name, -1) + 1
        self.members[name] = number
        self.lines.setdefault(name, self.line)
        self.lines[*name, number] = self.line
        return (*name, number)

    def _resolve(self, key: Path) -> Path:
        """The path of a header's key: through the last member of each array of tables on the way."""
        path: Path = ()
        for part in key:
            path = (*path, part)
            if path in self.members:
                path = (*path, self.members[path])
        return path

    def _pair(self, table: Path) -> None:
        key = self._key()
        for n in range(1, len(key) + 1):
            self.lines.setdefault((*table, *key[:n]), self.line)
        self._space()
        self.at += 1  # the equals sign
        self._space()
        self._value((*table, *key))

    def _key(self) -> Path:
        parts: list[str] = []
        while True:
            self._space()
            if self.text[self.at] in "\"'":
                parts.append(self._string())
            else:
                found = _BARE.match(self.text, self.at)
                assert found, "tomllib has accepted this key"
                parts.append(found[0])
                self.at = found.end()
            self._space()
            if self.at < len(self.text) and self.text[self.at] == ".":
                self.at += 1
                continue
            return tuple(parts)

    def _value(self, path: Path) -> None:
        char = self.text[self.at]
        if char in "\"'":
            self._string()
        elif char == "[":
            self._array(path)
        elif char == "{":
            self._inline(path)
        else:
            while self.at < len(self.text) and self.text[self.at] not in ",]}#\n":
                self.at += 1

    def _array(self, path: Path) -> None:
        self.at += 1
        number = 0
        while True:
            self._blank()
            if self.text[self.at] == "]":
                self.at += 1
                return
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self.lines[*path, number] = self.line
            self._value((*path, number))
            number += 1

    def _inline(self, path: Path) -> None:
        self.at += 1
        while True:
            self._blank()
            if self.text[self.at] == "}":
                self.at += 1
                return
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self._pair(path)

    def _string(self) -> str:
        """Steps over a string and gives what stands in it, escapes of keys resolved as JSON has them."""
        quote = self.text[self.at]
        if self.text.startswith(quote * 3, self.at):
            end = self._long_end(quote)
            self.line += self.text.count("\n", self.at, end)
            self.at = end
            return ""
        end = self.at + 1
        while self.text[end] != quote:
            end += 2 if quote == '"' and self.text[end] == "\\" else 1
        inside = self.text[self.at + 1 : end]
        self.at = end + 1
        return _unescaped(inside) if quote == '"' else inside

    def _long_end(self, quote: str) -> int:
        end = self.at + 3
        while not self.text.startswith(quote * 3, end):
            end += 2 if quote == '"' and self.text[end] == "\\" else 1
        while self.text.startswith(quote * 4, end):
            end += 1  # up to two quotes may stand before the closing three
        return end + 3

    def _space(self) -> None:
        found = _SKIP.match(self.text, self.at)
        self.at = found.end() if found else self.at

    def _blank(self) -> None:
        """Steps over spaces, comments and line ends."""
        while self.at < len(self.text):
            char = self.text[self.at]
            if char == "\n":
                self.line += 1
                self.at += 1
            elif char in " \t\r":
                self.at += 1
            elif char == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            else:
                return


_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_PLAIN = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda m: chr(int(m[1][1:], 16)) if m[1][0] in "uU" else _PLAIN[m[1]], text)
