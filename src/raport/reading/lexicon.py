"""The words of one language that days are said in, as values. The parser knows shapes, not words.

A file (`reading/words/ru.toml`) lists the forms of each word; its form is told in `docs/formats/sayings.md`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from raport.errors import BadInput, Problem


class Kind(Enum):
    """What a word can be in a saying."""

    MONTH = "months"
    SEASON = "seasons"
    WEEKDAY = "weekdays"
    NUMBER = "numbers"
    ORDINAL = "ordinals"
    AMOUNT = "amounts"  # a number that is a range: a couple, several
    UNIT = "units"
    PART = "parts"  # begin, middle, end
    PIECE = "pieces"  # what ordinals count inside a month or a year: half, week, ten days
    WHICH = "which"  # last, this, next
    DAY = "days"  # yesterday
    SIDE = "sides"  # before, after, shortly before
    HOLIDAY = "holidays"
    EVE = "new"  # the new (year), with the year between
    WORD = "words"  # the little words, each by its name


@dataclass(frozen=True, slots=True)
class Meaning:
    """One of the things a word or phrase can mean: its kind and the key of the file it stands under."""

    kind: Kind
    key: str


type Phrase = tuple[str, ...]

ATOM = r"[0-9]+:[0-9]+(?::[0-9]+)?|[0-9]+|[^\W\d_]+(?:'[^\W\d_]+)?|\S"
"""The smallest parts of a text: times, numbers, words, and every other sign by itself."""


@dataclass(frozen=True, slots=True)
class Sayings:
    """Phrases with their meanings; sentences to tell what was understood; what a language prefers."""

    lang: str
    phrases: Mapping[Phrase, frozenset[Meaning]]
    sentences: Mapping[str, str]
    orders: tuple[str, ...]  # of day and month in numbers: "dmy", "mdy"
    after_month: str  # what a number after a month is first: "day" or "year"
    longest: int

    def __call__(self, name: str, /, **filled: object) -> str:
        """The sentence called `name`, filled. Raises KeyError for one that is not there."""
        return self.sentences[name].format(**filled)

    def understanding(self, other: "Sayings") -> "Sayings":
        """These, which also understand the words of another language; they still tell in their own."""
        phrases = dict(self.phrases)
        for phrase, meanings in other.phrases.items():
            phrases[phrase] = phrases.get(phrase, frozenset()) | meanings
        longest = max(self.longest, other.longest)
        return Sayings(self.lang, phrases, self.sentences, self.orders, self.after_month, longest)


def read_sayings(lang: str, values: Mapping[str, object], file: str = "") -> Sayings:
    """The tree of a file of words. Raises `BadInput` with every mistake."""
    mistakes: list[Problem] = []
    phrases: dict[Phrase, frozenset[Meaning]] = {}
    for kind in Kind:
        table = values.get(kind.value)
        if not isinstance(table, Mapping):
            mistakes.append(Problem(f"a table [{kind.value}]", "none", "", file))
            continue
        for key, forms in table.items():
            if not isinstance(forms, list) or not all(isinstance(f, str) and f for f in forms):
                mistakes.append(Problem(f"a list of words for {kind.value}.{key}", repr(forms), "", file))
                continue
            if not known(kind, str(key)):
                mistakes.append(Problem(f"a key of [{kind.value}]", repr(key), "see sayings.md", file))
            for phrase in (p for form in forms for p in spelled(form)):
                phrases[phrase] = phrases.get(phrase, frozenset()) | {Meaning(kind, str(key))}
    sentences = values.get("sentences")
    if not isinstance(sentences, Mapping):
        mistakes.append(Problem("a table [sentences]", "none", "", file))
    if mistakes:
        raise BadInput(mistakes)
    assert isinstance(sentences, Mapping)
    orders, after = values.get("orders"), str(values.get("after-month"))
    return Sayings(
        lang,
        phrases,
        {str(k): str(v) for k, v in sentences.items()},
        tuple(map(str, orders)) if isinstance(orders, Sequence) else (),
        after,
        max(map(len, phrases)),
    )


def plain(text: str) -> str:
    """A text as its words are compared: small letters, plain spaces, one kind of dash and of apostrophe."""
    return text.lower().translate(_SAME)


def spelled(form: str) -> Iterator[Phrase]:
    """The phrases that a line stands for: "a/b/c d" is "ab d" and "ac d"; "a//b" is "a" and "ab"."""
    phrases: list[Phrase] = [()]
    for word in plain(form).split():
        stem, *endings = word.split("/")
        phrases = [(*p, *re.findall(ATOM, stem + ending)) for p in phrases for ending in endings or [""]]
    yield from phrases


def known(kind: Kind, key: str) -> bool:
    """Whether the parser knows a shape for this key."""
    match kind:
        case Kind.MONTH | Kind.WEEKDAY | Kind.NUMBER | Kind.ORDINAL | Kind.WHICH | Kind.DAY:
            return _is_number(key)
        case Kind.AMOUNT:
            return all(_is_number(end) for end in key.split(".."))
        case Kind.HOLIDAY | Kind.EVE:
            return re.fullmatch(r"[01]\d-[0-3]\d/\d/\d+", key) is not None
        case _:
            return key in _KEYS[kind]


_KEYS = {
    Kind.SEASON: frozenset({"spring", "summer", "autumn", "winter"}),
    Kind.UNIT: frozenset({"hour", "day", "week", "month", "half-year", "year", "decade"}),
    Kind.PART: frozenset(
        {"begin", "middle", "end", "numbers/1", "numbers/10", "numbers/20", "numbers/-1"}
    ),
    Kind.PIECE: frozenset({"half", "third", "quarter", "week", "ten-days", "day", "numbers", "half-year"}),
    Kind.SIDE: frozenset(
        {"before", "after", "shortly-before", "shortly-after", "at-once-after", "since", "not-after"}
    ),
    Kind.WORD: frozenset(
        {
            "about", "exactly", "unknown", "ago", "within", "later", "from", "to", "or", "and", "between",
            "filler", "year", "night", "hours", "thousand", "half-of", "and-half", "more", "during",
            "suffix", "decade-suffix", "next-day", "same-day", "onto", "of-month",
        }
    ),
}  # fmt: skip


def _is_number(text: str) -> bool:
    return text.removeprefix("-").isdecimal()


_SAME = {
    ord("\u0451"): "\u0435",  # io as ie
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\t\r\n"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
    **dict.fromkeys(map(ord, "\u2019\u2018\u02bc`"), "'"),
    **dict.fromkeys(map(ord, '\u00ab\u00bb\u201c\u201d\u201e"')),
}
