"""Text documents (DOCX) of headings, lines, lists and tables. What they say of themselves is nothing."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from docx import Document
from docx.document import Document as Docx
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the title) to 3."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list."""

    items: Sequence[str]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its headings; `widths` in centimetres."""

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[float] = ()


type Block = Heading | Line | Points | Grid


def write_docx(blocks: Sequence[Block], on: date, language: str = "ru-RU") -> bytes:
    """The document as bytes. Author, title, comments and times of the machine are left out."""
    document = Document()
    _quiet(document, on)
    _page(document, language)
    for block in blocks:
        match block:
            case Heading():
                document.add_heading(_clean(block.text), block.level)
            case Line():
                run = document.add_paragraph().add_run(_clean(block.text))
                run.bold = block.strong or None
            case Points():
                for item in block.items:
                    document.add_paragraph(_clean(item), style="List Bullet")
            case Grid():
                _grid(document, block)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def read_docx(data: bytes) -> list[str]:
    """Every text of a document, tables after paragraphs."""
    document = Document(io.BytesIO(data))
    texts = [p.text for p in document.paragraphs]
    return texts + [c.text for t in document.tables for r in t.rows for c in r.cells]


def _grid(document: Docx, block: Grid) -> None:
    table = document.add_table(rows=1, cols=len(block.head), style="Table Grid")
    table.autofit = False  # the widths are ours
    for cell, text in zip(table.rows[0].cells, block.head, strict=True):
        cell.paragraphs[0].add_run(_clean(text)).bold = True
    for row in block.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = _clean(text)
    for n, width in enumerate(block.widths):
        for cell in table.columns[n].cells:
            cell.width = Cm(width)


def _page(document: Docx, language: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "PT Serif", Pt(10.5)
    normal.paragraph_format.space_after = Pt(3)
    properties = normal.element.get_or_add_rPr()
    for attribute in ("w:cs", "w:eastAsia", "w:hAnsi"):
        properties.rFonts.set(qn(attribute), "PT Serif")
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)


def _quiet(document: Docx, on: date) -> None:
    own = document.core_properties
    for name in ("author", "title", "comments", "subject", "keywords", "category", "last_modified_by"):
        setattr(own, name, "")
    own.created = own.modified = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - the format has no zone, and the hour is nobody's business
    own.revision = 1


def _clean(text: str) -> str:
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
