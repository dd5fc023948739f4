"""`raport law`: what a lawyer asks of the pack, and what she is told where she mistypes."""

import re
from pathlib import Path

import pytest

from tests.cli.terminal import ROOT, raport, refused, told

LANGUAGES = pytest.mark.parametrize("lang", ["ru", "en"])


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@LANGUAGES
def test_a_sound_pack_says_what_it_holds_and_how_well_it_is_known(lang: str) -> None:
    text = told(raport("law", "check", "--lang", lang))

    assert "(ru)" in text
    for row in re.findall(r"^  .*?  (\d+)$", text, re.MULTILINE):
        assert int(row) > 0


def test_a_pack_of_another_country_is_checked_by_its_folder() -> None:
    assert "2019–2020" in told(raport("law", "check", ROOT / "tests/packs/invented", "--lang", "en"))


@LANGUAGES
@pytest.mark.parametrize(
    "id_",
    ["ru.59.12.1", "59.answer", "no-permitted-absence", "not-answered", "own-wish", "lieutenant-since-2019"],
)
def test_a_provision_or_a_rule_is_shown(id_: str, lang: str) -> None:
    assert id_ in told(raport("law", "show", id_, "--lang", lang)).splitlines()[0]


def test_a_provision_says_since_when_how_well_known_and_what_rests_on_it() -> None:
    text = flat(told(raport("law", "show", "ru.59.12.1", "--lang", "en")))

    assert "from 1 Jan 2006: An appeal is considered within thirty days" in text
    assert "How well it is known: from memory; source: " in text
    assert "reviewed by: nobody" in text
    assert "What rests on it: clock 59.answer" in text


def test_a_clock_says_whom_it_binds_and_each_provision_once() -> None:
    text = told(raport("law", "show", "59.answer", "--lang", "en"))

    assert "The term binds the authority." in text
    headings = re.findall(r"^(ru\.[\w.]+): ", text, re.MULTILINE)
    assert headings == list(dict.fromkeys(headings))
    assert "ru.59.8.2" in headings


def test_on_a_day_before_it_a_provision_was_not_in_force() -> None:
    assert "Not in force on 1 Jan 2000." in told(
        raport("law", "show", "ru.59.12.1", "--on", "2000-01-01", "--lang", "en")
    )


def test_a_wrong_id_is_told_its_nearest() -> None:
    (line,) = refused(raport("law", "show", "59.ansver"))

    assert line.startswith(
        "expected the id of a provision or rule; found '59.ansver'; did you mean 59.answer, "
    )


@LANGUAGES
def test_what_changed_between_two_days(lang: str) -> None:
    text = flat(told(raport("law", "diff", "2022-09-20", "2022-09-22", "--lang", lang)))

    assert "ru.647.5" in text
    if lang == "en":
        assert "20 Sep 2022: no provision in force" in text
        assert "Begun: partial mobilisation." in text
        assert (
            'Ground "own wish with valid reasons (art. 51(6) of 53-FZ)": '
            "before, possible, at discretion; after, closed." in text
        )


def test_nothing_changes_on_one_day_and_days_come_in_order() -> None:
    assert "Nothing that the pack holds." in told(
        raport("law", "diff", "2022-09-20", "2022-09-20", "--lang", "en")
    )
    (line,) = refused(raport("law", "diff", "2022-09-22", "2022-09-20"))
    assert line == (
        "expected the earlier day first; found 2022-09-22 before 2022-09-20; "
        "raport law diff 2022-09-20 2022-09-22"
    )


@LANGUAGES
@pytest.mark.parametrize("year", [2013, 2020, 2026])
def test_a_year_is_a_table_of_its_days(year: int, lang: str) -> None:
    text = told(raport("law", "calendar", "ru", str(year), "--lang", lang))

    days = sum(int(n) for n in re.findall(r": (\d+)$", text, re.MULTILINE))
    assert days == (366 if year % 4 == 0 else 365)
    assert len(re.findall(r"(?<!\d)31(?!\d)", text)) == 7


def test_days_non_working_with_pay_are_their_own_kind() -> None:
    text = told(raport("law", "calendar", "ru", "2020", "--lang", "en"))

    assert " 6# 7# 8# 9#10#11*12*" in text
    assert "# non-working with pay, by decree: " in text


def test_a_year_without_a_calendar_is_no_guess() -> None:
    (line,) = refused(raport("law", "calendar", "ru", "2030"))

    assert line == (
        "expected a year that the calendars of the pack cover (2013–2026); found 2030; "
        "no year is counted by guess"
    )


@pytest.mark.parametrize(
    ("words", "last"),
    [
        (["law", "calendar", "ru", "20"], "argument YEAR: expected a year such as 2026; found '20'"),
        (["law", "diff", "2019-13-01", "2020-01-01"], "expected a day such as 2019-11-16, or today"),
        (["law"], "the following arguments are required: check|show|diff|calendar"),
        (["law", "show"], "the following arguments are required: ID"),
        (["assess", "x", "--on", "yesterday"], "expected a day such as 2019-11-16, or today"),
        (["assess", "x", "--bogus"], "unrecognized arguments: --bogus"),
        (["schema", "letter"], "invalid choice: 'letter'"),
        (["schema", "case", "more"], "unrecognized arguments: more"),
        (["asess"], "invalid choice: 'asess'"),
        ([], "the following arguments are required: COMMAND"),
    ],
)
def test_a_wrong_command_says_what_is_wrong(words: list[str], last: str) -> None:
    assert last in refused(raport(*words))[-1]


def test_a_pack_that_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    for name in ("atlantis", "../ru", ""):
        (line,) = refused(raport("law", "check", name, cwd=tmp_path))
        assert line.startswith("expected a pack (ru) or the folder of one; found ")
    (line,) = refused(raport("law", "check", "empty", cwd=tmp_path))
    assert line == "empty: expected TOML files of a pack; found none; see docs/formats/pack.md"
