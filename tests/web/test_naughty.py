"""The big list of naughty strings through every field of every form, and as the names of files.

Pages are found by their links from a furnished desk, forms on the pages, fields in the forms: a new page
that is not met, or a field that is read and stands in no form, fails here. Each string is typed into one
field at a time. No answer is an error of ours; what was typed is kept word for word or stands in its field
again; nowhere is it markup. What a form did is taken back before the next.

`RAPORT_NAUGHTY_MINUTES` (soak) goes through every string until the time is over; else some are drawn.
"""

import html
import io
import json
import os
import random
import re
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urljoin

import pytest
from django.db import transaction
from django.http import HttpResponseBase
from django.http.multipartparser import MultiPartParser
from django.test import Client

from raport.adapters.keys import open_sealed
from raport.adapters.store.models import File, Kept, Leaving, Member, Setting
from raport.app.exhibits import exhibits
from raport.app.files import history, secrets_of
from raport.app.promises import promises_of
from raport.web.desk import fresh, taking
from tests.desk import Desk, Template, desk_from
from tests.passphrases import light
from tests.web.forms import Field, Form, crawl, forms_of, multipart, name_of, words_of
from tests.web.furnished import furnish
from tests.web.test_rules import patterns

HERE = Path(__file__).parent
STRINGS: list[str] = json.loads((HERE / "vendored" / "blns.json").read_text(encoding="utf-8"))
MARKUP = [s for s in STRINGS if re.search(r"<[a-zA-Z/!]", s)]
_ID = re.compile("[0-9a-f]{32}")
SEED = int(os.environ.get("RAPORT_NAUGHTY_SEED", "2019"))
MINUTES = float(os.environ.get("RAPORT_NAUGHTY_MINUTES", "0"))

NOT_MET = {
    "demo": "signs the one visitor of `raport desk --demo` in; nothing is typed",
    "enquiry-back": "a button on the page after an enquiry was closed; nothing is typed",
    "exhibit-view": "gives a picture",
    "first": "only where there is no vault: see below",
    "house-me-passkey": "sent by a script, the browser's own data: tests/web/test_passkeys.py",
    "join": "before the login: see below",
    "login": "before the login: see below",
    "login-passkey": "sent by a script, the browser's own data: tests/web/test_passkeys.py",
    "paper-page": "gives a picture",
    "search-again": "a button that stands where the index is empty; nothing is typed",
    "strength": "answers a script with a number: see below",
    "unlock": "before the login: see below",
}
"""Patterns that the walk does not come to, and why."""

KEPT_NOWHERE = {
    ("house-me-change", "old"): "a passphrase",
    ("house-me-change", "password"): "a passphrase",
    ("house-me-change", "again"): "a passphrase",
    ("house-keys", "old"): "a passphrase",
    ("house-keys", "passphrase"): "a passphrase",
    ("house-keys", "again"): "a passphrase",
    ("sheets-hand-over", "passphrase"): "a passphrase",
    ("sheets-hand-over", "again"): "a passphrase",
}
"""Fields whose words must not be seen again, and what they are."""
SAID_DAYS = ("on", "until")
"""Fields of days as people say them: what is kept is the day that was understood."""

NAMES_A_FILE = {
    ("exhibit-attach", "path"): "a place on this machine: a file that is there is taken in by its name"
}
"""Fields whose words need not be kept where they were understood, and why."""

READ_BY_NO_FORM = {
    "c{n}": "a column of a table, c0, c1 ...: sheets-map",
    "digits": "of the form that comes after the password is given: tests/web/test_members.py",
    "passkey": "a button beside a passkey: tests/web/test_passkeys.py",
    "person-{n}": "person-name, person-contacts, person-call-back: case-people",
    "visit": "a button beside another visit: tests/web/test_members.py",
    "{field.value}-own": "kind-own, date-own ...: paper-accept",
    "article": "a box beside an article that was read: tests/web/test_paper.py",
    "back": "of the page that asks a second time: tests/web/test_paper.py",
    "stop": "of the page that asks a second time: tests/web/test_paper.py",
    "kept": "of the enquiry's page, when its choice is made",
    "words": "the sentence that was shown, sent unseen with the consent",
}


