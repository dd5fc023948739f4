"""The count behind one date, day by day, as a lawyer would write it down."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from raport.assess import Because, Clock, ClockState, FilingStatus, Law, assess
from raport.assess.clocks import PreparedAnchor, versions_on
from raport.assess.selecting import Meant
from raport.casefile import CaseFile, Event
from raport.dates import (
    CalendarGap,
    Counted,
    Counting,
    DayKind,
    FirstDay,
    Roll,
    Span,
    Term,
    Unit,
    Why,
    count_days,
    due,
    due_day,
    rolled,
)
from raport.documents.fields import near
from raport.errors import BadInput, Problem
from raport.law import Provision, Reading, Version
from raport.prose.layout import heading, paragraph
from raport.prose.saying import capital
from raport.prose.telling import Telling
from raport.prose.words import Words


def explain(file: CaseFile, law: Law, filing: str, clock: str, today: date, words: Words) -> str:
    """How one clock of one filing was counted: every clock of that rule where `clock` names a rule.

    Raises `BadInput`, with those that there are, for a filing or a clock that is not there.
    """
    assessment = assess(file.case, law, today, file.account)
    status = next((f for f in assessment.filings if f.id == filing), None)
    if status is None:
        ids = [f.id for f in assessment.filings]
        raise BadInput([Problem(f"a filing of the case {file.case.id}", f'"{filing}"', _those(filing, ids))])
    found = [c for c in status.clocks if clock == c.id] or [c for c in status.clocks if clock == c.rule]
    if not found:
        ids = [c.id for c in status.clocks]
        expected = f"a clock that {filing} has on {today}"
        raise BadInput([Problem(expected, f'"{clock}"', _those(clock, ids))])
    telling = Telling(law.pack, words, file)
    lines: list[str] = []
    for one in found:
        lines += ["", *_Explaining(law, words, telling, status, one, today).lines()]
    return "\n".join(lines[1:]) + "\n"


def _those(asked: str, ids: Sequence[str]) -> str:
    there = "there are " + ", ".join(ids) if ids else "there are none"
    meant = near(asked, ids)
    return f"{meant} {there}" if meant else there


class _Explaining:
    """Explains one clock as the engine gave it; what is counted again here comes to the same days."""

    def __init__(
        self, law: Law, words: Words, telling: Telling, status: FilingStatus, clock: Clock, today: date
    ) -> None:
        self.law = law
        self.words = words
        self.telling = telling
        self.status = status
        self.clock = clock
        self.rule = law.pack.clocks[clock.rule]
        self.provision = law.pack.provisions[clock.provision]
        named = {e.id: e for e in (*telling.file.case.events, *telling.file.account.events)}
        self.events = [named[e] for e in clock.because.events]
        self.today = today
        self.parts = versions_on(self.provision, clock.start)

    def lines(self) -> Iterable[str]:
        w, clock, today = self.words, self.clock, self.today
        case = self.telling.file.case.id
        name = w.of(self.rule.label)
        title = w("explain-title", clock=name, filing=self.status.id, case=case, day=w.day(today))
        lines = heading(capital(title))
        if not clock.dues:
            return [*lines, *self._not_begun()]
        lines += self._start()
        for version, part in self.parts:
            lines += ["", *self._version(version)]
            if part != clock.start:
                lines += paragraph(w("explain-part", days=w.span(part)))
            counted: list[str] = []
            for reading in version.readings:
                before, counted = counted, list(self._counted(version, reading, part))
                if counted and counted == before:
                    lines += [
                        "",
                        *paragraph(w("explain-alike", reading=self.telling.reading(reading.id))),
                        *self._position(reading),
                    ]
                else:
                    lines += ["", *self._reading(version, reading), *counted]
        lines += ["", *self._leads(), *self._done()]
        return lines + paragraph(w("explain-stands", day=w.day(today), state=self.telling.state(clock)))

    def _not_begun(self) -> list[str]:
        w = self.words
        because = self.telling.because(self.clock.because).rstrip(".")
        lines = paragraph(w("explain-none", because=because))
        asks = dict.fromkeys(w.of(a.asks) for a in self.rule.starts if a.asks)
        for ask in asks:
            lines += paragraph(w("explain-asks", ask=ask), first="- ")
        return lines

    # --- the start ----------------------------------------------------------------------------------------

    def _start(self) -> list[str]:
        w, clock = self.words, self.clock
        lines = paragraph(w("explain-start", day=w.span(clock.start)))
        for anchor in self.law.clocks[clock.rule].anchors:
            for text in self._anchor(anchor):
                lines += paragraph(text, indent=2, first="- ")
        if clock.deemed:
            lines += paragraph(capital(w("because-deemed")).rstrip(".") + ".")
        if not clock.start.is_day:
            lines += paragraph(w("explain-uncertain-start"))
        return lines

    def _anchor(self, anchor: PreparedAnchor) -> Iterator[str]:
        w = self.words
        if anchor.anchor.clock:
            before = self.law.pack.clocks[anchor.anchor.clock]
            if any(c.rule == before.id and c.dues for c in self.status.clocks):
                yield w("explain-after-clock", clock=w.of(before.label), id=before.id)
            return
        for event in self._of_anchor(anchor):
            if anchor.plus is None:
                yield self._event(event)
                continue
            for version, _ in versions_on(anchor.plus, event.on):
                if version.term is not None:
                    yield w(
                        "explain-plus",
                        event=self._event(event),
                        term=self.words.term(version.term),
                        cite=self._cite(anchor.plus, version),
                        confidence=w(f"confidence-{version.confidence.value}"),
                    )

    def _of_anchor(self, anchor: PreparedAnchor) -> list[Event]:
        if anchor.anchor.origin:
            return [e for e in self.events if e.id == self.clock.origin]
        return self._matching(anchor.event)

    def _matching(self, meant: Meant | None) -> list[Event]:
        """The events among the clock's reasons that are of the kinds selected."""
        if meant is None:
            return []
        return [e for e in self.events if not meant.kinds or e.kind in meant.kinds]

    def _event(self, event: Event) -> str:
        text = self.telling.because(Because((event.id,), ()))
        return text if event.on.is_day else f"{text}, {self.words.span(event.on)}"

    # --- provision and reading ----------------------------------------------------------------------------

    def _version(self, version: Version) -> list[str]:
        w, provision = self.words, self.provision
        cite = self._cite(provision, version)
        lines = paragraph(w("explain-provision", cite=cite, says=w.of(version.says)))
        known = {"confidence": w(f"confidence-{version.confidence.value}"), "source": version.source}
        name = "explain-reviewed" if provision.reviewer else "explain-known"
        text = w(name, **known, day=w.day(provision.checked), reviewer=provision.reviewer)
        return lines + paragraph(text)

    def _cite(self, provision: Provision, version: Version) -> str:
        cite = self.words.of(provision.cite)
        if version.in_force.open_start:
            return cite
        return self.words("explain-in-force", cite=cite, day=self.words.since(version.starts))

    def _reading(self, version: Version, reading: Reading) -> list[str]:
        w = self.words
        regime = self.law.pack.regimes.get(version.regime)
        says = w.of(regime.says) if regime else ""
        lines = paragraph(w("explain-reading", reading=self.telling.reading(reading.id), regime=says))
        return lines + self._position(reading)

    def _position(self, reading: Reading) -> list[str]:
        if not reading.position:
            return []
        return paragraph(self.words("explain-position", position=self.words.of(reading.position)), indent=2)

    # --- the count ----------------------------------------------------------------------------------------

    def _counted(self, version: Version, reading: Reading, part: Span) -> Iterator[str]:
        if reading.unlimited:
            yield from paragraph(self.words("explain-unlimited"), indent=2)
            return
        if version.term is None:
            return
        terms, told = self._terms(version.term, reading, part)
        yield from told
        yield from self._stood_still()
        for start, open_end in self._starts(part):
            if open_end:
                yield from paragraph(self.words("explain-open-start"), indent=2)
                continue
            for term in terms:
                for days in dict.fromkeys(self.clock.paused or (0,)):
                    yield from self._count(start, term, reading.counting, days)

    def _starts(self, part: Span) -> list[tuple[date, bool]]:
        """The first and the last possible day of the start, each with whether it is not known at all."""
        first, last = (part.earliest, part.open_start), (part.latest, part.open_end)
        return [first] if part.is_day else [first, last]

    def _terms(self, term: Term, reading: Reading, part: Span) -> tuple[list[Term], list[str]]:
        """The terms to be counted, and what is said of the notice by which one was extended."""
        w = self.words
        more, events = self._extension()
        if more is None or self.rule.extension is None:
            return [term], []
        longer = term.extended(more)
        said = {
            "events": "; ".join(self._event(e) for e in events),
            "more": self.words.term(more),
            "cite": w.of(self.law.pack.provisions[self.rule.extension.provision].cite),
            "all": self.words.term(longer),
        }
        reached = next((d.due for d in self.clock.dues if d.reading == reading.id), None)
        if reached is None:  # some year has no calendar: the longest term shows which
            return [longer], paragraph(w("explain-extended", **said), indent=2)
        plain, late = due(part, term, reading.counting), due(part, longer, reading.counting)
        if reached.latest <= plain.latest < late.latest:
            return [term], paragraph(w("explain-extended-late", **said), indent=2)
        if reached.earliest >= late.earliest:
            return [longer], paragraph(w("explain-extended", **said), indent=2)
        return [term, longer], paragraph(w("explain-extended-perhaps", **said), indent=2)

    def _extension(self) -> tuple[Term | None, list[Event]]:
        """What the notice adds, by the version in force on its day, and the events that gave notice."""
        prepared = self.law.clocks[self.clock.rule]
        notices = self._matching(prepared.extension)
        if self.clock.extended is None or prepared.extension_provision is None or not notices:
            return None, []
        for version, _ in versions_on(prepared.extension_provision, notices[0].on):
            if version.term is not None:
                return version.term, notices
        return None, []

    def _stood_still(self) -> list[str]:
        """What is said of the pauses of the term."""
        pause = self.law.clocks[self.clock.rule].pause
        if self.clock.paused is None or pause is None:
            return []
        kinds = pause[0].kinds | pause[1].kinds
        events = [e for e in self.telling.file.case.events if e.filing == self.status.id and e.kind in kinds]
        days = "\N{EN DASH}".join(dict.fromkeys(map(str, self.clock.paused)))
        told = "; ".join(self._event(e) for e in events if e.on.earliest <= self.today)
        return paragraph(self.words("explain-paused", events=told, days=days), indent=2)

    def _count(self, start: date, term: Term, counting: Counting, paused: int) -> Iterator[str]:
        w = self.words
        yield from paragraph(w("explain-from", day=w.day(start), term=w.term(term)), indent=2)
        try:
            end = due_day(start, term, counting, paused=paused)
            told = list(self._days_of(start, term, counting, paused))
        except CalendarGap as gap:
            yield from paragraph(w("explain-gap", year=gap.year), indent=4)
            return
        for text in told:
            yield from paragraph(text, indent=4)
        yield from paragraph(w("explain-result", day=w.span(end)), indent=4)

    def _days_of(self, start: date, term: Term, counting: Counting, paused: int) -> Iterator[str]:
        w = self.words
        if counting.first_day is FirstDay.EITHER and term.unit is not Unit.HOUR:
            for first_day in (FirstDay.SAME, FirstDay.NEXT):
                yield w(f"count-if-{first_day.value}")
                yield from self._days_of(start, term, replace(counting, first_day=first_day), paused)
            return
        unmoved = replace(counting, roll=Roll.NONE)
        if term.unit is Unit.HOUR:
            plain = due_day(start, term, unmoved)
            yield w("count-hours", first=self._day(plain.earliest), last=self._day(plain.latest))
        elif paused:
            yield from self._days(count_days(start, term, unmoved), counting)
        else:
            yield from self._days(count_days(start, term, counting), counting)
            return
        later = due_day(start, term, unmoved, paused=paused)
        if paused:
            yield w("count-paused", day=self._day(later.latest), count=paused)
        for end in dict.fromkeys((later.earliest, later.latest)):
            yield from self._moved(end, counting)

    def _moved(self, end: date, counting: Counting) -> Iterator[str]:
        last = rolled(end, counting)
        if last != end:
            yield self.words("count-moved", days=self._day(last), kind=self._off(end, counting))

    def _days(self, days: Sequence[Counted], counting: Counting) -> Iterator[str]:
        """Runs of like days on one line each: a day off with its kind."""
        w = self.words
        end = next(d.day for d in days if d.why is Why.END)
        for (why, kind), run in groupby(days, lambda d: (d.why, self._kind_told(d, counting))):
            many = list(run)
            first, last = many[0], many[-1]
            run_days = dict.fromkeys(self._day(d.day) for d in (first, last))
            numbers = dict.fromkeys(str(d.number) for d in (first, last))
            name = f"count-{why.value}"
            if why is Why.END and kind:
                name = "count-end-stays" if counting.roll is Roll.NONE else "count-end-off"
            yield w(
                name,
                days=" \N{EN DASH} ".join(run_days),
                numbers="\N{EN DASH}".join(numbers),
                kind=kind or self._off(end, counting),
            )

    def _kind_told(self, day: Counted, counting: Counting) -> str:
        if day.why in (Why.START, Why.COUNTED, Why.MOVED):
            return ""
        return self._off(day.day, counting)

    def _off(self, day: date, counting: Counting) -> str:
        """What kind of day off it is for this count; empty where people work, or nothing is known of it."""
        calendar = counting.calendar
        if calendar is None or day.year not in calendar.years or calendar.works(day, counting.decreed):
            return ""
        kind = calendar.kind(day)
        if kind is DayKind.OFF:
            return self.words("off-weekend" if day.weekday() in calendar.weekend else "off-holiday")
        return self.words("off-decreed" if kind is DayKind.DECREED else "off-moved")

    def _day(self, day: date) -> str:
        return f"{self.words('weekday').split()[day.weekday()]} {self.words.day(day)}"

    # --- what it comes to ---------------------------------------------------------------------------------

    def _leads(self) -> list[str]:
        """Which reading leads, where there is more than one."""
        leading = self.clock.leading
        if leading is None or len({(d.due, d.states) for d in self.clock.dues}) == 1:
            return []
        name = "explain-leads-us" if self.clock.bearer.is_us else "explain-leads-them"
        return paragraph(self.words(name, reading=self.telling.reading(leading.reading)))

    def _done(self) -> list[str]:
        """By what the duty was done, if it was."""
        if not {ClockState.MET, ClockState.LATE} & set(self.clock.states):
            return []
        prepared = self.law.clocks[self.clock.rule]
        starting = [e for a in prepared.anchors for e in self._of_anchor(a)]
        notices = self._extension()[1]
        done = [e for e in self.events if e not in starting and e not in notices]
        if not done:
            return []
        return paragraph(self.words("explain-done", events="; ".join(self._event(e) for e in done)))
