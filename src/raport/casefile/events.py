"""Events: read one by one, then corrected and put in time together."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from raport.casefile.model import Basis, Event, Modality, Proof
from raport.casefile.parts import DAYS, read_edtf, read_value
from raport.casefile.relative import relative_text
from raport.casefile.table import Table
from raport.casefile.timeline import Written, resolve
from raport.casefile.words import UNKNOWN, Words, kinds, quoted
from raport.dates import DateError, Relative, Span, parse_duration
from raport.law import Kind, Pack, Role

_BASIS = Words("a basis", [b.value for b in Basis])
_MODALITY = Words("a modality", [m.value for m in Modality])
_FEW = 5
_PROOF = Words("a proof", [p.value for p in Proof])
# What every event may have; the rest its kind gives.
_COMMON = (
    "id",
    "kind",
    "filing",
    "on",
    "until",
    "source",
    "basis",
    "modality",
    "proof",
    "exhibits",
    "follows",
    "corrects",
    "via",
)


@dataclass(slots=True)
class Draft:
    """An event as read, before its days are put in order with the others'; `event.on` is not yet its day."""

    table: Table
    event: Event
    on: Written
    until: Written | None


def read_event(table: Table, pack: Pack, ids: Mapping[str, str]) -> Draft | None:
    """One event as written; None, with its mistakes noted, where it cannot stand."""
    id_ = table.name()
    word = table.word("kind", kinds(pack), needed=True)
    kind = pack.kinds.get(word)

    def these(*what: str) -> list[str]:
        return [i for i, is_ in ids.items() if is_ in what]

    event = Event(
        id=id_,
        kind=word,
        on=Span.unknown(),
        filing=table.name_or_none("filing", these("filing"), "a filing"),
        source=table.name_or_none("source", these("source"), "a source"),
        basis=Basis(table.word("basis", _BASIS) or Basis.TOLD.value),
        modality=Modality(table.word("modality", _MODALITY) or Modality.DONE.value),
        proof=Proof(table.word("proof", _PROOF) or Proof.OWN_WORD.value),
        exhibits=table.names("exhibits", these("exhibit"), "an exhibit"),
        follows=table.name_or_none(
            "follows", _others(these("filing", "event"), id_), "another filing or event"
        ),
        corrects=table.name_or_none("corrects", _others(these("event"), id_), "another event"),
        via=table.name_or_none("via", _others(these("event"), id_), "another event"),
    )
    on = _read_written(table, "on", these("filing", "event"))
    if "on" not in table.values:
        table.refuse("on", f"for `on` a day: {DAYS}", 'where the day is not known, write on = ".."')
    until = _read_until(table, kind, these("filing", "event"))
    if kind is None:
        return None  # which fields it may have nobody can say
    event = replace(event, fields=_fields(table, kind, pack, ids), said=said(table.values.get("on")))
    _refuse_fields_of_others(table, kind, pack)
    table.done(f"an event of the kind `{kind.id}`", (*_COMMON, *kind.fields))
    return None if on is None or not id_ else Draft(table, event, on, until)


def put_in_time(
    drafts: Sequence[Draft], as_of: date | None, pack: Pack
) -> tuple[tuple[Event, ...], tuple[Event, ...], Mapping[str, str]]:
    """The events that stand, those that were corrected, and for each of these the one that stands for it."""
    stands_for = _corrections(drafts)
    anchors = _Anchors(drafts, stands_for, pack)
    timeline = resolve({d.event.id: d.on for d in drafts}, anchors.find, lambda span: _clip(span, as_of))
    by_id = {d.event.id: d for d in drafts}
    for circle in timeline.circles:
        first = min(circle, key=list(by_id).index)
        turned = circle[circle.index(first) : -1] + circle[: circle.index(first)] + (first,)
        by_id[first].table.wrong(
            "on", "days of which one at last stands by itself", f"a circle: {' -> '.join(turned)}"
        )
    dated = {}
    for draft in drafts:
        if draft.event.id in timeline.days:
            dated[draft.event.id] = _dated(draft, timeline.days, anchors, as_of)
        elif isinstance(draft.on, Relative) and not anchors.find(draft.on.anchor):
            draft.table.wrong(
                "on",
                "the id of an event, or of a filing that has one",
                f"{quoted(draft.on.anchor)}, a filing without events",
            )
    events = {id_: _redirect(event, pack.kinds[event.kind], stands_for) for id_, event in dated.items()}
    for event in events.values():
        _check_references(by_id, event, pack)
    standing = [d.event.id for d in _standing(drafts, stands_for)]
    replaced = [old for new in standing for old in _replaced(by_id, new)]
    return _those(standing, events), _those(replaced, events), stands_for


def _those(ids: Iterable[str], events: Mapping[str, Event]) -> tuple[Event, ...]:
    return tuple(events[id_] for id_ in ids if id_ in events)


def _replaced(by_id: Mapping[str, Draft], id_: str) -> list[str]:
    """What this event corrects, from the first told to the last."""
    chain: list[str] = []
    while (id_ := by_id[id_].event.corrects) in by_id and id_ not in chain:
        chain.append(id_)
    return chain[::-1]


