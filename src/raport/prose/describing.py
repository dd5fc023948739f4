"""The law itself, told: one provision or rule, what changed between two days, a year's working days."""

import calendar as months
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from difflib import get_close_matches

from raport.dates import DayKind, Term
from raport.errors import BadInput, Problem
from raport.law import Confidence, Ground, Pack, Provision, Text, Version
from raport.prose.layout import heading, paragraph, table
from raport.prose.words import Words

_MARKS = {
    DayKind.WORKING: " ",
    DayKind.OFF: "*",
    DayKind.MOVED_OFF: "+",
    DayKind.WORKING_WEEKEND: "!",
    DayKind.SHORTENED: "-",
    DayKind.DECREED: "#",
}


class Describing:
    """Tells one pack in one language."""

    def __init__(self, pack: Pack, words: Words) -> None:
        self.pack = pack
        self.words = words
        self._rules = _rules(pack)

    def summary(self) -> str:
        """What the pack holds and how well it is known."""
        w, pack = self.words, self.pack
        lines = heading(w("law-title", law=w.of(pack.title), id=pack.id, day=w.day(pack.checked)))
        versions = [v for p in pack.provisions.values() for v in p.versions]
        lines += paragraph(
            w(
                "law-holds",
                acts=len(pack.acts),
                provisions=len(pack.provisions),
                versions=len(versions),
                clocks=len(pack.clocks),
                remedies=len(pack.remedies),
                years=_years(pack),
            )
        )
        known = Counter(v.confidence for v in versions)
        rows = [[w(f"confidence-{c.value}"), str(known[c])] for c in Confidence]
        lines += ["", *table([w("col-confidence"), w("col-versions")], rows, (44, 10))]
        contested = sorted(p.id for p in pack.provisions.values() if any(v.contested for v in p.versions))
        if contested:
            lines += ["", *paragraph(w("law-contested", ids=", ".join(contested)))]
        reviewed = sum(1 for p in pack.provisions.values() if p.reviewer)
        lines += ["", *paragraph(w("law-reviewed", count=reviewed, all=len(pack.provisions)))]
        return "\n".join(lines) + "\n"

    def show(self, name: str, on: date | None) -> str:
        """One provision with its versions (or the one of a day), or any rule. Raises `BadInput` for no
        such id.
        """
        if name in self.pack.provisions:
            return "\n".join(self._provision(self.pack.provisions[name], on)) + "\n"
        found = [
            (kind, text) for kind, rules in self._rules.items() for id_, text in rules.items() if id_ == name
        ]
        if not found:
            raise BadInput([Problem("the id of a provision or rule", repr(name), self._alike(name))])
        lines: list[str] = []
        for kind, texts in found:
            lines += heading(self.words("law-rule", kind=self.words(f"law-{kind}"), id=name))
            for text in texts:
                lines += paragraph(self.words.of(text))
            lines += self._more(kind, name)
            for used in self._rests_on(kind, name):
                lines += ["", *self._provision(self.pack.provisions[used], on)]
        return "\n".join(lines) + "\n"

    def diff(self, one: date, other: date) -> str:
        """What provisions provided and which grounds were open on one day and another, where it differs."""
        w = self.words
        lines = heading(w("law-diff", one=w.day(one), other=w.day(other)))
        changed = False
        for provision in self.pack.provisions.values():
            then, now = provision.on(one), provision.on(other)
            if then is now:
                continue
            changed = True
            lines += ["", *paragraph(f"{provision.id}: {w.of(provision.cite)}")]
            for day, version in ((one, then), (other, now)):
                lines += paragraph(w("law-diff-day", day=w.day(day), says=self._says(version)), indent=4)
        for period in self.pack.periods.values():
            then_held, now_held = period.lasts.contains(one), period.lasts.contains(other)
            if then_held != now_held:
                changed = True
                name = "law-diff-begun" if now_held else "law-diff-ended"
                lines += ["", *paragraph(w(name, period=w.of(period.label)))]
        for ground in self.pack.grounds.values():
            before, after = self._open(ground, one), self._open(ground, other)
            if before != after:
                changed = True
                said = w("law-diff-ground", ground=w.of(ground.label), before=before, after=after)
                lines += ["", *paragraph(said)]
        if not changed:
            lines += paragraph(w("law-diff-none"))
        return "\n".join(lines) + "\n"

    def calendar(self, year: int) -> str:
        """A year's days, month by month, with the days that are not what their weekday says."""
        w = self.words
        blocks: list[str] = []
        covering = [c for c in self.pack.calendars.values() if year in c.years]
        if not covering:
            expected = f"a year that the calendars of the pack cover ({_years(self.pack)})"
            raise BadInput([Problem(expected, str(year), "no year is counted by guess")])
        for calendar in covering:
            here = calendar.years[year]
            if blocks:
                blocks.append("")
            blocks += heading(w("law-calendar", calendar=calendar.id, year=year))
            known = w(f"confidence-{here.confidence}")
            blocks += paragraph(w("law-calendar-source", source=here.source, confidence=known))
            blocks += paragraph(
                w("law-calendar-decree", decree=here.decree) if here.decree else w("law-no-decree")
            )
            kinds = {d: calendar.kind(d) for d in _days(year)}
            for month in range(1, 13, 3):
                blocks += ["", *self._three_months(year, month, kinds)]
            count = Counter(kinds.values())
            legend = [f"{_MARKS[k]} {w(f'day-kind-{k.value}')}: {count[k]}" for k in DayKind if count[k]]
            blocks += ["", *(line.strip() for line in legend)]
        return "\n".join(blocks) + "\n"

    def _three_months(self, year: int, first: int, kinds: Mapping[date, DayKind]) -> list[str]:
        columns = [self._month(year, month, kinds) for month in range(first, first + 3)]
        high = max(map(len, columns))
        width = 4 * 6 + 1
        return [
            " ".join((c[n] if n < len(c) else "").ljust(width) for c in columns).rstrip() for n in range(high)
        ]

    def _month(self, year: int, month: int, kinds: Mapping[date, DayKind]) -> list[str]:
        w = self.words
        lines = [w("months").split()[month - 1].center(21).rstrip()]
        lines.append("".join(f"{d:>2} " for d in w("weekday-short").split()).rstrip())
        for week in months.Calendar(0).monthdatescalendar(year, month):
            cells = [f"{d.day:>2}{_MARKS[kinds[d]]}" if d.month == month else "   " for d in week]
            lines.append("".join(cells).rstrip())
        return lines

    def _open(self, ground: Ground, on: date) -> str:
        """How a ground was open on a day; several words where the day of a change is not certain."""
        words = dict.fromkeys(e.open for e in ground.eras if e.lasts.contains(on))
        return " / ".join(self.words(f"open-{word}") for word in words) or self.words("open-unknown")

    def _more(self, kind: str, name: str) -> list[str]:
        """What else there is to say of a rule: whom it binds, who decides, how well it is known."""
        w, pack = self.words, self.pack
        match kind:
            case "clock":
                lines = paragraph(w(f"law-binds-{pack.clocks[name].bearer.value}"))
                running = [w.of(p.label) for p in pack.procedures if name in p.clocks]
                return lines + (paragraph(w("law-runs-in", procedures="; ".join(running))) if running else [])
            case "forum":
                to = next(f.to for f in pack.forums if f.id == name)
                return paragraph(w("law-decides", who=self._authorities((to,) if to else ())))
            case "competence":
                rule = next(c for c in pack.competences if c.id == name)
                said = "law-decides" if rule.known else "law-decides-perhaps"
                return paragraph(w(said, who=self._authorities(rule.authorities)))
            case "practice":
                practice = next(p for p in pack.practices if p.id == name)
                sure = w(f"confidence-{practice.confidence.value}")
                return paragraph(w("law-known", confidence=sure, source=practice.source))
            case _:
                return []

    def _authorities(self, ids: tuple[str, ...]) -> str:
        labels = [self.words.of(self.pack.authorities[a].label) for a in ids]
        return "; ".join(labels) or self.words("open-unknown")

    # --- one provision --------------------------------------------------------------------------------------

    def _provision(self, provision: Provision, on: date | None) -> list[str]:
        w = self.words
        lines = heading(f"{provision.id}: {w.of(provision.cite)}", "-")
        act = self.pack.acts.get(provision.act)
        if act is not None:
            lines += paragraph(w.of(act.cite))
        versions = list(provision.versions)
        if on is not None:
            one = provision.on(on)
            versions = [one] if one else []
            if one is None:
                lines += paragraph(w("law-not-in-force", day=w.day(on)))
        for version in versions:
            lines += ["", *self._version(version)]
        if provision.edition:
            lines += ["", *paragraph(w("law-edition", edition=provision.edition))]
        reviewed = provision.reviewer or w("law-nobody")
        lines += paragraph(w("law-checked", day=w.day(provision.checked), reviewer=reviewed))
        users = [f"{w(f'law-{kind}')} {id_}" for kind, id_ in self._used_by(provision.id)]
        if users:
            lines += paragraph(w("law-used", users=", ".join(users)))
        return lines

    def _version(self, version: Version) -> list[str]:
        w = self.words
        lines = paragraph(w("law-in-force", span=self._in_force(version), says=self._says(version)))
        if version.term is not None and version.regime:
            regime = self.pack.regimes[version.regime]
            lines += paragraph(w("law-counted", cite=w.of(regime.cite), says=w.of(regime.says)), indent=2)
            for reading in version.readings[1:] and version.readings:
                lines += paragraph(self._reading(reading.id, reading.position), indent=4, first="- ")
        confidence = w(f"confidence-{version.confidence.value}")
        lines += paragraph(w("law-known", confidence=confidence, source=version.source), indent=2)
        return lines

    def _reading(self, name: str, position: Text) -> str:
        try:
            told = self.words(f"reading-{name}")
        except KeyError:
            told = name
        return f"{told}: {self.words.of(position)}" if position else told

    def _in_force(self, version: Version) -> str:
        w, span = self.words, version.in_force
        start = "" if span.open_start else w("law-since", day=w.day(span.earliest))
        end = "" if span.open_end else w("law-until", day=w.day(span.latest))
        return ", ".join(filter(None, (start, end))) or w("law-always")

    def _says(self, version: Version | None) -> str:
        w = self.words
        if version is None:
            return w("law-nothing")
        term = self._term(version.term)
        return f"{w.of(version.says)} ({term})" if term else w.of(version.says)

    def _term(self, term: Term | None) -> str:
        return self.words.term(term) if term else ""

    # --- what rests on what ---------------------------------------------------------------------------------

    def _used_by(self, provision: str) -> Iterable[tuple[str, str]]:
        for kind, rules in self._rules.items():
            for id_ in rules:
                if provision in self._rests_on(kind, id_):
                    yield kind, id_

    def _rests_on(self, kind: str, name: str) -> tuple[str, ...]:
        pack = self.pack
        match kind:
            case "clock":
                clock = pack.clocks[name]
                longer = (clock.extension.provision,) if clock.extension else ()
                deemed = tuple(a.plus for a in clock.starts if a.plus)
                return tuple(dict.fromkeys((clock.provision, *longer, *deemed)))
            case "procedure":
                return next(p.provisions for p in pack.procedures if p.id == name)
            case "ground":
                return tuple(dict.fromkeys(e.provision for e in pack.grounds[name].eras))
            case "period":
                return (pack.periods[name].provision,)
            case "competence":
                return (next(c.provision for c in pack.competences if c.id == name),)
            case "forum":
                return (next(f.provision for f in pack.forums if f.id == name),)
            case "ladder":
                ladder = next(item for item in pack.ladders if item.id == name)
                return tuple(dict.fromkeys(s.provision for s in ladder.steps))
            case "breach":
                return pack.breaches[name].provisions
            case "remedy":
                return pack.remedies[name].provisions
            case "danger":
                return pack.dangers[name].provisions
            case "offence":
                return pack.offences[name].provisions
            case _:
                return ()

    def _alike(self, name: str) -> str:
        every = [*self.pack.provisions, *(id_ for rules in self._rules.values() for id_ in rules)]
        near = get_close_matches(name, every, n=3)
        near += [id_ for id_ in every if name and id_ not in near and (name in id_ or id_ in name)]
        if near:
            return f"did you mean {', '.join(near[:6])}?"
        return "raport law check lists what the pack holds; ids stand in raport assess --json"


