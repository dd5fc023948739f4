"""The inbox: what came in, answered, joined, made a case, handed on, closed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from io import BytesIO
from textwrap import shorten
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from raport.access import Action
from raport.adapters.store.enquiries import joined_to
from raport.adapters.store.files import file as file_row
from raport.adapters.store.members import members
from raport.adapters.store.search import numbered
from raport.app import answers
from raport.app import enquiries as use
from raport.app.answers import RefusedError
from raport.app.enquiries import Enquiry
from raport.app.enquiries_kin import offers
from raport.app.exhibits import ClosedError, exhibits
from raport.app.files import NotGrantedError, name_of
from raport.app.intake import Came, Parcel, read_drop
from raport.app.laws import pack_of
from raport.app.vault import today
from raport.safety import ANSWERS, UNKNOWN, Triage
from raport.web.desk.guard import member, rule
from raport.web.desk.resting import offered, options
from raport.web.desk.uploads import MOST_BYTES, too_large
from raport.web.desk.views.case import JURISDICTION, author, language

AT_ONCE = 60
"""Enquiries on one page; the others come up as these are done with."""
BEGINNING = 140
"""Letters of a message in the list."""

_DONE = "inbox-done"
_ERASED = "inbox-erased"
_LEFT = "inbox-left"
_LEAD_AWAY = ("case", "join")
"""Acts after which the enquiry's page is no more: what was typed and not sent would be gone."""
_CLOSING = {"not-ours": "n", "duplicate": "d", "thanks": "t", "spam": "s", "handed-on": "o", "unknown": "u"}
_NUMBER = re.compile(r"\D{0,3}(\d{1,9})\s*")


@dataclass(frozen=True, slots=True)
class Question:
    """One of the five, with what it may be answered with and what it is."""

    name: str
    options: tuple[str, ...]
    value: str


# --- the list ---------------------------------------------------------------------------------------------


@require_GET
@rule(Action.READ)
def show(request: HttpRequest) -> HttpResponse:
    """What waits: the urgent first, then by age. What has passed its days is erased before."""
    me, day = member(request), today()
    erased = use.erase_due(day)
    rows = use.queue(me.id)
    names = {m.id: m.name for m in members(removed=True)}
    context = {
        "enquiries": [
            {
                "id": row.id,
                "name": name_of(row),
                "row": row,
                "begins": shorten(use.enquiry(row.id, me.id).begins, BEGINNING, placeholder="\u2026"),
                "age": (day - row.made.date()).days,
                "member": names.get(row.member or "", ""),
                "is_new": row.status == use.NEW,
            }
            for row in rows[:AT_ONCE]
        ],
        "count": len(rows),
        "more": max(0, len(rows) - AT_ONCE),
        "new": sum(r.status == use.NEW for r in rows),
        "colours": [(c, sum(r.colour == c for r in rows)) for c in ("red", "amber", "plain")],
        "erased": erased + request.session.pop(_ERASED, 0),
        "done": _done(request),
        "closed": [(r, name_of(r)) for r in use.closed_last(me.id)],
    }
    return render(request, "desk/inbox.html", context)


# --- dropping in ------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@rule(Action.RECORD)
def drop(request: HttpRequest) -> HttpResponse:
    """Anything, without a form: pasted text, a call in one line, files."""
    return _drop(request, None)


@require_http_methods(["GET", "POST"])
@rule(Action.RECORD)
def drop_more(request: HttpRequest, id_: str) -> HttpResponse:
    """More from the same person."""
    return _drop(request, _enquiry(request, id_))


