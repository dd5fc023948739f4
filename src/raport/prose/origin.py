"""Where a letter came from, in words: each sentence says who says so, what it shows and what it does not.

The sentences lie in `raport.reading.origin`; `words` must hold them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from raport.prose.layout import heading, paragraph
from raport.prose.words import Words
from raport.reading.origin import AUTHENTICATED, Answer, Claim, Hop, Origin, Result, Signature, Standing

_AGREED = frozenset(("pass", "bestguesspass"))
_DISAGREED = frozenset(("fail", "softfail", "hardfail", "policy"))
_DOMAINS = {
    "spf": ("smtp.mailfrom", "smtp.mail", "smtp.helo"),
    "dkim": ("header.d", "header.i"),
    "dmarc": ("header.from",),
    "arc": (),
}


@dataclass(frozen=True, slots=True)
class Point:
    """One thing told; `more` are sentences under it, `written` is the line of the letter it rests on.
    `doubt`: it is not to be trusted.
    """

    text: str
    more: tuple[str, ...] = ()
    written: str = ""
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it."""

    name: str
    title: str
    points: tuple[Point, ...]


def origin_lead(origin: Origin, words: Words) -> list[str]:
    """What is said before all else."""
    left = [words("origin-left", count=origin.left_out)] if origin.left_out else []
    return [words("origin-lead", sender=origin.sender or words("origin-nobody")), *left]


def origin_parts(origin: Origin, words: Words) -> list[Part]:
    """What was reckoned, what servers say, the way, what does not fit; the last only where there is any."""
    signed = [_signature(s, origin, words) for s in origin.signatures]
    claims = [_claim(c, words) for c in origin.claims]
    parts = [
        Part("signatures", words("origin-signatures"), tuple(signed or [Point(words("origin-none-signed"))])),
        Part("claims", words("origin-claims"), tuple(claims or [Point(words("origin-no-claims"))])),
    ]
    if origin.hops:
        parts.append(Part("way", words("origin-way"), tuple(_hop(h, words) for h in origin.hops)))
    if origin.oddities:
        odd = (Point(words(f"origin-odd-{o}"), doubt=True) for o in origin.oddities)
        parts.append(Part("odd", words("origin-odd"), tuple(odd)))
    return parts


def tell_origin(origin: Origin, words: Words) -> str:
    """All of it as plain text; ends with a line feed."""
    lines: list[str] = []
    for sentence in origin_lead(origin, words):
        lines += paragraph(sentence)
    for part in origin_parts(origin, words):
        lines += ["", *heading(part.title, "-")]
        for point in part.points:
            lines += paragraph(point.text, first="! " if point.doubt else "* ")
            for more in point.more:
                lines += paragraph(more, indent=2)
            if point.written:
                lines += paragraph(point.written, indent=4)
    return "\n".join(lines) + "\n"


# --- signatures -------------------------------------------------------------------------------------------


def _signature(s: Signature, origin: Origin, w: Words) -> Point:
    more: list[str] = []
    domain = s.domain or w("origin-nobody")
    doubt = Answer.NO in (s.held, s.body)
    if s.held is Answer.YES and s.body is Answer.YES:
        text = w("origin-holds", domain=domain, bits=s.bits)
        more.append(w("origin-shows-holds"))
    elif s.held is Answer.YES:
        text = w("origin-holds-body-not", domain=domain, bits=s.bits)
    elif s.held is Answer.NO:
        text = w("origin-fails", domain=domain)
        more.append(w("origin-shows-fails"))
    else:
        text = w("origin-unsure", domain=domain)
        more.append(w(f"origin-{s.why_held}", name=s.key_name, bits=s.bits, algorithm=s.algorithm))
    more += _of_body(s, w)
    if s.missing:
        more.append(w("origin-missing", fields=", ".join(w(f"origin-field-{f}") for f in s.missing)))
    if not s.aligned:
        more.append(w("origin-not-aligned", domain=origin.domain or w("origin-nobody")))
    if s.signed:
        more.append(w("origin-signed-on", at=_moment(s.signed, w)))
    if s.ends:
        more.append(w("origin-ends-on", at=_moment(s.ends, w)))
    return Point(text, tuple(dict.fromkeys(more)), doubt=doubt)


def _of_body(s: Signature, w: Words) -> Iterable[str]:
    if s.body is Answer.UNKNOWN:
        yield w(f"origin-{s.why_body}", algorithm=s.algorithm)
        return
    if s.body is Answer.NO:
        yield w("origin-body-no")
    else:
        yield w("origin-body-yes")
        if s.held is Answer.UNKNOWN:
            yield w("origin-body-yes-unsure")
    if s.covers is not None:
        yield w("origin-covers", count=s.covers)
    if s.longer:
        yield w("origin-longer")


# --- what servers say -------------------------------------------------------------------------------------


def _claim(claim: Claim, w: Words) -> Point:
    by = claim.by or w("origin-by-nobody")
    text = w(f"origin-{claim.standing.value}", by=by)
    more = [w("origin-arc", number=claim.arc)] if claim.arc else []
    trusted = claim.standing is Standing.RECEIVER
    tell = _result if trusted else _bare
    more += [tell(r, w) for r in claim.results] or [w("origin-nothing-found")]
    return Point(text, tuple(more), claim.written, doubt=not trusted)


def _bare(result: Result, w: Words) -> str:
    """Of a claim that is not to be trusted its words alone: what they would show is not told."""
    return w("origin-method", method=result.method, result=result.result)


def _result(result: Result, w: Words) -> str:
    if result.method not in AUTHENTICATED:
        return _bare(result, w)
    kind = "pass" if result.result in _AGREED else "fail" if result.result in _DISAGREED else "none"
    named = result.named(*_DOMAINS[result.method]).rpartition("@")[2] or w("origin-nobody")
    return w(f"origin-{result.method}-{kind}", domain=named, result=result.result)


# --- the way ----------------------------------------------------------------------------------------------


def _hop(hop: Hop, w: Words) -> Point:
    at = _moment(hop.at, w) if hop.at else w("origin-hop-no-day")
    unknown = w("origin-hop-unknown")
    text = w("origin-hop", at=at, by=hop.by or unknown, sender=hop.sender or unknown)
    notes = [w("origin-hop-receivers" if hop.receivers else "origin-hop-others")]
    notes += [w(f"origin-hop-{o}") for o in hop.oddities if o != "no-day"]
    return Point(text, ("; ".join(notes),), doubt="goes-back" in hop.oddities)


def _moment(at: datetime, w: Words) -> str:
    moment = at.astimezone(UTC)
    return w("origin-moment", day=w.day(moment.date()), hour=moment.hour, minute=moment.minute)
