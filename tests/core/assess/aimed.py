"""Random cases made for a rule: whatever a pack's condition asks for is put into the case, more or less.

In a pack of 135 kinds a case of words drawn at random meets no rule. Here a rule is chosen first; its
condition is gone through and what it names is written down; days are put at the ends of terms, one before and
one after; then some of it is blurred: days widened, words left out, events only inferred. `choose` is chance:
Hypothesis's (`aimed_cases`) or a seeded generator's (`random_case`): one way of making serves properties and
counts.
"""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st

from raport.assess import Law, assess
from raport.casefile import Account, Basis, Case, Claim, Event, Filing, Modality, Proof
from raport.dates import Span
from raport.law import (
    All,
    AnyOf,
    Breached,
    ClockIs,
    ClockRule,
    Closing,
    Condition,
    Disputed,
    During,
    FactIs,
    FilingIs,
    GroundIs,
    Has,
    Later,
    Not,
    OtherFiling,
    Pack,
    Role,
    Selector,
)

type Choose = Callable[[Sequence[Any]], Any]

_BLURRED, _AT_THE_END = 0.6, 0.2
_LONG_AFTER = 400
DEEP = 6
"""So far a rule is followed into the rules it leans on."""


class Drawn(NamedTuple):
    """A case, its account, and a day to ask about it."""

    case: Case
    account: Account
    today: date


@dataclass(slots=True)
class _Filing:
    id: str
    words: dict[str, Any] = field(default_factory=dict)
    challenges: list[str] = field(default_factory=list)


