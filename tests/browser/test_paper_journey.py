"""A photographed refusal, from the inbox to its case, by keyboard alone and without JavaScript."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open, Served, faults_of, shoot
from tests.papers.made import Letter, draw, spoilt

WIDTHS = {"phone": 390, "laptop": 1280}
REFUSAL = Letter(
    "unit-commander", "7/152", date(2025, 3, 28), "412", date(2025, 3, 3), "reasons-not-valid", frozenset()
)


@pytest.fixture(scope="module")
def photograph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("photo") / "ответ.jpg"
    file.write_bytes(spoilt(draw(REFUSAL, 7).picture, "phone", 7))
    return file


def press(place: Locator, key: str = "Enter") -> None:
    place.focus()
    place.press(key)


def look(page: Page, name: str, *, axe: bool = True) -> list[str]:
    """The page on a phone and on a laptop: what is wrong with it."""
    told = []
    for width_name, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 900})
        shoot(page, f"{name}-{width_name}")
        told += [f"{width_name}: {fault}" for fault in faults_of(page)] if axe else []
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            told.append(f"{width_name}: {wide} px wide")
    return told


def handed_in(page: Page, demo: Served) -> str:
    """A raport of the third case, under a number that an answer will name; the address of the case."""
    page.goto(demo("/docket/"))
    case = page.get_by_role("link", name="k3", exact=True).first.get_attribute("href") or ""
    page.goto(demo(f"{case}paper/"))
    for name, value in (("kind", "raport"), ("asks", "discharge"), ("to", "unit-commander")):
        page.locator(f"select[name={name}]").select_option(value)
    page.locator("[name=on]").fill("03.03.2025")
    press(page.locator("summary", has_text="чем подтверждается"))
    page.locator("[name=note]").fill("вх. № 412")
    press(page.locator("button.main"))
    return case


def test_a_photographed_refusal_becomes_a_reply_by_keyboard_alone(
    opened: Open, demo: Served, photograph: Path
) -> None:
    page = opened(java_script_enabled=False, viewport={"width": 1280, "height": 900}).new_page()
    page.goto(demo.first)
    case = handed_in(page, demo)
    page.goto(demo("/inbox/new/"))
    page.locator("input[type=file]").set_input_files(photograph)
    press(page.locator("button.main"))

    press(page.get_by_role("link", name="прочитать", exact=True).first)
    told = look(page, "paper-begin", axe=False)
    press(page.get_by_role("button", name="Прочитать", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("Что на этой бумаге", timeout=120_000)
    told += look(page, "paper-inbox", axe=False)

    press(page.locator(f"a[href='?case={case.split('/')[2]}']"))
    for name in ("kind", "filing", "date", "sender", "number"):
        offer = page.locator(f"input[name={name}]:not([value=own], [value=none])").first
        expect(offer).not_to_be_checked()
        press(offer, "Space")
        expect(offer).to_be_checked()
    told += look(page, "paper", axe=False)
    press(page.locator("form.proposals button.main"))

    expect(page.get_by_role("heading", level=1)).to_have_text("Этот ответ остановит срок")
    for box in page.locator("input[name=stop]").all():
        press(box, "Space")
    told += look(page, "paper-stops", axe=False)
    press(page.locator("button.main"))

    page.wait_for_url(lambda url: case in url)
    expect(page.locator("section[aria-labelledby=chronicle]")).to_contain_text("№ 7/152")
    assert told == []


def test_the_pages_of_a_paper_have_nothing_against_them(opened: Open, demo: Served, photograph: Path) -> None:
    page = opened(viewport={"width": 1280, "height": 900}).new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.goto(demo.first)
    page.goto(demo("/docket/"))
    case = page.get_by_role("link", name="k3", exact=True).first.get_attribute("href") or ""
    page.goto(demo(f"/exhibit/of/{case.split('/')[2]}/"))
    page.locator("input[type=file]").set_input_files(photograph)
    page.locator("main form button").last.click()
    page.get_by_role("link", name="Прочитать бумагу").click()
    told = look(page, "paper-begin-axe")
    page.get_by_role("button", name="Прочитать", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Что на этой бумаге", timeout=120_000)
    told += look(page, "paper-of-case")

    page.locator("input[name=filing][value=own]").check()
    page.locator("select[name=filing-own]").select_option(index=1)
    for name in ("kind", "date"):
        page.locator(f"input[name={name}]:not([value=own], [value=none])").first.check()
    page.locator("form.proposals button.main").click()
    told += look(page, "paper-after")

    assert told == []
    assert wrong == []
