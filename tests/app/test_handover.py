"""The folder for an advocate: it can be read without us, and names neither us nor any of us."""

import io
import zipfile
from collections.abc import Sequence

import pyrage
import pytest
from PIL import Image

from raport.adapters.chats import Line
from raport.adapters.docx import read_docx
from raport.adapters.ics import read_ics
from raport.adapters.store.models import Member
from raport.app.enquiries import make_case, take_enquiry
from raport.app.exhibits import exhibits, mark_use_risk, stop, take_in
from raport.app.files import add
from raport.app.handover import folder
from raport.app.intake import Came, Message
from raport.app.intake import Parcel as Brought
from raport.app.leaving import Parcel, StaysError, leave
from raport.app.promises import promise
from raport.app.record import record_row
from raport.casefile import Piece
from raport.casefile.pieces import ACCOUNT, IDENTITY
from raport.errors import BadInput
from tests.app.filled import sample_case
from tests.desk import TODAY, Desk

PASSPHRASE = "слон синий катится"  # noqa: S105 - of a folder thrown away


@pytest.fixture
def packed(desk: Desk) -> dict[str, bytes]:
    Member.objects.filter(id=desk.boris.member).update(name="Велимир Кандибобер")
    row = sample_case(desk, "s3")
    add(
        row.id,
        [
            Piece("identity", "name", IDENTITY, "Зарубин Олег"),
            Piece("identity", "phone", IDENTITY, "+7 900 000-00-00"),
            Piece("account", "e1", ACCOUNT, {"note": "Кандибобер записал: «рапорта не примем» (Raport, k1)"}),
        ],
        desk.boris,
    )
    record_row(row.id, "event", {"kind": "threat", "on": "2019-11"}, desk.boris, notes={"note": "грозил"})
    promise(row.id, desk.boris.member, TODAY, "Кандибоберу позвонить матери", desk.boris)
    data = folder(row.id, desk.boris, PASSPHRASE).data
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return {one.filename: found.read(one) for one in found.infolist()}


def unzipped(name: str, data: bytes) -> bytes:
    """The bytes themselves and, of what is a ZIP, all that is in it."""
    if data[:2] != b"PK":
        return name.encode() + data
    with zipfile.ZipFile(io.BytesIO(data)) as inner:
        return name.encode() + b"\n".join(one.filename.encode() + inner.read(one) for one in inner.infolist())


def test_it_has_what_an_advocate_needs(packed: dict[str, bytes]) -> None:
    assert sorted(packed) == ["1-summary.docx", "2-chronology.docx", "contacts.txt.age", "days.ics"]
    summary = "\n".join(read_docx(packed["1-summary.docx"]))
    for heading in ("Кто и где", "Что горит", "Последние дни", "Где стоит каждая бумага", "Что кому обещано"):
        assert heading in summary
    assert "позвонить матери" in summary
    chronology = "\n".join(read_docx(packed["2-chronology.docx"]))
    assert "грозил" in chronology
    assert "рапорта не примем" in chronology
    assert {e.title for e in read_ics(packed["days.ics"])} == {"k1"}


@pytest.mark.parametrize("canary", ["raport", "кандибобер", "велимир", "python-docx", "python", "openpyxl"])
def test_no_file_of_it_names_the_program_or_a_member(packed: dict[str, bytes], canary: str) -> None:
    for name, data in packed.items():
        if name.endswith(".age"):
            continue
        assert canary not in unzipped(name, data).decode(errors="replace").casefold(), name


def test_the_canaries_would_be_found(packed: dict[str, bytes]) -> None:
    whole = unzipped("x", packed["2-chronology.docx"]).decode(errors="replace").casefold()

    assert "грозил" in whole


def test_names_and_contacts_lie_in_the_sealed_file_only(packed: dict[str, bytes]) -> None:
    contacts = pyrage.passphrase.decrypt(packed["contacts.txt.age"], PASSPHRASE).decode()

    assert "Зарубин Олег" in contacts
    assert "+7 900 000-00-00" in contacts
    for name, data in packed.items():
        assert "Зарубин" not in unzipped(name, data).decode(errors="replace")


def test_he_serves_until_he_is_struck_off_stands_first(packed: dict[str, bytes]) -> None:
    summary = read_docx(packed["1-summary.docx"])

    assert any("исключении из списков" in line for line in summary[:5])


def test_the_summary_stays_two_pages(desk: Desk) -> None:
    row = sample_case(desk, "s3")
    for n in range(30):
        promise(row.id, desk.boris.member, TODAY, f"обещание {n} " + "длинно " * 100, desk.boris)

    with zipfile.ZipFile(io.BytesIO(folder(row.id, desk.boris, PASSPHRASE).data)) as found:
        lines = read_docx(found.read("1-summary.docx"))

    assert sum(len(line) + 60 for line in lines) < 2 * 4200  # letters of a page at this size
    assert any("и ещё 24" in line for line in lines)


def test_what_the_summary_leaves_out_stands_in_the_chronology(desk: Desk) -> None:
    row = sample_case(desk, "s3")
    for n in range(9):
        promise(row.id, desk.boris.member, TODAY, f"обещание {n}", desk.boris)

    with zipfile.ZipFile(io.BytesIO(folder(row.id, desk.boris, PASSPHRASE).data)) as found:
        whole = read_docx(found.read("2-chronology.docx"))
        short = read_docx(found.read("1-summary.docx"))

    assert all(any(f"обещание {n}" in line for line in whole) for n in range(9))
    assert not any("обещание 8" in line for line in short)
    assert not any(line.endswith(": ..") for line in short)


