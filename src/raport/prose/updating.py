"""What a newer pack changes, told before it is taken: provisions, conclusions, answers and advice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from raport.law import Pack, Text
from raport.law.resting import changed, states
from raport.prose.layout import heading, paragraph
from raport.prose.words import Words

SHOWN_CASES = 20
SHOWN_NAMES = 20


@dataclass(frozen=True, slots=True)
class CaseChange:
    """An open case whose conclusions are others by the new pack, line by line."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """All that a newer pack changes. `before` is None where there is no pack yet."""

    before: Pack | None
    after: Pack
    stamps: tuple[str, str]
    signed_by: tuple[str, ...]
    cases: int
    changed: tuple[CaseChange, ...]
    unreadable: tuple[str, ...]
    red: tuple[Text, ...]  # texts that turn red by it
    people: tuple[int, int]  # to be told anew: now, and then
    first: tuple[str, ...]  # the most endangered of them


def tell_change(change: Change, today: date, words: Words) -> str:
    """The change, ready to print; ends with a line feed."""
    before, after = change.stamps
    w = words
    lines = heading(
        w(
            "update-title",
            law=w.of(change.after.title),
            before=before or w("update-nothing-before"),
            after=after,
        )
    )
    lines += paragraph(w("update-signed", names=", ".join(change.signed_by)))
    lines += ["", *heading(w("update-law"), "-"), *_law(change, today, words)]
    lines += ["", *_cases(change, words)]
    lines += ["", *heading(w("update-advice"), "-"), *_advice(change, words)]
    return "\n".join(lines) + "\n"


def _law(change: Change, today: date, w: Words) -> list[str]:
    lines: list[str] = []
    old = change.before.provisions if change.before is not None else {}
    new = change.after.provisions
    for id_, provision in old.items():
        if id_ not in new:
            lines += paragraph(w("update-law-gone", id=id_, cite=w.of(provision.cite)), first="- ", indent=2)
    for id_, provision in new.items():
        if id_ not in old:
            said = _says(change.after, id_, today, w)
            lines += paragraph(f"{id_}: {w.of(provision.cite)}: {said}", first="+ ", indent=2)
        else:
            assert change.before is not None
            lines += _provision(id_, change.before, change.after, today, w)
    return lines or paragraph(w("update-law-none"))


def _provision(id_: str, before: Pack, after: Pack, today: date, w: Words) -> list[str]:
    """What is another of one provision, today or for other days."""
    was, now = (states(pack, [id_], today)[id_] for pack in (before, after))
    how = changed(was, now)
    cite = w.of(after.provisions[id_].cite)
    if not how:
        if before.provisions[id_].versions == after.provisions[id_].versions:
            return []
        return paragraph(w("update-law-other-days", id=id_, cite=cite), first="~ ", indent=2)
    told = ", ".join(w(f"update-how-{h.value}") for h in how)
    lines = paragraph(f"{id_}: {cite}: {told}", first="~ ", indent=2)
    lines += paragraph(w("update-was", says=_says(before, id_, today, w)), indent=4)
    return lines + paragraph(w("update-now", says=_says(after, id_, today, w)), indent=4)


def _says(pack: Pack, id_: str, today: date, w: Words) -> str:
    version = pack.provisions[id_].on(today)
    if version is None:
        return w("law-nothing")
    term = f" ({w.term(version.term)})" if version.term is not None else ""
    return f"{w.of(version.says)}{term} [{w(f'confidence-{version.confidence.value}')}]"


def _cases(change: Change, w: Words) -> list[str]:
    lines = heading(w("update-cases", all=change.cases, changed=len(change.changed)), "-")
    for one in change.changed[:SHOWN_CASES]:
        lines += [one.name, *(f"  {line}" for line in one.lines if line), ""]
    rest = [one.name for one in change.changed[SHOWN_CASES:]]
    if rest:
        lines += paragraph(w("update-cases-more", count=len(rest), names=_some(rest)))
    if change.unreadable:
        lines += paragraph(w("update-unreadable", names=_some(change.unreadable)))
    return lines


def _advice(change: Change, w: Words) -> list[str]:
    if change.red:
        titles = "; ".join(w.of(t) for t in change.red)
        lines = paragraph(w("update-texts", count=len(change.red), titles=titles))
    else:
        lines = paragraph(w("update-texts-none"))
    before, after = change.people
    name = "update-people" if change.first else "update-people-none"
    return lines + paragraph(w(name, before=before, after=after, names=_some(change.first)))


def _some(names: Sequence[str]) -> str:
    more = len(names) - SHOWN_NAMES
    return ", ".join(names[:SHOWN_NAMES]) + (f" … +{more}" if more > 0 else "")
