"""`raport assess --table` as its user meets it: the example told whole, and what is said of bad tables.

Every folder of tests/tables/bad has a table, a map and, in expected.txt, what is said of them. `--reset`
rewrites the expectations.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from raport.cli import main

HERE = Path(__file__).resolve().parent
BAD = sorted(p for p in (HERE / "bad").iterdir() if p.is_dir())
PACK = HERE.parent / "packs" / "eu-access"
RAPORT = "import sys; from raport.cli import main; sys.exit(main())"
EXAMPLE = [
    "--table",
    "access.csv",
    "--map",
    "access.toml",
    "--pack",
    "../packs/eu-access",
    "--on",
    "2026-03-20",
]


def assess(*arguments: str) -> int:
    return main(["assess", *arguments])


def compare(expected: Path, found: str, *, reset: bool) -> None:
    if reset:
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_example_is_told_on_a_page(
    lang: str, reset: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(HERE)

    assert assess(*EXAMPLE, "--lang", lang) == 0

    told = capsys.readouterr()
    assert told.err == ""
    assert max(map(len, told.out.splitlines())) <= 80
    compare(HERE / f"access.{lang}.txt", told.out, reset=reset)


def test_the_example_for_machines(
    reset: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(HERE)
    out = tmp_path / "out.csv"

    assert assess(*EXAMPLE, "--json", "--out", str(out)) == 0

    tree = json.loads(capsys.readouterr().out)
    rows = out.read_text(encoding="utf-8")
    assert tree.pop("out") == {"file": str(out), "rows": rows.count("\n") - 1}
    compare(HERE / "access.json", json.dumps(tree, ensure_ascii=False, indent=2) + "\n", reset=reset)
    compare(HERE / "access.out.csv", rows, reset=reset)


@pytest.mark.parametrize("folder", BAD, ids=lambda p: p.name)
def test_what_is_wrong_is_said_so_and_the_rest_is_assessed(
    folder: Path, reset: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    table = next(folder.glob("events.*"), Path("events.csv")).name

    code = assess("--table", table, "--map", "map.toml", "--on", "2026-03-20", "--lang", "en")

    told = capsys.readouterr()
    compare(folder / "expected.txt", told.err + (f"\n{told.out}" if told.out else ""), reset=reset)
    assert code == (2 if told.err else 0)


def test_there_are_enough_of_them() -> None:
    assert len(BAD) >= 25


def test_the_real_command_says_what_is_wrong_with_status_2_and_no_traceback() -> None:
    folder = HERE / "bad" / "bad-days"
    done = subprocess.run(
        [sys.executable, "-c", RAPORT, "assess", "--table", "events.csv", "--map", "map.toml"],
        cwd=folder,
        capture_output=True,
        text=True,
        env=os.environ | {"LANG": "C", "LC_ALL": "C"},
    )

    assert done.returncode == 2
    assert done.stderr.startswith("events.csv:4: expected a day such as 2026-01-05; found '05.01.2026'")
    assert "Traceback" not in done.stderr
    assert "Filings: 4." in done.stdout.replace("\N{NO-BREAK SPACE}", " ")
