"""`raport desk`: the desk in the browser, over one vault on this machine."""

import argparse
import os
import secrets
import socket
import sys
import tempfile
import webbrowser
from pathlib import Path

from raport.cli.options import refuse

HOST = "127.0.0.1"


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "desk",
        help="inbox, docket and cases in the browser, over one sealed folder on this machine",
        description="Serves the desk on this machine only. The first run makes the vault: a folder that "
        "opens with your passphrase. It locks after ten idle minutes.",
    )
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        default=Path.home() / "raport",
        metavar="FOLDER",
        help="the folder of the vault (default: raport in your home)",
    )
    parser.add_argument(
        "--port", type=int, default=0, metavar="N", help="the port (default: any that is free)"
    )
    parser.add_argument(
        "--demo", action="store_true", help="a vault for looking, with the sample, thrown away"
    )
    parser.add_argument("--no-browser", action="store_true", help="print the address, open nothing")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until interrupted."""
    try:
        import django
    except ImportError:
        raise refuse("the desk's libraries", "none", "install raport[desk]") from None
    with tempfile.TemporaryDirectory(prefix="raport-demo-") as folder:
        os.environ["RAPORT_VAULT"] = str(Path(folder, "vault") if args.demo else args.folder.expanduser())
        os.environ["DJANGO_SETTINGS_MODULE"] = "raport.web.desk.settings"
        django.setup()
        token = _demo() if args.demo else ""
        _serve(args, token)
    return 0


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

    from raport.web.desk import idle

    server = create_server(
        get_wsgi_application(),
        sockets=[_listen(args.port)],
        threads=4,
        ident=None,
        clear_untrusted_proxy_headers=True,
    )
    idle.watch()
    address = f"http://{HOST}:{server.effective_port}/{path}"
    print(f"The desk: {address}\nCtrl-C ends it.", flush=True)
    if not args.no_browser:
        webbrowser.open(address)
    try:
        server.run()
    finally:
        server.close()


def _listen(port: int) -> socket.socket:
    found = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        found.bind((HOST, port))
    except OSError as error:
        found.close()
        raise refuse(f"a free port, {port}", error.strerror or "one in use", "leave --port out") from None
    return found
