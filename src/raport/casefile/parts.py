"""The pieces of a case file that are no events: sources, people, exhibits, facts, filings."""

from collections.abc import Collection, Mapping
from datetime import date

from raport.casefile.model import Claim, Exhibit, Filing, Person, Source
from raport.casefile.table import Table
from raport.casefile.words import ACCOUNT, RECORD, UNKNOWN, Words, choice, facts, of_type, quoted, shown
from raport.dates import DateError, Span, read_span
from raport.law import Fact, Pack

_STATES = Words("a state of an exhibit", ("held", "copy", "seen-by", "destroyed"))


def read_notice(top: Table, languages: Collection[str]) -> Mapping[str, str]:
    """What the file is and is not, by language."""
    table = top.table("notice")
    notice = {lang: table.text(lang) for lang in table.values if lang in languages}
    for lang in languages:
        table.asked.add(lang)
    table.done("`notice` (a language of the pack)")
    return notice


def read_sources(top: Table, pack: Pack, as_of: date | None) -> Mapping[str, Source]:
    """Who says so."""
    sources = {}
    for id_, table in named(top.table("sources")):
        title = table.text("title")
        reliability = table.open_word("reliability", choice(pack, "reliability"))
        published = not_later(table, "published", as_of)
        table.done("a source")
        sources[id_] = Source(id_, title, reliability, published)
    return sources


def read_person(table: Table, pack: Pack) -> Person:
    """Who speaks for him, by role."""
    person = Person(
        id=table.name(),
        role=table.open_word("role", choice(pack, "role")),
        may=table.word("may", choice(pack, "may"), needed=True),
    )
    table.done("a person (names stand in [identity] alone)")
    return person


def read_exhibit(table: Table, holders: Collection[str]) -> Exhibit:
    """A paper, photograph or recording."""
    exhibit = Exhibit(
        id=table.name(),
        state=table.word("state", _STATES, needed=True),
        use_risk=table.flag("use-risk") == "yes",
        by=table.name_or_none("by", holders, "a source or a person"),
    )
    table.done("an exhibit")
    return exhibit


def read_filing(table: Table, pack: Pack, challengeable: Collection[str]) -> Filing:
    """A paper that asks for something."""
    authorities = Words("an authority of the pack", pack.authorities)
    filing = Filing(
        id=table.name(),
        kind=table.word("kind", choice(pack, "filing-kind"), needed=True),
        asks=table.word("asks", choice(pack, "asks")),
        ground=table.word("ground", Words("a ground of the pack", pack.grounds)),
        to=table.words("to", authorities),
        author=table.word("author", choice(pack, "author")),
        channel=table.word("channel", choice(pack, "channel")),
        about=table.words("about", authorities),
        challenges=table.names("challenges", challengeable, "a filing or event"),
        what=table.word("what", choice(pack, "what")),
        count=table.count("count") or "1",
    )
    table.done("a filing")
    return filing


type Facts = Mapping[str, tuple[Claim, ...]]


def read_facts(top: Table, pack: Pack, claimants: Words) -> tuple[Facts, Facts]:
    """The facts of ring 3, and those of ring 2: each stays in the ring the pack gives it."""
    record: dict[str, tuple[Claim, ...]] = {}
    account: dict[str, tuple[Claim, ...]] = {}
    for where in ("facts", "now"):
        table = top.table(where)
        for name in table.values:
            fact = pack.facts.get(name)
            if fact is None:
                continue
            claims = _claims(table, fact, pack, claimants)
            if where == "now" and fact.ring == RECORD:
                table.refuse(
                    name,
                    "a fact of ring 2 under [now]",
                    f"`{name}` is part of the record: it belongs under [facts]",
                )
            elif name in account:
                table.refuse(name, f"the fact `{name}` once", "it stands under [facts] already")
            elif claims:
                (record if fact.ring == RECORD else account)[name] = claims
        more = facts(pack) if where == "facts" else facts(pack, ACCOUNT)
        table.done(f"[{where}]: a fact of the person", more.words)
    return record, account


def _claims(table: Table, fact: Fact, pack: Pack, claimants: Words) -> tuple[Claim, ...]:
    raw = table.take(fact.id)
    if not isinstance(raw, list):
        value = read_value(table, fact.id, fact.type, pack)
        return (Claim(value),) if value else ()
    if not raw:
        table.refuse(fact.id, f"each side's word on `{fact.id}`", '[ { value = "...", by = "..." }, ... ]')
    claims = []
    for one in table.tables(fact.id):
        value = read_value(one, "value", fact.type, pack)
        by = one.word("by", claimants, needed=True)
        since = read_day(one, "since")
        one.done("a claim")
        if value:
            claims.append(Claim(value, by, since))
    return tuple(claims)


def read_value(table: Table, key: str, type_: str, pack: Pack) -> str:
    """The value of a fact or of an event's own field, as text; "" where it is not known."""
    if type_ == "day":
        return read_day(table, key)
    if type_ == "count":
        return table.count(key)
    if type_ == "flag":
        return table.flag(key)
    return table.word(key, of_type(pack, type_))


def read_day(table: Table, key: str) -> str:
    """A day as EDTF, kept as it was written; "" where it is left out or "unknown"."""
    value = table.take(key)
    if value is None or value == UNKNOWN:
        return ""
    span = read_edtf(table, key, value)
    return "" if span is None else _as_written(value)


def read_edtf(table: Table, key: str, value: object) -> Span | None:
    """The span of a day written as EDTF or as TOML's own date; None, and a mistake, where it is none."""
    if type(value) is date:
        return Span.on(value)
    if not isinstance(value, str):
        table.refuse(
            key, f"for `{key}` a day: {DAYS}", "a day has no time of day" if isinstance(value, date) else ""
        )
        return None
    try:
        return read_span(value)
    except DateError as error:
        table.mistakes.add((*table.path, key), f"for `{key}` a day: {DAYS}", shown(value), hint(error, value))
        return None


DAYS = '2019-10-10, "2019-10", "2019-07~", "2019-07/2019-09" or ".."'


def hint(error: DateError, value: str) -> str:
    """What the reader of dates advises, unless that would repeat free text."""
    if shown(value) != quoted(value):
        return '"~" after a date is "about", ".." is "not known"'
    return error.problem.help


def _as_written(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def not_later(table: Table, key: str, as_of: date | None) -> date | None:
    """One day that is not after the file's own."""
    day = table.day(key)
    if day is not None and as_of is not None and day > as_of:
        table.refuse(key, f"nothing later than as-of = {as_of}", "move as-of, or leave this out")
    return day


def named(table: Table) -> list[tuple[str, Table]]:
    """The tables of a table, by their names."""
    return [(name, table.table(name)) for name in table.values]
