"""Hostile files and words through the front door: nothing breaks, nothing is served as a page."""

import io
import zipfile
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from django.test import Client
from PIL import Image

from raport.app import exhibits as use
from raport.app.open_case import open_case
from tests.desk import Desk

NAUGHTY = [
    "../../../etc/passwd",
    "..\\..\\windows\\system32\\cmd.exe",
    "/etc/passwd",
    "C:\\autoexec.bat",
    "CON",
    "nul.txt",
    ".htaccess",
    "a" * 500 + ".jpg",
    "й" * 500,
    "photo\u202egpj.exe",
    "\u2066\u2067a\u2069.pdf",
    "a\0b.jpg",
    "a\u0007\u001b[31mred.txt",
    "a\r\nSet-Cookie: a=b.txt",
    '"><script>alert(1)</script>.jpg',
    "'; DROP TABLE exhibit; --.jpg",
    "{{ 7|add:7 }}{% now 'Y' %}.txt",
    "%00%0d%0a%2e%2e%2f.jpg",
    "%s%n%d{0}{}.txt",
    '=HYPERLINK("http://example.org")',
    "-2+3+cmd|' /C calc'!A0",
    "\ufeffbom.txt",
    "\ufffe\uffff.txt",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467.png",
    "Z\u0351\u036b\u0343a\u0363\u0368lgo.jpg",
    "\u0600\u0601 \u061c.txt",
    "ﷺ.pdf",
    "   .txt",
    "javascript:alert(1)",
    "x" * 300 + "." + "y" * 300,
    "${jndi:ldap://example.org/a}.log",
    "<img src=x onerror=alert(1)>",
    "&lt;b&gt;&amp;.txt",
]


OURS = {"/static/desk/keys.js", "/static/desk/access.js"}
"""The scripts of every page."""


class Tags(HTMLParser):
    """What a page would do: scripts, handlers, styles in attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.harm: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        harmless = tag == "script" and dict(attrs).get("src") in OURS
        if tag in ("script", "iframe", "object", "embed") and not harmless:
            self.harm.append(tag)
        self.harm += [name for name, _ in attrs if name.startswith("on") or name == "style"]
        self.harm += [str(v) for name, v in attrs if name in ("href", "src") and "script:" in (v or "")]


def harm(page: str) -> list[str]:
    tags = Tags()
    tags.feed(page)
    return tags.harm


@pytest.fixture
def case(desk: Desk) -> str:
    return open_case("ru", desk.boris).id


def send(client: Client, case: str, name: bytes, data: bytes, **typed: str) -> str | None:
    """A form as its raw bytes, so that the file name comes as it is; the exhibit's page."""
    parts = [
        f'--edge\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode(
            "utf-8", "replace"
        )
        for key, value in typed.items()
    ]
    parts.append(b'--edge\r\nContent-Disposition: form-data; name="file"; filename="' + name + b'"\r\n\r\n')
    body = b"".join(parts) + data + b"\r\n--edge--\r\n"
    answer = client.generic(
        "POST", f"/exhibit/of/{case}/", body, content_type="multipart/form-data; boundary=edge"
    )
    assert answer.status_code in (302, 422)
    return answer.headers.get("Location")


def test_naughty_words_in_every_field_break_nothing(boris: Client, desk: Desk, case: str) -> None:
    for words in NAUGHTY:
        # as browsers write a name into the head of a part; Django reads heads of up to 1024 bytes
        name = words.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22").encode("utf-8", "replace")
        name = name[:900]

        page = send(boris, case, name, b"bytes", given_by=words, note=words)

        if page is None:
            continue  # a name that Django takes for none: the form came back
        shown = boris.get(page)
        assert shown.status_code == 200, words
        assert harm(shown.text) == [], words
        view = boris.get(f"{page}view")
        assert view.headers["Content-Disposition"].startswith('inline; filename="x')
    taken = use.exhibits(case, desk.boris.member)
    assert len(taken) >= len(NAUGHTY) - 3
    assert harm(boris.get(f"/case/{case}/").text) == []
    assert all(p.parent == desk.vault.objects for p in desk.vault.folder.rglob("*") if len(p.name) == 32)
    for one in taken:
        assert not set("\0\r\n\u202e\u2066\u001b/\\") & set(one.title)
        assert len(one.title) <= use.LONGEST_NAME


