"""Files are asked for with the system's dialog, in the folder used last for the same purpose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from whatsapp_studio.qt.widgets import files


@pytest.fixture
def beside(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture(autouse=True)
def _forgetful() -> Iterator[None]:
    before = dict(files._folders), list(files._memory)
    files._folders.clear()
    files._memory.clear()
    yield
    files._folders.clear()
    files._folders.update(before[0])
    files._memory[:] = before[1]


def test_each_purpose_has_its_own_folder_also_at_the_next_start(
    beside: QWidget, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = QSettings(str(tmp_path / "m.ini"), QSettings.Format.IniFormat)
    files.remember_in(memory)
    asked: list[str] = []
    there = tmp_path / "lijsten"
    there.mkdir()

    def choose(_parent: QWidget, _title: str, start: str, _kinds: str) -> tuple[str, str]:
        asked.append(start)
        return str(there / "a.csv"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    assert files.choose_open(beside, "contacts", "Import", "") == there / "a.csv"
    files._folders.clear()
    files.choose_open(beside, "contacts", "Import", "")
    files.choose_open(beside, "journeys", "Import", "")
    assert asked == [str(home), str(there), str(home)]


def test_a_folder_that_is_gone_is_the_home_folder(tmp_path: Path, home: Path) -> None:
    files._folders["export"] = str(tmp_path / "gone")
    assert files.folder("export") == home
    assert files.folder("export", tmp_path) == tmp_path


@pytest.mark.parametrize(
    ("typed", "path"), [("a", "a.csv"), ("a.csv", "a.csv"), ("a.CSV", "a.CSV"), ("a.b", "a.b.csv"), ("", None)]
)
def test_an_ending_left_out_is_put_there(
    beside: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, path: str | None
) -> None:
    answer = str(tmp_path / typed) if typed else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (answer, ""))
    assert files.choose_save(beside, "report", "Export", "report.csv", "") == (tmp_path / path if path else None)


def test_leaving_the_dialog_chooses_nothing(beside: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    assert files.choose_open(beside, "x", "Open", "") is None
    assert files.choose_several(beside, "x", "Open", "") == []


@pytest.mark.parametrize(
    ("name", "made"),
    [("Spring: 10 % off?", "Spring- 10 - off.csv"), ("///", "report.csv"), ("x" * 300, "x" * 80 + ".csv"),
     ("Лето", "Лето.csv")],
)  # fmt: skip
def test_a_name_becomes_one_of_a_file(name: str, made: str) -> None:
    assert files.file_name(name, ".csv", "report") == made
