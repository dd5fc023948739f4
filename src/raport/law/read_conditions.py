"""Conditions and selectors from their tables: `docs/formats/pack.md`, "Conditions"."""

from collections.abc import Mapping

from raport.documents import Fields
from raport.documents.fields import listed, near
from raport.law.conditions import (
    DONE,
    All,
    Always,
    AnyOf,
    Breached,
    ClockIs,
    Closing,
    Condition,
    Day,
    Disputed,
    During,
    FactIs,
    FilingIs,
    GroundIs,
    Has,
    Later,
    Not,
    OtherFiling,
    Selector,
)
from raport.law.model import Role
from raport.law.words import BASES, FILING_FIELDS, MODALITIES, PROOFS, Names

MAIN = (
    "all",
    "any",
    "not",
    "always",
    "event",
    "none",
    "later",
    "fact",
    "disputed",
    "filing",
    "other-filing",
    "clock",
    "breach",
    "period",
    "ground-open",
    "closing",
)
"""The main keys: a condition has exactly one."""

STATES = ("not-started", "running", "met", "late", "overdue", "suspended", "calendar-missing")
OPEN = ("yes", "discretion", "no", "contested")
_SELECTOR_KEYS = ("kind", "role", "modality", "proof", "basis", "follows", "via", "goes-on")


def read_condition(fields: Fields, names: Names) -> Condition:
    """One condition. Mistakes are noted with the fields; what comes back then holds always."""
    main = [key for key in MAIN if fields.has(key)]
    if len(main) != 1:
        told = " and ".join(f"`{m}`" for m in main) or f"the keys {listed(fields.values)}"
        fields.problems.add(fields.document, fields.path, "one main key: " + ", ".join(MAIN), told)
        return Always()
    condition = _read(main[0], fields, names)
    fields.done()
    return condition


def _read(main: str, fields: Fields, names: Names) -> Condition:
    match main:
        case "all":
            return All(tuple(read_condition(f, names) for f in fields.tables("all")))
        case "any":
            return AnyOf(tuple(read_condition(f, names) for f in fields.tables("any")))
        case "not":
            return Not(_inner(fields, "not", names))
        case "always":
            fields.flag("always")
            return Always()
        case "event":
            return Has(_selector(fields, "event", names), anywhere=fields.flag("anywhere"))
        case "none":
            return Not(Has(_selector(fields, "none", names), anywhere=fields.flag("anywhere")))
        case "later":
            than = _selector(fields, "than", names)
            return Later(_selector(fields, "later", names), than, anywhere=fields.flag("anywhere"))
        case "fact":
            return _fact(fields, names)
        case "disputed":
            fact = fields.text("disputed")
            names.refer(fields, "disputed", "fact", fact)
            return Disputed(fact)
        case _:
            return _read_of_filing(main, fields, names)


def _read_of_filing(main: str, fields: Fields, names: Names) -> Condition:
    match main:
        case "filing":
            return FilingIs(_filing_words(fields, "filing", names))
        case "other-filing":
            return OtherFiling(
                _filing_words(fields, "other-filing", names), challenges=fields.flag("challenges")
            )
        case "clock":
            clocks = _references(fields, "clock", "clock", names)
            states = fields.words("state")
            for state in states:
                if state not in STATES:
                    fields.wrong(
                        "state", f"a state of a clock: {', '.join(STATES)}", repr(state), near(state, STATES)
                    )
            if not states:
                fields.wrong("state", "at least one state of a clock: " + ", ".join(STATES))
            return ClockIs(clocks, frozenset(states) & frozenset(STATES))
        case "breach":
            return Breached(_references(fields, "breach", "breach", names))
        case "period":
            return _period(fields, names)
        case "ground-open":
            opens = fields.words("ground-open")
            for word in opens:
                if word not in OPEN:
                    fields.wrong("ground-open", f"one of {', '.join(OPEN)}", repr(word), near(word, OPEN))
            return GroundIs(frozenset(opens), Day(fields.word("on", ("today", "filed"), "filed")))
        case _:
            return Closing(fields.number("closing"))


