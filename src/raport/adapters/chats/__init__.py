"""Chats as messages: Telegram's export, lines copied out of messengers.

Who wrote and when are claims, kept as they were written. Anything that is text becomes at least one message:
nothing is dropped because its form is not known.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from raport.errors import RaportError

MOST_DEPTH = 40
"""Texts of Telegram nest twice; what nests deeper than this is not one."""


class NotAChatError(RaportError):
    """These bytes are no export of a messenger that we know."""


@dataclass(frozen=True, slots=True)
class Line:
    """One message. `author`, `contact` and `at` as the messenger wrote them, empty where it did not; `files`
    are names of files that came with it.
    """

    text: str
    author: str = ""
    contact: str = ""
    at: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chat:
    """Messages in the order in which they stand, and the chat's name."""

    name: str
    lines: tuple[Line, ...]


def read_telegram(data: bytes) -> list[Chat]:
    """The chats of a `result.json`: one, or all of an account. Raises `NotAChatError`."""
    try:
        tree = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise NotAChatError("no JSON") from None
    if not isinstance(tree, dict):
        raise NotAChatError("no export of Telegram")
    chats = [c for c in _listed(tree) if isinstance(c.get("messages"), list)]
    if not chats:
        raise NotAChatError("no export of Telegram")
    read = [Chat(_word(c.get("name")), tuple(_lines(c["messages"]))) for c in chats]
    return [c for c in read if c.lines]


def read_pasted(text: str) -> list[Line]:
    """A text copied from a messenger; where no line looks like one, it is one message of nobody."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n \ufeff")
    lines: list[_Open] = []
    for row in text.split("\n"):
        begun = _begun(_MARKS.sub("", row))
        if begun is not None:
            lines.append(begun)
        elif lines:
            lines[-1].rows.append(row)
        else:
            lines.append(_Open("", "", [row]))
    said = [Line("\n".join(o.rows).strip("\n"), author=o.author, at=o.at) for o in lines]
    return [line for line in said if line.text.strip() or line.author]


@dataclass(slots=True)
class _Open:
    author: str
    at: str
    rows: list[str]


_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # WhatsApp writes the direction of writing
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[ \u00a0\u202f]?[AaPp]\.?[Mm]\.?)?"
_WHEN = rf"(?:{_DAY},?[ \u00a0]{_TIME}|{_TIME},[ \u00a0]{_DAY})"
_WHO = r"[^:\n]{1,80}?"
_FORMS = (
    re.compile(rf"\[\s?(?P<at>{_WHEN})\s?\] (?P<who>{_WHO}): ?(?P<text>.*)"),  # Telegram, WhatsApp, Viber
    re.compile(rf"(?P<at>{_WHEN}) [-\u2013\u2014] (?P<who>{_WHO}): ?(?P<text>.*)"),  # WhatsApp's export
    re.compile(rf"(?P<who>{_WHO}), \[(?P<at>{_WHEN})\]:?(?P<text>.*)"),  # Telegram, the text on the next row
    re.compile(rf"(?P<at>{_WHEN})[ \t]+(?P<who>[^:\n]{{1,60}}?): (?P<text>.*)"),  # Signal, Viber's export
)


def _begun(row: str) -> _Open | None:
    for form in _FORMS:
        found = form.fullmatch(row.strip())
        if found is not None:
            text = found["text"].strip()
            return _Open(found["who"].strip(), found["at"].strip(), [text] if text else [])
    return None


def _listed(tree: Mapping[str, object]) -> Iterator[Mapping[str, object]]:
    yield tree
    for key in ("chats", "left_chats"):
        part = tree.get(key)
        listed = part.get("list") if isinstance(part, dict) else None
        if isinstance(listed, list):
            yield from (c for c in listed if isinstance(c, dict))


_MEDIA = ("file", "photo")


def _lines(messages: object) -> Iterator[Line]:
    assert isinstance(messages, list)
    for message in messages:
        if not isinstance(message, dict) or message.get("type", "message") != "message":
            continue
        files = tuple(_file_name(message[k]) for k in _MEDIA if isinstance(message.get(k), str))
        text = _text(message.get("text"))
        contact = message.get("contact_information")
        if isinstance(contact, dict):
            text = " ".join(filter(None, (text, *(_word(v) for v in contact.values()))))
        if text or files:
            yield Line(
                text,
                author=_word(message.get("from")),
                contact=_word(message.get("from_id")),
                at=_word(message.get("date")),
                files=files,
            )


def _file_name(said: str) -> str:
    return said.replace("\\", "/").rpartition("/")[2]


def _text(value: object, depth: int = 0) -> str:
    """A string, or a list of strings and of entities with a text."""
    match value:
        case str():
            return _word(value)
        case list() if depth < MOST_DEPTH:
            return "".join(_text(v, depth + 1) for v in value)
        case dict() if depth < MOST_DEPTH:
            return _text(value.get("text"), depth + 1)
        case _:
            return ""


def _word(value: object) -> str:
    """A string without halves of letters, or nothing."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else ""
