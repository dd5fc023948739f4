"""What the desk logs: a time, a place in our code, a kind of error. Never a word that somebody wrote."""

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from raport.web.desk.logs import OnlyIds
from raport.web.desk.views import case as case_views
from tests.app.filled import sample_case
from tests.desk import Desk

CANARIES = ("Канарейкин", "canary-7f3a", "+7 999 123-45-67", "подвал-канарейка")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that any logger says, at any level, formatted as the desk formats it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(OnlyIds())
    loggers = [logging.getLogger(), logging.getLogger("django"), logging.getLogger("raport")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
    yield stream
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)


def clean(log: io.StringIO) -> str:
    """What was logged, having no canary in it."""
    said = log.getvalue()
    assert said
    for canary in CANARIES:
        assert canary not in said
    assert "Traceback" not in said
    return said


def test_a_page_that_breaks_logs_the_place_and_the_kind_only(
    desk: Desk, boris: Client, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = sample_case(desk, "s3")
    boris.raise_request_exception = False

    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError(" ".join(CANARIES))

    monkeypatch.setattr(case_views, "picture", broken)
    answer = boris.get(f"/case/{row.id}/?q={CANARIES[1]}", headers={"User-Agent": CANARIES[1]})

    assert answer.status_code == 500
    assert CANARIES[0] not in answer.content.decode()
    said = clean(log)
    assert "RuntimeError" in said
    assert " 500" in said


def test_what_is_typed_sent_and_refused_is_not_logged(desk: Desk, boris: Client, log: io.StringIO) -> None:
    row = sample_case(desk, "s3")
    for address, typed in {
        f"/case/{row.id}/add/threat/": {"note": CANARIES[3], "on": CANARIES[1]},
        f"/case/{row.id}/people/": {"name": CANARIES[0], "phone": CANARIES[2]},
        f"/docket/{row.id}/change/": {"do": "promise", "words": CANARIES[3], "due": CANARIES[1]},
        "/search/": {"q": CANARIES[0]},
        "/login/": {"who": CANARIES[1], "password": CANARIES[1]},
        "/join/": {"code": CANARIES[1], "name": CANARIES[0], "password": CANARIES[1]},
        "/unlock/": {"passphrase": CANARIES[1]},
        f"/nowhere/{CANARIES[1]}/": {"note": CANARIES[3]},
    }.items():
        boris.post(address, typed)
        boris.get(f"{address}?q={CANARIES[1]}")

    assert " 404" in clean(log)


def test_a_forged_host_and_origin_are_refused_without_their_words(
    desk: Desk, boris: Client, log: io.StringIO
) -> None:
    assert boris.get("/", headers={"Host": "canary-7f3a.example"}).status_code == 400
    assert boris.post("/lock/", headers={"Origin": "http://canary-7f3a.example"}).status_code == 403

    clean(log)


def test_every_handler_of_the_desk_writes_so() -> None:
    told: dict[str, Any] = settings.LOGGING

    assert {h["formatter"] for h in told["handlers"].values()} == {"ids"}
    assert told["formatters"]["ids"]["()"] == "raport.web.desk.logs.OnlyIds"
    assert settings.DEBUG is False
