"""Facts of the person, the people of a case, and all that was ever added to it."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.views.decorators.http import require_GET, require_http_methods

from raport.access import Action
from raport.app.files import history
from raport.app.record import record_facts, record_identity, record_person
from raport.errors import BadInput
from raport.web.desk.guard import member, rule
from raport.web.desk.views.case import author, show_case, told, word_of

_NOT_GIVEN = ".."  # as a case file says that a fact was looked for and is not known


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
        new = {n: typed[n] for n in names if n in typed and typed[n] != known.get(n, "")}
        changed = {n: value or None for n, value in new.items() if value or known[n] != _NOT_GIVEN}
        try:
            if changed:
                record_facts(id_, changed, author(request))
        except BadInput as bad:
            errors = [told(p) for p in bad.problems]
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
            errors = [told(p) for p in bad.problems]
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
                "role": word_of(case.offers.choice("role"), p.role),
                "may": word_of(case.offers.choice("may"), p.may),
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


@require_GET
@rule(Action.READ)
def past(request: HttpRequest, id_: str) -> HttpResponse:
    """All that was ever added, in order, by whom: nothing is overwritten."""
    case = show_case(request, id_)
    added = history(id_, member(request).id)
    return render(request, "desk/case_history.html", {"case": case, "added": added, "none": ""})


urlpatterns: list[URLPattern] = [
    path("<str:id_>/facts/", facts, name="case-facts"),
    path("<str:id_>/people/", people, name="case-people"),
    path("<str:id_>/history/", past, name="case-history"),
]
