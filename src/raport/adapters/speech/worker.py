"""The child: a model's folder and a language as its arguments, a recording on its input, a line of JSON on
its output: `text` and `language`, or `error`.

The model, whose hash the parent has compared, is loaded first; then rights are given up, and only then is a
byte of the recording read.
"""

import io
import json
import os
import sys
import wave
from typing import Any

from raport.adapters import sandbox

RATE = 16_000
MEMORY = 12 * 1024**3
"""Bytes of address space: a model is mapped whole."""
SECONDS = 3600
MOST_SAMPLES = RATE * 60 * 180
"""Three hours."""


def main() -> int:
    """One recording. What goes wrong in a parser is an answer too."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints does not print into the answer
    folder, language = sys.argv[1:3]
    answer: dict[str, object]
    try:
        import av  # noqa: PLC0415 - an extra of its own; the parent tells that it is not there
        import numpy as np  # noqa: PLC0415 - as for the first of them
        from faster_whisper import WhisperModel  # noqa: PLC0415 - as for the first of them

        model = WhisperModel(folder, device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True)
        # Once on silence: what these libraries load late is loaded now, while files may be opened
        list(model.transcribe(_decoded(_silence(), av, np), language="en")[0])
    except Exception:  # noqa: BLE001 - a model of another kind, or libraries that do not fit one another
        answer = {"error": "no-model"}
    else:
        sandbox.enter(MEMORY, SECONDS)
        answer = _heard(model, av, np, language)
    out.write(json.dumps(answer).encode() + b"\n")
    out.flush()
    return 0


def _heard(model: Any, av: Any, np: Any, language: str) -> dict[str, object]:
    try:
        sound = _decoded(sys.stdin.buffer.read(), av, np)
    except Exception:  # noqa: BLE001 - a hostile file finds errors that nobody thought of
        return {"error": "unreadable"}
    try:
        pieces, info = model.transcribe(sound, language=language or None)
        text = "\n".join(f"{_clock(p.start)} {p.text.strip()}" for p in pieces)
    except Exception:  # noqa: BLE001 - as for the first of them
        return {"error": "broken"}
    return {"text": text, "language": str(info.language)}


def _decoded(data: bytes, av: Any, np: Any) -> Any:
    """The first sound in the file as one channel of 16,000 numbers a second."""
    resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
    parts, count = [], 0
    with av.open(io.BytesIO(data)) as container:
        stream = container.streams.audio[0]
        stream.thread_count = 1
        for frame in container.decode(stream):
            for made in resampler.resample(frame):
                part = made.to_ndarray().reshape(-1)
                parts.append(part)
                count += part.size
            if count > MOST_SAMPLES:
                raise ValueError("longer than three hours")
    return np.concatenate(parts)


def _silence() -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(b"\0\0" * RATE)
    return made.getvalue()


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"[{whole // 60:02}:{whole % 60:02}]"


if __name__ == "__main__":
    sys.exit(main())
