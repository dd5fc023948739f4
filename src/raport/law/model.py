"""What a pack says, as values: acts, provisions by the day they take effect, and everything that rests on
them.

The core knows roles and shapes; the words (kinds of event, authorities, papers) are the pack's.
`docs/formats/pack.md` is the written form of all this. Days are local calendar days without a zone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum

from raport.dates import Calendar, Counting, Span, Term
from raport.law.conditions import Condition, Selector
from raport.law.letters import Letters

type Text = Mapping[str, str]
"""One sentence in the pack's languages: `{"ru": ..., "en": ...}`."""


class Confidence(Enum):
    """How well the words of a provision are known; the codes of the research in brackets."""

    TEXT = "text"  # the words were read (V)
    EXCERPT = "excerpt"  # an excerpt, or an older edition (Vx)
    SECONDARY = "secondary"  # somebody reliable says so (S)
    MEMORY = "memory"  # recalled only (R)

    __hash__ = object.__hash__  # as good, since there is one of each, and not in Python

    @property
    def rank(self) -> int:
        """0 for `TEXT` down to 3 for `MEMORY`."""
        return _RANKS[self]

    @staticmethod
    def lowest(*many: "Confidence") -> "Confidence":
        """The weakest of several: a conclusion is as sure as the least sure thing it rests on."""
        return max(many, key=_RANKS.__getitem__)


_RANKS = {c: n for n, c in enumerate(Confidence)}


class Audience(Enum):
    """Who may be shown a sentence."""

    APPLICANT = "applicant"
    RELATIVE = "relative"
    CASEWORKER = "caseworker"
    ADVOCATE = "advocate"
    PUBLIC = "public"


DESK = frozenset({Audience.CASEWORKER, Audience.ADVOCATE})
"""The audience of whatever does not say otherwise: those who work on the case."""


class Role(Enum):
    """What an event does to a request, whatever the country calls it."""

    BEGINS = "begins"
    ARRIVES = "arrives"
    IS_RECORDED = "is-recorded"
    EXTENDS = "extends"
    PASSES_ON = "passes-on"
    SENDS_BACK = "sends-back"
    ANSWERS = "answers"
    ENDS = "ends"
    CHALLENGES = "challenges"
    DECIDES = "decides"
    IS_CARRIED_OUT = "is-carried-out"
    HARMS = "harms"
    ENDANGERS = "endangers"
    TELLS_SAFE = "tells-safe"
    STATES = "states"
    CHOOSES = "chooses"  # the person chose a step, knowing what it exposes
    ADVISES = "advises"  # what we told the person, and on which provisions it rested


