"""Drafts at the desk: kept sealed with their case, filled, stopped, let through, mended, given out."""

import io
import json
import zipfile
from collections.abc import Sequence

import pytest
from docx import Document

from raport.adapters.store.models import File, Piece, Setting
from raport.app import letters_out as use
from raport.app.consents import ask, give
from raport.app.exhibits import stop, take_in
from raport.app.files import history, tree_of
from raport.app.leaving import Parcel, StaysError, leave
from raport.app.letters_out import HELPER, NoLetterError
from raport.app.mended import mended
from raport.app.record import record_identity, record_person, record_row
from raport.app.templates import bring, remove
from raport.drafting import Wish
from raport.errors import BadInput
from raport.law.letters import Cases, Form
from tests.app.filled import author, joined, sample_case
from tests.app.lettered import NAME, begun, filled
from tests.desk import TODAY, Desk
from tests.letters.own import of_lines

CONFESSION = "не желаю исполнять условия контракта"


def consented(file_id: str, desk: Desk) -> None:
    words = ask(file_id, "letters", "group", desk.boris).words
    give(file_id, "letters", "group", "applicant", words, desk.boris)


def free_place(file_id: str, draft: use.Draft, desk: Desk) -> str:
    """A blank into which anything may be written."""
    places = use.made(file_id, draft, desk.boris.member).places
    return next(p.id for p in places if p.id.startswith("?") and not p.beside)


