"""A caseworker at the keyboard, timed by the keystroke-level model (Card, Moran, Newell).

Each key is 0.28 s, a decision before a field or a button 1.35 s, reading 250 words a minute. Counted is what
was really pressed in the browser and what really stood on its pages; the computer's own time is not.
"""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page

KEY, THINK, WORDS_A_MINUTE = 0.28, 1.35, 250

_READ = """() => [...document.querySelectorAll('main h1, main label, main legend, main form p, main .errors')]
  .filter(e => e.checkVisibility()).map(e => {
    const copy = e.cloneNode(true);
    copy.querySelectorAll('select, option, button').forEach(x => x.remove());
    return copy.textContent;
  }).join(' ')"""


@dataclass(slots=True)
class Typist:
    """Presses keys only; knows what it has cost so far."""

    page: Page
    keys: int = 0
    thoughts: int = 0
    words: int = 0
    forms: int = 0

    @property
    def seconds(self) -> float:
        """What all of it takes."""
        return self.keys * KEY + self.thoughts * THINK + self.words * 60 / WORDS_A_MINUTE

    def press(self, key: str, times: int = 1) -> None:
        """One key; with a modifier it is two."""
        for _time in range(times):
            self.page.keyboard.press(key)
            self.keys += 1 + key.count("+")

    def write(self, text: str) -> None:
        """Text into the field that has the focus; a capital letter is two keys."""
        self.page.keyboard.type(text)
        self.keys += len(text) + sum(1 for letter in text if letter.isupper())

    def think(self) -> None:
        """A decision."""
        self.thoughts += 1

    def read(self, text: str) -> None:
        """What is read word by word."""
        self.words += len(text.split())

    def look(self) -> None:
        """A form that has come up: its heading, questions and explanations are read."""
        self.forms += 1
        self.read(self.page.evaluate(_READ))

    def go(self, field: Locator) -> None:
        """Tab until the field has the focus; each Tab is a key."""
        handle = field.element_handle()
        for _time in range(80):
            if self.page.evaluate("e => e === document.activeElement", handle):
                return
            self.press("Tab")
        raise AssertionError(f"not reached by Tab: {field}")

    def choose(self, name: str, value: str) -> None:
        """An option of a list, by as many of its first letters as tell it from those before it."""
        field = self.page.locator(f"[name={name}]")
        self.go(field)
        self.think()
        label = field.locator(f"option[value='{value}']").inner_text()
        labels = field.locator("option").all_inner_texts()
        size = next(
            n
            for n in range(1, len(label) + 1)
            if next(x for x in labels if x.lower().startswith(label[:n].lower())) == label
        )
        self.write(label[:size].lower())
        self.page.wait_for_timeout(1100)  # so long a list waits for more letters
        assert field.input_value() == value, (name, label[:size], field.input_value())

    def fill(self, name: str, text: str) -> None:
        """A field written by hand."""
        self.go(self.page.locator(f"[name={name}]"))
        self.think()
        self.write(text)

    def send(self) -> None:
        """Enter on the form's main button."""
        button = self.page.locator("main form button.main").first
        self.go(button)
        self.think()
        with self.page.expect_navigation():
            self.press("Enter")
