"""Exhibits: taken in sealed, looked at as working copies, with every act written down."""

import hashlib
import io
import os
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image

from raport.adapters.blobs import NotReadError, TooLargeError
from raport.adapters.keys import new_pair
from raport.adapters.media import Kind, NotRenderedError
from raport.adapters.store import opened
from raport.adapters.store.members import add_member
from raport.app import exhibits as use
from raport.app.custody import (
    DESTROYED,
    EXPORTED,
    MOVED,
    OPENED,
    RELEASED,
    STOPPED,
    TAKEN_IN,
    custody,
    in_short,
)
from raport.app.exhibits import ClosedError, GoneError
from raport.app.files import Author, NotGrantedError, history, new_file, tree_of
from raport.app.members import remove
from raport.app.open_case import open_case
from raport.app.record import record_row
from raport.app.vault import lock, open_vault
from raport.errors import BadInput
from tests.desk import NOW, PASSPHRASE, TODAY, Desk

PLACE = "59.9386"


def photograph() -> bytes:
    """A picture that says where it was taken."""
    picture = Image.effect_noise((640, 480), 40).convert("RGB")
    exif = picture.getexif()
    exif[0x010F] = "Camera of Alexei"
    exif.get_ifd(0x8825)[2] = (59.9386, 0.0, 0.0)
    out = io.BytesIO()
    picture.save(out, "JPEG", exif=exif)
    return out.getvalue()


def acts(id_: str) -> list[str]:
    return [c.act for c in custody(id_)]


@pytest.fixture
def case(desk: Desk) -> str:
    return open_case("ru", desk.boris).id


@pytest.fixture
def eve(desk: Desk) -> Author:
    return Author(_join("Eve", "coordinator", "none"), NOW, TODAY)


@pytest.fixture
def clara(desk: Desk) -> Author:
    return Author(_join("Clara", "caseworker", "none"), NOW, TODAY)


def _join(name: str, role: str, standing: str) -> str:
    pair = new_pair()
    row = add_member(name, role=role, standing=standing, recipient=pair.recipient, secret=pair.secret, at=NOW)
    return row.id


def take(desk: Desk, file_id: str, data: bytes, name: str = "a.jpg") -> use.Exhibit:
    return use.take_in(file_id, name, io.BytesIO(data), desk.boris)


def test_what_was_taken_in_comes_out_the_same(desk: Desk, case: str) -> None:
    data = photograph()

    taken = take(desk, case, data)
    back = b"".join(use.original(taken.id, desk.boris, "hand-over"))

    assert back == data
    assert taken.sha256 == hashlib.sha256(data).hexdigest()
    assert taken.size == len(data)


def test_the_case_file_names_it_and_its_custody_begins(desk: Desk, case: str) -> None:
    taken = use.take_in(
        case, "письмо.jpg", io.BytesIO(photograph()), desk.boris, given_by="мать", use_risk=True
    )

    rows = tree_of(history(case, desk.boris.member))["exhibit"]
    assert rows == [{"id": "x1", "state": "held", "use-risk": True}]
    assert (taken.name, taken.title, taken.given_by, taken.use_risk) == ("x1", "письмо.jpg", "мать", True)
    assert acts(taken.id) == [TAKEN_IN]


def test_what_the_case_names_and_nobody_attached_is_told_apart(desk: Desk, case: str) -> None:
    record_row(case, "exhibit", {"state": "seen-by", "use-risk": True}, desk.boris)
    take(desk, case, photograph())

    assert use.elsewhere(case, desk.boris.member) == [use.Elsewhere("x1", "seen-by", "", use_risk=True)]
    assert [e.name for e in use.exhibits(case, desk.boris.member)] == ["x2"]


