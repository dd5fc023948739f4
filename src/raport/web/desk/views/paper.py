"""A paper that came back: read by the machine beside the pages, then accepted by a person, field by field."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from raport.access import Action
from raport.adapters.blobs import NotReadError, TooLargeError
from raport.adapters.sentences import load_words
from raport.adapters.store.files import file as file_row
from raport.adapters.store.rows import FileRow
from raport.adapters.store.search import numbered
from raport.app import exhibits, papers
from raport.app.answers import RefusedError
from raport.app.exhibits import ClosedError, Exhibit, GoneError
from raport.app.files import Author, NotGrantedError, name_of
from raport.app.laws import pack_of
from raport.app.papers import Accepted, Move, NotAcceptedError, Paper
from raport.app.papers_joined import accept_and_join
from raport.app.search import search
from raport.casefile import CaseFile
from raport.errors import BadInput
from raport.law import Pack
from raport.prose import Saying, Words
from raport.prose.saying import capital
from raport.reading.papers import Field, Findings, PaperPage, Place, Proposal, Rect
from raport.web.desk import behind
from raport.web.desk.behind import StoppedWorkError
from raport.web.desk.guard import member, rule
from raport.web.desk.posted import errors_of
from raport.web.desk.views.case import author, language
from raport.web.desk.views.inbox import case_number

ASKED = (Field.KIND, Field.FILING, Field.DATE, Field.SENDER, Field.NUMBER, Field.INCOMING)
"""What is asked one by one, the gravest first; of articles there may be several."""
OFFERED = 5
"""Cases that are compared with a paper of the inbox."""
_LEAST_WIDTH, _BESIDE, _AROUND = 700, 60, 30  # pixels of a cut around a rectangle
MOST_CUTS = 4
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_OWN = "own"
_NOTHING = "none"


@dataclass(frozen=True, slots=True)
class Shape:
    """A rectangle as a template draws it; `n` is the number of its proposal."""

    n: int
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Cut:
    """A strip of a page around one rectangle."""

    page: int
    box: str
    width: int
    height: int
    shape: Shape


@dataclass(frozen=True, slots=True)
class Offer:
    """One value that may be accepted."""

    n: int
    value: str
    label: str
    said: str
    cuts: tuple[Cut, ...]
    notes: tuple[str, ...]
    chosen: bool
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """One field: what is proposed, or why nothing is; what may be chosen or written instead."""

    name: str
    why: str
    offers: tuple[Offer, ...]
    options: tuple[tuple[str, str], ...]
    choice: str
    own: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A clean page with the rectangles on it."""

    n: int
    width: int
    height: int
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A case that a paper of the inbox may belong to, and what ties them."""

    id: str
    name: str
    filing: str
    grounds: tuple[str, ...]


# --- reading ----------------------------------------------------------------------------------------------


@require_GET
@rule(Action.READ)
def show(request: HttpRequest, id_: str) -> HttpResponse:
    """What was read of it; how far the reading is; or the button that begins it."""
    one, who = _exhibit(request, id_), author(request)
    job = behind.job(_job(id_))
    if job is not None and job.runs:
        response = render(request, "desk/paper_progress.html", {**_head(one), "job": job})
        response.headers["Refresh"] = "2"  # without script too
        return response
    paper = _paper(id_, who)
    if paper is None:
        others = [e for e in exhibits.exhibits(one.file, who.member) if papers.can_read(e) and e.id != id_]
        context = {**_head(one), "others": others, "why": job.why if job else ""}
        return render(request, "desk/paper_begin.html", context)
    return _sheet(request, one, paper, {})


@require_POST
@rule(Action.RECORD)
def read(request: HttpRequest, id_: str) -> HttpResponse:
    """Begin to read it, with others as its further pages where they were marked; or anew."""
    one, who = _exhibit(request, id_), author(request)
    others = {e.id for e in exhibits.exhibits(one.file, who.member) if papers.can_read(e)}
    ids = [id_, *(i for i in request.POST.getlist("also") if i in others and i != id_)]
    if request.POST.get("anew"):
        papers.forget(id_, who)
    behind.start(_job(id_), _reading(ids, who))
    return redirect("paper", id_=id_)


def _reading(ids: Sequence[str], who: Author) -> Callable[[behind.Step], None]:
    def work(step: behind.Step) -> None:
        from raport.app.reading import NoReaderError

        try:
            papers.read_in(ids, who, step)
        except NoReaderError:
            raise StoppedWorkError("no-reader") from None
        except (ClosedError, GoneError, NotReadError, TooLargeError):
            raise StoppedWorkError("not-opened") from None

    return work


@require_GET
@rule(Action.READ)
def page(request: HttpRequest, id_: str, n: int) -> HttpResponse:
    """The clean picture of one page."""
    _exhibit(request, id_)
    data = papers.clean_page(id_, n, author(request))
    if data is None:
        raise Http404
    answer = HttpResponse(data, content_type="image/jpeg")
    answer.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer


# --- accepting --------------------------------------------------------------------------------------------


@require_http_methods(["POST"])
@rule(Action.RECORD)
def accept(request: HttpRequest, id_: str) -> HttpResponse:
    """Record what was accepted; what stops a clock is asked a second time, clock by clock."""
    one, who = _exhibit(request, id_), author(request)
    paper = _paper(id_, who)
    case_id = _case_of(request, one)
    if paper is None or not case_id:
        raise Http404
    if request.POST.get("back"):
        return _sheet(request, one, paper, {})
    case = papers.case_of(case_id, who.member)
    pack = pack_of(case.case.jurisdiction)
    accepted = _accepted(request, pack, load_words(language()))
    joins = one.file != case_id
    stopping = request.POST.getlist("stop")
    try:
        row = papers.event_row(case, accepted, "")
        moved = papers.moves(case_id, row, who)
        if any(m.stops and f"{m.filing} {m.clock}" not in stopping for m in moved):
            return _ask_again(request, one, case_id, case, moved)
        record = accept_and_join if joins else papers.accept
        event = record(paper, case_id, accepted, who, stopping)
    except NotAcceptedError as refused:
        return _sheet(request, one, paper, {"why": refused.why})
    except RefusedError as refused:
        return _sheet(request, one, paper, {"why": refused.why})
    except BadInput as bad:
        return _sheet(request, one, paper, {"errors": errors_of(bad)})
    return redirect(f"{reverse('case', args=[case_id])}#{event}")


def _ask_again(
    request: HttpRequest, one: Exhibit, case_id: str, case: CaseFile, moved: Sequence[Move]
) -> HttpResponse:
    say = Saying(pack_of(case.case.jurisdiction), load_words(language()), case)
    row = file_row(case_id)
    context = {
        **_head(one),
        "case_id": case_id,
        "case_name": name_of(row) if row else "",
        "joins": one.file != case_id,
        "stops": [_told_move(m, case, say) for m in moved if m.stops],
        "others": [_told_move(m, case, say) for m in moved if not m.stops],
        "typed": [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name not in ("csrfmiddlewaretoken", "stop", "back")
        ],
    }
    return render(request, "desk/paper_stops.html", context)


def _told_move(move: Move, case: CaseFile, say: Saying) -> dict[str, str]:
    filing = next(f for f in case.case.filings if f.id == move.filing)
    bearer = say.pack.clocks[move.clock].bearer.value
    return {
        "id": f"{move.filing} {move.clock}",
        "clock": capital(say.words.of(say.pack.clocks[move.clock].label)),
        "filing": say.filing_title(filing),
        "before": say.words(f"state-{bearer}-{move.before}") if move.before else "",
        "after": say.words(f"state-{bearer}-{move.after}"),
        "due": say.words.span(move.due) if move.due else "",
    }


def _accepted(request: HttpRequest, pack: Pack, words: Words) -> Accepted:
    """What was chosen or written, field by field; nothing that was not."""
    chosen = {f: _chosen(request, f) for f in ASKED}
    articles = [cited(a, pack, words) for a in request.POST.getlist("article") if a in pack.provisions]
    told = [
        _("no. {number}").format(number=chosen[Field.NUMBER]) if chosen[Field.NUMBER] else "",
        _("incoming {number}").format(number=chosen[Field.INCOMING]) if chosen[Field.INCOMING] else "",
        _("names: {articles}").format(articles=", ".join(articles)) if articles else "",
    ]
    return Accepted(
        filing=chosen[Field.FILING],
        kind=chosen[Field.KIND],
        day=chosen[Field.DATE],
        sender=chosen[Field.SENDER],
        notes={"note": "; ".join(filter(None, told))},
    )


def _chosen(request: HttpRequest, field: Field) -> str:
    value = request.POST.get(field.value, _NOTHING)
    if value == _OWN:
        own = request.POST.get(f"{field.value}-own", "").strip()[:200]
        return _iso(own) if field is Field.DATE else own
    return "" if value == _NOTHING else value[:200]


def _iso(typed: str) -> str:
    """A day as it is written here, 28.03.2025, in ISO; anything else as it is."""
    found = _DAY.fullmatch(typed)
    return f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else typed


def cited(provision: str, pack: Pack, words: Words) -> str:
    """A provision as people cite it; one that the pack does not have as it was found."""
    known = pack.provisions.get(provision)
    return words.of(known.cite) if known is not None else provision


# --- the sheet --------------------------------------------------------------------------------------------


def _sheet(request: HttpRequest, one: Exhibit, paper: Paper, refused: Mapping[str, Any]) -> HttpResponse:
    who, case_id = author(request), _case_of(request, one)
    case = papers.case_of(case_id, who.member) if case_id else None
    words = load_words(language(), packages=("raport.prose", "raport.reading.papers"))
    findings = _findings(paper, case, who.on)
    pack = pack_of(case.case.jurisdiction if case else _jurisdiction(one))
    asking = _Asking(request.POST, paper, findings, pack, words, case)
    asked = [asking.field(f) for f in ASKED if f is not Field.FILING or case is not None]
    articles = asking.many(Field.ARTICLE)
    row = file_row(case_id) if case_id else None
    context = {
        **_head(one),
        **refused,
        "paper": paper,
        "sheets": asking.sheets(),
        "asked": asked,
        "articles": articles,
        "case_id": case_id,
        "case_name": name_of(row) if row else "",
        "joins": bool(case_id) and one.file != case_id,
        "has_filings": case is not None and bool(case.case.filings),
        "near": [] if case_id else _near(paper, findings, one, who, words),
        "events": papers.events_with(case, one.name) if case and one.file == case_id else [],
        "number": request.GET.get("number", ""),
        "no_case": "number" in request.GET and not case_id,
    }
    return render(request, "desk/paper.html", context, status=422 if refused else 200)


class _Asking:
    """Numbers the proposals as they are asked, and cuts the page around each."""

    def __init__(
        self,
        typed: Mapping[str, Any],
        paper: Paper,
        findings: Findings,
        pack: Pack,
        words: Words,
        case: CaseFile | None,
    ) -> None:
        self.typed, self.paper, self.findings = typed, paper, findings
        self.pack, self.words, self.case = pack, words, case
        self.shapes: dict[int, list[Shape]] = {}
        self.count = 0

    def field(self, field: Field) -> Asked:
        """One field with its proposal, or with what it could have been."""
        proposed, abstained = self.findings.proposed(field), self.findings.abstained(field)
        found = [proposed] if proposed else list(abstained.candidates if abstained else ())
        choice = str(self.typed.get(field.value, _NOTHING))
        return Asked(
            name=field.value,
            why=abstained.why.value if abstained else "",
            offers=tuple(self._offer(p, choice) for p in found),
            options=tuple(self._options(field)),
            choice=choice,
            own=str(self.typed.get(f"{field.value}-own", "")),
        )

    def many(self, field: Field) -> Asked:
        """A field that may have several values."""
        found = [p for p in self.findings.proposals if p.field is field]
        abstained = self.findings.abstained(field)
        marked = self.typed.getlist(field.value) if hasattr(self.typed, "getlist") else []
        offers = tuple(self._offer(p, p.value if p.value in marked else "") for p in found)
        return Asked(field.value, abstained.why.value if abstained else "", offers, (), "", "", many=True)

    def sheets(self) -> list[Sheet]:
        """Every page, with the rectangles of what was asked so far."""
        return [
            Sheet(n, p.width, p.height, tuple(self.shapes.get(n, ()))) for n, p in enumerate(self.paper.pages)
        ]

    def _offer(self, proposal: Proposal, choice: str) -> Offer:
        self.count += 1
        words = self.words
        notes = [words(f"doubt-{d.value}") for d in proposal.doubts]
        notes += [words(f"ground-{g.value}") for g in proposal.grounds]
        for place in proposal.places:
            self.shapes.setdefault(place.page, []).append(_shape(self.count, place.rect))
        return Offer(
            self.count,
            proposal.value,
            self._label(proposal.field, proposal.value),
            proposal.said,
            tuple(
                _cut(self.count, place, self.paper.pages[place.page]) for place in proposal.places[:MOST_CUTS]
            ),
            tuple(notes),
            choice == proposal.value,
            proposal.doubtful,
        )

    def _label(self, field: Field, value: str) -> str:
        if field in (Field.DATE, Field.INCOMING_DATE):
            return self.words.day(date.fromisoformat(value))
        if field is Field.ARTICLE:
            return cited(value, self.pack, self.words)
        return dict(self._options(field)).get(value, value)

    def _options(self, field: Field) -> Iterable[tuple[str, str]]:
        pack, words = self.pack, self.words
        match field:
            case Field.KIND:
                yield from ((a.id, capital(words.of(a.label))) for a in pack.answers.values())
            case Field.SENDER:
                yield from ((a.id, words.of(a.label)) for a in pack.authorities.values())
            case Field.FILING if self.case is not None:
                say = Saying(pack, words, self.case)
                yield from ((f.id, say.filing_title(f)) for f in self.case.case.filings)
            case _:
                return


def _shape(n: int, rect: Rect) -> Shape:
    return Shape(n, rect.left - 8, rect.top - 8, rect.width + 16, rect.height + 16)


def _cut(n: int, place: Place, page: PaperPage) -> Cut:
    """The strip of the page around a place."""
    rect = place.rect
    width = max(_LEAST_WIDTH, rect.width + 2 * _BESIDE)
    left = max(0, min(rect.left - _BESIDE, page.width - width))
    top = max(0, rect.top - _AROUND)
    box = f"{left} {top} {width} {rect.height + 2 * _AROUND}"
    return Cut(place.page, box, page.width, page.height, _shape(n, rect))


# --- helpers ----------------------------------------------------------------------------------------------


def _near(paper: Paper, findings: Findings, one: Exhibit, who: Author, words: Words) -> list[Near]:
    """Cases of this member's in which a number of the paper stands, with the filing it would belong to."""
    numbers = [
        p.value
        for p in findings.proposals
        if p.field in (Field.ANSWERS_TO, Field.INCOMING) and any(c.isdigit() for c in p.value)
    ]
    rows: dict[str, FileRow] = {}
    for number in dict.fromkeys(numbers):
        for found in search(f'"{number}"', who.member, files=OFFERED, each=1).files:
            if found.row.kind == "case" and found.row.id != one.file:
                rows.setdefault(found.row.id, found.row)
    near = []
    for id_, row in list(rows.items())[:OFFERED]:
        case = papers.case_of(id_, who.member)
        filing = _findings(paper, case, who.on).proposed(Field.FILING)
        title = ""
        if filing is not None:
            told = next(f for f in case.case.filings if f.id == filing.value)
            title = Saying(pack_of(row.jurisdiction), words, case).filing_title(told)
        grounds = tuple(words(f"ground-{g.value}") for g in filing.grounds) if filing else ()
        near.append(Near(id_, name_of(row), title, grounds))
    return sorted(near, key=lambda n: not n.filing)