class Bearer(Enum):
    """Whom a term binds. For us the earliest end leads, for the others the latest."""

    APPLICANT = "applicant"
    AUTHORITY = "authority"
    COURT = "court"

    @property
    def is_us(self) -> bool:
        """Whether missing the term would be our loss."""
        return self is Bearer.APPLICANT


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to count a term. `unlimited`: on this reading the term does not end while the duty lasts."""

    id: str
    counting: Counting
    position: Text = field(default_factory=dict)
    confidence: Confidence = Confidence.TEXT
    unlimited: bool = False


@dataclass(frozen=True, slots=True)
class Regime:
    """How one body of law counts time; `readings` has more than one member where it is contested."""

    id: str
    cite: Text
    says: Text
    source: str
    confidence: Confidence
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """What a provision provides from one day to another (`in_force`), as the pack has known it since `known`.

    `starts` is the day it takes effect and `until` its own last day, where it does not end because another
    version follows. `confidence` is already the lowest of text, day of effect and way of counting.
    """

    in_force: Span
    starts: Span
    until: date | None
    term: Term | None
    regime: str
    readings: tuple[Reading, ...]
    says: Text
    source: str
    confidence: Confidence
    known: date
    contested: bool

    @property
    def sets_term(self) -> bool:
        """Whether a clock can run by this version: it has a term, or on some reading one without end."""
        return bool(self.readings) and (self.term is not None or any(r.unlimited for r in self.readings))


def last_day(until: date | None, following: Span | None) -> date:
    """The last day on which a version may be in force: its own, or the eve of the version that follows."""
    if until is not None:
        return until
    if following is None:
        return date.max
    return following.latest - timedelta(days=1) if following.latest > date.min else date.min


def versions_known(versions: Sequence[Version], day: date) -> tuple[Version, ...]:
    """The versions known on `day`; one that a later, unknown one ended goes on."""
    kept = [v for v in versions if v.known <= day]
    following = [*(v.starts for v in kept), None][1:]
    return tuple(
        replace(v, in_force=Span(v.in_force.earliest, max(v.in_force.earliest, last_day(v.until, after))))
        for v, after in zip(kept, following, strict=True)
    )


@dataclass(frozen=True, slots=True)
class Provision:
    """One provision of an act, with its versions in order of the day they take effect."""

    id: str
    act: str
    cite: Text
    versions: tuple[Version, ...]
    edition: str
    checked: date
    reviewer: str
    audience: frozenset[Audience]
    research: tuple[str, ...] = ()
    touches: tuple[str, ...] = ()  # provisions that mean something else once this one is in force

    def on(self, day: date) -> Version | None:
        """The version certainly or possibly in force on `day`; the latest such, or None where there is
        none.
        """
        for version in reversed(self.versions):
            if version.in_force.contains(day):
                return version
        return None


@dataclass(frozen=True, slots=True)
class Act:
    """A law, decree, order or charter."""

    id: str
    cite: Text


@dataclass(frozen=True, slots=True)
class Period:
    """A state of the country or of the law with a start, perhaps an end, and its ground."""

    id: str
    label: Text
    lasts: Span  # from the first possible day to the last possible day
    surely: Span | None  # the days on which it certainly held; None where no day is certain
    provision: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Option:
    """One word of a closed list."""

    id: str
    label: Text


@dataclass(frozen=True, slots=True)
class Choice:
    """A closed list of words: outcomes, forms, ranks, channels. The order is the pack's."""

    id: str
    options: Mapping[str, Option]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event. `conduct`: the applicant's own deed, so that the case is the advocate's alone."""

    id: str
    role: Role
    ring: int
    label: Text
    fields: Mapping[str, str]
    lasts: bool
    conduct: bool
    stage: int
    asks: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the person: its type (a choice list or `day`, `flag`), its ring, and how to ask for it."""

    id: str
    type: str
    ring: int
    label: Text
    asks: Text


@dataclass(frozen=True, slots=True)
class Authority:
    """A kind of authority. `above`: who stands over it; `groups`: names under which rules speak of it."""

    id: str
    label: Text
    above: tuple[str, ...]
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class Competence:
    """Who may decide what for whom, and when; `known` is False where there are only candidates."""

    id: str
    asks: frozenset[str]
    facts: Mapping[str, frozenset[str]]
    lasts: Span
    authorities: tuple[str, ...]
    known: bool
    provision: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """From which event a clock runs. `plus`: the provision whose term is added first (a deemed start).

    Exactly one of `event`, `clock` and `origin` speaks: an event, the end of another clock, or the event
    that opened this instance of the clock (`each`).
    """

    event: Selector | None
    clock: str
    origin: bool
    plus: str
    deemed: bool
    asks: Text


@dataclass(frozen=True, slots=True)
class Extension:
    """A longer term by notice before the end of the first; it counts once."""

    event: Selector
    provision: str


@dataclass(frozen=True, slots=True)
class Pause:
    """A term that stands still from one event to another."""

    from_: Selector
    until: Selector


