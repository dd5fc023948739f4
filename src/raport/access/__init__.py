"""Who may do what at a desk, and which consent lets something leave it. Pure: the shell asks, and obeys."""

from raport.access.rules import Action, Actor, Decision, Role, Standing, Thing, may

__all__ = ["Action", "Actor", "Decision", "Role", "Standing", "Thing", "may"]
