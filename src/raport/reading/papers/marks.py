"""Numbers and days of a letter, each with what it is: its own, one it answers, of an arrival, of a law."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from raport.reading.papers.matching import misread, phrases
from raport.reading.papers.text import PaperText, Token
from raport.reading.papers.words import PaperWords, Words

_NEAR = 70
"""Letters before a number in which the word that says what it is of is looked for."""
_BESIDE = 14
_GAP = r"[^\S\n]*"  # a number that was left blank is not to be the next line
_DAY = re.compile(r"\d{1,2}[.,]\d{1,2}[.,]\d{2,4}")
_LONGEST = 30
_FIRST_YEAR, _LAST_YEAR, _CENTURY = 1990, 2100, 2000
_STOPS = re.compile(r"[.;!?]\s+(?=\S{4})|\n\s*\n")


class Of(Enum):
    """What a number or day is of."""

    OWN = "own"
    PLAIN = "plain"  # no label; its place may tell
    ARRIVAL = "arrival"
    ANSWERED = "answered"
    LAW = "law"
    OTHER = "other"  # the end of a term, a birth


@dataclass(frozen=True, slots=True)
class Mark:
    """A number or a day: its value, where it stands, what it is of, whether signs were taken for others.

    `labelled`: a label says so. `beside`: the place of the mark that it stands beside (a number and its day).
    """

    value: str
    start: int
    end: int
    of: Of
    repaired: bool
    labelled: bool
    beside: int = -1


def numbers(paper: PaperText, words: PaperWords) -> list[Mark]:
    """Every number with a sign or a label before it, in order."""
    taken: list[Mark] = []
    for of, pattern in _number_patterns(words):
        for found in pattern.finditer(paper.text):
            value = _number(found["number"], words)
            start, end = found.start("number"), found.start("number") + len(_trimmed(found["number"]))
            if value is None or any(m.start < end and start < m.end for m in taken):
                continue
            kind = _of_number(paper, words, found.start(), of)
            taken.append(Mark(value[0], start, end, kind, value[1], of is not Of.PLAIN))
    return sorted(taken, key=lambda m: m.start)


def days(paper: PaperText, words: PaperWords, found: Sequence[Mark]) -> list[Mark]:
    """Every day, in order; one beside a number is of what the number is."""
    marks = [*_written_days(paper, words), *_plain_days(paper, words)]
    return sorted((_placed(paper, words, m, found) for m in marks), key=lambda m: m.start)


# --- numbers ----------------------------------------------------------------------------------------------


def _number_patterns(words: PaperWords) -> list[tuple[Of, re.Pattern[str]]]:
    """The narrower first: what one has taken the next does not take."""
    any_sign = _either(words.labels["sign"])
    number = r"(?P<number>[^\s,;()\"]*\d[^\s,;()\"]*(?:\s?/\s?[^\s,;()\"]*\d[^\s,;()\"]*)*)"
    sign = rf"[.:]?{_GAP}(?:{any_sign})?{_GAP}[:.]?{_GAP}"
    row = [
        (Of.ARRIVAL, rf"\b(?:{_either(words.labels['incoming'])}){sign}{number}"),
        (Of.OWN, rf"\b(?:{_either(words.labels['outgoing'])}){sign}{number}"),
        (Of.ANSWERED, rf"\b(?:{_either(words.labels['answers'])}){_GAP}(?:{any_sign}){_GAP}{number}"),
        (Of.PLAIN, rf"(?<!\w)(?:{_either(words.labels['sure-sign'])}){_GAP}{number}"),
    ]
    return [(of, re.compile(pattern)) for of, pattern in row]


def _either(forms: Sequence[str]) -> str:
    longest = sorted(forms, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, form.split())) for form in longest)


def _trimmed(said: str) -> str:
    return said.rstrip(".:-/_'")


def _number(said: str, words: PaperWords) -> tuple[str, bool] | None:
    """The number in its usual form, and whether signs were taken for others; None where it is none."""
    plain = re.sub(r"\s", "", _trimmed(said)).strip("_")
    digits, letters = sum(c.isdigit() for c in plain), sum(c.isalpha() for c in plain)
    if not digits or letters > 2 * digits + 2 or len(plain) > _LONGEST or _DAY.fullmatch(plain):
        return None
    parts = [_as_digits(part, words) for part in re.split(r"([^\w|!])", plain)]
    value = "".join(parts)
    return value.upper(), value != plain


def _as_digits(part: str, words: PaperWords) -> str:
    """A part with a digit in it, where all the rest looks like digits, is a number."""
    if not any(c.isdigit() for c in part):
        return part
    read = "".join(words.looks_like.get(c, c) for c in part)
    return read if read.isdigit() else part


def _of_number(paper: PaperText, words: PaperWords, start: int, of: Of) -> Of:
    if of is Of.ARRIVAL or of is Of.OWN:
        return of
    before = _before(paper, start)
    if _has(before, words.contexts["law"]):
        return Of.LAW
    if of is Of.PLAIN and _has(before, words.contexts["request"]):
        return Of.ANSWERED
    return of


# --- days -------------------------------------------------------------------------------------------------


def _digit(words: PaperWords) -> str:
    return "[0-9" + "".join(map(re.escape, words.looks_like)) + "]"


def _written_days(paper: PaperText, words: PaperWords) -> Iterator[Mark]:
    """A day with the name of its month: "14" october 2019."""
    d = _digit(words)
    pattern = rf"(?<![\w./-])['\" ]*({d}{{1,2}})['\"\s]*\s*([^\W\d_]{{3,10}})\.?,?\s+({d}{{4}})"
    for found in re.finditer(pattern, paper.text):
        month = _month(found[2], words)
        if month is None:
            continue
        yield from _day(found, (found[1], str(month[0]), found[3]), words, repaired=month[1])


def _plain_days(paper: PaperText, words: PaperWords) -> Iterator[Mark]:
    """A day in numbers: 14.10.2019, 14.10.19."""
    d = _digit(words)
    pattern = rf"(?<![\w./-])({d}{{1,2}})[.,]\s?({d}{{1,2}})[.,]\s?({d}{{4}}|{d}{{2}})(?![\d/-])"
    for found in re.finditer(pattern, paper.text):
        yield from _day(found, (found[1], found[2], found[3]), words, repaired=False)


def _month(said: str, words: PaperWords) -> tuple[int, bool] | None:
    if said in words.months:
        return words.months[said], False
    near = {n for name, n in words.months.items() if misread(said, name) is not None}
    near |= {n for name, n in words.months.items() if _one_off(said, name)}
    return (near.pop(), True) if len(near) == 1 else None


def _one_off(said: str, name: str) -> bool:
    """One letter lost or added, in a name long enough."""
    short, long = sorted((said, name), key=len)
    return (
        len(short) >= 5
        and len(long) == len(short) + 1
        and any(short == long[:n] + long[n + 1 :] for n in range(len(long)))
    )


def _day(
    found: re.Match[str], parts: tuple[str, str, str], words: PaperWords, *, repaired: bool
) -> Iterator[Mark]:
    read = ["".join(words.looks_like.get(c, c) for c in part) for part in parts]
    if sum(c.isdigit() for part in parts for c in part) * 2 < sum(map(len, parts)):
        return  # more guessed than read
    day, month, year = map(int, read)
    if len(parts[2]) == 2:
        year += _CENTURY
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return
    try:
        value = date(year, month, day).isoformat()
    except ValueError:
        return
    changed = repaired or any(a != b for a, b in zip(parts, read, strict=True))
    yield Mark(value, found.start(1), found.end(), Of.PLAIN, changed, labelled=False)


def _placed(paper: PaperText, words: PaperWords, mark: Mark, found: Sequence[Mark]) -> Mark:
    """What the day is of: by the number beside it, else by the words before it."""
    beside = _number_beside(paper, words, mark, found)
    if beside is not None:
        return replace(mark, of=beside.of, labelled=beside.labelled, beside=beside.start)
    before = _before(paper, mark.start)
    if _has(before, words.contexts["law"]):
        return replace(mark, of=Of.LAW)
    if _has(before[-3:], words.contexts["term"]) or _has(before[-4:], words.contexts["person"]):
        return replace(mark, of=Of.OTHER)
    if _has(before, words.contexts["request"]):
        return replace(mark, of=Of.ANSWERED, labelled=True)
    return mark


def _number_beside(paper: PaperText, words: PaperWords, mark: Mark, found: Sequence[Mark]) -> Mark | None:
    """Number and day belong together: 'No. 412 of 14.10.2019', or the day first and then 'No. 412'."""
    of_day = "|".join(map(re.escape, words.labels["of-day"]))
    for number in found:
        if number.end <= mark.start and re.fullmatch(
            rf"[\s.,]*(?:(?:{of_day})\s*)?['\"]?", paper.text[number.end : mark.start]
        ):
            return number
    for number in found:
        between = paper.text[mark.end : number.start]
        if mark.end <= number.start and len(between) <= _BESIDE and "\n" not in between:
            return number
    return None


# --- what stands before -----------------------------------------------------------------------------------


def _before(paper: PaperText, start: int) -> list[Token]:
    """The words before a place, of the same sentence and no farther than a line."""
    begin = max(0, start - _NEAR)
    for stop in _STOPS.finditer(paper.text, begin, start):
        begin = stop.end()
    return [t for t in paper.tokens if begin <= t.start and t.end <= start]


def _has(tokens: Sequence[Token], forms: Sequence[Words]) -> bool:
    return any(next(phrases(tokens, form, misread), None) is not None for form in forms)
