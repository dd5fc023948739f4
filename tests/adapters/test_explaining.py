"""The count that is shown comes to the very days that the engine gave, for every clock of every story."""

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from raport.adapters.sentences import load_words
from raport.adapters.toml import read_toml
from raport.assess import assess, prepare
from raport.casefile import read_case
from raport.dates import Span
from raport.errors import BadInput
from raport.law import Pack
from raport.prose import Telling
from raport.prose.explaining import explain
from tests.russia import law
from tests.stories.stories import read_story
from tests.stories.test_stories import STORIES

WORDS = load_words("en")
LAST = re.compile(r"^    Last day: (?:between )?(\d+ \w+ \d+)(?: and (\d+ \w+ \d+))?\.$", re.MULTILINE)
READING = re.compile(r'^Reading "(.+)":', re.MULTILINE)


def a_day(text: str) -> date:
    return datetime.strptime(text, "%d %b %Y").date()


def last_days(text: str) -> dict[str, Span]:
    """By reading, the hull of the last days that the text counts; "the same count" repeats the one before."""
    parts = READING.split(text)
    found: dict[str, Span] = {}
    before: list[Span] = []
    for name, part in zip(parts[1::2], parts[2::2], strict=True):
        ends = [Span(a_day(one), a_day(other or one)) for one, other in LAST.findall(part)]
        if not ends and "the same count" in part:
            ends = before
        before = ends
        if ends:
            old = [found[name]] if name in found else []
            found[name] = Span.hull_of([*old, *ends])
    return found


def text_of(explained: str) -> str:
    """Without the line breaks that fall into a reading's name."""
    return explained.replace("\r", "")


@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_the_last_days_are_those_of_the_engine(path: Path) -> None:
    story = read_story(path)
    file = read_case(read_toml(path.name, story.case.encode()), law().pack)
    telling = Telling(law().pack, WORDS, file)
    for on in story.days:
        for filing in assess(file.case, law(), on, file.account).filings:
            for clock in filing.clocks:
                told = explain(file, law(), filing.id, clock.id, on, WORDS)
                assert max(map(len, told.splitlines())) <= 80
                ends = last_days(text_of(told))
                for due in clock.dues:
                    name = telling.reading(due.reading)
                    if due.due is None or due.due.open_start or due.due.open_end:
                        continue
                    assert ends[name] == due.due, f"{filing.id} {clock.id} on {on}\n{told}"


# --- what the sentences say --------------------------------------------------------------------------------

HEAD = """
raport = 1
case = "t1"
jurisdiction = "{pack}"

[[filing]]
id = "f1"
"""


def explained(case: str, clock: str, on: str, pack: Pack, lang: str = "en") -> str:
    file = read_case(read_toml("t1.toml", (HEAD.format(pack=pack.id) + case).encode()), pack)
    return explain(file, prepare(pack), "f1", clock, date.fromisoformat(on), load_words(lang))


REGISTERED = """
kind = "appeal"
to = "ministry"

[[event]]
id = "e1"
kind = "registered"
filing = "f1"
on = 2020-03-02

[[event]]
id = "e2"
kind = "extended"
filing = "f1"
on = {notice}
notice = "yes"
"""


@pytest.mark.parametrize(
    ("notice", "said"),
    [
        ("2020-03-20", "Extended (e2 term extended, 20 Mar 2020;"),
        ("2020-04-10", "Notice of extension came after the end"),
        (
            '"2020-03-20/2020-04-10"',
            "Perhaps extended (e2 term extended, between 20 Mar 2020 and 10 Apr 2020;",
        ),
    ],
)
def test_an_extension_is_told_with_its_notice(notice: str, said: str) -> None:
    text = explained(REGISTERED.format(notice=notice), "59.answer", "2020-06-01", law().pack)

    assert said in re.sub(r"\s+", " ", text)


def test_the_days_off_are_told_with_their_kind() -> None:
    case = """
kind = "claim"
to = "garrison-court"

[[event]]
id = "e1"
kind = "claim-left"
filing = "f1"
on = 2020-02-18

[[event]]
id = "e2"
kind = "claim-arrived"
filing = "f1"
on = 2020-02-20
"""
    text = explained(case, "court.accept", "2020-03-05", law().pack)

    assert "Sat 22 Feb 2020 – Sun 23 Feb 2020: weekend, not counted" in text
    assert "Mon 24 Feb 2020: day off moved from elsewhere, not counted" in text


def test_what_is_not_there_is_told_with_what_is() -> None:
    case = HEAD.format(pack="ru") + REGISTERED.format(notice="2020-03-20")
    file = read_case(read_toml("t1.toml", case.encode()), law().pack)
    with pytest.raises(BadInput, match=r'a filing of the case t1; found "f2"; there are f1$'):
        explain(file, law(), "f2", "59.answer", date(2020, 6, 1), WORDS)

    with pytest.raises(BadInput, match=r"did you mean '59.answer'\? there are .*59.answer"):
        explained(REGISTERED.format(notice="2020-03-20"), "59.ansver", "2020-06-01", law().pack)


def test_a_clock_that_has_not_begun_asks_for_its_start() -> None:
    text = explained('kind = "appeal"\nto = "ministry"\n', "59.answer", "2020-06-01", law().pack)

    assert "The start of the term was not seen" in text
    assert "- To know the start, ask: " in text
