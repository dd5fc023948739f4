"""Every page of the desk, narrow and wide, light and dark: nothing for axe to say, nothing wider than it."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import PASSPHRASE, Served, desk, faults_of, shoot
from tests.letters.own import of_lines

WIDTHS = {"phone": 390, "laptop": 1280}
COLOURS = ("light", "dark")
PAGES = {
    "home": "/",
    "docket": "/docket/",
    "load": "/docket/people/",
    "promises": "/docket/promises/",
    "new-case": "/case/new/",
    "search": "/search/",
    "sheets": "/sheets/",
    "inbox": "/inbox/",
    "drop": "/inbox/new/",
    "answers": "/inbox/answers/",
    "advice": "/advice/",
    "members": "/house/",
    "my-login": "/house/me/",
    "keys": "/house/keys/",
    "health": "/house/health/",
    "help": "/house/help/",
    "login": "/login/",
    "join": "/join/",
    "missing": "/nothing-here/",
}
OF_A_CASE = {
    "case": "/case/{id}/",
    "work": "/docket/{id}/",
    "first-facts": "/case/{id}/first/",
    "paper": "/case/{id}/paper/",
    "choose": "/case/{id}/choose/happened/",
    "event": "/case/{id}/add/confinement/",
    "facts": "/case/{id}/facts/",
    "history": "/case/{id}/history/",
    "told": "/advice/{id}/",
    "attach": "/exhibit/of/{id}/",
    "opens": "/house/opens/{id}/",
}


@pytest.fixture(scope="module")
def signed_in(chromium: Browser, demo: Served) -> Iterator[tuple[BrowserContext, str]]:
    """A context with Boris in it, and the id of the third case of the sample."""
    context = chromium.new_context(locale="ru-RU", color_scheme="light")
    page = context.new_page()
    page.goto(demo.first)
    page.goto(demo("/docket/"))
    link = page.get_by_role("link", name="k3", exact=True).first.get_attribute("href")
    found = re.fullmatch(r"/case/([0-9a-f]{32})/", link or "")
    assert found is not None
    page.close()
    yield context, found[1]
    context.close()


def look(page: Page, name: str) -> list[str]:
    """The page at each width and in each colour: what is wrong with it."""
    told = []
    for width_name, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 900})
        for colour in COLOURS:
            page.emulate_media(color_scheme=colour)  # type: ignore[arg-type] # one of the two it knows
            told += [f"{width_name} {colour} {fault}" for fault in faults_of(page)]
            shoot(page, f"{name}-{width_name}-{colour}")
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            told.append(f"{width_name}: {wide} px wide")
    if page.locator("h1").count() != 1:
        told.append("not one h1")
    return told


@pytest.mark.parametrize("name", [*PAGES, *OF_A_CASE])
def test_a_page_has_nothing_against_it(
    signed_in: tuple[BrowserContext, str], demo: Served, name: str
) -> None:
    context, id_ = signed_in
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" and "404" not in m.text else None)
    page.on("pageerror", lambda e: wrong.append(str(e)))
    page.goto(demo((PAGES | OF_A_CASE)[name].format(id=id_)))
    try:
        assert look(page, name) == []
        assert wrong == []
    finally:
        page.close()


def test_the_groups_templates_have_nothing_against_them(
    signed_in: tuple[BrowserContext, str], demo: Served
) -> None:
    context, _ = signed_in
    page = context.new_page()
    page.goto(demo("/house/"))
    page.get_by_role("link", name="Шаблоны писем").click()
    told = look(page, "templates")
    own = of_lines("{{кому}} {{адресс}}", "{{факты}} {{нечто}}")
    page.get_by_label("Файл Word").set_input_files(
        {"name": "Наша жалоба.docx", "mimeType": "application/octet-stream", "buffer": own}
    )
    page.get_by_role("button", name="Внести", exact=True).click()
    page.get_by_role("button", name="Так и понимать").first.click()
    told += look(page, "template")
    page.close()
    assert told == []


def test_an_enquiry_and_the_case_that_it_becomes_have_nothing_against_them(
    signed_in: tuple[BrowserContext, str], demo: Served
) -> None:
    context, _ = signed_in
    page = context.new_page()
    page.goto(demo("/inbox/"))
    page.locator("ol.inbox li", has_text="второй месяц").locator("a.case").click()
    told = look(page, "enquiry")
    page.get_by_role("button", name="Завести дело").click()
    told += look(page, "first-of-enquiry")
    page.get_by_role("button", name="Ничего ещё не подано").click()
    told += look(page, "case-of-enquiry")
    page.close()
    assert told == []


def test_what_is_printed_has_no_buttons_and_is_black_on_white(
    signed_in: tuple[BrowserContext, str], demo: Served
) -> None:
    context, id_ = signed_in
    page = context.new_page()
    page.goto(demo(f"/case/{id_}/"))
    page.emulate_media(media="print", color_scheme="dark")

    assert page.locator("button:visible, .top:visible").count() == 0
    colours = page.evaluate(
        "[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]"
    )
    seen = page.evaluate(
        "[...document.querySelectorAll('.fold:not([open]) > :not(summary)')].map(e => e.checkVisibility())"
    )
    assert len(seen) > 3
    assert all(seen)  # what is folded on the screen stands on paper
    shoot(page, "case-print")
    page.close()
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_the_way_in_has_nothing_against_it(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("in") / "vault"
    context = chromium.new_context(locale="ru-RU")
    page = context.new_page()
    context.set_default_timeout(60_000)
    with desk(str(folder)) as served:
        page.goto(served("/"))
        told = look(page, "first")
        page.get_by_label("Как вас называть").fill("Борис")
        page.get_by_label("Парольная фраза").fill(PASSPHRASE)
        page.get_by_label("Ещё раз").fill(PASSPHRASE)
        page.get_by_role("button", name="Создать").click()
        page.wait_for_selector(".words")
        told += look(page, "recovery")
        page.get_by_role("link", name="Лист записан").click()
        page.get_by_role("button", name="Запереть").click()
        told += look(page, "unlock")
        page.get_by_role("link", name="Фраза забыта").click()
        told += look(page, "unlock-recover")
    context.close()
    assert told == []
