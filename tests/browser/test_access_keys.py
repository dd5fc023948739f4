"""Alt and a key, as the help page tells it: in the Latin and in the Russian alphabet, while typing too."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Served, desk

PASSPHRASE = "five words for the sample"  # noqa: S105 - of the demo: everybody knows it
ALT = 1  # as the browser's protocol counts modifiers


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """One desk for all: who comes after it was locked opens it again."""
    with desk("--demo") as running:
        yield running


@pytest.fixture
def page(opened: Open, served: Served) -> Page:
    made = opened().new_page()
    made.goto(served.first)
    if "/unlock/" in made.url:
        made.get_by_label("Парольная фраза").fill(PASSPHRASE)
        made.get_by_role("button", name="Открыть").click()
        made.goto(served.first)
    return made


def press(page: Page, key: str, code: str) -> None:
    """One key with Alt, as a keyboard of some alphabet sends it."""
    session = page.context.new_cdp_session(page)
    for kind in ("rawKeyDown", "keyUp"):
        session.send("Input.dispatchKeyEvent", {"type": kind, "modifiers": ALT, "key": key, "code": code})
    session.detach()


def test_each_key_of_the_help_page_leads_where_it_says(page: Page, served: Served) -> None:
    page.goto(served("/house/help/"))
    told = page.locator("th kbd").all_inner_texts()
    assert [k for k in told if re.fullmatch(r"Alt\+\d", k)] == ["Alt+1", "Alt+2", "Alt+3", "Alt+4"]

    for digit, path in (("1", "/"), ("2", "/docket/"), ("3", "/inbox/"), ("4", "/search/")):
        page.goto(served("/house/help/"))
        page.keyboard.press(f"Alt+Digit{digit}")
        expect(page).to_have_url(served(path))


@pytest.mark.parametrize(("key", "alphabet"), [("l", "latin"), ("д", "russian")])
def test_alt_and_the_place_of_l_lock(page: Page, served: Served, key: str, alphabet: str) -> None:
    page.goto(served("/docket/"))

    press(page, key, "KeyL")

    expect(page.get_by_role("heading", level=1)).to_have_text("Заперто")


def test_while_typing_they_work_and_without_alt_they_are_letters(page: Page, served: Served) -> None:
    page.goto(served("/search/"))
    field = page.locator("[name=q]")
    field.click()
    page.keyboard.type("рапорт l 1")
    expect(field).to_have_value("рапорт l 1")
    expect(page).to_have_url(served("/search/"))

    press(page, "2", "Digit2")

    expect(page).to_have_url(served("/docket/"))


def test_a_key_that_nothing_carries_is_left_to_the_browser(page: Page, served: Served) -> None:
    page.goto(served("/docket/"))
    page.evaluate("document.addEventListener('keydown', (e) => { window.taken = e.defaultPrevented; })")

    page.keyboard.press("Alt+KeyZ")

    assert page.evaluate("window.taken") is False
    expect(page).to_have_url(served("/docket/"))


def test_the_browser_presses_nothing_beside_them(page: Page, served: Served) -> None:
    """Chromium presses an `accesskey` itself and cannot be stopped: a form would be sent twice."""
    page.goto(served("/docket/"))

    assert page.locator("[accesskey]").count() == 0
    expect(page.locator("#lock button")).to_have_attribute("aria-keyshortcuts", "Alt+L")
