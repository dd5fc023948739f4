"""The ledger of advice: who must be told anew, what one person was told, and the words in its place."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_GET, require_http_methods

from raport.access import Action
from raport.adapters.store.files import file as file_row
from raport.adapters.store.members import members
from raport.adapters.store.rows import FileRow
from raport.app import advice as use
from raport.app import answers, docket
from raport.app.advice import Holder, Told
from raport.app.answers import RefusedError
from raport.app.files import NotGrantedError, name_of
from raport.app.laws import pack_of
from raport.app.vault import today
from raport.law import Pack
from raport.web.desk.docket_lines import Told as Line
from raport.web.desk.docket_lines import tell_lines
from raport.web.desk.guard import member, rule
from raport.web.desk.resting import cites, offered, options, turned
from raport.web.desk.views.case import JURISDICTION, author, language

AT_ONCE = 50
"""People on one page; the others come up as these are told anew."""

SAY, CONFIRM = "say", "confirm"


# --- the list ---------------------------------------------------------------------------------------------


@require_GET
@rule(Action.READ)
def show(request: HttpRequest) -> HttpResponse:
    """Everyone who holds old advice, the most endangered first; and the texts that may not be said."""
    me, day, lang = member(request), today(), language()
    found = use.holders(me.id, day, 0, AT_ONCE)
    count = use.count_holders(me.id, day)
    lines = _lines(request, found, day)
    pack = pack_of(JURISDICTION)
    context = {
        "holders": [_holder(one, lines.get(one.file.id), lang) for one in found],
        "count": count,
        "more": max(0, count - len(found)),
        "red": offered(use.red_texts(JURISDICTION, day), pack, day, lang),
    }
    return render(request, "desk/advice.html", context)


def _lines(request: HttpRequest, found: Sequence[Holder], day: date) -> dict[str, Line]:
    """Why each case is to be looked at, as the docket says it."""
    cases = [one.file for one in found if one.file.kind != "enquiry"]
    lines = list(docket.lines_of(cases, member(request).id, day).values())
    return {line.id: line for line in tell_lines(request, lines, day)}


def _holder(one: Holder, line: Line | None, lang: str) -> dict[str, Any]:
    return {
        "id": one.file.id,
        "name": name_of(one.file),
        "kind": one.file.kind,
        "colour": one.file.colour,
        "line": line,
        "since": one.since,
        "cites": cites(one.why, pack_of(one.file.jurisdiction), lang),
        "unsayable": one.unsayable,
    }


# --- one person -------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@rule(Action.ANSWER)
def one(request: HttpRequest, id_: str) -> HttpResponse:
    """What the person of a file was told; what of it is old, and the words in its place."""
    row = file_row(id_)
    if row is None:
        raise Http404
    try:
        told = use.told_of(id_, member(request).id, today())
    except NotGrantedError:
        raise Http404 from None
    if request.method == "GET":
        return _page(request, row, told, {})
    try:
        return _act(request, row, told)
    except RefusedError as refused:
        return _page(request, row, told, {"why": refused.why, "what": refused.what})


def _act(request: HttpRequest, row: FileRow, told: Sequence[Told]) -> HttpResponse:
    old = [t.id for t in told if t.is_old and t.id in request.POST.getlist("old")]
    if request.POST.get("do") == CONFIRM:
        use.confirm(row.id, old, author(request))
    else:
        use.advise(
            row.id,
            request.POST.get("text", ""),
            author(request),
            answer=request.POST.get("answer", ""),
            provisions=[str(name) for name in request.POST.getlist("provisions")],
            corrects=old,
            told_on=_day(request.POST.get("told_on", "")),
        )
    if old:
        return redirect("advice")
    return redirect(f"{reverse('advice-one', args=[row.id])}#told")


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text.strip() else None
    except ValueError:
        raise RefusedError("no-day") from None


def _page(
    request: HttpRequest, row: FileRow, told: Sequence[Told], refused: Mapping[str, Any]
) -> HttpResponse:
    day, lang, pack = today(), language(), pack_of(row.jurisdiction)
    texts = answers.library(row.jurisdiction, day)
    old = [t for t in told if t.is_old]
    typed = _typed(request, texts, old, pack, day)
    names = {m.id: m.name for m in members(removed=True)}
    context = {
        "id": row.id,
        "name": name_of(row),
        "kind": row.kind,
        "told": [_told(t, texts, pack, names, lang, day) for t in reversed(told)],
        "old": [t.id for t in old],
        "only_words": bool(old) and not any(t.unsayable for t in old),
        "texts": offered(texts, pack, day, lang),
        "typed": typed,
        "provisions": options(pack, day, lang, typed["provisions"]),
        "refused": refused,
        "today": day.isoformat(),
    }
    return render(request, "desk/advice_one.html", context, status=422 if refused else 200)


def _typed(
    request: HttpRequest, texts: Sequence[answers.Answer], old: Sequence[Told], pack: Pack, day: date
) -> dict[str, Any]:
    """What stands in the form: as it was sent; else the text that was chosen; else the one that was said
    before, where it may be said now, or the one nearest in law; else only what the old advice rested on.
    """
    if request.method == "POST":
        return {**request.POST.dict(), "provisions": request.POST.getlist("provisions")}
    sayable = {a.id: a for a in texts if not a.why}
    said = next((t.answer for t in old if t.answer in sayable and not t.unsayable), "")
    wanted = request.GET.get("text", said or use.nearest(old, list(sayable.values()), pack))
    found = sayable.get(wanted)
    if found is not None:
        return {"answer": found.id, "text": found.text, "provisions": found.provisions}
    rested = dict.fromkeys(name for t in old for name in t.provisions)
    now = [n for n in rested if n in pack.provisions and pack.provisions[n].on(day) is not None]
    return {"answer": "", "text": "", "provisions": now}


def _told(
    one: Told,
    texts: Sequence[answers.Answer],
    pack: Pack,
    names: Mapping[str, str],
    lang: str,
    day: date,
) -> dict[str, Any]:
    text = next((a for a in texts if a.id == one.answer), None)
    return {
        "on": one.on,
        "by": names.get(one.by or "", ""),
        "text": one.text,
        "title": next(iter(text.title.values())) if text is not None else "",
        "cites": cites(one.provisions, pack, lang),
        "pack": one.pack,
        "old": one.is_old,
        "unsayable": one.unsayable,
        "turned": turned(one.why, one.before, pack, day, lang) if one.is_old else (),
        "ended": one.ended,
    }


urlpatterns: list[URLPattern] = [
    path("", show, name="advice"),
    path("<str:id_>/", one, name="advice-one"),
]
