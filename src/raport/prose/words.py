"""The engine's own sentences, in each language and each with its audience.

They are data (`sentences.toml`), read by an adapter; here they are looked up and filled.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from raport.dates import Span, Term
from raport.errors import RaportError
from raport.law import Audience, Text


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with places to fill (`{day}`), and who may be shown it."""

    text: Text
    audience: frozenset[Audience]


class NotForAudienceError(RaportError):
    """A sentence was about to be told to somebody it is not for: nothing is told instead."""


class Words:
    """The sentences in one language, for one audience."""

    def __init__(
        self, sentences: Mapping[str, Sentence], lang: str, audience: Audience = Audience.CASEWORKER
    ) -> None:
        self._sentences = sentences
        self.lang = lang
        self.audience = audience

    def __call__(self, name: str, /, **filled: object) -> str:
        """The sentence called `name`, filled.

        Raises KeyError for a name that is not in the catalog, `NotForAudienceError` for one that is not for
        this audience.
        """
        sentence = self._sentences[name]
        if self.audience not in sentence.audience:
            raise NotForAudienceError(
                f"the sentence {name!r} is not for the audience {self.audience.value!r}"
            )
        return sentence.text[self.lang].format(**filled)

    def of(self, text: Text) -> str:
        """A pack's sentence in this language, or in the first that it has."""
        return text.get(self.lang) or next(iter(text.values()), "")

    def day(self, day: date) -> str:
        """A day as people write it."""
        return self("day", d=day.day, m=day.month, y=day.year, month=self("month").split()[day.month - 1])

    def span(self, span: Span) -> str:
        """A span of uncertain days as people say it."""
        if span.open_start and span.open_end:
            return self("day-unknown")
        if span.open_start:
            return self("day-not-after", day=self.day(span.latest))
        if span.open_end:
            return self("day-not-before", day=self.day(span.earliest))
        if span.is_day:
            return self.day(span.earliest)
        return self("day-between", one=self.day(span.earliest), other=self.day(span.latest))

    def short(self, span: Span) -> str:
        """The same for a narrow column of a table."""
        if span.open_start and span.open_end:
            return self("short-unknown")
        if span.open_start:
            return self("short-not-after", day=self._short(span.latest))
        if span.open_end:
            return self("short-not-before", day=self._short(span.earliest))
        if span.is_day:
            return self._short(span.earliest)
        return self("short-between", one=self._short(span.earliest), other=self._short(span.latest))

    def term(self, term: Term) -> str:
        """A term as people say it: so many of what."""
        one = "-one" if term.count == 1 else ""
        return self(f"unit-{term.unit.value}{one}", count=term.count)

    def since(self, starts: Span) -> str:
        """From when something is in force: a day; the year, of a first of January, for no more was read; the
        month about which it began, where its day is not known.
        """
        day = starts.earliest
        if (day.month, day.day) == (1, 1):
            return str(day.year)
        if starts.is_day:
            return self.day(day)
        about = day + (starts.latest - day) // 2
        return self("month-year", m=about.month, y=about.year, month=self("month").split()[about.month - 1])

    def _short(self, day: date) -> str:
        return self("short-day", d=day.day, m=day.month, y=day.year)
