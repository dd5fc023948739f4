"""Members, one's own login and visits, who may open a case, keys, health, help."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from raport.access import Action, Role, Standing, may
from raport.adapters.keys import NotOpenedError
from raport.adapters.store.files import file as file_row
from raport.adapters.store.members import invitations, members, passkeys
from raport.adapters.store.rows import MemberRow
from raport.app import health, passphrases
from raport.app import members as use
from raport.app import vault as vaults
from raport.app.files import Author, NotGrantedError, name_of
from raport.app.tries import WaitError
from raport.errors import BadInput
from raport.web.desk import visits
from raport.web.desk.guard import actor, member, rule
from raport.web.desk.passkeys import answer_of, desk_address, is_named, keep_challenge
from raport.web.desk.posted import errors_of
from raport.web.desk.views.vault import told_wait

_ROLES = {
    Role.CASEWORKER: gettext_lazy("caseworker"),
    Role.COORDINATOR: gettext_lazy("coordinator"),
    Role.EDITOR: gettext_lazy("editor"),
}
_STANDINGS = {
    Standing.NONE: gettext_lazy("no standing"),
    Standing.LAW_DEGREE: gettext_lazy("law degree"),
    Standing.ADVOCATE: gettext_lazy("advocate"),
}
_NEW_DEVICE = "new-device"


# --- the members


@require_GET
@rule(Action.SEE_LISTS)
def house(request: HttpRequest) -> HttpResponse:
    """Who is at this desk; who keeps the house invites and removes."""
    return _house(request)


def _house(request: HttpRequest, bad: BadInput | None = None, **more: Any) -> HttpResponse:
    keeps = may(actor(request), Action.KEEP_HOUSE).allowed
    context = {
        "errors": [] if bad is None else errors_of(bad),
        "typed": request.POST,
        "people": [(p, _role(p.row.role), _standing(p.row.standing)) for p in use.everybody()],
        "keeps": keeps,
        "brings": may(actor(request), Action.IMPORT).allowed,
        "me": member(request),
        "roles": [(r.value, label) for r, label in _ROLES.items()],
        "standings": [(s.value, label) for s, label in _STANDINGS.items()],
        "invitations": [(i, _role(i.role)) for i in invitations(vaults.now())] if keeps else [],
        **more,
    }
    return render(request, "desk/house.html", context, status=200 if bad is None else 422)


@require_POST
@rule(Action.KEEP_HOUSE)
def change(request: HttpRequest) -> HttpResponse:
    """One of the forms of the page of members, by its button."""
    who, typed = _author(request), request.POST
    id_ = typed.get("member", "")
    try:
        match typed.get("do", ""):
            case "invite":
                code = use.invite(typed.get("role", ""), typed.get("standing", ""), who)
                return _house(request, code=code)
            case "way-back":
                code = use.give_way_back(id_, who.member, who.at)
                return _house(request, code=code, code_for=_name(id_))
            case "role":
                use.change_role(id_, typed.get("role", ""), typed.get("standing", ""))
            case "end-code":
                use.end_invitation(_number(typed.get("code", "")))
            case "remove":
                name = _name(id_)
                done = use.remove(id_, who)
                visits.end(id_)
                return _house(request, removed=done, removed_name=name)
            case _:
                raise Http404
    except BadInput as bad:
        return _house(request, bad)
    return redirect("house")


@require_GET
@rule(Action.KEEP_HOUSE)
def removing(request: HttpRequest, id_: str) -> HttpResponse:
    """What removing a member does and cannot undo, before it is done."""
    if not _name(id_) or id_ == member(request).id:
        raise Http404
    return render(request, "desk/house_remove.html", {"id": id_, "name": _name(id_)})


# --- one's own


@require_GET
@rule(Action.SEE_LISTS)
def me(request: HttpRequest) -> HttpResponse:
    """One's own password, second device, passkeys and visits."""
    return _me(request)


