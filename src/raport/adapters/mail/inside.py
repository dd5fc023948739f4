"""Letters inside a letter, cut out of its bytes as they stand: written anew by a parser they would have
another hash, and their signatures would not hold.
"""

import base64
import binascii
import quopri
import re
from email.parser import BytesHeaderParser

from raport.adapters.mail.fields import head_of

MOST_PARTS = 500
MOST_DEPTH = 20

_END = re.compile(rb"\r?\n\r?\n")


def letters_inside(data: bytes) -> list[bytes]:
    """The letters attached to a letter, in order; what is attached to those stays inside them."""
    found: list[bytes] = []
    waiting = [(data, 0)]
    for _ in range(MOST_PARTS):
        if not waiting:
            break
        part, depth = waiting.pop(0)
        head = BytesHeaderParser().parsebytes(head_of(part))
        kind, body = head.get_content_type(), _body(part)
        if depth and kind == "message/rfc822":
            found.append(_decoded(body, str(head.get("Content-Transfer-Encoding", ""))))
        elif kind.startswith("multipart/") and depth < MOST_DEPTH and (mark := head.get_boundary()):
            waiting[:0] = [(inner, depth + 1) for inner in _parts(body, mark)]
    return found


def _body(part: bytes) -> bytes:
    if part.startswith((b"\n", b"\r\n")):  # no head at all
        return part.lstrip(b"\r\n")
    found = _END.search(part)
    return part[found.end() :] if found else b""


def _parts(body: bytes, mark: str) -> list[bytes]:
    """What stands between the boundary's lines, without the line break before each: it belongs to them."""
    line = re.compile(
        rb"(?:^|\r?\n)--" + re.escape(mark.encode("utf-8", "surrogateescape")) + rb"(--)?[ \t]*(?=\r?\n|$)"
    )
    cuts = list(line.finditer(body))[: MOST_PARTS + 1]
    parts = []
    for here, after in zip(cuts, [*cuts[1:], None], strict=True):
        if here[1]:
            break
        inner = body[here.end() : after.start() if after else len(body)]
        parts.append(re.sub(rb"^\r?\n", b"", inner, count=1))
    return parts


def _decoded(body: bytes, encoding: str) -> bytes:
    """Encoded letters are against the rules and are met."""
    try:
        match encoding.strip().casefold():
            case "base64":
                return base64.b64decode(body)
            case "quoted-printable":
                return quopri.decodestring(body)
            case _:
                return body
    except binascii.Error:
        return body
