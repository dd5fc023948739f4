"""How the machine and the vault's folder are: `raport doctor`, and the page of the desk. No name is told."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.utils.translation import gettext as _

from raport import __version__
from raport.adapters import machine
from raport.adapters.ocr import machine as ocr
from raport.adapters.store.vaults import Vault

FEW_BYTES = 2 * 1024**3
CLOCK = timedelta(minutes=5)
RUSSIAN = "rus"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. `look`: somebody should; `wrong`: the desk cannot work like this."""

    id: str
    told: str
    look: bool = False
    wrong: bool = False


def findings(folder: Path, at: datetime) -> list[Finding]:
    """Everything that was looked at, in a fixed order."""
    return [*_program(), *_tools(), *_folder(folder), *_clock(folder, at), *_memory()]


def _program() -> list[Finding]:
    libraries = machine.libraries()
    missing = sorted(name for name, version in libraries.items() if not version)
    found = [Finding("program", f"Raport {__version__}, {machine.system()}")]
    if not machine.is_tested():
        found.append(Finding("system", _("Raport's tests are not run on this system."), look=True))
    if missing:
        told = _("missing: {names}; install raport[desk]").format(names=", ".join(missing))
        found.append(Finding("libraries", told, wrong=True))
    else:
        listed = ", ".join(f"{name} {version}" for name, version in libraries.items())
        found.append(Finding("libraries", listed))
    cipher = machine.cipher()
    told = f"SQLCipher {cipher}" if cipher else _("no SQLCipher: a vault would not be sealed")
    found.append(Finding("cipher", told, wrong=not cipher.startswith("4.")))
    return found


def _tools() -> list[Finding]:
    without = {
        "age": _("without it a file of the vault is not opened by hand; the desk does not need it"),
        "chromium": _("without it the tests of the pages do not run; the desk does not need it"),
        "tesseract": _("without it scans are kept and shown, and not read"),
    }
    found = [
        Finding(f"tool-{name}", name if there else f"{name}: {without[name]}")
        for name, there in machine.tools().items()
    ]
    return [*found, *_reader()]


def _reader() -> list[Finding]:
    """Whether the program that reads scans has Russian."""
    try:
        if RUSSIAN in ocr.languages():
            return []
    except ocr.NoReaderError:
        return []  # told as a tool that is not there
    told = _("tesseract has no Russian: scans are not read; install tesseract-ocr-rus")
    return [Finding("tool-tesseract-rus", told, look=True)]


def _folder(folder: Path) -> list[Finding]:
    disk = machine.disk(folder)
    free = _("{free} GB free of {size} GB").format(
        free=f"{disk.free / 1024**3:.1f}", size=f"{disk.size / 1024**3:.1f}"
    )
    found = [Finding("disk", free, look=disk.free < FEW_BYTES)]
    vault = Vault(folder)
    if not vault.exists:
        found.append(Finding("vault", _("no vault in this folder yet: raport desk makes one")))
    others = machine.open_to_others(folder) if folder.exists() else 0
    if others is None:
        found.append(Finding("rights", _("this system does not say who can read the folder"), look=True))
    elif others:
        told = _("other users of this machine can read {n} of its files: chmod -R go= FOLDER")
        found.append(Finding("rights", told.format(n=others), look=True))
    else:
        found.append(Finding("rights", _("the folder is not open to other users of this machine")))
    if machine.is_synced(folder):
        told = _("the folder looks like one that a service copies: its copies are sealed, but never erased")
        found.append(Finding("synced", told, look=True))
    copies = len(list(folder.glob("desk-before-*.db"))) if folder.exists() else 0
    if copies:
        told = _("{n} sealed copies from before an upgrade: what was erased since is still in them")
        found.append(Finding("copies", told.format(n=copies), look=True))
    return found


def _clock(folder: Path, at: datetime) -> list[Finding]:
    zone = f"{at.astimezone():%d.%m.%Y %H:%M %Z}"
    newest = machine.newest(folder)
    if newest is not None and newest > at + CLOCK:
        told = _("{now}, but the vault was written later than that: the clock is wrong, and so would days be")
        return [Finding("clock", told.format(now=zone), look=True)]
    return [Finding("clock", _("{now}; compare it with another clock").format(now=zone))]


def _memory() -> list[Finding]:
    found = []
    match machine.swap():
        case None:
            found.append(
                Finding("swap", _("this system does not say whether memory is written to disk"), look=True)
            )
        case True:
            told = _("memory may be written to disk in clear, the open vault's key too: encrypt swap")
            found.append(Finding("swap", told, look=True))
        case False:
            found.append(Finding("swap", _("no swap that is not encrypted was found")))
    if machine.hibernates():
        told = _("sleeping may write all of memory to disk: lock the vault before, or turn hibernation off")
        found.append(Finding("hibernation", told, look=True))
    return found
