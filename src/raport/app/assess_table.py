"""Assess a table of events: filings many at once in columns, and one by one what columns do not judge."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from raport.adapters.table import TableRead, Unread, jurisdiction_of, load_map, read_map, read_table
from raport.adapters.table.writing import Said, check_name, write_rows
from raport.app.assess_files import Laws
from raport.assess import Breach, Certainty, Clock, FilingStatus, Law, assess_filings
from raport.assess.columns import (
    Ending,
    Standing,
    Summary,
    alike,
    breaches_of,
    case_of,
    count_breaches,
    count_states,
    doubted,
    first_to_end,
    judged,
    may_be_breached,
    run_columns,
    spread,
    without,
)
from raport.assess.model import ClockState
from raport.errors import BadInput, Problem
from raport.law import OtherFiling, found_in

FIRST = 10
"""So many of the terms that end first are told."""

type Bar = Callable[[str, int, str], Callable[[int], object]]
"""Told what is being done, its size and unit, gives what is told of each part done: for a progress bar."""


@dataclass(frozen=True, slots=True)
class TableAssessed:
    """A table assessed on one day: the summary, what could not be read, and every filing."""

    summary: Summary
    unread: tuple[Unread, ...]
    law: Law
    said: Said


def assess_table(
    path: Path, map_path: Path, laws: Laws, on: date, bar: Bar, *, use_pack: str | None = None
) -> TableAssessed:
    """Read the table by its map and assess every filing in it on `on`.

    Raises `BadInput` where the map is wrong or not for this table. Rows that are bad are told in `unread`; of
    filings with such rows nothing is said to be certain.
    """
    document = load_map(map_path)
    jurisdiction = use_pack or jurisdiction_of(document)
    if not jurisdiction:
        expected, help_ = "a pack: by --pack, or `jurisdiction` in the map", "such as --pack ru"
        raise BadInput([Problem(expected, "none", help_, document.name)])
    law = laws.law(jurisdiction)
    read = read_table(
        path, read_map(document, law.pack), law.pack, lambda size, unit: bar("read", size, unit)
    )
    said = _judge(read, law, on, bar)
    return TableAssessed(_sum_up(path, said, on), read.unread, law, said)


def write_table(path: Path, assessed: TableAssessed, bar: Bar) -> int:
    """Write every clock and breach of every filing; how many rows that was. Raises `BadInput`."""
    return write_rows(path, assessed.said, bar("write", len(assessed.said.read.names), "filing"))


def check_out(path: Path) -> None:
    """Raises `BadInput` where nothing could be written under this name, before any work is done."""
    check_name(path)
    if not path.parent.is_dir():
        raise BadInput([Problem("a folder to write into", "none of this name", "", str(path.parent))])


# --- judging ----------------------------------------------------------------------------------------------


def _judge(read: TableRead, law: Law, on: date, bar: Bar) -> Said:
    filings = len(read.names)
    columns = run_columns(read.events, law, on, done=bar("count", filings, "filing"))
    columns = doubted(columns, read.unread_rows > 0)
    apart = columns.apart.tolist()
    step = bar("engine", len(apart), "filing")
    engine: dict[int, FilingStatus] = {}
    for group in _together(apart, read.challenges):
        engine |= _one_by_one(read, law, on, group)
        step(len(group))
    asked = without(may_be_breached(read.events, law, on), engine)
    groups = alike(read.events, law, on, asked)
    step = bar("engine", len(groups), "filing")
    found = []
    for same in groups:
        found.append((same, judged(same, read.events, on)))
        step(1)
    by_engine = tuple(spread(found, read.unread_rows > 0))
    examples = len({same.one for same in groups})
    return Said(read, law, columns, tuple(breaches_of(columns, law)), engine, by_engine, examples)


def _one_by_one(read: TableRead, law: Law, on: date, group: list[int]) -> Mapping[int, FilingStatus]:
    """Filings of one case, as the one-case engine judges them."""
    case = case_of(read.events, group, law.pack.id, read.challenges)
    statuses = assess_filings(case, law, on)
    return {
        number: _doubted(status) if read.unread_rows[number] else status
        for number, status in zip(group, statuses, strict=True)
    }


def _doubted(status: FilingStatus) -> FilingStatus:
    """The same, with nothing certain: part of what happened could not be read."""

    def doubt[T: (Clock, Breach)](one: T) -> T:
        return one._replace(certainty=one.certainty.doubtful)

    return replace(
        status,
        certainty=status.certainty.doubtful,
        clocks=tuple(map(doubt, status.clocks)),
        breaches=tuple(map(doubt, status.breaches)),
    )


def _together(apart: Iterable[int], challenges: Mapping[int, tuple[int, ...]]) -> Iterator[list[int]]:
    """Filings that challenge one another belong to one case; every other is a case of its own."""
    linked: dict[int, set[int]] = {}
    for one, others in challenges.items():
        for other in others:
            linked.setdefault(one, set()).add(other)
            linked.setdefault(other, set()).add(one)
    done: set[int] = set()
    for number in apart:
        if number in done:
            continue
        group, waiting = {number}, [number]
        while waiting:
            more = linked.get(waiting.pop(), set()) - group
            group |= more
            waiting += more
        done |= group
        yield sorted(group)


# --- summing up -------------------------------------------------------------------------------------------


def _sum_up(path: Path, said: Said, on: date) -> Summary:
    read = said.read
    states = count_states(said.columns)
    breaches = count_breaches(said.breaches)
    first = first_to_end(said.columns, said.law, FIRST)
    for number, status in said.engine.items():
        for clock in status.clocks:
            states[Standing(clock.rule, clock.state, clock.certainty)] += 1
            ending = _ending(number, clock)
            if ending is not None:
                first.append(ending)
        breaches.update((b.id, b.certainty) for b in status.breaches)
    breaches.update(count_breaches(said.breached))
    first.sort(key=lambda e: (e.due.earliest, e.due.latest, e.filing))
    unread: Counter[str] = Counter()
    for one in read.unread:
        unread[one.done.value] += one.count
    return Summary(
        table=path.name,
        on=on,
        filings=len(read.names),
        events=len(read.rows),
        seen=read.seen,
        blank=read.blank,
        left_out=read.left_out,
        not_taken=read.not_taken,
        unread=unread,
        in_doubt=int((read.unread_rows > 0).sum()),
        by_engine=len(said.engine) + said.examples,
        not_carried=said.columns.not_carried,
        unlinked=() if read.linked else _met_by_others(states, said.law),
        states=states,
        breaches=breaches,
        first=first[:FIRST],
        names={e.filing: read.names[e.filing] for e in first[:FIRST]},
    )


def _met_by_others(states: Iterable[Standing], law: Law) -> list[str]:
    """Of these clocks those that another filing meets by challenging theirs."""
    standing = {s.clock for s in states}
    return [
        rule.id
        for rule in law.pack.clocks.values()
        if rule.id in standing and any(o.challenges for o in found_in(rule.met_by_filing, OtherFiling))
    ]


def _ending(number: int, clock: Clock) -> Ending | None:
    due = None if clock.leading is None else clock.leading.due
    silent = clock.certainty is Certainty.UNKNOWN
    if clock.state is not ClockState.RUNNING or silent or due is None or due.open_end:
        return None
    return Ending(due, number, clock.rule, clock.certainty)


# --- for machines -----------------------------------------------------------------------------------------


def write_summary(assessed: TableAssessed) -> dict[str, object]:
    """The summary as plain values, for JSON (`docs/formats/table.md`); single filings are in `--out`."""
    s, pack = assessed.summary, assessed.law.pack
    return {
        "raport": 1,
        "table": s.table,
        "on": s.on.isoformat(),
        "law": {
            "jurisdiction": pack.id,
            "checked": pack.checked.isoformat(),
            "known": pack.known.isoformat() if pack.known else None,
        },
        "filings": s.filings,
        "events": s.events,
        "rows": {"all": s.seen, "blank": s.blank, "left-out": s.left_out},
        "not-taken": dict(s.not_taken),
        "unread": [
            {
                "column": one.column or None,
                "expected": one.expected,
                "found": one.found,
                "help": one.help or None,
                "done": one.done.value,
                "count": one.count,
                "rows": list(one.rows),
            }
            for one in assessed.unread
        ],
        "in-doubt": s.in_doubt,
        "clocks": [
            _standing(name, s, assessed) for name in pack.clocks if any(k.clock == name for k in s.states)
        ],
        "breaches": [
            {"id": name, "certainty": certainty.value, "count": count}
            for (name, certainty), count in sorted(s.breaches.items(), key=lambda b: (b[0][0], b[0][1].value))
        ],
        "first": [
            {
                "filing": s.names[one.filing],
                "clock": one.clock,
                "earliest": one.due.earliest.isoformat(),
                "latest": one.due.latest.isoformat(),
                "certainty": one.certainty.value,
            }
            for one in s.first
        ],
        "one-by-one": s.by_engine,
        "not-carried": [
            {"clock": name, "provision": pack.clocks[name].provision, "why": why}
            for name, why in s.not_carried.items()
        ],
        "unlinked": list(s.unlinked),
    }


def _standing(name: str, s: Summary, assessed: TableAssessed) -> dict[str, object]:
    rule = assessed.law.pack.clocks[name]
    stands = [
        {"state": key.state.value, "certainty": key.certainty.value, "count": count}
        for key, count in sorted(s.states.items(), key=lambda k: (k[0].state.value, k[0].certainty.value))
        if key.clock == name
    ]
    return {"id": name, "provision": rule.provision, "bearer": rule.bearer.value, "stands": stands}
