"""What is shown when there is no page: the same whether it is not there or not for this member."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def missing(_request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - as Django calls it
    """404."""
    return _page("desk/wrong_missing.html", 404)


def bad(_request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - as Django calls it
    """400."""
    return _page("desk/wrong_bad.html", 400)


def failed(_request: HttpRequest) -> HttpResponse:
    """500: our mistake."""
    return _page("desk/wrong_failed.html", 500)


def _page(template: str, status: int) -> HttpResponse:
    return HttpResponse(render_to_string(template), status=status)