def _findings(paper: Paper, case: CaseFile | None, on: date) -> Findings:
    return papers.findings_of(paper, case.case.jurisdiction if case else "ru", case, on)


def _case_of(request: HttpRequest, one: Exhibit) -> str:
    """The case it is read for: the one it lies in, or the one that was chosen for a paper of the inbox."""
    row = file_row(one.file)
    if row is not None and row.kind != "enquiry":
        return one.file
    asked = request.POST.get("case") or request.GET.get("case", "")
    if not asked and request.GET.get("number"):
        number = case_number(request.GET["number"])
        asked = (numbered(number, member(request).id) or "") if number is not None else ""
    found = file_row(asked) if asked else None
    if found is None or found.kind == "enquiry":
        return ""
    try:
        papers.case_of(asked, member(request).id)
    except NotGrantedError:
        return ""
    return asked


def _jurisdiction(one: Exhibit) -> str:
    row = file_row(one.file)
    assert row is not None
    return row.jurisdiction


def _paper(id_: str, who: Author) -> Paper | None:
    try:
        return papers.paper_of(id_, who)
    except (ClosedError, GoneError):
        raise Http404 from None


def _exhibit(request: HttpRequest, id_: str) -> Exhibit:
    """Raises Http404, also for what is no picture and no PDF that may be opened now."""
    try:
        one = exhibits.exhibit(id_, member(request).id)
    except (GoneError, NotGrantedError):
        raise Http404 from None
    if not papers.can_read(one):
        raise Http404
    return one


def _head(one: Exhibit) -> dict[str, Any]:
    row = file_row(one.file)
    assert row is not None
    home = f"/inbox/{row.id}/" if row.kind == "enquiry" else f"/case/{row.id}/"
    return {"one": one, "file_name": name_of(row), "home": home, "in_inbox": row.kind == "enquiry"}


def _job(id_: str) -> str:
    return f"read {id_}"


urlpatterns: list[URLPattern] = [
    path("<str:id_>/", show, name="paper"),
    path("<str:id_>/read/", read, name="paper-read"),
    path("<str:id_>/page/<int:n>", page, name="paper-page"),
    path("<str:id_>/accept/", accept, name="paper-accept"),
]
