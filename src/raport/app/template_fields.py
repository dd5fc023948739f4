"""A group's own Word template: what its fields mean, which nobody knows, what a letter needs and it lacks."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from raport.adapters.letters import OwnTemplate, Place, Taken, Where, read_template
from raport.drafting import Field, Own, Stop, Wish, stops_in
from raport.drafting.fields import alike, lacking, meant
from raport.drafting.sheet import WIDTH
from raport.law import Pack
from raport.law.letters import Cases
from raport.prose import Words


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was looked through. `mapped`: what people said that unknown names mean."""

    name: str
    read: OwnTemplate
    mapped: Mapping[str, str] = field(default_factory=dict)

    @property
    def own(self) -> Own:
        """It as a letter is drafted with it."""
        return Own(self.read.lines, self.mapped)


@dataclass(frozen=True, slots=True)
class Known:
    """A field whose name is known, and where it stands. `by_hand`: people said what it means."""

    name: str
    means: Field
    places: tuple[Place, ...]
    by_hand: bool


@dataclass(frozen=True, slots=True)
class Unknown:
    """A field whose name nobody knows, where it stands, and names that look like it."""

    name: str
    places: tuple[Place, ...]
    alike: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be known of a template before a letter is made with it.

    `lacking`: what a letter needs and no field gives (`to`, `facts`, `sign`). `stops`: wordings in its own
    text that stop every letter made with it.
    """

    known: tuple[Known, ...]
    unknown: tuple[Unknown, ...]
    lacking: tuple[str, ...]
    stops: tuple[Stop, ...]
    taken: tuple[Taken, ...]


def look_through(data: bytes, name: str, mapped: Mapping[str, str] | None = None) -> Template:
    """The template in this Word file. Raises `BadInput`."""
    return Template(name, read_template(data, name), mapped or {})


def report(template: Template, pack: Pack) -> Report:
    """What its fields mean in this pack."""
    known, unknown = [], []
    for name, places in template.read.places.items():
        means = meant(name, pack.letters, template.mapped)
        if means is None:
            unknown.append(Unknown(name, places, alike(name, pack.letters)))
        else:
            by_hand = meant(name, pack.letters, {}) is None
            known.append(Known(name, means, places, by_hand))
    return Report(
        known=tuple(known),
        unknown=tuple(unknown),
        lacking=lacking(k.means for k in known),
        stops=stops_in(template.read.lines, pack, Wish("", date.min)),
        taken=template.read.taken,
    )


def label(means: Field, pack: Pack, words: Words) -> str:
    """What a field stands for, in words."""
    if means.forms is not None:
        return words("own-forms")
    offers = [o for o in pack.letters.offers.values() if o.place == means.place]
    exact = next((o for o in offers if o.case is means.case), None)
    if exact is not None:
        return words.of(exact.label)
    plain = words.of(offers[0].label) if offers else means.place
    return words("own-in-case", what=plain, case=words(f"own-case-{means.case.value}"))


def offered(pack: Pack, words: Words) -> Iterator[tuple[str, str, str]]:
    """What a template may name: the first name in this language, all others, what it is."""
    for offer in pack.letters.offers.values():
        names = [*offer.names.get(words.lang, ()), *(n for names in offer.names.values() for n in names)]
        first, *others = dict.fromkeys(names)
        yield first, ", ".join(others), words.of(offer.label)


def told(found: Report, pack: Pack, words: Words) -> str:
    """The report as text for a terminal."""
    out = [_wrapped(words("own-head", known=len(found.known), unknown=len(found.unknown)))]

    def part(head: str, points: Iterable[str]) -> None:
        told_ = [_wrapped(point, "  * ") for point in points]
        if told_:
            out.extend(("", _wrapped(head), *told_))

    part(words("own-known"), (f"{{{{{k.name}}}}}: {label(k.means, pack, words)}" for k in found.known))
    for one in found.unknown:
        near = ", ".join(f"{{{{{n}}}}}" for n in one.alike)
        head = words("own-unknown", name=one.name) + (f" {words('own-near', names=near)}" if near else "")
        part(head, (f"{where(p.where, words)}: {p.around}" for p in one.places))
    part(words("own-lacks"), (words(f"own-lacks-{need}") for need in found.lacking))
    part(words("own-stops"), (words("own-stop", words=s.words, id=s.wording) for s in found.stops))
    part(words("own-taken"), (words(f"own-taken-{t.value}") for t in found.taken))
    return "\n".join(out) + "\n"


def _wrapped(text: str, indent: str = "") -> str:
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent))


def where(place: Where, words: Words) -> str:
    """Where in the file a field stands, in words."""
    return words(f"own-in-{place.value}")


def offers_told(pack: Pack, words: Words) -> str:
    """All that a template may name, as text for a terminal."""
    out = [_wrapped(words("own-offered"))]
    for first, others, what in offered(pack, words):
        out.append(_wrapped(f"{{{{{first}}}}}: {what}" + (f" ({others})" if others else ""), "  * "))
    endings = ", ".join(f"_{ending_of(case, pack, words)}" for case in Cases)
    return "\n".join([*out, "", _wrapped(words("own-endings", endings=endings))]) + "\n"


def ending_of(case: Cases, pack: Pack, words: Words) -> str:
    """What is written after a name to have it in a case."""
    ending = pack.letters.endings.get(case.value)
    names = ending.names.get(words.lang, ()) if ending is not None else ()
    return names[0] if names else case.value
