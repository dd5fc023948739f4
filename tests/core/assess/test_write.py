"""An assessment as plain values, key by key as docs/formats/assessment.md has it; who is told what of it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from raport.assess import Assessment, Certainty, ClockState, Decision, Met, Reached, write_assessment
from raport.assess.audience import for_audience
from raport.assess.model import (
    About,
    Because,
    Breach,
    Change,
    Cited,
    Clock,
    Danger,
    Due,
    ElementStatus,
    FilingStatus,
    GroundStatus,
    Offence,
    PracticeNote,
    Question,
    Remedy,
    Step,
)
from raport.casefile import Proof
from raport.dates import Span
from raport.law import DESK, Audience, Bearer, Confidence
from tests.core.assess.worlds import REGIMES, provision, world

PACK = world(
    REGIMES
    + provision("answer", 30)
    + """
[[remedy]]
id = "court"
label = { en = "court" }
does = { en = "Sue." }
provisions = ["answer"]
when = { always = true }
to = ["crown"]
by = ["self"]
exposes = ["house"]
wait = { en = "Time passes." }
order = 1

[[offence]]
id = "theft"
label = { en = "theft" }
provisions = ["answer"]
when = { event = { kind = "haw" } }
report-to = ["castle"]
not-to = ["keep"]
    [[offence.element]]
    id = "taken"
    label = { en = "taken" }
    when = { event = { kind = "haw" } }

