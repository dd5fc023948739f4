"""Several at one desk: invited, let in, given cases, removed; visits listed and ended."""

import re
from datetime import timedelta

import pyotp
import pytest
from django.test import Client

from raport.adapters.store import members as store
from raport.adapters.store import opened
from raport.adapters.store.models import Grant, Invitation, Member
from raport.app import second, tries, vault
from raport.web.desk import visits
from tests.app.filled import file_row, joined, sample_case
from tests.desk import PASSPHRASE, Desk, client_of

PASSWORD = "лошадь верно батарея"  # noqa: S105 - of a vault thrown away
CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}")
TWICE = {"password": PASSWORD, "again": PASSWORD}


@pytest.fixture(autouse=True)
def no_tries_yet() -> None:
    tries._tried.clear()


def browser() -> Client:
    return Client(SERVER_NAME="127.0.0.1")


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return str(answer.content.decode())


def invited(boris: Client, role: str = "caseworker", standing: str = "none") -> str:
    """The code that the page shows."""
    boris.post("/house/me/change/", {"do": "password", "old": PASSWORD, **TWICE})
    page = boris.post("/house/change/", {"do": "invite", "role": role, "standing": standing})
    found = CODE.search(page.content.decode())
    assert found is not None
    return found[0]


def clara_joins(boris: Client) -> Client:
    clara = browser()
    answer = clara.post("/join/", {"code": invited(boris), "name": "Клара", **TWICE})
    assert answer["Location"] == "/"
    return clara


def login(client: Client, who: str, password: str = PASSWORD, code: str = "") -> int:
    return int(client.post("/login/", {"who": who, "password": password, "code": code}).status_code)


def id_of(name: str) -> str:
    return str(Member.objects.get(name=name).id)


# --- coming in


def test_nobody_is_invited_before_the_first_member_has_a_password(boris: Client) -> None:
    answer = boris.post("/house/change/", {"do": "invite", "role": "editor", "standing": "none"})

    assert answer.status_code == 422
    assert "Сначала заведите его" in answer.content.decode()
    assert not Invitation.objects.exists()


def test_who_was_invited_joins_with_a_code_that_works_once(desk: Desk, boris: Client) -> None:
    code = invited(boris, standing="advocate")
    clara, another = browser(), browser()

    assert clara.post("/join/", {"code": code.lower(), "name": "Клара", **TWICE}).status_code == 302
    assert "Клара" in text(clara, "/house/")
    assert Member.objects.get(name="Клара").standing == "advocate"
    again = another.post("/join/", {"code": code, "name": "Фома", **TWICE})
    assert again.status_code == 422
    assert 'value="Фома"' in again.content.decode()


def test_a_code_ends_after_three_days(desk: Desk, boris: Client) -> None:
    code = invited(boris)
    Invitation.objects.update(ends=vault.now() - timedelta(seconds=1))

    assert browser().post("/join/", {"code": code, "name": "Клара", **TWICE}).status_code == 422


def test_the_code_itself_is_not_kept(desk: Desk, boris: Client) -> None:
    code = invited(boris)

    assert code not in str(list(Invitation.objects.values()))
    assert code.replace("-", "") not in str(list(Invitation.objects.values()))
    assert code not in text(boris, "/house/")


def test_a_new_member_was_granted_no_case(desk: Desk, boris: Client) -> None:
    row = sample_case(desk, "s3")
    clara = clara_joins(boris)

    assert row.id not in text(clara, "/docket/")
    assert clara.get(f"/case/{row.id}/").status_code == 404


def test_of_several_each_logs_in_after_the_vault_was_opened(desk: Desk, boris: Client) -> None:
    clara_joins(boris)
    vault.lock()
    theirs = browser()

    opened_ = theirs.post("/unlock/", {"passphrase": PASSPHRASE})
    assert opened_["Location"].startswith("/login/")
    assert theirs.get("/docket/")["Location"] == "/login/?next=/docket/"
    assert login(theirs, id_of("Клара"), "другой пароль") == 422
    assert login(theirs, id_of("Клара")) == 302
    assert "Клара" in text(theirs, "/house/me/")


