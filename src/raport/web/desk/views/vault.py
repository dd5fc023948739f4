"""The first run, unlocking, logging in, joining, locking, recovery."""

import secrets
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from raport.adapters.keys import NotOpenedError
from raport.adapters.store import opened
from raport.adapters.store.rows import MemberRow
from raport.adapters.store.vaults import Vault
from raport.app import members as people
from raport.app import passphrases
from raport.app import vault as use
from raport.app.tries import WaitError
from raport.errors import BadInput
from raport.web.desk import idle, visits
from raport.web.desk.guard import while_locked
from raport.web.desk.passkeys import answer_of, desk_address, is_named, keep_challenge
from raport.web.desk.posted import errors_of
from raport.web.desk.views.inbox import erase_and_count


@while_locked
@require_http_methods(["GET", "POST"])
def first(request: HttpRequest) -> HttpResponse:
    """The first run: a passphrase twice, a name; then the recovery sheet, shown once."""
    if Vault(_folder()).exists:
        return redirect("unlock")
    errors = []
    passphrase, name = request.POST.get("passphrase", ""), request.POST.get("name", "").strip()
    if request.method == "POST":
        problems = passphrases.problems_of(passphrase, request.POST.get("again", ""))
        errors = errors_of(BadInput(problems))
        if not name:
            errors.append(_("Write a name for yourself: any word."))
        if not errors:
            try:
                made = use.make_vault(_folder(), passphrase, name)
            except BadInput as bad:
                errors += [str(p) for p in bad.problems]
            else:
                _sign_in(request, people.needs_login())
                return render(request, "desk/recovery.html", {"words": made.recovery, "folder": _folder()})
    context = {
        "errors": errors,
        "folder": _folder(),
        "typed": request.POST,
        "told": passphrases.told(passphrase) if passphrase else "",
    }
    return render(request, "desk/first.html", context, status=422 if errors else 200)


@while_locked
@require_http_methods(["GET", "POST"])
def unlock(request: HttpRequest) -> HttpResponse:
    """Open the vault with its passphrase, or with the words of the recovery sheet and a new one."""
    if not Vault(_folder()).exists:
        return redirect("first")
    errors = []
    if request.method == "POST":
        try:
            if "words" in request.POST:
                return _recovered(request)
            use.open_vault(_folder(), request.POST.get("passphrase", ""))
        except NotOpenedError:
            errors.append(_("This does not open it. Nothing was changed; try again."))
        except BadInput as bad:
            errors += errors_of(bad)
        else:
            return _opened(request)
    context = {
        "errors": errors,
        "next": _next(request),
        "recover": "recover" in request.GET or "words" in request.POST,
        "typed": request.POST,
    }
    return render(request, "desk/unlock.html", context, status=422 if errors else 200)


def _recovered(request: HttpRequest) -> HttpResponse:
    """Opened by the recovery sheet: a desk of several gets a way back for its first coordinator."""
    new = request.POST.get("passphrase", "")
    problems = passphrases.problems_of(new)
    if problems:
        raise BadInput(problems)
    use.recover_vault(_folder(), request.POST["words"], new)
    code = people.way_back_by_sheet(use.now())
    if not code:
        return _opened(request)
    idle.seen()
    request.session.flush()
    request.session["code"] = code
    return redirect("join")


def _opened(request: HttpRequest) -> HttpResponse:
    """Who is alone at the desk is in; of several each logs in."""
    alone = people.needs_login()
    if alone:
        _sign_in(request, alone)
        return HttpResponseRedirect(_next(request))
    idle.seen()
    return HttpResponseRedirect(f"/login/?{urlencode({'next': _next(request)})}")


