"""The first run, unlocking, locking, recovery."""

import secrets
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from raport.adapters.keys import NotOpenedError
from raport.adapters.store.members import members
from raport.adapters.store.vaults import Vault
from raport.app import vault as use
from raport.errors import BadInput, Problem
from raport.web.desk import idle
from raport.web.desk.guard import while_locked


@while_locked
@require_http_methods(["GET", "POST"])
def first(request: HttpRequest) -> HttpResponse:
    """The first run: a passphrase twice, a name; then the recovery sheet, shown once."""
    if Vault(_folder()).exists:
        return redirect("unlock")
    errors = []
    if request.method == "POST":
        passphrase, again = request.POST.get("passphrase", ""), request.POST.get("again", "")
        name = request.POST.get("name", "").strip()
        if len(passphrase) < use.ENOUGH_LETTERS:
            errors.append(_("Too short: at least {n} letters.").format(n=use.ENOUGH_LETTERS))
        if passphrase != again:
            errors.append(_("The two are not the same."))
        if not name:
            errors.append(_("Write a name for yourself: any word."))
        if not errors:
            try:
                made = use.make_vault(_folder(), passphrase, name)
            except BadInput as bad:
                errors += [str(p) for p in bad.problems]
            else:
                _sign_in(request)
                return render(request, "desk/recovery.html", {"words": made.recovery, "folder": _folder()})
    return render(
        request, "desk/first.html", {"errors": errors, "folder": _folder()}, status=422 if errors else 200
    )


@while_locked
@require_http_methods(["GET", "POST"])
def unlock(request: HttpRequest) -> HttpResponse:
    """Open the vault with its passphrase, or with the words of the recovery sheet and a new one."""
    if not Vault(_folder()).exists:
        return redirect("first")
    errors = []
    if request.method == "POST":
        try:
            if request.POST.get("words"):
                use.recover_vault(_folder(), request.POST["words"], _new_passphrase(request))
            else:
                use.open_vault(_folder(), request.POST.get("passphrase", ""))
        except NotOpenedError:
            errors.append(_("This does not open it. Nothing was changed; try again."))
        except BadInput as bad:
            errors += [str(p) for p in bad.problems]
        else:
            _sign_in(request)
            return HttpResponseRedirect(_next(request))
    context = {"errors": errors, "next": _next(request), "recover": "recover" in request.GET}
    return render(request, "desk/unlock.html", context, status=422 if errors else 200)


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
    """The address that `raport desk --demo` prints: it signs in once, and only where a demo is served."""
    if not settings.DEMO_TOKEN or not secrets.compare_digest(request.GET.get("t", ""), settings.DEMO_TOKEN):
        raise Http404
    settings.DEMO_TOKEN = ""
    _sign_in(request)
    return redirect("home")


def _new_passphrase(request: HttpRequest) -> str:
    new = request.POST.get("passphrase", "")
    if len(new) < use.ENOUGH_LETTERS:
        raise BadInput([Problem(f"a new passphrase of at least {use.ENOUGH_LETTERS} letters", f"{len(new)}")])
    return new


def _sign_in(request: HttpRequest) -> None:
    """One member: he is the one. Several: the login page asks who."""
    idle.seen()
    request.session.cycle_key()
    known = members()
    if len(known) == 1:
        request.session["member"] = known[0].id


def _next(request: HttpRequest) -> str:
    to = request.POST.get("next") or request.GET.get("next") or "/"
    parts = urlsplit(to)
    return (
        to
        if not parts.netloc and not parts.scheme and to.startswith("/") and not to.startswith("//")
        else "/"
    )


def _folder() -> Path:
    return Path(settings.FOLDER)
