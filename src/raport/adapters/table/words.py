"""Which words a pack has for what a table may say."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from raport.casefile import Basis, Modality, Proof
from raport.casefile.words import COUNT, Words, choice, of_type
from raport.dates import DateError, read_span
from raport.law import Kind, Pack

RECORD = 3
AXES: Mapping[str, Collection[str]] = {
    "basis": [b.value for b in Basis],
    "modality": [m.value for m in Modality],
    "proof": [p.value for p in Proof],
}
"""What every event has beside the fields of its kind."""


@dataclass(frozen=True, slots=True)
class Pattern(Words):
    """Words that are not listed but known by their form."""

    check: str = ""


def fits(word: str, known: Words) -> bool:
    """Whether this is one of the words."""
    if not isinstance(known, Pattern):
        return word in known.words
    if known.check == "count":
        return COUNT.fullmatch(word) is not None
    try:
        read_span(word)
    except DateError:
        return False
    return True


def filing_words(pack: Pack, name: str) -> Words:
    """The words that a filing may have."""
    match name:
        case "kind":
            return choice(pack, "filing-kind")
        case "to" | "about":
            return of_type(pack, "authority")
        case "ground":
            return of_type(pack, "ground")
        case "count":
            return value_words(pack, "count")
        case _:
            return choice(pack, name)


def field_words(pack: Pack, kinds: Iterable[Kind], name: str) -> Words:
    """The words that a field may have in any of these kinds."""
    if name in AXES:
        return Words(f"a word of `{name}`", AXES[name])
    lists = [value_words(pack, k.fields[name]) for k in kinds if name in k.fields]
    for one in lists:
        if isinstance(one, Pattern):
            return one
    return Words(f"a word of `{name}`", dict.fromkeys(w for one in lists for w in one.words))


def value_words(pack: Pack, type_: str) -> Words:
    """The words of a type of field or fact."""
    match type_:
        case "flag":
            return Words("yes or no", ("yes", "no"))
        case "count":
            return Pattern('a count: "1", "3", "2.." (several)', (), "count")
        case "day":
            return Pattern("a day (EDTF)", (), "day")
        case "event" | "filing":
            return Words(f"no word of a table (a field that names a {type_})", ())
        case _:
            return of_type(pack, type_)
