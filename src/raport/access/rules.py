"""May this member do this to that file?

Logins on one desk separate duties, not secrets (DESIGN 8): whoever holds the passphrase holds all that is
in the
vault. What separates secrets is which keys were granted to which desk.
"""

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a member is here for."""

    CASEWORKER = "caseworker"
    COORDINATOR = "coordinator"
    EDITOR = "editor"


class Standing(Enum):
    """Whether the law protects what a member is told."""

    ADVOCATE = "advocate"
    LAW_DEGREE = "law-degree"
    NONE = "none"


class Action(Enum):
    """What views and use cases do. Each view names one."""

    SEE_LISTS = "see-lists"  # inbox, docket, search: rows, no narratives
    READ = "read"  # a file with its account
    RECORD = "record"  # add to a file
    ANSWER = "answer"  # answer an enquiry, promise, set a status
    TAKE_OVER = "take-over"  # take an advocate-only case as its advocate
    EXPORT = "export"  # anything that leaves the desk
    IMPORT = "import"  # spreadsheets and files of others
    OPEN_STOPPED = "open-stopped"  # an exhibit under the secrecy stop
    KEEP_HOUSE = "keep-house"  # members, duties, retention, keys


@dataclass(frozen=True, slots=True)
class Actor:
    """A member who does something."""

    id: str
    role: Role
    standing: Standing


@dataclass(frozen=True, slots=True)
class Thing:
    """What it is done to; nothing where it is no file. `trusted`: the two who may open a stopped exhibit."""

    advocate_only: bool = False
    advocate: str = ""
    trusted: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes or no, and why not: an id of a sentence."""

    allowed: bool
    why: str = ""


_YES = Decision(allowed=True)

_MAY = {
    Role.CASEWORKER: frozenset(Action) - {Action.KEEP_HOUSE},
    Role.COORDINATOR: frozenset(Action),
    Role.EDITOR: frozenset({Action.SEE_LISTS}),
}


def may(actor: Actor, action: Action, thing: Thing | None = None) -> Decision:
    """The decision, with its reason where it is no.

    An advocate-only case: nothing leaves until an advocate has it, and then he alone lets things leave
    (DESIGN 0.5). What comes in is still recorded.
    """
    if action not in _MAY[actor.role]:
        return Decision(allowed=False, why="not-of-this-role")
    if thing is None:
        return _YES
    if action is Action.TAKE_OVER and actor.standing is not Standing.ADVOCATE:
        return Decision(allowed=False, why="advocates-only")
    if action is Action.OPEN_STOPPED and actor.id not in thing.trusted:
        return Decision(allowed=False, why="secrecy-stop")
    if action is Action.EXPORT and thing.advocate_only and actor.id != thing.advocate:
        return Decision(allowed=False, why="advocate-only-case")
    return _YES
