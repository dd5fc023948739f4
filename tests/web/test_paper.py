"""A paper that came back: photographed, dropped in, read by the machine, accepted by a person."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from raport.adapters.store.models import WorkingCopy
from raport.app import exhibits as use
from raport.app import papers, reading
from raport.app.docket import assess_file
from raport.app.enquiries import join_to, queue
from raport.app.laws import pack_of
from raport.app.open_case import open_case
from raport.app.reading import Scan
from raport.app.record import file_paper
from raport.app.search import search
from raport.web.desk import behind
from tests.desk import Desk
from tests.papers.made import PT_SERIF, Letter, draw, spoilt

REFUSAL = Letter(
    "unit-commander",
    "7/152",
    date(2025, 3, 28),
    "412",
    date(2025, 3, 3),
    "reasons-not-valid",
    frozenset({"ru.53.51.6"}),
)
FILED = {"kind": "raport", "asks": "discharge", "to": "unit-commander", "author": "applicant"}


@pytest.fixture(scope="session")
def photograph() -> bytes:
    return spoilt(draw(REFUSAL, 7, font=PT_SERIF).picture, "phone", 7)


@pytest.fixture(scope="session")
def scanned(photograph: bytes) -> Scan:
    """The machine reads it once, in earnest; the pages do so again and again."""
    return reading.scan([reading.Given("refusal.jpg", photograph)])


@pytest.fixture
def case(desk: Desk) -> str:
    """A raport that was handed in, under a number, and never answered."""
    id_ = open_case("ru", desk.boris).id
    file_paper(id_, FILED, {"kind": "filed", "on": "2025-03-03"}, desk.boris, notes={"note": "вх. № 412"})
    return id_


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, scanned: Scan) -> list[int]:
    """The scan as it was, without the wait; how many files were given each time."""
    given: list[int] = []

    def scan(files: list[reading.Given], *, step: Callable[[int], object]) -> Scan:
        given.append(len(files))
        step(1)
        return scanned

    monkeypatch.setattr(reading, "scan", scan)
    return given


def dropped(client: Client, data: bytes) -> str:
    """Drop it into the inbox; the id of its exhibit."""
    answer = client.post("/inbox/new/", {"files": SimpleUploadedFile("ответ.jpg", data)}, follow=True)
    return exhibit_in(answer.text)


def attached(client: Client, case: str, data: bytes, name: str = "ответ.jpg") -> str:
    answer = client.post(f"/exhibit/of/{case}/", {"file": SimpleUploadedFile(name, data)})
    return answer.headers["Location"].split("/")[2]


def exhibit_in(text: str) -> str:
    found = re.search(r"/exhibit/([0-9a-f]{32})/", text)
    assert found is not None, text
    return found[1]


def read(client: Client, id_: str, **typed: object) -> str:
    client.post(f"/paper/{id_}/read/", typed)
    behind.wait()
    return client.get(f"/paper/{id_}/").text


def accept(client: Client, id_: str, case: str, **typed: object) -> str:
    """Accept everything that was proposed, or what is typed; the page that follows."""
    all_of_it = {
        "case": case,
        "kind": "reasons-not-valid",
        "filing": "f1",
        "date": "2025-03-28",
        "sender": "unit-commander",
        "number": "7/152",
    }
    return client.post(f"/paper/{id_}/accept/", {**all_of_it, **typed}, follow=True).text


def answers(desk: Desk, case: str) -> list[dict[str, object]]:
    file = papers.case_of(case, desk.boris.member)
    return [
        {"on": e.on.earliest.isoformat(), "filing": e.filing, "exhibits": e.exhibits, **e.fields}
        for e in file.case.events
        if e.kind == "answered"
    ]


def clocks(desk: Desk, case: str) -> dict[str, str]:
    _, told = assess_file(case, desk.boris.member, desk.boris.on)
    return {c.id: c.state.value for f in told.filings for c in f.clocks}


def test_a_photographed_refusal_dropped_in_becomes_a_reply_on_its_case_and_the_clocks_move(
    boris: Client, desk: Desk, case: str, photograph: bytes
) -> None:
    before = clocks(desk, case)
    id_ = dropped(boris, photograph)

    shown = read(boris, id_)
    assert re.search(rf'href="\?case={case}"', shown)
    assert "сходится: номер, день" in shown
    shown = boris.get(f"/paper/{id_}/?case={case}").text
    assert shown.count(" checked") == shown.count('value="none" checked')  # nothing is accepted by itself
    for value in ("reasons-not-valid", "f1", "2025-03-28", "unit-commander", "7/152"):
        assert re.search(rf'type="radio" name="\w+" value="{value}"', shown), value
    assert answers(desk, case) == []

    asked = accept(boris, id_, case)
    assert "Этот ответ остановит срок" in asked
    assert answers(desk, case) == []
    stops = re.findall(r'name="stop" value="([^"]+)"', asked)
    assert stops
    page = accept(boris, id_, case, stop=stops)

    (answer,) = answers(desk, case)
    assert answer["on"] == "2025-03-28"
    assert (answer["filing"], answer["outcome"], answer["form"]) == ("f1", "reasons-not-valid", "written")
    assert answer["exhibits"] == ("x1",)
    assert "вх. № 412" in page
    assert "№ 7/152" in page
    assert clocks(desk, case) != before
    assert queue(desk.boris.member) == []  # the enquiry has joined its case
    (there,) = use.exhibits(case, desk.boris.member)
    assert papers.paper_of(there.id, desk.boris) is not None  # what was read went with it


@pytest.mark.usefixtures("machine")
def test_what_is_read_stands_on_the_page_with_its_rectangles_and_waits(
    boris: Client, desk: Desk, case: str, photograph: bytes
) -> None:
    id_ = attached(boris, case, photograph)
    assert "Прочитать бумагу" in boris.get(f"/exhibit/{id_}/").text

    shown = read(boris, id_)

    assert shown.count('<rect class="mark"') >= 10  # each on the page and beside its proposal
    assert 'accesskey="1"' in shown
    picture = boris.get(f"/paper/{id_}/page/0")
    assert picture.headers["Content-Type"] == "image/jpeg"
    assert boris.get(f"/paper/{id_}/page/1").status_code == 404
    assert "Входящий номер" in shown
    assert "Не прочитано" in shown  # nobody stamped it
    assert answers(desk, case) == []


@pytest.mark.usefixtures("machine")
def test_what_was_not_accepted_is_not_recorded_and_what_lacks_is_asked(
    boris: Client, desk: Desk, case: str, photograph: bytes
) -> None:
    id_ = attached(boris, case, photograph)
    read(boris, id_)

    assert "Ждали, какой это ответ" in accept(boris, id_, case, kind="none")
    assert "Ждали, на какую бумагу" in accept(boris, id_, case, filing="none")
    kept = accept(boris, id_, case, date="own", **{"date-own": "31 февраля"})
    assert "Ждали день этой бумаги" in kept
    assert re.search(r'value="reasons-not-valid" checked', kept)  # what was accepted stays so
    assert answers(desk, case) == []


@pytest.mark.usefixtures("machine")
def test_what_the_person_reads_otherwise_is_recorded_as_he_says(
    boris: Client, desk: Desk, case: str, photograph: bytes
) -> None:
    id_ = attached(boris, case, photograph)
    read(boris, id_)
    own = {"kind": "own", "kind-own": "must-serve-out", "date": "own", "date-own": "29.03.2025"}
    own |= {"sender": "none", "number": "none"}

    stops = re.findall(r'name="stop" value="([^"]+)"', accept(boris, id_, case, **own))
    accept(boris, id_, case, stop=stops, **own)

    (answer,) = answers(desk, case)
    assert (answer["on"], answer["outcome"]) == ("2025-03-29", "must-serve-out")
    assert "by" not in answer


@pytest.mark.usefixtures("machine")
def test_a_clock_is_stopped_by_no_other_agreement_than_its_own(
    boris: Client, desk: Desk, case: str, photograph: bytes
) -> None:
    id_ = attached(boris, case, photograph)
    read(boris, id_)

    for stop in ([], ["f2 answer"], ["f1 nothing"]):
        assert "Этот ответ остановит срок" in accept(boris, id_, case, stop=stop)
    assert "Что на этой бумаге" in accept(boris, id_, case, back="yes")
    assert answers(desk, case) == []


def test_several_photographs_are_one_paper_and_go_with_any_of_them(
    boris: Client, desk: Desk, case: str, photograph: bytes, machine: list[int]
) -> None:
    first, second = (attached(boris, case, photograph, f"{n}.jpg") for n in (1, 2))

    read(boris, first, also=[second])
    assert machine == [2]
    paper = papers.paper_of(first, desk.boris)
    assert paper is not None
    assert paper.exhibits == (first, second)
    stops = re.findall(r'name="stop" value="([^"]+)"', accept(boris, first, case))
    accept(boris, first, case, stop=stops)
    assert answers(desk, case)[0]["exhibits"] == ("x1", "x2")

    use.stop(second, desk.boris)
    assert papers.paper_of(first, desk.boris) is None
    assert not WorkingCopy.objects.exclude(kind="").exists()


@pytest.mark.usefixtures("machine")
def test_its_words_are_found_and_are_found_no_more_once_it_is_stopped(
    boris: Client, desk: Desk, case: str, photograph: bytes
) -> None:
    id_ = attached(boris, case, photograph)
    read(boris, id_)
    found = [f.exhibit for one in search("аттестационной", desk.boris.member).files for f in one.found]
    assert found == [id_]

    use.stop(id_, desk.boris)
    assert search("аттестационной", desk.boris.member).files == ()
    assert boris.get(f"/paper/{id_}/").status_code == 404
    assert boris.get(f"/paper/{id_}/page/0").status_code == 404


@pytest.mark.usefixtures("machine")
def test_who_may_not_open_the_file_reads_nothing_of_it(
    boris: Client, desk: Desk, case: str, photograph: bytes
) -> None:
    id_ = attached(boris, case, photograph)
    read(boris, id_)

    for address in (f"/paper/{'0' * 32}/", f"/paper/{'0' * 32}/page/0"):
        assert boris.get(address).status_code == 404
    text = attached(boris, case, b"plain words", "a.txt")
    assert boris.get(f"/paper/{text}/").status_code == 404  # neither picture nor PDF


def test_what_cannot_be_read_is_told_and_nothing_breaks(boris: Client, case: str, photograph: bytes) -> None:
    id_ = attached(boris, case, photograph[: len(photograph) // 8])

    shown = read(boris, id_)
    assert "Ни одной страницы прочитать не удалось" in shown or "Не прочитано" in shown


def test_a_machine_without_a_reader_says_so(
    boris: Client, case: str, photograph: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def scan(files: list[reading.Given], *, step: Callable[[int], object]) -> Scan:
        raise reading.NoReaderError("tesseract")

    monkeypatch.setattr(reading, "scan", scan)
    assert "читать нечем" in read(boris, attached(boris, case, photograph))


@pytest.mark.usefixtures("machine")
def test_what_was_read_in_the_inbox_goes_with_the_enquiry_to_its_case(
    boris: Client, desk: Desk, case: str, photograph: bytes
) -> None:
    id_ = dropped(boris, photograph)
    read(boris, id_)
    join_to(use.exhibit(id_, desk.boris.member).file, case, desk.boris)

    (there,) = use.exhibits(case, desk.boris.member)
    paper = papers.paper_of(there.id, desk.boris)
    assert paper is not None
    assert paper.exhibits == (there.id,)
    assert papers.clean_page(there.id, 0, desk.boris)
    assert (
        WorkingCopy.objects.exclude(kind="").values("exhibit").distinct().count() == 1
    )  # none is left behind


@pytest.mark.usefixtures("machine")
def test_the_number_of_a_case_that_is_none_is_told(boris: Client, photograph: bytes) -> None:
    id_ = dropped(boris, photograph)
    shown = read(boris, id_)
    assert "Номеров этой бумаги нет ни в одном вашем деле." in shown

    assert "такого дела у вас нет" in boris.get(f"/paper/{id_}/?number=к999").text
    assert "Пока дело не выбрано" in shown


def test_every_kind_of_answer_of_the_pack_becomes_an_event(desk: Desk, case: str) -> None:
    file = papers.case_of(case, desk.boris.member)
    for kind in pack_of("ru").answers:
        row = papers.event_row(file, papers.Accepted("f1", kind, "2025-03-28", "unit-commander"), "")
        assert row["kind"] in ("answered", "forwarded", "extended")
        papers.moves(case, row, desk.boris)  # it is read as a part of the case file
