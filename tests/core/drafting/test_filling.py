"""Texts with places, filled."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from raport.adapters.packs import load_pack
from raport.dates import Span
from raport.drafting import Plain, Run
from raport.drafting.filling import Filler, Word, capital, plain
from raport.drafting.telling import day_words
from raport.law import Pack
from raport.law.letters import Cases
from raport.prose import Words

INVENTED = load_pack(Path(__file__).resolve().parents[2] / "packs" / "invented")
DAY = date(2020, 6, 1)


def filler(pack: Pack = INVENTED, *, feminine: bool | None = None) -> Filler:
    return Filler(pack, "en", DAY, Plain(), feminine)


def filled(
    text: str, known: dict[str, tuple[Word, ...]] | None = None, *, feminine: bool | None = None
) -> str:
    places = {name: (lambda w=words: w) for name, words in (known or {}).items()}
    return plain(filler(feminine=feminine).fill(text, places) or ())


def test_what_is_known_is_filled_in_and_what_is_not_is_a_blank_with_its_hint() -> None:
    assert filled("To {to.full}, {paper}.", {"paper": (Word("plea"),)}) == "To [which court], plea."


def test_a_blank_may_be_asked_for_by_name() -> None:
    runs = filler().fill("since {?the hour}", {})

    assert runs == (Run("since "), Run("the hour", blank=True, place="?the hour"))


def test_what_somebody_wrote_stands_where_a_blank_was() -> None:
    made = filler()
    made.fills = {"?the hour": "noon", "of:royal-court": "the first bench", "unit": "the third watch"}
    court = (Word("the court", lacks="which bench", lacks_of="royal-court"),)
    known = {"to.full": lambda: court}

    runs = made.fill("{to.full}, since {?the hour}, {unit}; {number}", known)

    assert plain(runs or ()) == "the court the first bench, since noon, the third watch; [number]"
    assert all(run.given for run in runs or () if "noon" in run.text)


def test_what_an_event_lacks_is_written_for_that_event_alone() -> None:
    made = filler()
    made.fills = {"e1:number": "7", "who": "the guard"}

    made.event = "e1"
    assert plain(made.fill("{number} {who}", {}) or ()) == "7 the guard"
    made.event = "e2"
    assert [r.place for r in made.fill("{number} {who}", {}) or () if r.blank] == ["e2:number"]


def test_he_and_she() -> None:
    assert filled("{he|she} asks", feminine=True) == "she asks"
    assert filled("{he|she} asks", feminine=False) == "he asks"
    assert filled("{he|she} asks") == "[he/she] asks"


def test_of_whom_it_speaks_may_be_another_than_he_who_writes() -> None:
    runs = filler(feminine=True).fill("{he|she}", {}, feminine=False)

    assert runs == (Run("he"),)


def test_what_a_name_lacks_stands_after_it() -> None:
    court = (Word("the court", lacks="which bench"),)

    assert filled("{to.full}", {"to.full": court}) == "the court [which bench]"


def test_forms_that_are_given_are_taken_as_they_are() -> None:
    who = (Word("", cases=("I", "of me", "to me", "me", "by me", "in me")),)

    assert filled("{who} {who:dat}", {"who": who}) == "I to me"


def test_an_act_that_was_cited_is_cited_shortly() -> None:
    f = filler()

    first = f.fill("({law})", {}, ("rur.1.2",))
    again = f.fill("({law})", {}, ("rur.1.2",))

    assert plain(first or ()) == "(art. 1(2) of the Guard Code)"
    assert plain(again or ()) == "(art. 1(2))"


def test_what_is_no_longer_or_not_yet_in_force_is_not_cited() -> None:
    provision = INVENTED.provisions["rur.1.2"]
    gone = replace(INVENTED, provisions={**INVENTED.provisions, "rur.1.2": replace(provision, versions=())})
    f = filler(gone)

    assert f.fill("It is due ({law}).", {}, ("rur.1.2",)) is None
    assert [out.beside for out in f.left_out.values()] == [("rur.1.2",)]


def test_a_number_stays_on_the_line_of_its_word() -> None:
    assert filled("art. 8 of no. 59") == "art. 8 of no.\N{NO-BREAK SPACE}59"


def test_a_paragraph_begins_with_a_capital_but_a_blank_stays_as_it_is() -> None:
    assert capital((Run("the court"),)) == (Run("The court"),)
    assert capital((Run("who", blank=True),)) == (Run("who", blank=True),)
    assert capital(()) == ()


@pytest.fixture
def words() -> Words:
    from raport.app.drafts import letter_words

    return letter_words("ru")


@pytest.mark.parametrize(
    ("span", "told"),
    [
        (Span.on(date(2019, 3, 5)), "05.03.2019"),
        (Span(date(2019, 5, 1), date(2019, 5, 31)), "в мае 2019 г."),
        (Span(date(2019, 1, 1), date(2019, 12, 31)), "в 2019 году"),
        (
            Span(date(2019, 5, 1), date(2019, 6, 2)),
            "в период с 01.05.2019 по 02.06.2019 (точный день не указан)",
        ),
        (Span(date.min, date(2019, 6, 2)), ""),
        (
            Span(date(2020, 5, 20), date(2020, 7, 1)),
            "в период с 20.05.2020 по 01.06.2020 (точный день не указан)",
        ),
    ],
)
def test_a_day_is_said_as_surely_as_it_is_known(span: Span, told: str, words: Words) -> None:
    assert "".join(w.text for w in day_words(span, DAY, words)) == told


def test_a_word_is_inflected_once_and_remembered() -> None:
    f = filler()

    f.fill("{paper:dat} {paper:dat} {paper}", {"paper": lambda: (Word("plea"),)})

    assert [(i.words, i.case) for i in f.inflected.values()] == [("plea", Cases.DAT)]
