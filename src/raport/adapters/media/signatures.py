"""What a file is, by its bytes. Its name is only a claim, and two claims at once are a doubt."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

OCTETS = "application/octet-stream"
TEXT = "text/plain"
PDF = "application/pdf"
ZIP = "application/zip"
HEIC = "image/heic"


class Kind(Enum):
    """What the desk can do with it. `OTHER` is kept, and shown to nobody."""

    IMAGE = "image"
    PDF = "pdf"
    SOUND = "sound"
    VIDEO = "video"
    TEXT = "text"
    WORD = "word"  # a letter that came back from Word; what is attached is never taken for one
    OTHER = "other"


class Doubt(Enum):
    """Why a file is not to be believed."""

    NONE = ""
    TWO_KINDS = "two-kinds"  # it opens as two different things
    NOT_AS_NAMED = "not-as-named"


@dataclass(frozen=True, slots=True)
class Recognised:
    """The media type by the bytes, and the doubt."""

    media: str
    doubt: Doubt


def recognise(name: str, head: bytes, tail: bytes) -> Recognised:
    """What a file is by both its ends, and whether its name says otherwise."""
    found = _of_head(head)
    if found == OCTETS and _is_text(head):
        found = _text_kind(head)
    if _also(found, head, tail):
        return Recognised(found, Doubt.TWO_KINDS)
    named = _BY_NAME.get(name.rpartition(".")[2].lower()) if "." in name else None
    if named is not None and named is not kind_of(found):
        return Recognised(found, Doubt.NOT_AS_NAMED)
    return Recognised(found, Doubt.NONE)


def kind_of(media: str) -> Kind:
    """What the desk can do with a media type."""
    if media == PDF:
        return Kind.PDF
    if media == TEXT:
        return Kind.TEXT
    if media in _IMAGES:
        return Kind.IMAGE
    if media in _SOUNDS:
        return Kind.SOUND
    if media in _VIDEOS:
        return Kind.VIDEO
    return Kind.OTHER


_IMAGES = {
    "image/jpeg",
    "image/png",
    "image/gif",
    "image/webp",
    "image/bmp",
    "image/tiff",
    "image/avif",
    HEIC,
}
_SOUNDS = {"audio/mpeg", "audio/ogg", "audio/wav", "audio/flac", "audio/mp4", "audio/aac"}
_VIDEOS = {"video/mp4", "video/webm"}

_BRANDS = {
    b"heic": HEIC,
    b"heix": HEIC,
    b"hevc": HEIC,
    b"mif1": HEIC,
    b"msf1": HEIC,
    b"avif": "image/avif",
    b"avis": "image/avif",
    b"M4A ": "audio/mp4",
    b"M4B ": "audio/mp4",
    b"qt  ": "video/quicktime",
}
_STARTS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"%PDF-", PDF),
    (b"OggS", "audio/ogg"),
    (b"ID3", "audio/mpeg"),
    (b"fLaC", "audio/flac"),
    (b"#!AMR", "audio/amr"),
    (b"\x1a\x45\xdf\xa3", "video/webm"),
    (b"PK\3\4", ZIP),
    (b"PK\5\6", ZIP),
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\7", "application/vnd.rar"),
    (b"MZ", "application/x-msdownload"),
    (b"\x7fELF", "application/x-executable"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"age-encryption.org/v1", "application/x-age"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}

_BY_NAME = {
    **dict.fromkeys(
        ("jpg", "jpeg", "png", "gif", "webp", "bmp", "tif", "tiff", "avif", "heic", "heif"), Kind.IMAGE
    ),
    **dict.fromkeys(("mp3", "ogg", "oga", "opus", "wav", "flac", "m4a", "aac"), Kind.SOUND),
    **dict.fromkeys(("mp4", "webm", "m4v"), Kind.VIDEO),
    "pdf": Kind.PDF,
    "txt": Kind.TEXT,
    **dict.fromkeys(("exe", "scr", "htm", "html", "svg", "zip", "docx", "js", "lnk"), Kind.OTHER),
}
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|script|svg|iframe|\?xml)[\s>/]", re.IGNORECASE)
_END_OF_ZIP = b"PK\5\6"
_PDF_MAY_BEGIN = 1024
_MPEG = re.compile(rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb][\x10-\xef]")  # layer III
_CONTROLS = frozenset(range(32)) - {9, 10, 12, 13}


def _of_head(head: bytes) -> str:
    for start, media in _STARTS:
        if head.startswith(start):
            return media
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], OCTETS)
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "video/mp4")
    if head[:2] == b"BM" and head[6:10] == b"\0\0\0\0":
        return "image/bmp"
    if head[:2] in (b"\xff\xf1", b"\xff\xf9"):
        return "audio/aac"
    if _MPEG.match(head):
        return "audio/mpeg"
    if b"%PDF-" in head[:_PDF_MAY_BEGIN]:
        return PDF
    return OCTETS


def _is_text(head: bytes) -> bool:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):  # UTF-16
        return True
    return bool(head) and not _CONTROLS & set(head)


def _text_kind(head: bytes) -> str:
    if not _MARKUP.search(head):
        return TEXT
    return "image/svg+xml" if b"<svg" in head.lower() else "text/html"


def _also(found: str, head: bytes, tail: bytes) -> bool:
    """Whether it would open as something else too."""
    others: tuple[tuple[str, Callable[[], bool]], ...] = (
        (PDF, lambda: b"%PDF-" in head[:_PDF_MAY_BEGIN]),
        (ZIP, lambda: _ends_as_zip(tail)),
        ("markup", lambda: found == PDF and _MARKUP.search(head.partition(b"%PDF-")[0]) is not None),
        ("markup", lambda: found in _NOT_MARKUP and _MARKUP.search(head) is not None),
    )
    return any(media != found and is_so() for media, is_so in others)


# In a PDF, a text or an archive tags may stand as content; in these they have no business.
# An XMP packet in an image is no page: it begins by none of these tags but `<?xml`, which it may not have.
_NOT_MARKUP = (_IMAGES | _SOUNDS | _VIDEOS | {OCTETS}) - {"image/svg+xml"}


def _ends_as_zip(tail: bytes) -> bool:
    """Whether the end of a ZIP archive stands at the very end, its comment's length being right."""
    at = tail.rfind(_END_OF_ZIP)
    if at < 0 or len(tail) < at + 22:
        return False
    return at + 22 + int.from_bytes(tail[at + 20 : at + 22], "little") == len(tail)
