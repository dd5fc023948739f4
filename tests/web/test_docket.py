"""The docket's pages: why a case stands there, for whom; filters, statuses, promises, hand-over."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from raport.adapters.store.models import Docket, Duty, Grant, Promise
from raport.app import vault
from raport.app.open_case import open_case
from raport.app.promises import promise
from raport.app.statuses import set_status
from raport.web.desk import fresh, posted
from raport.web.desk.views import docket as views
from raport.web.desk.views import docket_people, docket_work, home
from tests.app.filled import author, file_row, joined, sample_case
from tests.desk import TODAY, Desk, client_of

THURSDAY = TODAY + timedelta(days=2)


@pytest.fixture(autouse=True)
def on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The desk's own day, so that a row computed in a test holds."""
    for module in (views, docket_work, docket_people, home, posted, vault):
        monkeypatch.setattr(module, "today", lambda: TODAY)


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def change(client: Client, id_: str, **typed: str) -> int:
    return int(client.post(f"/docket/{id_}/change/", typed).status_code)


def test_what_endangers_stands_before_what_is_to_be_asked(desk: Desk, boris: Client) -> None:
    ask, danger = sample_case(desk, "s4"), sample_case(desk, "s3")

    page = text(boris, "/docket/")

    assert page.index(danger.id) < page.index(ask.id)
    assert "Его били или угрожали расправой." in page
    assert "Спросить: Где он сейчас" in page


def test_the_same_sentence_in_the_other_language(desk: Desk, boris: Client) -> None:
    sample_case(desk, "s4")
    boris.cookies["raport-lang"] = "en"

    assert "Where is he now" in text(boris, "/docket/")


def test_an_advocate_only_case_shows_as_such_and_says_nothing_of_why(desk: Desk, boris: Client) -> None:
    row = sample_case(desk, "x8")

    page = text(boris, "/docket/")

    line = page[page.index(row.id) : page.index("</li>", page.index(row.id))]
    assert "Только для адвоката." in line
    assert "<time" not in line
    for word in ("отсутств", "розыск", "оставил", "дело против"):
        assert word not in line.lower()


def test_its_advocate_reads_why(desk: Desk) -> None:
    from raport.adapters.store.files import change_file

    row = sample_case(desk, "x8")
    anna = joined(desk, "Анна", standing="advocate")
    change_file(row.id, advocate_id=anna.id)

    page = text(client_of(anna.id), "/docket/")

    assert "Только для адвоката." not in page


def test_an_editor_sees_that_a_case_stands_there_and_no_reason(desk: Desk) -> None:
    row = sample_case(desk, "s3")
    dan = client_of(joined(desk, "Дан", role="editor").id)

    page = text(dan, "/docket/")

    assert row.id in page
    assert "угрожали" not in page
    assert dan.get(f"/docket/{row.id}/").status_code == 404
    assert dan.get("/docket/people/").status_code == 404


def test_a_case_that_was_not_granted_looks_as_one_that_is_not_there(desk: Desk) -> None:
    row = sample_case(desk, "s3")
    clara = joined(desk, "Клара")
    Grant.objects.filter(member_id=clara.id).delete()
    hers = client_of(clara.id)

    assert row.id not in text(hers, "/docket/")
    there = hers.get(f"/docket/{row.id}/")
    nowhere = hers.get(f"/docket/{'0' * 32}/")
    assert (there.status_code, nowhere.status_code) == (404, 404)
    assert there.content == nowhere.content
    assert change(hers, row.id, do="status", status="paused") == 404
    assert file_row(row.id).status == "new"


def test_an_old_row_is_shown_with_its_day_and_is_computed_anew_beside_the_page(
    desk: Desk, boris: Client
) -> None:
    sample_case(desk, "s4")
    Docket.objects.update(on=TODAY - timedelta(days=3), valid_until=TODAY - timedelta(days=1))

    first = text(boris, "/docket/")
    fresh.wait()
    second = text(boris, "/docket/")

    assert "посчитано 21.11.2026" in first
    assert "Считаем заново" in first
    assert "посчитано" not in second
    assert "Считаем заново" not in second


@pytest.mark.parametrize(
    ("query", "found"),
    [("", 3), ("rank=0", 1), ("status=we-write", 1), ("member=-", 0), ("due=30", 0), ("rank=x&due=-1", 3)],
)
def test_filters(desk: Desk, boris: Client, query: str, found: int) -> None:
    ids = [sample_case(desk, name).id for name in ("s3", "s4", "x5")]
    set_status(ids[1], "we-write", desk.boris)

    page = text(boris, f"/docket/?{query}")

    assert sum(reverse("docket-work", args=[id_]) in page for id_ in ids) == found


def test_a_filter_is_kept_by_name_and_forgotten(desk: Desk, boris: Client) -> None:
    boris.post("/docket/filter/", {"name": "горит & суд", "rank": "0", "status": "in-court"})
    page = text(boris, "/docket/")
    assert "горит &amp; суд" in page
    assert "status=in-court" in page

    boris.post("/docket/filter/", {"drop": "горит & суд"})

    assert "горит" not in text(boris, "/docket/")


def test_a_filter_without_a_name_is_asked_again_with_what_was_chosen(boris: Client) -> None:
    answer = boris.post("/docket/filter/", {"name": " ", "rank": "0"})

    assert answer.status_code == 422
    assert 'name="rank" value="0"' in answer.content.decode()


def test_a_status_is_set_and_told_with_who_set_it(desk: Desk, boris: Client) -> None:
    id_ = sample_case(desk, "s3").id

    assert change(boris, id_, do="status", status="closed", reason="to-the-zone", note="сказала мать") == 302

    page = text(boris, f"/docket/{id_}/")
    assert "закрыто: отправлен в зону (Борис). сказала мать" in page


