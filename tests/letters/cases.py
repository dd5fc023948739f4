"""The cases for which letters are drafted: the sample, and the case of every story of the Russian pack.

An invented identity is put into each, so that names, ranks and posts are inflected.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from raport.adapters.toml import read_toml
from raport.app.drafts import Drafted, grammar_of, letter_words
from raport.assess import Assessment, assess
from raport.casefile import CaseFile, Identity, read_case
from raport.drafting import Wish, draft, letters_open
from tests import russia
from tests.stories.stories import read_story
from tests.stories.test_stories import STORIES

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = sorted((ROOT / "src/raport/sample").rglob("*.toml"))
TODAY = date(2026, 11, 20)
LAW = russia.law()
PACK = LAW.pack
GRAMMAR, WORDS = grammar_of("ru"), letter_words("ru")

NAMES = {
    "name": "Дей Игорь Петрович",
    "post": "командир взвода",
    "unit": "войсковая часть 00000",
    "address": "000000, г. Примерск, а/я 1",
    "phone": "000-00-00",
    "birth": "01.02.1990, г. Примерск",
}
RELATIVE = {
    "name": "Дей Анна Павловна",
    "address": "000000, г. Примерск, ул. Первая, 1",
    "phone": "000-00-01",
}
PROSECUTOR = {
    "post": "военный прокурор Примерского гарнизона",
    "rank": "полковник",
    "name": "Лось Олег Ильич",
}


@dataclass(frozen=True, slots=True)
class At:
    """A case on a day, assessed."""

    name: str
    file: CaseFile
    on: date
    assessment: Assessment


def named(file: CaseFile) -> CaseFile:
    """The case with an invented identity."""
    people = {p.id: RELATIVE for p in file.case.people}
    values = {**NAMES, **people, "garrison-prosecutor": PROSECUTOR}
    return replace(file, identity=Identity(file.case.id, values))


def of_sample(path: Path) -> CaseFile:
    """One file of the sample, as it ships."""
    return read_case(read_toml(path.name, path.read_bytes()), PACK)


@cache
def sample() -> tuple[At, ...]:
    """Each sample case on its last day, later, and earlier."""
    found = []
    for path in SAMPLE:
        file = of_sample(path)
        for on in sorted({file.case.as_of or TODAY, TODAY, date(2020, 3, 1)}):
            found.append(At(path.stem, file, on, assess(file.case, LAW, on, file.account)))
    return tuple(found)


@cache
def stories() -> tuple[At, ...]:
    """The case of each story that is the Russian pack's, on each of its days."""
    found = []
    for path in STORIES:
        story = read_story(path)
        document = read_toml(path.name, story.case.encode())
        if document.values.get("jurisdiction") != "ru":
            continue
        file = named(read_case(document, PACK))
        for on in story.days:
            found.append(At(path.stem, file, on, assess(file.case, LAW, on, file.account)))
    return tuple(found)


@cache
def everything() -> tuple[tuple[At, Drafted], ...]:
    """Every letter for every case, drafted once."""
    return tuple((at, drafted) for at in (*sample(), *stories()) for drafted in drafts(at))


def drafts(at: At) -> Iterator[Drafted]:
    """Every letter that is open there, by everybody who may write it, to everybody it may go to."""
    for (remedy, filing), open_ in letters_open(at.assessment, PACK).items():
        for by in PACK.remedies[remedy].by:
            for to in open_.to or ("",):
                wish = Wish(remedy, at.on, filing, by, to)
                letter = draft(at.file, PACK, at.assessment, wish, GRAMMAR, WORDS)
                yield Drafted(letter, PACK, WORDS, at.file)