def test_a_login_holds_for_one_opening_of_the_vault(desk: Desk, boris: Client) -> None:
    clara = clara_joins(boris)
    vault.lock()
    browser().post("/unlock/", {"passphrase": PASSPHRASE})

    assert clara.get("/house/me/")["Location"].startswith("/login/")


def test_a_member_without_a_password_does_not_get_in_beside_others(desk: Desk, boris: Client) -> None:
    joined(desk, "Клара")

    assert login(browser(), desk.boris.member, "") == 422


def test_after_five_tries_one_waits_and_the_others_do_not(desk: Desk, boris: Client) -> None:
    clara_joins(boris)
    his = browser()
    for _try in range(tries.FREE_TRIES):
        assert login(his, id_of("Клара"), "не тот пароль") == 422

    waits = his.post("/login/", {"who": id_of("Клара"), "password": PASSWORD})
    assert waits.status_code == 422
    assert "Слишком много попыток" in waits.content.decode()
    assert login(his, desk.boris.member) == 302


# --- the second device


def device_of(client: Client, monkeypatch: pytest.MonkeyPatch) -> tuple[pyotp.TOTP, list[str]]:
    page = client.post("/house/me/change/", {"do": "device", "old": PASSWORD}).content.decode()
    secret = re.search(r"<code>([A-Z2-7]{32})</code>", page)
    assert secret is not None
    assert "<svg" in page
    assert "style=" not in page
    totp = pyotp.TOTP(secret[1])
    kept = client.post("/house/me/change/", {"do": "keep-device", "digits": totp.at(vault.now())})
    return totp, CODE.findall(kept.content.decode())


