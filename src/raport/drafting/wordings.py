"""Many patterns looked for in one pass."""

import re
from collections.abc import Iterable
from functools import lru_cache

_WORD = r"(?i)\b"


@lru_cache(maxsize=4)
def together(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Few patterns of which one finds something in a text where, and only where, one of the many does.

    Those that begin at the edge of a word are tried together there: what stands inside a word is passed over
    once, and not once for each.
    """
    shared, alone = [], []
    for pattern in patterns:
        rest = pattern.removeprefix(_WORD)
        if rest == pattern or re.compile(pattern).groups or _has_branches(rest):
            alone.append(re.compile(pattern))
        else:
            shared.append(rest)
    return (*_as_one(shared), *alone)


def _as_one(rests: Iterable[str]) -> Iterable[re.Pattern[str]]:
    joined = "|".join(f"(?:{rest})" for rest in rests)
    return (re.compile(f"{_WORD}(?:{joined})"),) if joined else ()


def _has_branches(pattern: str) -> bool:
    """Whether it is several patterns side by side, outside of any group."""
    depth, in_set, escaped = 0, False, False
    for sign in pattern:
        if escaped:
            escaped = False
        elif sign == "\\":
            escaped = True
        elif in_set:
            in_set = sign != "]"
        elif sign == "[":
            in_set = True
        elif sign in "()":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and depth == 0:
            return True
    return False
