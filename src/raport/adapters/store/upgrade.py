"""An older vault's database is copied, migrated and checked; a newer one is refused as it is."""

import os
import shutil
from datetime import datetime

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from raport.adapters.store.models import Docket
from raport.adapters.store.vaults import Vault, sync_folder
from raport.errors import BadInput, Problem


def bring_up_to_date(vault: Vault, at: datetime) -> None:
    """Raises `BadInput` for a database of a newer Raport, or one that is damaged."""
    executor = MigrationExecutor(connection)
    known = set(executor.loader.disk_migrations)
    done = set(executor.loader.applied_migrations)
    newer = sorted(f"{app}.{name}" for app, name in done - known)
    if newer:
        raise BadInput(
            [
                Problem(
                    "a vault of this Raport or an older one",
                    f"one with {newer[-1]}",
                    "a newer Raport made it: use that one; nothing was changed",
                    str(vault.folder),
                )
            ]
        )
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return
    _copy(vault, at)
    call_command("migrate", verbosity=0, interactive=False)
    Docket.objects.update(law="")  # rows of an older Raport are computed anew, whatever day they hold until
    _check()


def _copy(vault: Vault, at: datetime) -> None:
    """The database as it was, sealed by the same key, beside it."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    copy = vault.database.with_name(f"desk-before-{at:%Y%m%dT%H%M%SZ}.db")
    shutil.copyfile(vault.database, copy)
    with copy.open("r+b") as file:  # durable before the first change: Windows syncs only what may be written
        os.fsync(file.fileno())
    sync_folder(vault.folder)


def _check() -> None:
    with connection.cursor() as cursor:
        damaged = cursor.execute("PRAGMA cipher_integrity_check").fetchall()
        whole = cursor.execute("PRAGMA integrity_check").fetchone()
    if damaged or whole != ("ok",):
        raise BadInput(
            [
                Problem(
                    "a whole database", "damage after the upgrade", "the copy beside it is as it was before"
                )
            ]
        )
