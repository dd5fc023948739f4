"""The pages of exhibits: attached by a form, looked at as copies, closed by the stop."""

import io
import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from raport.adapters.keys import new_pair
from raport.adapters.store import opened
from raport.adapters.store.members import add_member
from raport.adapters.store.models import Grant
from raport.app import exhibits as use
from raport.app.open_case import open_case
from raport.app.vault import today
from tests.desk import NOW, Desk

SOUND = b"OggS" + bytes(range(256)) * 8000


def photograph() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((320, 240), 40).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def pdf(pages: int) -> bytes:
    out = io.BytesIO()
    sheets = [Image.new("RGB", (200, 300), (255, n, n)) for n in range(pages)]
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


@pytest.fixture
def case(desk: Desk) -> str:
    return open_case("ru", desk.boris).id


def attach(client: Client, case: str, name: str, data: bytes, **typed: str) -> str:
    """Attach one file; its page's address."""
    answer = client.post(f"/exhibit/of/{case}/", {"file": SimpleUploadedFile(name, data), **typed})
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def test_a_photograph_is_attached_and_its_copy_is_seen(boris: Client, case: str) -> None:
    page = attach(boris, case, "письмо.jpg", photograph(), given_by="мать", note="снято на кухне")

    shown = boris.get(page).text
    assert "письмо.jpg" in shown
    assert "мать" in shown
    assert "снято на кухне" in shown
    copy = boris.get(f"{page}view?page=0")
    assert copy.headers["Content-Type"] == "image/jpeg"
    assert Image.open(io.BytesIO(copy.content)).size == (320, 240)


def test_the_case_page_lists_what_was_attached_and_leads_to_the_form(boris: Client, case: str) -> None:
    page = attach(boris, case, "письмо.jpg", photograph(), use_risk="yes")

    shown = boris.get(f"/case/{case}/").text

    assert f'href="{page}"' in shown
    assert "опасно для него" in shown
    assert f'href="/exhibit/of/{case}/"' in shown


def test_the_case_page_says_in_one_line_through_whose_hands_it_went(boris: Client, case: str) -> None:
    page = attach(boris, case, "письмо.jpg", photograph(), given_by="мать")
    assert "<td>открыто</td>" in re.sub(r"\s+(?=</td>)", "", boris.get(page).text)  # this look too

    line = " ".join(re.sub(r"<[^>]+>", "", boris.get(f"/case/{case}/").text).split())

    assert f"принято: Борис, {today():%d.%m.%Y}, от кого: мать; открыто: 1, выгружено: 0" in line
    assert f'href="{page}#custody"' in boris.get(f"/case/{case}/").text


def test_several_files_come_at_once(boris: Client, case: str) -> None:
    files = [SimpleUploadedFile("a.jpg", photograph()), SimpleUploadedFile("b.txt", b"text")]

    answer = boris.post(f"/exhibit/of/{case}/", {"file": files})

    assert answer.headers["Location"] == f"/case/{case}/"
    assert len(re.findall(r'href="/exhibit/[^"#]+"', boris.get(f"/case/{case}/").text)) == 3


def test_without_a_file_what_was_typed_stays(boris: Client, case: str) -> None:
    answer = boris.post(f"/exhibit/of/{case}/", {"given_by": "Сестра", "note": "важное", "graphic": "yes"})

    assert answer.status_code == 422
    assert 'value="Сестра"' in answer.text
    assert "важное" in answer.text
    assert 'name="graphic" value="yes" checked' in answer.text


