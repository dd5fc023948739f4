"""In and out by the browser: consent read word for word, what may leave leaves, tables with a dry run."""

import io
import zipfile

import pytest
from django.test import Client
from openpyxl import Workbook, load_workbook

from raport.adapters.docx import read_docx
from raport.adapters.store import opened
from raport.adapters.store.models import File, Grant
from raport.app.files import history
from raport.web.desk import taking
from tests.app.filled import joined, sample_case
from tests.desk import Desk, client_of

PASSPHRASE = "слон синий катится"  # noqa: S105 - of a folder thrown away


def give(client: Client, id_: str, use: str, audience: str) -> None:
    page = client.get(f"/sheets/case/{id_}/").text
    asked = f'value="{use}"><input type="hidden" name="audience" value="{audience}">'
    words = page.split(f'{asked}<input type="hidden" name="words" value="')[1]
    answer = client.post(
        f"/sheets/case/{id_}/consent/",
        {
            "do": "give",
            "use": use,
            "audience": audience,
            "by": "applicant",
            "read": "1",
            "words": words.split('"')[0],
        },
    )
    assert answer.status_code == 302


def test_the_folder_is_refused_until_he_agreed_and_then_it_leaves(desk: Desk, boris: Client) -> None:
    id_ = sample_case(desk, "s3").id
    asked = {"to": "адвокат", "passphrase": PASSPHRASE, "again": PASSPHRASE}

    refused = boris.post(f"/sheets/case/{id_}/hand-over/", asked)
    assert refused.status_code == 422
    assert "не соглашался" in refused.text

    give(boris, id_, "hand-over", "advocate")
    left = boris.post(f"/sheets/case/{id_}/hand-over/", asked)

    assert left["Content-Disposition"] == 'attachment; filename="k1.zip"'
    with zipfile.ZipFile(io.BytesIO(left.content)) as packed:
        assert read_docx(packed.read("1-summary.docx"))
    page = boris.get(f"/sheets/case/{id_}/").text
    assert "папка для адвоката" in page
    assert "→ адвокат" in page


def test_a_sentence_that_was_not_read_to_him_is_no_consent(desk: Desk, boris: Client) -> None:
    id_ = sample_case(desk, "s3").id

    answer = boris.post(
        f"/sheets/case/{id_}/consent/", {"do": "give", "use": "casework", "audience": "group", "words": "x"}
    )

    assert answer.status_code == 422
    assert "Согласий не записано" in answer.text


def test_taken_back_nothing_leaves_any_more(desk: Desk, boris: Client) -> None:
    id_ = sample_case(desk, "s3").id
    give(boris, id_, "casework", "group")
    assert boris.post(f"/sheets/case/{id_}/file/")["Content-Type"] == "application/toml"

    boris.post(f"/sheets/case/{id_}/consent/", {"do": "withdraw", "use": "casework", "audience": "group"})

    assert boris.post(f"/sheets/case/{id_}/file/").status_code == 422
    assert "взято назад" in boris.get(f"/sheets/case/{id_}/").text


def test_the_list_has_those_who_agreed_and_no_volunteer(desk: Desk, boris: Client) -> None:
    going = sample_case(desk, "s3").id
    sample_case(desk, "s4")
    assert boris.post("/sheets/docket/").status_code == 422

    give(boris, going, "casework", "group")
    left = boris.post("/sheets/docket/")

    sheet = load_workbook(io.BytesIO(left.content)).worksheets[0]
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == ["k1"]
    with zipfile.ZipFile(io.BytesIO(left.content)) as packed:
        whole = b"".join(packed.read(one) for one in packed.infolist()).decode(errors="replace")
    assert "Борис" not in whole
    assert "raport" not in whole.casefold()


def test_days_leave_with_numbers_for_titles(desk: Desk, boris: Client) -> None:
    id_ = sample_case(desk, "s3").id
    give(boris, id_, "casework", "group")

    text = boris.post("/sheets/days/").content.decode()

    assert text.startswith("BEGIN:VCALENDAR")
    assert "raport" not in text.casefold()


def test_what_leaves_is_never_fetched_by_a_link(desk: Desk, boris: Client) -> None:
    id_ = sample_case(desk, "s3").id

    for address in ("/sheets/docket/", "/sheets/days/", f"/sheets/case/{id_}/file/"):
        assert boris.get(address).status_code == 405


def test_a_case_not_granted_and_one_not_there_are_the_same(desk: Desk, boris: Client) -> None:
    id_ = sample_case(desk, "s3").id
    Grant.objects.all().delete()
    opened._opened.secrets.clear()

    for part in ("", "consent/", "file/", "hand-over/"):
        send = boris.post if part else boris.get
        ours, nobody = send(f"/sheets/case/{id_}/{part}"), send(f"/sheets/case/{'0' * 32}/{part}")
        assert (ours.status_code, ours.content) == (nobody.status_code, nobody.content) == (404, ours.content)


def test_an_editor_brings_nothing_in_and_takes_nothing_out(desk: Desk) -> None:
    dan = client_of(joined(desk, "Дан", role="editor").id)

    assert dan.get("/sheets/").status_code == 404
    assert dan.post("/sheets/docket/").status_code == 404


# --- tables -----------------------------------------------------------------------------------------------

