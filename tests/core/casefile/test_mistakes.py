"""What is refused, and in which words. Whole files with their messages stand in tests/stories/bad/cases."""

import pytest

from raport.casefile import Claim
from tests.core.casefile.invented import HEAD, mistakes, read, read_values

EVENT = '[[event]]\nid = "e1"\nkind = "asked"\non = "2019"\n'


@pytest.mark.parametrize(
    ("text", "expected", "found", "help_"),
    [
        (EVENT + 'notice = "x"', "a field of the kind `asked`", "the key `notice`", '"handed-on"'),
        (EVENT + 'fling = "f1"', "", "the key `fling`", '"filing"'),
        ('[[event]]\nid = "e1"\nkind = "aksed"\non = "2019"', "a kind of event", '"aksed"', '"asked"'),
        ('[[event]]\nid = "e1"\non = "2019"', "a kind of event", "nothing", "it is needed"),
        ('[[event]]\nkind = "asked"\non = "2019"', "for `id` an id", "nothing", ""),
        (
            '[[event]]\nid = "e 1"\nkind = "asked"\non = "2019"',
            "for `id` an id",
            "a text of 3 characters",
            "",
        ),
        ('[[event]]\nid = "e1"\nkind = "asked"', "for `on` a day", "nothing", 'on = ".."'),
        ('[[event]]\nid = "e1"\nkind = "asked"\non = "10.10.2019"', "a day", '"10.10.2019"', "2019-10-10"),
        ('[[event]]\nid = "e1"\nkind = "asked"\non = "in spring"', "a day", "a text of 9", ""),
        ('[[event]]\nid = "e1"\nkind = "asked"\non = 2019-10-10T10:00:00', "a day", "", "no time of day"),
        (
            '[[event]]\nid = "e1"\nkind = "asked"\non = "2019-10/2019-09"',
            "a day",
            "",
            "ends before it begins",
        ),
        ('[[event]]\nid = "e1"\nkind = "asked"\non = 2019', "a day", "2019", ""),
        (EVENT + 'until = "2020"', "no `until`", '"2020"', ""),
        (EVENT + 'basis = "guessed"', "a basis: seen, told, inferred", '"guessed"', ""),
        (EVENT + 'proof = "own"', "a proof", '"own"', ""),
        (EVENT + 'source = "paper"', "the id of a source", '"paper"', ""),
        (EVENT + 'exhibits = ["x1"]', "the id of an exhibit", '"x1"', ""),
        (EVENT + 'filing = "e1"', "the id of a filing", '"e1"', ""),
        (EVENT + 'follows = "e1"', "the id of another filing or event", '"e1"', ""),
        (
            EVENT + EVENT.replace("asked", "arrived"),
            "an id that nothing else",
            "already the id of an event",
            "",
        ),
        (EVENT + '[[filing]]\nid = "e1"\nkind = "request"', "an id that nothing else", "of a filing", ""),
        ("event = 1", "for `event` a list of tables", "1", "[[event]]"),
        ("event = [1]", "in the list `event` tables", "1", ""),
        ('[event]\nid = "e1"', "for `event` a list of tables", "a table", "[[event]]"),
        (
            '[[filing]]\nid = "f1"\nkind = "request"\nto = "librarain"',
            "an authority",
            '"librarain"',
            '"librarian"',
        ),
        ('[[filing]]\nid = "f1"\nkind = "request"\nto = []', "an authority", "an empty list", '"unknown"'),
        (
            '[[filing]]\nid = "f1"\nkind = "request"\nto = ["keeper", "unknown"]',
            "an authority",
            '"unknown" among others',
            "alone",
        ),
        ('[[filing]]\nid = "f1"\nkind = "request"\nto = ["keeper", "keeper"]', "once", '"keeper" twice', ""),
        ('[[filing]]\nid = "f1"\nkind = "request"\ncount = "many"', "for `count` a number", '"many"', ""),
        ('[[filing]]\nid = "f1"\nkind = "request"\ncount = 0', "for `count` a number", "0", ""),
        ('[[filing]]\nid = "f1"\nkind = "unknown"', "a word of `filing-kind`", '"unknown"', ""),
        ('[[filing]]\nid = "f1"\nkind = "request"\nground = "hunger"', "a ground", '"hunger"', ""),
        ('[facts]\ncart = "adult"', "a fact of the person", "the key `cart`", '"card"'),
        ('[facts]\ncard = "adlut"', "a word of `card`: adult, child", '"adlut"', '"adult"'),
        ('[facts]\ncard-until = "soon"', "for `card-until` a day", '"soon"', ""),
        ('[facts]\nlends = "perhaps"', "true or false", '"perhaps"', ""),
        ('[facts]\ncard = [{ value = "adult" }]', "who says so", "nothing", "it is needed"),
        ('[facts]\ncard = [{ value = "adult", by = "nobody" }]', "who says so", '"nobody"', ""),
        ("[facts]\ncard = []", "each side's word", "an empty list", ""),
        ("facts = 1", "for `facts` a table", "1", ""),
        ('[[exhibit]]\nid = "x1"\nstate = "lost"', "a state of an exhibit: held", '"lost"', ""),
        ('[[exhibit]]\nid = "x1"\nstate = "held"\nby = "who"', "a source or a person", '"who"', ""),
        ('[[person]]\nid = "p1"\nrole = "mother"', "a word of `may`", "nothing", ""),
        ('[sources.s]\ntitle = " "\nreliability = "heard"', "for `title` a text", "a text of 1 ch", ""),
        ('[sources.s]\ntitle = "t"\nreliability = "heard"\npublished = "2019"', "one day", '"2019"', ""),
        ('[sources."a b"]\ntitle = "t"\nreliability = "heard"', "[sources.ID]", "other signs", ""),
        ('notice = { de = "x" }', "a key of `notice`", "the key `de`", ""),
        ('matter = "m1"', "either `case` or `matter`", '"b1"', ""),
        ('sorces = "x"', "a key of a case file", "the key `sorces`", '"sources"'),
        ('"a b" = 1', "a key of a case file", "other signs", ""),
        ("advocate-since = 2019-13-01".replace("2019-13-01", '"2019-13-01"'), "one day", '"2019-13-01"', ""),
        ('comparison = "a/b"', "for `comparison` an id", "", ""),
    ],
)
def test_a_mistake_says_what_was_expected_what_came_and_what_helps(
    text: str, expected: str, found: str, help_: str
) -> None:
    many = mistakes(text)

    assert len(many) == 1, many
    assert expected in many[0].expected
    assert found in many[0].found
    assert help_ in many[0].help


