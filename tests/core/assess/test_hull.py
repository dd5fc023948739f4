"""The result for uncertain days is the hull over every day in them: counted one by one, by brute force."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from raport.assess import Assessment, Certainty, Clock, ClockState, Law, Reached, assess, prepare
from raport.casefile import Account, Basis, Case, Event, Filing
from raport.dates import Span
from tests.core.assess.drawn_cases import rules
from tests.core.assess.more import Key, certainties, clocks_of, steps_of
from tests.core.assess.worlds import ANSWERING, REGIMES, provision, world

FIRST = date(2019, 9, 1)
TURN = date(2019, 11, 20)  # the day on which the law of `TURNING` changes

TURNING = (
    REGIMES
    + provision("record", 3)
    + provision("answer", 30).replace(
        "    [[provision.version]]\n    term = { count = 30",
        "    [[provision.version]]\n    to = 2019-11-19\n    term = { count = 20",
    )
    + """
    [[provision.version]]
    from = 2019-11-20
    term = { count = 30, unit = "calendar-day" }
    regime = "plain"
"""
    + provision("sue", 3, "month")
    + provision("away", 2, "sutki")
    + provision("long", 10, "sutki")
    + provision("gone", 1)
    + """
[[period]]
id = "siege"
label = { en = "siege" }
says = { en = "The siege." }
provision = "gone"
from = 2019-11-20
to = 2019-12-20
confidence = "text"
source = "invented"
checked = 2020-01-01

[[ground]]
id = "wish"
label = { en = "wish" }
proves = { en = "He wishes it." }
    [[ground.era]]
    to = 2019-11-19
    open = "yes"
    provision = "gone"
    [[ground.era]]
    from = 2019-11-20
    open = "no"
    provision = "gone"

[[procedure]]
id = "plea"
label = { en = "plea" }
when = { filing = { kind = ["zub"] } }
clocks = ["answer", "sue"]

[[clock]]
id = "answer"
label = { en = "answer" }
provision = "answer"
bearer = "authority"
starts = [
  { event = { kind = "buk" } },
  { event = { kind = "kam" }, plus = "record", deemed = true, asks = { en = "Which number?" } },
]
met-by = { kind = "sag", form = ["written"] }
pause = { from = { kind = "halt" }, until = { kind = "geh" } }
overdue = "not-answered"
late = "answered-late"

[[clock]]
id = "sue"
label = { en = "suing" }
provision = "sue"
bearer = "applicant"
starts = [{ event = { kind = "sag" } }]
met-by-filing = { kind = ["trob"], challenges = true }

[[breach]]
id = "not-answered"
label = { en = "not answered" }
says = { en = "No answer was seen." }
[[breach]]
id = "answered-late"
label = { en = "answered late" }
says = { en = "The answer came late." }
[[breach]]
id = "in-the-siege"
label = { en = "answered in the siege" }
says = { en = "Answered in the siege." }
provisions = ["gone"]
when = { period = "siege", on = { kind = "sag" } }
[[breach]]
id = "ground-gone"
label = { en = "filed when the ground was gone" }
says = { en = "The ground was gone." }
provisions = ["gone"]
when = { ground-open = ["no"], on = "filed" }
[[breach]]
id = "backwards"
label = { en = "answered before it was recorded" }
says = { en = "Answered before it was recorded." }
provisions = ["gone"]
when = { later = { kind = "buk" }, than = { kind = "sag" } }

[[remedy]]
id = "court"
label = { en = "court" }
does = { en = "Sue." }
provisions = ["sue"]
when = { event = { kind = "sag" } }
to = ["crown"]
until = ["sue"]
exposes = ["house"]
wait = { en = "The term ends." }
order = 1

[[danger]]
id = "ends-soon"
label = { en = "ends soon" }
says = { en = "It ends soon." }
provisions = ["sue"]
scope = "filing"
when = { closing = 14 }
order = 1

[[ladder]]
id = "away"
label = { en = "away" }
says = { en = "Away." }
event = { kind = "fort" }
    [[ladder.step]]
    id = "soon"
    label = { en = "soon" }
    provision = "away"
    [[ladder.step]]
    id = "later"
    label = { en = "later" }
    provision = "long"
