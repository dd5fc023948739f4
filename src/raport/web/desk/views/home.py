"""The home: inbox and docket."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from raport.access import Action, may
from raport.adapters.store.docket import Wanted, enquiries
from raport.adapters.store.members import members
from raport.app import docket, duties, promises
from raport.app.advice import count_holders
from raport.app.docket_reasons import SOON
from raport.app.vault import today
from raport.web.desk.docket_lines import by_rank, tell_lines, tell_promise
from raport.web.desk.fresh import keep_fresh
from raport.web.desk.guard import actor, member, rule
from raport.web.desk.views.inbox import erase_and_count

TOP = 12
"""So many cases stand on the home."""

URGENT_COLOUR = "red"


@require_GET
@rule(Action.SEE_LISTS)
def home(request: HttpRequest) -> HttpResponse:
    """What is dangerous, undecided, overdue, due, and what to ask, in that order."""
    me, day = member(request), today()
    erase_and_count(request, day)
    inbox, urgent = enquiries(URGENT_COLOUR)
    names = {m.id: m.name for m in members(removed=True)}
    counts = docket.count_ranks(Wanted(), me.id)
    lines = docket.lines(Wanted(), me.id, day, 0, TOP)
    soon = day + timedelta(days=SOON)
    reads = may(actor(request), Action.READ).allowed
    mine = promises.open_promises(me.id, of=me.id, by=soon) if reads else []
    context = {
        "today": day,
        "duty": [names.get(m, "") for m in duties.on_duty(day)],
        "inbox": inbox,
        "urgent": urgent,
        "inbox_url": "/inbox/",
        "groups": by_rank(tell_lines(request, lines, day)),
        "count": sum(counts.values()),
        "old_advice": count_holders(me.id, day) if reads else 0,
        "left": keep_fresh(me.id, day),
        "promises": [tell_promise(p, names, day) for p in mine],
    }
    return render(request, "desk/home.html", context)
