"""The parent: feeds the child that cleans, and has two pages read at a time while the next is cleaned."""

import io
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from PIL import Image

from raport.adapters.ocr import machine
from raport.adapters.ocr.lines import in_order
from raport.adapters.ocr.machine import NotReadError, Seen
from raport.reading.papers import PaperPage

MOST_IN = 200 * 1024 * 1024
MOST_SIDE = 20_000
MOST_PIXELS = 60_000_000
MOST_PAGES = 120
"""Of one paper, over all its files."""
SECONDS = 40.0
"""For one page to be cleaned."""
QUALITY = 80
LANGUAGES = ("rus",)
"""English beside it makes Latin letters of Russian ones, and takes half as long again."""
TOO_LARGE, TOO_LONG, TOO_MANY, BROKEN = "too-large", "too-long", "too-many-pages", "broken"

_POOR = 0.7
_FEW = 12
_LETTERS = 3
_LINE = 4096


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be read: `pdf`, `heic` or `image` (any other picture), and its bytes."""

    kind: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Clean:
    """One page: which file and which page of it, its picture as JPEG, its words, how it was straightened."""

    of: int
    page: int
    image: bytes
    words: PaperPage
    angle: float
    turned: int


@dataclass(frozen=True, slots=True)
class Unread:
    """A file, or one page of it, that was not read, and why."""

    of: int
    page: int | None
    why: str


@dataclass(frozen=True, slots=True)
class _Raw:
    of: int
    page: int
    width: int
    height: int
    angle: float
    turned: int
    pixels: bytes


def look(
    sources: Sequence[Source],
    *,
    languages: tuple[str, ...] = LANGUAGES,
    workers: int = 2,
    step: Callable[[int], object] = lambda _: None,
) -> tuple[list[Clean], list[Unread]]:
    """The pages of all files in order, and what was not read. Raises `NoReaderError`.

    No more than `workers` pages are read at a time, and one more is in memory. `step` hears how many are
    done.
    """
    machine.check(languages)
    clean: list[Clean] = []
    unread: list[Unread] = []
    waiting: list[tuple[_Raw, Future[Clean]]] = []

    def take() -> None:
        raw, future = waiting.pop(0)
        try:
            clean.append(future.result())
        except NotReadError as error:
            unread.append(Unread(raw.of, raw.page, error.why))
        step(len(clean) + len(unread))

    with ThreadPoolExecutor(workers, thread_name_prefix="reading") as pool:
        for one in _raw_pages(sources):
            if isinstance(one, Unread):
                unread.append(one)
                continue
            waiting.append((one, pool.submit(_read, one, languages)))
            if len(waiting) > workers:
                take()
        while waiting:
            take()
    return clean, unread


def _raw_pages(sources: Sequence[Source]) -> Iterator[_Raw | Unread]:
    """The clean pages of every file, still without words."""
    done = 0
    for of, source in enumerate(sources):
        for one in _of_file(of, source):
            if isinstance(one, _Raw):
                done += 1
                if done > MOST_PAGES:
                    yield Unread(of, one.page, TOO_MANY)
                    return
            yield one


def _of_file(of: int, source: Source) -> Iterator[_Raw | Unread]:
    if len(source.data) > MOST_IN:
        yield Unread(of, None, TOO_LARGE)
        return
    with _child(source) as told:
        while True:
            try:
                one = told()
            except NotReadError as error:
                yield Unread(of, None, error.why)
                return
            if "end" in one:
                return
            yield _page(of, one)


def _page(of: int, one: Mapping[str, object]) -> _Raw | Unread:
    page = one.get("page")
    if "error" in one:
        return Unread(of, page if isinstance(page, int) else None, str(one["error"])[:40])
    assert isinstance(page, int)
    width, height, pixels = one["width"], one["height"], one["pixels"]
    angle, turned = one.get("angle"), one.get("turned")
    assert isinstance(width, int)
    assert isinstance(height, int)
    assert isinstance(pixels, bytes)
    return _Raw(
        of,
        page,
        width,
        height,
        float(angle) if isinstance(angle, int | float) else 0.0,
        turned if isinstance(turned, int) else 0,
        pixels,
    )


# --- the child ----------------------------------------------------------------------------------------------


type Told = Callable[[], Mapping[str, object]]


@contextmanager
def _child(source: Source) -> Iterator[Told]:
    """What the child says, message by message. A message raises `NotReadError` where there is none."""
    command = [sys.executable, "-I", "-B", "-m", "raport.adapters.ocr.worker", source.kind]
    keep = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=keep,
        cwd=Path(sys.executable).anchor,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        feeding = threading.Thread(target=_feed, args=(child.stdin, source), daemon=True)
        feeding.start()
        output = child.stdout

        def told() -> Mapping[str, object]:
            clock = threading.Timer(SECONDS, child.kill)
            clock.start()
            try:
                return _message(output)
            except (ValueError, KeyError, TypeError):  # it was killed, or is no longer our child
                raise NotReadError(BROKEN if clock.is_alive() else TOO_LONG) from None
            finally:
                clock.cancel()

        try:
            yield told
        finally:
            child.kill()
            feeding.join()


def _feed(into: IO[bytes], source: Source) -> None:
    """Pours the file in. A child that ended early is no error here: what it says tells."""
    with suppress(OSError, ValueError):
        into.write(source.data)
    with suppress(OSError, ValueError):
        into.close()


def _message(output: IO[bytes]) -> Mapping[str, object]:
    told = json.loads(output.readline(_LINE))
    if "end" in told or "error" in told:
        return {**told}
    width, height = int(told["width"]), int(told["height"])
    if not (0 < width <= MOST_SIDE and 0 < height <= MOST_SIDE and width * height <= MOST_PIXELS):
        raise NotReadError(TOO_LARGE)
    pixels = output.read(width * height)
    if len(pixels) != width * height or not isinstance(told["page"], int):
        raise ValueError
    return {**told, "width": width, "height": height, "pixels": pixels}


# --- one page -----------------------------------------------------------------------------------------------


def _read(raw: _Raw, languages: tuple[str, ...]) -> Clean:
    """Its words; where they are poor, or stand in tall boxes, the page is turned until they are not.

    Tesseract is given the very picture that people are shown.
    """
    lies = Image.frombuffer("L", (raw.width, raw.height), raw.pixels, "raw", "L", 0, 1)
    turns, picture, shown = 0, lies, _jpeg(lies)
    seen = machine.read(shown, languages)
    for other in _other_ways(seen):
        over = lies.transpose(_TURNS[other])
        written = _jpeg(over)
        read = machine.read(written, languages)
        if _worth(read) > 2 * _worth(seen):
            turns, picture, shown, seen = other, over, written, read
            if not _other_ways(seen):
                break
    words = PaperPage(picture.width, picture.height, in_order(seen))
    return Clean(raw.of, raw.page, shown, words, raw.angle, (raw.turned + turns) % 4)


_TURNS = {
    1: Image.Transpose.ROTATE_270,  # Pillow turns the other way
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}


def _other_ways(seen: Sequence[Seen]) -> tuple[int, ...]:
    """Which turns are worth a try."""
    long = [one for one in seen if len(one.text) >= _LETTERS]
    tall = [one for one in long if one.rect.height > one.rect.width]
    if len(long) >= _FEW and 2 * len(tall) > len(long):
        return (1, 3)
    poor = len(long) < _FEW or sum(one.sure for one in long) / len(long) < _POOR
    return (2, 1, 3) if poor and seen else ()


def _worth(seen: Sequence[Seen]) -> float:
    """How much was read surely, in words that lie as words do."""
    return sum(
        one.sure
        for one in seen
        if len(one.text) >= _LETTERS and one.sure > _POOR and one.rect.width >= one.rect.height
    )


def _jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=QUALITY, dpi=(300, 300))
    return out.getvalue()
