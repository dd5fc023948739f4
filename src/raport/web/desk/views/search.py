"""Search over what the desk holds. What was typed stands in no address, but in the memory of the visit."""

import secrets
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from raport.access import Action, may
from raport.adapters.store import search as store
from raport.adapters.store.members import members
from raport.adapters.store.search import Among
from raport.app.files import name_of
from raport.app.search import InFile, Results, rebuild, search
from raport.web.desk.guard import actor, member, rule

LONGEST = 300
"""Letters; a longer text is looked for by its beginning."""
AT_ONCE = 10
"""Files on a page."""
REMEMBERED = 20
"""Searches of one visit that a browser can go back to."""

_SESSION = "searches"
_KINDS = ("enquiry", "case", "matter")
_RINGS = (1, 2, 3)


@require_http_methods(["GET", "POST"])
@rule(Action.READ)
def ask(request: HttpRequest) -> HttpResponse:
    """The field; what is typed into it leads to a page with an address that tells nothing."""
    if request.method != "POST":
        return render(request, "desk/search.html", {"typed": {}, "stale": _stale(request)})
    typed = {
        "q": request.POST.get("q", "").strip()[:LONGEST],
        "kind": request.POST.get("kind", ""),
        "ring": request.POST.get("ring", ""),
        "open": request.POST.get("open", ""),
    }
    held = request.session.get(_SESSION, {})
    token = secrets.token_urlsafe(9)
    request.session[_SESSION] = {**dict(list(held.items())[1 - REMEMBERED :]), token: typed}
    return redirect("search-found", token=token)


@require_GET
@rule(Action.READ)
def found(request: HttpRequest, token: str) -> HttpResponse:
    """What was found, by files."""
    typed = request.session.get(_SESSION, {}).get(token)
    if typed is None:
        raise Http404
    page = _page(request.GET.get("page", ""))
    language = "en" if (get_language() or "ru").startswith("en") else "ru"
    results = search(
        typed["q"],
        member(request).id,
        _among(typed),
        first=(page - 1) * AT_ONCE,
        files=AT_ONCE,
        language=language,
    )
    pages = max(1, -(-results.count // AT_ONCE))
    context = {
        "typed": typed,
        "token": token,
        "results": results,
        "files": [_shown(one) for one in results.files],
        "number": page,
        "pages": pages,
        "before": page - 1 if page > 1 else None,
        "next": page + 1 if page < pages else None,
        "stale": _stale(request),
        "nothing": _nothing(typed, results),
    }
    return render(request, "desk/search.html", context)


@require_POST
@rule(Action.KEEP_HOUSE)
def again(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - as Django calls it
    """Build the index anew, as after an upgrade."""
    rebuild([m.id for m in members()])
    return redirect("search")


def _stale(request: HttpRequest) -> bool:
    """Whether the index is empty though there are files, and this member may build it."""
    return store.count() == 0 and bool(store.every_file()) and may(actor(request), Action.KEEP_HOUSE).allowed


def _among(typed: Mapping[str, str]) -> Among:
    kinds = (typed["kind"],) if typed["kind"] in _KINDS else ()
    rings = tuple(r for r in _RINGS if typed["ring"] == str(r))
    return Among(kinds, rings, closed=not typed["open"])


def _shown(one: InFile) -> dict[str, Any]:
    return {
        "id": one.row.id,
        "name": name_of(one.row),
        "kind": one.row.kind,
        "closed": bool(one.row.closed),
        "found": one.found,
        "more": one.more,
    }


def _nothing(typed: Mapping[str, str], results: Results) -> bool:
    return bool(typed["q"]) and not results.files


def _page(text: str) -> int:
    return max(1, int(text)) if text.isdecimal() and len(text) < 5 else 1


urlpatterns: list[URLPattern] = [
    path("", ask, name="search"),
    path("again/", again, name="search-again"),
    path("<str:token>/", found, name="search-found"),
]
