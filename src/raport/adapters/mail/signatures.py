"""Signatures of domains (DKIM, RFC 6376), checked without a network: the body's hash always, the signature
itself where its public key was supplied. The reckoning is dkimpy's.

A signature that ended or says that it was made later than today is looked at all the same: what matters is
the day of the letter, and its days are told.
"""

import base64
import binascii
import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, datetime
from logging import CRITICAL, Logger

import dkim
from dkim.canonicalization import CanonicalizationPolicy
from dkim.crypto import HASH_ALGORITHMS
from dkim.util import parse_tag_value

from raport.adapters.mail.fields import LONGEST, MOST_FIELDS, head_of
from raport.reading.origin import Answer, Signature, same_organisation

MOST_SIGNATURES = 10
MOST_SIGNED_FIELDS = 200
LONGEST_RECORD = 2_500
"""Letters of a key's record: enough for 8,192 bits."""
MOST_RECORDS = 50
LEAST_BITS = 1024

LOOKED_AT = ("from", "to", "subject", "date")
"""Lines that a reader sees and takes for part of the letter."""

BROKEN, UNKNOWN_KIND, TOO_MANY = "broken", "unknown-kind", "too-many"
NO_KEY, KEY_UNREADABLE, KEY_REVOKED, KEY_SHORT, KEY_OTHER_KIND = (
    "no-key",
    "key-unreadable",
    "key-revoked",
    "key-short",
    "key-other-kind",
)

_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_NAME = re.compile(r"^\s*([A-Za-z0-9._-]+\._domainkey\.[A-Za-z0-9._-]+?)\.?(?=[\s:]|$)[\s:]*(.*)$", re.DOTALL)
_TO_RECORD = re.compile(r"^.*?\bTXT\b\s*", re.IGNORECASE | re.DOTALL)
_RECORD = re.compile(r"\s*(?:[a-z]\s*=[^;]*;\s*)*p\s*=", re.IGNORECASE)
_SPACES = re.compile(rb"\s{60,}")
_QUIET = Logger("dkim", CRITICAL + 1)  # noqa: LOG001 - one that nobody can turn on: it would write what it meets


def signatures_of(data: bytes, sender: str, records: Mapping[str, str]) -> list[Signature]:
    """The signatures in a letter's head, the uppermost first. `sender`: the domain of its line From.

    `records`: public keys as domains publish them, by `selector._domainkey.domain`; one under the empty name
    is tried where the letter has one signature only.
    """
    head = head_of(data)
    if b"dkim-signature" not in head.lower() or head.count(b"\n") > 20 * MOST_FIELDS:
        return []
    try:
        message = dkim.DKIM(data, _QUIET, minkey=LEAST_BITS)
    except (dkim.DKIMException, IndexError):  # a head that is none
        return []
    if len(message.headers) > MOST_FIELDS:
        return []
    found = [(n, v) for n, v in message.headers if n.lower() == b"dkim-signature"][:MOST_SIGNATURES]
    known = {name.casefold(): r for name, r in records.items() if name or len(found) == 1}
    return [_signature(message, field, sender, known) for field in found]


def read_records(text: str) -> dict[str, str]:
    """Public keys out of a text: records as they stand in a zone or in the answer of a look-up, one a line
    (`s1._domainkey.example.org. TXT "v=DKIM1; ..." "..."`), or one record alone, which gets the empty name.
    """
    records: dict[str, str] = {}
    for row in text.strip().splitlines()[:MOST_RECORDS]:
        row = row.strip()
        if not row or row.startswith((";", "#")):
            continue
        named = _NAME.match(row)
        rest = named[2] if named else row
        quoted = _QUOTED.findall(rest)
        record = "".join(quoted) if quoted else _TO_RECORD.sub("", rest) if named else rest
        name = named[1].casefold() if named else ""
        records[name] = records.get(name, "") + record.strip() if not named else record.strip()
    return {name: record for name, record in records.items() if _RECORD.match(record)}


