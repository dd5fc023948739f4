"""`raport read LETTER.eml`: its hash, what servers claim, what was reckoned, with a key and without."""

import hashlib
from pathlib import Path

import dkim
import pytest

from tests.adapters.test_mail_origin import LETTER, NAME, TAKEN_IN, Pair, pair
from tests.cli.terminal import raport, refused, told


@pytest.fixture(scope="module")
def key() -> Pair:
    return pair()


@pytest.fixture
def letter(tmp_path: Path, key: Pair) -> Path:
    line: bytes = dkim.DKIM(LETTER).sign(b"s1", b"prosecutor.example", key.secret)
    file = tmp_path / "letter.eml"
    file.write_bytes(TAKEN_IN + line + LETTER)
    return file


def test_a_letter_is_told_with_its_hash_and_nothing_is_verified_without_a_key(letter: Path) -> None:
    said = told(raport("read", letter, "--lang", "en"))

    assert hashlib.sha256(letter.read_bytes()).hexdigest() in said.replace("\n", " ")
    assert "The signature of the domain prosecutor.example is not checked." in said
    assert "Written by mx1.mail.example" in said


def test_with_the_key_of_the_domain_the_signature_is_checked(letter: Path, key: Pair, tmp_path: Path) -> None:
    keys = tmp_path / "keys.txt"
    keys.write_text(f'{NAME}. 300 IN TXT "{key.record}"\n')

    said = told(raport("read", letter, "--key", keys, "--lang", "en"))
    assert "agrees with the key that was given here (2048 bits)" in said.replace("\n  ", " ").replace(
        "\n", " "
    )


def test_a_file_without_a_key_is_refused(letter: Path) -> None:
    (said,) = refused(raport("read", letter, "--key", letter))
    assert "TXT records" in said
