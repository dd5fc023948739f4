"""Scans read: how many pages a second, beside bare Tesseract on the same files, two processes each.

    reading.py [PAGES]

Ours is all of it but the proposals: a child without rights for each file, the page straightened and its
shade taken off, Tesseract, words in lines, the picture for the PDF. Bare Tesseract is given the very same
files, two at a time, one thread each, text out. In turn, in one run. Pages are drawn by
`tests/papers/made.py`, full of writing: scans at 300 dots an inch that lean a little, photographs in shadow.
A goal that is missed is said, and the exit status is 1.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from measuring import Seconds, head, told

from raport.adapters.packs import load_pack
from raport.app.reading import Given, propose, scan
from raport.assess import prepare
from tests.papers import made

PAGES = 4
ROUNDS = 3
LEAST = 0.9
OURS, BARE = "raport, pages read", "tesseract alone"


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with tempfile.TemporaryDirectory() as folder:
        files, signs = drawn(count, Path(folder))
        head(f"{count} pages as single files, {signs} signs a page, {ROUNDS} rounds")
        given = [Given(f.name, f.read_bytes()) for f in files]
        runs = {OURS: lambda _: scan(given), BARE: lambda _: bare(files)}
        for run in runs.values():
            run(0)  # what the system keeps of programs and fonts is there for both
        wall, spent = measured(runs)
        pages = [p.words for p in scan(given).pages]
    for name in runs:
        told(
            name, median(wall[name]) / count, f"{count / median(wall[name]):.2f} pages a second by the clock"
        )
        told("  of the processor", median(spent[name]) / count)
    law = prepare(load_pack("ru"))
    before = perf_counter()
    for page in pages:
        propose([page], law)
    told("the proposals of one page", (perf_counter() - before) / count)
    by_clock, by_processor = (
        median(b / a for a, b in zip(t[OURS], t[BARE], strict=True)) for t in (wall, spent)
    )
    verdict = "met" if by_clock >= LEAST else "NOT MET"
    print(f"  goal: of bare Tesseract's pages a second {by_clock:.2f} (>= {LEAST:g}) {verdict}")
    print(f"  of the processor {by_processor:.2f}")
    return 1 if by_clock < LEAST else 0


def measured(runs: dict[str, Callable[[int], object]]) -> tuple[Seconds, Seconds]:
    """Seconds of each round in turn: of the wall, and of the processor with all that was started."""
    wall: Seconds = {name: [] for name in runs}
    spent: Seconds = {name: [] for name in runs}
    for n in range(ROUNDS):
        for name, run in runs.items():
            before, used = perf_counter(), of_processor()
            run(n)
            wall[name].append(perf_counter() - before)
            spent[name].append(of_processor() - used)
    return wall, spent


def drawn(count: int, folder: Path) -> tuple[list[Path], int]:
    """Files of single pages, and how many signs there are on one."""
    files, signs = [], 0
    for seed in range(count):
        page = made.draw(made.letter(seed), seed, full=True)
        signs += sum(map(len, page.lines))
        files.append(folder / f"{seed}.jpg")
        files[-1].write_bytes(made.spoilt(page.picture, "phone" if seed % 2 else "scan", seed))
    return files, signs // count


def bare(files: list[Path]) -> None:
    def one(path: Path) -> None:
        subprocess.run(
            ["tesseract", path, "stdout", "-l", "rus", "--psm", "3"],
            check=True,
            capture_output=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(one, files))


def of_processor() -> float:
    return sum(u.ru_utime + u.ru_stime for u in map(getrusage, (RUSAGE_CHILDREN, RUSAGE_SELF)))


if __name__ == "__main__":
    sys.exit(main())
