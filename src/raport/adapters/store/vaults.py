"""One vault on disk: a folder with a sealed key, a sealed database and sealed objects.

vault.toml          its format and id, nothing else
vault.key.age       the key of the database, under the passphrase
recovery.key.age    the same, under the words of the recovery sheet
desk.db             SQLCipher 4
objects/            age files, named by chance
"""

import os
import tomllib
import uuid
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from raport.errors import BadInput, Problem

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Vault:
    """Where the parts of a vault lie."""

    folder: Path

    @property
    def key(self) -> Path:
        """The key, under the passphrase."""
        return self.folder / "vault.key.age"

    @property
    def recovery(self) -> Path:
        """The key, under the words of the recovery sheet."""
        return self.folder / "recovery.key.age"

    @property
    def database(self) -> Path:
        """The SQLCipher file."""
        return self.folder / "desk.db"

    @property
    def objects(self) -> Path:
        """The folder of sealed objects."""
        return self.folder / "objects"

    @property
    def exists(self) -> bool:
        """Whether a vault was made here."""
        return (self.folder / "vault.toml").exists()


def make_folder(folder: Path) -> Vault:
    """A new vault's folder, readable by its owner alone. Raises `BadInput` where something is there
    already.
    """
    vault = Vault(folder)
    if folder.exists() and any(folder.iterdir()):
        raise BadInput(
            [Problem("an empty folder for a new vault", "files in it", "choose another name", str(folder))]
        )
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    vault.objects.mkdir(mode=0o700)
    return vault


def write_head(vault: Vault) -> None:
    """The last file of a new vault: with it the vault exists."""
    lines = (
        "# A vault of Raport. What is in it opens with its passphrase only.",
        f"raport-vault = {FORMAT}",
        f'id = "{uuid.uuid4().hex}"',
        "",
    )
    write_whole(vault.folder / "vault.toml", "\n".join(lines).encode())


def find_vault(folder: Path) -> Vault:
    """The vault in this folder. Raises `BadInput` where there is none, or one of a later Raport."""
    vault = Vault(folder)
    if not vault.exists:
        raise BadInput([Problem("the folder of a vault", "none", "raport desk makes one", str(folder))])
    head = tomllib.loads((folder / "vault.toml").read_text(encoding="utf-8"))
    version = head.get("raport-vault")
    if not isinstance(version, int) or version > FORMAT:
        raise BadInput(
            [
                Problem(
                    f"a vault of format {FORMAT} or older",
                    f"format {version}",
                    "a newer Raport made it: use that one; nothing was changed",
                    str(folder),
                )
            ]
        )
    return vault


def write_whole(path: Path, data: bytes) -> None:
    """The file with these bytes, or the file as it was before: never half of it, also after a crash."""
    part = path.with_name(f"{path.name}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable, on systems where a folder can be synced."""
    with suppress(OSError):  # Windows opens no folder; its renames are journalled
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
