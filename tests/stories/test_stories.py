"""Every story says what Raport says."""

from pathlib import Path

import pytest

from raport.assess import Law
from tests import russia
from tests.stories.stories import pack_of, read_story, tell_story, write_story

FOLDER = Path(__file__).parent
STORIES = sorted((FOLDER / "good").rglob("*.story"))


@pytest.fixture(scope="session")
def laws() -> dict[str, Law]:
    return {"ru": russia.law()}


def test_there_are_stories() -> None:
    assert len(STORIES) > 30


@pytest.mark.parametrize("path", STORIES, ids=lambda p: p.stem)
def test_the_story_says_what_raport_says(path: Path, laws: dict[str, Law], reset: bool) -> None:
    story = read_story(path)
    law = laws[pack_of(story, {name: law.pack for name, law in laws.items()}).id]

    told = write_story(tell_story(story, law))

    if reset:
        path.write_text(told, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == told, (
        "review the difference; `pytest --reset` rewrites the story"
    )
