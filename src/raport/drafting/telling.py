"""The facts of a letter: which events it tells, in what words, with which exhibits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from raport.casefile import Basis, CaseFile, Event, Filing, Proof
from raport.dates import Span
from raport.drafting.filling import Filler, Places, Word, capital
from raport.drafting.model import Fact, Known, LeftOut, Run, Why
from raport.law import Pack, Role
from raport.law.letters import Skeleton, Telling, Voice
from raport.prose import Words

_SILENT = frozenset((Role.CHOOSES, Role.ADVISES, Role.TELLS_SAFE, Role.ENDANGERS))
"""What he decided, what we advised, where he is: no letter tells it."""
_HELD = ("held", "copy")
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Told:
    """The facts of one letter with their words, the exhibits to annex, and what stays beside it."""

    facts: tuple[tuple[Fact, tuple[Run, ...]], ...]
    exhibits: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def events_of(file: CaseFile, pack: Pack, skeleton: Skeleton, filing: Filing | None, on: date) -> list[Event]:
    """The events a letter is about, in order of time: of the record alone, none later than its day."""
    about = None if skeleton.whole or filing is None else _with(file, filing)
    found = [
        e
        for e in file.case.events
        if e.on.earliest <= on
        and pack.kinds[e.kind].role not in _SILENT
        and (not skeleton.kinds or e.kind in skeleton.kinds)
        and (about is None or e.filing in about or e.follows in about)
    ]
    return sorted(found, key=lambda e: (e.on.earliest, e.on.latest))


def _with(file: CaseFile, filing: Filing) -> frozenset[str]:
    """The filing, those it challenges, and those that challenge it."""
    of_event = {e.id: e.filing for e in file.case.events}
    by_id = {f.id: f for f in file.case.filings}
    found, open_ = {filing.id}, [filing]
    while open_:
        for name in open_.pop().challenges:
            other = by_id.get(of_event.get(name, name))
            if other is not None and other.id not in found:
                found.add(other.id)
                open_.append(other)
    direct = {filing.id} | {e.id for e in file.case.events if e.filing == filing.id}
    return frozenset(found | {f.id for f in file.case.filings if direct.intersection(f.challenges)})


def tell(
    events: Sequence[Event],
    file: CaseFile,
    skeleton: Skeleton,
    voice: Voice,
    filler: Filler,
    known: "KnownOf",
    *,
    feminine: bool | None,
) -> Told:
    """Each event in words, or why it has none. `feminine`: of the applicant, who is told of."""
    facts: list[tuple[Fact, tuple[Run, ...]]] = []
    exhibits: dict[str, None] = {}
    left_out: list[LeftOut] = []
    risky: dict[tuple[str, Why], list[str]] = {}
    for event in events:
        telling = telling_of(event, filler.pack, skeleton)
        if telling is None:
            left_out.append(LeftOut(event.id, Why.NO_TELLING))
            continue
        how = _as_asked(how_known(event, telling, file, voice), filler.fills.get(known_place(event.id), ""))
        if how is not Known.HIMSELF and skeleton.first_hand:
            asked = (known_place(event.id),) if how is Known.ASK else ()
            left_out.append(LeftOut(event.id, Why.HEARSAY, asked))
            continue
        usable = []
        for name in event.exhibits:
            why = _unusable(file, name)
            if why is None:
                usable.append(name)
            else:
                risky.setdefault((name, why), []).append(event.id)
        exhibits.update(dict.fromkeys(usable))
        filler.event = event.id
        runs = filler.fill(telling.text[filler.language], known(event), feminine=feminine)
        filler.event = ""
        assert runs is not None, "a telling cites nothing"
        runs = capital(runs)
        text = "".join(r.text for r in runs)
        facts.append((Fact(event.id, text, event.proof, tuple(usable), how), runs))
    left_out += [LeftOut(name, why, tuple(of)) for (name, why), of in risky.items()]
    return Told(tuple(facts), tuple(exhibits), tuple(left_out))


class KnownOf:
    """What fills the places of an event's telling: its own words over those of the letter."""

    def __init__(self, file: CaseFile, filler: Filler, words: Words, of_letter: Places) -> None:
        self._file = file
        self._filler = filler
        self._words = words
        self._letter = of_letter

    def __call__(self, event: Event) -> Places:
        """The places of this event."""
        notes = self._file.account.notes.get(event.id, {})
        kind = self._filler.pack.kinds[event.kind]
        filing = next((f for f in self._file.case.filings if f.id == event.filing), None)
        of_paper = paper_words(self._filler.pack, filing, self._filler.language)
        own: dict[str, Sequence[Word]] = {
            **(of_paper if filing is not None else {}),
            "day": day_words(event.on, self._filler.on, self._words),
            "said": _said(notes.get("said", "")),
            "number": _said(notes.get("number", "")),
            **{name: self._field(type_, event.fields.get(name, "")) for name, type_ in kind.fields.items()},
        }
        return {**self._letter, **{name: partial(tuple, found) for name, found in own.items()}}

    def _field(self, type_: str, value: str) -> Sequence[Word]:
        if not value or value == "unknown":
            return ()
        if type_ == "authority":
            return (authority_word(self._filler.pack, value, self._filler.language),)
        choice = self._filler.pack.choices.get(type_)
        if choice is not None and value in choice.options:
            return (Word(choice.options[value].label.get(self._filler.language, value)),)
        return (Word(value, fixed=True),)


