"""In and out: consent and what leaves of a case, tables, case files, the folder for an advocate, days."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from raport.access import APPLICANT, EXPORTERS, Action
from raport.access.exporters import GROUP, HAND_OVER, PUBLICATION, USES
from raport.adapters.sheets import Sheet
from raport.adapters.store.docket import Wanted
from raport.adapters.store.files import file as file_row
from raport.adapters.store.members import members
from raport.adapters.toml import read_toml
from raport.app import consents, docket, exporting, handover, importing
from raport.app.files import NotGrantedError
from raport.app.laws import pack_of
from raport.app.leaving import Parcel, StaysError, decide, leave, went_out
from raport.app.open_case import take_case_file
from raport.app.vault import today
from raport.errors import BadInput
from raport.web.desk import taking
from raport.web.desk.docket_lines import tell_lines
from raport.web.desk.downloads import download
from raport.web.desk.guard import member, rule
from raport.web.desk.posted import errors_of
from raport.web.desk.views.case import JURISDICTION, Shown, author, language, show_case

MOST_CASES = 50_000
MOST_CASE_FILE = 4 * 2**20
MOST_TABLE = 20 * 2**20
ROWS = 50
_NAME = "mapping-name"
"""Rows of a dry run on a page."""
COUNTED = 5000
"""Of a longer table the dry run counts its first rows."""
EXAMPLES = 3


# --- all cases --------------------------------------------------------------------------------------------


@require_GET
@rule(Action.IMPORT)
def doors(request: HttpRequest) -> HttpResponse:
    """What can be brought in, and what can be taken out of all cases at once."""
    return _doors(request)


def _doors(request: HttpRequest, errors: Sequence[str] = (), why: str = "") -> HttpResponse:
    context = {"errors": errors, "why": why, "waiting": importing.waiting(member(request).id)}
    return render(request, "desk/sheets.html", context, status=422 if errors or why else 200)


@require_POST
@rule(Action.EXPORT)
def out_docket(request: HttpRequest) -> HttpResponse:
    """The docket as a spreadsheet: those cases that may leave."""
    day = today()
    lines = docket.lines(Wanted(), member(request).id, day, 0, MOST_CASES)
    told = {one.id: one for one in tell_lines(request, lines, day)}
    head = (_("Case"), _("Why it stands here"), _("Last day"), _("Status"), _("Since"))

    def make(ids: Sequence[str]) -> Parcel:
        rows: list[list[str | date]] = [
            [one.name, one.why, one.due or "", one.status, one.since] for one in (told[id_] for id_ in ids)
        ]
        return exporting.docket_table(head, rows, day)

    try:
        return download(leave("docket", list(told), author(request), make, partly=True))
    except StaysError as stays:
        return _doors(request, why=stays.why)


@require_POST
@rule(Action.EXPORT)
def out_days(request: HttpRequest) -> HttpResponse:
    """The days of all cases that may leave, for a calendar."""
    who = author(request)
    lines = docket.lines(Wanted(), who.member, who.on, 0, MOST_CASES)
    ids = [line.file.id for line in lines]
    try:
        return download(leave("calendar", ids, who, lambda go: exporting.calendar(go, who), partly=True))
    except StaysError as stays:
        return _doors(request, why=stays.why)


@require_POST
@rule(Action.IMPORT)
def take_case(request: HttpRequest) -> HttpResponse:
    """A case file (TOML) as a new case."""
    upload = request.FILES.get("file")
    if upload is None or not upload.size:
        return _doors(request, [_("Choose a case file (TOML).")])
    if upload.size > MOST_CASE_FILE:
        return _doors(request, [_("A case file has at most {n} MB.").format(n=MOST_CASE_FILE // 2**20)])
    try:
        row = take_case_file(read_toml("case.toml", upload.read()), author(request))
    except BadInput as bad:
        return _doors(request, errors_of(bad))
    return redirect("case", id_=row.id)


# --- a table brought in -----------------------------------------------------------------------------------


@require_POST
@rule(Action.IMPORT)
def upload(request: HttpRequest) -> HttpResponse:
    """A spreadsheet: read, sealed, and nothing done with it yet."""
    file = request.FILES.get("file")
    if file is None or not file.size:
        return _doors(request, [_("Choose a table (XLSX or CSV) with something in it.")])
    if file.size > MOST_TABLE:
        return _doors(request, [_("A table has at most {n} MB.").format(n=MOST_TABLE // 2**20)])
    try:
        id_ = importing.bring(file.name or "", file.read(), author(request), JURISDICTION)
    except BadInput as bad:
        return _doors(request, errors_of(bad))
    return redirect("sheets-map", id_=id_)


@require_http_methods(["GET", "POST"])
@rule(Action.IMPORT)
def mapping(request: HttpRequest, id_: str) -> HttpResponse:
    """What each column holds, and what would become of each row; or how far the taking in has come."""
    me = member(request).id
    now = importing.one_waiting(id_, me)
    if now is None:
        raise Http404
    if request.method == "POST":
        return _act(request, now)
    if now.begun:
        return _progress(request, now)
    sheet, pack, day = importing.sheet_of(id_, me), pack_of(JURISDICTION), today()
    planned = list(importing.plan(sheet, now.mapping, pack, day, 0, COUNTED))
    pages = max(1, -(-len(planned) // ROWS))
    asked = request.GET.get("page", "")
    number = min(pages, max(1, int(asked))) if asked.isdecimal() and len(asked) < 6 else 1
    context = {
        "one": now,
        "sheet": sheet,
        "columns": _columns(sheet, now.mapping),
        "groups": _groups(),
        "planned": planned[(number - 1) * ROWS : number * ROWS],
        "counted": len(planned),
        "with_notes": sum(bool(p.noted) for p in planned),
        "cells": sum(len(p.noted) for p in planned),
        "mappings": importing.mappings(me),
        "name": request.session.get(_NAME, {}).get(id_, ""),
        "number": number,
        "pages": pages,
        "before": number - 1,
        "next": number + 1 if number < pages else 0,
    }
    return render(request, "desk/sheets_map.html", context)


def _act(request: HttpRequest, now: importing.Waiting) -> HttpResponse:
    me, do = member(request).id, request.POST.get("do", "")
    if do == "throw-away":
        importing.throw_away(now.id, me)
        return redirect("sheets")
    if now.begun or do == "take-in":
        importing.begin(now.id, me)
        taking.start(now.id, author(request))
        return redirect("sheets-map", id_=now.id)
    columns = importing.sheet_of(now.id, me).columns
    chosen = [request.POST.get(f"c{n}", importing.NOTE) for n in range(len(columns))]
    known = importing.kept_mapping(request.POST.get("kept", ""), columns, me) if do == "use" else None
    importing.set_mapping(now.id, chosen if known is None else known, me)
    name = request.POST.get("name", "").strip()[:60]
    if do == "keep" and name:
        importing.keep_mapping(name, columns, chosen, me)
        name = ""
    request.session[_NAME] = {now.id: name}  # typed and not kept yet
    return redirect("sheets-map", id_=now.id)


def _progress(request: HttpRequest, now: importing.Waiting) -> HttpResponse:
    runs = taking.runs(now.id)
    cases = [tuple(one.split()) for one in now.cases]
    context = {"one": now, "runs": runs, "failed": taking.failed(now.id), "cases": cases}
    response = render(request, "desk/sheets_progress.html", context)
    if runs and not now.over:
        response.headers["Refresh"] = "2"  # without script too
    return response


def _columns(sheet: Sheet, chosen: Sequence[str]) -> list[dict[str, Any]]:
    return [
        {
            "n": n,
            "title": title,
            "target": chosen[n],
            "examples": list(dict.fromkeys(row[n][:60] for row in sheet.rows[:200] if row[n]))[:EXAMPLES],
        }
        for n, title in enumerate(sheet.columns)
    ]


def _groups() -> list[tuple[str, list[tuple[str, str]]]]:
    """What a column may hold, by groups, in the reader's language."""
    found: dict[str, list[tuple[str, str]]] = {}
    for target in importing.targets(pack_of(JURISDICTION)):
        label = target.label.get(language()) or next(iter(target.label.values()), "")
        found.setdefault(target.group, []).append((target.id, label))
    return list(found.items())


