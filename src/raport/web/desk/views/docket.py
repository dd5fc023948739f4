"""The docket: which case to look at, and why; statuses, promises, duties, and work handed over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from raport.access import Action, may
from raport.adapters.store.docket import Wanted
from raport.adapters.store.files import file as file_row
from raport.adapters.store.files import jurisdictions
from raport.adapters.store.members import members
from raport.adapters.store.rows import FileRow
from raport.app import docket, duties, promises, statuses
from raport.app import docket_rows as rows
from raport.app.docket import Line
from raport.app.docket_rows import Row
from raport.app.files import Author, NotGrantedError, history, name_of
from raport.app.promises import Does, Promised
from raport.app.statuses import CHANNELS, CLOSED, NO_CONTACT, REASONS, STATUSES
from raport.app.vault import now, today
from raport.errors import BadInput, Problem
from raport.law import Text
from raport.web.desk.fresh import keep_fresh
from raport.web.desk.guard import actor, member, rule

PER_PAGE = 50
DUE_WITHIN = (7, 30)
FILTERS = ("member", "status", "rank", "jurisdiction", "due", "closed")
NOBODY = "-"
ANY = "*"


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the docket in the reader's language."""

    id: str
    name: str
    rank: int
    rank_label: str
    why: str
    due: date | None
    due_label: str
    status: str
    since: date
    beside: str  # since when, whose
    advocate_only: bool
    old: str  # of which day the row is, where it does not hold today


# --- the list ---------------------------------------------------------------------------------------------


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
    number = min(pages, _number(request.GET.get("page", ""), 1))
    lines = docket.lines(wanted, me.id, day, PER_PAGE * (number - 1), PER_PAGE)
    told = tell_lines(request, lines, day)
    query = urlencode({k: v for k, v in chosen.items() if v})
    context = {
        "groups": by_rank(told),
        "ranks": [(r, rank_label(r), counts.get(r, 0)) for r in (-1, *rows.RANKS) if counts.get(r)],
        "count": count,
        "left": keep_fresh(me.id, day),
        "fields": _filter_fields(chosen),
        "chosen": chosen,
        "query": query,
        "kept": [(n, urlencode(dict(v))) for n, v in duties.filters(me.id).items()],
        "number": number,
        "pages": pages,
        "before": number - 1,
        "next": number + 1 if number < pages else 0,
    }
    return render(request, "desk/docket.html", context)


def tell_lines(request: HttpRequest, lines: list[Line], day: date) -> list[Told]:
    """The lines as this member may read them."""
    names = {m.id: m.name for m in members(removed=True)}
    who, lang = actor(request), language()
    reads = may(who, Action.READ).allowed
    return [_told(line, who.id, names, day, lang, reads=reads) for line in lines]


def _told(line: Line, who: str, names: Mapping[str, str], day: date, lang: str, *, reads: bool) -> Told:
    file, row = line.file, line.row
    sealed = row is not None and row.conduct and file.advocate != who
    shown = row is not None and reads and not sealed
    rank = -1 if row is None else row.rank
    due = date.fromisoformat(row.due) if row is not None and shown and row.due else None
    why = ""
    if row is None:
        why = _("Not computed yet.")
    elif shown:
        why = sentence(row, lang)
    elif sealed:
        why = _("For an advocate only.")
    old = ""
    if line.stale:
        old = _("still being computed") if line.on is None else _STALE % {"day": f"{line.on:%d.%m.%Y}"}
    return Told(
        id=file.id,
        name=name_of(file),
        rank=rank,
        rank_label=rank_label(rank),
        why=why,
        due=due,
        due_label=str(_PAST if due is not None and due < day else _LAST),
        status=status_label(file.status, file.closed),
        since=file.status_since,
        beside=_("since {day} · {whose}").format(
            day=f"{file.status_since:%d.%m.%Y}", whose=names.get(file.member or "") or _("nobody has it")
        ),
        advocate_only=row is not None and row.conduct and shown,
        old=old,
    )


