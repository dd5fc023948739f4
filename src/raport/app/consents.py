"""Consent of the person: given in exact words to a use by an audience, taken back, asked again.

The standing of an audience on a day comes from the pack. Where it is not certain which of several it is, the
gravest counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from raport.access import APPLICANT, Agreed, Consents, Given, agreed
from raport.access.exporters import (
    ADVOCATE,
    CASEWORK,
    GRAVE,
    GROUP,
    HAND_OVER,
    LETTERS,
    PUBLICATION,
    USES,
)
from raport.adapters.store import consents as store
from raport.adapters.store import files as store_files
from raport.adapters.store.consents import ConsentRow
from raport.adapters.toml import read_toml
from raport.app.files import Author, NotGrantedError, secrets_of
from raport.app.laws import pack_of
from raport.errors import BadInput, Problem
from raport.law import Pack

SELF = "self"
"""The pack's standing of the group itself."""
NONE, NOT_KNOWN = "none", "not-known"
MAY_DECIDE = "decide"

_GRAVITY = (NONE, NOT_KNOWN, "foreign-agent", "undesirable", "extremist", "terrorist")


@dataclass(frozen=True, slots=True)
class Audience:
    """Who may be agreed to, and how it stands on the day."""

    id: str
    name: str
    standing: str

    @property
    def grave(self) -> bool:
        """Whether contact with it can itself be an offence."""
        return self.standing in GRAVE


@dataclass(frozen=True, slots=True)
class Asked:
    """One consent that can be asked for: the sentence as it is to be shown, and how it stands now."""

    use: str
    audience: Audience
    words: str
    state: Agreed
    turned_on: frozenset[str]


def audiences(pack: Pack, day: date, language: str = "ru") -> list[Audience]:
    """All of them: those who work here, an advocate, the pack's organisations by name."""
    told = _sentences()["audiences"]
    own = [Audience(a, told[a][language], standing_of(pack, a, day)) for a in (GROUP, ADVOCATE)]
    names = {s.id: s.name for s in pack.standings if s.id != SELF}
    return own + [
        Audience(id_, name, standing_of(pack, id_, day))
        for id_, name in sorted(names.items(), key=lambda one: one[1].casefold())
    ]


def standing_of(pack: Pack, audience: str, day: date) -> str:
    """How the state regards an audience on a day; the gravest of what it may be."""
    if audience == ADVOCATE:
        return NONE
    id_ = SELF if audience == GROUP else audience
    found = [s.status for s in pack.standings if s.id == id_ and s.lasts.contains(day)]
    return max(found, key=_gravity, default=NOT_KNOWN)


def sentence(use: str, audience: Audience, day: date, language: str = "ru") -> str:
    """What somebody agrees to, word for word, on this day."""
    told = _sentences()
    standing = told["standings"].get(audience.standing, {}).get(language, audience.standing)
    parts = [told[use][language].format(audience=audience.name)]
    if audience.id != ADVOCATE:
        parts.append(told["standing"][language].format(day=f"{day:%d.%m.%Y}", standing=standing))
    if audience.grave:
        parts.append(told["grave"][language])
    return " ".join(parts)


def asked(file_id: str, author: Author, language: str = "ru") -> list[Asked]:
    """What can be agreed to in a file: casework and hand-over always, publication where it was asked."""
    pack = _pack(file_id, author.member)
    known = {a.id: a for a in audiences(pack, author.on, language)}
    rows = store.consents([file_id]).get(file_id, [])
    pairs = [(CASEWORK, GROUP), (LETTERS, GROUP), (HAND_OVER, ADVOCATE)]
    pairs += [(r.use, r.audience) for r in rows if r.audience in known]
    return [_asked(file_id, use, known[a], author.on, language) for use, a in dict.fromkeys(pairs)]


