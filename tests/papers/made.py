"""Official letters with a known truth, drawn and then spoilt as phones and scanners spoil them.

The wording is ours: these letters measure the machine and the search for numbers and days. They say nothing
of how well classes of reply are told in real letters.
"""

import io
import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = Path(__file__).resolve().parents[2] / "src/raport/adapters/letters/fonts"
PT_SERIF = FONTS / "PTF55F.ttf"
LIBERATION = Path("/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf")
A4 = (8.27, 11.69)  # inches

MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]

SENDERS = {
    "garrison-prosecutor": (
        ("ВОЕННАЯ ПРОКУРАТУРА", "ПРИМЕРСКОГО ГАРНИЗОНА"),
        ("Военный прокурор гарнизона", "подполковник юстиции"),
    ),
    "unit-commander": (
        ("МИНИСТЕРСТВО ОБОРОНЫ", "РОССИЙСКОЙ ФЕДЕРАЦИИ", "ВОЙСКОВАЯ ЧАСТЬ 00000"),
        ("Командир войсковой части 00000", "полковник"),
    ),
    "main-military-prosecutor": (
        ("ПРОКУРАТУРА", "РОССИЙСКОЙ ФЕДЕРАЦИИ", "ГЛАВНАЯ ВОЕННАЯ ПРОКУРАТУРА"),
        ("Прокурор отдела", "полковник юстиции"),
    ),
    "ministry": (
        ("МИНИСТЕРСТВО ОБОРОНЫ", "РОССИЙСКОЙ ФЕДЕРАЦИИ"),
        ("Начальник приёмной", ""),
    ),
}
KINDS = {
    "no-grounds": "По результатам проверки нарушений не выявлено, оснований для мер прокурорского "
    "реагирования нет.",
    "forwarded": "В соответствии с ч. 3 ст. 8 указанного Федерального закона Ваше обращение направлено для "
    "рассмотрения по существу командующему войсками военного округа.",
    "reasons-not-valid": "Аттестационной комиссией изложенные в рапорте причины не признаны уважительными.",
    "must-serve-out": "Разъясняю, что Вы обязаны проходить службу до окончания контракта.",
    "stop": "Ваше обращение новых доводов не содержит, в связи с чем переписка с Вами прекращена.",
    "": "О результатах Вам будет сообщено дополнительно.",
}
FILLER = (
    (
        "Ваше обращение рассмотрено в порядке, установленном Федеральным законом от 02.05.2006 № 59-ФЗ "
        "«О порядке рассмотрения обращений граждан Российской Федерации»."
    ),
    (
        "Установлено, что военнослужащий проходит военную службу по контракту, заключённому 1 августа "
        "2014 г., и обратился к командованию с рапортом об увольнении по собственному желанию."
    ),
    (
        "Решение принято в соответствии с п. 6 ст. 51 Федерального закона «О воинской обязанности и военной "
        "службе» и Положением о порядке прохождения военной службы."
    ),
    (
        "В случае несогласия с принятым решением Вы вправе обжаловать его вышестоящему должностному лицу "
        "либо в суд в установленном законом порядке."
    ),
)


@dataclass(frozen=True, slots=True)
class Letter:
    """What a letter says, as the reader should find it; `lines` are all its words in order."""

    sender: str
    number: str
    on: date
    answers: str
    answers_on: date
    kind: str
    articles: frozenset[str]
    lines: tuple[str, ...] = field(default=(), compare=False)

    @property
    def truth(self) -> dict[str, str]:
        """The fields of the reader."""
        return {
            "sender": self.sender,
            "number": self.number,
            "date": self.on.isoformat(),
            "answers-to": self.answers,
            "answers-to-date": self.answers_on.isoformat(),
        }


def letter(seed: int) -> Letter:
    """A letter by its seed."""
    chance = random.Random(seed)
    on = date(chance.randint(2015, 2025), chance.randint(1, 12), chance.randint(1, 28))
    before = date.fromordinal(on.toordinal() - chance.randint(5, 40))
    kind = chance.choice(list(KINDS))
    number = chance.choice(
        [
            f"{chance.randint(2, 9999)}",
            f"{chance.randint(1, 99)}/{chance.randint(100, 9999)}",
            f"{chance.randint(1, 40)}-{chance.randint(100, 999)}-{on.year}",
        ]
    )
    return Letter(
        chance.choice(list(SENDERS)),
        number,
        on,
        f"{chance.randint(10, 9999)}",
        before,
        kind,
        frozenset({"ru.53.51.6", *(["ru.59.8.3"] if kind == "forwarded" else [])}),
    )


