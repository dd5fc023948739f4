"""The import contracts break when attacked (that they hold, `make check` shows); commands start light."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

ATTACKS = [
    ("knows no framework", {"dates/planted.py": "import os"}),
    ("knows no framework", {"casefile/planted.py": "import sqlite3"}),
    ("knows no framework", {"assess/planted.py": "def late():\n    import numpy"}),
    ("stay with tables", {"app/planted.py": "import pyarrow"}),
    ("pure core", {"law/planted.py": "import raport.assess"}),
    ("pure core", {"adapters/planted.py": "import raport.cli"}),
    ("pure core", {"undeclared/__init__.py": ""}),
    (
        "know each other",
        {"adapters/one/__init__.py": "import raport.adapters.two", "adapters/two/__init__.py": ""},
    ),
    (
        "between siblings",
        {"prose/one.py": "import raport.prose.two", "prose/two.py": "import raport.prose.one"},
    ),
]


def lint(tree: Path) -> subprocess.CompletedProcess[str]:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=tree,
        env={"PYTHONPATH": str(tree / "src")},
    )


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the house to break; whole before that."""
    tree = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", tree)
    shutil.copytree(
        ROOT / "src", tree / "src", ignore=shutil.ignore_patterns("__pycache__", "*.toml", "*.json")
    )
    before = lint(tree)
    assert before.returncode == 0, before.stdout + before.stderr
    return tree


@pytest.mark.parametrize(
    ("contract", "planted"), ATTACKS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_an_attack_on_a_contract_breaks_it(house: Path, contract: str, planted: dict[str, str]) -> None:
    source = house / "src" / "raport"
    for name, text in planted.items():
        (source / name).parent.mkdir(exist_ok=True)
        (source / name).write_text(f"{text}\n")
    try:
        after = lint(house)
    finally:
        for name in planted:
            (source / name).unlink()
            if name.endswith("__init__.py"):
                shutil.rmtree((source / name).parent)

    assert after.returncode == 1, after.stdout + after.stderr
    assert f"{contract} BROKEN" in " ".join(after.stdout.split())


HEAVY = ("django", "numpy", "pyarrow")

PROBE = f"""
import contextlib, io, sys
sys.argv[0] = "raport"
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    import raport.cli
    if sys.argv[1:]:
        raport.cli.main()
print([name for name in {HEAVY!r} if name in sys.modules], "raport.assess" in sys.modules)
"""


def heavy_after(*arguments: str) -> str:
    done = subprocess.run([sys.executable, "-c", PROBE, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_command_line_starts_without_heavy_things() -> None:
    assert heavy_after().startswith("[]")


def test_assess_imports_neither_django_nor_numpy(tmp_path: Path) -> None:
    samples = sorted((ROOT / "src" / "raport").glob("**/sample*/**/*.toml"))
    if not samples:
        pytest.skip("there is no sample case yet")

    assert heavy_after("assess", str(samples[0]), "--on", "2019-11-16") == "[] True"
