"""Packs from disk: each is read or refused whole, a refusal names every mistake, its place and the remedy.

Every folder of tests/stories/bad/packs is read together with the pack beside it, which is in order; a file of
the same name stands in its place. What is said of it is in expected.txt.
"""

import shutil
from pathlib import Path

import pytest

from raport.adapters.packs import SHIPPED, load_pack
from raport.errors import BadInput

STORIES = Path(__file__).resolve().parents[1] / "stories" / "bad" / "packs"
FOLDERS = sorted(p for p in STORIES.iterdir() if p.is_dir())


def told(folder: Path) -> str:
    """What a reader of the terminal would learn of a pack."""
    try:
        load_pack(folder)
    except BadInput as bad:
        return f"{bad}\n"
    return "read\n"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_what_is_wrong_is_said_so(folder: Path, reset: bool, tmp_path: Path) -> None:
    pack = tmp_path / "lib"
    pack.mkdir()
    for file in (STORIES / "pack.toml", *folder.glob("*.toml")):
        shutil.copy(file, pack)
    expected = folder / "expected.txt"

    found = told(pack)

    if reset:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")
    assert found != "read\n"


def test_the_pack_beside_them_is_in_order(tmp_path: Path) -> None:
    shutil.copy(STORIES / "pack.toml", tmp_path)

    assert told(tmp_path) == "read\n"


def test_there_are_enough_of_them() -> None:
    assert len(FOLDERS) >= 25


def test_every_mistake_has_its_file_and_its_line() -> None:
    """But for those of a pack as a whole."""
    of_the_whole = ("exactly one table [pack]",)
    for folder in FOLDERS:
        for line in (folder / "expected.txt").read_text(encoding="utf-8").splitlines():
            place, _, rest = line.partition(": expected ")
            if not rest.startswith(of_the_whole):
                assert place.startswith("lib/"), line
                assert place.partition(":")[2].isdigit(), line


# --- folders ----------------------------------------------------------------------------------------------


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "nowhere") == (
        f"expected a pack (ru) or the folder of one; found {str(tmp_path / 'nowhere')!r}; "
        "see docs/formats/pack.md\n"
    )


def test_a_folder_without_toml_is_told(tmp_path: Path) -> None:
    (tmp_path / "pack.json").write_text("{}", encoding="utf-8")

    assert (
        told(tmp_path) == f"{tmp_path}: expected TOML files of a pack; found none; see docs/formats/pack.md\n"
    )


def test_a_file_of_200_mb_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "large.toml").open("wb") as file:
        file.truncate(200 * 1024 * 1024)  # sparse: nothing is written

    assert "large.toml: expected a file of at most 20 MB; found 200 MB; is it the right file?" in told(
        tmp_path
    )


def test_what_ships_is_in_order() -> None:
    for folder in SHIPPED.iterdir():
        assert told(folder) == "read\n"
