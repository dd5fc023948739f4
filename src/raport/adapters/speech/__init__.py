"""Recordings as text, by a model that the operator supplies. Nothing is shipped, nothing is fetched.

What comes of it is a machine's guess: good to find a recording again, never to quote from.
"""

from raport.adapters.speech.transcriber import Feed, Heard, NotHeardError, Transcriber
from raport.adapters.speech.whisper import FasterWhisper, hash_of_model

__all__ = ["FasterWhisper", "Feed", "Heard", "NotHeardError", "Transcriber", "hash_of_model"]
