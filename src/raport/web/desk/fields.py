"""`SaidDateField`: a field of a form in which a day is written as people say it.

    class EventForm(forms.Form):
        on = SaidDateField(label=...)

        def __init__(self, *args, anchors=(), **kwargs):
            super().__init__(*args, **kwargs)
            self.fields["on"].said_in(today, anchors)   # anchors: the case's events, `reading.said.Anchor`

`cleaned_data["on"]` is an `Understood` (None where nothing was written and the field is not required):
`reading.dates.value_of` makes the case file's day of it, `.span` its days. Initial value: `line_of(...)` of
the case file's day, or any text.

Whatever was said fully is taken at once. Where we had to add something (the year) or there are several
readings, the form comes back with "understood as ..." and the readings as a choice, the likeliest marked;
sent again, with Enter alone, it is taken. Works without JavaScript: the choice is posted together with the
text that it was made for, and counts only as long as that text stands unchanged.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language

from raport.adapters.sayings import LANGUAGES, load_sayings
from raport.reading.dates import read_date
from raport.reading.lexicon import Sayings
from raport.reading.said import Anchor, Reading, SayingError, Understood
from raport.reading.telling import tell, tell_ours, tell_refusal


@dataclass(frozen=True, slots=True)
class Posted:
    """What came from the page: the text, the text that the shown choice was for, the choice."""

    text: str = ""
    read: str = ""
    choice: str = ""

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Said:
    """In which case and on which day the text was said."""

    today: date
    anchors: tuple[Anchor, ...] = ()

    def read(self, text: str) -> Reading:
        """Raises `SayingError`."""
        return read_date(text, self.today, sayings(), self.anchors)


class SaidDateInput(forms.Widget):
    """A text with, below it, what was understood and the choice where there is one."""

    template_name = "desk/fields/said_date.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.said: Said | None = None

    def value_from_datadict(
        self,
        data: Mapping[str, Any],
        files: object,  # noqa: ARG002 - as Django calls it
        name: str,
    ) -> Posted:
        return Posted(*(str(data.get(key) or "") for key in (name, f"{name}-read", f"{name}-choice")))

    def value_omitted_from_data(
        self,
        data: Mapping[str, Any],
        files: object,  # noqa: ARG002 - as Django calls it
        name: str,
    ) -> bool:
        return name not in data

    def format_value(self, value: Any) -> str:
        return "" if value is None else str(value)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        posted = value if isinstance(value, Posted) else Posted(self.format_value(value))
        reading = _read_quietly(self.said or Said(date.today()), posted.text)
        widget = context["widget"]
        widget["reading"] = None if reading is None else _shown(reading, posted, self.said)
        if reading is not None and "id" in widget["attrs"]:  # who hears the page hears what was understood
            described = widget["attrs"].get("aria-describedby")
            own = f"{widget['attrs']['id']}_read"
            widget["attrs"]["aria-describedby"] = f"{described} {own}" if described else own
        return context


class SaidDateField(forms.Field):
    """A day as people say it; `said_in` tells it the day and the case's events."""

    widget: Any = SaidDateInput  # a class until a form makes it its own

    def said_in(self, today: date, anchors: Sequence[Anchor] = ()) -> None:
        """On which day it is said, and which events of the case other days may be told by."""
        self._said = Said(today, tuple(anchors))
        self.widget.said = self._said

    def clean(self, value: Any) -> Understood | None:
        posted = value if isinstance(value, Posted) else Posted(str(value or ""))
        text = posted.text.strip()
        if not text:
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        said = getattr(self, "_said", None) or Said(date.today())
        try:
            reading = said.read(text)
        except SayingError as error:
            raise ValidationError(_refusal(error), code="not-understood") from None
        if reading.settled:
            return reading.candidates[0]
        chosen = reading.chosen(posted.choice) if posted.read.strip() == text else None
        if chosen is None:
            raise ValidationError(sayings()("choose"), code="choose")
        return chosen

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(initial or "").strip() != str(data or "").strip()


def _shown(reading: Reading, posted: Posted, said: Said | None) -> dict[str, Any]:
    words, anchors = sayings(), said.anchors if said else ()
    chosen = posted.choice if posted.read.strip() == posted.text.strip() else ""
    if reading.chosen(chosen) is None:
        chosen = reading.candidates[0].day
    told_ours = [tell_ours(c, words) for c in reading.candidates]
    common = [ours for ours in told_ours[0] if all(ours in each for each in told_ours)]
    return {
        "settled": reading.settled,
        "understood_as": words("understood-as"),
        "choose_help": words("choose-help"),
        "ours": common,  # said once, above the choice
        "text": posted.text,
        "choices": [
            {
                "day": c.day,
                "told": tell(c, words, anchors),
                "ours": [o for o in ours if o not in common],
                "checked": c.day == chosen,
            }
            for c, ours in zip(reading.candidates, told_ours, strict=True)
        ],
    }


def _read_quietly(said: Said, text: str) -> Reading | None:
    try:
        return said.read(text)
    except SayingError:
        return None


def _refusal(error: SayingError) -> str:
    words = sayings()
    problem = tell_refusal(error, words)
    return words("not-understood", expected=problem.expected, found=problem.found, help=problem.help)


def sayings() -> Sayings:
    """How days are said in the language of the page."""
    lang = (get_language() or LANGUAGES[0]).split("-")[0]
    return load_sayings(lang if lang in LANGUAGES else LANGUAGES[0])
