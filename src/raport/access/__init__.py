"""Who may do what at a desk, and which consent lets something leave it. Pure: the shell asks, and obeys."""

from raport.access.consent import APPLICANT, Agreed, Given, agreed
from raport.access.exporters import EXPORTERS, Consents, Exporter, may_leave
from raport.access.rules import Action, Actor, Decision, Role, Standing, Thing, may

__all__ = [
    "APPLICANT",
    "EXPORTERS",
    "Action",
    "Actor",
    "Agreed",
    "Consents",
    "Decision",
    "Exporter",
    "Given",
    "Role",
    "Standing",
    "Thing",
    "agreed",
    "may",
    "may_leave",
]
