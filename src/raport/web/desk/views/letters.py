"""Letters of a case: drafted, mended, given out, taken back from Word, marked as sent."""

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from raport.access import Action
from raport.adapters.media import NotRenderedError
from raport.adapters.store.members import members
from raport.app import letters_out as use
from raport.app import letters_sent as sent_use
from raport.app.drafts import letter_words
from raport.app.exhibits import ClosedError, GoneError
from raport.app.files import NotGrantedError, history
from raport.app.laws import law_of
from raport.app.leaving import StaysError, decide, leave
from raport.app.letters_out import Draft, Made, NoLetterError, Place
from raport.app.letters_sent import EDITED, EXPORTER, NotReadyError, Sending
from raport.app.templates import templates
from raport.app.vault import today
from raport.assess import Decision
from raport.casefile import Proof
from raport.drafting import Known, Wish
from raport.drafting.filling import MAN, WOMAN
from raport.drafting.sheet import MOST_BY_HAND, beside, lines_by_hand, phone_text, telegram_text
from raport.errors import BadInput
from raport.law.letters import As, Cases, Form
from raport.web.desk.downloads import download
from raport.web.desk.guard import member, rule
from raport.web.desk.offers import Option, events_of, filings_of
from raport.web.desk.posted import author, errors_of, read_day
from raport.web.desk.uploads import too_large
from raport.web.desk.views.case import Shown, language, show_case
from raport.web.desk.when import WhenForm, anchors_of

SCREEN = 400
"""Letters of one screen of a telephone, in large type."""

_MOST_PROOFS = 20


# --- the list, and a new one ------------------------------------------------------------------------------


@require_GET
@rule(Action.READ)
def letters(request: HttpRequest, id_: str) -> HttpResponse:
    """The drafts of a case, and the steps that a letter could be drafted for."""
    case = show_case(request, id_)
    drafts = use.drafts_of(history(id_, member(request).id))
    context = {
        "case": case,
        "drafts": [(d, _title(case, d)) for d in reversed(drafts)],
        "steps": steps_of(case),
        "advocate_only": case.assessment.advocate_only,
    }
    return render(request, "desk/letters.html", context)


def steps_of(case: Shown) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """Each step that has a letter: what it is called, and the papers it may go with."""
    law = law_of(case.row.jurisdiction)
    titles = {f.id: case.say.filing_title(f) for f in case.file.case.filings}
    return [
        (
            name,
            case.say.words.of(law.pack.remedies[name].label),
            [(r.filing, titles.get(r.filing, "")) for r in many],
        )
        for name, many in use.steps(case.assessment, law).items()
    ]


@require_http_methods(["GET", "POST"])
@rule(Action.RECORD)
def new(request: HttpRequest, id_: str, remedy: str) -> HttpResponse:
    """What is to be drafted: by whom, to whom, with which paper, of which day; how it would stand."""
    case = show_case(request, id_)
    typed = request.POST if request.method == "POST" else request.GET
    errors: list[str] = []
    why, drafted, wish = "", None, Wish(remedy, today())
    try:
        wish = _wish(remedy, typed, case)
        if request.method == "POST":
            begun = use.begin(id_, wish, author(request), typed.get("template", ""))
            return redirect("letter", id_=id_, draft=begun.id)
        drafted = use.drafted_of(id_, wish, member(request).id)
    except NoLetterError as none:
        why = none.why
    except BadInput as bad:
        errors = errors_of(bad)
    context = {
        "case": case,
        "remedy": remedy,
        "why": why,
        "errors": errors,
        "drafted": drafted,
        "paragraphs": drafted.letter.paragraphs if drafted else (),
        "chosen": wish,
        **_choices(case, remedy),
    }
    return render(request, "desk/letter_new.html", context, status=422 if errors or why else 200)


def _wish(remedy: str, typed: Any, case: Shown) -> Wish:
    """What was chosen; the first paper where none was."""
    day = typed.get("day", "")
    law = law_of(case.row.jurisdiction)
    filings = [r.filing for r in use.steps(case.assessment, law).get(remedy, ())]
    filing = typed.get("filing", "") or next(iter(filings), "")
    on = read_day(day) if day else today()
    return Wish(remedy, on, filing, typed.get("author", ""), typed.get("to", ""))


