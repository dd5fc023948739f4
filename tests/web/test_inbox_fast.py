"""Fifty messages in ten minutes, by the keystroke-level model, counted from acts that the pages offered.

Card, Moran and Newell: a key 0.28 s, pointing 1.1 s, thinking 1.35 s; reading 250 words a minute. One thought
goes before the questions of a letter and one before its act; the stricter count, a thought before each
question that is answered, is printed beside it.
"""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from django.test import Client

from raport.app import enquiries as use
from raport.app.answers import save_answer
from tests.app.enquired import wrote
from tests.desk import Desk

KEY, THINK, WORDS_A_SECOND = 0.28, 1.35, 250 / 60
MINUTES = 10

LETTERS = tomllib.loads(Path(__file__).with_name("inbox_letters.toml").read_text(encoding="utf-8"))["letter"]


@dataclass(slots=True)
class Typist:
    """Presses keys that stand on the page, and no others; counts."""

    keys: int = 0
    words: int = 0
    thoughts: int = 0
    strict: int = 0
    acts: list[str] = field(default_factory=list)

    def work(self, client: Client, address: str, said: dict[str, str], do: str) -> str:
        page = client.get(address).text
        texts = re.findall(r"data-text><bdi>(.*?)</bdi>", page, re.DOTALL)
        self.words += sum(len(t.split()) for t in texts)
        typed = self._answer(page, said)
        self.thoughts += 1 + bool(said)
        self.strict += 1 + len(said)
        pressed, value = self._press(page, do)
        self.keys += pressed
        self.acts.append(value)
        moved = client.post(f"{address}act/", {**typed, "do": value})
        assert moved.status_code == 302
        return str(moved["Location"])

    def _answer(self, page: str, said: dict[str, str]) -> dict[str, str]:
        """Digits in the order of the questions, to the last that is answered; 0 for those between."""
        groups = re.findall(r'<fieldset data-question="(\w+)">(.*?)</fieldset>', page, re.DOTALL)
        last = max((n for n, (name, _) in enumerate(groups) if name in said), default=-1)
        for name, html in groups[: last + 1]:
            option = said.get(name, "unknown")
            assert re.search(rf'value="{option}" data-digit="\d"', html), (name, option)
            self.keys += 1
        return said

    def _press(self, page: str, do: str) -> tuple[int, str]:
        """How many keys an act takes, and the value of its button."""
        if do.startswith("answer:"):
            found = re.search(rf'value="(answer:\w+)" data-answer="{do[-1]}"', page)
            assert found
            return 2, found[1]
        assert re.search(rf'name="do" value="{do}" data-key="\w+"', page), do
        return 1, do

    def seconds(self, thoughts: int) -> float:
        return self.keys * KEY + thoughts * THINK + self.words / WORDS_A_SECOND


def test_fifty_messages_are_triaged_in_ten_minutes(desk: Desk, boris: Client) -> None:
    save_answer("прокурор", "Позвоните дежурному прокурору гарнизона.", "ru", desk.boris)
    save_answer("рапорт", "Подайте рапорт в двух экземплярах, на втором попросите отметку.", "ru", desk.boris)
    letters = [LETTERS[n % len(LETTERS)] for n in range(50)]
    made = [wrote(desk, letter["text"]) for letter in letters]
    todo = {f"/inbox/{row.id}/": letter for row, letter in zip(made, letters, strict=True)}
    typist = Typist()

    address = next(iter(todo))
    while todo:
        letter = todo.pop(address)
        moved = typist.work(boris, address, letter["said"], letter["do"])
        if todo and moved not in todo:  # a case was opened: the inbox and its first line, two keys and a look
            typist.keys += 2
            typist.thoughts += 1
            typist.strict += 1
            found = re.search(r'href="(/inbox/[0-9a-f]{32}/)" data-first', boris.get("/inbox/").text)
            assert found
            moved = found[1]
        address = moved

    spent, strict = typist.seconds(typist.thoughts), typist.seconds(typist.strict)
    print(
        f"\nfifty messages: {typist.keys} keys, {typist.words} words, {typist.thoughts} thoughts: "
        f"{spent / 60:.1f} min; a thought to each question: {strict / 60:.1f} min"
    )
    assert len(typist.acts) == 50
    assert use.queue(desk.boris.member) == []
    assert spent <= MINUTES * 60
    assert strict <= MINUTES * 60
