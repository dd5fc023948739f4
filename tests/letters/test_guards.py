"""What stops a letter, keeps it from being sent, or keeps it from being made at all."""

from dataclasses import replace
from datetime import date

import pytest

from raport.app.drafts import Drafted, draft_letter, make
from raport.casefile import Account, CaseFile, Identity
from raport.drafting import Why, Wish
from raport.errors import BadInput
from raport.law.letters import As, Form
from tests.letters.cases import LAW, NAMES, SAMPLE, named, of_sample

DAY = date(2025, 3, 20)


def case(name: str) -> CaseFile:
    (path,) = (p for p in SAMPLE if p.stem == name)
    return named(of_sample(path))


def said(file: CaseFile, event: str, words: str) -> CaseFile:
    """The file with words that were said at an event."""
    notes = {**file.account.notes, event: {**file.account.notes.get(event, {}), "said": words}}
    return replace(file, account=replace(file.account, notes=notes))


def wished(
    file: CaseFile,
    remedy: str = "prosecutor-supplement",
    *,
    filing: str = "",
    author: str = "",
    cleared: str = "",
) -> Drafted:
    wish = Wish(remedy, DAY, filing, author, cleared=frozenset(cleared.split(",")))
    return draft_letter(file, LAW, wish)


def refused(
    file: CaseFile, remedy: str, on: date = DAY, *, filing: str = "", author: str = "", to: str = ""
) -> str:
    with pytest.raises(BadInput) as bad:
        draft_letter(file, LAW, Wish(remedy, on, filing, author, to))
    return str(bad.value)


def test_where_something_tells_against_him_nothing_is_drafted_until_an_advocate_takes_it() -> None:
    file = case("x8")
    day = date(2025, 6, 20)

    assert "an advocate" in refused(file, "reminder", day)
    taken = replace(file, case=replace(file.case, advocate_since=date(2025, 6, 1)))
    assert draft_letter(taken, LAW, Wish("reminder", day)).letter.paragraphs


def test_a_step_that_is_not_open_is_refused_with_those_that_are() -> None:
    told = refused(case("x7"), "appeal")

    assert "'appeal'" in told
    assert "complaint-superior" in told


def test_a_step_without_a_letter_is_refused() -> None:
    assert "taken by a letter" in refused(case("x7"), "keep-proof")


def test_who_may_not_take_the_step_does_not_write() -> None:
    assert "'relative'" in refused(case("x7"), "complaint-superior", author="relative")


def test_an_authority_to_which_it_does_not_go_is_refused() -> None:
    assert "'ministry'" in refused(case("x7"), "prosecutor-supplement", to="ministry")


def test_a_filing_for_which_it_is_not_open_is_refused() -> None:
    told = refused(case("x7"), "reminder", filing="f9")

    assert "f9" in told
    assert "f1, f2" in told


def test_words_that_incriminate_stop_it_until_they_are_cleared() -> None:
    file = said(case("x7"), "e7", "напиши, что отказываешься служить, или: отказываюсь служить")

    stopped = wished(file)
    assert {s.wording for s in stopped.letter.stopped} == {"refuse-to-serve"}
    assert not stopped.letter.may_go
    with pytest.raises(BadInput, match="refuse-to-serve"):
        make(stopped, Form.DOCX)

    cleared = wished(file, cleared="refuse-to-serve")
    assert cleared.letter.stops[0].cleared
    assert make(cleared, Form.DOCX)


def test_a_recording_is_neither_annexed_nor_named() -> None:
    file = case("s3")
    drafted = draft_letter(file, LAW, Wish("ombudsman", date(2019, 11, 16)))

    assert {"x1", "x2", "x3"} <= {o.what for o in drafted.letter.left_out if o.why is Why.NOT_HELD}
    held = {name: replace(x, state="held") for name, x in file.case.exhibits.items()}
    file = replace(file, case=replace(file.case, exhibits=held))
    drafted = draft_letter(file, LAW, Wish("ombudsman", date(2019, 11, 16)))
    assert {"x1", "x2", "x3"} <= {o.what for o in drafted.letter.left_out if o.why is Why.USE_RISK}
    assert not {"x1", "x2", "x3"} & set(drafted.letter.exhibits)
    assert "запис" not in drafted.letter.text.replace("записан", "")


def test_what_is_not_known_is_a_blank_and_a_letter_with_a_blank_may_not_go() -> None:
    file = case("x7")
    letter = wished(replace(file, identity=Identity("x7", {}))).letter

    hints = {b.hint for b in letter.blanks}
    assert "звание, фамилия, имя, отчество" in hints
    assert "слова, как они были сказаны" in hints
    assert not letter.may_go


def test_a_letter_of_which_all_is_known_may_go() -> None:
    file = case("x7")
    full = replace(
        file,
        identity=Identity("x7", {**file.identity.values, "unit-commander": {"post": "командир части"}}),
    )
    letter = wished(full).letter

    asked = {p.text for p in letter.paragraphs for r in p.runs if r.blank}
    assert asked  # the template itself asks for what only a man can say
    assert replace(letter, blanks=()).may_go


def test_the_sex_of_whoever_writes_and_of_him_of_whom_is_written_are_kept_apart() -> None:
    by_wife = wished(case("x7"), author="relative").letter.text

    assert "Дей Игорь Петрович подал рапорт" in by_wife
    assert "подала" not in by_wife


def test_his_own_letter_is_in_the_first_person() -> None:
    facts = [p.text for p in wished(case("x7")).letter.paragraphs if p.as_ is As.FACTS]

    assert any(" я подал рапорт" in text for text in facts)
    assert any("мне угрожали" in text for text in facts)


def test_a_form_that_the_letter_has_not_is_refused() -> None:
    drafted = wished(case("x7"), "court-claim-refusal", filing="f1")

    with pytest.raises(BadInput, match="docx, pdf, sheet"):
        make(drafted, Form.HAND)


def test_no_unknown_note_of_the_account_is_read() -> None:
    file = case("x7")
    canary = {event: {"note": "КАНАРЕЙКА", "other": "КАНАРЕЙКА"} for event in ("e3", "e7", "x2", "f2", "x7")}
    file = replace(file, account=Account("x7", file.account.events, file.account.facts, canary))

    assert "КАНАРЕЙКА" not in wished(file).letter.text


def test_the_term_that_is_surely_over_stands_in_the_claim() -> None:
    file = named(of_sample(next(p for p in SAMPLE if p.stem == "x9")))
    on = date(2019, 11, 20)
    answered = {"e2"}
    silent = tuple(e for e in file.case.events if e.id not in answered and e.filing in ("", "f1"))
    file = replace(file, case=replace(file.case, events=silent, as_of=None))

    text = draft_letter(file, LAW, Wish("court-claim-inaction", on, "f1")).letter.text

    assert "Срок ответа закончился: 16.10.2019." in text
    assert NAMES["birth"] in text