@dataclass(frozen=True)
class Target:
    """One field of a form on a page, and the button that sends it."""

    page: str
    form: Form
    field: Field
    button: tuple[str, str] | None

    @property
    def named(self) -> tuple[str, str]:
        """The pattern it goes to, and the field's name; of fields such as `p:unit` their kind."""
        return name_of(self.form.action), self.field.name.partition(":")[0]


@dataclass(frozen=True)
class Walk:
    """A furnished desk, whose forms were found."""

    desk: Desk
    client: Client
    met: frozenset[str]
    fields: frozenset[str]
    targets: tuple[Target, ...]


@pytest.fixture(scope="module")
def walked(template: Template, tmp_path_factory: pytest.TempPathFactory) -> tuple[Template, Walk]:
    """The walk, done once: its vault as a template, and what it found."""
    folder = tmp_path_factory.mktemp("walked") / "vault"
    with pytest.MonkeyPatch.context() as monkeypatch, desk_from(template, folder) as desk:
        light(monkeypatch)
        client = desk.client()
        starts = furnish(desk)
        starts.append(client.post("/search/", {"q": "рапорт"})["Location"])
        met, fields = set(), set()
        targets: dict[tuple[str, ...], Target] = {}
        for page, text in crawl(client, starts, {"case-add": 200}):
            met.add(name_of(page))
            for form in forms_of(text, page):
                met.add(name_of(form.action))
                fields |= {f.name for f in form.fields} | {name for name, _ in form.buttons}
                for target in _targets(page, form):
                    key = (*target.named, form.method, *(target.button or ("", "")))
                    targets.setdefault(key, target)
        client.raise_request_exception = False
        fresh.wait()
        taking.wait()
    found = Walk(desk, client, frozenset(met), frozenset(fields), tuple(targets.values()))
    return replace(template, folder=folder), found


@pytest.fixture
def walk(walked: tuple[Template, Walk], tmp_path: Path) -> Iterator[Walk]:
    """On a copy of that vault, in the browser that walked."""
    furnished, found = walked
    with desk_from(furnished, tmp_path / "vault") as desk:
        yield replace(found, desk=desk)
        fresh.wait()
        taking.wait()


def _targets(page: str, form: Form) -> Iterator[Target]:
    buttons: list[tuple[str, str] | None] = [b for b in dict.fromkeys(form.buttons) if not _ID.search(b[1])]
    buttons = buttons or [None]
    for field in {f.name: f for f in form.fields if f.name != "csrfmiddlewaretoken"}.values():
        for button in buttons:
            yield Target(page, form, field, button)


def test_the_walk_meets_every_page_and_form_or_it_is_said_why_not(walk: Walk) -> None:
    names = {one.name for _, one in patterns() if one.name}

    assert names - walk.met - set(NOT_MET) == set()
    assert walk.met & set(NOT_MET) == set()


def test_every_name_that_a_view_reads_stands_in_some_form_that_was_met(walk: Walk) -> None:
    views = HERE.parents[1] / "src" / "raport" / "web" / "desk" / "views"
    read = re.compile(r"""(?:POST|FILES|typed)(?:\.get|\.getlist)?[\(\[]f?"([^"]+)\"""")
    before_login = {"vault.py"}
    names = {
        name
        for path in views.glob("*.py")
        if path.name not in before_login
        for name in read.findall(path.read_text(encoding="utf-8"))
    }

    assert len(names) > 40
    assert names - walk.fields - set(READ_BY_NO_FORM) == set()


