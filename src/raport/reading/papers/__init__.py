"""A letter as words with places -> what it seems to say, each with its rectangle; or why that is not said.

Pure: the words come from `adapters.ocr`, the phrases from the pack and from `reading/words/papers.*.toml`.
"""

from raport.reading.papers.model import (
    Abstention,
    Doubt,
    Field,
    Findings,
    Ground,
    PaperPage,
    Place,
    Proposal,
    Rect,
    Why,
    Word,
)
from raport.reading.papers.read import read_pages
from raport.reading.papers.words import EventShape, PaperWords, read_paper_words

__all__ = [
    "Abstention",
    "Doubt",
    "EventShape",
    "Field",
    "Findings",
    "Ground",
    "PaperPage",
    "PaperWords",
    "Place",
    "Proposal",
    "Rect",
    "Why",
    "Word",
    "read_pages",
    "read_paper_words",
]
