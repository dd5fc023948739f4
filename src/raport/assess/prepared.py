"""A pack made ready to be asked: conditions compiled, groups spelled out, clocks in order.

Preparing belongs to the law, not to a case: one `Law` serves any number of assessments and keeps nothing
of them.
"""

from dataclasses import dataclass

from raport.assess.clocks import Cites, PreparedClock, cites_of, prepare_clocks
from raport.assess.needs import asked_where_possible, asks_clocks
from raport.assess.place import Asking
from raport.assess.selecting import Authorities, Meant
from raport.law import (
    BreachRule,
    Condition,
    DangerRule,
    Forum,
    Ladder,
    OffenceRule,
    Pack,
    Practice,
    Procedure,
    QuestionRule,
    RemedyRule,
)

REPRISAL = "reprisal"
"""The topic of practice that says how a remedy was answered."""


@dataclass(frozen=True, slots=True)
class Law:
    """The law of one jurisdiction, ready for `assess`."""

    pack: Pack
    found: Authorities
    procedures: tuple[tuple[Procedure, Asking], ...]
    clocks: dict[str, PreparedClock]
    breaches: tuple[tuple[BreachRule, Asking], ...]
    breaches_ask_clocks: bool
    offences: tuple[tuple[OffenceRule, Asking, tuple[tuple[str, Asking], ...]], ...]
    dangers: tuple[tuple[DangerRule, Asking], ...]
    ladders: tuple[tuple[Ladder, Asking | None, Meant, tuple[Asking | None, ...]], ...]
    remedies: tuple[tuple[RemedyRule, Asking, Asking | None], ...]
    forums: tuple[tuple[Forum, Asking], ...]
    practices: tuple[tuple[Practice, Asking | None], ...]
    reprisals: dict[str, tuple[tuple[Practice, Asking | None], ...]]  # by remedy
    questions: tuple[tuple[QuestionRule, Asking], ...]
    cites: Cites


def prepare(pack: Pack) -> Law:
    """Compile every condition of the pack once."""

    def asking(condition: Condition) -> Asking:
        return asked_where_possible(condition, pack)

    def maybe(condition: Condition | None) -> Asking | None:
        return None if condition is None else asking(condition)

    found = Authorities(pack)
    cites = cites_of(pack)
    practices = tuple((p, maybe(p.when)) for p in pack.practices)
    return Law(
        pack=pack,
        found=found,
        procedures=tuple((p, asking(p.when)) for p in pack.procedures),
        clocks=prepare_clocks(pack, cites),
        breaches=tuple((b, asking(b.when)) for b in pack.breaches.values() if b.when is not None),
        breaches_ask_clocks=any(asks_clocks(b.when) for b in pack.breaches.values()),
        offences=tuple(
            (o, asking(o.when), tuple((e.id, asking(e.when)) for e in o.elements))
            for o in pack.offences.values()
        ),
        dangers=tuple((d, asking(d.when)) for d in pack.dangers.values() if d.when is not None),
        ladders=tuple(
            (
                ladder,
                maybe(ladder.when),
                Meant.by(ladder.event, found),
                tuple(maybe(s.when) for s in ladder.steps),
            )
            for ladder in pack.ladders
        ),
        remedies=tuple((r, asking(r.when), maybe(r.leads)) for r in pack.remedies.values()),
        forums=tuple((f, asking(f.when)) for f in pack.forums),
        practices=practices,
        reprisals={
            name: tuple(p for p in practices if p[0].topic == REPRISAL and name in p[0].remedies)
            for name in pack.remedies
        },
        questions=tuple((q, asking(q.when)) for q in pack.questions.values()),
        cites=cites,
    )
