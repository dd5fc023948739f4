"""A Word file of somebody else's, with all that could act, reach out or tell of its maker taken away.

What is kept is what a letter is made of: text, styles, numbering, headers, footers, notes, fonts, pictures.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from lxml import etree

from raport.errors import BadInput, Problem

MOST_BYTES: Final = 8 * 1024 * 1024
MOST_UNPACKED: Final = 64 * 1024 * 1024
MOST_XML: Final = 4 * 1024 * 1024
"""One part of text: a letter has a twentieth of it."""
MOST_PARTS: Final = 500

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_DOCUMENT: Final = "officeDocument"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN_TYPES: Final = frozenset((_WORD + "document.main+xml", _WORD + "template.main+xml"))
_KEPT: Final = frozenset(
    (
        *("styles", "numbering", "settings", "fontTable", "theme", "header", "footer"),
        *("footnotes", "endnotes", "image"),
    )
)
"""What follows a document by these relations is kept; of anything else nothing is."""
_PICTURES: Final[Mapping[str, str]] = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
}


class Taken(Enum):
    """What was taken out of the file."""

    LINK = "link"
    ELSEWHERE = "elsewhere"  # a template, picture or text that lies somewhere else
    EMBEDDED = "embedded"  # another file inside: OLE, ActiveX, a chart, a part of another kind
    COMMENTS = "comments"
    PICTURE = "picture"  # of a kind that a program draws: EMF, WMF, SVG
    COMPUTED = "computed"  # what Word computes: dates, file names, who the user is
    PROPERTIES = "properties"  # what the file said of its makers


_TOLD: Final = {
    "hyperlink": Taken.LINK,
    "comments": Taken.COMMENTS,
    "commentsExtended": Taken.COMMENTS,
    "commentsIds": Taken.COMMENTS,
    "commentsExtensible": Taken.COMMENTS,
    "people": Taken.COMMENTS,
    "attachedTemplate": Taken.ELSEWHERE,
    "image": Taken.PICTURE,
}
_SILENT: Final = frozenset(
    ("webSettings", "customXml", "stylesWithEffects", "glossaryDocument", "keyMapCustomizations")
)
"""Parts that no reader of the letter would miss."""


@dataclass(slots=True)
class Package:
    """The parts that are kept: of the text as trees, the rest as bytes. `texts`: the document first."""

    main: str
    texts: dict[str, etree._Element] = field(default_factory=dict)
    others: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    relations: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    taken: set[Taken] = field(default_factory=set)


def open_package(data: bytes, name: str) -> Package:
    """The file without what is not kept. Raises `BadInput`: no Word file, macros, tracked changes."""
    parts = _unpacked(data, name)
    types = _content_types(parts, name)
    main = _main(parts, types, name)
    package = Package(main)
    if any(p.startswith("docprops/") for p in map(str.lower, parts)):
        package.taken.add(Taken.PROPERTIES)
    _keep(package, main, parts, types, name)
    for part, tree in package.texts.items():
        _clean(package, part, tree, name)
    return package


def packed(package: Package) -> bytes:
    """The file as bytes; the same parts make the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in _files(package):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


# --- what is in the file ----------------------------------------------------------------------------------


class Why(Enum):
    """Why a file is not taken."""

    NOT_WORD = "not-word"
    OLD = "old"  # .doc, or with a password
    LARGE = "large"
    DAMAGED = "damaged"
    MACROS = "macros"
    CHANGES = "changes"  # tracked, each with the name of who made it
    CODE = "code"  # in braces, something that is no plain field


class RefusedError(BadInput):
    """A template that is not taken."""

    def __init__(self, name: str, why: Why, expected: str, found: str, help_: str = "") -> None:
        self.why, self.found = why, found
        super().__init__([Problem(expected, found, help_, name)])


