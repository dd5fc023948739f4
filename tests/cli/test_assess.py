"""`raport assess` as it is used: a file, a folder, several, in two languages, for people and machines."""

import json
import os
import pty
import re
import select
import subprocess
import termios
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.cli.terminal import COMMAND, ENVIRONMENT, ROOT, SAMPLE, case_file, raport, refused, told

SCHEMA = json.loads((ROOT / "src/raport/schemas/assessment.schema.json").read_text(encoding="utf-8"))

FILED = """
[[filing]]
id = "f1"
kind = "appeal"
to = "ministry"

[[event]]
id = "e1"
kind = "registered"
filing = "f1"
on = 2019-10-17
"""


@pytest.mark.parametrize("lang", ["ru", "en"])
@pytest.mark.parametrize("name", ["s1", "s2", "s3", "s4"])
def test_a_sample_is_told_in_80_columns(name: str, lang: str) -> None:
    text = told(raport("assess", SAMPLE / f"{name}.toml", "--on", "2019-11-16", "--lang", lang, "--all"))

    assert name in text.splitlines()[0]
    assert ("16.11.2019" if lang == "ru" else "16 Nov 2019") in text.splitlines()[0]


def test_the_language_is_that_of_the_terminal(tmp_path: Path) -> None:
    file = case_file(tmp_path / "a.toml", "a1")
    russian = raport("assess", file, "--lang", "ru", "--on", "2019-11-16").stdout

    assert raport("assess", file, "--on", "2019-11-16", env={"LANG": "ru_RU.UTF-8"}).stdout == russian
    assert raport("assess", file, "--on", "2019-11-16", env={"LANG": "de_DE.UTF-8"}).stdout != russian


def test_on_another_day_it_stands_elsewhere(tmp_path: Path) -> None:
    file = case_file(tmp_path / "a.toml", "a1", FILED)

    def state(on: str) -> str:
        tree = json.loads(told_json("assess", file, "--json", "--on", on))
        return str(next(c["state"] for c in tree["filings"][0]["clocks"] if c["id"] == "59.answer"))

    assert [state(on) for on in ("2019-11-16", "2019-12-16")] == ["running", "overdue"]


def told_json(*words: str | Path) -> str:
    done = raport(*words)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_without_a_day_it_stands_today(tmp_path: Path) -> None:
    file = case_file(tmp_path / "a.toml", "a1", FILED)

    assert told_json("assess", file, "--json") == told_json("assess", file, "--json", "--on", "today")


def test_one_file_is_an_object_and_several_or_a_folder_a_list(tmp_path: Path) -> None:
    one = case_file(tmp_path / "a.toml", "a1", FILED)
    two = case_file(tmp_path / "b.toml", "b1")
    validator = Draft202012Validator(SCHEMA)

    single = json.loads(told_json("assess", one, "--json"))
    many = json.loads(told_json("assess", one, "--json", two))
    folder = json.loads(told_json("assess", tmp_path, "--json"))

    assert single["case"] == "a1"
    assert [tree["case"] for tree in many] == ["a1", "b1"]
    assert many == folder
    assert json.loads(told_json("assess", tmp_path / "a.toml", tmp_path / "a.toml", "--json")) == [single]
    for tree in folder:
        validator.validate(tree)


def test_each_audience_is_told_what_is_for_it(tmp_path: Path) -> None:
    file = SAMPLE / "s3.toml"
    on = ("--on", "2019-11-16", "--lang", "en")
    texts = {
        who: told(raport("assess", file, *on, "--for", who))
        for who in ("applicant", "relative", "caseworker", "advocate", "public")
    }

    assert "What to ask" in texts["caseworker"]
    assert "What to ask" not in texts["applicant"]
    assert "f1." in texts["relative"]
    assert "f1." not in texts["public"]
    for who, text in texts.items():
        tree = json.loads(told_json("assess", file, *on, "--for", who, "--json"))
        assert bool(tree["filings"]) == (who != "public"), text


def test_what_the_pack_did_not_know_then_is_not_used(tmp_path: Path) -> None:
    file = case_file(tmp_path / "a.toml", "a1", FILED)

    tree = json.loads(told_json("assess", file, "--json", "--on", "2019-12-16", "--known", "2020-01-01"))

    assert tree["law"]["known"] == "2020-01-01"
    assert tree["filings"][0]["clocks"] == []


def test_another_pack_may_be_named_by_its_folder(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('raport = 1\ncase = "a1"\njurisdiction = "elsewhere"\n', encoding="utf-8")
    pack = ROOT / "tests/packs/eu-access"

    tree = json.loads(told_json("assess", file, "--json", "--pack", pack))

    assert tree["law"]["jurisdiction"] == "eu-access"


def test_a_pack_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    for n in range(3):
        case_file(tmp_path / f"{n}.toml", f"c{n}")

    assert refused(raport("assess", tmp_path, "--pack", "atlantis")) == [
        "expected a pack (ru) or the folder of one; found 'atlantis'; see docs/formats/pack.md"
    ]


def test_all_questions_are_shown_where_asked_for() -> None:
    words = ("assess", SAMPLE / "s1.toml", "--on", "2019-11-16", "--lang", "en")
    short, long = told(raport(*words)), told(raport(*words, "--all"))

    assert re.search(r"And \d+ more questions \(--all shows them\)", short)
    assert "--all" not in long
    assert len(long) > len(short)


# --- the progress bar ---------------------------------------------------------------------------------------


def on_a_terminal(*words: str | Path) -> tuple[str, str]:
    """What stdout (a pipe) and stderr (a terminal) get."""
    master, slave = pty.openpty()
    termios.tcsetwinsize(slave, (24, 80))
    process = subprocess.Popen(
        [COMMAND, *words], stdout=subprocess.PIPE, stderr=slave, env={**ENVIRONMENT, "TERM": "xterm"}
    )
    os.close(slave)
    assert process.stdout is not None
    seen, out = b"", b""
    streams = [master, process.stdout.fileno()]
    began = time.monotonic()
    while streams:
        assert time.monotonic() - began < 60
        for stream in select.select(streams, [], [], 1)[0]:
            try:
                data = os.read(stream, 65536)
            except OSError:
                data = b""  # the other end of a terminal has gone
            if not data:
                streams.remove(stream)
            elif stream == master:
                seen += data
            else:
                out += data
    os.close(master)
    process.stdout.close()
    process.wait()
    return out.decode(), seen.decode()


def test_a_folder_shows_how_far_it_is_where_somebody_looks(tmp_path: Path) -> None:
    for n in range(30):
        case_file(tmp_path / f"{n:02}.toml", f"c{n}")
    (tmp_path / "99.toml").write_text("raport = ", encoding="utf-8")

    out, seen = on_a_terminal("assess", tmp_path, "--lang", "en", "--on", "2019-11-16")

    assert "/31 [" in seen
    assert "99.toml:1: expected readable TOML" in seen or "99.toml: expected readable TOML" in seen
    assert "/31 [" not in out
    assert out.count("Case c") == 30
    assert out == raport("assess", tmp_path, "--lang", "en", "--on", "2019-11-16").stdout


def test_one_file_and_a_pipe_show_no_bar(tmp_path: Path) -> None:
    file = case_file(tmp_path / "a.toml", "a1")

    assert on_a_terminal("assess", file, "--on", "2019-11-16")[1] == ""
    assert raport("assess", tmp_path, "--on", "2019-11-16").stderr == ""
