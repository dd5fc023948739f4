"""Where the answer goes: a reader who leaves, a full disk, closed streams, encodings without our letters."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.terminal import COMMAND, ENVIRONMENT, SAMPLE, raport

LONG = ("assess", SAMPLE, "--on", "2019-11-16", "--lang", "en")


def test_a_reader_who_leaves_is_no_error() -> None:
    process = subprocess.Popen(
        [COMMAND, *LONG], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT
    )
    assert process.stdout is not None
    assert process.stderr is not None

    process.stdout.readline()
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()

    assert process.wait(timeout=60) == 0
    assert said == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
@pytest.mark.parametrize(
    "words", [LONG, ("law", "calendar", "ru", "2026"), ("law", "check"), ("schema", "pack"), ("demo",)]
)
def test_a_full_disk_is_told_and_is_not_success(words: tuple[str | Path, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [COMMAND, *words], stdout=full, stderr=subprocess.PIPE, encoding="utf-8", env=ENVIRONMENT
        )

    assert done.returncode == 1
    assert done.stderr == "raport: the answer could not be written: No space left on device\n"


@pytest.mark.parametrize("closed", ["stdout", "stderr", "both"])
def test_closed_streams_are_no_crash(closed: str) -> None:
    def close() -> None:
        for fd, name in ((1, "stdout"), (2, "stderr")):
            if closed in (name, "both"):
                os.close(fd)

    done = subprocess.run(
        [COMMAND, *LONG],
        capture_output=True,
        encoding="utf-8",
        env=ENVIRONMENT,
        preexec_fn=close,
    )

    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert bool(done.stdout) == (closed == "stderr")


def test_an_encoding_without_russian_letters_loses_them_and_says_so() -> None:
    ascii_only = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    words = ("assess", SAMPLE / "s1.toml", "--on", "2019-11-16")

    russian = raport(*words, "--lang", "ru", env=ascii_only)
    english = raport(*words, "--lang", "en", env=ascii_only)

    assert russian.returncode == english.returncode == 0
    assert russian.stderr == (
        "raport: the encoding ascii has no Russian letters: each is shown as ?; "
        "take --lang en, or a UTF-8 locale\n"
    )
    assert english.stderr == ""
    assert english.stdout.startswith("Case s1: where it stands on 16 Nov 2019\n")


def test_json_loses_nothing_in_any_encoding() -> None:
    words = ("assess", SAMPLE / "s1.toml", "--on", "2019-11-16", "--json", "--lang", "en")

    plain = json.loads(raport(*words).stdout)
    escaped = raport(*words, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}).stdout

    assert escaped.isascii()
    assert json.loads(escaped) == plain


def test_the_c_locale_prints_russian() -> None:
    done = raport("assess", SAMPLE / "s1.toml", "--lang", "ru", env={"LANG": "C", "LC_ALL": "C"})

    assert done.returncode == 0
    assert "\u0433\u0434\u0435" in done.stdout.splitlines()[0]
    assert done.stderr == ""
