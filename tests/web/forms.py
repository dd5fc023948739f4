"""The forms of a page as a browser finds and sends them; the pages of the desk, found by their links."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin, urlsplit

from django.http import HttpResponseBase
from django.test import Client
from django.urls import Resolver404, resolve

TYPED = {"text", "search", "tel", "email", "url", "password", "number", "date", "textarea"}
"""Kinds of field in which one types."""


@dataclass(slots=True)
class Field:
    """A field with the value it would be sent with; `choices` of a list or of radio buttons."""

    name: str
    kind: str
    value: str = ""
    sent: bool = True
    required: bool = False
    choices: list[str] = field(default_factory=list)
    most: int | None = None  # letters that a browser lets in


@dataclass(slots=True)
class Form:
    """A form: where it goes and what is in it. `buttons`: names and values, one of which is sent."""

    action: str
    method: str
    fields: list[Field] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def typed(self) -> list[Field]:
        """The fields in which one types."""
        return [f for f in self.fields if f.kind in TYPED]

    def files(self) -> list[Field]:
        """The fields for files."""
        return [f for f in self.fields if f.kind == "file"]

    def filled(self, button: tuple[str, str] | None) -> dict[str, list[str]]:
        """What is sent when nothing is changed but that what is required is filled, and a button pressed."""
        sent: dict[str, list[str]] = {}
        for one in self.fields:
            if one.kind == "file" or not (one.sent or one.required):
                continue
            if one.kind in ("radio", "checkbox") and not one.sent and sent.get(one.name):
                continue
            value = one.value
            if one.required and not value:
                value = next((c for c in one.choices if c), "24.11.2026" if _is_day(one) else "слово")
            sent.setdefault(one.name, []).append(value)
        if button is not None and button[0]:
            sent.setdefault(button[0], []).append(button[1])
        return sent


def forms_of(html: str, address: str) -> list[Form]:
    """Every form of a page."""
    reader = _Reader(address)
    reader.feed(html)
    return reader.forms


def words_of(html: str) -> str:
    """What is read on a page: its text and the values of its fields, nothing escaped."""
    reader = _Reader("")
    reader.feed(html)
    values = [f.value for form in reader.forms for f in form.fields]
    return "\n".join([*reader.text, *values])


def name_of(address: str) -> str:
    """The name of the address pattern it belongs to; empty where it belongs to none."""
    try:
        return resolve(urlsplit(address).path).url_name or ""
    except Resolver404:
        return ""


def crawl(client: Client, starts: Iterable[str], most: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """Every page that can be got from these by links and lists to choose from (each choice once), with its
    text; of one pattern no more than six, or than `most` says.
    """
    waiting, seen = list(starts), set(starts)
    chosen: set[tuple[str, str]] = set()
    of_a_kind: Counter[str] = Counter()
    while waiting:
        address = waiting.pop(0)
        if "?" not in address and of_a_kind[name_of(address)] >= most.get(name_of(address), 6):
            continue
        answer = client.get(address)
        if answer.status_code == 302:
            there = urljoin(address, answer["Location"])
            if there not in seen:
                seen.add(there)
                waiting.insert(0, there)
        if answer.status_code != 200 or not _is_page(answer):
            continue
        of_a_kind[name_of(address)] += 1
        html = answer.content.decode()
        yield address, html
        for query, there in _choices(html, address):
            if (name_of(there), query) not in chosen:
                chosen.add((name_of(there), query))
                waiting.append(there)
        for there in _links(html, address):
            if there.startswith("/") and not there.startswith("/static/") and there not in seen:
                seen.add(there)
                waiting.append(there)


def _links(html: str, address: str) -> Iterator[str]:
    for link in re.findall(r'href="([^"#]+)', html):
        yield urljoin(address, link.replace("&amp;", "&"))


def _choices(html: str, address: str) -> Iterator[tuple[str, str]]:
    """What a list of a form that asks leads to: the choice as a query, and its address."""
    for form in forms_of(html, address):
        if form.method == "get":
            for one in form.fields:
                for choice in one.choices:
                    query = urlencode({one.name: choice})
                    yield query, f"{urlsplit(form.action).path}?{query}"


def multipart(values: Mapping[str, list[str]], files: Mapping[str, tuple[str, bytes]]) -> tuple[bytes, str]:
    """A form with files as browsers send it, whatever is in the names."""
    boundary = "----raport-form-boundary"
    parts = []
    for name, many in values.items():
        parts += [(f'name="{_quoted(name)}"', v.encode("utf-8", "replace")) for v in many]
    for name, (filename, data) in files.items():
        parts.append((f'name="{_quoted(name)}"; filename="{_quoted(filename)}"', data))
    lines = [
        f"--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode("utf-8", "replace")
        + body
        + b"\r\n"
        for head, body in parts
    ]
    return b"".join([*lines, f"--{boundary}--\r\n".encode()]), f"multipart/form-data; boundary={boundary}"


def _quoted(name: str) -> str:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")


def _is_page(answer: HttpResponseBase) -> bool:
    return answer.headers.get("Content-Type", "").startswith("text/html") and not answer.streaming


def _is_day(one: Field) -> bool:
    return one.kind == "date" or one.name in ("on", "due", "first", "last")


class _Reader(HTMLParser):
    """Reads forms, the text, and what is chosen."""

    def __init__(self, address: str) -> None:
        super().__init__(convert_charrefs=True)
        self.address = address
        self.forms: list[Form] = []
        self.text: list[str] = []
        self._form: Form | None = None
        self._area: Field | None = None
        self._list: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        of = {k: v or "" for k, v in attrs}
        if tag == "form":
            self._form = Form(urljoin(self.address, of.get("action", "")), of.get("method", "get").lower())
            self.forms.append(self._form)
        form = self._form
        if form is None:
            return
        if tag == "input":
            _add_input(form, of, dict(attrs))
        elif tag == "button" and of.get("type", "submit") == "submit":
            form.buttons.append((of.get("name", ""), of.get("value", "")))
        elif tag == "textarea" and "name" in of:
            most = int(of["maxlength"]) if "maxlength" in of else None
            self._area = Field(of["name"], "textarea", required="required" in dict(attrs), most=most)
            form.fields.append(self._area)
        elif tag == "select" and "name" in of:
            self._list = Field(of["name"], "select", required="required" in dict(attrs))
            form.fields.append(self._list)
        elif tag == "option" and self._list is not None:
            self._list.choices.append(of.get("value", ""))
            if "selected" in dict(attrs) or len(self._list.choices) == 1:
                self._list.value = of.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "textarea":
            if self._area is not None:  # a browser takes the first line break away
                self._area.value = self._area.value.removeprefix("\n")
            self._area = None
        elif tag == "select":
            self._list = None

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._area.value += data
        else:
            self.text.append(data)


def _add_input(form: Form, of: dict[str, str], attrs: dict[str, str | None]) -> None:
    kind = of.get("type", "text")
    if kind == "submit":
        form.buttons.append((of.get("name", ""), of.get("value", "")))
    elif of.get("name"):
        choice = kind in ("checkbox", "radio")
        value = of.get("value", "on" if choice else "")
        sent, most = not choice or "checked" in attrs, int(of["maxlength"]) if "maxlength" in of else None
        form.fields.append(Field(of["name"], kind, value, sent, "required" in attrs, [value], most))
