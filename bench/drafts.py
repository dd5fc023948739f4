"""Letters: how many a second as DOCX and as PDF, beside the library alone that writes them.

    drafts.py [LETTERS]

Ours is the whole of it from an assessed case: the choice of the step, the letter as a value with its guards,
names in their cases, the file. Beside it the library alone is given the same paragraphs, made before, puts
them into the form it asks for (docxtpl rich texts, typst JSON) and fills the same template, by the same
standard (PDF/A), with the same fonts; the two PDFs are the same bytes, which is looked at before.
In turn, in one run; every letter is another one. The dictionary and the fonts are loaded before, for both.
A goal that is missed is said, and the exit status is 1.
"""

import io
import json
import sys
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any

from docxtpl import DocxTemplate
from measuring import head, in_turn, told

from raport.adapters.cases import load_cases
from raport.adapters.letters import TEMPLATE
from raport.adapters.letters.docx import _paragraph as of_docx
from raport.adapters.letters.pdf import STANDARD, _compiler
from raport.adapters.packs import load_pack
from raport.app.drafts import Drafted, grammar_of, letter_words, make
from raport.assess import assess, prepare
from raport.drafting import Letter, Paragraph, Wish, draft, letters_open
from raport.law.letters import Form

SAMPLE = Path(__file__).resolve().parents[1] / "src/raport/sample"
LETTERS = 120
ROUNDS = 6
OTHER_DAYS = 100
"""Letters of days on which ours writes none: typst remembers what it has set once."""
LEAST = 0.8
DOCX, PDF, DOCXTPL, TYPST = "raport, DOCX", "raport, PDF", "docxtpl alone", "typst alone"


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else LETTERS
    each = max(1, count // ROUNDS)
    wishes = list(islice(cycle(open_letters()), each * (ROUNDS + 1)))
    made = [one(OTHER_DAYS) for one in wishes]
    lengths = [len(m.letter.paragraphs) for m in made]
    head(f"{each * ROUNDS} letters, {each} a round, {sum(lengths) // len(lengths)} paragraphs each")
    ready_docx = [m.letter.paragraphs for m in made]
    ready_pdf = [m.letter for m in made]
    for one in made[:each]:
        assert make(one, Form.PDF) == typst_alone(one.letter), "both make the same file"
    runs = {
        DOCX: lambda n: [make(one(n), Form.DOCX) for one in some(wishes, n, each)],
        DOCXTPL: lambda n: [docxtpl_alone(p) for p in some(ready_docx, n, each)],
        PDF: lambda n: [make(one(n), Form.PDF) for one in some(wishes, n, each)],
        TYPST: lambda n: [typst_alone(i) for i in some(ready_pdf, n, each)],
    }
    for run in runs.values():
        run(ROUNDS)  # templates, fonts and the dictionary are there before anything is timed
    found = in_turn(ROUNDS, runs)
    for name, seconds in found.items():
        told(name, median(seconds) / each, f"{each / median(seconds):,.0f} letters a second")
    told("the letter as a value, assessed case to guards", of_values(wishes) / len(wishes))
    missed = 0
    for ours, alone in ((DOCX, DOCXTPL), (PDF, TYPST)):
        ratio = median(b / a for a, b in zip(found[ours], found[alone], strict=True))
        verdict = "met" if ratio >= LEAST else "NOT MET"
        missed += ratio < LEAST
        print(
            f"  goal: {ours} beside {alone:<20}{ratio:6.2f} of its letters a second (>= {LEAST:g}) {verdict}"
        )
    return 1 if missed else 0


def some[T](many: list[T], n: int, each: int) -> list[T]:
    return many[n * each : (n + 1) * each]


def open_letters() -> list[Any]:
    """Each letter that is open in the sample, on the last day of its case, ready to be drafted."""
    law = prepare(load_pack("ru"))
    words, grammar = letter_words("ru"), grammar_of("ru")
    found = []
    for _, file in load_cases([SAMPLE], lambda _: law.pack):
        on = file.case.as_of
        assessment = assess(file.case, law, on, file.account)
        for remedy, filing in letters_open(assessment, law.pack):

            def one(n, file=file, assessment=assessment, on=on, step=(remedy, filing)) -> Drafted:
                wish = Wish(step[0], on + timedelta(days=n), step[1])
                letter = draft(file, law.pack, assessment, wish, grammar, words)
                return Drafted(letter, law.pack, words, file)

            found.append(one)
    return found


def of_values(wishes: list[Any]) -> float:
    from time import process_time

    before = process_time()
    for one in wishes:
        one(0)
    return process_time() - before


def docxtpl_alone(paragraphs: tuple[Paragraph, ...]) -> bytes:
    document = DocxTemplate(io.BytesIO(TEMPLATE.read_bytes()))
    document.render({"letter": [of_docx(p) for p in paragraphs]}, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def typst_alone(letter: Letter) -> object:
    on = letter.on
    told_ = {
        "title": letter.title,
        "paragraphs": [
            {
                "part": p.as_.value,
                "number": p.number,
                "runs": [{"text": run.shown, "blank": run.blank} for run in p.runs],
            }
            for p in letter.paragraphs
        ],
        "on": {"year": on.year, "month": on.month, "day": on.day},
    }
    compiled = partial(_compiler("letter.typ").compile, format="pdf", pdf_standards=[STANDARD])
    return compiled(
        sys_inputs={"letter": json.dumps(told_, ensure_ascii=False)},
        timestamp=datetime(on.year, on.month, on.day, tzinfo=UTC),
    )


if __name__ == "__main__":
    sys.exit(main())
