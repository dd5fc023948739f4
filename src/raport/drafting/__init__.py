"""Letters as values, made from the skeletons of a pack and the record of a case."""

from raport.drafting.draft import Wish, choose, draft, letters_open, stops_in
from raport.drafting.fields import Field, Own
from raport.drafting.grammar import Grammar, Plain
from raport.drafting.model import (
    Blank,
    Citation,
    Fact,
    Inflected,
    Known,
    LeftOut,
    Letter,
    Paragraph,
    Phone,
    Run,
    Stop,
    Why,
)

__all__ = [
    "Blank",
    "Citation",
    "Fact",
    "Field",
    "Grammar",
    "Inflected",
    "Known",
    "LeftOut",
    "Letter",
    "Own",
    "Paragraph",
    "Phone",
    "Plain",
    "Run",
    "Stop",
    "Why",
    "Wish",
    "choose",
    "draft",
    "letters_open",
    "stops_in",
]
