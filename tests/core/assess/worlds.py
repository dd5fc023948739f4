"""An invented country for the engine's tests: its words mean nothing in any language.

`world()` reads one pack from TOML; tests change it with `dataclasses.replace` or by adding tables.
"""

from datetime import date

from raport.adapters.toml import read_toml
from raport.casefile import CaseFile, read_case
from raport.law import Pack, read_pack

WORDS = """
[pack]
id = "ruritania"
title = { en = "Ruritania" }
languages = ["en"]
checked = 2020-01-01

[act]
id = "code"
cite = { en = "the Code" }

[[choice]]
id = "filing-kind"
options = [{ id = "zub", en = "zub" }, { id = "klag", en = "klag" }, { id = "trob", en = "trob" }]
[[choice]]
id = "asks"
options = [{ id = "frei", en = "frei" }, { id = "andre", en = "andre" }]
[[choice]]
id = "author"
options = [{ id = "self", en = "self" }]
[[choice]]
id = "channel"
options = [{ id = "hand", en = "hand" }, { id = "post", en = "post" }]
[[choice]]
id = "what"
options = [{ id = "silence", en = "silence" }, { id = "nay", en = "nay" }]
[[choice]]
id = "may"
options = [{ id = "decide", en = "decide" }]
[[choice]]
id = "exposes"
options = [{ id = "house", en = "house" }]
[[choice]]
id = "form"
options = [{ id = "written", en = "written" }, { id = "oral", en = "oral" }]
[[choice]]
id = "outcome"
options = [{ id = "aye", en = "aye" }, { id = "nay", en = "nay" }]
[[choice]]
id = "choice"
options = [{ id = "does", en = "does" }, { id = "waits", en = "waits" }]
[[choice]]
id = "estate"
options = [{ id = "hussar", en = "hussar" }, { id = "uhlan", en = "uhlan" }]

[[kind]]
id = "gab"
role = "begins"
ring = 3
stage = 10
label = { en = "gab" }
[[kind]]
id = "kam"
role = "arrives"
ring = 3
stage = 20
label = { en = "kam" }
[[kind]]
id = "buk"
role = "is-recorded"
ring = 3
stage = 30
label = { en = "buk" }
[[kind]]
id = "lang"
role = "extends"
ring = 3
label = { en = "lang" }
fields = { notice = "flag" }
[[kind]]
id = "weg"
role = "passes-on"
ring = 3
stage = 40
label = { en = "weg" }
fields = { to = "authority" }
[[kind]]
id = "sag"
role = "answers"
ring = 3
stage = 50
label = { en = "sag" }
fields = { outcome = "outcome", form = "form", by = "authority" }
[[kind]]
id = "halt"
role = "states"
ring = 3
label = { en = "halt" }
[[kind]]
id = "geh"
role = "states"
ring = 3
label = { en = "geh" }
[[kind]]
id = "haw"
role = "harms"
ring = 3
lasts = true
label = { en = "haw" }
[[kind]]
id = "wahl"
role = "chooses"
ring = 3
label = { en = "wahl" }
fields = { step = "remedy", told = "flag", choice = "choice" }
[[kind]]
id = "fort"
role = "endangers"
ring = 2
lasts = true
conduct = true
label = { en = "fort" }

[[fact]]
id = "estate"
type = "estate"
ring = 3
label = { en = "estate" }
asks = { en = "Which estate?" }
[[fact]]
id = "where"
type = "flag"
ring = 2
label = { en = "where" }
asks = { en = "Where?" }

[[authority]]
id = "keep"
label = { en = "keep" }
above = ["castle"]
groups = ["low"]
[[authority]]
id = "castle"
label = { en = "castle" }
above = ["crown"]
[[authority]]
id = "crown"
label = { en = "crown" }
"""


def calendar(year: int, **days: list[str]) -> bytes:
    """A year of the invented calendar."""
    lists = "\n".join(f"{key.replace('_', '-')} = [{', '.join(many)}]" for key, many in days.items())
    return f'calendar = "rur"\nyear = {year}\nsource = "invented"\nconfidence = "text"\n{lists}\n'.encode()


CALENDARS = (
    calendar(2019, off=["2019-01-01", "2019-05-01"], decreed=["2019-11-05"]),
    calendar(2020, off=["2020-01-01", "2020-05-01"], working_weekend=["2020-02-29"]),
)


def world(rules: str, words: str = WORDS) -> Pack:
    """The invented country with these acts and rules."""
    texts = [("words.toml", (words + rules).encode())]
    texts += [(f"calendar-{n}.toml", text) for n, text in enumerate(CALENDARS)]
    return read_pack([read_toml(name, text) for name, text in texts])


def case(text: str, pack: Pack) -> CaseFile:
    """A case of that country: the head is given, filings and events are the test's."""
    head = f'raport = 1\ncase = "c1"\njurisdiction = "{pack.id}"\n'
    return read_case(read_toml("c1.toml", (head + text).encode()), pack)


def day(text: str) -> date:
    """A day."""
    return date.fromisoformat(text)


REGIMES = """
[[regime]]
id = "plain"
cite = { en = "plain counting" }
says = { en = "From the day after." }
source = "invented"
confidence = "text"
calendar = "rur"
    [[regime.reading]]
    id = "strict"
    [[regime.reading]]
    id = "lenient"
    roll = "next-working"
"""


def provision(
    name: str, count: int, unit: str = "calendar-day", more: str = "", regime: str = "plain"
) -> str:
    """A provision with one term, always in force."""
    return f"""
[[provision]]
id = "{name}"
cite = {{ en = "art. {name}" }}
says = {{ en = "The term of {name}." }}
source = "invented"
confidence = "text"
checked = 2020-01-01
    [[provision.version]]
    term = {{ count = {count}, unit = "{unit}" }}
    regime = "{regime}"
{more}
"""


ANSWERING = (
    REGIMES
    + provision("record", 3)
    + provision("answer", 30)
    + provision("longer", 30)
    + provision("sue", 3, "month")
    + """
[[procedure]]
id = "plea"
label = { en = "plea" }
when = { filing = { kind = ["zub"] } }
clocks = ["record", "answer", "sue"]

[[clock]]
id = "record"
label = { en = "recording" }
provision = "record"
bearer = "authority"
starts = [{ event = { role = "arrives" } }]
met-by = { role = "is-recorded" }
overdue = "not-recorded"
late = "recorded-late"

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
extension = { event = { kind = "lang", notice = "yes" }, provision = "longer" }
overdue = "not-answered"
late = "answered-late"

[[clock]]
id = "sue"
label = { en = "suing" }
provision = "sue"
bearer = "applicant"
starts = [{ event = { kind = "sag", outcome = ["nay"] } }]
met-by-filing = { kind = ["trob"], challenges = true }

[[breach]]
id = "not-recorded"
label = { en = "not recorded" }
says = { en = "It was not recorded." }
[[breach]]
id = "recorded-late"
label = { en = "recorded late" }
says = { en = "It was recorded late." }
[[breach]]
id = "not-answered"
label = { en = "not answered" }
says = { en = "No answer was seen." }
[[breach]]
id = "answered-late"
label = { en = "answered late" }
says = { en = "The answer came late." }
"""
)
