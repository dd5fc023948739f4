"""The files of words: what is in them is understood, what is not is refused."""

from string import Formatter

import pytest

from raport.errors import BadInput
from raport.reading.lexicon import Kind, Meaning, read_sayings, spelled
from raport.reading.said import Ours
from tests.core.reading.spoken import EN, RU

LEAST: dict[str, object] = {kind.value: {} for kind in Kind} | {
    "months": {"5": ["ma/i/ja"]},
    "sentences": {"day": "{d}.{month}.{y}"},
    "orders": ["dmy"],
    "after-month": "year",
}


def test_a_language_is_a_table_of_words() -> None:
    words = read_sayings("xx", LEAST)

    assert words.phrases == {
        ("mai",): frozenset({Meaning(Kind.MONTH, "5")}),
        ("maja",): frozenset({Meaning(Kind.MONTH, "5")}),
    }


@pytest.mark.parametrize(
    ("form", "phrases"),
    [
        ("a", [("a",)]),
        ("a/b/c", [("ab",), ("ac",)]),
        ("a//b", [("a",), ("ab",)]),
        ("a/b c", [("ab", "c")]),
        ("a/b/c d/e/f", [("ab", "de"), ("ab", "df"), ("ac", "de"), ("ac", "df")]),
        ("где-то", [("где", "-", "то")]),
        ("Ёлка", [("елка",)]),
    ],
)
def test_a_line_stands_for_phrases(form: str, phrases: list[tuple[str, ...]]) -> None:
    assert list(spelled(form)) == phrases


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("months", {"may": ["may"]}),
        ("months", {"5": "may"}),
        ("months", {"5": [""]}),
        ("seasons", {"rain": ["rain"]}),
        ("amounts", {"2-4": ["pair"]}),
        ("holidays", {"01-01": ["new year"]}),
        ("holidays", {"41-01/0/0": ["no day"]}),
        ("words", {"soon": ["soon"]}),
        ("parts", []),
        ("sentences", []),
    ],
)
def test_what_the_parser_has_no_shape_for_is_refused(table: str, wrong: object) -> None:
    with pytest.raises(BadInput):
        read_sayings("xx", LEAST | {table: wrong})


def test_every_mistake_is_named_at_once() -> None:
    with pytest.raises(BadInput) as refused:
        read_sayings("xx", {"months": {"may": ["may"]}}, "xx.toml")

    assert len(refused.value.problems) == len(Kind) + 1
    assert {p.file for p in refused.value.problems} == {"xx.toml"}


def gaps(sentence: str) -> set[str]:
    return {name.split(":")[0] for _, name, _, _ in Formatter().parse(sentence) if name}


def test_both_languages_have_every_sentence_with_the_same_gaps() -> None:
    assert RU.sentences.keys() == EN.sentences.keys()
    for name in RU.sentences:
        assert gaps(RU.sentences[name]) == gaps(EN.sentences[name]), name
    assert {f"ours-{ours.value}" for ours in Ours} <= RU.sentences.keys()
    assert all(len(words("month-names").split()) == 12 for words in (RU, EN))


@pytest.mark.parametrize("kind", [Kind.MONTH, Kind.WEEKDAY])
def test_no_month_and_no_weekday_is_missing(kind: Kind) -> None:
    wanted = {str(n) for n in range(1, 13 if kind is Kind.MONTH else 8)}
    for words in (RU, EN):
        mine = read_only(words.lang)
        assert {m.key for meanings in mine.values() for m in meanings if m.kind is kind} == wanted


def read_only(lang: str) -> dict[tuple[str, ...], frozenset[Meaning]]:
    """The phrases written in the letters of one language."""
    words = RU if lang == "ru" else EN
    return {
        p: m
        for p, m in words.phrases.items()
        if all(("\u0400" <= c <= "\u04ff") == (lang == "ru") for w in p for c in w if c.isalpha())
    }


def test_nothing_that_is_told_reassures() -> None:
    told = " ".join((*RU.sentences.values(), *EN.sentences.values())).lower()

    assert not any(word in told for word in ("вовремя", "законно", "безопасно", "in time", "lawful", "safe"))
