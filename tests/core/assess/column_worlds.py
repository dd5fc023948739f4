"""Laws and tables by a seeded generator, made for what columns do apart from the one-case engine.

Few days, few words, so that much falls together: terms that end on the day of the question, starts on both
sides of a change of the law, events in each order. Many times as fast as Hypothesis, which draws the like
elsewhere.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from raport.assess import Law, prepare
from raport.casefile import Basis, Case, Claim, Event, Filing, Modality
from raport.dates import Span
from tests.core.assess.worlds import world

FIRST = date(2019, 4, 20)
CHANGES = (date(2019, 5, 1), date(2019, 5, 10), date(2019, 6, 1))
KINDS = ("gab", "kam", "kam", "buk", "buk", "lang", "lang", "weg", "weg", "sag", "sag", "halt", "geh")
WORDS: dict[str, dict[str, Sequence[str]]] = {
    "lang": {"notice": ("yes", "yes", "")},
    "weg": {"to": ("keep", "castle", "")},
    "sag": {"outcome": ("nay", "aye", ""), "form": ("written", "oral"), "by": ("keep", "castle", "")},
}
PERIODS = """
[[period]]
id = "feast"
label = { en = "feast" }
says = { en = "A feast." }
provision = "main"
from = 2019-05-01
to = "2019-05-10/2019-05-20"
confidence = "text"
source = "invented"
[[period]]
id = "fog"
label = { en = "fog" }
says = { en = "Fog." }
provision = "main"
from = "2019-05-01/2019-05-20"
to = "2019-05-10/2019-05-25"
confidence = "text"
source = "invented"
"""
WHENS = (
    "",
    "",
    '{ event = { kind = "sag", outcome = "nay" } }',
    '{ not = { event = { kind = "weg" } } }',
    '{ filing = { to = ["keep"] } }',
    '{ any = [{ event = { kind = "weg" } }, { filing = { about = ["castle"] } }] }',
    '{ all = [{ event = { kind = "kam" } }, { event = { kind = "weg" } }, { filing = { to = ["keep"] } }] }',
    '{ event = { kind = "sag", by = ["@addressee"] } }',
    '{ not = { event = { kind = "sag", by = ["@about"] } } }',
    '{ fact = "estate", is = ["hussar"] }',
    '{ period = "feast", on = "filed" }',
    '{ not = { period = "fog", on = "filed" } }',
    '{ period = "feast", on = { kind = "weg" } }',
    '{ any = [{ period = "fog", on = { kind = ["sag", "kam"] } }, { event = { kind = "halt" } }] }',
    '{ period = "feast", on = "today" }',
    '{ any = [{ other-filing = { kind = ["trob"] }, challenges = true }, { event = { kind = "buk" } }] }',
    '{ event = { kind = ["gab", "kam", "buk", "lang", "weg", "halt"], basis = ["told"] } }',
)
STATES = ("not-started", "running", "met", "late", "overdue", "suspended", "calendar-missing")


def random_law(chance: Random) -> Law:
    """Three clocks and what they lean on, each part drawn among what columns carry."""
    unit = chance.choice(("calendar-day", "calendar-day", "working-day", "month", "week", "hour"))
    parts = [_regime(chance, name) for name in ("one", "two")]
    parts += [
        _provision(chance, "main", unit),
        _provision(chance, "more", unit),
        _provision(chance, "moved", "calendar-day"),
        PERIODS,
        _procedures(chance),
        _first(chance),
        _second(chance),
        _branch(chance),
        BREACHES,
    ]
    return prepare(world("\n".join(parts)))


def _regime(chance: Random, name: str) -> str:
    text = f"""
[[regime]]
id = "{name}"
cite = {{ en = "{name}" }}
says = {{ en = "Drawn." }}
source = "invented"
confidence = "text"
calendar = "rur"
"""
    for reading in chance.sample(("r1", "r2", "r3"), chance.choice((1, 1, 2, 3))):
        text += f"""
    [[regime.reading]]
    id = "{reading}"
    first-day = "{chance.choice(("next", "same", "either"))}"
    roll = "{chance.choice(("none", "next-working", "previous-working"))}"
    decreed = "{chance.choice(("off", "working"))}"
    month-end = "{chance.choice(("last-day", "next-day"))}"
