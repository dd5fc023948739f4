"""Who does what: open promises, what lies on whom, who is on duty, work handed over."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from raport.access import Action, may
from raport.adapters.store.members import members
from raport.app import duties, promises
from raport.app.vault import today
from raport.errors import BadInput
from raport.web.desk.docket_lines import tell_promise
from raport.web.desk.guard import actor, member, rule
from raport.web.desk.posted import author, errors_of, must_be, number, read_day


@require_GET
@rule(Action.READ)
def promised(request: HttpRequest) -> HttpResponse:
    """Every open promise, by member and day."""
    day, who = today(), member(request)
    names = {m.id: m.name for m in members(removed=True)}
    by_member: dict[str, list[dict[str, Any]]] = {}
    for one in promises.open_promises(who.id):
        by_member.setdefault(one.row.member, []).append(tell_promise(one, names, day))
    groups = sorted(by_member.items(), key=lambda g: (g[0] != who.id, names.get(g[0], "")))
    return render(
        request, "desk/docket_promises.html", {"groups": [(names.get(m, ""), many) for m, many in groups]}
    )


@require_GET
@rule(Action.ANSWER)
def people(request: HttpRequest) -> HttpResponse:
    """What lies on whom, who is on duty, and work handed over."""
    return _people(request)


def _people(request: HttpRequest, bad: BadInput | None = None) -> HttpResponse:
    day = today()
    known = members(removed=True)
    names = {m.id: m.name for m in known}
    here = [m for m in known if m.removed is None]
    house = may(actor(request), Action.KEEP_HOUSE).allowed
    context = {
        "errors": [] if bad is None else errors_of(bad),
        "typed": request.POST,
        "loads": [(names.get(one.member or "", _("nobody")), one) for one in promises.loads(day)],
        "rota": [(d, names.get(d.member, "")) for d in duties.rota(day)],
        "members": here,
        "givers": here if house else [m for m in here if m.id == member(request).id],
        "house": house,
        "acts": [(a, names.get(a.giver, ""), names.get(a.taker, "")) for a in duties.hand_overs()],
        "me": member(request).id,
        "today": day,
    }
    return render(request, "desk/docket_people.html", context, status=200 if bad is None else 422)


@require_POST
@rule(Action.ANSWER)
def hand_over(request: HttpRequest) -> HttpResponse:
    """All of a member's work becomes another's; his own, or anybody's where one keeps the house."""
    giver = request.POST.get("giver", "")
    _may_give(request, giver)
    try:
        duties.hand_over(giver, request.POST.get("taker", ""), author(request))
    except BadInput as bad:
        return _people(request, bad)
    return redirect("docket-people")


@require_POST
@rule(Action.ANSWER)
def take_back(request: HttpRequest, act: int) -> HttpResponse:
    """What was handed over goes back, in one act."""
    done = duties.hand_over_of(act)
    if done is None:
        raise Http404
    _may_give(request, done.giver)
    try:
        must_be(duties.undo_hand_over(act, author(request)))
    except BadInput as bad:
        return _people(request, bad)
    return redirect("docket-people")


@require_POST
@rule(Action.KEEP_HOUSE)
def duty(request: HttpRequest) -> HttpResponse:
    """New days of duty, or some taken away."""
    if "remove" in request.POST:
        must_be(duties.remove_duty(number(request.POST["remove"], 0)))
        return redirect("docket-people")
    try:
        first = read_day(request.POST.get("first", ""))
        last = read_day(request.POST.get("last", "") or request.POST.get("first", ""))
        duties.add_duty(request.POST.get("member", ""), first, last)
    except BadInput as bad:
        return _people(request, bad)
    return redirect("docket-people")


def _may_give(request: HttpRequest, giver: str) -> None:
    who = actor(request)
    if giver != who.id and not may(who, Action.KEEP_HOUSE).allowed:
        raise Http404


urlpatterns = [
    path("promises/", promised, name="docket-promises"),
    path("people/", people, name="docket-people"),
    path("people/duty/", duty, name="docket-duty"),
    path("people/hand-over/", hand_over, name="docket-hand-over"),
    path("people/hand-over/<int:act>/back/", take_back, name="docket-take-back"),
]
