"""Passkeys through the pages: asked of a browser, shown with the password, held to a session and address."""

import re
from typing import Any

import pytest
from django.test import Client

from raport.adapters.store import members as store
from raport.adapters.store.models import Passkey
from raport.app import tries, vault
from raport.web.desk import visits
from tests.app.filled import joined
from tests.app.softkey import SoftKey
from tests.desk import PASSPHRASE, Desk, client_of

PASSWORD = "лошадь верно батарея"  # noqa: S105 - of a vault thrown away


@pytest.fixture(autouse=True)
def no_tries_yet() -> None:
    tries._tried.clear()


def browser(name: str = "localhost") -> Client:
    return Client(SERVER_NAME=name)


@pytest.fixture
def who(desk: Desk) -> str:
    """Boris's id; he has a password, and Clara is at the desk too."""
    joined(desk, "Клара")
    client = client_of(desk.boris.member)
    client.post("/house/me/change/", {"do": "password", "password": PASSWORD, "again": PASSWORD})
    return desk.boris.member


@pytest.fixture
def his(who: str) -> Client:
    """Boris's browser, at the desk's name."""
    client = client_of(who)
    client.defaults["SERVER_NAME"] = "localhost"
    return client


def asked(client: Client, name: str = "связка", password: str = PASSWORD) -> dict[str, Any]:
    answer = client.post("/house/me/passkey/", {"name": name, "old": password})
    assert answer.status_code == 200, answer.content.decode()
    made: dict[str, Any] = answer.json()["make"]
    return made


def enrol(client: Client, key: SoftKey, name: str = "связка") -> str:
    """The page after a passkey was made."""
    answer = client.post(
        "/house/me/change/", {"do": "keep-passkey", "answer": key.make(asked(client, name))}, follow=True
    )
    assert answer.status_code == 200
    return answer.content.decode()


def shown(client: Client, who: str, key: SoftKey) -> str:
    """What his device answers to the login's question."""
    return key.show(client.post("/login/passkey/", {"who": who}).json()["show"])


def login(client: Client, who: str, answer: str, password: str = PASSWORD) -> int:
    typed = {"who": who, "password": password, "answer": answer}
    return int(client.post("/login/", typed).status_code)


