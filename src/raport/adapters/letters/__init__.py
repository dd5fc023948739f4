"""Letters as files: DOCX by a template that people edit in Word, PDF/A by typst, and a screen to copy from.

Nothing in them says who made them or with what; the day is the letter's own. `own`: Word files of the group's
own with fields in them.
"""

from raport.adapters.letters.docx import TEMPLATE, write_letter_docx
from raport.adapters.letters.own import OwnTemplate, Place, Where, fill_template, read_template
from raport.adapters.letters.package import RefusedError, Taken
from raport.adapters.letters.pdf import write_hand_pdf, write_letter_pdf

__all__ = [
    "TEMPLATE",
    "OwnTemplate",
    "Place",
    "RefusedError",
    "Taken",
    "Where",
    "fill_template",
    "read_template",
    "write_hand_pdf",
    "write_letter_docx",
    "write_letter_pdf",
]
