"""Fields of a group's own template: what people type in `{{ }}`, and what a letter can put there.

A field is a name and no more: nothing in a template is ever run (docs/adr/0011-own-templates.md).
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache

from raport.drafting.model import Paragraph, Run
from raport.law.letters import BLOCKS, As, Cases, Letters, normal

FIELD = re.compile(r"\{\{([^{}]*)\}\}")
_PLAIN = re.compile(r"[^\W_](?:[\w :-]*\w)?|[^\W\d_]+/[^\W\d_]+")
"""A name, or two forms of a word, for a man and for a woman."""
_CODE = re.compile(r"\{[%#]|[%#]\}|\{\{|\}\}")
LONGEST = 80

IMPORTANT: Mapping[str, frozenset[str]] = {
    "to": frozenset(("to", "to.full", "head", "letter")),
    "facts": frozenset(("facts", "body", "letter")),
    "sign": frozenset(("sign", "letter", "applicant.short", "author.short")),
}
"""What a letter needs, and the places any of which gives it."""


_HEAD = frozenset((As.TO, As.FROM))
_OF_BLOCK: Mapping[str, frozenset[As]] = {
    "letter": frozenset(As),
    "head": _HEAD,
    "title": frozenset((As.TITLE, As.SUBTITLE)),
    "body": frozenset(As) - _HEAD - {As.TITLE, As.SUBTITLE, As.SIGN},
    "facts": frozenset((As.FACTS,)),
    "asks": frozenset((As.ASK,)),
    "annexes": frozenset((As.ANNEX,)),
    "sign": frozenset((As.SIGN,)),
}


@dataclass(frozen=True, slots=True)
class Field:
    """What a name means. `forms`: two forms of a word, of which one is taken by the sex of whoever writes."""

    place: str = ""
    case: Cases = Cases.NOM
    forms: tuple[str, str] | None = None

    @property
    def is_block(self) -> bool:
        """Whether whole paragraphs stand for it."""
        return self.place in BLOCKS


@dataclass(frozen=True, slots=True)
class Own:
    """A template as text: its paragraphs with their fields, and what people said that unknown names mean.

    `mapped`: names as they are compared -> a name that is known.
    """

    lines: tuple[str, ...]
    mapped: Mapping[str, str] = field(default_factory=dict)


def refused(text: str) -> str:
    """What in a paragraph is no plain field: code, or braces that do not close; empty where there is none."""
    for inside in FIELD.findall(text):
        if not _PLAIN.fullmatch(inside.strip()) or len(inside) > LONGEST:
            return f"{{{{{inside}}}}}"
    rest = FIELD.sub(" ", text)
    found = _CODE.search(rest)
    return rest[found.start() :].strip() if found is not None else ""


def names_in(lines: Iterable[str]) -> tuple[str, ...]:
    """The fields of these paragraphs as they were typed, each once."""
    return tuple(dict.fromkeys(inside.strip() for line in lines for inside in FIELD.findall(line)))


def meant(name: str, letters: Letters, mapped: Mapping[str, str]) -> Field | None:
    """What a name stands for; None where nobody knows."""
    if "/" in name:
        he, _, she = name.partition("/")
        return Field(forms=(he, she))
    known = _known(letters)
    plain = normal(name)
    return known.get(plain) or known.get(normal(mapped.get(plain, "")))


def alike(name: str, letters: Letters, most: int = 3) -> tuple[str, ...]:
    """Names that are known and look like this one, the nearest first."""
    known = _known(letters)
    near = get_close_matches(normal(name), known, n=4 * most, cutoff=0.7)
    once: dict[Field, str] = {}
    for one in near:
        once.setdefault(known[one], one)
    return tuple(once.values())[:most]


def lacking(fields: Iterable[Field]) -> tuple[str, ...]:
    """Which of what a letter needs none of these fields gives."""
    there = {f.place for f in fields}
    return tuple(need for need, places in IMPORTANT.items() if places.isdisjoint(there))


def alone(line: str) -> str:
    """The name of the field of which the paragraph consists; empty where there is more in it."""
    match = FIELD.fullmatch(line.strip())
    return match[1].strip() if match is not None else ""


def values(
    own: Own,
    letters: Letters,
    paragraphs: Sequence[Paragraph],
    in_one_line: Callable[[str, Field | None], tuple[Run, ...]],
) -> dict[str, tuple[Paragraph, ...]]:
    """What stands for each name as it was typed: paragraphs of the letter, or one made for the place."""
    found = {}
    for name in names_in(own.lines):
        field_ = meant(name, letters, own.mapped)
        if field_ is not None and field_.is_block:
            found[name] = tuple(p for p in paragraphs if p.as_ in _OF_BLOCK[field_.place])
        else:
            found[name] = (Paragraph(As.TEXT, in_one_line(name, field_)),)
    return found


def filled_lines(own: Own, fields: Mapping[str, tuple[Paragraph, ...]]) -> tuple[Paragraph, ...]:
    """The template's paragraphs as they will stand on the page."""
    out: list[Paragraph] = []
    for line in own.lines:
        block = fields.get(alone(line))
        if block is not None:
            out += block
            continue
        runs: list[Run] = []
        for n, piece in enumerate(FIELD.split(line)):
            runs += in_line(fields[piece.strip()]) if n % 2 else [Run(piece, given=True)]
        out.append(Paragraph(As.TEXT, tuple(runs)))
    return tuple(out)


def in_line(paragraphs: Sequence[Paragraph]) -> list[Run]:
    """Paragraphs inside another one: a line each."""
    runs: list[Run] = []
    for number, paragraph in enumerate(paragraphs):
        mark = "\n" * bool(number) + (f"{paragraph.number} " if paragraph.number else "")
        runs += [Run(mark), *paragraph.runs] if mark else paragraph.runs
    return runs


def _known(letters: Letters) -> Mapping[str, Field]:
    offers = tuple(
        (normal(name), offer.place, offer.case)
        for offer in letters.offers.values()
        for names in offer.names.values()
        for name in names
    )
    endings = tuple(
        (normal(name), Cases(ending.id))
        for ending in letters.endings.values()
        for names in ((ending.id,), *ending.names.values())
        for name in names
    )
    return _table(offers, endings)


@lru_cache(maxsize=4)
def _table(
    offers: Sequence[tuple[str, str, Cases]], endings: Sequence[tuple[str, Cases]]
) -> Mapping[str, Field]:
    """Every name with every ending; a name of its own goes before one that is made of two."""
    made = {
        f"{name}_{ending}": Field(place, case)
        for name, place, usual in offers
        if place not in BLOCKS and usual is Cases.NOM
        for ending, case in endings
    }
    return {**made, **{name: Field(place, case) for name, place, case in offers}}