"""
    return text


def _provision(chance: Random, name: str, unit: str) -> str:
    """One version or several: one after another, with a gap between, with days on which either may hold."""
    text = f"""
[[provision]]
id = "{name}"
cite = {{ en = "art. {name}" }}
says = {{ en = "The term of {name}." }}
source = "invented"
confidence = "text"
checked = 2020-01-01
"""
    match chance.choice(("always", "always", "two", "gap", "either", "late", "three")):
        case "always":
            stretches = [("", "")]
        case "two":
            stretches = [("", ""), ("2019-05-10", "")]
        case "gap":
            stretches = [("", "2019-05-03"), ("2019-05-10", "")]
        case "either":
            stretches = [("", ""), ('"2019-05-01/2019-05-10"', "")]
        case "late":
            stretches = [("2019-05-01", "2019-06-01")]
        case _:
            stretches = [("", ""), ("2019-05-01", ""), ("2019-05-10", "")]
    for n, (first, last) in enumerate(stretches):
        text += "    [[provision.version]]\n"
        text += f"    from = {first}\n" * bool(first) + f"    to = {last}\n" * bool(last)
        if not n or chance.randrange(6):
            count = chance.choice(
                {"month": (1, 2), "week": (1, 2), "hour": (24, 30, 48)}.get(unit, (1, 3, 8, 14))
            )
            regime = chance.choice(("one", "two")) if n else {"main": "one", "more": "two"}.get(name, "one")
            text += f'    term = {{ count = {count}, unit = "{unit}" }}\n    regime = "{regime}"\n'
        if name != "moved" and not chance.randrange(5):
            text += '        [[provision.version.reading]]\n        id = "r1"\n'
            text += '        [[provision.version.reading]]\n        id = "r4"\n        unlimited = true\n'
    return text


def _procedures(chance: Random) -> str:
    when = chance.choice([w for w in WHENS if w])
    return f"""
