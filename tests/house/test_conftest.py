"""What `tests/conftest.py` promises: no silent skip; the shared folder is found, or missed aloud."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PLANTED = {
    "test_planted.py": """
import pytest
def test_skipped(): pytest.skip("nothing to look at")
@pytest.mark.skipif(True, reason="not today")
def test_marked(): ...
def test_shared(shared): assert shared.is_dir()
def test_sound(): ...
""",
    "test_skips_itself.py": 'import pytest\npytest.importorskip("there_is_no_such_module")\n',
}


def outcome(tmp_path: Path, **environment: str) -> str:
    """What pytest says of the planted tests in a checkout beside which nothing lies."""
    folder = tmp_path / "checkout" / "tests"
    folder.mkdir(parents=True)
    (folder / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text())
    for name, text in PLANTED.items():
        (folder / name).write_text(text)
    inherited = {
        key: value for key, value in os.environ.items() if not key.startswith(("RAPORT_", "PYTEST_"))
    }
    options = "-rA -p no:cacheprovider -p no:xdist --continue-on-collection-errors --rootdir"
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options.split(), folder, folder],
        capture_output=True,
        text=True,
        cwd=folder,
        env=inherited | environment,
    ).stdout


def test_at_a_desk_a_skip_is_a_skip(tmp_path: Path) -> None:
    told = outcome(tmp_path)

    assert "raport: profile check, 30 cases a property, seed fixed" in told
    assert "put the shared material there, or name it in RAPORT_SHARED" in told
    assert "1 passed, 4 skipped" in told


def test_where_all_is_required_a_skip_fails_in_each_of_its_forms(tmp_path: Path) -> None:
    told = outcome(tmp_path, RAPORT_REQUIRE_ALL="1", RAPORT_SHARED=str(ROOT / "docs"))

    assert "allows no skip: Skipped: nothing to look at" in told
    assert "allows no skip: Skipped: not today" in told
    assert "allows no skip: Skipped: could not import 'there_is_no_such_module'" in told
    assert "1 failed, 2 passed, 2 errors" in told


def test_where_all_is_required_the_shared_folder_must_be_there(tmp_path: Path) -> None:
    told = outcome(tmp_path, RAPORT_REQUIRE_ALL="1")

    assert "Failed: no folder" in told
    assert "1 failed, 1 passed, 3 errors" in told
