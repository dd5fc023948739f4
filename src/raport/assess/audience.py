"""What of an assessment one audience may be told."""

from dataclasses import replace

from raport.assess.model import Assessment, FilingStatus
from raport.law import DESK, Audience


def for_audience(a: Assessment, audience: Audience) -> Assessment:
    """The assessment with every conclusion left out that is not for this audience.

    Outside the desk nothing of ring 2 is left: not that a case is closed to all but an advocate, nor why. The
    public is told nothing of what one man filed.
    """
    at_desk = audience in DESK
    return replace(
        a,
        advocate_only=a.advocate_only and at_desk,
        advocate_because=a.advocate_because if at_desk else (),
        with_account=a.with_account and at_desk,
        filings=()
        if audience is Audience.PUBLIC
        else tuple(_filing(f, audience, at_desk=at_desk) for f in a.filings),
        remedies=tuple(r for r in a.remedies if audience in r.audience),
        dangers=tuple(d for d in a.dangers if audience in d.audience),
        offences=tuple(o for o in a.offences if audience in o.audience),
        questions=tuple(q for q in a.questions if audience in q.audience),
        practice=tuple(p for p in a.practice if audience in p.audience),
    )


def _filing(f: FilingStatus, audience: Audience, *, at_desk: bool) -> FilingStatus:
    return replace(
        f,
        clocks=tuple(c for c in f.clocks if audience in c.audience),
        breaches=tuple(b for b in f.breaches if audience in b.audience),
        ground=f.ground if at_desk else None,
    )
