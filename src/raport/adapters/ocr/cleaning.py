"""A photograph or scan of a page to a clean page: upright, straight, without shade, at 300 dots an inch.

Works on grey pictures; `numpy` counts, Pillow turns. Runs in the child that has no rights.
"""

import math
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageChops, ImageFilter

DPI = 300
LONGER_SIDE = 3508
"""Pixels of A4 at 300 dots an inch."""
MOST_ENLARGED = 4.0

_DARK = 150
_STEEPEST = 10.0  # degrees; what hangs more is turned by hand
_COARSE, _FINE = 0.5, 0.05
_STRAIGHT = 0.1  # degrees that are left as they are
_SAME_SIZE = 0.06
_LOOKED_AT = 700  # pixels of the longer side on which the lean is measured
_SIDEWAYS = 2.5  # so many times sharper across: lines run from top to bottom; below, the reading tells
_INK = 0.35  # more, and light blue stamps are lost; less, and dark ones hide the text
_RULED = 0.9  # of the rows: those that are darker yet are ruled lines
_GRAIN = 8
_FAR = 9  # of such grains: wider than a letter, so that some paper is always in sight
_LEAST_LIGHT = 64
_WHITE = 225

type Grey = np.ndarray[tuple[int, int], np.dtype[np.uint8]]
type Line = np.ndarray[tuple[int], np.dtype[np.float32]]
type Ink = tuple[Line, Line]
"""The rows of all dark pixels, and their columns."""
type Profile = np.ndarray[tuple[int], np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean page, the degrees by which it was straightened and the quarter turns before that."""

    picture: Image.Image
    angle: float
    turned: int


def clean(picture: Image.Image, scale: float) -> Cleaned:
    """The page, made larger or smaller by `scale`."""
    grey = without_shade(grey_of(picture))
    small = np.asarray(grey.reduce(max(1, round(max(grey.size) / _LOOKED_AT))))
    turned = 0
    if is_sideways(small):
        grey, small, turned = grey.transpose(Image.Transpose.ROTATE_270), np.rot90(small, -1), 1
    angle = lean(small)
    return Cleaned(straightened(grey, angle, scale), angle, turned)


def grey_of(picture: Image.Image) -> Image.Image:
    """A picture in grey, on white where it is clear. Coloured ink is lighter than black: letters under a
    stamp stand out of it, and what the stamp says can still be read.
    """
    if "A" in picture.getbands() or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        picture = Image.new("RGB", clear.size, "white")
        picture.paste(clear, mask=clear.getchannel("A"))
    grey = picture.convert("L")
    if picture.mode != "RGB":
        return grey
    red, green, blue = picture.split()
    brightest = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return Image.blend(grey, brightest, _INK)


def without_shade(grey: Image.Image) -> Image.Image:
    """Each place measured by the lightest near it: paper becomes white wherever the light fell."""
    paper = grey.reduce(_GRAIN).filter(ImageFilter.MaxFilter(_FAR)).filter(ImageFilter.GaussianBlur(_FAR / 2))
    light = np.asarray(paper.resize(grey.size, Image.Resampling.BILINEAR))
    lit = np.asarray(grey).astype(np.uint16)
    lit *= 255
    lit //= np.maximum(light, _LEAST_LIGHT)
    np.minimum(lit, 255, out=lit)
    return Image.fromarray(lit.astype(np.uint8)).point(_LEVELS)


_LEVELS = [min(255, round(value * 255 / _WHITE)) for value in range(256)]


def is_sideways(small: Grey) -> bool:
    """Whether the lines of writing run from top to bottom."""
    return _sharpest(np.rot90(small)) > _SIDEWAYS * _sharpest(small)


def _sharpest(small: Grey) -> float:
    """How sharply ink and paper alternate at the best lean; a ruled line, dark and alone, counts no more than
    a line of writing.
    """
    ink = _ink(small)
    best = 0.0
    for angle in np.arange(-3, 3.1, 1.0):
        profile = _profile(ink, angle)
        profile = np.minimum(profile, np.sort(profile)[int(len(profile) * _RULED)])
        best = max(best, float(np.square(np.diff(profile)).sum()))
    return best


def lean(small: Grey) -> float:
    """The degrees by which lines fall to the right: where the profile of rows is sharpest."""
    ink = _ink(small)
    best = 0.0
    for width, step in ((_STEEPEST, _COARSE), (_COARSE, _FINE)):
        tried = best + np.arange(-width, width + step / 2, step)
        found = [_sharpness(ink, angle) for angle in tried]
        best = float(tried[int(np.argmax(found))])
    return round(best, 2)


def _ink(small: Grey) -> Ink:
    rows, columns = np.nonzero(small < _DARK)
    return rows.astype(np.float32), columns.astype(np.float32)


def _sharpness(ink: Ink, angle: float) -> float:
    return float(np.square(np.diff(_profile(ink, angle))).sum())


def _profile(ink: Ink, angle: float) -> Profile:
    """How much ink stands on each row, were the page turned against this lean."""
    rows, columns = ink
    if not len(rows):
        return np.zeros(1)
    level = rows - columns * np.float32(math.tan(math.radians(angle)))
    level -= level.min()
    return np.bincount(level.astype(np.int32)).astype(np.float64)


def straightened(grey: Image.Image, angle: float, scale: float) -> Image.Image:
    """Turned against its lean and brought to size, in one step where it is made larger."""
    if abs(angle) < _STRAIGHT:
        angle = 0.0
    if abs(scale - 1) < _SAME_SIZE:
        scale = 1.0
    if angle == 0.0 or scale < 1:
        size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
        grey = grey if scale == 1.0 else grey.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
        scale = 1.0
    if angle == 0.0:
        return grey
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    width = math.ceil(scale * (grey.width * cosine + grey.height * abs(sine)))
    height = math.ceil(scale * (grey.height * cosine + grey.width * abs(sine)))
    # Where a pixel of the new page comes from: turned about the middle of both.
    a, b = cosine / scale, -sine / scale
    d, e = sine / scale, cosine / scale
    c = grey.width / 2 - a * width / 2 - b * height / 2
    f = grey.height / 2 - d * width / 2 - e * height / 2
    return grey.transform(
        (width, height),
        Image.Transform.AFFINE,
        (a, b, c, d, e, f),
        Image.Resampling.BICUBIC,
        fillcolor=255,
    )


def scale_for(size: tuple[int, int], dpi: float) -> float:
    """How much larger a page is made for the machine: by the dots an inch that the file names, where it would
    be a page of paper; else as if its longer side were that of A4.
    """
    longer = max(size)
    if 100 <= dpi <= 1200 and 5.5 <= longer / dpi <= 17:  # inches: from A6 to A3
        return DPI / dpi
    return min(LONGER_SIDE / max(longer, 1), MOST_ENLARGED)