def _choices(case: Shown, remedy: str) -> dict[str, Any]:
    """What may be chosen for a step: who writes, whom to, with which paper."""
    law, words = law_of(case.row.jurisdiction), case.say.words
    open_ = use.steps(case.assessment, law).get(remedy, [])
    titles = {f.id: case.say.filing_title(f) for f in case.file.case.filings}
    known = law.pack.choices["author"].options if "author" in law.pack.choices else {}
    authors = use.authors_of(law, remedy) if remedy in law.pack.remedies else ()
    to = dict.fromkeys(a for r in open_ for a in r.to)
    return {
        "title": words.of(law.pack.remedies[remedy].label) if remedy in law.pack.remedies else "",
        "authors": [Option(a, words.of(known[a].label)) for a in authors if a in known],
        "to": [Option(a, case.say.authority(a)) for a in to],
        "papers": [Option(r.filing, titles.get(r.filing, r.filing)) for r in open_ if r.filing],
        "templates": [Option(t.id, t.name) for t in templates()],
    }


# --- one draft --------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@rule(Action.RECORD)
def letter(request: HttpRequest, id_: str, draft: str) -> HttpResponse:
    """The letter as it will stand, and beside it what its drafter has to know and to do."""
    case = show_case(request, id_)
    found = _draft(request, id_, draft)
    if request.method == "POST":
        try:
            _do(request, id_, found)
        except NoLetterError as none:
            return _page(request, case, found, why=none.why)
        except BadInput as bad:
            return _page(request, case, found, errors_of(bad))
        if request.POST.get("do") == "drop":
            return redirect("letters", id_=id_)
        return redirect(f"{request.path}{_PLACES.get(request.POST.get('do', ''), '')}")
    return _page(request, case, found)


_PLACES = {"fill": "#blanks", "clear": "#stops", "stop": "#stops", "mend": "#words", "back": "#edited"}


def _do(request: HttpRequest, id_: str, draft: Draft) -> None:
    who, typed = author(request), request.POST
    match typed.get("do", ""):
        case "choose":
            day = read_day(typed.get("day", ""))
            wish = Wish(
                draft.remedy, day, typed.get("filing", ""), typed.get("author", ""), typed.get("to", "")
            )
            use.choose_again(id_, draft, wish, who, typed.get("template", ""))
        case "fill":
            use.fill(id_, draft, {k[2:]: str(v) for k, v in typed.items() if k.startswith("p:")}, who)
        case "mend":
            use.put_right(id_, draft, dict(_forms(typed.items())), who)
        case "clear":
            use.clear(id_, draft, typed.get("wording", ""), typed.get("words", ""), who)
        case "stop":
            use.stop_again(id_, draft, typed.get("wording", ""), typed.get("words", ""), who)
        case "forget":
            sent_use.forget_edited(id_, draft, who)
        case "drop":
            use.drop(id_, draft, who)
        case "take-up":
            use.take_up(id_, draft, who)
        case _:
            raise Http404


def _forms(typed: Iterable[tuple[str, object]]) -> Iterable[tuple[tuple[str, Cases], str]]:
    """Fields such as `w:dat:WORDS`."""
    known = {c.value: c for c in Cases}
    for name, value in typed:
        kind, _sep, rest = name.partition(":")
        case, _sep, words = rest.partition(":")
        if kind == "w" and case in known:
            yield (words, known[case]), str(value)


def _page(
    request: HttpRequest,
    case: Shown,
    draft: Draft,
    errors: Sequence[str] = (),
    *,
    why: str = "",
    stays: str = "",
) -> HttpResponse:
    who = author(request)
    context: dict[str, Any] = {
        "case": case,
        "draft": draft,
        "title": _title(case, draft),
        "sent_day": _sent_day(draft),
        "errors": errors,
        "why": why,
        "stays": stays or decide(EXPORTER, [case.row.id], who)[case.row.id].why,
        "may_clear": use.may_clear(who.member),
        "names": {m.id: m.name for m in members(removed=True)},
    }
    try:
        context |= _shown(case, use.made(case.row.id, draft, who.member))
    except NoLetterError as none:
        context["why"] = why or none.why
    except BadInput as bad:
        context["errors"] = [*errors, *errors_of(bad)]
    status = 422 if errors or why or stays else 200
    return render(request, "desk/letter.html", context, status=status)


