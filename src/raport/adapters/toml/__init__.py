"""TOML and JSON files as documents: tomllib and json give the values, a scan of the text gives the lines.

A message says where a mistake is and of what sort; of what stands in the file it repeats single signs at
most, for anything longer may be a name.
"""

import json
import re
import tomllib

from raport.adapters.toml.positions import find_lines
from raport.documents import Document
from raport.errors import BadInput, Problem

MOST_BYTES = 20 * 1024 * 1024
"""No case and no act is larger; what is larger was given by mistake."""


def read_toml(name: str, data: bytes) -> Document:
    """A TOML file. Raises `BadInput` that says what is wrong and where."""
    text = _decode(name, data)
    if _ENDLESS_KEY.search(text):
        raise BadInput([_too_deep(name)])
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput([_toml_problem(name, error)]) from None
    except ValueError:
        raise BadInput([_endless_number(name)]) from None
    except RecursionError:
        raise BadInput([_too_deep(name)]) from None
    _refuse_depths(name, values)
    return Document(name, values, find_lines(text))


def read_json(name: str, data: bytes) -> Document:
    """A JSON file with an object at the top. Raises `BadInput`."""
    text = _decode(name, data)
    try:
        values = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise BadInput(
            [Problem("JSON", f"{error.msg} in column {error.colno}", "", name, error.lineno)]
        ) from None
    except _TwiceError as twice:
        raise BadInput([_twice(name, text, str(twice))]) from None
    except _NoNumberError as no_number:
        raise BadInput([Problem("JSON", f"{no_number}, which JSON does not have", "", name)]) from None
    except ValueError:
        raise BadInput([_endless_number(name)]) from None
    except RecursionError:
        raise BadInput([_too_deep(name)]) from None
    if not isinstance(values, dict):
        raise BadInput([Problem("an object at the top", _NAMES[type(values)], "", name, 1)])
    _refuse_depths(name, values)
    return Document(name, values)


_NAMES = {
    list: "a list",
    str: "a text",
    int: "a number",
    float: "a number",
    bool: "true or false",
    type(None): "null",
}


class _TwiceError(ValueError):
    pass


class _NoNumberError(ValueError):
    pass


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys: dict[str, object] = {}
    for key, value in pairs:
        if key in keys:
            raise _TwiceError(key)
        keys[key] = value
    return keys


def _no_number(text: str) -> object:
    raise _NoNumberError(text)


def _twice(name: str, text: str, key: str) -> Problem:
    """A key that stands twice in one object; with its line where it stands nowhere else."""
    written = re.compile(re.escape(json.dumps(key, ensure_ascii=False)) + r"\s*:")
    found = [m.start() for m in written.finditer(text)]
    line = text.count("\n", 0, found[1]) + 1 if len(found) == 2 else 0
    return Problem("each key once in an object", "one that stands twice", "keep one of them", name, line)


def _endless_number(name: str) -> Problem:
    return Problem("numbers of a few digits", "one of thousands", "write it as text, if it is one", name)


_DEEPEST = 100
"""Tables within tables; a condition of a pack has ten at most."""


_ENDLESS_KEY = re.compile(
    r"""(?:(?:[^\s.=#"']+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){%d}""" % _DEEPEST  # noqa: UP031 - braces are the pattern's
)
"""A dotted key of so many parts: tomllib takes quadratic time for it."""


def _refuse_depths(name: str, values: dict[str, object]) -> None:
    """What would exhaust whoever walks the values, here and later."""
    level: list[dict[str, object] | list[object]] = [values]
    for _ in range(_DEEPEST):
        level = [
            v for t in level for v in (t.values() if isinstance(t, dict) else t) if isinstance(v, dict | list)
        ]
        if not level:
            return
    raise BadInput([_too_deep(name)])


def _too_deep(name: str) -> Problem:
    return Problem("a case file or a pack", "tables or lists hundreds deep", "is it the right file?", name)


_REPEATS = ("Cannot declare", "Cannot mutate", "Duplicate inline table key", "Cannot redefine")
"""Messages of tomllib that may repeat a key: a key may be a name."""


def _toml_problem(name: str, error: tomllib.TOMLDecodeError) -> Problem:
    told = str(error)
    line = 0
    if "(at line " in told:
        told, _, place = told.partition(" (at line ")
        line = int(place.split(",")[0])
    if told.startswith(_REPEATS):
        told = "a key or a table that was already given"
    return Problem("readable TOML", told, "look at this line and the one before it", name, line)


_ENCODINGS = (
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def _decode(name: str, data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise BadInput([too_large(name, len(data))])
    for mark, encoding in _ENCODINGS:
        if data.startswith(mark):
            raise BadInput([_encoded(name, f"what looks like {encoding}")])
    if b"\0" in data:
        zeros = data.count(0) / len(data)
        looks = "what looks like UTF-16" if 0.3 < zeros < 0.6 else "bytes that are no text"
        raise BadInput([_encoded(name, looks, data[: data.index(0)].count(b"\n") + 1)])
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise BadInput([_encoded(name, _looks(data), line)]) from None


def _looks(data: bytes) -> str:
    try:
        text = data.decode("cp1251").lower()
    except UnicodeDecodeError:
        return "bytes of another encoding"
    letters = sum("\u0430" <= c <= "\u044f" for c in text)
    return "what looks like Windows-1251" if letters > len(data) / 50 else "bytes of another encoding"


def _encoded(name: str, found: str, line: int = 0) -> Problem:
    return Problem("text in UTF-8", found, "save it as UTF-8", name, line)


def too_large(name: str, size: int) -> Problem:
    """The mistake of a file that is too large to be one of ours."""
    return Problem(
        f"a file of at most {MOST_BYTES // 2**20} MB", f"{size / 2**20:.0f} MB", "is it the right file?", name
    )
