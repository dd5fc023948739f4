"""Why a case stands where it does in the docket: the gravest thing that its assessment says, and by when."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from raport.adapters.sentences import load_words
from raport.app.docket_rows import ADVOCATE_ONLY, ASK, DUE, OVERDUE, REST, UNDECIDED, URGENT, Row
from raport.app.laws import pack_of
from raport.assess import Assessment, Certainty, Clock, ClockState, Danger, Decision, FilingStatus, Question
from raport.casefile import CaseFile
from raport.law import Pack, Role, Text
from raport.prose import Telling, Words

SOON = 7
"""Days: what ends within them is due."""

LANGUAGES = ("ru", "en")

_HARM = (Role.HARMS, Role.ENDANGERS)
_SPEAKS = ("decide", "speak")


def row_of(a: Assessment, file: CaseFile) -> Row:
    """The docket's row of an assessment."""
    seen = _Seen(a, file, pack_of(a.jurisdiction), tuple(_closing(a)))
    row = Row(
        rank=REST,
        due=seen.soon[0].day.isoformat() if seen.soon else "",
        state=next((f.state for f in a.filings if f.state), ""),
        advocate_only=a.advocate_only,
        conduct=bool(a.advocate_because),
        undecided=sum(r.decision is Decision.UNDECIDED and r.leads for r in a.remedies),
        overdue=sum(b.certainty is Certainty.CERTAIN for f in a.filings for b in f.breaches),
        questions=len(a.questions),
    )
    for reason in (_danger, _advocate_only, _undecided, _over, _due, _asked):
        found = reason(seen, row)
        if found is not None:
            return found
    return replace(row, due=seen.later)


class _Ours(NamedTuple):
    """One of our own terms that runs: its last day, the filing, the rule; `maybe`: it may be over already."""

    day: date
    filing: str
    rule: str
    maybe: bool


@dataclass(frozen=True, slots=True)
class _Seen:
    """A case as it was assessed, and our own terms in it by their last day."""

    a: Assessment
    file: CaseFile
    pack: Pack
    closing: tuple[_Ours, ...]

    @property
    def soon(self) -> tuple[_Ours, ...]:
        """Those that end within some days."""
        last = self.a.on + timedelta(days=SOON)
        return tuple(c for c in self.closing if c.day <= last)

    @property
    def later(self) -> str:
        """The first of the last days, however far."""
        return self.closing[0].day.isoformat() if self.closing else ""

    def paper(self, filing: str) -> Text:
        """What a filing is called."""
        found: FilingStatus | None = next((f for f in self.a.filings if f.id == filing), None)
        option = None if found is None else self.pack.choices["filing-kind"].options.get(found.kind)
        return {} if option is None else dict(option.label)


# --- the reasons, the gravest first -----------------------------------------------------------------------


def _danger(seen: _Seen, row: Row) -> Row | None:
    """A danger that is certain and rests on something that harms or endangers him."""
    a, pack = seen.a, seen.pack
    events = (*seen.file.case.events, *seen.file.account.events)
    harmful = {e.id for e in events if pack.kinds[e.kind].role in _HARM}
    for one in a.dangers:
        certain = not one.leads and one.certainty is Certainty.CERTAIN
        if certain and harmful.intersection(one.because.events):
            return replace(row, rank=URGENT, why=one.id, of=one.filing, what=_label_of_danger(one, pack))
    return None


def _advocate_only(seen: _Seen, row: Row) -> Row | None:
    """Nothing may be done in it but by an advocate."""
    return replace(row, rank=URGENT, why=ADVOCATE_ONLY) if seen.a.advocate_only else None


def _undecided(seen: _Seen, row: Row) -> Row | None:
    """A step that is open to him and that he has not decided on."""
    for step in seen.a.remedies:
        if step.leads and step.decision is Decision.UNDECIDED:
            label = dict(seen.pack.remedies[step.id].label)
            paper = seen.paper(step.filing)
            return replace(row, rank=UNDECIDED, why=step.id, of=step.filing, what=label, paper=paper)
    return None


def _over(seen: _Seen, row: Row) -> Row | None:
    """A term of theirs that certainly ended, the first of them, and in which we have seen nothing."""
    over = [(c, f) for f in seen.a.filings for c in f.clocks if _is_over(c)]
    if not over:
        return None
    clock, filing = min(over, key=lambda o: _end_of(o[0]))
    return replace(
        row,
        rank=OVERDUE,
        why=clock.rule,
        of=filing.id,
        over=_end_of(clock).isoformat(),
        what=dict(seen.pack.clocks[clock.rule].label),
        paper=seen.paper(filing.id),
    )


def _due(seen: _Seen, row: Row) -> Row | None:
    """A term of ours that ends within some days."""
    if not seen.soon:
        return None
    ours = seen.soon[0]
    return replace(
        row,
        rank=DUE,
        why=ours.rule,
        of=ours.filing,
        maybe_over=ours.maybe,
        what=dict(seen.pack.clocks[ours.rule].label),
        paper=seen.paper(ours.filing),
    )


def _asked(seen: _Seen, row: Row) -> Row | None:
    """The question whose answer would change most."""
    if not seen.a.questions:
        return None
    first = seen.a.questions[0]
    return replace(
        row,
        rank=ASK,
        why=first.id,
        of=first.of,
        due=seen.later,
        what=_words_of(first, seen),
        whom=_whom(seen.file, seen.pack),
    )


# --- what they look at ------------------------------------------------------------------------------------


def _closing(a: Assessment) -> list[_Ours]:
    """Our own terms that run, or may still run, by the last day to come: the strictest that is not past."""
    found = []
    for filing, clock in ((f, c) for f in a.filings for c in f.clocks):
        leading = clock.leading
        if not clock.bearer.is_us or ClockState.RUNNING not in clock.states or leading is None:
            continue
        due = leading.due
        if due is None or due.open_end or due.latest < a.on:
            continue
        maybe = due.earliest < a.on
        found.append(_Ours(due.latest if maybe else due.earliest, filing.id, clock.rule, maybe))
    return sorted(found)


def _is_over(clock: Clock) -> bool:
    over = clock.state is ClockState.OVERDUE and clock.certainty is Certainty.CERTAIN
    return over and not clock.bearer.is_us


def _end_of(clock: Clock) -> date:
    leading = clock.leading
    return date.max if leading is None or leading.due is None else leading.due.latest


def _label_of_danger(danger: Danger, pack: Pack) -> Text:
    if danger.id in pack.dangers:
        return dict(pack.dangers[danger.id].label)
    return next((dict(ladder.label) for ladder in pack.ladders if ladder.id == danger.id), {})


def _words_of(question: Question, seen: _Seen) -> Text:
    return {lang: Telling(seen.pack, _words(lang), seen.file).question(question) for lang in LANGUAGES}


@cache
def _words(lang: str) -> Words:
    return load_words(lang)


def _whom(file: CaseFile, pack: Pack) -> Text:
    """Who may speak for him by the record, where somebody else may; by the pack's words."""
    roles = pack.choices.get("role")
    speaks = [p for p in file.case.people if p.may in _SPEAKS]
    if roles is None or not speaks or speaks[0].role not in roles.options:
        return {}
    return dict(roles.options[speaks[0].role].label)