def day_in(form: int, day: date) -> str:
    """A day as one of four kinds of letter writes it."""
    return (
        f"«{day.day:02}» {MONTHS[day.month - 1]} {day.year} г.",
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year} года",
        f"«{day.day}» {MONTHS[day.month - 1]} {day.year}г.",
    )[form % 4]


# --- drawing ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page, and its words line by line."""

    picture: Image.Image
    lines: tuple[str, ...]


def draw(
    made: Letter,
    seed: int,
    dpi: int = 300,
    font: Path = PT_SERIF,
    *,
    columns: bool = False,
    full: bool = False,
) -> Drawn:
    """The letter on paper. `columns`: its body in two columns. `full`: a page full of it."""
    chance = random.Random(seed)
    width, height = (round(side * dpi) for side in A4)
    page = Image.new("L", (width, height), 255)
    pen = _Pen(ImageDraw.Draw(page), ImageFont.truetype(str(font), round(dpi * 12 / 72)), round(dpi * 0.24))
    left, right = round(dpi * 1.1), round(width - dpi * 0.6)
    head, signed = SENDERS[made.sender]
    form = chance.randrange(4)
    stamp = [*head, "", f"{day_in(form, made.on)} № {made.number}"]
    if chance.random() < 0.5:
        stamp = [*head, "", f"исх. № {made.number}", day_in(form, made.on)]
    stamp.append(f"На № {made.answers} от {made.answers_on:%d.%m.%Y}")
    top = round(dpi * 0.8)
    foot = pen.block(stamp, left, top)
    pen.block(["Иванову И.И.", "ул. Примерная, д. 1", "г. Примерск"], round(width * 0.62), top)
    top = foot + round(dpi * 0.4)
    pen.line("Уважаемый Иван Иванович!", round(width * 0.36), top)
    top += round(dpi * 0.4)
    body = [*FILLER[:3], KINDS[made.kind], FILLER[3], *(FILLER[1:] * 2 if full else ())]
    if columns:
        half = (right - left - round(dpi * 0.35)) // 2
        first = pen.text(body[:3], left, top, half)
        foot = max(first, pen.text(body[3:], right - half, top, half))
    else:
        foot = pen.text(body, left, top, right - left)
    foot += round(dpi * 0.5)
    pen.block(list(signed), left, foot)
    pen.line("П.П. Петров", round(width * 0.7), foot)
    return Drawn(page, tuple(pen.lines))


@dataclass(slots=True)
class _Pen:
    drawing: ImageDraw.ImageDraw
    font: ImageFont.FreeTypeFont
    step: int
    lines: list[str] = field(default_factory=list)

    def line(self, text: str, left: int, top: int) -> None:
        if text:
            self.drawing.text((left, top), text, fill=20, font=self.font)
            self.lines.append(text)

    def block(self, lines: Sequence[str], left: int, top: int) -> int:
        for text in lines:
            self.line(text, left, top)
            top += self.step
        return top

    def text(self, paragraphs: Sequence[str], left: int, top: int, width: int) -> int:
        """Paragraphs with a first line set in, words broken where a line would stay short."""
        for paragraph in paragraphs:
            row = "    "
            for word in paragraph.split():
                joined = f"{row} {word}".replace("     ", "    ")
                if self.drawing.textlength(joined, self.font) <= width:
                    row = joined
                    continue
                head, tail = self._broken(row, word, width)
                self.line(f"{row} {head}".rstrip() if head else row, left, top)
                top, row = top + self.step, tail
            self.line(row, left, top)
            top += self.step
        return top

    def _broken(self, row: str, word: str, width: int) -> tuple[str, str]:
        if word.isalpha() and len(word) > 9:
            for n in range(len(word) - 3, 3, -1):
                if self.drawing.textlength(f"{row} {word[:n]}-", self.font) <= width:
                    return f"{word[:n]}-", word[n:]
        return "", word


# --- spoiling ---------------------------------------------------------------------------------------------

MANNERS = ("clean", "scan", "low", "phone", "stamp", "columns")