[[procedure]]
id = "plea"
label = {{ en = "plea" }}
provisions = ["moved"]
when = {{ filing = {{ kind = ["zub"] }} }}
clocks = ["first", "second", "branch"]
[[procedure]]
id = "other"
label = {{ en = "other" }}
when = {{ all = [{{ filing = {{ kind = ["klag", "zub"] }} }}, {when}] }}
clocks = ["first", "branch"]
"""


def _clock(chance: Random, name: str, provision: str, starts: Sequence[str], more: Sequence[str]) -> str:
    bearer = chance.choice(("authority", "applicant"))
    lines = [
        "[[clock]]",
        f'id = "{name}"',
        f'label = {{ en = "{name}" }}',
        f'provision = "{provision}"',
        f'bearer = "{bearer}"',
        f"starts = [{', '.join(starts)}]",
        *more,
    ]
    when = chance.choice(WHENS)
    return "\n".join([*lines, f"when = {when}" * bool(when), ""])


EXTENSION = 'extension = { event = { kind = "lang", notice = "yes" }, provision = "more" }'
OTHERS = 'met-by-filing = { kind = ["trob"], challenges = true }'
PAUSE = 'pause = { from = { kind = "halt" }, until = { kind = "geh" } }'


def _some(chance: Random, *lines: str) -> list[str]:
    return [line for line in lines if chance.randrange(2)]


def _first(chance: Random) -> str:
    starts = chance.sample(
        (
            '{ event = { kind = "buk" } }',
            '{ event = { kind = ["kam", "weg"] }, plus = "moved", deemed = true }',
            '{ event = { kind = "kam" }, asks = { en = "Which number?" } }',
            '{ event = { kind = "gab", modality = ["done", "attempted"] }, plus = "moved" }',
        ),
        chance.choice((1, 2, 2, 3)),
    )
    more = _some(chance, EXTENSION, PAUSE, 'pick = "last"')
    more += _some(chance, f"met-after-start = {chance.choice(('true', 'false'))}")
    more += [
        chance.choice(('met-by = { kind = "sag", form = ["written"] }', 'met-by = { kind = "sag" }', OTHERS))
    ]
    more += _some(chance, 'overdue = "gone"', 'late = "slow"')
    return _clock(chance, "first", "main", starts, more)


def _second(chance: Random) -> str:
    starts = chance.sample(('{ clock = "first" }', '{ event = { kind = "weg" } }'), chance.choice((1, 2)))
    more = [chance.choice(('met-by = { kind = ["sag", "geh"] }', OTHERS)), *_some(chance, PAUSE)]
    text = _clock(chance, "second", "more", starts, more)
    if "\nwhen" in text or not chance.randrange(2):
        return text
    states = ", ".join(f'"{s}"' for s in chance.sample(STATES, 2))
    return text + f'when = {{ clock = "first", state = [{states}] }}\n'


def _branch(chance: Random) -> str:
    starts = chance.sample(
        (
            '{ event = { kind = "buk" } }',
            '{ origin = true, plus = "moved", deemed = true }',
            "{ origin = true }",
            '{ clock = "first" }',
        ),
        chance.choice((1, 2)),
    )
    more = [chance.choice(('each = { kind = "weg" }', 'each = { kind = ["weg", "sag"] }'))]
    more += _some(chance, EXTENSION, PAUSE, 'pick = "last"')
    more += [chance.choice(('met-by = { kind = "sag", via = true }', 'met-by = { kind = ["sag", "geh"] }'))]
    more += _some(chance, f"met-after-start = {chance.choice(('true', 'false'))}")
    return _clock(chance, "branch", "main", starts, more)


BREACHES = "".join(
    f'\n[[breach]]\nid = "{b}"\nlabel = {{ en = "{b}" }}\nsays = {{ en = "{b}" }}\n' for b in ("gone", "slow")
)


def random_day(chance: Random) -> date:
    """Near a change of the law half the time."""
    if chance.randrange(2):
        return chance.choice(CHANGES) + timedelta(days=chance.choice((-2, -1, 0, 0, 1)))
    return FIRST + timedelta(days=chance.randrange(45))


def _span(chance: Random, *, single: bool) -> Span:
    first = random_day(chance)
    if single or chance.randrange(2):
        return Span.on(first)
    last = first + timedelta(days=chance.choice((1, 2, 9, 20)))
    shape = chance.randrange(10)
    return Span(date.min if shape == 0 else first, date.max if shape in (0, 1) else last)


def _event(chance: Random, number: int, *, single: bool, sure: bool) -> Event:
    kind = chance.choice(KINDS)
    fields = {name: chance.choice(words) for name, words in WORDS.get(kind, {}).items()}
    done = (Modality.DONE,) * 5 + (Modality.CLAIMED, Modality.THREATENED, Modality.ATTEMPTED)
    return Event(
        id=f"e{number}",
        kind=kind,
        on=_span(chance, single=single),
        filing="f",
        fields={name: word for name, word in fields.items() if word},
        basis=Basis.TOLD if sure else chance.choice((Basis.TOLD, Basis.TOLD, Basis.INFERRED)),
        modality=Modality.DONE if sure else chance.choice(done),
    )


def random_cases(chance: Random, count: int) -> list[Case]:
    """Cases of one filing each; in half of the tables every day is known, in half every event is certain."""
    single, sure = bool(chance.randrange(2)), bool(chance.randrange(2))
    made = []
    for number in range(count):
        filing = Filing(
            id="f",
            kind=chance.choice(("zub", "zub", "klag")),
            to=chance.choice((("keep",), ("castle",), ())),
            about=chance.choice((("keep",), ("castle",), ())),
        )
        events = [_event(chance, n, single=single, sure=sure) for n in range(chance.choice((0, 2, 4, 6, 9)))]
        estate = chance.choice(("", "", "hussar", "uhlan"))
        facts = {"estate": (Claim(estate),)} if estate else {}
        made.append(Case(f"c{number}", "ruritania", (filing,), tuple(events), facts=facts))
    return made