def _rules(pack: Pack) -> Mapping[str, Mapping[str, tuple[Text, ...]]]:
    return {
        "regime": {r.id: (r.cite, r.says) for r in pack.regimes.values()},
        "period": {p.id: (p.label,) for p in pack.periods.values()},
        "clock": {c.id: (c.label,) for c in pack.clocks.values()},
        "procedure": {p.id: (p.label,) for p in pack.procedures},
        "breach": {b.id: (b.label, b.says) for b in pack.breaches.values()},
        "ground": {g.id: (g.label, g.proves) for g in pack.grounds.values()},
        "remedy": {r.id: (r.label, r.does) for r in pack.remedies.values()},
        "forum": {f.id: () for f in pack.forums},
        "competence": {c.id: () for c in pack.competences},
        "danger": {d.id: (d.label, d.says) for d in pack.dangers.values()},
        "ladder": {item.id: (item.label, item.says) for item in pack.ladders},
        "offence": {o.id: (o.label,) for o in pack.offences.values()},
        "practice": {p.id: (p.says,) for p in pack.practices},
        "question": {q.id: (q.asks, q.changes) for q in pack.questions.values()},
    }


def _years(pack: Pack) -> str:
    every = sorted({y for c in pack.calendars.values() for y in c.years})
    return f"{every[0]}\N{EN DASH}{every[-1]}" if every else "-"


def _days(year: int) -> Iterable[date]:
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += timedelta(days=1)
