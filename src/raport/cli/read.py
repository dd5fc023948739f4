"""`raport read`: what a paper that came back seems to say, and one clean PDF of it."""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from raport.cli.options import add_lang, can_write, day, printable, refuse
from raport.cli.read_letter import is_letter, tell_letters
from raport.prose.layout import heading, paragraph, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from raport.app.reading import ClockMove, Given, Reading, Refused
    from raport.law import Pack
    from raport.prose import Words
    from raport.reading.papers import Abstention, Proposal

MOST_BYTES = 200 * 1024 * 1024
_WIDTHS = (17, 30, 4, 21)
_DEFAULT_PACK = "ru"
_SCAN = "a photograph, TIFF, HEIC or PDF; or letters saved as EML: where they came from"


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "read",
        help="what a scanned or photographed paper seems to say",
        description="Read the scans and photographs of one paper, in the order of its pages: who wrote, "
        "number, day, what it answers, which kind of answer, articles. Each is a proposal with its place on "
        "the page; what is not sure is not proposed. The files themselves are never changed. Needs the extra "
        "`read`, and Tesseract with Russian.",
    )
    parser.add_argument("files", nargs="+", type=Path, metavar="SCAN", help=_SCAN)
    parser.add_argument("--case", type=Path, metavar="FILE", help="the case it may belong to")
    parser.add_argument("--out", type=Path, metavar="PDF", help="write one clean PDF of all pages here")
    parser.add_argument(
        "--key", type=Path, metavar="FILE", help="of a letter: public keys of domains, as TXT records"
    )
    parser.add_argument("--json", action="store_true", help="as JSON, with every word and its rectangle")
    parser.add_argument(
        "--on", type=day, metavar="DAY", help="the day on which clocks stand (default: today)"
    )
    parser.add_argument(
        "--pack", metavar="PACK", help="a pack's id or folder instead of the file's jurisdiction"
    )
    add_lang(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Read, print, write the PDF. 2 where something was not read; the rest is read all the same."""
    if all(is_letter(path) for path in args.files) and not (args.json or args.out or args.case):
        return tell_letters(args.files, args.key, args.lang)
    try:
        from raport.app.reading import NoReaderError, Reading, propose, scan
        from raport.app.reading_written import write_reading
    except ModuleNotFoundError as missing:
        raise refuse("the extra `read`", f"no module {missing.name}", "install raport[read]") from None
    from raport.adapters.sentences import load_words
    from raport.app.assess_files import Laws, read_case_file

    _check_out(args.out, args.files)
    laws = Laws()
    file = read_case_file(args.case, laws, use_pack=args.pack) if args.case else None
    law = laws.law(args.pack or (file.case.jurisdiction if file else _DEFAULT_PACK))
    given = [_read(path) for path in args.files]
    try:
        with _bar() as step:
            scanned = scan(given, step=step)
    except NoReaderError as lacking:
        expected = "Tesseract with Russian, and the extra `read`"
        raise refuse(expected, str(lacking), "apt install tesseract-ocr tesseract-ocr-rus") from None
    reading = Reading(scanned, *propose([p.words for p in scanned.pages], law, file, args.on or date.today()))
    if args.out and scanned.pdf:
        args.out.write_bytes(scanned.pdf)
    words = load_words(args.lang, packages=("raport.prose", "raport.reading.papers"))
    if args.json:
        escaped = not can_write(sys.stdout.encoding or "ascii")
        json.dump(write_reading(reading, given), sys.stdout, ensure_ascii=escaped, indent=2)
        print()
    else:
        told = Told(reading, given, law.pack, words).lines(file.case.id if file else "")
        if args.out and scanned.pdf:
            told += ["", *paragraph(words("read-out", path=args.out))]
        sys.stdout.write("\n".join(told).strip("\n") + "\n")
    for one in scanned.refused:
        print(printable(f"raport: {_refusal(one, words)}"), file=sys.stderr)
    return 2 if scanned.refused else 0


def _check_out(out: Path | None, files: Sequence[Path]) -> None:
    """An original is never written over."""
    if out is not None and any(out.exists() and f.exists() and out.samefile(f) for f in files):
        raise refuse("another file for the clean PDF", str(out), "the original stays as it came")


def _read(path: Path) -> "Given":
    from raport.app.reading import Given

    try:
        if path.stat().st_size > MOST_BYTES:
            raise refuse(f"a scan of at most {MOST_BYTES // 1024**2} MB", str(path), "split it")
        return Given(path.name, path.read_bytes())
    except OSError as error:
        raise refuse("a file that can be read", f"{path}: {error.strerror or error}", "") from None


@contextmanager
def _bar() -> "Iterator[Callable[[int], object]]":
    """Pages done, on stderr, where somebody is looking."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from tqdm import tqdm

    with tqdm(unit="page", file=sys.stderr, leave=False, ncols=80) as bar:
        yield lambda _: bar.update()


def _refusal(one: "Refused", words: "Words") -> str:
    why = words(f"refused-{one.why}")
    if one.page is None:
        return words("refused-file", name=one.name, why=why)
    return words("refused-page", name=one.name, page=one.page + 1, why=why)


class Told:
    """A reading as lines of 80 columns."""

    def __init__(self, reading: "Reading", given: Sequence["Given"], pack: "Pack", words: "Words") -> None:
        self._reading, self._given, self._pack, self._w = reading, given, pack, words

    def lines(self, case: str) -> list[str]:
        """All of it, what is proposed first."""
        w, reading = self._w, self._reading
        lines = heading(w("read-head", pages=len(reading.scan.pages), files=len(self._given)))
        lines += paragraph(w("read-nothing-accepted"))
        if case:
            lines += paragraph(w("read-case", case=case))
        lines += ["", *heading(w("read-proposed"), "-"), *self._proposed()]
        lines += ["", *paragraph(w("read-measured", letters=_measured()))]
        if reading.findings.abstentions:
            lines += ["", *heading(w("read-abstained"), "-")]
            lines += [line for one in reading.findings.abstentions for line in self._abstained(one)]
        if case and reading.event:
            lines += ["", *heading(w("read-moves"), "-"), *self._moved()]
        if reading.scan.refused:
            lines += ["", *heading(w("read-refused"), "-")]
            lines += [
                line for one in reading.scan.refused for line in paragraph(printable(_refusal(one, w)), 2)
            ]
        return lines

    def _proposed(self) -> list[str]:
        w, proposals = self._w, self._reading.findings.proposals
        if not proposals:
            return paragraph(w("read-none"), 2)
        head = [w(f"read-{name}") for name in ("field", "value", "page", "doubts")]
        return table(head, [self._row(one) for one in proposals], _WIDTHS)

    def _row(self, one: "Proposal") -> list[str]:
        w = self._w
        value = self._value(one)
        said = printable(one.said)
        doubts = [w(f"doubt-{doubt.value}") for doubt in one.doubts]
        if one.grounds:
            doubts.insert(0, " + ".join(w(f"ground-{ground.value}") for ground in one.grounds))
        pages = ", ".join(str(n + 1) for n in sorted({place.page for place in one.places}))
        told = said if value in ("", said) else w("read-as", value=value, said=said)
        return [w(f"field-{one.field.value}"), told, pages, "; ".join(doubts)]

    def _value(self, one: "Proposal") -> str:
        """As people call it: a day, an authority, a class of reply, a provision."""
        from raport.reading.papers import Field

        match one.field:
            case Field.SENDER:
                return self._w.of(self._pack.authorities[one.value].label)
            case Field.KIND:
                return self._w.of(self._pack.answers[one.value].label)
            case Field.ARTICLE:
                return self._w.of(self._pack.provisions[one.value].cite) if one.value else ""
            case Field.DATE | Field.INCOMING_DATE | Field.ANSWERS_TO_DATE:
                return self._w.day(date.fromisoformat(one.value))
            case Field.NUMBER | Field.INCOMING | Field.ANSWERS_TO | Field.FILING:
                return one.value

    def _abstained(self, one: "Abstention") -> Iterable[str]:
        candidates = ", ".join(dict.fromkeys(self._value(c) or printable(c.said) for c in one.candidates))
        why = self._w(f"why-{one.why.value}", candidates=candidates)
        return paragraph(f"{self._w(f'field-{one.field.value}')}: {why}", 2)

    def _moved(self) -> list[str]:
        w, reading = self._w, self._reading
        from raport.reading.papers import Field

        on = reading.findings.proposed(Field.DATE)
        if on is None or not reading.moves:
            return paragraph(w("read-no-moves"), 2)
        kind = w.of(self._pack.kinds[reading.event].label)
        lines = paragraph(w("read-event", kind=kind, day=w.day(date.fromisoformat(on.value))), 2)
        return lines + [line for move in reading.moves for line in paragraph(self._move(move), 2, "- ")]

    def _move(self, move: "ClockMove") -> str:
        clock = self._w.of(self._pack.clocks[move.clock].label)
        if move.stops:
            return self._w("read-stops", filing=move.filing, clock=clock)
        if move.before is None:
            due = self._w.span(move.due) if move.due is not None else "?"
            return self._w("read-begins", filing=move.filing, clock=clock, due=due)
        return self._w("read-changes", filing=move.filing, clock=clock)


def _measured() -> int:
    from raport.app.reading import MEASURED_ON

    return MEASURED_ON
