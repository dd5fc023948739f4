"""A letter taken back from Word, given out without traces, marked as sent: the case goes on from there."""

import hashlib
import io
import zipfile
from datetime import date

import pytest
from docx import Document

from raport.adapters.media import NotRenderedError
from raport.adapters.store.models import Docket
from raport.app import letters_out as use
from raport.app import letters_sent as sent
from raport.app.docket import assess_file, check_rows
from raport.app.drafts import make
from raport.app.exhibits import GoneError, exhibit, exhibits, look, original
from raport.app.files import history, tree_of
from raport.app.letters_out import HELPER, Draft, NoLetterError
from raport.app.letters_sent import EDITED, NotReadyError, Sending
from raport.app.open_case import open_case
from raport.app.record import record_row
from raport.law.letters import Form
from tests.app.filled import author, joined, sample_case
from tests.app.lettered import begun, filled
from tests.desk import TODAY, Desk

SENT = Sending("pdf", "2026-11-23", "posted", "registered-post", "documented", "РПО 80080012345678")


def ready(desk: Desk, remedy: str = "complaint-superior") -> tuple[str, Draft]:
    id_ = sample_case(desk, "s3").id
    return id_, filled(id_, begun(id_, desk.boris, remedy), desk.boris)


def edited(id_: str, draft: Draft, desk: Desk, **changed: str) -> bytes:
    """The Word file of a draft with paragraphs changed: `old` begins one, `new` takes its place."""
    document = Document(io.BytesIO(make(use.made(id_, draft, desk.boris.member).drafted, Form.DOCX)))
    for paragraph in document.paragraphs:
        if changed and paragraph.text.startswith(changed["old"]):
            paragraph.runs[0].text = changed["new"]
            for run in paragraph.runs[1:]:
                run.text = ""
    document.core_properties.author = "Борис"
    document.core_properties.last_modified_by = "Борис"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


# --- sent -------------------------------------------------------------------------------------------------


def test_sent_it_is_a_paper_of_the_case_and_its_clocks_run(desk: Desk) -> None:
    id_, draft = ready(desk)
    before = {f.id for f in assess_file(id_, desk.boris.member, TODAY)[1].filings}
    seq = Docket.objects.get(file_id=id_).seq
    bytes_ = make(use.made(id_, draft, desk.boris.member).drafted, Form.PDF)

    done = sent.mark_sent(id_, draft, SENT, desk.boris, [("чек.txt", io.BytesIO(b"80080012345678"))])

    assert done.sent is not None
    file, told = assess_file(id_, desk.boris.member, TODAY)
    filing = next(f for f in file.case.filings if f.id == done.sent.filing)
    assert filing.id not in before
    assert (filing.kind, filing.asks, filing.author, filing.channel) == (
        "complaint",
        "check",
        "applicant",
        "registered-post",
    )
    assert (filing.to, filing.challenges) == ((draft.to,), ("f1",))
    event = next(e for e in file.case.events if e.filing == filing.id)
    assert (event.kind, event.on.earliest, event.proof.value) == ("posted", date(2026, 11, 23), "documented")
    assert event.exhibits == tuple(x.name for x in exhibits(id_, desk.boris.member))[-2:]
    assert file.account.notes[event.id] == {"sent": "РПО 80080012345678"}
    version = exhibit(done.sent.exhibit, desk.boris.member)
    assert version.sha256 == done.sent.sha256 == hashlib.sha256(bytes_).hexdigest()
    clocks = next(f for f in told.filings if f.id == filing.id).clocks
    assert clocks
    assert Docket.objects.get(file_id=id_).seq > seq
    assert [c.fault for c in check_rows(desk.boris.member, TODAY, lambda n: None)] == [None]


