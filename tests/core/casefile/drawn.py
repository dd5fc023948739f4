"""Case files drawn by chance in the words of the invented pack: any that the format can say."""

from datetime import date, datetime, time
from typing import Any

from hypothesis import strategies as st

from raport.dates import Span
from tests.core.casefile.invented import PACK

type Tree = dict[str, Any]

DAY = st.dates(date(2015, 1, 1), date(2019, 11, 16))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SAID = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(str.strip)


def edtf() -> st.SearchStrategy[Any]:
    """A day as a file may have it."""
    doubt = st.sampled_from(["", "~", "?", "%"])
    months = st.builds(lambda d, q: f"{d:%Y-%m}{q}", DAY, doubt)
    years = st.builds(lambda d, q: f"{d:%Y}{q}", DAY, doubt)
    spans = st.builds(lambda a, b: str(Span(min(a, b), max(a, b))), DAY, DAY)
    return st.one_of(
        DAY,
        DAY.map(str),
        months,
        years,
        spans,
        st.sampled_from(["..", "unknown", "201X", "2019-21", "2018-24", "../2019-10", "2019-07/.."]),
    )


def known(words: Any) -> st.SearchStrategy[str]:
    return st.sampled_from([*words, "unknown"])


def options(choice: str) -> st.SearchStrategy[str]:
    return known(PACK.choices[choice].options)


AUTHORITY = known(PACK.authorities)
AUTHORITIES = st.one_of(
    AUTHORITY, st.lists(st.sampled_from(sorted(PACK.authorities)), min_size=1, unique=True)
)
COUNT = st.sampled_from(["1", "3", "2..", 4, "unknown"])
FLAG = st.sampled_from([True, False, "yes", "no", "unknown"])


def value_of(type_: str) -> st.SearchStrategy[Any]:
    simple: dict[str, st.SearchStrategy[Any]] = {
        "day": edtf(),
        "flag": FLAG,
        "count": COUNT,
        "authority": AUTHORITY,
        "ground": known(PACK.grounds),
        "remedy": known(PACK.remedies),
    }
    return simple[type_] if type_ in simple else options(type_)


def facts(ring: int, claimants: list[str]) -> st.SearchStrategy[Tree]:
    def one(type_: str) -> st.SearchStrategy[Any]:
        claim = st.fixed_dictionaries(
            {"value": value_of(type_), "by": st.sampled_from(claimants)}, optional={"since": edtf()}
        )
        return st.one_of(value_of(type_), st.lists(claim, min_size=1, max_size=3))

    return st.fixed_dictionaries(
        {}, optional={f.id: one(f.type) for f in PACK.facts.values() if f.ring == ring}
    )


def names(ids: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), unique=True, max_size=3) if ids else st.just([])


def anything() -> st.SearchStrategy[Any]:
    plain = st.one_of(
        TEXT,
        st.integers(-(2**62), 2**62),
        st.floats(allow_nan=False),
        st.booleans(),
        st.dates(),
        st.times(),
        st.datetimes(),
    ).filter(lambda v: not isinstance(v, (datetime, time)) or v.microsecond % 1 == 0)
    return st.recursive(
        plain,
        lambda v: st.one_of(st.lists(v, max_size=3), st.dictionaries(TEXT, v, max_size=3)),
        max_leaves=6,
    )


@st.composite
def filings(draw: st.DrawFn, ids: list[str], challengeable: list[str]) -> list[Tree]:
    rows = []
    for id_ in ids:
        optional = {
            "asks": options("asks"),
            "ground": known(PACK.grounds),
            "to": AUTHORITIES,
            "author": options("author"),
            "channel": options("channel"),
            "about": AUTHORITIES,
            "challenges": names([c for c in challengeable if c != id_]),
            "what": options("what"),
            "count": COUNT,
        }
        needed = {"id": st.just(id_), "kind": st.sampled_from(sorted(PACK.choices["filing-kind"].options))}
        rows.append(draw(st.fixed_dictionaries(needed, optional=optional)))
    return rows


