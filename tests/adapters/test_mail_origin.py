"""Where a letter came from: signed and tampered with here, claimed and forged, broken and hostile."""

import base64
import time
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from hypothesis import given
from hypothesis import strategies as st

from raport.adapters.mail import read_letter
from raport.adapters.mail.origin import looks_like_letter, origin_of
from raport.adapters.mail.signatures import read_records
from raport.adapters.sentences import load_sentences, load_words
from raport.prose import Words
from raport.prose.origin import origin_parts, tell_origin
from raport.reading.origin import Answer, Signature, Standing, organisation, same_organisation

PACKAGES = ("raport.prose", "raport.reading.origin")
NAME = "s1._domainkey.prosecutor.example"
LETTER = (
    "From: =?koi8-r?B?8NLPy9XSz9I=?= <duty@prosecutor.example>\r\nTo: <maria@mail.example>\r\n"
    "Subject: =?utf-8?b?0J7RgtCy0LXRgg==?=\r\nDate: Mon, 3 Mar 2025 10:00:00 +0300\r\n"
    "Message-ID: <1@prosecutor.example>\r\nContent-Type: text/plain; charset=utf-8\r\n"
    "Content-Transfer-Encoding: 8bit\r\n\r\nВ удовлетворении жалобы отказано.\r\n"
).encode()
TAKEN_IN = (
    b"Received: from out.prosecutor.example (out.prosecutor.example [192.0.2.7])\r\n"
    b"\tby mx1.mail.example with ESMTPS id x1; Mon, 3 Mar 2025 10:00:09 +0300\r\n"
    b"Authentication-Results: mx1.mail.example; dkim=pass (2048-bit key) header.d=prosecutor.example;\r\n"
    b"\tspf=pass smtp.mailfrom=duty@prosecutor.example; dmarc=pass (p=NONE)\r\n"
    b"\theader.from=prosecutor.example\r\n"
)


@dataclass(frozen=True)
class Pair:
    secret: bytes
    record: str


