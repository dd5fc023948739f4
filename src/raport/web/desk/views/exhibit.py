"""Papers, photographs and recordings: attached, looked at, stopped, destroyed.

Bytes that came from outside are served in one place, `view`, and never as they came if they could be a page:
what is shown was drawn anew, recordings are for the player alone, all else is not served.
"""

import re
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from raport.access import Action
from raport.adapters.blobs import NotReadError, Stream, TooLargeError
from raport.adapters.media import Kind, NotRenderedError
from raport.adapters.store.files import file as file_row
from raport.adapters.store.members import members
from raport.adapters.store.rows import FileRow
from raport.app import exhibits as use
from raport.app import origins, speech
from raport.app.custody import custody
from raport.app.exhibits import ClosedError, Exhibit, GoneError
from raport.app.files import NotGrantedError, name_of, secrets_of
from raport.web.desk import behind
from raport.web.desk.guard import member, rule
from raport.web.desk.uploads import MOST_BYTES, too_large
from raport.web.desk.views.case import author, language

PAGES = 5
"""Pages of a PDF that are shown at once; the others have links."""

LONGEST_PATH = 4000
MOST_KEY = 64 * 1024

# What a browser may do with bytes from outside, should it take them for a page: nothing.
_NOTHING = "default-src 'none'; sandbox"
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


@dataclass(frozen=True, slots=True)
class Line:
    """One act of the custody as it is told."""

    act: str
    at: object
    by: str
    to: str


# --- attaching --------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@rule(Action.RECORD)
def attach(request: HttpRequest, file_id: str) -> HttpResponse:
    """Files to a case or an enquiry: chosen in the browser, or one that lies on this machine."""
    row = _file(request, file_id)
    typed: Mapping[str, Any] = request.POST if request.method == "POST" else {}
    errors: list[str] = []
    taken: list[Exhibit] = []
    if request.method == "POST":
        sent = request.FILES.getlist("file")
        place = str(typed.get("path", "")).strip()
        if not sent and not place:
            errors.append(_("Expected a file: none was chosen. Choose one, or write where it lies."))
        for each in sent:
            if too_large(each):
                errors.append(_too_large(each))
            else:
                taken.append(_take(request, row, each.name or "", each))
        if place:
            with ExitStack() as open_files:
                stream = _open_place(place, errors)
                if stream is not None:
                    open_files.enter_context(stream)
                    taken.append(_take(request, row, Path(place).name, stream))
        if not errors:
            return redirect("exhibit", id_=taken[0].id) if len(taken) == 1 else redirect(_home(row))
    context = {
        "row": row,
        "file_name": name_of(row),
        "home": _home(row),
        "typed": typed,
        "errors": errors,
        "taken": taken,
        "most": MOST_BYTES // (1024 * 1024),
    }
    return render(request, "desk/exhibit_attach.html", context, status=422 if errors else 200)


def _take(request: HttpRequest, row: FileRow, name: str, stream: Stream) -> Exhibit:
    typed = request.POST
    return use.take_in(
        row.id,
        name,
        stream,
        author(request),
        given_by=typed.get("given_by", "").strip(),
        note=typed.get("note", "").strip(),
        use_risk=bool(typed.get("use_risk")),
        graphic=bool(typed.get("graphic")),
    )


def _open_place(place: str, errors: list[str]) -> BinaryIO | None:
    """A file on this machine, not one of the vault's own."""
    try:
        found = Path(place[:LONGEST_PATH]).expanduser()
        if found.is_file() and not _in_vault(found):
            return found.open("rb")
    except (OSError, RuntimeError, ValueError):
        pass
    errors.append(
        _("Expected the place of a file on this machine; found none there: {place}").format(place=place)
    )
    return None


def _in_vault(found: Path) -> bool:
    return found.resolve().is_relative_to(Path(settings.FOLDER).resolve())


def _too_large(each: "UploadedFile[bytes]") -> str:
    return _("{name}: more than {n} MB. Write below where it lies; then it is sealed as it is read.").format(
        name=use.safe_name(each.name or ""), n=MOST_BYTES // (1024 * 1024)
    )


# --- looking ----------------------------------------------------------------------------------------------


@require_GET
@rule(Action.READ)
def show(request: HttpRequest, id_: str) -> HttpResponse:
    """An exhibit: what it is, what it shows, who did what with it."""
    return _page(request, id_, {})


