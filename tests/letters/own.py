"""Templates as a group makes them: Word files with fields where Word puts them, split as Word splits them."""

import io
import zipfile
from collections.abc import Callable, Mapping

from docx import Document
from docx.document import Document as Docx
from docx.oxml.parser import parse_xml
from docx.shared import Pt

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

BOX = f"""<w:r xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
 <wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="2400000" cy="600000"/>
 <wp:docPr id="7" name="Box"/><a:graphic><a:graphicData
 uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>
 <wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="600000"/></a:xfrm>
 <a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r>
 <w:t>{{}}</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>
 </wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:180pt;height:40pt"><v:textbox>
 <w:txbxContent><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>
 </mc:Fallback></mc:AlternateContent></w:r>"""
"""A text box in both forms in which Word writes it."""


def template(fill: Callable[[Docx], None]) -> bytes:
    """A Word file, filled by a function."""
    document = Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def of_lines(*lines: str) -> bytes:
    """A Word file of these paragraphs."""

    def fill(document: Docx) -> None:
        for line in lines:
            document.add_paragraph(line)

    return template(fill)


def split(document: Docx, *pieces: str) -> None:
    """A paragraph in several runs, each with a look of its own, with marks of the spelling between them."""
    paragraph = document.add_paragraph()
    for number, piece in enumerate(pieces):
        run = paragraph.add_run(piece)
        run.bold = number == 0
        run.font.size = Pt(11 + number)
        paragraph._p.append(parse_xml(f'<w:proofErr xmlns:w="{W}" w:type="spellStart"/>'))


def box(document: Docx, text: str) -> None:
    """A paragraph with a text box."""
    paragraph = document.add_paragraph("before the box ")
    paragraph._p.append(parse_xml(BOX.replace("{}", text)))


def changed(data: bytes, parts: Mapping[str, Callable[[bytes], bytes] | bytes | None]) -> bytes:
    """The file with some of its parts changed, added or (None) left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            change = parts.get(name, old.read(name))
            if change is not None:
                new.writestr(name, change if isinstance(change, bytes) else change(old.read(name)))
        for name, added in parts.items():
            if name not in old.namelist() and isinstance(added, bytes):
                new.writestr(name, added)
    return out.getvalue()


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def smallest(document: str) -> bytes:
    """A Word file of this XML and of nothing else."""
    out = io.BytesIO()
    package = "http://schemas.openxmlformats.org/package/2006/"
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}content-types"><Override PartName="/document.xml" ContentType="{MAIN}"/>'
            "</Types>",
        )
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}relationships"><Relationship Id="r" '
            f'Type="{RELATIONS}/officeDocument" Target="document.xml"/></Relationships>',
        )
        packed.writestr("document.xml", document)
    return out.getvalue()
