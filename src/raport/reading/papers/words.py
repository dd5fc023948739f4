"""The words that letters of one country are read by, as values. The reader knows shapes, not words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from raport.errors import BadInput, Problem
from raport.reading.lexicon import Kind, Sayings

ANY = "*"
ANSWER = "answer"
"""The event of every class of reply that has none of its own."""

type Words = tuple[str, ...]
"""A phrase, word by word, in small letters; `ANY` stands for up to four words."""


@dataclass(frozen=True, slots=True)
class EventShape:
    """An event that a letter comes to: its kind and fields; `@outcome` and `@sender` are what it says."""

    kind: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PaperWords:
    """What a file of words (`reading/words/papers.*.toml`) says; `months` are the days' own words."""

    jurisdiction: str
    looks_like: Mapping[str, str]
    latin: Mapping[str, str]
    labels: Mapping[str, tuple[str, ...]]
    contexts: Mapping[str, tuple[Words, ...]]
    body: tuple[Words, ...]
    senders: Mapping[str, tuple[Words, ...]]
    acts: Mapping[str, tuple[re.Pattern[str], ...]]
    articles: Mapping[str, str]
    events: Mapping[str, EventShape]
    months: Mapping[str, int]

    def event_of(self, answer: str) -> EventShape:
        """What a class of reply comes to."""
        return self.events.get(answer, self.events[ANSWER])


LABELS = ("sign", "sure-sign", "outgoing", "incoming", "answers", "of-day")
CONTEXTS = ("law", "request", "person", "term", "not")


def read_paper_words(values: Mapping[str, object], sayings: Sayings, file: str = "") -> PaperWords:
    """The tree of a file of words. Raises `BadInput` with every mistake."""
    mistakes: list[Problem] = []

    def table(name: str, keys: Iterable[str] = ()) -> Mapping[str, object]:
        found = values.get(name)
        if not isinstance(found, Mapping) or not set(keys) <= set(found):
            mistakes.append(Problem(f"a table [{name}] with {', '.join(keys) or 'words'}", "none", "", file))
            return {}
        return found

    def lists(name: str, keys: Iterable[str] = ()) -> dict[str, tuple[str, ...]]:
        found = {}
        for key, forms in table(name, keys).items():
            if not isinstance(forms, list) or not all(isinstance(f, str) and f for f in forms):
                mistakes.append(Problem(f"a list of words for {name}.{key}", repr(forms), "", file))
                continue
            found[str(key)] = tuple(map(str, forms))
        return found

    def pairs(name: str) -> dict[str, str]:
        return {str(k): str(v) for k, v in table(name).items()}

    events = {}
    for id_, shape in table("event", (ANSWER,)).items():
        fields = shape.get("fields") if isinstance(shape, Mapping) else None
        if not isinstance(shape, Mapping) or not isinstance(fields, Mapping):
            mistakes.append(Problem(f"kind and fields of event.{id_}", repr(shape), "", file))
            continue
        given = {str(k): str(v) for k, v in fields.items()}
        events[str(id_)] = EventShape(str(shape.get("kind", "")), given)
    articles = {
        key: sorted((" ".join(p) for p in _phrases(forms)), key=len, reverse=True)
        for key, forms in lists("article", ("article", "part")).items()
    }
    acts: dict[str, tuple[re.Pattern[str], ...]] = {}
    for act, patterns in lists("acts").items():
        try:
            acts[act] = tuple(re.compile(p.replace(" ", r"\s+")) for p in patterns)
        except re.error as error:
            mistakes.append(Problem(f"regular expressions for acts.{act}", str(error), "", file))
    words = PaperWords(
        str(values.get("jurisdiction", "")),
        pairs("looks-like"),
        pairs("latin"),
        {k: tuple(" ".join(p) for p in _phrases(v)) for k, v in lists("number", LABELS).items()},
        {k: _phrases(v) for k, v in lists("context", CONTEXTS).items()},
        _phrases(lists("body", ("begins",)).get("begins", ())),
        {k: _phrases(v) for k, v in lists("sender").items()},
        acts,
        {part: "|".join(map(re.escape, forms)) for part, forms in articles.items()},
        events,
        _months(sayings),
    )
    if mistakes:
        raise BadInput(mistakes)
    return words


def spelled(form: str) -> list[Words]:
    """The phrases that a line stands for: "a/b/c d" is "ab d" and "ac d"; "a//b" is "a" and "ab"."""
    phrases: list[Words] = [()]
    for word in form.lower().replace("\u0451", "\u0435").split():
        stem, *endings = word.split("/")
        phrases = [(*p, stem + ending) for p in phrases for ending in endings or [""]]
    return phrases


def _phrases(forms: Iterable[str]) -> tuple[Words, ...]:
    return tuple(phrase for form in forms for phrase in spelled(form))


def _months(sayings: Sayings) -> dict[str, int]:
    return {
        phrase[0]: int(meaning.key)
        for phrase, meanings in sayings.phrases.items()
        for meaning in meanings
        if len(phrase) == 1 and meaning.kind is Kind.MONTH
    }