"""
)

LAWS = {"answering": prepare(world(ANSWERING)), "turning": prepare(world(TURNING))}
WORDS = {
    "sag": {"form": "written", "outcome": "nay"},
    "lang": {"notice": "yes"},
}

near = st.sampled_from([-31, -30, -21, -20, -4, -3, -1, 0, 0, 1, 2, 3, 5]).map(
    lambda n: TURN + timedelta(days=n)
)
days = st.one_of(near, st.integers(0, 130).map(lambda n: FIRST + timedelta(days=n)))
short = st.builds(lambda d, n: Span(d, d + timedelta(days=n)), days, st.integers(0, 3))
sure = st.sampled_from([True, True, True, False])
one = st.tuples(short, sure)

type Known = tuple[Span, bool]
"""On which days, and whether it happened for certain."""


def case_of(known: Mapping[str, Known]) -> tuple[Case, Account]:
    """A case of one filing with one event of each kind, and a suit that challenges it."""
    filings = (
        Filing("f1", "zub", to=("keep",), ground="wish"),
        Filing("f2", "trob", challenges=("f1",)),
    )
    events = []
    for kind, (on, certain) in known.items():
        of = "f2" if kind == "gab" else "f1"
        basis = Basis.TOLD if certain else Basis.INFERRED
        events.append(Event(f"e-{kind}", kind, on, of, fields=WORDS.get(kind, {}), basis=basis))
    deeds = tuple(e for e in events if e.kind == "fort")
    return Case("c", "ruritania", filings, tuple(e for e in events if e.kind != "fort")), Account("c", deeds)


def said(known: Mapping[str, Known], law: Law, today: date) -> Assessment:
    case, account = case_of(known)
    return assess(case, law, today, account)


def every_way(known: Mapping[str, Known]) -> Iterator[dict[str, Known]]:
    """Each way in which it may have been: each day of each event, and what is not certain also not at all."""
    choices: list[list[Known | None]] = []
    for on, certain in known.values():
        each: list[Known | None] = [
            (Span.on(on.earliest + timedelta(days=n)), True)
            for n in range((on.latest - on.earliest).days + 1)
        ]
        choices.append(each if certain else [*each, None])
    for chosen in product(*choices):
        yield {kind: way for kind, way in zip(known, chosen, strict=True) if way is not None}


def few_ways(known: Mapping[str, Known]) -> bool:
    ways = 1
    for on, certain in known.values():
        ways *= (on.latest - on.earliest).days + (1 if certain else 2)
    return ways <= 300


def drawn_events(*kinds: str, always: str = "buk") -> st.SearchStrategy[dict[str, Known]]:
    return st.fixed_dictionaries({always: one}, optional={k: one for k in kinds if k != always}).filter(
        few_ways
    )


def is_hull(whole: Mapping[Key, Clock], ways: list[dict[Key, Clock]], *, exact: bool = True) -> None:
    """Each clock is just what the ways together allow: no state, no day less, and (`exact`) none more."""
    for key in {k for way in ways for k in way} | set(whole):
        clock = whole[key]
        each = [way[key] for way in ways if key in way]
        states = {s for c in each for s in c.states}
        if len(each) < len(ways):
            states |= set(clock.states) & {ClockState.NOT_STARTED}
            assert clock.certainty is not Certainty.CERTAIN
        assert states == set(clock.states) if exact else states <= set(clock.states)
        for due in clock.dues:
            ends = [d.due for c in each for d in c.dues if d.reading == due.reading]
            known = [e for e in ends if e is not None]
            if len(known) != len(ends):
                assert due.due is None
                continue
            assert due.due is not None
            hull = Span.hull_of(known)
            assert due.due == hull if exact else due.due.hull(hull) == due.due


def orderly(known: Mapping[str, Known]) -> bool:
    """Whether it is certain that the term was stopped and went on, in this order, or that it was not."""
    if "halt" not in known:
        return True
    halt, sure = known["halt"]
    geh, ended = known.get("geh", (halt, False))
    return sure and ended and halt.latest <= geh.earliest


@given(drawn_events("kam", "sag", "lang", "geh", "halt", always="kam"), days)
def test_clocks_are_the_hull_over_every_day(known: dict[str, Known], today: date) -> None:
    """Where it is not certain whether the term stands still, the whole may allow more than all ways do."""
    for law in LAWS.values():
        ways = [clocks_of(said(way, law, today)) for way in every_way(known)]
        exact = orderly(known) or law is LAWS["answering"]
        is_hull(clocks_of(said(known, law, today)), ways, exact=exact)


@given(drawn_events("kam", "sag", "gab"), days)
def test_clocks_that_a_suit_meets_are_the_hull_over_every_day(known: dict[str, Known], today: date) -> None:
    law = LAWS["turning"]
    ways = [clocks_of(said(way, law, today)) for way in every_way(known)]
    is_hull(clocks_of(said(known, law, today)), ways)


@given(rules(), drawn_events("sag", "kam"), days)
def test_clocks_of_any_rule_stay_within_their_hull(text: str, known: dict[str, Known], today: date) -> None:
    """Of rules that lean on each other the whole may allow more than all ways do, never less."""
    law = prepare(world(text))
    whole = clocks_of(said(known, law, today))
    for way in every_way(known):
        for key, clock in clocks_of(said(way, law, today)).items():
            if ClockState.CALENDAR_MISSING in (*clock.states, *whole[key].states):
                continue
            assert set(clock.states) <= set(whole[key].states)
            for due in clock.dues:
                (had,) = [d.due for d in whole[key].dues if d.reading == due.reading]
                assert had is not None
                assert due.due is not None
                assert had.hull(due.due) == had


def certainty_of(answers: Iterable[Certainty | None]) -> Certainty | None:
    """What is certain in every way is certain; what is so in some is possible."""
    found = list(answers)
    if all(a is Certainty.CERTAIN for a in found):
        return Certainty.CERTAIN
    return Certainty.POSSIBLE if any(a is not None for a in found) else None


@given(drawn_events("kam", "buk", "sag", always="sag"), days)
def test_breaches_grounds_and_periods_are_the_hull_over_every_day(
    known: dict[str, Known], today: date
) -> None:
    """Of a ground only where the filing was certainly made by today: else its day is any day."""
    law = LAWS["turning"]
    made = any(sure and on.latest <= today for kind, (on, sure) in known.items() if kind != "sag")
    whole = certainties(said(known, law, today), "breach")
    ways = [certainties(said(way, law, today), "breach") for way in every_way(known)]

    for name in law.pack.breaches if made else law.pack.breaches.keys() - {"ground-gone"}:
        key = ("f1", name)
        assert whole.get(key) == certainty_of(way.get(key) for way in ways), name


@given(drawn_events("sag", "fort", always="fort"), st.one_of(st.none(), short), days)
def test_ladders_are_the_hull_over_every_day(
    known: dict[str, Known], until: Span | None, today: date
) -> None:
    law = LAWS["turning"]
    began = known["fort"][0]
    assume(until is None or until.earliest >= began.latest)

    def steps(way: Mapping[str, Known], end: Span | None) -> dict[Key, Reached]:
        case, account = case_of(way)
        deeds = tuple(replace(e, until=end) for e in account.events)
        a = assess(case, law, today, replace(account, events=deeds))
        return {key: step.reached for key, step in steps_of(a).items()}

    ends: list[Span | None] = [None]
    if until is not None:
        ends = [
            Span.on(until.earliest + timedelta(n)) for n in range((until.latest - until.earliest).days + 1)
        ]
    ways = [steps(way, end) for way in every_way(known) for end in ends]

    for key in {k for way in ways for k in way}:
        answers = {way.get(key, Reached.NOT_YET) for way in ways}
        hull = answers.pop() if len(answers) == 1 else Reached.POSSIBLY
        assert steps(known, until)[key] is hull


@given(drawn_events("sag", always="sag"), days)
def test_the_last_day_of_a_remedy_is_the_hull_over_every_day(known: dict[str, Known], today: date) -> None:
    law = LAWS["turning"]

    def until(way: Mapping[str, Known]) -> Span | None:
        return next((r.until for r in said(way, law, today).remedies if r.id == "court"), None)

    each = [until(way) for way in every_way(known)]
    some = [u for u in each if u is not None]

    assert until(known) == (Span.hull_of(some) if some else None)


@given(drawn_events("sag", always="sag"), days)
def test_what_ends_soon_is_the_hull_over_every_day(known: dict[str, Known], today: date) -> None:
    law = LAWS["turning"]
    key = ("f1", "ends-soon")

    whole = certainties(said(known, law, today), "danger").get(key)

    assert whole == certainty_of(
        certainties(said(w, law, today), "danger").get(key) for w in every_way(known)
    )