def test_a_passkey_is_made_named_and_shown_at_the_login(his: Client, who: str) -> None:
    key = SoftKey()
    page = enrol(his, key)

    assert "связка" in page
    assert len(re.findall(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", page)) == 10
    new = browser()
    assert login(new, who, shown(new, who, key)) == 302
    assert "последний вход с ним" in new.get("/house/me/").content.decode()
    assert "Ключей доступа: 1" in new.get("/house/").content.decode()


def test_an_answer_is_taken_once_and_by_the_session_that_was_asked(his: Client, who: str) -> None:
    key = SoftKey()
    enrol(his, key)
    one, other = browser(), browser()
    answer = shown(one, who, key)

    assert login(other, who, answer) == 422
    assert login(one, who, answer) == 302
    assert login(one, who, answer) == 422


def test_a_failed_login_ends_the_challenge(his: Client, who: str) -> None:
    key = SoftKey()
    enrol(his, key)
    new = browser()
    answer = shown(new, who, key)

    assert login(new, who, answer, "не тот пароль") == 422
    assert login(new, who, answer) == 422
    assert login(new, who, shown(new, who, key)) == 302


def test_the_origin_is_the_port_the_desk_listens_at_whatever_the_host_says(his: Client, who: str) -> None:
    key = SoftKey()
    enrol(his, key)
    key.origin = "http://localhost:9999"  # a program of that port relays what the desk asked
    new = browser()
    answer = shown(new, who, key)

    relayed = new.post(
        "/login/",
        {"who": who, "password": PASSWORD, "answer": answer},
        HTTP_HOST="localhost:9999",
        HTTP_ORIGIN="http://localhost:9999",
    )
    assert relayed.status_code == 422


def test_the_two_addresses_of_the_desk_are_strangers_to_each_other(his: Client, who: str) -> None:
    typed = {"name": "связка", "old": PASSWORD}

    assert his.post("/house/me/passkey/", typed, HTTP_ORIGIN="http://127.0.0.1").status_code == 403
    assert his.post("/house/me/passkey/", typed, HTTP_SEC_FETCH_SITE="same-site").status_code == 403
    assert his.post("/house/me/passkey/", typed, HTTP_ORIGIN="http://localhost").status_code == 200


def test_at_the_bare_address_the_page_says_where_passkeys_work(who: str) -> None:
    page = client_of(who).get("/house/me/").content.decode()

    assert "http://localhost/" in page
    assert "passkeys.js" not in page
    assert "data-ask" not in page


def test_without_scripts_the_page_says_what_is_asked_instead(his: Client, who: str) -> None:
    enrol(his, SoftKey())

    for page in (his.get("/house/me/"), browser().get("/login/")):
        assert "Ключу доступа нужны сценарии" in page.content.decode()


def test_where_nobody_has_a_passkey_the_login_speaks_of_none(who: str) -> None:
    page = browser().get("/login/").content.decode()

    assert "passkeys.js" not in page
    assert "data-passkey" not in page


def test_the_counter_that_went_back_is_told_at_the_login_and_on_ones_own_page(his: Client, who: str) -> None:
    key = SoftKey(counter=9)
    enrol(his, key)
    key.counter = 1
    new = browser()

    told = new.post("/login/", {"who": who, "password": PASSWORD, "answer": shown(new, who, key)})

    assert told.status_code == 422
    assert "возможно, есть его копия" in told.content.decode()
    assert "возможно, есть его копия" in his.get("/house/me/").content.decode()
    assert new.get("/house/me/").status_code == 302


def test_removing_asks_the_password_and_is_remembered(his: Client, who: str) -> None:
    key = SoftKey()
    enrol(his, key)
    there = browser()
    login(there, who, shown(there, who, key))
    row = Passkey.objects.get()
    form = {"do": "drop-passkey", "passkey": str(row.id)}

    assert his.post("/house/me/change/", {**form, "old": "не тот"}).status_code == 422
    assert his.post("/house/me/change/", {**form, "old": PASSWORD}).status_code == 302

    page = his.get("/house/me/").content.decode()
    assert "Убранные ключи" in page
    assert "связка" in page
    assert there.get("/house/me/").status_code == 302
    assert browser().post("/login/passkey/", {"who": who}).status_code == 422
    assert visits.of(who) == []  # `his` was made by the fixture and is none


def test_a_wrong_password_makes_no_passkey_and_says_why(his: Client, who: str) -> None:
    answer = his.post("/house/me/passkey/", {"name": "связка", "old": "не тот"})

    assert answer.status_code == 422
    assert "пароль" in answer.json()["told"]
    kept = his.post(
        "/house/me/change/", {"do": "keep-passkey", "answer": SoftKey().make({"challenge": "AAAA"})}
    )
    assert kept.status_code == 422
    assert store.count_passkeys(who) == 0


def test_nobody_is_asked_for_the_passkey_of_nobody(his: Client, who: str) -> None:
    enrol(his, SoftKey())

    for nobody in ("", "0" * 32, "х" * 100):
        answer = browser().post("/login/passkey/", {"who": nobody})
        assert answer.status_code == 422
        assert set(answer.json()) == {"told"}


def test_a_locked_desk_asks_no_device(his: Client, who: str) -> None:
    enrol(his, SoftKey())
    vault.lock()

    assert browser().post("/login/passkey/", {"who": who}).status_code == 422
    answer = his.post("/house/me/change/", {"do": "keep-passkey", "answer": '{"rawId": "secret-looking"}'})
    assert answer.status_code == 403
    assert "secret-looking" not in answer.content.decode()
    assert browser().post("/unlock/", {"passphrase": PASSPHRASE})["Location"].startswith("/login/")


def test_both_languages_speak_of_passkeys(his: Client) -> None:
    his.cookies["raport-lang"] = "en"

    page = his.get("/house/me/").content.decode()

    assert "A passkey is kept by a separate device" in page
    assert "Ключ" not in page
