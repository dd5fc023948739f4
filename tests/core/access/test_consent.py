"""Nothing leaves without a consent that stands on that day: over random histories and exporters."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.access import (
    APPLICANT,
    EXPORTERS,
    Action,
    Actor,
    Agreed,
    Consents,
    Exporter,
    Given,
    Role,
    Standing,
    Thing,
    agreed,
    may,
    may_leave,
)
from raport.access.exporters import GRAVE, USES

DAY = date(2026, 11, 24)
AUDIENCES = ("group", "advocate", "a-newsroom")
STANDINGS = ("none", "not-known", "foreign-agent", "undesirable", "terrorist")

days = st.integers(-5, 5).map(lambda n: DAY + timedelta(days=n))
consents = st.builds(
    Given,
    use=st.sampled_from(USES),
    audience=st.sampled_from(AUDIENCES),
    standing=st.sampled_from(STANDINGS),
    by=st.sampled_from((APPLICANT, "p1", "p2")),
    given=days,
    withdrawn=st.none() | days,
)
exporters = st.sampled_from(list(EXPORTERS.values())) | st.builds(
    Exporter,
    id=st.just("drawn"),
    rings=st.frozensets(st.sampled_from((1, 2, 3))),
    use=st.sampled_from(USES),
    audience=st.sampled_from(AUDIENCES),
)
actors = st.builds(
    Actor,
    id=st.sampled_from(("boris", "eve", "dan")),
    role=st.sampled_from(Role),
    standing=st.sampled_from(Standing),
)
things = st.builds(Thing, advocate_only=st.booleans(), advocate=st.sampled_from(("", "boris", "eve")))


def stands(history: Sequence[Given], exporter: Exporter, standing: str, deciders: frozenset[str]) -> bool:
    """The rule said another way: some consent fits, and nothing given on its day or later says otherwise."""
    fitting = [
        (n, c)
        for n, c in enumerate(history)
        if c.use == exporter.use and c.audience == exporter.audience and c.given <= DAY
    ]
    if not fitting:
        return False
    _, last = max(fitting, key=lambda one: (one[1].given, one[0]))
    ended = last.withdrawn is not None and last.withdrawn <= DAY
    return not ended and last.standing == standing and last.by in {APPLICANT, *deciders}


@given(
    st.lists(consents, max_size=6),
    exporters,
    actors,
    things,
    st.sampled_from(STANDINGS),
    st.frozensets(st.sampled_from(("p1", "p2"))),
    st.frozensets(st.sampled_from(("boris", "eve", "dan"))),
    st.lists(st.sampled_from(("x1", "x2")), max_size=2),
)
def test_nothing_leaves_without(
    history: list[Given],
    exporter: Exporter,
    actor: Actor,
    thing: Thing,
    standing: str,
    deciders: frozenset[str],
    turned_on: frozenset[str],
    stopped: list[str],
) -> None:
    known = Consents(tuple(history), deciders, turned_on)

    decision = may_leave(exporter, actor, thing, known, standing, DAY, stopped)

    expected = (
        may(actor, Action.EXPORT, thing).allowed
        and not stopped
        and stands(history, exporter, standing, deciders)
        and (standing not in GRAVE or len(turned_on) >= 2)
    )
    assert decision.allowed == expected
    assert bool(decision.why) == (not expected)


@given(st.lists(consents, max_size=6), exporters, st.sampled_from(STANDINGS))
def test_a_withdrawal_today_ends_it_today(history: list[Given], exporter: Exporter, standing: str) -> None:
    taken_back = [
        Given(c.use, c.audience, c.standing, c.by, c.given, min(DAY, c.withdrawn or DAY)) for c in history
    ]

    state = agreed(taken_back, exporter.use, exporter.audience, standing, frozenset(("p1", "p2")), DAY)

    assert state in (Agreed.NEVER, Agreed.WITHDRAWN)


def test_a_consent_to_a_newsroom_is_none_to_the_same_newsroom_now_undesirable() -> None:
    history = [Given("publication", "a-newsroom", "none", APPLICANT, date(2022, 3, 1))]

    state = agreed(history, "publication", "a-newsroom", "undesirable", frozenset(), DAY)

    assert state is Agreed.STANDING_CHANGED


@pytest.mark.parametrize(
    ("turned_on", "allowed"), [((), False), (("boris",), False), (("boris", "eve"), True)]
)
def test_an_undesirable_audience_takes_two_members(turned_on: tuple[str, ...], allowed: bool) -> None:
    history = (Given("casework", "group", "undesirable", APPLICANT, DAY),)
    boris = Actor("boris", Role.CASEWORKER, Standing.NONE)

    decision = may_leave(
        EXPORTERS["docket"],
        boris,
        Thing(),
        Consents(history, turned_on=frozenset(turned_on)),
        "undesirable",
        DAY,
    )

    assert decision.allowed is allowed


def test_what_one_who_may_only_speak_agreed_to_is_no_consent() -> None:
    history = [Given("hand-over", "advocate", "none", "p1", DAY)]

    assert agreed(history, "hand-over", "advocate", "none", frozenset(), DAY) is Agreed.NOT_HIS
    assert agreed(history, "hand-over", "advocate", "none", frozenset(("p1",)), DAY) is Agreed.GIVEN


def test_every_exporter_names_a_use_an_audience_and_its_rings() -> None:
    for name, exporter in EXPORTERS.items():
        assert name == exporter.id
        assert exporter.use in USES
        assert exporter.audience
        assert exporter.rings
