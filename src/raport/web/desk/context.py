"""What every template knows."""

from typing import Any

from django.http import HttpRequest

from raport import __version__
from raport.adapters.store import opened


def desk(request: HttpRequest) -> dict[str, Any]:
    """Whether the vault is open, who works, which page this is."""
    return {
        "is_open": opened.is_open(),
        "member": getattr(request, "member", None),
        "here": request.path,
        "version": __version__,
    }
