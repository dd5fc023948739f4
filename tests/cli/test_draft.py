"""`raport draft`: the sheet on the screen, the letter in the file."""

from pathlib import Path

import pytest

from tests.cli.terminal import SAMPLE, raport, told
from tests.letters.own import of_lines
from tests.letters.reading import docx_paragraphs, pdf_text, plain

X7 = SAMPLE / "x7.toml"
STEP = ("draft", X7, "prosecutor-supplement", "--on", "2025-03-20")


def test_the_sheet_alone_and_nothing_is_written(tmp_path: Path) -> None:
    done = raport(*STEP, cwd=tmp_path)

    text = told(done)
    assert text.startswith(
        "Draft: a complaint to the military prosecutor → garrison military prosecutor\n==="
    )
    assert "He has not decided this yet." in text
    assert "Still blank" in text
    assert "from memory" in text
    assert list(tmp_path.iterdir()) == []


def test_the_sheet_speaks_russian_and_the_letter_is_the_same(tmp_path: Path) -> None:
    one = raport(*STEP, "--out", tmp_path / "one.docx", "--lang", "ru")
    other = raport(*STEP, "--out", tmp_path / "other.docx", "--lang", "en")

    assert told(one).startswith("Черновик: жалоба военному прокурору")
    assert told(other)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "other.docx").read_bytes()


def test_the_form_follows_the_ending_of_the_file(tmp_path: Path) -> None:
    for name in ("letter.docx", "letter.pdf"):
        told(raport(*STEP, "--out", tmp_path / name))

    docx = " ".join(docx_paragraphs((tmp_path / "letter.docx").read_bytes()))
    assert plain(docx) == plain(pdf_text((tmp_path / "letter.pdf").read_bytes()))


@pytest.mark.parametrize("form", ["hand", "telegram", "phone", "sheet"])
def test_the_other_forms(form: str, tmp_path: Path) -> None:
    told(raport(*STEP, "--form", form, "--out", tmp_path / "out"))

    assert (tmp_path / "out").stat().st_size > 100


def test_a_step_that_is_not_open_names_those_that_are() -> None:
    done = raport("draft", X7, "appeal", "--on", "2025-03-20")

    assert done.returncode == 2
    assert done.stdout == ""
    assert "open, with a letter: " in done.stderr
    assert "Traceback" not in done.stderr


def test_the_advocates_case_yields_nothing(tmp_path: Path) -> None:
    out = tmp_path / "letter.docx"
    done = raport("draft", SAMPLE / "x8.toml", "reminder", "--on", "2025-06-20", "--out", out)

    assert done.returncode == 2
    assert "an advocate" in done.stderr
    assert not out.exists()


def test_what_is_stopped_is_told_and_not_written(tmp_path: Path) -> None:
    case, out = tmp_path / "x7.toml", tmp_path / "letter.docx"
    text = X7.read_text(encoding="utf-8")
    case.write_text(text.replace("[account.e7]", '[account.e7]\nsaid = "самовольно"'), encoding="utf-8")
    step = ("draft", case, "prosecutor-supplement", "--on", "2025-03-20", "--out", out)

    done = raport(*step)
    assert done.returncode == 2
    assert "STOPPED" in done.stdout
    assert "--cleared was-absent" in " ".join(done.stdout.split())
    assert not out.exists()

    assert "Let through" in told(raport(*step, "--cleared", "was-absent"))
    assert out.exists()


def test_misses_of_grammar_are_added_to_the_file_of_words(tmp_path: Path) -> None:
    case, words = tmp_path / "x7.toml", tmp_path / "words.toml"
    text = X7.read_text(encoding="utf-8") + '\n[identity]\nname = "Заяц Пётр Ильич"\n'
    case.write_text(text, encoding="utf-8")
    step = ("draft", case, "prosecutor-supplement", "--on", "2025-03-20", "--words", words)

    first = raport(*step)
    assert first.returncode == 0
    assert "fill in `is`" in first.stderr
    words.write_text(words.read_text("utf-8").replace('is = ""', 'is = "Зайца Петра Ильича"'), "utf-8")

    assert "NOT SURE" not in told(raport(*step))


def test_a_template_that_is_none_is_told(tmp_path: Path) -> None:
    wrong = tmp_path / "mine.docx"
    wrong.write_text("no Word file", encoding="utf-8")

    done = raport(*STEP, "--out", tmp_path / "a.docx", "--template", wrong)

    assert done.returncode == 2
    assert "mine.docx: expected a Word file (.docx)" in done.stderr


def test_a_template_of_ones_own_is_filled(tmp_path: Path) -> None:
    own, out = tmp_path / "mine.docx", tmp_path / "a.docx"
    own.write_bytes(of_lines("{{кому}}", "{{нечто}}", "{{факты}}"))

    sheet = told(raport(*STEP, "--out", out, "--template", own, "--lang", "en"))

    lines = docx_paragraphs(out.read_bytes())
    assert lines[0].startswith("военному прокурору")
    assert lines[1] == "[нечто]"
    assert lines[2].startswith("1. ")
    assert "нечто" in sheet[sheet.index("Still blank") :]


def test_what_a_template_holds_is_told(tmp_path: Path) -> None:
    own = tmp_path / "mine.docx"
    own.write_bytes(of_lines("{{кому}} {{звание_датт}}"))

    text = told(raport("template", own, "--lang", "en"))

    assert text.startswith("Fields understood: 1; not understood: 1.")
    assert "Like it: {{звание_дат}}" in " ".join(text.split())
    assert "  * in the text: {{кому}} {{звание_датт}}" in text
    assert "the facts: {{facts}} or {{body}}" in text
    everything = told(raport("template", "--lang", "ru"))
    assert "{{фио}}: фамилия, имя, отчество военнослужащего" in everything
    assert "_дат" in everything


def test_code_in_a_template_is_refused(tmp_path: Path) -> None:
    own, out = tmp_path / "mine.docx", tmp_path / "a.docx"
    own.write_bytes(of_lines("{% if x %}"))
    calls = (("template", own), ("template", "none.docx"), (*STEP, "--out", out, "--template", own))

    for call in calls:
        done = raport(*call, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert "none.docx: No such file" in done.stderr or "mine.docx: expected plain fields" in done.stderr
    assert not out.exists()
