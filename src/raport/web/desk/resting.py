"""What an answer rests on, for the templates: provisions to choose from, and what of them has changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from raport.app.answers import Answer, Why
from raport.law import Pack, Text
from raport.law.resting import Changed, State, beside


@dataclass(frozen=True, slots=True)
class Option:
    """A provision that may be chosen."""

    id: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Turned:
    """A provision that is not as it was: how, what it provided and what it provides; what decides beside it
    or in its place today, each with its words.
    """

    cite: str
    how: tuple[str, ...]
    was: str
    now: str
    beside: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """A text of the library in the reader's language; `key`: the digit that says it, 0: none; `others`: its
    words in the other languages.
    """

    id: str
    title: str
    text: str
    others: tuple[tuple[str, str], ...]
    cites: tuple[str, ...]
    own: bool
    key: int
    turned: tuple[Turned, ...]


def options(pack: Pack, day: date, lang: str, chosen: Iterable[str] = ()) -> list[Option]:
    """The provisions in force on a day, those chosen first."""
    picked = set(chosen)
    found = [
        Option(p.id, word(p.cite, lang), p.id in picked)
        for p in pack.provisions.values()
        if p.id in picked or p.on(day) is not None
    ]
    return sorted(found, key=lambda o: not o.chosen)


def offered(texts: Sequence[Answer], pack: Pack, day: date, lang: str) -> list[Offered]:
    """The texts; the first nine that may be said have a digit."""
    digits = iter(range(1, 10))
    return [
        Offered(
            id=a.id,
            title=word(a.title, lang),
            text=a.text,
            others=tuple((k, v) for k, v in a.says.items() if v != a.text),
            cites=cites(a.provisions, pack, lang),
            own=a.own,
            key=0 if a.why else next(digits, 0),
            turned=turned(a.why, {}, pack, day, lang),
        )
        for a in texts
    ]


def cites(names: Iterable[str], pack: Pack, lang: str) -> tuple[str, ...]:
    """How these provisions are cited; one that the pack does not have, by its id."""
    return tuple(word(pack.provisions[n].cite, lang) if n in pack.provisions else n for n in names)


def turned(why: Why, before: Mapping[str, State], pack: Pack, day: date, lang: str) -> tuple[Turned, ...]:
    """Each provision that has changed, in words; `before`: as it stood then, where that is known."""
    return tuple(
        Turned(
            cite=cites([name], pack, lang)[0],
            how=tuple(h.value for h in how),
            was=_said(before.get(name, {}).get("says"), lang),
            now=_now(name, pack, day, lang),
            beside=_beside(name, pack, day, lang) if {Changed.STANDING, Changed.ENDED} & {*how} else (),
        )
        for name, how in why.items()
    )


def word(text: Text, lang: str) -> str:
    """A text of the pack in this language, or in one that it has."""
    return text.get(lang) or next(iter(text.values()), "")


def _said(says: object, lang: str) -> str:
    return word({str(k): str(v) for k, v in says.items()}, lang) if isinstance(says, Mapping) else ""


def _beside(name: str, pack: Pack, day: date, lang: str) -> tuple[tuple[str, str], ...]:
    found = [(n, _now(n, pack, day, lang)) for n in beside(pack, name)]
    return tuple((cites([n], pack, lang)[0], says) for n, says in found if says)


def _now(name: str, pack: Pack, day: date, lang: str) -> str:
    provision = pack.provisions.get(name)
    version = provision.on(day) if provision is not None else None
    return word(version.says, lang) if version is not None else ""