def test_whatever_is_typed_into_any_field_is_kept_or_comes_back_escaped(walk: Walk) -> None:
    chance = random.Random(SEED)
    counts: Counter[str] = Counter()
    wrong = []
    for target, text in _tries(walk.targets, chance):
        trouble = tried(walk, target, text)
        counts["tries"] += 1
        if trouble:
            wrong.append((*target.named, target.button, text[:60], trouble))
    typed = {t.named for t in _typed(walk.targets)}
    print(
        f"seed {SEED}: {len(STRINGS)} strings, {len(typed)} fields that are typed into and "
        f"{len({t.named for t in walk.targets}) - len(typed)} others, {counts['tries']} tries, "
        f"{len(wrong)} wrong"
    )
    assert wrong == []
    assert len(typed) > 40


def test_whatever_a_file_is_called_it_is_taken_in_under_that_name(walk: Walk) -> None:
    chance = random.Random(SEED)
    targets = [t for t in walk.targets if t.field.kind == "file"]
    strings = STRINGS if MINUTES else chance.sample(STRINGS, 6)

    wrong = []
    for target in targets:
        for name in strings:
            trouble = brought(walk, target, name)
            if trouble:
                wrong.append((*target.named, name[:60], trouble))
    assert {t.named[0] for t in targets} == {
        "exhibit-attach",
        "exhibit-key",
        "inbox-drop",
        "enquiry-more",
        "letter-back",
        "letter-sent",
        "sheets-upload",
        "sheets-take-case",
        "templates-bring",
    }
    assert wrong == []


@pytest.mark.parametrize("address", ["/unlock/", "/login/", "/join/", "/first/", "/strength/"])
def test_before_the_login_nothing_that_is_typed_is_an_error_of_ours(desk: Desk, address: str) -> None:
    anybody = Client(SERVER_NAME="127.0.0.1")
    anybody.raise_request_exception = False
    page = anybody.get(address)
    forms = forms_of(page.content.decode(), address) if page.status_code == 200 else []
    names = {f.name for form in forms for f in form.fields} or {"passphrase", "words", "code", "name"}

    for text in random.Random(SEED).sample(STRINGS, 4):
        answer = anybody.post(address, dict.fromkeys(names, text))
        assert answer.status_code < 500, (address, text)
        assert not markup(answer, text), (address, text)


# --- one try ----------------------------------------------------------------------------------------------


def _tries(targets: tuple[Target, ...], chance: random.Random) -> Iterator[tuple[Target, str]]:
    """Some for each field that is typed into, one for each other; in soak all of them in a drawn order."""
    typed = _typed(targets)
    if MINUTES:
        end = time.monotonic() + 60 * MINUTES
        every = [(t, s) for t in targets for s in STRINGS]
        chance.shuffle(every)
        for one in every:
            if time.monotonic() > end:
                return
            yield one
    else:
        for target in targets:
            yield target, chance.choice(MARKUP)
            if target in typed:
                yield target, chance.choice(STRINGS)


def _typed(targets: tuple[Target, ...]) -> list[Target]:
    return [t for t in targets if t.field in t.form.typed()]


def tried(walk: Walk, target: Target, text: str) -> str:
    """What is wrong with the answer to this text in this field; empty where nothing is."""
    sent = target.form.filled(target.button)
    text = text[: target.field.most]
    sent[target.field.name] = [text]
    with taken_back():
        if target.form.method == "get":
            answer = walk.client.get(target.form.action, sent)
        elif target.form.files():
            body, kind = multipart(sent, {})
            answer = walk.client.generic("POST", target.form.action, body, kind)
        else:
            answer = walk.client.post(target.form.action, sent)
        return _trouble(walk, target, text, answer)


