"""Letters as files: DOCX by a template that people edit in Word, PDF/A by typst, and a screen to copy from.

Nothing in them says who made them or with what; the day is the letter's own.
"""

from raport.adapters.letters.docx import TEMPLATE, write_letter_docx
from raport.adapters.letters.pdf import write_hand_pdf, write_letter_pdf

__all__ = ["TEMPLATE", "write_hand_pdf", "write_letter_docx", "write_letter_pdf"]
