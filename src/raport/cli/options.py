"""Options that several commands share, read strictly."""

import argparse
import locale
import os
import sys
from collections.abc import Iterable
from datetime import date

from raport.errors import BadInput, Problem

LANGUAGES = ("ru", "en")


def day(text: str) -> date:
    """A day of the command line: `2019-11-16` or `today`."""
    if text == "today":
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"expected a day such as 2019-11-16, or today; found {text!r}"
        raise argparse.ArgumentTypeError(message) from None


def add_lang(parser: argparse.ArgumentParser) -> None:
    """`--lang`: by default the language of the terminal where it is Russian, else English."""
    parser.add_argument(
        "--lang",
        choices=LANGUAGES,
        default=default_lang(),
        help="language of the answer (default: that of the terminal)",
    )


def default_lang() -> str:
    """`ru` where the terminal speaks Russian, else `en`."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    if not spoken:
        spoken = locale.getlocale()[0] or ""
    return "ru" if spoken.lower().startswith(("ru", "russian")) else "en"


def refuse(expected: str, found: str, help_: str) -> BadInput:
    """A mistake on the command line itself."""
    return BadInput((Problem(expected=expected, found=found, help=help_),))


def complain(problems: Iterable[Problem]) -> None:
    """Each mistake on a line of its own of stderr, whatever signs stand in it or in a file's name."""
    for problem in problems:
        print(printable(str(problem)), file=sys.stderr)


def printable(text: str) -> str:
    """The text with line breaks, colours and other signs that a terminal would obey written out."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def can_write(encoding: str) -> bool:
    """Whether an encoding has Russian letters."""
    try:
        "\u044f".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True
