"""A letter that came back from Word: its text, and a copy of it that tells nothing of who wrote it where.

Run in the child without rights (`worker`). What cannot be told apart from the letter (changes that were not
accepted, comments, links, macros, things embedded) is refused: whoever sends it takes it out in Word.
"""

import codecs
import io
import json
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from PIL import Image

MOST_PARTS, MOST_BYTES = 400, 64 * 1024 * 1024
MOST_TEXT = 400_000
"""Letters."""

TOO_LARGE, UNREADABLE = "too-large", "unreadable"
CHANGES, LINKS, EMBEDDED, PICTURE = "word-changes", "word-links", "word-embedded", "word-picture"

codecs.lookup("cp437")  # names in a ZIP, read while files may be opened

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DOCUMENT, _CONTENTS = "word/document.xml", "[Content_Types].xml"

_TEXT_PART = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_KEPT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|word/_rels/[\w.]+\.rels|word/theme/theme\d*\.xml"
    r"|word/(?:document|styles|settings|numbering|fontTable|webSettings|header\d*|footer\d*|footnotes|endnotes)\.xml"
    r"|word/media/[\w.-]+\.(?:png|jpe?g)",
    re.IGNORECASE,
)
_FOREIGN = re.compile(r"vbaProject|/activeX/|/embeddings/|afchunk|/glossary/", re.IGNORECASE)
_COMMENTS = re.compile(r"word/comments\w*\.xml", re.IGNORECASE)
_PICTURES = re.compile(r"word/media/", re.IGNORECASE)
_CHANGED = frozenset(
    f"{_W}{name}"
    for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "commentReference", "delText")
)
_TRACES = re.compile(rb'\s(?:w:rsid\w*|w14:(?:paraId|textId))="[^"]*"|<w:rsid\b[^>]*/>')
_SETTINGS = re.compile(
    rb"<w:(rsids|docVars|mailMerge|documentProtection|writeProtection|attachedTemplate|saveThroughXslt)\b"
    rb"(?:[^>]*/>|.*?</w:\1>)|<w1[45]:docId\b[^>]*/>",
    re.DOTALL,
)
_DAY = (1980, 1, 1, 0, 0, 0)


class WordRefusedError(Exception):
    """It is no letter that may be taken: the id of the reason."""


def text_of(data: bytes) -> bytes:
    """Its paragraphs as JSON: the letter's, then those of headers, footers and notes."""
    parts = _parts(data)
    texts = [t for name in _ordered(parts) for t in _texts(_tree(parts[name]))]
    if sum(map(len, texts)) > MOST_TEXT:
        raise WordRefusedError(TOO_LARGE)
    return json.dumps(texts, ensure_ascii=False).encode()