def sentence(row: Row, lang: str) -> str:
    """Why the case stands where it does."""
    what, paper = _in(row.what, lang), _of_paper(row, lang)
    if row.why == rows.UNREADABLE:
        return _("The case cannot be read by the words of today's law: open it and correct it.")
    if row.why == rows.ADVOCATE_ONLY:
        return _("For an advocate only: nothing in writing, an advocate is needed now.")
    match row.rank:
        case rows.URGENT:
            return _("{what}.").format(what=_large(what))
        case rows.UNDECIDED:
            return _("He has not decided yet: {what}{paper}.").format(what=what, paper=paper)
        case rows.OVERDUE:
            return _("{what}{paper}: the term ended on {day}, we have seen nothing.").format(
                what=_large(what), paper=paper, day=_day(row.over)
            )
        case rows.DUE if row.maybe_over:
            return _(
                "{what}{paper}: by the strict count the last day has passed, at the latest it is {day}."
            ).format(what=_large(what), paper=paper, day=_day(row.due))
        case rows.DUE:
            return _("{what}{paper}: the last day is {day}.").format(
                what=_large(what), paper=paper, day=_day(row.due)
            )
        case rows.ASK if row.whom:
            return _("Ask (may speak: {whom}): {what}").format(whom=_in(row.whom, lang), what=what)
        case rows.ASK:
            return _("Ask: {what}").format(what=what)
        case _:
            return _(
                "No term and no question stands in the record. How he is now is not to be seen from this."
            )


def by_rank(told: list[Told]) -> list[tuple[int, str, list[Told]]]:
    """The lines under the reason for which they are to be looked at."""
    groups: dict[int, list[Told]] = {}
    for one in told:
        groups.setdefault(one.rank, []).append(one)
    return [(rank, rank_label(rank), many) for rank, many in groups.items()]


def _wanted(chosen: Mapping[str, str], day: date) -> Wanted:
    due = _number(chosen["due"], -1)
    return Wanted(
        member=chosen["member"],
        status=chosen["status"] if chosen["status"] in STATUSES else "",
        closed=chosen["closed"] if chosen["closed"] in (*REASONS, ANY) else "",
        rank=_number(chosen["rank"], None),
        jurisdiction=chosen["jurisdiction"],
        due_by=None if due < 0 or due > 366 else day + timedelta(days=due),
    )


def _number[T](text: str, otherwise: T) -> int | T:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise


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


