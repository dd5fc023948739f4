"""A small vault as this checkout makes it, kept for ever: later versions must open it.

    .venv/bin/python tools/old_vault.py tests/vaults/NAME.zip

Run once for each version whose tables differ from those kept, NAME being its last migration; what was
made is never made anew. Its passphrase is the one that the tests know; in it is one case of the sample. Its
key is added to `keys.txt` beside it: most tests need not pay for the passphrase.
"""

import os
import sys
import tempfile
import zipfile
from pathlib import Path

PASSPHRASE = "old words of an old vault"  # noqa: S105 - everybody knows it


def main() -> int:
    target = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "vault")
        os.environ["RAPORT_VAULT"] = str(folder)
        os.environ["DJANGO_SETTINGS_MODULE"] = "raport.web.desk.settings"
        import django

        django.setup()
        from raport.adapters.store import opened
        from raport.adapters.store.members import members
        from raport.adapters.toml import read_toml
        from raport.app.demo import SAMPLE
        from raport.app.files import Author
        from raport.app.open_case import take_case_file
        from raport.app.vault import lock, make_vault, now, today

        make_vault(folder, PASSPHRASE, "Boris")
        case = SAMPLE / "s3.toml"
        take_case_file(read_toml(case.name, case.read_bytes()), Author(members()[0].id, now(), today()))
        key = opened.key().hex()
        lock()
        target.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for path in sorted(folder.rglob("*")):
                archive.write(path, path.relative_to(folder).as_posix())
        with target.with_name("keys.txt").open("a", encoding="ascii") as keys:
            keys.write(f"{target.stem} {key}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
