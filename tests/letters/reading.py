"""What a reader finds in the files: text in the order of the page, and what a file says of itself."""

import io
import re
import zipfile

import pypdfium2
from docx import Document


def docx_paragraphs(data: bytes) -> list[str]:
    """The paragraphs of a Word file that say something, tables left out."""
    return [p.text for p in Document(io.BytesIO(data)).paragraphs if p.text.strip()]


def docx_parts(data: bytes) -> dict[str, bytes]:
    """Every part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def pdf_text(data: bytes) -> str:
    """The text of all pages; a word that was broken at its hyphen is whole again."""
    return "\n".join(page_texts(data))


def page_texts(data: bytes) -> list[str]:
    """The text of each page."""
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    return [re.sub("\ufffe[\r\n]*|-[\r\n]+", "-", text) for text in pages]


def pdf_says(data: bytes) -> dict[str, str]:
    """What a PDF says of itself."""
    told: dict[str, str] = pypdfium2.PdfDocument(data).get_metadata_dict()
    return told


def plain(text: str) -> str:
    """The text with every break and every run of spaces as one space."""
    return re.sub(r"\s+", " ", text.replace("\N{NO-BREAK SPACE}", " ")).strip()
