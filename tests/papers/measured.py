"""How well letters with a known truth are read: signs, fields, and what is abstained from."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from raport.app.reading import Given, propose, scan
from raport.assess import Law
from raport.reading.papers import Field, Findings, PaperPage
from tests.papers import made
from tests.papers.made import Letter

FIELDS = ("sender", "number", "date", "answers-to", "answers-to-date")


@dataclass(frozen=True, slots=True)
class Read:
    """One letter as it was read: signs that are wrong of how many, and what was proposed."""

    letter: Letter
    manner: str
    wrong: int
    signs: int
    findings: Findings


@dataclass(slots=True)
class Tally:
    """Of one field: proposed and right, proposed and wrong, not proposed."""

    right: int = 0
    wrong: int = 0
    none: int = 0
    misread: list[str] = field(default_factory=list)

    @property
    def all(self) -> int:
        """How many letters have the field."""
        return self.right + self.wrong + self.none


def letters(seeds: Iterable[int], manners: Sequence[str], law: Law) -> list[Read]:
    """Letters drawn, spoilt, read; each seed in each of these manners, fonts in turn."""
    found = []
    for seed in seeds:
        for n, manner in enumerate(manners):
            letter = made.letter(seed)
            font = made.PT_SERIF if (seed + n) % 2 else made.LIBERATION
            drawn = made.draw(letter, seed, font=font, columns=manner == "columns")
            scanned = scan([Given("letter", made.spoilt(drawn.picture, manner, seed))])
            page = scanned.pages[0].words
            wrong, signs = errors(drawn.lines, page)
            found.append(Read(letter, manner, wrong, signs, propose([page], law)[0]))
    return found


def tallies(read: Iterable[Read]) -> dict[str, Tally]:
    """Each field over all letters, and whether each article was found."""
    found = {name: Tally() for name in (*FIELDS, "article")}
    for one in read:
        for name in FIELDS:
            proposed, truth = one.findings.proposed(Field(name)), one.letter.truth[name]
            tally = found[name]
            if proposed is None:
                tally.none += 1
            elif proposed.value == truth:
                tally.right += 1
            else:
                tally.wrong += 1
                tally.misread.append(f"{one.manner}: {truth} as {proposed.value}")
        cited = {p.value for p in one.findings.proposals if p.field is Field.ARTICLE} - {""}
        found["article"].right += len(cited & one.letter.articles)
        found["article"].wrong += len(cited - one.letter.articles)
        found["article"].none += len(one.letter.articles - cited)
    return found


def errors(lines: Sequence[str], page: PaperPage) -> tuple[int, int]:
    """Signs lost, added or misread of how many; lines are matched to what was read nearest, whatever the
    order of columns.
    """
    read: dict[int, list[str]] = {}
    for word in page.words:
        read.setdefault(word.line, []).append(word.text)
    left = [" ".join(words) for words in read.values()]
    wrong = 0
    for line in lines:
        best = min(left, key=lambda one: distance(line, one), default="")
        wrong += min(distance(line, best), len(line))
        if best in left and distance(line, best) < len(line):
            left.remove(best)
    return wrong + sum(map(len, left)), sum(map(len, lines))


def distance(one: str, other: str) -> int:
    """How many signs must be put in, taken out or changed; spaces do not count."""
    one, other = one.replace(" ", ""), other.replace(" ", "")
    row = list(range(len(other) + 1))
    for n, a in enumerate(one, 1):
        before, row[0] = row[0], n
        for k, b in enumerate(other, 1):
            before, row[k] = row[k], min(row[k] + 1, row[k - 1] + 1, before + (a != b))
    return row[-1]


def wilson(hits: int, of: int, z: float = 1.96) -> tuple[float, float]:
    """The share's interval at 95 per cent; all of it where nothing was counted."""
    if not of:
        return 0.0, 1.0
    share, spread = hits / of, z * z / of
    middle = share + spread / 2
    half = z * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return (middle - half) / (1 + spread), (middle + half) / (1 + spread)


def told(read: Sequence[Read]) -> list[str]:
    """The table for people: signs by manner, then precision and recall by field, then doubts."""
    lines = [f"{len(read)} pages"]
    for manner in dict.fromkeys(one.manner for one in read):
        of = [one for one in read if one.manner == manner]
        wrong, signs = sum(one.wrong for one in of), sum(one.signs for one in of)
        lines.append(f"  {manner}: {len(of)} pages, {100 * wrong / signs:.2f} % of {signs} signs wrong")
    for name, tally in tallies(read).items():
        precise, recalled = tally.right + tally.wrong, tally.all
        low, high = wilson(tally.right, precise)
        few, many = wilson(tally.right, recalled)
        lines.append(
            f"  {name}: precision {tally.right}/{precise} ({low:.3f} to {high:.3f}), "
            f"recall {tally.right}/{recalled} ({few:.3f} to {many:.3f})"
        )
        lines += [f"    wrong: {one}" for one in tally.misread]
    return [*lines, *doubted(read)]


def doubted(read: Sequence[Read]) -> list[str]:
    """How often a field is right, by whether it was proposed without doubt or with; how often none was."""
    counts: Counter[tuple[str, bool]] = Counter()
    for one in read:
        for name in FIELDS:
            proposed = one.findings.proposed(Field(name))
            right = proposed is not None and proposed.value == one.letter.truth[name]
            how = "none" if proposed is None else "doubted" if proposed.doubts else "no doubt"
            counts[how, right] += 1
    lines = []
    for how in ("no doubt", "doubted", "none"):
        hits, all_ = counts[how, True], counts[how, True] + counts[how, False]
        low, high = wilson(hits, all_)
        lines.append(f"  {how}: {all_}" + (f", right {hits} ({low:.3f} to {high:.3f})" if hits else ""))
    return lines
