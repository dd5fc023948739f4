"""`raport assess --table` as its user meets it: the example told whole, and what is said of bad tables.

Every folder of tests/tables/bad has a table, a map and, in expected.txt, what is said of them. `--reset`
rewrites the expectations.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from raport.adapters.table import Done
from raport.adapters.table.forms import FORMS
from raport.adapters.table.mapping import FILING_WORDS
from raport.adapters.table.words import AXES
from raport.adapters.table.writing import SCHEMA
from raport.cli import main

HERE = Path(__file__).resolve().parent
SUMMARY = json.loads((HERE / "access.json").read_text(encoding="utf-8"))
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


def test_the_page_of_the_format_shows_the_map_of_the_example() -> None:
    page = (HERE.parents[1] / "docs" / "formats" / "table.md").read_text(encoding="utf-8")
    shown = page.split("```toml\n")[1].split("```")[0]

    assert shown == (HERE / "access.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [SCHEMA.names, FORMS, AXES, FILING_WORDS, [d.value for d in Done], SUMMARY])
def test_the_page_of_the_format_names_every_word(words: list[str]) -> None:
    page = (HERE.parents[1] / "docs" / "formats" / "table.md").read_text(encoding="utf-8")

    assert [word for word in words if word not in page] == []


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


# --- the command ------------------------------------------------------------------------------------------


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a refused command says."""
    monkeypatch.chdir(HERE)
    assert assess(*arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    return told.err


REFUSED = [
    ("--table access.csv", "expected --map MAP.toml, which says how to read the table; found none"),
    ("case.toml --table access.csv --map access.toml", "expected a table or case files; found both"),
    ("--for relative", "expected a table for caseworker or advocate; found --for relative"),
    ("--out said.txt", "expected for --out a name that ends in .csv, .parquet, .pq; found 'said.txt'"),
    ("--out nowhere/said.csv", "nowhere: expected a folder to write into; found none of this name"),
    ("--pack atlantis", "expected a pack (ru) or the folder of one; found 'atlantis'"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED)
def test_a_command_that_cannot_be_done_is_refused_before_any_work(
    arguments: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = arguments.split() if "--table" in arguments else [*EXAMPLE, *arguments.split()]

    assert said in run(monkeypatch, capsys, *whole)


def test_without_the_extra_the_command_says_which_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("raport.cli.table.find_spec", lambda _: None)

    said = run(monkeypatch, capsys, *EXAMPLE)

    assert said.startswith("expected the extra `table` of raport installed; found no numpy and no pyarrow")
    assert said.endswith("pip install 'raport[table]'\n")


def test_a_result_that_cannot_be_written_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "said.csv").mkdir()

    said = run(monkeypatch, capsys, *EXAMPLE, "--out", str(tmp_path / "said.csv"))

    assert said.startswith(f"{tmp_path / 'said.csv'}: expected a file that can be written")


def test_what_the_pack_did_not_know_on_a_day_is_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(HERE)

    assert assess(*EXAMPLE, "--json", "--known", "2020-01-01") == 0

    tree = json.loads(capsys.readouterr().out)
    assert tree["law"]["known"] == "2020-01-01"
    assert tree["clocks"] == []


@pytest.mark.parametrize("looking", [True, False])
def test_a_bar_shows_where_somebody_looks(
    looking: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(HERE)
    monkeypatch.setattr("raport.cli.table.DELAY", 0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: looking, raising=False)

    assert assess(*EXAMPLE) == 0

    shown = capsys.readouterr().err
    assert [("read" in shown), ("count" in shown), ("engine" in shown)] == [looking] * 3


def test_terms_that_another_filing_may_have_met_are_named_where_the_map_links_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.chdir(HERE)
    text = (HERE / "access.toml").read_text(encoding="utf-8")
    unlinked = re.sub(r"(?m)^challenges = .*\n(^ +#.*\n)*", "", text)
    assert "challenges" not in unlinked
    (tmp_path / "map.toml").write_text(unlinked, encoding="utf-8")
    example = [str(tmp_path / "map.toml") if word == "access.toml" else word for word in EXAMPLE]

    assert assess(*example, "--json") == 0
    tree = json.loads(capsys.readouterr().out)
    assert assess(*example, "--lang", "en") == 0
    told = " ".join(capsys.readouterr().out.split())

    assert SUMMARY["unlinked"] == []
    assert "confirmatory-after-refusal" in tree["unlinked"]
    assert "The map does not say which filing challenges which (`challenges`)" in told