def _drop(request: HttpRequest, to: Enquiry | None) -> HttpResponse:
    typed: Mapping[str, Any] = request.POST if request.method == "POST" else {}
    wrong: list[str] = []
    too_big: list[str] = []
    if request.method == "POST":
        sent = request.FILES.getlist("files")
        too_big = [f.name or "" for f in sent if too_large(f)]
        came = [Came(f.name or "?", BytesIO(f.read())) for f in sent if not too_large(f)]
        parcels = read_drop(typed.get("text", ""), typed.get("call", ""), came)
        if not parcels and not too_big:
            wrong.append("nothing-came")
        if typed.get("sender", UNKNOWN) not in use.SENDERS:
            wrong.append("sender")
        if not wrong and not too_big:
            taken = _take(request, parcels, to, typed)
            return redirect("enquiry", id_=taken)
    context = {
        "to": to,
        "to_name": name_of(to.row) if to else "",
        "typed": typed,
        "wrong": wrong,
        "too_big": too_big,
        "most": MOST_BYTES // (1024 * 1024),
        "senders": use.SENDERS,
        "sender": typed.get("sender", UNKNOWN),
    }
    return render(request, "desk/inbox_drop.html", context, status=422 if wrong or too_big else 200)


def _take(request: HttpRequest, parcels: list[Parcel], to: Enquiry | None, typed: Mapping[str, Any]) -> str:
    """Take the parcels in; gives the first enquiry."""
    if to is not None:
        for parcel in parcels:
            use.take_more(to.row.id, parcel, author(request))
        return to.row.id
    about, sender = typed.get("about", ""), typed.get("sender", UNKNOWN)
    rows = [
        use.take_enquiry(p, JURISDICTION, author(request), sender=sender, about=about if n == 0 else "")
        for n, p in enumerate(parcels)
    ]
    return rows[0].id


# --- one enquiry ------------------------------------------------------------------------------------------


@require_GET
@rule(Action.READ)
def enquiry(request: HttpRequest, id_: str) -> HttpResponse:
    """What was written, the five questions, whom it may be about, and what can be done with it."""
    row = file_row(id_)
    if row is not None and row.closed == use.JOINED:
        to = joined_to(id_)
        if to is not None and _may_open(request, to):
            return redirect("case", id_=to)
    return _page(request, _enquiry(request, id_), {})


@require_POST
@rule(Action.ANSWER)
def act(request: HttpRequest, id_: str) -> HttpResponse:
    """The five questions as they were answered, and one act; then the next enquiry that nobody has seen."""
    one = _enquiry(request, id_)
    following = use.next_new(member(request).id, id_)
    try:
        told = Triage(**{f.name: request.POST.get(f.name, UNKNOWN) for f in fields(Triage)})
        _triage(request, one, told)
        what, _sep, which = request.POST.get("do", "save").partition(":")
        if what not in _ACTS:
            raise RefusedError("act")
        unused = _unused(request, what, which)
        if unused and what in _LEAD_AWAY:
            raise RefusedError("unused")
        to = _ACTS[what](request, one, which)
    except ValueError:
        return _page(request, one, {"why": "act"})
    except RefusedError as refused:
        return _page(request, one, {"why": refused.why, "what": refused.what})
    except ClosedError as refused:
        return _page(request, one, {"why": refused.why})
    left = {k: v for k, v in request.session.get(_LEFT, {}).items() if k != id_}
    request.session[_LEFT] = {**left, id_: unused} if unused and what != "erase" else left
    if to:
        return redirect(to)
    return redirect("enquiry", id_=following) if following else redirect("inbox")


def _unused(request: HttpRequest, what: str, which: str) -> dict[str, str]:
    """Words for an answer, or the number of a case, that were typed and that the act does not use."""
    used = "" if which else {"answer": "own", "join": "number"}.get(what, "")
    return {n: v for n in ("own", "number") if n != used and (v := request.POST.get(n, "").strip())}


