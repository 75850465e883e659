"""Decides that the window follows the language while it is open, and that nobody loses anything by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox

from tests.fixtures.desk import Desk, type_into
from tests.fixtures.opened import Open
from tests.fixtures.pseudo import Pseudo
from whatsapp_studio.base import i18n
from whatsapp_studio.journeys.edits import AddStep
from whatsapp_studio.journeys.graph import Step
from whatsapp_studio.qt import language
from whatsapp_studio.qt.journeys.page import JourneysPage
from whatsapp_studio.qt.main_window import PAGES, MainWindow
from whatsapp_studio.qt.settings.page import SettingsPage


@pytest.fixture
def window(desk: Desk, open_window: Open, qapp: QApplication) -> Iterator[MainWindow]:
    """A window that follows its settings, as the program's does."""
    made = open_window(desk.studio)
    unlisten = desk.studio.listen(lambda changes: language.switch_with(qapp, made, changes))
    yield made
    unlisten()
    i18n.use_language("en")
    language.follow(qapp)


@pytest.fixture
def speak(desk: Desk) -> Callable[[str], None]:
    def speak(code: str) -> None:
        desk.studio.settings.language = code
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    return speak


def menu_titles(window: MainWindow) -> list[str]:
    return [one.text().replace("&", "") for one in window.menuBar().actions()]


def test_everything_in_the_window_is_said_in_the_other_language(
    window: MainWindow, speak: Callable[[str], None], qapp: QApplication
) -> None:
    assert menu_titles(window)[:2] == ["File", "Edit"]
    speak("nl")
    assert menu_titles(window)[:2] == ["Bestand", "Bewerken"]
    assert {button.text() for button in window._buttons.values()} >= {"Start", "Campagnes", "Sjablonen"}
    assert QLocale().language() == QLocale.Language.Dutch
    box = QMessageBox(QMessageBox.Icon.Question, "", "", QMessageBox.StandardButton.Cancel)
    assert box.button(QMessageBox.StandardButton.Cancel).text().replace("&", "") == "Annuleren"
    speak("en")
    assert menu_titles(window)[:2] == ["File", "Edit"]


def test_the_row_in_the_settings_switches_and_stays_where_one_was(
    window: MainWindow, desk: Desk, speak: Callable[[str], None]
) -> None:
    window.go("settings")
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    page.sending.rate.setValue(35)  # typed, and not kept yet
    page.look.language.setCurrentIndex(page.look.language.findData("nl"))
    after = window.pages["settings"]
    assert after is not page and window.stack.currentWidget() is after and isinstance(after, SettingsPage)
    assert after.title.text() == "Instellingen"
    assert after.look.language.currentData() == "nl" and after.sending.rate.value() == 35
    assert desk.studio.settings.messages_per_second == 35


def test_commands_have_their_keys_once_only(window: MainWindow, speak: Callable[[str], None]) -> None:
    speak("nl")
    keys = [
        action.shortcut().toString()
        for action in window.findChildren(QAction)
        if not action.shortcut().isEmpty() and action.associatedObjects()
        and action.shortcutContext() == Qt.ShortcutContext.WindowShortcut
    ]  # fmt: skip
    assert "Ctrl+K" in keys and len(keys) == len(set(keys))


def test_an_open_journey_stays_open_with_its_undo_said_anew(
    window: MainWindow, desk: Desk, speak: Callable[[str], None]
) -> None:
    id = desk.studio.journeys.create("Test journey").id
    window.go("journeys", id)
    page = window.pages["journeys"]
    assert isinstance(page, JourneysPage) and page.editor is not None
    document = page.editor.document
    desk.until(lambda: document.surroundings.known)
    blank = document.journey
    for n in range(3):
        assert document.do(AddStep(step=Step(id=f"w{n}", kind="wait"), place=(300 * n, 200)))
    document.undo()
    drawn, english = document.journey, document.undo_stack.undoText()
    speak("nl")
    again = window.pages["journeys"]
    assert isinstance(again, JourneysPage) and again is not page and again.editor is not None
    after = again.editor.document
    assert window.stack.currentWidget() is again and again.stack.currentWidget() is again.editor
    assert after.journey == drawn == desk.studio.journeys.open(id).journey
    assert not after.read_only
    stack = after.undo_stack
    assert (stack.count(), stack.index()) == (3, 2)
    assert stack.undoText() not in ("", english)
    after.redo()
    assert "w2" in after.journey.steps
    for _ in range(3):
        after.undo()
    assert after.journey == blank


