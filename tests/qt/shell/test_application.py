"""What happens after the first paint."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication, QMessageBox

from tests.fixtures.desk import Desk
from whatsapp_studio.qt import application, jobs
from whatsapp_studio.qt.bridge import Bridge
from whatsapp_studio.qt.connection.token_dialog import TokenDialog
from whatsapp_studio.qt.main_window import MainWindow


@pytest.fixture
def window(desk: Desk, tmp_path: Path) -> Iterator[MainWindow]:
    desk.studio.settings.webhook_enabled = False
    bridge = Bridge()
    unlisten = desk.studio.listen(bridge.tell)
    jobs.at_job_end(desk.studio.done_with_thread)
    made = MainWindow(desk.studio, bridge, QSettings(str(tmp_path / "w.ini"), QSettings.Format.IniFormat))
    made.show()
    yield made
    unlisten()
    jobs.wait_for_all()
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_a_missing_token_is_asked_for_and_the_engine_runs_meanwhile(desk: Desk, window: MainWindow) -> None:
    application._begin(window, desk.studio, sample=False)
    desk.until(lambda: bool(window.findChildren(TokenDialog)))
    assert desk.studio.engine.status().running
    (dialog,) = window.findChildren(TokenDialog)
    dialog.token.setText("EAAgiven")
    dialog.accept()
    assert desk.studio.connection.token_state() == "session"


def test_a_workspace_without_an_account_asks_for_no_token(desk: Desk, window: MainWindow) -> None:
    desk.studio.connection.forget()
    application._begin(window, desk.studio, sample=False)
    desk.until(lambda: desk.studio.engine.status().running)
    desk.until(lambda: not jobs.Job._running)
    assert window.findChildren(TokenDialog) == []


def test_a_folder_that_cannot_be_a_workspace_is_told_in_words(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "critical", lambda _parent, _title, text: told.append(text))
    taken = tmp_path / "a file"
    taken.write_text("not a folder", encoding="utf-8")
    assert application.run(taken) == 1
    assert len(told) == 1 and "cannot-write" not in told[0]