def _signature(
    message: dkim.DKIM, field: tuple[bytes, bytes], sender: str, records: Mapping[str, str]
) -> Signature:
    tags = _tags(field[1])
    fields = [_word(f).lower() for f in re.split(rb"\s*:\s*", tags.get(b"h", b"").strip()) if f]
    domain, selector = _word(tags.get(b"d", b"")).lower(), _word(tags.get(b"s", b""))
    body, why_body, longer = _body(message, tags)
    record = records.get(f"{selector}._domainkey.{domain}".casefold()) or records.get("", "")
    if not record:
        held, why_held, bits = Answer.UNKNOWN, NO_KEY, 0
    elif len(fields) > MOST_SIGNED_FIELDS:
        held, why_held, bits = Answer.UNKNOWN, TOO_MANY, 0
    else:
        held, why_held, bits = _held(message, tags, field, record)
    return Signature(
        domain=domain,
        selector=selector,
        algorithm=_word(tags.get(b"a", b"")),
        signed=_moment(tags.get(b"t")),
        ends=_moment(tags.get(b"x")),
        fields=tuple(dict.fromkeys(fields[:MOST_SIGNED_FIELDS])),
        missing=tuple(name for name in LOOKED_AT if name not in fields),
        covers=_number(tags.get(b"l")),
        longer=longer,
        aligned=same_organisation(domain, sender),
        body=body,
        why_body=why_body,
        held=held,
        why_held=why_held,
        bits=bits,
    )


def _tags(value: bytes) -> dict[bytes, bytes]:
    if len(value) > LONGEST or _SPACES.search(value):
        return {}
    try:
        return dict(parse_tag_value(value))
    except dkim.util.InvalidTagValueList:
        return {}


def _body(message: dkim.DKIM, tags: Mapping[bytes, bytes]) -> tuple[Answer, str, bool]:
    """Whether the body is the one whose hash stands in the signature; why it was not told; whether it goes on
    past what was signed.
    """
    kind = HASH_ALGORITHMS.get(tags.get(b"a", b""))
    if kind is None:
        return Answer.UNKNOWN, UNKNOWN_KIND if b"a" in tags else BROKEN, False
    try:
        policy = CanonicalizationPolicy.from_c_value(tags.get(b"c", b"simple/simple"))
        body = policy.canonicalize_body(message.body)
        told = base64.b64decode(re.sub(rb"\s+", b"", tags[b"bh"]), validate=True)
    except (dkim.canonicalization.InvalidCanonicalizationPolicyError, KeyError, binascii.Error):
        return Answer.UNKNOWN, BROKEN, False
    covers = _number(tags.get(b"l"))
    same = kind(body if covers is None else body[:covers]).digest() == told
    return Answer.YES if same else Answer.NO, "", covers is not None and len(body) > covers


def _held(
    message: dkim.DKIM, tags: Mapping[bytes, bytes], field: tuple[bytes, bytes], record: str
) -> tuple[Answer, str, int]:
    """Whether the signature over the signed lines holds by this key, why it was not told, the key's bits."""
    try:  # its days are told, not judged: by this day most signatures have ended
        dkim.validate_signature_fields({tag: value for tag, value in tags.items() if tag not in (b"t", b"x")})
    except dkim.DKIMException:
        return Answer.UNKNOWN, BROKEN, 0
    if len(record) > LONGEST_RECORD:
        return Answer.UNKNOWN, KEY_UNREADABLE, 0
    if re.search(r"(?:^|;)\s*p\s*=\s*(?:;|$)", record):
        return Answer.UNKNOWN, KEY_REVOKED, 0
    try:
        key, bits, kind, of_reports = dkim.evaluate_pk("key", record.encode("ascii"))
    except dkim.NaClNotFoundError:
        return Answer.UNKNOWN, KEY_OTHER_KIND, 0
    except (dkim.DKIMException, UnicodeEncodeError, ValueError, KeyError):
        return Answer.UNKNOWN, KEY_UNREADABLE, 0
    if not tags[b"a"].startswith(kind or b"?") or of_reports:
        return Answer.UNKNOWN, KEY_OTHER_KIND, bits
    if bits < LEAST_BITS:
        return Answer.UNKNOWN, KEY_SHORT, bits
    message.pk, message.keysize, message.ktag, message.seqtlsrpt = key, bits, kind, of_reports
    signed = [name.lower() for name in re.split(rb"\s*:\s*", tags[b"h"].strip())]
    lines = {tag: value for tag, value in tags.items() if tag != b"bh"}  # the body was looked at apart
    try:
        holds = message.verify_sig_process(lines, signed, field, None)
    except (dkim.DKIMException, binascii.Error):
        return Answer.UNKNOWN, BROKEN, bits
    return Answer.YES if holds else Answer.NO, "", bits


def _word(value: bytes) -> str:
    text = re.sub(rb"\s+", b"", value).decode("utf-8", "replace")
    return "".join(c if c.isprintable() else "\ufffd" for c in text)[:300]


def _number(value: bytes | None) -> int | None:
    return int(value) if value is not None and re.fullmatch(rb"\d{1,15}", value) else None


def _moment(value: bytes | None) -> datetime | None:
    with suppress(OverflowError, ValueError, OSError):
        seconds = _number(value)
        return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
    return None
