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
    script: bool = True  # whether the page has its own keys
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
        """An option of a list: the first letters of its first word, then down to it."""
        field = self.page.locator(f"[name={name}]")
        self.go(field)
        self.think()
        if field.input_value() == value:
            return
        label = field.locator(f"option[value='{value}']").first.inner_text()
        labels = [text.lower() for text in field.locator("option").all_inner_texts()]
        word = label.lower().split()[0]

        def downs(size: int) -> int:
            return labels.index(label.lower()) - next(
                n for n, text in enumerate(labels) if text.startswith(word[:size])
            )

        size = min(range(1, len(word) + 1), key=lambda n: n + abs(downs(n)))
        for letter in word[:size]:
            self._letter(letter)
        # From what the list shows, as one who looks at it: a slow machine may have heard the letters apart.
        values = field.evaluate("e => [...e.options].map(o => o.value)")
        away = values.index(value) - values.index(field.input_value())
        self.press("ArrowDown" if away > 0 else "ArrowUp", abs(away))
        assert field.input_value() == value, (name, word[:size], downs(size), field.input_value())

    def _letter(self, letter: str) -> None:
        """A key of a Russian keyboard: as a key that is pressed, which a list hears, not as text put in."""
        session = self.page.context.new_cdp_session(self.page)
        session.send(
            "Input.dispatchKeyEvent",
            {"type": "keyDown", "key": letter, "text": letter, "unmodifiedText": letter},
        )
        session.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": letter})
        session.detach()
        self.keys += 1

    def shortcut(self, letter: str) -> None:
        """What a letter on the page stands for: by the letter, or past the head of the page by Tab to it."""
        self.think()
        if not self.script:
            if self.page.evaluate("document.activeElement === document.body"):
                self.press("Tab")  # to the link that skips to the content
                self.press("Enter")
            self.go(self.page.locator(f"[accesskey={letter}]"))
        with self.page.expect_navigation():
            self.press(letter if self.script else "Enter")

    def answer(self, question: str, value: str) -> None:
        """One of the five questions: its digit, or along the list with arrows."""
        group = self.page.locator(f"fieldset[data-question={question}]")
        wanted = group.locator(f"input[value={value}]")
        if self.script:
            self.press(wanted.get_attribute("data-digit") or "")
        else:
            values = group.locator("input").evaluate_all("many => many.map(one => one.value)")
            checked = group.locator("input:checked")
            steps = (values.index(value) - values.index(checked.input_value())) % len(values)
            self.go(checked)
            self.press("ArrowDown", steps)
        assert wanted.is_checked(), (question, value)

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
