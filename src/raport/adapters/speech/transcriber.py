"""What any engine has to do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from raport.errors import RaportError

type Feed = Callable[[Callable[[bytes], object]], object]
"""Pours a recording, piece by piece, into what it is given."""


class NotHeardError(RaportError):
    """No text came of it. `why`: no-model, other-model, no-engine, too-large, too-long, unreadable or
    broken.
    """

    def __init__(self, why: str) -> None:
        super().__init__(f"not heard: {why}")
        self.why = why


@dataclass(frozen=True, slots=True)
class Heard:
    """What a machine made of a recording; `engine` names the program and the model by the model's hash."""

    text: str
    language: str
    engine: str


class Transcriber(Protocol):
    """An engine with its model."""

    def hear(self, feed: Feed) -> Heard:
        """The text of a recording. Raises `NotHeardError`, and what `feed` raises."""
        ...
