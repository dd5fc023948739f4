"""What is dropped in, as messages and files: pasted text, a call in one line, exports, letters, anything.

A file whose form is known gives messages; it is kept whole besides, with every other file.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from raport.adapters.chats import Line, NotAChatError, read_pasted, read_telegram
from raport.adapters.mail import NotALetterError, read_letter

CHAT, CALL, TELEGRAM, MAIL, FILES = "chat", "call", "telegram", "mail", "files"

MOST_READ = 32 * 1024 * 1024
"""Bytes of one file that are looked into for messages; a larger file is kept and not looked into."""
AT_ONCE = 50
"""Messages of one piece."""


@dataclass(frozen=True, slots=True)
class Came:
    """A file that was dropped in, under the name it had."""

    name: str
    stream: BinaryIO


@dataclass(frozen=True, slots=True)
class Message:
    """Some messages that came together by one way."""

    channel: str
    lines: tuple[Line, ...]


@dataclass(slots=True)
class Parcel:
    """What makes one enquiry."""

    messages: list[Message] = field(default_factory=list)
    files: list[Came] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing came."""
        return not self.messages and not self.files


def read_drop(text: str, call: str, files: Iterable[Came]) -> list[Parcel]:
    """The parcels of one drop: one, or one for each chat of an account's export. Nothing is left out."""
    first = Parcel()
    if lines := read_pasted(text):
        first.messages += _by_parts(CHAT, lines)
    if call.strip():
        first.messages.append(Message(CALL, (Line(call.strip()),)))
    more: list[Parcel] = []
    loose: list[Came] = []
    for came in files:
        chats = _chats_of(came)
        for chat in chats:
            more.append(Parcel(_by_parts(TELEGRAM, chat)))
        if chats:
            more[-len(chats)].files.append(came)  # the export itself, with the first of its chats
        else:
            loose += _letter_of(came, first)
    if first.is_empty and more:
        first = more.pop(0)
    for came in loose:
        _home_of(came, [first, *more]).files.append(came)
    return [p for p in (first, *more) if not p.is_empty]


def _chats_of(came: Came) -> list[Sequence[Line]]:
    ending = came.name.casefold().rpartition(".")[2]
    if ending not in ("json", "txt"):
        return []
    data = _beginning(came)
    if data is None:
        return []
    if ending == "json":
        try:
            return [chat.lines for chat in read_telegram(data)]
        except NotAChatError:
            return []
    try:
        lines = read_pasted(data.decode("utf-8-sig"))
    except UnicodeError:
        return []
    return [lines] if any(line.author for line in lines) else []


def _letter_of(came: Came, parcel: Parcel) -> list[Came]:
    """The file itself, and where it is a letter what was attached to it; its text goes to the parcel."""
    if not came.name.casefold().endswith(".eml"):
        return [came]
    data = _beginning(came)
    if data is None:
        return [came]
    try:
        letter = read_letter(data)
    except NotALetterError:
        return [came]
    names = tuple(a.name for a in letter.attached)
    text = "\n\n".join(filter(None, (letter.subject, letter.text)))
    line = Line(text, author=letter.author, contact=letter.address, at=letter.at, files=names)
    parcel.messages.append(Message(MAIL, (line,)))
    return [came, *(Came(a.name, io.BytesIO(a.data)) for a in letter.attached if a.data)]


def _home_of(came: Came, parcels: Sequence[Parcel]) -> Parcel:
    """The parcel one of whose messages names the file, else the first."""
    name = came.name.replace("\\", "/").rpartition("/")[2]
    for parcel in parcels:
        if any(name in line.files for m in parcel.messages for line in m.lines):
            return parcel
    return parcels[0]


def _by_parts(channel: str, lines: Sequence[Line]) -> list[Message]:
    return [Message(channel, tuple(lines[n : n + AT_ONCE])) for n in range(0, len(lines), AT_ONCE)]


def _beginning(came: Came) -> bytes | None:
    """All of a file, put back to its beginning; None where it is too large to look into."""
    data = came.stream.read(MOST_READ + 1)
    came.stream.seek(0)
    return data if len(data) <= MOST_READ else None
