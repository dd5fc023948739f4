"""What stands before every page: only this machine, only an open vault, only a member, nothing kept, no
names.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import DisallowedHost
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseBase,
    HttpResponseForbidden,
)
from django.shortcuts import redirect, render

from raport.access import Action, Actor, Role, Standing, may
from raport.adapters.store import opened
from raport.adapters.store.rows import MemberRow
from raport.app.files import me
from raport.app.vault import now
from raport.web.desk import idle, visits

type View = Callable[..., HttpResponseBase]
type Next = Callable[[HttpRequest], HttpResponse]


def rule(action: Action, *, writes: Action | None = None) -> Callable[[View], View]:
    """Every view that shows anything of the vault says by this what it does, and what it does with what is
    sent to it where that is more; who may not gets a plain 404.
    """

    def with_rule(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            asked = writes if writes is not None and request.method == "POST" else action
            if not may(actor(request), asked).allowed:
                raise Http404
            return view(request, *args, **kwargs)

        guarded.rule = action  # type: ignore[attr-defined] # read by the test that no view is without
        return guarded

    return with_rule


def while_locked(view: View) -> View:
    """A view that works without the vault: it shows nothing of it."""
    view.while_locked = True  # type: ignore[attr-defined] # read by `Locked`
    return view


def member(request: HttpRequest) -> MemberRow:
    """The member of this visit. Only behind `Locked`."""
    found: MemberRow = request.member  # type: ignore[attr-defined] # set by `Locked`
    return found


def actor(request: HttpRequest) -> Actor:
    """The member as `access` knows him."""
    row = member(request)
    return Actor(row.id, Role(row.role), Standing(row.standing))


class Loopback:
    """Only from this machine and, where a browser says from which page, only from our own (DNS rebinding)."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            request.get_host()
        except DisallowedHost:
            return HttpResponseBadRequest("another name", content_type="text/plain")
        origin = request.headers.get("Origin")
        if (
            origin and urlsplit(origin).netloc != request.get_host()
        ):  # "null" too: a page that hides whose it is
            return HttpResponseForbidden("another origin", content_type="text/plain")
        site = request.headers.get("Sec-Fetch-Site")
        if site not in (None, "same-origin", "none"):
            return HttpResponseForbidden("another site", content_type="text/plain")
        return self.get_response(request)


class Locked:
    """Without an open vault and a member there is one page: unlock. What was typed comes back after it."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if getattr(view, "while_locked", False):
            return None
        row = me(request.session.get("member", "")) if opened.is_open() else None
        if request.session.get("opening", opened.opening()) != opened.opening():
            row = None  # a login holds for one opening of the vault
        if row is None:
            if request.method == "POST":
                return _typed_again(request)
            return redirect(f"{'/login/' if opened.is_open() else '/unlock/'}?next={request.path}")
        request.member = row  # type: ignore[attr-defined] # for `member`
        idle.seen()
        visits.seen(request.session.session_key or "", now())
        return None


class NothingKept:
    """No page of the desk stays in a cache of the browser."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 - as Django calls it
    """A form that was left open longer than its session: what was typed is shown again."""
    return _typed_again(request)


def _typed_again(request: HttpRequest) -> HttpResponse:
    """What was typed, to be sent again: words are shown, choices kept unseen, secrets not repeated at all."""
    typed = [
        (name, value, " " in value or not value.isascii())
        for name, values in request.POST.lists()
        for value in values
        if name not in _NOT_REPEATED
    ]
    context = {"typed": typed, "to": request.path, "secret": bool(_SECRET & set(request.POST))}
    return render(request, "desk/locked.html", context, status=403)


_SECRET = frozenset({"passphrase", "password", "old", "again", "words", "code", "digits"})
_NOT_REPEATED = _SECRET | {"csrfmiddlewaretoken", "answer"}  # of a passkey: it holds for its session only
