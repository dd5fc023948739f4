"""TOML and JSON files as documents: tomllib and json give the values, a scan of the text gives the lines."""

import json
import tomllib

from raport.adapters.toml.positions import find_lines
from raport.documents import Document
from raport.errors import BadInput, Problem

MOST_BYTES = 20 * 1024 * 1024
"""No case and no act is larger; what is larger was given by mistake."""


def read_toml(name: str, data: bytes) -> Document:
    """A TOML file. Raises `BadInput` that says what is wrong and where."""
    text = _decode(name, data)
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput([_toml_problem(name, error)]) from None
    return Document(name, values, find_lines(text))


def read_json(name: str, data: bytes) -> Document:
    """A JSON file with an object at the top. Raises `BadInput`."""
    text = _decode(name, data)
    try:
        values = json.loads(text, object_pairs_hook=_once)
    except json.JSONDecodeError as error:
        raise BadInput(
            [Problem("JSON", f"{error.msg} in column {error.colno}", "", name, error.lineno)]
        ) from None
    except _TwiceError as twice:
        raise BadInput([Problem("each key once", f"{twice} twice in one object", "", name)]) from None
    if not isinstance(values, dict):
        raise BadInput([Problem("an object at the top", f"a {type(values).__name__}", "", name, 1)])
    return Document(name, values)


class _TwiceError(ValueError):
    pass


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys: dict[str, object] = {}
    for key, value in pairs:
        if key in keys:
            raise _TwiceError(repr(key))
        keys[key] = value
    return keys


def _toml_problem(name: str, error: tomllib.TOMLDecodeError) -> Problem:
    told = str(error)
    line = 0
    if "(at line " in told:
        told, _, place = told.partition(" (at line ")
        line = int(place.split(",")[0])
    return Problem("readable TOML", told, "look at this line and the one before it", name, line)


_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


def _decode(name: str, data: bytes) -> str:
    if len(data) > MOST_BYTES:
        raise BadInput([too_large(name, len(data))])
    for mark, encoding in _ENCODINGS:
        if data.startswith(mark):
            raise BadInput(
                [Problem("text in UTF-8", f"what looks like {encoding}", "save it as UTF-8", name)]
            )
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return _refuse_encoding(name, data, line)


def _refuse_encoding(name: str, data: bytes, line: int) -> str:
    looks = "bytes of another encoding"
    try:
        text = data.decode("cp1251")
    except UnicodeDecodeError:
        text = ""
    letters = sum("\u0430" <= c <= "\u044f" for c in text.lower())
    if letters > len(data) / 50:
        looks = "what looks like Windows-1251"
    raise BadInput([Problem("text in UTF-8", looks, "save it as UTF-8", name, line)])


def too_large(name: str, size: int) -> Problem:
    """The mistake of a file that is too large to be one of ours."""
    return Problem(
        f"a file of at most {MOST_BYTES // 2**20} MB", f"{size / 2**20:.0f} MB", "is it the right file?", name
    )