def brought(walk: Walk, target: Target, name: str) -> str:
    """The same for a file of this name."""
    parser = MultiPartParser({"CONTENT_TYPE": "multipart/form-data; boundary=b"}, io.BytesIO(), [])
    named = parser.sanitize_file_name(name.replace('"', "%22")) or ""
    sent = {k: v for k, v in target.form.filled(target.button).items() if k not in ("path", "text", "call")}
    body, kind = multipart(sent, {target.field.name: (name, b"1;2\n3;4\n")})
    with taken_back():
        answer = walk.client.generic("POST", target.form.action, body, kind)
        if answer.status_code >= 500:
            return f"an error of ours: {answer.status_code}"
        if answer.status_code != 302 or target.named[0].startswith("sheets-"):
            return "markup" if markup(answer, name) else ""
        lost = bool(named) and squeezed(named) not in squeezed(held(walk.desk))
        return f"the name was lost: {named!r}" if lost else ""


def _trouble(walk: Walk, target: Target, text: str, answer: HttpResponseBase) -> str:
    if answer.status_code >= 500:
        return f"an error of ours: {answer.status_code}"
    seen = [answer]
    if answer.status_code == 302:
        seen.append(walk.client.get(urljoin(target.form.action, answer["Location"])))
        if seen[-1].status_code >= 500:
            return f"an error of ours on the next page: {seen[-1].status_code}"
    if any(markup(one, text) for one in seen):
        return "it came back as markup"
    if target.field not in target.form.typed() or answer.status_code == 404 or not squeezed(text):
        return ""
    shown = squeezed("\n".join(words_of(content(one)) for one in seen))
    if target.named in KEPT_NOWHERE:
        return "it came back" if len(text) > 12 and squeezed(text) in shown else ""
    if squeezed(text) in shown or squeezed(text) in squeezed(held(walk.desk)):
        return ""
    if target.field.name in SAID_DAYS and re.fullmatch(r"\s*[-\N{EN DASH}\N{EM DASH}]+\s*", text):
        return ""  # a dash in place of a day says that it is not known, and is kept as that
    if target.named in NAMES_A_FILE and squeezed(Path(text).name) in squeezed(held(walk.desk)):
        return ""
    again = walk.client.get(target.page)
    if squeezed(text) in squeezed(words_of(content(again))) and not markup(again, text):
        return ""
    return f"it was lost ({answer.status_code})"


class taken_back:  # noqa: N801 - reads as a word of the test
    """What is done inside is undone at its end."""

    def __enter__(self) -> None:
        self.atomic = transaction.atomic()
        self.atomic.__enter__()

    def __exit__(self, *_: object) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)


def content(answer: HttpResponseBase) -> str:
    """A page's text as it was sent; nothing of what is no page."""
    if answer.streaming or not answer.headers.get("Content-Type", "").startswith("text/html"):
        return ""
    return str(answer.content.decode())  # type: ignore[attr-defined] # every answer that is not streamed has it


def markup(answer: HttpResponseBase, text: str) -> bool:
    """Whether what was typed stands in the page as it was typed, though it has signs of markup in it."""
    return html.escape(text) != text and "<" in text and text in content(answer)


def squeezed(text: str) -> str:
    """The same without the difference between one space and several, or line breaks: a form may trim."""
    return " ".join(text.split())


def held(desk: Desk) -> str:
    """All that the desk holds, opened."""
    me = desk.boris.member
    found: list[object] = []
    for file in File.objects.values_list("id", flat=True):
        found += [a.piece.value for a in history(file, me)]
        found += [(e.title, e.given_by, e.note) for e in exhibits(file, me)]
        found += [p.words for p in promises_of(file, me)]
    for leaving in Leaving.objects.exclude(to=None):
        for secret in secrets_of(leaving.file_id, me)[2]:
            found.append(open_sealed(bytes(leaving.to or b""), secret).decode())
    for model, column in ((Member, "name"), (Kept, "name"), (Kept, "value"), (Setting, "value")):
        found += list(model.objects.values_list(column, flat=True))
    return "\n".join(text for one in found for text in _strings(one))


def _strings(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for key, inner in value.items():
                yield str(key)
                yield from _strings(inner)
        case list() | tuple():
            for inner in value:
                yield from _strings(inner)
        case _:
            return