def _inner(fields: Fields, key: str, names: Names) -> Condition:
    inner = fields.table(key)
    return Always() if inner is None else read_condition(inner, names)


def _references(fields: Fields, key: str, table: str, names: Names) -> frozenset[str]:
    words = fields.words(key)
    for word in words:
        names.refer(fields, key, table, word)
    return frozenset(words)


def _fact(fields: Fields, names: Names) -> FactIs:
    fact = fields.text("fact")
    values = fields.words("is")
    if not values:
        fields.wrong("is", "at least one value for `is`")
    names.refer(fields, "fact", "fact", fact)
    for value in values:
        names.check_word(fields, "is", names.facts.get(fact, ""), value)
    return FactIs(fact, frozenset(values))


def _period(fields: Fields, names: Names) -> During:
    period = fields.text("period")
    names.refer(fields, "period", "period", period)
    on = fields.values.get("on", "today")
    if isinstance(on, Mapping):
        return During(period, Day.EVENT, _selector(fields, "on", names))
    return During(period, Day(fields.word("on", ("today", "filed"), "today")))


def _filing_words(fields: Fields, key: str, names: Names) -> dict[str, frozenset[str]]:
    inner = fields.table(key)
    if inner is None:
        return {}
    words: dict[str, frozenset[str]] = {}
    for name, type_ in FILING_FIELDS.items():
        if inner.has(name):
            found = inner.words(name)
            for word in found:
                names.check_word(inner, name, type_, word)
            words[name] = frozenset(found)
    inner.done()
    return words


def _selector(fields: Fields, key: str, names: Names) -> Selector:
    inner = fields.table(key)
    if inner is None:
        fields.wrong(key, f"a selector of events for `{key}`")
        return Selector()
    return read_selector(inner, names)


def read_selector(fields: Fields, names: Names) -> Selector:
    """Which events are meant."""
    kinds = set(_references(fields, "kind", "kind", names))
    for role in fields.words("role"):
        every = {r.value for r in Role}
        if role not in every:
            fields.wrong("role", f"a role: {listed(every)}", repr(role), near(role, every))
            continue
        of_role = names.kinds_of(role)
        if not of_role:
            fields.wrong("role", "a role that some kind of event has", repr(role))
        kinds |= of_role
    selector = Selector(
        kinds=frozenset(kinds),
        fields=_event_words(fields, frozenset(kinds), names),
        modality=_closed(fields, "modality", MODALITIES) or DONE,
        proof=_closed(fields, "proof", PROOFS),
        basis=_closed(fields, "basis", BASES),
        follows=fields.flag("follows"),
        via=fields.flag("via"),
        goes_on=fields.flag("goes-on"),
    )
    fields.done()
    return selector


def _closed(fields: Fields, key: str, among: tuple[str, ...]) -> frozenset[str]:
    words = fields.words(key)
    for word in words:
        if word not in among:
            fields.wrong(key, f"one of {', '.join(among)}", repr(word), near(word, among))
    return frozenset(words)


def _event_words(fields: Fields, kinds: frozenset[str], names: Names) -> dict[str, frozenset[str]]:
    """The fields of an event that a selector asks about; at least one of the kinds must have each."""
    words: dict[str, frozenset[str]] = {}
    for key in fields.values:
        if key in _SELECTOR_KEYS:
            continue
        types = {
            names.kinds[k].fields[key] for k in kinds if k in names.kinds and key in names.kinds[k].fields
        }
        if not types:
            fields.raw(key)
            known = {f for k in kinds if k in names.kinds for f in names.kinds[k].fields} | set(
                _SELECTOR_KEYS
            )
            fields.wrong(
                key, f"a field of {listed(kinds) if kinds else 'an event'}", f"`{key}`", near(key, known)
            )
            continue
        found = fields.words(key)
        for word in found:
            if len(types) == 1:
                names.check_word(fields, key, next(iter(types)), word)
        words[key] = frozenset(found)
    return words