def _unpacked(data: bytes, name: str) -> dict[str, bytes]:
    expected = "a Word file (.docx) that is a letter's template"
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise RefusedError(
            name, Why.OLD, expected, "an old Word file (.doc), or one with a password", "save it as .docx"
        )
    if len(data) > MOST_BYTES:
        raise RefusedError(
            name, Why.LARGE, f"at most {MOST_BYTES // 1024**2} MB", f"{len(data) // 1024**2} MB"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = [i for i in archive.infolist() if not i.is_dir()]
            names = [i.filename.lower() for i in infos]
            if len(infos) > MOST_PARTS or sum(i.file_size for i in infos) > MOST_UNPACKED:
                raise RefusedError(name, Why.LARGE, expected, "a file that unpacks to far more than a letter")
            if any(i.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for i in infos):
                raise RefusedError(name, Why.DAMAGED, expected, "a file packed in another way")
            if len(set(names)) < len(names) or any(
                ".." in n or n.startswith("/") or "\\" in n for n in names
            ):
                raise RefusedError(name, Why.DAMAGED, expected, "a damaged file: names of its parts")
            return {i.filename: _read(archive, i) for i in infos}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError):
        raise RefusedError(
            name, Why.NOT_WORD, expected, "something else", "open it in Word and save it as .docx"
        ) from None


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A part, no more of it than it said it holds."""
    with archive.open(info) as part:
        return part.read(info.file_size + 1)


def _parsed(data: bytes, part: str, name: str) -> etree._Element:
    if len(data) > MOST_XML:
        raise RefusedError(name, Why.LARGE, f"at most {MOST_XML // 1024**2} MB of text", f"more in {part}")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise RefusedError(name, Why.DAMAGED, "a Word file", f"a definition of its own in {part}")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise RefusedError(
            name, Why.DAMAGED, "a Word file", f"a damaged part, {part}", "open it in Word and save it anew"
        ) from None
    if tree.getroottree().docinfo.internalDTD is not None:
        raise RefusedError(name, Why.DAMAGED, "a Word file", f"a definition of its own in {part}")
    return tree


def _content_types(parts: Mapping[str, bytes], name: str) -> dict[str, str]:
    """What each part says it is."""
    if "[Content_Types].xml" not in parts:
        raise RefusedError(name, Why.NOT_WORD, "a Word file (.docx)", "a ZIP of something else")
    tree = _parsed(parts["[Content_Types].xml"], "[Content_Types].xml", name)
    by_ending = {
        e.get("Extension", "").lower(): e.get("ContentType", "") for e in tree.iter(_TYPES + "Default")
    }
    by_name = {
        e.get("PartName", "").lstrip("/"): e.get("ContentType", "") for e in tree.iter(_TYPES + "Override")
    }
    return {p: by_name.get(p) or by_ending.get(p.rpartition(".")[2].lower(), "") for p in parts}


def _main(parts: Mapping[str, bytes], types: Mapping[str, str], name: str) -> str:
    main = next((to for kind, to, _ in _relations(parts, "", name) if kind == _DOCUMENT), "")
    type_ = types.get(main, "")
    macros = any("vba" in p.lower() for p in parts) or any("macro" in t.lower() for t in types.values())
    if macros:
        raise RefusedError(
            name,
            Why.MACROS,
            "a Word file without macros",
            "macros: a program inside",
            "save it as .docx, not as .docm",
        )
    if type_ not in _MAIN_TYPES:
        raise RefusedError(
            name, Why.NOT_WORD, "a Word file (.docx)", type_ or "no document in it", "save it as .docx"
        )
    return main


def _relations(parts: Mapping[str, bytes], of: str, name: str) -> Iterator[tuple[str, str, str]]:
    """The relations of a part: the kind, the part it leads to (empty: outside), its id."""
    folder, base = posixpath.split(of)
    source = posixpath.join(folder, "_rels", f"{base}.rels")
    if source not in parts:
        return
    for one in _parsed(parts[source], source, name).iter(_RELS + "Relationship"):
        type_, target = one.get("Type", ""), one.get("Target", "")
        if type_.startswith(_STRICT):
            raise RefusedError(
                name, Why.NOT_WORD, "a Word file (.docx)", "one in the strict form", "save it as plain .docx"
            )
        outside = one.get("TargetMode", "") == "External" or ":" in target
        to = (
            ""
            if outside
            else posixpath.normpath(
                posixpath.join("" if target.startswith("/") else folder, target.lstrip("/"))
            )
        )
        yield type_.rpartition("/")[2], to, one.get("Id", "")


def _keep(
    package: Package, part: str, parts: Mapping[str, bytes], types: Mapping[str, str], name: str
) -> None:
    """A part of text, and what it leads to as far as that is kept."""
    package.texts[part] = _parsed(parts[part], part, name)
    package.types[part] = types[part] if part != package.main else _WORD + "document.main+xml"
    package.relations[part] = []
    for kind, to, id_ in _relations(parts, part, name):
        keeps = kind in _KEPT and to in parts and (kind != "image" or _is_picture(to, parts[to]))
        if not keeps:
            _tell(package, kind, outside=not to)
            continue
        package.relations[part].append({"Id": id_, "kind": kind, "to": to})
        if kind == "image":
            package.others[to] = parts[to]
        elif to not in package.texts:
            _keep(package, to, parts, types, name)


def _tell(package: Package, kind: str, *, outside: bool) -> None:
    if kind in _SILENT:
        return
    if outside and kind != "hyperlink":
        package.taken.add(Taken.ELSEWHERE)
    else:
        package.taken.add(_TOLD.get(kind, Taken.EMBEDDED))


def _is_picture(part: str, data: bytes) -> bool:
    """Whether it is a picture of dots, by its ending and by its bytes."""
    heads = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM")
    return part.rpartition(".")[2].lower() in _PICTURES and data.startswith(heads)


# --- what is in the text ----------------------------------------------------------------------------------

_CHANGES: Final = frozenset(
    W + n
    for n in (
        *("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge", "numberingChange"),
        *("moveFromRangeStart", "moveToRangeStart", "customXmlInsRangeStart", "customXmlDelRangeStart"),
    )
)
_FORMER: Final = frozenset(
    W + n
    for n in (
        *("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
        *("tblGridChange", "tblPrExChange"),
    )
)
"""How it looked before: it names who changed it, and when."""
_DROPPED: Final = _FORMER | frozenset(
    W + n
    for n in (
        *(
            "commentRangeStart",
            "commentRangeEnd",
            "commentReference",
            "annotationRef",
            "permStart",
            "permEnd",
        ),
        *("altChunk", "subDoc", "object", "control", "proofErr", "dataBinding", "placeholder"),
        *("attachedTemplate", "mailMerge", "rsids", "docVars", "saveThroughXslt", "trackRevisions"),
        *("updateFields", "documentProtection", "writeProtection", "linkStyles", "attachedSchema"),
    )
)
_GONE: Final = {
    W + "altChunk": Taken.EMBEDDED,
    W + "subDoc": Taken.ELSEWHERE,
    W + "object": Taken.EMBEDDED,
    W + "control": Taken.EMBEDDED,
    W + "attachedTemplate": Taken.ELSEWHERE,
    W + "mailMerge": Taken.ELSEWHERE,
}
_PICTURE_PARENTS: Final = frozenset((W + "drawing", W + "pict", W + "object"))
_COUNTED: Final = frozenset(("PAGE", "NUMPAGES", "SECTIONPAGES", "SECTION", "SEQ"))
"""Codes that Word computes and that tell nothing of the machine or the day: the numbers of pages."""


def _clean(package: Package, part: str, tree: etree._Element, name: str) -> None:
    if any(e.tag in _CHANGES for e in tree.iter()):
        raise RefusedError(
            name,
            Why.CHANGES,
            "a finished text",
            f"tracked changes in {posixpath.basename(part)}",
            "accept or reject them in Word: they name who made them",
        )
    for element in [e for e in tree.iter() if e.tag in _DROPPED]:
        if element.tag in _GONE:
            package.taken.add(_GONE[element.tag])
        _drop(element)
    _compute_nothing(package, tree)
    kept = {r["Id"] for r in package.relations[part]}
    for element in list(tree.iter(etree.Element)):
        _without_relation(element, kept)
        _without_origin(element)
    for comment in list(tree.iter(etree.Comment, etree.PI)):
        _drop(comment)


_NAMED: Final = frozenset(("docPr", "cNvPr"))
"""A picture or shape: its name and description are often the path of a file on somebody's machine."""
_ORIGIN: Final = frozenset(("paraId", "textId", "descr", "title", "alt", "href"))


