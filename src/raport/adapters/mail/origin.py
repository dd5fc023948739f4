"""A letter's way, read out of its file: claims of servers, hops, signatures, what does not fit together."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import timedelta
from email.header import decode_header
from email.utils import getaddresses

from raport.adapters.mail.fields import Field, fields_of
from raport.adapters.mail.hops import day_of, hops_of
from raport.adapters.mail.results import claims_of, receiver_of
from raport.adapters.mail.signatures import signatures_of
from raport.reading.origin import Origin, same_organisation

ONCE = ("from", "date", "subject", "to", "reply-to", "message-id")
"""Lines that a letter has once; of two of them programs show one or the other."""

NO_WAY, NO_AUTHOR, DATE_LATER, DATE_EARLIER, NO_DATE = (
    "no-way",
    "no-author",
    "date-later",
    "date-earlier",
    "no-date",
)
ANSWERS_ELSEWHERE, NAME_IS_ADDRESS, ENVELOPE_ELSEWHERE = (
    "answers-elsewhere",
    "name-is-address",
    "envelope-elsewhere",
)

_ADDRESS = re.compile(r"[\w.+-]+@([\w-]+(?:\.[\w-]+)+)")
_AHEAD, _BEHIND = timedelta(minutes=10), timedelta(hours=24)
_MOST_SHOWN = 300


def looks_like_letter(head: bytes) -> bool:
    """Whether bytes begin as a saved letter does, whatever their name."""
    names = {field.name for field in fields_of(head)[0][:200]}
    return "from" in names and bool(names & {"received", "message-id", "dkim-signature", "mime-version"})


def origin_of(data: bytes, records: Mapping[str, str] | None = None) -> Origin:
    """All that can be told of a letter's way without asking anybody. `records`: public keys of domains, as
    `signatures.read_records` gives them. Raises nothing, whatever the bytes are.
    """
    fields, left = fields_of(data)
    author = _first(fields, "from")
    domain = _domain(author)
    envelope = _first(fields, "return-path").strip("<> ")
    hops = tuple(hops_of(fields))
    return Origin(
        sender=_shown(author),
        domain=domain,
        envelope=_shown(envelope),
        date=_shown(_first(fields, "date")),
        receiver=receiver_of(fields)[0],
        hops=hops,
        claims=tuple(claims_of(fields)),
        signatures=tuple(signatures_of(data, domain, records or {})),
        oddities=tuple(_odd(fields, domain, envelope)),
        left_out=left,
    )


def _odd(fields: Sequence[Field], domain: str, envelope: str) -> list[str]:
    odd = [f"two-{name}" for name in ONCE if sum(f.name == name for f in fields) > 1]
    if not domain:
        odd.append(NO_AUTHOR)
    named = _ADDRESS.search(_name(_first(fields, "from")))
    if named and domain and not same_organisation(named[1], domain):
        odd.append(NAME_IS_ADDRESS)
    answers = _domain(_first(fields, "reply-to"))
    if answers and not same_organisation(answers, domain):
        odd.append(ANSWERS_ELSEWHERE)
    came = _domain(envelope)
    if came and domain and not same_organisation(came, domain):
        odd.append(ENVELOPE_ELSEWHERE)
    return odd + _odd_days(fields)


def _odd_days(fields: Sequence[Field]) -> list[str]:
    hops = hops_of(fields)
    odd = [] if hops else [NO_WAY]
    written, _ = day_of(_first(fields, "date"))
    first = next((hop.at for hop in hops if hop.at), None)
    if written is None:
        return [*odd, NO_DATE]
    if first is not None:
        with suppress(OverflowError):
            if written > first + _AHEAD:
                odd.append(DATE_LATER)
            elif written < first - _BEHIND:
                odd.append(DATE_EARLIER)
    return odd


def _first(fields: Sequence[Field], name: str) -> str:
    return next((f.value for f in fields if f.name == name), "")


def _address(value: str) -> str:
    with suppress(Exception):  # the standard parser promises nothing of hostile addresses
        found = [a for _, a in getaddresses([value]) if "@" in a]
        return found[-1] if found else ""
    return ""


def _domain(value: str) -> str:
    last = _address(value).rpartition("@")[2].strip("<> .").casefold()
    return last if re.fullmatch(r"[\w-]+(\.[\w-]+)+", last) else ""


def _name(value: str) -> str:
    """What stands before the address, decoded."""
    before = value.rpartition("<")[0]
    with suppress(Exception):  # a word in a charset that is none
        parts = decode_header(before.strip().strip('"'))
        return "".join(p.decode(c or "utf-8", "replace") if isinstance(p, bytes) else p for p, c in parts)
    return before


def _shown(value: str) -> str:
    """A line as a reader sees it, decoded where it was encoded; cut."""
    with suppress(Exception):  # as above
        parts = decode_header(value)
        value = "".join(p.decode(c or "utf-8", "replace") if isinstance(p, bytes) else p for p, c in parts)
    return "".join(c if c.isprintable() else "\ufffd" for c in value)[:_MOST_SHOWN]
