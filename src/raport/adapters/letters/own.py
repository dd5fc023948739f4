"""A group's own template: the fields in a Word file, and the file filled.

Word splits a name over as many runs as it likes; it is found all the same, in tables, headers, footers, notes
and text boxes too. A field is text that other text is put in place of: nothing in the file is run.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from enum import Enum
from typing import Final

from lxml import etree

from raport.adapters.letters.docx import clean
from raport.adapters.letters.package import Package, RefusedError, Taken, W, Why, open_package, packed
from raport.drafting.fields import FIELD, alone, in_line, refused
from raport.drafting.model import Paragraph, Run
from raport.law.letters import As

AROUND: Final = 60
MOST_FIELDS: Final = 200
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_ROOTS: Final = {
    W + "document": "body",
    W + "hdr": "header",
    W + "ftr": "footer",
    W + "footnotes": "note",
    W + "endnotes": "note",
}


class Where(Enum):
    """Where in the file a field stands."""

    BODY = "body"
    TABLE = "table"
    HEADER = "header"
    FOOTER = "footer"
    NOTE = "note"
    BOX = "box"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field stands, and the words around it."""

    where: Where
    around: str


@dataclass(frozen=True, slots=True)
class OwnTemplate:
    """A Word file that was looked through. `data`: what of it is kept. `lines`: its paragraphs as text."""

    data: bytes
    lines: tuple[str, ...]
    places: Mapping[str, tuple[Place, ...]]  # by the name of the field as it was typed
    taken: tuple[Taken, ...]


def read_template(data: bytes, name: str) -> OwnTemplate:
    """A group's own template. Raises `BadInput`: no Word file, macros, tracked changes, or code in braces."""
    package = open_package(data, name)
    lines: list[str] = []
    places: dict[str, list[Place]] = {}
    for paragraph in _paragraphs(package):
        text = _text(paragraph)
        wrong = refused(text)
        if wrong:
            raise RefusedError(
                name,
                Why.CODE,
                "plain fields, such as {{name}}: no code, no point, no filter, closed in the same paragraph",
                wrong[:AROUND],
            )
        if not text.strip() or _is_copy(paragraph):
            continue
        lines.append(text)
        for match in FIELD.finditer(text):
            around = _around(text, match.start(), match.end())
            places.setdefault(match[1].strip(), []).append(Place(_where(paragraph), around))
    if sum(map(len, places.values())) > MOST_FIELDS:
        raise RefusedError(name, Why.LARGE, f"at most {MOST_FIELDS} fields", "more of them")
    return OwnTemplate(
        data=packed(package),
        lines=tuple(lines),
        places={field: tuple(found) for field, found in places.items()},
        taken=tuple(t for t in Taken if t in package.taken),
    )


def fill_template(template: OwnTemplate, values: Mapping[str, tuple[Paragraph, ...]], name: str) -> bytes:
    """The file with what stands for each of its fields."""
    package = open_package(template.data, name)
    styles = _styles(package)
    for paragraph in _paragraphs(package):
        text = _text(paragraph)
        if FIELD.search(text) is None:
            continue
        block = values.get(alone(text))
        if block is not None and (len(block) != 1 or block[0].as_ is not As.TEXT):
            _put_block(paragraph, block, styles)
        else:
            _put_in_line(paragraph, text, values)
    return packed(package)


# --- what is in the file ----------------------------------------------------------------------------------


def _paragraphs(package: Package) -> Iterator[etree._Element]:
    for tree in package.texts.values():
        if tree.tag in _ROOTS:
            yield from list(tree.iter(W + "p"))


def _texts(paragraph: etree._Element) -> list[etree._Element]:
    """The pieces of text of a paragraph, those of text boxes in it left out: they have paragraphs of their
    own.
    """
    return [t for t in paragraph.iter(W + "t") if next(t.iterancestors(W + "p")) is paragraph]


def _text(paragraph: etree._Element) -> str:
    return "".join(t.text or "" for t in _texts(paragraph))


