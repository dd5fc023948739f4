"""Letters with a known truth, spoilt as phones and scanners spoil them: a few here, many in the soak."""

import random
from collections import Counter

import pypdfium2
import pytest
from PIL import Image

from raport.adapters.packs import load_pack
from raport.app.reading import Given, scan
from raport.assess import Law, prepare
from tests.conftest import REQUIRE_ALL, ROOT
from tests.papers import made
from tests.papers.measured import FIELDS, Read, distance, errors, letters, tallies, wilson
from tests.papers.reader import needs_reader

SHARED = ROOT.parent / "shared/data/ocr"
pytestmark = needs_reader


@pytest.fixture(scope="module")
def law() -> Law:
    return prepare(load_pack("ru"))


@pytest.fixture(scope="module")
def read(law: Law) -> list[Read]:
    return [*letters([3], ["low", "phone"], law), *letters([4], ["scan", "stamp"], law)]


def test_few_signs_are_wrong(read: list[Read]) -> None:
    most = {"stamp": 0.04}  # what the stamp itself says is read among them

    assert [one.manner for one in read if one.wrong > most.get(one.manner, 0.01) * one.signs] == []


def test_fields_are_right_or_not_proposed(read: list[Read]) -> None:
    found = tallies(read)

    assert {name: t.misread for name, t in found.items() if t.wrong} == {}
    assert sum(found[name].right for name in FIELDS) >= 0.9 * len(FIELDS) * len(read)
    assert found["article"].right >= 3


def test_a_real_scan_that_nobody_here_wrote() -> None:
    """ABBYY's text is no truth, but two programs that agree on nine words of ten read the same page."""
    path = SHARED / "8LO39V-scan.pdf"
    if not path.exists():
        assert not REQUIRE_ALL, "there is no ../shared/data/ocr"
        pytest.skip("no ../shared/data/ocr")
    page = pypdfium2.PdfDocument(path)[0].render(scale=300 / 72).to_pil()
    half = page.crop((0, page.height // 2, page.width, page.height))

    words = scan([Given("half.png", _png(half))]).pages[0].words.words

    other = Counter(_plain((SHARED / "8LO39V-ocr.txt").read_text(encoding="utf-8-sig")).split())
    ours = [w for word in words for w in _plain(word.text).split() if len(w) > 3 and w.isalpha()]
    assert len(ours) > 60
    assert sum(w in other for w in ours) >= 0.85 * len(ours)


def _plain(text: str) -> str:
    return text.lower().replace("-\n", "").replace(",", " ").replace(".", " ").replace(";", " ")


def _png(picture: Image.Image) -> bytes:
    return made._file(picture.convert("L"), "PNG", 300)


# --- the measure itself -----------------------------------------------------------------------------------


def test_a_letter_is_the_same_by_its_seed() -> None:
    one, other = made.letter(5), made.letter(5)

    assert one == other
    assert made.letter(6) != one
    small = made.draw(one, 5, dpi=60).picture
    assert small.tobytes() == made.draw(other, 5, dpi=60).picture.tobytes()
    for manner in made.MANNERS:
        assert made.spoilt(small, manner, 5) == made.spoilt(small, manner, 5)


def test_distance_is_that_of_a_plain_count() -> None:
    chance = random.Random(3)
    for _ in range(200):
        one = "".join(chance.choices("абв", k=chance.randint(0, 5)))
        other = "".join(chance.choices("абв", k=chance.randint(0, 5)))
        assert distance(one, other) == _slow(one, other)


def _slow(one: str, other: str) -> int:
    if not one or not other:
        return len(one) + len(other)
    if one[0] == other[0]:
        return _slow(one[1:], other[1:])
    return 1 + min(_slow(one[1:], other), _slow(one, other[1:]), _slow(one[1:], other[1:]))


def test_lost_and_added_lines_count_as_wrong() -> None:
    from raport.reading.papers import PaperPage, Rect, Word

    page = PaperPage(100, 100, (Word("один", Rect(0, 0, 1, 1), 1, 0), Word("лишнее", Rect(0, 9, 1, 1), 1, 1)))

    assert errors(["один"], page) == (6, 4)
    assert errors(["один", "два"], PaperPage(100, 100, page.words[:1])) == (3, 7)


def test_an_interval_holds_its_share_and_is_as_others_print_it() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    low, high = wilson(45, 50)
    assert (round(low, 4), round(high, 4)) == (0.7864, 0.9565)  # the usual worked example
    assert wilson(10, 10)[1] == pytest.approx(1)
