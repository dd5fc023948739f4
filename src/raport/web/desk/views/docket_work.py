"""What we do with a case: status, whose it is, promises, tries to reach him."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from raport.access import Action
from raport.adapters.store.files import file as file_row
from raport.adapters.store.members import granted, members
from raport.adapters.store.rows import FileRow
from raport.app import docket, promises, statuses
from raport.app.files import NotGrantedError, history, name_of
from raport.app.statuses import CHANNELS, CLOSED, NO_CONTACT, REASONS, STATUSES
from raport.app.vault import today
from raport.errors import BadInput
from raport.web.desk.docket_lines import tell_lines, tell_promise
from raport.web.desk.docket_words import channel_label, reason_label, status_label
from raport.web.desk.guard import member, rule
from raport.web.desk.posted import author, errors_of, must_be, number, read_day


@require_GET
@rule(Action.ANSWER)
def work(request: HttpRequest, id_: str) -> HttpResponse:
    """What we do with a case: status and its history, whose it is, promises, tries to reach him."""
    return _work(request, id_)


def _work(request: HttpRequest, id_: str, bad: BadInput | None = None) -> HttpResponse:
    file = _file(id_)
    who, day = member(request), today()
    try:
        line = docket.line_of(file, who.id, day)
        added = history(id_, who.id)
    except NotGrantedError:
        raise Http404 from None
    names, can_open = {m.id: m.name for m in members(removed=True)}, granted(id_)
    tried = statuses.contact(added)
    context = {
        "case": file,
        "name": name_of(file),
        "line": tell_lines(request, [line], day)[0],
        "typed": request.POST,
        "errors": [] if bad is None else errors_of(bad),
        "statuses": [(s, status_label(s)) for s in (*STATUSES, CLOSED)],
        "reasons": [(r, reason_label(r)) for r in REASONS],
        "members": [m for m in members() if m.id in can_open],
        "changes": [_tell_change(c, names) for c in statuses.changes(added)],
        "promises": [tell_promise(p, names, day) for p in promises.promises_of(id_, who.id)],
        "contact": tried if file.status == NO_CONTACT else None,
        "tries": [(t, channel_label(t.channel)) for t in tried.tries],
        "channels": [(c, channel_label(c)) for c in sorted(CHANNELS, key=lambda c: c not in tried.channels)],
        "most_tries": statuses.TRIES,
        "today": day,
    }
    return render(request, "desk/docket_work.html", context, status=200 if bad is None else 422)


@require_POST
@rule(Action.ANSWER)
def change(request: HttpRequest, id_: str) -> HttpResponse:
    """One of the forms of the page `work`, by its button."""
    who, typed = author(request), request.POST
    _file(id_)
    try:
        match typed.get("do", ""):
            case "status":
                statuses.set_status(
                    id_,
                    typed.get("status", ""),
                    who,
                    reason=typed.get("reason", ""),
                    note=typed.get("note", ""),
                )
            case "member":
                statuses.assign(id_, typed.get("whose", ""), who)
            case "promise":
                due = read_day(typed.get("due", ""))
                promises.promise(id_, typed.get("by") or who.member, due, typed.get("words", ""), who)
            case "kept":
                must_be(promises.keep_promise(number(typed.get("promise", ""), 0), id_, who))
            case "dropped":
                must_be(promises.drop_promise(number(typed.get("promise", ""), 0), id_, who))
            case "try":
                statuses.record_try(
                    id_, typed.get("channel", ""), who, reached=typed.get("reached", "") == "yes"
                )
            case _:
                raise Http404
    except BadInput as bad:
        return _work(request, id_, bad)
    except NotGrantedError:
        raise Http404 from None
    return redirect("docket-work", id_=id_)


def _file(id_: str) -> FileRow:
    row = file_row(id_)
    if row is None or row.kind == "enquiry":
        raise Http404
    return row


def _tell_change(one: statuses.Changed, names: Mapping[str, str]) -> dict[str, Any]:
    whose = None if one.member is None else names.get(one.member, "") or _("nobody")
    return {
        "on": one.on,
        "by": names.get(one.by or "", ""),
        "label": _("whose: {name}").format(name=whose)
        if whose is not None
        else status_label(one.status, one.reason),
        "note": one.note,
    }


urlpatterns = [
    path("", work, name="docket-work"),
    path("change/", change, name="docket-change"),
]
