"""An assessment as a tree of plain values, for JSON: `docs/formats/assessment.md` is its written form."""

from collections.abc import Iterable

from raport.assess.audience import OF_FILINGS
from raport.assess.model import (
    About,
    Assessment,
    Because,
    Breach,
    Change,
    Cited,
    Clock,
    Danger,
    FilingStatus,
    Offence,
    PracticeNote,
    Question,
    Remedy,
)
from raport.dates import Span
from raport.law import DESK, Audience, Pack

type Tree = dict[str, object]


def write_assessment(a: Assessment, pack: Pack) -> Tree:
    """The whole assessment: every conclusion with its reasons, its confidence and its audience."""
    return {
        "raport": 1,
        "case": a.case,
        "on": a.on.isoformat(),
        "law": {
            "jurisdiction": a.jurisdiction,
            "release": pack.release,
            "checked": a.law_checked.isoformat(),
            "known": a.law_known.isoformat() if a.law_known else None,
        },
        "as-of": a.as_of.isoformat() if a.as_of else None,
        "comparison": a.comparison or None,
        "notice": dict(a.notice),
        "with-account": a.with_account,
        "advocate-only": a.advocate_only,
        "advocate-because": [{"event": e} for e in a.advocate_because],
        "filings": [_filing(f) for f in a.filings],
        "remedies": [_remedy(r, pack) for r in a.remedies],
        "dangers": [_danger(d) for d in a.dangers],
        "offences": [_offence(o, pack) for o in a.offences],
        "questions": [_question(q, a) for q in a.questions],
        "practice": [_practice(p, pack) for p in a.practice],
    }


def _span(span: Span) -> Tree:
    """The first and last possible day; null where that end is not known."""
    return {
        "earliest": None if span.open_start else span.earliest.isoformat(),
        "latest": None if span.open_end else span.latest.isoformat(),
    }


def _audience(audience: Iterable[Audience]) -> list[str]:
    return sorted(a.value for a in audience)


def _because(because: Because) -> list[Tree]:
    events: list[Tree] = [{"event": e} for e in because.events]
    facts: list[Tree] = [{"fact": f} for f in because.facts]
    return events + facts + [_cited(c) for c in because.provisions]


def _cited(c: Cited) -> Tree:
    """A provision in the version that took effect on `version`; null: it always was."""
    return {
        "provision": c.provision,
        "version": None if c.version.year == 1 else c.version.isoformat(),
        "confidence": c.confidence.value,
    }


def _filing(f: FilingStatus) -> Tree:
    return {
        "id": f.id,
        "kind": f.kind,
        "state": f.state or None,
        "state-event": f.state_event or None,
        "certainty": f.certainty.value,
        "filed": _span(f.filed),
        "procedures": list(f.procedures),
        "ground": None
        if f.ground is None
        else {
            "id": f.ground.ground,
            "filed": list(f.ground.filed),
            "today": list(f.ground.today),
            "because": _because(f.ground.because),
            "audience": _audience(DESK),
        },
        "clocks": [_clock(c) for c in f.clocks],
        "breaches": [_breach(b) for b in f.breaches],
        "because": [{"event": f.state_event}] if f.state_event else [],
        "audience": _audience(OF_FILINGS),
    }


def _clock(c: Clock) -> Tree:
    return {
        "id": c.id,
        "rule": c.rule,
        "provision": c.provision,
        "bearer": c.bearer.value,
        "start": _span(c.start),
        "deemed": c.deemed,
        "due": [
            {
                "reading": d.reading,
                **(_span(d.due) if d.due is not None else {"earliest": None, "latest": None}),
                "unrolled": _span(d.unrolled),
                "unlimited": d.due is not None and d.due.earliest == d.due.latest and d.due.open_end,
                "states": [s.value for s in d.states],
            }
            for d in c.dues
        ],
        "state": c.state.value,
        "states": [s.value for s in c.states],
        "certainty": c.certainty.value,
        "confidence": c.law.value,
        "contested": c.contested,
        "proof": c.proof.value,
        "extended": c.extended.value if c.extended else None,
        "paused": None if c.paused is None else {"least": c.paused[0], "most": c.paused[1]},
        "because": _because(c.because),
        "audience": _audience(c.audience),
    }