def _without_origin(element: etree._Element) -> None:
    """Without marks of when it was edited, of which document it comes from, of where a picture lay."""
    if _local(element.tag) == "docId":
        _drop(element)
    for key in list(element.attrib):
        local = _local(key)
        if local in _ORIGIN or local.startswith("rsid"):
            del element.attrib[key]
        elif local == "name" and _local(element.tag) in _NAMED:
            element.set(key, "")


def _local(name: object) -> str:
    return str(name).rpartition("}")[2]


_ALONE: Final = frozenset(("hlinkClick", "hlinkHover", "svgBlip"))
"""A link of a picture, or its second form drawn by lines: without it the picture stays."""


def _without_relation(element: etree._Element, kept: set[str]) -> None:
    """What leads to a part that is not there any more goes too; the words of a link stay."""
    leads = [str(k) for k in element.attrib if str(k).startswith(_R)]
    if not leads or all(element.attrib[k] in kept for k in leads):
        return
    if element.tag == W + "hyperlink":
        _unwrap(element)
        return
    holder = next((e for e in (element, *element.iterancestors()) if e.tag in _PICTURE_PARENTS), element)
    if _local(element.tag) in _ALONE:
        holder = element
    _drop(holder)


def _compute_nothing(package: Package, tree: etree._Element) -> None:
    """What Word would compute becomes the text that it had last; numbers of pages stay as they are."""
    for simple in list(tree.iter(W + "fldSimple")):
        if _code(simple.get(W + "instr", "")) not in _COUNTED:
            package.taken.add(Taken.COMPUTED)
            _unwrap(simple)
    stack: list[list[etree._Element]] = []
    for element in list(tree.iter(W + "fldChar", W + "instrText")):
        if element.tag == W + "instrText":
            if stack:
                stack[-1].append(element)
            else:
                _drop(element)
            continue
        match element.get(W + "fldCharType"):
            case "begin":
                stack.append([element])
            case "end" if stack:
                marks = [*stack.pop(), element]
                said = "".join(m.text or "" for m in marks if m.tag == W + "instrText")
                if _code(said) not in _COUNTED:
                    package.taken.add(Taken.COMPUTED)
                    for mark in marks:
                        _drop(mark)
            case _ if stack:
                stack[-1].append(element)
            case _:
                _drop(element)
    for mark in (m for marks in stack for m in marks):
        _drop(mark)


