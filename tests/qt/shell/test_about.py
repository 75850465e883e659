"""Shows what Help › About says, that details hold nothing of the person, and that licences can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from whatsapp_studio.base.paths import WorkspacePaths
from whatsapp_studio.qt import about, jobs
from whatsapp_studio.qt.about import AboutDialog
from whatsapp_studio.services.licences import Licence

FOUND = [
    Licence("Qt, Qt for Python", "6.11.3", "LGPL-3.0", "You may replace these libraries."),
    Licence("httpx", "0.28.1", "BSD-3-Clause", "Redistribution and use …"),
]


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AboutDialog:
    monkeypatch.setattr(about, "licences", lambda: FOUND)
    made = AboutDialog(WorkspacePaths(tmp_path / "Jansen & Söhne"), at_licences=True)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.licences.names.count() == len(FOUND))
    return made


def test_each_work_by_others_is_listed_and_its_text_shown(dialog: AboutDialog) -> None:
    shown = dialog.licences
    assert [shown.names.item(row).text() for row in range(2)] == ["Qt, Qt for Python 6.11.3", "httpx 0.28.1"]
    assert shown.text.toPlainText() == FOUND[0].text and shown.terms.text() == "LGPL-3.0"
    shown.names.setCurrentRow(1)
    assert shown.text.toPlainText() == FOUND[1].text and shown.terms.text() == "BSD-3-Clause"


def test_a_library_is_found_by_typing(dialog: AboutDialog) -> None:
    shown = dialog.licences
    for typed, hidden in (("HTTP", [True, False]), ("lgpl", [False, True]), ("", [False, False])):
        shown.search.setText(typed)
        assert [shown.names.item(row).isHidden() for row in range(2)] == hidden


def test_it_says_what_runs_where_everything_is_and_that_qt_may_be_replaced(dialog: AboutDialog, tmp_path: Path) -> None:
    said = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert str(tmp_path / "Jansen & Söhne") in said
    assert qVersion() in said and "Source code" in said and "0.1.0" in said
    assert "that you may replace" in said and "not made by Meta" in said


def test_copied_details_help_and_hold_nothing_of_the_persons_own(dialog: AboutDialog, tmp_path: Path) -> None:
    dialog.copy.click()
    copied = QApplication.clipboard().text()
    assert copied.startswith("Version: ") and f"Qt: {qVersion()}" in copied
    assert str(tmp_path) not in copied and "Söhne" not in copied
    assert dialog.copy.text() == "Copied"


def test_the_real_licences_come_without_blocking_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    made = AboutDialog(WorkspacePaths(tmp_path))
    qtbot.addWidget(made)
    assert made.licences.names.count() == 0
    qtbot.waitUntil(lambda: made.licences.names.count() > 20, timeout=20_000)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in made.licences.text.toPlainText()


def test_a_dialog_that_is_closed_before_the_licences_came_is_left_alone(qtbot: QtBot, tmp_path: Path) -> None:
    made = AboutDialog(WorkspacePaths(tmp_path))
    qtbot.addWidget(made)
    made.close()
    made.deleteLater()
    jobs.wait_for_all()
    qtbot.wait(0)
