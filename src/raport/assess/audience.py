"""What of an assessment one audience may be told."""

from dataclasses import replace

from raport.assess.model import (
    Assessment,
    Breach,
    Clock,
    Danger,
    FilingStatus,
    Offence,
    PracticeNote,
    Question,
    Remedy,
)
from raport.law import DESK, Audience

OF_FILINGS = frozenset(Audience) - {Audience.PUBLIC}
"""Who may be told where one man's request stands: the public is told nothing of it."""


def for_audience(a: Assessment, audience: Audience) -> Assessment:
    """The assessment with every conclusion left out that is not for this audience.

    Outside the desk nothing of ring 2 is left: not that a case is closed to all but an advocate, nor why; a
    conclusion names the law it rests on and none of the events or facts. The public is told nothing of what
    one man filed.
    """
    if audience in DESK:
        return replace(
            a,
            filings=tuple(_at_desk(f, audience) for f in a.filings),
            remedies=_for(a.remedies, audience),
            dangers=_for(a.dangers, audience),
            offences=_for(a.offences, audience),
            questions=_for(a.questions, audience),
            practice=_for(a.practice, audience),
        )
    return replace(
        a,
        advocate_only=False,
        advocate_because=(),
        with_account=False,
        filings=tuple(_outside(f, audience) for f in a.filings) if audience in OF_FILINGS else (),
        remedies=_without_events(_for(a.remedies, audience)),
        dangers=_without_events(_for(a.dangers, audience)),
        offences=tuple(_bare(o) for o in _without_events(_for(a.offences, audience))),
        questions=tuple(q._replace(events=()) for q in _for(a.questions, audience)),
        practice=_without_events(_for(a.practice, audience)),
    )


def _at_desk(f: FilingStatus, audience: Audience) -> FilingStatus:
    return replace(f, clocks=_for(f.clocks, audience), breaches=_for(f.breaches, audience))


def _outside(f: FilingStatus, audience: Audience) -> FilingStatus:
    f = _at_desk(f, audience)
    return replace(f, clocks=_without_events(f.clocks), breaches=_without_events(f.breaches), ground=None)


def _bare(o: Offence) -> Offence:
    return o._replace(elements=tuple(replace(e, events=()) for e in o.elements))


def _for[T: (Clock, Breach, Remedy, Danger, Offence, Question, PracticeNote)](
    many: tuple[T, ...], audience: Audience
) -> tuple[T, ...]:
    return tuple(one for one in many if audience in one.audience)


def _without_events[T: (Clock, Breach, Remedy, Danger, Offence, PracticeNote)](
    many: tuple[T, ...],
) -> tuple[T, ...]:
    return tuple(one._replace(because=one.because._replace(events=(), facts=())) for one in many)
