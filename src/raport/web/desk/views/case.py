"""A case: opened, and read."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods

from raport.access import Action
from raport.adapters.sentences import load_words
from raport.adapters.store.files import file as file_row
from raport.adapters.store.rows import FileRow
from raport.app import enquiries
from raport.app.docket import assess_file
from raport.app.exhibits import exhibits
from raport.app.files import Author, NotGrantedError, history, name_of
from raport.app.laws import pack_of, pack_stamp
from raport.app.open_case import open_case
from raport.app.record import record_facts
from raport.app.vault import now, today
from raport.assess import Assessment
from raport.assess.audience import for_audience
from raport.casefile import CaseFile
from raport.drafting import letters_open
from raport.errors import BadInput
from raport.law import Audience
from raport.prose import Saying, page_of
from raport.prose.picture import picture
from raport.safety import Triage
from raport.web.desk.guard import member, rule
from raport.web.desk.offers import Offers, Option
from raport.web.desk.when import anchors_of, told_by

JURISDICTION = "ru"

# What a new case asks: only what decides something, and each may be left unknown.
FIRST_FACTS = ("service", "rank", "training", "where", "phone", "reach")

AGAIN = "case-again"
"""Through which door something was just written down: the next often follows."""

_WHERE = {
    "unit": "home-base",
    "zone": "zone",
    "hospital": "hospital",
    "in-transit": "in-transit",
    "abroad": "abroad",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A case as this member sees it today."""

    row: FileRow
    file: CaseFile
    assessment: Assessment
    say: Saying
    offers: Offers

    @property
    def name(self) -> str:
        """What it is called."""
        return name_of(self.row)


def author(request: HttpRequest) -> Author:
    """Who does this, and when."""
    return Author(member(request).id, now(), today())


def show_case(request: HttpRequest, id_: str) -> Shown:
    """The case of this address. Raises Http404, the same for what is not there and what was not granted."""
    row = file_row(id_)
    if row is None or row.kind == "enquiry":
        raise Http404
    who = member(request)
    try:
        file, assessment = assess_file(id_, who.id, today())
    except NotGrantedError:
        raise Http404 from None
    audience = Audience.ADVOCATE if who.standing == "advocate" else Audience.CASEWORKER
    pack = pack_of(row.jurisdiction)
    words = load_words(language(), audience)
    say = Saying(pack, words, file)
    return Shown(row, file, for_audience(assessment, audience), say, Offers(pack, words))


def language() -> str:
    """The reader's language: of Russian and English the one that was chosen."""
    return "en" if (get_language() or "ru").startswith("en") else "ru"


@require_GET
@rule(Action.READ)
def show(request: HttpRequest, id_: str) -> HttpResponse:
    """The case page: what endangers first, the chronology, where it stands, what could be done, what to
    ask.
    """
    case = show_case(request, id_)
    context = {
        "case": case,
        "page": page_of(case.assessment, case.say),
        "picture": picture(case.assessment, case.say),
        "pack": pack_stamp(case.row.jurisdiction),
        "decisions": case.offers.decisions(),
        "rows": _chronicle(case),
        "to_draft": _to_draft(case),
        "known": _known(case),
        "again": request.session.pop(AGAIN, ""),
        **letters_in(request, case),
    }
    return render(request, "desk/case.html", context)


def _to_draft(case: Shown) -> dict[str, list[str]]:
    """The steps that a letter can be drafted for: with which papers, by the step."""
    found: dict[str, list[str]] = {}
    for name, filing in letters_open(case.assessment, case.offers.pack):
        found.setdefault(name, []).append(filing)
    return found


