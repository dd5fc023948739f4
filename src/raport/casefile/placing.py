"""Events put in time together: corrected, dated by one another, cut at the day of the file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from raport.casefile.events import Draft
from raport.casefile.model import Event, Modality
from raport.casefile.timeline import Timeline, resolve
from raport.casefile.words import quoted
from raport.dates import Relative, Span
from raport.law import Kind, Pack, Role


def put_in_time(
    drafts: Sequence[Draft], as_of: date | None, pack: Pack
) -> tuple[tuple[Event, ...], tuple[Event, ...], Mapping[str, str]]:
    """The events that stand, those that were corrected, and for each of these the one that stands for it."""
    by_id = {d.event.id: d for d in drafts}
    stands_for = _corrections(drafts)
    # Each correction in the place of the first that it corrects.
    standing = list(dict.fromkeys(stands_for.get(id_, id_) for id_ in by_id))
    anchors = _anchors([by_id[id_].event for id_ in standing], pack) | {
        i: stands_for.get(i, i) for i in by_id
    }
    written = {id_: draft.on for id_, draft in by_id.items()}
    timeline = resolve(written, lambda name: anchors.get(name, ""), lambda span: _clip(span, as_of))
    _refuse_circles(timeline, by_id)
    _refuse_nothing_to_lean_on(drafts, anchors)
    events = {}
    for id_ in timeline.days:
        event = _dated(by_id[id_], timeline.days, anchors, as_of)
        events[id_] = _redirect(event, pack.kinds[event.kind], stands_for)
        _check_references(by_id, events[id_], pack)
    replaced = [old for new in standing for old in _replaced(by_id, new)]
    return _those(standing, events), _those(replaced, events), stands_for


def _anchors(events: Iterable[Event], pack: Pack) -> dict[str, str]:
    """For each filing the event whose day is meant by its name: the one that began it.

    Where none is known to have begun it, the first of its events in the file counts: of those that happened
    before those that did not, of the record before the account.
    """

    def rank(event: Event) -> tuple[bool, bool, int]:
        happened = event.modality in (Modality.DONE, Modality.CLAIMED)
        kind = pack.kinds[event.kind]
        return not (happened and kind.role in (Role.BEGINS, Role.CHALLENGES)), not happened, -kind.ring

    first: dict[str, Event] = {}
    for event in events:
        if event.filing and (event.filing not in first or rank(event) < rank(first[event.filing])):
            first[event.filing] = event
    return {filing: event.id for filing, event in first.items()}


def _refuse_circles(timeline: Timeline, by_id: Mapping[str, Draft]) -> None:
    places = {id_: n for n, id_ in enumerate(by_id)}
    for circle in timeline.circles:
        first = min(circle, key=places.__getitem__)
        turned = (*circle[circle.index(first) : -1], *circle[: circle.index(first)], first)
        by_id[first].table.wrong(
            "on", "days of which one at last stands by itself", f"a circle: {' -> '.join(turned)}"
        )


def _refuse_nothing_to_lean_on(drafts: Iterable[Draft], anchors: Mapping[str, str]) -> None:
    for draft in drafts:
        for key, day in (("on", draft.on), ("until", draft.until)):
            if isinstance(day, Relative) and day.anchor not in anchors:
                found = f"{quoted(day.anchor)}, which has none"
                draft.table.wrong(key, "the id of an event, or of a filing with a dated event", found)


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


def _dated(draft: Draft, days: Mapping[str, Span], anchors: Mapping[str, str], as_of: date | None) -> Event:
    on = days[draft.event.id]
    until = draft.until
    if isinstance(until, Relative):
        base = days.get(anchors.get(until.anchor, ""))
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
    fields = pack.kinds[event.kind].fields
    events = [(name, value) for name, value in event.fields.items() if fields[name] == "event"]
    for key, named in (("follows", event.follows), ("via", event.via), *events):
        if named == event.id:
            table.refuse(key, "another event", "this one stands for the event that it names")
    if event.via and event.via in by_id and event.via != event.id:
        kind = pack.kinds[by_id[event.via].event.kind]
        if kind.role is not Role.PASSES_ON:
            found = f"{quoted(event.via)}, an event of the kind `{kind.id}`"
            table.wrong("via", "an event by which the paper was passed on", found)
