"""Make a vault, open it, lock it, recover it, change its passphrase.

A vault is accepted as made only when its head is written, the last step: a crash before leaves a folder that
`make_vault` refuses and that may be deleted.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from django.utils.translation import gettext as _

from raport.adapters.keys import (
    TooSlowError,
    new_pair,
    new_recovery_words,
    new_vault_key,
    open_with_passphrase,
    plain_recovery_words,
    seal_with_passphrase,
)
from raport.adapters.store import opened
from raport.adapters.store.vaults import Vault, find_vault, make_folder, write_head, write_whole
from raport.app import search_words
from raport.errors import BadInput, Problem

ENOUGH_LETTERS = 12
"""A passphrase shorter than this is refused: whoever takes the laptop can try a few thousand an hour."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new vault, and the words of its recovery sheet: shown once, kept nowhere."""

    vault: Vault
    recovery: str


def make_vault(folder: Path, passphrase: str, name: str) -> Made:
    """A new vault in an empty folder, open, with one member. Raises `BadInput` where the folder is not
    empty.
    """
    vault = make_folder(folder)
    key, words = new_vault_key(), new_recovery_words()
    write_whole(vault.key, seal_with_passphrase(key, passphrase))
    write_whole(vault.recovery, seal_with_passphrase(key, words))
    opened.open_with(key)
    _migrate()
    _first_member(name)
    write_head(vault)
    return Made(vault, words)


def open_vault(folder: Path, passphrase: str) -> None:
    """Open the vault for this process. Raises `NotOpenedError` for another passphrase, `BadInput` for a
    newer vault, or where the machine has no time to try it.
    """
    vault = find_vault(folder)
    opened.open_with(_key_in(vault.key, passphrase))
    _bring_up_to_date(vault)


def recover_vault(folder: Path, words: str, passphrase: str) -> None:
    """Open the vault with the words of its sheet and put a new passphrase in place of the lost one."""
    vault = find_vault(folder)
    key = _key_in(vault.recovery, plain_recovery_words(words))
    write_whole(vault.key, seal_with_passphrase(key, passphrase))
    opened.open_with(key)
    _bring_up_to_date(vault)


def change_passphrase(folder: Path, old: str, new: str) -> None:
    """Put a new passphrase in place of the old. Copies of the old key file still open with the old one."""
    vault = find_vault(folder)
    key = _key_in(vault.key, old)
    write_whole(vault.key, seal_with_passphrase(key, new))


def _key_in(file: Path, passphrase: str) -> bytes:
    """The key of the vault from one of its two sealed files."""
    try:
        return open_with_passphrase(file.read_bytes(), passphrase)
    except TooSlowError:
        problem = Problem(
            _("a machine that has time to try the passphrase"),
            _("one that is too slow or too busy now"),
            _("It may be right, and nothing was changed: close what else runs, and try again."),
        )
        raise BadInput([problem]) from None


def lock() -> None:
    """Drop every key. What is on disk was sealed all the time."""
    from django.db import connections

    opened.forget()
    search_words.forget()
    connections.close_all()


def new_recovery_sheet(folder: Path) -> str:
    """New words for the recovery sheet; the old ones no longer open the vault. It must be open."""
    words = new_recovery_words()
    write_whole(find_vault(folder).recovery, seal_with_passphrase(opened.key(), words))
    return words


def now() -> datetime:
    """This moment, UTC."""
    return datetime.now(UTC)


def today() -> date:
    """This local calendar day: the day a caseworker means."""
    return date.today()


def _migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def _first_member(name: str) -> None:
    from raport.adapters.store.members import add_member

    pair = new_pair()
    add_member(
        name, role="coordinator", standing="none", recipient=pair.recipient, secret=pair.secret, at=now()
    )


def _bring_up_to_date(vault: Vault) -> None:
    """Bring an older database up to date, a sealed copy beside it first; refuse a newer one unchanged."""
    from raport.adapters.store.upgrade import bring_up_to_date

    try:
        bring_up_to_date(vault, now())
        _clear_up(vault)
        _complete_search()
    except BaseException:
        lock()
        raise


def _complete_search() -> None:
    """What an older Raport kept and did not index is found from now on."""
    from raport.adapters.store.members import members
    from raport.app.search import complete

    complete([m.id for m in members()])


def _clear_up(vault: Vault) -> None:
    """What a crash left among the objects."""
    from raport.app.exhibits import collect_orphans

    collect_orphans(now(), vault)
