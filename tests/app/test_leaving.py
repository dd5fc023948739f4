"""The door: what may leave leaves and is written down, what may not is not even made."""

from collections.abc import Sequence

import pytest

from raport.adapters.store import consents as rows
from raport.adapters.store import files as store
from raport.adapters.store import opened
from raport.adapters.store.models import Grant, Leaving
from raport.adapters.store.rows import FileRow
from raport.app import consents
from raport.app.consents import ask, give, withdraw
from raport.app.files import Author, NotGrantedError
from raport.app.leaving import Parcel, StaysError, leave, went_out
from raport.errors import BadInput
from tests.app.filled import author, joined, sample_case
from tests.desk import TODAY, Desk

PAIRS = {"casework": "group", "hand-over": "advocate"}


def agree(desk: Desk, row: FileRow, use: str) -> None:
    words = ask(row.id, use, PAIRS[use], desk.boris).words
    give(row.id, use, PAIRS[use], "applicant", words, desk.boris)


class Making:
    """A maker of bytes that remembers of what it was asked to make them."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def __call__(self, files: Sequence[str]) -> Parcel:
        self.asked.append(tuple(files))
        return Parcel("x.txt", "text/plain", b"bytes")


@pytest.mark.parametrize(("exporter", "use"), [("case-file", "casework"), ("hand-over", "hand-over")])
def test_without_consent_nothing_is_even_made(desk: Desk, exporter: str, use: str) -> None:
    row, making = sample_case(desk, "s3"), Making()

    with pytest.raises(StaysError) as stays:
        leave(exporter, [row.id], desk.boris, making)
    assert stays.value.why == "consent-never"

    agree(desk, row, "hand-over" if use == "casework" else "casework")  # another use is another consent
    with pytest.raises(StaysError):
        leave(exporter, [row.id], desk.boris, making)
    assert making.asked == []

    agree(desk, row, use)
    assert leave(exporter, [row.id], desk.boris, making).parcel.data == b"bytes"


def test_what_left_is_written_down_and_to_whom_is_sealed(desk: Desk) -> None:
    row = sample_case(desk, "s3")
    agree(desk, row, "hand-over")

    leave("hand-over", [row.id], desk.boris, Making(), to="адвокат Н.")

    [one] = went_out(row.id, desk.boris.member)
    assert (one.row.exporter, one.to, one.row.size) == ("hand-over", "адвокат Н.", 5)
    assert one.row.at == desk.boris.at
    assert "адвокат".encode() not in bytes(Leaving.objects.get().to or b"")


def test_taken_back_it_ends_at_once(desk: Desk) -> None:
    row = sample_case(desk, "s3")
    agree(desk, row, "casework")
    assert withdraw(row.id, "casework", "group", desk.boris)

    with pytest.raises(StaysError) as stays:
        leave("docket", [row.id], desk.boris, Making())

    assert stays.value.why == "consent-withdrawn"


def test_of_a_list_those_that_may_leave_go_and_the_others_are_counted(desk: Desk) -> None:
    going, staying = sample_case(desk, "s3"), sample_case(desk, "s4")
    agree(desk, going, "casework")
    making = Making()

    left = leave("docket", [going.id, staying.id], desk.boris, making, partly=True)

    assert making.asked == [(going.id,)]
    assert left.stayed == {staying.id: "consent-never"}


def test_an_advocate_only_case_stays_until_its_advocate_lets_it_go(desk: Desk) -> None:
    row = sample_case(desk, "x8")  # an invented case with absence in it
    agree(desk, row, "hand-over")

    with pytest.raises(StaysError) as stays:
        leave("hand-over", [row.id], desk.boris, Making())
    assert stays.value.why == "advocate-only-case"

    anna = joined(desk, "Анна", standing="advocate")
    store.change_file(row.id, advocate_id=anna.id)
    with pytest.raises(StaysError):
        leave("hand-over", [row.id], desk.boris, Making())
    leave("hand-over", [row.id], author(anna, desk), Making())


def test_an_editor_lets_nothing_leave(desk: Desk) -> None:
    row = sample_case(desk, "s3")
    agree(desk, row, "casework")
    dan = joined(desk, "Дан", role="editor")

    with pytest.raises(StaysError) as stays:
        leave("docket", [row.id], author(dan, desk), Making())

    assert stays.value.why == "not-of-this-role"


def test_what_was_not_granted_is_as_if_it_were_not_there(desk: Desk) -> None:
    row = sample_case(desk, "s3")
    agree(desk, row, "casework")
    Grant.objects.all().delete()
    opened._opened.secrets.clear()
    making = Making()

    for id_ in (row.id, "0" * 32):
        with pytest.raises(NotGrantedError):
            leave("case-file", [id_], desk.boris, making)
        with pytest.raises(StaysError):
            leave("docket", [id_], desk.boris, making, partly=True)
    assert making.asked == []


def test_an_exporter_that_is_not_registered_has_no_way_out(desk: Desk) -> None:
    with pytest.raises(KeyError):
        leave("gossip", [sample_case(desk, "s3").id], desk.boris, Making())


def test_when_the_making_fails_nothing_is_written_down(desk: Desk) -> None:
    row = sample_case(desk, "s3")
    agree(desk, row, "casework")

    def fails(_: Sequence[str]) -> Parcel:
        raise BadInput([])

    with pytest.raises(BadInput):
        leave("case-file", [row.id], desk.boris, fails)

    assert went_out(row.id, desk.boris.member) == []


def test_a_standing_that_changed_asks_again_and_a_grave_one_takes_two(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = sample_case(desk, "s3")
    agree(desk, row, "casework")
    leave("docket", [row.id], desk.boris, Making())
    monkeypatch.setattr("raport.app.leaving.standing_of", lambda *_: "undesirable")
    monkeypatch.setattr("raport.app.consents.standing_of", lambda *_: "undesirable")

    def why() -> str:
        with pytest.raises(StaysError) as stays:
            leave("docket", [row.id], desk.boris, Making())
        return stays.value.why

    assert why() == "consent-standing-changed"
    agree(desk, row, "casework")
    assert why() == "audience-off"
    consents.turn_on(row.id, "group", desk.boris)
    consents.turn_on(row.id, "group", desk.boris)
    assert why() == "audience-off"
    consents.turn_on(row.id, "group", author(joined(desk, "Ева", role="coordinator"), desk))
    leave("docket", [row.id], desk.boris, Making())


def test_words_that_changed_since_they_were_shown_are_no_consent(desk: Desk) -> None:
    row = sample_case(desk, "s3")

    with pytest.raises(BadInput):
        give(row.id, "casework", "group", "applicant", "что-то другое", desk.boris)

    assert rows.consents([row.id]) == {}


def test_who_may_only_speak_cannot_agree_for_him(desk: Desk) -> None:
    row = sample_case(desk, "x7")
    words = ask(row.id, "casework", "group", desk.boris).words
    people = {p.name: p.value for p in store.pieces(row.id) if p.table == "person"}
    may = {name: value["may"] for name, value in people.items() if isinstance(value, dict)}
    decider = next(name for name, word in may.items() if word == "decide")

    give(row.id, "casework", "group", decider, words, desk.boris)
    assert not _advocate_only(row, desk.boris)
    leave("docket", [row.id], desk.boris, Making())

    with pytest.raises(BadInput):
        give(row.id, "casework", "group", "p99", words, desk.boris)


def test_the_sentence_says_how_the_audience_stands(desk: Desk) -> None:
    row = sample_case(desk, "s3")

    newsroom = ask(row.id, "publication", "meduza", desk.boris)

    assert newsroom.audience.grave
    assert f"{TODAY:%d.%m.%Y}" in newsroom.words
    assert "нежелательная" in newsroom.words
    assert "опасна" in newsroom.words
    with pytest.raises(BadInput):
        ask(row.id, "casework", "meduza", desk.boris)


def _advocate_only(row: FileRow, who: Author) -> bool:
    from raport.app.docket import assess_file

    _, told = assess_file(row.id, who.member, who.on)
    return told.advocate_only or bool(told.advocate_because)
