"""What servers say they found (RFC 8601), with who could have written it.

The receiving server writes its lines above all that came; RFC 8601 asks it to remove what came by its own
name. So its claims stand among its own `Received` lines; what stands lower the sender may have written.
"""

import re
from collections.abc import Sequence

from raport.adapters.mail.fields import Field
from raport.reading.origin import Claim, Result, Standing, same_organisation

MOST_CLAIMS = 30
MOST_RESULTS = 40
RESULTS, RECEIVED, ARC, SPF = (
    "authentication-results",
    "received",
    "arc-authentication-results",
    "received-spf",
)

_COMMENT = re.compile(r"\((?:[^()\\]|\\.)*\)")
_PART = re.compile(r'((?:"(?:[^"\\]|\\.)*"|[^;"]|")*)(?:;|$)')
_RESULT = re.compile(r"\s*([A-Za-z][\w-]*)(?:\s*/\s*\d+)?\s*=\s*([A-Za-z]\w*)")
_PROPERTY = re.compile(r'\b([A-Za-z][\w-]*)\s*\.\s*([A-Za-z][\w-]*)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;]+)')
_INSTANCE = re.compile(r"\s*i\s*=\s*(\d{1,3})\s*;")
_BY = re.compile(r"\bby\s+([^\s;()\[\]]+)", re.IGNORECASE)
_SPF = re.compile(r"\s*([A-Za-z]+)\s*(?:\(([^\s:()]+):)?")
_RECEIVER_IS = re.compile(r"\breceiver\s*=\s*([^\s;]+)", re.IGNORECASE)


def without_comments(text: str) -> str:
    """A value without what stands in brackets, however deep."""
    for _ in range(8):
        text, found = _COMMENT.subn(" ", text)
        if not found:
            break
    return text


def written_by(received: str) -> str:
    """The server that wrote a `Received` line, by its own word; empty where it names none."""
    found = _BY.search(without_comments(received.rpartition(";")[0] or received))
    name = found[1].strip(".").casefold() if found else ""
    return name if "." in name and not re.fullmatch(r"[0-9a-f.:]+", name) else ""


def receiver_of(fields: Sequence[Field]) -> tuple[str, int]:
    """The server that took the letter in, and the place of the first field that is not its own any more.

    Without a line that names a server nobody is the receiver, and no field is its own.
    """
    receiver = ""
    for place, field in enumerate(fields):
        if field.name != RECEIVED:
            continue
        by = written_by(field.value)
        if by and receiver and not same_organisation(by, receiver):
            return receiver, place
        receiver = receiver or by
    return receiver, len(fields) if receiver else 0


def claims_of(fields: Sequence[Field]) -> list[Claim]:
    """Every claim in the head, the uppermost first."""
    receiver, end = receiver_of(fields)
    claims: list[Claim] = []
    met: set[str] = set()
    for place, field in enumerate(fields):
        claim = _claim(field)
        if claim is None:
            continue
        standing = _standing(claim, receiver, within=place < end, second=field.name in met)
        if standing is Standing.RECEIVER:
            met.add(field.name)
        claims.append(Claim(claim.by, standing, claim.results, claim.written, claim.arc))
    return claims[:MOST_CLAIMS]


def _standing(claim: Claim, receiver: str, *, within: bool, second: bool) -> Standing:
    if same_organisation(claim.by, receiver):
        return Standing.RECEIVER if within and not second else Standing.SECOND
    return Standing.OTHER if within else Standing.BELOW


def _claim(field: Field) -> Claim | None:
    value = field.value
    if field.name == SPF:
        found, told = _SPF.match(value), _RECEIVER_IS.search(without_comments(value))
        by = told[1] if told else (found[2] or "") if found else ""
        spf = (Result("spf", found[1].lower()),) if found else ()
        return Claim(by.casefold(), Standing.BELOW, spf, value)
    if field.name not in (RESULTS, ARC):
        return None
    instance = 0
    if field.name == ARC and (numbered := _INSTANCE.match(value)):
        instance, value = int(numbered[1]), value[numbered.end() :]
    parts = [m[1] for m in _PART.finditer(without_comments(value)) if m[1].strip()]
    named = bool(parts) and _RESULT.match(parts[0]) is None  # some write no name of their own
    by = parts[0].split()[0].casefold() if named else ""
    results = tuple(r for part in parts[named:][:MOST_RESULTS] if (r := _result(part)) is not None)
    return Claim(by, Standing.BELOW, results, field.value, instance)


def _result(part: str) -> Result | None:
    found = _RESULT.match(part)
    if found is None:
        return None
    properties = tuple(
        (f"{m[1]}.{m[2]}".lower(), m[3].strip('"')) for m in _PROPERTY.finditer(part, found.end())
    )
    return Result(found[1].lower(), found[2].lower(), properties)
