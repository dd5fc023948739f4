"""Letters saved as EML: the odd and the hostile too."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from raport.adapters.mail import NotALetterError, read_letter

TEXT = "Здравствуйте, сына забрали из госпиталя"


def letter(charset: str, *, stated: bool = True) -> bytes:
    kind = f"text/plain; charset={charset}" if stated else "text/plain"
    head = f"From: =?utf-8?b?0JzQsNGA0LjRjw==?= <maria@example.org>\r\nSubject: x\r\nContent-Type: {kind}\r\n"
    return f"{head}Content-Transfer-Encoding: 8bit\r\n\r\n".encode() + TEXT.encode(charset)


@pytest.mark.parametrize("charset", ["utf-8", "koi8-r", "windows-1251", "cp866"])
@pytest.mark.parametrize("stated", [True, False])
def test_a_russian_letter_is_read_in_any_charset_stated_or_not(charset: str, stated: bool) -> None:
    read = read_letter(letter(charset, stated=stated))

    assert read.text == TEXT
    assert (read.author, read.address) == ("Мария", "maria@example.org")


@pytest.mark.parametrize("charset", ["koi8-r", "windows-1251", "utf-8"])
def test_a_subject_that_was_not_encoded_is_read(charset: str) -> None:
    data = "Subject: Помогите, пожалуйста\r\nFrom: a@example.org\r\n\r\n".encode(charset) + b"x"

    assert read_letter(data).subject == "Помогите, пожалуйста"


def test_a_charset_that_is_none_is_no_end() -> None:
    data = letter("utf-8").replace(b"charset=utf-8", b"charset=martian")

    assert read_letter(data).text == TEXT


def test_attachments_are_listed_with_their_bytes() -> None:
    data = (
        b"From: a@example.org\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
        b"Content-Type: text/plain\r\n\r\nhello\r\n--b\r\n"
        b"Content-Type: image/jpeg\r\nContent-Disposition: attachment; "
        b"filename*=utf-8''%D1%80%D0%B0%D0%BF%D0%BE%D1%80%D1%82.jpg\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n/9j/4A==\r\n--b--\r\n"
    )

    read = read_letter(data)

    assert read.text == "hello"
    assert [(a.name, a.media, a.data) for a in read.attached] == [
        ("рапорт.jpg", "image/jpeg", b"\xff\xd8\xff\xe0")
    ]


def test_a_letter_of_tags_only_is_read_as_words_without_its_scripts() -> None:
    data = (
        b"From: a@example.org\r\nContent-Type: text/html\r\n\r\n"
        b"<style>p{}</style><p>one<br>two</p><script>evil()</script><p>&lt;three&gt;</p>"
    )

    text = read_letter(data).text

    assert text.split() == ["one", "two", "<three>"]


def test_none_of_a_hundred_odd_letters_is_fatal(shared: Path) -> None:
    files = sorted((shared / "vectors/mail-eml").rglob("*.eml"))
    assert len(files) >= 90

    read = [read_letter(f.read_bytes()) for f in files]

    for one in read:
        for text in (one.author, one.address, one.at, one.subject, one.text, *(a.name for a in one.attached)):
            text.encode()
            assert "\0" not in text
    assert sum(bool(one.text or one.attached) for one in read) >= 0.9 * len(read)
    assert sum(bool(one.attached) for one in read) >= 20


@pytest.mark.parametrize("data", [b"", b"\0" * 100, b"no header at all", b"\xff" * 1000])
def test_what_is_no_letter_is_refused(data: bytes) -> None:
    with pytest.raises(NotALetterError):
        read_letter(data)


def test_a_letter_that_nests_without_end_is_read_in_part_or_refused() -> None:
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n) for n in range(3000)
    )
    try:
        read = read_letter(b"From: a@example.org\r\n" + deep)
    except NotALetterError:
        return
    assert len(read.attached) < 1000


@given(st.binary(max_size=2000))
def test_any_bytes_are_a_letter_or_refused(data: bytes) -> None:
    try:
        read_letter(b"From: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + data)
    except NotALetterError:
        return