def test_a_draft_of_a_campaign_stays_at_its_step(
    window: MainWindow, desk: Desk, speak: Callable[[str], None]
) -> None:
    campaign = desk.studio.campaigns.create(desk.complete("Spring", step="template"))
    window.go("campaigns", campaign.id)
    wizard = window.pages["campaigns"].wizard  # type: ignore[attr-defined]
    wizard.go("purpose")
    type_into(wizard.purpose.name, "Summer")
    speak("nl")
    page = window.pages["campaigns"]
    assert page.in_wizard  # type: ignore[attr-defined]
    after = page.wizard  # type: ignore[attr-defined]
    assert after is not wizard and after.step == "purpose" and after.draft.name == "Summer"
    assert desk.studio.campaigns.get(campaign.id).draft.name == "Summer"


def test_an_import_under_way_stays_as_it_is_until_it_is_over(
    window: MainWindow, desk: Desk, speak: Callable[[str], None], tmp_path: Path
) -> None:
    file = tmp_path / "people.csv"
    file.write_text("name,phone\nAnna,+31612345678\n", encoding="utf-8")
    window.go("contacts", file)
    page = window.pages["contacts"]
    view = page.import_view  # type: ignore[attr-defined]
    desk.until(lambda: view.go.isEnabled())
    speak("nl")
    assert window.pages["contacts"] is page and window.stack.currentWidget() is page
    assert menu_titles(window)[0] == "Bestand"
    view.go.click()
    desk.until(view.done.isVisible)
    view.done.show_contacts.click()
    assert desk.studio.contacts.count() == 13
    window.go("home")
    window.go("contacts")
    assert window.pages["contacts"] is not page and window.pages["contacts"].title.text() == "Contacten"


def test_what_is_searched_for_is_searched_for_again(window: MainWindow, speak: Callable[[str], None]) -> None:
    window.go("contacts")
    window.pages["contacts"].search.setText("zoë")  # type: ignore[attr-defined]
    speak("nl")
    assert window.pages["contacts"].search.text() == "zoë"  # type: ignore[attr-defined]


def test_the_engine_is_not_asked_for_anything(
    window: MainWindow, desk: Desk, speak: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for name in ("start", "stop", "pause_all", "resume_all"):
        monkeypatch.setattr(desk.studio.engine, name, lambda *_a, name=name, **_k: asked.append(name))
    speak("nl")
    assert asked == []


def test_a_language_for_this_run_counts_more_than_the_settings(
    window: MainWindow, speak: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(i18n.ENVIRONMENT, "en")
    speak("nl")
    assert menu_titles(window)[0] == "File"


def test_right_to_left_mirrors_the_frame(window: MainWindow, desk: Desk, qapp: QApplication) -> None:
    i18n.use(Pseudo(right_to_left=True))
    language.follow(qapp)
    assert window.reword()
    desk.until(lambda: window._rail.mapTo(window, window._rail.rect().center()).x() > window.width() / 2)
    assert window.layoutDirection() == Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize("code", list(i18n.LANGUAGES))
def test_no_letter_of_a_menu_stands_for_two_commands(
    window: MainWindow, desk: Desk, speak: Callable[[str], None], code: str
) -> None:
    speak(code)
    journey = desk.studio.journeys.create("Test journey").id
    draft = desk.studio.campaigns.create(desk.complete("Spring", step="purpose")).id
    clashes = []
    for name, *_ in PAGES:
        for what in {"journeys": (None, journey), "campaigns": (None, draft)}.get(name, (None,)):
            window.go(name, what)
            bar = window.menuBar()
            menus = [("", bar.actions())]
            while menus:
                path, actions = menus.pop()
                letters: dict[str, str] = {}
                for action in actions:
                    if not action.isVisible() or action.isSeparator():
                        continue
                    if found := re.search(r"&(\w)", action.text().replace("&&", "")):
                        letter = found[1].casefold()
                        if letter in letters:
                            clashes.append((name, path, letters[letter], action.text()))
                        letters[letter] = action.text()
                    inner = action.menu()
                    if isinstance(inner, QMenu) and inner is not window.recent.menu:
                        menus.append((f"{path} › {action.text()}", inner.actions()))
    assert sorted(set(clashes)) == []
