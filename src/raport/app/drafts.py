"""A draft of one letter from a case file, and the file it is given out as."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from raport.adapters.docx import Grid, Heading, Line, write_docx
from raport.adapters.grammar import Mended, Russian
from raport.adapters.letters import fill_template, write_hand_pdf, write_letter_docx, write_letter_pdf
from raport.adapters.sentences import load_words
from raport.adapters.toml import read_toml
from raport.app.template_fields import Template
from raport.app.traces import without_traces
from raport.assess import Assessment, Law, assess
from raport.casefile import CaseFile
from raport.documents import Fields, Problems
from raport.drafting import Grammar, Letter, Plain, Wish, draft
from raport.drafting.bilingual import both
from raport.drafting.sheet import MOST_BY_HAND, lines_by_hand, phone_text, telegram_text
from raport.errors import BadInput, Problem
from raport.law import Pack
from raport.law.letters import Cases, Form
from raport.prose import Words

RUSSIAN = "ru"
SUFFIXES: Mapping[Form, str] = {
    Form.DOCX: ".docx",
    Form.PDF: ".pdf",
    Form.SHEET: ".docx",
    Form.HAND: ".pdf",
    Form.TELEGRAM: ".txt",
    Form.PHONE: ".txt",
}
"""What each form is written as."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A letter, and the words of its language. `template`: of the group's own, for its Word file."""

    letter: Letter
    pack: Pack
    words: Words
    file: CaseFile
    template: Template | None = None


def draft_letter(
    file: CaseFile,
    law: Law,
    wish: Wish,
    mended: Mended | None = None,
    template: Template | None = None,
) -> Drafted:
    """The letter that the wish asks for. Raises `BadInput` where there is none.

    `template`: of the group's own. Then the blanks are those of the Word file made with it.
    """
    assessment = assess(file.case, law, wish.on, file.account)
    return draft_assessed(file, law.pack, assessment, wish, mended, template)


def draft_assessed(
    file: CaseFile,
    pack: Pack,
    assessment: Assessment,
    wish: Wish,
    mended: Mended | None = None,
    template: Template | None = None,
) -> Drafted:
    """The same of a case that was assessed on the letter's day."""
    rule = pack.remedies.get(wish.remedy)
    skeleton = pack.letters.skeletons.get(rule.letter) if rule is not None else None
    language = skeleton.language if skeleton is not None else pack.languages[0]
    words = letter_words(language)
    own = template.own if template is not None else None
    letter = draft(file, pack, assessment, wish, grammar_of(language, mended), words, own)
    return Drafted(letter, pack, words, file, template)


def letter_words(language: str) -> Words:
    """The sentences of letters and of the program in one language."""
    return load_words(language, packages=("raport.prose", "raport.drafting"))


def grammar_of(language: str, mended: Mended | None = None) -> Grammar:
    """The grammar of a language: Russian, or none."""
    return Russian(mended) if language == RUSSIAN else Plain()


def make(drafted: Drafted, form: Form) -> bytes:
    """The letter in one of its forms. Raises `BadInput`: a stop is not cleared, the letter has no such form,
    or it is too long to be copied by hand.
    """
    letter = drafted.letter
    if letter.stopped:
        found = ", ".join(dict.fromkeys(s.wording for s in letter.stopped))
        raise BadInput([Problem("words that an advocate has cleared", found, "the sheet says why")])
    if form not in letter.skeleton.forms:
        known = ", ".join(sorted(f.value for f in letter.skeleton.forms))
        raise BadInput([Problem(f"a form of this letter: {known}", form.value)])
    match form:
        case Form.DOCX:
            return without_traces(_docx(drafted))
        case Form.PDF:
            return write_letter_pdf(letter.paragraphs, letter.on, letter.title)
        case Form.SHEET:
            return without_traces(_sheet(drafted))
        case Form.HAND:
            return _by_hand(drafted)
        case Form.TELEGRAM:
            return telegram_text(letter).encode()
        case Form.PHONE:
            assert letter.phone is not None, "a letter with this form has a script"
            return phone_text(letter.phone, drafted.words).encode()


def _docx(drafted: Drafted) -> bytes:
    template = drafted.template
    if template is None:
        return write_letter_docx(drafted.letter.paragraphs, drafted.letter.on)
    return fill_template(template.read, drafted.letter.fields, template.name)


def _by_hand(drafted: Drafted) -> bytes:
    letter, words = drafted.letter, drafted.words
    count = lines_by_hand(letter.hand)
    if count > MOST_BY_HAND:
        raise BadInput([Problem(words("hand-long", most=MOST_BY_HAND), str(count))])
    page, _, of = words("hand-page", n="|", all="").partition("|")
    last = [words("hand-how", mark=letter.skeleton.mark)]
    return write_hand_pdf(letter.hand, letter.on, (page.strip(), of.strip()), last)


def _sheet(drafted: Drafted) -> bytes:
    """The same facts in two languages, for counsel abroad."""
    table = both(drafted.letter, drafted.pack, drafted.file, letter_words, grammar_of)
    return write_docx(
        [
            Heading(table.title, 1),
            *(Line(line) for line in table.head),
            Heading(table.facts_title),
            Grid(table.languages, table.facts, (8.5, 8.5)),
            Heading(table.law_title),
            Grid(table.languages, table.law, (8.5, 8.5)),
        ],
        drafted.letter.on,
    )


# --- forms that people put right --------------------------------------------------------------------------


def read_mended(path: Path) -> dict[tuple[str, Cases], str]:
    """The forms people wrote down; those still to be filled in are left out. Raises `BadInput`."""
    if not path.exists():
        return {}
    problems = Problems()
    document = read_toml(path.name, path.read_bytes())
    top = Fields(document, (), document.values, problems)
    found = {}
    for row in top.tables("word"):
        words, case = row.text("words"), row.word("case", [c.value for c in Cases])
        right = row.text("is")
        row.done()
        if right.strip():
            found[words, Cases(case)] = right
    top.done()
    problems.raise_any()
    return found


def remember_misses(letter: Letter, path: Path) -> int:
    """Write what the rules were not sure of to the end of the file, to be put right by hand; how many."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    told = [
        f'[[word]]\nwords = "{one.words}"\ncase = "{one.case.value}"\nis = ""   # {one.result}?\n'
        for one in letter.inflected
        if not one.sure and f'words = "{one.words}"\ncase = "{one.case.value}"\n' not in old
    ]
    if told:
        path.write_text("\n".join(filter(None, (old.rstrip("\n"), *told))), encoding="utf-8")
    return len(told)
