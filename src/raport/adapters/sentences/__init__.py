"""The engine's sentences, read from the file that ships with the program."""

import tomllib
from importlib import resources

from raport.law import DESK, Audience
from raport.prose import Sentence, Words


def load_words(lang: str, audience: Audience = Audience.CASEWORKER) -> Words:
    """The sentences of `raport/prose/sentences.toml` in `lang` (`ru`, `en`), as `audience` may hear them."""
    return Words(load_sentences(), lang, audience)


def load_sentences() -> dict[str, Sentence]:
    """Every sentence the engine can say, by name."""
    text = resources.files("raport.prose").joinpath("sentences.toml").read_text(encoding="utf-8")
    sentences = {}
    for name, entry in tomllib.loads(text).items():
        audience = frozenset(Audience(a) for a in entry["for"]) if "for" in entry else DESK
        sentences[name] = Sentence({"ru": entry["ru"], "en": entry["en"]}, audience)
    return sentences