def _me(request: HttpRequest, errors: list[str] | None = None, **more: Any) -> HttpResponse:
    from raport.app.second import MOST_PASSKEYS

    row = member(request)
    mine = next(p for p in use.everybody() if p.row.id == row.id)
    key = request.session.session_key
    held = passkeys(row.id)
    context = {
        "errors": errors,
        "mine": mine,
        "passkeys": [k for k in held if k.removed is None],
        "gone": [k for k in held if k.removed is not None],
        "most_passkeys": MOST_PASSKEYS,
        "named": is_named(request),
        "address": desk_address(request),
        "visits": [(v, v.key == key) for v in visits.of(row.id)],
        "role": _role(row.role),
        "standing": _standing(row.standing),
        "enough": use.ENOUGH_LETTERS,
        **more,
    }
    return render(request, "desk/house_me.html", context, status=422 if errors else 200)


@require_POST
@rule(Action.SEE_LISTS)
def change_me(request: HttpRequest) -> HttpResponse:
    """One of the forms of one's own page, by its button."""
    try:
        return _change_me(request, member(request), request.POST.get("old", ""))
    except BadInput as bad:
        return _me(request, errors_of(bad))
    except WaitError as wait:
        return _me(request, [told_wait(wait)])


def _change_me(request: HttpRequest, row: MemberRow, password: str) -> HttpResponse:
    from raport.app import second

    typed, at, key = request.POST, vaults.now(), request.session.session_key or ""
    match typed.get("do", ""):
        case "password":
            use.set_password(row.id, password, typed.get("password", ""), typed.get("again", ""), at)
            visits.end(row.id, but=key)
        case "device":
            secret, square = second.new_device(row.id, row.name, password, at)
            request.session[_NEW_DEVICE] = secret
            return _me(request, secret=secret, square=_svg(square))
        case "keep-device":
            return _keep_device(request)
        case "drop-device":
            second.drop_device(row.id, password, at)
        case "keep-passkey":
            codes = second.keep_passkey(row.id, answer_of(request), at)
            if codes:
                return _me(request, codes=codes)
        case "drop-passkey":
            second.drop_passkey(row.id, _number(typed.get("passkey", "")), password, at)
            visits.end(row.id, but=key)
        case "new-codes":
            return _me(request, codes=second.new_codes(row.id, password, at))
        case "end":
            visits.end(row.id, id_=typed.get("visit", ""), but=key)
        case "end-others":
            visits.end(row.id, but=key)
        case _:
            raise Http404
    return redirect("house-me")


def _keep_device(request: HttpRequest) -> HttpResponse:
    from raport.app import second

    row, secret = member(request), request.session.get(_NEW_DEVICE, "")
    if not secret:
        return redirect("house-me")
    try:
        codes = second.keep_device(row.id, secret, request.POST.get("digits", ""), vaults.now())
    except BadInput as bad:
        return _me(request, errors_of(bad), secret=secret, square=_svg(second.square_of(secret, row.name)))
    del request.session[_NEW_DEVICE]
    return _me(request, codes=codes) if codes else redirect("house-me")


@require_POST
@rule(Action.SEE_LISTS)
def new_passkey(request: HttpRequest) -> HttpResponse:
    """What the browser is to ask, so that a device makes a passkey; the answer comes to `change_me`."""
    from raport.app import second

    typed, row = request.POST, member(request)
    try:
        options, challenge = second.ask_new_passkey(
            row.id, typed.get("name", ""), typed.get("old", ""), vaults.now()
        )
    except BadInput as bad:
        return JsonResponse({"told": " ".join(errors_of(bad))}, status=422)
    except WaitError as wait:
        return JsonResponse({"told": told_wait(wait)}, status=422)
    keep_challenge(request, challenge)
    return JsonResponse({"make": options})


# --- who may open a case


@require_GET
@rule(Action.READ)
def opens(request: HttpRequest, id_: str) -> HttpResponse:
    """Who can open a case, and to whom else it could be opened."""
    return _opens(request, id_)