def test_a_draft_with_a_blank_or_a_stop_is_not_marked_and_nothing_is_recorded(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    draft = begun(id_, desk.boris)
    with pytest.raises(NotReadyError) as blank:
        sent.mark_sent(id_, draft, SENT, desk.boris)
    assert "номер части" in blank.value.blanks

    draft = filled(id_, draft, desk.boris)
    place = next(iter(p for p in draft.fills if p.startswith("?")))
    draft = use.fill(id_, draft, {place: "не желаю исполнять условия контракта"}, desk.boris)
    seen = len(history(id_, desk.boris.member))
    with pytest.raises(NotReadyError) as stopped:
        sent.mark_sent(id_, draft, SENT, desk.boris)

    assert (blank.value.stops, stopped.value.blanks) == ((), ())
    assert "не желаю" in stopped.value.stops[0].words
    assert len(history(id_, desk.boris.member)) == seen
    assert exhibits(id_, desk.boris.member) == []


def test_what_is_copied_by_hand_is_asked_for_its_own_blanks(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    draft = filled(id_, begun(id_, desk.boris), desk.boris)
    beside = {p.id: "" for p in use.made(id_, draft, desk.boris.member).places if p.beside}
    assert beside
    draft = use.fill(id_, draft, beside, desk.boris)

    one = use.made(id_, draft, desk.boris.member)

    assert sent.in_the_way(one, "pdf") == ([], [])
    assert sent.in_the_way(one, "hand")[0] != []
    assert "phone" not in sent.forms_to_send(one)


def test_sent_once_it_is_not_sent_again_nor_changed(desk: Desk) -> None:
    id_, draft = ready(desk)
    done = sent.mark_sent(id_, draft, SENT, desk.boris)
    told = len(history(id_, desk.boris.member))

    for again in (draft, done):
        with pytest.raises(NoLetterError):
            sent.mark_sent(id_, again, SENT, desk.boris)
    with pytest.raises(NoLetterError, match="sent"):
        use.fill(id_, done, {"?x": "y"}, desk.boris)
    filings = tree_of(history(id_, desk.boris.member))["filing"]
    assert isinstance(filings, list)
    assert len([f for f in filings if f["kind"] == "complaint"]) == 1
    assert len(history(id_, desk.boris.member)) == told


def test_a_raport_that_was_written_down_before_it_went_is_that_paper(desk: Desk) -> None:
    id_ = open_case("ru", desk.boris, {"service": "officer"}).id
    row = {"kind": "raport", "asks": "discharge", "ground": "own-wish", "to": ["unit-commander"]}
    record_row(id_, "filing", {**row, "author": "applicant"}, desk.boris)
    draft = filled(id_, begun(id_, desk.boris, "raport-discharge"), desk.boris)

    done = sent.mark_sent(id_, draft, Sending("hand", "2026-11-24", "filed", "by-hand"), desk.boris)

    file, told = assess_file(id_, desk.boris.member, TODAY)
    assert done.sent is not None
    assert (done.sent.filing, [f.id for f in file.case.filings]) == ("f1", ["f1"])
    assert [(e.kind, e.filing) for e in file.case.events] == [("filed", "f1")]
    assert file.case.filings[0].channel == "by-hand"
    assert "raport-discharge" not in {r.id for r in told.remedies}


def test_a_record_of_what_was_refused_is_sent_to_nobody(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    record_row(id_, "event", {"kind": "not-taken", "filing": "f1", "on": "2019-10-02"}, desk.boris)
    draft = filled(id_, begun(id_, desk.boris, "act-of-refusal"), desk.boris)

    with pytest.raises(NoLetterError, match="nobody"):
        sent.mark_sent(id_, draft, SENT, desk.boris)


# --- back from Word ---------------------------------------------------------------------------------------


def test_what_was_edited_is_compared_and_is_the_version_sent(desk: Desk) -> None:
    id_, draft = ready(desk)
    data = edited(id_, draft, desk, old="Прошу", new="Очень прошу:")

    draft = sent.take_back(id_, draft, "письмо.docx", data, desk.boris)

    came = sent.back(use.made(id_, draft, desk.boris.member))
    assert [(d.gone, d.new) for d in came.differences] == [("Прошу:", "Очень прошу:")]
    assert (came.blanks, came.stops) == ((), ())
    done = sent.mark_sent(id_, draft, Sending(EDITED, "2026-11-24", "posted"), desk.boris)
    assert done.sent is not None
    assert done.sent.sha256 == hashlib.sha256(data).hexdigest()
    assert b"".join(original(done.sent.exhibit, desk.boris, "letter")) == data


def test_the_copy_that_leaves_tells_nothing_of_who_edited_it(desk: Desk) -> None:
    id_, draft = ready(desk)
    data = edited(id_, draft, desk)
    assert "Борис" in text_of(data)

    draft = sent.take_back(id_, draft, "письмо.docx", data, desk.boris)
    clean = sent.edited_parcel(id_, draft, desk.boris).data

    assert "Борис" not in text_of(clean)
    assert not [n for n in zipfile.ZipFile(io.BytesIO(clean)).namelist() if n.startswith("docProps")]
    told = [p.text for p in Document(io.BytesIO(clean)).paragraphs]
    assert told == [p.text for p in Document(io.BytesIO(data)).paragraphs]


def test_words_that_harm_and_a_helpers_name_stop_what_came_back_and_a_blank_too(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    lawyer = author(joined(desk, "Вера", standing="advocate"), desk)
    draft = begun(id_, desk.boris)
    data = edited(id_, draft, desk, old="Прошу", new="Отказываюсь служить. Составил Борис.")

    draft = sent.take_back(id_, draft, "письмо.docx", data, desk.boris)
    one = use.made(id_, draft, desk.boris.member)
    came = sent.back(one)

    assert {s.wording for s in came.stops} >= {HELPER}
    assert len(came.stops) == 2
    assert "номер части" in came.blanks
    with pytest.raises(NotReadyError):
        sent.edited_parcel(id_, draft, desk.boris)
    for stop in came.stops:
        draft = use.clear(id_, draft, stop.wording, stop.words, lawyer)
    assert sent.in_the_way(use.made(id_, draft, desk.boris.member), EDITED)[1] == []
    with pytest.raises(NotReadyError) as refused:
        sent.mark_sent(id_, draft, Sending(EDITED, "2026-11-24"), desk.boris)
    assert "номер части" in refused.value.blanks


def test_another_upload_takes_the_place_of_the_first_which_is_destroyed(desk: Desk) -> None:
    id_, draft = ready(desk)
    first = sent.take_back(id_, draft, "a.docx", edited(id_, draft, desk), desk.boris)
    assert first.edited is not None

    second = sent.take_back(
        id_, first, "b.docx", edited(id_, draft, desk, old="Прошу", new="Ещё прошу"), desk.boris
    )
    assert second.edited is not None
    with pytest.raises(GoneError):
        look(first.edited.exhibit, desk.boris)
    bare = sent.forget_edited(id_, second, desk.boris)

    assert bare.edited is None
    assert [x.destroyed is not None for x in exhibits(id_, desk.boris.member)] == [True, True]


def test_a_file_that_is_no_letter_is_refused_and_not_kept(desk: Desk) -> None:
    id_, draft = ready(desk)

    with pytest.raises(NotRenderedError, match="unreadable"):
        sent.take_back(id_, draft, "x.docx", b"PK no letter", desk.boris)

    assert exhibits(id_, desk.boris.member) == []


def text_of(data: bytes) -> str:
    """All that stands in the file."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "\n".join(packed.read(i).decode("utf-8", "replace") for i in packed.infolist())