# --- one case ---------------------------------------------------------------------------------------------


@require_GET
@rule(Action.READ)
def of_case(request: HttpRequest, id_: str) -> HttpResponse:
    """What he agreed to, what may leave, what has left."""
    return _of_case(request, id_)


def _of_case(
    request: HttpRequest, id_: str, errors: Sequence[str] = (), why: str = "", at: str = ""
) -> HttpResponse:
    case, who = show_case(request, id_), author(request)
    names = {m.id: m.name for m in members(removed=True)}
    asked = consents.asked(id_, who, language())
    typed_audience = request.POST.get("audience", "") if at == "publication" else ""
    if typed_audience and not errors:
        asked.append(consents.ask(id_, PUBLICATION, typed_audience, who, language()))
    context = {
        "case": case,
        "asked": [_shown(one, names) for one in asked],
        "people": _people(case),
        "audiences": [
            a
            for a in consents.audiences(pack_of(case.row.jurisdiction), who.on, language())
            if a.id not in ("group", "advocate")
        ],
        "given": consents.given(id_, who.member),
        "ways": _ways(id_, who),
        "went_out": [(one, names.get(one.row.by, "")) for one in went_out(id_, who.member)],
        "errors": errors,
        "why": why,
        "at": at,
        "to": request.POST.get("to", ""),
        "enough": handover.ENOUGH_LETTERS,
    }
    return render(request, "desk/consent.html", context, status=422 if errors or why else 200)


