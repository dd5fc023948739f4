"""Two axes of time: when a rule was in force, and since when the pack has known it.

What we would have told him on a day is the pack as it was known on that day.
"""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.assess import Law, assess, prepare
from raport.dates import Span
from raport.law import Pack
from tests import russia
from tests.core.assess.worlds import ANSWERING, case, day, world

RUSSIA = russia.pack()


def pack_of(*versions: str) -> Pack:
    """A pack with a provision `xx`, of which each version is given as TOML."""
    rule = 'id = "xx"\ncite = { en = "xx" }\nsays = { en = "xx" }\nsource = "invented"\nconfidence = "text"\n'
    tables = "".join(f"    [[provision.version]]\n{v}\n" for v in versions)
    used = '[[breach]]\nid = "b"\nlabel = { en = "b" }\nsays = { en = "b" }\nprovisions = ["xx"]\n'
    return world(f"{ANSWERING}[[provision]]\n{rule}checked = 2020-01-01\n{tables}\n{used}")


def in_force(pack: Pack) -> list[tuple[str, str]]:
    return [(str(v.in_force.earliest), str(v.in_force.latest)) for v in pack.provisions["xx"].versions]


OLD, NEW = "from = 2010-01-01\nknown = 2011-01-01", "from = 2020-01-01\nknown = 2020-06-01"


def test_what_was_learned_later_is_not_known_yet() -> None:
    pack = pack_of(OLD, NEW)

    assert in_force(pack.as_known(day("2010-12-31"))) == []
    assert in_force(pack.as_known(day("2020-06-01"))) == [
        ("2010-01-01", "2019-12-31"),
        ("2020-01-01", "9999-12-31"),
    ]


def test_a_version_goes_on_while_nobody_knows_of_its_successor() -> None:
    known = pack_of(OLD, NEW).as_known(day("2020-05-31"))

    assert in_force(known) == [("2010-01-01", "9999-12-31")]
    assert known.known == day("2020-05-31")


def test_a_version_that_ends_by_itself_ends_all_the_same() -> None:
    known = pack_of(f"{OLD}\nto = 2015-12-31", NEW).as_known(day("2020-05-31"))

    assert in_force(known) == [("2010-01-01", "2015-12-31")]


def test_between_two_that_are_known_one_that_is_not_leaves_no_gap() -> None:
    middle = "from = 2015-01-01\nknown = 2021-01-01"

    known = pack_of(OLD, middle, NEW).as_known(day("2020-12-31"))

    assert in_force(known) == [("2010-01-01", "2019-12-31"), ("2020-01-01", "9999-12-31")]


def test_the_uncertain_start_of_a_successor_lets_both_be_in_force() -> None:
    uncertain = 'from = "2019-12/2020-02"\nknown = 2020-06-01'

    assert in_force(pack_of(OLD, uncertain)) == [("2010-01-01", "2020-02-28"), ("2019-12-01", "9999-12-31")]
    assert in_force(pack_of(OLD, uncertain).as_known(day("2020-06-01"))) == in_force(pack_of(OLD, uncertain))


KNOWN_DAYS = sorted({v.known for p in RUSSIA.provisions.values() for v in p.versions})


def test_when_all_was_known_the_pack_is_whole() -> None:
    assert RUSSIA.as_known(KNOWN_DAYS[-1]).provisions == RUSSIA.provisions
    assert RUSSIA.as_known(KNOWN_DAYS[-1]).periods == RUSSIA.periods
    assert RUSSIA.as_known(KNOWN_DAYS[-1]).competences == RUSSIA.competences


@given(st.lists(st.integers(0, 6), min_size=1, max_size=5), st.integers(0, 7))
def test_on_every_day_the_newest_known_version_speaks(known: list[int], asked: int) -> None:
    """Versions begin a year apart and are learned in any order; by brute force over the years."""
    year, learned = 2001, [date(2030 + n, 1, 1) for n in known]
    versions = [f"from = {year + n}-01-01\nknown = {day_}" for n, day_ in enumerate(learned)]
    pack = pack_of(*versions).as_known(date(2030 + asked, 1, 1))

    for n in range(len(known) + 2):
        on = date(year - 1 + n, 7, 1)
        speaks = [i for i, k in enumerate(known) if k <= asked and date(year + i, 1, 1) <= on]
        found = pack.provisions["xx"].on(on)
        assert (found is None) == (not speaks)
        if found is not None:
            assert found.in_force.earliest == date(year + max(speaks), 1, 1)