def test_a_second_device_is_asked_and_its_digits_are_taken_once(
    desk: Desk, boris: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    clara = clara_joins(boris)
    totp, spare = device_of(clara, monkeypatch)
    who, at = id_of("Клара"), vault.now() + timedelta(seconds=60)
    monkeypatch.setattr(vault, "now", lambda: at)
    digits = totp.at(at)

    assert len(spare) == second.SPARE_CODES
    assert login(browser(), who) == 422
    assert login(browser(), who, code=digits) == 302
    assert login(browser(), who, code=digits) == 422


def test_a_spare_code_works_once(desk: Desk, boris: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    clara = clara_joins(boris)
    _totp, spare = device_of(clara, monkeypatch)
    who = id_of("Клара")

    assert login(browser(), who, code=spare[0].lower().replace("-", " ")) == 302
    assert login(browser(), who, code=spare[0]) == 422
    assert login(browser(), who, code=spare[1]) == 302


def test_wrong_digits_keep_the_square_on_the_page(desk: Desk, boris: Client) -> None:
    clara = clara_joins(boris)
    clara.post("/house/me/change/", {"do": "device", "old": PASSWORD})

    answer = clara.post("/house/me/change/", {"do": "keep-device", "digits": "000000"})

    assert answer.status_code == 422
    assert "<svg" in answer.content.decode()
    assert store.login_of(id_of("Клара")).totp == ""


def test_in_a_borrowed_chair_no_device_is_set_up_or_dropped_and_guessing_ends(
    desk: Desk, boris: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    clara = clara_joins(boris)
    device_of(clara, monkeypatch)
    wrong = {"old": "не тот пароль"}

    for do in ("device", "drop-device", "new-codes", "device", "drop-device"):
        answer = clara.post("/house/me/change/", {"do": do, **wrong})
        assert answer.status_code == 422
        assert "<svg" not in answer.content.decode()
    waits = clara.post("/house/me/change/", {"do": "drop-device", "old": PASSWORD})

    assert "Слишком много попыток" in waits.content.decode()
    assert store.login_of(id_of("Клара")).totp != ""


def test_new_spare_codes_void_the_old(desk: Desk, boris: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    clara = clara_joins(boris)
    _totp, old = device_of(clara, monkeypatch)
    who = id_of("Клара")

    page = clara.post("/house/me/change/", {"do": "new-codes", "old": PASSWORD}).content.decode()
    new = CODE.findall(page)

    assert len(new) == second.SPARE_CODES
    assert login(browser(), who, code=old[0]) == 422
    assert login(browser(), who, code=new[0]) == 302


# --- visits


def test_visits_are_listed_and_ended(desk: Desk, boris: Client) -> None:
    here = clara_joins(boris)
    there = browser()
    login(there, id_of("Клара"))

    page = text(here, "/house/me/")
    assert page.count('value="end"') == 1
    here.post("/house/me/change/", {"do": "end-others"})
    assert there.get("/house/me/").status_code == 302
    assert here.get("/house/me/").status_code == 200


def test_nobody_ends_the_visit_of_another(desk: Desk, boris: Client) -> None:
    clara = clara_joins(boris)
    hers = visits.of(id_of("Клара"))[0]

    boris.post("/house/me/change/", {"do": "end", "visit": hers.id})

    assert clara.get("/house/me/").status_code == 200


def test_a_new_password_ends_the_other_visits(desk: Desk, boris: Client) -> None:
    here = clara_joins(boris)
    there = browser()
    login(there, id_of("Клара"))
    new = "совсем другая лошадь"

    here.post("/house/me/change/", {"do": "password", "old": PASSWORD, "password": new, "again": new})

    assert there.get("/").status_code == 302
    assert login(browser(), id_of("Клара")) == 422
    assert login(browser(), id_of("Клара"), new) == 302


# --- grants


def test_a_case_is_opened_to_another_and_closed_again(desk: Desk, boris: Client) -> None:
    row = sample_case(desk, "s3")
    clara = clara_joins(boris)
    address, who = f"/house/opens/{row.id}/", id_of("Клара")

    assert clara.post(f"{address}grant/", {"to": who}).status_code == 404
    assert boris.post(f"{address}grant/", {"to": who}).status_code == 302
    assert clara.get(f"/case/{row.id}/").status_code == 200
    assert boris.post(f"{address}grant/", {"take": who}).status_code == 302
    assert clara.get(f"/case/{row.id}/").status_code == 404


def test_nobody_closes_a_case_to_himself(desk: Desk, boris: Client) -> None:
    row = sample_case(desk, "s3")

    answer = boris.post(f"/house/opens/{row.id}/grant/", {"take": desk.boris.member})

    assert answer.status_code == 422
    assert boris.get(f"/case/{row.id}/").status_code == 200


# --- going


def test_who_is_removed_is_out_at_once_and_the_page_says_what_it_cannot_undo(
    desk: Desk, boris: Client
) -> None:
    foma, row = joined(desk, "Фома"), sample_case(desk, "s3")
    his = client_of(foma.id)
    assert his.get(f"/case/{row.id}/").status_code == 200

    page = boris.post("/house/change/", {"do": "remove", "member": foma.id}).content.decode()

    assert "Этого не отменить" in page
    assert "смените её сейчас" in page
    assert his.get("/docket/").status_code == 302
    assert login(browser(), foma.id) == 422
    assert not Grant.objects.filter(member_id=foma.id).exists()
    assert Member.objects.get(id=foma.id).secret == ""


def test_a_case_that_only_he_could_open_is_not_lost_with_him(desk: Desk, boris: Client) -> None:
    row, foma = sample_case(desk, "s3"), joined(desk, "Фома")
    Grant.objects.filter(member_id=desk.boris.member).delete()
    opened._opened.secrets.clear()
    assert boris.get(f"/case/{row.id}/").status_code == 404

    page = boris.post("/house/change/", {"do": "remove", "member": foma.id}).content.decode()

    assert "теперь открыты вам: 1" in page
    assert boris.get(f"/case/{row.id}/").status_code == 200


def test_his_cases_go_to_who_removes_him(desk: Desk, boris: Client) -> None:
    from raport.adapters.store.files import change_file

    row, foma = sample_case(desk, "s3"), joined(desk, "Фома")
    change_file(row.id, member_id=foma.id)

    boris.post("/house/change/", {"do": "remove", "member": foma.id})

    assert file_row(row.id).member == desk.boris.member


def test_the_last_coordinator_stays_one(desk: Desk, boris: Client) -> None:
    joined(desk, "Клара")

    answer = boris.post(
        "/house/change/",
        {"do": "role", "member": desk.boris.member, "role": "editor", "standing": "none"},
    )

    assert answer.status_code == 422
    assert Member.objects.get(id=desk.boris.member).role == "coordinator"


def test_a_forgotten_password_comes_back_by_a_coordinators_code(desk: Desk, boris: Client) -> None:
    clara_joins(boris)
    who = id_of("Клара")
    page = boris.post("/house/change/", {"do": "way-back", "member": who}).content.decode()
    code, new = CODE.search(page), "совсем другая лошадь"
    assert code is not None

    hers = browser()
    assert hers.post("/join/", {"code": code[0], "password": new, "again": new}).status_code == 302

    assert "Клара" in text(hers, "/house/me/")
    assert Member.objects.count() == 2


def test_the_recovery_sheet_leads_a_coordinator_back_who_forgot_his_password(
    desk: Desk, boris: Client, template: object
) -> None:
    clara_joins(boris)
    vault.lock()
    his, new = browser(), "пять новых слов наугад взятых"
    sheet = template.recovery  # type: ignore[attr-defined] # the fixture's own type is in another conftest

    assert his.post("/unlock/", {"words": sheet, "passphrase": new})["Location"] == "/join/"
    code = CODE.search(text(his, "/join/"))
    assert code is not None
    assert his.post("/join/", {"code": code[0], **TWICE}).status_code == 302
    assert "Борис" in text(his, "/house/me/")


def test_what_a_member_may_not_do_is_not_there_for_him(desk: Desk, boris: Client) -> None:
    clara = clara_joins(boris)

    assert clara.post("/house/change/", {"do": "remove", "member": desk.boris.member}).status_code == 404
    assert clara.get("/house/keys/").status_code == 404
    assert 'value="invite"' not in text(clara, "/house/")


# --- keys of the vault


def test_the_passphrase_is_changed_by_who_knows_it(desk: Desk, boris: Client) -> None:
    new = "шесть совсем новых слов наугад"
    wrong = boris.post("/house/keys/", {"old": "не та", "passphrase": new, "again": new})
    assert wrong.status_code == 422

    assert "Фраза сменена" in text_of(
        boris.post("/house/keys/", {"old": PASSPHRASE, "passphrase": new, "again": new})
    )
    vault.lock()
    assert browser().post("/unlock/", {"passphrase": PASSPHRASE}).status_code == 422
    assert browser().post("/unlock/", {"passphrase": new}).status_code == 302


def text_of(answer: object) -> str:
    content: bytes = answer.content  # type: ignore[attr-defined] # the test client's answer has no name
    return content.decode()


def test_a_passphrase_of_common_words_is_refused_with_what_helps(desk: Desk, boris: Client) -> None:
    weak = "password1234"

    answer = boris.post("/house/keys/", {"old": PASSPHRASE, "passphrase": weak, "again": weak})

    assert answer.status_code == 422
    assert "откройте книгу" in answer.content.decode()


def test_how_strong_it_is_while_it_is_typed(desk: Desk) -> None:
    told = browser().post("/strength/", {"passphrase": "correct horse battery staple"}).json()["told"]

    assert "10^" in told
    assert "3 из 12" in browser().post("/strength/", {"passphrase": "abc"}).json()["told"]
    for praise in ("надёж", "хорош", "отлич", "безопас"):
        assert praise not in told.lower()


def test_a_password_typed_while_it_locked_is_not_shown_again(desk: Desk, boris: Client) -> None:
    vault.lock()

    page = text_of(boris.post("/house/me/change/", {"do": "password", "old": "", **TWICE}))

    assert PASSWORD not in page
    assert "не повторяются" in page
    assert 'name="do" value="password"' in page


def test_words_typed_while_it_locked_are_shown_and_choices_kept(desk: Desk, boris: Client) -> None:
    vault.lock()

    page = text_of(boris.post("/search/", {"q": "в подвале", "where": "cases"}))

    assert ">в подвале</textarea>" in page
    assert '<input type="hidden" name="where" value="cases">' in page