def _shown(case: Shown, one: Made) -> dict[str, Any]:
    """A draft that can be made, for its page."""
    letter_ = one.letter
    words = letter_words(language())
    edited = sent_use.back(one) if one.draft.edited is not None else None
    blank = {p.id for p in one.blanks}
    return {
        "one": one,
        "letter": letter_,
        "paragraphs": letter_.paragraphs,
        "beside": beside(letter_, one.drafted.pack, words),
        "places": [_place(case, p, one, blank=p.id in blank) for p in one.places],
        "still": len(one.blanks),
        "stops": [_stop(case, s) for s in letter_.stops],
        "stopped": bool(letter_.stopped),
        "forms": _form_names(letter_.skeleton.forms),
        "hand": Form.HAND in letter_.skeleton.forms,
        "phone": phone_text(letter_.phone, one.drafted.words) if letter_.phone else "",
        "telegram": telegram_text(letter_) if Form.TELEGRAM in letter_.skeleton.forms else "",
        "inflected": [
            (w, f"w:{w.case.value}:{w.words}", words(f"case-{w.case.value}")) for w in letter_.inflected
        ],
        "misses": sum(not w.sure for w in letter_.inflected),
        "edited": edited,
        "edited_stops": [_stop(case, s) for s in edited.stops] if edited else [],
        "edited_stopped": any(not s.cleared for s in edited.stops) if edited else False,
        "declined": letter_.remedy.decision is Decision.DECLINED,
        "to_anybody": sent_use.is_sent_to_anybody(one),
        **_choices(case, one.draft.remedy),
    }


def _place(case: Shown, place: Place, one: Made, *, blank: bool) -> dict[str, Any]:
    """A blank as a field: a text, or a choice."""
    options: list[Option] = []
    if place.id.startswith("sex:"):
        he, _sep, she = place.hint.partition("/")
        options = [Option(MAN, he), Option(WOMAN, she)]
    elif place.id.endswith(":known"):
        options = [
            Option(Known.HIMSELF.value, _("saw or heard it himself")),
            Option(Known.HEARSAY.value, _("knows it from others")),
        ]
    event = place.id.partition(":")[0]
    told = next((f"{n}. {f.text}" for n, f in enumerate(one.letter.facts, 1) if f.event == event), "")
    left_out = next((e for e in case.file.case.events if e.id == event), None) if not place.times else None
    if left_out is not None and not told:
        told = f"{event} {case.say.label(left_out)}"
    return {
        "place": place,
        "hint": _KNOWN.get(place.known.rpartition("-")[2], place.hint) if place.known else place.hint,
        "name": f"p:{place.id}",
        "options": options,
        "told": told,
        "blank": blank,
    }


_KNOWN = {
    "name": gettext_lazy("family name, given name, patronymic"),
    "unit": gettext_lazy("his unit"),
    "post": gettext_lazy("his post"),
    "address": gettext_lazy("address for letters"),
    "phone": gettext_lazy("telephone"),
    "birth": gettext_lazy("day of birth"),
}


def _stop(case: Shown, stop: Any) -> dict[str, Any]:
    """A stop with why it stops and what may stand instead."""
    wording = next((w for w in case.offers.pack.wordings if w.id == stop.wording), None)
    of = case.say.words.of
    return {
        "stop": stop,
        "why": of(wording.why)
        if wording
        else _("By this word the group, its program or a member could be known."),
        "instead": of(wording.instead) if wording else _("Leave it out."),
    }


def _form_names(forms: Iterable[Form]) -> list[tuple[str, str]]:
    names = {
        Form.DOCX: _("Word (DOCX)"),
        Form.PDF: _("PDF, to be printed"),
        Form.HAND: _("to be copied by hand (PDF)"),
        Form.TELEGRAM: _("text of a telegram"),
        Form.PHONE: _("telephone script for a relative"),
        Form.SHEET: _("the facts in two languages (DOCX)"),
    }
    return [(f.value, names[f]) for f in names if f in forms]


def _title(case: Shown, draft: Draft) -> str:
    rule_ = case.offers.pack.remedies.get(draft.remedy)
    skeleton = case.offers.pack.letters.skeletons.get(rule_.letter) if rule_ is not None else None
    title = case.say.words.of(skeleton.label) if skeleton is not None else draft.remedy
    return f"{title} → {case.say.authority(draft.to)}" if draft.to else title


# --- given out, and taken back ----------------------------------------------------------------------------