def _page(request: HttpRequest, one: Enquiry, refused: Mapping[str, Any]) -> HttpResponse:
    me, typed = member(request), request.POST
    left = request.session.get(_LEFT, {}).get(one.row.id, {})
    found = exhibits(one.row.id, me.id)
    pack, day = pack_of(one.row.jurisdiction), today()
    by_name = {e.title: e.id for e in found}
    told = {f.name: getattr(one.triage, f.name) for f in fields(Triage)}
    context = {
        "one": one,
        "name": name_of(one.row),
        "age": (day - one.row.made.date()).days,
        "written": one.written,
        "files": by_name,
        "questions": [Question(n, options, typed.get(n, told[n])) for n, options in ANSWERS.items()],
        "because": one.judged.because,
        "senders": use.SENDERS,
        "sender": typed.get("sender", one.row.sender),
        "about": typed.get("about", one.about),
        "own": typed.get("own", left.get("own", "")),
        "number": typed.get("number", left.get("number", "")),
        "answers": offered(answers.library(one.row.jurisdiction, day), pack, day, language()),
        "provisions": options(pack, day, language(), _chosen(request)),
        "closing": list(_CLOSING.items()),
        "offers": [(o, name_of(o.row)) for o in offers(one, me.id)],
        "members": [m for m in members() if m.role != "editor"],
        "refused": refused,
        "done": _done(request),
        "left": sum(r.status == use.NEW for r in use.queue(me.id)),
    }
    return render(request, "desk/inbox_one.html", context, status=422 if refused else 200)


def _chosen(request: HttpRequest) -> list[str]:
    """The provisions that were marked."""
    return [str(name) for name in request.POST.getlist("provisions")]


def _triage(request: HttpRequest, one: Enquiry, told: Triage) -> None:
    """Write down what was changed; one look with nothing known is a triage too."""
    sender = request.POST.get("sender", one.row.sender)
    about = request.POST.get("about", one.about)
    now = (one.triage, one.row.sender, one.about, one.row.status == use.NEW)
    if now != (told, sender, about.strip(), False):
        use.triage(one.row.id, told, author(request), sender=sender, about=about)


# --- acts: each gives where to go, or nothing for the next enquiry ----------------------------------------

type _Act = Callable[[HttpRequest, Enquiry, str], str]


def _save(_request: HttpRequest, _one: Enquiry, _which: str) -> str:
    return ""


def _answer(request: HttpRequest, one: Enquiry, which: str) -> str:
    """With a text of the library, or with words of one's own and what they rest on."""
    if which:
        found = answers.answer_of(one.row.jurisdiction, which, today())
        if found is None:
            raise RefusedError("act")
        use.answer(one.row.id, found.text, author(request), taken_from=which)
    else:
        use.answer(one.row.id, request.POST.get("own", ""), author(request), provisions=_chosen(request))
    _remember(request, one, use.ANSWERED)
    return ""


def _close(request: HttpRequest, one: Enquiry, which: str) -> str:
    use.close(one.row.id, which, author(request))
    _remember(request, one, which)
    return ""


def _case(request: HttpRequest, one: Enquiry, _which: str) -> str:
    return reverse("case-first", args=[use.make_case(one.row.id, author(request)).id])


def _join(request: HttpRequest, one: Enquiry, which: str) -> str:
    """To a case that was offered, or to one by its number."""
    to: str | None = which
    if not to:
        number = case_number(request.POST.get("number", ""))
        to = numbered(number, member(request).id) if number is not None else None
    if not to or not _may_open(request, to):
        raise RefusedError("no-case", (request.POST.get("number", ""),))
    use.join_to(one.row.id, to, author(request))
    return reverse("case", args=[to])


def case_number(typed: str) -> int | None:
    """The number of a case as people write it, k12 or 12; None for anything else."""
    found = _NUMBER.fullmatch(typed.strip())
    return int(found[1]) if found else None


def _hand(request: HttpRequest, one: Enquiry, _which: str) -> str:
    use.hand_on(one.row.id, request.POST.get("member", ""), author(request))
    return ""


def _keep(request: HttpRequest, one: Enquiry, which: str) -> str:
    use.keep(one.row.id, author(request), kept=which != "no")
    return reverse("enquiry", args=[one.row.id])


def _reopen(request: HttpRequest, one: Enquiry, _which: str) -> str:
    use.reopen(one.row.id, author(request))
    return reverse("enquiry", args=[one.row.id])


def _erase(request: HttpRequest, one: Enquiry, _which: str) -> str:
    if not request.POST.get("sure"):
        raise RefusedError("not-sure")
    use.erase_now(one.row.id, author(request))
    request.session[_ERASED] = request.session.get(_ERASED, 0) + 1
    return reverse("inbox")