def test_a_draft_is_left_and_come_back_to_and_lies_sealed(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    first, second = begun(id_, desk.boris), begun(id_, desk.boris, "complaint-superior")
    use.fill(id_, first, {free_place(id_, first, desk): "квитанция почты"}, desk.boris)

    found = use.drafts_of(history(id_, desk.boris.member))

    assert [(d.id, d.remedy, d.filing) for d in found] == [
        ("d1", "reminder", "f1"),
        ("d2", "complaint-superior", "f1"),
    ]
    assert "квитанция почты" in use.made(id_, found[0], desk.boris.member).letter.text
    assert not use.made(id_, second, desk.boris.member).letter.may_go
    rows = list(Piece.objects.filter(file_id=id_).values("ring", "table", "value"))
    assert [r for r in rows if r["table"] == use.TABLE] == []
    assert "квитанция" not in json.dumps(rows, ensure_ascii=False)
    assert "draft" not in tree_of(history(id_, desk.boris.member))


def test_a_name_is_written_once_for_all_letters_of_the_case_and_put_into_its_cases(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    draft = begun(id_, desk.boris)
    names = [p for p in use.made(id_, draft, desk.boris.member).places if p.known == "name"]
    assert len(names) == 1

    use.fill(id_, draft, {names[0].id: f" {NAME} "}, desk.boris)

    letter = use.made(id_, draft, desk.boris.member).letter
    assert "Зайцева Петра Ильича" in letter.text
    assert "подал " in letter.text
    other = begun(id_, desk.boris, "complaint-superior")
    assert "Зайцева Петра Ильича" in use.made(id_, other, desk.boris.member).letter.text


def test_what_is_written_into_a_blank_can_be_taken_back(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    draft = begun(id_, desk.boris)
    place = free_place(id_, draft, desk)
    filled_ = use.fill(id_, draft, {place: "опись", "not-a-place": "x"}, desk.boris)
    assert dict(filled_.fills) == {place: "опись"}

    assert use.fill(id_, filled_, {place: ""}, desk.boris).fills == {}


@pytest.mark.parametrize(("said", "noted"), [("himself", False), ("hearsay", True)])
def test_he_is_asked_whether_he_knows_it_himself(desk: Desk, said: str, noted: bool) -> None:
    id_ = sample_case(desk, "s3").id
    draft = begun(id_, desk.boris, "prosecutor-complaint", "")
    asked = [p.id for p in use.made(id_, draft, desk.boris.member).places if p.id.endswith(":known")]
    assert asked

    draft = use.fill(id_, draft, dict.fromkeys(asked, said), desk.boris)

    one = use.made(id_, draft, desk.boris.member)
    assert not [p for p in one.blanks if p.id in asked]
    assert ("известно мне от других" in one.letter.text) is noted


def test_a_crime_report_tells_what_he_says_that_he_saw_himself(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    draft = begun(id_, desk.boris, "crime-report", "")
    one = use.made(id_, draft, desk.boris.member)
    asked = [p.id for p in one.places if p.id.endswith(":known")]
    assert asked
    assert not [p for p in one.blanks if p.id in asked]
    before = len(one.letter.facts)

    draft = use.fill(id_, draft, {asked[0]: "himself"}, desk.boris)

    letter = use.made(id_, draft, desk.boris.member).letter
    assert len(letter.facts) == before + 1
    assert asked[0].partition(":")[0] in {f.event for f in letter.facts}


def test_words_that_harm_are_let_through_by_a_lawyer_and_only_those_words(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    lawyer = author(joined(desk, "Вера", standing="law-degree"), desk)
    draft = begun(id_, desk.boris)
    place = free_place(id_, draft, desk)
    draft = use.fill(id_, draft, {place: CONFESSION}, desk.boris)
    stops = use.made(id_, draft, desk.boris.member).letter.stopped
    assert len(stops) == 1
    with pytest.raises(BadInput):
        use.parcel(id_, draft, Form.DOCX, desk.boris)
    with pytest.raises(NoLetterError, match="no-lawyer"):
        use.clear(id_, draft, stops[0].wording, stops[0].words, desk.boris)

    cleared = use.clear(id_, draft, stops[0].wording, stops[0].words, lawyer)

    assert use.made(id_, cleared, desk.boris.member).letter.stopped == ()
    assert use.parcel(id_, cleared, Form.DOCX, desk.boris).data
    assert [(c.by, c.wording) for c in cleared.cleared] == [(lawyer.member, stops[0].wording)]
    other = use.fill(id_, cleared, {place: "отказываюсь служить"}, desk.boris)
    assert use.made(id_, other, desk.boris.member).letter.stopped
    again = use.stop_again(id_, cleared, stops[0].wording, stops[0].words, desk.boris)
    assert use.made(id_, again, desk.boris.member).letter.stopped == stops


def test_nothing_names_a_helper_but_a_man_of_the_same_name_writes_his_own(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    draft = begun(id_, desk.boris)
    place = free_place(id_, draft, desk)

    named = use.fill(id_, draft, {place: "письмо составлял Борис"}, desk.boris)
    assert [s.wording for s in use.made(id_, named, desk.boris.member).letter.stopped] == [HELPER]
    program = use.fill(id_, draft, {place: "сделано в raport"}, desk.boris)
    assert HELPER in [s.wording for s in use.made(id_, program, desk.boris.member).letter.stopped]

    name = next(p.id for p in use.made(id_, draft, desk.boris.member).places if p.known == "name")
    draft = use.fill(
        id_, use.fill(id_, draft, {place: ""}, desk.boris), {name: "Иванов Борис Ильич"}, desk.boris
    )
    assert use.made(id_, draft, desk.boris.member).letter.stopped == ()


def test_a_form_put_right_is_remembered_for_all_letters_and_forgotten_with_its_case(desk: Desk) -> None:
    id_, other = sample_case(desk, "s3").id, sample_case(desk, "s4").id
    draft = begun(id_, desk.boris)
    eve = author(joined(desk, "Ева"), desk)
    draft = use.fill(id_, draft, {"applicant": "Глушь Пётр Ильич"}, desk.boris)
    typed = {("Глушь Пётр Ильич", Cases.GEN): "Глуши Петра Ильича"}

    use.put_right(id_, draft, typed, desk.boris)

    assert "Глуши Петра Ильича" in use.made(id_, draft, eve.member).letter.text
    assert mended(eve.member) == typed
    assert "Глуш" not in json.dumps(list(Setting.objects.values_list("value", flat=True)), ensure_ascii=False)
    late = joined(desk, "Клара")
    assert mended(late.id) == {}
    use.put_right(other, begun(other, author(late, desk), "ombudsman", ""), {}, author(late, desk))
    assert mended(eve.member) == typed
    File.objects.filter(id=id_).delete()
    assert mended(eve.member) == {}


def test_a_case_that_is_an_advocates_yields_no_letter(desk: Desk) -> None:
    id_ = sample_case(desk, "x8").id

    for remedy in ("reminder", "ombudsman", "raport-discharge"):
        with pytest.raises(NoLetterError, match="advocate-only"):
            use.begin(id_, Wish(remedy, TODAY), desk.boris)
    assert use.drafts_of(history(id_, desk.boris.member)) == []


def test_a_relative_writes_in_her_own_name_of_him(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    record_person(id_, "mother", "speak", desk.boris, identity={"name": "Зайцева Мария Петровна"})
    record_identity(id_, {"name": NAME}, desk.boris)

    draft = use.begin(id_, Wish("reminder", TODAY, "f1", "relative"), desk.boris)

    text = use.made(id_, draft, desk.boris.member).letter.text
    assert "Зайцевой Марии Петровны" in text
    assert "Зайцева М. П." in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Зайцев Пётр Ильич" in text


def test_the_same_draft_makes_the_same_bytes(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    draft = filled(id_, begun(id_, desk.boris), desk.boris)

    for form in (Form.DOCX, Form.PDF, Form.HAND):
        once, again = (use.parcel(id_, draft, form, desk.boris) for _ in range(2))
        assert once == again


def test_a_step_that_is_not_open_has_no_letter(desk: Desk) -> None:
    with pytest.raises(NoLetterError, match="not-open"):
        begun(sample_case(desk, "s3").id, desk.boris, "cassation")


def test_a_step_that_he_declined_is_not_given_out_until_he_decides_otherwise(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    draft = filled(id_, begun(id_, desk.boris), desk.boris)
    decided = {"kind": "decided-step", "on": "2026-11-23", "step": "reminder", "told": "yes"}
    record_row(id_, "event", {**decided, "choice": "does-not"}, desk.boris)

    with pytest.raises(NoLetterError, match="declined"):
        use.parcel(id_, draft, Form.PDF, desk.boris)
    record_row(id_, "event", {**decided, "on": "2026-11-24", "choice": "does"}, desk.boris)

    assert use.parcel(id_, draft, Form.PDF, desk.boris).data


def test_the_word_file_is_made_with_a_template_of_the_groups(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    own = bring("Бланк.docx", of_lines("НАШ БЛАНК", "{{кому}}", "{{письмо}}"), desk.boris)
    draft = use.begin(id_, Wish("reminder", TODAY, "f1"), desk.boris, own)
    draft = filled(id_, draft, desk.boris)

    told = [
        p.text for p in Document(io.BytesIO(use.parcel(id_, draft, Form.DOCX, desk.boris).data)).paragraphs
    ]

    assert told[0] == "НАШ БЛАНК"
    assert any("Командиру войсковой части 12345" in line for line in told)
    remove(own)
    plain = Document(io.BytesIO(use.parcel(id_, draft, Form.DOCX, desk.boris).data))
    assert "НАШ БЛАНК" not in [p.text for p in plain.paragraphs]


def test_what_may_hold_a_secret_is_annexed_to_nothing(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    taken = take_in(id_, "ответ.pdf", io.BytesIO(b"%PDF-1.4 an answer"), desk.boris)
    row = {"kind": "answered", "filing": "f1", "on": "2019-11-01", "form": "written", "outcome": "refused"}
    record_row(id_, "event", {**row, "proof": "documented", "exhibits": [taken.name]}, desk.boris)
    draft = begun(id_, desk.boris, "complaint-superior")
    assert use.made(id_, draft, desk.boris.member).letter.exhibits == (taken.name,)

    stop(taken.id, desk.boris)

    assert use.made(id_, draft, desk.boris.member).letter.exhibits == ()


def test_it_leaves_by_the_door_alone_and_names_none_of_us(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    draft = filled(id_, begun(id_, desk.boris), desk.boris)
    forms = use.made(id_, draft, desk.boris.member).letter.skeleton.forms
    assert forms >= {Form.DOCX, Form.PDF, Form.SHEET, Form.HAND, Form.TELEGRAM}
    with pytest.raises(StaysError, match="consent-never"):
        leave("letter", [id_], desk.boris, lambda go: use.parcel(go[0], draft, Form.PDF, desk.boris))

    consented(id_, desk)

    for form in sorted(forms, key=lambda f: f.value):

        def parcel(go: Sequence[str], form: Form = form) -> Parcel:
            return use.parcel(go[0], draft, form, desk.boris)

        left = leave("letter", [id_], desk.boris, parcel)
        whole = b" ".join(parts_of(left.parcel.data)).decode("utf-8", "replace").casefold()
        ours = ["борис", desk.boris.member]
        if form is not Form.SHEET:  # there the paper is called so in English
            ours.append("raport")
        assert left.parcel.data
        assert [word for word in ours if word in whole] == []


def parts_of(data: bytes) -> list[bytes]:
    """What stands in the file, unpacked where it is a ZIP."""
    if not data.startswith(b"PK"):
        return [data]
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return [packed.read(i) + i.filename.encode() for i in packed.infolist()]
