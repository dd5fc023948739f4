"""No draft cites what is not in force: each part of each letter, on each day on which the law may change."""

from datetime import date, timedelta

import pytest

from raport.drafting import Plain
from raport.drafting.filling import Filler
from raport.law import Pack
from raport.law.letters import Part
from tests import russia

PACK = russia.pack()


def parts_of(pack: Pack) -> list[Part]:
    """Every part of a letter that cites."""
    skeletons = pack.letters.skeletons.values()
    frames = pack.letters.frames.values()
    every = [p for s in skeletons for p in (*s.parts, *s.hand)] + [
        p for f in frames for p in (*f.head, *f.foot)
    ]
    return [p for p in every if p.law]


def days_of(pack: Pack) -> list[date]:
    """The first and last day of every version of everything that letters cite, and the days beside them."""
    cited = {name for part in parts_of(pack) for name in part.law}
    edges: set[date] = {date(2019, 11, 16), date(2026, 11, 20)}
    for name in cited:
        for version in pack.provisions[name].versions:
            for day in (version.in_force.earliest, version.in_force.latest):
                for beside in (-1, 0, 1):
                    if date(1990, 1, 1) < day < date(2100, 1, 1):
                        edges.add(day + timedelta(days=beside))
    return sorted(edges)


PARTS, DAYS = parts_of(PACK), days_of(PACK)


def test_there_is_much_to_look_at() -> None:
    assert len(PARTS) > 120
    assert len(DAYS) > 25
    assert len({name for part in PARTS for name in part.law}) > 60


@pytest.mark.parametrize("on", DAYS, ids=str)
def test_only_what_is_in_force_is_cited(on: date) -> None:
    for part in PARTS:
        filler = Filler(PACK, "ru", on, Plain(), None)
        runs = filler.fill(part.text, {}, part.law)
        in_force = [n for n in part.law if any(v.in_force.contains(on) for v in PACK.provisions[n].versions)]
        if not in_force:
            assert runs is None
            assert not filler.cited
            continue
        assert runs is not None
        assert set(filler.cited) == set(in_force)
        for citation in filler.cited.values():
            assert citation.text in "".join(run.text for run in runs).replace("\N{NO-BREAK SPACE}", " ")
            version = PACK.provisions[citation.provision].on(on)
            assert version is not None
            assert citation.version == version.in_force.earliest
            assert citation.confidence is version.confidence


def test_some_part_is_left_out_on_some_day() -> None:
    old = date(2004, 1, 1)
    fillers = [(part, Filler(PACK, "ru", old, Plain(), None)) for part in PARTS]

    assert any(filler.fill(part.text, {}, part.law) is None for part, filler in fillers)