def spoilt(drawn: Image.Image, manner: str, seed: int) -> bytes:
    """The file of a page as this manner of taking it gives it."""
    chance = random.Random(seed)
    noise = np.random.default_rng(seed)
    match manner:
        case "clean" | "columns":
            return _file(drawn, "PNG", 300)
        case "scan":
            return _jpeg(_grain(_skewed(drawn, chance.uniform(-2, 2)), noise, 14), 60, 300)
        case "low":
            small = drawn.resize((drawn.width // 2, drawn.height // 2), Image.Resampling.LANCZOS)
            return _jpeg(_grain(_skewed(small, chance.uniform(-3, 3)), noise, 22), 40, 150)
        case "phone":
            shot = _shadow(_seen_aslant(_skewed(drawn, chance.uniform(-3, 3)), chance), chance)
            return _jpeg(_grain(shot.filter(ImageFilter.GaussianBlur(1)), noise, 8), 70, 0)
        case "stamp":
            return _jpeg(_grain(_stamped(drawn, chance), noise, 10), 70, 300)
        case _:
            raise ValueError(manner)


def _skewed(page: Image.Image, degrees: float) -> Image.Image:
    return page.rotate(degrees, Image.Resampling.BICUBIC, fillcolor=250)


def _grain(page: Image.Image, noise: np.random.Generator, much: float) -> Image.Image:
    pixels = np.asarray(page).astype(np.float32)
    pixels += (
        noise.normal(0, much, pixels.shape[:2])[..., None]
        if pixels.ndim == 3
        else noise.normal(0, much, pixels.shape)
    )
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _seen_aslant(page: Image.Image, chance: random.Random) -> Image.Image:
    """As a phone sees it that is not held straight above: the far edge is a little narrower."""
    w, h = page.size
    lean = chance.uniform(0.01, 0.03) * w
    corners = [(lean, 0), (0, h), (w, h), (w - lean * chance.uniform(0.2, 1), h * 0.01)]
    return page.transform(
        page.size,
        Image.Transform.PERSPECTIVE,
        _perspective(corners, page.size),
        Image.Resampling.BICUBIC,
        fillcolor=245,
    )


def _perspective(corners: Sequence[tuple[float, float]], size: tuple[int, int]) -> list[float]:
    """The eight numbers that bring the page's own corners to these (left top, left foot, right foot, right
    top).
    """
    w, h = size
    rows, values = [], []
    for (x, y), (u, v) in zip(corners, ((0, 0), (0, h), (w, h), (w, 0)), strict=True):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        values += [u, v]
    return [float(n) for n in np.linalg.solve(np.array(rows, float), np.array(values, float))]


def _shadow(page: Image.Image, chance: random.Random) -> Image.Image:
    """Light from one side, and the shadow of a hand over a corner."""
    h, w = page.height, page.width
    rows, columns = np.mgrid[0:h, 0:w].astype(np.float32)
    turn = chance.uniform(0, 2 * math.pi)
    slope = 0.8 + 0.2 * np.cos(turn) * (columns / w - 0.5) + 0.2 * np.sin(turn) * (rows / h - 0.5)
    x, y, wide = chance.uniform(0, w), chance.uniform(0, h), w * chance.uniform(0.3, 0.6)
    hand = 1 - 0.4 / (1 + np.exp((np.hypot(columns - x, rows - y) - wide) / (0.04 * w)))
    return Image.fromarray(np.clip(np.asarray(page) * slope * hand, 0, 255).astype(np.uint8))


def _stamped(page: Image.Image, chance: random.Random) -> Image.Image:
    """A round blue stamp over the signature and a square one with a number over the text."""
    colour = page.convert("RGB")
    ink = Image.new("L", page.size, 0)
    pen = ImageDraw.Draw(ink)
    dpi = page.width / A4[0]
    x, y, radius = page.width * chance.uniform(0.3, 0.5), page.height * chance.uniform(0.55, 0.7), dpi * 0.75
    for r in (radius, radius * 0.93, radius * 0.55):
        pen.ellipse((x - r, y - r, x + r, y + r), outline=190, width=max(2, round(dpi / 60)))
    small = ImageFont.truetype(str(PT_SERIF), round(dpi * 10 / 72))
    pen.text((x - radius * 0.5, y - dpi * 0.1), "ДЛЯ ПАКЕТОВ", fill=190, font=small)
    blue = Image.new("RGB", page.size, (45, 60, 160))
    colour.paste(blue, mask=ink.filter(ImageFilter.GaussianBlur(1)))
    return Image.composite(colour, Image.merge("RGB", [page] * 3), ink.point(lambda v: 255 if v else 0))


def _jpeg(page: Image.Image, quality: int, dpi: int) -> bytes:
    return _file(page, "JPEG", dpi, quality=quality)


def _file(page: Image.Image, kind: str, dpi: int, **more: int) -> bytes:
    out = io.BytesIO()
    page.save(out, kind, **({"dpi": (dpi, dpi)} if dpi else {}), **more)
    return out.getvalue()
