"""Signed notes and the file of a release: what two people signed, to the byte, or nothing."""

import base64
import io
import zipfile
from datetime import date

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from raport.adapters.releases.archive import manifest_of, read_archive, write_archive
from raport.adapters.releases.notes import (
    Note,
    NoteError,
    Signer,
    check_signatures,
    new_signer,
    read_note,
    read_signer,
    read_verifier,
    sign,
)

# The example of Go's golang.org/x/mod/sumdb/note and of c2sp.org/signed-note: key, text and signature.
GO_KEY = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
GO_NOTE = (
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n"
    "\n"
    "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngot"
    "pRZb6KE6RyyBwJnAM=\n"
)
ONE, TWO = Signer("lawyers.example/one", bytes(range(32))), Signer("lawyers.example/two", bytes(32))
FILES = {"pack.toml": b"a = 1\n", "acts/one.toml": "б = 2\n".encode()}
TEXT = str(manifest_of("ru", 7, date(2026, 11, 25), FILES))


def released(*signers: Signer, files: dict[str, bytes] | None = None, text: str = TEXT) -> bytes:
    note = Note(text, ())
    for signer in signers or (ONE, TWO):
        note = sign(note, signer)
    return write_archive(note, FILES if files is None else files)


def test_the_note_of_the_specification_is_verified_and_a_changed_one_is_not() -> None:
    peter = read_verifier(GO_KEY)
    assert str(peter) == GO_KEY
    note = read_note(GO_NOTE.encode())

    assert bytes(note) == GO_NOTE.encode()
    assert check_signatures(note, [peter]) == (peter,)
    changed = read_note(GO_NOTE.replace("answer", "Answer").encode())
    with pytest.raises(NoteError, match="not by its key"):
        check_signatures(changed, [peter])


def test_signatures_of_others_say_nothing_and_one_holder_counts_once() -> None:
    note = sign(sign(Note("text\n", ()), ONE), TWO)

    assert check_signatures(note, [TWO.verifier]) == (TWO.verifier,)
    assert check_signatures(note, []) == ()
    assert sign(note, ONE) == note
    twice = Note(note.text, (note.signatures[0], note.signatures[0]))
    assert check_signatures(twice, [ONE.verifier, TWO.verifier]) == (ONE.verifier,)


def test_a_signature_is_plain_ed25519_of_the_text() -> None:
    note = sign(Note("text\n", ()), ONE)

    Ed25519PublicKey.from_public_bytes(ONE.verifier.public).verify(note.signatures[0].bytes, b"text\n")


def test_keys_are_read_as_they_are_written_and_hide_their_secret() -> None:
    made = new_signer("lawyers.example/one")

    assert read_signer(made.secret()) == made
    assert read_verifier(str(made.verifier)) == made.verifier
    assert made.secret() not in repr(made)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "name",
        "name+0000",
        GO_KEY.replace("c74f20a3", "c74f20a4"),
        GO_KEY.replace("Peter", "Petra"),
        GO_KEY[:-4],
        "name+c74f20a3+" + base64.b64encode(b"\x02" + bytes(32)).decode(),
        "two words+c74f20a3+" + GO_KEY.rpartition("+")[2],
    ],
)
def test_what_is_no_key_is_refused(line: str) -> None:
    with pytest.raises(NoteError):
        read_verifier(line)
    with pytest.raises(NoteError):
        read_signer(line)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text\n",
        b"text\n\n",
        b"text\n\nno signature\n",
        "text\n\n\u2014 name AAAA\n".encode(),
        "text\n\n\u2014 name !!!!\n".encode(),
        "te\txt\n\n\u2014 name AAAAAAAA\n".encode(),
        b"\xff\n\n",
        ("text\n\n" + "\u2014 name AAAAAAAA\n" * 101).encode(),
    ],
)
def test_what_is_no_note_is_refused(data: bytes) -> None:
    with pytest.raises(NoteError):
        read_note(data)


# --- the file of a release --------------------------------------------------------------------------------


def test_a_release_reads_back_and_is_the_same_each_time() -> None:
    data = released()

    found = read_archive(data)

    assert found.files == FILES
    assert (found.manifest.pack, found.manifest.release) == ("ru", 7)
    assert released() == data
    assert write_archive(found.note, dict(reversed(FILES.items()))) == data


@settings(max_examples=60)
@given(st.data())
def test_no_byte_of_it_can_be_changed_nor_left_out(draw: st.DataObject) -> None:
    data = released()
    place = draw.draw(st.integers(0, len(data) - 1))
    other = draw.draw(st.integers(1, 255))
    changed = data[:place] + bytes([data[place] ^ other]) + data[place + 1 :]

    for bad in (changed, data[:place], data + bytes([other]), bytes([other]) + data):
        assert signed_by_two(bad) is False


def signed_by_two(data: bytes) -> bool:
    """A changed name or id makes a signature a stranger's: then there are no longer two."""
    try:
        return len(check_signatures(read_archive(data).note, [ONE.verifier, TWO.verifier])) == 2
    except NoteError:
        return False


def test_two_have_signed_what_nobody_changed() -> None:
    assert signed_by_two(released())


def zipped(members: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return whole.getvalue()


@pytest.mark.parametrize(
    "path", ["../out.toml", "/etc/out.toml", "a/../../out.toml", "a\\b.toml", "OUT.toml", "run.py", ".toml"]
)
def test_no_name_leads_out_of_it(path: str) -> None:
    with pytest.raises(NoteError):
        manifest_of("ru", 7, date(2026, 11, 25), {path: b""})
    text = TEXT.replace("pack.toml", path)
    note = sign(sign(Note(text, ()), ONE), TWO)
    with pytest.raises(NoteError):
        read_archive(zipped({"release.note": bytes(note), f"pack/{path}": FILES["pack.toml"]}))


@pytest.mark.parametrize(
    ("members", "compression"),
    [
        ({}, zipfile.ZIP_STORED),
        ({"release.note": b"x"}, zipfile.ZIP_STORED),
        ({"pack/pack.toml": b"a = 1\n"}, zipfile.ZIP_STORED),
        ({"release.note": TEXT.encode()}, zipfile.ZIP_DEFLATED),
    ],
)
def test_another_archive_is_no_release(members: dict[str, bytes], compression: int) -> None:
    with pytest.raises(NoteError):
        read_archive(zipped(members, compression))


def test_what_was_not_signed_cannot_be_put_beside_it() -> None:
    for files in (
        {**FILES, "more.toml": b""},
        {"pack.toml": FILES["pack.toml"]},
        {**FILES, "pack.toml": b""},
    ):
        with pytest.raises(NoteError):
            read_archive(released(files=files))


@pytest.mark.parametrize(
    "text",
    [
        TEXT.replace("raport/pack/v1", "raport/pack/v2"),
        TEXT.replace("\n7\n", "\n0\n"),
        TEXT.replace("\n7\n", "\nseven\n"),
        TEXT.replace("\n7\n", "\n07\n"),
        TEXT.replace("2026-11-25", "yesterday"),
        "\n".join([*TEXT.splitlines()[:4], *reversed(TEXT.splitlines()[4:])]) + "\n",
    ],
)
def test_a_note_that_is_not_written_as_ours_is_refused(text: str) -> None:
    with pytest.raises(NoteError):
        read_archive(released(text=text))