def _corrections(drafts: Sequence[Draft]) -> Mapping[str, str]:
    """For each corrected event the last one of its chain."""
    by_id = {d.event.id: d for d in drafts}
    direct: dict[str, str] = {}
    for draft in drafts:
        old = draft.event.corrects
        if not old:
            continue
        if old in direct:
            draft.table.wrong(
                "corrects",
                "an event that is not corrected yet",
                f"{quoted(old)}, already corrected by {quoted(direct[old])}",
                f"let this one correct {quoted(direct[old])}",
            )
            continue
        direct[old] = draft.event.id
    last: dict[str, str] = {}
    told: set[str] = set()
    for old in direct:
        chain = [old]
        while chain[-1] in direct and direct[chain[-1]] not in chain:
            chain.append(direct[chain[-1]])
        if chain[-1] in direct:  # back into the chain: nothing stands
            circle = chain[chain.index(direct[chain[-1]]) :]
            if not told & set(circle):
                by_id[circle[0]].table.wrong(
                    "corrects",
                    "a correction of something else",
                    f"a circle: {' -> '.join([*circle, circle[0]])}",
                )
            told.update(circle)
            continue
        last[old] = chain[-1]
    return last


@dataclass(slots=True)
class _Anchors:
    """Whose day is meant by a name: an event's (as corrected), or that of the event that began a filing.

    Where none is known to have begun it, the first of its events in the file counts, those of the record
    before those of the account.
    """

    drafts: Sequence[Draft]
    stands_for: Mapping[str, str]
    pack: Pack

    def find(self, name: str) -> str:
        """The id of the event; "" where there is none."""
        if any(d.event.id == name for d in self.drafts):
            return self.stands_for.get(name, name)
        standing = [d.event for d in _standing(self.drafts, self.stands_for) if d.event.filing == name]
        standing.sort(key=lambda e: self.pack.kinds[e.kind].ring, reverse=True)
        happened = [e for e in standing if e.modality in (Modality.DONE, Modality.CLAIMED)]
        begun = [e for e in happened if self.pack.kinds[e.kind].role is Role.BEGINS]
        return next((e.id for e in [*begun, *happened, *standing]), "")


def _standing(drafts: Sequence[Draft], stands_for: Mapping[str, str]) -> list[Draft]:
    """The events that stand, each in the place of the first that it corrects."""
    by_id = {d.event.id: d for d in drafts}
    return [by_id[id_] for id_ in dict.fromkeys(stands_for.get(d.event.id, d.event.id) for d in drafts)]


def _dated(draft: Draft, days: Mapping[str, Span], anchors: _Anchors, as_of: date | None) -> Event:
    on = days[draft.event.id]
    until = draft.until
    if isinstance(until, Relative):
        base = days.get(anchors.find(until.anchor))
        until = None if base is None else until.resolve(base)
    for key, span in (("on", on), ("until", until)):
        if span is not None and as_of is not None and span.earliest > as_of:
            draft.table.wrong(
                key,
                f"nothing later than as-of = {as_of}",
                f"a day not before {span.earliest}",
                "move as-of, or leave out what had not happened",
            )
    return replace(draft.event, on=on, until=None if until is None else _clip(until, as_of))


def _clip(span: Span, as_of: date | None) -> Span:
    """What may have happened by the day of the file; a span wholly after it is left, and refused later."""
    if as_of is None or span.earliest > as_of:
        return span
    return Span(span.earliest, min(span.latest, as_of))


def _redirect(event: Event, kind: Kind, stands_for: Mapping[str, str]) -> Event:
    """Whoever names a corrected event means what stands for it now."""

    def now(name: str) -> str:
        return stands_for.get(name, name)

    fields = {
        name: now(value) if kind.fields[name] == "event" else value for name, value in event.fields.items()
    }
    return replace(event, follows=now(event.follows), via=now(event.via), fields=fields)


def _check_references(by_id: Mapping[str, Draft], event: Event, pack: Pack) -> None:
    table = by_id[event.id].table
    for key, named in (("follows", event.follows), ("via", event.via)):
        if named == event.id:
            table.refuse(key, "another event", "this one stands for the event that it names")
    if event.via and event.via in by_id and event.via != event.id:
        kind = pack.kinds[by_id[event.via].event.kind]
        if kind.role is not Role.PASSES_ON:
            found = f"{quoted(event.via)}, an event of the kind `{kind.id}`"
            table.wrong("via", "an event by which the paper was passed on", found)


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


def _fields(table: Table, kind: Kind, pack: Pack, ids: Mapping[str, str]) -> dict[str, str]:
    """The words that this kind of event has; those not known are left out."""
    found = {}
    for name, type_ in kind.fields.items():
        if type_ in ("event", "filing"):
            known = [i for i, is_ in ids.items() if is_ == type_]
            value = table.name_or_none(name, known, f"{'an' if type_ == 'event' else 'a'} {type_}")
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


def _others(ids: Iterable[str], id_: str) -> list[str]:
    return [i for i in ids if i != id_]
