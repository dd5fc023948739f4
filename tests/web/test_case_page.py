"""The case page: what endangers first, the picture with its words, the forms that add to it."""

import re
from pathlib import Path

import pytest
from django.test import Client

from raport.adapters.toml import read_toml
from raport.app.files import history, tree_of
from raport.app.open_case import take_case_file
from tests.desk import Desk

CLOSED = re.compile(r"<details(?![^>]*\bopen\b)[^>]*>(?:(?!<details).)*?</details>", re.DOTALL)
SAMPLE = Path(__file__).resolve().parents[2] / "src" / "raport" / "sample"


def take(desk: Desk, name: str) -> str:
    path = SAMPLE / f"{name}.toml"
    return take_case_file(read_toml(path.name, path.read_bytes()), desk.boris).id


@pytest.mark.parametrize("name", sorted(p.stem for p in SAMPLE.glob("*.toml")))
def test_every_sample_case_has_its_page(desk: Desk, boris: Client, name: str) -> None:
    page = boris.get(f"/case/{take(desk, name)}/")

    assert page.status_code == 200
    assert "<svg" in page.text


def test_what_endangers_is_said_before_what_could_be_done(desk: Desk, boris: Client) -> None:
    page = boris.get(f"/case/{take(desk, 's3')}/").text

    assert page.index("пока нет приказа об исключении из списков") < page.index('id="dangers"')
    assert page.index('id="dangers"') < page.index('id="steps"')


def unfolded(page: str) -> str:
    """The page without what is folded on it, from the innermost out."""
    while (less := CLOSED.sub("", page)) != page:
        page = less
    return page


def test_what_endangers_where_he_stands_and_what_is_due_are_not_folded(desk: Desk, boris: Client) -> None:
    page = boris.get(f"/case/{take(desk, 's3')}/").text
    shown = unfolded(page)

    assert shown.count('class="danger"') == page.count('class="danger"') > 3
    assert shown.count('class="warn lead"') == page.count('class="warn lead"') > 0
    assert shown.count('data-label="последний день"') == page.count('data-label="последний день"') > 3
    for heading in ("Что опасно", "Что было", "Что можно сделать", "Что спросить"):
        assert f">{heading}</h2>" in shown
    assert page.count("исправить</a>") > shown.count("исправить</a>") >= 8


def test_a_case_not_there_and_one_not_granted_look_the_same(desk: Desk, boris: Client) -> None:
    from raport.adapters.store import opened
    from raport.adapters.store.models import Grant

    id_ = take(desk, "s1")
    Grant.objects.all().delete()
    opened._opened.secrets.clear()

    refused, missing = boris.get(f"/case/{id_}/"), boris.get("/case/0123/")

    assert refused.status_code == missing.status_code == 404
    assert refused.content == missing.content


def test_a_paper_is_added_with_the_day_as_it_was_said(desk: Desk, boris: Client) -> None:
    boris.post("/case/new/", {"service": "officer", "paper": "1"})
    id_ = take(desk, "s4")

    answer = boris.post(
        f"/case/{id_}/paper/",
        {
            "kind": "raport",
            "asks": "discharge",
            "to": "unit-commander",
            "on": "осенью 2019",
            "note": "дважды",
        },
    )

    assert answer.status_code == 302
    tree = tree_of(history(id_, desk.boris.member))
    assert tree["filing"] == [{"id": "f1", "kind": "raport", "asks": "discharge", "to": ["unit-commander"]}]
    event = {"id": "e5", "filing": "f1", "kind": "filed", "on": "2019-09/2019-11"}
    assert event in tree["event"]  # type: ignore[operator] # a list of rows
    assert tree["account"]["e5"] == {"note": "дважды", "day": "осенью 2019"}  # type: ignore[index] # a mapping of notes


def test_a_mistake_keeps_what_was_typed_and_adds_nothing(desk: Desk, boris: Client) -> None:
    id_ = take(desk, "s4")
    before = tree_of(history(id_, desk.boris.member))

    page = boris.post(f"/case/{id_}/add/answered/", {"on": "тридцать второе мая", "note": "важные слова"})

    assert page.status_code == 422
    assert "тридцать второе мая" in page.text
    assert "важные слова" in page.text
    assert tree_of(history(id_, desk.boris.member)) == before


def test_a_correction_takes_the_place_and_the_old_words_stay(desk: Desk, boris: Client) -> None:
    id_ = take(desk, "s4")

    boris.post(f"/case/{id_}/correct/e1/", {"on": "2019-10-11", "proof": "documented"})

    page = boris.get(f"/case/{id_}/").text
    assert 'id="e5"' in page
    assert 'id="e1"' not in page
    assert "2019-10-10" in boris.get(f"/case/{id_}/history/").text


def test_a_fact_that_turns_out_not_to_be_known_is_taken_back(desk: Desk, boris: Client) -> None:
    id_ = take(desk, "s3")
    page = f"/case/{id_}/facts/"
    before = tree_of(history(id_, desk.boris.member))["facts"]
    assert isinstance(before, dict)
    assert before["rank"] == "lieutenant"

    assert boris.post(page, {"rank": "", "service": "officer"}).status_code == 302

    assert tree_of(history(id_, desk.boris.member))["facts"] == {
        k: v for k, v in before.items() if k != "rank"
    }
    assert "лейтенант" not in boris.get(f"/case/{id_}/").text.split("</h1>")[0]


def test_a_decision_without_being_told_what_it_exposes_is_none(desk: Desk, boris: Client) -> None:
    id_ = take(desk, "s3")

    boris.post(f"/case/{id_}/decide/", {"step": "prosecutor-complaint", "choice": "does"})
    undecided = boris.get(f"/case/{id_}/").text
    boris.post(f"/case/{id_}/decide/", {"step": "prosecutor-complaint", "choice": "does", "told": "yes"})
    decided = boris.get(f"/case/{id_}/").text

    assert "он решил это сделать" not in undecided.lower()
    assert undecided.count('<details class="step') == decided.count('<details class="step')
    assert decided != undecided