_ACTS: Mapping[str, _Act] = {
    "save": _save,
    "answer": _answer,
    "close": _close,
    "case": _case,
    "join": _join,
    "hand": _hand,
    "keep": _keep,
    "reopen": _reopen,
    "erase": _erase,
}


@require_POST
@rule(Action.ANSWER)
def back(request: HttpRequest, id_: str) -> HttpResponse:
    """Take a closing back."""
    _reopen(request, _enquiry(request, id_), "")
    return redirect("enquiry", id_=id_)


# --- the group's answers ----------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@rule(Action.ANSWER)
def texts(request: HttpRequest) -> HttpResponse:
    """The library: the group's own texts, each on a key, and the pack's; which of them the law has left."""
    typed: Mapping[str, Any] = {}
    refused: dict[str, Any] = {}
    pack, day = pack_of(JURISDICTION), today()
    if request.method == "POST":
        typed = {**request.POST.dict(), "provisions": _chosen(request)}
        try:
            _change_texts(request, typed)
            return redirect("inbox-answers")
        except RefusedError as error:
            refused = {"why": error.why, "what": error.what}
    changed, texts = request.GET.get("change", ""), answers.library(JURISDICTION, day)
    if changed and not typed:
        typed = next((_as_typed(a) for a in texts if a.id == changed), {})
    context = {
        "answers": offered(texts, pack, day, language()),
        "provisions": options(pack, day, language(), typed.get("provisions", ())),
        "typed": typed,
        "refused": refused,
    }
    return render(request, "desk/inbox_answers.html", context, status=422 if refused else 200)


def _change_texts(request: HttpRequest, typed: Mapping[str, Any]) -> None:
    if typed.get("drop"):
        answers.drop_answer(typed["drop"])
    elif typed.get("review"):
        answers.review(typed["review"], JURISDICTION, author(request))
    else:
        answers.save_answer(
            typed.get("title", ""),
            typed.get("text", ""),
            JURISDICTION,
            author(request),
            id_=typed.get("id", ""),
            provisions=typed["provisions"],
        )


def _as_typed(answer: answers.Answer) -> dict[str, Any]:
    """A text to be changed; of the pack's a text of the group's own is made."""
    title = next(iter(answer.title.values()))
    id_ = answer.id if answer.own else ""
    return {"id": id_, "title": title, "text": answer.text, "provisions": answer.provisions}


# --- helpers ----------------------------------------------------------------------------------------------


def _enquiry(request: HttpRequest, id_: str) -> Enquiry:
    """Raises Http404, the same for what is not there and what was not granted."""
    try:
        return use.enquiry(id_, member(request).id)
    except NotGrantedError:
        raise Http404 from None


def _may_open(request: HttpRequest, file_id: str) -> bool:
    from raport.app.files import secrets_of

    try:
        return bool(secrets_of(file_id, member(request).id))
    except NotGrantedError:
        return False


def _remember(request: HttpRequest, one: Enquiry, what: str) -> None:
    """For the next page: what was just done, and the way back."""
    request.session[_DONE] = {"id": one.row.id, "name": name_of(one.row), "what": what}


def _done(request: HttpRequest) -> dict[str, str] | None:
    done: dict[str, str] | None = request.session.pop(_DONE, None)
    return done


def erase_and_count(request: HttpRequest, on: date) -> None:
    """At unlock and on the home: what has passed its day is erased; the inbox tells how many."""
    erased = use.erase_due(on)
    if erased:
        request.session[_ERASED] = request.session.get(_ERASED, 0) + erased


urlpatterns: list[URLPattern] = [
    path("", show, name="inbox"),
    path("new/", drop, name="inbox-drop"),
    path("answers/", texts, name="inbox-answers"),
    path("<str:id_>/", enquiry, name="enquiry"),
    path("<str:id_>/act/", act, name="enquiry-act"),
    path("<str:id_>/more/", drop_more, name="enquiry-more"),
    path("<str:id_>/back/", back, name="enquiry-back"),
]
