"""The hook that watches the core is itself watched: a planted `open` must be heard."""

import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

PYPROJECT = (Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8")

PLANTED = """
import sqlite3, socket, subprocess, pathlib, os, time, random, datetime, ctypes, threading
def opens(path): open(path).close()
def reads(path): return pathlib.Path(path).read_text()
def lists(path): return os.listdir(os.path.dirname(path))
def dials(path): socket.create_connection(("127.0.0.1", 9), timeout=0.01)
def runs(path): subprocess.run(["true"])
def stores(path): sqlite3.connect(":memory:").close()
def makes(path): os.mkdir(path)
def removes(path): os.remove(path + ".gone")
def asks_a_name(path): socket.getaddrinfo("localhost", 80)
def opens_by_number(path): os.close(os.open(path, os.O_RDONLY))
def shells(path): os.system("true")
def forks(path): os.waitpid(os.posix_spawn("/bin/true", ["true"], {}), 0)
def threads(path): threading.Thread(target=int).start()
def loads(path): ctypes.CDLL(None)
def clock(path): return time.time(), time.monotonic()
def today(path): return datetime.date.today(), datetime.datetime.now()
def chance(path): return random.random(), os.urandom(1)
def environment(path): return os.environ.get("HOME"), os.getcwd()
def exists(path): return os.path.exists(path), pathlib.Path(path).exists()
def prints(path): print(end="")
def swallows(path):
    try: open(path).close()
    except BaseException: pass
def imports(path):
    import importlib; sys = importlib.import_module("this_module_reads_a_file"); return sys.TEXT
"""


def planted(name: str) -> ModuleType:
    module = ModuleType(name)
    exec(compile(PLANTED, "planted.py", "exec"), module.__dict__)  # noqa: S102 - our own text, as a module of another name
    return module


HEARD = (
    "opens reads lists dials runs stores makes removes asks_a_name opens_by_number shells forks threads loads"
)


@pytest.mark.parametrize("deed", HEARD.split())
def test_a_core_module_that_reaches_outside_is_heard(watch: Any, deed: str) -> None:
    module = planted("raport.planted")

    with pytest.raises(AssertionError, match=r"raport\.planted, line \d+: "):
        getattr(module, deed)(__file__)

    watch.seen.clear()  # heard, as it should be


@pytest.mark.parametrize("deed", ["clock", "today", "chance", "environment", "exists", "prints"])
def test_what_the_hook_cannot_hear_is_forbidden_by_name(watch: Any, deed: str) -> None:
    """Should Python announce one of these one day, it goes up into the list of those that are heard."""
    getattr(planted("raport.planted"), deed)(__file__)
    assert watch.seen == []

    house = tomllib.loads(PYPROJECT)["tool"]
    pure = next(c for c in house["importlinter"]["contracts"] if c["id"] == "pure-core")
    assert {"time", "random", "secrets", "os", "pathlib", "io", "logging"} <= set(pure["forbidden_modules"])
    banned = house["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
    assert {"datetime.date.today", "datetime.datetime.now", "time.time"} <= set(banned)
    assert house["ruff"]["lint"]["select"] == ["ALL"]
    core = (
        "src/raport/assess",
        "src/raport/casefile",
        "src/raport/law",
        "src/raport/dates",
        "src/raport/prose",
    )
    for where, silenced in house["ruff"]["lint"]["per-file-ignores"].items():
        if where.startswith(core):
            assert not {"T201", "TID251", "DTZ011"} & set(silenced), where


def test_it_is_heard_when_the_module_swallows_the_error_too(watch: Any) -> None:
    planted("raport.planted").swallows(__file__)

    assert len(watch.seen) == 1
    watch.seen.clear()


@pytest.mark.parametrize("name", ["elsewhere", "raportage"])
def test_other_modules_may_open_files(watch: Any, name: str) -> None:
    planted(name).opens(__file__)

    assert watch.seen == []


def test_what_an_import_reads_is_not_held_against_the_core(
    watch: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "this_module_reads_a_file.py").write_text(
        "with open(__file__) as file:\n    TEXT = file.read()\n"
    )
    monkeypatch.syspath_prepend(tmp_path)

    assert "TEXT" in planted("raport.planted").imports(__file__)

    assert watch.seen == []


def test_a_core_test_that_does_io_fails(tmp_path: Path) -> None:
    conftest = Path(__file__).with_name("conftest.py")
    (tmp_path / "conftest.py").write_text(conftest.read_text())
    (tmp_path / "test_planted.py").write_text(
        "from types import ModuleType\n"
        "def test_swallowed():\n"
        "    module = ModuleType('raport.planted')\n"
        "    exec('def f():\\n try: open(\"x\")\\n except BaseException: pass', module.__dict__)\n"
        "    module.f()\n"
        "def test_quiet():\n"
        "    assert True\n"
    )

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path],
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )

    assert "1 failed, 1 passed" in done.stdout, done.stdout + done.stderr
    assert "the core takes values and gives values" in done.stdout