class _Making:
    """A case in the making."""

    def __init__(self, law: Law, choose: Choose) -> None:
        self.law, self.pack, self.choose = law, law.pack, choose
        self.filings: list[_Filing] = []
        self.events: list[Event] = []
        self.facts: dict[str, tuple[Claim, ...]] = {}
        self.day: date = choose(_notable_days(self.pack, *_years(self.pack)))
        self.gaps = _gaps(self.pack)

    # --- what a rule asks for -----------------------------------------------------------------------------

    def want(self, condition: Condition | None, filing: _Filing, deep: int = DEEP) -> None:
        """Write down what would make this hold."""
        if condition is None or deep < 0:
            return
        match condition:
            case All(parts):
                for part in parts:
                    self.want(part, filing, deep)
            case AnyOf(parts):
                self.want(self.choose(parts), filing, deep)
            case Not(FilingIs(fields)):
                self.say(filing, {n: self.besides(n, words) for n, words in fields.items()})
            case Not(part):
                if self.choose(range(6)) == 0:
                    self.want(part, filing, deep - 1)
            case Has(selector):
                self.event(selector, filing)
            case Later(event, than):
                self.event(than, filing)
                self.event(event, filing)
            case FactIs(fact, values):
                self.facts[fact] = (Claim(self.choose(sorted(values))),)
            case Disputed(fact):
                words = self.words(self.pack.facts[fact].type) or ["yes", "no"]
                self.facts[fact] = self.claims(words[:2])
            case FilingIs(fields):
                self.say(filing, fields)
            case OtherFiling(fields, challenges):
                other = self.filing()
                self.say(other, fields)
                if challenges:
                    mine = [e.id for e in self.events if e.filing == filing.id]
                    other.challenges.append(self.choose([filing.id, filing.id, *mine]))
                self.begin(other)
            case ClockIs(clocks):
                self.clock(self.pack.clocks[self.choose(sorted(clocks))], filing, deep - 1)
            case Breached(breaches):
                self.breach(self.choose(sorted(breaches)), filing, deep - 1)
            case During(name, _, selector):
                self.into(self.pack.periods[name].lasts)
                if selector is not None:
                    self.event(selector, filing)
            case GroundIs(words):
                eras = [(g.id, e) for g in self.pack.grounds.values() for e in g.eras if e.open in words]
                if eras:
                    filing.words["ground"], era = self.choose(eras)
                    self.into(era.lasts)
            case Closing():
                ours = [c for c in self.pack.clocks.values() if c.bearer.is_us]
                if ours:
                    self.clock(self.choose(ours), filing, deep - 1)
            case _:
                pass

    def clock(self, rule: ClockRule, filing: _Filing, deep: int = DEEP) -> None:
        """A clock that runs: its procedure, its start, perhaps an extension, a pause, its end."""
        if deep < 0:
            return
        for procedure in self.pack.procedures:
            if rule.id in procedure.clocks:
                self.want(procedure.when, filing, deep - 1)
                break
        origin = "" if rule.each is None else self.event(rule.each, filing)
        if self.choose(range(4)):
            self.want(rule.when, filing, deep - 1)
        anchor = self.choose(rule.starts)
        if anchor.event is not None:
            self.event(anchor.event, filing, via=origin)
        elif anchor.clock:
            self.clock(self.pack.clocks[anchor.clock], filing, deep - 1)
        if rule.extension is not None and self.choose(range(2)):
            self.event(rule.extension.event, filing, via=origin)
        if rule.pause is not None and self.choose(range(2)):
            self.event(rule.pause.from_, filing)
            if self.choose(range(2)):
                self.event(rule.pause.until, filing)
        if self.choose(range(4)) == 0:
            self.day += timedelta(days=_LONG_AFTER)
        if rule.met_by is not None and self.choose(range(2)):
            self.event(rule.met_by, filing, via=origin)
        if rule.met_by_filing is not None and self.choose(range(2)):
            self.want(rule.met_by_filing, filing, deep - 1)

    def breach(self, name: str, filing: _Filing, deep: int = DEEP) -> None:
        rule = self.pack.breaches[name]
        clocks = [c for c in self.pack.clocks.values() if name in (c.overdue, c.late)]
        if rule.when is not None and (not clocks or self.choose(range(2))):
            self.want(rule.when, filing, deep)
        elif clocks:
            self.clock(self.choose(clocks), filing, deep)

    # --- its parts ----------------------------------------------------------------------------------------

    def filing(self) -> _Filing:
        made = _Filing(f"f{len(self.filings) + 1}")
        made.words["kind"] = self.choose(self.words("filing-kind"))
        self.filings.append(made)
        return made

    def begin(self, filing: _Filing) -> None:
        kinds = [
            k.id for k in self.pack.kinds.values() if k.role in (Role.BEGINS, Role.ARRIVES, Role.IS_RECORDED)
        ]
        self.event(Selector(frozenset([self.choose(kinds)])), filing)

    def say(self, filing: _Filing, fields: Mapping[str, frozenset[str]]) -> None:
        for name, words in fields.items():
            plain = sorted(self.law.found.plain(words))
            if plain:
                word = self.choose(plain)
                filing.words[name] = (word,) if name in ("to", "about") else word

    def besides(self, name: str, words: frozenset[str]) -> frozenset[str]:
        """The other words a filing may have there."""
        every = self.words({"kind": "filing-kind", "to": "authority", "about": "authority"}.get(name, name))
        return frozenset(every) - self.law.found.plain(words)

    def event(self, selector: Selector, filing: _Filing, via: str = "") -> str:
        """An event that the selector means; its id."""
        kind = self.pack.kinds[self.choose(sorted(selector.kinds) or list(self.pack.kinds))]
        self.day += timedelta(days=self.choose(self.gaps))
        fields = {}
        for name, type_ in kind.fields.items():
            asked = selector.fields.get(name)
            words = (
                self.words(type_)
                if asked is None
                else [w for a in sorted(asked) for w in self.stands_for(a, filing)]
            )
            if words and (asked is not None or self.choose(range(3))):
                fields[name] = self.choose(words)
        id_ = f"e{len(self.events) + 1}"
        self.events.append(
            Event(
                id=id_,
                kind=kind.id,
                on=Span.on(self.day),
                filing=filing.id,
                until=Span.on(self.day + timedelta(days=self.choose(self.gaps)))
                if kind.lasts and self.choose(range(2))
                else None,
                fields=fields,
                basis=Basis(self.choose(sorted(selector.basis) or ["told", "seen"])),
                modality=Modality(self.choose(self.modalities(selector))),
                proof=Proof(self.choose(sorted(selector.proof) or [p.value for p in Proof])),
                follows=self.choose([filing.id, *[e.id for e in self.events if e.filing == filing.id]])
                if selector.follows
                else "",
                via=via if selector.via and self.choose(range(2)) else "",
            )
        )
        return id_

    def claims(self, words: Sequence[str]) -> tuple[Claim, ...]:
        """One claim; of several each by somebody else."""
        if len(words) == 1:
            return (Claim(words[0]),)
        return tuple(Claim(w, by) for w, by in zip(words, self.pack.authorities, strict=False))

    def modalities(self, selector: Selector) -> list[str]:
        """How it may have happened; mostly it was done."""
        done = [m for m in selector.modality if m == Modality.DONE.value]
        return [*done * 4, *sorted(selector.modality)]

    def stands_for(self, word: str, filing: _Filing) -> Sequence[str]:
        every = list(self.pack.authorities)
        match word:
            case "@about":
                about = filing.words.setdefault("about", (self.choose(every),))
                return sorted(self.law.found.below(about[0]))
            case "@addressee":
                to: tuple[str, ...] = filing.words.setdefault("to", (self.choose(every),))
                return to
            case "@not-competent":
                if self.pack.competences:
                    rule = self.choose(self.pack.competences)
                    filing.words["asks"] = self.choose(sorted(rule.asks))
                    for fact, values in rule.facts.items():
                        self.facts[fact] = (Claim(self.choose(sorted(values))),)
                    return [a for a in every if a not in rule.authorities]
                return every
            case _:
                return sorted(self.law.found.plain(frozenset([word])))

    def words(self, type_: str) -> list[str]:
        """The words of a type; none for what is no closed list."""
        match type_:
            case "flag":
                return ["yes", "no"]
            case "authority":
                return list(self.pack.authorities)
            case "ground":
                return list(self.pack.grounds)
            case "remedy":
                return list(self.pack.remedies)
            case "filing":
                return [f.id for f in self.filings]
            case "event":
                return [e.id for e in self.events]
            case _:
                pass
        choice = self.pack.choices.get(type_)
        return [] if choice is None else list(choice.options)

    def into(self, days: Span) -> None:
        """Go on inside these days, near one of their ends, if we are not there."""
        if not days.contains(self.day):
            ends = [d for d in (days.earliest, days.latest) if d not in (date.min, date.max)]
            if ends:
                self.day = self.choose(ends)

    # --- what is not quite known --------------------------------------------------------------------------

    def noise(self) -> None:
        """Things that have nothing to do with the rule."""
        for filing in self.filings:
            for name in ("asks", "ground", "author", "channel", "what"):
                words = self.words(name)
                if words and self.choose(range(4)) == 0:
                    filing.words.setdefault(name, self.choose(words))
        for _ in range(self.choose([0, 0, 1, 2])):
            self.event(Selector(frozenset([self.choose(list(self.pack.kinds))])), self.choose(self.filings))
        for fact in self.pack.facts.values():
            words = self.words(fact.type)
            if words and self.choose(range(3)) == 0:
                self.facts[fact.id] = self.claims([self.choose(words) for _ in range(self.choose([1, 1, 2]))])

    def blurred(self, event: Event) -> Event:
        first = event.on.earliest - timedelta(days=self.choose([0, 0, 0, 0, 1, 3, 30]))
        last = event.on.latest + timedelta(days=self.choose([0, 0, 0, 0, 1, 3, 30]))
        shape = self.choose(range(24))
        gone = [n for n in event.fields if self.choose(range(8)) == 0]
        return replace(
            event,
            on=Span(date.min if shape == 0 else first, date.max if shape in (0, 1) else last),
            filing=event.filing if self.choose(range(16)) else "",
            fields={n: w for n, w in event.fields.items() if n not in gone},
            basis=event.basis if self.choose(range(8)) else Basis.INFERRED,
            modality=event.modality
            if self.choose(range(12)) or event.modality is not Modality.DONE
            else Modality.CLAIMED,
            until=None
            if event.until is None
            else Span(event.until.earliest, event.until.latest + timedelta(days=self.choose([0, 0, 2]))),
        )

    def drawn(self, number: str, *, blur: bool, today: date | None = None) -> Drawn:
        events = [self.blurred(e) for e in self.events] if blur else self.events
        kinds, facts = self.pack.kinds, self.pack.facts
        said = [f for f in self.facts if self.pack.facts[f].ring == 2]
        filings = tuple(_filing(f) for f in self.filings)
        case = Case(
            id=number,
            jurisdiction=self.pack.id,
            filings=filings,
            events=tuple(e for e in events if kinds[e.kind].ring == 3),
            facts={f: c for f, c in self.facts.items() if facts[f].ring == 3},
            advocate_since=self.day if self.choose(range(8)) == 0 else None,
        )
        account = Account(
            number,
            tuple(e for e in events if kinds[e.kind].ring == 2),
            {f: self.facts[f] for f in said},
        )
        return Drawn(case, account, today or self.aim(case, account))

    def aim(self, case: Case, account: Account) -> date:
        """A day to ask about: near an end of a term, or when all is over."""
        late = self.day + timedelta(days=self.choose([0, 1, *self.gaps]))
        ends = {
            d
            for f in assess(case, self.law, late, account).filings
            for c in f.clocks
            for due in c.dues
            if due.due is not None
            for d in (due.due.earliest, due.due.latest)
            if date(1900, 1, 1) < d < date(2100, 1, 1)
        }
        if not ends or self.choose(range(4)) == 0:
            return late
        near = timedelta(days=self.choose([-1, 0, 1]))
        aimed: date = self.choose([end + near for end in sorted(ends)])
        return aimed