[[practice]]
id = "slow"
topic = "courts"
says = { en = "They are slow." }
confidence = "secondary"
source = "a diary"
"""
)
DAY = date(2019, 11, 18)
ON = Span.on(DAY)
OLD = Cited("answer", date(1, 1, 1), Confidence.TEXT)
NEW = Cited("answer", date(2, 1, 1), Confidence.MEMORY)
WHY = Because(("e1", "e2"), (OLD, NEW))
AT_DESK = ["advocate", "caseworker"]
WRITTEN_WHY = [
    {"event": "e1"},
    {"event": "e2"},
    {"provision": "answer", "version": None, "confidence": "text"},
    {"provision": "answer", "version": "0002-01-01", "confidence": "memory"},
]


def clock(**other: Any) -> Clock:
    """One that runs, with all that may be told of it."""
    plain = Clock(
        id="answer@e1",
        rule="answer",
        provision="answer",
        bearer=Bearer.AUTHORITY,
        start=Span(DAY, date.max),
        deemed=True,
        dues=(Due("strict", Span(date.min, DAY), ON, (ClockState.RUNNING, ClockState.MET)),),
        state=ClockState.RUNNING,
        states=(ClockState.RUNNING, ClockState.MET),
        certainty=Certainty.POSSIBLE,
        law=Confidence.MEMORY,
        contested=True,
        proof=Proof.WITNESSED,
        because=WHY,
        audience=DESK,
        origin="e1",
        extended=None,
        paused=(2, 4),
    )
    return plain._replace(**other)


BREACH = Breach(
    "late",
    (NEW, Cited("sue", DAY, Confidence.TEXT)),
    Certainty.CERTAIN,
    Confidence.TEXT,
    Proof.DOCUMENTED,
    WHY,
    DESK,
    "answer@e1",
)
FILED = FilingStatus("f1", "zub", "kam", "e2", Certainty.CERTAIN, ("plea",), (clock(),), (BREACH,), None, ON)
REMEDY = Remedy(
    id="court",
    filing="f1",
    to=("crown",),
    certainty=Certainty.CERTAIN,
    leads=True,
    until=ON,
    until_clock="sue",
    retaliation=("slow",),
    decision=Decision.CHOSEN,
    law=Confidence.TEXT,
    because=WHY,
    audience=DESK,
)
DANGER = Danger(
    "away",
    "f1",
    True,
    Certainty.POSSIBLE,
    Confidence.TEXT,
    WHY,
    DESK,
    (Step("soon", Reached.CERTAINLY, NEW), Step("later", Reached.NOT_YET, OLD)),
)
OFFENCE = Offence(
    "theft",
    Certainty.POSSIBLE,
    (ElementStatus("taken", Met.MET, ("e1",)), ElementStatus("kept", Met.MISSING, ())),
    Confidence.TEXT,
    Proof.NONE,
    WHY,
    DESK,
)
NOTE = PracticeNote("slow", "f1", Certainty.CERTAIN, WHY, DESK)
QUESTION = Question(
    "day:e1", About.DAY, "e1", "word", (Change("yes", "breach", "late", "f1", "no"),), 18, DESK, ("e2",)
)
BARE = Assessment(
    case="c1",
    on=DAY,
    jurisdiction="ruritania",
    law_checked=date(2020, 1, 1),
    law_known=None,
    as_of=None,
    comparison="",
    notice={"en": "No advice."},
    with_account=False,
    advocate_only=False,
    advocate_because=(),
    filings=(),
    remedies=(),
    dangers=(),
    offences=(),
    questions=(),
    practice=(),
)


def written(**what: Any) -> dict[str, Any]:
    return write_assessment(replace(BARE, **what), PACK)


def test_what_is_not_known_is_null_and_every_key_is_there() -> None:
    assert written() == {
        "raport": 1,
        "case": "c1",
        "on": "2019-11-18",
        "law": {"jurisdiction": "ruritania", "release": 0, "checked": "2020-01-01", "known": None},
        "as-of": None,
        "comparison": None,
        "notice": {"en": "No advice."},
        "with-account": False,
        "advocate-only": False,
        "advocate-because": [],
        "filings": [],
        "remedies": [],
        "dangers": [],
        "offences": [],
        "questions": [],
        "practice": [],
    }


def test_the_head_tells_what_is_known() -> None:
    told = written(law_known=DAY, as_of=DAY, comparison="twin", advocate_only=True, advocate_because=("e9",))

    assert told["law"]["known"] == told["as-of"] == "2019-11-18"
    assert told["comparison"] == "twin"
    assert (told["advocate-only"], told["advocate-because"]) == (True, [{"event": "e9"}])


def test_a_filing_with_its_clocks_and_breaches() -> None:
    ground = GroundStatus("wish", ("yes", "no"), ("no",), WHY)
    (told,) = written(filings=(replace(FILED, ground=ground),))["filings"]

    assert told["clocks"] == [
        {
            "id": "answer@e1",
            "rule": "answer",
            "provision": "answer",
            "bearer": "authority",
            "start": {"earliest": "2019-11-18", "latest": None},
            "deemed": True,
            "due": [
                {
                    "reading": "strict",
                    "earliest": None,
                    "latest": "2019-11-18",
                    "unrolled": {"earliest": "2019-11-18", "latest": "2019-11-18"},
                    "unlimited": False,
                    "states": ["running", "met"],
                }
            ],
            "state": "running",
            "states": ["running", "met"],
            "certainty": "possible",
            "confidence": "memory",
            "contested": True,
            "proof": "witnessed",
            "extended": None,
            "paused": {"least": 2, "most": 4},
            "because": WRITTEN_WHY,
            "audience": AT_DESK,
        }
    ]
    assert told["breaches"] == [
        {
            "id": "late",
            "provision": "answer",
            "clock": "answer@e1",
            "events": ["e1", "e2"],
            "certainty": "certain",
            "confidence": "text",
            "proof": "documented",
            "because": WRITTEN_WHY,
            "audience": AT_DESK,
        }
    ]
    assert {key: one for key, one in told.items() if key not in ("clocks", "breaches")} == {
        "id": "f1",
        "kind": "zub",
        "state": "kam",
        "state-event": "e2",
        "certainty": "certain",
        "filed": {"earliest": "2019-11-18", "latest": "2019-11-18"},
        "procedures": ["plea"],
        "ground": {
            "id": "wish",
            "filed": ["yes", "no"],
            "today": ["no"],
            "because": WRITTEN_WHY,
            "audience": AT_DESK,
        },
        "because": [{"event": "e2"}],
        "audience": ["advocate", "applicant", "caseworker", "relative"],
    }


def test_a_filing_of_which_nothing_is_known() -> None:
    (told,) = written(filings=(replace(FILED, state="", state_event="", breaches=(), clocks=()),))["filings"]

    assert (told["state"], told["state-event"], told["ground"], told["because"]) == (None, None, None, [])


@pytest.mark.parametrize(
    ("due", "earliest", "latest", "unlimited"),
    [
        (None, None, None, False),
        (ON, "2019-11-18", "2019-11-18", False),
        (Span(DAY, date.max), "2019-11-18", None, False),
        (Span.unknown(), None, None, False),
        (Span.on(date.max), "9999-12-31", None, True),
    ],
)
def test_a_term_without_end_and_one_that_cannot_be_counted(
    due: Span | None, earliest: str | None, latest: str | None, unlimited: bool
) -> None:
    ends = (Due("strict", due, ON, (ClockState.RUNNING,)),)
    (told,) = written(filings=(replace(FILED, clocks=(clock(dues=ends, paused=None),)),))["filings"]
    (one,) = told["clocks"][0]["due"]

    assert (one["earliest"], one["latest"], one["unlimited"]) == (earliest, latest, unlimited)
    assert told["clocks"][0]["paused"] is None


def test_a_breach_that_no_clock_shows() -> None:
    (told,) = written(filings=(replace(FILED, breaches=(BREACH._replace(clock=""),)),))["filings"]

    assert told["breaches"][0]["clock"] is None


def test_a_remedy() -> None:
    first, second = written(remedies=(REMEDY, REMEDY._replace(filing="", until=None, leads=False)))[
        "remedies"
    ]

    assert first == {
        "id": "court",
        "filing": "f1",
        "by": ["self"],
        "to": ["crown"],
        "letter": None,
        "until": {"earliest": "2019-11-18", "latest": "2019-11-18", "clock": "sue"},
        "exposes": ["house"],
        "retaliation": ["slow"],
        "reversible": False,
        "wait": {"en": "Time passes."},
        "waits": False,
        "leads": True,
        "decided": "chosen",
        "certainty": "certain",
        "confidence": "text",
        "because": WRITTEN_WHY,
        "audience": AT_DESK,
    }
    assert second == first | {"filing": None, "until": None, "leads": False}


def test_a_danger_an_offence_and_what_is_done_in_practice() -> None:
    told = written(dangers=(DANGER, DANGER._replace(filing="")), offences=(OFFENCE,), practice=(NOTE,))
    more = {"because": WRITTEN_WHY, "audience": AT_DESK}

    assert told["dangers"][0] == {
        "id": "away",
        "filing": "f1",
        "leads": True,
        "certainty": "possible",
        "confidence": "text",
        "steps": [
            {
                "id": "soon",
                "reached": "certainly",
                "provision": "answer",
                "version": "0002-01-01",
                "confidence": "memory",
            },
            {
                "id": "later",
                "reached": "not-yet",
                "provision": "answer",
                "version": None,
                "confidence": "text",
            },
        ],
        **more,
    }
    assert told["dangers"][1]["filing"] is None
    assert told["offences"] == [
        {
            "id": "theft",
            "certainty": "possible",
            "elements": [
                {"id": "taken", "met": "met", "events": ["e1"]},
                {"id": "kept", "met": "missing", "events": []},
            ],
            "report-to": ["castle"],
            "not-to": ["keep"],
            "confidence": "text",
            "proof": "none",
            **more,
        }
    ]
    assert told["practice"] == [
        {
            "id": "slow",
            "filing": "f1",
            "topic": "courts",
            "certainty": "certain",
            "confidence": "secondary",
            "source": "a diary",
            **more,
        }
    ]
    assert written(practice=(NOTE._replace(filing=""),))["practice"][0]["filing"] is None


# --- why it is asked --------------------------------------------------------------------------------------


def test_a_question() -> None:
    first, second = written(
        filings=(FILED,),
        questions=(
            QUESTION,
            Question("rule:r", About.RULE, "", "", (Change("", "breach", "late", "f1", ""),), 3, DESK),
        ),
    )["questions"]

    change = {"answer": "yes", "what": "breach", "conclusion": "late", "filing": "f1", "becomes": "no"}
    assert first == {
        "id": "day:e1",
        "about": "day",
        "of": "e1",
        "name": "word",
        "weight": 18,
        "changes": [change],
        "because": [{"event": "e1"}, *WRITTEN_WHY[2:]],
        "audience": AT_DESK,
    }
    assert (second["of"], second["name"]) == (None, None)
    assert second["changes"] == [change | {"answer": None, "becomes": None}]


@pytest.mark.parametrize(
    ("about", "events"),
    [
        (About.DAY, ["e1"]),
        (About.FIELD, ["e1"]),
        (About.HAPPENED, ["e1"]),
        (About.RULE, ["e2"]),
        (About.FACT, ["e2"]),
        (About.START, ["e2"]),
    ],
)
def test_a_question_is_for_the_event_it_asks_about_or_for_those_the_pack_named(
    about: About, events: list[str]
) -> None:
    (told,) = written(questions=(QUESTION._replace(about=about, changes=()),))["questions"]

    assert told["because"] == [{"event": e} for e in events]


def because(name: str) -> Because:
    return Because(("e1",), (Cited(name, date.min, Confidence.TEXT),))


def test_the_law_of_a_question_is_that_of_each_conclusion_it_would_change() -> None:
    """Of the one of that kind, name and filing, among others."""
    twice = tuple(
        replace(
            FILED,
            id=f,
            clocks=(
                clock(because=because(f"{f}-clock")),
                clock(rule="other", because=because(f"{f}-other-clock")),
            ),
            breaches=(
                BREACH._replace(because=because(f"{f}-breach")),
                BREACH._replace(id="other", because=because(f"{f}-other-breach")),
            ),
        )
        for f in ("f1", "f2")
    )

    def law(what: str, conclusion: str, filing: str) -> list[object]:
        change = Change("", what, conclusion, filing, "")
        (told,) = written(
            filings=twice,
            remedies=(
                REMEDY._replace(because=because("remedy")),
                REMEDY._replace(because=because("second"), filing="f2"),
            ),
            dangers=(DANGER._replace(because=because("danger")),),
            offences=(OFFENCE._replace(because=because("offence")),),
            questions=(QUESTION._replace(changes=(change,)),),
        )["questions"]
        return [b["provision"] for b in told["because"] if "provision" in b]

    assert law("clock", "answer", "f1") == ["f1-clock"]
    assert law("clock", "other", "f2") == ["f2-other-clock"]
    assert law("breach", "late", "f2") == ["f2-breach"]
    assert law("breach", "other", "f1") == ["f1-other-breach"]
    assert law("clock", "answer", "") == law("breach", "late", "f3") == law("clock", "none", "f1") == []
    assert law("remedy", "court", "f1") == ["remedy"]
    assert law("danger", "away", "f1") == ["danger"]
    assert law("offence", "theft", "") == ["offence"]
    assert law("remedy", "none", "") == law("paper", "buk", "") == []


# --- who is told what -------------------------------------------------------------------------------------

EVERY = frozenset(Audience)
FULL = replace(
    BARE,
    with_account=True,
    advocate_only=True,
    advocate_because=("e9",),
    filings=(replace(FILED, ground=GroundStatus("wish", (), (), WHY)),),
    remedies=(REMEDY,),
    dangers=(DANGER,),
    offences=(OFFENCE,),
    questions=(QUESTION,),
    practice=(NOTE,),
)


def for_all(a: Assessment) -> Assessment:
    """The same, each conclusion for everybody."""
    (filing,) = a.filings
    return replace(
        a,
        filings=(
            replace(
                filing,
                clocks=tuple(c._replace(audience=EVERY) for c in filing.clocks),
                breaches=tuple(b._replace(audience=EVERY) for b in filing.breaches),
            ),
        ),
        remedies=tuple(r._replace(audience=EVERY) for r in a.remedies),
        dangers=tuple(d._replace(audience=EVERY) for d in a.dangers),
        offences=tuple(o._replace(audience=EVERY) for o in a.offences),
        questions=tuple(q._replace(audience=EVERY) for q in a.questions),
        practice=tuple(p._replace(audience=EVERY) for p in a.practice),
    )


@pytest.mark.parametrize("audience", [a for a in Audience if a in DESK])
def test_the_desk_is_told_all_that_is_for_it(audience: Audience) -> None:
    assert for_audience(FULL, audience) == FULL
    elsewhere = NOTE._replace(audience=EVERY - {audience})
    assert for_audience(replace(FULL, practice=(NOTE, elsewhere)), audience) == FULL


@pytest.mark.parametrize("audience", [a for a in Audience if a not in DESK])
def test_outside_nothing_is_told_that_is_for_the_desk_alone(audience: Audience) -> None:
    told = for_audience(FULL, audience)

    bare = replace(FILED, clocks=(), breaches=(), ground=None)
    assert told == replace(BARE, filings=() if audience is Audience.PUBLIC else (bare,))


@pytest.mark.parametrize("audience", [a for a in Audience if a not in DESK])
def test_outside_no_event_is_named_nor_that_the_case_is_closed(audience: Audience) -> None:
    told = for_audience(for_all(FULL), audience)

    assert (told.with_account, told.advocate_only, told.advocate_because) == (False, False, ())
    filings = [] if audience is Audience.PUBLIC else list(told.filings)
    assert list(told.filings) == filings
    reasons = [c.because for f in filings for c in f.clocks]
    reasons += [b.because for f in filings for b in f.breaches]
    for many in (told.remedies, told.dangers, told.offences, told.practice):
        reasons += [one.because for one in many]
    assert reasons == [Because((), (OLD, NEW))] * (4 if audience is Audience.PUBLIC else 6)
    assert [e.events for o in told.offences for e in o.elements] == [(), ()]
    assert [q.events for q in told.questions] == [()]


def test_in_doubt_nothing_is_certain_and_what_is_not_known_stays_so() -> None:
    assert {c: c.doubtful for c in Certainty} == {
        Certainty.CERTAIN: Certainty.POSSIBLE,
        Certainty.POSSIBLE: Certainty.POSSIBLE,
        Certainty.UNKNOWN: Certainty.UNKNOWN,
    }
