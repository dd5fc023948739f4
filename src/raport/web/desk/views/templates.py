"""The group's own Word templates: brought in, what their fields mean, named, thrown out."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from raport.access import Action
from raport.adapters.letters import RefusedError
from raport.adapters.letters.package import MOST_BYTES
from raport.app import template_fields as fields
from raport.app import templates as use
from raport.app.drafts import letter_words
from raport.app.laws import pack_of
from raport.drafting.fields import meant
from raport.errors import BadInput
from raport.law import Pack
from raport.law.letters import BLOCKS, Cases
from raport.prose import Words
from raport.web.desk.guard import rule
from raport.web.desk.posted import author, errors_of, must_be
from raport.web.desk.views.case import JURISDICTION, language


@require_GET
@rule(Action.IMPORT)
def templates(request: HttpRequest) -> HttpResponse:
    """All templates, what a field may be named, and where another one is brought in."""
    return _templates(request)


def _templates(request: HttpRequest, errors: list[str] | None = None) -> HttpResponse:
    pack, words = pack_of(JURISDICTION), letter_words(language())
    context = {
        "errors": errors,
        "templates": use.templates(),
        "offered": list(fields.offered(pack, words)),
        "endings": ", ".join(f"_{fields.ending_of(case, pack, words)}" for case in Cases),
        "most": MOST_BYTES // 2**20,
    }
    return render(request, "desk/templates.html", context, status=422 if errors else 200)


@require_POST
@rule(Action.IMPORT)
def bring(request: HttpRequest) -> HttpResponse:
    """A Word file: looked through, and kept as far as it is a letter."""
    file = request.FILES.get("file")
    if file is None or not file.size:
        return _templates(request, [_("Choose a Word file (DOCX) with something in it.")])
    if file.size > MOST_BYTES:
        return _templates(request, [_("A template has at most {n} MB.").format(n=MOST_BYTES // 2**20)])
    try:
        id_ = use.bring(file.name or "", file.read(), author(request))
    except RefusedError as refused:
        words = letter_words(language())
        return _templates(request, [words(f"own-refused-{refused.why.value}", found=refused.found)])
    except BadInput as bad:
        return _templates(request, errors_of(bad))
    return redirect("template", id_=id_)


@require_GET
@rule(Action.IMPORT)
def one(request: HttpRequest, id_: str) -> HttpResponse:
    """A template: what its fields mean, which nobody knows, what it lacks."""
    return _one(request, id_)


def _one(request: HttpRequest, id_: str, errors: list[str] | None = None) -> HttpResponse:
    pack, words = pack_of(JURISDICTION), letter_words(language())
    found = use.report_of(id_, pack)
    if found is None:
        raise Http404
    row, report = found
    context = {
        "errors": errors,
        "typed": request.POST,
        "row": row,
        "known": [(k, fields.label(k.means, pack, words)) for k in report.known],
        "unknown": [
            (u, [(fields.where(p.where, words), p.around) for p in u.places], _likely(u.alike, pack, words))
            for u in report.unknown
        ],
        "lacking": [words(f"own-lacks-{need}") for need in report.lacking],
        "stops": report.stops,
        "taken": [words(f"own-taken-{t.value}") for t in use.taken_of(row)],
        "choices": _choices(pack, words),
        "cases": [(c.value, words(f"own-case-{c.value}")) for c in Cases],
    }
    return render(request, "desk/template.html", context, status=422 if errors else 200)


def _choices(pack: Pack, words: Words) -> list[tuple[str, str]]:
    """What a field may be said to mean: the name, and what it is."""
    return [(first, f"{first}: {what}") for first, _others, what in fields.offered(pack, words)]


def _likely(alike: Sequence[str], pack: Pack, words: Words) -> str:
    """Of the choices the one that the nearest name stands for."""
    means = meant(alike[0], pack.letters, {}) if alike else None
    return next(
        (first for first, _choice in _choices(pack, words) if meant(first, pack.letters, {}) == means), ""
    )


@require_POST
@rule(Action.IMPORT)
def change(request: HttpRequest, id_: str) -> HttpResponse:
    """Name it, say what a field means, or throw it out."""
    typed: Any = request.POST
    try:
        match typed.get("do", ""):
            case "name":
                must_be(use.rename(id_, typed.get("name", "")))
            case "map":
                must_be(_map(id_, typed))
            case "unmap":
                must_be(use.map_field(id_, typed.get("field", ""), "", pack_of(JURISDICTION)))
            case "remove":
                must_be(use.remove(id_))
                return redirect("templates")
            case _:
                raise Http404
    except BadInput as bad:
        return _one(request, id_, errors_of(bad))
    return redirect("template", id_=id_)


def _map(id_: str, typed: Any) -> bool:
    """A field and, where it is no part of a letter, the case it stands in."""
    pack, means, case = pack_of(JURISDICTION), typed.get("means", ""), typed.get("case", "")
    field = meant(means, pack.letters, {})
    in_case = bool(case) and field is not None and field.place not in BLOCKS and field.case is Cases.NOM
    return use.map_field(id_, typed.get("field", ""), f"{means}_{case}" if in_case else means, pack)


urlpatterns = [
    path("", templates, name="templates"),
    path("bring/", bring, name="templates-bring"),
    path("<str:id_>/", one, name="template"),
    path("<str:id_>/change/", change, name="template-change"),
]
