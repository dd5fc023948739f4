"""Statuses beside the derived state, whose case it is, and contact that was lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from raport.adapters.store.docket import Wanted
from raport.app.docket import check_rows, lines
from raport.app.files import history
from raport.app.members import take_grant
from raport.app.promises import Does, promises_of
from raport.app.statuses import CHANNELS, CLOSED, assign, changes, contact, record_try, set_status
from raport.errors import BadInput
from tests.app.filled import file_row, joined, sample_case
from tests.desk import TODAY, Desk


def test_a_status_is_set_and_the_ones_before_are_kept(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id

    set_status(id_, "we-write", desk.boris, note="жалоба")
    set_status(id_, CLOSED, desk.boris, reason="under-pressure")

    now = file_row(id_)
    assert (now.status, now.closed, now.status_since) == (CLOSED, "under-pressure", TODAY)
    said = changes(history(id_, desk.boris.member))
    assert [(c.status, c.reason, c.note) for c in said] == [
        (CLOSED, "under-pressure", ""),
        ("we-write", "", "жалоба"),
    ]


def test_a_case_becomes_nobodys_who_cannot_open_it(desk: Desk) -> None:
    eve = joined(desk, "Ева")
    id_ = sample_case(desk, "s3").id
    take_grant(id_, eve.id, desk.boris)

    with pytest.raises(BadInput):
        assign(id_, eve.id, desk.boris)

    assert file_row(id_).member == desk.boris.member


def test_what_was_closed_leaves_the_list_and_comes_back_when_opened(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    set_status(id_, CLOSED, desk.boris, reason="unknown")
    assert lines(Wanted(), desk.boris.member, TODAY, 0, 9) == []
    assert len(lines(Wanted(closed="unknown"), desk.boris.member, TODAY, 0, 9)) == 1

    set_status(id_, "new", desk.boris)

    assert [line.file.closed for line in lines(Wanted(), desk.boris.member, TODAY, 0, 9)] == [""]


@pytest.mark.parametrize(
    ("status", "reason"), [("saved", ""), (CLOSED, ""), (CLOSED, "happy"), ("new", "died")]
)
def test_a_word_that_is_none_changes_nothing(desk: Desk, status: str, reason: str) -> None:
    id_ = sample_case(desk, "s3").id

    with pytest.raises(BadInput):
        set_status(id_, status, desk.boris, reason=reason)

    assert file_row(id_).status == "new"
    assert changes(history(id_, desk.boris.member)) == []


def test_a_status_changes_nothing_of_what_is_derived(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    before = lines(Wanted(), desk.boris.member, TODAY, 0, 9)[0].row

    set_status(id_, "paused", desk.boris)

    assert lines(Wanted(), desk.boris.member, TODAY, 0, 9)[0].row == before
    assert [c.fault for c in check_rows(desk.boris.member, TODAY, lambda _: None)] == [None]


def test_whose_case_it_is_is_kept_too(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    eve = joined(desk, "Ева")

    assign(id_, eve.id, desk.boris)

    assert file_row(id_).member == eve.id
    assert [c.member for c in changes(history(id_, desk.boris.member))] == [eve.id]


def test_three_tries_by_three_ways_then_a_question_after_his_welfare(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    set_status(id_, "no-contact", desk.boris)
    steps = []
    for n, channel in enumerate(CHANNELS[:3]):
        open_now = [p for p in promises_of(id_, desk.boris.member) if p.is_open]
        steps.append([p.does for p in open_now])
        when = desk.boris.at + timedelta(days=2 * n)
        who = replace(desk.boris, at=when, on=TODAY + timedelta(days=2 * n))
        record_try(id_, channel, who, reached=False)

    last = [p for p in promises_of(id_, desk.boris.member) if p.is_open]
    assert steps == [[Does.TRY]] * 3
    assert [p.does for p in last] == [Does.WELFARE]
    assert contact(history(id_, desk.boris.member)).next is Does.WELFARE


def test_the_same_way_three_times_is_not_three_ways(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    set_status(id_, "no-contact", desk.boris)
    for _ in range(3):
        record_try(id_, "phone", desk.boris, reached=False)

    assert contact(history(id_, desk.boris.member)).next is Does.TRY


def test_when_he_answers_nothing_is_left_to_try(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    set_status(id_, "no-contact", desk.boris)
    record_try(id_, "phone", desk.boris, reached=False)
    record_try(id_, "messenger", desk.boris, reached=True)

    assert contact(history(id_, desk.boris.member)).next is None
    assert [p for p in promises_of(id_, desk.boris.member) if p.is_open] == []


def test_another_status_ends_the_tries_that_were_promised(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    set_status(id_, "no-contact", desk.boris)

    set_status(id_, "we-write", desk.boris)

    assert [p.row.dropped is not None for p in promises_of(id_, desk.boris.member)] == [True]
