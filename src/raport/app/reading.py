"""Reading what came back: scans to clean pages, words, proposals. Nothing is accepted here, nothing kept.

`scan` is slow (a second or two a page) and knows no case; `propose` is fast (some ten milliseconds), can be
asked again for another case or another day, and takes what `scan` gave. `read_paper` is both. Nothing raises
for a bad file: it stands in `Scan.refused` and the good ones are read. They raise `NoReaderError` where this
machine cannot read at all (no Tesseract, no Russian, no extra `read`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from raport.adapters.media import Kind, kind_of, recognise
from raport.adapters.media.signatures import HEIC
from raport.adapters.ocr.machine import NoReaderError
from raport.adapters.ocr.pdf import write_pdf
from raport.adapters.ocr.scanning import Source, look
from raport.adapters.sayings import load_paper_words
from raport.assess import Assessment, Clock, ClockState, Law, assess
from raport.casefile import Basis, CaseFile, Event, Proof
from raport.dates import Span
from raport.errors import BadInput, Problem
from raport.reading.papers import EventShape, Field, Findings, PaperPage, PaperWords, Proposal, read_pages

__all__ = [
    "ClockMove",
    "Given",
    "NoReaderError",
    "Reading",
    "Refused",
    "Scan",
    "ScannedPage",
    "moves_of",
    "propose",
    "read_paper",
    "scan",
]

MEASURED_ON = 0
"""Real or independently written letters on which the telling of classes was measured; under 50 of them no
accuracy is stated anywhere.
"""

_KINDS = {Kind.IMAGE: "image", Kind.PDF: "pdf"}
_ENDS = 64 * 1024  # bytes at both ends that say what a file is
_PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Given:
    """One file as it came: its name (shown, never opened by) and its bytes. Files are pages in this order."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """One clean page.

    `image`: a grey JPEG, upright, straight, its shade taken off; the rectangles of words and proposals are in
    its pixels (`words.width`, `words.height`): divide by them to lay a rectangle over a picture of any size.
    `of`: which of the files given it is from, and `page`: which page of that file, both from 0.
    `angle`: degrees by which it was straightened; `turned`: quarter turns clockwise before that.
    """

    of: int
    page: int
    image: bytes
    words: PaperPage
    angle: float
    turned: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A file, or a page of it (`page` is None: all of it), that was not read.

    `why`: too-large, too-long, too-many-pages, locked, unreadable, no-page, broken, not-a-scan.
    """

    of: int
    name: str
    page: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What the machine saw: pages in order, what was refused, and one clean PDF of all pages.

    `pdf`: each page's picture with its words under it, to be searched and copied; empty where there is no
    page. The same files give the same bytes on one machine. The originals are not in it: keep them.
    """

    pages: tuple[ScannedPage, ...]
    refused: tuple[Refused, ...]
    pdf: bytes


@dataclass(frozen=True, slots=True)
class ClockMove:
    """What accepting the proposals would do to one clock of a case: ask twice before one that `stops`.

    `filing`, `clock`: ids; `before`, `after`: its states, `before` None for a clock that would begin.
    `due`: its last day as it would then stand, by the reading that leads; None where none can be counted.
    """

    filing: str
    clock: str
    before: ClockState | None
    after: ClockState
    due: Span | None

    @property
    def stops(self) -> bool:
        """Whether a term that ran, or ran out, would count as met: what is owed would no longer be asked."""
        return self.before is not None and self.after in (ClockState.MET, ClockState.LATE)


@dataclass(frozen=True, slots=True)
class Reading:
    """A paper read: the scan, what is proposed of it, and which clocks would move if all of it were accepted.

    `findings.proposals` have each their rectangles (`places`: page index into `scan.pages`, rectangle), how
    sure the machine was, and doubts. `findings.abstentions` say for every other field why nothing is proposed
    and what it could have been. `moves` is empty where no case was given, or its filing, the kind of answer
    or the day is not proposed. `event`: the kind of event it would become, by the pack; empty likewise.
    """

    scan: Scan
    findings: Findings
    moves: tuple[ClockMove, ...] = ()
    event: str = ""

    def of_page(self, page: int) -> tuple[Proposal, ...]:
        """The proposals that have a rectangle on a page."""
        return tuple(p for p in self.findings.proposals if any(at.page == page for at in p.places))


def scan(files: Sequence[Given], *, step: Callable[[int], object] = lambda _: None, workers: int = 2) -> Scan:
    """Clean pages and their words. `step` is called with the number of pages done so far, as they are done.

    At most `workers` pages are read at a time. Raises `NoReaderError`.
    """
    kinds = [_kind(one.data) for one in files]
    refused = [Refused(n, f.name, None, "not-a-scan") for n, f in enumerate(files) if kinds[n] is None]
    readable = [n for n in range(len(files)) if kinds[n] is not None]
    sources = [Source(kinds[n] or "", files[n].data) for n in readable]
    clean, unread = look(sources, step=step, workers=workers)
    clean = [replace(page, of=readable[page.of]) for page in clean]
    refused += [Refused(readable[u.of], files[readable[u.of]].name, u.page, u.why) for u in unread]
    pages = tuple(ScannedPage(c.of, c.page, c.image, c.words, c.angle, c.turned) for c in clean)
    return Scan(pages, tuple(sorted(refused, key=lambda r: (r.of, r.page or 0))), write_pdf(clean))


def _kind(data: bytes) -> str | None:
    """What the child is asked to read it as; None for what is no scan."""
    media = recognise("", data[:_ENDS], data[-_ENDS:]).media
    return "heic" if media == HEIC else _KINDS.get(kind_of(media))


def propose(
    pages: Sequence[PaperPage], law: Law, file: CaseFile | None = None, on: date | None = None
) -> tuple[Findings, tuple[ClockMove, ...], str]:
    """What the words say by the pack's phrases and, where a case is given, which filing and clocks it meets.

    `on`: the day on which clocks are looked at (today by default). Raises `BadInput` where nobody has written
    down how letters of this jurisdiction are read.
    """
    words = load_paper_words(law.pack.id)
    if words is None:
        raise BadInput([Problem("a jurisdiction whose letters can be read", law.pack.id)])
    findings = read_pages(pages, words, law.pack, file)
    shape = _shape(findings, words, law)
    if shape is None:
        return findings, (), ""
    return findings, _moves(findings, shape, law, file, on or date.today()), shape.kind


def read_paper(
    files: Sequence[Given], law: Law, file: CaseFile | None = None, on: date | None = None
) -> Reading:
    """`scan` and `propose` in one. Raises `NoReaderError`, `BadInput` as they do."""
    scanned = scan(files)
    findings, moves, event = propose([p.words for p in scanned.pages], law, file, on)
    return Reading(scanned, findings, moves, event)


# --- which clocks would move ------------------------------------------------------------------------------


def _shape(findings: Findings, words: PaperWords, law: Law) -> EventShape | None:
    """The event that the proposed class of reply comes to, where the pack has such a kind."""
    kind = findings.proposed(Field.KIND)
    shape = words.event_of(kind.value) if kind is not None else None
    return shape if shape is not None and shape.kind in law.pack.kinds else None


def _moves(
    findings: Findings, shape: EventShape, law: Law, file: CaseFile | None, on: date
) -> tuple[ClockMove, ...]:
    """The clocks of the case as it is, beside those of the case with this event in it."""
    filing, day = findings.proposed(Field.FILING), findings.proposed(Field.DATE)
    if file is None or filing is None or day is None:
        return ()
    event = _event(findings, shape, law, file, filing.value, date.fromisoformat(day.value))
    return moves_of(event, law, file, on)


def moves_of(event: Event, law: Law, file: CaseFile, on: date) -> tuple[ClockMove, ...]:
    """The clocks of a case that would stand otherwise, on a day, with this event in it."""
    latest = max(event.on.latest, file.case.as_of) if file.case.as_of else None
    then = replace(file.case, events=(*file.case.events, event), as_of=latest)
    before = _clocks(assess(file.case, law, on, file.account))
    after = _clocks(assess(then, law, on, file.account))
    return tuple(
        ClockMove(filing_id, clock.rule, old.state if old else None, clock.state, _due(clock))
        for (filing_id, id_), clock in after.items()
        if (old := before.get((filing_id, id_))) is None or old.state is not clock.state
    )


def _event(findings: Findings, shape: EventShape, law: Law, file: CaseFile, filing: str, day: date) -> Event:
    kind, sender = findings.proposed(Field.KIND), findings.proposed(Field.SENDER)
    said = {
        "@outcome": law.pack.answers[kind.value].outcome if kind else "",
        "@sender": sender.value if sender else "",
    }
    fields = {name: said.get(value, value) for name, value in shape.fields.items()}
    known = law.pack.kinds[shape.kind].fields
    taken = {e.id for e in file.case.events}
    return Event(
        id=next(i for i in (_PAPER, *(f"{_PAPER}-{n}" for n in range(len(taken) + 1))) if i not in taken),
        kind=shape.kind,
        on=Span.on(day),
        filing=filing,
        fields={name: value for name, value in fields.items() if value and name in known},
        basis=Basis.SEEN,
        proof=Proof.DOCUMENTED,
    )


def _clocks(assessment: Assessment) -> dict[tuple[str, str], Clock]:
    return {(filing.id, clock.id): clock for filing in assessment.filings for clock in filing.clocks}


def _due(clock: Clock) -> Span | None:
    leading = clock.leading
    return leading.due if leading is not None else None
