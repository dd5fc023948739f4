"""Who writes, of whom, to whom: what ring 1 gives of them, and what it lacks.

Keys of `[identity]` that letters read: `name` (family name, given name, patronymic), `post`, `unit`,
`address`, `phone`, `birth`, and `[identity.ID]` for a person of the file or an authority, with `name`,
`rank`, `post`, `address`, `phone`.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from raport.casefile import CaseFile
from raport.law import Pack

APPLICANT = ("name", "post", "unit", "address", "phone", "birth")
OTHERS = ("name", "rank", "post", "address", "phone")


@dataclass(frozen=True, slots=True)
class Party:
    """What is known of a person or an authority; an empty text is not known."""

    name: str = ""
    rank: str = ""
    post: str = ""
    unit: str = ""
    address: str = ""
    phone: str = ""
    birth: str = ""


def applicant_of(file: CaseFile, pack: Pack, language: str) -> Party:
    """The applicant: his rank is a fact of the record where only one is claimed."""
    known = {key: _text(file.identity.values, key) for key in APPLICANT}
    claims = {c.value for c in file.case.facts.get("rank", ())}
    ranks = pack.choices.get("rank")
    rank = ""
    if ranks is not None and len(claims) == 1:
        option = ranks.options.get(next(iter(claims)))
        rank = option.label.get(language, "") if option is not None else ""
    return Party(rank=rank, **known)


def party_of(file: CaseFile, id_: str) -> Party:
    """A person of the file or an authority, by its id: from `[identity.ID]`, or from keys `ID-name` as a desk
    writes them.
    """
    values = file.identity.values.get(id_)
    table = values if isinstance(values, Mapping) else {}
    flat = file.identity.values
    return Party(**{key: _text(table, key) or _text(flat, f"{id_}-{key}") for key in OTHERS})


def author_of(file: CaseFile, author: str) -> str:
    """The id of the person who writes in this role; empty where the file has none or several."""
    role = [p.id for p in file.case.people if p.role == author]
    kin = [p.id for p in file.case.people if p.may in ("decide", "speak") and p.role != "applicant"]
    found = role or kin
    return found[0] if len(found) == 1 else ""


def _text(table: Mapping[str, object], key: str) -> str:
    value = table.get(key)
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""
