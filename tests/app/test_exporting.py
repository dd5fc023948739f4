"""What leaves: the case file comes back the same, no cell is a formula, a calendar tells nothing."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from raport.adapters.ics import read_ics
from raport.adapters.sheets import read_sheet, safe, write_xlsx
from raport.adapters.toml import read_toml
from raport.app.exhibits import destroy, stop, take_in
from raport.app.exporting import calendar, case_file, docket_table, last_days
from raport.app.files import add
from raport.app.open_case import take_case_file
from raport.app.promises import promise
from raport.app.record import record_row
from raport.casefile import Piece
from raport.casefile.pieces import ACCOUNT
from tests.app.filled import sample_case
from tests.desk import TODAY, Desk

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("//x")', "＝1+1"]


@pytest.mark.parametrize("name", ["s1", "s2", "s3", "s4", "x5", "x6", "x7", "x8", "x9"])
def test_given_out_taken_in_and_given_out_again_a_case_is_the_same(desk: Desk, name: str) -> None:
    first = case_file(sample_case(desk, name).id, desk.boris)

    again = take_case_file(read_toml("x.toml", first.data), desk.boris)

    assert case_file(again.id, desk.boris).data == first.data


def test_what_was_added_at_the_desk_leaves_too(desk: Desk) -> None:
    row = sample_case(desk, "s3")
    record_row(row.id, "event", {"kind": "threat", "on": "2019-11"}, desk.boris, notes={"note": "грозил"})

    text = case_file(row.id, desk.boris).data.decode()
    again = take_case_file(read_toml("x.toml", text.encode()), desk.boris)

    assert "грозил" in text
    assert case_file(again.id, desk.boris).data.decode() == text


def test_what_the_desk_keeps_beside_a_paper_leaves_with_the_case_file_and_comes_back(desk: Desk) -> None:
    row = sample_case(desk, "s4")
    paper = take_in(row.id, "скан.pdf", io.BytesIO(b"%PDF"), desk.boris, given_by="мать", note="с отметкой")
    add(row.id, [Piece("account", paper.name, ACCOUNT, {"note": "прежнее слово"})], desk.boris)
    stopped = take_in(row.id, "закрытое.txt", io.BytesIO(b"z"), desk.boris, note="тайное")
    stop(stopped.id, desk.boris)
    gone = take_in(row.id, "лишнее.txt", io.BytesIO(b"y"), desk.boris, note="стёртое")
    destroy(gone.id, desk.boris)

    text = case_file(row.id, desk.boris).data.decode()
    again = take_case_file(read_toml("x.toml", text.encode()), desk.boris)

    for told in ("скан.pdf", "мать", "прежнее слово", "с отметкой", paper.sha256):
        assert told in text
    for hidden in ("закрытое", "тайное", "лишнее", "стёртое"):
        assert hidden not in text
    assert case_file(again.id, desk.boris).data.decode() == text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula(text: str) -> None:
    data = docket_table([text], [[text, TODAY, 5]], TODAY).data

    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    for row in sheet.iter_rows():
        assert row[0].data_type == "s"
        assert str(row[0].value).startswith("'")


@given(st.lists(st.text(max_size=30), min_size=1, max_size=3))
def test_whatever_stands_in_a_cell_a_spreadsheet_of_ours_is_read_again(texts: list[str]) -> None:
    data = write_xlsx(["n", *("x" for _ in texts)], [["row", *texts]], TODAY)

    sheet = read_sheet("x.xlsx", data)

    assert len(sheet.rows) == 1
    for cell in sheet.rows[0]:
        assert not cell.startswith(("=", "+", "-", "@"))


def test_a_safe_text_that_begins_with_a_letter_is_unchanged() -> None:
    assert safe("рапорт = бумага") == "рапорт = бумага"


def test_a_calendar_has_the_days_and_titles_that_tell_nothing(desk: Desk) -> None:
    row = sample_case(desk, "s3")
    promise(row.id, desk.boris.member, TODAY, "позвонить матери Зарубина", desk.boris)

    data = calendar([row.id], desk.boris).data
    entries = read_ics(data)

    assert TODAY in {e.day for e in entries}
    assert {e.title for e in entries} == {"k1"}
    assert len({e.uid for e in entries}) == len(entries)
    assert read_ics(calendar([row.id], desk.boris).data) == entries


def test_each_running_term_has_its_day(desk: Desk) -> None:
    row = sample_case(desk, "s3")

    days = [e.day for e in last_days(row.id, desk.boris)]

    assert days
    assert all(d.year >= 2019 for d in days)


def test_a_table_says_nothing_of_when_and_by_whom_it_was_made() -> None:
    data = docket_table(["дело"], [["k1"]], TODAY).data

    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        whole = b"".join(packed.read(one) for one in packed.infolist())
    assert b"openpyxl" not in whole
    assert docket_table(["дело"], [["k1"]], TODAY).data == data
