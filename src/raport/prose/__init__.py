"""Assessments told in sentences, in plain text, for one audience."""

from raport.prose.page import Page, page_of
from raport.prose.saying import Saying
from raport.prose.telling import Telling
from raport.prose.words import Sentence, Words

__all__ = ["Page", "Saying", "Sentence", "Telling", "Words", "page_of"]