def test_a_short_passphrase_is_refused(desk: Desk) -> None:
    with pytest.raises(BadInput):
        folder(sample_case(desk, "s3").id, desk.boris, "коротко")


def test_a_paper_stands_with_its_name_and_note_and_who_gave_it_is_sealed(desk: Desk) -> None:
    row = sample_case(desk, "s3")
    add(row.id, [Piece("identity", "name", IDENTITY, "Зарубин Олег")], desk.boris)
    take_in(
        row.id,
        "рапорт Зарубина.txt",
        io.BytesIO(b"x"),
        desk.boris,
        given_by="мать Клавдия",
        note="снято с экрана, подпись Зарубина",
    )
    take_in(row.id, "опасное.txt", io.BytesIO(b"y"), desk.boris, note="тоже опасное", use_risk=True)
    stopped = take_in(row.id, "закрытое.txt", io.BytesIO(b"z"), desk.boris, note="и это закрыто")
    stop(stopped.id, desk.boris)

    with zipfile.ZipFile(io.BytesIO(folder(row.id, desk.boris, PASSPHRASE).data)) as found:
        files = {one.filename: found.read(one) for one in found.infolist()}
    whole = "\n".join(read_docx(files["2-chronology.docx"]))
    contacts = pyrage.passphrase.decrypt(files["contacts.txt.age"], PASSPHRASE).decode()

    assert "снято с экрана" in whole
    assert "papers/01.txt" in whole
    assert "рапорт […].txt" in whole
    assert "papers/01.txt: от кого: мать Клавдия" in contacts
    for hidden in ("Зарубин", "Клавдия", "опасное", "закрытое", "и это закрыто"):
        assert hidden not in whole


LETTER = """Олег Зарубин, лейтенант, пишет мать. Его держат в части, Кандибобер уже спрашивал.
Звоните мне: 8 (900) 123-45-67 или @klavdia_z, рапорт приложила."""


def began_with(desk: Desk) -> str:
    """A case that was his mother's enquiry: a paper, one that may harm him, and one that is stopped."""
    Member.objects.filter(id=desk.boris.member).update(name="Велимир Кандибобер")
    picture = io.BytesIO()
    Image.new("L", (8, 8)).save(picture, "JPEG")
    files = {"рапорт.txt": b"x", "опасное.txt": b"y", "закрытое.jpg": picture.getvalue()}
    line = Line(
        LETTER, author="Клавдия Зарубина", contact="klavdia@example.org", at="2026-11-20", files=tuple(files)
    )
    came = [Came(name, io.BytesIO(data)) for name, data in files.items()]
    parcel = Brought([Message("mail", (line,))], came)
    row = make_case(take_enquiry(parcel, "ru", desk.boris).id, desk.boris)
    _, risky, closed = exhibits(row.id, desk.boris.member)
    mark_use_risk(risky.id, desk.boris, risky=True)
    stop(closed.id, desk.boris)
    return row.id


def test_the_letters_a_case_began_with_go_into_the_folder_and_who_wrote_them_lies_sealed(desk: Desk) -> None:
    with zipfile.ZipFile(io.BytesIO(folder(began_with(desk), desk.boris, PASSPHRASE).data)) as found:
        files = {one.filename: found.read(one) for one in found.infolist()}
    letters = "\n".join(read_docx(files["3-letters.docx"]))
    sealed = pyrage.passphrase.decrypt(files["contacts.txt.age"], PASSPHRASE).decode()

    assert "лейтенант, пишет мать. Его держат в части" in letters
    assert "Пишет 1, 2026-11-20" in letters
    assert "Вместе с этим пришло: papers/01.txt" in letters
    assert "Пишет 1: Клавдия Зарубина, klavdia@example.org" in sealed
    assert "8 (900) 123-45-67 или @klavdia_z" in sealed
    assert "Кандибобер" not in sealed
    open_ = [
        unzipped(name, data).decode(errors="replace") for name, data in files.items() if name[-3:] != "age"
    ]
    for hidden in ("Зарубин", "Клавдия", "klavdia", "123-45-67", "опасное", "закрытое", "Кандибобер"):
        assert not any(hidden in text for text in open_), hidden


def test_where_what_may_be_a_letter_is_stopped_no_letter_leaves(desk: Desk) -> None:
    case = began_with(desk)
    stop(take_in(case, "письмо.eml", io.BytesIO(b"From: x"), desk.boris).id, desk.boris)

    with zipfile.ZipFile(io.BytesIO(folder(case, desk.boris, PASSPHRASE).data)) as found:
        files = {one.filename: found.read(one) for one in found.infolist()}

    assert "3-letters.docx" not in files
    assert "contacts.txt.age" not in files
    assert any("не приложены" in line for line in read_docx(files["1-summary.docx"]))


def test_without_consent_the_letters_stay_with_the_rest(desk: Desk) -> None:
    made: list[str] = []
    case = began_with(desk)

    def make(ids: Sequence[str]) -> Parcel:
        made.extend(ids)
        return folder(ids[0], desk.boris, PASSPHRASE)

    with pytest.raises(StaysError, match="consent-never"):
        leave("hand-over", [case], desk.boris, make)
    assert made == []


def test_a_case_that_no_letter_began_has_none_in_its_folder(packed: dict[str, bytes]) -> None:
    assert "3-letters.docx" not in packed
