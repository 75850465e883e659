"""The settings page."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QToolButton

from tests.fixtures.desk import Desk
from whatsapp_studio.base.settings import Settings
from whatsapp_studio.qt import theme
from whatsapp_studio.qt.settings.page import SettingsPage
from whatsapp_studio.qt.widgets.toast import Toast


@pytest.fixture
def page(desk: Desk) -> SettingsPage:
    return desk.show(SettingsPage)


def kept(desk: Desk) -> Settings:
    return Settings(desk.studio.paths.settings)


def test_the_theme_changes_at_once_and_is_kept(desk: Desk, page: SettingsPage) -> None:
    page.look.choice.setCurrentIndex(page.look.choice.findData("dark"))
    assert theme.is_dark()
    assert kept(desk).theme == "dark"


def test_english_is_a_language_and_the_choice_is_kept(desk: Desk, page: SettingsPage) -> None:
    assert [page.look.language.itemData(n) for n in range(page.look.language.count())] == ["system", "en", "nl"]
    page.look.language.setCurrentIndex(page.look.language.findData("nl"))
    assert kept(desk).language == "nl"


def test_the_rate_is_kept_once_typing_pauses(desk: Desk, page: SettingsPage) -> None:
    page.sending.rate.setValue(35)
    desk.until(lambda: kept(desk).messages_per_second == 35)


def test_the_connection_shows_what_meta_said(page: SettingsPage) -> None:
    values = {key: label.text() for key, label in page.connection._values.items()}
    assert values["name"] == "Bloom"
    assert values["limit"] == "10,000 people in 24 hours"
    assert values["rate"] == "80 messages per second"
    assert values["token"] == "does not expire"
    assert not page.connection.connect_button.isVisible()


def test_a_failed_question_is_answered_in_words(desk: Desk, page: SettingsPage) -> None:
    page.connection.again.click()
    desk.until(lambda: page.connection.said.isVisible())
    assert page.connection.again.isEnabled()
    assert "token" in page.connection.said.text()


@pytest.mark.parametrize(("word", "gone"), [("Forget", True), ("Keep", False)])
def test_forgetting_asks_first(
    desk: Desk, page: SettingsPage, monkeypatch: pytest.MonkeyPatch, word: str, gone: bool
) -> None:
    pressed = []

    def answer(box: QMessageBox) -> int:
        button = next(one for one in box.buttons() if word in one.text())
        pressed.append(button)
        monkeypatch.setattr(box, "clickedButton", lambda: button)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    page.connection.forget.click()
    assert pressed
    if gone:
        desk.until(lambda: page.connection.connect_button.isVisible())
    assert (desk.studio.connection.current() is None) is gone


def test_the_receivers_verify_token_can_be_copied(page: SettingsPage) -> None:
    copy = next(one for one in page.receiver.findChildren(QToolButton) if "verify" in one.accessibleName().lower())
    copy.click()
    assert QApplication.clipboard().text() == page.receiver.verify.text() == "v"


def test_numbers_are_seen_in_their_fields(page: SettingsPage) -> None:
    for box in (page.receiver.port, page.sending.rate):
        seen = box.lineEdit().fontMetrics().horizontalAdvance(box.text())
        assert box.lineEdit().width() >= seen + box.lineEdit().textMargins().left()


def test_port_and_listening_are_kept(desk: Desk, page: SettingsPage) -> None:
    page.receiver.port.setValue(9001)
    page.receiver.port.editingFinished.emit()
    page.receiver.enabled.click()
    assert (kept(desk).webhook_port, kept(desk).webhook_enabled) == (9001, False)
    desk.until(lambda: page.receiver.state.text() == "Switched off")


def test_a_backup_is_written_where_it_was_asked_for(
    desk: Desk, page: SettingsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "all.wsbackup"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.open("backup")
    desk.until(lambda: bool(page.findChildren(Toast)))
    assert target.stat().st_size > 1000
    assert "all.wsbackup" in page.findChildren(Toast)[0].label.text()


def test_no_file_chosen_writes_nothing(
    page: SettingsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.workspace.backup.click()
    assert page.findChildren(Toast) == []


def test_what_guards_every_campaign_is_kept_when_it_is_typed_and_when_the_page_is_left(desk: Desk) -> None:
    page = desk.show(SettingsPage)
    settings = desk.studio.settings
    page.safety.typed.setValue(25)
    page.safety.failures.setValue(7)
    desk.until(lambda: (settings.type_count_above, settings.pause_at_failures) == (25, 7))
    page.safety.undo.setValue(30)
    page.leave()
    assert settings.undo_seconds == 30
    page.safety.second.click()
    assert settings.second_look is True
    assert desk.show(SettingsPage).safety.second.isChecked()
