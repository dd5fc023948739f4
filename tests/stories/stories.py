"""Stories: text files that a lawyer can read and correct.

    # What the story shows, in a sentence or two
    -- case --
    (a case file, docs/formats/case.md; or `-- case src/raport/sample/s1.toml --`, a file told whole)
    -- on 2019-11-12 --
    (what Raport says on that day)
    -- on 2019-11-12 show clocks, breaches --
    -- on 2019-11-12 for applicant --
    -- explain f1 59.answer on 2019-11-12 --

`pytest --reset` rewrites what Raport says; the diff is reviewed.
"""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from raport.adapters.sentences import load_words
from raport.adapters.toml import read_toml
from raport.assess import Law, assess
from raport.assess.audience import for_audience
from raport.casefile import CaseFile, read_case
from raport.law import Audience, Pack
from raport.prose import Telling
from raport.prose.explaining import explain
from raport.prose.telling import SECTIONS

ROOT = Path(__file__).resolve().parents[2]
_MARK = re.compile(r"^-- (.+) --$", re.MULTILINE)
_ON = re.compile(r"on (\d{4}-\d\d-\d\d)(?: in (ru|en))?(?: for (\w+))?(?: show ([\w, -]+))?$")
_EXPLAIN = re.compile(r"explain (\S+) (\S+) on (\d{4}-\d\d-\d\d)$")


@dataclass(frozen=True, slots=True)
class Block:
    """One `-- mark --` and the text under it."""

    mark: str
    text: str

    @property
    def is_case(self) -> bool:
        return self.mark == "case" or self.mark.startswith("case ")


@dataclass(frozen=True, slots=True)
class Story:
    """One story file."""

    path: Path
    title: str
    blocks: tuple[Block, ...]

    @property
    def days(self) -> list[date]:
        """The days on which the story asks."""
        asked = (_ON.match(b.mark) or _EXPLAIN.match(b.mark) for b in self.blocks if not b.is_case)
        return list(dict.fromkeys(date.fromisoformat(m[3] if m.re is _EXPLAIN else m[1]) for m in asked if m))

    @property
    def case(self) -> str:
        named = next(b for b in self.blocks if b.is_case)
        path = named.mark.removeprefix("case").strip()
        return (ROOT / path).read_text(encoding="utf-8") if path else named.text


def read_story(path: Path) -> Story:
    text = path.read_text(encoding="utf-8")
    parts = _MARK.split(text)
    blocks = tuple(
        Block(mark, body.lstrip("\n")) for mark, body in zip(parts[1::2], parts[2::2], strict=True)
    )
    return Story(path, parts[0], blocks)


def tell_story(story: Story, law: Law) -> Story:
    """The story with what Raport says now."""
    file = read_case(read_toml(story.path.name, story.case.encode()), law.pack)
    blocks = []
    for block in story.blocks:
        told = block.text if block.is_case else f"{_tell(block.mark, file, law).rstrip()}\n\n"
        blocks.append(Block(block.mark, told))
    return Story(story.path, story.title, tuple(blocks))


def write_story(story: Story) -> str:
    text = story.title + "".join(f"-- {b.mark} --\n{b.text}" for b in story.blocks)
    return text.rstrip("\n") + "\n"


def _tell(mark: str, file: CaseFile, law: Law) -> str:
    asked = _EXPLAIN.match(mark)
    if asked:
        return explain(file, law, asked[1], asked[2], date.fromisoformat(asked[3]), load_words("ru"))
    asked = _ON.match(mark)
    assert asked, f"expected `-- on DAY [in ru|en] [for AUDIENCE] [show SECTION, ...] --`; found {mark!r}"
    audience = Audience(asked[3] or "caseworker")
    sections = [s.strip() for s in asked[4].split(",")] if asked[4] else SECTIONS
    assert set(sections) <= set(SECTIONS), f"expected sections among {SECTIONS}; found {sections}"
    assessment = assess(file.case, law, date.fromisoformat(asked[1]), file.account)
    telling = Telling(law.pack, load_words(asked[2] or "ru", audience), file)
    return telling.tell(for_audience(assessment, audience), sections)


def pack_of(story: Story, packs: dict[str, Pack]) -> Pack:
    found = re.search(r'^jurisdiction = "([\w-]+)"', story.case, re.MULTILINE)
    assert found, f"{story.path}: no jurisdiction"
    return packs[found[1]]
