"""What pages know of passkeys: at which address they work, and what was asked of this session's browser."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

from raport.adapters.logins import NAME

if TYPE_CHECKING:
    from raport.app.second import Answer, Challenge

_ASKED = "passkey-asked"


def desk_address(request: HttpRequest) -> str:
    """Where passkeys work: the desk by name, at the port it listens at (a `Host` may name any)."""
    port = request.META["SERVER_PORT"]
    return f"http://{NAME}" if port == "80" else f"http://{NAME}:{port}"


def is_named(request: HttpRequest) -> bool:
    """Whether this page was asked for by that name."""
    return f"http://{request.get_host()}" == desk_address(request)


def keep_challenge(request: HttpRequest, challenge: "Challenge") -> None:
    """Keep what this session's browser was asked; an older challenge is forgotten."""
    request.session[_ASKED] = challenge


def answer_of(request: HttpRequest) -> "Answer":
    """What the browser answered, with the challenge it had: which is gone then, whatever comes of it."""
    from raport.app.second import Answer

    return Answer(request.POST.get("answer", ""), request.session.pop(_ASKED, None), desk_address(request))
