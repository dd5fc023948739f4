"""A real Chromium against a real desk: the program as a user starts it, in a process of its own."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
expect.set_options(timeout=30_000)  # the machine may be busy; nothing here measures its speed
OURS = ("http://localhost:", "http://127.0.0.1:", "data:")
SEEN = Path(os.environ.get("RAPORT_SCREENS") or ROOT / "build" / "screens")
"""Where screenshots are put to be looked at; never committed."""

AXE = (ROOT / "tests" / "web" / "vendored" / "axe.min.js").read_text(encoding="utf-8")
PASSPHRASE = "слон синий катится вверх"  # noqa: S105 - of vaults thrown away


@dataclass(frozen=True, slots=True)
class Served:
    """A desk that runs: its first address (which may sign in once) and the address of any page."""

    first: str

    def __call__(self, path: str) -> str:
        return re.sub(r"(http://[^/]+)/.*", rf"\1{path}", self.first)


@contextmanager
def desk(*words: str) -> Iterator[Served]:
    """`raport desk` with these words, until the block ends."""
    process = subprocess.Popen(
        [Path(sys.executable).with_name("raport"), "desk", "--no-browser", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout is not None
        told, found = "", None
        for line in process.stdout:
            told, found = told + line, re.search(r"http://\S+", line)
            if found:
                break
        assert found is not None, told
        yield Served(found[0])
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture(scope="module")  # while it is open Django takes this thread for one that must not wait
def chromium() -> Iterator[Browser]:
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("no chromium here: install Debian's package chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


type Open = Callable[..., BrowserContext]


@pytest.fixture
def opened(chromium: Browser) -> Iterator[Open]:
    """A context of the browser: in Russian, and any request that leaves the machine fails the test."""
    contexts: list[BrowserContext] = []
    left: list[str] = []

    def make(**options: object) -> BrowserContext:
        context = chromium.new_context(locale="ru-RU", **options)  # type: ignore[arg-type] # passed on as they are
        context.set_default_timeout(60_000)
        context.on(
            "request",
            lambda r: None if r.url.startswith(OURS) else left.append(r.url),
        )
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()
    assert left == []


@pytest.fixture(scope="module")
def demo() -> Iterator[Served]:
    """The desk of the sample."""
    with desk("--demo") as served:
        yield served


def faults_of(page: Page) -> list[str]:
    """What axe has against the page."""
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{v['id']}: {n['html'][:200]} {n.get('failureSummary', '')[:300]}"
        for v in found["violations"]
        for n in v["nodes"]
    ]


def shoot(page: Page, name: str) -> None:
    """A screenshot of the whole page, to be looked at."""
    SEEN.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SEEN / f"{name}.png", full_page=True)
