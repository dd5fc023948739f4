"""Likely duplicates and relatives: offered with what is alike, and not for a first name alone."""

import pytest

from raport.safety import likeness, traits_of
from raport.safety.kin import HANDLE, NAME, PHONE, WORDS

LETTER = "Здравствуйте, мой сын Алексей Зарубин служит по контракту, его забрали из госпиталя"


@pytest.mark.parametrize(
    "written",
    ["+7 912 345-67-89", "8 (912) 345 67 89", "89123456789", "9123456789", "+7(912)345.67.89"],
)
def test_one_number_is_one_number_however_it_is_written(written: str) -> None:
    found = likeness(traits_of([f"звоните {written} вечером"]), traits_of(["тел. +79123456789"]))

    assert [r.kind for r in found.because] == [PHONE]
    assert found.is_enough


@pytest.mark.parametrize("other", ["карта 2200 1234 5678 9012 3456", "вх. 412", "10.10.2019 12:33", "12345"])
def test_what_is_no_telephone_number_is_none(other: str) -> None:
    assert not traits_of([other]).phones


def test_a_handle_is_the_same_as_its_link_and_an_address_of_mail_is_none() -> None:
    assert likeness(traits_of(["пишите @Alex_Z"]), traits_of(["t.me/alex_z"])).because[0].kind == HANDLE
    assert not traits_of(["mail someone@example.org"]).handles


def test_a_surname_is_alike_in_every_case_and_with_a_slip() -> None:
    known = traits_of([], ["Зарубин"])

    for word in ("Зарубина", "Зарубину", "Зарубин", "Зарубен"):
        assert likeness(traits_of([f"помогите найти {word}"]), known).is_enough, word


def test_other_surnames_are_other() -> None:
    assert likeness(traits_of([], ["Сидоров"]), traits_of([], ["Зарубин"])).score == 0


def test_a_common_name_alone_is_not_offered() -> None:
    one, other = traits_of([], ["Алексей"]), traits_of([], ["Алексей"])

    assert not likeness(one, other, {"алексей": 40}).is_enough
    assert likeness(one, other).because[0].kind == NAME


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    assert traits_of(["Помогите. Сына забрали"]).names == frozenset()
    assert traits_of(["Алексей Зарубин молчит"]).names >= {"алексей", "зарубин"}


def test_the_same_letter_sent_twice_is_seen() -> None:
    found = likeness(traits_of([LETTER]), traits_of([LETTER + "!"]))

    assert WORDS in [r.kind for r in found.because]


def test_two_letters_of_strangers_are_not_alike() -> None:
    other = "Добрый день, подскажите, как написать рапорт об увольнении, если командир его не берёт"

    assert likeness(traits_of([LETTER]), traits_of([other])).score == 0


def test_likeness_does_not_depend_on_who_is_first() -> None:
    one, other = traits_of([LETTER], ["Зарубина Мария"]), traits_of(["Зарубин @alex_z"], ["Алексей Зарубин"])

    assert likeness(one, other).is_enough
    assert likeness(other, one).is_enough
