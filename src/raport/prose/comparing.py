"""Two assessments of the same steps on two days, side by side: what is told only of one, what is another."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from raport.assess import Assessment, Certainty, Cited
from raport.prose.layout import heading, paragraph
from raport.prose.telling import Telling

type Told = Mapping[tuple[str, ...], tuple[str, str]]
"""What one assessment says of a kind: by its ids, its name and how it stands (which may be empty)."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One of the two: an assessment, and who tells it."""

    telling: Telling
    assessment: Assessment


def compare(first: Compared, second: Compared) -> str:
    """The differences, ready to print; ends with a line feed. Both must speak of the same filings."""
    w = second.telling.words
    days = [w.day(c.assessment.on) for c in (first, second)]
    lines = [
        *heading(w("compare-title", case=first.assessment.case, one=days[0], other=days[1]), "-"),
        *paragraph(w("compare-note", one=days[0], other=days[1])),
    ]
    found = differences(first, second)
    lines += found or ["", *paragraph(w("compare-nothing"))]
    return "\n".join(lines) + "\n"


def differences(first: Compared, second: Compared) -> list[str]:
    """The lines of what is told otherwise, section by section; none where nothing is."""
    lines: list[str] = []
    for name, told in _SECTIONS:
        found = list(_differences(told(first), told(second)))
        if found:
            lines += ["", second.telling.words(name)]
        for mark, text in found:
            lines += paragraph(text, indent=2, first=f"{mark} ")
    return lines


def _differences(one: Told, other: Told) -> Iterator[tuple[str, str]]:
    for key in (*one, *(k for k in other if k not in one)):
        before, after = one.get(key), other.get(key)
        if before is None and after is not None:
            yield "+", _stands(*after)
        elif after is None and before is not None:
            yield "-", _stands(*before)
        elif before is not None and after is not None and before[1] != after[1]:
            yield "~", f"{after[0]}: {before[1]} → {after[1]}"


def _stands(name: str, how: str) -> str:
    return f"{name}: {how}" if how else name


# --- what is compared -------------------------------------------------------------------------------------


def _grounds(c: Compared) -> Told:
    return {
        (f.id,): (f.id, c.telling.opening(f.ground)) for f in c.assessment.filings if f.ground is not None
    }


def _dangers(c: Compared) -> Told:
    return {
        (d.id,): (c.telling.named("danger", d.id), c.telling.sure(d.certainty))
        for d in c.assessment.dangers
        if d.certainty is not Certainty.UNKNOWN and not d.leads
    }


def _clocks(c: Compared) -> Told:
    return {
        (f.id, clock.id): (f"{f.id}, {c.telling.named('clock', clock.rule)}", c.telling.state(clock))
        for f in c.assessment.filings
        for clock in f.clocks
        if clock.certainty is not Certainty.UNKNOWN
    }


def _breaches(c: Compared) -> Told:
    return {
        (f.id, b.id): (f"{f.id}, {c.telling.named('breach', b.id)}", c.telling.sure(b.certainty))
        for f in c.assessment.filings
        for b in f.breaches
        if b.certainty is not Certainty.UNKNOWN
    }


def _remedies(c: Compared) -> Told:
    leads = c.telling.words("compare-leads")
    return {
        (r.id,): (c.telling.named("remedy", r.id), leads if r.leads else "")
        for r in c.assessment.remedies
        if r.certainty is not Certainty.UNKNOWN
    }


def _offences(c: Compared) -> Told:
    return {
        (o.id,): (c.telling.named("offence", o.id), c.telling.sure(o.certainty))
        for o in c.assessment.offences
        if o.certainty is not Certainty.UNKNOWN
    }


def _practice(c: Compared) -> Told:
    names = [p.id for p in c.assessment.practice]
    names += [p for r in c.assessment.remedies for p in r.retaliation]
    known = {p.id: p for p in c.telling.pack.practices}
    return {(n,): (c.telling.words.of(known[n].says), "") for n in dict.fromkeys(names)}


def _law(c: Compared) -> Told:
    cited = dict.fromkeys(_cited_in(c.assessment))
    return {(x.provision, str(x.version)): (c.telling.cited(x), "") for x in cited}


_SECTIONS = (
    ("compare-grounds", _grounds),
    ("dangers", _dangers),
    ("compare-clocks", _clocks),
    ("breaches", _breaches),
    ("remedies", _remedies),
    ("offences", _offences),
    ("practice", _practice),
    ("compare-law", _law),
)


def _cited_in(value: object) -> Iterable[Cited]:
    """Every provision that anything in an assessment rests on."""
    if isinstance(value, Cited):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _cited_in(part)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _cited_in(getattr(value, field.name))
