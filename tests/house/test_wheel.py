"""The wheel has all that the desk needs: installed without a network from hashed wheels, the sample opens."""

import re
import shutil
import subprocess
import sys
import urllib.request
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = ("__pycache__", ".pyc")


@pytest.fixture(scope="module")
def offline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offline")
    subprocess.run([sys.executable, ROOT / "tools" / "offline", folder], check=True)
    return folder


def test_every_file_of_the_package_is_in_the_wheel(offline: Path) -> None:
    (wheel,) = (offline / "wheels").glob("raport-*.whl")
    inside = set(zipfile.ZipFile(wheel).namelist())
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "--", "src/raport"], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split("\0")

    missing = [
        name
        for name in tracked
        if name and (ROOT / name).exists() and name.removeprefix("src/") not in inside
    ]

    assert missing == []
    assert any(name.endswith("django.mo") for name in inside)
    assert any(name.endswith(".woff2") for name in inside)
    assert not [name for name in inside if name.endswith(LEFT_OUT)]


def test_every_wheel_has_its_hash_on_the_list(offline: Path) -> None:
    listed = (offline / "requirements.txt").read_text(encoding="utf-8")

    named = re.findall(r"^([\w.-]+)==\S+.*\\$", listed, re.MULTILINE)
    assert len(named) == len(re.findall(r"^[\w.-]+==", listed, re.MULTILINE))
    assert {"raport", "django", "sqlcipher3", "pyrage"} <= set(named)
    assert not re.search(r"https?://", listed)


def test_installed_from_it_the_desk_serves_the_sample(offline: Path, tmp_path: Path) -> None:
    home = tmp_path / "fresh"
    venv.create(home, with_pip=True)
    bin_ = home / "bin"
    subprocess.run(
        [
            *(bin_ / "python", "-m", "pip", "install", "--quiet", "--no-index", "--require-hashes"),
            *("--disable-pip-version-check", "--find-links", offline / "wheels"),
            *("--requirement", offline / "requirements.txt"),
        ],
        check=True,
    )
    process = subprocess.Popen(
        [bin_ / "raport", "desk", "--demo", "--no-browser"],
        stdout=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env={"PATH": str(bin_), "HOME": str(tmp_path)},
    )
    try:
        assert process.stdout is not None
        address = re.search(r"http://\S+", process.stdout.readline())
        assert address is not None
        opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor()
        )
        page = opener.open(address[0]).read().decode()
        assert "<h1>Сегодня" in page
        base = re.sub(r"(http://[^/]+)/.*", r"\1", address[0])
        for asset in re.findall(r'(?:href|src)="(/static/[^"]+)"', page):
            assert opener.open(base + asset).status == 200
        assert opener.open(f"{base}/static/desk/fonts/pt-sans-cyrillic-400-normal.woff2").status == 200
    finally:
        process.terminate()
        process.communicate(timeout=20)
    assert shutil.which("raport", path=str(bin_))
