"""What the tests of sayings share: both languages, the day on which all is said, the events of a case."""

from datetime import date

from raport.adapters.sayings import load_sayings
from raport.dates import Span
from raport.reading.dates import read_date
from raport.reading.lexicon import Sayings
from raport.reading.said import Anchor, Reading

RU, EN = load_sayings("ru"), load_sayings("en")  # read here: a core test itself reads no file
TODAY = date(2026, 11, 24)  # a Tuesday

ANCHORS = (
    Anchor("e0", ("выпуск из академии", "graduation"), Span(date(2018, 6, 1), date(2018, 6, 30))),
    Anchor("f1", ("рапорт подан", "the raport was filed"), Span.on(date(2019, 7, 10))),
    Anchor("f2", ("жалоба подана", "the complaint was filed"), Span.on(date(2019, 9, 2))),
    Anchor("e5", ("отказ командира", "refusal by the commander")),
)


def words_of(text: str) -> Sayings:
    """The language it is written in."""
    return RU if any("\u0400" <= c <= "\u04ff" for c in text) else EN


def read(text: str, today: date = TODAY, anchors: tuple[Anchor, ...] = ANCHORS) -> Reading:
    """The saying as it is read in the case above."""
    return read_date(text, today, words_of(text), anchors)


def told(reading: Reading) -> str:
    """All of a reading in one line, as the table of sayings has it; `?` where it is asked about."""
    days = " | ".join(c.day for c in reading.candidates)
    ours = sorted({o.value for c in reading.candidates for o in c.ours})
    return days if reading.settled else f"? {days}" + (f" ({', '.join(ours)})" if ours else "")