# --- one case: status, whose, promises, tries -------------------------------------------------------------


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
    names = {m.id: m.name for m in members(removed=True)}
    tried = statuses.contact(added)
    context = {
        "case": file,
        "name": name_of(file),
        "line": tell_lines(request, [line], day)[0],
        "typed": request.POST,
        "errors": [] if bad is None else errors_of(bad),
        "statuses": [(s, status_label(s)) for s in (*STATUSES, CLOSED)],
        "reasons": [(r, reason_label(r)) for r in REASONS],
        "members": members(),
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
    who, typed = _author(request), request.POST
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
                due = _read_day(typed.get("due", ""))
                promises.promise(id_, typed.get("by") or who.member, due, typed.get("words", ""), who)
            case "kept":
                _found(promises.keep_promise(_number(typed.get("promise", ""), 0), id_, who))
            case "dropped":
                _found(promises.drop_promise(_number(typed.get("promise", ""), 0), id_, who))
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


def _found(found: bool) -> None:  # noqa: FBT001 - what a use case answered
    if not found:
        raise Http404


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


# --- promises, people -------------------------------------------------------------------------------------


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


def tell_promise(one: Promised, names: Mapping[str, str], day: date) -> dict[str, Any]:
    """A promise as a row of a list."""
    words = {
        Does.TRY: _("Try to reach him again, another way."),
        Does.WELFARE: _("Ask the person he named whether he is well. Not about the case."),
    }.get(one.does, one.words)
    ended = one.row.kept or one.row.dropped
    return {
        "id": one.row.id,
        "file": one.row.file,
        "name": f"k{one.row.number}",
        "words": words,
        "due": one.row.due,
        "late": one.is_open and one.row.due < day,
        "today": one.is_open and one.row.due == day,
        "open": one.is_open,
        "ended": ended,
        "kept": one.row.kept is not None,
        "whose": names.get(one.row.member, ""),
    }


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
        duties.hand_over(giver, request.POST.get("taker", ""), _author(request))
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
        _found(duties.undo_hand_over(act, _author(request)))
    except BadInput as bad:
        return _people(request, bad)
    return redirect("docket-people")


@require_POST
@rule(Action.KEEP_HOUSE)
def duty(request: HttpRequest) -> HttpResponse:
    """New days of duty, or some taken away."""
    if "remove" in request.POST:
        _found(duties.remove_duty(_number(request.POST["remove"], 0)))
        return redirect("docket-people")
    try:
        first = _read_day(request.POST.get("first", ""))
        last = _read_day(request.POST.get("last", "") or request.POST.get("first", ""))
        duties.add_duty(request.POST.get("member", ""), first, last)
    except BadInput as bad:
        return _people(request, bad)
    return redirect("docket-people")


def _may_give(request: HttpRequest, giver: str) -> None:
    who = actor(request)
    if giver != who.id and not may(who, Action.KEEP_HOUSE).allowed:
        raise Http404


# --- words ------------------------------------------------------------------------------------------------


def language() -> str:
    """The reader's language: of Russian and English the one that was chosen."""
    return "en" if (get_language() or "ru").startswith("en") else "ru"


def rank_label(rank: int) -> str:
    """Why cases of a rank are to be looked at."""
    return str(_RANKS.get(rank, _OTHERS))


def status_label(status: str, reason: str = "") -> str:
    """A status as people say it; of a closed case with its reason."""
    if reason:
        return _("closed: {reason}").format(reason=reason_label(reason))
    return str(_STATUSES.get(status, status))


def reason_label(reason: str) -> str:
    """Why a case was closed."""
    return str(_REASONS.get(reason, reason))


def channel_label(channel: str) -> str:
    """How somebody is reached."""
    return str(_CHANNELS.get(channel, channel))


_LAST, _PAST = gettext_lazy("last day"), gettext_lazy("the last day has passed")
_STALE = gettext_lazy("computed on %(day)s, may have changed since")
_OTHERS = gettext_lazy("The others")
_RANKS = {
    -1: gettext_lazy("Not computed yet"),
    rows.URGENT: gettext_lazy("Dangerous"),
    rows.UNDECIDED: gettext_lazy("Undecided"),
    rows.OVERDUE: gettext_lazy("Term passed"),
    rows.DUE: gettext_lazy("Last day is near"),
    rows.ASK: gettext_lazy("Ask"),
}
_STATUSES = {
    "new": gettext_lazy("new"),
    "waiting-for-papers": gettext_lazy("waiting for papers"),
    "waiting-for-decision": gettext_lazy("waiting for his decision"),
    "we-write": gettext_lazy("we write"),
    "sent-waiting": gettext_lazy("sent, waiting"),
    "in-court": gettext_lazy("in court"),
    "with-advocate": gettext_lazy("with an advocate"),
    "no-contact": gettext_lazy("no contact"),
    "paused": gettext_lazy("paused at his wish"),
    CLOSED: gettext_lazy("closed"),
}
_REASONS = {
    "released": gettext_lazy("released"),
    "refused": gettext_lazy("refused"),
    "gave-up": gettext_lazy("gave up himself"),
    "under-pressure": gettext_lazy("gave up under pressure"),
    "to-the-zone": gettext_lazy("sent to the zone"),
    "died": gettext_lazy("killed or died"),
    "missing": gettext_lazy("missing"),
    "not-ours": gettext_lazy("not for us"),
    "duplicate": gettext_lazy("duplicate"),
    "unknown": gettext_lazy("we do not know why"),
}
_CHANNELS = {
    "phone": gettext_lazy("telephone"),
    "messenger": gettext_lazy("messenger"),
    "mail": gettext_lazy("e-mail"),
    "post": gettext_lazy("post"),
    "through-others": gettext_lazy("through others"),
}


def errors_of(bad: BadInput) -> list[str]:
    """Each mistake: what was expected, what came, what helps."""
    told = _("Expected: {expected}. Came: {found}.")
    return [f"{told.format(expected=p.expected, found=p.found)} {p.help}".strip() for p in bad.problems]


def _in(text: Text, lang: str) -> str:
    return text.get(lang) or next(iter(text.values()), "")


def _of_paper(row: Row, lang: str) -> str:
    paper = _in(row.paper, lang)
    return f" ({paper} {row.of})" if paper else f" ({row.of})" if row.of else ""


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]


def _day(iso: str) -> str:
    return f"{date.fromisoformat(iso):%d.%m.%Y}" if iso else "?"


def _read_day(text: str) -> date:
    """A day of a form: of the browser's picker, or as people write it. Raises `BadInput`."""
    try:
        day, month, year = (int(part) for part in text.split("."))
        return date(year, month, day)
    except ValueError:
        pass
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput([Problem(_("a day, such as 24.11.2026"), text or _("nothing"))]) from None


def _author(request: HttpRequest) -> Author:
    return Author(member(request).id, now(), today())


urlpatterns = [
    path("", show, name="docket"),
    path("filter/", keep, name="docket-filter"),
    path("promises/", promised, name="docket-promises"),
    path("people/", people, name="docket-people"),
    path("people/duty/", duty, name="docket-duty"),
    path("people/hand-over/", hand_over, name="docket-hand-over"),
    path("people/hand-over/<int:act>/back/", take_back, name="docket-take-back"),
    path("<str:id_>/", work, name="docket-work"),
    path("<str:id_>/change/", change, name="docket-change"),
]
