"""A case: opened, added to, corrected, read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods, require_POST

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
from raport.app.record import file_paper, record_facts, record_identity, record_person, record_row
from raport.app.vault import now, today
from raport.assess import Assessment
from raport.assess.audience import for_audience
from raport.casefile import CaseFile, Event, Modality, Proof
from raport.drafting import letters_open
from raport.errors import BadInput
from raport.law import Audience, Kind, Role
from raport.prose import Saying, page_of
from raport.prose.picture import picture
from raport.safety import Triage
from raport.web.desk.guard import member, rule
from raport.web.desk.offers import Offers, Option, events_of, filings_of, sources_of
from raport.web.desk.when import WhenForm, anchors_of, told_by

JURISDICTION = "ru"

# What a new case asks: only what decides something, and each may be left unknown.
FIRST_FACTS = ("service", "rank", "training", "where", "phone", "reach")

_NOT_GIVEN = ".."  # as a case file says that a fact was looked for and is not known

_AGAIN = "case-again"  # through which door something was just written down: the next often follows

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
        "again": request.session.pop(_AGAIN, ""),
        **_letters(request, case),
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
    return [_word(field.options, str(value)) for field, value in found]


def _letters(request: HttpRequest, case: Shown) -> dict[str, Any]:
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
            errors = [_told(p) for p in bad.problems]
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
            errors = [_told(p) for p in bad.problems]
    fields_ = case.offers.facts(FIRST_FACTS)
    where = _where_of(enquiries.triaged(history(id_, member(request).id)))
    said = {f.name: where for f in fields_ if f.name == "where" and where in {o.id for o in f.options}}
    context = {
        "case": case,
        "fields": fields_,
        "typed": request.POST if errors else said,
        "errors": errors,
        **_letters(request, case),
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


# --- adding -------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@rule(Action.RECORD)
def paper(request: HttpRequest, id_: str) -> HttpResponse:
    """What was filed: the paper, and how and when it was handed in."""
    case = show_case(request, id_)
    typed = request.POST if request.method == "POST" else {}
    errors: list[str] = []
    letters = _letters(request, case)
    when = _when(request, case, {}, focus=request.method == "POST")  # first where the day is to be chosen
    if request.method == "POST" and when.is_valid():
        begun = typed.get("begun")
        begun = begun if begun in case.offers.pack.kinds else "filed"
        filing = _words(request, ("kind", "asks", "ground", "author", "channel", "what"))
        filing |= {k: request.POST.getlist(k) for k in ("to", "about") if any(request.POST.getlist(k))}
        if typed.get("challenges"):
            filing["challenges"] = typed["challenges"]
        event = {"kind": begun, "on": when.day("on") or "..", **_common(request)}
        try:
            file_paper(id_, filing, event, author(request), notes=_notes(request, letters["quotes"]))
        except BadInput as bad:
            errors = [_told(p) for p in bad.problems]
        else:
            return redirect("case", id_=id_)
    offers = case.offers
    begins = [
        Option(k.id, offers.text(k.label))
        for k in offers.pack.kinds.values()
        if k.role in (Role.BEGINS, Role.ARRIVES, Role.CHALLENGES)
    ]
    context = {
        "case": case,
        "typed": typed,
        "when": when,
        "errors": errors,
        "offers": offers,
        "kinds": offers.choice("filing-kind"),
        "asks": offers.choice("asks"),
        "grounds": offers.of_type("ground", None, None),
        "authorities": offers.authorities(),
        "authors": offers.choice("author"),
        "channels": offers.choice("channel"),
        "what": offers.choice("what"),
        "begins": begins,
        "challenged": (*filings_of(case.file, case.say), *events_of(case.file, case.say)),
        **_lists(case),
        **letters,
    }
    wrong = errors or (when.is_bound and when.errors)
    return render(request, "desk/case_paper.html", context, status=422 if wrong else 200)


@require_GET
@rule(Action.RECORD)
def choose(request: HttpRequest, id_: str, group: str) -> HttpResponse:
    """Which kind of thing came back, or happened."""
    case = show_case(request, id_)
    if request.GET.get("kind") in case.offers.pack.kinds:
        return redirect("case-add", id_=id_, kind=request.GET["kind"])
    return render(
        request, "desk/case_choose.html", {"case": case, "kinds": case.offers.kinds(group), "group": group}
    )


@require_http_methods(["GET", "POST"])
@rule(Action.RECORD)
def add(request: HttpRequest, id_: str, kind: str) -> HttpResponse:
    """One event of a kind."""
    case = show_case(request, id_)
    known = case.offers.pack.kinds.get(kind)
    if known is None:
        raise Http404
    return _event_form(request, case, known, None)


@require_http_methods(["GET", "POST"])
@rule(Action.RECORD)
def correct(request: HttpRequest, id_: str, event: str) -> HttpResponse:
    """A new event that takes the place of one that was told wrong; the old one stays in the history."""
    case = show_case(request, id_)
    found = next((e for e in (*case.file.case.events, *case.file.account.events) if e.id == event), None)
    if found is None:
        raise Http404
    return _event_form(request, case, case.offers.pack.kinds[found.kind], found)


def _event_form(request: HttpRequest, case: Shown, kind: Kind, old: Event | None) -> HttpResponse:
    typed: Mapping[str, Any] = request.POST if request.method == "POST" else _typed_of(case, old)
    errors: list[str] = []
    letters = _letters(request, case)
    when = _when(request, case, typed, focus=True)
    if request.method == "POST" and when.is_valid():
        row = {
            "kind": kind.id,
            "on": when.day("on") or "..",
            **_common(request),
            **_words(request, kind.fields),
        }
        if request.POST.get("filing"):
            row["filing"] = request.POST["filing"]
        if kind.lasts and when.day("until") is not None:
            row["until"] = when.day("until")
        if old is not None:
            row["corrects"] = old.id
        try:
            notes = _notes(request, letters["quotes"])
            record_row(case.row.id, "event", row, author(request), notes=notes)
            request.session[_AGAIN] = case.offers.group_of(kind)
        except BadInput as bad:
            errors = [_told(p) for p in bad.problems]
        else:
            return redirect("case", id_=case.row.id)
    context = {
        "case": case,
        "kind": kind,
        "label": case.offers.text(kind.label),
        "fields": case.offers.fields_of(kind, case.file, case.say),
        "typed": typed,
        "when": when,
        "errors": errors,
        "old": old,
        **_lists(case),
        **letters,
    }
    wrong = errors or (when.is_bound and when.errors)
    return render(request, "desk/case_event.html", context, status=422 if wrong else 200)


def _typed_of(case: Shown, old: Event | None) -> Mapping[str, str]:
    """What the form holds at first: nothing, or what was told before."""
    if old is None:
        filings = case.file.case.filings
        return {"filing": filings[-1].id} if len(filings) == 1 else {}
    return {
        "on": old.said,
        "until": "" if old.until is None else str(old.until),
        "filing": old.filing,
        "source": old.source,
        "proof": old.proof.value,
        "basis": old.basis.value,
        "modality": old.modality.value,
        "follows": old.follows,
        "note": case.file.account.notes.get(old.id, {}).get("note", ""),
        **old.fields,
    }


def _lists(case: Shown) -> dict[str, Any]:
    """The lists that every form of an event has."""
    words = case.say.words
    return {
        "filings": filings_of(case.file, case.say),
        "sources": sources_of(case.file.case),
        "proofs": [Option(p.value, words(f"proof-{p.value}")) for p in Proof],
        "modalities": [
            Option(m.value, words(f"modality-{m.value}")) for m in Modality if m is not Modality.DONE
        ],
        "causes": (*filings_of(case.file, case.say), *events_of(case.file, case.say)),
    }


def _common(request: HttpRequest) -> dict[str, Any]:
    """What every event has: who says so, how it could be proved, to what it seems a reaction."""
    return _words(request, ("source", "proof", "basis", "modality", "follows"))


def _words(request: HttpRequest, names: Iterable[str]) -> dict[str, Any]:
    return {name: request.POST[name] for name in names if request.POST.get(name)}


def _notes(request: HttpRequest, quotes: Sequence[str]) -> dict[str, str]:
    """What is kept in the words of whoever said it: a sentence of a message, the note, and the day where it
    was told in words.
    """
    number = request.POST.get("quote", "")
    quoted = quotes[int(number)] if number.isdecimal() and int(number) < len(quotes) else ""
    note = "\n".join(filter(None, (quoted, request.POST.get("note", "").strip())))
    typed = {"note": note, "day": request.POST.get("on", "").strip()}
    return {name: text for name, text in typed.items() if text}


def _when(request: HttpRequest, case: Shown, initial: Mapping[str, Any], *, focus: bool = False) -> WhenForm:
    data = request.POST if request.method == "POST" else None
    return WhenForm(data, today(), anchors_of(case.file, case.say), initial, focus=focus)


def _told(problem: object) -> str:
    return str(problem).removeprefix("case: ")


# --- deciding, facts, history -----------------------------------------------------------------------------


@require_POST
@rule(Action.RECORD)
def decide(request: HttpRequest, id_: str) -> HttpResponse:
    """What he decided about a step, having been told what it exposes."""
    case = show_case(request, id_)
    kind = next((k for k in case.offers.pack.kinds.values() if k.role is Role.CHOOSES), None)
    step = request.POST.get("step", "")
    if kind is None or step not in case.offers.pack.remedies:
        raise Http404
    told = "yes" if request.POST.get("told") else "no"
    row = {
        "kind": kind.id,
        "on": today().isoformat(),
        "step": step,
        "told": told,
        "choice": request.POST.get("choice", ""),
        "basis": "told",
    }
    record_row(id_, "event", {k: v for k, v in row.items() if v}, author(request))
    return redirect("case", id_=id_)


@require_http_methods(["GET", "POST"])
@rule(Action.RECORD)
def facts(request: HttpRequest, id_: str) -> HttpResponse:
    """Facts of the person, and where he is now; what turns out not to be known is taken back."""
    case = show_case(request, id_)
    names = list(case.offers.pack.facts)
    known = {n: c[-1].value for n, c in {**case.file.case.facts, **case.file.account.facts}.items() if c}
    typed: Mapping[str, Any] = request.POST if request.method == "POST" else known
    errors: list[str] = []
    if request.method == "POST":
        told = {n: typed[n] for n in names if n in typed and typed[n] != known.get(n, "")}
        changed = {n: value or None for n, value in told.items() if value or known[n] != _NOT_GIVEN}
        try:
            if changed:
                record_facts(id_, changed, author(request))
        except BadInput as bad:
            errors = [_told(p) for p in bad.problems]
        else:
            return redirect("case", id_=id_)
    context = {"case": case, "fields": case.offers.facts(names), "typed": typed, "errors": errors}
    return render(request, "desk/case_facts.html", context, status=422 if errors else 200)


IDENTITY = ("name", "phone", "contacts", "unit", "address")
"""What is asked of who he is; nothing of it leaves ring 1."""

PERSON = ("name", "contacts", "call-back")


@require_http_methods(["GET", "POST"])
@rule(Action.READ, writes=Action.RECORD)
def people(request: HttpRequest, id_: str) -> HttpResponse:
    """Who he is, who speaks for him, and what each may: decide, speak, know, nothing."""
    case = show_case(request, id_)
    known = {k: str(v) for k, v in case.file.identity.values.items()}
    errors: list[str] = []
    if request.method == "POST":
        try:
            if "role" in request.POST:
                _add_person(request, id_)
            else:
                typed = {n: request.POST.get(n, "").strip() for n in IDENTITY}
                record_identity(
                    id_, {n: v for n, v in typed.items() if v != known.get(n, "")}, author(request)
                )
        except BadInput as bad:
            errors = [_told(p) for p in bad.problems]
        else:
            return redirect("case-people", id_=id_)
    context = {
        "case": case,
        "errors": errors,
        "known": request.POST if errors and "role" not in request.POST else known,
        "typed": request.POST if errors else {},
        "identity": IDENTITY,
        "people": [
            {
                "id": p.id,
                "role": _word(case.offers.choice("role"), p.role),
                "may": _word(case.offers.choice("may"), p.may),
                **{n.replace("-", "_"): known.get(f"{p.id}-{n}", "") for n in PERSON},
            }
            for p in case.file.case.people
        ],
        "roles": case.offers.choice("role"),
        "rights": case.offers.choice("may"),
    }
    return render(request, "desk/case_people.html", context, status=422 if errors else 200)


def _add_person(request: HttpRequest, id_: str) -> None:
    identity = {n: request.POST.get(f"person-{n}", "").strip() for n in PERSON}
    record_person(
        id_, request.POST["role"], request.POST.get("may") or "nothing", author(request), identity=identity
    )


def _word(options: Iterable[Option], word: str) -> str:
    return next((o.label for o in options if o.id == word), word)


@require_GET
@rule(Action.READ)
def past(request: HttpRequest, id_: str) -> HttpResponse:
    """All that was ever added, in order, by whom: nothing is overwritten."""
    case = show_case(request, id_)
    added = history(id_, member(request).id)
    return render(request, "desk/case_history.html", {"case": case, "added": added, "none": ""})


urlpatterns: list[URLPattern] = [
    path("new/", new, name="case-new"),
    path("<str:id_>/", show, name="case"),
    path("<str:id_>/first/", first, name="case-first"),
    path("<str:id_>/paper/", paper, name="case-paper"),
    path("<str:id_>/choose/<str:group>/", choose, name="case-choose"),
    path("<str:id_>/add/<str:kind>/", add, name="case-add"),
    path("<str:id_>/correct/<str:event>/", correct, name="case-correct"),
    path("<str:id_>/decide/", decide, name="case-decide"),
    path("<str:id_>/facts/", facts, name="case-facts"),
    path("<str:id_>/people/", people, name="case-people"),
    path("<str:id_>/history/", past, name="case-history"),
]
