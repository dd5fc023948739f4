"""The words days are said in, read from the files that ship with the program."""

from functools import cache
from importlib import resources

from raport.adapters.toml import read_toml
from raport.reading.lexicon import Sayings, read_sayings
from raport.reading.papers import PaperWords, read_paper_words

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
def load_paper_words(jurisdiction: str) -> PaperWords | None:
    """What letters of a jurisdiction are read by; None where nobody has written it down."""
    name = f"papers.{jurisdiction}.toml"
    file = resources.files("raport.reading").joinpath("words", name)
    if jurisdiction not in LANGUAGES or not file.is_file():
        return None
    return read_paper_words(read_toml(name, file.read_bytes()).values, _read(jurisdiction), name)


@cache
def _read(lang: str) -> Sayings:
    name = f"{lang}.toml"
    data = resources.files("raport.reading").joinpath("words", name).read_bytes()
    return read_sayings(lang, read_toml(name, data).values, name)
