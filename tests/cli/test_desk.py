"""`raport desk --demo`: opens a browser where there can be one, says its address, leaves nothing behind."""

import os
import re
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from raport.cli import desk


def visit(address: str) -> str:
    """What a browser that knows nothing of this desk is shown."""
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor()
    )
    with opener.open(address, timeout=60) as answer:
        return str(answer.read().decode())


def test_the_demo_opens_the_browser_says_where_it_is_and_is_gone_when_told_to_end(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {seen}\n', encoding="utf-8")
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    process = subprocess.Popen(
        [Path(sys.executable).with_name("raport"), "desk", "--demo"],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"BROWSER": f"{browser} %s", "TMPDIR": str(tmp_path)},
    )
    try:
        assert process.stdout is not None
        told = ""
        while "Ctrl-C" not in told:
            line = process.stdout.readline()
            assert line, told
            told += line
        found = re.search(r"The desk: (http://(?:localhost|127\.0\.0\.1):\d+/demo/\S+)", told)
        assert found is not None, told
        assert list(tmp_path.glob("raport-demo-*/vault/desk.db"))

        pages = [visit(found[1]), visit(found[1])]  # the browser that it opened, and another by the address
        for _time in range(100):
            if seen.exists() and seen.read_text(encoding="utf-8").strip():
                break
            time.sleep(0.1)
        assert seen.read_text(encoding="utf-8").strip() == found[1]
        for page in pages:
            assert "Образец: люди и письма выдуманы" in page
            assert "five words for the sample" in page
        with pytest.raises(urllib.error.HTTPError, match="404"):
            visit(f"{found[1]}x")
    finally:
        process.terminate()
        process.communicate(timeout=30)

    assert process.returncode == 0
    assert not list(tmp_path.glob("raport-demo-*"))


def test_where_no_window_can_be_opened_it_says_so_and_opens_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("webbrowser.open", lambda _address: pytest.fail("opened"))

    desk._open_browser("http://127.0.0.1:1/")

    assert "open the address yourself" in capsys.readouterr().out
