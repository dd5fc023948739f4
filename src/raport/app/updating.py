"""What a release would change in a vault, before it is taken: conclusions of open cases, answers, advice."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from raport.app.advice import count_holders, holders, red_texts
from raport.app.files import Author, name_of
from raport.app.laws import stamp_of
from raport.app.releases import Judged, Release, judged, law_before, tried
from raport.law import Pack, Text
from raport.prose.comparing import Compared, differences
from raport.prose.telling import Telling
from raport.prose.updating import SHOWN_NAMES, CaseChange, Change
from raport.prose.words import Words


def change_of(
    release: Release, cases: Sequence[str], author: Author, words: Words, step: Callable[[int], object]
) -> Change:
    """All that the release changes, as this member may see it. Raises `BadInput` for one that is not newer.

    `cases`: the open cases of its law; `step` is told how many of them were done.
    """
    pack = release.pack
    law = law_before(pack.id)
    before = law.pack if law is not None else None
    red, people, then, first = _advice(release, author)
    each = list(judged(cases, pack, author.member, author.on, step))
    told = [(one.name, _told(one, before, pack, words)) for one in each]
    return Change(
        before=before,
        after=pack,
        stamps=(stamp_of(before) if before is not None else "", stamp_of(pack)),
        signed_by=release.signed_by,
        cases=len(each),
        changed=tuple(CaseChange(name, lines) for name, lines in told if lines),
        unreadable=tuple(one.name for one in each if one.after is None),
        red=red,
        people=(people, then),
        first=first,
    )


def _advice(release: Release, author: Author) -> tuple[tuple[Text, ...], int, int, tuple[str, ...]]:
    """Texts that turn red, how many must be told anew now and then, and the first of those."""
    id_, member, on = release.pack.id, author.member, author.on
    now, people = _red(id_, on), count_holders(member, on)
    with tried(release, author):
        red = tuple(title for name, title in _red(id_, on).items() if name not in now)
        then = count_holders(member, on)
        first = tuple(name_of(h.file) for h in holders(member, on, 0, SHOWN_NAMES))
    return red, people, then, first


def _red(jurisdiction: str, on: date) -> dict[str, Text]:
    return {a.id: a.title for a in red_texts(jurisdiction, on)}


def _told(one: Judged, before: Pack | None, after: Pack, words: Words) -> tuple[str, ...]:
    """What is concluded otherwise in one case."""
    if one.before is None or one.after is None or before is None:
        return ()
    (old, was), (new, now) = one.before, one.after
    if replace(was, law_checked=now.law_checked) == now:
        return ()
    sides = Compared(Telling(before, words, old), was), Compared(Telling(after, words, new), now)
    return tuple(differences(*sides))
