"""The fields of a letter's head as they stand in its bytes, in order: the standard parser tidies them."""

import re
from dataclasses import dataclass

MOST_HEAD = 1024 * 1024
MOST_FIELDS = 1000
LONGEST = 16_000
"""Bytes of one field; what is longer is no header that a server writes."""

_END = re.compile(rb"\r?\n\r?\n")
_FIELD_ENDS = re.compile(rb"\r?\n(?![ \t])")
_FIELD = re.compile(rb"([!-9;-~]+)[ \t]*:(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its name in small letters, its value unfolded."""

    name: str
    value: str


def head_of(data: bytes) -> bytes:
    """The head, without the empty line after it."""
    return _END.split(data[:MOST_HEAD], maxsplit=1)[0]


def fields_of(data: bytes) -> tuple[list[Field], int]:
    """The first fields of the head, and how many were left out."""
    rows = _FIELD_ENDS.split(head_of(data))
    found = [m for row in rows[: MOST_FIELDS + 1] if (m := _FIELD.fullmatch(row))]
    kept = [m for m in found[:MOST_FIELDS] if len(m[2]) <= LONGEST]
    left = max(0, len(rows) - MOST_FIELDS) + sum(len(m[2]) > LONGEST for m in found[:MOST_FIELDS])
    return [Field(m[1].decode("ascii").lower(), _unfolded(m[2])) for m in kept], left


def _unfolded(value: bytes) -> str:
    text = value.decode("utf-8", "replace")
    return "".join(c if c.isprintable() else " " for c in text).strip()