@require_POST
@rule(Action.EXPORT)
def out(request: HttpRequest, id_: str, draft: str) -> HttpResponse:
    """The letter as a file, through the door."""
    case, who = show_case(request, id_), author(request)
    found = _draft(request, id_, draft)
    form = request.POST.get("form", "")
    try:
        return download(leave(EXPORTER, [id_], who, lambda go: _parcel(go[0], found, form, who)))
    except StaysError as stays:
        return _page(request, case, found, stays=stays.why)
    except NoLetterError as none:
        return _page(request, case, found, why="stopped" if isinstance(none, NotReadyError) else none.why)
    except NotRenderedError as refused:
        return _page(request, case, found, why=refused.why)
    except (ClosedError, GoneError):
        return _page(request, case, found, why="gone")
    except BadInput as bad:
        return _page(request, case, found, errors_of(bad))


def _parcel(file_id: str, draft: Draft, form: str, who: Any) -> Any:
    if form == EDITED and draft.edited is not None:
        return sent_use.edited_parcel(file_id, draft, who)
    known = {f.value: f for f in Form}
    if form not in known:
        raise Http404
    return use.parcel(file_id, draft, known[form], who)


@require_GET
@rule(Action.READ)
def hand(request: HttpRequest, id_: str, draft: str) -> HttpResponse:
    """What is to be copied by hand, on a screen as small as a telephone's: a screen a page, in large type."""
    case, found = show_case(request, id_), _draft(request, id_, draft)
    context: dict[str, Any] = {"case": case, "draft": found, "title": _title(case, found)}
    try:
        one = use.made(id_, found, member(request).id)
    except NoLetterError as none:
        return render(request, "desk/letter_hand.html", {**context, "why": none.why}, status=422)
    except BadInput as bad:
        return render(request, "desk/letter_hand.html", {**context, "errors": errors_of(bad)}, status=422)
    if Form.HAND not in one.letter.skeleton.forms:
        raise Http404
    if one.letter.stopped:
        return render(request, "desk/letter_hand.html", {**context, "why": "stopped"}, status=422)
    lines = lines_by_hand(one.letter.hand)
    context |= {
        "screens": list(screens(one.letter.hand)),
        "mark": one.letter.skeleton.mark,
        "language": one.letter.skeleton.language,
        "lines": lines,
        "most": MOST_BY_HAND,
        "long": lines > MOST_BY_HAND,
        "blanks": one.blanks_of(Form.HAND),
    }
    return render(request, "desk/letter_hand.html", context)


def screens(paragraphs: Iterable[Any]) -> Iterable[list[Any]]:
    """Paragraphs by screens: each holds as many as fit, and none is torn but one that fits on none."""
    screen: list[Any] = []
    size = 0
    for one in paragraphs:
        length = max(len(one.text), 30)
        if screen and size + length > SCREEN:
            title = [screen.pop()] if screen[-1].as_ is As.TITLE and len(screen) > 1 else []
            yield screen
            screen, size = title, sum(len(p.text) for p in title)
        screen.append(one)
        size += length
    if screen:
        yield screen


@require_POST
@rule(Action.RECORD)
def back(request: HttpRequest, id_: str, draft: str) -> HttpResponse:
    """The letter as it was edited in Word."""
    case, found = show_case(request, id_), _draft(request, id_, draft)
    came = request.FILES.get("file")
    if came is None or too_large(came) or not came.size or came.size > sent_use.MOST_BYTES:
        most = sent_use.MOST_BYTES // (1024 * 1024)
        return _page(request, case, found, [_("Expected a DOCX of at most {n} MB.").format(n=most)])
    try:
        sent_use.take_back(id_, found, came.name or "letter.docx", came.read(), author(request))
    except NotRenderedError as refused:
        return _page(request, case, found, why=refused.why)
    except NoLetterError as none:
        return _page(request, case, found, why=none.why)
    except BadInput as bad:
        return _page(request, case, found, errors_of(bad))
    return redirect(f"/case/{id_}/letters/{found.id}/#edited")


# --- sent -------------------------------------------------------------------------------------------------


