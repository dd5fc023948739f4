"""Deleting any provision of the Russian pack, or any version of one, changes what some story says."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from raport.adapters.toml import read_toml
from raport.assess import Cited, Law, assess, prepare
from raport.casefile import read_case
from raport.errors import BadInput
from raport.law import Pack, Provision
from tests import russia
from tests.stories.stories import Story, read_story, tell_story
from tests.stories.test_stories import STORIES

PACK = russia.pack()


def cited_in(value: object) -> Iterator[Cited]:
    """Every provision cited anywhere in an assessment."""
    if isinstance(value, Cited):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from cited_in(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from cited_in(getattr(value, field.name))


@pytest.fixture(scope="session")
def citing() -> dict[Cited, list[Story]]:
    """The stories that cite each provision in each version."""
    law = prepare(PACK)
    found: dict[Cited, list[Story]] = {}
    for path in STORIES:
        story = read_story(path)
        file = read_case(read_toml(path.name, story.case.encode()), PACK)
        for day in story.days:
            for cited in dict.fromkeys(cited_in(assess(file.case, law, day, file.account))):
                found.setdefault(cited, []).append(story)
    return found


def changed(pack: Pack, stories: list[Story]) -> bool:
    law: Law = prepare(pack)
    return any(differs(s, law) for s in dict.fromkeys(stories))


def differs(story: Story, law: Law) -> bool:
    try:
        return tell_story(story, law).blocks != story.blocks
    except BadInput:
        return True  # the clock that the story explains is gone


def without(provision: Provision, dropped: int | None) -> Pack:
    """The Russian pack without this provision, or without one of its versions."""
    kept = () if dropped is None else tuple(v for n, v in enumerate(provision.versions) if n != dropped)
    return replace(PACK, provisions={**PACK.provisions, provision.id: replace(provision, versions=kept)})


@pytest.mark.parametrize("name", PACK.provisions)
def test_without_this_provision_a_story_changes(name: str, citing: dict[Cited, list[Story]]) -> None:
    provision = PACK.provisions[name]
    stories = [s for cited, many in citing.items() if cited.provision == name for s in many]

    assert changed(without(provision, None), stories), f"no story rests on {name}"


SEVERAL = [(p.id, n) for p in PACK.provisions.values() if len(p.versions) > 1 for n in range(len(p.versions))]


@pytest.mark.parametrize(("name", "number"), SEVERAL)
def test_without_this_version_a_story_changes(
    name: str, number: int, citing: dict[Cited, list[Story]]
) -> None:
    provision = PACK.provisions[name]
    version = provision.versions[number]
    stories = [
        s
        for cited, many in citing.items()
        if cited.provision == name and cited.version == version.in_force.earliest
        for s in many
    ]

    assert changed(without(provision, number), stories), f"no story rests on {name} from {version.in_force}"