def cleaned(data: bytes) -> bytes:
    """The same letter without properties, ids of editing and whatever else a letter does not need."""
    parts = {name: part for name, part in _parts(data).items() if _KEPT.fullmatch(name)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, part in parts.items():
            info = zipfile.ZipInfo(name, _DAY)
            info.create_system, info.compress_type = 0, zipfile.ZIP_DEFLATED
            packed.writestr(info, _clean(name, part, parts))
    return out.getvalue()


# --- what is refused --------------------------------------------------------------------------------------


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts of a document that may be taken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            infos = packed.infolist()
            if len(infos) > MOST_PARTS or sum(i.file_size for i in infos) > MOST_BYTES:
                raise WordRefusedError(TOO_LARGE)
            parts = {i.filename: packed.read(i) for i in infos if not i.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError):
        raise WordRefusedError(UNREADABLE) from None
    if _DOCUMENT not in parts or _CONTENTS not in parts:
        raise WordRefusedError(UNREADABLE)
    if any(_FOREIGN.search(name) for name in parts):
        raise WordRefusedError(EMBEDDED)
    if any(_PICTURES.match(name) and not _KEPT.fullmatch(name) for name in parts):
        raise WordRefusedError(PICTURE)
    for name, part in parts.items():
        if _TEXT_PART.fullmatch(name):
            _look(_tree(part))
        elif _COMMENTS.fullmatch(name):
            if any(True for _ in _tree(part)):
                raise WordRefusedError(CHANGES)
        elif name.endswith(".rels"):
            _look_at_links(_tree(part))
    return parts


def _tree(part: bytes) -> ET.Element:
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise WordRefusedError(UNREADABLE)
    try:
        return ET.fromstring(part)  # noqa: S314 - no DOCTYPE comes here, and the child has no rights to lose
    except ET.ParseError:
        raise WordRefusedError(UNREADABLE) from None


def _look(tree: ET.Element) -> None:
    tags = {element.tag for element in tree.iter()}
    if tags & _CHANGED:
        raise WordRefusedError(CHANGES)
    if f"{_W}object" in tags or f"{_W}altChunk" in tags or f"{_W}control" in tags:
        raise WordRefusedError(EMBEDDED)


def _look_at_links(rels: ET.Element) -> None:
    for one in rels:
        # The template it was made from is such a link; it is left out of the copy.
        if one.get("TargetMode") == "External" and not one.get("Type", "").endswith("/attachedTemplate"):
            raise WordRefusedError(LINKS)


# --- text -------------------------------------------------------------------------------------------------


def _ordered(parts: Mapping[str, bytes]) -> list[str]:
    """The letter first."""
    return sorted((n for n in parts if _TEXT_PART.fullmatch(n)), key=lambda n: (n != _DOCUMENT, n))


def _texts(tree: ET.Element) -> Iterator[str]:
    for paragraph in tree.iter(f"{_W}p"):
        text = " ".join("".join(_of(paragraph)).split())
        if text:
            yield text
    for element in tree.iter():
        if element.tag.endswith("}docPr"):
            told = " ".join(filter(None, (element.get("title", ""), element.get("descr", ""))))
            if told:
                yield told


def _of(element: ET.Element) -> Iterator[str]:
    """The text of a paragraph, hidden text and codes of fields too; not that of paragraphs within it."""
    for child in element:
        if child.tag in (f"{_W}p", _FALLBACK):
            continue
        if child.tag in (f"{_W}t", f"{_W}instrText"):
            yield child.text or ""
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            yield " "
        elif child.tag == f"{_W}noBreakHyphen":
            yield "-"
        yield from _of(child)


# --- the copy ---------------------------------------------------------------------------------------------


def _clean(name: str, part: bytes, kept: Mapping[str, bytes]) -> bytes:
    if name.endswith(".rels"):
        return _rels(name, part, kept)
    if name == _CONTENTS:
        return _contents(part, kept)
    if _PICTURES.match(name):
        return _picture(part)
    part = _TRACES.sub(b"", part)
    return _SETTINGS.sub(b"", part) if name == "word/settings.xml" else part


def _rels(name: str, part: bytes, kept: Mapping[str, bytes]) -> bytes:
    """Only what leads to a part that is kept."""
    tree = _tree(part)
    folder = posixpath.dirname(posixpath.dirname(name))
    for one in list(tree):
        target = one.get("Target", "")
        place = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
        if one.get("TargetMode") == "External" or place.lstrip("/") not in kept:
            tree.remove(one)
    return _written(tree, _RELS)


def _contents(part: bytes, kept: Mapping[str, bytes]) -> bytes:
    tree = _tree(part)
    for one in list(tree):
        place = one.get("PartName")
        if place is not None and place.lstrip("/") not in kept:
            tree.remove(one)
    return _written(tree, _TYPES)


def _written(tree: ET.Element, namespace: str) -> bytes:
    ET.register_namespace("", namespace)
    whole: bytes = ET.tostring(tree, encoding="UTF-8", xml_declaration=True)
    return whole


def _picture(part: bytes) -> bytes:
    """Its pixels, and nothing that a camera wrote beside them."""
    try:
        opened = Image.open(io.BytesIO(part), formats=("PNG", "JPEG"))
        form = opened.format or "PNG"
        bare = Image.new(opened.mode, opened.size)
        bare.paste(opened)
        out = io.BytesIO()
        bare.save(out, form)
    except (OSError, ValueError):
        raise WordRefusedError(PICTURE) from None
    return out.getvalue()
