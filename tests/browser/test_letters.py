"""A letter from the step to the paper that was sent, in a real browser: with and without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Served, faults_of, shoot

NAME = "Зайцев Пётр Ильич"


@pytest.mark.parametrize(
    ("script", "width", "step"),
    [(True, 1280, "complaint-superior/?filing=f2"), (False, 390, "reminder/?filing=f3")],
    ids=["with-script", "without-script"],
)
def test_a_letter_is_drafted_copied_given_out_and_marked_as_sent(
    opened: Open, demo: Served, script: bool, width: int, step: str
) -> None:
    context = opened(java_script_enabled=True, viewport={"width": width, "height": 844})
    page = context.new_page()
    page.goto(demo.first)
    page.goto(demo("/docket/"))
    case = page.get_by_role("link", name="k1", exact=True).first.get_attribute("href") or ""
    if not script:
        context = opened(
            java_script_enabled=False,
            viewport={"width": width, "height": 844},
            storage_state=context.storage_state(),
        )
        page = context.new_page()
    told: list[str] = []

    def look(name: str) -> None:
        if not script:
            shoot(page, f"letter-{name}-plain")
            return
        for wide in (390, 1280):
            page.set_viewport_size({"width": wide, "height": 844})
            told.extend(f"{name} {wide}: {fault}" for fault in faults_of(page))
            taken = page.evaluate("document.documentElement.scrollWidth")
            told.extend([f"{name}: {taken} px wide"] if taken > wide else [])
            shoot(page, f"letter-{name}-{wide}")

    page.goto(demo(case))
    link = page.locator(f"a[href$='letters/new/{step}']")
    page.goto(demo(link.get_attribute("href") or ""))
    look("new")
    page.get_by_role("button", name="Начать черновик").click()
    expect(page.get_by_role("heading", name=re.compile("Ещё не заполнено"))).to_be_visible()
    here = page.url
    look("draft")
    page.goto(f"{here}sent/")
    page.get_by_role("button", name="Отметить").click()
    expect(page.get_by_role("alert")).to_contain_text("не заполнено")
    look("not-ready")

    page.goto(here)
    for _round in range(2):
        if page.locator(".field.open textarea, .field.open select").count():
            fill(page)
    expect(page.get_by_role("heading", name="Пробелов нет")).to_be_visible()
    look("filled")
    page.get_by_role("link", name="Переписать от руки").click()
    expect(page.locator(".screen").last).to_contain_text("два одинаковых экземпляра")
    page.get_by_role("link", name="Дальше").first.click()
    expect(page).to_have_url(re.compile("#s2$"))
    look("by-hand")

    page.goto(demo(f"/sheets{case}"))
    asked = page.locator("li", has=page.get_by_role("heading", name="Письма"))
    if asked.get_by_role("button", name="Записать согласие").count():
        asked.get_by_role("checkbox").check()
        asked.get_by_role("button", name="Записать согласие").click()
    page.goto(here)
    with page.expect_download() as left:
        page.get_by_role("button", name="PDF для печати").click()
    assert left.value.suggested_filename.endswith("-pdf.pdf")

    page.goto(here)
    page.get_by_role("link", name="Отметить как отправленное").click()
    page.get_by_label("Какой текст ушёл").select_option("pdf")
    page.get_by_label("Каким путём").select_option("registered-post")
    page.get_by_label("Чем подтверждается").select_option("documented")
    page.get_by_label("Номер отправления").fill("80080012345678")
    look("sent")
    page.get_by_role("button", name="Отметить").click()
    expect(page).to_have_url(re.compile(r"#f\d+-h$"))
    filing = page.url.rpartition("#")[2]
    expect(page.locator(f"#{filing}")).to_be_visible()
    page.goto(here)
    expect(page.get_by_role("heading", name="Отправлено")).to_be_visible()
    look("done")
    assert told == []


def fill(page: Page) -> None:
    """Something in every blank, as many as there are."""
    for choice in page.locator(".field.open select").all():
        choice.select_option(index=1)
    for blank in page.locator(".field.open textarea").all():
        name = blank.get_attribute("name") or ""
        blank.fill(NAME if name in ("p:applicant", "p:author") else "12345")
    page.get_by_role("button", name="Вписать").click()