def ask(file_id: str, use: str, audience: str, author: Author, language: str = "ru") -> Asked:
    """One consent that could be asked for. Raises `BadInput`, `NotGrantedError`."""
    pack = _pack(file_id, author.member)
    found = next((a for a in audiences(pack, author.on, language) if a.id == audience), None)
    if use not in USES or found is None or not _fits(use, audience):
        raise BadInput([Problem(_("a use and a recipient of the list"), f"{use} {audience}".strip() or "-")])
    return _asked(file_id, use, found, author.on, language)


@transaction.atomic
def give(
    file_id: str, use: str, audience: str, by: str, words: str, author: Author, language: str = "ru"
) -> None:
    """He agreed, to these words. Raises `BadInput` where they are no longer what has to be said, or where who
    agreed may not decide; `NotGrantedError`.
    """
    now = ask(file_id, use, audience, author, language)
    problems = []
    if words != now.words:
        problems.append(
            Problem(
                _("the sentence as it reads today"),
                _("another one"),
                _("It has changed since the page was opened: read the new one to him."),
            )
        )
    if by != APPLICANT and by not in deciders([file_id]).get(file_id, frozenset()):
        problems.append(Problem(_("he himself, or who may decide for him"), by or _("nobody")))
    if problems:
        raise BadInput(problems)
    store.add_consent(
        file_id,
        use=use,
        audience=audience,
        standing=now.audience.standing,
        words=words,
        by=by,
        given=author.on,
    )


@transaction.atomic
def withdraw(file_id: str, use: str, audience: str, author: Author) -> bool:
    """He took it back: from this moment nothing leaves by it. Whether there was one."""
    secrets_of(file_id, author.member)
    store.turn_off(file_id, audience)
    return bool(store.withdraw(file_id, use, audience, author.on))


@transaction.atomic
def turn_on(file_id: str, audience: str, author: Author) -> None:
    """A member lets the file go to an audience of grave standing. It takes two."""
    pack = _pack(file_id, author.member)
    store.turn_on(file_id, audience, standing_of(pack, audience, author.on), author.member, author.at)


def given(file_id: str, member: str) -> list[ConsentRow]:
    """Every consent of a file, the last first. Raises `NotGrantedError`."""
    secrets_of(file_id, member)
    return store.consents([file_id]).get(file_id, [])[::-1]


def deciders(files: Sequence[str]) -> dict[str, frozenset[str]]:
    """Who may decide besides the applicant, by file."""
    return store.deciders(files, MAY_DECIDE)


def consents_of(files: Sequence[str], audience: str, standing: str) -> dict[str, Consents]:
    """What `access` needs to know of each file."""
    rows, people = store.consents(files), deciders(files)
    on = store.turned_on(files, audience, standing)
    return {
        f: Consents(_history(rows.get(f, ())), people.get(f, frozenset()), on.get(f, frozenset()))
        for f in files
    }


def _asked(file_id: str, use: str, audience: Audience, day: date, language: str) -> Asked:
    known = consents_of([file_id], audience.id, audience.standing)[file_id]
    state = agreed(known.history, use, audience.id, audience.standing, known.deciders, day)
    return Asked(use, audience, sentence(use, audience, day, language), state, known.turned_on)


def _fits(use: str, audience: str) -> bool:
    own = {CASEWORK: GROUP, LETTERS: GROUP, HAND_OVER: ADVOCATE}
    return own[use] == audience if use in own else use == PUBLICATION and audience not in own.values()


def _pack(file_id: str, member: str) -> Pack:
    row = store_files.file(file_id)
    if row is None:
        raise NotGrantedError("no such file on this desk")
    secrets_of(file_id, member)
    return pack_of(row.jurisdiction)


def _history(rows: Iterable[ConsentRow]) -> tuple[Given, ...]:
    return tuple(Given(r.use, r.audience, r.standing, r.by, r.given, r.withdrawn) for r in rows)


def _gravity(standing: str) -> int:
    return _GRAVITY.index(standing) if standing in _GRAVITY else len(_GRAVITY)


@cache
def _sentences() -> Mapping[str, Any]:
    name = "consents.toml"
    return read_toml(name, resources.files("raport.app").joinpath(name).read_bytes()).values
