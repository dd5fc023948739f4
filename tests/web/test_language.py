"""Both languages whole: nothing missing, nothing unsure, and the compiled catalogue the one that is read."""

import re

import polib
import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import gettext, ngettext, override

from tests.desk import Desk
from tools import messages_of

CYRILLIC = re.compile(r"[\u0400-\u04ff]+")
ABROAD = {"Русский", "вх"}  # the button that leads back; what is stamped on a paper


def test_no_message_is_missing_unsure_or_stale() -> None:
    assert messages_of.faults() == []


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (polib.POEntry(msgid="a {day}", msgstr=""), "not translated"),
        (polib.POEntry(msgid="a {day}", msgstr="b"), "other gaps"),
        (polib.POEntry(msgid="a", msgstr="b", flags=["fuzzy"]), "fuzzy"),
        (
            polib.POEntry(msgid="a", msgid_plural="as", msgstr_plural={0: "b", 1: ""}),
            "not translated",
        ),
    ],
)
def test_each_fault_is_found(entry: polib.POEntry, fault: str) -> None:
    assert [fault in found for found in messages_of.faults_of(entry)] == [True]


def test_messages_are_found_in_templates_and_python() -> None:
    found = messages_of.everything()

    ids = {m.id: m for m in found}
    assert "Запереть" in ids
    assert "The two are not the same." in ids
    assert ids["%(n)s обращение без ответа"].plural


def test_russian_counts_in_three_forms() -> None:
    with override("ru"):
        told = [
            ngettext("%(n)s обращение без ответа", "Обращений без ответа: %(n)s", n) % {"n": n}
            for n in (1, 3, 11, 21)
        ]
    assert told == [
        "1 обращение без ответа",
        "3 обращения без ответа",
        "11 обращений без ответа",
        "21 обращение без ответа",
    ]


def test_python_speaks_russian_to_a_russian_and_templates_english_to_others() -> None:
    with override("ru"):
        assert gettext("The two are not the same.") == "Написано по-разному."
    with override("en"):
        assert gettext("Запереть") == "Lock"


@pytest.mark.parametrize("address", ["/", "/docket/", "/docket/people/", "/case/new/", "/search/", "/house/"])
def test_a_page_in_english_has_no_russian_left(boris: Client, desk: Desk, address: str) -> None:
    boris.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    page = boris.get(address).content.decode()

    words = set(CYRILLIC.findall(re.sub(r"<[^>]*>", " ", page.replace("Борис", "")))) - ABROAD
    assert not words
    assert '<html lang="en">' in page


def test_the_switch_is_kept_and_leads_back_to_the_page(boris: Client) -> None:
    answer = boris.post("/i18n/setlang/", {"language": "en", "next": "/docket/"})

    assert answer["Location"] == "/docket/"
    assert '<html lang="en">' in boris.get("/docket/").content.decode()
