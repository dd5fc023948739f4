"""Recordings as text, by a model that the house has set up; off until then. What comes of it is a machine's
guess: it is sealed beside the recording, found by the search, and never evidence.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from raport.adapters.media import Kind
from raport.adapters.speech import FasterWhisper, NotHeardError, Transcriber, hash_of_model
from raport.adapters.store import speech as store
from raport.app import exhibits
from raport.app.exhibits import Exhibit
from raport.app.files import Author
from raport.errors import BadInput, Problem

LANGUAGES = ("ru", "uk", "en", "")
"""Of the speech; the empty one is guessed by the model."""
_HEARD, _BY, _AT = "heard", "heard-by", "heard-at"


@dataclass(frozen=True, slots=True)
class Model:
    """Where the model lies, the hash that was written down, the language that is spoken."""

    folder: str
    sha256: str
    language: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What a machine made of a recording: by which program and model, and when."""

    text: str
    by: str
    at: str


def model() -> Model | None:
    """The model of this desk; None while it is off."""
    kept = store.model()
    return Model(kept["folder"], kept["sha256"], kept["language"]) if kept else None


def set_model(folder: str, sha256: str, language: str) -> None:
    """Set it up once its hash was compared. Raises `BadInput`."""
    if language not in LANGUAGES:
        raise BadInput([Problem(_("a language of the list"), language)])
    place, wanted = folder.strip(), sha256.strip().casefold()
    try:
        if not place:
            raise NotHeardError("no-model")
        found = hash_of_model(Path(place).expanduser())
    except (NotHeardError, RuntimeError):
        raise BadInput([Problem(_("a folder with the files of a model"), place)]) from None
    if found != wanted:
        expected = _("the model whose SHA-256 was written here")
        raise BadInput([Problem(expected, _("another model in this folder, or a changed one"))])
    store.set_model({"folder": place, "sha256": found, "language": language})


def turn_off() -> None:
    """No model any more; what was made of recordings stays."""
    store.set_model(None)


def can_hear(one: Exhibit) -> bool:
    """Whether it is a recording that this member may open."""
    return one.mine and not one.stopped and one.kind in (Kind.SOUND, Kind.VIDEO)


def transcriber() -> Transcriber:
    """The engine with the model of this desk. Raises `NotHeardError` while it is off."""
    kept = model()
    if kept is None:
        raise NotHeardError("off")
    return FasterWhisper(Path(kept.folder).expanduser(), kept.sha256, kept.language)


def hear(id_: str, author: Author, engine: Transcriber | None = None) -> None:
    """Keep what a machine makes of a recording beside it. Slow; call it outside a transaction. Raises
    `NotHeardError`, and what `exhibits.recording` raises.
    """
    engine = engine or transcriber()

    def feed(into: Callable[[bytes], object]) -> None:
        for piece in exhibits.recording(id_, author):
            into(piece)

    made = engine.hear(feed)
    at = author.at.strftime("%d.%m.%Y %H:%M UTC")
    exhibits.tell(id_, author, **{_HEARD: made.text, _BY: made.engine, _AT: at})


def heard(id_: str, member: str) -> Heard | None:
    """What was made of it; None before that. Raises what `exhibits.told` raises."""
    told = exhibits.told(id_, member)
    if _BY not in told:
        return None
    return Heard(told.get(_HEARD, ""), told[_BY], told.get(_AT, ""))


def forget(id_: str, author: Author) -> None:
    """Throw away what was made of it. Raises as `heard` does."""
    exhibits.tell(id_, author, **{_HEARD: "", _BY: "", _AT: ""})