def _chronicle(case: Shown) -> list[dict[str, Any]]:
    """The chronicle as rows: the text version of the picture."""
    notes = case.file.account.notes
    anchors = anchors_of(case.file, case.say)
    return [
        {
            "id": e.id,
            "day": case.say.words.short(e.on),
            "said": notes.get(e.id, {}).get("day", "") or told_by(e.said, anchors),
            "label": case.say.label(e),
            "filing": e.filing,
            "proof": case.say.words(f"proof-{e.proof.value}"),
            "note": notes.get(e.id, {}).get("note", ""),
        }
        for e in case.say.chronicle_events(case.assessment)
    ]


def _known(case: Shown) -> list[str]:
    """What is known of him, in the words of the lists, as far as it is no text."""
    facts = {**case.file.case.facts, **case.file.account.facts}
    found = (
        (field, facts[field.name][-1].value)
        for field in case.offers.facts(FIRST_FACTS)
        if facts.get(field.name)
    )
    return [word_of(field.options, str(value)) for field, value in found]


def letters_in(request: HttpRequest, case: Shown) -> dict[str, Any]:
    """The messages that came with the case, what was answered, and what may be quoted from them."""
    me = member(request).id
    added = history(case.row.id, me)
    written = enquiries.written(added)
    files = {e.title: e.id for e in exhibits(case.row.id, me)} if written else {}
    return {
        "written": written,
        "said": enquiries.said(added),
        "files": files,
        "quotes": enquiries.sentences(written),
    }


def word_of(options: Iterable[Option], word: str) -> str:
    """A word of a closed list as it is told."""
    return next((o.label for o in options if o.id == word), word)


def told(problem: object) -> str:
    """A mistake, without the name of the file that a form has not."""
    return str(problem).removeprefix("case: ")


# --- opening ------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@rule(Action.RECORD)
def new(request: HttpRequest) -> HttpResponse:
    """A new case: a few questions, each of which decides something."""
    errors: list[str] = []
    if request.method == "POST":
        try:
            return _on(request, open_case(JURISDICTION, author(request), _first_facts(request)).id)
        except BadInput as bad:
            errors = [told(p) for p in bad.problems]
    offers = Offers(pack_of(JURISDICTION), load_words(language()))
    context = {"fields": offers.facts(FIRST_FACTS), "typed": request.POST, "errors": errors}
    return render(request, "desk/case_new.html", context, status=422 if errors else 200)


@require_http_methods(["GET", "POST"])
@rule(Action.RECORD)
def first(request: HttpRequest, id_: str) -> HttpResponse:
    """The same questions to a case that an enquiry became; what the enquiry said is filled in, to be sent."""
    case = show_case(request, id_)
    errors: list[str] = []
    if request.method == "POST":
        try:
            if found := _first_facts(request):
                record_facts(id_, found, author(request))
            return _on(request, id_)
        except BadInput as bad:
            errors = [told(p) for p in bad.problems]
    fields_ = case.offers.facts(FIRST_FACTS)
    where = _where_of(enquiries.triaged(history(id_, member(request).id)))
    said = {f.name: where for f in fields_ if f.name == "where" and where in {o.id for o in f.options}}
    context = {
        "case": case,
        "fields": fields_,
        "typed": request.POST if errors else said,
        "errors": errors,
        **letters_in(request, case),
    }
    return render(request, "desk/case_new.html", context, status=422 if errors else 200)


def _first_facts(request: HttpRequest) -> dict[str, str]:
    return {name: request.POST[name] for name in FIRST_FACTS if request.POST.get(name)}


def _on(request: HttpRequest, id_: str) -> HttpResponse:
    """On to what he filed, or to the case."""
    return redirect("case-paper" if request.POST.get("paper") else "case", id_=id_)


def _where_of(triage: Triage) -> str:
    """Where he is, by the inbox. That he left his unit is for a member to write, never for us to fill in."""
    return "held" if triage.held == "yes" else _WHERE.get(triage.where, "")


urlpatterns: list[URLPattern] = [
    path("new/", new, name="case-new"),
    path("<str:id_>/", show, name="case"),
    path("<str:id_>/first/", first, name="case-first"),
]
