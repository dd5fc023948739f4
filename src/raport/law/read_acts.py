"""Acts, provisions with their versions, ways of counting, calendars, periods."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from raport.dates import (
    Calendar,
    CalendarError,
    Counting,
    DateError,
    Decreed,
    FirstDay,
    MonthEnd,
    Roll,
    Span,
    Term,
    Unit,
    read_calendar,
    read_span,
)
from raport.documents import Document, Fields, Problems
from raport.documents.fields import listed, near
from raport.law.model import Act, Confidence, Period, Provision, Reading, Regime, Version, last_day
from raport.law.read_words import read_audience, read_text
from raport.law.words import Names

_CONFIDENCES = tuple(c.value for c in Confidence)
_FAR = date(1, 1, 1)


def read_span_at(fields: Fields, key: str) -> Span | None:
    """A day of the file's own date type or an EDTF text; None where it is not given."""
    value = fields.raw(key)
    if value is None:
        return None
    if isinstance(value, datetime):
        fields.wrong(key, f"a day for `{key}`", value.isoformat(), "a day has no time of day")
        return None
    if isinstance(value, date):
        return Span.on(value)
    try:
        return read_span(str(value))
    except DateError as error:
        fields.wrong(key, error.problem.expected, error.problem.found, error.problem.help)
        return None


def read_confidence(fields: Fields, key: str = "confidence", default: str | None = None) -> Confidence:
    """How well something is known."""
    return Confidence(fields.word(key, _CONFIDENCES, default))


def read_checked(fields: Fields, what: str) -> date:
    """The needed day `checked`: the one on which `what`. A mistake is noted; then the first of all days."""
    value = fields.day("checked")
    if value is None:
        if fields.values.get("checked") is None:
            fields.wrong("checked", f"the day on which {what}", help_="write checked = 2026-11-22")
        return _FAR
    return value


# --- calendars and ways of counting -----------------------------------------------------------------------


def read_calendars(documents: Sequence[Document], problems: Problems) -> dict[str, Calendar]:
    """One calendar for each name, from the files of its years."""
    by_name: dict[str, list[Document]] = {}
    for document in documents:
        top = Fields(document, (), document.values, problems)
        name = top.text("calendar")
        top.raw("year")
        top.text("source")
        read_confidence(top)
        read = top.day("decree-read")
        if top.text("decree", "") and read is None:
            top.wrong(
                "decree",
                "no number of a decree that nobody has read",
                help_="leave it empty, or give `decree-read`",
            )
        top.day("checked")
        for days in ("off", "moved-off", "working-weekend", "shortened", "decreed"):
            top.raw(days)
        top.done()
        by_name.setdefault(name, []).append(document)
    calendars = {}
    for name, many in by_name.items():
        good = [d for d in many if _read_calendar([d], problems) is not None]
        # A calendar that is wrong is there all the same: no rule that names it is to blame.
        calendars[name] = (_read_calendar(good, problems) if good else None) or Calendar(name, {})
    return calendars


def _read_calendar(documents: Sequence[Document], problems: Problems) -> Calendar | None:
    """The calendar of these years; None where it is wrong, and that is noted."""
    try:
        return read_calendar([d.values for d in documents])
    except CalendarError as error:
        problem = error.problem
        where = documents[error.table]
        problems.add(where, (error.key,), problem.expected, problem.found, problem.help)
        return None


def read_regimes(
    rows: Iterable[Fields], calendars: Mapping[str, Calendar], languages: Sequence[str]
) -> dict[str, Regime]:
    """The ways of counting, each with its readings."""
    regimes = {}
    for row in rows:
        name = row.text("id")
        calendar = _calendar(row, calendars)
        base = _counting(row, Counting(calendar=calendar))
        confidence = read_confidence(row)
        readings = tuple(_reading(r, base, confidence, languages) for r in row.tables("reading"))
        if not readings:
            row.wrong("reading", "at least one [[regime.reading]]")
        regimes[name] = Regime(
            id=name,
            cite=read_text(row, "cite", languages),
            says=read_text(row, "says", languages),
            source=row.text("source"),
            confidence=confidence,
            readings=readings,
        )
        row.words("research")
        row.day("checked")
        row.done()
    return regimes