@require_POST
@rule(Action.RECORD)
def consent(request: HttpRequest, id_: str) -> HttpResponse:
    """He agreed, he took it back, or a member lets it go to an audience of grave standing."""
    _row(request, id_)
    use, audience = request.POST.get("use", ""), request.POST.get("audience", "")
    do, who = request.POST.get("do", ""), author(request)
    try:
        if do == "give":
            if not request.POST.get("read"):
                return _of_case(
                    request, id_, [_("First read the sentence to him, word for word, and mark it.")]
                )
            by = request.POST.get("by", "")
            consents.give(id_, use, audience, by, request.POST.get("words", ""), who, language())
        elif do == "ask":
            consents.ask(id_, PUBLICATION, audience, who, language())
            return _of_case(request, id_, at="publication")
        elif do == "withdraw" and use in USES:
            consents.withdraw(id_, use, audience, who)
        elif do == "turn-on":
            consents.turn_on(id_, audience or GROUP, who)
        else:
            raise Http404
    except BadInput as bad:
        return _of_case(request, id_, errors_of(bad))
    return redirect("sheets-case", id_=id_)


@require_POST
@rule(Action.EXPORT)
def out_case(request: HttpRequest, id_: str) -> HttpResponse:
    """The case file."""
    _row(request, id_)
    who = author(request)
    try:
        return download(leave("case-file", [id_], who, lambda go: exporting.case_file(go[0], who)))
    except StaysError as stays:
        return _of_case(request, id_, why=stays.why, at="case-file")
    except BadInput as bad:
        return _of_case(request, id_, errors_of(bad))


@require_http_methods(["POST"])
@rule(Action.EXPORT)
def hand_over(request: HttpRequest, id_: str) -> HttpResponse:
    """The folder for an advocate."""
    _row(request, id_)
    who, to = author(request), request.POST.get("to", "").strip()
    passphrase, again = request.POST.get("passphrase", ""), request.POST.get("again", "")
    errors = []
    if not to:
        errors.append(_("Write to whom it goes: a name or a word by which you will know him."))
    if len(passphrase) < handover.ENOUGH_LETTERS:
        errors.append(_("A passphrase of at least {n} letters.").format(n=handover.ENOUGH_LETTERS))
    if passphrase != again:
        errors.append(_("The two are not the same."))
    if errors:
        return _of_case(request, id_, errors, at=HAND_OVER)
    try:
        left = leave(
            "hand-over", [id_], who, lambda go: handover.folder(go[0], who, passphrase, language()), to=to
        )
        return download(left)
    except StaysError as stays:
        return _of_case(request, id_, why=stays.why, at=HAND_OVER)
    except BadInput as bad:
        return _of_case(request, id_, errors_of(bad), at=HAND_OVER)


def _row(request: HttpRequest, id_: str) -> None:
    """Raises Http404 for what is not there and for what was not granted."""
    row = file_row(id_)
    try:
        if row is None or row.kind == "enquiry":
            raise Http404
        consents.given(id_, member(request).id)
    except NotGrantedError:
        raise Http404 from None


def _ways(id_: str, who: Any) -> dict[str, str]:
    """For each exporter why it may not leave; empty where it may."""
    return {name: decide(name, [id_], who)[id_].why for name in EXPORTERS}


def _shown(one: consents.Asked, names: dict[str, str]) -> dict[str, Any]:
    return {
        "use": one.use,
        "audience": one.audience,
        "words": one.words,
        "state": one.state.value,
        "turned_on": sorted(names.get(m, "") for m in one.turned_on),
        "id": f"{one.use}-{one.audience.id}",
    }


def _people(case: Shown) -> list[tuple[str, str]]:
    """Who may agree: he himself, and those who may decide for him, by role."""
    roles = {o.id: o.label for o in case.offers.choice("role")}
    deciders = [p for p in case.file.case.people if p.may == consents.MAY_DECIDE]
    return [(APPLICANT, _("he himself"))] + [(p.id, f"{p.id} {roles.get(p.role, p.role)}") for p in deciders]


urlpatterns: list[URLPattern] = [
    path("", doors, name="sheets"),
    path("docket/", out_docket, name="sheets-docket"),
    path("days/", out_days, name="sheets-days"),
    path("table/", upload, name="sheets-upload"),
    path("table/<str:id_>/", mapping, name="sheets-map"),
    path("take-case/", take_case, name="sheets-take-case"),
    path("case/<str:id_>/", of_case, name="sheets-case"),
    path("case/<str:id_>/consent/", consent, name="sheets-consent"),
    path("case/<str:id_>/file/", out_case, name="sheets-file"),
    path("case/<str:id_>/hand-over/", hand_over, name="sheets-hand-over"),
]
