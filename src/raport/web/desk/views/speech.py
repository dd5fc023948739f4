"""Recordings heard by a machine: its model is set up here; what it makes of them is begun and thrown away."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods, require_POST

from raport.access import Action
from raport.adapters.blobs import NotReadError
from raport.adapters.speech import NotHeardError
from raport.app import exhibits
from raport.app import speech as use
from raport.app.exhibits import ClosedError, Exhibit, GoneError
from raport.app.files import Author, NotGrantedError
from raport.errors import BadInput
from raport.web.desk import behind
from raport.web.desk.behind import StoppedWorkError
from raport.web.desk.guard import member, rule
from raport.web.desk.posted import author, errors_of


@require_http_methods(["GET", "POST"])
@rule(Action.KEEP_HOUSE)
def model(request: HttpRequest) -> HttpResponse:
    """Where the model lies and its hash; off while nothing stands here."""
    typed, errors = request.POST, []
    if request.method == "POST":
        if typed.get("off"):
            use.turn_off()
            return redirect("speech-model")
        try:
            use.set_model(typed.get("folder", ""), typed.get("sha256", ""), typed.get("language", "ru"))
            return redirect("speech-model")
        except BadInput as bad:
            errors = errors_of(bad)
    kept = use.model()
    context = {
        "kept": kept,
        "errors": errors,
        "folder": typed.get("folder", kept.folder if kept else ""),
        "sha256": typed.get("sha256", kept.sha256 if kept else ""),
        "language": typed.get("language", kept.language if kept else "ru"),
        "languages": use.LANGUAGES,
    }
    return render(request, "desk/speech_model.html", context, status=422 if errors else 200)


@require_POST
@rule(Action.RECORD)
def hear(request: HttpRequest, id_: str) -> HttpResponse:
    """Begin to hear a recording, beside the pages."""
    _recording(request, id_)
    who = author(request)
    behind.start(job_name(id_), lambda _step: _hear(id_, who))
    return redirect(f"{reverse('exhibit', args=[id_])}#heard")


@require_POST
@rule(Action.RECORD)
def forget(request: HttpRequest, id_: str) -> HttpResponse:
    """Throw away what was made of it."""
    _recording(request, id_)
    use.forget(id_, author(request))
    return redirect(f"{reverse('exhibit', args=[id_])}#heard")


def job_name(id_: str) -> str:
    """What the work on a recording is called."""
    return f"hear {id_}"


def _hear(id_: str, who: Author) -> None:
    try:
        use.hear(id_, who)
    except NotHeardError as lacking:
        raise StoppedWorkError(lacking.why) from None
    except (ClosedError, GoneError, NotReadError):
        raise StoppedWorkError("not-opened") from None


def _recording(request: HttpRequest, id_: str) -> Exhibit:
    """Raises Http404, also for what is no recording that may be opened now."""
    try:
        one = exhibits.exhibit(id_, member(request).id)
    except (GoneError, NotGrantedError):
        raise Http404 from None
    if not use.can_hear(one):
        raise Http404
    return one


urlpatterns: list[URLPattern] = [
    path("model/", model, name="speech-model"),
    path("<str:id_>/hear/", hear, name="speech-hear"),
    path("<str:id_>/forget/", forget, name="speech-forget"),
]
