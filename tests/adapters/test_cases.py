"""Case files from disk: each is read or refused by itself, and a refusal teaches.

Every folder of tests/stories/bad/cases holds files and, in expected.txt, what is said of them.
"""

import errno
import os
import time
from pathlib import Path

import pytest

from raport.adapters.cases import count_files, find_files, load_cases
from raport.casefile import CaseFile
from raport.errors import BadInput, Problem
from raport.law import Pack
from tests.core.casefile.invented import HEAD, PACK

STORIES = Path(__file__).resolve().parents[1] / "stories" / "bad" / "cases"
FOLDERS = sorted(p for p in STORIES.iterdir() if p.is_dir())


def pack_for(jurisdiction: str) -> Pack:
    if jurisdiction == "xx":
        return PACK
    if jurisdiction == "broken":
        raise BadInput([Problem("a provision of this pack", '"xx.1"', "", "broken/rules.toml", 7)])
    raise BadInput([Problem("a pack (broken, xx) or the folder of one", repr(jurisdiction))])


def told(paths: list[Path]) -> str:
    """What a reader of the terminal would learn of each file."""
    lines = []
    for path, read in load_cases(paths, pack_for):
        if isinstance(read, CaseFile):
            lines.append(f"{path.as_posix()}: read, {read.case.id}")
            lines += [
                f"    {c.first} should come before {c.then}: {c.why.value}" for c in read.contradictions
            ]
        else:
            lines += [str(problem) for problem in read.problems]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_what_is_wrong_is_said_so(folder: Path, reset: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    expected = folder / "expected.txt"

    found = told([Path()])

    if reset:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_there_are_enough_of_them() -> None:
    assert len(FOLDERS) >= 25


def test_a_file_of_200_mb_is_refused_unread(tmp_path: Path) -> None:
    large = tmp_path / "large.toml"
    with large.open("wb") as file:
        file.truncate(200 * 1024 * 1024)  # sparse: nothing is written
    (tmp_path / "small.toml").write_text(HEAD, encoding="utf-8")

    began = time.monotonic()
    found = told([tmp_path])

    assert time.monotonic() - began < 1
    assert f"{large}: expected a file of at most 20 MB; found 200 MB" in found
    assert f"{tmp_path / 'small.toml'}: read, b1" in found


def test_tables_hundreds_deep_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{ "raport": ' + "[" * 100_000 + "]" * 100_000 + "}", encoding="utf-8")
    (tmp_path / "b.toml").write_text(HEAD + "identity = " + "[" * 5_000 + "]" * 5_000, encoding="utf-8")

    assert told([tmp_path]).count("expected a case file or a pack; found tables or lists hundreds deep") == 2


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = told([tmp_path / "no.toml"])

    assert found.endswith("expected a file or a folder; found nothing of this name; is the path right?\n")


def test_a_file_or_folder_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Permissions do not bind root: here the refusal is played, tests/cli has it from the system."""
    (tmp_path / "closed.toml").touch()
    (tmp_path / "inner").mkdir()

    def closed(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", closed)
    assert "closed.toml: expected a file that may be read; found no permission to read it" in told([tmp_path])

    monkeypatch.setattr(Path, "iterdir", closed)
    assert "inner: expected a file that may be read; found no permission" in told([tmp_path / "inner"])


def test_what_is_no_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")

    assert "expected a file or a folder; found something else" in told([tmp_path])


def test_a_dangling_link_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone.toml").symlink_to(tmp_path / "nowhere.toml")

    assert "found nothing of this name" in told([tmp_path])


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(HEAD, encoding="utf-8")

    assert [path for path, _ in load_cases([file, tmp_path, file], pack_for)] == [file]


def test_files_come_in_the_order_of_their_names_folders_too(tmp_path: Path) -> None:
    for name in ("b/x.toml", "a.toml", "b/a/y.JSON", "c.txt", ".git/z.toml", "b.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    found = [p.relative_to(tmp_path).as_posix() for p in find_files([tmp_path])]

    assert found == ["a.toml", "b/a/y.JSON", "b/x.toml", "b.toml"]
    assert count_files([tmp_path]) == 4


def test_the_first_of_a_thousand_is_given_before_the_last_is_read(tmp_path: Path) -> None:
    for n in range(1000):
        (tmp_path / f"{n:04}.toml").write_text(HEAD.replace("b1", f"b{n}"), encoding="utf-8")
    (tmp_path / "0999.toml").write_text("raport = ", encoding="utf-8")

    path, first = next(load_cases([tmp_path], pack_for))

    assert path.name == "0000.toml"
    assert isinstance(first, CaseFile)