# --- what rests on a provision of which nothing was known -------------------------------------------------

RESTING = (
    ANSWERING
    + """
[[provision]]
id = "wartime"
cite = { en = "wartime" }
says = { en = "In war nobody leaves." }
source = "invented"
confidence = "text"
checked = 2020-01-01
known = 2020-06-01
    [[provision.version]]
    from = 2019-01-01

[[period]]
id = "war"
label = { en = "war" }
provision = "wartime"
from = 2019-01-01
confidence = "text"

[[competence]]
id = "crown-in-war"
asks = ["frei"]
authorities = ["crown"]
provision = "wartime"

[[ground]]
id = "rest"
label = { en = "rest" }
proves = { en = "he" }
    [[ground.era]]
    to = 2018-12-31
    open = "yes"
    provision = "answer"
    [[ground.era]]
    from = 2019-01-01
    open = "no"
    provision = "wartime"

[[danger]]
id = "at-war"
label = { en = "at war" }
says = { en = "There is war." }
order = 1
when = { period = "war" }
"""
)


@pytest.fixture(scope="module")
def resting() -> Pack:
    return world(RESTING)


def dangers(law: Law, today: str) -> list[str]:
    file = case('[[filing]]\nid = "f1"\nkind = "zub"\nto = "keep"\n', law.pack)
    return [d.id for d in assess(file.case, law, day(today), file.account).dangers]


def test_a_period_an_era_and_a_competence_go_with_what_they_rest_on(resting: Pack) -> None:
    before, after = resting.as_known(day("2020-05-31")), resting.as_known(day("2020-06-01"))

    assert [len(g.eras) for p in (before, after) for g in p.grounds.values()] == [1, 2]
    assert [len(p.competences) for p in (before, after)] == [0, 1]
    assert after.periods == resting.periods
    assert before.periods["war"].surely is None
    assert before.periods["war"].lasts.before(Span.on(day("2030-01-01"))).value == "no"


def test_nobody_is_told_of_a_period_that_nobody_knew_of(resting: Pack) -> None:
    assert dangers(prepare(resting.as_known(day("2020-05-31"))), "2019-06-01") == []
    assert dangers(prepare(resting.as_known(day("2020-06-01"))), "2019-06-01") == ["at-war"]


def test_a_case_is_assessed_when_nothing_at_all_was_known() -> None:
    law = prepare(world(ANSWERING).as_known(day("1999-12-31")))
    text = '[[filing]]\nid = "f1"\nkind = "zub"\nto = "keep"\n'
    came = '[[event]]\nid = "e1"\nkind = "gab"\nfiling = "f1"\non = 2019-10-14\n'
    file = case(text + came, law.pack)

    found = assess(file.case, law, day("2019-12-01"), file.account)

    assert [f.clocks for f in found.filings] == [()]


# --- versions in force ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", RUSSIA.provisions)
def test_versions_follow_one_another(name: str) -> None:
    """They overlap only where it is not certain on which day one takes over from the other."""
    for one, other in pairwise(RUSSIA.provisions[name].versions):
        assert one.in_force.earliest < other.in_force.earliest
        assert one.in_force.latest < other.starts.latest
        assert one.until is not None or one.in_force.latest == other.starts.latest - timedelta(1)


def test_of_two_possibly_in_force_the_later_is_taken() -> None:
    found = pack_of("", 'from = "2019-12/2020-02"').provisions["xx"]

    assert found.on(day("2019-11-30")) == found.versions[0]
    assert found.on(day("2019-12-01")) == found.versions[1]
    assert pack_of("to = 2019-12-31").provisions["xx"].on(day("2020-01-01")) is None