def test_an_enquiry_takes_it_too_and_a_case_takes_it_over(desk: Desk, case: str) -> None:
    enquiry = new_file("enquiry", "ru", desk.boris).id
    data = photograph()
    taken = use.take_in(enquiry, "a.jpg", io.BytesIO(data), desk.boris, given_by="жена", graphic=True)

    copied = use.copy_into(taken.id, case, desk.boris)

    assert (copied.sha256, copied.given_by, copied.graphic) == (taken.sha256, "жена", True)
    assert b"".join(use.original(copied.id, desk.boris, "test")) == data
    assert use.look(copied.id, desk.boris).media == "image/jpeg"


def test_the_custody_goes_on_in_the_case_that_an_enquiry_is_joined_to(desk: Desk, case: str) -> None:
    enquiry = new_file("enquiry", "ru", desk.boris).id
    came = take(desk, enquiry, photograph())
    use.look(came.id, desk.boris)
    later = Author(desk.boris.member, NOW + timedelta(days=3), TODAY + timedelta(days=3))

    copy = use.copy_into(came.id, case, later)
    use.look(copy.id, later)
    assert b"".join(use.original(copy.id, later, "hand-over"))

    assert acts(copy.id) == [TAKEN_IN, OPENED, MOVED, OPENED, EXPORTED]
    short = in_short(case, desk.boris.member)[copy.id]
    assert (short.by, short.at, short.opened, short.exported) == (desk.boris.member, NOW, 2, 1)


def test_the_working_copy_tells_nothing_of_the_place_and_the_place_is_kept_apart(
    desk: Desk, case: str
) -> None:
    taken = take(desk, case, photograph())

    shown = use.look(taken.id, desk.boris)

    assert b"Camera of Alexei" not in shown.data
    assert not Image.open(io.BytesIO(shown.data)).getexif()
    said = use.claims(taken.id, desk.boris.member)
    assert said["Make"] == "Camera of Alexei"
    assert PLACE in said["GPSLatitude"]


def test_looking_again_shows_the_same_copy_and_is_one_act_of_an_hour(desk: Desk, case: str) -> None:
    taken = take(desk, case, photograph())
    later = Author(desk.boris.member, NOW + timedelta(hours=2), TODAY)

    first, again = use.look(taken.id, desk.boris), use.look(taken.id, desk.boris)
    use.look(taken.id, later)

    assert first == again
    assert acts(taken.id) == [TAKEN_IN, OPENED, OPENED]


def test_what_leaves_is_written_down_before_it_leaves(desk: Desk, case: str) -> None:
    taken = take(desk, case, b"text")

    pieces = use.original(taken.id, desk.boris, "hand-over")

    assert custody(taken.id)[-1].act == EXPORTED
    assert custody(taken.id)[-1].to == "hand-over"
    assert b"".join(pieces) == b"text"


def test_a_member_without_the_key_finds_nothing_and_adds_nothing(
    desk: Desk, case: str, clara: Author
) -> None:
    taken = take(desk, case, photograph())
    opened._opened.secrets.clear()
    before = list(desk.vault.objects.iterdir())

    for refused in (
        lambda: use.exhibit(taken.id, clara.member),
        lambda: use.exhibits(case, clara.member),
        lambda: use.look(taken.id, clara),
        lambda: use.original(taken.id, clara, "x"),
        lambda: use.stop(taken.id, clara),
        lambda: use.destroy(taken.id, clara),
        lambda: use.take_in(case, "a", io.BytesIO(b"a"), clara),
    ):
        with pytest.raises(NotGrantedError):
            refused()
    assert list(desk.vault.objects.iterdir()) == before


# --- the secrecy stop -------------------------------------------------------------------------------------


@pytest.fixture
def shared_case(desk: Desk, eve: Author, clara: Author) -> str:
    """A case whose keys all three have: only the rule stands between them."""
    return open_case("ru", desk.boris).id


