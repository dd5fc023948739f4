"""Random cases of the invented country and random rules for it: for what holds of every case and pack."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from raport.casefile import Basis, Case, Event, Filing, Modality
from raport.dates import Span
from tests.core.assess.worlds import provision

FIRST = date(2019, 2, 1)
days = st.integers(0, 690).map(lambda n: FIRST + timedelta(days=n))
FIELDS = {
    "lang": {"notice": ["yes", "no"]},
    "weg": {"to": ["keep", "castle", "crown"]},
    "sag": {"outcome": ["aye", "nay"], "form": ["written", "oral"], "by": ["keep", "castle", "crown"]},
}
KINDS = ["gab", "kam", "kam", "buk", "buk", "lang", "weg", "sag", "sag", "halt", "geh"]


@st.composite
def spans(draw: st.DrawFn) -> Span:
    """A day, a few days, or days with an open end."""
    first = draw(days)
    last = first + timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 4, 20])))
    shape = draw(st.integers(0, 11))
    return Span(date.min if shape == 0 else first, date.max if shape in (0, 1) else last)


@st.composite
def events(draw: st.DrawFn, number: int, filing: str) -> Event:
    """An event with some of the words of its kind."""
    kind = draw(st.sampled_from(KINDS))
    fields = {}
    for name, words in FIELDS.get(kind, {}).items():
        word = draw(st.sampled_from([*words, words[0], ""]))
        if word:
            fields[name] = word
    return Event(
        id=f"e{number}",
        kind=kind,
        on=draw(spans()),
        filing=filing,
        fields=fields,
        basis=draw(st.sampled_from([Basis.TOLD, Basis.TOLD, Basis.TOLD, Basis.INFERRED])),
        modality=draw(
            st.sampled_from([Modality.DONE] * 4 + [Modality.CLAIMED, Modality.THREATENED, Modality.ATTEMPTED])
        ),
    )


@st.composite
def cases(draw: st.DrawFn, number: int) -> Case:
    """A case of one filing or two; now and then the second challenges the first."""
    count = draw(st.sampled_from([1, 1, 2]))
    leans = draw(st.integers(0, 9)) == 0
    filings = tuple(
        Filing(
            id=f"f{n}",
            kind=draw(st.sampled_from(["zub", "zub", "zub", "klag", "trob"])),
            to=draw(st.sampled_from([("keep",), ("castle",), ("keep", "castle"), ()])),
            about=draw(st.sampled_from([("keep",), (), ("castle",)])),
            challenges=("f0",) if n and leans else (),
        )
        for n in range(count)
    )
    every = tuple(
        draw(events(n, f"f{draw(st.integers(0, count - 1))}")) for n in range(draw(st.integers(0, 7)))
    )
    return Case(f"c{number}", "ruritania", filings, every)


@st.composite
def many_cases(draw: st.DrawFn) -> list[Case]:
    """Several cases for one table."""
    return [draw(cases(n)) for n in range(draw(st.integers(1, 6)))]


@st.composite
def cases_of_days(draw: st.DrawFn) -> list[Case]:
    """Several cases in which every event is of one day, now and then in the order of the days."""
    many = []
    for case in draw(many_cases()):
        events = [replace(e, on=Span.on(draw(days))) for e in case.events]
        if draw(st.integers(0, 3)):
            events.sort(key=lambda e: e.on.earliest)
        many.append(replace(case, events=tuple(events)))
    return many


UNITS = ["calendar-day", "working-day", "month", "week", "hour", "sutki"]


@st.composite
def regimes(draw: st.DrawFn, name: str) -> str:
    """A way of counting with one to three readings."""
    readings = ""
    for n in range(draw(st.integers(1, 3))):
        readings += f"""
    [[regime.reading]]
    id = "r{draw(st.permutations(range(3)))[0] if n == 0 else n + 3}"
    first-day = "{draw(st.sampled_from(["next", "same", "either"]))}"
    roll = "{draw(st.sampled_from(["none", "next-working", "previous-working"]))}"
    decreed = "{draw(st.sampled_from(["off", "working"]))}"
    month-end = "{draw(st.sampled_from(["last-day", "next-day"]))}"
