"""Locking always locks: also from a page whose session is gone."""

from django.conf import settings
from django.test import Client

from raport.adapters.store import opened
from tests.desk import Desk


def test_a_page_whose_session_is_gone_still_locks(desk: Desk) -> None:
    client = Client(SERVER_NAME="127.0.0.1", enforce_csrf_checks=True)
    client.cookies[settings.SESSION_COOKIE_NAME] = "gone"

    answer = client.post("/lock/")

    assert answer.status_code == 302
    assert not opened.is_open()


def test_another_site_cannot_lock(desk: Desk) -> None:
    for origin in ("https://elsewhere.example", "null"):
        answer = Client(SERVER_NAME="127.0.0.1").post("/lock/", headers={"Origin": origin})

        assert answer.status_code == 403
        assert opened.is_open()
