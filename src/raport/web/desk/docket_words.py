"""The docket's words: why a case stands where it does, statuses, reasons, channels."""

from datetime import date

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from raport.app import docket_rows as rows
from raport.app.docket_rows import Row
from raport.app.statuses import CLOSED
from raport.law import Text


def sentence(row: Row, lang: str) -> str:
    """Why the case stands where it does."""
    what, paper = _in(row.what, lang), _of_paper(row, lang)
    if row.why == rows.UNREADABLE:
        return _("The case cannot be read by the words of today's law: open it and correct it.")
    if row.why == rows.ADVOCATE_ONLY:
        return _("For an advocate only: nothing in writing, an advocate is needed now.")
    match row.rank:
        case rows.URGENT:
            return _("{what}.").format(what=_large(what))
        case rows.UNDECIDED:
            return _("He has not decided yet: {what}{paper}.").format(what=what, paper=paper)
        case rows.OVERDUE:
            return _("{what}{paper}: the term ended on {day}, we have seen nothing.").format(
                what=_large(what), paper=paper, day=_day(row.over)
            )
        case rows.DUE if row.maybe_over:
            return _(
                "{what}{paper}: by the strict count the last day has passed, at the latest it is {day}."
            ).format(what=_large(what), paper=paper, day=_day(row.due))
        case rows.DUE:
            return _("{what}{paper}: the last day is {day}.").format(
                what=_large(what), paper=paper, day=_day(row.due)
            )
        case rows.ASK if row.whom:
            return _("Ask (may speak: {whom}): {what}").format(whom=_in(row.whom, lang), what=what)
        case rows.ASK:
            return _("Ask: {what}").format(what=what)
        case _:
            return _(
                "No term and no question stands in the record. How he is now is not to be seen from this."
            )


def language() -> str:
    """The reader's language: of Russian and English the one that was chosen."""
    return "en" if (get_language() or "ru").startswith("en") else "ru"


def rank_label(rank: int) -> str:
    """Why cases of a rank are to be looked at."""
    return str(_RANKS.get(rank, _OTHERS))


def status_label(status: str, reason: str = "") -> str:
    """A status as people say it; of a closed case with its reason."""
    if reason:
        return _("closed: {reason}").format(reason=reason_label(reason))
    return str(_STATUSES.get(status, status))


def reason_label(reason: str) -> str:
    """Why a case was closed."""
    return str(_REASONS.get(reason, reason))


def channel_label(channel: str) -> str:
    """How somebody is reached."""
    return str(_CHANNELS.get(channel, channel))


_OTHERS = gettext_lazy("The others")
_RANKS = {
    -1: gettext_lazy("Not computed yet"),
    rows.URGENT: gettext_lazy("Dangerous"),
    rows.UNDECIDED: gettext_lazy("Undecided"),
    rows.OVERDUE: gettext_lazy("Term passed"),
    rows.DUE: gettext_lazy("Last day is near"),
    rows.ASK: gettext_lazy("Ask"),
}
_STATUSES = {
    "new": gettext_lazy("new"),
    "waiting-for-papers": gettext_lazy("waiting for papers"),
    "waiting-for-decision": gettext_lazy("waiting for his decision"),
    "we-write": gettext_lazy("we write"),
    "sent-waiting": gettext_lazy("sent, waiting"),
    "in-court": gettext_lazy("in court"),
    "with-advocate": gettext_lazy("with an advocate"),
    "no-contact": gettext_lazy("no contact"),
    "paused": gettext_lazy("paused at his wish"),
    CLOSED: gettext_lazy("closed"),
}
_REASONS = {
    "released": gettext_lazy("released"),
    "refused": gettext_lazy("refused"),
    "gave-up": gettext_lazy("gave up himself"),
    "under-pressure": gettext_lazy("gave up under pressure"),
    "to-the-zone": gettext_lazy("sent to the zone"),
    "died": gettext_lazy("killed or died"),
    "missing": gettext_lazy("missing"),
    "not-ours": gettext_lazy("not for us"),
    "duplicate": gettext_lazy("duplicate"),
    "unknown": gettext_lazy("we do not know why"),
}
_CHANNELS = {
    "phone": gettext_lazy("telephone"),
    "messenger": gettext_lazy("messenger"),
    "mail": gettext_lazy("e-mail"),
    "post": gettext_lazy("post"),
    "through-others": gettext_lazy("through others"),
}


def _in(text: Text, lang: str) -> str:
    return text.get(lang) or next(iter(text.values()), "")


def _of_paper(row: Row, lang: str) -> str:
    paper = _in(row.paper, lang)
    return f" ({paper} {row.of})" if paper else f" ({row.of})" if row.of else ""


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]


def _day(iso: str) -> str:
    return f"{date.fromisoformat(iso):%d.%m.%Y}" if iso else "?"
