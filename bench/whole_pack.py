"""The whole Russian pack over a million filings of eight raw events: every clock, and the breaches of clocks.

    whole_pack.py [FILINGS]

No peer has this law; the numba pass of one clock stands beside it, and the one-case engine on a sample.
"""

import sys
from statistics import median

import peer_numba
from clock import NextWorking, columns_that_matter
from drawn import TODAY, draw_table
from measuring import alone, head, in_turn, peak_of, ratio, told

from raport.adapters.packs import load_pack
from raport.assess import assess_filings, prepare
from raport.assess.columns import breaches_of, case_of, not_carried, run_columns

FILINGS = 1_000_000
ROUNDS = 3
SAMPLE = 300


def main() -> None:
    filings = int(sys.argv[1]) if len(sys.argv) > 1 else FILINGS
    head(f"{filings:,} filings of eight raw events, the whole Russian pack")
    pack = load_pack("ru")
    law = prepare(pack)
    table = draw_table(filings)
    columns = run_columns(table, law, TODAY)
    stand = sum(len(c.filing) for c in columns.clocks.values())
    breached = sum(len(b.filing) for b in breaches_of(columns, law))
    print(f"  {len(law.clocks)} clocks in the pack, {len(columns.clocks)} stand somewhere, {stand:,} in all;")
    print(f"  {breached:,} breaches that clocks come to; {len(columns.apart):,} filings left to the engine")
    for name, why in not_carried(law).items():
        print(f"  not carried: {name}: {why}")
    if not not_carried(law):
        print("  not carried: none of its clocks")
    del columns
    matters, working = columns_that_matter(table, pack), NextWorking(pack.calendars["ru"])
    step = max(1, filings // SAMPLE)
    sample = [case_of(table, [n], pack.id) for n in range(0, filings, step)][:SAMPLE]
    found = in_turn(
        ROUNDS,
        {
            "every clock": lambda _: run_columns(table, law, TODAY),
            "every clock, and breaches of clocks": lambda _: list(
                breaches_of(run_columns(table, law, TODAY), law)
            ),
            "numba, one clock": lambda _: peer_numba.run(table, matters, working, TODAY.toordinal()),
            "the one-case engine, on a sample": lambda _: [assess_filings(c, law, TODAY) for c in sample],
        },
    )
    for name, seconds in found.items():
        told(name, median(seconds), alone(__file__, "--peak", str(filings)) if name == "every clock" else "")
    one = median(found["the one-case engine, on a sample"]) / len(sample)
    print(f"  {ratio(found, 'every clock', 'numba, one clock'):.0f} times the numba pass of one clock")
    print(
        f"  {one * filings / median(found['every clock']):.0f} times as fast as filing after filing", end=""
    )
    print(f" ({one * 1e6:.0f} us each)")


def peak(filings: int) -> None:
    """Run every clock once in this process and tell the memory it took."""
    law = prepare(load_pack("ru"))
    run_columns(draw_table(1000), law, TODAY)
    table = draw_table(filings)
    print(peak_of(lambda: run_columns(table, law, TODAY)))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        peak(int(sys.argv[2]))
    else:
        main()
