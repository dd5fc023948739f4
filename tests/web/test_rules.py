"""Every address of the desk declares who may see it, or that it shows nothing of the vault."""

import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver
from django.views.static import serve

from raport.access import Action, Decision
from raport.app import vault
from raport.web.desk import guard
from raport.web.desk.guard import while_locked
from raport.web.desk.views import case, case_about, case_add
from tests.desk import Desk

# What is shown without a login: the way in, the lock, the language. A new one is thought over and added here.
OPEN = {
    "first/",
    "unlock/",
    "login/",
    "login/passkey/",
    "join/",
    "strength/",
    "demo/",
    "lock/",
    "i18n/setlang/",
}


def patterns(of: Any = None, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address with its view."""
    for one in (of or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from patterns(one, before + str(one.pattern))
        else:
            yield before + str(one.pattern), one


def undeclared(views: dict[str, Any]) -> list[str]:
    """Addresses whose view declares neither a rule nor that it works locked, or both."""
    return [
        address
        for address, view in views.items()
        if isinstance(getattr(view, "rule", None), Action) == bool(getattr(view, "while_locked", False))
    ]


def address_of(pattern: str) -> str:
    """The pattern with something in each gap that is not there."""
    filled = re.sub(r"<int:\w+>", "999999", pattern)
    return "/" + re.sub(r"<(?:str|slug|uuid|path):\w+>|<\w+>", "0" * 32, filled)


ALL: dict[str, Any] = {address: one.callback for address, one in patterns()}
RULED = {address: view for address, view in ALL.items() if address not in OPEN}


def test_no_view_is_without_a_rule() -> None:
    assert undeclared(ALL) == []
    assert len(ALL) > 30


def test_a_view_without_a_rule_would_be_found() -> None:
    assert undeclared({"bare/": serve, "open/": while_locked(lambda request: HttpResponse())}) == ["bare/"]


def test_only_the_way_in_works_without_the_vault() -> None:
    assert {address for address, view in ALL.items() if getattr(view, "while_locked", False)} == OPEN


def test_locked_each_shows_the_way_in_and_nothing_else(desk: Desk) -> None:
    vault.lock()
    anybody = Client(SERVER_NAME="127.0.0.1")

    for address in map(address_of, RULED):
        seen, sent = anybody.get(address), anybody.post(address, {"note": "typed"})
        assert (address, seen.status_code, seen.content) == (address, 302, b"")
        assert seen["Location"].startswith("/unlock/")
        assert sent.status_code == 403
        assert "typed" in sent.content.decode()


def test_a_stranger_to_the_open_desk_is_asked_who_he_is(desk: Desk) -> None:
    for address in map(address_of, RULED):
        answer = Client(SERVER_NAME="127.0.0.1").get(address)
        assert (address, answer.status_code, answer.content) == (address, 302, b"")
        assert answer["Location"].startswith("/login/")


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_sent_may_ask_for_more_than_what_is_looked_at(
    monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    asked: list[Action] = []
    monkeypatch.setattr(guard, "actor", lambda request: None)

    def may(actor: object, action: Action) -> Decision:
        asked.append(action)
        return Decision(allowed=True)

    monkeypatch.setattr(guard, "may", may)

    guard.rule(Action.READ, writes=Action.RECORD)(lambda request: HttpResponse())(
        getattr(RequestFactory(), method)("/")
    )

    assert asked == [Action.RECORD if method == "post" else Action.READ]


def test_no_page_of_a_case_writes_by_the_right_to_read() -> None:
    """What only reads takes no form: each view of a case that does so says by which right."""
    writes = {"people"}
    source = "".join(map(inspect.getsource, (case, case_about, case_add)))
    found = re.findall(
        r"@require_http_methods[^\n]*\n@rule\(Action\.READ(, writes=Action\.RECORD)?\)\ndef (\w+)", source
    )

    assert {name for declared, name in found if declared} == writes == {name for _, name in found}
