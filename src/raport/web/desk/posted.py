"""What several pages do with what was typed: read a number or a day, say who did it, tell the mistakes."""

from datetime import date

from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from raport.app.files import Author
from raport.app.vault import now, today
from raport.errors import BadInput, Problem
from raport.web.desk.guard import member


def author(request: HttpRequest) -> Author:
    """Who does it, and when."""
    return Author(member(request).id, now(), today())


def number[T](text: str, otherwise: T) -> int | T:
    """A number of up to five digits."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise


def read_day(text: str) -> date:
    """A day of a form: of the browser's picker, or as people write it. Raises `BadInput`."""
    try:
        day, month, year = (int(part) for part in text.split("."))
        return date(year, month, day)
    except ValueError:
        pass
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadInput([Problem(_("a day, such as 24.11.2026"), text or _("nothing"))]) from None


def must_be(found: bool) -> None:  # noqa: FBT001 - what a use case answered
    """A page that is not there, unless it was found."""
    if not found:
        raise Http404


def errors_of(bad: BadInput) -> list[str]:
    """Each mistake: what was expected, what came, what helps."""
    told = _("Expected: {expected}. Came: {found}.")
    return [f"{told.format(expected=p.expected, found=p.found)} {p.help}".strip() for p in bad.problems]