def _filing(made: _Filing) -> Filing:
    words = {
        k: v
        for k, v in made.words.items()
        if k in ("kind", "asks", "ground", "author", "channel", "what", "count")
    }
    return Filing(
        id=made.id,
        to=made.words.get("to", ()),
        about=made.words.get("about", ()),
        challenges=tuple(dict.fromkeys(made.challenges)),
        **words,
    )


def _gaps(pack: Pack) -> list[int]:
    """Days between one event and the next: none, one, and as many as the pack's terms have, or one more."""
    days = {"hour": 1 / 24, "week": 7, "month": 30, "working-day": 1.4}
    found = {0, 1}
    for provision in pack.provisions.values():
        for version in provision.versions:
            if version.term is not None:
                long = int(version.term.count * days.get(version.term.unit.value, 1))
                found |= {max(0, long - 1), long, long + 1, long + 2}
    return [0, 0, 1, 1, 3, *sorted(n for n in found if n < 400)]


def _years(pack: Pack) -> tuple[int, int]:
    """The first and the last year of the pack's calendars."""
    years = [y for c in pack.calendars.values() for y in c.years] or [2019, 2020]
    return min(years), max(years)


def _notable_days(pack: Pack, first: int, last: int) -> list[date]:
    """Days on which something begins or ends in this law, and some plain ones."""
    spans = [v.in_force for p in pack.provisions.values() for v in p.versions]
    spans += [p.lasts for p in pack.periods.values()] + [
        e.lasts for g in pack.grounds.values() for e in g.eras
    ]
    turns = {d for s in spans for d in (s.earliest, s.latest) if first <= d.year <= last}
    days = {t + timedelta(days=n) for t in turns for n in (-20, -3, -1, 0)}
    days |= {date(last, 11, 27), date(last, 12, 20)}  # after which the calendar ends
    return sorted(days | {date(y, m, 9) for y in range(first, last + 1) for m in (2, 4, 12)})


