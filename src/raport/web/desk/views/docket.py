"""The docket: which case to look at, and why; its filters."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import include, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from raport.access import Action
from raport.adapters.store.docket import Wanted
from raport.adapters.store.files import jurisdictions
from raport.adapters.store.members import members
from raport.app import docket, duties
from raport.app import docket_rows as rows
from raport.app.advice import count_holders
from raport.app.statuses import REASONS, STATUSES
from raport.app.vault import today
from raport.errors import BadInput
from raport.web.desk.docket_lines import by_rank, tell_lines
from raport.web.desk.docket_words import rank_label, reason_label, status_label
from raport.web.desk.fresh import keep_fresh
from raport.web.desk.guard import member, rule
from raport.web.desk.posted import errors_of, number

PER_PAGE = 50
DUE_WITHIN = (7, 30)
FILTERS = ("member", "status", "rank", "jurisdiction", "due", "closed")
NOBODY = "-"
ANY = "*"


@require_GET
@rule(Action.SEE_LISTS)
def show(request: HttpRequest) -> HttpResponse:
    """The docket, gravest first, by the filters of the address."""
    day, me = today(), member(request)
    chosen = {name: request.GET.get(name, "") for name in FILTERS}
    wanted = _wanted(chosen, day)
    counts = docket.count_ranks(wanted, me.id)
    count = sum(counts.values())
    pages = max(1, -(-count // PER_PAGE))
    at = min(pages, number(request.GET.get("page", ""), 1))
    lines = docket.lines(wanted, me.id, day, PER_PAGE * (at - 1), PER_PAGE)
    told = tell_lines(request, lines, day)
    query = urlencode({k: v for k, v in chosen.items() if v})
    context = {
        "groups": by_rank(told),
        "ranks": [(r, rank_label(r), counts.get(r, 0)) for r in (-1, *rows.RANKS) if counts.get(r)],
        "count": count,
        "old_advice": count_holders(me.id, day),
        "left": keep_fresh(me.id, day),
        "fields": _filter_fields(chosen),
        "chosen": chosen,
        "query": query,
        "kept": [(n, urlencode(dict(v))) for n, v in duties.filters(me.id).items()],
        "number": at,
        "pages": pages,
        "before": at - 1,
        "next": at + 1 if at < pages else 0,
    }
    return render(request, "desk/docket.html", context)


@require_POST
@rule(Action.SEE_LISTS)
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the filters of this list under a name, or drop one that was kept."""
    me = member(request)
    if "drop" in request.POST:
        duties.drop_filter(me.id, request.POST["drop"])
        return redirect("docket")
    chosen = {name: request.POST[name] for name in FILTERS if request.POST.get(name)}
    back = redirect("docket")
    back["Location"] += f"?{urlencode(chosen)}"
    try:
        duties.keep_filter(me.id, request.POST.get("name", ""), chosen)
    except BadInput as bad:
        context = {"errors": errors_of(bad), "typed": request.POST, "hidden": chosen.items()}
        return render(request, "desk/docket_filter.html", context, status=422)
    return back


def _wanted(chosen: Mapping[str, str], day: date) -> Wanted:
    due = number(chosen["due"], -1)
    return Wanted(
        member=chosen["member"],
        status=chosen["status"] if chosen["status"] in STATUSES else "",
        closed=chosen["closed"] if chosen["closed"] in (*REASONS, ANY) else "",
        rank=number(chosen["rank"], None),
        jurisdiction=chosen["jurisdiction"],
        due_by=None if due < 0 or due > 366 else day + timedelta(days=due),
    )


def _filter_fields(chosen: Mapping[str, str]) -> list[dict[str, Any]]:
    """The selects above the list: name, label, options."""
    any_, known = ("", _("all")), jurisdictions()
    fields: list[tuple[str, str, list[tuple[str, str]]]] = [
        ("rank", _("Why"), [any_, *((str(r), rank_label(r)) for r in rows.RANKS)]),
        ("status", _("Status"), [any_, *((s, status_label(s)) for s in STATUSES)]),
        (
            "member",
            _("Whose"),
            [any_, *((m.id, m.name) for m in members()), (NOBODY, _("nobody"))],
        ),
        (
            "due",
            _("Last day"),
            [
                ("", _("any")),
                *(
                    (str(n), _("passed or today") if n == 0 else _("in the next {n} days").format(n=n))
                    for n in DUE_WITHIN
                ),
            ],
        ),
        (
            "closed",
            _("Closed ones"),
            [
                ("", _("do not show")),
                (ANY, _("all that are closed")),
                *((r, reason_label(r)) for r in REASONS),
            ],
        ),
    ]
    if len(known) > 1:
        fields.append(("jurisdiction", _("Law"), [any_, *((j, j) for j in sorted(known))]))
    return [{"name": n, "label": label, "options": o, "value": chosen[n]} for n, label, o in fields]


urlpatterns = [
    path("", show, name="docket"),
    path("filter/", keep, name="docket-filter"),
    path("", include("raport.web.desk.views.docket_people")),
    path("<str:id_>/", include("raport.web.desk.views.docket_work")),
]
