"""`raport read LETTER.eml`: where a letter came from, as its file tells it. Nobody is asked."""

import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from raport.cli.options import refuse
from raport.prose.layout import heading, paragraph

MOST_LETTER = 200 * 1024 * 1024
MOST_KEYS = 1024 * 1024


def is_letter(path: Path) -> bool:
    """Whether it is named as a letter that was saved."""
    return path.suffix.casefold() == ".eml"


def tell_letters(files: Sequence[Path], keys: Path | None, lang: str) -> int:
    """Print the hash and the way of each letter. `keys`: a file with TXT records of domains' public keys."""
    try:
        from raport.adapters.mail.origin import origin_of
        from raport.adapters.mail.signatures import read_records
    except ModuleNotFoundError as missing:
        raise refuse("the extra `read`", f"no module {missing.name}", "install raport[read]") from None
    from raport.adapters.sentences import load_words
    from raport.prose.origin import tell_origin

    words = load_words(lang, packages=("raport.prose", "raport.reading.origin"))
    records = read_records(_bytes(keys, MOST_KEYS).decode("utf-8", "replace")) if keys else {}
    if keys and not records:
        raise refuse("TXT records of keys, each with `p=`", f"none in {keys}", "paste them whole")
    told: list[str] = []
    for path in files:
        data = _bytes(path, MOST_LETTER)
        told += heading("".join(c if c.isprintable() else "?" for c in path.name))
        told += paragraph(f"SHA-256: {hashlib.sha256(data).hexdigest()}")
        told += ["", *tell_origin(origin_of(data, records), words).splitlines(), ""]
    sys.stdout.write("\n".join(told).strip("\n") + "\n")
    return 0


def _bytes(path: Path, most: int) -> bytes:
    try:
        if path.stat().st_size > most:
            raise refuse(f"a file of at most {most // 1024**2} MB", str(path), "")
        return path.read_bytes()
    except OSError as error:
        raise refuse("a file that can be read", f"{path}: {error.strerror or error}", "") from None
