"""What is added to a case: what was filed, what came back or happened, what he decided; and corrections."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from raport.access import Action
from raport.app.record import file_paper, record_row
from raport.app.vault import today
from raport.casefile import Event, Modality, Proof
from raport.errors import BadInput
from raport.law import Kind, Role
from raport.web.desk.guard import rule
from raport.web.desk.offers import Option, events_of, filings_of, sources_of
from raport.web.desk.views.case import AGAIN, Shown, author, letters_in, show_case, told
from raport.web.desk.when import WhenForm, anchors_of


@require_http_methods(["GET", "POST"])
@rule(Action.RECORD)
def paper(request: HttpRequest, id_: str) -> HttpResponse:
    """What was filed: the paper, and how and when it was handed in."""
    case = show_case(request, id_)
    typed = request.POST if request.method == "POST" else {}
    errors: list[str] = []
    letters = letters_in(request, case)
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
            errors = [told(p) for p in bad.problems]
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
    letters = letters_in(request, case)
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
            request.session[AGAIN] = case.offers.group_of(kind)
        except BadInput as bad:
            errors = [told(p) for p in bad.problems]
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


@require_POST
@rule(Action.RECORD)
def decide(request: HttpRequest, id_: str) -> HttpResponse:
    """What he decided about a step, having been told what it exposes."""
    case = show_case(request, id_)
    kind = next((k for k in case.offers.pack.kinds.values() if k.role is Role.CHOOSES), None)
    step = request.POST.get("step", "")
    if kind is None or step not in case.offers.pack.remedies:
        raise Http404
    warned = "yes" if request.POST.get("told") else "no"
    row = {
        "kind": kind.id,
        "on": today().isoformat(),
        "step": step,
        "told": warned,
        "choice": request.POST.get("choice", ""),
        "basis": "told",
    }
    record_row(id_, "event", {k: v for k, v in row.items() if v}, author(request))
    return redirect("case", id_=id_)


urlpatterns: list[URLPattern] = [
    path("<str:id_>/paper/", paper, name="case-paper"),
    path("<str:id_>/choose/<str:group>/", choose, name="case-choose"),
    path("<str:id_>/add/<str:kind>/", add, name="case-add"),
    path("<str:id_>/correct/<str:event>/", correct, name="case-correct"),
    path("<str:id_>/decide/", decide, name="case-decide"),
]
