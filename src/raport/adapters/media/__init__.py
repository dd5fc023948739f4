"""What a file is by its bytes, and pages of it that can be looked at, made by a process without rights."""

from raport.adapters.media.rendering import RIGHTS, NotRenderedError, Page, render
from raport.adapters.media.signatures import Doubt, Kind, Recognised, kind_of, recognise

__all__ = [
    "RIGHTS",
    "Doubt",
    "Kind",
    "NotRenderedError",
    "Page",
    "Recognised",
    "kind_of",
    "recognise",
    "render",
]
