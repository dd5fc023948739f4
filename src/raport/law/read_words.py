"""The pack's own words: lists, kinds of event, facts, authorities; sentences and their audience."""

from collections.abc import Iterable, Sequence

from raport.documents import Fields
from raport.documents.fields import near
from raport.law.model import DESK, Audience, Authority, Choice, Fact, Kind, Option, Role, Text
from raport.law.words import BUILTIN, EVENT_KEYS, Names

RESERVED = ("filing-kind", "asks", "author", "channel", "what", "may", "exposes")
"""Lists of words that the core asks for."""

_AUDIENCES = tuple(a.value for a in Audience)


def read_text(fields: Fields, key: str, languages: Sequence[str], *, needed: bool = True) -> Text:
    """A sentence in every language of the pack."""
    value = fields.raw(key)
    if not isinstance(value, dict):
        if needed or value is not None:
            given = ", ".join(f'{lang} = "..."' for lang in languages)
            fields.wrong(key, f"`{key}` in {', '.join(languages)}", help_=f"write {key} = {{ {given} }}")
        return {}
    table = Fields(fields.document, (*fields.path, key), value, fields.problems)
    text = {}
    for lang in languages:
        text[lang] = table.text(lang, "") if lang in value else ""
        if isinstance(value.get(lang, ""), str) and not text[lang].strip():
            table.wrong(lang, f"`{key}` in {lang!r} too, a language of the pack")
    table.done()
    return text


def read_audience(fields: Fields) -> frozenset[Audience]:
    """Who may be shown it; the desk where nothing is said."""
    words = fields.words("audience")
    for word in words:
        if word not in _AUDIENCES:
            fields.wrong(
                "audience", "audiences: " + ", ".join(_AUDIENCES), repr(word), near(word, _AUDIENCES)
            )
    return frozenset(Audience(w) for w in words if w in _AUDIENCES) or DESK


def read_choices(rows: Iterable[Fields], head: Fields, languages: Sequence[str]) -> dict[str, Choice]:
    """The closed lists of words; `head` is the pack's, where a missing list is told."""
    choices: dict[str, Choice] = {}
    for row in rows:
        name = row.text("id")
        if name in BUILTIN:
            row.wrong("id", "a name that is not a built-in type", repr(name))
        options: dict[str, Option] = {}
        for option in row.tables("options"):
            word = option.text("id")
            if word in options:
                option.wrong("id", "each word once in a choice", repr(word))
            label = {}
            for lang in languages:
                label[lang] = option.text(lang)
            option.done()
            options[word] = Option(word, label)
        if not options:
            row.wrong("options", "at least one word")
        row.done()
        choices[name] = Choice(name, options)
    for name in RESERVED:
        if name not in choices:
            head.wrong("id", f"a [[choice]] with id {name!r}, which the core asks for", "none")
    return choices


def read_field_names(rows: Iterable[Fields], names: Names, languages: Sequence[str]) -> dict[str, Text]:
    """What people call the fields of kinds."""
    known = {field for kind in names.kinds.values() for field in kind.fields}
    labels = {}
    for row in rows:
        name = row.text("id")
        if name not in known:
            row.wrong("id", "a field of some [[kind]]", repr(name), near(name, known))
        labels[name] = read_text(row, "label", languages)
        row.done()
    return labels


def read_kinds(rows: Iterable[Fields], names: Names, languages: Sequence[str]) -> dict[str, Kind]:
    """The kinds of event."""
    roles = [r.value for r in Role]
    kinds = {}
    for row in rows:
        table = row.table("fields")
        fields: dict[str, str] = {}
        if table is not None:
            for key in table.values:
                fields[key] = table.text(key)
                names.check_type(table, key, fields[key])
        asks: dict[str, Text] = {}
        asked = row.table("asks")
        if asked is not None:
            for key in asked.values:
                if key not in fields:
                    asked.wrong(key, "a field of this kind", f"`{key}`", near(key, fields))
                asks[key] = read_text(asked, key, languages)
        kind = Kind(
            id=row.text("id"),
            role=Role(row.word("role", roles)),
            ring=row.number("ring"),
            label=read_text(row, "label", languages),
            fields=fields,
            lasts=row.flag("lasts"),
            conduct=row.flag("conduct"),
            stage=row.number("stage", 0),
            asks=asks,
        )
        _check_kind(row, kind)
        row.done()
        kinds[kind.id] = kind
    return kinds


def _check_kind(row: Fields, kind: Kind) -> None:
    _check_ring(row, kind.ring)
    for key in EVENT_KEYS:
        if key in kind.fields:
            row.wrong("fields", "fields that are no keys of every event", f"`{key}`", "give it another name")
    if kind.conduct and kind.ring != 2:  # noqa: PLR2004 - ring 2 is the account
        row.wrong("conduct", "ring 2 for the applicant's own conduct", f"ring {kind.ring}")
    if kind.role is Role.CHOOSES:
        for key, type_ in (("step", "remedy"), ("told", "flag")):
            if kind.fields.get(key) != type_:
                row.wrong(
                    "fields",
                    f"a field `{key}` of type {type_} for a kind that chooses",
                    str(kind.fields.get(key)),
                )
        if "choice" not in kind.fields:
            row.wrong("fields", "a field `choice` (`does` or another word) for a kind that chooses", "none")


def _check_ring(row: Fields, ring: int) -> None:
    if ring not in (2, 3) and isinstance(row.values.get("ring"), int):
        row.wrong("ring", "3 (procedure) or 2 (account)")


def read_facts(rows: Iterable[Fields], names: Names, languages: Sequence[str]) -> dict[str, Fact]:
    """The facts of the person."""
    facts = {}
    for row in rows:
        type_ = row.text("type")
        names.check_type(row, "type", type_)
        fact = Fact(
            id=row.text("id"),
            type=type_,
            ring=row.number("ring"),
            label=read_text(row, "label", languages),
            asks=read_text(row, "asks", languages),
        )
        _check_ring(row, fact.ring)
        row.done()
        facts[fact.id] = fact
    return facts


def read_authorities(rows: Sequence[Fields], names: Names, languages: Sequence[str]) -> dict[str, Authority]:
    """The kinds of authority, and who stands above whom."""
    authorities = {}
    for row in rows:
        above = row.words("above")
        for name in above:
            names.refer(row, "above", "authority", name)
        authority = Authority(
            row.text("id"), read_text(row, "label", languages), above, frozenset(row.words("groups"))
        )
        row.done()
        authorities[authority.id] = authority
    return authorities