def _is_copy(paragraph: etree._Element) -> bool:
    """Whether it is the second form of a text box, for old programs."""
    return next(paragraph.iterancestors(_FALLBACK), None) is not None


def _where(paragraph: etree._Element) -> Where:
    root = Where(_ROOTS[paragraph.getroottree().getroot().tag])
    if next(paragraph.iterancestors(W + "txbxContent"), None) is not None:
        return Where.BOX
    if root is Where.BODY and next(paragraph.iterancestors(W + "tbl"), None) is not None:
        return Where.TABLE
    return root


def _around(text: str, start: int, end: int) -> str:
    before, after = text[:start], text[end:]
    left = before if len(before) <= AROUND else f"…{before[-AROUND:]}"
    right = after if len(after) <= AROUND else f"{after[:AROUND]}…"
    return f"{left}{text[start:end]}{right}".strip()


def _styles(package: Package) -> frozenset[str]:
    """The ids of the styles of paragraphs."""
    return frozenset(
        style.get(W + "styleId", "")
        for tree in package.texts.values()
        if tree.tag == W + "styles"
        for style in tree.iter(W + "style")
        if style.get(W + "type") == "paragraph"
    )


# --- what is put there ------------------------------------------------------------------------------------


def _put_in_line(paragraph: etree._Element, text: str, values: Mapping[str, tuple[Paragraph, ...]]) -> None:
    """Each field of a paragraph, the last first: what stands before it is not moved."""
    for match in reversed(list(FIELD.finditer(text))):
        first = _cut(paragraph, match.start())
        after = _cut(paragraph, match.end())
        field = list(_between(paragraph, first, after))
        new = _runs(in_line(values[match[1].strip()]), _look(field[0]))
        holder = _run_of(field[0])
        for run in new:
            holder.addprevious(run)
        for text_ in field:
            text_.getparent().remove(text_)


def _between(
    paragraph: etree._Element, first: etree._Element, after: etree._Element | None
) -> Iterator[etree._Element]:
    inside = False
    for text in _texts(paragraph):
        inside = (inside or text is first) and text is not after
        if inside:
            yield text


def _cut(paragraph: etree._Element, at: int) -> etree._Element | None:
    """The piece of text that begins at this letter of the paragraph, its run parted there where need be; None
    at the end.
    """
    for text in _texts(paragraph):
        length = len(text.text or "")
        if at == 0 and length:
            return text
        if at < length:
            return _part(text, at)
        at -= length
    return None


def _part(text: etree._Element, at: int) -> etree._Element:
    """A run parted inside one of its texts; the text that begins the second run."""
    run, said = _run_of(text), text.text or ""
    second = etree.Element(run.tag)
    look = run.find(W + "rPr")
    if look is not None:
        second.append(deepcopy(look))
    rest = _said(said[at:])
    second.append(rest)
    for following in list(text.itersiblings()):
        second.append(following)
    text.text = said[:at]
    text.set(_SPACE, "preserve")
    run.addnext(second)
    return rest


def _run_of(text: etree._Element) -> etree._Element:
    return next(text.iterancestors(W + "r"))


def _look(text: etree._Element) -> etree._Element | None:
    return _run_of(text).find(W + "rPr")


_AFTER_SHADE: Final = frozenset(
    W + n
    for n in ("fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath")
)


def _runs(said: Sequence[Run], look: etree._Element | None, *, bold: bool = False) -> list[etree._Element]:
    """Runs that look as the field did; blanks are shaded."""
    out = []
    for one in said:
        run = etree.Element(W + "r")
        style = deepcopy(look) if look is not None else etree.Element(W + "rPr")
        if one.blank:
            _shade(style)
        if bold and style.find(W + "b") is None:
            at = sum(e.tag in (W + "rStyle", W + "rFonts") for e in style)
            style.insert(at, etree.Element(W + "b"))
        if len(style):
            run.append(style)
        for number, line in enumerate(clean(one.shown).split("\n")):
            if number:
                run.append(etree.Element(W + "br"))
            if line:
                run.append(_said(line))
        out.append(run)
    return out


