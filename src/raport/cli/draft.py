"""`raport draft`: the letter of one step that is open, and the drafter's sheet beside it."""

import argparse
import sys
from datetime import date
from pathlib import Path

from raport.cli.options import add_lang, day, printable, refuse
from raport.cli.template import read

FORMS = ("docx", "pdf", "hand", "telegram", "phone", "sheet")


def add_parser(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command and its options."""
    parser = commands.add_parser(
        "draft",
        help="the letter of one step that is open, with what its drafter has to know",
        description="Draft the letter of a step that is open on a day. The drafter's sheet is printed and is "
        "never in the letter: who learns of the step, what is blank, what is cited and how surely that is "
        "known. A wrong REMEDY lists those that are open. Needs the extra `letters`.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="a case file")
    parser.add_argument("remedy", metavar="REMEDY", help="the id of a step, such as complaint-superior")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write the letter here; without it the sheet alone"
    )
    parser.add_argument(
        "--form", choices=FORMS, help="what to make (default: by the ending of --out, else docx)"
    )
    parser.add_argument("--on", type=day, metavar="DAY", help="the day of the letter (default: today)")
    parser.add_argument(
        "--filing", default="", metavar="ID", help="the filing it goes with, where several are open"
    )
    parser.add_argument(
        "--by", default="", metavar="AUTHOR", help="who writes: applicant, relative, advocate ..."
    )
    parser.add_argument(
        "--to", default="", metavar="AUTHORITY", help="whom it goes to, where there are several"
    )
    parser.add_argument(
        "--cleared", default="", metavar="IDS", help="wordings that an advocate has let through, by commas"
    )
    parser.add_argument(
        "--words",
        type=Path,
        metavar="FILE",
        help="forms of names and ranks put right by hand; misses are added",
    )
    parser.add_argument(
        "--template",
        type=Path,
        metavar="DOCX",
        help="a Word file of your own with {{fields}} (with --form docx); `raport template` tells which",
    )
    parser.add_argument(
        "--pack", metavar="PACK", help="a pack's id or folder instead of the file's jurisdiction"
    )
    add_lang(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Draft, print the sheet, write the letter."""
    try:
        from raport.app.drafts import draft_letter, letter_words, make, read_mended, remember_misses
    except ModuleNotFoundError as missing:
        raise refuse("the extra `letters`", f"no module {missing.name}", "install raport[letters]") from None
    from raport.app.assess_files import Laws, read_case_file
    from raport.app.template_fields import look_through
    from raport.drafting import Wish
    from raport.drafting.sheet import sheet
    from raport.law.letters import Form

    laws = Laws()
    if args.pack is not None:
        laws.law(args.pack)
    file = read_case_file(args.file, laws, use_pack=args.pack)
    law = laws.law(args.pack or file.case.jurisdiction)
    wish = Wish(
        args.remedy,
        args.on or date.today(),
        args.filing,
        args.by,
        args.to,
        frozenset(filter(None, args.cleared.split(","))),
    )
    template = look_through(read(args.template), args.template.name) if args.template else None
    drafted = draft_letter(file, law, wish, read_mended(args.words) if args.words else None, template)
    sys.stdout.write(sheet(drafted.letter, law.pack, letter_words(args.lang)))
    if args.words:
        added = remember_misses(drafted.letter, args.words)
        if added:
            print(printable(f"raport: {added} added to {args.words}: fill in `is`"), file=sys.stderr)
    if args.out is None:
        return 0
    form = Form(args.form or ("pdf" if args.out.suffix.lower() == ".pdf" else "docx"))
    args.out.write_bytes(make(drafted, form))
    return 0