def test_closing_without_a_reason_loses_nothing_that_was_typed(desk: Desk, boris: Client) -> None:
    id_ = sample_case(desk, "s3").id

    answer = boris.post(
        f"/docket/{id_}/change/", {"do": "status", "status": "closed", "note": "длинная заметка"}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "почему закрыто" in page
    assert 'value="длинная заметка"' in page
    assert '<option value="closed" selected>' in page


def test_a_promise_is_made_shown_at_home_and_kept(desk: Desk, boris: Client) -> None:
    id_ = sample_case(desk, "s3").id
    typed = {"do": "promise", "words": "позвоню <в четверг>", "due": f"{THURSDAY}", "by": desk.boris.member}
    assert boris.post(f"/docket/{id_}/change/", typed).status_code == 302
    assert "позвоню &lt;в четверг&gt;" in text(boris, "/")
    assert "позвоню" in text(boris, "/docket/promises/")

    assert change(boris, id_, do="kept", promise=str(Promise.objects.get().pk)) == 302

    assert "позвоню" not in text(boris, "/")
    assert "позвоню" in text(boris, f"/docket/{id_}/")
    assert change(boris, id_, do="kept", promise=str(Promise.objects.get().pk)) == 404


@pytest.mark.parametrize("due", ["", "32.13.2026", "yesterday", "2026-02-30"])
def test_a_day_that_is_none_is_asked_again(desk: Desk, boris: Client, due: str) -> None:
    id_ = sample_case(desk, "s3").id

    answer = boris.post(f"/docket/{id_}/change/", {"do": "promise", "words": "позвонить", "due": due})

    assert answer.status_code == 422
    assert 'value="позвонить"' in answer.content.decode()
    assert Promise.objects.count() == 0


def test_without_contact_the_page_says_what_is_next_and_that_silence_proves_nothing(
    desk: Desk, boris: Client
) -> None:
    id_ = sample_case(desk, "s3").id
    change(boris, id_, do="status", status="no-contact")
    assert "Мы не знаем, где он." in text(boris, f"/docket/{id_}/")

    for channel in ("phone", "messenger", "through-others"):
        assert change(boris, id_, do="try", channel=channel, reached="no") == 302

    page = text(boris, f"/docket/{id_}/")
    assert "спросите названного человека, всё ли с ним в порядке" in page
    assert "задержан" not in page


def test_work_is_handed_over_and_taken_back(desk: Desk, boris: Client) -> None:
    id_ = sample_case(desk, "s3").id
    eve = joined(desk, "Ева")
    assert (
        boris.post("/docket/people/hand-over/", {"giver": desk.boris.member, "taker": eve.id}).status_code
        == 302
    )
    assert file_row(id_).member == eve.id
    page = text(boris, "/docket/people/")
    assert "Борис → Ева" in page

    address = page.split("hand-over/")[2].split("/back")[0]
    assert boris.post(f"/docket/people/hand-over/{address}/back/").status_code == 302

    assert file_row(id_).member == desk.boris.member
    assert boris.post(f"/docket/people/hand-over/{address}/back/").status_code == 404


def test_who_does_not_keep_the_house_hands_over_only_his_own(desk: Desk) -> None:
    id_ = sample_case(desk, "s3").id
    eve = joined(desk, "Ева")
    hers = client_of(eve.id)

    refused = hers.post("/docket/people/hand-over/", {"giver": desk.boris.member, "taker": eve.id})

    assert refused.status_code == 404
    assert file_row(id_).member == desk.boris.member
    assert hers.post("/docket/people/duty/", {"member": eve.id, "first": f"{TODAY}"}).status_code == 404


def test_the_home_says_who_is_on_duty_and_counts_the_inbox(desk: Desk, boris: Client) -> None:
    from raport.adapters.store.files import change_file
    from raport.app.files import new_file

    for n in range(3):
        row = new_file("enquiry", "ru", desk.boris)
        change_file(row.id, colour="red" if n == 0 else "")
    boris.post(
        "/docket/people/duty/", {"member": desk.boris.member, "first": f"{TODAY}", "last": f"{THURSDAY}"}
    )
    assert Duty.objects.count() == 1

    page = text(boris, "/")

    assert "Дежурит: Борис" in page
    assert "Обращений без ответа: 3" in page or "3 обращения без ответа" in page
    assert page.index("Входящие") < page.index("Обещано")


def test_every_page_can_be_read_when_there_is_nothing(boris: Client) -> None:
    for address in ("/", "/docket/", "/docket/promises/", "/docket/people/"):
        page = text(boris, address)
        assert page.count("<h1") == 1
        assert "style=" not in page
        assert "onclick" not in page


def test_nothing_reassures(desk: Desk, boris: Client) -> None:
    open_case("ru", desk.boris)
    sample_case(desk, "x9")
    for address in ("/", "/docket/"):
        page = text(boris, address).lower()
        for word in ("вовремя", "безопасн", "законно", "✓", "всё хорошо"):
            assert word not in page


def test_the_words_of_a_filter_are_shown_as_words(boris: Client) -> None:
    evil = '"><script>x</script>'
    boris.post("/docket/filter/", {"name": evil, "rank": "0"})

    page = text(boris, f"/docket/?member={quote(evil)}")

    assert "<script>x" not in page


def test_promises_of_others_are_in_the_list_by_member(desk: Desk, boris: Client) -> None:
    id_ = sample_case(desk, "s3").id
    eve = joined(desk, "Ева")
    promise(id_, eve.id, THURSDAY, "написать прокурору", author(eve, desk))

    page = text(boris, "/docket/promises/")

    assert page.index("Ева") < page.index("написать прокурору")
    assert "написать прокурору" not in text(boris, "/")