def _opens(request: HttpRequest, id_: str, bad: BadInput | None = None) -> HttpResponse:
    row = file_row(id_)
    if row is None:
        raise Http404
    try:
        can = use.who_opens(id_, _author(request))
    except NotGrantedError:
        raise Http404 from None
    context = {
        "errors": [] if bad is None else errors_of(bad),
        "file": row,
        "name": name_of(row),
        "can": [m for m in members() if m.id in can],
        "cannot": [m for m in members() if m.id not in can],
        "me": member(request),
    }
    return render(request, "desk/house_opens.html", context, status=200 if bad is None else 422)


@require_POST
@rule(Action.RECORD)
def grant(request: HttpRequest, id_: str) -> HttpResponse:
    """Open a case to another member, or take that back."""
    try:
        if "take" in request.POST:
            use.take_grant(id_, request.POST["take"], _author(request))
        else:
            use.grant_file(id_, request.POST.get("to", ""), _author(request))
    except BadInput as bad:
        return _opens(request, id_, bad)
    except NotGrantedError:
        raise Http404 from None
    return redirect("house-opens", id_=id_)


# --- keys, health, help


@require_http_methods(["GET", "POST"])
@rule(Action.KEEP_HOUSE)
def keys(request: HttpRequest) -> HttpResponse:
    """Another passphrase of the vault, another recovery sheet."""
    folder, typed, errors = Path(settings.FOLDER), request.POST, []
    if request.method == "POST":
        try:
            if typed.get("do") == "sheet":
                # Who passes by an open desk gets no sheet: the passphrase is asked
                vaults.change_passphrase(folder, typed.get("old", ""), typed.get("old", ""))
                words = vaults.new_recovery_sheet(folder)
                return render(request, "desk/recovery.html", {"words": words, "folder": folder})
            problems = passphrases.problems_of(typed.get("passphrase", ""), typed.get("again", ""))
            if problems:
                raise BadInput(problems)
            vaults.change_passphrase(folder, typed.get("old", ""), typed.get("passphrase", ""))
            return render(request, "desk/house_keys.html", {"changed": True})
        except NotOpenedError:
            errors = [_("The passphrase so far is another one. Nothing was changed.")]
        except BadInput as bad:
            errors = errors_of(bad)
    return render(request, "desk/house_keys.html", {"errors": errors}, status=422 if errors else 200)


@require_GET
@rule(Action.SEE_LISTS)
def how(request: HttpRequest) -> HttpResponse:
    """How the machine and the folder are."""
    found = health.findings(Path(settings.FOLDER), vaults.now())
    return render(request, "desk/house_health.html", {"found": found, "folder": Path(settings.FOLDER)})


@require_GET
@rule(Action.SEE_LISTS)
def helps(request: HttpRequest) -> HttpResponse:
    """What keys do, and what the desk does not do."""
    return render(request, "desk/house_help.html")


def _role(role: str) -> str:
    return str(_ROLES[Role(role)])


def _standing(standing: str) -> str:
    return str(_STANDINGS[Standing(standing)])


def _name(id_: str) -> str:
    return next((m.name for m in members() if m.id == id_), "")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _svg(square: str) -> str:
    return mark_safe(square)  # noqa: S308 - drawn by segno from our own text


def _author(request: HttpRequest) -> Author:
    return Author(member(request).id, vaults.now(), vaults.today())


urlpatterns = [
    path("", house, name="house"),
    path("change/", change, name="house-change"),
    path("remove/<str:id_>/", removing, name="house-remove"),
    path("me/", me, name="house-me"),
    path("me/change/", change_me, name="house-me-change"),
    path("me/passkey/", new_passkey, name="house-me-passkey"),
    path("opens/<str:id_>/", opens, name="house-opens"),
    path("opens/<str:id_>/grant/", grant, name="house-grant"),
    path("keys/", keys, name="house-keys"),
    path("health/", how, name="house-health"),
    path("help/", helps, name="house-help"),
]
