"""Events: read one by one, then corrected and put in time together."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from raport.casefile.model import Basis, Event, Modality, Proof
from raport.casefile.parts import DAYS, read_edtf, read_value
from raport.casefile.relative import relative_text
from raport.casefile.table import Table
from raport.casefile.timeline import Written
from raport.casefile.words import UNKNOWN, Ids, Words, kinds, quoted
from raport.dates import DateError, Relative, Span, parse_duration
from raport.law import Kind, Pack
from raport.law.words import EVENT_KEYS

_BASIS = Words("a basis", [b.value for b in Basis])
_MODALITY = Words("a modality", [m.value for m in Modality])
_FEW = 5
_PROOF = Words("a proof", [p.value for p in Proof])


@dataclass(slots=True)
class Draft:
    """An event as read, before its days are put in order with the others'; `event.on` is not yet its day."""

    table: Table
    event: Event
    on: Written
    until: Written | None


def read_event(table: Table, pack: Pack, ids: Ids) -> Draft | None:
    """One event as written; None, with its mistakes noted, where it cannot stand."""
    id_ = table.name()
    word = table.word("kind", kinds(pack), needed=True)
    kind = pack.kinds.get(word)
    event = Event(
        id=id_,
        kind=word,
        on=Span.unknown(),
        filing=table.name_or_none("filing", ids.of("filing"), "a filing"),
        source=table.name_or_none("source", ids.of("source"), "a source"),
        basis=Basis(table.word("basis", _BASIS) or Basis.TOLD.value),
        modality=Modality(table.word("modality", _MODALITY) or Modality.DONE.value),
        proof=Proof(table.word("proof", _PROOF) or Proof.OWN_WORD.value),
        exhibits=table.names("exhibits", ids.of("exhibit"), "an exhibit"),
        follows=table.other_name("follows", ids.of("filing", "event"), "another filing or event"),
        corrects=table.other_name("corrects", ids.of("event"), "another event"),
        via=table.other_name("via", ids.of("event"), "another event"),
    )
    on = _read_written(table, "on", ids.of("filing", "event"))
    if "on" not in table.values:
        table.refuse("on", f"for `on` a day: {DAYS}", 'where the day is not known, write on = ".."')
    until = _read_until(table, kind, ids.of("filing", "event"))
    if kind is None:
        return None  # which fields it may have nobody can say
    event = replace(event, fields=_fields(table, kind, pack, ids), said=said(table.values.get("on")))
    _refuse_fields_of_others(table, kind, pack)
    table.done(f"an event of the kind `{kind.id}`", (*EVENT_KEYS, *kind.fields))
    return None if on is None or not id_ else Draft(table, event, on, until)


def _read_until(table: Table, kind: Kind | None, anchors: Collection[str]) -> Written | None:
    if "until" not in table.values:
        table.asked.add("until")
        return None
    until = _read_written(table, "until", anchors)
    if kind is not None and not kind.lasts:
        table.refuse("until", f"no `until`: what is of the kind `{kind.id}` does not last")
    return until


def _read_written(table: Table, key: str, anchors: Collection[str]) -> Written | None:
    """A day as EDTF, or told by another event's."""
    value = table.take(key)
    if value is None:
        return None
    if value == UNKNOWN:
        return Span.unknown()
    if not isinstance(value, Mapping):
        return read_edtf(table, key, value)
    return _read_relative(table.table(key), anchors)


def _read_relative(table: Table, anchors: Collection[str]) -> Relative | None:
    """`{ before = ID, by = "P6M~" }` or `{ after = ID }`."""
    sides = [side for side in ("before", "after") if side in table.values]
    by = table.take("by")
    duration = None
    if by is not None:
        try:
            duration = parse_duration(by if isinstance(by, str) else "")
        except DateError as error:
            table.refuse("by", f"for `by` {error.problem.expected}", error.problem.help)
            return None
    if len(sides) != 1:
        found = "both" if sides else "neither"
        table.mistakes.add(table.path, "`before` or `after`", found, '{ before = "e1", by = "P6M~" }')
        return None
    anchor = table.name_or_none(sides[0], anchors, "an event or filing")
    table.asked.update(("before", "after"))
    table.done("a day told by another")
    return Relative(anchor, sides[0] == "before", duration) if anchor else None


def said(value: object) -> str:
    """The day as it was written, in one line."""
    match value:
        case Mapping():
            side = "before" if "before" in value else "after"
            return relative_text(side, str(value.get(side)), str(value.get("by", "")))
        case date():
            return value.isoformat()
        case _:
            return ".." if value == UNKNOWN else str(value)


def _fields(table: Table, kind: Kind, pack: Pack, ids: Ids) -> dict[str, str]:
    """The words that this kind of event has; those not known are left out."""
    found = {}
    for name, type_ in kind.fields.items():
        if type_ in ("event", "filing"):
            value = table.name_or_none(name, ids.of(type_), f"{'an' if type_ == 'event' else 'a'} {type_}")
        else:
            value = read_value(table, name, type_, pack)
        if value:
            found[name] = value
    return found


def _refuse_fields_of_others(table: Table, kind: Kind, pack: Pack) -> None:
    for key in table.values:
        if key in table.asked or key in kind.fields:
            continue
        having = [quoted(k.id) for k in pack.kinds.values() if key in k.fields]
        if having:
            table.asked.add(key)
            few = ", ".join(having if len(having) <= _FEW else [*having[:_FEW], "and others"])
            table.wrong(
                key, f"a field of the kind `{kind.id}`", f"the key `{key}`", f"kinds that have it: {few}"
            )
