#!/usr/bin/env python3
"""Twins of the sample's four cases: every date five years and eight months later, nothing else changed.

    tools/make_twins.py           writes src/raport/sample/twins/*.toml
    tools/make_twins.py --check   says which of them are not what it would write

The text of each file is kept; the dates in it are moved: those of TOML (2019-11-16) and strings that are
wholly EDTF ("2019-07~/2019-09"). A date keeps its precision and its doubt. A year or a season becomes the
months that it covers; where it is doubtful too, write months: its doubt is a year or a season wide, which no
month can say.
"""

import re
import sys
from calendar import monthrange
from pathlib import Path

YEARS, MONTHS = 5, 8
LATER = YEARS * 12 + MONTHS
SAMPLE = Path(__file__).resolve().parents[1] / "src" / "raport" / "sample"
CASES = ("s1", "s2", "s3", "s4")

HEAD = """\
# Made by tools/make_twins.py from {case}.toml: every date five years and eight months later.
# A comparison and no case: nobody lived this; it shows what the law would say of the same steps then.
# Do not edit: run the tool again. What follows is the text of the original.
#
"""
RU = (
    "Это сравнение, а не дело: все даты примера {case} сдвинуты на пять лет и восемь месяцев, "
    "чтобы показать, что о тех же шагах сказал бы закон тогда. Никто этого не пережил."
)
EN = (
    "A comparison and no case: every date of the sample {case} is moved by five years and eight months, "
    "to show what the law would say of the same steps then. Nobody lived this."
)
NOTICE = f'notice = {{{{ ru = "{RU}", en = "{EN}" }}}}\ncomparison = "{{case}}"\n'

TEXT = re.compile(r'"(?:[^"\\]|\\.)*"|#.*|(?<![\w-])\d{4}-\d\d-\d\d(?![\w-])')
PART = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<doubt>[~?%]?)")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}


def main() -> int:
    stale = []
    for case in CASES:
        twin = SAMPLE / "twins" / f"{case}-twin.toml"
        text = make_twin(case, (SAMPLE / f"{case}.toml").read_text(encoding="utf-8"))
        if "--check" not in sys.argv:
            twin.parent.mkdir(exist_ok=True)
            twin.write_text(text, encoding="utf-8")
        elif not twin.is_file() or twin.read_text(encoding="utf-8") != text:
            stale.append(twin)
    for twin in stale:
        print(f"{twin}: expected what tools/make_twins.py writes; found another text; run it")
    return 1 if stale else 0


def make_twin(case: str, text: str) -> str:
    """The twin's text."""
    moved = TEXT.sub(lambda found: move_text(found[0]), text)
    moved, named = re.subn(rf'^case = "{case}"$', f'case = "{case}-twin"', moved, flags=re.MULTILINE)
    moved = moved.replace(f"[account.{case}]", f"[account.{case}-twin]")
    moved, told = re.subn(r"^notice = .*\n", lambda _: NOTICE.format(case=case), moved, flags=re.MULTILINE)
    if (named, told) != (1, 1):
        raise SystemExit(
            f"{case}: expected one line `case = ...` and one line `notice = ...`; found {named}, {told}"
        )
    return HEAD.format(case=case) + moved


def move_text(token: str) -> str:
    """A string, a comment or a date of TOML: with its date moved, if it is one."""
    if token.startswith("#"):
        return token
    inside = token.strip('"')
    parts = inside.split("/")
    if not all(part == ".." or PART.fullmatch(part) for part in parts) or len(parts) > 2 or inside == "..":
        return token
    return token.replace(inside, move(inside))


def move(written: str) -> str:
    """EDTF, so much later."""
    parts = written.split("/")
    if len(parts) == 1:
        first, last = move_part(parts[0])
        return first if first == last else f"{first}/{last}"
    return "/".join(part if part == ".." else move_part(part)[side] for side, part in enumerate(parts))


def move_part(part: str) -> tuple[str, str]:
    """First and last month or day of what is meant; the same where it keeps its form."""
    found = PART.fullmatch(part)
    if not found:
        raise SystemExit(f"expected a date such as 2019-07~; found {part!r}")
    year, month, day, doubt = (
        int(found["year"]),
        int(found["month"] or 0),
        int(found["day"] or 0),
        found["doubt"],
    )
    if day:
        return (later(year, month, day) + doubt,) * 2
    if 1 <= month <= 12:
        return (later(year, month) + doubt,) * 2
    if doubt:
        raise SystemExit(f"expected months for a doubtful year or season (2019-06~/2019-09~); found {part!r}")
    first, last = SEASONS[month] if month else (1, 12)
    return later(year, first), later(year, last)


def later(year: int, month: int, day: int = 0) -> str:
    """The day (the last of its month where that is shorter) or the month, so much later."""
    year, month = divmod(year * 12 + month - 1 + LATER, 12)
    month += 1
    return f"{year}-{month:02}" + (f"-{min(day, monthrange(year, month)[1]):02}" if day else "")


if __name__ == "__main__":
    sys.exit(main())