"""
    return f"""
[[regime]]
id = "{name}"
cite = {{ en = "{name}" }}
says = {{ en = "Drawn." }}
source = "invented"
confidence = "text"
calendar = "rur"
{readings}
"""


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Provisions, procedures and clocks of every shape that columns carry."""
    unit = draw(st.sampled_from(UNITS))
    count = draw(st.integers(1, 20))
    change = draw(st.dates(date(2019, 4, 1), date(2020, 6, 1)))
    second = f'from = {change}\n    term = {{ count = {draw(st.integers(1, 9))}, unit = "{unit}" }}'
    until = f"to = {change - timedelta(days=1)}\n    "
    versioned = provision("main", count, unit, regime="one").replace("    term", f"    {until}term")
    versioned += f'    [[provision.version]]\n    {second}\n    regime = "two"\n'
    main = draw(st.sampled_from([provision("main", count, unit, regime="one"), versioned]))
    bearer = draw(st.sampled_from(["authority", "applicant"]))
    extra = draw(
        st.sampled_from(["", 'extension = { event = { kind = "lang", notice = "yes" }, provision = "more" }'])
    )
    pause = draw(st.sampled_from(["", 'pause = { from = { kind = "halt" }, until = { kind = "geh" } }']))
    pick = draw(st.sampled_from(["", 'pick = "last"']))
    after = draw(st.sampled_from(["", "met-after-start = true", "met-after-start = false"]))
    when = draw(st.sampled_from(WHENS))
    parts = [draw(regimes("one")), draw(regimes("two")), main]
    parts += [
        provision("more", draw(st.integers(1, 30)), unit, regime="two"),
        provision("moved", 3, regime="one"),
    ]
    parts.append(PROCEDURES)
    parts.append(CLOCKS.format(bearer=bearer, extra=extra, pause=pause, pick=pick, after=after, when=when))
    return "\n".join(parts)


WHENS = [
    "",
    'when = { event = { kind = "sag", outcome = "nay" } }',
    'when = { not = { event = { kind = "weg" } } }',
    'when = { filing = { to = ["keep"] } }',
    'when = { any = [{ event = { kind = "weg" } }, { filing = { about = ["castle"] } }] }',
    'when = { event = { kind = "sag", by = ["@addressee"] } }',
    'when = { event = { kind = "sag", by = ["@about"] } }',
    'when = { fact = "estate", is = ["hussar"] }',
]
PROCEDURES = """
[[procedure]]
id = "plea"
label = { en = "plea" }
when = { filing = { kind = ["zub"] } }
clocks = ["first", "second", "branch"]
[[procedure]]
id = "other"
label = { en = "other" }
when = { all = [{ filing = { kind = ["klag", "zub"] } }, { event = { kind = "gab" } }] }
clocks = ["first"]
"""
CLOCKS = """
[[clock]]
id = "first"
label = {{ en = "first" }}
provision = "main"
bearer = "{bearer}"
starts = [
  {{ event = {{ kind = "buk" }} }},
  {{ event = {{ kind = "kam" }}, plus = "moved", deemed = true, asks = {{ en = "Which number?" }} }},
]
met-by = {{ kind = "sag", form = ["written"] }}
{extra}
{pause}
{pick}
{after}
{when}

[[clock]]
id = "second"
label = {{ en = "second" }}
provision = "more"
bearer = "applicant"
starts = [{{ clock = "first" }}]
when = {{ clock = "first", state = ["overdue", "late"] }}
met-by-filing = {{ kind = ["trob"], challenges = true }}

[[clock]]
id = "branch"
label = {{ en = "branch" }}
provision = "main"
bearer = "authority"
each = {{ kind = "weg" }}
starts = [
  {{ event = {{ kind = "buk" }} }},
  {{ origin = true, plus = "moved", deemed = true }},
]
met-by = {{ kind = "sag", via = true }}
{extra}
"""
