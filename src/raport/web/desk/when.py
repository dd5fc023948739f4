"""The days of a case's forms, written as people say them."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from raport.casefile import CaseFile
from raport.casefile.relative import relative_parts
from raport.dates import Span
from raport.prose import Saying
from raport.reading.dates import value_of
from raport.reading.said import Anchor, Understood
from raport.reading.telling import tell
from raport.web.desk.fields import SaidDateField, sayings


class WhenForm(forms.Form):
    """When it happened or began, and when it ended. Empty: not known."""

    on = SaidDateField(label=_("When it was"), required=False)
    until = SaidDateField(label=_("When it ended (empty: not known to have ended)"), required=False)

    def __init__(
        self,
        data: Any,
        today: date,
        anchors: tuple[Anchor, ...],
        initial: Mapping[str, Any],
        *,
        focus: bool = False,
    ) -> None:
        super().__init__(data, initial=dict(initial), auto_id="f-%s")
        self._today = today
        for name in ("on", "until"):
            field = self.fields[name]
            assert isinstance(field, SaidDateField)
            field.said_in(today, anchors)
        if focus:
            self.fields["on"].widget.attrs["autofocus"] = True

    def day(self, name: str) -> object:
        """The case file's day, or None where nothing was written. Only after `is_valid`."""
        understood = self.cleaned_data.get(name)
        if understood is None:
            return None
        return value_of(_happened(understood, self._today) if name == "on" else understood)


def _happened(understood: Understood, today: date) -> Understood:
    """What is told as having happened ended by today at the latest: "in autumn", told in October, is no day
    of November. A day that is all to come, or leans on an event, stays as it was said.
    """
    span = understood.span
    if relative_parts(understood.day) or span.open_start or not span.earliest <= today < span.latest:
        return understood
    cut = Span(span.earliest, today)
    day = today.isoformat() if cut.is_day else f"{span.earliest}/{today}"
    return replace(understood, day=day, span=cut)


def anchors_of(file: CaseFile, say: Saying) -> tuple[Anchor, ...]:
    """What other days may be told by: the events and papers of the case, by their names."""
    events = (*file.case.events, *file.account.events)
    begun = {e.filing: e for e in reversed(events) if e.filing}
    filed = [(f.id, say.filing_title(f), begun[f.id]) for f in file.case.filings if f.id in begun]
    return tuple(
        [Anchor(e.id, (say.label(e), say.words.of(say.pack.kinds[e.kind].label)), e.on) for e in events]
        + [Anchor(id_, (title, f"{say.label(e)} {title}"), e.on) for id_, title, e in filed]
    )


def told_by(said: str, anchors: tuple[Anchor, ...]) -> str:
    """A day that leans on an event, in words; empty for any other: its span says it."""
    if not relative_parts(said):
        return ""
    return tell(Understood(said, Span.unknown()), sayings(), anchors)
