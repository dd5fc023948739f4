"""What every template knows."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from raport import __version__
from raport.adapters.store import opened
from raport.app.demo import PASSPHRASE


def desk(request: HttpRequest) -> dict[str, Any]:
    """Whether the vault is open, who works, which page this is, and whether all of it is a demo."""
    return {
        "demo": PASSPHRASE if settings.DEMO_TOKEN else "",
        "is_open": opened.is_open(),
        "member": getattr(request, "member", None),
        "here": request.path,
        "version": __version__,
    }