def _shade(look: etree._Element) -> None:
    for old in look.findall(W + "shd"):
        look.remove(old)
    shade = etree.Element(W + "shd", {W + "val": "clear", W + "color": "auto", W + "fill": "D9D9D9"})
    after = next((e for e in look if e.tag in _AFTER_SHADE), None)
    if after is None:
        look.append(shade)
    else:
        after.addprevious(shade)


def _said(text: str) -> etree._Element:
    element = etree.Element(W + "t", {_SPACE: "preserve"})
    element.text = text
    return element


def _put_block(paragraph: etree._Element, block: Sequence[Paragraph], styles: frozenset[str]) -> None:
    """Paragraphs of the letter in the place of one that is a field and no more; each looks as that one."""
    texts = _texts(paragraph)
    look = _look(next(t for t in texts if t.text))
    form = paragraph.find(W + "pPr")
    numbered = form is not None and form.find(W + "numPr") is not None
    for one in block:
        new = etree.Element(W + "p")
        if form is not None:
            new.append(deepcopy(form))
            for section in new.iter(W + "sectPr"):
                section.getparent().remove(section)
                break
        if len({p.as_ for p in block}) > 1:
            _as_in_a_letter(new, one.as_, styles)
        number = [Run(f"{one.number} ")] if one.number and not numbered else []
        bold = one.as_ in (As.TITLE, As.HEADING)
        new.extend(_runs([*number, *one.runs], look, bold=bold))
        paragraph.addprevious(new)
    for text in texts:
        text.getparent().remove(text)
    if block and not _holds_more(paragraph):
        paragraph.getparent().remove(paragraph)


def _holds_more(paragraph: etree._Element) -> bool:
    """Whether something besides text stands in it: a picture, a text box, the end of a section."""
    tags = (W + "drawing", W + "pict", W + "sectPr", W + "br", W + "footnoteReference")
    return next(paragraph.iter(*tags), None) is not None


_INDENTED: Final = frozenset((As.TO, As.FROM))
_CENTRED: Final = frozenset((As.TITLE, As.SUBTITLE))


def _as_in_a_letter(paragraph: etree._Element, as_: As, styles: frozenset[str]) -> None:
    """The style that our own template has for such a paragraph, if it is there; else at least its place."""
    form = paragraph.find(W + "pPr")
    if form is None:
        form = etree.Element(W + "pPr")
        paragraph.insert(0, form)
    style = f"Letter{as_.value}"
    if style in styles:
        for old in list(form):
            form.remove(old)
        form.append(etree.Element(W + "pStyle", {W + "val": style}))
        return
    if as_ in _INDENTED:
        _set(form, "ind", {W + "left": "4535", W + "firstLine": "0"})
    elif as_ in _CENTRED:
        _set(form, "ind", {W + "left": "0", W + "firstLine": "0"})
        _set(form, "jc", {W + "val": "center"})


_AFTER: Final = {
    "ind": frozenset(
        W + n
        for n in (
            *(
                "contextualSpacing",
                "mirrorIndents",
                "suppressOverlap",
                "jc",
                "textDirection",
                "textAlignment",
            ),
            *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
        )
    ),
    "jc": frozenset(
        W + n
        for n in (
            *("textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle"),
            *("rPr", "sectPr", "pPrChange"),
        )
    ),
}


def _set(form: etree._Element, name: str, values: Mapping[str, str]) -> None:
    """A property of a paragraph, in the place that the order of the format gives it."""
    for old in form.findall(W + name):
        form.remove(old)
    new = etree.Element(W + name, dict(values))
    after = next((e for e in form if e.tag in _AFTER[name]), None)
    if after is None:
        form.append(new)
    else:
        after.addprevious(new)
