"""The registry: everything by which something can leave a desk, and what it takes to let it leave.

What is not in the registry has no way out: the door (`raport.app.leaving`) takes exporters by their ids.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from raport.access.consent import Agreed, Given, agreed
from raport.access.rules import Action, Actor, Decision, Thing, may

GROUP, ADVOCATE = "group", "advocate"
"""Audiences that are no organisation of the pack: those who work here, and the advocate he is handed to."""

CASEWORK, LETTERS, HAND_OVER, PUBLICATION = "casework", "letters", "hand-over", "publication"
USES = (CASEWORK, LETTERS, HAND_OVER, PUBLICATION)

GRAVE = frozenset(("undesirable", "extremist", "terrorist"))
"""Contact with an audience of such a standing can itself be an offence."""

MEMBERS_TO_TURN_ON = 2
"""So many turn an audience of grave standing on for a case, or nothing of it goes there."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """One way out: which rings leave by it, for what use, to whom. `papers`: exhibits leave too."""

    id: str
    rings: frozenset[int]
    use: str
    audience: str
    papers: bool = False


EXPORTERS: Mapping[str, Exporter] = MappingProxyType(
    {
        e.id: e
        for e in (
            Exporter("case-file", frozenset((1, 2, 3)), CASEWORK, GROUP),
            Exporter("docket", frozenset((2, 3)), CASEWORK, GROUP),
            Exporter("calendar", frozenset((3,)), CASEWORK, GROUP),
            Exporter("letter", frozenset((1, 2, 3)), LETTERS, GROUP),
            Exporter("hand-over", frozenset((1, 2, 3)), HAND_OVER, ADVOCATE, papers=True),
        )
    }
)


@dataclass(frozen=True, slots=True)
class Consents:
    """All that is known of one file's consents. `deciders`: persons of the file who may decide for him.
    `turned_on`: members who let it go to this audience as it stands today.
    """

    history: tuple[Given, ...] = ()
    deciders: frozenset[str] = frozenset()
    turned_on: frozenset[str] = frozenset()


def may_leave(
    exporter: Exporter,
    actor: Actor,
    thing: Thing,
    consents: Consents,
    standing: str,
    on: date,
    stopped: Iterable[str] = (),
) -> Decision:
    """Whether this may leave now; where not, why: the id of a sentence.

    `standing`: of the exporter's audience on the day. `stopped`: what is under the secrecy stop and would
    leave with it.
    """
    by_role = may(actor, Action.EXPORT, thing)
    if not by_role.allowed:
        return by_role
    if any(True for _ in stopped):
        return Decision(allowed=False, why="secrecy-stop")
    state = agreed(consents.history, exporter.use, exporter.audience, standing, consents.deciders, on)
    if state is not Agreed.GIVEN:
        return Decision(allowed=False, why=f"consent-{state.value}")
    if standing in GRAVE and len(consents.turned_on) < MEMBERS_TO_TURN_ON:
        return Decision(allowed=False, why="audience-off")
    return Decision(allowed=True)