def _breach(b: Breach) -> Tree:
    return {
        "id": b.id,
        "provision": b.provisions[0].provision,
        "clock": b.clock or None,
        "events": list(b.because.events),
        "certainty": b.certainty.value,
        "confidence": b.law.value,
        "proof": b.proof.value,
        "because": _because(b.because),
        "audience": _audience(b.audience),
    }


def _remedy(r: Remedy, pack: Pack) -> Tree:
    rule = pack.remedies[r.id]
    return {
        "id": r.id,
        "filing": r.filing or None,
        "by": list(rule.by),
        "to": list(r.to),
        "letter": rule.letter or None,
        "until": None if r.until is None else {**_span(r.until), "clock": r.until_clock},
        "exposes": list(rule.exposes),
        "retaliation": list(r.retaliation),
        "reversible": rule.reversible,
        "wait": dict(rule.wait),
        "waits": rule.waits,
        "leads": r.leads,
        "decided": r.decision.value,
        "certainty": r.certainty.value,
        "confidence": r.law.value,
        "because": _because(r.because),
        "audience": _audience(r.audience),
    }


def _danger(d: Danger) -> Tree:
    return {
        "id": d.id,
        "filing": d.filing or None,
        "leads": d.leads,
        "certainty": d.certainty.value,
        "confidence": d.law.value,
        "steps": [{"id": s.id, "reached": s.reached.value, **_cited(s.cited)} for s in d.steps],
        "because": _because(d.because),
        "audience": _audience(d.audience),
    }


def _offence(o: Offence, pack: Pack) -> Tree:
    rule = pack.offences[o.id]
    return {
        "id": o.id,
        "certainty": o.certainty.value,
        "elements": [{"id": e.id, "met": e.met.value, "events": list(e.events)} for e in o.elements],
        "report-to": list(rule.report_to),
        "not-to": list(rule.not_to),
        "confidence": o.law.value,
        "proof": o.proof.value,
        "because": _because(o.because),
        "audience": _audience(o.audience),
    }


def _question(q: Question, a: Assessment) -> Tree:
    return {
        "id": q.id,
        "about": q.about.value,
        "of": q.of or None,
        "name": q.name or None,
        "weight": q.weight,
        "changes": [
            {
                "answer": c.answer or None,
                "what": c.what,
                "conclusion": c.conclusion,
                "filing": c.filing or None,
                "becomes": c.becomes or None,
            }
            for c in q.changes
        ],
        "because": _because(_why_asked(q, a)),
        "audience": _audience(q.audience),
    }


def _why_asked(q: Question, a: Assessment) -> Because:
    """The event that is asked about, or those for which the pack asks, and the law of all that an answer
    would change.
    """
    of_event = (q.of,) if q.about in (About.DAY, About.FIELD, About.HAPPENED, About.PAPER) else q.events
    provisions = dict.fromkeys(c for change in q.changes for c in _would_change(change, a))
    return Because(of_event, tuple(provisions))


def _would_change(change: Change, a: Assessment) -> tuple[Cited, ...]:
    """The provisions of the conclusion that an answer would change; none where it is not told at all."""
    filing = next((f for f in a.filings if f.id == change.filing), None)
    told: Iterable[Clock | Breach | Remedy | Danger | Offence]
    match change.what:
        case "clock":
            clocks = () if filing is None else filing.clocks
            return next((c.because.provisions for c in clocks if c.rule == change.conclusion), ())
        case "breach":
            told = () if filing is None else filing.breaches
        case "remedy":
            told = a.remedies
        case "danger":
            told = a.dangers
        case _:
            told = a.offences
    return next((one.because.provisions for one in told if one.id == change.conclusion), ())


def _practice(p: PracticeNote, pack: Pack) -> Tree:
    rule = next(r for r in pack.practices if r.id == p.id)
    return {
        "id": p.id,
        "filing": p.filing or None,
        "topic": rule.topic,
        "certainty": p.certainty.value,
        "confidence": rule.confidence.value,
        "source": rule.source,
        "because": _because(p.because),
        "audience": _audience(p.audience),
    }
