"""Makes src/raport/adapters/ocr/unseen.ttf: a font of one empty glyph, for the words under a page's picture.

uvx --from fonttools python tools/make_unseen_font.py
"""

from pathlib import Path

from fontTools.fontBuilder import FontBuilder  # type: ignore[import-not-found] # run once, with its own tools
from fontTools.ttLib.tables._g_l_y_f import Glyph  # type: ignore[import-not-found] # likewise, run once

PATH = Path(__file__).resolve().parents[1] / "src/raport/adapters/ocr/unseen.ttf"
NOTHING = ".notdef"


def main() -> None:
    made = FontBuilder(1000, isTTF=True)
    made.setupGlyphOrder([NOTHING])
    made.setupCharacterMap({})
    made.setupGlyf({NOTHING: Glyph()})
    made.setupHorizontalMetrics({NOTHING: (500, 0)})
    made.setupHorizontalHeader(ascent=1000, descent=-1)
    made.setupNameTable({"familyName": "Unseen", "styleName": "Regular"})
    made.setupOS2(sTypoAscender=1000, sTypoDescender=-1, usWinAscent=1000, usWinDescent=1)
    made.setupPost()
    made.font["head"].created = made.font["head"].modified = 0
    made.font.recalcTimestamp = False
    made.save(PATH)


if __name__ == "__main__":
    main()
