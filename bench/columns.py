"""A million filings of eight raw events, one 30-day clock: columns, OpenFisca, and a pass written by hand.

    columns.py [FILINGS]

All three say the same of every filing, or nothing is measured. OpenFisca wants its columns ready: building
them from the raw events is inside its time, as it is inside ours.
"""

import sys
from collections.abc import Callable
from statistics import median
from typing import Any

import peer_numba
import peer_openfisca
from clock import NAME, NextWorking, Results, check_equal, columns_that_matter, dates_of, results_of
from drawn import TODAY, draw_table
from measuring import alone, goal, head, in_turn, peak_of, ratio, told

from raport.adapters.packs import load_pack
from raport.assess import prepare
from raport.assess.columns import EventTable, run_columns

FILINGS = 1_000_000
ROUNDS = 9
BEHIND_NUMBA = 6


def main() -> None:
    filings = int(sys.argv[1]) if len(sys.argv) > 1 else FILINGS
    head(f"{filings:,} filings of eight raw events, one 30-day clock of two readings")
    table = draw_table(filings)
    runs = peers(table)
    ours = results_of(runs["raport"]().clocks[NAME], filings)
    check_equal(ours, Results(**runs["openfisca"]()), "raport and openfisca")
    check_equal(ours, runs["numba"](), "raport and numba")
    print(
        f"  all three say the same of all {filings:,} filings; {int((ours.state != 0).sum()):,} clocks stand"
    )
    found = in_turn(ROUNDS, {name: lambda _, run=run: run() for name, run in runs.items()})
    for name, run in found.items():
        told(name, median(run), alone(__file__, "--peak", name, str(filings)))
    goal("time, of openfisca-core with its columns built", ratio(found, "raport", "openfisca"), 1, "x")
    goal("time, of the numba pass", ratio(found, "raport", "numba"), BEHIND_NUMBA, "x")


def peers(table: EventTable) -> dict[str, Callable[[], Any]]:
    """The three, each from the raw events to its columns of results."""
    pack = load_pack("ru")
    law = prepare(pack)
    today = TODAY.toordinal()
    matters = columns_that_matter(table, pack)
    working = NextWorking(pack.calendars["ru"])
    system = peer_openfisca.tax_benefit_system(working)

    return {
        "raport": lambda: run_columns(table, law, TODAY, [NAME]),
        "openfisca": lambda: peer_openfisca.calculate(
            system, dates_of(table, matters, today), TODAY.isoformat()
        ),
        "numba": lambda: peer_numba.run(table, matters, working, today),
    }


def peak(name: str, filings: int) -> None:
    """Run one of them and tell its memory; what is compiled and imported before is not counted."""
    peers(draw_table(1000))[name]()
    print(peak_of(peers(draw_table(filings))[name]))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        peak(sys.argv[2], int(sys.argv[3]))
    else:
        main()
