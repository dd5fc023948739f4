"""A photograph or scan of a page to a clean page: upright, straight, without shade, at 300 dots an inch.

Works on grey pictures, by Pillow alone: what else would be loaded costs more than it saves, and each file has
a child of its own. Runs in that child, which has no rights.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageChops, ImageFilter

DPI = 300
LONGER_SIDE = 3508
"""Pixels of A4 at 300 dots an inch."""
MOST_ENLARGED = 4.0

_STEEPEST = 10.0  # degrees; what hangs more is turned by hand
_STRAIGHT = 0.12  # degrees that are left as they are
_SAME_SIZE = 0.06
_COARSE, _FINE = 350, 800  # pixels of the longer side on which the lean is looked for, and then measured
_SIDEWAYS = 2.5  # so many times sharper across: lines run from top to bottom; below, the reading tells
_PAPER = 235  # as light as this is paper
_INK = 0.35  # more, and light blue stamps are lost; less, and dark ones hide the text
_RULED = 0.9  # of the rows with ink: those that are darker yet are ruled lines
_GRAIN = 16
_FAR = 5  # of such grains: wider than a letter, so that some paper is always in sight
_LEAST_LIGHT = 64
_WHITE = 225
_STEPS = 4.0  # degrees up to which a page is straightened strip by strip


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean page, the degrees by which it was straightened and the quarter turns before that."""

    picture: Image.Image
    angle: float
    turned: int


def clean(picture: Image.Image, scale: float) -> Cleaned:
    """The page, made larger or smaller by `scale`."""
    grey, turned = without_shade(grey_of(picture)), 0
    if is_sideways(grey):
        grey, turned = grey.transpose(Image.Transpose.ROTATE_270), 1
    angle = lean(grey)
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


# --- shade ------------------------------------------------------------------------------------------------


def without_shade(grey: Image.Image) -> Image.Image:
    """Each place measured by the lightest near it: paper becomes white wherever the light fell."""
    paper = grey.reduce(_GRAIN).filter(ImageFilter.MaxFilter(_FAR)).filter(ImageFilter.GaussianBlur(_FAR / 2))
    lights = paper.histogram()
    least = max(_LEAST_LIGHT, next(light for light, count in enumerate(lights) if count))
    # How much darker each place has to be for all paper to be as dark as the darkest: then all is lit alike.
    gain = paper.point([min(255, round(255 * least / max(light, 1))) for light in range(256)])
    even = ImageChops.multiply(grey, gain.resize(grey.size, Image.Resampling.NEAREST))
    return even.point([min(255, round(value * 255 * 255 / (least * _WHITE))) for value in range(256)])


# --- lean -------------------------------------------------------------------------------------------------


def lean(grey: Image.Image) -> float:
    """The degrees by which lines fall to the right: where rows of ink and of paper are told apart best."""
    coarse, fine = _ink(grey, _COARSE), _ink(grey, _FINE)
    about = _best(coarse, _steps(-_STEEPEST, _STEEPEST, 0.5))
    near = _best(fine, _steps(about - 0.5, about + 0.5, 0.2))
    return round(_best(fine, _steps(near - 0.15, near + 0.15, 0.05)), 2)


def is_sideways(grey: Image.Image) -> bool:
    """Whether the lines of writing run from top to bottom. A ruled line, dark and alone, counts no more than
    a line of writing.
    """
    ink = _ink(grey, _COARSE)
    side = ink.transpose(Image.Transpose.ROTATE_90)
    few = _steps(-3, 3, 1)
    return max(_sharpness(side, a, ruled=False) for a in few) > _SIDEWAYS * max(
        _sharpness(ink, a, ruled=False) for a in few
    )


def _steps(first: float, last: float, step: float) -> list[float]:
    return [first + n * step for n in range(round((last - first) / step) + 1)]


def _best(ink: Image.Image, angles: Iterable[float]) -> float:
    return max(angles, key=lambda angle: _sharpness(ink, angle))


def _ink(grey: Image.Image, longer: int) -> Image.Image:
    """How much ink is where, small: letters are grey there, and paper is nothing."""
    small = grey.reduce(max(1, round(max(grey.size) / longer)))
    return small.point([max(0, _PAPER - value) for value in range(256)])


def _sharpness(ink: Image.Image, angle: float, *, ruled: bool = True) -> float:
    """How sharply ink and paper alternate from row to row, were the page turned against this lean."""
    slope = math.tan(math.radians(angle))
    about = -slope * ink.width / 2
    turned = ink.transform(ink.size, Image.Transform.AFFINE, (1, 0, 0, slope, 1, about))
    rows = turned.convert("F").resize((1, ink.height), Image.Resampling.BOX).tobytes("raw", "F")
    profile = list(memoryview(rows).cast("f"))
    if not ruled:
        inked = sorted(value for value in profile if value > 0) or [0.0]
        most = inked[int(len(inked) * _RULED)]
        profile = [min(value, most) for value in profile]
    return sum((a - b) ** 2 for a, b in pairwise(profile))


def straightened(grey: Image.Image, angle: float, scale: float) -> Image.Image:
    """Brought to size and turned against its lean."""
    if abs(scale - 1) >= _SAME_SIZE:
        size = (max(1, round(grey.width * scale)), max(1, round(grey.height * scale)))
        grey = grey.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
    if abs(angle) < _STRAIGHT:
        return grey
    if abs(angle) > _STEPS:
        return grey.rotate(angle, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    return _in_strips(_in_strips(grey, angle, upright=True), angle, upright=False)


def _in_strips(grey: Image.Image, angle: float, *, upright: bool) -> Image.Image:
    """Strips moved against one another by whole pixels, upright ones up and down and others left and right:
    a small turn in two steps, and no grey is mixed.
    """
    slope = math.tan(math.radians(angle))
    long, wide = (grey.width, grey.height) if upright else (grey.height, grey.width)
    room = math.ceil(abs(slope) * long)
    size = (long, wide + room) if upright else (wide + room, long)
    moved = Image.new("L", size, 255)
    strip = max(1, round(1 / abs(slope)))
    for at in range(0, long, strip):
        end = min(at + strip, long)
        by = round(slope * (at + strip / 2)) * (-1 if upright else 1)
        by += room if (slope > 0) == upright else 0
        part = grey.crop((at, 0, end, wide) if upright else (0, at, wide, end))
        moved.paste(part, (at, by) if upright else (by, at))
    return moved


# --- size -------------------------------------------------------------------------------------------------


def scale_for(size: tuple[int, int], dpi: float) -> float:
    """How much larger a page is made for the machine: by the dots an inch that the file names, where it would
    be a page of paper; else as if its longer side were that of A4.
    """
    longer = max(size)
    if 100 <= dpi <= 1200 and 5.5 <= longer / dpi <= 17:  # inches: from A6 to A3
        return DPI / dpi
    return min(LONGER_SIDE / max(longer, 1), MOST_ENLARGED)
