"""The terminal: `raport assess`, `explain`, `law`, `schema`, `demo`."""

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from raport import __version__
from raport.cli import assess, demo, desk, explain, law, schema
from raport.errors import BadInput, RaportError

OK, BAD_INPUT = 0, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0 done; 2 bad input, each mistake on stderr; never a traceback for what a user
    gave.
    """
    _utf8()
    args = _parser().parse_args(argv)
    try:
        code: int = args.run(args)
    except BadInput as bad:
        for problem in bad.problems:
            print(problem, file=sys.stderr)
        return BAD_INPUT
    except RaportError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        # The reader (`| head`) has gone: nothing more to say, and nothing to say it to.
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except KeyboardInterrupt:
        return 130
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="raport",
        description="Where each request to leave the army stands in law on a day, why, and what next.",
        epilog="Not legal advice: the confidence of every provision is shown, and no lawyer has reviewed the "
        "pack yet.",
    )
    parser.add_argument("--version", action="version", version=f"raport {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in (assess, explain, law, schema, demo, desk):
        command.add_parser(commands)
    return parser


def _utf8() -> None:
    """Russian prints on any terminal: where its encoding cannot, letters are replaced, never a crash."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr] # a test's stream may not have it