def _page(request: HttpRequest, id_: str, refused: Mapping[str, Any]) -> HttpResponse:
    """The page, and above a form that was refused why, with what was typed into it."""
    one = _exhibit(request, id_)
    chosen = "show" in request.GET
    row = _file(request, one.file)
    first = _number(request.GET.get("page", ""))
    context: dict[str, Any] = {
        "one": one,
        "row": row,
        "file_name": name_of(row),
        "home": _home(row),
        "chosen": chosen,
        "covered": one.graphic and not chosen,
        "others": [m for m in members() if m.id != member(request).id],
        "trusted": [m.name for m in members(removed=True) if m.id in one.trusted],
        "not_held": use.not_held(),
        "players": {"sound": "audio", "video": "video"}.get(one.kind.value, ""),
    }
    if one.shown and (chosen or not one.stopped):
        context |= _preview(request, one, first)
    if one.mine and not one.stopped:
        context["claims"] = dict(use.claims(id_, member(request).id))
    if one.mine and (chosen or not one.stopped):
        context["letter"] = _letter(request, one)
        context |= refused
    if speech.can_hear(one):
        context |= _heard(one.id, member(request).id)
    context["custody"] = _told(one)  # at last: this look is an act too
    answer = render(request, "desk/exhibit.html", context, status=422 if refused else 200)
    if context.get("hearing"):
        answer.headers["Refresh"] = "4"  # without script too
    return answer


def _heard(id_: str, me: str) -> dict[str, Any]:
    """What a machine made of a recording, and how far that is."""
    job = behind.job(f"hear {id_}")
    return {
        "is_recording": True,
        "hears": speech.model() is not None,
        "heard": speech.heard(id_, me),
        "hearing": job is not None and job.runs,
        "hear_why": job.why if job is not None else "",
    }


def _letter(request: HttpRequest, one: Exhibit) -> origins.Told | None:
    """Where it came from, if it is a letter that can be read."""
    try:
        return origins.letter_origin(one, author(request), origins.origin_words(language()))
    except (NotReadError, TooLargeError):
        return None


def _preview(request: HttpRequest, one: Exhibit, first: int) -> dict[str, Any]:
    """What there is to look at, or why not."""
    if one.kind in (Kind.SOUND, Kind.VIDEO):
        return {"player": True}
    try:
        shown = use.look(one.id, author(request), first)
    except NotRenderedError as refused:
        return {"why": refused.why}
    except (NotReadError, TooLargeError):
        return {"why": "not-opened"}
    if one.kind is Kind.TEXT:
        return {"text": shown.data.decode()}
    last = min(first + PAGES, shown.pages)
    return {
        "pages": range(first, last),
        "count": shown.pages,
        "earlier": max(first - PAGES, 0) if first else None,
        "later": last if last < shown.pages else None,
    }


@require_GET
@rule(Action.READ)
def view(request: HttpRequest, id_: str) -> HttpResponseBase:
    """The bytes of the working copy, one page; of a recording the part that the player asks for."""
    one = _exhibit(request, id_)
    try:
        if one.kind in (Kind.SOUND, Kind.VIDEO):
            answer = _recording(request, one)
        else:
            shown = use.look(id_, author(request), _number(request.GET.get("page", "")))
            answer = HttpResponse(shown.data, content_type=_typed(shown.media))
    except (ClosedError, GoneError, NotRenderedError, NotReadError, TooLargeError) as refused:
        raise Http404 from refused
    answer.headers["Content-Security-Policy"] = _NOTHING
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    ending = _ENDINGS.get(str(answer.headers["Content-Type"]).partition(";")[0], "bin")
    answer.headers["Content-Disposition"] = f'inline; filename="{one.name}.{ending}"'
    return answer


_ENDINGS = {"image/jpeg": "jpg", "text/plain": "txt"}


def _typed(media: str) -> str:
    return "text/plain; charset=utf-8" if media == "text/plain" else media


def _recording(request: HttpRequest, one: Exhibit) -> HttpResponseBase:
    asked = request.headers.get("Range")
    if asked is None:
        whole = StreamingHttpResponse(use.recording(one.id, author(request)), content_type=one.media)
        whole.headers["Content-Length"] = str(one.size)
        whole.headers["Accept-Ranges"] = "bytes"
        return whole
    first, count = _range(asked, one.size)
    if count <= 0:
        refused = HttpResponse(status=416, content_type="text/plain")
        refused.headers["Content-Range"] = f"bytes */{one.size}"
        return refused
    data = use.part(one.id, author(request), first, count)
    answer = HttpResponse(data, status=206, content_type=one.media)
    answer.headers["Content-Range"] = f"bytes {first}-{first + len(data) - 1}/{one.size}"
    answer.headers["Accept-Ranges"] = "bytes"
    return answer