def _calendar(row: Fields, calendars: Mapping[str, Calendar]) -> Calendar | None:
    name = row.text("calendar", "")
    if name and name not in calendars:
        row.wrong(
            "calendar", f"a calendar of the pack: {listed(calendars)}", repr(name), near(name, calendars)
        )
    return calendars.get(name)


def _counting(row: Fields, base: Counting) -> Counting:
    counting = Counting(
        first_day=FirstDay(row.word("first-day", [f.value for f in FirstDay], base.first_day.value)),
        roll=Roll(row.word("roll", [r.value for r in Roll], base.roll.value)),
        decreed=Decreed(row.word("decreed", [d.value for d in Decreed], base.decreed.value)),
        month_end=MonthEnd(row.word("month-end", [m.value for m in MonthEnd], base.month_end.value)),
        calendar=base.calendar,
    )
    if (
        row.has("roll")
        and counting.roll is not Roll.NONE
        and counting.calendar is None
        and not row.has("calendar")
    ):
        row.wrong("roll", "a `calendar` for a term that rolls")
    return counting


def _reading(row: Fields, base: Counting, confidence: Confidence, languages: Sequence[str]) -> Reading:
    reading = Reading(
        id=row.text("id"),
        counting=_counting(row, base),
        position=read_text(row, "position", languages, needed=False),
        confidence=Confidence.lowest(confidence, read_confidence(row, default=confidence.value)),
        unlimited=row.flag("unlimited"),
    )
    row.text("source", "")
    row.done()
    return reading


# --- acts -------------------------------------------------------------------------------------------------


def read_acts(
    heads: Iterable[Fields], rows: Iterable[Fields], regimes: Mapping[str, Regime], languages: Sequence[str]
) -> tuple[dict[str, Act], dict[str, Provision]]:
    """The acts, and the provisions of each file belonging to the act at its head."""
    acts: dict[str, Act] = {}
    of_file: dict[str, str] = {}
    for head in heads:
        act = Act(head.text("id"), read_text(head, "cite", languages))
        if act.id in acts:
            head.wrong("id", "each act once", repr(act.id))
        for optional in ("source", "edition", "note"):
            head.text(optional, "")
        head.done()
        acts[act.id] = act
        of_file[head.document.name] = act.id
    provisions = {}
    for row in rows:
        act_id = of_file.get(row.document.name)
        if act_id is None:
            row.wrong("id", "an [act] at the head of the file whose provisions these are", "none")
        provision = _provision(row, act_id or "", regimes, languages)
        provisions[provision.id] = provision
    for row in rows:
        for name in row.words("touches"):
            if name not in provisions:
                row.wrong("touches", "the id of a provision", repr(name), near(name, provisions))
    return acts, provisions


def _provision(row: Fields, act: str, regimes: Mapping[str, Regime], languages: Sequence[str]) -> Provision:
    confidence = read_confidence(row)
    says = read_text(row, "says", languages)
    source = row.text("source")
    checked = read_checked(row, "it was last compared with its source")
    known = row.day("known") or checked
    provision = Provision(
        id=row.text("id"),
        act=act,
        cite=read_text(row, "cite", languages),
        versions=_versions(row, _Base(confidence, says, source, known), regimes, languages),
        edition=row.text("edition", ""),
        checked=checked,
        reviewer=row.text("reviewer", ""),
        audience=read_audience(row),
        research=row.words("research"),
        touches=row.words("touches"),
    )
    row.done()
    return provision


class _Base:
    """What a provision says of all its versions."""

    def __init__(self, confidence: Confidence, says: Mapping[str, str], source: str, known: date) -> None:
        self.confidence = confidence
        self.says = says
        self.source = source
        self.known = known


def _versions(
    row: Fields, base: _Base, regimes: Mapping[str, Regime], languages: Sequence[str]
) -> tuple[Version, ...]:
    rows = row.tables("version")
    if not rows:
        row.wrong("version", "at least one [[provision.version]]")
    read = [read_span_at(r, "from") for r in rows]
    starts = [start or Span.on(date.min) for start in read]
    ends = [read_span_at(r, "to") for r in rows]
    versions = []
    for n, version in enumerate(rows):
        start, end = starts[n], ends[n]
        unread = version.has("from") and read[n] is None  # told already
        if n and start.earliest <= starts[n - 1].earliest and not unread:
            help_ = "" if version.has("from") else "give each version but the first its `from`"
            version.wrong("from", "versions in the order of the day they take effect", help_=help_)
        following = starts[n + 1] if n + 1 < len(rows) else None
        place = _Place(start, None if end is None else end.latest, following)
        _check_end(version, place)
        versions.append(_version(version, place, base, regimes, languages))
    return tuple(versions)