def _code(instruction: str) -> str:
    words = instruction.split()
    return words[0].upper() if words else ""


def _drop(element: etree._Element) -> None:
    """An element out of its tree; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _unwrap(element: etree._Element) -> None:
    """What is in an element, in its place."""
    for child in list(element):
        element.addprevious(child)
    _drop(element)


# --- the file again ---------------------------------------------------------------------------------------

_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def _files(package: Package) -> Iterator[tuple[str, bytes]]:
    yield "[Content_Types].xml", _types(package)
    yield "_rels/.rels", _rels([{"Id": "rId1", "kind": _DOCUMENT, "to": package.main}], "")
    for part, tree in package.texts.items():
        yield part, _written(tree)
        if package.relations[part]:
            folder, base = posixpath.split(part)
            yield posixpath.join(folder, "_rels", f"{base}.rels"), _rels(package.relations[part], folder)
    yield from package.others.items()


def _types(package: Package) -> bytes:
    root = etree.Element(_TYPES + "Types", nsmap={None: _TYPES[1:-1]})
    endings = {p.rpartition(".")[2].lower() for p in package.others}
    for ending in ("rels", "xml", *sorted(endings)):
        type_ = _PICTURES.get(ending, "application/xml")
        if ending == "rels":
            type_ = "application/vnd.openxmlformats-package.relationships+xml"
        etree.SubElement(root, _TYPES + "Default", Extension=ending, ContentType=type_)
    for part in package.texts:
        etree.SubElement(root, _TYPES + "Override", PartName=f"/{part}", ContentType=package.types[part])
    return _written(root)


def _rels(relations: list[dict[str, str]], folder: str) -> bytes:
    root = etree.Element(_RELS + "Relationships", nsmap={None: _RELS[1:-1]})
    for one in relations:
        target = posixpath.relpath(one["to"], folder or ".")
        etree.SubElement(
            root, _RELS + "Relationship", Id=one["Id"], Type=_RELATION + one["kind"], Target=target
        )
    return _written(root)


def _written(tree: etree._Element) -> bytes:
    data: bytes = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