def pair(bits: int = 2048) -> Pair:
    key = rsa.generate_private_key(65537, bits)
    coding, form = serialization.Encoding, serialization.PrivateFormat.TraditionalOpenSSL
    public = key.public_key().public_bytes(coding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    secret = key.private_bytes(coding.PEM, form, serialization.NoEncryption())
    return Pair(secret, f"v=DKIM1; k=rsa; p={base64.b64encode(public).decode()}")


@pytest.fixture(scope="module")
def key() -> Pair:
    return pair()


def signed(key: Pair, letter: bytes = LETTER, **how: object) -> bytes:
    line: bytes = dkim.DKIM(letter).sign(b"s1", b"prosecutor.example", key.secret, **how)
    return line + letter


def only(data: bytes, record: str) -> Signature:
    (one,) = origin_of(data, {NAME: record}).signatures
    return one


@pytest.fixture(scope="module", params=["ru", "en"])
def words(request: pytest.FixtureRequest) -> Words:
    return load_words(request.param, packages=PACKAGES)


# --- signatures -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", [(b"relaxed", b"simple"), (b"simple", b"simple"), (b"relaxed", b"relaxed")])
def test_an_untouched_letter_holds_by_its_key(key: Pair, how: tuple[bytes, bytes]) -> None:
    one = only(signed(key, canonicalize=how), key.record)

    assert (one.held, one.body, one.bits, one.aligned) == (Answer.YES, Answer.YES, 2048, True)


def test_without_a_key_the_body_alone_is_told_and_nothing_is_verified(key: Pair, words: Words) -> None:
    origin = origin_of(signed(key))

    (one,) = origin.signatures
    assert (one.held, one.why_held, one.body) == (Answer.UNKNOWN, "no-key", Answer.YES)
    told = tell_origin(origin, words)
    assert NAME in told
    assert words("origin-unsure", domain="prosecutor.example") in told
    assert words("origin-holds", domain="prosecutor.example", bits=2048) not in told


def test_a_changed_word_of_the_body_breaks_the_body_and_not_the_lines_above(key: Pair) -> None:
    one = only(signed(key).replace("отказано".encode(), "оказано".encode()), key.record)

    assert (one.body, one.held) == (Answer.NO, Answer.YES)


def test_a_changed_subject_breaks_the_signature_and_not_the_body(key: Pair) -> None:
    one = only(signed(key).replace(b"Subject: =?utf-8?b?0J7R", b"Subject: =?utf-8?b?0J7S"), key.record)

    assert (one.body, one.held) == (Answer.YES, Answer.NO)


def test_a_second_line_from_put_above_breaks_the_signature(key: Pair) -> None:
    forged = b"From: <minister@mil.example>\r\n" + signed(key)

    assert only(forged, key.record).held is Answer.NO
    assert "two-from" in origin_of(forged).oddities


def test_another_key_does_not_hold(key: Pair) -> None:
    assert only(signed(key), pair(1024).record).held is Answer.NO


def test_the_hash_of_a_forger_agrees_and_nothing_says_that_it_is_genuine(key: Pair, words: Words) -> None:
    """Who forges both letter and signature makes them agree: without a key that is all there is to see."""
    forged = signed(pair(1024), LETTER.replace("отказано".encode(), "удовлетворено".encode()))

    (one,) = origin_of(forged).signatures
    assert one.body is Answer.YES
    assert words("origin-body-yes-unsure") in origin_parts(origin_of(forged), words)[0].points[0].more
    assert only(forged, key.record).held is Answer.NO


def test_what_is_added_past_the_signed_length_is_told(key: Pair, words: Words) -> None:
    origin = origin_of(signed(key, length=True) + b"Pay to this account.\r\n", {NAME: key.record})

    (one,) = origin.signatures
    assert (one.body, one.held, one.longer) == (Answer.YES, Answer.YES, True)
    assert words("origin-longer") in origin_parts(origin, words)[0].points[0].more


def test_lines_that_are_not_signed_are_named(key: Pair) -> None:
    one = only(
        signed(key, include_headers=[b"from", b"to"]).replace(b"3 Mar 2025", b"3 Jan 2020"), key.record
    )

    assert one.held is Answer.YES
    assert one.missing == ("subject", "date")


def test_a_signature_that_has_ended_still_holds(key: Pair) -> None:
    """Most give themselves some days; a lawyer looks at them years later."""
    ended = dkim.DKIM(LETTER).sign(b"s1; x=1400000600", b"prosecutor.example", key.secret)

    one = only(ended + LETTER, key.record)
    assert one.ends is not None
    assert one.ends.year == 2014
    assert one.held is Answer.YES


def test_a_key_of_512_bits_convinces_nobody(key: Pair) -> None:
    """No library makes such a key any more; its record is written here byte by byte."""
    numbers = b"\x02\x41\x00\x81" + b"\x55" * 63 + b"\x02\x03\x01\x00\x01"
    inner = b"\x30" + bytes([len(numbers)]) + numbers
    bits = b"\x03" + bytes([len(inner) + 1]) + b"\x00" + inner
    kind = bytes.fromhex("300d06092a864886f70d0101010500")
    der = b"\x30" + bytes([len(kind + bits)]) + kind + bits

    one = only(signed(key), f"p={base64.b64encode(der).decode()}")
    assert (one.held, one.why_held, one.bits) == (Answer.UNKNOWN, "key-short", 512)


@pytest.mark.parametrize(
    ("record", "why"),
    [
        ("v=DKIM1; k=rsa; p=", "key-revoked"),
        ("v=DKIM1; k=rsa; p=AAAA", "key-unreadable"),
        ("v=DKIM1; k=rsa; p=" + "A" * 9000, "key-unreadable"),
        ("v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", "key-other-kind"),
        ("p=\u0430\u0431", "key-unreadable"),
    ],
)
def test_a_key_that_cannot_be_used_is_told_and_decides_nothing(key: Pair, record: str, why: str) -> None:
    one = only(signed(key), record)

    assert (one.held, one.why_held, one.body) == (Answer.UNKNOWN, why, Answer.YES)


def test_line_ends_of_another_system_change_nothing(key: Pair) -> None:
    assert only(signed(key).replace(b"\r\n", b"\n"), key.record).held is Answer.YES


def test_keys_are_read_as_look_ups_print_them_or_alone(key: Pair) -> None:
    half = len(key.record) // 2
    split = f'"{key.record[:half]}" "{key.record[half:]}"'
    text = f"; answer\n{NAME}. 300 IN TXT {split}\n{NAME.replace('s1', 's2')} TXT {key.record}\n"

    assert read_records(text) == {NAME: key.record, NAME.replace("s1", "s2"): key.record}
    assert read_records(split) == read_records(key.record) == {"": key.record}
    assert read_records("no key here") == read_records("dmarc=pass (p=NONE)") == {}
    assert origin_of(signed(key), read_records(key.record)).signatures[0].held is Answer.YES


def test_a_key_without_a_name_is_not_tried_on_one_signature_of_two(key: Pair) -> None:
    twice = signed(key, signed(key))

    assert [s.why_held for s in origin_of(twice, {"": key.record}).signatures] == ["no-key"] * 2
    assert [s.held for s in origin_of(twice, {NAME: key.record}).signatures] == [Answer.YES] * 2


def test_a_letter_attached_to_a_letter_keeps_the_bytes_that_were_signed(key: Pair) -> None:
    inner = TAKEN_IN + signed(key)
    outer = (
        b"From: maria@mail.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n"
        b"--q\r\nContent-Type: text/plain\r\n\r\nlook\r\n--q\r\nContent-Type: message/rfc822\r\n"
        b"Content-Disposition: attachment; filename=answer.eml\r\n\r\n" + inner + b"\r\n--q--\r\n"
    )

    (attached,) = read_letter(outer).attached
    assert attached.data == inner
    assert only(attached.data, key.record).held is Answer.YES


def test_a_letter_attached_in_base64_is_cut_out_too(key: Pair) -> None:
    inner = signed(key)
    outer = (
        b"From: a@b.example\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n--q\r\n"
        b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes(inner)
        + b"--q--\r\n"
    )

    (attached,) = read_letter(outer).attached
    assert attached.data == inner


# --- what servers say -------------------------------------------------------------------------------------


def standings(data: bytes) -> list[tuple[str, Standing]]:
    return [(c.by, c.standing) for c in origin_of(data).claims]


def test_the_receiver_says_what_it_found_and_is_named() -> None:
    (claim,) = origin_of(TAKEN_IN + LETTER).claims

    assert (claim.by, claim.standing) == ("mx1.mail.example", Standing.RECEIVER)
    assert [(r.method, r.result) for r in claim.results] == [
        ("dkim", "pass"),
        ("spf", "pass"),
        ("dmarc", "pass"),
    ]
    assert claim.results[1].named("smtp.mailfrom") == "duty@prosecutor.example"


def test_what_the_sender_wrote_below_is_not_to_be_trusted(words: Words) -> None:
    forged = b"Authentication-Results: mx1.mail.example; dkim=pass header.d=mil.example\r\n"
    foreign = b"Authentication-Results: trust.example; dmarc=pass header.from=mil.example\r\n"
    relay = b"Received: from pc by relay.other.example; Mon, 3 Mar 2025 09:59:00 +0300\r\n"
    data = TAKEN_IN + forged + relay + foreign + LETTER

    assert standings(data) == [
        ("mx1.mail.example", Standing.RECEIVER),
        ("mx1.mail.example", Standing.SECOND),
        ("trust.example", Standing.BELOW),
    ]
    told = origin_parts(origin_of(data), words)[1].points
    assert [p.doubt for p in told] == [False, True, True]
    assert words("origin-dkim-pass", domain="mil.example") not in told[1].more


def test_a_letter_that_says_of_itself_that_it_passed_has_no_receiver() -> None:
    forged = b"Authentication-Results: mx1.mail.example; dkim=pass header.d=mil.example\r\n"

    assert standings(forged + LETTER) == [("mx1.mail.example", Standing.BELOW)]


def test_a_strange_name_among_the_receivers_lines_is_told() -> None:
    strange = TAKEN_IN.replace(b"Results: mx1.mail.example", b"Results: filter.elsewhere.example")

    assert standings(strange + LETTER) == [("filter.elsewhere.example", Standing.OTHER)]


@pytest.mark.parametrize(
    ("line", "by", "results"),
    [
        (  # as large services write them: no name, comments, values in quotes, other methods
            (
                b"spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=a.example; dkim=none (no) header.d=none;"
                b"dmarc=bestguesspass action=none header.from=a.example;compauth=pass reason=109"
            ),
            "",
            [("spf", "pass"), ("dkim", "none"), ("dmarc", "bestguesspass"), ("compauth", "pass")],
        ),
        (
            (
                b"mxs.mail.example; spf=softfail (mx1: domain of (x; y) a.example) smtp.mailfrom=a@a.example;"
                b' x-tls.subject="/CN=a.example; O=b"; dkim/1=fail reason="bad; very" header.d=a.example'
            ),
            "mxs.mail.example",
            [("spf", "softfail"), ("dkim", "fail")],
        ),
        (b"mx.mail.example 1; none", "mx.mail.example", []),
        (b"", "", []),
    ],
)
def test_results_are_read_as_they_are_met(line: bytes, by: str, results: list[tuple[str, str]]) -> None:
    (claim,) = origin_of(b"Authentication-Results: " + line + b"\r\n" + LETTER).claims

    assert claim.by == by
    assert [(r.method, r.result) for r in claim.results] == results


def test_a_chain_of_forwarders_is_a_claim(words: Words) -> None:
    arc = b"ARC-Authentication-Results: i=2; list.example; dmarc=fail header.from=prosecutor.example\r\n"

    (claim,) = origin_of(arc + LETTER).claims
    assert (claim.arc, claim.by, claim.standing) == (2, "list.example", Standing.BELOW)
    assert words("origin-arc", number=2) in tell_origin(origin_of(arc + LETTER), words).replace("\n  ", " ")


def test_an_older_line_of_spf_is_read_with_who_wrote_it() -> None:
    line = (
        b"Received-SPF: pass (mx1.mail.example: domain of a@a.example designates it) client-ip=192.0.2.7\r\n"
    )

    spf = origin_of(TAKEN_IN.replace(b"Authentication-Results", b"X-Gone") + line + LETTER).claims[0]
    assert (spf.by, spf.standing, spf.results[0].result) == ("mx1.mail.example", Standing.RECEIVER, "pass")


# --- the way ----------------------------------------------------------------------------------------------


def test_the_way_is_told_from_the_first_server_with_what_does_not_fit() -> None:
    way = (
        b"Received: from b by mx1.mail.example; Mon, 3 Mar 2025 10:00:00 +0300\r\n"
        b"Received: from a ([2001:db8::1]) by b.other.example; Mon, 3 Mar 2025 08:00:00 +0000\r\n"
        b"Received: from pc by a.other.example; Sat, 1 Mar 2025 08:00:00 -0000\r\n"
        b"Received: (qmail 1 invoked)\r\n"
    )

    hops = origin_of(way + LETTER).hops
    assert [h.by for h in hops] == ["", "a.other.example", "b.other.example", "mx1.mail.example"]
    assert [h.oddities for h in hops] == [("no-day",), ("no-zone",), ("long-wait",), ("goes-back",)]
    assert [h.receivers for h in hops] == [False, False, False, True]
    assert hops[2].sender == "a [2001:db8::1]"


def test_a_date_that_was_put_in_is_told() -> None:
    early = LETTER.replace(b"3 Mar 2025", b"3 Feb 2025")
    late = LETTER.replace(b"10:00:00", b"20:00:00")

    assert "date-earlier" in origin_of(TAKEN_IN + early).oddities
    assert "date-later" in origin_of(TAKEN_IN + late).oddities
    assert origin_of(TAKEN_IN + LETTER).oddities == ()
    assert "no-way" in origin_of(LETTER).oddities


def test_a_name_that_deceives_the_eye_is_told() -> None:
    faked = (
        b'From: "office@mil.example" <x@evil.example>\r\nReply-To: <y@else.example>\r\n'
        b"Return-Path: <z@z.example>\r\n"
    )

    assert set(origin_of(faked + b"\r\n").oddities) >= {
        "name-is-address",
        "answers-elsewhere",
        "envelope-elsewhere",
    }


def test_owners_of_domains_are_guessed_by_their_last_labels() -> None:
    assert organisation("mx.gvp.gov.ru") == "gvp.gov.ru"
    assert organisation("mx.mil.ru") == "mil.ru"
    assert same_organisation("mx1.mail.ru", "mxs.mail.ru")
    assert not same_organisation("a.gov.ru", "b.gov.ru")
    assert not same_organisation("", "")
    assert not same_organisation("192.0.2.7", "198.51.2.7")


# --- words ------------------------------------------------------------------------------------------------


def test_every_sentence_stands_in_both_languages_and_none_says_verified_without_a_key() -> None:
    for name, sentence in load_sentences(PACKAGES[1]).items():
        assert set(sentence.text) == {"ru", "en"}, name
        assert "verified" not in sentence.text["en"].lower()
        assert "подлинн" not in sentence.text["ru"].lower()


# --- hostile ----------------------------------------------------------------------------------------------

BOMBS = {
    "ten thousand headers": b"X: y\r\n" * 10_000 + LETTER,
    "ten thousand hops": b"Received: by a.example; Mon, 3 Mar 2025 10:00:00 +0300\r\n" * 10_000 + LETTER,
    "one long header": b"Received: from " + b"(" * 2_000_000 + b"\r\n" + LETTER,
    "brackets": b"Authentication-Results: a; " + b"(" * 7000 + b")" * 7000 + b"\r\n" + LETTER,
    "quotes": b"Authentication-Results: a; " + b'x="' * 5000 + b"\r\n" + LETTER,
    "spaces": b"DKIM-Signature: v=1; a=rsa-sha256; b=" + b"\r\n " * 5000 + b"!\r\n" + LETTER,
    "signs every line": (
        b"DKIM-Signature: v=1; a=rsa-sha256; d=a.example; s=s1; h="
        + b":".join([b"from"] * 3000)
        + b"; bh=AA==; b=AA==\r\n"
    )
    * 20
    + LETTER,
    "addresses": b"From: " + b"a@b," * 3900 + b"\r\n\r\n",
    "encoded words": b"From: " + b"=?utf-8?q?" * 1500 + b"\r\nSubject: " + b"=?x?b?" * 2000 + b"\r\n\r\n",
    "no head": b"\n" * 1_000_000,
    "any bytes": bytes(range(256)) * 2000,
    "begins by a fold": b"  x\r\n" + b"DKIM-Signature: v=1\r\n" + LETTER,
    "a day past all days": b"Received: by a.example; Mon, 31 Dec 9999 23:59:59 -2359\r\n" * 2 + LETTER,
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_hostile_letter_is_told_soon_and_breaks_nothing(bomb: str, words: Words) -> None:
    record = f"v=DKIM1; p={'A' * 2000}"
    begun = time.process_time()

    told = tell_origin(origin_of(BOMBS[bomb], {NAME: record, "": record}), words)

    assert time.process_time() - begun < 2
    assert len(told) < 2_000_000
    told.encode()


def test_real_letters_of_all_kinds_are_told(shared: Path, words: Words) -> None:
    for file in sorted((shared / "vectors/mail-eml").rglob("*.eml")):
        tell_origin(origin_of(file.read_bytes()), words).encode()


@given(
    st.binary(max_size=600),
    st.sampled_from([b"DKIM-Signature: ", b"Received: ", b"Authentication-Results: ", b"From: ", b""]),
)
def test_any_bytes_have_an_origin(data: bytes, name: bytes) -> None:
    words = load_words("ru", packages=PACKAGES)
    tell_origin(origin_of(name + data + b"\r\n" + LETTER, {"": "v=DKIM1; p=" + "A" * 300}), words)


def test_a_letter_is_known_by_its_head_whatever_its_name(key: Pair) -> None:
    message = EmailMessage()
    message["From"], message["Message-ID"] = "a@b.example", "<1@b.example>"
    message.set_content("x")

    assert looks_like_letter(bytes(message))
    assert not looks_like_letter("From: дневник, 3 марта\n\nписал сам".encode())
