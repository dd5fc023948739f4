"""Assessments told in sentences, in plain text, for one audience."""

from raport.prose.telling import Telling
from raport.prose.words import Sentence, Words

__all__ = ["Sentence", "Telling", "Words"]
