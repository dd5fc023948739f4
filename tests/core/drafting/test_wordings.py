"""Many patterns in one pass find something exactly where one of them does."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.drafting.wordings import together

WORDS = (
    "refuse",
    "refuses",
    "to",
    "serve",
    "not",
    "go",
    "Go",
    "back",
    "x7",
    "ab",
    "b",
    "/",
    ". ",
    " ",
    "\n",
    "no.",
)
PATTERNS = (
    r"(?i)\brefuses?\s+to\b",
    r"(?i)\b(?:not\s+(?:go|serve)|go\s+back)",
    r"(?i)\bnot go|ack",
    r"(?i)\b(?:no\.)\s",
    r"(?i)(?:\bserve\b|/)",
    r"\bGo\b",
    r"\b(?i:ab|x\d)",
    r"(?i)\b(b)\1",
    r"(?i)\b[a|b]b",
    r"(?i)\b\|",
    r"(?i)\b\s+x",
)


@given(
    patterns=st.lists(st.sampled_from(PATTERNS), max_size=5, unique=True),
    text=st.lists(st.sampled_from(WORDS), max_size=8).map("".join),
)
def test_one_pass_finds_something_where_one_of_many_does(patterns: list[str], text: str) -> None:
    one_by_one = any(re.search(pattern, text) for pattern in patterns)

    assert any(one.search(text) for one in together(tuple(patterns))) == one_by_one


@pytest.mark.parametrize("pattern", PATTERNS)
def test_each_is_found_alone(pattern: str) -> None:
    hits = [
        text
        for text in ("refuse to", "go back", "back", "no. ", "/", "Go", "x7", "bb", "ab", "a|", "a x")
        if re.search(pattern, text)
    ]

    assert hits
    for text in hits:
        assert any(one.search(text) for one in together((pattern, r"(?i)\bnever")))


def test_patterns_of_one_beginning_become_one() -> None:
    shared = tuple(p for p in PATTERNS[:2])

    assert len(together(shared)) == 1
    assert len(together(PATTERNS)) == 6  # those with branches, groups, or another beginning stay alone