def make(law: Law, choose: Choose, number: str = "c1", *, blur: bool = True) -> Drawn:
    """A case for one rule of this law, chosen by chance."""
    making = _Making(law, choose)
    filing = making.filing()
    if choose(range(3)):
        making.begin(filing)
    pack = law.pack
    match choose(["clock", "clock", "breach", "remedy", "danger", "offence", "ladder", "question", "forum"]):
        case "clock":
            making.clock(choose(list(pack.clocks.values())), filing)
        case "breach" if pack.breaches:
            making.breach(choose(list(pack.breaches)), filing)
        case "remedy" if pack.remedies:
            remedy = choose(list(pack.remedies.values()))
            making.want(remedy.when, filing)
            making.want(remedy.leads, filing)
        case "danger" if pack.dangers:
            making.want(choose(list(pack.dangers.values())).when, filing)
        case "offence" if pack.offences:
            offence = choose(list(pack.offences.values()))
            making.want(offence.when, filing)
            for element in offence.elements:
                if choose(range(3)):
                    making.want(element.when, filing)
        case "ladder" if pack.ladders:
            ladder = choose(pack.ladders)
            making.want(ladder.when, filing)
            making.event(ladder.event, filing)
            making.want(choose(ladder.steps).when, filing)
        case "question" if pack.questions:
            making.want(choose(list(pack.questions.values())).when, filing)
        case "forum" if pack.forums:
            making.want(choose(pack.forums).when, filing)
        case _:
            making.clock(choose(list(pack.clocks.values())), filing)
    chose = [k for k in pack.kinds.values() if k.role is Role.CHOOSES]
    if chose and choose(range(6)) == 0:
        making.event(Selector(frozenset([choose(chose).id])), filing)
    making.noise()
    return making.drawn(number, blur=blur)


@st.composite
def aimed_cases(draw: st.DrawFn, law: Law, number: str = "c1", *, blur: bool = True) -> Drawn:
    """Cases for the rules of this law, by Hypothesis."""
    return make(law, lambda words: draw(st.sampled_from(list(words))), number, blur=blur)


def random_case(law: Law, chance: random.Random, number: str = "c1") -> Drawn:
    """A case for a rule of this law, by a seeded generator: many times faster than Hypothesis."""
    blur = chance.random() < _BLURRED
    return make(law, lambda words: words[int(chance.random() * len(words))], number, blur=blur)


def random_cases(law: Law, seed: int, count: int) -> Iterable[Drawn]:
    """So many cases, the same for the same seed."""
    chance = random.Random(seed)
    return (random_case(law, chance, f"c{n}") for n in range(count))


def case_for_clock(law: Law, rule: ClockRule, chance: random.Random) -> Drawn:
    """A case in which this clock may run, with nothing else in it and nothing blurred."""
    making = _Making(law, lambda words: words[int(chance.random() * len(words))])
    if chance.random() < _AT_THE_END:
        making.day = max(_notable_days(law.pack, *_years(law.pack)))
    making.clock(rule, making.filing())
    return making.drawn("c1", blur=False)


def case_for_breach(law: Law, breaches: Sequence[str], chance: random.Random) -> Drawn:
    """A case in which one of these breaches may be found, with nothing blurred."""
    making = _Making(law, lambda words: words[int(chance.random() * len(words))])
    filing = making.filing()
    making.begin(filing)
    making.breach(making.choose(breaches), filing)
    return making.drawn("c1", blur=False)
