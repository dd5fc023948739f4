"""The library of answers and the ledger of advice, on a real vault: what may be said, who was told, who must
be told anew.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from raport.adapters.keys import new_pair
from raport.adapters.store import advice as store
from raport.adapters.store.members import add_member
from raport.adapters.store.models import AdviceBasis, Advised, File, Piece
from raport.app import answers, laws
from raport.app import enquiries as inbox
from raport.app.advice import Holder, Told, advise, confirm, count_holders, holders, told_of
from raport.app.answers import RefusedError
from raport.app.docket import assess_file
from raport.app.files import Author, NotGrantedError
from raport.assess import prepare
from raport.dates import Term
from raport.law.resting import Changed
from tests.app.enquired import wrote
from tests.app.filled import sample_case
from tests.desk import NOW, TODAY, Desk

TEN_DAYS = "Отсутствовать можно десять дней."
OWN_WISH = "Просите по собственному желанию, через аттестационную комиссию."
NEW = "Так больше нельзя: с сентября отвечают строже. Позвоните нам сегодня."


def on(desk: Desk, year: int, month: int, day: int) -> Author:
    """Boris on another day."""
    return Author(desk.boris.member, datetime(year, month, day, 9, tzinfo=UTC), date(year, month, day))


def one(desk: Desk, file_id: str, day: date = TODAY) -> Told:
    (told,) = told_of(file_id, desk.boris.member, day)
    return told


def listed(desk: Desk, day: date) -> list[Holder]:
    found = holders(desk.boris.member, day)
    assert count_holders(desk.boris.member, day) == len(found)
    return found


# --- the story of September 2022 --------------------------------------------------------------------------


def test_who_was_told_ten_days_in_august_is_called_when_the_law_changes(desk: Desk) -> None:
    """Domain 18: whoever was told "ten days" in August 2022 had to be reached on 24 September."""
    august, calm, urgent = on(desk, 2022, 8, 15), sample_case(desk, "s4"), sample_case(desk, "s3")
    asked = sample_case(desk, "x8")
    for case in (calm, urgent):  # the words themselves: what was said, by the number of the article alone
        advise(case.id, "Об отсутствии: ч. 3 ст. 337 УК.", august, provisions=["ru.uk.337.3"])
    advise(asked.id, OWN_WISH, august, provisions=["ru.53.51.6"])

    assert listed(desk, date(2022, 9, 20)) == []
    assert [h.file.id for h in listed(desk, date(2022, 9, 21))] == [asked.id]
    assert [h.file.id for h in listed(desk, date(2022, 9, 23))] == [asked.id]
    last = listed(desk, date(2022, 9, 24))
    assert last[0].file.id == urgent.id
    assert {h.file.id for h in last} == {urgent.id, calm.id, asked.id}
    ranks = {id_: rank or 0 for id_, rank in File.objects.values_list("id", "rank")}
    assert [ranks[h.file.id] for h in last] == sorted(ranks[h.file.id] for h in last)
    assert last[0].why == {"ru.uk.337.3": (Changed.STANDING,)}
    assert last[0].since == date(2022, 8, 15)

    call = on(desk, 2022, 9, 24)
    old = one(desk, urgent.id, call.on)
    assert old.is_old
    new = advise(urgent.id, NEW, call, provisions=["ru.uk.337.3"], corrects=[old.id])

    assert urgent.id not in {h.file.id for h in listed(desk, call.on)}
    first, second = told_of(urgent.id, desk.boris.member, call.on)
    assert (first.id, first.ended, first.is_old) == (old.id, call.on, False)
    assert (second.id, second.text, second.is_old) == (new, NEW, False)
    (piece,) = [p for p in _answers(desk, urgent.id) if p["text"] == NEW]
    assert piece["corrects"] == [old.id]


def test_words_that_nobody_may_be_told_are_written_as_they_were_said_and_listed_at_once(desk: Desk) -> None:
    case = sample_case(desk, "s4")

    with pytest.raises(RefusedError, match="forbidden"):
        advise(case.id, TEN_DAYS, desk.boris, provisions=["ru.uk.337.3"])
    advise(case.id, TEN_DAYS, desk.boris, provisions=["ru.uk.337.3"], told_on=date(2022, 8, 15))

    (held,) = listed(desk, TODAY)
    assert (held.file.id, held.unsayable, held.since) == (case.id, True, date(2022, 8, 15))
    old = one(desk, case.id)
    assert (old.on, old.unsayable, old.is_old) == (date(2022, 8, 15), True, True)
    with pytest.raises(RefusedError, match="forbidden"):
        confirm(case.id, [old.id], desk.boris)
    advise(case.id, NEW, desk.boris, corrects=[old.id])
    assert listed(desk, TODAY) == []


# --- what is written down ---------------------------------------------------------------------------------


def test_advice_on_a_case_is_an_event_and_its_words_lie_sealed(desk: Desk) -> None:
    case = sample_case(desk, "s4")

    advise(case.id, "Узнайте номер и день.", desk.boris, provisions=["ru.59.8.2"])

    file, _ = assess_file(case.id, desk.boris.member, TODAY)
    (event,) = [e for e in file.case.events if e.kind == "advised"]
    assert event.on.earliest == TODAY
    assert file.account.notes[event.id] == {"note": "Узнайте номер и день."}
    told = one(desk, case.id)
    assert (told.text, told.provisions, told.pack) == (
        "Узнайте номер и день.",
        ("ru.59.8.2",),
        laws.pack_stamp("ru"),
    )
    open_ = str(list(Piece.objects.filter(file_id=case.id, ring=3).values_list("value", flat=True)))
    assert "ru.59.8.2" not in open_
    assert "Узнайте" not in open_
    (row,) = Advised.objects.values("basis", "file_id")
    assert len(row["basis"]) == 64  # a token: what it stands for is the key's secret
    assert "337" not in row["basis"]
    assert case.id not in str(list(AdviceBasis.objects.values()))


def test_a_text_of_the_pack_names_its_version_and_provisions(desk: Desk) -> None:
    row, text = wrote(desk), answers.answer_of("ru", "two-copies", TODAY)
    assert text is not None

    inbox.answer(row.id, text.text, desk.boris, taken_from="two-copies")

    told = one(desk, row.id)
    assert (told.answer, told.version, told.provisions) == ("two-copies", 1, text.provisions)
    assert inbox.enquiry(row.id, desk.boris.member).said[0].text == text.text
    assert "advised" not in str(list(Piece.objects.filter(file_id=row.id).values_list("value", flat=True)))


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (["ru.no.such"], "unknown-provision"),
        (["ru.59.12.1", "ru.no.such"], "unknown-provision"),
        (["ru.647.5"], "not-in-force"),
    ],
)
def test_a_provision_that_cannot_be_rested_on_is_refused(desk: Desk, names: list[str], why: str) -> None:
    case = sample_case(desk, "s4")
    before = Piece.objects.count()

    with pytest.raises(RefusedError, match=why):
        advise(case.id, "Узнайте номер.", on(desk, 2022, 8, 15), provisions=names)
    with pytest.raises(RefusedError, match=why):
        answers.save_answer("номер", "Узнайте номер.", "ru", on(desk, 2022, 8, 15), provisions=names)

    assert Piece.objects.count() == before
    assert not Advised.objects.exists()
    assert answers.own_texts("ru") == []


def test_what_is_refused_leaves_the_old_advice_as_it_was(desk: Desk) -> None:
    case = sample_case(desk, "s4")
    advise(case.id, TEN_DAYS, desk.boris, told_on=date(2022, 8, 15))
    old = one(desk, case.id)

    with pytest.raises(RefusedError):
        advise(case.id, "Вам ничего не грозит.", desk.boris, corrects=[old.id])

    assert one(desk, case.id).is_old


def test_only_old_advice_of_the_same_person_is_corrected(desk: Desk) -> None:
    case, other = sample_case(desk, "s4"), sample_case(desk, "s3")
    advise(case.id, TEN_DAYS, desk.boris, told_on=date(2022, 8, 15))
    old = one(desk, case.id)

    with pytest.raises(RefusedError, match="nothing-to-correct"):
        advise(other.id, NEW, desk.boris, corrects=[old.id])
    advise(case.id, NEW, desk.boris, corrects=[old.id])
    with pytest.raises(RefusedError, match="nothing-to-correct"):
        advise(case.id, NEW, desk.boris, corrects=[old.id])


def test_words_without_provisions_are_written_and_stand_in_no_list(desk: Desk) -> None:
    row = wrote(desk)

    inbox.answer(row.id, "Позвоните дежурному.", desk.boris)

    assert one(desk, row.id).text == "Позвоните дежурному."
    assert not Advised.objects.exists()


def test_a_member_without_the_key_neither_sees_nor_advises(desk: Desk) -> None:
    case = sample_case(desk, "s4")
    advise(case.id, TEN_DAYS, desk.boris, told_on=date(2022, 8, 15))
    pair = new_pair()
    clara = add_member(
        "Клара", role="caseworker", standing="none", recipient=pair.recipient, secret=pair.secret, at=NOW
    )

    assert holders(clara.id, TODAY) == []
    assert count_holders(clara.id, TODAY) == 0
    with pytest.raises(NotGrantedError):
        advise(case.id, NEW, replace(desk.boris, member=clara.id))


# --- files that move and go -------------------------------------------------------------------------------


def test_advice_goes_with_an_enquiry_into_the_case_and_out_of_the_vault(desk: Desk) -> None:
    case, joined, erased = sample_case(desk, "s4"), wrote(desk), wrote(desk, "другое")
    for row in (joined, erased):
        advise(row.id, "Отвечают по ч. 3 ст. 337 УК.", on(desk, 2022, 8, 15), provisions=["ru.uk.337.3"])
    assert {h.file.id for h in listed(desk, TODAY)} == {joined.id, erased.id}

    inbox.join_to(joined.id, case.id, desk.boris)
    file, _ = assess_file(case.id, desk.boris.member, TODAY)
    assert [e.on.earliest for e in file.case.events if e.kind == "advised"] == [date(2022, 8, 15)]
    assert {h.file.id for h in listed(desk, TODAY)} == {case.id, erased.id}
    assert one(desk, case.id).is_old

    inbox.erase_now(erased.id, desk.boris)
    assert {h.file.id for h in listed(desk, TODAY)} == {case.id}


def test_an_enquiry_that_was_answered_becomes_a_case_that_tells_it(desk: Desk) -> None:
    row = wrote(desk)
    for words in ("Первое.", "Второе."):
        inbox.answer(row.id, words, desk.boris, provisions=["ru.59.5"])

    inbox.make_case(row.id, desk.boris)

    file, _ = assess_file(row.id, desk.boris.member, TODAY)
    events = [e.id for e in file.case.events if e.kind == "advised"]
    assert [file.account.notes[e]["note"] for e in events] == ["Первое.", "Второе."]


def test_an_enquiry_that_burns_stands_before_one_that_does_not(desk: Desk) -> None:
    rows = [wrote(desk, f"письмо {n}") for n in range(3)]
    for row, colour in zip(rows, ("plain", "red", "amber"), strict=True):
        advise(row.id, "Отвечают по ч. 3 ст. 337 УК.", on(desk, 2022, 8, 15), provisions=["ru.uk.337.3"])
        File.objects.filter(id=row.id).update(colour=colour)

    assert [h.file.colour for h in listed(desk, TODAY)] == ["red", "amber", "plain"]


# --- texts that turn red ----------------------------------------------------------------------------------


def test_a_text_turns_red_on_the_day_the_law_changes_and_is_not_sent(desk: Desk) -> None:
    august, then = on(desk, 2022, 8, 15), on(desk, 2022, 9, 21)
    own = answers.save_answer("по желанию", OWN_WISH, "ru", august, provisions=["ru.53.51.6"])
    row = wrote(desk)

    before = answers.answer_of("ru", own.id, date(2022, 9, 20))
    after = answers.answer_of("ru", own.id, then.on)
    assert before is not None
    assert before.why == {}
    assert after is not None
    assert after.why == {"ru.53.51.6": (Changed.STANDING,)}
    for taken_from in (own.id, ""):  # chosen, or copied word by word
        with pytest.raises(RefusedError) as refused:
            inbox.answer(row.id, f"  {OWN_WISH}\n", then, taken_from=taken_from)
        assert refused.value.why == "red-answer"
        assert refused.value.what == ("п. 6 ст. 51 53-ФЗ",)
    assert inbox.enquiry(row.id, desk.boris.member).said == ()


def test_a_review_makes_it_sayable_and_calls_nobody_whom_its_words_still_serve(desk: Desk) -> None:
    august, then = on(desk, 2022, 8, 15), on(desk, 2022, 9, 21)
    own = answers.save_answer("по желанию", OWN_WISH, "ru", august, provisions=["ru.53.51.6"])
    row, later = wrote(desk), wrote(desk, "другое")
    inbox.answer(row.id, OWN_WISH, august, taken_from=own.id)
    assert [h.file.id for h in listed(desk, then.on)] == [row.id]

    answers.review(own.id, "ru", then)

    assert listed(desk, then.on) == []
    inbox.answer(later.id, OWN_WISH, then, taken_from=own.id)
    assert listed(desk, TODAY) == []


def test_new_words_leave_those_who_hold_the_old_in_the_list(desk: Desk) -> None:
    august, then = on(desk, 2022, 8, 15), on(desk, 2022, 9, 21)
    own = answers.save_answer("по желанию", OWN_WISH, "ru", august, provisions=["ru.53.51.6"])
    row = wrote(desk)
    inbox.answer(row.id, OWN_WISH, august, taken_from=own.id)

    newer = answers.save_answer("по желанию", NEW, "ru", then, id_=own.id, provisions=["ru.53.51.6"])

    assert newer.version == 2
    assert [h.file.id for h in listed(desk, then.on)] == [row.id]
    text = answers.answer_of("ru", own.id, then.on)
    assert text is not None
    assert text.why == {}
    advise(row.id, NEW, then, answer=own.id, corrects=[one(desk, row.id, then.on).id])
    assert listed(desk, then.on) == []


def test_advice_that_was_found_to_hold_is_looked_at_again_when_the_law_changes_again(desk: Desk) -> None:
    row = wrote(desk)
    advise(
        row.id,
        "О рапорте и об отсутствии.",
        on(desk, 2022, 8, 15),
        provisions=["ru.53.51.6", "ru.uk.337.3"],
    )
    then = on(desk, 2022, 9, 21)

    confirm(row.id, [one(desk, row.id, then.on).id], then)

    assert listed(desk, date(2022, 9, 23)) == []
    (held,) = listed(desk, date(2022, 9, 24))
    assert held.why == {"ru.uk.337.3": (Changed.STANDING,)}
    assert held.since == date(2022, 8, 15)
    assert one(desk, row.id, date(2022, 9, 24)).on == date(2022, 8, 15)


def test_a_newer_pack_turns_texts_and_advice_red(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    row, text = wrote(desk), answers.answer_of("ru", "written-answer", TODAY)
    assert text is not None
    inbox.answer(row.id, text.text, desk.boris, taken_from=text.id)
    answers.remember_texts("ru")
    pack = laws.pack_of("ru")
    term = pack.provisions["ru.59.12.1"]
    version = replace(term.versions[0], term=Term(15, term.versions[0].term.unit))  # type: ignore[union-attr] # it has one
    newer = prepare(
        replace(pack, provisions={**pack.provisions, term.id: replace(term, versions=(version,))})
    )
    monkeypatch.setattr(laws, "law_of", lambda _id: newer)

    red = answers.answer_of("ru", text.id, TODAY)

    assert red is not None
    assert red.why == {"ru.59.12.1": (Changed.VALUE,)}
    (held,) = listed(desk, TODAY)
    assert held.why == {"ru.59.12.1": (Changed.VALUE,)}


def test_what_the_index_says_is_what_the_sealed_pieces_say(desk: Desk) -> None:
    case = sample_case(desk, "s4")
    ids = [advise(case.id, f"Совет {n}.", desk.boris, provisions=["ru.59.12.1"]) for n in range(3)]
    told = told_of(case.id, desk.boris.member, TODAY)

    assert [t.id for t in told] == ids
    assert {h.id for h in store.of_file(case.id)} == set(ids)
    assert AdviceBasis.objects.count() == 1  # the same basis once


def _answers(desk: Desk, file_id: str) -> list[dict[str, object]]:
    from raport.app.files import history

    values = [a.piece.value for a in history(file_id, desk.boris.member) if a.piece.table == "answer"]
    return [v for v in values if isinstance(v, dict)]