def _range(asked: str, size: int) -> tuple[int, int]:
    """The first byte and how many; none where it is not one range that can be given."""
    found = _RANGE.fullmatch(asked)
    if found is None or found.group(1, 2) == ("", ""):
        return 0, 0
    if not found[1]:
        last = min(int(found[2]), size)
        return size - last, last
    first = int(found[1])
    end = min(int(found[2]), size - 1) if found[2] else size - 1
    return first, end - first + 1


# --- acts -------------------------------------------------------------------------------------------------


@require_POST
@rule(Action.RECORD)
def stop(request: HttpRequest, id_: str) -> HttpResponse:
    """The secrecy stop: one key."""
    return _act(request, id_, lambda: use.stop(id_, author(request), request.POST.get("second", "")))


@require_POST
@rule(Action.OPEN_STOPPED)
def release(request: HttpRequest, id_: str) -> HttpResponse:
    """One of the two lifts it."""
    return _act(request, id_, lambda: use.release(id_, author(request)))


@require_POST
@rule(Action.RECORD)
def mark(request: HttpRequest, id_: str) -> HttpResponse:
    """Covered until chosen or not; may harm him or not."""

    def do() -> None:
        use.cover(id_, author(request), graphic=bool(request.POST.get("graphic")))
        use.mark_use_risk(id_, author(request), risky=bool(request.POST.get("use_risk")))

    return _act(request, id_, do)


@require_POST
@rule(Action.RECORD)
def destroy(request: HttpRequest, id_: str) -> HttpResponse:
    """Its bytes go for good; only with the box ticked."""
    _exhibit(request, id_)
    if not request.POST.get("sure"):
        return redirect("exhibit", id_=id_)
    return _act(request, id_, lambda: use.destroy(id_, author(request)))


@require_POST
@rule(Action.RECORD)
def key(request: HttpRequest, id_: str) -> HttpResponse:
    """The public key of a domain, pasted or as a file, to check a letter's signature by."""
    _exhibit(request, id_)
    typed, sent = request.POST, request.FILES.get("file")
    name = typed.get("name", "")
    text = typed.get("record", "")
    if sent is not None and not text.strip():
        text = sent.read(MOST_KEY).decode("utf-8", "replace")
    wrong = {"wrong_key": name, "typed_record": text[:MOST_KEY], "typed_source": typed.get("source", "")}
    if not text.strip() and not typed.get("drop"):
        return _page(request, id_, wrong)
    try:
        origins.supply_key(
            id_, name, "" if typed.get("drop") else text, typed.get("source", ""), author(request)
        )
    except origins.NoKeyError:
        return _page(request, id_, wrong)
    except (ClosedError, GoneError) as refused:
        raise Http404 from refused
    return redirect(f"{reverse('exhibit', args=[id_])}#origin")


def _act(request: HttpRequest, id_: str, do: Any) -> HttpResponse:
    _exhibit(request, id_)
    try:
        do()
    except (ClosedError, GoneError) as refused:
        raise Http404 from refused
    return redirect("exhibit", id_=id_)


# --- helpers ----------------------------------------------------------------------------------------------


def _file(request: HttpRequest, file_id: str) -> FileRow:
    row = file_row(file_id)
    try:
        secrets_of(file_id, member(request).id)
    except NotGrantedError:
        raise Http404 from None
    if row is None:
        raise Http404
    return row


def _exhibit(request: HttpRequest, id_: str) -> Exhibit:
    try:
        return use.exhibit(id_, member(request).id)
    except (GoneError, NotGrantedError):
        raise Http404 from None


def _home(row: FileRow) -> str:
    """Where its file is shown."""
    return f"/inbox/{row.id}/" if row.kind == "enquiry" else f"/case/{row.id}/"


def _told(one: Exhibit) -> Iterable[Line]:
    names = {m.id: m.name for m in members(removed=True)}
    return [Line(c.act, c.at, names.get(c.by or "", ""), names.get(c.to, c.to)) for c in custody(one.id)]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 4 else 0


urlpatterns: list[URLPattern] = [
    path("of/<str:file_id>/", attach, name="exhibit-attach"),
    path("<str:id_>/", show, name="exhibit"),
    path("<str:id_>/view", view, name="exhibit-view"),
    path("<str:id_>/stop/", stop, name="exhibit-stop"),
    path("<str:id_>/release/", release, name="exhibit-release"),
    path("<str:id_>/mark/", mark, name="exhibit-mark"),
    path("<str:id_>/key/", key, name="exhibit-key"),
    path("<str:id_>/destroy/", destroy, name="exhibit-destroy"),
]
