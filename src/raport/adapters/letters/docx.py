"""A letter as DOCX: its paragraphs are put into a template, each in the style of its part.

The template is a Word file: styles, margins and letterhead are its own. It is handed `letter`, a list of
paragraphs with `part`, `number` and `text` (docs/formats/letter.md).
"""

import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from zipfile import BadZipFile

from docxtpl import DocxTemplate, RichText
from jinja2.exceptions import TemplateError

from raport.drafting import Paragraph
from raport.errors import BadInput, Problem

TEMPLATE = Path(__file__).with_name("letter.docx")
"""The template that ships with the program."""

BLANK = "Blank"
"""The style of what is still to be filled in."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_letter_docx(paragraphs: Sequence[Paragraph], on: date, template: Path = TEMPLATE) -> bytes:
    """The letter as bytes. Raises `BadInput` where the template is no Word file or asks for what is not."""
    try:
        document = DocxTemplate(io.BytesIO(template.read_bytes()))
        document.render({"letter": [_paragraph(p) for p in paragraphs]}, autoescape=True)
    except (TemplateError, BadZipFile, ValueError, KeyError, OSError) as error:
        told = f"{type(error).__name__}: {error}"
        raise BadInput([Problem("a template of letters (DOCX)", told, "", template.name)]) from None
    _quiet(document, on)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _paragraph(paragraph: Paragraph) -> dict[str, object]:
    text = RichText()
    if paragraph.number:
        text.add(f"{paragraph.number} ")
    for run in paragraph.runs:
        text.add(clean(run.shown), style=BLANK if run.blank else None)
    return {"part": paragraph.as_.value, "number": paragraph.number, "text": text}


def clean(text: str) -> str:
    """The text without what a Word file cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _quiet(document: DocxTemplate, on: date) -> None:
    own = document.docx.core_properties
    for name in ("author", "title", "comments", "subject", "keywords", "category", "last_modified_by"):
        setattr(own, name, "")
    own.created = own.modified = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - the format has no zone, and the hour is nobody's business
    own.revision = 1
