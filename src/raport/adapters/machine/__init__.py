"""Facts about the machine that a vault lies on. Nothing here names a file or a person of a vault."""

import os
import platform
import shutil
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = (
    "django",
    "sqlcipher3",
    "pyrage",
    "argon2-cffi",
    "pyotp",
    "segno",
    "zxcvbn",
    "waitress",
    "whitenoise",
    "pillow",
    "pypdfium2",
    "openpyxl",
    "python-docx",
    "icalendar",
    "rapidfuzz",
    "snowballstemmer",
)
TOOLS = ("age", "chromium", "tesseract")
SYNCED = ("dropbox", "onedrive", "google drive", "googledrive", "yandex.disk", "icloud", "nextcloud", "mega")


@dataclass(frozen=True, slots=True)
class Disk:
    """Bytes, of the disk that a folder is on."""

    free: int
    size: int


def system() -> str:
    """Which system and Python."""
    return f"{platform.system() or '?'}, Python {platform.python_version()}"


def libraries() -> dict[str, str]:
    """Versions of the desk's libraries; empty for one that is not there."""
    found = {}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


def cipher() -> str:
    """The SQLCipher that would open a vault; empty where there is none."""
    try:
        from sqlcipher3 import dbapi2  # noqa: PLC0415 - its absence is an answer here
    except ImportError:
        return ""
    connection = dbapi2.connect(":memory:")
    try:
        row = connection.execute("PRAGMA cipher_version").fetchone()
    finally:
        connection.close()
    return str(row[0]) if row else ""


def tools() -> dict[str, bool]:
    """Programs that Raport works without, and which of them are here."""
    return {name: shutil.which(name) is not None for name in TOOLS}


def disk(folder: Path) -> Disk:
    """The disk of a folder, or of the nearest one above that exists."""
    there = next(p for p in (folder, *folder.resolve().parents) if p.exists())
    usage = shutil.disk_usage(there)
    return Disk(usage.free, usage.total)


def open_to_others(folder: Path) -> int | None:
    """How many of the folder's entries others than the owner can read; None where the system does not say."""
    if os.name != "posix":
        return None
    seen = [folder, *folder.rglob("*")] if folder.exists() else []
    # A file is as closed as the folder it is in: what lies in a closed folder cannot be reached
    if seen and not seen[0].stat().st_mode & 0o077:
        return 0
    return sum(1 for p in seen if p.exists() and p.stat().st_mode & 0o077)


def is_synced(folder: Path) -> bool:
    """Whether the folder looks like one that a service copies away."""
    return any(name in part.lower() for part in folder.resolve().parts for name in SYNCED)


def newest(folder: Path) -> datetime | None:
    """When anything in a folder was last written."""
    times = [p.stat().st_mtime for p in folder.rglob("*") if p.is_file()] if folder.exists() else []
    return datetime.fromtimestamp(max(times), UTC) if times else None


def swap(swaps: Path = Path("/proc/swaps"), sys_block: Path = Path("/sys/block")) -> bool | None:
    """Whether memory may be written to a disk in clear; None where the system does not say."""
    if not swaps.exists():
        return None
    names = [line.split()[0] for line in swaps.read_text(encoding="utf-8").splitlines()[1:] if line.split()]
    return any(not _is_sealed(name, sys_block) for name in names)


def hibernates(path: Path = Path("/sys/power/resume")) -> bool | None:
    """Whether sleep may write all of memory to a disk; None where the system does not say."""
    if not path.exists():
        return None
    return path.read_text(encoding="utf-8").strip() not in ("", "0:0")


def is_tested() -> bool:
    """Whether Raport's own tests run on a system like this."""
    return sys.platform.startswith("linux")


def _is_sealed(name: str, sys_block: Path) -> bool:
    """In memory, or on a device that the kernel encrypts."""
    device = Path(name).name
    if device.startswith("zram"):
        return True
    kind = sys_block / device / "dm" / "uuid"
    return kind.exists() and kind.read_text(encoding="utf-8").startswith("CRYPT-")