def test_a_stopped_exhibit_is_closed_to_all_but_two(
    desk: Desk, shared_case: str, eve: Author, clara: Author
) -> None:
    taken = take(desk, shared_case, photograph())
    use.look(taken.id, desk.boris)

    use.stop(taken.id, desk.boris)

    assert use.exhibit(taken.id, desk.boris.member).trusted == (desk.boris.member, eve.member)
    assert use.look(taken.id, eve).media == "image/jpeg"
    assert not use.exhibit(taken.id, clara.member).mine
    for refused in (
        lambda: use.look(taken.id, clara),
        lambda: use.claims(taken.id, clara.member),
        lambda: use.release(taken.id, clara),
        lambda: use.destroy(taken.id, clara),
        lambda: use.cover(taken.id, clara, graphic=False),
        lambda: use.original(taken.id, clara, "hand-over"),
        lambda: use.original(taken.id, desk.boris, "hand-over"),
        lambda: use.copy_into(taken.id, shared_case, desk.boris),
    ):
        with pytest.raises(ClosedError):
            refused()


def test_a_stop_leaves_no_copy_and_no_claims(desk: Desk, case: str) -> None:
    taken = take(desk, case, photograph())
    use.look(taken.id, desk.boris)

    use.stop(taken.id, desk.boris)
    use.look(taken.id, desk.boris)

    assert [p.name for p in desk.vault.objects.iterdir()] == [taken.id]
    assert use.claims(taken.id, desk.boris.member) == {}


def test_one_of_the_two_lifts_the_stop(desk: Desk, shared_case: str, eve: Author, clara: Author) -> None:
    taken = take(desk, shared_case, photograph())
    use.stop(taken.id, desk.boris, second=clara.member)

    with pytest.raises(ClosedError):
        use.release(taken.id, eve)
    use.release(taken.id, clara)

    assert use.look(taken.id, eve).pages == 1
    assert acts(taken.id) == [TAKEN_IN, STOPPED, RELEASED, OPENED]


def test_a_stop_outlives_both_who_were_trusted(
    desk: Desk, shared_case: str, eve: Author, clara: Author
) -> None:
    taken = take(desk, shared_case, photograph())
    use.stop(taken.id, clara, second=eve.member)

    remove(clara.member, desk.boris)
    assert not use.exhibit(taken.id, desk.boris.member).mine  # Eve is left
    remove(eve.member, desk.boris)

    assert use.exhibit(taken.id, desk.boris.member).mine
    use.release(taken.id, desk.boris)


def test_what_is_marked_as_it_was_adds_nothing(desk: Desk, case: str) -> None:
    taken = take(desk, case, photograph())
    before = len(history(case, desk.boris.member))

    use.mark_use_risk(taken.id, desk.boris, risky=False)
    assert len(history(case, desk.boris.member)) == before
    use.mark_use_risk(taken.id, desk.boris, risky=True)

    assert use.exhibit(taken.id, desk.boris.member).use_risk


def test_a_removed_or_unknown_second_is_not_trusted(desk: Desk, case: str) -> None:
    taken = take(desk, case, b"text")

    use.stop(taken.id, desk.boris, second="nobody")

    assert use.exhibit(taken.id, desk.boris.member).trusted == (desk.boris.member,)


# --- destroying -------------------------------------------------------------------------------------------


def test_what_was_destroyed_leaves_its_hash_and_no_bytes(desk: Desk, case: str) -> None:
    taken = use.take_in(case, "тайна.jpg", io.BytesIO(photograph()), desk.boris, note="слова")
    use.look(taken.id, desk.boris)

    use.destroy(taken.id, desk.boris)

    left = use.exhibit(taken.id, desk.boris.member)
    assert list(desk.vault.objects.iterdir()) == []
    assert (left.title, left.note, left.sha256) == ("", "", taken.sha256)
    assert tree_of(history(case, desk.boris.member))["exhibit"] == [{"id": "x1", "state": "destroyed"}]
    assert acts(taken.id)[-1] == DESTROYED
    for refused in (
        lambda: use.look(taken.id, desk.boris),
        lambda: use.original(taken.id, desk.boris, "x"),
        lambda: use.destroy(taken.id, desk.boris),
    ):
        with pytest.raises(GoneError):
            refused()


