"""The terminal: `raport assess`, `explain`, `draft`, `template`, `law`, `schema`, `demo`."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from raport import __version__
from raport.cli import assess, demo, desk, doctor, draft, explain, law, read, schema, template
from raport.cli.options import can_write, complain, printable
from raport.errors import BadInput, RaportError

OK, NOT_WRITTEN, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0 done; 2 bad input, each mistake on stderr; 1 where the answer could not be written.

    Never a traceback for what a user gave, nor for a reader who has gone or a disk that is full.
    """
    _streams()
    args = _arguments(argv)
    _warn_of_letters(getattr(args, "lang", ""))
    try:
        code: int = args.run(args)
        sys.stdout.flush()
    except BadInput as bad:
        complain(bad.problems)
        return BAD_INPUT
    except RaportError as error:
        print(printable(str(error)), file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        # The reader (`| head`) has gone: nothing more to say, and nothing to say it to.
        _silence()
        return OK
    except OSError as error:
        _silence()
        what = error.filename or "the answer could not be written"
        print(printable(f"raport: {what}: {error.strerror or error}"), file=sys.stderr)
        return NOT_WRITTEN
    except KeyboardInterrupt:
        _silence()
        return INTERRUPTED
    return code


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments; files may stand before options and after them."""
    parser = _parser()
    args, rest = parser.parse_known_args(argv)
    files = [Path(word) for word in rest if not word.startswith("-")]
    if rest and (len(files) < len(rest) or not hasattr(args, "files")):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    if files:
        args.files += files
    return args


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="raport",
        description="Where each request to leave the army stands in law on a day, why, and what next.",
        epilog="Not legal advice: the confidence of every provision is shown, and no lawyer has reviewed the "
        "pack yet.",
    )
    parser.add_argument("--version", action="version", version=f"raport {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in (assess, explain, draft, template, read, law, schema, demo, desk, doctor):
        command.add_parser(commands)
    return parser


def _streams() -> None:
    """Streams that take any text: a letter that a terminal's encoding lacks is replaced, never a crash."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - as long as we live
            continue
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # a test's stream may not have it


def _warn_of_letters(lang: str) -> None:
    """Where the terminal has no Russian letters, say why the answer is full of question marks."""
    encoding = sys.stdout.encoding or "ascii"
    if lang != "ru" or can_write(encoding):
        return
    told = f"raport: the encoding {encoding} has no Russian letters: each is shown as ?"
    print(f"{told}; take --lang en, or a UTF-8 locale", file=sys.stderr)


def _silence() -> None:
    """What still waits to be written has no reader: the end of the program shall not complain of it."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
