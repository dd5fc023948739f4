"""Work beside the pages: how far it is, why it ended; a lock ends it, a mistake of ours is told as one."""

import threading

import pytest

from raport.adapters.store import opened
from raport.web.desk import behind
from raport.web.desk.behind import StoppedWorkError
from tests.desk import Desk


def ended(name: str) -> str:
    behind.wait()
    job = behind.job(name)
    assert job is not None
    assert not job.runs
    return job.why


@pytest.mark.usefixtures("desk")
def test_it_is_begun_once_and_says_how_far_it_is() -> None:
    go, counted = threading.Event(), []

    def work(step: behind.Step) -> None:
        step(3)
        counted.append(1)
        go.wait(10)

    behind.start("a", work)
    while (job := behind.job("a")) is None or job.done < 3:
        pass
    behind.start("a", work)
    assert job.runs
    go.set()
    assert ended("a") == ""
    assert counted == [1]


@pytest.mark.usefixtures("desk")
def test_why_it_ended_is_told(caplog: pytest.LogCaptureFixture) -> None:
    def stops(step: behind.Step) -> None:
        raise StoppedWorkError("no-reader")

    def breaks(step: behind.Step) -> None:
        raise KeyError("a name of somebody")

    behind.start("stops", stops)
    behind.start("breaks", breaks)
    assert (ended("stops"), ended("breaks")) == ("no-reader", "failed")


def test_a_lock_ends_it_at_its_next_step(desk: Desk) -> None:
    locked, after = threading.Event(), []

    def work(step: behind.Step) -> None:
        locked.wait(10)
        step(1)
        after.append(1)

    behind.start("locked", work)
    key = opened.key()
    opened.forget()
    locked.set()
    try:
        assert ended("locked") == "locked-meanwhile"
        assert after == []
    finally:
        opened.open_with(key)