def test_one_file_too_large_does_not_lose_the_other_or_the_words(
    boris: Client, case: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("raport.web.desk.uploads.MOST_BYTES", 100_000)
    files = [SimpleUploadedFile("large.bin", b"a" * 300_000), SimpleUploadedFile("b.txt", b"text")]

    answer = boris.post(f"/exhibit/of/{case}/", {"file": files, "note": "слова"})

    assert answer.status_code == 422
    assert "large.bin" in answer.text
    assert "слова" in answer.text
    assert boris.get(f"/case/{case}/").text.count("b.txt") == 1


def test_a_file_on_this_machine_is_taken_in_and_stays_where_it_is(
    boris: Client, case: str, tmp_path: Path
) -> None:
    (tmp_path / "video.txt").write_text("слова", encoding="utf-8")

    answer = boris.post(f"/exhibit/of/{case}/", {"path": str(tmp_path / "video.txt")})

    assert "слова" in boris.get(answer.headers["Location"]).text
    assert (tmp_path / "video.txt").exists()


@pytest.mark.parametrize(
    "place", ["/no/such", "/", "/dev/zero", "\0", "~no-such-user/x", "a" * 5000, "vault"]
)
def test_what_is_no_file_is_refused_by_its_place(boris: Client, desk: Desk, case: str, place: str) -> None:
    place = str(desk.vault.key) if place == "vault" else place

    answer = boris.post(f"/exhibit/of/{case}/", {"path": place, "note": "слова"})

    assert answer.status_code == 422
    assert "слова" in answer.text


def test_the_pages_of_a_pdf_are_shown_some_at_a_time(boris: Client, case: str) -> None:
    page = attach(boris, case, "a.pdf", pdf(7))

    first, later = boris.get(page).text, boris.get(f"{page}?page=5").text

    assert first.count("<img ") == 5
    assert later.count("<img ") == 2
    assert "?page=5" in first
    assert boris.get(f"{page}view?page=6").headers["Content-Type"] == "image/jpeg"
    assert boris.get(f"{page}view?page=7").status_code == 404


def test_what_is_graphic_is_covered_until_chosen(boris: Client, case: str) -> None:
    page = attach(boris, case, "a.jpg", photograph(), graphic="yes")

    covered, chosen = boris.get(page).text, boris.get(f"{page}?show=1").text

    assert 'class="covered"' in covered
    assert 'href="?show=1"' in covered
    assert 'class="covered"' not in chosen


def test_a_threat_is_muted_until_chosen(boris: Client, case: str) -> None:
    page = attach(boris, case, "voice.ogg", SOUND, graphic="yes")

    covered, chosen = boris.get(page).text, boris.get(f"{page}?show=1").text

    assert "<audio" in covered
    assert " muted" in covered
    assert " muted" not in chosen


def test_a_recording_is_played_from_any_place(boris: Client, case: str) -> None:
    view = attach(boris, case, "voice.ogg", SOUND) + "view"

    whole = boris.get(view)
    assert b"".join(whole.streaming_content) == SOUND  # type: ignore[attr-defined] # the test client's answer has no one type
    assert whole.headers["Accept-Ranges"] == "bytes"
    some = boris.get(view, headers={"Range": "bytes=1000-1999"})
    assert (some.status_code, some.content) == (206, SOUND[1000:2000])
    assert some.headers["Content-Range"] == f"bytes 1000-1999/{len(SOUND)}"
    assert boris.get(view, headers={"Range": "bytes=-10"}).content == SOUND[-10:]
    rest = boris.get(view, headers={"Range": "bytes=5-"})
    assert rest.content == SOUND[5 : 5 + use.LEAST_PART]
    assert rest.headers["Content-Range"] == f"bytes 5-{4 + use.LEAST_PART}/{len(SOUND)}"


@pytest.mark.parametrize(
    "asked", ["bytes=9999999-", "bytes=-", "bytes=5-1", "bytes=0-1,5-6", "lines=1-2", "bytes=-0", "bytes=x"]
)
def test_a_part_that_is_not_there_is_refused(boris: Client, case: str, asked: str) -> None:
    view = attach(boris, case, "voice.ogg", SOUND) + "view"

    answer = boris.get(view, headers={"Range": asked})

    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == f"bytes */{len(SOUND)}"


def test_a_text_is_shown_as_text_and_as_nothing_else(boris: Client, case: str) -> None:
    page = attach(boris, case, "a.txt", "Слово <b>не</b> тег \u202e".encode())

    assert "Слово &lt;b&gt;не&lt;/b&gt; тег" in boris.get(page).text
    view = boris.get(f"{page}view")
    assert view.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "\u202e" not in view.text


def test_bytes_from_outside_may_do_nothing_in_a_browser(boris: Client, case: str) -> None:
    view = boris.get(attach(boris, case, "a;b=c%0d%0aX: y.jpg", photograph()) + "view")

    assert view.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert view.headers["X-Content-Type-Options"] == "nosniff"
    assert view.headers["Content-Disposition"] == 'inline; filename="x1.jpg"'
    assert view.headers["Cache-Control"] == "no-store"
    assert view.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_the_stop_is_one_key_and_closes_the_page(boris: Client, desk: Desk, case: str) -> None:
    page = attach(boris, case, "a.jpg", photograph(), note="слова")
    assert 'accesskey="s"' in boris.get(page).text

    boris.post(f"{page}stop/")

    stopped = boris.get(page).text
    assert "<img" not in stopped
    assert "правило, а не замок" in stopped
    assert "<img" in boris.get(f"{page}?show=1").text  # he is one of the two
    assert "остановлено" in boris.get(f"/case/{case}/").text


def test_one_who_is_not_of_the_two_sees_that_it_is_closed_and_no_more(desk: Desk, boris: Client) -> None:
    pair = new_pair()
    clara = add_member(
        "Clara", role="caseworker", standing="none", recipient=pair.recipient, secret=pair.secret, at=NOW
    )
    case = open_case("ru", desk.boris).id  # its keys are granted to her too
    page = attach(boris, case, "a.jpg", photograph(), note="тайные слова")
    boris.post(f"{page}stop/")
    client = desk.client()
    session = client.session
    session["member"] = clara.id
    session.save()

    shown = client.get(f"{page}?show=1")
    assert shown.status_code == 200
    assert "тайные слова" not in shown.text
    assert "<img" not in shown.text
    assert client.get(f"{page}view").status_code == 404
    for act in ("release", "mark", "destroy"):
        assert client.post(f"{page}{act}/", {"sure": "yes"}).status_code == 404


def test_an_outsider_gets_the_same_404_as_for_what_is_not_there(desk: Desk, boris: Client, case: str) -> None:
    page = attach(boris, case, "a.jpg", photograph())
    Grant.objects.all().delete()
    opened._opened.secrets.clear()

    for address in (page, f"{page}view", f"/exhibit/of/{case}/"):
        missing = boris.get(address.replace(page, "/exhibit/0123/").replace(case, "0123"))
        refused = boris.get(address)
        assert refused.status_code == missing.status_code == 404
        assert refused.content == missing.content
    for act in ("stop", "release", "mark", "destroy"):
        assert boris.post(f"{page}{act}/", {"sure": "yes"}).status_code == 404


def test_destroying_asks_twice(boris: Client, desk: Desk, case: str) -> None:
    page = attach(boris, case, "тайна.jpg", photograph())

    boris.post(f"{page}destroy/")
    assert len(list(desk.vault.objects.iterdir())) == 1
    boris.post(f"{page}destroy/", {"sure": "yes"})

    assert list(desk.vault.objects.iterdir()) == []
    left = boris.get(page)
    assert left.status_code == 200
    assert "тайна.jpg" not in left.text


def test_a_damaged_object_is_told_on_the_page(boris: Client, desk: Desk, case: str) -> None:
    page = attach(boris, case, "a.jpg", photograph())
    for path in desk.vault.objects.iterdir():
        path.write_bytes(path.read_bytes()[:-30])

    shown = boris.get(page)

    assert shown.status_code == 200
    assert "Запечатанных байтов нет или они изменены" in shown.text
    assert boris.get(f"{page}view").status_code == 404


def test_a_browser_may_say_from_where_a_form_comes(boris: Client, case: str) -> None:
    # With `no-referrer` browsers send `Origin: null` with a form, and the CSRF check refuses every one
    policy = boris.get(f"/exhibit/of/{case}/").headers["Referrer-Policy"]

    assert policy == "same-origin"
