"""Case after case, each a different one, with all reasons: one clock, one filing, a case of ten events.

    one_case.py [CASES]

Beside it OpenFisca: one simulation for one filing, from columns that are ready, the same clock, no reasons.
The law is prepared once; nothing else is kept from one case to the next.
"""

import sys
from collections.abc import Callable
from statistics import median
from typing import Any

import peer_openfisca
from clock import NAME, Dates, NextWorking, columns_that_matter, dates_of
from drawn import TODAY, draw_cases, draw_cases_of_ten, draw_table
from measuring import alone, goal, head, in_turn, peak_of, ratio, told

from raport.adapters.packs import load_pack
from raport.assess import assess, assess_filings, prepare
from raport.assess.clocks import run_clock
from raport.assess.place import Place
from raport.assess.view import YES, look

CASES = 3000
ROUNDS = 30
CLOCK, FILING, CASE, PEER = "one clock", "a filing", "a case of ten events", "openfisca, one clock"
SHOWN = {
    CLOCK: "with reasons, its filing already looked at",
    FILING: "all its clocks and breaches, eight events",
    CASE: "the record and the account: all of an assessment",
    PEER: "one simulation, columns ready, no reasons",
}


def main() -> None:
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    each = max(1, cases // ROUNDS)
    head(f"{each * ROUNDS:,} cases, no two alike, {each} a round")
    runs = programs(each * ROUNDS)
    found = in_turn(ROUNDS, {name: _some(*run, each) for name, run in runs.items()})
    middle = {name: median(seconds) / each for name, seconds in found.items()}
    for name, seconds in middle.items():
        told(f"{name} ({SHOWN[name]})", seconds, f"{ratio(found, name, PEER):.2f} of openfisca")
    print(f"  a case of ten events, in a process of its own: {alone(__file__, '--peak', str(cases))}")
    goal("one clock with reasons", middle[CLOCK] * 1e6, 40, "us")
    goal("a filing", middle[FILING] * 1e6, 250, "us")
    goal("a case of ten events", middle[CASE] * 1e3, 2, "ms")


def programs(cases: int) -> dict[str, tuple[Callable[[Any], object], list[Any]]]:
    """What is run, and on what: one thing a case, made ready before."""
    pack = load_pack("ru")
    law = prepare(pack)
    of_one = [case for case, _ in draw_cases(cases)]
    views = [look(case, None, pack, TODAY) for case in of_one]
    table = draw_table(cases)
    system = peer_openfisca.tax_benefit_system(NextWorking(pack.calendars["ru"]))
    ready = dates_of(table, columns_that_matter(table, pack), TODAY.toordinal())
    return {
        CLOCK: (
            lambda place: run_clock(law.clocks[NAME], place, YES),
            [Place(view, view.filings["f0"]) for view in views],
        ),
        FILING: (lambda case: assess_filings(case, law, TODAY), of_one),
        CASE: (lambda both: assess(both[0], law, TODAY, both[1]), list(draw_cases_of_ten(cases))),
        PEER: (
            lambda dates: peer_openfisca.calculate(system, dates, TODAY.isoformat()),
            [Dates(*(column[n : n + 1] for column in ready)) for n in range(cases)],
        ),
    }


def _some(run: Callable[[Any], object], of: list[Any], each: int) -> Callable[[int], object]:
    """A run over the things of one round: none comes twice."""

    def round_(n: int) -> None:
        for one in of[n * each : (n + 1) * each]:
            run(one)

    return round_


def peak(cases: int) -> None:
    """Assess cases of ten events and tell the memory it took."""
    law = prepare(load_pack("ru"))
    many = list(draw_cases_of_ten(cases))
    print(peak_of(lambda: sum(len(assess(case, law, TODAY, account).filings) for case, account in many)))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--peak"]:
        peak(int(sys.argv[2]))
    else:
        main()
