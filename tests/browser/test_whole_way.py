"""The whole way of a caseworker by keyboard alone: from a message in the inbox to what could be done.

The message is the one of the demo's inbox that tells the sample's third case: the lieutenant held in his
unit. Everything that it tells is written down. Timed by the keystroke-level model (`typist`).
"""

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, desk, shoot
from tests.browser.typist import Typist

MOST_SECONDS = 300

TODAY = date.today()
AUTUMN = f"осенью {TODAY.year if TODAY.month >= 9 else TODAY.year - 1}"

# What the wife writes, event by event: kind, fields, a day where she tells one, the sentence that says it.
EVENTS: list[tuple[str, dict[str, str], str, str]] = [
    ("graduated", {}, "в этом году", ""),
    ("appointed", {"by": "unit-commander", "modality": "threatened"}, "", "Сказали, что должность"),
    ("loss-threatened", {"by": "unit-commander"}, "", "Что рапорт может"),
    ("threat", {"of": "endless-delay", "by": "unit-commander"}, "", "Что увольнять можно"),
    ("movement-restricted", {"by": "unit-commander"}, "", "Домой его не пускают"),
    ("confinement", {"by": "unit-commander"}, "на прошлой неделе", "С прошлой недели держат"),
    ("surveillance", {"by": "military-police"}, "", "У двери патруль"),
    ("threat", {"of": "confinement", "by": "medical-head"}, "", "Начальник медслужбы"),
    ("threat", {"of": "violence", "by": "unit-officer"}, "", "Другой офицер обещает"),
    ("extortion", {"by": "unit-officer"}, "", "Он же требует денег"),
    ("recording-made", {}, "", "Муж снял"),
]


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_from_a_message_to_what_could_be_done_in_under_five_minutes(
    opened: Open, capsys: pytest.CaptureFixture[str], script: bool
) -> None:
    with desk("--demo") as demo:
        page = opened(java_script_enabled=script, viewport={"width": 1280, "height": 900}).new_page()
        page.goto(demo.first)
        page.goto(demo("/inbox/"))
        page.locator("ol.inbox li", has_text="военный врач").locator("a.case").click()
        he = Typist(page, script)

        triaged(he)
        marks = [("message read and triaged", he.seconds)]
        opened_case(he)
        marks.append(("who he is, what he filed", he.seconds))
        for kind, fields, day, quote in EVENTS:
            add(he, kind, fields, day, quote)
        marks.append((f"{len(EVENTS)} events", he.seconds))
        what_next(he)
        marks.append(("what could be done, read", he.seconds))

        assert page.locator("section[aria-labelledby=chronicle] tbody tr").count() == len(EVENTS) + 1
        expect(page.get_by_text("С прошлой недели держат в санчасти силой.").last).to_be_visible()
        shoot(page, f"whole-way-{'js' if script else 'plain'}")

    with capsys.disabled():
        print(f"\nwhole way{'' if script else ' without script'}: {told(he, marks)}", end=" ")
    assert he.seconds < MOST_SECONDS


def told(he: Typist, marks: list[tuple[str, float]]) -> str:
    before = [0.0, *(seconds for _, seconds in marks)]
    parts = ", ".join(f"{name} {now - was:.0f}" for (name, now), was in zip(marks, before, strict=False))
    return f"{he.seconds:.0f} s ({he.keys} keys, {he.thoughts} decisions, {he.words} words read): {parts}"


def triaged(he: Typist) -> None:
    """The message is read, the five questions are answered."""
    for text in he.page.locator("[data-text]").all_inner_texts():
        he.read(text)
    for question, answer in (
        ("where", "unit"),
        ("held", "yes"),
        ("date", "none"),
        ("paper", "no"),
        ("callback", "yes"),
    ):
        he.think()
        he.answer(question, answer)


def opened_case(he: Typist) -> None:
    """The message becomes a case; who he is, and the raport."""
    he.shortcut("c")
    he.look()
    he.choose("service", "officer")
    he.choose("rank", "lieutenant")
    he.choose("training", "graduate")
    he.choose("where", "held")  # the inbox knew: it is only looked at
    he.send()
    he.look()
    he.choose("kind", "raport")
    he.choose("asks", "discharge")
    he.choose("ground", "own-wish")
    he.choose("to", "unit-commander")
    he.fill("on", AUTUMN)
    he.send()


def add(he: Typist, kind: str, fields: dict[str, str], day: str, quote: str) -> None:
    """One thing that happened: the key of the case page, the list, the form."""
    he.shortcut("h")
    he.look()
    he.choose("kind", kind)
    he.send()
    he.read(he.page.locator("h1").inner_text())
    if day:
        he.fill("on", day)
    for name, value in fields.items():
        if name == "modality":
            he.go(he.page.locator("summary", has_text="чем подтверждается"))
            he.press("Enter")
        he.choose(name, value)
    if quote:
        choose_quote(he, quote)
    he.send()
    he.page.wait_for_url(lambda url: "/add/" not in url)


def choose_quote(he: Typist, beginning: str) -> None:
    option = he.page.locator("[name=quote] option", has_text=beginning).first
    he.choose("quote", option.get_attribute("value") or "")


def what_next(he: Typist) -> None:
    """To the steps, and the one with which the talk begins is read."""
    he.think()
    if he.script:
        he.press("s")
    else:
        he.go(he.page.locator("nav.contents a[href='#steps']"))
        he.press("Enter")
    he.page.wait_for_url(lambda url: url.endswith("#steps"))
    steps = he.page.locator("details.step")
    assert steps.count() > 3
    he.read(leading(he.page))


def leading(page: Page) -> str:
    """The first step, as it stands open."""
    first = page.locator("details.step").first
    assert first.get_attribute("open") is not None
    return first.inner_text()
