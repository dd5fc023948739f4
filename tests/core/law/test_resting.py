"""What advice rests on, compared from day to day: value, standing and confidence of a provision."""

from dataclasses import replace
from datetime import date

import pytest

from raport.adapters.packs import load_pack
from raport.dates import Term
from raport.law import Confidence, Pack
from raport.law.resting import Changed, beside, changes, states

AUGUST = date(2022, 8, 15)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack("ru")


def told(pack: Pack, provision: str, day: date) -> tuple[Changed, ...]:
    """What is another on `day` for whoever was told by this provision in August 2022."""
    return changes(states(pack, [provision], AUGUST), pack, day).get(provision, ())


def test_own_wish_stands_otherwise_from_the_day_of_the_decree(pack: Pack) -> None:
    assert told(pack, "ru.53.51.6", date(2022, 9, 20)) == ()
    assert told(pack, "ru.53.51.6", date(2022, 9, 21)) == (Changed.STANDING,)


def test_the_parts_for_wartime_touch_those_that_stood_alone_before(pack: Pack) -> None:
    assert told(pack, "ru.uk.337.3", date(2022, 9, 23)) == ()
    assert told(pack, "ru.uk.337.3", date(2022, 9, 24)) == (Changed.STANDING,)


def test_a_new_version_is_another_value(pack: Pack) -> None:
    assert told(pack, "ru.uk.338", date(2022, 9, 24)) == (Changed.VALUE,)


def test_a_term_that_is_counted_as_before_is_not_another(pack: Pack) -> None:
    assert told(pack, "ru.59.12.1", date(2026, 11, 25)) == ()


def changed_by(pack: Pack, **values: object) -> tuple[Changed, ...]:
    """What is told of a provision whose version has these other values in a newer pack."""
    name = "ru.59.12.1"
    provision = pack.provisions[name]
    newer = replace(provision, versions=(replace(provision.versions[0], **values),))  # type: ignore[arg-type] # any of its fields
    other = replace(pack, provisions={**pack.provisions, name: newer})
    return changes(states(pack, [name], AUGUST), other, AUGUST).get(name, ())


def test_each_way_in_which_a_newer_pack_may_differ_has_its_name(pack: Pack) -> None:
    version = pack.provisions["ru.59.12.1"].versions[0]
    assert version.term is not None
    assert changed_by(pack, term=Term(15, version.term.unit)) == (Changed.VALUE,)
    assert changed_by(pack, says={"ru": "x", "en": "y"}) == (Changed.VALUE,)
    assert changed_by(pack, confidence=Confidence.TEXT) == (Changed.CONFIDENCE,)
    assert changed_by(pack, contested=not version.contested) == (Changed.STANDING,)
    assert changed_by(pack, readings=version.readings[:1]) == (Changed.VALUE,)
    assert changed_by(pack, source="read elsewhere") == ()


def test_a_provision_that_is_gone_ended(pack: Pack) -> None:
    fewer = replace(pack, provisions={k: v for k, v in pack.provisions.items() if k != "ru.59.6"})

    assert changes(states(pack, ["ru.59.6"], AUGUST), fewer, AUGUST) == {"ru.59.6": (Changed.ENDED,)}


def test_what_is_not_in_force_has_no_state(pack: Pack) -> None:
    assert states(pack, ["ru.647.5", "no.such"], AUGUST) == {"ru.647.5": {}, "no.such": {}}


def test_every_answer_of_the_pack_rests_on_law_as_it_stands(pack: Pack) -> None:
    assert pack.advice
    for one in pack.advice.values():
        assert all(states(pack, one.provisions, one.checked).values()), one.id


def test_what_decides_beside_a_provision_or_in_its_place_is_found(pack: Pack) -> None:
    assert set(beside(pack, "ru.uk.337.3")) == {"ru.uk.337.2.1", "ru.uk.337.3.1"}
    assert beside(pack, "ru.53.51.6") == ("ru.647.5",)
    assert beside(pack, "ru.59.6") == ()