def test_all_mistakes_are_told_at_once() -> None:
    filing = '[[filing]]\nid = "f1"\nkind = "poem"\n'
    event = '[[event]]\nid = "e1"\nkind = "sang"\non = "x y"\n'

    assert len(mistakes(f'[facts]\ncart = "x"\n{filing}{event}')) == 4


def test_a_later_version_of_the_format_is_told_alone() -> None:
    (mistake,) = mistakes("", 'raport = 2\nwhat-is-new = "x"\n')

    assert mistake.expected.startswith("raport = 1")


@pytest.mark.parametrize("head", ["", "raport = true\n", 'raport = "1"\n'])
def test_a_file_that_is_no_case_file_is_asked_whether_it_is_one(head: str) -> None:
    (mistake,) = mistakes("x = 1\n", head)

    assert mistake.help == "is this a case file?"


@pytest.mark.parametrize("head", ["raport = 1\n", "raport = 1\njurisdiction = 5\n"])
def test_case_and_jurisdiction_are_needed(head: str) -> None:
    assert len(mistakes("", head)) == 2


def test_a_branch_belongs_to_a_passing_on() -> None:
    (mistake,) = mistakes(EVENT + '[[event]]\nid = "e2"\nkind = "replied"\non = "2019"\nvia = "e1"\n')

    assert mistake.expected == "an event by which the paper was passed on"


def test_a_null_of_json_is_refused_and_the_way_to_it_told() -> None:
    head = {"raport": 1, "case": "b1", "jurisdiction": "xx"}
    event = {"id": "e1", "kind": "asked", "on": "2019", "filing": None}

    with pytest.raises(Exception, match=r"found null at event\[0\]\.filing; leave the key out"):
        read_values({**head, "event": [event]})


def test_unknown_is_the_same_as_left_out() -> None:
    filing = '[[filing]]\nid = "f1"\nkind = "request"\n'
    fields = ("asks", "ground", "to", "author", "channel", "about", "what", "count")

    assert read(filing + "".join(f'{f} = "unknown"\n' for f in fields)) == read(filing)
    assert read('[facts]\ncard = "unknown"\ncard-until = "unknown"\nlends = "unknown"\n') == read("")
    assert read(EVENT.replace("asked", "replied") + 'outcome = "unknown"\nby = "unknown"\n') == read(
        EVENT.replace("asked", "replied")
    )


def test_unknown_is_a_word_where_the_pack_has_it() -> None:
    assert read('[now]\nwhere = "unknown"\n').account.facts == {"where": (Claim("unknown"),)}


def test_each_side_has_its_word_on_a_disputed_fact() -> None:
    text = """
    [facts]
    card = [
      { value = "child", by = "reader" },
      { value = "adult", by = "keeper", since = "2019-05" },
      { value = "unknown", by = "p1" },
    ]
    [[person]]
    id = "p1"
    role = "mother"
    may = "speak"
    """
    assert read(text).case.facts == {"card": (Claim("child", "reader"), Claim("adult", "keeper", "2019-05"))}


def test_a_flag_is_said_either_way() -> None:
    event = EVENT.replace("asked", "handed-on")

    assert read(event + "notice = true\n") == read(event + 'notice = "yes"\n')
    assert read(event + "notice = true\n").case.events[0].fields == {"notice": "yes"}


def test_one_word_and_a_list_of_one_are_the_same() -> None:
    filing = '[[filing]]\nid = "f1"\nkind = "request"\n'

    assert read(filing + 'to = "keeper"\n') == read(filing + 'to = ["keeper"]\n')


def test_a_matter_is_read_like_a_case() -> None:
    file = read("", HEAD.replace("case", "matter"))

    assert (file.case.id, file.case.matter) == ("b1", True)


def test_notes_may_be_about_anything_named_and_about_the_whole() -> None:
    text = (
        EVENT
        + '[[filing]]\nid = "f1"\nkind = "request"\n[account.f1]\nnote = "a"\n[account.b1]\nnote = "b"\n'
    )

    assert read(text).account.notes == {"f1": {"note": "a"}, "b1": {"note": "b"}}
