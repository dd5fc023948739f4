"""The rules of a pack: procedures and clocks, and what is concluded from a case."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypedDict

from raport.dates import Span
from raport.documents import Fields
from raport.law.conditions import Condition
from raport.law.model import (
    DESK,
    Advice,
    Anchor,
    AnswerClass,
    Bearer,
    BreachRule,
    ClockRule,
    Competence,
    DangerRule,
    Element,
    Extension,
    Forbidden,
    Forum,
    Ground,
    GroundEra,
    Ladder,
    LadderStep,
    OffenceRule,
    Pause,
    Practice,
    Procedure,
    QuestionRule,
    RemedyRule,
    Standing,
    Wording,
)
from raport.law.read_acts import read_checked, read_confidence, read_span_at
from raport.law.read_conditions import OPEN, read_condition, read_selector
from raport.law.read_words import read_audience, read_text
from raport.law.words import Names

SCOPES = ("case", "filing")
STATUSES = ("none", "foreign-agent", "undesirable", "extremist", "terrorist")
TOPICS = ("reprisal", "courts", "commanders", "prosecutors")


class Rules(TypedDict):
    """Everything of a pack that has conditions."""

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


type Rows = Mapping[str, Sequence[Fields]]


def read_rules(rows: Rows, names: Names, languages: Sequence[str]) -> Rules:
    """All rules; mistakes are noted with the fields."""
    r = _Reader(names, languages)
    return Rules(
        competences=tuple(r.done(f, r.competence(f)) for f in rows["competence"]),
        clocks={c.id: c for c in (r.done(f, r.clock(f)) for f in rows["clock"])},
        procedures=tuple(r.done(f, r.procedure(f)) for f in rows["procedure"]),
        breaches={b.id: b for b in (r.done(f, r.breach(f)) for f in rows["breach"])},
        grounds={g.id: g for g in (r.done(f, r.ground(f)) for f in rows["ground"])},
        remedies={m.id: m for m in (r.done(f, r.remedy(f)) for f in rows["remedy"])},
        forums=tuple(r.done(f, r.forum(f)) for f in rows["forum"]),
        dangers={d.id: d for d in (r.done(f, r.danger(f)) for f in rows["danger"])},
        ladders=tuple(r.done(f, r.ladder(f)) for f in rows["ladder"]),
        offences={o.id: o for o in (r.done(f, r.offence(f)) for f in rows["offence"])},
        practices=tuple(r.done(f, r.practice(f)) for f in rows["practice"]),
        questions={q.id: q for q in (r.done(f, r.question(f)) for f in rows["question"])},
        standings=tuple(r.done(f, r.standing(f)) for f in rows["standing"]),
        wordings=tuple(r.done(f, r.wording(f)) for f in rows["wording"]),
        answers={a.id: a for a in (r.done(f, r.answer(f)) for f in rows["answer"])},
        advice={a.id: a for a in (r.done(f, r.advice(f)) for f in rows["advice"])},
        forbidden=tuple(r.done(f, r.forbidden(f)) for f in rows["forbidden"]),
    )


class _Reader:
    def __init__(self, names: Names, languages: Sequence[str]) -> None:
        self.names = names
        self.languages = languages

    def done[T](self, fields: Fields, value: T) -> T:
        fields.text("note", "")
        fields.words("research")
        fields.done()
        return value

    def text(self, fields: Fields, key: str, *, needed: bool = True) -> Mapping[str, str]:
        return read_text(fields, key, self.languages, needed=needed)

    def condition(self, fields: Fields, key: str = "when") -> Condition | None:
        inner = fields.table(key)
        return None if inner is None else read_condition(inner, self.names)

    def needed(self, fields: Fields, key: str = "when") -> Condition:
        condition = self.condition(fields, key)
        if condition is None:
            fields.wrong(key, f"a condition for `{key}`", help_="{ always = true } where there is none")
            return read_condition(
                Fields(fields.document, fields.path, {"always": True}, fields.problems), self.names
            )
        return condition

    def references(self, fields: Fields, key: str, table: str) -> tuple[str, ...]:
        words = fields.words(key)
        for word in words:
            self.names.refer(fields, key, table, word)
        return words

    def reference(self, fields: Fields, key: str, table: str) -> str:
        word = fields.text(key, "")
        if word:
            self.names.refer(fields, key, table, word)
        return word

    def chosen(self, fields: Fields, key: str, type_: str) -> tuple[str, ...]:
        words = fields.words(key)
        for word in words:
            self.names.check_word(fields, key, type_, word)
        return words

    def provision(self, fields: Fields) -> str:
        name = self.reference(fields, "provision", "provision")
        if not name:
            fields.wrong("provision", "the `provision` it rests on")
        return name

    def lasts(self, fields: Fields) -> Span:
        start = read_span_at(fields, "from") or Span.on(date.min)
        end = read_span_at(fields, "to") or Span.on(date.max)
        if end.latest < start.earliest:
            fields.wrong("to", "an end that is not before the start")
            return start
        return Span(start.earliest, end.latest)

    # --- who decides --------------------------------------------------------------------------------------

    def competence(self, f: Fields) -> Competence:
        facts: dict[str, frozenset[str]] = {}
        table = f.table("facts")
        if table is not None:
            for key in table.values:
                self.names.refer(table, key, "fact", key)
                facts[key] = frozenset(self.chosen(table, key, self.names.facts.get(key, "")))
        return Competence(
            id=f.text("id"),
            asks=frozenset(self.chosen(f, "asks", "asks")),
            facts=facts,
            lasts=self.lasts(f),
            authorities=self.references(f, "authorities", "authority"),
            known=f.flag("known", default=True),
            provision=self.provision(f),
        )

    def forum(self, f: Fields) -> Forum:
        return Forum(f.text("id"), self.reference(f, "to", "authority"), self.provision(f), self.needed(f))

    # --- procedures and clocks ----------------------------------------------------------------------------

    def procedure(self, f: Fields) -> Procedure:
        return Procedure(
            id=f.text("id"),
            label=self.text(f, "label"),
            provisions=self.references(f, "provisions", "provision"),
            when=self.needed(f),
            clocks=self.references(f, "clocks", "clock"),
        )

    def clock(self, f: Fields) -> ClockRule:
        each, met_by = f.table("each"), f.table("met-by")
        anchors = tuple(self.anchor(a, has_origin=each is not None) for a in f.tables("starts"))
        if not anchors:
            f.wrong("starts", "at least one anchor, such as { event = { kind = ... } }")
        if met_by is None and not f.has("met-by-filing"):
            f.wrong("met-by", "`met-by` or `met-by-filing`: what ends the duty")
        bearer = Bearer(f.word("bearer", [b.value for b in Bearer]))
        return ClockRule(
            id=f.text("id"),
            label=self.text(f, "label"),
            provision=self.provision(f),
            bearer=bearer,
            starts=anchors,
            pick_last=f.word("pick", ("first", "last"), "first") == "last",
            each=None if each is None else read_selector(each, self.names),
            met_by=None if met_by is None else read_selector(met_by, self.names),
            met_by_filing=self.met_by_filing(f),
            met_after_start=f.flag("met-after-start", default=bearer.is_us or each is not None),
            extension=self.extension(f),
            pause=self.pause(f),
            when=self.condition(f),
            overdue=self.reference(f, "overdue", "breach"),
            late=self.reference(f, "late", "breach"),
            contested=f.flag("contested"),
            audience=read_audience(f),
        )

    def anchor(self, f: Fields, *, has_origin: bool) -> Anchor:
        event = f.table("event")
        anchor = Anchor(
            event=None if event is None else read_selector(event, self.names),
            clock=self.reference(f, "clock", "clock"),
            origin=f.flag("origin"),
            plus=self.reference(f, "plus", "provision"),
            deemed=f.flag("deemed"),
            asks=self.text(f, "asks", needed=False),
        )
        given = [key for key in ("event", "clock", "origin") if f.has(key)]
        if len(given) != 1:
            found = " and ".join(f"`{key}`" for key in given) or "none of them"
            f.problems.add(
                f.document, f.path, "exactly one of `event`, `clock`, `origin` in an anchor", found
            )
        if anchor.origin and not has_origin:
            f.wrong("origin", "`each` on the clock for an anchor at its origin")
        f.done()
        return anchor

    def met_by_filing(self, f: Fields) -> Condition | None:
        inner = f.table("met-by-filing")
        if inner is None:
            return None
        words = {k: v for k, v in inner.values.items() if k != "challenges"}
        tree = {"other-filing": words, "challenges": inner.values.get("challenges", False)}
        return read_condition(Fields(inner.document, inner.path, tree, inner.problems), self.names)

    def extension(self, f: Fields) -> Extension | None:
        inner = f.table("extension")
        if inner is None:
            return None
        event = inner.table("event")
        if event is None:
            inner.wrong("event", "the event by which the term is extended")
            return None
        extension = Extension(read_selector(event, self.names), self.provision(inner))
        inner.done()
        return extension

    def pause(self, f: Fields) -> Pause | None:
        inner = f.table("pause")
        if inner is None:
            return None
        start, end = inner.table("from"), inner.table("until")
        if start is None or end is None:
            inner.wrong(
                "until" if start else "from",
                "`from` and `until`, the events between which the term stands still",
            )
            return None
        pause = Pause(read_selector(start, self.names), read_selector(end, self.names))
        inner.done()
        return pause

    # --- conclusions --------------------------------------------------------------------------------------

    def breach(self, f: Fields) -> BreachRule:
        return BreachRule(
            id=f.text("id"),
            label=self.text(f, "label"),
            says=self.text(f, "says"),
            provisions=self.references(f, "provisions", "provision"),
            when=self.condition(f),
            audience=read_audience(f),
        )

    def ground(self, f: Fields) -> Ground:
        eras = tuple(self.era(e) for e in f.tables("era"))
        if not eras:
            f.wrong("era", "at least one [[ground.era]]")
        return Ground(f.text("id"), self.text(f, "label"), self.text(f, "proves"), eras)

    def era(self, f: Fields) -> GroundEra:
        era = GroundEra(self.lasts(f), f.word("open", OPEN), self.provision(f))
        f.text("note", "")
        f.done()
        return era

    def remedy(self, f: Fields) -> RemedyRule:
        to = f.words("to")
        for word in to:
            if word not in ("@addressee", "@above", "@forum"):
                self.names.check_word(f, "to", "authority", word)
        what = f.text("what", "")
        if what:
            self.names.check_word(f, "what", "what", what)
        return RemedyRule(
            id=f.text("id"),
            label=self.text(f, "label"),
            does=self.text(f, "does"),
            provisions=self.references(f, "provisions", "provision"),
            scope=f.word("scope", SCOPES, "filing"),
            when=self.needed(f),
            leads=self.condition(f, "leads"),
            by=self.chosen(f, "by", "author"),
            to=to,
            what=what,
            letter=f.text("letter", ""),
            until=self.references(f, "until", "clock"),
            exposes=self.chosen(f, "exposes", "exposes"),
            reversible=f.flag("reversible"),
            wait=self.text(f, "wait"),
            order=f.number("order"),
            waits=f.flag("waits"),
            advocate_only=f.flag("advocate-only"),
            audience=read_audience(f),
        )

    def danger(self, f: Fields) -> DangerRule:
        return DangerRule(
            id=f.text("id"),
            label=self.text(f, "label"),
            says=self.text(f, "says"),
            provisions=self.references(f, "provisions", "provision"),
            scope=f.word("scope", SCOPES, "case"),
            when=self.needed(f),
            leads=f.flag("leads"),
            standing_text=f.flag("standing-text"),
            order=f.number("order"),
            audience=read_audience(f),
        )

    def ladder(self, f: Fields) -> Ladder:
        event = f.table("event")
        if event is None:
            f.wrong("event", "the lasting event whose steps these are")
        steps = tuple(self.step(s) for s in f.tables("step"))
        return Ladder(
            id=f.text("id"),
            label=self.text(f, "label"),
            event=read_selector(event or Fields(f.document, f.path, {}, f.problems), self.names),
            when=self.condition(f),
            steps=steps,
            says=self.text(f, "says"),
            audience=read_audience(f),
        )

    def step(self, f: Fields) -> LadderStep:
        step = LadderStep(
            f.text("id"), self.text(f, "label"), self.provision(f), f.flag("by-aim"), self.condition(f)
        )
        f.done()
        return step

    def offence(self, f: Fields) -> OffenceRule:
        elements = tuple(self.element(e) for e in f.tables("element"))
        if not elements:
            f.wrong("element", "at least one [[offence.element]]")
        return OffenceRule(
            id=f.text("id"),
            label=self.text(f, "label"),
            provisions=self.references(f, "provisions", "provision"),
            when=self.needed(f),
            elements=elements,
            report_to=self.references(f, "report-to", "authority"),
            not_to=self.references(f, "not-to", "authority"),
            audience=read_audience(f),
        )

    def element(self, f: Fields) -> Element:
        element = Element(f.text("id"), self.text(f, "label"), self.needed(f))
        f.done()
        return element

    def practice(self, f: Fields) -> Practice:
        since = read_span_at(f, "since") or Span.on(date.min)
        return Practice(
            id=f.text("id"),
            topic=f.word("topic", TOPICS),
            scope=f.word("scope", SCOPES, "case"),
            says=self.text(f, "says"),
            when=self.condition(f),
            remedies=frozenset(self.references(f, "remedies", "remedy")),
            confidence=read_confidence(f),
            source=f.text("source"),
            since=since.earliest,
            audience=read_audience(f),
        )

    def question(self, f: Fields) -> QuestionRule:
        return QuestionRule(
            id=f.text("id"),
            asks=self.text(f, "asks"),
            changes=self.text(f, "changes", needed=False),
            scope=f.word("scope", SCOPES, "case"),
            when=self.needed(f),
            order=f.number("order"),
            audience=read_audience(f),
        )

    # --- organisations, wordings, replies -----------------------------------------------------------------

    def standing(self, f: Fields) -> Standing:
        checked = read_checked(f, "the register was last looked at")
        return Standing(
            id=f.text("id"),
            name=f.text("name"),
            status=f.word("status", STATUSES),
            country=f.text("country"),
            lasts=self.standing_lasts(f),
            act=f.text("act", ""),
            confidence=read_confidence(f),
            checked=checked,
        )

    def standing_lasts(self, f: Fields) -> Span:
        """`from = ".."`: since a day nobody has read; it may have begun on any."""
        start = read_span_at(f, "from") or Span.on(date.min)
        end = read_span_at(f, "to") or Span.on(date.max)
        return Span(start.earliest, end.latest)

    def wording(self, f: Fields) -> Wording:
        pattern = f.text("pattern")
        _check_pattern(f, pattern)
        return Wording(f.text("id"), pattern, self.text(f, "why"), self.text(f, "instead"))

    def forbidden(self, f: Fields) -> Forbidden:
        pattern = f.text("pattern")
        _check_pattern(f, pattern)
        lang = f.word("lang", self.languages)
        return Forbidden(f.text("id"), lang, pattern, f.text("why"))

    def answer(self, f: Fields) -> AnswerClass:
        outcome = f.text("outcome")
        if "outcome" in self.names.choices:
            self.names.check_word(f, "outcome", "outcome", outcome)
        phrases = f.words("phrases")
        return AnswerClass(f.text("id"), self.text(f, "label"), phrases, outcome, read_confidence(f))

    def advice(self, f: Fields) -> Advice:
        version, provisions, audience = f.number("version"), f.words("provisions"), read_audience(f)
        if version < 1:
            f.wrong("version", "a whole number from 1 that grows with each change")
        for provision in provisions:  # that an answer names it does not make it law that is used
            self.names.find(f, "provisions", "provision", provision)
        if not provisions:
            f.wrong("provisions", "at least one provision that the answer rests on")
        if audience <= DESK:
            f.wrong("audience", "those who are answered: applicant, relative or public among them")
        return Advice(
            id=f.text("id"),
            version=version,
            label=self.text(f, "label"),
            says=self.text(f, "says"),
            provisions=provisions,
            audience=audience,
            checked=read_checked(f, "the answer was compared with its provisions"),
        )


def _check_pattern(f: Fields, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        f.wrong("pattern", "a regular expression", f"{pattern!r} ({error})")
