"""The letters of a pack as values: text skeletons, and the words with which they are filled.

No letter stands here, only what it is made of; `raport.drafting` makes it. `docs/formats/letter.md` is the
written form.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

type Said = Mapping[str, str]
"""One sentence in the languages of the pack."""


class Form(Enum):
    """What a letter can be given out as. The first two and the sheet of facts every letter has."""

    DOCX = "docx"
    PDF = "pdf"
    SHEET = "sheet"
    HAND = "hand"
    TELEGRAM = "telegram"
    PHONE = "phone"


ALWAYS = frozenset((Form.DOCX, Form.PDF, Form.SHEET))


class As(Enum):
    """What a part of a letter is on the page."""

    TO = "to"
    FROM = "from"
    TITLE = "title"
    SUBTITLE = "subtitle"
    TEXT = "text"
    HEADING = "heading"
    ASK = "ask"  # one of the numbered requests
    FACTS = "facts"  # the facts, numbered, in order of time
    ANNEX = "annex"  # one of the numbered annexes
    ANNEXES = "annexes"  # the exhibits of the facts, as annexes
    SIGN = "sign"


class Cases(Enum):
    """The grammatical cases a place may ask for; a language without cases ignores them."""

    NOM = "nom"
    GEN = "gen"
    DAT = "dat"
    ACC = "acc"
    INS = "ins"
    LOC = "loc"


PLACES = frozenset(
    (
        *("to", "to.full", "to.name", "to.address", "applicant", "applicant.name", "applicant.short"),
        *("rank", "unit", "post"),
        *("address", "phone", "birth", "author", "author.short", "author.address", "author.phone"),
        *("relation", "who", "paper", "paper.to", "filed", "number", "respondent", "respondent.full", "due"),
        *("on", "law", "day", "by", "said"),
    )
)
"""What may stand in braces in a text. A telling may also name the fields of its kind of event."""

BLOCKS = frozenset(("letter", "head", "title", "body", "facts", "asks", "annexes", "sign"))
"""Parts of a letter that a field of a group's own template may stand for: whole paragraphs."""

OFFERED = (PLACES - {"day", "by", "said"}) | BLOCKS
"""What a field of a group's own template may stand for."""


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph of a skeleton, or the place of the facts or annexes.

    `law`: the provisions it cites at `{law}`; of those only the ones in force on the day are cited, and where
    none is, the part is left out. The other fields say for which papers it stands; empty means for all.
    """

    as_: As
    text: str = ""
    law: tuple[str, ...] = ()
    grounds: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    papers: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    optional: bool = False  # left out where something in it is not known


@dataclass(frozen=True, slots=True)
class Frame:
    """Head and foot that several letters have in common."""

    id: str
    head: tuple[Part, ...]
    foot: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Becomes:
    """What a letter is once it was sent: a paper of this kind that asks for this, begun by such an event.

    Without a kind it is that event of the paper it was drafted for. `challenges`: it goes against that paper.
    """

    kind: str = ""
    asks: str = ""
    begins: str = ""
    challenges: bool = False


@dataclass(frozen=True, slots=True)
class Skeleton:
    """One letter, unfilled. `language`: that of all its texts.

    `whole`: its facts are those of the whole case, else those of the paper it goes with and of what that
    challenges. `kinds`: only such events; empty means every kind that has a telling. `first_hand`: what the
    author does not know himself stays out (it is only marked otherwise). `hand`, `mark`: what is copied by
    hand between the frame's addresses and its signature, and where the mark is put. `prints`: who can print
    it, for a letter that is not copied by hand. `becomes`: None for a letter that is itself the paper it was
    drafted for, or goes with it.
    """

    id: str
    label: Said
    language: str
    frame: str
    parts: tuple[Part, ...]
    forms: frozenset[Form]
    whole: bool = False
    kinds: frozenset[str] = frozenset()
    first_hand: bool = False
    hand: tuple[Part, ...] = ()
    mark: str = ""
    telegram: str = ""
    script: str = ""
    prints: Said = field(default_factory=dict)
    becomes: Becomes | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """How an event of this kind and modality is told as a fact, in each language of the pack.

    `shy`: it is told only in a letter that asks for this kind by name. `own`: the applicant's own act.
    """

    id: str
    kind: str
    modalities: frozenset[str]
    text: Said
    words: Mapping[str, frozenset[str]]
    shy: bool = False
    own: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """What an authority is called in a letter, in the nominative."""

    id: str  # of the authority
    name: Said
    lacks: Said = field(default_factory=dict)  # what its name needs where ring 1 does not give its post


@dataclass(frozen=True, slots=True)
class Voice:
    """Who writes. `is_self`: the applicant, in the first person. `knows`: sources whose word is his own.

    `who`: the pronoun in the six cases where he writes himself, in the language of the letters.
    """

    id: str  # of the author
    is_self: bool
    knows: frozenset[str]
    who: tuple[str, ...] = ()
    relation: Said = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Citation:
    """How a provision is cited in a letter; the pack's own `cite` where there is none of these.

    `again`: shorter, once the letter has cited its act.
    """

    id: str  # of the provision
    text: Said
    again: Said = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paper:
    """What a filing is called in a letter: its kind, or what it asks for (said after the kind)."""

    id: str
    kind: str
    asks: str
    text: Said


@dataclass(frozen=True, slots=True)
class Blank:
    """What is asked for where a place cannot be filled."""

    id: str  # of the place
    hint: Said


@dataclass(frozen=True, slots=True)
class Offer:
    """What people call a place or a part of a letter in templates of their own, and the case it has there.

    `label`: what it is, for whoever makes the template.
    """

    id: str
    place: str
    case: Cases
    names: Mapping[str, tuple[str, ...]]  # by language
    label: Said


@dataclass(frozen=True, slots=True)
class Ending:
    """What people write after the name of a field to have it in a case."""

    id: str  # of the case
    names: Mapping[str, tuple[str, ...]]


def normal(name: str) -> str:
    """A name of a field as it is compared: case, spaces, hyphens, low lines and diaereses make no difference.

    A diaeresis alone is left out: the short i of Russian is a letter of its own, and yo is often typed as ye.
    """
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", name).casefold())
    plain = unicodedata.normalize("NFC", plain.replace("\N{COMBINING DIAERESIS}", ""))
    return "_".join("".join(c if c.isalnum() else " " for c in plain).split())


@dataclass(frozen=True, slots=True)
class Script:
    """What a relative says on the telephone: to whom, what to say, what to write down, what not to say."""

    id: str
    language: str
    call: str
    say: tuple[str, ...]
    note: tuple[str, ...]
    never: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """All that a pack has for letters; each by its id."""

    skeletons: Mapping[str, Skeleton] = field(default_factory=dict)
    frames: Mapping[str, Frame] = field(default_factory=dict)
    tellings: Mapping[str, Telling] = field(default_factory=dict)
    parties: Mapping[str, Party] = field(default_factory=dict)
    voices: Mapping[str, Voice] = field(default_factory=dict)
    citations: Mapping[str, Citation] = field(default_factory=dict)
    papers: Mapping[str, Paper] = field(default_factory=dict)
    blanks: Mapping[str, Blank] = field(default_factory=dict)
    scripts: Mapping[str, Script] = field(default_factory=dict)
    offers: Mapping[str, Offer] = field(default_factory=dict)
    endings: Mapping[str, Ending] = field(default_factory=dict)
