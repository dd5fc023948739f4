"""The command as a user runs it: a real process, in a terminal that speaks English and UTF-8."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "src/raport/sample"
COMMAND = Path(sys.executable).with_name("raport")
ENVIRONMENT = {
    **{k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "TMPDIR", "SYSTEMROOT")},
    "LANG": "C.UTF-8",
}

HEAD = 'raport = 1\ncase = "{case}"\njurisdiction = "ru"\n'


def raport(
    *words: str | Path, cwd: Path | None = None, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """What a run says and how it ends."""
    return subprocess.run(
        [COMMAND, *words],
        capture_output=True,
        encoding="utf-8",
        cwd=cwd or ROOT,
        env={**ENVIRONMENT, **(env or {})},
        stdin=subprocess.DEVNULL,
        timeout=60,
    )


def told(done: subprocess.CompletedProcess[str]) -> str:
    """What a run that went well says: no line wider than 80, none with spaces at its end; no complaint."""
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    for line in done.stdout.splitlines():
        assert len(line) <= 80, line
        assert line == line.rstrip(), line
    return done.stdout


def refused(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What is said of bad input: exit status 2, and never a traceback."""
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr.splitlines()


def case_file(path: Path, case: str, rest: str = "") -> Path:
    """A case file of the Russian pack."""
    path.write_text(HEAD.format(case=case) + rest, encoding="utf-8")
    return path
