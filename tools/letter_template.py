"""Makes the Word template of letters anew: `tools/letter_template.py`. Afterwards it may be edited in Word.

Each part of a letter has a style of its own; a paragraph of the template names the part it stands for.
"""

from datetime import datetime
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

TARGET = Path(__file__).parents[1] / "src/raport/adapters/letters/letter.docx"

FONT = "Times New Roman"  # what every office in the country has

# part: indent of the whole, of the first line, space before and after, alignment, bold
STYLES = {
    "to": (7.4, 0, 0, 0, None, False),
    "from": (7.4, 0, 0, 0, None, False),
    "title": (0, 0, 18, 12, WD_ALIGN_PARAGRAPH.CENTER, True),
    "subtitle": (0, 0, 0, 8, WD_ALIGN_PARAGRAPH.CENTER, False),
    "text": (0, 1.25, 0, 6, None, False),
    "heading": (0, 0, 10, 4, None, True),
    "ask": (0.8, -0.8, 0, 4, None, False),
    "facts": (0.8, -0.8, 0, 4, None, False),
    "annex": (0.8, -0.8, 0, 2, None, False),
    "sign": (0, 0, 12, 0, None, False),
}


def main() -> None:
    document = Document()
    _page(document)
    for part, shape in STYLES.items():
        _style(document, part, shape)
    blank = document.styles.add_style("Blank", WD_STYLE_TYPE.CHARACTER)
    shade = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", "DDDDDD")):
        shade.set(qn(f"w:{name}"), value)
    blank.element.get_or_add_rPr().append(shade)
    for line in ("{%p for p in letter %}", *_branches(), "{%p endfor %}"):
        part, _, text = line.rpartition("|")
        document.add_paragraph(text, style=f"Letter {part}" if part else None)
    _quiet(document)
    _lighten(document)
    document.save(str(TARGET))


def _lighten(document: Docx) -> None:
    """Without the styles of tables and the picture of another page that the library's own template has."""
    for style in list(document.styles):
        if style.type in (WD_STYLE_TYPE.TABLE, WD_STYLE_TYPE.LIST) and style.name != "Normal Table":
            style.delete()
    package = document.part.package
    for holder, wanted in ((package, "thumbnail"), (document.part, "stylesWithEffects")):
        for rid, relation in list(holder.rels.items()):
            if relation.reltype.endswith(wanted):
                del holder.rels[rid]


def _branches() -> list[str]:
    lines = []
    for n, part in enumerate(STYLES):
        lines += [f'{{%p {"elif" if n else "if"} p.part == "{part}" %}}', f"{part}|{{{{r p.text }}}}"]
    return [*lines, "{%p endif %}"]


def _page(document: Docx) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.15
    properties = normal.element.get_or_add_rPr()
    for attribute in ("w:cs", "w:eastAsia", "w:hAnsi"):
        properties.rFonts.set(qn(attribute), FONT)
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "ru-RU")


def _style(document: Docx, part: str, shape: tuple[float, float, float, float, object, bool]) -> None:
    left, first, before, after, align, bold = shape
    style = document.styles.add_style(f"Letter {part}", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    form = style.paragraph_format
    form.left_indent, form.first_line_indent = Cm(left), Cm(first)
    form.space_before, form.space_after = Pt(before), Pt(after)
    form.alignment = align
    form.keep_with_next = part in ("heading", "title", "sign")
    style.font.bold = bold or None


def _quiet(document: Docx) -> None:
    own = document.core_properties
    for name in ("author", "title", "comments", "subject", "keywords", "category", "last_modified_by"):
        setattr(own, name, "")
    own.created = own.modified = datetime(2026, 11, 22)


if __name__ == "__main__":
    main()
