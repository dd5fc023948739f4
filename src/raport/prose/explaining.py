"""The count behind one date, day by day, as a lawyer would write it down."""

from collections.abc import Iterable, Sequence
from datetime import date

from raport.assess import Clock, Law, assess
from raport.assess.clocks import versions_on
from raport.casefile import CaseFile
from raport.dates import CalendarGap, Counted, Span, Term, Why, count_days
from raport.errors import BadInput, Problem
from raport.law import Provision, Reading, Version
from raport.prose.layout import heading, paragraph
from raport.prose.telling import Telling, capital
from raport.prose.words import Words


def explain(file: CaseFile, law: Law, filing: str, clock: str, today: date, words: Words) -> str:
    """How one clock of one filing was counted. Raises `BadInput` for a filing or clock that is not there."""
    assessment = assess(file.case, law, today, file.account)
    status = next((f for f in assessment.filings if f.id == filing), None)
    if status is None:
        known = ", ".join(f.id for f in assessment.filings) or "none"
        raise BadInput([Problem("a filing of the case", repr(filing), f"this case has {known}")])
    found = [c for c in status.clocks if clock in (c.id, c.rule)]
    if not found:
        known = ", ".join(c.id for c in status.clocks) or "none"
        raise BadInput(
            [Problem(f"a clock that runs for {filing} on {today}", repr(clock), f"it has {known}")]
        )
    telling = Telling(law.pack, words, file)
    lines: list[str] = []
    for one in found:
        lines += [
            *([""] if lines else []),
            *_Explaining(law, words, telling, one).lines(filing, file.case.id, today),
        ]
    return "\n".join(lines) + "\n"


class _Explaining:
    def __init__(self, law: Law, words: Words, telling: Telling, clock: Clock) -> None:
        self.law = law
        self.words = words
        self.telling = telling
        self.clock = clock
        self.rule = law.pack.clocks[clock.rule]
        self.provision = law.pack.provisions[clock.provision]

    def lines(self, filing: str, case: str, today: date) -> Iterable[str]:
        w, clock = self.words, self.clock
        title = w("explain-title", clock=w.of(self.rule.label), filing=filing, case=case, day=w.day(today))
        lines = heading(title)
        if not clock.dues:
            return [*lines, *paragraph(w("explain-none", because=self.telling.because(clock.because)))]
        because = self.telling.because(clock.because)
        lines += paragraph(w("explain-start", day=w.span(clock.start), because=because))
        if clock.deemed:
            lines += paragraph(capital(w("because-deemed")) + ".")
        if not clock.start.is_day:
            lines += paragraph(w("explain-uncertain-start"))
        for version, part in versions_on(self.provision, clock.start):
            lines += ["", *self._version(version)]
            counted: list[str] = []
            for reading in version.readings:
                before, counted = counted, self._counted(version, reading, part)
                if counted and counted == before:
                    lines += paragraph(w("explain-alike", reading=self.telling.reading(reading.id)))
                    lines += self._position(reading)
                else:
                    lines += ["", *self._reading(version, reading), *counted]
        lines += ["", *paragraph(w("explain-stands", day=w.day(today), state=self.telling.state(clock)))]
        return lines

    def _version(self, version: Version) -> list[str]:
        w, provision = self.words, self.provision
        lines = paragraph(
            w("explain-provision", cite=self._cite(provision, version), says=w.of(version.says))
        )
        known = {"confidence": w(f"confidence-{version.confidence.value}"), "source": version.source}
        name = "explain-reviewed" if provision.reviewer else "explain-known"
        text = w(name, **known, day=w.day(provision.checked), reviewer=provision.reviewer)
        return lines + paragraph(text)

    def _cite(self, provision: Provision, version: Version) -> str:
        cite = self.words.of(provision.cite)
        if version.in_force.open_start:
            return cite
        return self.words("explain-in-force", cite=cite, day=self.words.since(version.in_force.earliest))

    def _reading(self, version: Version, reading: Reading) -> list[str]:
        w = self.words
        regime = self.law.pack.regimes.get(version.regime)
        says = w.of(regime.says) if regime else ""
        lines = paragraph(w("explain-reading", reading=self.telling.reading(reading.id), regime=says))
        return lines + self._position(reading)

    def _position(self, reading: Reading) -> list[str]:
        w = self.words
        return (
            paragraph(w("explain-position", position=w.of(reading.position)), indent=2)
            if reading.position
            else []
        )

    def _counted(self, version: Version, reading: Reading, part: Span) -> list[str]:
        if reading.unlimited:
            return paragraph(self.words("explain-unlimited"), indent=2)
        if version.term is None:
            return []
        lines: list[str] = []
        term = self._term(version.term)
        starts = [part.earliest] if part.is_day else [part.earliest, part.latest]
        for start in starts:
            if start in (date.min, date.max):
                continue
            lines += self._count(start, term, reading)
        return lines

    def _term(self, term: Term) -> Term:
        """The term with its extension, where one counts."""
        extension = self.rule.extension
        if not self.clock.extended or extension is None:
            return term
        longer = self.law.pack.provisions[extension.provision].versions[-1].term
        return term if longer is None else term.extended(longer)

    def _count(self, start: date, term: Term, reading: Reading) -> list[str]:
        w = self.words
        said = w(f"unit-{term.unit.value}", count=term.count)
        lines = paragraph(w("explain-from", day=w.day(start), term=said), indent=2)
        try:
            days = count_days(start, term, reading.counting)
        except CalendarGap as gap:
            return lines + paragraph(w("explain-gap", year=gap.year), indent=4)
        for text in self._days(days):
            lines += paragraph(text, indent=4)
        return lines + paragraph(w("explain-result", day=w.day(days[-1].day)), indent=4)

    def _days(self, days: Sequence[Counted]) -> Iterable[str]:
        """Runs of like days on one line each."""
        w = self.words
        n = 0
        while n < len(days):
            run = n
            while run + 1 < len(days) and days[run + 1].why is days[n].why and days[n].why is not Why.START:
                run += 1
            first, last = days[n], days[run]
            told = self._day(first.day) if n == run else f"{self._day(first.day)} - {self._day(last.day)}"
            numbers = f"{first.number}" if n == run else f"{first.number}-{last.number}"
            yield w(f"count-{first.why.value}", days=told, numbers=numbers)
            n = run + 1

    def _day(self, day: date) -> str:
        return f"{self.words('weekday').split()[day.weekday()]} {self.words.day(day)}"