@while_locked
@require_http_methods(["GET", "POST"])
def login(request: HttpRequest) -> HttpResponse:
    """Who of several it is, after the vault was opened."""
    from raport.app.second import CopiedError

    if not opened.is_open():
        return HttpResponseRedirect(f"/unlock/?{urlencode({'next': _next(request)})}")
    errors = []
    if request.method == "POST":
        try:
            row = _let_in(request)
        except people.NotLetInError:
            errors.append(_("Name, password, code or passkey does not fit. Nothing was changed; try again."))
        except CopiedError:
            errors.append(
                _(
                    "The counter of this passkey went back: there may be a copy of it. It is taken no more. "
                    "Come in with digits or a spare code and remove it."
                )
            )
        except WaitError as wait:
            errors.append(told_wait(wait))
        else:
            _sign_in(request, row.id)
            return HttpResponseRedirect(_next(request))
    everybody = people.everybody()
    context = {
        "errors": errors,
        "people": everybody,
        "passkeys": any(p.passkeys for p in everybody),
        "named": is_named(request),
        "address": desk_address(request),
        "typed": request.POST,
        "next": _next(request),
        "alone": people.needs_login(),
    }
    return render(request, "desk/login.html", context, status=422 if errors else 200)


def _let_in(request: HttpRequest) -> MemberRow:
    typed = request.POST
    return people.let_in(
        typed.get("who", ""), typed.get("password", ""), typed.get("code", ""), use.now(), answer_of(request)
    )


def told_wait(wait: WaitError) -> str:
    """Until when no try is taken."""
    left = max(1, int((wait.until - use.now()).total_seconds()))
    return _("Too many tries for this name: the next is taken in {n} s.").format(n=left)


@while_locked
@require_POST
def login_passkey(request: HttpRequest) -> HttpResponse:
    """What the browser is to ask, so that a device shows a passkey; the answer comes to `login`."""
    from raport.app import second

    asked = second.ask_passkey(request.POST.get("who", ""), use.now()) if opened.is_open() else None
    if asked is None:
        return JsonResponse({"told": _("There is no passkey for this name.")}, status=422)
    options, challenge = asked
    keep_challenge(request, challenge)
    return JsonResponse({"show": options})


@while_locked
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """With a code that was given out: a new member, or a new password of an old one."""
    if not opened.is_open():
        return HttpResponseRedirect("/unlock/?next=/join/")
    errors = []
    typed = request.POST
    code = typed.get("code", "") or request.session.get("code", "")
    if request.method == "POST":
        try:
            row = people.join(
                code, typed.get("name", ""), typed.get("password", ""), typed.get("again", ""), use.now()
            )
        except BadInput as bad:
            errors = errors_of(bad)
        except WaitError:
            errors = [_("Too many tries with codes: wait a little.")]
        else:
            visits.end(row.id)
            _sign_in(request, row.id)
            return redirect("home")
    found = people.invitation_of(code, use.now()) if code else None
    context = {
        "errors": errors,
        "typed": typed,
        "code": code,
        "known": found is not None and found.member is not None,
        "enough": people.ENOUGH_LETTERS,
    }
    return render(request, "desk/login_join.html", context, status=422 if errors else 200)


@while_locked
@require_POST
def strength(request: HttpRequest) -> HttpResponse:
    """How strong a passphrase is, while it is typed. It is kept nowhere."""
    return JsonResponse({"told": passphrases.told(request.POST.get("passphrase", ""))})


@csrf_exempt  # not to lock is the greater harm; another site is refused by `guard.Loopback`
@while_locked
@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Lock now."""
    use.lock()
    request.session.flush()
    return redirect("unlock")


@while_locked
@require_http_methods(["GET"])
def demo(request: HttpRequest) -> HttpResponse:
    """The address that `raport desk --demo` prints: it signs in, and only where a demo is served."""
    if not settings.DEMO_TOKEN or not secrets.compare_digest(request.GET.get("t", ""), settings.DEMO_TOKEN):
        raise Http404
    if not opened.is_open():
        return redirect("unlock")
    _sign_in(request, people.needs_login())
    return redirect("home")


def _sign_in(request: HttpRequest, member: str) -> None:
    """From now on this session is this member's, until the vault is locked."""
    idle.seen()
    request.session.cycle_key()
    request.session.pop("code", None)
    request.session["member"] = member
    request.session["opening"] = opened.opening()
    visits.begin(request.session.session_key or "", member, request.headers.get("User-Agent", ""), use.now())
    erase_and_count(request, use.today())


def _next(request: HttpRequest) -> str:
    to = request.POST.get("next") or request.GET.get("next") or "/"
    parts = urlsplit(to)
    return (
        to
        if not parts.netloc and not parts.scheme and to.startswith("/") and not to.startswith(("//", "/\\"))
        else "/"
    )


def _folder() -> Path:
    return Path(settings.FOLDER)