@dataclass(frozen=True, slots=True)
class ClockRule:
    """One term as it runs in one procedure: who is bound, from what, by what it is met.

    `met_after_start`: what was done before the start does not meet it. So by default for terms that bind
    us and for clocks that run once per event: an older answer does not answer a new judgment.
    `contested`: that this term runs here at all is a reading of ours.
    """

    id: str
    label: Text
    provision: str
    bearer: Bearer
    starts: tuple[Anchor, ...]
    pick_last: bool
    each: Selector | None
    met_by: Selector | None
    met_by_filing: Condition | None
    met_after_start: bool
    extension: Extension | None
    pause: Pause | None
    when: Condition | None
    overdue: str
    late: str
    contested: bool
    audience: frozenset[Audience]


@dataclass(frozen=True, slots=True)
class Procedure:
    """The clocks that a kind of paper sets going before a kind of authority."""

    id: str
    label: Text
    provisions: tuple[str, ...]
    when: Condition
    clocks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BreachRule:
    """What an authority did or left undone against the law. `when` is None where only clocks lead to it."""

    id: str
    label: Text
    says: Text
    provisions: tuple[str, ...]
    when: Condition | None
    audience: frozenset[Audience]


@dataclass(frozen=True, slots=True)
class GroundEra:
    """Whether a ground of release is open in a span of days: `yes`, `discretion`, `no`, `contested`."""

    lasts: Span
    open: str
    provision: str


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground on which release may be asked; who must prove it."""

    id: str
    label: Text
    proves: Text
    eras: tuple[GroundEra, ...]


@dataclass(frozen=True, slots=True)
class RemedyRule:
    """A lawful step, with what it exposes. `waits`: it consists in doing nothing now.

    `what`: a word of the choice `what`, for steps that challenge something before a court (`@forum`).
    """

    id: str
    label: Text
    does: Text
    provisions: tuple[str, ...]
    scope: str
    when: Condition
    leads: Condition | None
    by: tuple[str, ...]
    to: tuple[str, ...]
    what: str
    letter: str
    until: tuple[str, ...]
    exposes: tuple[str, ...]
    reversible: bool
    wait: Text
    order: int
    waits: bool
    advocate_only: bool
    audience: frozenset[Audience]


@dataclass(frozen=True, slots=True)
class Forum:
    """Which court hears a challenge, by what exactly is challenged; the first whose condition holds."""

    id: str
    to: str
    provision: str
    when: Condition


@dataclass(frozen=True, slots=True)
class DangerRule:
    """What may hurt the person. `leads`: it begins every page. `standing_text`: shown word for word, as
    agreed.
    """

    id: str
    label: Text
    says: Text
    provisions: tuple[str, ...]
    scope: str
    when: Condition | None
    leads: bool
    standing_text: bool
    order: int
    audience: frozenset[Audience]


@dataclass(frozen=True, slots=True)
class LadderStep:
    """A step of liability: after a provision's term, or by aim, which has no duration."""

    id: str
    label: Text
    provision: str
    by_aim: bool
    when: Condition | None


@dataclass(frozen=True, slots=True)
class Ladder:
    """Steps of liability for one lasting state of the person. Shown at a desk only; no time left is
    counted.
    """

    id: str
    label: Text
    event: Selector
    when: Condition | None
    steps: tuple[LadderStep, ...]
    says: Text
    audience: frozenset[Audience]


@dataclass(frozen=True, slots=True)
class Element:
    """One element of an offence and what in a case speaks to it."""

    id: str
    label: Text
    when: Condition


@dataclass(frozen=True, slots=True)
class OffenceRule:
    """A possible offence against the person: told when `when` holds or may hold."""

    id: str
    label: Text
    provisions: tuple[str, ...]
    when: Condition
    elements: tuple[Element, ...]
    report_to: tuple[str, ...]
    not_to: tuple[str, ...]
    audience: frozenset[Audience]


@dataclass(frozen=True, slots=True)
class Practice:
    """What courts and commanders do, apart from the law: never changes a conclusion, stands beside it.

    `since`: the first day on which it can have been known; of an earlier day it is not told.
    """

    id: str
    topic: str
    scope: str
    says: Text
    when: Condition | None
    remedies: frozenset[str]
    confidence: Confidence
    source: str
    since: date
    audience: frozenset[Audience]