@require_http_methods(["GET", "POST"])
@rule(Action.RECORD)
def sent(request: HttpRequest, id_: str, draft: str) -> HttpResponse:
    """That it was sent: which version, when, by which way, what proves it."""
    case, found = show_case(request, id_), _draft(request, id_, draft)
    who = author(request)
    try:
        one = use.made(id_, found, who.member)
    except NoLetterError as none:
        return _page(request, case, found, why=none.why)
    except BadInput as bad:
        return _page(request, case, found, errors_of(bad))
    if not found.is_open or not sent_use.is_sent_to_anybody(one):
        return _page(request, case, found, why="sent" if found.sent else "nobody")
    data = request.POST if request.method == "POST" else None
    initial = {"on": f"{today():%d.%m.%Y}"}
    when = WhenForm(data, today(), anchors_of(case.file, case.say), initial)
    errors: list[str] = []
    refused: NotReadyError | None = None
    if data is not None and when.is_valid():
        try:
            done = _mark(request, id_, found, when, one)
            return redirect(
                f"/case/{id_}/#{done.sent.filing}-h" if done.sent and done.sent.filing else f"/case/{id_}/"
            )
        except NotReadyError as not_ready:
            refused = not_ready
        except NoLetterError as none:
            return _page(request, case, found, why=none.why)
        except BadInput as bad:
            errors = errors_of(bad)
    names = dict(_form_names(Form))
    forms = [Option(f, names.get(f, _("as it came back from Word"))) for f in sent_use.forms_to_send(one)]
    ways = [(f.id, *sent_use.in_the_way(one, f.id)) for f in forms]
    context = {
        "case": case,
        "draft": found,
        "title": _title(case, found),
        "one": one,
        "when": when,
        "typed": data or {},
        "errors": errors,
        "refused": refused,
        "refused_stops": [_stop(case, s) for s in refused.stops] if refused else [],
        "forms": forms,
        "ready": [f for f, blanks, stops in ways if not blanks and not stops],
        "in_the_way": ways[0] if ways else None,
        "becomes": one.letter.skeleton.becomes,
        "undecided": one.letter.remedy.decision is Decision.UNDECIDED,
        "begins": [
            Option(k, case.offers.text(case.offers.pack.kinds[k].label)) for k in sent_use.begins_of(one)
        ],
        "channels": case.offers.choice("channel"),
        "proofs": [Option(p.value, case.say.words(f"proof-{p.value}")) for p in Proof],
        "challenged": (*filings_of(case.file, case.say), *events_of(case.file, case.say)),
        "challenges": sent_use.challenged(one) if data is None else data.get("challenges", ""),
    }
    wrong = errors or refused or (when.is_bound and when.errors)
    return render(request, "desk/letter_sent.html", context, status=422 if wrong else 200)


def _mark(request: HttpRequest, id_: str, draft: Draft, when: WhenForm, one: Made) -> Draft:
    typed = request.POST
    form = typed.get("form", "")
    sending = Sending(
        form if form in sent_use.forms_to_send(one) else sent_use.forms_to_send(one)[0],
        when.day("on"),
        typed.get("begins", ""),
        typed.get("channel", ""),
        typed.get("proof", ""),
        typed.get("told", "").strip()[:500],
        typed.get("challenges", ""),
    )
    came = [f for f in request.FILES.getlist("file")[:_MOST_PROOFS] if not too_large(f) and f.size]
    with ExitStack() as open_files:
        proofs = [(f.name or "", open_files.enter_context(f.open("rb"))) for f in came]
        return sent_use.mark_sent(id_, draft, sending, author(request), proofs)


def _sent_day(draft: Draft) -> str:
    said = draft.sent.on if draft.sent is not None else ""
    try:
        return f"{date.fromisoformat(said):%d.%m.%Y}"
    except ValueError:
        return said


# --- helpers ----------------------------------------------------------------------------------------------


def _draft(request: HttpRequest, id_: str, draft: str) -> Draft:
    try:
        return use.draft_of(id_, draft, member(request).id)
    except (NoLetterError, NotGrantedError):
        raise Http404 from None


urlpatterns: list[URLPattern] = [
    path("", letters, name="letters"),
    path("new/<str:remedy>/", new, name="letter-new"),
    path("<str:draft>/", letter, name="letter"),
    path("<str:draft>/out/", out, name="letter-out"),
    path("<str:draft>/hand/", hand, name="letter-hand"),
    path("<str:draft>/back/", back, name="letter-back"),
    path("<str:draft>/sent/", sent, name="letter-sent"),
]
