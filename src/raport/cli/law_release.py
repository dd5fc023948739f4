"""`raport law keygen`, `release`, `trust`, `update`: packs released apart from the program, signed by two."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from raport.cli.options import add_lang, printable, refuse

if TYPE_CHECKING:
    from raport.adapters.releases.notes import Signer

VAULT, KEY = "RAPORT_PASSPHRASE", "RAPORT_KEY_PASSPHRASE"  # for scripts


def add_parsers(own: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands and their options."""
    keygen = own.add_parser("keygen", help="a key to sign releases with, under a passphrase")
    keygen.add_argument("name", metavar="NAME", help="of the key, such as lawyers.example/one; no person's")
    keygen.add_argument("--out", required=True, type=Path, metavar="F", help="the file for the secret key")
    keygen.set_defaults(run=run_keygen)

    release = own.add_parser("release", help="the release of a pack, signed; by a second holder: once more")
    release.add_argument("folder", type=Path, metavar="DIR", help="the pack's folder")
    release.add_argument("--out", required=True, type=Path, metavar="F", help="the file of the release")
    release.add_argument("--key", required=True, type=Path, metavar="K", help="the file of the secret key")
    release.set_defaults(run=run_release)

    trust = own.add_parser("trust", help="whose signatures this vault believes: all of them, or one more")
    trust.add_argument("key", nargs="?", default="", metavar="KEY", help="a public key: name+hash+key")
    trust.add_argument("--remove", default="", metavar="NAME", help="believe the key of this name no more")
    _with_vault(trust)
    trust.set_defaults(run=run_trust)

    update = own.add_parser("update", help="what a signed release changes, and with --yes take it")
    update.add_argument("file", type=Path, metavar="FILE", help="the file of the release")
    update.add_argument("--yes", action="store_true", help="take it")
    _with_vault(update)
    add_lang(update)
    update.set_defaults(run=run_update)


def _with_vault(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--vault", type=Path, metavar="FOLDER", help="the folder of the vault (default: raport in your home)"
    )


def run_keygen(args: argparse.Namespace) -> int:
    """Make a key: the secret half sealed to a file, the public one printed."""
    _needed()
    from raport.adapters.keys import seal_with_passphrase
    from raport.adapters.releases.notes import new_signer
    from raport.adapters.store.vaults import write_whole

    if args.out.exists():
        raise refuse("a name for a new file", "one that is there", "a key is never written over")
    signer = new_signer(args.name)
    passphrase = os.environ.get(KEY) or getpass.getpass("A passphrase for the key: ")
    if not passphrase:
        raise refuse("a passphrase for the key", "none", "whoever finds the file must not sign with it")
    write_whole(args.out, seal_with_passphrase(signer.secret().encode(), passphrase))
    print(signer.verifier)
    print(
        "This line is public: give it to those who take releases. The file stays with you.", file=sys.stderr
    )
    return 0


def run_release(args: argparse.Namespace) -> int:
    """Make and sign a release, or add a signature to one that another holder made of the same files."""
    _needed()
    from raport.adapters.releases.archive import read_archive
    from raport.adapters.store.vaults import write_whole
    from raport.app.releasing import make_release

    data = make_release(args.folder, args.out, _signer(args.key))
    write_whole(args.out, data)
    archive = read_archive(data)
    names = ", ".join(s.name for s in archive.note.signatures)
    manifest = archive.manifest
    print(printable(f"{manifest.pack} release {manifest.release}: {len(manifest.files)} files, by {names}"))
    return 0


def run_trust(args: argparse.Namespace) -> int:
    """List the keys that are believed, add one, or take one away."""
    with _vault(args):
        from raport.app import releases

        if args.remove and not releases.distrust(args.remove):
            raise refuse(
                "the name of a key that this vault trusts", args.remove, "raport law trust lists them"
            )
        if args.key:
            releases.trust(args.key)
        for one in releases.trusted():
            print(printable(str(one)))
    return 0


def run_update(args: argparse.Namespace) -> int:
    """Verify a release, tell what it changes, and with `--yes` take it."""
    data = args.file.read_bytes()
    with _vault(args) as member:
        from tqdm import tqdm

        from raport.adapters.sentences import load_words
        from raport.app.files import Author
        from raport.app.laws import stamp_of
        from raport.app.releases import check_newer, install, open_cases_of, read_release, trusted
        from raport.app.updating import change_of
        from raport.app.vault import now, today
        from raport.prose.updating import tell_change

        release = read_release(data, trusted(), args.file.name)
        check_newer(release.pack)
        author, words, cases = (
            Author(member, now(), today()),
            load_words(args.lang),
            open_cases_of(release.pack.id),
        )
        with tqdm(total=len(cases), desc="cases", unit="case", leave=False, delay=1) as bar:
            change = change_of(release, cases, author, words, bar.update)
        print(tell_change(change, author.on, words), flush=True)
        if args.yes or _agreed():
            install(release, author)
            print(words("update-taken", after=stamp_of(release.pack)))
        else:
            print(words("update-not-taken"))
    return 0


def _agreed() -> bool:
    """Whether somebody who sits there says yes."""
    if sys.stdin is None or not sys.stdin.isatty():
        return False
    return input("Take it? Type yes: ").strip() == "yes"


def _signer(path: Path) -> "Signer":
    from raport.adapters.keys import NotOpenedError, open_with_passphrase
    from raport.adapters.releases.notes import read_signer

    passphrase = os.environ.get(KEY) or getpass.getpass(f"The passphrase of {path.name}: ")
    try:
        return read_signer(open_with_passphrase(path.read_bytes(), passphrase).decode())
    except (NotOpenedError, UnicodeDecodeError):
        raise refuse("the passphrase of this key", "another, or another file", "nothing was signed") from None


@contextmanager
def _vault(args: argparse.Namespace) -> Iterator[str]:
    """The vault, open while the block runs; gives its first member."""
    _needed()
    import django

    folder = args.vault.expanduser() if args.vault else Path.home() / "raport"
    os.environ["RAPORT_VAULT"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "raport.web.desk.settings"
    django.setup()
    from raport.adapters.keys import NotOpenedError
    from raport.adapters.store.members import members
    from raport.adapters.store.vaults import find_vault
    from raport.app.vault import lock, open_vault

    find_vault(folder)
    try:
        open_vault(folder, os.environ.get(VAULT) or getpass.getpass("Passphrase: "))
    except NotOpenedError:
        raise refuse("the passphrase of this vault", "another", "nothing was changed") from None
    try:
        yield members()[0].id
    finally:
        lock()


def _needed() -> None:
    if not all(map(find_spec, ("cryptography", "django", "pyrage"))):
        raise refuse("the desk's libraries", "none", "install raport[desk]")