@dataclass(frozen=True, slots=True)
class QuestionRule:
    """A question that a case of this shape always raises."""

    id: str
    asks: Text
    changes: Text
    scope: str
    when: Condition
    order: int
    audience: frozenset[Audience]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a state regards an organisation, from when to when."""

    id: str
    name: str
    status: str
    country: str
    lasts: Span
    act: str
    confidence: Confidence
    checked: date


@dataclass(frozen=True, slots=True)
class Wording:
    """A pattern that stops a draft until it is cleared, and the neutral words instead."""

    id: str
    pattern: str
    why: Text
    instead: Text


@dataclass(frozen=True, slots=True)
class Forbidden:
    """What no sentence for the applicant, a relative or the public may contain, as a pattern in one
    language.
    """

    id: str
    lang: str
    pattern: str
    why: str


@dataclass(frozen=True, slots=True)
class AnswerClass:
    """A class of reply: phrases by which it may be known, and the kind of event it comes to."""

    id: str
    label: Text
    phrases: tuple[str, ...]
    outcome: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Advice:
    """A text that people are answered with, and the provisions it rests on as they stood when it was last
    compared with them (`checked`). `version` grows with each change of its words or of what it rests on.
    """

    id: str
    version: int
    label: Text
    says: Text
    provisions: tuple[str, ...]
    audience: frozenset[Audience]
    checked: date


@dataclass(frozen=True, slots=True)
class Pack:
    """The law of one jurisdiction as data. Made by `raport.law.read_pack`, which checks it whole."""

    id: str
    title: Text
    languages: tuple[str, ...]
    checked: date
    known: date | None
    calendars: Mapping[str, Calendar]
    regimes: Mapping[str, Regime]
    acts: Mapping[str, Act]
    provisions: Mapping[str, Provision]
    periods: Mapping[str, Period]
    choices: Mapping[str, Choice]
    kinds: Mapping[str, Kind]
    facts: Mapping[str, Fact]
    fields: Mapping[str, Text]  # names of the fields of kinds, where the pack gives them
    authorities: Mapping[str, Authority]
    competences: tuple[Competence, ...]
    clocks: Mapping[str, ClockRule]
    procedures: tuple[Procedure, ...]
    breaches: Mapping[str, BreachRule]
    grounds: Mapping[str, Ground]
    remedies: Mapping[str, RemedyRule]
    forums: tuple[Forum, ...]
    dangers: Mapping[str, DangerRule]
    ladders: tuple[Ladder, ...]
    offences: Mapping[str, OffenceRule]
    practices: tuple[Practice, ...]
    questions: Mapping[str, QuestionRule]
    standings: tuple[Standing, ...]
    wordings: tuple[Wording, ...]
    answers: Mapping[str, AnswerClass]
    advice: Mapping[str, Advice]
    forbidden: tuple[Forbidden, ...]
    left_out: Mapping[str, str]
    letters: Letters = field(default_factory=Letters)
    release: int = 0  # counts the releases of this pack; 0: it was never released

    def as_known(self, day: date) -> "Pack":
        """The pack as it was known on `day`: versions learned later are left out.

        A provision of which nothing was known keeps its id and has no version. What says only since when
        something is so, and rests on such a provision, goes with it: periods, eras of a ground, competences.
        """
        known = {p.id: replace(p, versions=versions_known(p.versions, day)) for p in self.provisions.values()}
        unknown = frozenset(p.id for p in known.values() if not p.versions)
        return replace(
            self,
            provisions=known,
            periods={
                p.id: replace(p, lasts=_NEVER, surely=None) if p.provision in unknown else p
                for p in self.periods.values()
            },
            grounds={
                g.id: replace(g, eras=tuple(e for e in g.eras if e.provision not in unknown))
                for g in self.grounds.values()
            },
            competences=tuple(c for c in self.competences if c.provision not in unknown),
            known=day,
        )


_NEVER = Span.on(date.max)
"""A period of which nothing was known: it is still to come on every day that a case can name."""
