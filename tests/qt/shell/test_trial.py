"""Shows that the self-test's window part opens real windows, and notices what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from whatsapp_studio.base import i18n
from whatsapp_studio.qt import trial
from whatsapp_studio.services.selftest import NotWellError


def test_every_page_is_painted_in_both_languages(qapp: QApplication, tmp_path: Path) -> None:
    assert trial.try_window(qapp, tmp_path).startswith("9 pages were painted twice")


def test_a_program_without_its_translations_is_noticed(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "use_language", lambda code: None)
    with pytest.raises(NotWellError, match="the same in every language"):
        trial.try_window(qapp, tmp_path)


def test_icons_that_cannot_be_drawn_are_noticed(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "house.svg").write_text("no picture", encoding="utf-8")
    monkeypatch.setattr(trial, "resource", lambda name: tmp_path / Path(name).name)
    with pytest.raises(NotWellError, match="Icons cannot be drawn"):
        trial.try_window(qapp, tmp_path)


def test_a_window_that_nobody_paints_is_noticed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_PAINTED_WITHIN_MS", 50)
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setUpdatesEnabled(False)
    with pytest.raises(NotWellError, match="nobody painted it"):
        trial._await_paint(widget)


def test_a_page_of_one_colour_is_noticed() -> None:
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    with pytest.raises(NotWellError, match="reports"):
        trial._must_show_something(image, "reports")

