"""The words days are said in, read from the files that ship with the program."""

from functools import cache
from importlib import resources

from raport.adapters.toml import read_toml
from raport.reading.lexicon import Sayings, read_sayings

LANGUAGES = ("ru", "en")


@cache
def load_sayings(lang: str) -> Sayings:
    """The words of `lang` (`ru`, `en`), told in it; the other languages are understood too."""
    words = _read(lang)
    for other in LANGUAGES:
        if other != lang:
            words = words.understanding(_read(other))
    return words


@cache
def _read(lang: str) -> Sayings:
    name = f"{lang}.toml"
    data = resources.files("raport.reading").joinpath("words", name).read_bytes()
    return read_sayings(lang, read_toml(name, data).values, name)