# --- what goes wrong --------------------------------------------------------------------------------------


def test_more_than_may_come_keeps_nothing(desk: Desk, case: str) -> None:
    with pytest.raises(TooLargeError):
        use.take_in(case, "a", io.BytesIO(b"a" * 2000), desk.boris, most=1999)

    assert list(desk.vault.objects.iterdir()) == []
    assert use.exhibits(case, desk.boris.member) == []


def test_a_stream_that_breaks_keeps_nothing_and_says_why(desk: Desk, case: str) -> None:
    class Breaking(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell() > 500_000:
                raise ConnectionResetError("gone")
            return super().read(size)

    with pytest.raises(ConnectionResetError):
        use.take_in(case, "a", Breaking(b"a" * 1_000_000), desk.boris)

    assert list(desk.vault.objects.iterdir()) == []


def test_an_unknown_holder_is_refused_and_the_object_goes(desk: Desk, case: str) -> None:
    with pytest.raises(BadInput):
        use.take_in(case, "a", io.BytesIO(b"a"), desk.boris, holder="p9")

    assert list(desk.vault.objects.iterdir()) == []


def test_a_changed_object_is_told_and_is_not_shown(desk: Desk, case: str) -> None:
    taken = take(desk, case, photograph())
    path = desk.vault.objects / taken.id
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    path.write_bytes(data)

    with pytest.raises(NotReadError):
        use.look(taken.id, desk.boris)
    assert acts(taken.id) == [TAKEN_IN]


def aged(path: Path, hours: float) -> Path:
    os.utime(path, (NOW.timestamp() - hours * 3600,) * 2)
    return path


def test_what_a_crash_left_goes_after_a_day_and_what_is_known_stays(desk: Desk, case: str) -> None:
    taken = take(desk, case, photograph())
    aged(desk.vault.objects / taken.id, 1000)
    half, whole, young = (desk.vault.objects / n for n in ("1" * 32 + ".part", "0" * 32, "2" * 32))
    for path, hours in ((half, 25), (whole, 25), (young, 23)):
        path.write_bytes(b"left")
        aged(path, hours)

    assert use.collect_orphans(NOW) == 2

    left = whole.with_suffix(".left")
    assert {p.name for p in desk.vault.objects.iterdir()} == {taken.id, left.name, young.name}
    aged(left, 31 * 24)
    use.collect_orphans(NOW)
    assert not left.exists()


def test_what_an_older_database_did_not_know_comes_back_with_the_newer(desk: Desk, case: str) -> None:
    data = photograph()
    taken = take(desk, case, data)
    whole = desk.vault.objects / taken.id
    whole.replace(whole.with_suffix(".left"))

    use.collect_orphans(NOW)

    assert b"".join(use.original(taken.id, desk.boris, "test")) == data


def test_what_was_destroyed_before_a_crash_is_destroyed_at_the_next_opening(desk: Desk, case: str) -> None:
    taken = take(desk, case, photograph())
    whole = desk.vault.objects / taken.id
    bytes_ = whole.read_bytes()
    use.destroy(taken.id, desk.boris)
    whole.write_bytes(bytes_)

    lock()
    open_vault(desk.vault.folder, PASSPHRASE)

    assert list(desk.vault.objects.iterdir()) == []


def test_a_recording_is_given_in_parts(desk: Desk, case: str) -> None:
    data = b"OggS" + bytes(range(256)) * 1000
    taken = take(desk, case, data, "voice.ogg")

    assert taken.kind is Kind.SOUND
    assert use.part(taken.id, desk.boris, 100_000, 5000) == data[100_000:105_000]
    assert use.part(taken.id, desk.boris, len(data) - 10, 5000) == data[-10:]
    assert use.part(taken.id, desk.boris, len(data), 5000) == b""
    assert acts(taken.id) == [TAKEN_IN, OPENED]
    with pytest.raises(NotRenderedError):
        use.look(taken.id, desk.boris)
