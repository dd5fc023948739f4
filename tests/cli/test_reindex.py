"""`raport desk reindex` through a real process: what could not be found is found again."""

import os
import subprocess
import sys
from pathlib import Path

from tests.cli.terminal import COMMAND

PASSPHRASE = "five words for a test"  # noqa: S105 - of a vault thrown away

MAKE = """
import os, sys, django
os.environ["RAPORT_VAULT"], os.environ["DJANGO_SETTINGS_MODULE"] = sys.argv[1], "raport.web.desk.settings"
django.setup()
from pathlib import Path

from tests.cli.terminal import COMMAND
from django.db import connection
from raport.app.demo import SAMPLE
from raport.app.vault import make_vault, lock, now, today
from raport.adapters.store.members import members
from raport.adapters.toml import read_toml
from raport.app.files import Author
from raport.app.open_case import take_case_file
make_vault(Path(sys.argv[1]), sys.argv[2], "Boris")
path = SAMPLE / "s3.toml"
take_case_file(read_toml(path.name, path.read_bytes()), Author(members()[0].id, now(), today()))
connection.cursor().execute("DELETE FROM store_searchdoc")
lock()
"""


def test_the_index_is_built_anew(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    subprocess.run([sys.executable, "-c", MAKE, str(folder), PASSPHRASE], check=True)

    def reindex(passphrase: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [COMMAND, "desk", "reindex", str(folder)],
            capture_output=True,
            text=True,
            env={**os.environ, "RAPORT_PASSPHRASE": passphrase},
        )

    done = reindex(PASSPHRASE)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 of 1 files, ")
    assert ", 0 documents" not in done.stdout

    refused = reindex("another passphrase")
    assert refused.returncode == 2
    assert "nothing was changed" in refused.stderr
