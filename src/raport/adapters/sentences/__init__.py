"""The engine's sentences, read from the file that ships with the program."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from types import MappingProxyType

from raport.law import DESK, Audience
from raport.prose import Sentence, Words

PROSE = ("raport.prose",)
"""The packages whose `sentences.toml` the engine speaks with."""


def load_words(lang: str, audience: Audience = Audience.CASEWORKER, packages: Sequence[str] = PROSE) -> Words:
    """The sentences of these packages in `lang` (`ru`, `en`), as `audience` may hear them."""
    sentences = {name: one for package in packages for name, one in load_sentences(package).items()}
    return Words(sentences, lang, audience)


@cache
def load_sentences(package: str = PROSE[0]) -> Mapping[str, Sentence]:
    """Every sentence a package can say, by name."""
    text = resources.files(package).joinpath("sentences.toml").read_text(encoding="utf-8")
    sentences = {}
    for name, entry in tomllib.loads(text).items():
        audience = frozenset(Audience(a) for a in entry["for"]) if "for" in entry else DESK
        sentences[name] = Sentence({"ru": entry["ru"], "en": entry["en"]}, audience)
    return MappingProxyType(sentences)
