"""How every bench measures: peers in turn within one run, medians, ratios, peak memory, the goal beside it.

A machine is never quiet and never the same: seconds are shown, ratios are what is claimed.
"""

import gc
import os
import platform
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from time import process_time

import psutil

type Seconds = dict[str, list[float]]


def head(title: str) -> None:
    """What is measured, and on what."""
    print(title)
    print(
        f"  {_processor()}, {os.cpu_count()} cores, CPython {platform.python_version()}, {_commit()}", end=""
    )
    print(f", load {os.getloadavg()[0]:.1f}\n")


def in_turn(
    rounds: int, runs: Mapping[str, Callable[[int], object]], clock: Callable[[], float] = process_time
) -> Seconds:
    """Each run once a round, in turn, so that a busy moment meets them all; seconds by round.

    Seconds of the processor, which others on the machine disturb less; all that is run in one process here
    runs on one thread.
    """
    found: Seconds = {name: [] for name in runs}
    for n in range(rounds):
        for name, run in runs.items():
            gc.collect()
            before = clock()
            run(n)
            found[name].append(clock() - before)
    return found


def ratio(found: Seconds, one: str, other: str) -> float:
    """How many times as long as the other: the median over the rounds."""
    return median(a / b for a, b in zip(found[one], found[other], strict=True))


def goal(what: str, measured: float, most: float, unit: str = "") -> None:
    """One goal: the figure, the most it may be, and whether it is."""
    verdict = "met" if measured <= most else "NOT MET"
    print(f"  goal: {what:<58}{measured:9.2f} {unit}  (<= {most:g} {unit})  {verdict}".replace(" )", ")"))


def told(what: str, seconds: float, more: str = "") -> None:
    """One figure, in the unit in which it reads well."""
    shown = (
        f"{seconds:9.3f} s "
        if seconds >= 1
        else f"{seconds * 1e3:9.2f} ms"
        if seconds >= 1e-3
        else f"{seconds * 1e6:9.1f} us"
    )
    print(f"  {what:<62}{shown}  {more}".rstrip())


def peak_of(run: Callable[[], object]) -> str:
    """The most memory this process has while it runs this, and how much of it came with the run (Linux)."""
    forget, status = Path("/proc/self/clear_refs"), Path("/proc/self/status")
    if not forget.exists():
        return "peak memory not known on this system"
    gc.collect()
    before = psutil.Process().memory_info().rss / 2**20
    forget.write_text("5")  # 5: the peak so far is forgotten
    run()
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    most = int(line.split()[1]) / 1024
    return f"peak {most:,.0f} MiB, {most - before:,.0f} of it for the run"


def alone(*arguments: str) -> str:
    """What a program prints when started anew: memory is measured in fresh processes."""
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def _commit() -> str:
    here = Path(__file__).parent
    found = subprocess.run(
        ["git", "-C", here, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    )
    return f"commit {found.stdout.strip() or 'not known'}"