@st.composite
def events(
    draw: st.DrawFn, ids: list[str], filing_ids: list[str], exhibits: list[str], sources: list[str]
) -> list[Tree]:
    """Each leans on, follows and corrects only those before it, so that there is no circle; then mixed."""
    rows: list[Tree] = []
    free = list(ids)
    for n, id_ in enumerate(ids):
        before = ids[:n]
        kind = PACK.kinds[draw(st.sampled_from(sorted(PACK.kinds)))]
        row: Tree = {"id": id_, "kind": kind.id, "on": draw(edtf())}
        if draw(st.booleans()) and before:
            side = draw(st.sampled_from(["before", "after"]))
            row["on"] = {side: draw(st.sampled_from(before))}
            if draw(st.booleans()):
                row["on"]["by"] = draw(st.sampled_from(["P6M~", "P10D", "P1Y?", "P2W", "P1M10D%"]))
        if kind.lasts and draw(st.booleans()):
            row["until"] = draw(edtf())
        optional = {
            "basis": st.sampled_from(["seen", "told", "inferred"]),
            "modality": st.sampled_from(["done", "claimed", "threatened", "attempted"]),
            "proof": st.sampled_from(["documented", "witnessed", "own-word", "none"]),
            "exhibits": names(exhibits),
        }
        if filing_ids:
            optional["filing"] = st.sampled_from(filing_ids)
        if sources:
            optional["source"] = st.sampled_from(sources)
        for name, type_ in kind.fields.items():
            if type_ not in ("event", "filing"):
                optional[name] = value_of(type_)
            elif ids if type_ == "event" else filing_ids:
                optional[name] = st.sampled_from(ids if type_ == "event" else filing_ids)
        row |= draw(st.fixed_dictionaries({}, optional=optional))
        correctable = [b for b in before if b in free]
        if correctable and draw(st.integers(0, 3)) == 0:
            row["corrects"] = draw(st.sampled_from(correctable))
            free.remove(row["corrects"])
        rows.append(row)
    return draw(st.permutations(rows))


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """A whole file. Some are refused (a day after as-of, for one): whoever draws them filters."""
    ids = [f"e{n}" for n in range(draw(st.integers(0, 6)))]
    filing_ids = [f"f{n}" for n in range(draw(st.integers(0, 3)))]
    exhibit_ids = [f"x{n}" for n in range(draw(st.integers(0, 2)))]
    people = [f"p{n}" for n in range(draw(st.integers(0, 2)))]
    sources = [f"s{n}" for n in range(draw(st.integers(0, 2)))]
    holders = people + sources
    tree: Tree = {
        "raport": 1,
        draw(st.sampled_from(["case", "matter"])): "b1",
        "jurisdiction": "xx",
        "facts": draw(facts(3, ["reader", "keeper", *holders])),
        "now": draw(facts(2, ["reader", "keeper", *holders])),
        "sources": {
            s: draw(
                st.fixed_dictionaries(
                    {"title": SAID, "reliability": st.sampled_from(["published", "heard"])},
                    optional={"published": DAY},
                )
            )
            for s in sources
        },
        "person": [
            {
                "id": p,
                "role": draw(st.sampled_from(["reader", "mother"])),
                "may": draw(st.sampled_from(["decide", "nothing"])),
            }
            for p in people
        ],
        "filing": draw(filings(filing_ids, ids + filing_ids)),
        "event": draw(events(ids, filing_ids, exhibit_ids, sources)),
        "exhibit": [
            {
                "id": x,
                "state": draw(st.sampled_from(["held", "copy", "seen-by", "destroyed"])),
                "use-risk": draw(FLAG),
                **({"by": draw(st.sampled_from(holders))} if draw(st.booleans()) and holders else {}),
            }
            for x in exhibit_ids
        ],
        "account": draw(
            st.dictionaries(
                st.sampled_from(["b1", *ids, *filing_ids, *people]),
                st.dictionaries(TEXT, TEXT, max_size=2),
                max_size=3,
            )
        ),
        "identity": draw(st.dictionaries(TEXT, anything(), max_size=3)),
    }
    optional = {
        "as-of": st.just(date(2019, 11, 16)),
        "advocate-since": DAY,
        "comparison": st.just("b0"),
        "notice": st.dictionaries(st.sampled_from(["ru", "en"]), SAID),
    }
    return tree | draw(st.fixed_dictionaries({}, optional=optional))
