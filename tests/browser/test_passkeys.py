"""Passkeys in a real browser, whose device is Chromium's own virtual authenticator."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.browser.conftest import Open, Served, desk, faults_of, shoot
from tests.browser.test_journeys import made

PASSWORD = "лошадь верно батарея"  # noqa: S105 - of a vault thrown away
WIDTHS = {"phone": 390, "laptop": 1280}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with desk(str(tmp_path_factory.mktemp("passkeys") / "vault")) as running:
        yield running


class Device:
    """A USB key that asks for a PIN; it signs at once, as if touched."""

    def __init__(self, page: Page) -> None:
        self.cdp: CDPSession = page.context.new_cdp_session(page)
        self.cdp.send("WebAuthn.enable")
        options = {
            "protocol": "ctap2",
            "transport": "usb",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        self.id = self.cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]

    def passkeys(self) -> list[dict[str, object]]:
        found: list[dict[str, object]] = self.cdp.send(
            "WebAuthn.getCredentials", {"authenticatorId": self.id}
        )["credentials"]
        return found

    def lose(self) -> None:
        self.cdp.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": self.id})


def look(page: Page, name: str) -> list[str]:
    """The page wide and narrow, light and dark: what axe has against it."""
    told = []
    for width_name, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 900})
        for colour in ("light", "dark"):
            page.emulate_media(color_scheme=colour)
            told += [f"{name} {width_name} {colour} {fault}" for fault in faults_of(page)]
            shoot(page, f"passkeys-{name}-{width_name}-{colour}")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            told.append(f"{name} {width_name}: wider than it")
    return told


def with_password(page: Page, served: Served) -> None:
    """Boris's own page, once he has a password."""
    made(page, served)
    page.goto(served("/house/me/"))
    page.get_by_label("Новый пароль").fill(PASSWORD)
    page.get_by_label("Ещё раз").fill(PASSWORD)
    page.get_by_role("button", name="Записать").click()


def make_passkey(page: Page, name: str) -> None:
    section = page.get_by_role("region", name="Ключи доступа")
    section.get_by_text("Завести ключ доступа").click()
    section.get_by_label("Как назвать новый ключ").fill(name)
    section.get_by_label("Пароль").last.fill(PASSWORD)
    section.get_by_role("button", name="Завести").click()


def signed_out(page: Page, served: Served) -> None:
    """Locked, opened again, and asked who he is."""
    page.get_by_role("button", name="Запереть").click()
    made(page, served)
    expect(page.get_by_role("heading", level=1)).to_have_text("Кто вы")


def test_made_shown_at_the_login_and_removed(opened: Open, served: Served) -> None:
    page = opened().new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" and "422" not in m.text else None)
    page.on("pageerror", lambda e: wrong.append(str(e)))
    device = Device(page)
    with_password(page, served)
    told = look(page, "none")

    make_passkey(page, "связка")
    expect(page.get_by_text("Запасные коды, каждый на один раз")).to_be_visible()
    expect(page.get_by_role("heading", name="связка")).to_be_visible()
    (held,) = device.passkeys()
    assert (held["rpId"], held["isResidentCredential"]) == ("localhost", False)
    told += look(page, "made")
    make_passkey(page, "связка ещё раз")
    expect(page.get_by_text("На этом устройстве ваш ключ доступа уже есть.")).to_be_visible()
    told += look(page, "known")

    signed_out(page, served)
    told += look(page, "login")
    page.get_by_label("Пароль").fill(PASSWORD)
    page.get_by_role("button", name="Войти", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("не подходит")
    page.get_by_label("Пароль").fill(PASSWORD)
    page.get_by_role("button", name="Войти с ключом доступа").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Сегодня")

    page.goto(served("/house/me/"))
    expect(page.get_by_text("последний вход с ним")).to_be_visible()
    page.get_by_text("Убрать ключ связка").click()
    page.get_by_role("region", name="Ключи доступа").get_by_label("Пароль").first.fill(PASSWORD)
    page.get_by_role("button", name="Убрать связка").click()
    page.get_by_text("Убранные ключи").click()
    expect(page.get_by_text("связка: заведён")).to_be_visible()
    told += look(page, "removed")

    signed_out(page, served)
    page.get_by_label("Пароль").fill(PASSWORD)
    page.get_by_role("button", name="Войти", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Сегодня")
    assert told == []
    assert wrong == []


def test_without_the_device_a_spare_code_lets_in(opened: Open, tmp_path: object) -> None:
    with desk(f"{tmp_path}/vault") as served:
        page = opened().new_page()
        device = Device(page)
        with_password(page, served)
        make_passkey(page, "связка")
        code = page.locator(".words").inner_text().split(" · ")[0]
        device.lose()
        signed_out(page, served)

        page.get_by_label("Пароль").fill(PASSWORD)
        page.get_by_label("Шесть цифр или запасной код").fill(code)
        page.get_by_role("button", name="Войти", exact=True).click()

        expect(page.get_by_role("heading", level=1)).to_contain_text("Сегодня")


def test_without_scripts_the_page_says_what_is_asked_instead(opened: Open, tmp_path: object) -> None:
    with desk(f"{tmp_path}/vault") as served:
        page = opened(java_script_enabled=False).new_page()
        with_password(page, served)

        section = page.get_by_role("region", name="Ключи доступа")
        section.get_by_text("Завести ключ доступа").click()
        expect(section.get_by_text("Ключу доступа нужны сценарии")).to_be_visible()
        expect(section.get_by_role("button")).to_have_count(0)
        page.get_by_text("Завести второе устройство").click()
        expect(page.get_by_role("button", name="Показать квадрат")).to_be_visible()
        shoot(page, "passkeys-without-script")


def test_at_the_bare_address_the_page_says_where_passkeys_work(opened: Open, tmp_path: object) -> None:
    with desk(f"{tmp_path}/vault") as served:
        bare = Served(served.first.replace("localhost", "127.0.0.1"))
        page = opened().new_page()
        with_password(page, bare)

        expect(page.get_by_text(served("/"), exact=True)).to_be_visible()
        expect(page.get_by_text("Завести ключ доступа")).to_have_count(0)
        shoot(page, "passkeys-bare-address")
        assert faults_of(page) == []
