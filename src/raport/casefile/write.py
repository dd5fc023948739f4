"""A case file as TOML: what is written reads back the same."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time

from raport.casefile.model import CaseFile, Claim, Event, Exhibit, Filing, Person, Source
from raport.casefile.relative import relative_parts


def write_case(file: CaseFile) -> str:
    """The file as text. Comments and the order of keys are the writer's own; nothing else is lost."""
    return "\n\n".join("\n".join(part) for part in _parts(file)) + "\n"


def _parts(file: CaseFile) -> Iterator[list[str]]:
    case, account = file.case, file.account
    yield _pairs(
        {
            "raport": 1,
            "matter" if case.matter else "case": case.id,
            "jurisdiction": case.jurisdiction,
            "as-of": case.as_of,
            "advocate-since": case.advocate_since,
            "comparison": case.comparison,
            "notice": case.notice,
        }
    )
    if case.facts:
        yield ["[facts]", *_pairs({name: _claims(c) for name, c in case.facts.items()})]
    if account.facts:
        yield ["[now]", *_pairs({name: _claims(c) for name, c in account.facts.items()})]
    for source in case.sources.values():
        yield [f"[sources.{_key(source.id)}]", *_pairs(_source(source))]
    for name, rows in (
        ("person", [_person(p) for p in case.people]),
        ("filing", [_filing(f) for f in case.filings]),
        ("event", [_event(e) for e in _in_place(file)]),
        ("exhibit", [_exhibit(x) for x in case.exhibits.values()]),
    ):
        for row in rows:
            yield [f"[[{name}]]", *_pairs(row)]
    for id_, notes in account.notes.items():
        yield [f"[account.{_key(id_)}]", *(f"{_key(k)} = {_value(v)}" for k, v in notes.items())]
    if file.identity.values:
        yield ["[identity]", *(f"{_key(k)} = {_value(v)}" for k, v in file.identity.values.items())]


def _in_place(file: CaseFile) -> Iterator[Event]:
    """Every event, what was corrected before what corrects it."""
    old = {e.id: e for e in file.replaced}
    for event in (*file.case.events, *file.account.events):
        chain = [event]
        while chain[-1].corrects in old:
            chain.append(old.pop(chain[-1].corrects))
        yield from reversed(chain)


def _source(source: Source) -> dict[str, object]:
    return {"title": source.title, "reliability": source.reliability, "published": source.published}


def _person(person: Person) -> dict[str, object]:
    return {"id": person.id, "role": person.role, "may": person.may}


def _exhibit(exhibit: Exhibit) -> dict[str, object]:
    return {"id": exhibit.id, "state": exhibit.state, "use-risk": exhibit.use_risk or None, "by": exhibit.by}


def _filing(filing: Filing) -> dict[str, object]:
    return {
        "id": filing.id,
        "kind": filing.kind,
        "asks": filing.asks,
        "ground": filing.ground,
        "to": filing.to,
        "author": filing.author,
        "channel": filing.channel,
        "about": filing.about,
        "challenges": filing.challenges,
        "what": filing.what,
        "count": "" if filing.count == "1" else filing.count,
    }


def _event(event: Event) -> dict[str, object]:
    return {
        "id": event.id,
        "kind": event.kind,
        "filing": event.filing,
        "on": relative_parts(event.said) or event.said or str(event.on),
        "until": None if event.until is None else str(event.until),
        "source": event.source,
        "basis": event.basis.value,
        "modality": event.modality.value,
        "proof": event.proof.value,
        "exhibits": event.exhibits,
        "follows": event.follows,
        "corrects": event.corrects,
        "via": event.via,
        **event.fields,
    }


def _claims(claims: Iterable[Claim]) -> object:
    many = list(claims)
    if len(many) == 1 and not many[0].by and not many[0].since:
        return many[0].value
    return [{k: v for k, v in (("value", c.value), ("by", c.by), ("since", c.since)) if v} for c in many]


def _pairs(row: Mapping[str, object]) -> list[str]:
    """Lines of a table; what is empty is left out."""
    return [f"{_key(k)} = {_value(v)}" for k, v in row.items() if v not in (None, "", (), [], {})]


def _key(key: str) -> str:
    return key if key and all(c.isascii() and (c.isalnum() or c in "-_") for c in key) else _text(key)


def _value(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case str():
            return _text(value)
        case datetime() | date() | time():
            return value.isoformat()
        case Mapping():
            inside = ", ".join(f"{_key(k)} = {_value(v)}" for k, v in value.items())
            return f"{{ {inside} }}" if inside else "{}"
        case list() | tuple():
            return f"[{', '.join(_value(v) for v in value)}]"
        case _:
            raise TypeError(f"a case file has no {type(value).__name__}")


def _text(text: str) -> str:
    # JSON escapes what TOML escapes, but for DEL, which TOML wants escaped too.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")