ROWS: list[tuple[str, ...]] = [
    ("ФИО", "Телефон", "Звание", "Рапорт подан", "Угроза", "Прочее"),
    ("Зарубин Олег", "+7 900 1", "лейтенант", "10.10.2019", "", "звонила мать"),
    ("Пахомов Лев", "+7 900 2", "большой начальник", "на той неделе или раньше", "весной 2020", ""),
    ("", "", "", "", "", '=HYPERLINK("x")'),
]


def csv_of(rows: list[tuple[str, ...]], mark: str, encoding: str) -> bytes:
    return "\n".join(mark.join(f'"{c.replace(chr(34), chr(34) * 2)}"' for c in r) for r in rows).encode(
        encoding
    )


def xlsx_of(rows: list[tuple[str, ...]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(["'" + c if c.startswith("=") else c for c in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def bring(client: Client, name: str, data: bytes) -> str:
    file = io.BytesIO(data)
    file.name = name
    moved = client.post("/sheets/table/", {"file": file})
    assert moved.status_code == 302, moved.text
    return str(moved["Location"])


MAPPED = {
    "c0": "identity:name",
    "c1": "identity:phone",
    "c2": "fact:rank",
    "c3": "filed:raport:discharge",
    "c4": "event:threat",
}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.xlsx", xlsx_of(ROWS)),
        ("t.csv", csv_of(ROWS, ";", "cp1251")),
        ("t.csv", csv_of(ROWS, ",", "utf-8-sig")),
        ("t.txt", csv_of(ROWS, "\t", "utf-16")),
    ],
)
def test_a_table_becomes_cases_and_no_cell_is_lost(desk: Desk, boris: Client, name: str, data: bytes) -> None:
    address = bring(boris, name, data)
    page = boris.get(address).text
    assert '<option value="identity:name" selected>' in page
    assert '<option value="fact:rank" selected>' in page

    boris.post(address, {**MAPPED, "do": "show"})
    dry = boris.get(address).text
    assert "Рапорт подан: 10 октября 2019" in dry
    assert "«большой начальник»" in dry
    assert "на той неделе или раньше" in dry
    assert File.objects.count() == 0

    boris.post(address, {"do": "take-in"})
    taking.wait()
    over = boris.get(address).text
    assert "Строк внесено: 3 из 3" in over
    assert "Непонятных клеток: 2" in over

    files = list(File.objects.order_by("number").values_list("id", flat=True))
    held = [str([a.piece.value for a in history(f, desk.boris.member)]) for f in files]
    for n, row in enumerate(ROWS[1:]):
        for cell in row:
            told = {"лейтенант": "lieutenant"}.get(cell, cell).lstrip("=")
            assert told.split("(")[0] in held[n], (n, cell)
    assert boris.get(f"/case/{files[1]}/").status_code == 200


def test_what_was_taken_in_is_found_by_search(desk: Desk, boris: Client) -> None:
    address = bring(boris, "t.xlsx", xlsx_of(ROWS))
    boris.post(address, {**MAPPED, "do": "take-in"})
    taking.wait()

    assert "<mark>Зарубин</mark>" in boris.post("/search/", {"q": "зарубина"}, follow=True).text


def test_a_mapping_is_kept_by_name_for_the_next_table(desk: Desk, boris: Client) -> None:
    first = bring(boris, "t.xlsx", xlsx_of(ROWS))
    boris.post(first, {**MAPPED, "do": "keep", "name": "список Евы"})

    second = bring(boris, "t.xlsx", xlsx_of([tuple(reversed(r)) for r in ROWS]))
    boris.post(second, {"do": "use", "kept": "список Евы"})

    assert "Рапорт подан: 10 октября 2019" in boris.get(second).text


def test_a_table_stopped_half_way_goes_on_from_there(
    desk: Desk, boris: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from raport.app import importing

    monkeypatch.setattr(importing, "AT_ONCE", 1)
    address = bring(boris, "t.xlsx", xlsx_of(ROWS))
    id_ = address.rstrip("/").split("/")[-1]
    importing.begin(id_, desk.boris.member)
    next(importing.take_in(id_, desk.boris))

    page = boris.get(address).text
    assert "Строк внесено: 1 из 3" in page
    assert "Продолжить" in page
    boris.post(address, {"do": "take-in"})
    taking.wait()

    assert "Строк внесено: 3 из 3" in boris.get(address).text
    assert File.objects.count() == 3


def test_nothing_of_a_waiting_table_stands_open(desk: Desk, boris: Client) -> None:
    from raport.adapters.store.models import Kept

    bring(boris, "t.xlsx", xlsx_of(ROWS))

    assert "Зарубин" not in str(list(Kept.objects.values()))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("t.xlsx", b""),
        ("t.xlsx", b"PK\x03\x04broken"),
        ("t.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("t.csv", "только заголовок".encode()),
        ("t.csv", b"\0\1\2\3" * 50),
        ("t.csv", ("a;" * 10 + "\n" + '"' + "x" * 200_000).encode()),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_what_helps(
    desk: Desk, boris: Client, name: str, data: bytes
) -> None:
    file = io.BytesIO(data)
    file.name = name

    answer = boris.post("/sheets/table/", {"file": file})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_a_case_file_opens_as_a_case(desk: Desk, boris: Client) -> None:
    from raport.app.exporting import case_file

    file = io.BytesIO(case_file(sample_case(desk, "s3").id, desk.boris).data)
    file.name = "x.toml"

    moved = boris.post("/sheets/take-case/", {"file": file})

    assert boris.get(moved["Location"]).status_code == 200
