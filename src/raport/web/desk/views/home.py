"""The home: inbox and docket."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from raport.access import Action
from raport.web.desk.guard import rule


@require_GET
@rule(Action.SEE_LISTS)
def home(request: HttpRequest) -> HttpResponse:
    """What is dangerous, undecided, overdue, due, and what to ask, in that order."""
    return render(request, "desk/home.html", {})
