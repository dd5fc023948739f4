"""A desk with very many cases: filled, opened anew, listed whole, searched, every row proved equal to a fresh
assessment.

.venv/bin/python tools/soak_desk.py [--cases N] [--seed N]

The cases are those of tools/drawn_desk.py. The vault is made in a folder that is thrown away. Exits with 1
where a row differs, a case stands in no page of the list or in two, or a name does not lead to its case.
"""

import argparse
import os
import random
import re
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

SEARCHES = 200
STALE = 0.05
"""This share of the rows is let pass its day, as a night does, and computed anew."""

_CASE = re.compile(r'class="case" href="/case/([0-9a-f]{32})/"')
_PAGES = re.compile(r"страница \d+ из (\d+)")


@dataclass
class Soak:
    """What was counted, how long each step took, and what went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    took: dict[str, float] = field(default_factory=dict)

    def step(self, name: str, since: float) -> None:
        """Tell how long a step took."""
        self.took[name] = time.monotonic() - since
        told = ", ".join(f"{n} {what}" for what, n in self.counts.items())
        print(f"{name}: {self.took[name]:.0f} s; {told}", flush=True)


def main() -> int:
    """Fill, open, list, search, check; the last line tells all."""
    parser = argparse.ArgumentParser(description="a desk with very many cases")
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=2019)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="raport-soak-") as scratch:
        folder = Path(scratch, "vault")
        os.environ["RAPORT_VAULT"] = str(folder)
        os.environ["DJANGO_SETTINGS_MODULE"] = "raport.web.desk.settings"
        import django

        django.setup()
        return soak(folder, asked.cases, asked.seed)


def soak(folder: Path, cases: int, seed: int) -> int:
    """All of it, over one vault."""
    from raport.adapters.store import search as index
    from raport.adapters.store.members import members
    from raport.app.vault import lock, open_vault
    from tools.drawn_desk import PASSPHRASE

    told = Soak()
    since = time.monotonic()
    names = filled(folder, cases, seed)
    told.step("filled", since)
    lock()
    since = time.monotonic()
    open_vault(folder, PASSPHRASE)
    forget_peak()
    member = members()[0].id
    told.step("opened", since)
    since = time.monotonic()
    told.counts["listed"], told.counts["listed-wrongly"] = listed(member, set(names))
    told.step("listed", since)
    since = time.monotonic()
    chance = random.Random(seed)
    told.counts["found"], told.counts["not-found"] = searched(
        member, dict(chance.sample(sorted(names.items()), min(SEARCHES, cases)))
    )
    told.step("searched", since)
    since = time.monotonic()
    told.counts["anew"] = passed_a_night(member, chance)
    told.step("computed anew", since)
    since = time.monotonic()
    told.counts.update(checked(member))
    told.step("checked", since)
    size = sum(f.stat().st_size for f in folder.rglob("*")) / 2**20
    documents = index.count()
    lock()
    c = told.counts
    took = ", ".join(f"{name} in {seconds:.0f} s" for name, seconds in told.took.items())
    print(
        f"seed {seed}: {cases} cases, {documents} documents, {size:.0f} MiB; {c['listed']} listed once, "
        f"{c['found']} of {c['found'] + c['not-found']} names found, {c['anew']} rows anew, "
        f"{c['equal']} rows equal, {c['differ']} differ; {took}; at most {peak()} MiB of memory once open"
    )
    right = (c["listed"], c["equal"], c["not-found"], c["listed-wrongly"]) == (cases, cases, 0, 0)
    return 0 if right else 1


def filled(folder: Path, cases: int, seed: int) -> dict[str, str]:
    """A vault with so many cases; the name in each, by its id."""
    from tools.drawn_desk import fill

    names: dict[str, str] = {}
    for id_, name in fill(folder, cases, seed):
        names[id_] = name
        if len(names) % 1000 == 0:
            print(f"  {len(names)} cases, load {os.getloadavg()[0]:.1f}", flush=True)
    return names


def listed(member: str, wanted: set[str]) -> tuple[int, int]:
    """Every page of the docket, asked of the desk: how many cases stand there once; how many do not, or
    oftener.
    """
    from tools.drawn_desk import signed_in

    browser = signed_in(member)
    seen: Counter[str] = Counter()
    number, pages = 1, 1
    while number <= pages:
        text = browser.get(f"/docket/?page={number}").content.decode()
        seen.update(_CASE.findall(text))
        last = _PAGES.search(text)
        pages = int(last[1]) if last else 1
        number += 1
    once = sum(n == 1 and id_ in wanted for id_, n in seen.items())
    return once, len(wanted.symmetric_difference(seen)) + sum(n > 1 for n in seen.values())


def searched(member: str, names: dict[str, str]) -> tuple[int, int]:
    """How many of these names lead to their case first, and how many do not."""
    from raport.app.search import search

    found = 0
    for id_, name in names.items():
        files = search(name, member).files
        found += bool(files) and files[0].row.id == id_
    return found, len(names) - found


def passed_a_night(member: str, chance: random.Random) -> int:
    """The day of some rows passes, and they are computed anew; how many."""
    from raport.adapters.store.models import Docket
    from raport.app.docket import recompute, stale_files
    from raport.app.vault import today

    ids = sorted(Docket.objects.values_list("file_id", flat=True))
    gone = set(chance.sample(ids, int(len(ids) * STALE)))
    yesterday = today() - timedelta(days=1)
    for id_ in gone:
        Docket.objects.filter(file_id=id_).update(valid_until=yesterday)
    stale = stale_files(today())
    assert gone <= set(stale), "a row whose day has passed is not seen to be old"
    return sum(recompute(stale, member, today()))


def checked(member: str) -> Counter[str]:
    """Every row against a fresh assessment, as `raport desk check` compares them."""
    from raport.app.docket import check_rows
    from raport.app.vault import today

    found: Counter[str] = Counter()
    for one in check_rows(member, today(), lambda _: None):
        found["equal" if one.fault is None else "differ"] += 1
        if one.fault is not None:
            print(f"  {one.file}: {one.fault.told}", flush=True)
    return found


def forget_peak() -> None:
    """What the passphrase took is not counted (Linux)."""
    file = Path("/proc/self/clear_refs")
    if file.exists():
        file.write_text("5", encoding="ascii")


def peak() -> int:
    """The most memory this process has had since, in MiB (Linux; elsewhere 0)."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    line = next(ln for ln in status.read_text(encoding="ascii").splitlines() if ln.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


if __name__ == "__main__":
    sys.exit(main())
