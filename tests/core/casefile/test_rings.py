"""What is kept where: the vocabulary decides, not the place in the file."""

import pytest

from raport.casefile import Claim
from tests.core.casefile.invented import mistakes, read

DEEDS = """
[[event]]
id = "e1"
kind = "asked"
on = "2019-10-10"
[[event]]
id = "e2"
kind = "overslept"
on = "2019-10-11"
"""


def test_an_event_of_a_ring_2_kind_stands_whole_in_the_account() -> None:
    file = read(DEEDS)

    assert [e.id for e in file.case.events] == ["e1"]
    assert [e.id for e in file.account.events] == ["e2"]


@pytest.mark.parametrize("table", ["facts", "now"])
def test_a_fact_of_ring_2_goes_to_the_account_from_either_table(table: str) -> None:
    file = read(f'[{table}]\nwhere = "home"\n')

    assert file.case.facts == {}
    assert file.account.facts == {"where": (Claim("home"),)}


def test_a_fact_of_the_record_is_not_taken_for_sealed() -> None:
    (mistake,) = mistakes('[now]\ncard = "adult"\n')

    assert "it belongs under [facts]" in str(mistake)


def test_one_fact_is_not_given_in_both_tables() -> None:
    assert len(mistakes('[facts]\nwhere = "home"\n[now]\nwhere = "home"\n')) == 1


def test_the_record_holds_nothing_of_the_other_rings() -> None:
    file = read(
        DEEDS + '[account.e1]\nnote = "a note"\n[identity]\nname = "Somebody"\n[now]\nwhere = "home"\n'
    )

    assert "a note" not in repr(file.case)
    assert "Somebody" not in repr(file.case)
    assert "Somebody" not in repr(file.account)
    assert "overslept" not in repr(file.case)
    assert "home" not in repr(file.case)
    assert file.account.notes == {"e1": {"note": "a note"}}
    assert file.identity.values == {"name": "Somebody"}


def test_a_corrected_deed_is_not_named_in_the_record() -> None:
    file = read(DEEDS + '[[event]]\nid = "e3"\nkind = "overslept"\non = "2019-10-12"\ncorrects = "e2"\n')

    assert file.case.corrected == ()
    assert [e.id for e in file.replaced] == ["e2"]
    assert [e.id for e in file.account.events] == ["e3"]


@pytest.mark.parametrize(
    ("event", "what"),
    [
        ('kind = "replied"\nnote = "Ivan Petrov said so"', "Ivan"),
        ('kind = "replied"\nby = "Ivan Petrov"', "Ivan"),
        ('kind = "replied"\noutcome = "said that Ivan will never leave"', "Ivan"),
        ('kind = "replied"\nsource = "his friend Ivan"', "Ivan"),
        ('kind = "Ivan came in"', "Ivan"),
        ('kind = "overslept"\ncause = "Ivan woke nobody"', "Ivan"),
    ],
)
def test_free_text_is_refused_and_never_repeated(event: str, what: str) -> None:
    found = mistakes(f'[[event]]\nid = "e1"\non = "2019"\n{event}\n')

    assert len(found) == 1
    assert what not in str(found[0])


def test_free_text_in_an_event_is_told_where_it_belongs() -> None:
    (mistake,) = mistakes('[[event]]\nid = "e1"\nkind = "asked"\non = "2019"\nnote = "wept all day"\n')

    assert mistake.help == "free text belongs to [account.e1], which never leaves the desk"


@pytest.mark.parametrize(
    "text",
    [
        'identity = "Ivan Petrov"',
        '[identity]\nname = "Ivan Petrov"\n[[event]]\nid = "e1"\n',
        '[account.e9]\nnote = "Ivan Petrov"',
        '[account.case]\nnote = ["Ivan Petrov"]',
        'account = "Ivan Petrov"',
        '[[person]]\nid = "p1"\nrole = "mother"\nmay = "speak"\nname = "Ivan Petrov"',
        '[account."Ivan Petrov"]\nnote = "x"',
    ],
)
def test_no_mistake_repeats_a_name(text: str) -> None:
    found = mistakes(text)

    assert found
    assert "Ivan" not in "\n".join(map(str, found))
