"""The desk listens on this machine only, under one port on each of its loopback addresses."""

import socket
from collections.abc import Iterator

import pytest

from raport.cli.desk import _listen, _loopback
from raport.errors import BadInput


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that another program has, on the last loopback address only."""
    family, host = _loopback()[-1]
    with socket.socket(family, socket.SOCK_STREAM) as other:
        other.bind((host, 0))
        other.listen()
        yield other.getsockname()[1]


def test_one_port_on_each_loopback_address_and_on_no_other() -> None:
    found = _listen(0)
    try:
        assert [s.getsockname()[0] for s in found] == [host for _family, host in _loopback()]
        assert len({s.getsockname()[1] for s in found}) == 1
    finally:
        for one in found:
            one.close()


def test_a_port_that_another_program_has_on_one_of_them_is_refused(
    taken: int,
) -> None:
    with pytest.raises(BadInput, match=str(taken)):
        _listen(taken)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as free:  # what was bound first was let go
        if len(_loopback()) > 1:
            free.bind(("127.0.0.1", taken))
