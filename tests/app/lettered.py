"""Drafts for tests: begun, and every blank of theirs filled with what is plainly invented."""

from datetime import date

from raport.app import letters_out as use
from raport.app.files import Author
from raport.app.letters_out import Draft
from raport.drafting import Wish
from tests.desk import TODAY

NAME = "Зайцев Пётр Ильич"


def begun(
    file_id: str, author: Author, remedy: str = "reminder", filing: str = "f1", on: date = TODAY
) -> Draft:
    """A draft of a step that is open."""
    return use.begin(file_id, Wish(remedy, on, filing), author)


def filled(file_id: str, draft: Draft, author: Author, **said: str) -> Draft:
    """The same with every blank filled; `said`: by the place, `:` written as `__`."""
    for _round in range(2):  # a name may show that a choice by gender is no blank any more
        typed = {}
        for place in use.made(file_id, draft, author.member).blanks:
            typed[place.id] = said.get(place.id.replace(":", "__"), _of(place.id, place.known))
        if typed:
            draft = use.fill(file_id, draft, typed, author)
    return draft


def _of(place: str, known: str) -> str:
    if known.rpartition("-")[2] == "name":
        return NAME
    if place.startswith("sex:"):
        return "man"
    return "himself" if place.endswith(":known") else "12345"