def test_naughty_words_are_kept_as_they_came(boris: Client, desk: Desk, case: str) -> None:
    for words in NAUGHTY:
        use.take_in(case, words, io.BytesIO(b"a"), desk.boris, given_by=words, note=words)

    kept = [(e.given_by, e.note) for e in use.exhibits(case, desk.boris.member)]
    assert kept == [(w, w) for w in NAUGHTY]


def test_half_letters_are_taken_too(desk: Desk, case: str) -> None:
    taken = use.take_in(case, "a\ud800.txt", io.BytesIO(b"a"), desk.boris, note="\udfff")

    assert (taken.title, taken.note) == ("a?.txt", "?")


def test_a_file_name_that_no_browser_sends_is_answered_and_nothing_is_taken(
    boris: Client, desk: Desk, case: str
) -> None:
    for name, status in ((b"\xff\xfe\x80.jpg", 422), ("й".encode() * 2000, 400)):
        head = b'--edge\r\nContent-Disposition: form-data; name="file"; filename="' + name
        body = head + b'"\r\n\r\nbytes\r\n--edge--\r\n'
        answer = boris.generic(
            "POST", f"/exhibit/of/{case}/", body, content_type="multipart/form-data; boundary=edge"
        )
        assert answer.status_code == status
    assert use.exhibits(case, desk.boris.member) == []


def picture(form: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 40), "red").save(out, form)
    return out.getvalue()


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr("../../evil", bytes(10 << 20))
    return out.getvalue()


SCRIPT = b"<script>alert(document.cookie)</script>"

FILES: dict[str, Callable[[], bytes]] = {
    "page.html": lambda: b"<!doctype html><html>" + SCRIPT,
    "picture.svg": lambda: b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">' + SCRIPT + b"</svg>",
    "page.jpg": lambda: b"<html>" + SCRIPT,
    "both.jpg": lambda: picture("JPEG") + SCRIPT + archive(),
    "both.gif": lambda: picture("GIF") + b"/*" + SCRIPT,
    "script.txt": lambda: SCRIPT,
    "text.txt": lambda: "слова ".encode() + SCRIPT,
    "bomb.zip": archive,
    "program.exe": lambda: b"MZ" + bytes(1000),
    "sound.mp3": lambda: b"ID3\3\0\0\0\0\0\0" + SCRIPT,
    "video.webm": lambda: b"\x1a\x45\xdf\xa3" + SCRIPT,
    "broken.pdf": lambda: b"%PDF-1.7\n" + SCRIPT,
    "script.xml": lambda: b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>" + SCRIPT,
    "empty": lambda: b"",
}
INERT = {"image/jpeg", "text/plain; charset=utf-8", "audio/mpeg", "video/webm"}


@pytest.mark.parametrize("name", FILES)
def test_no_bytes_from_outside_are_served_as_a_page(boris: Client, case: str, name: str) -> None:
    page = send(boris, case, name.encode(), FILES[name]())
    assert page is not None

    shown, view = boris.get(page), boris.get(f"{page}view")

    assert shown.status_code == 200
    assert harm(shown.text) == []
    if view.status_code == 200:
        assert view.headers["Content-Type"] in INERT
        assert "sandbox" in view.headers["Content-Security-Policy"]
        assert view.headers["X-Content-Type-Options"] == "nosniff"
    else:
        assert view.status_code == 404
        assert harm(view.text) == []


@pytest.mark.parametrize("name", ["both.jpg", "both.gif", "page.jpg"])
def test_what_pretends_is_named_as_doubtful(boris: Client, case: str, name: str) -> None:
    page = send(boris, case, name.encode(), FILES[name]())
    assert page is not None

    assert "Сомнительный файл" in boris.get(page).text
    assert "сомнительный файл" in boris.get(f"/case/{case}/").text


def test_a_broken_form_is_answered_and_not_a_failure(boris: Client, case: str) -> None:
    for body in (b"", b"--edge", b"--edge\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\nx"):
        answer = boris.generic(
            "POST", f"/exhibit/of/{case}/", body, content_type="multipart/form-data; boundary=edge"
        )
        assert answer.status_code in (302, 400, 422)
