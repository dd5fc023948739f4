"""End to end from a stored table: `raport assess --table`, the start of the process included.

    end_to_end.py [FILINGS]

A Parquet file of eight raw events a filing is written first, outside the time. Beside the command: OpenFisca
in a process of its own that reads the same file, gathers its columns and runs its one clock; and a process
that only reads the file.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import peer_openfisca
import pyarrow as pa
import pyarrow.compute as pc
from clock import Dates, NextWorking
from drawn import EVENTS, FORMS, SHAPES, TODAY, draw_table
from measuring import head, in_turn, ratio, told
from pyarrow import parquet

from raport.adapters.packs import load_pack
from raport.assess.columns import EventTable

FILINGS = 50_000
ROUNDS = 3
UNIX = 719_163  # the ordinal of 1970-01-01
WORDS = ("kind", "to", "by", "notice", "outcome", "form")  # of events
PAPER = ("kind", "asks", "ground", "to", "author", "channel")  # of filings
READ = "import sys; from pyarrow import parquet; parquet.read_table(sys.argv[1])"
MAP = """\
raport = 1
[filing]
kind = { column = "paper-kind" }
asks = { column = "paper-asks" }
ground = { column = "paper-ground" }
to = { column = "paper-to" }
author = { column = "paper-author" }
channel = { column = "paper-channel" }
[event]
filing = { column = "filing" }
on = { column = "day", as = "day" }
kind = { column = "kind" }
to = { column = "to" }
by = { column = "by" }
notice = { column = "notice" }
outcome = { column = "outcome" }
form = { column = "form" }
proof = "documented"
[facts]
service = "officer"
rank = "captain"
"""


def main() -> None:
    filings = int(sys.argv[1]) if len(sys.argv) > 1 else FILINGS
    head(f"{filings:,} filings, {filings * EVENTS:,} rows of Parquet, from the start of a process to its end")
    folder = Path(tempfile.mkdtemp())
    try:
        measure(folder, filings)
    finally:
        shutil.rmtree(folder)


def measure(folder: Path, filings: int) -> None:
    """Write the file, then run each process in turn."""
    events, words = folder / "events.parquet", folder / "map.toml"
    write(draw_table(filings), events)
    words.write_text(MAP, encoding="utf-8")
    print(f"  the file: {events.stat().st_size / 2**20:,.1f} MiB")
    command = [str(Path(sys.executable).with_name("raport")), "assess", "--table", str(events)]
    command += ["--map", str(words), "--pack", "ru", "--on", TODAY.isoformat(), "--json"]
    processes = {
        "raport assess --table": command,
        "openfisca, one clock": [sys.executable, __file__, "--openfisca", str(events)],
        "only reading the file": [sys.executable, "-c", READ, str(events)],
    }
    memory: dict[str, float] = {}
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"  SKIPPED: raport assess --table said: {done.stderr.strip()[:400]}")
        return
    found = in_turn(
        ROUNDS, {name: lambda _, of=name: run(processes[of], memory, of) for name in processes}, _of_children
    )
    for name, seconds in found.items():
        more = (
            f"{ratio(found, name, 'only reading the file'):.1f} of only reading, peak {memory[name]:,.0f} MiB"
        )
        told(name, median(seconds), more)


def _of_children() -> float:
    """The processor's seconds of all processes that were started here and have ended."""
    times = os.times()
    return times.children_user + times.children_system


def run(command: list[str], memory: dict[str, float], name: str) -> None:
    """One process to its end, and the most memory it had."""
    import psutil

    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        watched = psutil.Process(process.pid)
        most = 0
        while process.poll() is None:
            try:
                most = max(most, watched.memory_info().rss)
                process.wait(0.02)
            except subprocess.TimeoutExpired:
                continue
            except psutil.NoSuchProcess:
                break
    if process.returncode:
        raise SystemExit(f"{name} ended with {process.returncode}")
    memory[name] = most / 2**20


def write(table: EventTable, path: Path) -> None:
    """The table as somebody's register would keep it: words, days, the name of the filing in each row."""

    def words_of(codes, many):
        return pa.array(many, pa.string()).take(pa.array(codes))

    columns = {
        "filing": pa.array([f"F-{n}" for n in range(table.filings)]).take(pa.array(table.filing)),
        "day": pa.array((table.earliest - UNIX).astype("int32")).cast(pa.date32()),
    }
    for name in WORDS:
        columns[name] = words_of(
            table.shape, [s.kind if name == "kind" else s.fields.get(name) for s in SHAPES]
        )
    for name in PAPER:
        held = [getattr(f.filing, name) for f in FORMS]
        many = [w if isinstance(w, str) else w[0] for w in held]
        columns[f"paper-{name}"] = words_of(table.form[table.filing], many)
    parquet.write_table(pa.table(columns), path)


def openfisca(path: str) -> None:
    """The peer's whole process: read, gather, calculate."""
    import numpy as np

    pack = load_pack("ru")
    held = parquet.read_table(path, columns=["filing", "day", *WORDS])
    filing = held["filing"].combine_chunks().dictionary_encode().indices.to_numpy()
    day = held["day"].cast(pa.int32()).to_numpy() + np.int32(UNIX)
    system = peer_openfisca.tax_benefit_system(NextWorking(pack.calendars["ru"]))
    kind, notice, form = (
        held[name].combine_chunks().cast(pa.string()) for name in ("kind", "notice", "form")
    )
    which = {
        "registered": pc.equal(kind, "registered"),
        "arrived": pc.is_in(kind, pa.array(["delivered", "taken"])),
        "filed": pc.equal(kind, "filed"),
        "not_taken": pc.equal(kind, "not-taken"),
        "extended": pc.and_(pc.equal(kind, "extended"), pc.equal(notice, "yes")),
        "answered": pc.and_(pc.equal(kind, "answered"), pc.equal(form, "written")),
    }
    columns = {}
    for name, mask in which.items():
        rows = np.flatnonzero(
            mask.fill_null(False).to_numpy(zero_copy_only=False) & (day <= TODAY.toordinal())
        )
        columns[name] = np.zeros(int(filing.max()) + 1, dtype=np.int32)
        columns[name][filing[rows[::-1]]] = day[rows[::-1]]
    found = peer_openfisca.calculate(system, Dates(**columns), TODAY.isoformat())
    print(np.bincount(found["state"]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--openfisca"]:
        openfisca(sys.argv[2])
    else:
        main()
