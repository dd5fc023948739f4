"""The form field in which a day is written as people say it. The page works without JavaScript."""

from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from django import forms
from django.utils.translation import override

from raport.dates import Span
from raport.reading.dates import line_of, value_of
from raport.reading.said import Anchor, Understood
from raport.web.desk.fields import SaidDateField

TODAY = date(2026, 11, 24)
ANCHORS = (
    Anchor("e0", ("выпуск",), Span(date(2018, 6, 1), date(2018, 6, 30))),
    Anchor("f1", ("рапорт подан",), Span.on(date(2019, 7, 10))),
    Anchor("f2", ("жалоба подана",), Span.on(date(2019, 9, 2))),
)


class EventForm(forms.Form):
    on = SaidDateField(label="Когда")
    until = SaidDateField(label="До когда", required=False)

    def __init__(self, *args: Any, anchors: tuple[Anchor, ...] = ANCHORS, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("on", "until"):
            field = self.fields[name]
            assert isinstance(field, SaidDateField)
            field.said_in(TODAY, anchors)


class Inputs(HTMLParser):
    """The page as a browser without scripts knows it: what would be sent, what belongs to what."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.sent: dict[str, str] = {}
        self.choices: dict[str, list[str]] = {}
        self.ids: set[str] = set()
        self.labelled: set[str] = set()
        self.radios: set[str] = set()
        self.described: set[str] = set()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {k: v or "" for k, v in attrs}
        self.tags.add(tag)
        self.names |= set(given)
        self.ids.add(given.get("id", ""))
        self.described |= set(given.get("aria-describedby", "").split())
        if tag == "label":
            self.labelled.add(given.get("for", ""))
        if tag != "input":
            return
        if given["type"] == "radio":
            self.radios.add(given["id"])
            self.choices.setdefault(given["name"], []).append(given["value"])
            if "checked" not in given:
                return
        self.sent[given["name"]] = given.get("value", "")


def sent_again(form: EventForm, **changed: str) -> EventForm:
    """What the browser sends when the page is sent as it came back, with these changes."""
    return EventForm(Inputs(str(form)).sent | changed)


def day(form: EventForm, name: str = "on") -> Understood:
    assert form.is_valid(), form.errors
    found = form.cleaned_data[name]
    assert isinstance(found, Understood)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("в начале октября 2019", "2019-10-01/2019-10-10"),
        ("10.10.19", "2019-10-10"),
        ("за полгода до выпуска", {"before": "e0", "by": "P6M~"}),
        ("не помню", ".."),
        ("2019-07~", "2019-07~"),
    ],
)
def test_what_was_said_fully_is_taken_at_once(text: str, value: object) -> None:
    assert value_of(day(EventForm({"on": text}))) == value


def test_a_year_that_was_not_said_is_asked_about_and_taken_with_enter_alone() -> None:
    first = EventForm({"on": "в начале октября"})
    assert not first.is_valid()
    assert first.errors.as_data()["on"][0].code == "choose"
    page = str(first)
    assert "с 1 по 10 октября 2026" in page
    assert "год не назван" in page

    assert day(sent_again(first)).day == "2026-10-01/2026-10-10"


def test_another_reading_can_be_chosen() -> None:
    first = EventForm({"on": "10 октября"})
    assert "2019-10-10" in Inputs(str(first)).choices["on-choice"]

    again = sent_again(first, **{"on-choice": "2019-10-10"})

    assert day(again).span == Span.on(date(2019, 10, 10))


def test_a_choice_counts_only_for_the_text_it_was_made_for() -> None:
    first = EventForm({"on": "10 октября"})

    changed = sent_again(first, on="12 октября")

    assert not changed.is_valid()
    assert Inputs(str(changed)).sent["on-choice"] == "2026-10-12"
    assert day(sent_again(first, on="12 октября 2019")).day == "2019-10-12"


@pytest.mark.parametrize("choice", ["2001-01-01", "..", "", "P6M~ before e0", "<b>"])
def test_a_choice_that_was_not_offered_is_no_choice(choice: str) -> None:
    form = EventForm({"on": "10 октября", "on-read": "10 октября", "on-choice": choice})

    assert not form.is_valid()
    assert form.errors.as_data()["on"][0].code == "choose"


def test_of_two_events_one_is_chosen() -> None:
    first = EventForm({"on": "через три дня после подачи"})
    assert Inputs(str(first)).choices["on-choice"] == ["P3D~ after f1", "P3D~ after f2"]

    again = sent_again(first, **{"on-choice": "P3D~ after f2"})

    assert value_of(day(again)) == {"after": "f2", "by": "P3D~"}


@pytest.mark.parametrize("text", ["давно", "31 февраля 2019", "до свадьбы", "10", '"><script>', "ж" * 300])
def test_what_is_not_understood_comes_back_as_it_was_typed_with_what_helps(text: str) -> None:
    form = EventForm({"on": text, "until": "осень 2019"})

    assert not form.is_valid()
    (error,) = form.errors.as_data()["on"]
    assert error.code == "not-understood"
    assert "Ожидали" in error.messages[0]
    assert "Что поможет" in error.messages[0]
    page = str(form)
    assert Inputs(page).sent["on"] == text
    assert Inputs(page).sent["until"] == "осень 2019"
    assert "<script>" not in page


def test_it_is_told_in_the_language_of_the_page() -> None:
    with override("en"):
        form = EventForm({"on": "в начале октября 2019", "until": "давно"})
        assert "Understood as: 1 to 10 October 2019" in str(form)
        assert "What helps" in form.errors["until"][0]
    assert "Понято как: с 1 по 10 октября 2019" in str(EventForm({"on": "early October 2019"}))


def test_nothing_is_refused_only_where_a_day_is_needed() -> None:
    form = EventForm({"on": " ", "until": " "})

    assert not form.is_valid()
    assert set(form.errors) == {"on"}
    assert EventForm({"on": "2019", "until": ""}).is_valid()


@pytest.mark.parametrize("value", ["2019-07~/2019-11-16", {"before": "e0", "by": "P6M~"}, "..", "2019-10"])
def test_a_day_of_the_case_file_stands_in_the_form_and_comes_back_the_same(value: object) -> None:
    page = str(EventForm(initial={"on": line_of(value)}))

    assert value_of(day(EventForm(Inputs(page).sent))) == value


def test_a_field_that_was_sent_as_it_stood_has_not_changed() -> None:
    initial = {"on": "2019-10-10"}

    assert not EventForm({"on": "2019-10-10"}, initial=initial).has_changed()
    assert EventForm({"on": "2019-10-11"}, initial=initial).has_changed()


@pytest.mark.parametrize("text", ["10 октября", "10 октября 2019", "давно", ""])
def test_all_that_is_entered_has_its_label_and_what_describes_it_is_there(text: str) -> None:
    page = Inputs(str(EventForm({"on": text})))

    assert page.radios | {"id_on", "id_until"} <= page.labelled
    assert page.described <= page.ids


@pytest.mark.parametrize("text", ["10 октября", "10 октября 2019"])
def test_nothing_in_it_needs_a_script_or_an_inline_style(text: str) -> None:
    page = Inputs(str(EventForm({"on": text})))

    assert "script" not in page.tags
    assert not {name for name in page.names if name == "style" or name.startswith("on")}


def test_without_being_told_the_day_it_takes_the_real_one() -> None:
    class Bare(forms.Form):
        on = SaidDateField()

    form = Bare({"on": "сегодня"})

    assert form.is_valid()
    assert form.cleaned_data["on"].span == Span.on(date.today())


def test_two_forms_do_not_share_their_events() -> None:
    one, other = EventForm({"on": "до выпуска"}), EventForm({"on": "до выпуска"}, anchors=())

    assert one.is_valid()
    assert not other.is_valid()
