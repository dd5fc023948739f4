"""The sample that ships: nine cases and four twins, shown by `raport demo`."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from raport.adapters.cases import load_case
from raport.cli import main
from raport.cli.demo import sample_folder
from tests import russia

ROOT = Path(__file__).resolve().parents[2]
PACK = russia.pack()
FILES = {p.stem: p for p in sorted(sample_folder().rglob("*.toml"))}
TWINS = sorted(name for name in FILES if name.endswith("-twin"))
LATER = 5 * 12 + 8


def tool() -> ModuleType:
    """tools/make_twins.py, which is no package."""
    spec = importlib.util.spec_from_file_location("make_twins", ROOT / "tools" / "make_twins.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_sample_is_nine_cases_and_four_twins() -> None:
    assert sorted(FILES) == sorted(
        ["s1", "s2", "s3", "s4", "x5", "x6", "x7", "x8", "x9", "s1-twin", "s2-twin", "s3-twin", "s4-twin"]
    )


def test_its_page_names_every_file_and_its_day() -> None:
    page = (sample_folder() / "README.md").read_text(encoding="utf-8")
    for name, path in FILES.items():
        day = load_case(path, lambda _: PACK).case.as_of
        assert day is not None
        row = next(r for r in page.splitlines() if r.startswith("| twins/" if name in TWINS else f"| {name}"))
        assert f"{day:%d.%m.%Y}" in row, name


@pytest.mark.parametrize("name", TWINS)
def test_a_twin_is_what_the_tool_makes(name: str) -> None:
    case = name.removesuffix("-twin")

    made = tool().make_twin(case, FILES[case].read_text(encoding="utf-8"))

    assert FILES[name].read_text(encoding="utf-8") == made, "run tools/make_twins.py"


@pytest.mark.parametrize("name", TWINS)
def test_a_twin_says_that_it_is_a_comparison_and_no_case(name: str) -> None:
    case = load_case(FILES[name], lambda _: PACK).case

    assert case.comparison == name.removesuffix("-twin")
    assert "сравнение, а не дело" in case.notice["ru"]
    assert "no case" in case.notice["en"]


@pytest.mark.parametrize("name", TWINS)
def test_in_a_twin_nothing_is_changed_but_the_days(name: str) -> None:
    """Every date has moved by five years and eight months; its doubt (`~`, two ends) has stayed."""
    original = FILES[name.removesuffix("-twin")].read_text(encoding="utf-8")
    first, second = (_without_notice(t) for t in (original, FILES[name].read_text(encoding="utf-8")))

    assert len(first) == len(second)
    for one, other in zip(first, second, strict=True):
        days = [re.findall(r"(\d{4})-(\d\d)", line.split("#")[0]) for line in (one, other)]
        if len(days[0]) == len(days[1]):  # a year became its months
            assert [_months(*d) + LATER for d in days[0]] == [_months(*d) for d in days[1]], other
            assert re.sub(r"[\d-]", "", one) == re.sub(r"[\d-]", "", other)
            assert one.count("~") == other.count("~")
        else:
            assert re.search(r'"\d{4}"', one), one


def _months(year: str, month: str) -> int:
    return int(year) * 12 + int(month)


def _without_notice(text: str) -> list[str]:
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [
        line.replace("-twin]", "]").replace('-twin"', '"')
        for line in lines
        if not line.startswith(("notice", "comparison"))
    ]


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_demo_shows_everything_in_80_columns(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo", "--lang", lang]) == 0

    told = capsys.readouterr().out
    assert all(len(line) <= 80 for line in told.splitlines())
    heads = re.findall(r"^(?:Дело|Case) (\S+):", told, re.MULTILINE)
    assert heads == [
        *(f"s{n}{twin}" for n in (1, 2, 3, 4) for twin in ("", "-twin")),
        *(f"x{n}" for n in (5, 6, 7, 8, 9)),
    ]
    changes = re.findall(r"^(?:Что изменилось:|What changes:) (\S+)", told, re.MULTILINE)
    assert changes == ["s1", "s2", "s3", "s4"]


def test_the_demo_begins_with_what_it_holds(capsys: pytest.CaptureFixture[str]) -> None:
    main(["demo", "--lang", "en"])

    contents = capsys.readouterr().out.split("\nCase s1:")[0]
    assert "nobody" in contents.lower() or "no living man" in contents.lower()
    for name in FILES:
        assert re.search(rf"^  {name} ", contents, re.MULTILINE), name
    assert re.search(r"^  x8 .*an advocate first", contents, re.MULTILINE)
    for name in ("x5", "x6", "x7"):
        assert re.search(rf"^  {name} .*do nothing now", contents, re.MULTILINE), name


@pytest.mark.parametrize("audience", ["applicant", "relative", "public"])
def test_outside_the_desk_nothing_is_seen_of_what_tells_against_him(
    audience: str, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = ["assess", str(FILES["x8"]), "--on", "2025-06-20", "--lang", "en", "--for", audience]
    assert main(argv) == 0

    told = capsys.readouterr().out
    for word in ("e3", "e4", "e5", "e6", "case opened", "For an advocate only", "by its days"):
        assert not re.search(rf"\b{word}\b", told), word


def test_a_case_for_an_advocate_shows_one_step_and_no_letter(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["assess", str(FILES["x8"]), "--on", "2025-06-20", "--lang", "en"]) == 0

    told = capsys.readouterr().out
    assert re.findall(r"^[>-] (\w.*)$", told, re.MULTILINE) == ["An advocate first, nothing in writing"]
    assert "send it again" not in told.lower()
    assert "What to ask" not in told
