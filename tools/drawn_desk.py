"""A desk of many invented cases, for measuring and for long runs: the sample's at other days, each under an
invented name.

Django is made ready before anything here is called.
"""

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from raport.adapters.toml import read_toml
from raport.app.laws import pack_of
from raport.casefile import read_case
from raport.documents import Document
from raport.errors import BadInput

if TYPE_CHECKING:
    from django.test import Client

PASSPHRASE = "four words for measuring"  # noqa: S105 - of a vault of invented cases

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_SYLLABLES = "за ру бин ко валь чук те ре хов ми лю тин бе лов ство гра нин со ро кин".split()  # noqa: SIM905 - shorter so


def fill(folder: Path, count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Make a vault in this folder and take so many cases in; gives each one's id, and the name in it."""
    from raport.adapters.store.members import members
    from raport.app.files import Author
    from raport.app.open_case import take_case_file
    from raport.app.vault import make_vault, now, today

    make_vault(folder, PASSPHRASE, "Boris")
    author = Author(members()[0].id, now(), today())
    chance = random.Random(seed)
    for n, document in enumerate(draw_cases(count, chance), 1):
        name = "".join(chance.choices(_SYLLABLES, k=4)).capitalize() + f"-{n}"
        tree = {**document.values, "identity": {"name": name}}
        yield take_case_file(Document(document.name, tree), author).id, name


def draw_cases(count: int, chance: random.Random) -> Iterator[Document]:
    """So many case files that can be read, each a case of the sample at another time."""
    from raport.app.demo import SAMPLE

    sample = [read_toml(p.name, p.read_bytes()) for p in sorted(SAMPLE.glob("*.toml"))]
    made = 0
    while made < count:
        one = chance.choice(sample)
        days = chance.randrange(-200, 2400)
        tree = {key: _moved(value, days) for key, value in one.values.items()}
        if chance.random() < 0.7:  # most files of a desk are open to what is yet to come
            tree.pop("as-of", None)
        document = Document(one.name, tree)
        try:
            read_case(document, pack_of("ru"))
        except BadInput:
            continue
        made += 1
        yield document


def signed_in(member: str) -> "Client":
    """A browser of this member's, without a server."""
    from django.conf import settings
    from django.test import Client

    browser = Client(SERVER_NAME="127.0.0.1")
    session = browser.session
    session["member"] = member
    session.save()
    browser.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
    return browser


def _moved(value: object, days: int) -> object:
    """The value of a case file with every whole day in it moved."""
    match value:
        case dict():
            return {k: _moved(v, days) for k, v in value.items()}
        case list():
            return [_moved(v, days) for v in value]
        case date():
            return value + timedelta(days=days)
        case str():
            return _DAY.sub(lambda m: str(date.fromisoformat(m[0]) + timedelta(days=days)), value)
        case _:
            return value
