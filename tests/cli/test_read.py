"""`raport read`: a paper that came back, as a user gives it."""

import hashlib
import json
from pathlib import Path

import pypdfium2
import pytest
from jsonschema import Draft202012Validator

from tests.cli.terminal import ROOT, raport, refused, told
from tests.papers import made
from tests.papers.reader import needs_reader

pytestmark = needs_reader

SCHEMA = json.loads((ROOT / "src/raport/schemas/reading.schema.json").read_text(encoding="utf-8"))
LETTER = made.letter(0)  # of a unit, which ends the correspondence

CASE = f"""
raport = 1
case = "t1"
jurisdiction = "ru"
[facts]
service = "officer"
[[filing]]
id = "f1"
kind = "raport"
asks = "discharge"
ground = "own-wish"
to = "unit-commander"
author = "applicant"
[[event]]
id = "e1"
kind = "filed"
filing = "f1"
on = {LETTER.answers_on}
[[event]]
id = "e2"
kind = "registered"
filing = "f1"
on = {LETTER.answers_on}
"""


@pytest.fixture(scope="module")
def scan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("scans") / "answer.jpg"
    path.write_bytes(made.spoilt(made.draw(LETTER, 0).picture, "scan", 0))
    return path


def test_a_paper_is_read_beside_a_bad_file_its_pdf_written_and_the_original_left(
    scan: Path, tmp_path: Path
) -> None:
    before = hashlib.sha256(scan.read_bytes()).digest()
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")
    (tmp_path / "bad.jpg").write_bytes(b"\xff\xd8\xff no picture")
    asked = ("--case", "case.toml", "--out", "clean.pdf", "--on", "2021-07-20")

    done = raport("read", scan, "bad.jpg", *asked, cwd=tmp_path)

    assert done.returncode == 2  # one of the two was not read
    assert "bad.jpg: broken, or not what it says it is" in done.stderr
    assert all(len(line) <= 80 and line == line.rstrip() for line in done.stdout.splitlines())
    assert "Nothing of this is accepted" in done.stdout
    assert "the classifier is measured only on real or independently written letters" in " ".join(
        done.stdout.lower().split()
    )
    assert "under 50 letters no accuracy is stated. Letters so far: 0." in " ".join(done.stdout.split())
    for words in ("unit commander", LETTER.number, "correspondence ended", "f1", "would stop", "check twice"):
        assert words in done.stdout
    assert len(pypdfium2.PdfDocument((tmp_path / "clean.pdf").read_bytes())) == 1
    assert hashlib.sha256(scan.read_bytes()).digest() == before


def test_as_json_it_has_the_form_its_schema_says_and_speaks_no_language(scan: Path, tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text(CASE, encoding="utf-8")

    tree = json.loads(told_wide(scan, "--json", "--case", tmp_path / "case.toml", "--on", "2021-07-20"))

    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(tree)
    values = {p["field"]: p["value"] for p in tree["proposals"]}
    assert values["sender"] == "unit-commander"
    assert values["date"] == LETTER.on.isoformat()
    assert values["filing"] == "f1"
    assert tree["event"] == "answered"
    assert {m["clock"] for m in tree["moves"] if m["stops"]} >= {"59.answer"}
    assert tree["measured-on"] == 0


def told_wide(*words: str | Path) -> str:
    done = raport("read", *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_what_cannot_be_asked_is_refused(scan: Path, tmp_path: Path) -> None:
    before = scan.read_bytes()
    (tmp_path / "note.txt").write_text("no scan", encoding="utf-8")

    assert "the original stays" in refused(raport("read", scan, "--out", scan))[0]
    assert "no-such.jpg" in refused(raport("read", "no-such.jpg", cwd=tmp_path))[0]
    assert "no picture and no PDF" in refused(raport("read", tmp_path / "note.txt"))[0]
    assert "Tesseract" in refused(raport("read", scan, env={"PATH": str(tmp_path)}))[0]
    assert scan.read_bytes() == before


def test_in_russian(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("no scan", encoding="utf-8")

    done = raport("read", tmp_path / "note.txt", "--lang", "ru")

    assert "Ничего из этого не принято" in done.stdout
    assert "не картинка и не PDF" in done.stderr


def test_its_help_says_that_nothing_is_accepted() -> None:
    assert "proposal" in told(raport("read", "--help"))


def test_the_doctor_says_whether_scans_can_be_read(tmp_path: Path) -> None:
    there, lacking = raport("doctor", tmp_path), raport("doctor", tmp_path, env={"PATH": str(tmp_path)})

    assert "  tool-tesseract: tesseract\n" in there.stdout
    assert "without it scans are kept and shown, and not read" in lacking.stdout
