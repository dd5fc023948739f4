"""A letter saved as EML: who wrote, when, what, with which attachments.

Nothing in a letter is believed and nothing in it is fatal: what cannot be read is left out, and the file
itself is kept beside it.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr
from html.parser import HTMLParser

from raport.adapters.mail.inside import letters_inside
from raport.errors import RaportError

MOST_PARTS = 500
"""Parts of one letter that are looked at."""

_OLD_HEADER = re.compile(rb"^([!-9;-~]+)[ \t]+:", re.MULTILINE)  # RFC 822 allowed a space before the colon


class NotALetterError(RaportError):
    """These bytes are no letter, or one that nests without end."""


@dataclass(frozen=True, slots=True)
class Attached:
    """What came with a letter. `name` as it was given, or one made from its kind."""

    name: str
    media: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter: `author`, `address` and `at` are claims of its header."""

    author: str
    address: str
    at: str
    subject: str
    text: str
    attached: tuple[Attached, ...]


def read_letter(data: bytes) -> Letter:
    """Raises `NotALetterError`, and nothing else whatever the bytes are."""
    try:
        head, between, body = data.partition(b"\r\n\r\n" if b"\r\n\r\n" in data else b"\n\n")
        message = message_from_bytes(_OLD_HEADER.sub(rb"\1:", head) + between + body)
        if not message.keys():
            raise NotALetterError("it has no header")
        return _letter(message, _inside(data))
    except NotALetterError:
        raise
    except Exception as error:  # noqa: BLE001 - hostile bytes: the standard parser promises nothing
        raise NotALetterError(f"not to be read: {type(error).__name__}") from None


def _inside(data: bytes) -> Sequence[bytes]:
    with suppress(Exception):  # as below: hostile bytes
        return letters_inside(data)
    return ()


def _letter(message: Message, inside: Sequence[bytes]) -> Letter:
    author, address = parseaddr(_header(message, "From"))
    texts: list[str] = []
    html: list[str] = []
    attached: list[Attached] = []
    leaves = list(_leaves(message))
    as_they_stand = iter(inside if len(inside) == sum(_is_letter(part) for part in leaves) else ())
    for n, part in enumerate(leaves):
        media = part.get_content_type()
        name = _name(part)
        is_file = bool(name) or _disposition(part) == "attachment"
        if media == "text/plain" and not is_file:
            texts.append(_text(part))
        elif media == "text/html" and not is_file:
            html.append(_without_tags(_text(part)))
        else:
            data = next(as_they_stand, b"") if _is_letter(part) else b""
            attached.append(Attached(name or f"{n}.{_ending(media)}", media, data or _bytes(part)))
    text = "\n\n".join(t.strip() for t in texts if t.strip()) or "\n\n".join(html)
    return Letter(
        _clean(author), _clean(address), _header(message, "Date"), _header(message, "Subject"),
        _clean(text).strip(), tuple(attached),
    )  # fmt: skip


def _leaves(message: Message) -> Iterator[Message]:
    """Parts that hold something; a letter inside a letter is one."""
    waiting = [message]
    for _ in range(MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        inner = part.get_payload()
        if isinstance(inner, list) and not _is_letter(part):
            waiting[:0] = [p for p in inner if isinstance(p, Message)]
        else:
            yield part


def _is_letter(part: Message) -> bool:
    return part.get_content_type() == "message/rfc822"


def _bytes(part: Message) -> bytes:
    inner = part.get_payload()
    if isinstance(inner, list):  # a letter inside
        return b"\r\n".join(_as_bytes(p) for p in inner if isinstance(p, Message))
    decoded = part.get_payload(decode=True)
    return decoded if isinstance(decoded, bytes) else b""


def _as_bytes(message: Message) -> bytes:
    try:
        return message.as_bytes()
    except Exception:  # noqa: BLE001 - a header that cannot be written again: as it was read
        rows = [f"{k}: {v}" for k, v in message.items()]
        return "\r\n".join([*rows, "", str(message.get_payload())]).encode("utf-8", "replace")


def _text(part: Message) -> str:
    stated = ""
    with suppress(Exception):  # a parameter that is encoded twice
        stated = part.get_content_charset() or ""
    return decode(_bytes(part), stated)


def decode(data: bytes, stated: str = "") -> str:
    """The text of bytes: in the charset that is stated if it fits, else in UTF-8, else in that of the two
    old Russian ones in which it reads like a text.
    """
    for charset in (stated, "utf-8"):
        if charset and charset.casefold() not in ("us-ascii", "ascii"):
            with suppress(LookupError, UnicodeError, ValueError):
                return data.decode(charset)
    return max((data.decode(c, "replace") for c in ("cp1251", "koi8-r", "cp866")), key=_looks_russian)


def _looks_russian(text: str) -> int:
    """Small Russian letters for, capitals inside words and signs of boxes against."""
    small = sum("\u0430" <= c <= "\u044f" for c in text)
    odd = len(re.findall("(?<=[\u0430-\u044f])[\u0410-\u042f]|[\u2500-\u259f\u0400-\u040f\ufffd]", text))
    return small - 3 * odd


def _header(message: Message, name: str) -> str:
    raw = message.get(name)
    if raw is None:
        return ""
    text = str(raw)
    if not any("\ud800" <= c <= "\udfff" or c == "\ufffd" for c in text) and "=?" not in text:
        return _clean(" ".join(text.split()))
    with suppress(HeaderParseError, ValueError, LookupError):
        parts = [
            decode(p, c or "") if isinstance(p, bytes) else p for p, c in decode_header(_raw(message, name))
        ]
        return _clean(" ".join("".join(parts).split()))
    return _clean(" ".join(text.split()))


def _raw(message: Message, name: str) -> str:
    """A header as it was written; letters outside ASCII that were not encoded, by their bytes."""
    value = next((str(v) for k, v in message.raw_items() if k.casefold() == name.casefold()), "")
    data = value.encode("utf-8", "surrogateescape")
    return value if data.isascii() else decode(data)


def _name(part: Message) -> str:
    with suppress(Exception):  # a parameter in a charset that is none
        name = part.get_filename() or ""
        if "=?" in name:
            name = "".join(decode(p, c or "") if isinstance(p, bytes) else p for p, c in decode_header(name))
        data = name.encode("utf-8", "surrogateescape")
        return _clean(" ".join((name if data.isascii() else decode(data)).split()))
    return "?"


def _disposition(part: Message) -> str:
    with suppress(Exception):  # as for the name
        return part.get_content_disposition() or ""
    return ""


def _ending(media: str) -> str:
    kind = media.rpartition("/")[2]
    return {"rfc822": "eml", "plain": "txt", "jpeg": "jpg"}.get(
        kind, kind if re.fullmatch(r"[a-z0-9]{1,8}", kind) else "bin"
    )


def _clean(text: str) -> str:
    """Without halves of letters and signs that no text has."""
    whole = text.encode("utf-8", "replace").decode()
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", "", whole.replace("\r\n", "\n").replace("\r", "\n"))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as the parser calls it
        if tag in ("script", "style", "head", "title"):
            self.hidden += tag != "head"
        elif tag in ("br", "p", "div", "tr", "li", "blockquote"):
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "title"):
            self.hidden = max(0, self.hidden - 1)

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def _without_tags(html: str) -> str:
    reader = _Words()
    reader.feed(html)
    reader.close()
    rows = (" ".join(row.split()) for row in "".join(reader.words).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(rows)).strip()
