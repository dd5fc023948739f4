"""`raport desk`: the desk in the browser, over one vault on this machine."""

import argparse
import getpass
import os
import secrets
import signal
import socket
import sys
import tempfile
import threading
import webbrowser
from contextlib import suppress
from pathlib import Path

from raport.cli.options import refuse

CHECK, REINDEX = "check", "reindex"
PASSPHRASE = "RAPORT_PASSPHRASE"  # noqa: S105 - the name of a variable, for scripts


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "desk",
        help="inbox, docket and cases in the browser, over one sealed folder on this machine",
        description="Serves the desk on this machine only. The first run makes the vault: a folder that "
        "opens with your passphrase. It locks after ten idle minutes. `raport desk check` compares every row "
        "that the docket keeps with a fresh assessment; `raport desk reindex` builds the index of search "
        "anew.",
    )
    parser.add_argument(
        "words",
        nargs="*",
        metavar="[check|reindex] FOLDER",
        help="the folder of the vault (default: raport in your home; one named check: ./check)",
    )
    parser.add_argument(
        "--port", type=int, default=0, metavar="N", help="the port (default: any that is free)"
    )
    parser.add_argument(
        "--demo", action="store_true", help="a vault for looking, with the sample, thrown away"
    )
    parser.add_argument(
        "--lock-after",
        type=_minutes,
        default=10.0,
        metavar="MINUTES",
        help="lock after so many idle minutes, at most 60 (default: 10)",
    )
    parser.add_argument("--no-browser", action="store_true", help="print the address, open nothing")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted; or, as `raport desk check` and `reindex`, look after what is kept."""
    act = {CHECK: _check, REINDEX: _reindex}.get(args.words[0]) if args.words else None
    folder = _folder(args.words if act is None else args.words[1:])
    try:
        import django
    except ImportError:
        raise refuse("the desk's libraries", "none", "install raport[desk]") from None
    with tempfile.TemporaryDirectory(prefix="raport-demo-", ignore_cleanup_errors=True) as thrown_away:
        os.environ["RAPORT_VAULT"] = str(Path(thrown_away, "vault") if args.demo else folder)
        os.environ["DJANGO_SETTINGS_MODULE"] = "raport.web.desk.settings"
        django.setup()
        if act is not None:
            return act(folder)
        _end_on_signals()
        token = _demo() if args.demo else ""
        _serve(args, token)
    return 0


def _minutes(text: str) -> float:
    minutes = float(text)
    if not 0 < minutes <= 60:
        raise ValueError(text)
    return minutes


def _folder(words: list[str]) -> Path:
    if len(words) > 1:
        raise refuse("one folder", " ".join(words), "raport desk [check|reindex] FOLDER")
    return Path(words[0]).expanduser() if words else Path.home() / "raport"


def _check(folder: Path) -> int:
    """Compare every kept row with a fresh assessment: 0 where all are equal, 2 where one differs."""
    from collections import Counter
    from datetime import date

    from tqdm import tqdm

    from raport.adapters.keys import NotOpenedError
    from raport.adapters.store.files import file
    from raport.adapters.store.members import members
    from raport.app.docket import Fault, check_rows, count_open
    from raport.app.files import name_of
    from raport.app.vault import lock, open_vault

    try:
        open_vault(folder, os.environ.get(PASSPHRASE) or getpass.getpass("Passphrase: "))
    except NotOpenedError:
        raise refuse("the passphrase of this vault", "another", "nothing was changed") from None
    try:
        size, member = count_open(), members()[0].id
        faults: Counter[Fault | None] = Counter()
        with tqdm(total=size, desc="check", unit="case", file=sys.stderr, leave=False, delay=1) as bar:
            for one in check_rows(member, date.today(), bar.update):
                faults[one.fault] += 1
                row = file(one.file) if one.fault is not None else None
                if one.fault is not None and row is not None:
                    bar.write(f"{name_of(row)} {one.file}: {one.fault.told}", file=sys.stdout)
    finally:
        lock()
    seen = sum(faults.values())
    print(f"{seen} of {size} open cases: {faults[None]} equal to a fresh assessment", end="")
    told = [(fault, faults[fault]) for fault in Fault if faults[fault]]
    print("".join(f", {count} {fault.value}" for fault, count in told))
    return 2 if seen < size or any(fault.grave for fault, _ in told) else 0


def _reindex(folder: Path) -> int:
    """Build the index of search anew: 0 where every file could be opened by some member, else 2."""
    from tqdm import tqdm

    from raport.adapters.keys import NotOpenedError
    from raport.adapters.store.members import members
    from raport.adapters.store.search import count, every_file
    from raport.app.search import rebuild
    from raport.app.vault import lock, open_vault

    try:
        open_vault(folder, os.environ.get(PASSPHRASE) or getpass.getpass("Passphrase: "))
    except NotOpenedError:
        raise refuse("the passphrase of this vault", "another", "nothing was changed") from None
    try:
        files = len(every_file())
        with tqdm(total=files, desc="reindex", unit="file", file=sys.stderr, leave=False, delay=1) as bar:
            unopened = rebuild([m.id for m in members()], bar.update)
        print(f"{files - unopened} of {files} files, {count()} documents in the index")
    finally:
        lock()
    return 2 if unopened else 0


def _demo() -> str:
    """A vault with the sample in it, open; the token signs the first visit in."""
    from django.conf import settings

    from raport.app.demo import make_demo

    print("Making a vault with the sample ...", file=sys.stderr, flush=True)
    make_demo(settings.FOLDER)
    settings.DEMO_TOKEN = secrets.token_urlsafe(16)
    return f"demo/?t={settings.DEMO_TOKEN}"


def _serve(args: argparse.Namespace, path: str) -> None:
    from django.core.wsgi import get_wsgi_application
    from waitress.server import create_server

    from raport.adapters.logins import NAME
    from raport.web.desk import idle
    from raport.web.desk.uploads import SERVER_LIMITS

    sockets = _listen(args.port)
    port = sockets[0].getsockname()[1]
    server = create_server(
        get_wsgi_application(),
        sockets=sockets,
        threads=4,
        ident=None,
        clear_untrusted_proxy_headers=True,
        **SERVER_LIMITS,
    )
    idle.watch(args.lock_after * 60)
    address = f"http://{NAME}:{port}/{path}"
    print(f"The desk: {address}")
    if args.demo:
        _tell_demo()
    if not args.no_browser:
        _open_browser(address)
    print("Ctrl-C ends it.", flush=True)
    try:
        server.run()
    finally:
        server.close()


def _tell_demo() -> None:
    from django.conf import settings

    from raport.app.demo import PASSPHRASE as KNOWN

    print(f"Locked, it opens with: {KNOWN}")
    print(f"All in it is invented. It lies in {settings.FOLDER} and is thrown away at the end.")


def _open_browser(address: str) -> None:
    """Open a window where there can be one; a browser of the terminal would take the terminal away."""
    if not _has_windows():
        print("No window can be opened from here: open the address yourself.")
        return
    threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _has_windows() -> bool:
    asked = ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in asked)


def _end_on_signals() -> None:
    """Told to end, or its terminal closed, it ends as by Ctrl-C: nothing of a demo is left behind."""
    for name in ("SIGTERM", "SIGHUP"):  # the second only where terminals send it
        number = getattr(signal, name, None)
        if number is not None:
            signal.signal(number, _interrupt)


def _interrupt(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _listen(port: int) -> list[socket.socket]:
    """One port on each loopback address: on one left free another program could answer to our name."""
    told = ""
    for _try in range(1 if port else 5):
        try:
            return _bound(port)
        except OSError as error:
            told = error.strerror or "one in use"
    raise refuse(f"a free port, {port}", told, "leave --port out")


def _bound(port: int) -> list[socket.socket]:
    found: list[socket.socket] = []
    try:
        for family, host in _loopback():
            found.append(socket.socket(family, socket.SOCK_STREAM))
            found[-1].bind((host, port))
            port = found[-1].getsockname()[1]
    except OSError:
        for one in found:
            one.close()
        raise
    return found


def _loopback() -> list[tuple[socket.AddressFamily, str]]:
    """The loopback addresses of this machine: some have no IPv6."""
    with suppress(OSError), socket.socket(socket.AF_INET6, socket.SOCK_STREAM) as one:
        one.bind(("::1", 0))
        return [(socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")]
    return [(socket.AF_INET, "127.0.0.1")]