class _Place(NamedTuple):
    """Where a version stands among the others."""

    starts: Span
    until: date | None
    following: Span | None

    @property
    def in_force(self) -> Span:
        """From the first day it may have been in force to the last; versions with uncertain ends overlap."""
        first = self.starts.earliest
        return Span(first, max(first, last_day(self.until, self.following)))


def _check_end(row: Fields, place: _Place) -> None:
    """An end of its own is after the start and before the next version's."""
    if place.until is None:
        return
    if place.following is not None and place.until >= place.following.latest:
        row.wrong("to", "an end before the next version begins")
    if place.until < place.starts.earliest:
        row.wrong("to", "a version that ends after it begins")


def _version(
    row: Fields, place: _Place, base: _Base, regimes: Mapping[str, Regime], languages: Sequence[str]
) -> Version:
    confidence = read_confidence(row, default=base.confidence.value)
    confidence = Confidence.lowest(
        confidence, read_confidence(row, "from-confidence", default=confidence.value)
    )
    term = _term(row)
    name = row.text("regime", "")
    regime = regimes.get(name)
    if name and regime is None:
        row.wrong("regime", f"a regime of the pack: {listed(regimes)}", repr(name), near(name, regimes))
    if term is not None and not name:
        row.wrong("regime", "the `regime` by which the term is counted")
    readings = _version_readings(row, regime, confidence, languages)
    if term is not None and regime is not None and readings:
        confidence = Confidence.lowest(
            confidence, max((r.confidence for r in readings), key=lambda c: -c.rank)
        )
        _check_calendar(row, term, readings)
    version = Version(
        in_force=place.in_force,
        starts=place.starts,
        until=place.until,
        term=term,
        regime=name,
        readings=readings,
        says=read_text(row, "says", languages, needed=False) or base.says,
        source=row.text("source", base.source),
        confidence=confidence,
        known=row.day("known") or base.known,
        contested=row.flag("contested"),
    )
    row.text("edition", "")
    row.text("note", "")
    row.done()
    return version


def _version_readings(
    row: Fields, regime: Regime | None, confidence: Confidence, languages: Sequence[str]
) -> tuple[Reading, ...]:
    own = row.tables("reading")
    if not own:
        return regime.readings if regime is not None else ()
    base = regime.readings[0].counting if regime is not None and regime.readings else Counting()
    return tuple(_reading(r, base, confidence, languages) for r in own)


def _check_calendar(row: Fields, term: Term, readings: Iterable[Reading]) -> None:
    if term.unit is Unit.WORKING_DAY and any(r.counting.calendar is None for r in readings):
        row.wrong("term", "a regime with a `calendar` for a term in working days")


def _term(row: Fields) -> Term | None:
    table = row.table("term")
    if table is None:
        return None
    count = table.number("count")
    unit = Unit(table.word("unit", [u.value for u in Unit]))
    table.done()
    if count < 1:
        table.wrong("count", "a count of at least 1")
        return None
    return Term(count, unit)


def read_periods(rows: Iterable[Fields], names: Names, languages: Sequence[str]) -> dict[str, Period]:
    """States of the country or of the law."""
    periods = {}
    for row in rows:
        start = read_span_at(row, "from") or Span.on(date.min)
        end = read_span_at(row, "to") or Span.on(date.max)
        if end.latest < start.earliest:
            row.wrong("to", "a period that ends after it begins")
            end = start
        certain = start.latest <= end.earliest
        provision = row.text("provision")
        names.refer(row, "provision", "provision", provision)
        period = Period(
            id=row.text("id"),
            label=read_text(row, "label", languages),
            lasts=Span(start.earliest, end.latest),
            surely=Span(start.latest, end.earliest) if certain else None,
            provision=provision,
            confidence=read_confidence(row),
        )
        for optional in ("source", "note"):
            row.text(optional, "")
        read_text(row, "says", languages, needed=False)
        row.day("checked")
        row.words("research")
        row.done()
        periods[period.id] = period
    return periods
