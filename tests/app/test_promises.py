"""Promises by member and day; work handed over in one act and taken back; who is on duty."""

from datetime import timedelta

import pytest
from django.db import connection

from raport.adapters.store.models import Grant, Promise
from raport.app.duties import add_duty, hand_over, hand_overs, on_duty, remove_duty, rota, undo_hand_over
from raport.app.promises import drop_promise, keep_promise, loads, open_promises, promise, promises_of
from raport.app.statuses import CLOSED, assign, set_status
from raport.errors import BadInput
from tests.app.filled import file_row, joined, sample_case
from tests.desk import TODAY, Desk

THURSDAY = TODAY + timedelta(days=2)


def test_a_promise_is_read_back_and_its_words_are_sealed(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id

    promise(id_, desk.boris.member, THURSDAY, "позвоню канарейке", desk.boris)

    assert [(p.words, p.row.due) for p in open_promises(desk.boris.member)] == [
        ("позвоню канарейке", THURSDAY)
    ]
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM store_promise")
        assert "канарейке".encode() not in bytes(cursor.fetchone()[0])


def test_a_promise_is_kept_or_dropped_once(desk: Desk) -> None:
    id_, other = sample_case(desk, "s3").id, sample_case(desk, "s4").id
    one = promise(id_, desk.boris.member, THURSDAY, "позвонить", desk.boris)
    two = promise(id_, desk.boris.member, THURSDAY, "написать", desk.boris)

    assert not keep_promise(one, other, desk.boris)  # of another case
    assert keep_promise(one, id_, desk.boris)
    assert not drop_promise(one, id_, desk.boris)
    assert drop_promise(two, id_, desk.boris)

    assert open_promises(desk.boris.member) == []
    ended = {
        p.words: (p.row.kept is not None, p.row.dropped is not None)
        for p in promises_of(id_, desk.boris.member)
    }
    assert ended == {"позвонить": (True, False), "написать": (False, True)}


def test_a_promise_of_nothing_for_yesterday_by_nobody_is_told_whole(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id

    with pytest.raises(BadInput) as bad:
        promise(id_, "nobody", TODAY - timedelta(days=1), " ", desk.boris)

    assert len(bad.value.problems) == 3
    assert Promise.objects.count() == 0


def test_promises_of_a_case_that_was_not_granted_are_not_read(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    clara = joined(desk, "Клара")
    promise(id_, desk.boris.member, THURSDAY, "позвонить", desk.boris)
    Grant.objects.filter(member_id=clara.id).delete()

    assert open_promises(clara.id) == []
    assert len(open_promises(desk.boris.member)) == 1


def test_load_is_counted_by_member(desk: Desk) -> None:
    first, second = sample_case(desk, "s3").id, sample_case(desk, "s4").id
    eve = joined(desk, "Ева")
    assign(first, eve.id, desk.boris)
    assign(second, "", desk.boris)
    sample_case(desk, "x9")
    set_status(sample_case(desk, "x5").id, CLOSED, desk.boris, reason="duplicate")
    promise(first, eve.id, TODAY, "позвонить", desk.boris)

    lying = {one.member: (one.cases, one.promises, one.overdue) for one in loads(TODAY + timedelta(days=1))}

    assert lying == {desk.boris.member: (1, 0, 0), eve.id: (1, 1, 1), None: (1, 0, 0)}


def test_all_work_of_a_member_goes_to_another_in_one_act_and_comes_back_in_one(desk: Desk) -> None:
    ids = [sample_case(desk, name).id for name in ("s3", "s4", "x9")]
    eve = joined(desk, "Ева")
    for id_ in ids:
        promise(id_, desk.boris.member, THURSDAY, "позвонить", desk.boris)

    act = hand_over(desk.boris.member, eve.id, desk.boris)

    assert (act.files, act.promises) == (3, 3)
    assert {file_row(id_).member for id_ in ids} == {eve.id}
    assert len(open_promises(eve.id, of=eve.id)) == 3
    assign(ids[0], "", desk.boris)  # what went on to somebody else stays there
    assert undo_hand_over(act.id, desk.boris)
    assert not undo_hand_over(act.id, desk.boris)
    assert [file_row(id_).member for id_ in ids] == [None, desk.boris.member, desk.boris.member]
    assert len(open_promises(eve.id, of=desk.boris.member)) == 3
    assert hand_overs()[0].undone is not None


def test_what_the_taker_was_not_granted_stays(desk: Desk) -> None:
    granted, not_granted = sample_case(desk, "s3").id, sample_case(desk, "s4").id
    eve = joined(desk, "Ева")
    Grant.objects.filter(member_id=eve.id, key__file_id=not_granted).delete()

    act = hand_over(desk.boris.member, eve.id, desk.boris)

    assert act.files == 1
    assert (file_row(granted).member, file_row(not_granted).member) == (eve.id, desk.boris.member)


@pytest.mark.parametrize("taker", ["", "nobody", "himself"])
def test_nothing_goes_to_nobody(desk: Desk, taker: str) -> None:
    id_ = sample_case(desk, "s3").id

    with pytest.raises(BadInput):
        hand_over(desk.boris.member, desk.boris.member if taker == "himself" else taker, desk.boris)

    assert file_row(id_).member == desk.boris.member


def test_who_is_on_duty_is_told_for_each_day(desk: Desk) -> None:
    eve = joined(desk, "Ева")
    add_duty(desk.boris.member, TODAY, THURSDAY)
    add_duty(eve.id, THURSDAY, THURSDAY)

    assert on_duty(TODAY) == [desk.boris.member]
    assert on_duty(THURSDAY) == [desk.boris.member, eve.id]
    assert on_duty(THURSDAY + timedelta(days=1)) == []
    assert remove_duty(rota(TODAY)[0].id)
    assert on_duty(TODAY) == []
    with pytest.raises(BadInput):
        add_duty(eve.id, THURSDAY, TODAY)
