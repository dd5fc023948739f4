"""A table of many rows taken in: the dry run, then every row a case with its keys, its index, its docket row.

    python bench/importing.py [--rows 3000]

Seconds by the clock and of the processor. Nothing was promised for it but that it shows how far it has come.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

PASSPHRASE = "four words for measuring"  # noqa: S105 - of a vault of invented people
HEAD = "№;ФИО;Телефон;Звание;Рапорт подан;Угроза;Прочее"
DAYS = ("10.10.2019", "октябрь 2023", "в начале октября 2022", "осень 2021", "не помню", "как-то раз")
MAPPING = (
    "note",
    "identity:name",
    "identity:phone",
    "fact:rank",
    "filed:raport:discharge",
    "event:threat",
    "note",
)


def draw_table(rows: int) -> bytes:
    """A table as somebody keeps it."""
    chance = random.Random(3)
    lines = [HEAD]
    for n in range(rows):
        rank = chance.choice(("лейтенант", "рядовой", "капитан", "большой начальник"))
        threat = chance.choice(("", "весной 2024"))
        lines.append(f"{n};Зарубин{n} Олег;+7900{n:07};{rank};{chance.choice(DAYS)};{threat};вх. {n}")
    return "\n".join(lines).encode("cp1251", errors="replace")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=3000)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="raport-bench-") as folder:
        return measure(args.rows, Path(folder, "vault"))


def measure(rows: int, folder: Path) -> int:
    os.environ["RAPORT_VAULT"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "raport.web.desk.settings"
    import django

    django.setup()
    from tqdm import tqdm

    from raport.adapters.store.docket import Wanted, count
    from raport.adapters.store.members import members
    from raport.app import importing
    from raport.app.files import Author
    from raport.app.laws import law_of
    from raport.app.vault import make_vault, now, today

    make_vault(folder, PASSPHRASE, "Boris")
    law = law_of("ru")
    author = Author(members()[0].id, now(), today())
    id_ = importing.bring("t.csv", draw_table(rows), author, "ru")
    importing.set_mapping(id_, MAPPING, author.member)
    sheet = importing.sheet_of(id_, author.member)

    wall, start = time.perf_counter(), time.process_time()
    noted = sum(len(p.noted) for p in importing.plan(sheet, MAPPING, law.pack, author.on))
    tell("dry run", rows, wall, start)
    importing.begin(id_, author.member)
    wall, start = time.perf_counter(), time.process_time()
    done = 0
    with tqdm(total=rows, desc="take in", file=sys.stderr, leave=False) as bar:
        for stands in importing.take_in(id_, author):
            bar.update(stands.done - done)
            done = stands.done
    tell("taken in", rows, wall, start)
    stands = importing.one_waiting(id_, author.member)
    cases = sum(count(Wanted(), author.member).values())
    same = stands is not None and stands.noted == noted and cases == rows
    print(f"{cases} cases, {noted} cells kept as notes, load {os.getloadavg()[0]:.1f}")
    return 0 if same else 1


def tell(what: str, rows: int, wall: float, start: float) -> None:
    by_clock, by_processor = time.perf_counter() - wall, time.process_time() - start
    print(
        f"{what:<9} {by_clock:7.1f} s by the clock, {by_processor:7.1f} s of the processor, "
        f"{1000 * by_processor / rows:.1f} ms a row"
    )


if __name__ == "__main__":
    sys.exit(main())
