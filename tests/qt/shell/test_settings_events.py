"""Where other programs send events, as the settings show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox

from tests.conftest import MemoryKeyring
from tests.fixtures.desk import Desk
from whatsapp_studio.app import Studio
from whatsapp_studio.base.errors import WorldError
from whatsapp_studio.qt.settings import events_card
from whatsapp_studio.qt.settings.page import SettingsPage
from whatsapp_studio.qt.widgets.toast import Toast

Answer = Callable[[str], None]


@pytest.fixture
def page(memory_keyring: MemoryKeyring, desk: Desk) -> Iterator[SettingsPage]:
    desk.studio.engine.start(port=0)
    shown = desk.show(SettingsPage)
    desk.until(lambda: shown.events.token.text())
    yield shown
    desk.studio.engine.stop()


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """What is pressed in the next question."""

    def press(text: str) -> None:
        def chosen(box: QMessageBox) -> None:
            (button,) = (one for one in box.buttons() if one.text() == text)
            button.click()

        monkeypatch.setattr(QMessageBox, "exec", chosen)

    return press


def test_address_and_token_are_shown_and_copied(desk: Desk, page: SettingsPage) -> None:
    card = page.events
    assert card.address.text() == desk.studio.engine.status().receiver_url.replace("/webhook", "/events/order_placed")
    card.address.copy.click()
    assert QApplication.clipboard().text() == card.address.text()
    card.token.copy.click()
    assert QApplication.clipboard().text() == desk.studio.events.token.get()


def test_the_token_is_hidden_until_its_eye_is_opened(page: SettingsPage) -> None:
    token = page.events.token
    assert token.field.echoMode() == QLineEdit.EchoMode.Password
    assert token.eye.toolTip() == "Show token"
    token.eye.click()
    assert token.field.echoMode() == QLineEdit.EchoMode.Normal
    assert token.eye.accessibleName() == "Hide token"
    token.eye.click()
    assert token.field.echoMode() == QLineEdit.EchoMode.Password
    # An address is no secret.
    assert page.events.address.field.echoMode() == QLineEdit.EchoMode.Normal
    assert page.events.address.eye.isHidden()


def test_the_example_for_curl_is_whole(desk: Desk, page: SettingsPage) -> None:
    page.events.example.click()
    copied = QApplication.clipboard().text()
    assert copied.startswith("curl -X POST http://127.0.0.1:")
    assert f"Bearer {desk.studio.events.token.get()}" in copied
    assert page.findChild(Toast) is not None or page.window().findChild(Toast) is not None


def test_a_new_token_is_made_when_it_is_wanted(desk: Desk, page: SettingsPage, answer: Answer) -> None:
    before = page.events.token.text()
    answer("Keep the old one")
    page.events.renew.click()
    assert desk.studio.events.token.get() == before
    answer("Make a new token")
    page.events.renew.click()
    desk.until(lambda: page.events.token.text() != before)
    assert desk.studio.events.token.get() == page.events.token.text()


def test_the_folder_is_opened_and_made_where_it_is_not_there(
    desk: Desk, page: SettingsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(events_card, "open_file", lambda beside, path: opened.append(path))
    page.events.open.click()
    assert opened == [desk.studio.events.folder]
    assert opened[0].is_dir()
    assert page.events.folder.text() == str(opened[0])


def test_without_a_keyring_it_says_that_the_token_changes(desk: Desk) -> None:
    page = desk.show(SettingsPage)
    desk.until(lambda: page.events.token.text())
    assert "another one after each start" in page.events._token_row._below.text()


def test_where_nothing_listens_there_is_no_address(desk: Desk) -> None:
    page = desk.show(SettingsPage)
    desk.until(lambda: page.events.token.text())
    assert page.events.address.text() == ""
    assert not page.events.address.copy.isEnabled()
    assert not page.events.example.isEnabled()
    assert "Nothing listens now" in page.events._address_row._below.text()


def test_a_locked_keyring_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked() -> str:
        raise WorldError("keyring-locked", details="")

    monkeypatch.setattr(desk.studio.events.token, "get", locked)
    page = desk.show(SettingsPage)
    desk.until(lambda: "keyring" in page.events._token_row._below.text())
    assert not page.events.renew.isEnabled()


def test_beside_another_program_the_token_is_not_made(desk: Desk) -> None:
    second = Studio.open(desk.studio.paths.root)
    try:
        page = SettingsPage(second)
        page.on_shown()
        assert second.read_only
        assert page.events.token.text() == ""
        assert "has this workspace open" in page.events._token_row._below.text()
        assert not page.events.open.isEnabled()
        page.deleteLater()
    finally:
        second.close()


def test_it_is_brought_into_view(desk: Desk, page: SettingsPage) -> None:
    page.open("events")
    assert not page.events.visibleRegion().isEmpty()