def _said(text: str) -> Sequence[Word]:
    return (Word(" ".join(text.split()), fixed=True),) if text.strip() else ()


def authority_word(pack: Pack, id_: str, language: str) -> Word:
    """What an authority is called in a letter."""
    party = pack.letters.parties.get(id_)
    label = party.name if party is not None else pack.authorities[id_].label
    return Word(label.get(language, id_))


def paper_words(pack: Pack, filing: Filing | None, language: str) -> dict[str, Sequence[Word]]:
    """What a paper is called, and whom it went to."""
    if filing is None:
        return {"paper": (), "paper.to": ()}
    papers = pack.letters.papers.values()
    kind = next((p for p in papers if p.kind and p.kind == filing.kind), None)
    asks = next((p for p in papers if p.asks and p.asks == filing.asks), None)
    to = next((a for a in filing.to if a in pack.authorities), "")
    named = () if kind is None else (Word(kind.text[language]),)
    after = (Word(asks.text[language], fixed=True),) if asks is not None and named else ()
    return {
        "paper": (*named, *after),
        "paper.to": (authority_word(pack, to, language),) if to else (),
    }


def telling_of(event: Event, pack: Pack, skeleton: Skeleton) -> Telling | None:
    """The first telling of the pack that fits the event."""
    for telling in pack.letters.tellings.values():
        if (
            telling.kind == event.kind
            and event.modality.value in telling.modalities
            and (not telling.shy or event.kind in skeleton.kinds)
            and all(event.fields.get(name, "") in words for name, words in telling.words.items())
        ):
            return telling
    return None


def how_known(event: Event, telling: Telling, file: CaseFile, voice: Voice) -> Known:
    """How the author knows it: himself, where it is his own act, a paper shows it or the word is his own.

    What the record has from another about the applicant, the applicant himself is to confirm; anybody else
    knows it from hearsay, as all know what was only inferred.
    """
    if event.proof is Proof.DOCUMENTED or event.basis is Basis.SEEN or (voice.is_self and telling.own):
        return Known.HIMSELF
    source = file.case.sources.get(event.source)
    if event.basis is not Basis.INFERRED and source is not None and source.reliability in voice.knows:
        return Known.HIMSELF
    return Known.ASK if voice.is_self and event.basis is not Basis.INFERRED else Known.HEARSAY


def known_place(event: str) -> str:
    """The place that says how the author knows of an event; a word of `Known` fills it."""
    return f"{event}:known"


def _as_asked(known: Known, said: str) -> Known:
    """What the record leaves open he was asked; what it has is not overruled."""
    if known is Known.ASK and said in (Known.HIMSELF.value, Known.HEARSAY.value):
        return Known(said)
    return known


def _unusable(file: CaseFile, exhibit: str) -> Why | None:
    known = file.case.exhibits.get(exhibit)
    if known is None or known.state not in _HELD:
        return Why.NOT_HELD
    return Why.USE_RISK if known.use_risk else None


def day_words(span: Span, on: date, words: Words) -> Sequence[Word]:
    """A day as a letter says it: a day, a month, a year, or between two days; none where it is open."""
    if span.open_start or span.earliest > on:
        return ()
    one, other = span.earliest, min(span.latest, on)
    if one == other:
        told = words("letter-day", d=one.day, m=one.month, y=one.year)
    elif (one.day, one.year, one.month) == (1, other.year, other.month) and _ends_month(span.latest):
        told = words("letter-month", month=words("letter-months").split()[one.month - 1], y=one.year)
    elif (one.month, one.day, one.year) == (1, 1, other.year) and _ends_month(span.latest, _LAST_MONTH):
        told = words("letter-year", y=one.year)
    else:
        both = [words("letter-date", d=d.day, m=d.month, y=d.year) for d in (one, other)]
        told = words("letter-between", one=both[0], other=both[1])
    return (Word(told, fixed=True),)


def _ends_month(day: date, month: int = 0) -> bool:
    last = (day + timedelta(days=1)).day == 1 if day < date.max else True
    return last and month in (0, day.month)


def told_kinds(events: Iterable[Event]) -> frozenset[str]:
    """The kinds of event there are."""
    return frozenset(e.kind for e in events)
